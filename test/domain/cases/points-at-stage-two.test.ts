import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../../functions/domain/cases/command.ts';
import { isRefusal } from '../../../functions/domain/cases/decision.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import type { Point } from '../../../functions/domain/cases/point.ts';
import { ombudsmenOfComplaint, pointsOf } from '../../../functions/domain/cases/points.ts';
import { putIntoPoints } from '../../../functions/domain/cases/points-at-stage-two.ts';
import { accepted, asha, at, ben, carol, caseOf, given, received } from '../../support/case-story.ts';

const bin: Point = { words: 'The bin was missed.', ombudsman: 'LGSCO' };
const stairs: Point = { words: 'The stairs are dark.', ombudsman: 'HOS' };
const lid: Point = { words: 'The lid is broken.', ombudsman: 'LGSCO' };

const allocated = (officer: typeof ben): EventData => ({
  type: 'allocated',
  allocation: { service: 'waste', officer, on: writtenDate('2026-11-03') },
});
const lookedInto: readonly (readonly CaseEvent[])[] = [
  received('2026-11-02T09:00:00Z'),
  at('2026-11-03T09:00:00Z', accepted, allocated(ben)),
  at('2026-11-04T09:00:00Z', {
    type: 'acknowledged',
    acknowledgement: {
      on: writtenDate('2026-11-04'),
      due: writtenDate('2026-11-09'),
      definition: 'Three things.',
      points: [bin, stairs],
      outcomesSought: 'A bin.',
      noticeId: '0004-acknowledgement',
    },
  }),
  at('2026-11-05T09:00:00Z', { type: 'issue-joined', ...lid }),
];
const answered = [
  ...lookedInto,
  at('2026-11-18T09:00:00Z', {
    type: 'responded',
    response: { on: writtenDate('2026-11-18'), due: writtenDate('2026-11-18'), outcome: 'not-upheld' },
    definition: 'Three things.',
    decision: 'We do not agree.',
    answers: [bin, stairs, lid].map((point) => ({ ...point, outcome: 'not-upheld', reasons: 'The log.' })),
  }),
];
const begun = { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30'), ombudsmen: ['LGSCO', 'HOS'] } as const;
const atStageTwo = [
  ...answered,
  at('2026-12-01T09:00:00Z', { ...begun, points: [bin, stairs, lid] }),
  at('2026-12-01T10:00:00Z', allocated(carol)),
];
const onTheSeventh = {
  on: writtenDate('2026-12-07'),
  due: writtenDate('2026-12-07'),
  definition: 'She does not agree.',
  outcomesSought: '',
  noticeId: '0009-acknowledgement',
};
const acknowledge = (points: readonly Point[]): Command => ({
  type: 'acknowledge',
  definition: 'She does not agree.',
  points,
  outcomesSought: 'A bin.',
});

describe('stage two begins from the points of stage one', () => {
  it('also from what joined it, each with its Ombudsman', () => {
    given(...answered)
      .when({ type: 'accept-at-stage-two', askedOn: writtenDate('2026-11-30') }, '2026-12-01T09:00:00Z', asha)
      .yields({ ...begun, points: [bin, stairs, lid] });
  });

  it('D15: answers each that is kept, to the final response', () => {
    const all = [bin, stairs, lid].map((point, index) => ({ ...point, stageOne: index + 1 }));
    const { points } = acknowledgedWith(all);
    expect(points).toEqual(all);
    const event: EventData = { type: 'acknowledged', acknowledgement: { ...onTheSeventh, points } };
    const state = caseOf(...atStageTwo, at('2026-12-07T09:00:00Z', event));
    expect(state.stage === 'acknowledged' && pointsOf(state).map(({ ombudsman }) => ombudsman)).toEqual(['LGSCO', 'HOS', 'LGSCO']);
  });

  it('keeps on record what is not disputed, and knows a point again by its number or its words', () => {
    const changed: Point = { words: 'The stairs are still dark.', ombudsman: 'HOS', stageOne: 2 };
    expect(acknowledgedWith([changed, bin])).toEqual({ points: [changed, { ...bin, stageOne: 1 }], notDisputed: [lid] });
    given(...atStageTwo)
      .when(acknowledge([changed, { ...stairs, stageOne: 2 }]), '2026-12-07T09:00:00Z', carol)
      .refused('Write each point of stage one once.');
  });

  it('has one point at least: rows that are all empty take on nothing and undo nothing', () => {
    given(...atStageTwo)
      .when(acknowledge([]), '2026-12-07T09:00:00Z', carol)
      .refused(/^Keep at least one point/);
    const acknowledged = { ...onTheSeventh, ...acknowledgedWith([{ ...bin, stageOne: 1 }]) };
    const { definition, outcomesSought } = acknowledged;
    given(...atStageTwo, at('2026-12-07T09:00:00Z', { type: 'acknowledged', acknowledgement: acknowledged }))
      .when({ type: 'amend-definition', definition, points: [], outcomesSought, because: 'She rang.' }, '2026-12-08T09:00:00Z', carol)
      .refused(/^Keep at least one point/);
  });

  it('D15: keeps the Ombudsman of a point that stage two does not look at', () => {
    const kept = { ...onTheSeventh, ...acknowledgedWith([{ ...bin, stageOne: 1 }]) };
    const state = caseOf(...atStageTwo, at('2026-12-07T09:00:00Z', { type: 'acknowledged', acknowledgement: kept }));
    expect(state.stage === 'acknowledged' && ombudsmenOfComplaint(state)).toEqual(['LGSCO', 'HOS']);
  });

  it('leaves out none of them where stage one never answered', () => {
    const unanswered = [
      ...lookedInto,
      at('2026-11-30T09:00:00Z', { ...begun, type: 'escalated-unanswered', reason: 'Nobody answered.', points: [bin, stairs, lid] }),
      at('2026-12-01T10:00:00Z', allocated(carol)),
    ];
    given(...unanswered)
      .when(acknowledge([bin]), '2026-12-07T09:00:00Z', carol)
      .refused(/^Stage one answered none of its points/);
    given(...unanswered)
      .when(acknowledge([]), '2026-12-07T09:00:00Z', carol)
      .refused(/^Stage one answered none of its points/);
  });

  it('loses no point, whichever are written and however', async () => {
    const state = caseOf(...atStageTwo);
    if (state.stage !== 'accepted') throw new Error('not at stage two');
    const written = fc.uniqueArray(
      fc.record({
        words: fc.constantFrom(bin.words, stairs.words, 'Something new.'),
        ombudsman: fc.constantFrom('LGSCO', 'HOS'),
        stageOne: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      }),
      { selector: ({ stageOne, words }) => stageOne ?? words },
    );
    await fc.assert(
      fc.property(written, (points) => {
        const put = putIntoPoints(state, points);
        if (isRefusal(put)) return;
        const taken = (put.points ?? []).flatMap(({ stageOne }) => stageOne ?? []);
        const left = (put.notDisputed ?? []).map(({ words }) => [bin, stairs, lid].findIndex((point) => point.words === words) + 1);
        expect([...taken, ...left].toSorted()).toEqual([1, 2, 3]);
      }),
    );
  });
});

function acknowledgedWith(points: readonly Point[]) {
  const state = caseOf(...atStageTwo);
  if (state.stage !== 'accepted') throw new Error('not at stage two');
  const put = putIntoPoints(state, points);
  if (isRefusal(put)) throw new Error(put.refused);
  return put;
}
