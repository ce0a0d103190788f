import { inWords } from '../calendar/local-date.ts';
import { responseDue } from '../deadlines/stage-clock.ts';
import { actsAsHead } from './allocation/the-head.ts';
import type { Acknowledged, CaseState } from './case.ts';
import type { ProposedCommand, Refusal } from './command.ts';
import { type CommandOf, type Day, type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { withoutContact } from './in-touch/ready.ts';
import type { Proposal } from './proposal.ts';
import { readyToReleaseProposal, readyToRespond, readyToRespondWithoutContact } from './ready.ts';
import { mayNotApproveMoney } from './remedies/money.ts';
import { isForOthers } from './remedies/remedy.ts';
import type { ReleasableWithout } from './response-parts.ts';
import { faultIn, longestKept } from './wording.ts';

// A response that is ready but for something that is not absolute may leave on its day, by the word of the Head (duty D33). Whoever wrote it never
// releases it, so it is two people's all the same (duty D28); an absolute section is never let pass; and each release is counted.

/** For a response, or for one that goes out without contact from the day it is due. */
export function readyToWriteResponse(state: CaseState, on: Day): Acknowledged | Refusal {
  const ready = readyToRespond(state);
  return isRefusal(ready) && isReleaseDay(state, on) ? readyToRespondWithoutContact(state) : ready;
}

/** The same for one command: the officer must say that they ask for a release. */
export function readyToSendResponse(state: CaseState, { forRelease }: CommandOf<'respond'>, on: Day): Acknowledged | Refusal {
  if (!forRelease) return readyToRespond(state);
  if (isReleaseDay(state, on)) return readyToRespondWithoutContact(state);
  const ready = readyToRespond(state);
  return isRefusal(ready) ? ready : refuse(notYet);
}

const notYet = 'The Head can release a response on the day it is due, or later. Until then it needs everything.';

function isReleaseDay(state: CaseState, { rules, today }: Day): boolean {
  const due = state.stage === 'acknowledged' ? responseDue(state, rules) : undefined;
  return due !== undefined && today >= due;
}

/** What a response would go out without. */
function lackedBy(state: CaseState, { answers, affectedOthers, remedies = [] }: CommandOf<'respond'>): readonly ReleasableWithout[] {
  const upheld = answers.some(({ outcome }) => outcome !== 'not-upheld');
  const said = (affectedOthers ?? '').trim() !== '' || remedies.some(isForOthers);
  return [...(withoutContact(state) ? (['contact'] as const) : []), ...(upheld && !said ? (['others'] as const) : [])];
}

const lackInWords: Readonly<Record<ReleasableWithout, string>> = {
  contact: 'Nobody has spoken with the person, or tried twice.',
  others: 'It does not say who else is affected.',
};

/** Why only the Head lets it go out; undefined where it lacks nothing. */
export function neededFromHead(state: CaseState, command: CommandOf<'respond'>): string | undefined {
  const lacks = command.forRelease ? lackedBy(state, command) : [];
  if (lacks.length === 0) return undefined;
  return [...lacks.map((one) => lackInWords[one]), 'Only the Head releases it like that, on the day it is due or later.'].join(' ');
}

export function readyToRelease(state: CaseState, on: Day): Proposal | Refusal {
  const ready = readyToReleaseProposal(state);
  if (isRefusal(ready) || isReleaseDay(state, on)) return ready;
  const due = state.stage === 'acknowledged' ? responseDue(state, on.rules) : undefined;
  return refuse(due === undefined ? notYet : `The Head can release it on ${inWords(due)}, when it is due, or later.`);
}

/** As it was written, by the Head alone, with a reason that is kept and counted. */
export function release(
  state: CaseState,
  { number, proposed, reason }: CommandOf<'release'>,
  setting: Setting,
  carryOut: (command: ProposedCommand) => Facts,
): Facts {
  const ready = readyToRelease(state, setting);
  if (isRefusal(ready)) return ready;
  const { by, staff } = setting;
  if (proposed.type !== 'respond' || ready.number !== number)
    return refuse('This was changed or dealt with since you opened it. Look at what waits for approval now.');
  if (!actsAsHead(state, setting))
    return refuse('Only the Head of Customer Service and Complaints releases it, or their deputy while they cannot.');
  if (by.kind === 'officer' && by.subject === ready.by.subject)
    return refuse('You wrote it yourself. Complete it and propose it anew: then a second person can approve it.');
  const notEnough = by.kind === 'officer' ? mayNotApproveMoney(state, proposed, ready.by, by, staff) : undefined;
  const fault = notEnough ?? faultIn(reason, longestKept, 'Give the reason for releasing it: it is recorded and counted.');
  if (fault) return fault;
  const facts = carryOut(proposed);
  if (isRefusal(facts)) return facts;
  const without = lackedBy(state, proposed);
  // They may have been spoken with since: then nothing is let pass, and the Head is the second person like any other.
  return [without.length > 0 ? { type: 'released', number, without, reason: reason.trim() } : { type: 'approved', number }, ...facts];
}
