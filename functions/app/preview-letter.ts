import type { Officer, Reference } from '../domain/cases/actor.ts';
import type { CaseState } from '../domain/cases/case.ts';
import type { Command } from '../domain/cases/command.ts';
import { decide, decideAsIfApproved } from '../domain/cases/decide.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { inView } from '../domain/cases/in-view.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { lettersWaitUntil } from '../domain/notices/leaving.ts';
import { isForResident, type PlannedNotice } from '../domain/notices/notice.ts';
import { isCopy } from '../domain/notices/notice-id.ts';
import { isCaseAct, mayNotAct, mayOpen } from '../domain/staff/authority.ts';
import type { StaffMember } from '../domain/staff/staff-member.ts';
import { followingFrom } from './change-of.ts';
import { whoLooks } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

export type PreviewRequest = { readonly reference: Reference; readonly command: Command; readonly by: Officer };

export type Preview =
  | {
      readonly kind: 'letter';
      /** As the person will get it; copies to members of a group say the same. */
      readonly letter: PlannedNotice;
      /** A second person must approve it first. */
      readonly proposed: boolean;
      /** It can be taken back for a while; else it leaves at once. */
      readonly waits: boolean;
    }
  /** The command causes no letter to the person. */
  | { readonly kind: 'no-letter' }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * The letter of what waits for a second person, as it would leave today in the name of whoever wrote it; undefined where it causes none to the
 * person, or can no longer be carried out as it stands.
 */
export function proposedLetter(world: World, { state, events, staff }: Proposed): PlannedNotice | undefined {
  const event = state.proposal && events[state.proposal.number - 1];
  if (!state.proposal || event?.type !== 'proposed') return undefined;
  const circumstances = { commandId: 'preview', by: state.proposal.by, at: world.now(), staff };
  const decision = decideAsIfApproved(world.rules, state, event.command, circumstances);
  return 'refused' in decision ? undefined : letterOf(followingFrom(world, state, decision.events, { staff })?.notices);
}

export type Proposed = { readonly state: CaseState; readonly events: readonly CaseEvent[]; readonly staff: readonly StaffMember[] };

function letterOf(notices: readonly PlannedNotice[] = []): PlannedNotice | undefined {
  return notices.find(({ id, kind }) => isForResident(kind) && !isCopy(id));
}

/** The letter that a command would cause, word for word, without anything being done (duty D36). */
export async function previewLetter(
  deps: World & { readonly store: CaseStore },
  { reference, command, by }: PreviewRequest,
): Promise<Preview> {
  const [current, { viewer, staff }] = await Promise.all([deps.store.load(reference), whoLooks(deps, by)]);
  const view = current && inView(current.state);
  if (!current || !view || !mayOpen(viewer, view)) return { kind: 'refused', why: 'There is no such case.' };
  const barred = isCaseAct(command.type) ? mayNotAct(viewer, view, command.type) : undefined;
  if (barred !== undefined) return { kind: 'refused', why: barred };
  const at = deps.now();
  const circumstances = { commandId: 'preview', by, at, staff };
  const decision = decide(deps.rules, current.state, command, circumstances);
  if ('refused' in decision) return { kind: 'refused', why: decision.refused };
  const proposed = decision.events.some(({ type }) => type === 'proposed');
  const carriedOut = proposed ? decideAsIfApproved(deps.rules, current.state, command, circumstances) : decision;
  if ('refused' in carriedOut) return { kind: 'refused', why: carriedOut.refused };
  const following = followingFrom(deps, current.state, carriedOut.events, { staff });
  const letter = letterOf(following?.notices);
  if (!following || !letter) return { kind: 'no-letter' };
  const { state, notices, deadlines: after } = following;
  const deadlines = { before: deadlinesOf(current.state, deps.rules), after };
  const until = lettersWaitUntil({ by, at, state, events: carriedOut.events, notices, deadlines });
  return { kind: 'letter', letter, proposed, waits: until !== undefined };
}
