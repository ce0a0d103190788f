import { addDays, inWords, type LocalDate } from '../../calendar/local-date.ts';
import { countToResponse, dateOf, responseDue } from '../../deadlines/stage-clock.ts';
import { isEmailAddress } from '../../intake/email-address.ts';
import type { Rules } from '../../policy/rules.ts';
import type { Accepted, Acknowledged, CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { faultIn, faultInOptional, ifWritten, longestInLetter } from '../wording.ts';
import type { Contractor } from './contribution.ts';
import { readyToAskContribution, readyToRecordContribution } from './ready.ts';

/** The snapshot holds the questions of a stage (a limit of ours); the answers stand in their events. */
const longestQuestion = 300;
const longestExcerpt = 1_000;
const longestName = 200;

/** In time for the answer that they go into (policy section 5: one response, co-ordinated by the lead service). */
export function askContribution(state: CaseState, command: CommandOf<'ask-contribution'>, { rules, today }: Setting): Facts {
  const ready = readyToAskContribution(state);
  if (isRefusal(ready)) return ready;
  const { service, question, due } = command;
  const { contributions = [] } = ready;
  if (service === 'none') return refuse('Choose the service to ask.');
  if (service === ready.service) return refuse('That service leads the answer. Choose the one whose part is missing.');
  const excerpt = ifWritten(command.excerpt);
  const fault =
    faultIn(question, longestQuestion, 'Say what that service should answer.') ??
    faultInOptional(excerpt, longestExcerpt) ??
    faultInContractor(command.contractor);
  if (fault) return fault;
  if (due < today) return refuse(`Ask for it by today or a later day: ${inWords(due)} has gone.`);
  const latest = latestFor(ready, rules, today);
  if (latest === undefined)
    return refuse(
      'The date of our answer cannot be worked out: the bank holidays are not known yet. Ask for the calendar to be brought up to date.',
    );
  if (due > latest) return refuse(`Ask for it by ${inWords(latest)}: our answer needs it before the response is due.`);
  const { contractor: to } = command;
  const contractor = to && { name: to.name.trim(), email: to.email.trim() };
  const asked = { number: contributions.length + 1, service, question: question.trim(), due, askedOn: today };
  return [{ type: 'contribution-asked', contribution: { ...asked, ...(contractor && { contractor }), ...(excerpt && { excerpt }) } }];
}

function faultInContractor(contractor: Contractor | undefined): Refusal | undefined {
  if (!contractor) return undefined;
  if (!isEmailAddress(contractor.email.trim()) || contractor.email.length > longestName)
    return refuse('Enter the contractor’s email address in the correct format, like name@example.com.');
  return faultIn(contractor.name, longestName, 'Enter the name of whoever works for that service.');
}

/** The day before the response is due, also before it is acknowledged; where that has gone, today. */
function latestFor(state: Accepted | Acknowledged, rules: Rules, today: LocalDate): LocalDate | undefined {
  const response = state.stage === 'acknowledged' ? responseDue(state, rules) : dateOf(countToResponse(state, today, rules));
  if (response === undefined) return undefined;
  const before = addDays(response, -1);
  return before < today ? today : before;
}

/** By an officer, or by the link that was sent to that service and to nobody else. */
export function recordContribution(state: CaseState, { number, answer }: CommandOf<'record-contribution'>, { by, today }: Setting): Facts {
  const ready = readyToRecordContribution(state);
  if (isRefusal(ready)) return ready;
  const asked = ready.contributions?.find((one) => one.number === number);
  const notTheirs = by.kind === 'by-link' && by.service !== asked?.service;
  if (!asked || asked.answeredOn || notTheirs) return refuse('That part is not waited for.');
  const fault = faultIn(answer, longestInLetter, 'Write what the service answered.');
  return fault ?? [{ type: 'contribution-recorded', number, on: today, answer: answer.trim() }];
}
