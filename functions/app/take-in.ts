import type { LocalDate } from '../domain/calendar/local-date.ts';
import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Actor, Reference } from '../domain/cases/case.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import type { Contact } from '../domain/intake/contact.ts';
import { suggest } from '../domain/triage/engine.ts';
import { caseOfReply } from './case-of-reply.ts';
import { changeOf } from './change-of.ts';
import type { CaseStore, ContactRecord, ReplyAddresses } from './ports.ts';
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

/** Takes in one contact, whatever it is. The same contact a second time changes nothing and answers as the first time did. */
export async function takeIn(deps: TakeInDeps, contact: Contact): Promise<TakenIn> {
  const known = await deps.store.findContact(contact);
  if (known) return standingOf(deps, known);
  if (contact.hold) return keep(deps, contact, 'held');
  const reference = await caseOfReply(deps, contact);
  if (contact.automatic) return keep(deps, contact, 'filed', reference);
  return reference ? join(deps, contact, reference) : open(deps, contact);
}

/** Opens a case from a contact. Its clock runs from `contact.receivedAt`, whenever that was. `by`: the officer who released it, if it was held. */
export async function open(deps: OpenDeps, contact: Contact, by: Actor = { kind: 'system' }): Promise<TakenIn> {
  const receivedOn = londonDateOf(contact.receivedAt);
  const reference = await deps.store.drawReference(deps.council.referencePrefix, Number(receivedOn.slice(0, 4)));
  const suggestion = suggest({ ...contact, receivedOn });
  const circumstances = { commandId: `${contact.channel}-${contact.id}`, by, at: deps.now() };
  const change = changeOf(deps, undefined, { type: 'receive', reference, contact, suggestion }, circumstances, contact);
  if ('refused' in change) throw new Error('a new contact was refused');
  const saved = await deps.store.save(change);
  if (saved !== 'saved') return again(deps, contact);
  deps.log('case-opened', { reference, channel: contact.channel, route: suggestion.primary });
  const acknowledgeBy = deadlinesOf(change.state, deps.rules).find((deadline) => deadline.kind === 'acknowledge')?.due;
  return { kind: 'opened', reference, acknowledgeBy };
}

/** Adds a contact to the case it belongs to. `by`: the officer who released it, if it was held. */
export async function join(deps: OpenDeps, contact: Contact, reference: Reference, by: Actor = { kind: 'system' }): Promise<TakenIn> {
  const result = await runCommand(deps, {
    reference,
    command: { type: 'add-correspondence', contact, flags: suggest({ ...contact, receivedOn: londonDateOf(contact.receivedAt) }).flags },
    commandId: `${contact.channel}-${contact.id}`,
    by,
    contact,
  });
  switch (result.kind) {
    case 'done':
      deps.log('contact-joined', { reference, channel: contact.channel });
      return { kind: 'joined', reference };
    case 'already-received':
      return again(deps, contact);
    case 'not-found':
      return open(deps, contact, by);
    default:
      throw new Error(`correspondence was ${result.kind}`);
  }
}

async function keep(deps: TakeInDeps, contact: Contact, as: 'held' | 'filed', reference?: Reference): Promise<TakenIn> {
  if ((await deps.store.keepContact(contact, as, reference)) === 'already-received') return again(deps, contact);
  deps.log(`contact-${as}`, { channel: contact.channel });
  return { kind: as };
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
