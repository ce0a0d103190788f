import { inWords } from '../calendar/local-date.ts';
import { tookPartAtStageOne } from './answering.ts';
import type { CaseState } from './case.ts';
import { openFollowUp } from './conversation.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { readyToAcceptAtStageOne, readyToAllocate, readyToRecordServiceRequest, readyToSendAnotherWay } from './ready.ts';
import { faultIn, longestInLetter, longestKept } from './wording.ts';

/** Somebody who was not satisfied with what we did makes a complaint on the day they say so, unless it was one from the beginning (duty D17). */
export function acceptAtStageOne(state: CaseState, { service, ombudsman, alwaysAComplaint }: CommandOf<'accept-at-stage-one'>): Facts {
  const ready = readyToAcceptAtStageOne(state);
  if (isRefusal(ready)) return ready;
  if (service === 'none') return refuse(noService);
  const expressedOn = alwaysAComplaint ? undefined : openFollowUp(state, 'dissatisfaction')?.since;
  return [{ type: 'accepted-at-stage-one', service, ombudsman, suggested: state.suggestion.primary, ...(expressedOn && { expressedOn }) }];
}

export function recordServiceRequest(state: CaseState, command: CommandOf<'record-service-request'>, { rules, today }: Setting): Facts {
  const { service, promisedBy, whatWeWillDo } = command;
  const ready = readyToRecordServiceRequest(state);
  if (isRefusal(ready)) return ready;
  if (service === 'none') return refuse(noService);
  const fault = faultIn(whatWeWillDo, longestInLetter, 'Say what we will do: the person is told it, with the date (policy section 2).');
  if (fault) return fault;
  if (promisedBy < today) return refuse(`Promise today or a later day: ${inWords(promisedBy)} has gone.`);
  if (promisedBy > rules.calendar.until)
    return refuse(`Promise a day up to ${inWords(rules.calendar.until)}: the bank holidays after it are not known yet.`);
  return [
    { type: 'service-request-recorded', service, promisedBy, whatWeWillDo: whatWeWillDo.trim(), suggested: state.suggestion.primary },
  ];
}

/** Not accepting a complaint is a person's decision with recorded reasons, and the person is told what to do instead (policy section 3, duty D3). */
export function sendAnotherWay(state: CaseState, { route, reasons, whatToDoInstead }: CommandOf<'send-another-way'>): Facts {
  const ready = readyToSendAnotherWay(state);
  if (isRefusal(ready)) return ready;
  const fault =
    faultIn(reasons, longestKept, 'Give the reasons: they are recorded and the person is told them (policy section 3).') ??
    faultIn(whatToDoInstead, longestInLetter, 'Say what the person can do instead (policy section 3).');
  if (fault) return fault;
  const [why, instead] = [reasons.trim(), whatToDoInstead.trim()];
  return [{ type: 'sent-another-way', route, reasons: why, whatToDoInstead: instead, suggested: state.suggestion.primary }];
}

/** To an officer of the lead service; again, while the case is open, when somebody else takes it over. */
export function allocate(state: CaseState, { service, officer }: CommandOf<'allocate'>, { today }: Setting): Facts {
  const ready = readyToAllocate(state);
  if (isRefusal(ready)) return ready;
  if (service === 'none') return refuse(noService);
  const fault = 'stageTwo' in ready ? tookPartAtStageOne(ready, officer) : undefined;
  if (fault) return fault;
  return [{ type: 'allocated', allocation: { service, officer, on: today } }];
}

const noService = 'Choose the lead service: it co-ordinates the answer (policy section 5).';
