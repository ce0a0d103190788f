import type { LocalDate } from '../domain/calendar/local-date.ts';
import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Actor, Officer, Reference } from '../domain/cases/actor.ts';
import type { Question, WayToJoin } from '../domain/cases/conversation/conversation.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { type Contact, mayBeAPersons } from '../domain/intake/contact.ts';
import { isFromOmbudsman } from '../domain/intake/from-ombudsman.ts';
import { isWriter, writersOf } from '../domain/intake/writers.ts';
import { heldHarmNotices } from '../domain/notices/of-the-day.ts';
import { mayMeanHarm } from '../domain/notices/possible-harm.ts';
import type { StaffMember } from '../domain/staff/staff-member.ts';
import { suggest } from '../domain/triage/engine.ts';
import { followUpsIn } from '../domain/triage/follow-up.ts';
import { joiningOf } from './case-of-reply.ts';
import { changeOf } from './change-of.ts';
import type { CaseStore, ContactRecord, NoticesOfDay, ReplyAddresses } from './ports.ts';
import { runCommand } from './run-command.ts';
import type { World } from './world.ts';

export type OpenDeps = World & { readonly store: CaseStore };
export type TakeInDeps = OpenDeps & { readonly replyAddresses: Pick<ReplyAddresses, 'caseOf'> };

export type TakenIn =
  | { readonly kind: 'opened' | 'joined' | 'already-received'; readonly reference: Reference; readonly acknowledgeBy?: LocalDate }
  /** Waits for a person, its clock running; nothing is sent (backscatter). */
  | { readonly kind: 'held' }
  /** Nobody wrote it: kept, and never answered. */
  | { readonly kind: 'filed' };

/**
 * Takes in one contact, whatever it is. The same contact a second time changes nothing and answers as the first time did.
 * `returnedTo`: the case whose letter a bounce brings back, where that is proved.
 */
export async function takeIn(deps: TakeInDeps, contact: Contact, returnedTo?: Reference): Promise<TakenIn> {
  const known = await deps.store.findContact(contact);
  if (known) return standingOf(deps, known);
  if (contact.hold) return keep(deps, contact, { as: 'held' });
  if (contact.automatic) {
    const reference = returnedTo ?? (await caseOfAutomatic(deps, contact));
    return keep(deps, contact, { as: 'filed', reference, returned: returnedTo !== undefined });
  }
  return place(deps, contact);
}

/** Into the case that it belongs to, or into one of its own. `by`: the officer who released it, if it was held. */
export async function place(deps: TakeInDeps, contact: Contact, by: Actor = { kind: 'system' }): Promise<TakenIn> {
  const followUps = followUpsIn(contact, londonDateOf(contact.receivedAt));
  const joining = await joiningOf(
    deps,
    contact,
    followUps.some(({ kind }) => kind === 'new-matter'),
  );
  if (joining.kind === 'open') return open(deps, contact, { by, question: joining.question });
  const { reference, question } = joining;
  return join(deps, contact, { reference, joinedBy: joining.by, question, by });
}

/**
 * What a person of the council wrote down: into the case that they named, or into one of its own. They saw what is known already, so nothing is asked
 * again, unless `question` says what they could not see. The same contact a second time changes nothing and answers as the first time did.
 */
export async function takeInLogged(deps: OpenDeps, contact: Contact, { by, joins, question }: LoggedBy): Promise<TakenIn> {
  const known = await deps.store.findContact(contact);
  if (known) return standingOf(deps, known);
  return joins ? join(deps, contact, { reference: joins, joinedBy: 'officer', by }) : open(deps, contact, { by, question });
}

type LoggedBy = { readonly by: Officer; readonly joins?: Reference; readonly question?: Question };

/** What a machine sends is shown with a case on the same proof as what its owner writes. */
async function caseOfAutomatic(deps: TakeInDeps, contact: Contact): Promise<Reference | undefined> {
  const joining = await joiningOf(deps, contact, false);
  return joining.kind === 'join' ? joining.reference : undefined;
}

type Opening = { readonly by?: Actor; readonly question?: Question; readonly evenIfCopy?: boolean };

/** Opens a case from a contact. Its clock runs from `contact.receivedAt`, whenever that was. `by`: the officer who released it, if it was held. */
async function open(deps: OpenDeps, contact: Contact, { by = { kind: 'system' }, question, evenIfCopy }: Opening = {}): Promise<TakenIn> {
  const receivedOn = londonDateOf(contact.receivedAt);
  const reference = await deps.store.drawReference(deps.council.referencePrefix, Number(receivedOn.slice(0, 4)));
  const suggestion = suggest({ ...contact, receivedOn });
  const circumstances = { commandId: `${contact.channel}-${contact.id}`, by, at: deps.now(), staff: await staffToTell(deps, contact) };
  const change = changeOf(deps, undefined, { type: 'receive', reference, contact, suggestion, question }, circumstances, contact);
  if ('refused' in change) throw new Error('a new contact was refused');
  const saved = await deps.store.save({ ...change, evenIfCopy });
  if (saved === 'copy-of-another') return joinCopy(deps, contact, { by, question });
  if (saved !== 'saved') return again(deps, contact);
  deps.log('case-opened', { reference, channel: contact.channel, route: suggestion.primary, question: question?.kind ?? 'none' });
  const acknowledgeBy = deadlinesOf(change.state, deps.rules).find((deadline) => deadline.kind === 'acknowledge')?.due;
  return { kind: 'opened', reference, acknowledgeBy };
}

