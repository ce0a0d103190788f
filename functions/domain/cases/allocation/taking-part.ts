import type { Officer } from '../actor.ts';
import type { Allocation, CaseState } from '../case.ts';
import type { Command } from '../command.ts';

// Who takes no part in a case: whoever the complaint is about, whoever has declared a conflict, and at stage two whoever looked into stage one.
// Judged by the identity of the sign-in, never by name (policy section 5; both Codes 6.13; duties D25 and D29).

/** Why somebody takes no part, in words for officers; undefined where nothing keeps them from it. */
export function mayNotTakePart(state: CaseState, subject: string): string | undefined {
  const conflict = state.conflicts?.find((one) => one.subject === subject);
  if (conflict)
    return conflict.kind === 'named'
      ? `The complaint is about ${conflict.name}, who takes no part in it (policy section 5).`
      : `${conflict.name} has a conflict of interest in this case and takes no part in it (policy section 5).`;
  const open = state.stage === 'closed' ? state.was : state;
  const stageOne = 'stageTwo' in open ? open.stageTwo?.stageOne.allocation : undefined;
  const before = stageOne && investigators(stageOne).find((one) => one.subject === subject);
  return before && `${before.name} looked into this complaint at stage one. Somebody else must deal with stage two (policy section 5).`;
}

/**
 * Why this officer may not ask for this. Whoever is in conflict asks for nothing, except that a conflict be recorded; whoever looked into stage
 * one keeps its papers in order, sees to what they promised, and does nothing else at stage two.
 */
export function keptFrom(state: CaseState, command: Command, subject: string): string | undefined {
  const why = mayNotTakePart(state, subject);
  if (state.conflicts?.some((one) => one.subject === subject))
    return command.type === 'record-conflict' ? undefined : `${why} If that is wrong, a colleague can remove the conflict.`;
  if (why !== undefined) return isTheirs(state, command, subject) ? undefined : why;
  return decidesTheirRequest(state, command) ? fromDecidingTheirOwn(state, subject) : undefined;
}

/** Whoever looked into it at one stage, the last of them first (both Codes 6.13). */
function investigators({ officer, earlier = [] }: Allocation): readonly Officer[] {
  return [officer, ...earlier];
}

/**
 * All that is left to them: what keeps the papers of the case in order, and what they promised themselves at stage one. They draft, approve, advise
 * and steer nothing of stage two (duty D25).
 */
function isTheirs({ remedies = [] }: CaseState, command: Command, subject: string): boolean {
  switch (command.type) {
    case 'add-correspondence':
    case 'mark-read':
    case 'record-posted':
    case 'record-conflict':
      return true;
    case 'record-remedy-done':
    case 'record-remedy-undeliverable':
    case 'change-remedy-date':
    case 'record-answer-to-done':
      return remedies.some(({ number, owner }) => number === command.number && owner.subject === subject);
    default:
      return false;
  }
}

/** It keeps somebody who is not satisfied from stage two: declined, set aside, or their message moved away. */
function decidesTheirRequest(state: CaseState, command: Command): boolean {
  switch (command.type) {
    case 'approve':
      return decidesTheirRequest(state, command.proposed);
    case 'decline-stage-two':
      return true;
    case 'set-aside-follow-up':
      return command.followUp === 'dissatisfaction';
    case 'move-out':
      return state.followUps?.some(({ kind, contactId }) => kind === 'dissatisfaction' && contactId === command.contact.id) ?? false;
    default:
      return false;
  }
}

/** Nobody decides that their own answer is not looked at again. */
function fromDecidingTheirOwn(state: CaseState, subject: string): string | undefined {
  const was = state.stage === 'closed' ? state.was : state;
  const own = was.stage === 'answered' ? investigators(was.allocation).find((one) => one.subject === subject) : undefined;
  return (
    own &&
    `${own.name} looked into this complaint at stage one. Somebody else must decide what becomes of the request for stage two (policy section 5).`
  );
}

/** The complaint is about somebody of the complaints team, or its Head: it goes to a director who is not named in it (duty D29). */
export function isAboutTheTeam({ conflicts }: CaseState): boolean {
  return conflicts?.some(({ ofTheTeam }) => ofTheTeam) ?? false;
}

/** Why a case must change hands before its letters go on, since they name who looks into it; undefined where it is in good hands. */
export function mustChangeHands(state: CaseState, { officer, director }: Allocation): string | undefined {
  const why = mayNotTakePart(state, officer.subject);
  if (why) return `Allocate it to somebody else first. ${why}`;
  if (isAboutTheTeam(state) && !director) return `Allocate it to a director first. ${forADirector}`;
  return undefined;
}

export const forADirector =
  'The complaint is about the complaints team or its Head, so a director who is not named in it must look into it.';
