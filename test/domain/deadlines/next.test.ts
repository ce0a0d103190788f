import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Deadline } from '../../../functions/domain/deadlines/deadline.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { type AlertKey, type AlertOf, alertsDue, nextDue, workTo } from '../../../functions/domain/deadlines/next.ts';
import { accepted, at, caseOf, moment, received, rules } from '../../support/case-story.ts';

const opened = received('2026-12-18T09:00:00Z');
const untriaged = deadlinesOf(caseOf(opened), rules);
const waiting = deadlinesOf(caseOf(opened, at('2026-12-18T10:00:00Z', accepted)), rules);

function named({ deadline, alert }: AlertOf): AlertKey {
  return { deadline: deadline.kind, kind: alert.kind, on: alert.on };
}

function key(deadline: AlertKey['deadline'], kind: AlertKey['kind'], on: Parameters<typeof writtenDate>[0]): AlertKey {
  return { deadline, kind, on: writtenDate(on) };
}

describe('what is due next', () => {
  const [, sample] = untriaged;
  const one = (changes: Partial<Deadline>): Deadline => ({ ...(sample as Deadline), ...changes });

  it('is the open deadline whose day comes first', () => {
    expect(nextDue(untriaged)?.kind).toBe('triage');
    expect(nextDue(waiting)?.kind).toBe('acknowledge');
    expect(nextDue([])).toBeUndefined();
  });

  it('is nothing that was met or has ended', () => {
    const on = writtenDate('2026-12-21');
    expect(nextDue(untriaged.map((deadline) => ({ ...deadline, met: on })))).toBeUndefined();
    expect(nextDue(untriaged.map((deadline) => ({ ...deadline, ended: on })))).toBeUndefined();
  });

  it('goes by the earlier date after a late acknowledgement', () => {
    const late = one({ kind: 'respond', due: writtenDate('2027-01-11'), performanceDue: writtenDate('2027-01-07') });
    const other = one({ kind: 'read-correspondence', due: writtenDate('2027-01-08') });
    expect(nextDue([other, late])?.kind).toBe('respond');
    expect(workTo(late)).toBe('2027-01-07');
    expect(workTo(other)).toBe('2027-01-08');
  });

  it('is first of all what cannot be counted: a person must look', () => {
    const uncountable = one({ kind: 'respond', due: undefined });
    expect(nextDue([one({}), uncountable])).toBe(uncountable);
  });
});

describe('what must be said now', () => {
  it('is nothing before its time, and at its time the alert', () => {
    expect(alertsDue(waiting, moment('2026-12-23T08:29:59Z'), [])).toEqual([]);
    expect(alertsDue(waiting, moment('2026-12-23T08:30:00Z'), []).map(named)).toEqual([key('acknowledge', 'warning', '2026-12-23')]);
  });

  it('is said once', () => {
    expect(alertsDue(waiting, moment('2026-12-23T09:05:00Z'), [key('acknowledge', 'warning', '2026-12-23')])).toEqual([]);
  });

  it('is only the latest, when earlier ones were missed', () => {
    expect(alertsDue(waiting, moment('2026-12-31T12:00:00Z'), []).map(named)).toEqual([key('acknowledge', 'overdue', '2026-12-31')]);
    expect(alertsDue(waiting, moment('2026-12-31T12:00:00Z'), [key('acknowledge', 'overdue', '2026-12-31')])).toEqual([]);
  });

  it('is one for each deadline', () => {
    expect(alertsDue(untriaged, moment('2026-12-23T10:00:00Z'), []).map(named)).toEqual([
      key('triage', 'overdue', '2026-12-23'),
      key('acknowledge', 'warning', '2026-12-23'),
    ]);
  });
});
