import type { CaseState } from '../../domain/cases/case.ts';
import { askedByDissatisfaction, openFollowUp } from '../../domain/cases/conversation/asked.ts';
import { withoutContact } from '../../domain/cases/in-touch/ready.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import { openRemedies, unconfirmedRemedies } from '../../domain/cases/remedies/ready.ts';
import { unconfirmed } from '../../domain/cases/turning-away/turning-away.ts';

/** The step that a case waits for: only a suggestion of what is offered first. Undefined where it waits for nothing. */
export function nextStep(state: CaseState): OfficerCommand | undefined {
  if (state.proposal) return state.proposal.forRelease ? 'release' : 'approve';
  if (state.undelivered) return 'reached-another-way';
  if (state.toPost) return 'record-posted';
  if (state.callBack) return state.callBack.attempts > 0 ? 'record-call-back' : 'confirm-caller';
  if (openFollowUp(state, 'withdrawal')) return 'withdraw';
  if (openFollowUp(state, 'dissatisfaction'))
    return askedByDissatisfaction(state) === 'complaint' ? 'accept-at-stage-one' : 'accept-at-stage-two';
  if (openFollowUp(state, 'chaser')) return 'answer-chaser';
  switch (state.stage) {
    case 'received':
      return state.suggestion.primary === 'service-request' ? 'record-service-request' : 'accept-at-stage-one';
    case 'accepted':
      return state.allocation ? 'acknowledge' : 'allocate';
    case 'acknowledged':
      return withoutContact(state) ? 'record-contact' : 'respond';
    case 'service-request':
      return state.answeredOn === undefined ? 'answer-service-request' : 'close';
    case 'another-route':
      return unconfirmed(state.handOvers).length > 0 ? 'confirm-hand-over' : undefined;
    case 'answered':
    case 'closed':
      return afterTheAnswer(state);
  }
}

/** What they were asked about comes before what is still to be done. */
function afterTheAnswer(state: CaseState): OfficerCommand | undefined {
  if (unconfirmedRemedies(state).some(({ asked: question }) => question)) return 'record-answer-to-done';
  return openRemedies(state).length > 0 ? 'record-remedy-done' : undefined;
}

/** An answer is written on its own page, where what it answers and what it must say stand beside it; the forms of all other next steps fit the case page. */
export function isWrittenApart(action: OfficerCommand): boolean {
  return action === 'respond';
}
