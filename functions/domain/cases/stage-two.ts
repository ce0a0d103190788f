import { inWords, type LocalDate } from '../calendar/local-date.ts';
import type { Rules } from '../policy/rules.ts';
import { lastDayForStageTwo } from '../policy/six-months.ts';
import type { Answered, CaseState } from './case.ts';
import type { Refusal } from './command.ts';
import { isAbout, openFollowUp } from './conversation/asked.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { advisedAnew, raisedByAccepting } from './discrimination/looking-into-it.ts';
import type { EventData } from './event.ts';
import { whereTwoOmbudsmen } from './points.ts';
import { pointsOfStageOne } from './points-at-stage-two.ts';
import { isResponse } from './reaching/evolving.ts';
import { readyForStageTwo, readyToDeclineStageTwo } from './ready.ts';
import { faultIn, longestInLetter } from './wording.ts';

/** Any words by any channel are enough, and nothing may be required (duty D25; both Codes 6.12). The clock runs from the day they asked. */
export function acceptAtStageTwo(state: CaseState, { askedOn }: CommandOf<'accept-at-stage-two'>, { today }: Setting): Facts {
  const ready = readyForStageTwo(state);
  if (isRefusal(ready)) return ready;
  const fault = faultInAskedOn(state, ready, askedOn, today);
  if (fault) return fault;
  return [
    { type: 'accepted-at-stage-two', askedOn, ...whereTwoOmbudsmen(ready), ...pointsOfStageOne(ready), ...advisedAnew(state) },
    ...questionsSettled(state),
    ...raisedByAccepting(state),
  ];
}

/**
 * Where their words came under another subject, "same or new?" was asked: stage two on them is the answer. A message that speaks of another matter
 * as well, or names another case, is still to be placed.
 */
function questionsSettled({ questions = [], followUps = [] }: CaseState): readonly EventData[] {
  const asking = followUps.filter(({ kind }) => kind === 'dissatisfaction');
  return questions.flatMap((question) => {
    const { channel, id } = question.contact;
    const isTheirs =
      question.because === 'changed-subject' && asking.some(({ contactId }) => isAbout(question, { channel, id: contactId }));
    return isTheirs ? [{ type: 'question-answered', channel, contactId: id }] : [];
  });
}

/** Only for a valid reason, weighed against what speaks for accepting it, and by two people; the person is told, with the Ombudsman's details. */
export function declineStageTwo(state: CaseState, command: CommandOf<'decline-stage-two'>, { rules, today }: Setting): Facts {
  const ready = readyToDeclineStageTwo(state);
  if (isRefusal(ready)) return ready;
  const { askedOn, ground, facts, discretion } = command;
  const fault =
    faultInAskedOn(state, ready, askedOn, today) ??
    (ground === 'long-after-the-response' ? faultInLong(state, ready, askedOn, rules) : undefined) ??
    faultIn(facts, longestInLetter, 'Give the facts: they are recorded and the person is told them (policy section 3).') ??
    faultIn(discretion, longestInLetter, 'Say what speaks for accepting it, and why that did not outweigh the rest (policy section 3).');
  return fault ?? [{ type: 'stage-two-declined', askedOn, ground, facts: facts.trim(), discretion: discretion.trim() }];
}

/**
 * What they wrote sets the day: nobody dates their request later than that (duty D25), or before the answer with which they are not satisfied, unless
 * their words came before it and were recorded after it.
 */
function faultInAskedOn(state: CaseState, { response }: Answered, askedOn: LocalDate, today: LocalDate): Refusal | undefined {
  if (askedOn > today) return refuse(`Enter the day on which they asked: ${inWords(askedOn)} is still to come.`);
  const told = openFollowUp(state, 'dissatisfaction')?.since;
  if (told !== undefined && askedOn > told)
    return refuse(`They told us on ${inWords(told)} that they are not satisfied: stage two was asked for on that day, or before it.`);
  return askedOn < response.on && askedOn !== told
    ? refuse(`We answered at stage one on ${inWords(response.on)}: they cannot have asked for stage two before that.`)
    : undefined;
}

/** Six months run from the response's arrival; a letter that did not arrive ran no clock (duty D24). */
function faultInLong(
  state: CaseState,
  { response, acknowledgement }: Answered,
  askedOn: LocalDate,
  { calendar }: Rules,
): Refusal | undefined {
  const { responseReached } = state;
  const unposted = state.toPost?.some(({ noticeId, kind }) => kind === 'response' || noticeId === acknowledgement.noticeId);
  const bounced = responseReached ? responseReached.on === undefined : isResponse(state.undelivered?.noticeId);
  if (bounced || unposted)
    return refuse('Our response did not arrive, so no time has gone by since. Six months run from a response that reached them.');
  const lastDay = lastDayForStageTwo(calendar, responseReached?.on ?? response.on);
  return askedOn <= lastDay
    ? refuse(`They asked in time: six months from our response end on ${inWords(lastDay)} (policy section 6). Accept it.`)
    : undefined;
}
