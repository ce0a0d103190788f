import type { Officer, Reference } from '../domain/cases/actor.ts';
import { inView } from '../domain/cases/in-view.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import { whoLooks } from './desk-authority.ts';
import { type Moved, moveContact } from './move-contact.ts';
import type { CaseFile, CaseStore } from './ports.ts';
import type { World } from './world.ts';

export type MergeRequest = {
  readonly from: Reference;
  /** The version of that case which the officer saw. */
  readonly expected: number;
  readonly into: Reference;
  /** The same for every try of the same act. */
  readonly commandId: string;
  readonly by: Officer;
};

/**
 * "This is the same complaint as …": all its messages move into the other case, first the one that opened it, with which it closes as part of that case.
 * The earlier day of receipt counts there, both files say so, and the person is told once (duty D38). Each message moves in a transaction of its own, so
 * that a crash leaves both cases whole; the same again moves what is left. What machines sent stays where it was.
 */
export async function mergeCases(deps: World & { readonly store: CaseStore }, request: MergeRequest): Promise<Moved> {
  const [file, { viewer }] = await Promise.all([deps.store.loadFile(request.from), whoLooks(deps, request.by)]);
  if (!file || !mayOpen(viewer, inView(file.state))) return { kind: 'not-found' };
  if (request.from === request.into)
    return { kind: 'refused', why: `This is ${request.into} itself. Enter the reference of the other case.` };
  const { state } = file;
  const begun = state.stage === 'closed' && state.partOf === request.into;
  const opening = openingOf(file);
  if (!opening && !begun) return { kind: 'refused', why: 'The message that opened this case stands in another case already.' };
  const others = file.contacts.filter((contact) => contact !== opening && !contact.automatic);
  // What an earlier try has moved moved the version on.
  let expected = begun ? file.version : request.expected;
  for (const { channel, id } of opening ? [opening, ...others] : others) {
    const moved = await moveContact(deps, {
      from: request.from,
      expected,
      contact: { channel, id },
      to: request.into,
      commandId: `${request.commandId}-${channel}-${id}`,
      by: request.by,
      merging: true,
    });
    if (moved.kind !== 'done') return moved;
    expected += 1;
  }
  deps.log('cases-merged', { from: request.from, into: request.into, by: request.by.subject });
  return { kind: 'done', reference: request.into };
}

function openingOf({ events, contacts }: CaseFile) {
  const event = events.find(({ type }) => type === 'complaint-received');
  if (event?.type !== 'complaint-received') return undefined;
  return contacts.find(({ channel, id }) => channel === event.channel && id === event.contactId);
}
