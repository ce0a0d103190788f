import type { Actor, Officer } from '../actor.ts';
import type { Acknowledged, Allocation, CaseState, DecidedBy } from '../case.ts';
import type { Command } from '../command.ts';

// Who takes no part in a case: whoever the complaint is about, whoever has declared a conflict, and at stage two whoever looked into stage one or
// decided its answer.
// Judged by the identity of the sign-in, never by name (policy section 5; both Codes 6.13; duties D25 and D29).

/** Why somebody takes no part, in words for officers; undefined where nothing keeps them from it. */
export function mayNotTakePart(state: CaseState, subject: string): string | undefined {
  const conflict = state.conflicts?.find((one) => one.subject === subject);
  if (conflict)
    return conflict.kind === 'named'
      ? `The complaint is about ${conflict.name}, who takes no part in it (policy section 5).`
      : `${conflict.name} has a conflict of interest in this case and takes no part in it (policy section 5).`;
  const open = state.stage === 'closed' ? state.was : state;
  const stageOne = 'stageTwo' in open ? open.stageTwo?.stageOne : undefined;
  const before = stageOne && investigators(stageOne.allocation).find((one) => one.subject === subject);
  if (before) return `${before.name} looked into this complaint at stage one. Somebody else must deal with stage two (policy section 5).`;
  const decider = stageOne?.decidedBy?.find((one) => one.subject === subject);
  return (
    decider &&
    `${decider.name} wrote or approved the answer at stage one. Somebody else must look into stage two and approve its response (policy section 5).`
  );
}

/**
 * Why this officer may not ask for this. Whoever is in conflict asks for nothing, except that a conflict be recorded; whoever looked into stage
 * one keeps its papers in order, sees to what they promised, and does nothing else at stage two. Whoever only decided its answer also runs the desk as
 * before, and takes no part in the answer of stage two.
 */
export function keptFrom(state: CaseState, command: Command, subject: string): string | undefined {
  const why = mayNotTakePart(state, subject);
  if (state.conflicts?.some((one) => one.subject === subject))
    return command.type === 'record-conflict' ? undefined : `${why} If that is wrong, a colleague can remove the conflict.`;
  if (why !== undefined) return isLeftToThem(state, command, subject) ? undefined : why;
  return decidesTheirRequest(state, command) ? fromDecidingTheirOwn(state, subject) : undefined;
}

/** The same of a form that nobody has filled in yet, by what it asks for alone: a page offers nothing that would be refused whatever is typed. */
export function keptFromAct(state: CaseState, type: Command['type'], subject: string): string | undefined {
  const why = mayNotTakePart(state, subject);
  if (state.conflicts?.some((one) => one.subject === subject)) return type === 'record-conflict' ? undefined : why;
  if (why !== undefined) return isLeftToThem(state, { type }, subject) ? undefined : why;
  return type === 'decline-stage-two' ? fromDecidingTheirOwn(state, subject) : undefined;
}

/** A command, or only what it asks for: then `number` says nothing, and any of theirs will do. */
type Asked = { readonly type: Command['type']; readonly number?: number };

function isLeftToThem(state: CaseState, asked: Asked, subject: string): boolean {
  return isTheirs(state, asked, subject) || isOfTheDesk(state, asked, subject);
}

/** Whose the answer of stage one is besides those who looked into it: whoever writes or approves it now, and whoever proposed it (duties D28 and D29). */
export function decidedBy({ allocation, proposal, stageTwo }: Acknowledged, by: Actor): { readonly decidedBy?: DecidedBy } {
  if (stageTwo) return {};
  const lookedInto = investigators(allocation).map(({ subject }) => subject);
  const proposed = proposal?.what === 'respond' ? [proposal.by] : [];
  const deciders = [...proposed, ...(by.kind === 'officer' ? [by] : [])].filter(({ subject }) => !lookedInto.includes(subject));
  const others = [...new Map(deciders.map((one) => [one.subject, one])).values()];
  return others.length > 0 ? { decidedBy: others } : {};
}

/** Whoever looked into it at one stage, the last of them first (both Codes 6.13). */
function investigators({ officer, earlier = [] }: Allocation): readonly Officer[] {
  return [officer, ...earlier];
}

/**
 * All that is left to them: what keeps the papers of the case in order, and what they promised themselves at stage one. They draft, approve, advise
 * and steer nothing of stage two (duty D25).
 */
