import { londonDateOf } from '../calendar/local-date.ts';
import type { Rules } from '../policy/rules.ts';
import { type CaseInView, mayAct, viewersOf } from '../staff/authority.ts';
import type { StaffMember } from '../staff/staff-member.ts';
import type { Officer } from './actor.ts';
import { keptFromAct } from './allocation/taking-part.ts';
import { actsAsHead } from './allocation/the-head.ts';
import type { CaseState } from './case.ts';
import type { Circumstances, Command, Refusal } from './command.ts';
import { decide } from './decide.ts';
import { isRefusal, type Setting } from './decision.ts';
import { mayNotAdvise, mayNotJudge } from './discrimination/looking-into-it.ts';
import type { CaseEvent } from './event.ts';
import type { OfficerCommand } from './possible.ts';

// What a case allows, and a role lets somebody do, may still not be theirs: they wrote it, they take no part, they are no equality co-ordinator. Whoever
// asks for it is refused by `decide`; a page asks here before it offers a form.

type File = { readonly state: CaseState; readonly events: readonly CaseEvent[] };
type Asking = Pick<Circumstances, 'at'> & { readonly rules: Rules; readonly staff: readonly StaffMember[] };

/** Why this officer may not do what the case allows now, in words for them; undefined where nothing keeps them from it. */
export function notForThisOfficer(file: File, type: OfficerCommand, by: Officer, asking: Asking): string | undefined {
  const { state } = file;
  const setting: Setting = { ...asking, by, today: londonDateOf(asking.at) };
  return keptFromAct(state, type, by.subject) ?? refusedTo(file, type, setting)?.refused;
}

function refusedTo({ state, events }: File, type: OfficerCommand, setting: Setting): Refusal | undefined {
  const { discrimination } = state;
  switch (type) {
    case 'approve':
    case 'release':
      return mayNotApprove({ state, events }, type, setting);
    case 'record-consultation':
      return discrimination && mayNotAdvise(state, discrimination, setting);
    case 'rule-out-discrimination':
      return discrimination && (actsAsHead(state, setting) ? mayNotJudge(state, setting) : mayNotAdvise(state, discrimination, setting));
    default:
      return undefined;
  }
}

/** What is approved is known to its last word: so the case itself can be asked. */
function mayNotApprove({ state, events }: File, type: 'approve' | 'release', { rules, at, by, staff }: Setting): Refusal | undefined {
  const proposed = state.proposal && events[state.proposal.number - 1];
  if (!state.proposal || proposed?.type !== 'proposed') return undefined;
  const what = { number: state.proposal.number, proposed: proposed.command };
  const command: Command = type === 'approve' ? { type, ...what } : { type, ...what, reason: askedBefore };
  const decision = decide(rules, state, command, { at, by, staff, commandId: askedBefore });
  return isRefusal(decision) ? decision : undefined;
}

/** Nothing of such an asking is kept. */
const askedBefore = 'asked-before';

/** What only certain people do, so that a case waits for them by name. */
const doneByFew = ['approve', 'release', 'record-consultation'] as const satisfies readonly OfficerCommand[];
type DoneByFew = (typeof doneByFew)[number];

/** Who may do it now, of the staff directory and in its order. Empty where nobody recorded there can. */
export type WhoMay = Readonly<Partial<Record<DoneByFew, readonly StaffMember[]>>>;

/** For what waits in this case now. */
export function whoMay(file: File, view: CaseInView, waiting: readonly OfficerCommand[], asking: Asking): WhoMay {
  const few = doneByFew.filter((type) => waiting.includes(type));
  if (few.length === 0) return {};
  const { staff, at } = asking;
  const viewerOf = viewersOf(staff, londonDateOf(at));
  const viewed = staff.map((member) => ({ member, viewer: viewerOf(member.subject) }));
  // Their role first: the case itself is asked only of those few whom it lets.
  const mayDo = (type: DoneByFew) =>
    viewed
      .filter(({ member, viewer }) => mayAct(viewer, view, type) && notForThisOfficer(file, type, member, asking) === undefined)
      .map(({ member }) => member);
  return Object.fromEntries(few.map((type) => [type, mayDo(type)]));
}
