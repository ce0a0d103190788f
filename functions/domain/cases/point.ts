import type { Ombudsman } from '../triage/suggestion.ts';

/** The Ombudsman to whom a complaint, or one point of it, belongs. Where its points belong to different ones, both are named (duty D15). */
export type CaseOmbudsman = Exclude<Ombudsman, 'none'>;

/** One thing that the complaint is about: a response decides each (both Codes 6.7). */
export type Point = {
  readonly words: string;
  readonly ombudsman: CaseOmbudsman;
  /** At stage two: which point of stage one it is, from 1 (`points-at-stage-two.ts`). */
  readonly stageOne?: number;
};
