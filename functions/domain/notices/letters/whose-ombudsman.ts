import type { CouncilFacts } from '../../../../council/facts.ts';
import type { CaseState } from '../../cases/case.ts';
import type { CaseOmbudsman } from '../../cases/point.ts';
import { ombudsmenOfComplaint } from '../../cases/points.ts';
import type { Block } from '../notice.ts';
import { ombudsmanDetails, ombudsmenToReach } from '../parts.ts';

/** As an officer decided it, for the case or point by point (duty D15); undefined where nobody has. */
export function decidedOmbudsmen(state: CaseState): readonly CaseOmbudsman[] | undefined {
  const was = state.stage === 'closed' ? state.was : state;
  if (was.stage === 'accepted' || was.stage === 'acknowledged' || was.stage === 'answered') return ombudsmenOfComplaint(was);
  return 'ombudsman' in was && was.ombudsman !== undefined ? [was.ombudsman] : undefined;
}

/**
 * To whom they can go with it. What triage suggests makes nobody our tenant: where it is undecided and may be about a home of ours, both are named, and
 * for whom the second is. `then`: what the person can do, before the name.
 */
export function whoseOmbudsman(state: CaseState, then: string, council: CouncilFacts): readonly Block[] {
  const decided = decidedOmbudsmen(state);
  if (decided) return ombudsmenToReach(decided, then, council);
  const mayBeOurHome = state.suggestion.ombudsman === 'HOS';
  const housing = council.ombudsmen.HOS;
  return [
    ...ombudsmenToReach(['LGSCO'], then, council),
    ...(mayBeOurHome
      ? [{ paragraph: `If you rent or lease your home from the council, there is also the ${housing.name}:` }, ombudsmanDetails(housing)]
      : []),
  ];
}
