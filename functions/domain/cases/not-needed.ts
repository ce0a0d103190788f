import type { Acknowledged, Outcome } from './case.ts';
import type { Refusal } from './command.ts';
import { type CommandOf, refuse } from './decision.ts';
import { openRemedies } from './remedies/ready.ts';
import { openRequest } from './request/ready.ts';
import type { PartNotAlwaysNeeded } from './response-parts.ts';
import { faultIn, ifWritten, longestKept } from './wording.ts';

const names: Readonly<Record<PartNotAlwaysNeeded, string>> = {
  remedy: 'how we put things right',
  actions: 'what is still to be done',
};

/** What is wrong with the sections that a response leaves out: where something is upheld both are absolute (policy section 6; duty D33). */
export function faultInNotNeeded(state: Acknowledged, command: CommandOf<'respond'>, outcome: Outcome): Refusal | undefined {
  const { notNeeded = [] } = command;
  if (notNeeded.length === 0) return undefined;
  if (outcome !== 'not-upheld')
    return refuse('Something is upheld, so the letter says how we put it right and what is still to be done. Untick “not needed”.');
  if (new Set(notNeeded.map(({ part }) => part)).size < notNeeded.length) return refuse('Leave each section out once.');
  return notNeeded
    .map(
      ({ part, because }) =>
        faultIn(because, longestKept, `Say why the letter need not say ${names[part]}.`) ??
        (isSaid(state, command, part)
          ? refuse(`You wrote or promised ${names[part]}, so it is not left out. Untick “not needed”.`)
          : undefined),
    )
    .find((fault) => fault !== undefined);
}

/** A promise that is still open is said, whoever made it and when. */
function isSaid(state: Acknowledged, { remedy, actions, remedies = [] }: CommandOf<'respond'>, part: PartNotAlwaysNeeded): boolean {
  if (part === 'remedy') return ifWritten(remedy) !== undefined || remedies.length > 0;
  return ifWritten(actions) !== undefined || remedies.length > 0 || openRemedies(state).length > 0 || openRequest(state) !== undefined;
}
