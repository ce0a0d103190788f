import { describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { type WrittenDate, writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Outcome } from '../../functions/domain/cases/case.ts';
import type { CaseEvent, EventData } from '../../functions/domain/cases/event.ts';
import type { Point } from '../../functions/domain/cases/point.ts';
import { pointsTable } from '../../functions/web/desk/points-view.ts';
import { accepted, at, ben, carol, caseOf, received } from '../support/case-story.ts';

const bin: Point = { words: 'The bin was missed.', ombudsman: 'LGSCO' };
const call: Point = { words: 'Nobody rang.', ombudsman: 'LGSCO' };
const allocated = (officer: typeof ben): EventData => ({
  type: 'allocated',
  allocation: { service: 'waste', officer, on: writtenDate('2026-11-03') },
});
const acknowledged = (on: WrittenDate, points?: readonly Point[]): EventData => ({
  type: 'acknowledged',
  acknowledgement: {
    on: writtenDate(on),
    due: writtenDate(on),
    definition: bin.words,
    outcomesSought: 'A bin.',
    noticeId: '0004-acknowledgement',
    ...(points && { points }),
  },
});
const responded = (on: WrittenDate, ...answers: readonly (readonly [Point, Outcome])[]): EventData => ({
  type: 'responded',
  response: { on: writtenDate(on), due: writtenDate(on), outcome: answers[0]?.[1] ?? 'upheld' },
  definition: bin.words,
  decision: 'We got it wrong.',
  answers: answers.map(([point, outcome]) => ({ ...point, outcome, reasons: 'The log.' })),
});

const lookedInto = [
  ...received('2026-11-02T09:00:00Z'),
  ...at('2026-11-03T09:00:00Z', accepted, allocated(ben), acknowledged('2026-11-03', [bin, call])),
];
const answered = [...lookedInto, ...at('2026-11-10T09:00:00Z', responded('2026-11-10', [bin, 'upheld'], [call, 'not-upheld']))];
const atStageTwo = [
  ...answered,
  ...at('2026-12-01T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') }, allocated(carol)),
];
const rows = (events: readonly CaseEvent[]) =>
  pointsTable(luton, caseOf(events), events)?.rows.map(({ words, one, two }) => [words, one, two]);

describe('points and decisions', () => {
  test('there are none before the complaint was put into words', () => {
    expect(rows(received('2026-11-02T09:00:00Z'))).toBeUndefined();
  });

  test('stand undecided while it is looked into, and each as decided after the answer', () => {
    expect(rows(lookedInto)?.map(([, one]) => one)).toEqual(['Not decided yet', 'Not decided yet']);
    expect(rows(answered)?.map(([, one]) => one)).toEqual(['Upheld', 'Not upheld']);
  });

  test('keep what stage one decided beside what stage two has, and say which were no point of one of them', () => {
    expect(rows(atStageTwo)).toEqual([
      [bin.words, 'Upheld', 'Not decided yet'],
      [call.words, 'Not upheld', 'Not decided yet'],
    ]);
    const lorry: Point = { words: 'The lorry blocked the road.', ombudsman: 'LGSCO' };
    const final = [
      ...atStageTwo,
      ...at('2026-12-02T09:00:00Z', acknowledged('2026-12-02', [bin, lorry])),
      ...at('2026-12-09T09:00:00Z', responded('2026-12-09', [bin, 'partly-upheld'], [lorry, 'upheld'])),
    ];
    expect(rows(final)).toEqual([
      [bin.words, 'Upheld', 'Partly upheld'],
      [call.words, 'Not upheld', 'Not a point now'],
      [lorry.words, 'Not a point then', 'Upheld'],
    ]);
  });

  test('an answer that was taken back decided nothing', () => {
    const [answer] = answered.slice(-1);
    const events = [...answered, ...at('2026-11-10T09:05:00Z', { type: 'taken-back', command: answer?.commandId ?? '' })];
    expect(rows(events)?.map(([, one]) => one)).toEqual(['Not decided yet', 'Not decided yet']);
  });
});
