import { inWords } from '../calendar/local-date.ts';
import type { Accepted, Acknowledged, Answered, Outcome } from './case.ts';
import type { CaseOmbudsman, Point } from './point.ts';

/** Points that one response can answer (a limit of ours). */
export const mostPoints = 12;

/** What the response must answer, one by one: the points of the definition, related issues that joined since, and what joined by our own doing (duty D2). */
export function pointsOf(state: Acknowledged | Answered): readonly Point[] {
  const { acknowledgement, ombudsman, joined = [], points = [] } = state;
  const defined = acknowledgement.points ?? [{ words: acknowledgement.definition, ombudsman }];
  const added = points.map(({ due }) => ({
    words: `How we handled the complaint: you asked for news after ${inWords(due)} had gone by.`,
    ombudsman,
  }));
  return [...defined, ...joined, ...added];
}

/** What the decisions on the points come to together. */
export function outcomeOf(answers: readonly { readonly outcome: Outcome }[]): Outcome {
  const [first, ...others] = answers.map(({ outcome }) => outcome);
  if (first === undefined) return 'not-upheld';
  return others.every((outcome) => outcome === first) ? first : 'partly-upheld';
}

/**
 * Every Ombudsman of a complaint under our own procedure. Whoever could be gone to about the first answer can be gone to about the final one: a stage
 * two that was not put into points goes on with those of stage one, and a point that stage two does not look at keeps its own (duty D15).
 */
export function ombudsmenOfComplaint(state: Accepted | Acknowledged | Answered): readonly CaseOmbudsman[] {
  const { stageTwo, ombudsman } = state;
  const own = state.stage === 'accepted' ? [ombudsman] : ombudsmenOf(pointsOf(state));
  const inPoints = state.stage !== 'accepted' && state.acknowledgement.points !== undefined;
  const before = inPoints
    ? ombudsmenOf(state.acknowledgement.notDisputed ?? [])
    : (stageTwo?.stageOne.ombudsmen ?? ombudsmenOf(stageTwo?.stageOne.acknowledgement.points ?? []));
  return (['LGSCO', 'HOS'] as const).filter((one) => own.includes(one) || before.includes(one));
}

/** What stage two keeps of them: one alone is the case's own. */
export function whereTwoOmbudsmen(state: Acknowledged | Answered): { readonly ombudsmen?: readonly CaseOmbudsman[] } {
  const ombudsmen = ombudsmenOf(pointsOf(state));
  return ombudsmen.length > 1 ? { ombudsmen } : {};
}

/** To whom the person can go with it: where points belong to different Ombudsmen, to each (duty D15). */
export function ombudsmenOf(points: readonly Point[]): readonly CaseOmbudsman[] {
  return (['LGSCO', 'HOS'] as const).filter((ombudsman) => points.some((point) => point.ombudsman === ombudsman));
}