/** The same e-mail came by two addresses: its second copy stands beside the first, marked as one (decision 6). */
async function joinCopy(deps: OpenDeps, contact: Contact, opening: Opening): Promise<TakenIn> {
  const copy = await deps.store.findCopy(contact);
  const stored = copy && (await deps.store.load(copy.reference));
  if (!copy || !stored || !isWriter(writersOf(stored.state), contact.from.email))
    return open(deps, contact, { ...opening, evenIfCopy: true });
  return join(deps, contact, { reference: copy.reference, joinedBy: 'same-message', by: opening.by });
}

/** Only an Ombudsman's letter is told to people by their role; for every other message nobody is looked up (decision 7). */
async function staffToTell({ store, council }: OpenDeps, contact: Contact): Promise<readonly StaffMember[] | undefined> {
  return isFromOmbudsman(contact, council) ? store.staff() : undefined;
}

type Joined = { readonly reference: Reference; readonly joinedBy: WayToJoin; readonly question?: Question; readonly by?: Actor };

/** Adds a contact to the case it belongs to. `by`: the officer who released it, if it was held. */
async function join(deps: OpenDeps, contact: Contact, { reference, joinedBy, question, by }: Joined): Promise<TakenIn> {
  const receivedOn = londonDateOf(contact.receivedAt);
  const copy = await deps.store.findCopy(contact);
  const duplicateOf = copy?.reference === reference ? copy.id : undefined;
  const suggestion = suggest({ ...contact, receivedOn });
  const said = duplicateOf
    ? { flags: [], duplicateOf }
    : { flags: suggestion.flags, followUps: followUpsIn(contact, receivedOn, suggestion), question };
  const result = await runCommand(deps, {
    reference,
    command: { type: 'add-correspondence', contact, joinedBy, ...said },
    commandId: `${contact.channel}-${contact.id}`,
    by: by ?? { kind: 'system' },
    staff: await staffToTell(deps, contact),
    contact,
  });
  switch (result.kind) {
    case 'done':
      deps.log('contact-joined', { reference, channel: contact.channel, by: joinedBy, copy: duplicateOf !== undefined });
      return { kind: 'joined', reference };
    case 'already-received':
      return again(deps, contact);
    // Whatever led here, the case itself knows its writers.
    case 'refused':
      return open(deps, contact, { by, question: { kind: 'same-or-new', because: 'stranger', mayBelongTo: reference }, evenIfCopy: true });
    case 'not-found':
      return open(deps, contact, { by, question: { kind: 'unmatched', because: 'case-number' }, evenIfCopy: true });
    default:
      throw new Error(`correspondence was ${result.kind}`);
  }
}

type Keeping = { readonly as: 'held' | 'filed'; readonly reference?: Reference; readonly returned?: boolean };

async function keep(deps: TakeInDeps, contact: Contact, { as, reference, returned }: Keeping): Promise<TakenIn> {
  const tell = as === 'held' || (mayBeAPersons(contact) && !returned) ? await harmOf(deps, contact, reference) : undefined;
  if ((await deps.store.keepContact(contact, as, reference, tell)) === 'already-received') return again(deps, contact);
  deps.log(`contact-${as}`, { channel: contact.channel });
  return { kind: as };
}

/** What is held waits for a person, and what is filed for nobody, but words that may mean harm do not wait (duty D5). */
async function harmOf(deps: TakeInDeps, contact: Contact, reference: Reference | undefined): Promise<NoticesOfDay | undefined> {
  const { flags } = suggest({ ...contact, receivedOn: londonDateOf(contact.receivedAt) });
  if (!mayMeanHarm(flags)) return undefined;
  const at = deps.now();
  const day = londonDateOf(at);
  const told = await deps.store.notices(day);
  const notices = heldHarmNotices(contact, { told, at }, deps, reference);
  if (notices.length === 0) deps.log('held-harm-in-summary', { channel: contact.channel });
  return notices.length > 0 ? { day, at, notices } : undefined;
}

/** Another run took it in between our look and our write: answer as that one did. */
async function again(deps: OpenDeps, contact: Contact): Promise<TakenIn> {
  const known = await deps.store.findContact(contact);
  if (!known) throw new Error('a contact was refused as known and then not found');
  return standingOf(deps, known);
}

async function standingOf(deps: OpenDeps, { standing }: ContactRecord): Promise<TakenIn> {
  switch (standing.kind) {
    case 'in-case': {
      const stored = await deps.store.load(standing.reference);
      const acknowledgeBy = stored && deadlinesOf(stored.state, deps.rules).find((deadline) => deadline.kind === 'acknowledge')?.due;
      return { kind: 'already-received', reference: standing.reference, acknowledgeBy };
    }
    case 'held':
    case 'set-aside':
      return { kind: 'held' };
    case 'filed':
      return { kind: 'filed' };
    default:
      return standing satisfies never;
  }
}
