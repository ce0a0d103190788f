import { type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Officer } from '../../../../functions/domain/cases/actor.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { accepted, at, ben, carol, caseOf, received, rules } from '../../../support/case-story.ts';

// One complaint over Christmas 2026 (deadlines.md section 7, row 14): received on Friday 18 December, due to be acknowledged on Tuesday 29 December.

export const allocatedTo = (officer: Officer, on: WrittenDate): EventData => ({
  type: 'allocated',
  allocation: { service: 'waste', officer, on: writtenDate(on) },
});

export const acknowledgedOn = (on: WrittenDate, due: WrittenDate, number: number): EventData => ({
  type: 'acknowledged',
  acknowledgement: {
    on: writtenDate(on),
    due: writtenDate(due),
    definition: 'The bin was missed.',
    outcomesSought: 'An apology.',
    noticeId: `000${number}-acknowledgement`,
  },
  offered: ['advocacy', 'accompaniment'],
});

const respondedOn = (on: WrittenDate, due: WrittenDate): EventData => ({
  type: 'responded',
  response: { on: writtenDate(on), due: writtenDate(due), outcome: 'not-upheld' },
  definition: 'The bin was missed.',
  decision: 'We do not agree.',
  answers: [],
});

export const opened = received('2026-12-18T09:00:00Z');
export const withBen: readonly (readonly CaseEvent[])[] = [opened, at('2026-12-21T09:00:00Z', accepted, allocatedTo(ben, '2026-12-21'))];
export const acknowledged = [...withBen, at('2026-12-29T09:00:00Z', acknowledgedOn('2026-12-29', '2026-12-29', 4))];

/** Asked for on 30 November, acknowledged on its last day (deadlines.md section 7, row S2-1). */
export const atStageTwo: readonly (readonly CaseEvent[])[] = [
  received('2026-11-02T09:00:00Z'),
  at('2026-11-03T09:00:00Z', accepted, allocatedTo(ben, '2026-11-03')),
  at('2026-11-04T09:00:00Z', acknowledgedOn('2026-11-04', '2026-11-09', 4)),
  at('2026-11-18T09:00:00Z', respondedOn('2026-11-18', '2026-11-18')),
  at('2026-12-01T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') }, allocatedTo(carol, '2026-12-01')),
  at('2026-12-07T09:00:00Z', acknowledgedOn('2026-12-07', '2026-12-07', 8)),
];

export function deadline(kind: string, ...events: readonly (readonly CaseEvent[])[]) {
  return deadlinesOf(caseOf(...events), rules).find((one) => one.kind === kind);
}
