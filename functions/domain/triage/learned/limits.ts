import type { Flag } from '../suggestion.ts';

/** Where the judgement draws its lines, between 0 and 1. Chosen by `npm run triage:train` on messages that the weights had not seen. */
export type Limits = {
  /** Scores of routes are divided by it, so that a likelihood of 0.9 is right nine times in ten. */
  readonly temperature: number;
  /** At this much a flag is raised: where missing it may cost somebody their safety, low. */
  readonly flags: Readonly<Record<Flag, number>>;
  /** What each sign of certainty weighs (`certainty.ts`). */
  readonly certainty: readonly number[];
  /** With this much certainty, and nothing that asks for a person, it is sure. */
  readonly sure: number;
  /** A route that keeps the resident here stands beside one that would not, from this much. */
  readonly keep: number;
  /** Any other route stands beside the first from this much. */
  readonly also: number;
};
