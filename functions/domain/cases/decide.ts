import { londonDateOf } from '../calendar/local-date.ts';
import type { Rules } from '../policy/rules.ts';
import { allocate } from './allocation/allocating.ts';
import { askContribution, recordContribution } from './allocation/contributing.ts';
import { recordConflict, removeConflict } from './allocation/recording-conflicts.ts';
import { keptFrom } from './allocation/taking-part.ts';
import { acknowledge, extend, respond } from './answering.ts';
import { reviseCalendar } from './calendar-revision/revising.ts';
import { checkTranscript, confirmCaller, recordAudioDeleted, recordCallBack } from './call/after-a-call.ts';
import type { CaseState } from './case.ts';
import type { Circumstances, Command, Refusal } from './command.ts';
import { addCorrespondence, markRead, moveOut, receive } from './conversation/coming-in.ts';
import { answerChaser, answerQuestion, setAsideFollowUp } from './conversation/following-up.ts';
import { recordCrmReference } from './crm-reference/recording.ts';
import { type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { raiseDiscrimination, recordConsultation, recordDiscriminationReported } from './discrimination/looking-into-it.ts';
import { ruleOutDiscrimination } from './discrimination/ruling-out.ts';
import { close } from './ending.ts';
import type { CaseEvent, EventData } from './event.ts';
import { replay } from './evolve.ts';
import { takeHarm } from './harm/taking.ts';
import { recordHazardStep, startHazard } from './hazard/deciding.ts';
import { recordContact, recordOfferAnswer } from './in-touch/contact.ts';
import { amendDefinition, askClarification } from './in-touch/definition.ts';
import { apologiseForMissing, wordApology } from './in-touch/missed-day.ts';
import { answerNow, escalateUnanswered } from './in-touch/overdue.ts';
import { acknowledgeAndRespond } from './in-touch/quick-answer.ts';
import { agreeUpdates, sendUpdate } from './in-touch/updates.ts';
import { tellOfInfectedFiles } from './infected-files/telling.ts';
import { recordRepresentative, refuseAuthority, verifyAuthority } from './people/speaking-for.ts';
import { correctPerson, recordAdjustments, recordBereavement, recordGroup } from './people/who-they-are.ts';
import { correctEmail, reachedAnotherWay, recordCalledSpam, recordPosted, recordUndelivered } from './reaching/deciding.ts';
import { addPoint } from './related/deciding.ts';
import { release } from './releasing.ts';
import { askWhetherDone, changeDate, recordAnswer, recordDone, recordUndeliverable } from './remedies/following-through.ts';
import { promiseRemedy } from './remedies/promising.ts';
import { answerServiceRequest, askWhetherFixed, recordChoice, recordFixedAnswer } from './request/deciding.ts';
import { liftRestriction, restrict } from './restricted/deciding.ts';
import { acceptAtStageOne, recordServiceRequest } from './routing.ts';
import { approve, proposedInstead, returnProposal } from './second-person.ts';
import { acceptAtStageTwo, declineStageTwo } from './stage-two.ts';
import { confirmHandOver, handOver, returnHandOver } from './turning-away/handing-over.ts';
import { decline, thankForFeedback } from './turning-away/not-accepting.ts';
import { signpost } from './turning-away/signposting.ts';
import { toldNow } from './turning-away/telling-later.ts';
import { waitsToTell } from './turning-away/turning-away.ts';
import { undoWithdrawal, withdraw } from './withdrawal/deciding.ts';

export type Decision = { readonly events: readonly CaseEvent[] } | Refusal;

/**
 * What the law, the policy and the state of the case make of a command: the events that follow from it, at least one, or a refusal in words for
 * the officer. `state` is undefined where no case stands under the reference yet. The caller recognises a repeated command by its id.
 */
export function decide(rules: Rules, state: CaseState | undefined, command: Command, circumstances: Circumstances): Decision {
  return decided(rules, state, command, circumstances, false);
}

/** The same where a second person had approved it already: for whoever reads a letter before it is proposed. Nothing of it is stored. */
export function decideAsIfApproved(rules: Rules, state: CaseState, command: Command, circumstances: Circumstances): Decision {
  return decided(rules, state, command, circumstances, true);
}

function decided(
  rules: Rules,
  state: CaseState | undefined,
  command: Command,
  circumstances: Circumstances,
  asIfApproved: boolean,
): Decision {
  const { at, by, commandId, staff = [], letters } = circumstances;
  const facts = factsOf(state, command, { rules, at, today: londonDateOf(at), by, staff, letters }, asIfApproved);
  if (isRefusal(facts)) return facts;
  const events = facts.map((fact): CaseEvent => ({ v: 1, at, by, commandId, ...fact }));
  return { events: [...events, ...followsAtOnce(state, events).map((fact): CaseEvent => ({ v: 1, at, by, commandId, ...fact }))] };
}

/** What waited for something like this, whichever command it was: the letter of a hand-over goes out once somebody may read it (duty D18). */
function followsAtOnce(state: CaseState | undefined, events: readonly CaseEvent[]): readonly EventData[] {
  if (!waitsToTell(state?.handOvers)) return [];
  const after = replay(events, state);
  return after ? toldNow(after) : [];
}

function factsOf(state: CaseState | undefined, command: Command, setting: Setting, asIfApproved: boolean): Facts {
  const { by } = setting;
  if (command.type === 'receive')
    return state === undefined ? receive(command, setting) : refuse('A case already stands under this reference.');
  if (state === undefined) return refuse('No case stands under this reference.');
  if (by.kind === 'system' && !machinesMay.includes(command.type)) return refuse('Only a person decides this.');
  if (by.kind === 'by-link' && command.type !== 'record-contribution')
    return refuse('A link that we sent answers what was asked, and nothing else.');
  const kept = by.kind === 'officer' ? keptFrom(state, command, by.subject) : undefined;
  if (kept !== undefined) return refuse(kept);
  if (command.type === 'release') return release(state, command, setting, (proposed) => carriedOut(state, proposed, setting));
  if (command.type === 'approve') return approve(state, command, setting, (proposed) => carriedOut(state, proposed, setting));
  const facts = carriedOut(state, command, setting);
  return isRefusal(facts) || asIfApproved ? facts : (proposedInstead(state, command, setting) ?? facts);
}

/** What follows when the command is carried out now. */
function carriedOut(state: CaseState, command: Exclude<Command, { type: 'receive' | 'approve' | 'release' }>, setting: Setting): Facts {
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
    case 'hand-over':
      return handOver(state, command, setting);
    case 'confirm-hand-over':
      return confirmHandOver(state, command, setting);
    case 'return-hand-over':
      return returnHandOver(state, command);
    case 'signpost':
      return signpost(state, command, setting);
    case 'decline':
      return decline(state, command);
    case 'thank-for-feedback':
      return thankForFeedback(state, command);
    case 'take-harm':
      return takeHarm(state);
    case 'start-hazard':
      return startHazard(state, command, setting);
    case 'record-hazard-step':
      return recordHazardStep(state, command, setting);
    case 'allocate':
      return allocate(state, command, setting);
    case 'record-conflict':
      return recordConflict(state, command, setting);
    case 'remove-conflict':
      return removeConflict(state, command, setting);
    case 'ask-contribution':
      return askContribution(state, command, setting);
    case 'record-contribution':
      return recordContribution(state, command, setting);
    case 'acknowledge':
      return acknowledge(state, command, setting);
    case 'record-undelivered':
      return recordUndelivered(state, command, setting);
    case 'record-called-spam':
      return recordCalledSpam(state, command);
    case 'correct-email':
      return correctEmail(state, command, setting);
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
    case 'acknowledge-and-respond':
      return acknowledgeAndRespond(state, command, setting);
    case 'ask-clarification':
      return askClarification(state, command, setting);
    case 'amend-definition':
      return amendDefinition(state, command);
    case 'record-contact':
      return recordContact(state, command, setting);
    case 'record-offer-answer':
      return recordOfferAnswer(state, command);
    case 'agree-updates':
      return agreeUpdates(state, command, setting);
    case 'send-update':
      return sendUpdate(state, command, setting);
    case 'word-apology':
      return wordApology(state, command, setting);
    case 'apologise-for-missing':
      return apologiseForMissing(state, command, setting);
    case 'escalate-unanswered':
      return escalateUnanswered(state, command, setting);
    case 'answer-now':
      return answerNow(state, command, setting);
    case 'respond':
      return respond(state, command, setting);
    case 'promise-remedy':
      return promiseRemedy(state, command, setting);
    case 'record-remedy-done':
      return recordDone(state, command, setting);
    case 'record-remedy-undeliverable':
      return recordUndeliverable(state, command, setting);
    case 'change-remedy-date':
      return changeDate(state, command, setting);
    case 'tell-of-infected-files':
      return tellOfInfectedFiles(state, command);
    case 'ask-whether-done':
      return askWhetherDone(state, setting);
    case 'record-answer-to-done':
      return recordAnswer(state, command, setting);
    case 'answer-service-request':
      return answerServiceRequest(state, command, setting);
    case 'ask-whether-fixed':
      return askWhetherFixed(state, setting);
    case 'record-fixed-answer':
      return recordFixedAnswer(state, command, setting);
    case 'record-choice':
      return recordChoice(state, command, setting);
    case 'add-point':
      return addPoint(state, command);
    case 'record-representative':
      return recordRepresentative(state, command);
    case 'verify-authority':
      return verifyAuthority(state, command, setting);
    case 'refuse-authority':
      return refuseAuthority(state, command, setting);
    case 'correct-person':
      return correctPerson(state, command);
    case 'record-group':
      return recordGroup(state, command);
    case 'record-bereavement':
      return recordBereavement(state, command);
    case 'record-adjustments':
      return recordAdjustments(state, command, setting);
    case 'raise-discrimination':
      return raiseDiscrimination(state, command);
    case 'record-consultation':
      return recordConsultation(state, command, setting);
    case 'rule-out-discrimination':
      return ruleOutDiscrimination(state, command, setting);
    case 'record-discrimination-reported':
      return recordDiscriminationReported(state, command, setting);
    case 'withdraw':
      return withdraw(state, command, setting);
    case 'undo-withdrawal':
      return undoWithdrawal(state, command, setting);
    case 'record-crm-reference':
      return recordCrmReference(state, command);
    case 'restrict':
      return restrict(state, command, setting);
    case 'lift-restriction':
      return liftRestriction(state, command, setting);
    case 'revise-calendar':
      return reviseCalendar(state, command, setting);
    case 'close':
      return close(state, command, setting);
    case 'return-proposal':
      return returnProposal(state, command, setting);
  }
}

/** Nobody is turned away, answered or closed by a machine (duty D3; Data Protection Act 2018, automated decisions). */
const machinesMay: readonly Command['type'][] = [
  'add-correspondence',
  'record-undelivered',
  'record-called-spam',
  'tell-of-infected-files',
  'record-audio-deleted',
  'apologise-for-missing',
  'ask-whether-done',
  'ask-whether-fixed',
  'record-discrimination-reported',
  'revise-calendar',
];
