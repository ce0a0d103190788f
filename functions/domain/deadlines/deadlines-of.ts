import type { CaseState } from '../cases/case.ts';
import type { Rules } from '../policy/rules.ts';
import type { Deadline } from './deadline.ts';
import { withToldDate } from './of-calendar-revision.ts';
import { ofContributions } from './of-contributions.ts';
import { ofDiscrimination } from './of-discrimination.ts';
import { ofHandOvers } from './of-hand-overs.ts';
import { ofHarm } from './of-harm.ts';
import { ofHazard } from './of-hazard.ts';
import { ofInTouch, withClarification } from './of-in-touch.ts';
import { ofLettersToPost, ofUndeliveredLetter } from './of-letters.ts';
import { ofCallBack, ofFollowUps, ofQuestions, ofTranscripts, ofUnreadCorrespondence } from './of-messages.ts';
import { ofAgreedAdjustments, ofAuthority } from './of-people.ts';
import { ofRemedies } from './of-remedies.ts';
import { ofRequestBeside } from './of-request.ts';
import { ofStage } from './of-stage.ts';
import { counted } from './one-deadline.ts';

/**
 * Every deadline of the case, met ones included, each with how its date was counted and the alerts it deserves. A pure function of the case:
 * it can be counted again when a bank holiday is proclaimed, and nothing needs to remember it.
 */
export function deadlinesOf(state: CaseState, rules: Rules): readonly Deadline[] {
  const deadlines = [
    ...ofStage(state, rules).map((deadline) => withToldDate(withClarification(deadline, state), state, rules)),
    ...ofRequestBeside(state, rules),
    ...ofUnreadCorrespondence(state, rules),
    ...ofQuestions(state, rules),
    ...ofFollowUps(state, rules),
    ...ofUndeliveredLetter(state, rules),
    ...ofLettersToPost(state, rules),
    ...ofCallBack(state, rules),
    ...ofTranscripts(state, rules),
    ...ofProposal(state, rules),
    ...ofHandOvers(state, rules),
    ...ofHarm(state),
    ...ofHazard(state, rules),
    ...ofContributions(state, rules),
    ...ofRemedies(state, rules),
    ...ofAuthority(state, rules),
    ...ofAgreedAdjustments(state, rules),
    ...ofDiscrimination(state, rules),
  ];
  return [...deadlines, ...ofInTouch(state, deadlines, rules)];
}

/** Whoever approves must know that something waits (duty D28). */
function ofProposal(state: CaseState, rules: Rules): readonly Deadline[] {
  return state.proposal ? [counted('second-person', state.proposal.on, rules.policy.secondPerson, rules)] : [];
}