function isTheirs({ remedies = [] }: CaseState, asked: Asked, subject: string): boolean {
  switch (asked.type) {
    case 'add-correspondence':
    case 'mark-read':
    case 'record-posted':
    case 'record-conflict':
      return true;
    case 'record-remedy-done':
    case 'record-remedy-undeliverable':
    case 'change-remedy-date':
    case 'record-answer-to-done':
      return remedies.some(({ number, owner }) => number === (asked.number ?? number) && owner.subject === subject);
    default:
      return false;
  }
}

/**
 * What is left to whoever wrote or approved the answer at stage one and did not look into it (duty D29). Complete by type: whoever adds an act says
 * whether it is part of the answer of stage two.
 */
const leftToTheDesk: Readonly<Record<Command['type'], boolean>> = {
  // What comes in, who is who, how they are reached: the case has to be run, and the team may be a small one.
  receive: true,
  'add-correspondence': true,
  'mark-read': true,
  'answer-chaser': true,
  'set-aside-follow-up': true,
  'move-out': true,
  'answer-question': true,
  allocate: true,
  'record-conflict': true,
  'remove-conflict': true,
  'reached-another-way': true,
  'confirm-caller': true,
  'record-call-back': true,
  'check-transcript': true,
  'record-posted': true,
  'correct-email': true,
  'correct-person': true,
  'verify-authority': true,
  'refuse-authority': true,
  'record-representative': true,
  'record-adjustments': true,
  'record-group': true,
  'record-bereavement': true,
  'record-crm-reference': true,
  withdraw: true,
  'undo-withdrawal': true,
  close: true,
  'record-contact': true,
  'record-offer-answer': true,
  'agree-updates': true,
  'send-update': true,
  'word-apology': true,
  'raise-discrimination': true,
  'record-discrimination-reported': true,
  'start-hazard': true,
  'record-hazard-step': true,
  'take-harm': true,
  restrict: true,
  'lift-restriction': true,
  'confirm-hand-over': true,
  'return-hand-over': true,
  'record-remedy-done': true,
  'change-remedy-date': true,
  'record-answer-to-done': true,
  'answer-service-request': true,
  'record-fixed-answer': true,
  'record-choice': true,
  'revise-calendar': true,
  // What we understand, find out, decide and promise at stage two, by when, and whether it goes another way instead.
  acknowledge: false,
  'acknowledge-and-respond': false,
  'ask-clarification': false,
  'amend-definition': false,
  extend: false,
  respond: false,
  'ask-contribution': false,
  'record-contribution': false,
  'promise-remedy': false,
  'record-remedy-undeliverable': false,
  'record-consultation': false,
  'rule-out-discrimination': false,
  'add-point': false,
  'answer-now': false,
  'escalate-unanswered': false,
  approve: false,
  release: false,
  'return-proposal': false,
  'accept-at-stage-one': false,
  'accept-at-stage-two': false,
  'decline-stage-two': false,
  'record-service-request': false,
  'hand-over': false,
  signpost: false,
  decline: false,
  'thank-for-feedback': false,
  // The machine's alone.
  'apologise-for-missing': false,
  'ask-whether-done': false,
  'ask-whether-fixed': false,
  'record-audio-deleted': false,
  'record-called-spam': false,
  'tell-of-infected-files': false,
  'record-undelivered': false,
};

/** Whoever looked into it has less: `isTheirs`. */
function isOfTheDesk(state: CaseState, { type }: Asked, subject: string): boolean {
  const open = state.stage === 'closed' ? state.was : state;
  const stageOne = 'stageTwo' in open ? open.stageTwo?.stageOne : undefined;
  const lookedInto = stageOne && investigators(stageOne.allocation).some((one) => one.subject === subject);
  return !lookedInto && leftToTheDesk[type];
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
  if (was.stage !== 'answered') return undefined;
  const lookedInto = investigators(was.allocation).find((one) => one.subject === subject);
  const own = lookedInto ?? was.decidedBy?.find((one) => one.subject === subject);
  const did = lookedInto ? 'looked into this complaint' : 'wrote or approved the answer';
  return own && `${own.name} ${did} at stage one. Somebody else must decide what becomes of the request for stage two (policy section 5).`;
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
