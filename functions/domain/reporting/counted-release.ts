import { londonDateOf } from '../calendar/local-date.ts';
import { type Month, monthOf } from '../calendar/month.ts';
import type { CaseEvent } from '../cases/event.ts';
import { type ReleasableWithout, releasableWithout } from '../cases/response-parts.ts';

/** One response that the Head released although it lacked something (duty D33). Nothing here says who did, whose case it is or why. */
export type CountedRelease = {
  readonly releasedIn: Month;
  /** Place of the event in its case: a case can have one at each stage. */
  readonly number: number;
  readonly without: readonly ReleasableWithout[];
};

/** What these events add to the count. `firstNumber`: the place of the first of them in their case. */
export function countedReleases(events: readonly CaseEvent[], firstNumber: number): readonly CountedRelease[] {
  return events.flatMap((event, index) =>
    event.type === 'released' ? [{ releasedIn: monthOf(londonDateOf(event.at)), number: firstNumber + index, without: event.without }] : [],
  );
}

export type Releases = {
  readonly total: number;
  /** What was lacking, those that occur; one response can lack both. */
  readonly without: readonly { readonly what: ReleasableWithout; readonly times: number }[];
};

export function releasesOf(counted: readonly CountedRelease[]): Releases {
  const without = releasableWithout.map((what) => ({ what, times: counted.filter((one) => one.without.includes(what)).length }));
  return { total: counted.length, without: without.filter(({ times }) => times > 0) };
}
