import type { CaseState, Command, ProposedCommand } from './case.ts';
import { proposedCommands } from './case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { readyToApprove, readyToReturnProposal } from './ready.ts';
import { faultIn, longestKept } from './wording.ts';

// What binds the council, or closes a door, is done by two people (duty D28). One proposes, and what they propose is checked at once; another
// carries it out as it stands. Whoever changes a word proposes anew, so nobody approves what they have not read.

/** A proposal in place of the facts, where one person is not enough. */
export function proposedInstead(state: CaseState, command: Command): Facts | undefined {
  const because = isProposed(command) && neededBecause(state, command);
  return because ? [{ type: 'proposed', command, because }] : undefined;
}

/** Carries out what was proposed, in the name of the second person. */
export function approve(
  state: CaseState,
  { number, proposed }: CommandOf<'approve'>,
  { by }: Setting,
  carryOut: (command: ProposedCommand) => Facts,
): Facts {
  const ready = readyToApprove(state);
  if (isRefusal(ready)) return ready;
  if (ready.number !== number || ready.what !== proposed.type)
    return refuse('This was changed or dealt with since you opened it. Look at what waits for approval now.');
  if (by.kind === 'officer' && by.subject === ready.by.subject)
    return refuse('You proposed this yourself. Somebody else must approve it (duty D28).');
  const facts = carryOut(proposed);
  return isRefusal(facts) ? facts : [{ type: 'approved', number }, ...facts];
}

/** Back to whoever wrote it; also by themselves. */
export function returnProposal(state: CaseState, { comments }: CommandOf<'return-proposal'>): Facts {
  const ready = readyToReturnProposal(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(comments, longestKept, 'Say what should be changed, or why it is not to be done.');
  return fault ?? [{ type: 'proposal-returned', number: ready.number, comments: comments.trim() }];
}

/** Why one person is not enough; undefined where one is. */
function neededBecause(state: CaseState, command: ProposedCommand): string | undefined {
  switch (command.type) {
    case 'respond':
      return 'stageTwo' in state && state.stageTwo ? 'It is our final response (policy section 6).' : undefined;
    case 'decline-stage-two':
      return 'It keeps somebody from stage two (policy section 3; both Codes 5.7 and 5.11).';
  }
}

function isProposed(command: Command): command is ProposedCommand {
  return proposedCommands.some((type) => type === command.type);
}
