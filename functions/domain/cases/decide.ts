import { londonDateOf } from '../calendar/local-date.ts';
import type { Rules } from '../policy/rules.ts';
import { checkTranscript, confirmCaller, recordAudioDeleted, recordCallBack } from './after-a-call.ts';
import { acknowledge, extend, respond } from './answering.ts';
import type { CaseEvent, CaseState, Circumstances, Command, Refusal } from './case.ts';
import { addCorrespondence, markRead, moveOut, receive } from './coming-in.ts';
import { type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { answerServiceRequest, close, withdraw } from './ending.ts';
import { answerChaser, answerQuestion, setAsideFollowUp } from './following-up.ts';
import { correctEmail, reachedAnotherWay, recordCalledSpam, recordPosted, recordUndelivered } from './reaching.ts';
import { acceptAtStageOne, allocate, recordServiceRequest, sendAnotherWay } from './routing.ts';
import { approve, proposedInstead, returnProposal } from './second-person.ts';
import { acceptAtStageTwo, declineStageTwo } from './stage-two.ts';

export type Decision = { readonly events: readonly CaseEvent[] } | Refusal;

/**
 * What the law, the policy and the state of the case make of a command: the events that follow from it, at least one, or a refusal in words for
 * the officer. `state` is undefined where no case stands under the reference yet. The caller recognises a repeated command by its id.
 */
export function decide(rules: Rules, state: CaseState | undefined, command: Command, circumstances: Circumstances): Decision {
  const { at, by, commandId, staff = [] } = circumstances;
  const facts = factsOf(state, command, { rules, today: londonDateOf(at), by, staff });
  return isRefusal(facts) ? facts : { events: facts.map((fact) => ({ v: 1, at, by, commandId, ...fact })) };
}

function factsOf(state: CaseState | undefined, command: Command, setting: Setting): Facts {
  const { by } = setting;
  if (command.type === 'receive')
    return state === undefined ? receive(command, setting) : refuse('A case already stands under this reference.');
  if (state === undefined) return refuse('No case stands under this reference.');
  if (by.kind === 'system' && !machinesMay.includes(command.type)) return refuse('Only a person decides this.');
  if (command.type === 'approve') return approve(state, command, setting, (proposed) => carriedOut(state, proposed, setting));
  const facts = carriedOut(state, command, setting);
  return isRefusal(facts) ? facts : (proposedInstead(state, command) ?? facts);
}

/** What follows when the command is carried out now. */
function carriedOut(state: CaseState, command: Exclude<Command, { type: 'receive' | 'approve' }>, setting: Setting): Facts {
  switch (command.type) {
    case 'add-correspondence':
      return addCorrespondence(state, command, setting.by, setting);
    case 'mark-read':
      return markRead(state);
    case 'answer-question':
      return answerQuestion(state, command);
    case 'move-out':
      return moveOut(state, command, setting);
    case 'answer-chaser':
      return answerChaser(state, command);
    case 'accept-at-stage-two':
      return acceptAtStageTwo(state, command, setting);
    case 'decline-stage-two':
      return declineStageTwo(state, command, setting);
    case 'set-aside-follow-up':
      return setAsideFollowUp(state, command);
    case 'accept-at-stage-one':
      return acceptAtStageOne(state, command);
    case 'record-service-request':
      return recordServiceRequest(state, command, setting);
    case 'send-another-way':
      return sendAnotherWay(state, command);
    case 'allocate':
      return allocate(state, command, setting);
    case 'acknowledge':
      return acknowledge(state, command, setting);
    case 'record-undelivered':
      return recordUndelivered(state, command);
    case 'record-called-spam':
      return recordCalledSpam(state, command);
    case 'correct-email':
      return correctEmail(state, command);
    case 'reached-another-way':
      return reachedAnotherWay(state, command);
    case 'confirm-caller':
      return confirmCaller(state, command);
    case 'record-call-back':
      return recordCallBack(state, command, setting);
    case 'check-transcript':
      return checkTranscript(state, command);
    case 'record-audio-deleted':
      return recordAudioDeleted(state, command, setting);
    case 'record-posted':
      return recordPosted(state, command, setting);
    case 'extend':
      return extend(state, command, setting);
    case 'respond':
      return respond(state, command, setting);
    case 'answer-service-request':
      return answerServiceRequest(state, command, setting);
    case 'withdraw':
      return withdraw(state, command, setting);
    case 'close':
      return close(state, command, setting);
    case 'return-proposal':
      return returnProposal(state, command);
  }
}

/** Nobody is turned away, answered or closed by a machine (duty D3; Data Protection Act 2018, automated decisions). */
const machinesMay: readonly Command['type'][] = ['add-correspondence', 'record-undelivered', 'record-called-spam', 'record-audio-deleted'];
