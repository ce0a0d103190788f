import { addMinutes, inShort, londonClockOf, londonDateOf } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import { takingHarm } from '../policy/possible-harm.ts';
import type { Deadline } from './deadline.ts';
import { type Bare, met } from './one-deadline.ts';

/** Minutes, not days, at any hour. It has no alerts: `harm-ladder.ts` says who hears of it and when. */
export function ofHarm({ harm }: CaseState): readonly Deadline[] {
  if (!harm) return [];
  const { withinMinutes, source } = takingHarm;
  const end = addMinutes(harm.since, withinMinutes);
  const due = londonDateOf(end);
  const explanation = `${withinMinutes} minutes from ${londonClockOf(harm.since)}: by ${londonClockOf(end)} on ${inShort(due)}; nights, weekends and holidays count`;
  const bare: Bare = { kind: 'take-harm', from: londonDateOf(harm.since), due, explanation, source };
  if (!harm.taken) return [{ ...bare, missed: false, alerts: [] }];
  return [{ ...met(bare, londonDateOf(harm.taken.at)), missed: harm.taken.at > end }];
}
