import type { Officer } from './actor.ts';
import type { CaseState } from './case.ts';
import type { Command, ProposedCommand, Refusal } from './command.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import type { EventData } from './event.ts';
import { proposedCommands } from './proposal.ts';
import { readyToApprove, readyToReturnProposal } from './ready.ts';
import { neededFromHead } from './releasing.ts';
import { mayNotApproveMoney, moneyAboveLimit, takesBackMoney } from './remedies/money.ts';
import { faultIn, longestKept } from './wording.ts';

// What binds the council, or closes a door, is done by two people (duty D28). One proposes, and what they propose is checked at once; another
// carries it out as it stands. Whoever changes a word proposes anew, so nobody approves what they have not read.

/** A proposal in place of the facts, where one person is not enough. */
export function proposedInstead(state: CaseState, command: Command, setting: Setting): Facts | undefined {
  const because = isProposed(command) && neededBecause(state, command, setting);
  return because ? (otherWaits(state, command.type) ?? [{ type: 'proposed', command, because }]) : undefined;
}

/** A changed word takes the place of its own proposal; nothing else takes the place of one that waits. */
function otherWaits({ proposal }: CaseState, type: Command['type']): Refusal | undefined {
  if (!proposal || proposal.what === type) return undefined;
  return refuse('Something else in this case waits for a second person. Approve it or return it first.');
}

/** The same for what is done by two people whatever it says. Undefined where nothing else waits. */
export function waitsBefore(state: CaseState, type: Command['type']): Refusal | undefined {
  return needsTwoAnyway(state, type) ? otherWaits(state, type) : undefined;
}

function needsTwoAnyway(state: CaseState, type: Command['type']): boolean {
  if (type === 'respond') return answerNeedsTwo(state) !== undefined;
  if (type === 'set-aside-follow-up') return state.followUps?.every(({ kind }) => kind === 'dissatisfaction') ?? false;
  return type === 'decline' || type === 'decline-stage-two';
}

/** Why the answer to this case is given by two people; undefined where one may give it, if it offers no more money than they may. */
function answerNeedsTwo(state: CaseState): string | undefined {
  if ('stageTwo' in state && state.stageTwo) return 'It is our final response (policy section 6).';
  return state.discrimination ? 'It answers a complaint in which discrimination was raised (policy section 5).' : undefined;
}

/** Carries out what was proposed, in the name of the second person. */
export function approve(
  state: CaseState,
  { number, proposed }: CommandOf<'approve'>,
  { by, staff }: Setting,
  carryOut: (command: ProposedCommand) => Facts,
): Facts {
  const ready = readyToApprove(state);
  if (isRefusal(ready)) return ready;
  if (ready.number !== number || ready.what !== proposed.type)
    return refuse('This was changed or dealt with since you opened it. Look at what waits for approval now.');
  if (by.kind === 'officer' && by.subject === ready.by.subject) return refuse('You proposed this yourself. Somebody else must approve it.');
  const notEnough = by.kind === 'officer' ? mayNotApproveMoney(state, proposed, ready.by, by, staff) : undefined;
  if (notEnough) return notEnough;
  const facts = carryOut(proposed);
  return isRefusal(facts) ? facts : [{ type: 'approved', number }, ...facts.map((fact) => withAuthor(fact, ready.by))];
}

/** A letter that closes a door is signed by whoever wrote it, and not by whoever agreed. */
function withAuthor(fact: EventData, writtenBy: Officer): EventData {
  return fact.type === 'declined' || fact.type === 'stage-two-declined' ? { ...fact, writtenBy } : fact;
}

/** Back to whoever wrote it; also by themselves. */
export function returnProposal(state: CaseState, { comments }: CommandOf<'return-proposal'>, { by }: Setting): Facts {
  const ready = readyToReturnProposal(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(comments, longestKept, 'Say what should be changed, or why it is not to be done.');
  if (fault) return fault;
  const toAuthor = by.kind === 'officer' && by.subject !== ready.by.subject && { to: ready.by };
  return [{ type: 'proposal-returned', number: ready.number, comments: comments.trim(), ...toAuthor }];
}

/** Why one person is not enough; undefined where one is. */
function neededBecause(state: CaseState, command: ProposedCommand, { by, staff }: Setting): string | undefined {
  const money = by.kind === 'officer' ? moneyAboveLimit(state, command, by, staff) : undefined;
  switch (command.type) {
    case 'respond':
      return neededFromHead(state, command) ?? answerNeedsTwo(state) ?? money;
    case 'promise-remedy':
      return money;
    case 'record-remedy-undeliverable':
      return takesBackMoney(state, command) ?? money;
    case 'decline':
      return 'It keeps a complaint from being looked into (policy section 3).';
    case 'set-aside-follow-up':
      return command.followUp === 'dissatisfaction'
        ? 'It says that somebody who is not satisfied asks nothing of us (policy section 3).'
        : undefined;
    case 'decline-stage-two':
      return 'It keeps somebody from stage two (policy section 3; both Codes 5.7 and 5.11).';
  }
}

function isProposed(command: Command): command is ProposedCommand {
  return proposedCommands.some((type) => type === command.type);
}
