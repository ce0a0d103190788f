import type { CaseState } from '../../cases/case.ts';
import type { CaseOmbudsman } from '../../cases/point.ts';
import { ombudsmenOfComplaint } from '../../cases/points.ts';
import type { Block } from '../notice.ts';
import { type LetterContext, ombudsmanDetails, ombudsmenToReach, type ToAnOmbudsman } from '../parts.ts';

/** As an officer decided it, for the case or point by point (duty D15); undefined where nobody has. */
export function decidedOmbudsmen(state: CaseState): readonly CaseOmbudsman[] | undefined {
  const was = state.stage === 'closed' ? state.was : state;
  if (was.stage === 'accepted' || was.stage === 'acknowledged' || was.stage === 'answered') return ombudsmenOfComplaint(was);
  return 'ombudsman' in was && was.ombudsman !== undefined ? [was.ombudsman] : undefined;
}

/**
 * To whom they can go with it. What triage suggests makes nobody our tenant: where it is undecided and may be about a home of ours, both are named, and
 * for whom the second is.
 */
export function whoseOmbudsman(state: CaseState, said: ToAnOmbudsman, context: Pick<LetterContext, 'council' | 'words'>): readonly Block[] {
  const decided = decidedOmbudsmen(state);
  if (decided) return ombudsmenToReach(decided, said, context);
  const mayBeOurHome = state.suggestion.ombudsman === 'HOS';
  const housing = context.council.ombudsmen.HOS;
  return [
    ...ombudsmenToReach(['LGSCO'], said, context),
    ...(mayBeOurHome
      ? [{ paragraph: context.words.t('ombudsman.ourTenant', { ombudsman: housing.name }) }, ombudsmanDetails(housing, context)]
      : []),
  ];
}
