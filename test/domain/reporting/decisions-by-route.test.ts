import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { monthOf } from '../../../functions/domain/calendar/month.ts';
import type { CountedDecision } from '../../../functions/domain/reporting/counted-decision.ts';
import { decisionsByRoute, fewestToJudge } from '../../../functions/domain/reporting/decisions-by-route.ts';
import { routes } from '../../../functions/domain/triage/suggestion.ts';

const decidedOn = writtenDate('2026-12-18');

function decision(changes: Partial<CountedDecision> = {}): CountedDecision {
  return {
    receivedIn: monthOf(decidedOn),
    suggested: 'stage-one',
    also: [],
    sure: true,
    needsPerson: false,
    decided: 'stage-one',
    decidedOn,
    ...changes,
  };
}
const times = (count: number, changes: Partial<CountedDecision>) => Array.from({ length: count }, () => decision(changes));

test('each suggested route has its decisions, the changed ones, and those that triage was sure of', () => {
  const { all, ofSure, byRoute } = decisionsByRoute([
    ...times(9, {}),
    ...times(3, { decided: 'service-request', sure: false }),
    ...times(2, { suggested: 'school', decided: 'school' }),
  ]);
  expect(byRoute).toEqual([
    { suggested: 'stage-one', decided: 12, changed: 3, share: 0.25, ofSure: { decided: 9, changed: 0, share: undefined } },
    { suggested: 'school', decided: 2, changed: 0, share: undefined, ofSure: { decided: 2, changed: 0, share: undefined } },
  ]);
  expect(all).toEqual({ decided: 14, changed: 3, share: 3 / 14 });
  expect(ofSure).toEqual({ decided: 11, changed: 0, share: 0 });
});

test('a share of fewer than ten is none', () => {
  expect(decisionsByRoute(times(fewestToJudge - 1, {})).all.share).toBeUndefined();
  expect(decisionsByRoute(times(fewestToJudge, {})).all.share).toBe(0);
});

test('changes stand by how often they were made, with how often triage had named that route too', () => {
  const { changes } = decisionsByRoute([
    decision({ decided: 'councillor' }),
    ...times(2, { decided: 'service-request', also: ['service-request'] }),
    decision({ decided: 'service-request' }),
  ]);
  expect(changes).toEqual([
    { suggested: 'stage-one', decided: 'service-request', times: 3, namedBeside: 2 },
    { suggested: 'stage-one', decided: 'councillor', times: 1, namedBeside: 0 },
  ]);
});

test('where nothing was suggested nothing was changed', () => {
  const { all, changes, unread } = decisionsByRoute([
    ...times(2, { suggested: 'other', needsPerson: true, sure: false, decided: 'stage-two' }),
    decision({ suggested: 'other', needsPerson: true, sure: false, decided: 'stage-one' }),
  ]);
  expect(all.decided).toBe(0);
  expect(changes).toEqual([]);
  expect(unread).toEqual({
    decided: 3,
    as: [
      { decided: 'stage-two', times: 2 },
      { decided: 'stage-one', times: 1 },
    ],
  });
});

test('the parts add up to all decisions, in any order', () => {
  const route = fc.constantFrom(...routes);
  const decisions = fc.array(
    fc
      .record({ suggested: route, decided: route, also: fc.subarray([...routes]), sure: fc.boolean(), needsPerson: fc.boolean() })
      .map(decision),
  );
  fc.assert(
    fc.property(decisions, (counted) => {
      const { all, ofSure, byRoute, changes, unread } = decisionsByRoute(counted);
      const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
      expect(all.decided + unread.decided).toBe(counted.length);
      expect(sum(byRoute.map(({ decided }) => decided))).toBe(all.decided);
      expect(sum(byRoute.map((one) => one.changed))).toBe(all.changed);
      expect(sum(byRoute.map((one) => one.ofSure.changed))).toBe(ofSure.changed);
      expect(sum(changes.map((one) => one.times))).toBe(all.changed);
      expect(sum(unread.as.map((one) => one.times))).toBe(unread.decided);
      expect(decisionsByRoute(counted.toReversed()).byRoute).toEqual(byRoute);
    }),
  );
});
