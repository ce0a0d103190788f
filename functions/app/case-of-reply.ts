import type { Reference } from '../domain/cases/actor.ts';
import type { Contact } from '../domain/intake/contact.ts';
import { casesNamedIn, type Hint, incomingOf, type Joining, joining, type Proof, sesIdsIn } from '../domain/intake/joining.ts';
import { ourMailboxes, writersOf } from '../domain/intake/writers.ts';
import type { CaseStore, ReplyAddresses } from './ports.ts';
import type { World } from './world.ts';

export type JoiningDeps = Pick<World, 'council'> & {
  readonly store: Pick<CaseStore, 'load' | 'casesOfSent'>;
  readonly replyAddresses: Pick<ReplyAddresses, 'caseOf'>;
};

/** A sender can type any number of case numbers: look at a few only. */
const mostNumbersLookedUp = 5;
/** A case that became part of another may stand for one that had become part of it; no chain is longer than people make it. */
const mostSteps = 3;

/**
 * Which case a message joins, or the question with which it opens one (ADR 7). Only what the message carries is looked up: an ordinary complaint
 * carries no sign of a case and costs no read.
 */
export async function joiningOf(deps: JoiningDeps, contact: Contact, newMatter: boolean): Promise<Joining> {
  const { council, replyAddresses, store } = deps;
  const addressed = (contact.email?.to ?? [])
    .map((address) => replyAddresses.caseOf(address))
    .filter((reference) => reference !== undefined);
  const sesIds = sesIdsIn(contact);
  const answered = sesIds.length > 0 ? await store.casesOfSent(sesIds) : [];
  const named = casesNamedIn(contact, council.referencePrefix).slice(0, mostNumbersLookedUp);
  const hints: Hint[] = [];
  const page = contact.statusPage ? [contact.statusPage.reference] : [];
  for (const [by, references] of [
    ['status-page', page],
    ['reply-address', addressed],
    ['reference', answered],
    ['case-number', named],
  ] as const) {
    for (const reference of new Set(references)) hints.push(await hintOf(store, by, reference));
  }
  return joining(incomingOf(contact, ourMailboxes(council), newMatter), hints);
}

/** What became part of another case is answered there. */
async function hintOf(store: JoiningDeps['store'], by: Proof, reference: Reference): Promise<Hint> {
  let current = reference;
  for (let step = 0; step < mostSteps; step += 1) {
    const state = (await store.load(current))?.state;
    if (!state) return { by, reference };
    if (state.stage !== 'closed' || !state.partOf) {
      return { by, reference: current, known: { writers: writersOf(state), subject: state.subject } };
    }
    current = state.partOf;
  }
  return { by, reference };
}
