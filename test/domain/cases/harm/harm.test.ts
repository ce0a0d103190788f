import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { accepted, asha, at, ben, caseOf, given, received, rules, suggestsStageOne } from '../../../support/case-story.ts';

const since = '2026-12-18T22:00:00Z';
const seen: readonly CaseEvent[] = received(since, { ...suggestsStageOne, flags: ['urgent'] }).map((event) =>
  event.type === 'complaint-received' ? { ...event, mayMeanHarm: true } : event,
);
const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-12-19') } };

describe('possible harm', () => {
  it('is taken by whoever presses first, in their name, and by nobody after them or by a machine', () => {
    given(seen).when({ type: 'take-harm' }, '2026-12-18T22:10:00Z').yields({ type: 'harm-taken' });
    given(seen, at('2026-12-18T22:10:00Z', { type: 'harm-taken' }))
      .when({ type: 'take-harm' }, '2026-12-18T22:11:00Z', ben)
      .refused('Asha Example took it at 22:10 on Friday 18 December 2026.');
    given(seen).when({ type: 'take-harm' }, '2026-12-18T22:10:00Z', { kind: 'system' }).refused('Only a person decides this.');
    given(received(since))
      .when({ type: 'take-harm' }, '2026-12-18T22:10:00Z')
      .refused(/No message of this case/);
  });

  it.each<[string, EventData, boolean]>([
    ['whoever decides its route', accepted, true],
    ['whoever reads the messages', { type: 'correspondence-read' }, true],
    ['whoever closes the case', { type: 'closed', on: writtenDate('2026-12-19'), reason: 'Dealt with.' }, true],
    ['whoever hands many cases to somebody else', allocated, false],
  ])('is taken, or not, by %s', (_, event, taken) => {
    const { harm } = caseOf(seen, at('2026-12-19T09:00:00Z', event));
    expect(harm?.taken?.by).toEqual(taken ? asha : undefined);
  });

  it('is kept or missed by the minute', () => {
    const takenAt = (time: string) =>
      deadlinesOf(caseOf(seen, at(time, { type: 'harm-taken' })), rules).find(({ kind }) => kind === 'take-harm');
    expect(takenAt('2026-12-18T22:30:00Z')).toMatchObject({ met: '2026-12-18', missed: false });
    expect(takenAt('2026-12-18T22:31:00Z')).toMatchObject({ met: '2026-12-18', missed: true });
  });
});
