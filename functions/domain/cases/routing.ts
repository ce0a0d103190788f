import { inWords } from '../calendar/local-date.ts';
import { complainantOf } from '../notices/addressee.ts';
import type { CaseState } from './case.ts';
import { openFollowUp } from './conversation/asked.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { raisedByAccepting } from './discrimination/looking-into-it.ts';
import { readyToAcceptAtStageOne, readyToRecordServiceRequest } from './ready.ts';
import { isTenants } from './request/ready.ts';
import { faultIn, longestInLetter } from './wording.ts';

/**
 * Somebody who was not satisfied with what we did makes a complaint on the day they say so, unless it was one from the beginning (duty D17). The
 * request goes on beside it.
 */
export function acceptAtStageOne(state: CaseState, { service, ombudsman, alwaysAComplaint }: CommandOf<'accept-at-stage-one'>): Facts {
  const ready = readyToAcceptAtStageOne(state);
  if (isRefusal(ready)) return ready;
  if (service === 'none') return refuse(noService);
  const expressedOn = alwaysAComplaint ? undefined : openFollowUp(state, 'dissatisfaction')?.since;
  const requestGoesOn = ready.stage === 'service-request';
  return [
    {
      type: 'accepted-at-stage-one',
      service,
      ombudsman,
      suggested: state.suggestion.primary,
      ...(expressedOn && { expressedOn }),
      ...(requestGoesOn && { requestGoesOn }),
    },
    ...raisedByAccepting(state),
  ];
}

/** A council tenant's letter offers the choice to complain from the beginning (Housing Ombudsman's Code 1.3). */
export function recordServiceRequest(state: CaseState, command: CommandOf<'record-service-request'>, { rules, today }: Setting): Facts {
  const { service, promisedBy, whatWeWillDo, ombudsman } = command;
  const ready = readyToRecordServiceRequest(state);
  if (isRefusal(ready)) return ready;
  if (service === 'none') return refuse(noService);
  const fault = faultIn(whatWeWillDo, longestInLetter, 'Say what we will do: the person is told it, with the date (policy section 2).');
  if (fault) return fault;
  if (promisedBy < today) return refuse(`Promise today or a later day: ${inWords(promisedBy)} has gone.`);
  if (promisedBy > rules.calendar.until)
    return refuse(`Promise a day up to ${inWords(rules.calendar.until)}: the bank holidays after it are not known yet.`);
  const offered =
    isTenants({ ombudsman, suggestion: state.suggestion }) && state.choice === undefined && complainantOf(state) !== undefined;
  return [
    {
      type: 'service-request-recorded',
      service,
      promisedBy,
      whatWeWillDo: whatWeWillDo.trim(),
      suggested: state.suggestion.primary,
      ...(ombudsman && { ombudsman }),
    },
    ...(offered ? [{ type: 'choice-offered', on: today } as const] : []),
  ];
}

const noService = 'Choose the lead service: it co-ordinates the answer (policy section 5).';
