import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../../functions/domain/calendar/local-date.ts';
import { harmStepBy, nextHarmStep } from '../../../functions/domain/deadlines/harm-ladder.ts';
import { asha, ben, moment } from '../../support/case-story.ts';

// The hour in which clocks go back lies in the first of these nights: a London clock shows 01:30 twice.
const since = moment('2026-10-24T22:07:00Z');
const state = { harm: { since } };
const rota = [
  { officer: asha, from: moment('2026-10-24T17:00:00Z'), until: moment('2026-10-31T17:00:00Z') },
  { officer: ben, from: moment('2026-10-31T17:00:00Z'), until: moment('2026-11-07T17:00:00Z') },
];

describe('possible harm that nobody has taken', () => {
  it('has a next step at every moment, later than it, until somebody takes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(rota, []), (minutes, kept) => {
        const now = addMinutes(since, minutes);
        const next = nextHarmStep(state, kept, now)!;
        expect(next.at > now && next.at <= addMinutes(now, 60)).toBe(true);
        expect(harmStepBy(state, kept, next.at)).toEqual(next);
        expect(harmStepBy(state, kept, addMinutes(next.at, -1))?.name).not.toBe(next.name);
      }),
    );
    const taken = { harm: { since, taken: { by: asha, at: since } } };
    expect([harmStepBy(taken, rota, addMinutes(since, 600)), nextHarmStep(taken, rota, since)]).toEqual([undefined, undefined]);
  });

  it('never says two steps under one name or one key, also in the night in which clocks go back', () => {
    let now = since;
    const names: string[] = [];
    for (let step = nextHarmStep(state, rota, now); step && names.length < 30; step = nextHarmStep(state, rota, now)) {
      names.push(`${step.name} ${step.key.about} ${step.key.on}`);
      now = step.at;
    }
    expect(new Set(names).size).toBe(30);
  });
});
