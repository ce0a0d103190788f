import type { Officer, Reference } from '../domain/cases/actor.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { inView } from '../domain/cases/in-view.ts';
import type { OfficerCommand } from '../domain/cases/possible.ts';
import { commandsTakenBack } from '../domain/cases/taking-back/taken-back.ts';
import { type Draft, type DraftKey, draftOf, isOffered, isTooLarge, sentDraft } from '../domain/desk/draft.ts';
import { mostClearedAtOnce } from '../domain/policy/the-door.ts';
import { mayAct } from '../domain/staff/authority.ts';
import { whoLooks } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

export type DraftDeps = Pick<World, 'now'> & { readonly store: CaseStore };

/** Whose form it is. */
export type FormOf = { readonly reference: Reference; readonly action: OfficerCommand; readonly by: Officer };

const keyOf = ({ reference, action, by }: FormOf): DraftKey => ({ reference, action, subject: by.subject });

/** `ifNone`: leaves what was kept before, for words of which no session’s token says that this officer sent them. */
export type Keeping = { readonly ifNone?: boolean };

/**
 * Keeps what somebody typed and did not send, in the place of what was kept before (duty D36). `not-theirs`: no such case is open to them, or their role
 * does not do this there, so that nothing is kept.
 */
export async function keepDraft(
  deps: DraftDeps,
  form: FormOf,
  fields: Draft['fields'],
  { ifNone }: Keeping = {},
): Promise<'kept' | 'too-large' | 'not-theirs'> {
  if (isTooLarge(fields)) return 'too-large';
  const [stored, { viewer }, before] = await Promise.all([
    deps.store.load(form.reference),
    whoLooks(deps, form.by),
    deps.store.drafts.find(keyOf(form)),
  ]);
  if (!stored || !mayAct(viewer, inView(stored.state), form.action)) return 'not-theirs';
  if (ifNone && before && deps.now() < before.until) return 'kept';
  await deps.store.drafts.keep(keyOf(form), draftOf(fields, deps.now(), before?.sentAs === undefined ? before : undefined));
  return 'kept';
}

/** What this officer began and did not send; `events`: of the case, by which a letter that was taken back is a draft again. */
export async function findDraft(deps: DraftDeps, form: FormOf, events: readonly CaseEvent[]): Promise<Draft | undefined> {
  const draft = await deps.store.drafts.find(keyOf(form));
  return draft && isOffered(draft, deps.now(), commandsTakenBack(events)) ? draft : undefined;
}

/** Its words are gone at once. */
export async function clearDraft({ store }: DraftDeps, form: FormOf): Promise<void> {
  await store.drafts.clear(keyOf(form));
}

/** The form was carried out as that command: its words are there again only if that is taken back. */
export async function settleDraft({ store, now }: DraftDeps, form: FormOf, fields: Draft['fields'], sentAs: string): Promise<void> {
  if (isTooLarge(fields)) return store.drafts.clear(keyOf(form));
  await store.drafts.keep(keyOf(form), sentDraft(fields, now(), sentAs));
}

/** Takes the words out of drafts whose time is over, each once, so many in a run. */
export async function sweepDrafts({ store, now }: DraftDeps): Promise<void> {
  const over = now();
  for (const key of await store.drafts.over(over, mostClearedAtOnce)) await store.drafts.clear(key, over);
}
