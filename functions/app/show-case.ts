import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import type { CaseState } from '../domain/cases/case.ts';
import { notForThisOfficer, type WhoMay, whoMay } from '../domain/cases/for-this-officer.ts';
import { inView } from '../domain/cases/in-view.ts';
import { type PossibleCommand, possibleCommands } from '../domain/cases/possible.ts';
import type { Deadline } from '../domain/deadlines/deadline.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import type { FileCheck } from '../domain/intake/file-check.ts';
import { mayAct, mayNotAct, mayOpen, type Viewer } from '../domain/staff/authority.ts';
import type { StaffMember } from '../domain/staff/staff-member.ts';
import { whoLooks } from './desk-authority.ts';
import type { CaseFile, CaseStore } from './ports.ts';
import type { World } from './world.ts';

/** `notTheirs`: the case would allow it, and not to whoever looks: by their `role`, or because of who they are in this case. */
export type OfferedCommand = PossibleCommand & { readonly notTheirs?: 'role' | 'person' };

export type ShownCase = CaseFile & {
  readonly deadlines: readonly Deadline[];
  readonly possible: readonly OfferedCommand[];
  /** Of what waits for certain people, who they are. */
  readonly whoMay: WhoMay;
  /** Whether they may say where a message of it belongs. */
  readonly mayPlace: boolean;
  /** What machines know of its files, by the keys of their objects. */
  readonly fileChecks: ReadonlyMap<string, FileCheck>;
  /** The staff directory, by which that was judged. */
  readonly staff: readonly StaffMember[];
};

/**
 * Everything the case page shows, read consistently, and noted as looked at by this officer. Undefined alike for a case that does not exist and for
 * one that is not theirs to open: nobody learns that it exists (ADR 14). `read`: the staff directory, where this request has read it.
 */
export async function showCase(
  deps: World & { store: CaseStore },
  reference: Reference,
  by: Officer,
  read?: readonly StaffMember[],
): Promise<ShownCase | undefined> {
  const [file, { viewer, staff }] = await Promise.all([deps.store.loadFile(reference), whoLooks(deps, by, read)]);
  if (!file) return undefined;
  const view = inView(file.state);
  if (!mayOpen(viewer, view)) {
    deps.log('case-not-theirs', { reference, by: by.subject });
    return undefined;
  }
  const now = deps.now();
  const asking = { at: now, rules: deps.rules, staff };
  const possible = possibleCommands(file.state, { rules: deps.rules, today: londonDateOf(now) });
  const keys = file.contacts.flatMap(({ attachments }) => attachments.map(({ key }) => key));
  const [fileChecks, questions] = await Promise.all([
    deps.store.files.checks(keys),
    questionsFor(deps.store, file.state, viewer),
    deps.store.noteLook(reference, by, now),
  ]);
  return {
    ...file,
    state: questions ? { ...file.state, questions } : file.state,
    fileChecks,
    staff,
    mayPlace: mayAct(viewer, view, 'move-out'),
    deadlines: deadlinesOf(file.state, deps.rules),
    possible: possible.map(({ type, ...command }): OfferedCommand => {
      if (!command.possible) return { type, ...command };
      const role = mayNotAct(viewer, view, type);
      if (role !== undefined) return { type, possible: false, because: role, notTheirs: 'role' };
      const person = notForThisOfficer(file, type, by, asking);
      return person === undefined ? { type, ...command } : { type, possible: false, because: person, notTheirs: 'person' };
    }),
    whoMay: whoMay(
      file,
      view,
      possible.flatMap((command) => (command.possible ? command.type : [])),
      asking,
    ),
  };
}

/** What is asked about its messages, without the number of a case that is not theirs to open. */
async function questionsFor(store: Pick<CaseStore, 'load'>, { questions }: CaseState, viewer: Viewer): Promise<CaseState['questions']> {
  return (
    questions &&
    Promise.all(
      questions.map(async (question) => {
        const other = question.mayBelongTo && (await store.load(question.mayBelongTo));
        return other && !mayOpen(viewer, inView(other.state)) ? { ...question, mayBelongTo: undefined } : question;
      }),
    )
  );
}
