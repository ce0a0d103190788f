import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { nextByItself, saidByItself } from '../../../functions/domain/deadlines/by-itself.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import type { AlertKey } from '../../../functions/domain/deadlines/next.ts';
import { accepted, at, caseOf, moment, received, rules } from '../../support/case-story.ts';

// Received on Friday 18 December: the acknowledgement is due on Tuesday 29 December.
const waiting = deadlinesOf(caseOf(received('2026-12-18T09:00:00Z'), at('2026-12-18T10:00:00Z', accepted)), rules);
const said = (now: string, spoken: readonly AlertKey[] = []) =>
  saidByItself(waiting, moment(now), spoken, rules).map(({ alert }) => `${alert.kind} ${alert.on}`);
const dueOnTheDay: AlertKey = { deadline: 'acknowledge', kind: 'due', on: writtenDate('2026-12-29') };

describe('what goes by itself', () => {
  it('is nothing that the morning can say: no warning, and nothing that is overdue', () => {
    expect(said('2026-12-23T12:00:00Z')).toEqual([]);
    expect(said('2026-12-30T12:00:00Z')).toEqual([]);
  });

  it('is what is due today and no message of the morning said, from half an hour after it', () => {
    expect(said('2026-12-29T08:59:59Z')).toEqual([]);
    expect(said('2026-12-29T09:00:00Z')).toEqual(['due 2026-12-29']);
    expect(said('2026-12-29T09:00:00Z', [dueOnTheDay])).toEqual([]);
  });

  it('has a next moment only until the morning has said it', () => {
    expect(nextByItself(waiting, moment('2026-12-18T10:00:00Z'), [], rules)?.at).toBe('2026-12-29T09:00:00.000Z');
    expect(nextByItself(waiting, moment('2026-12-29T08:31:00Z'), [dueOnTheDay], rules)).toBeUndefined();
  });
});
