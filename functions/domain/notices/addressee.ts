import type { Known } from '../cases/case.ts';
import { answeredParty, correspondent } from '../cases/people/answered.ts';
import type { Party } from '../cases/people/people.ts';
import type { Addressee, NoticeKind } from './notice.ts';

/**
 * Where a letter about the complaint goes: only ways they called safe (duty D6), and never an address that failed. Undefined where they gave
 * no safe way: the complaint is investigated all the same, and nobody writes (duty D8). Undefined too where only somebody wrote whose authority
 * nobody has verified (duty D18), or the person has died (duty D19). Without an address, a letter on paper is handed over or read out.
 */
export function complainantOf(known: Known): Addressee | undefined {
  const party = answeredParty(known);
  if (!party) return undefined;
  return inAgreedFormat(known, party);
}

/** What was agreed holds for every letter of the case, whoever gets it (duty D7). */
function inAgreedFormat(known: Known, party: Party): Addressee | undefined {
  const format = known.people?.agreed?.format;
  const to = writtenTo(party, known.failedEmail);
  if (!to || !format || format === 'standard') return to;
  return { by: 'post', name: party.name, address: party.reachBy.includes('post') ? party.address : undefined, format };
}

/** Where a letter of that kind goes. What says nothing personal goes to whoever wrote for the person, also before their authority is verified. */
export function addresseeOf(known: Known, kind: NoticeKind): Addressee | undefined {
  return toWhoeverWrote.has(kind) ? inAgreedFormat(known, correspondent(known)) : complainantOf(known);
}

/** Kinds that say nothing personal. The letter `another-route` is written no more: what is stored of it must be read as it was. */
export const toWhoeverWrote: ReadonlySet<NoticeKind> = new Set([
  'receipt',
  'authority-needed',
  'authority-refused',
  'file-infected',
  'another-route',
]);

function writtenTo({ reachBy, email, name, address }: Party, failedEmail: string | undefined): Addressee | undefined {
  if (reachBy.length === 0) return undefined;
  if (reachBy.includes('email') && email && email !== failedEmail) return { by: 'email', email, name };
  return { by: 'post', name, address: reachBy.includes('post') ? address : undefined };
}

/** A letter would reach them, in whatever format: by e-mail, or on paper to an address that they called safe. */
export function mayWriteTo(known: Known): boolean {
  const party = answeredParty(known);
  const to = party && writtenTo(party, known.failedEmail);
  return to?.by === 'email' || to?.address !== undefined;
}

/** A letter on paper counts when an officer records that it was posted, not when it is written (duty D24). */
export function goesByPost(known: Known): boolean {
  return complainantOf(known)?.by === 'post';
}

export function waitsToBePosted({ toPost = [] }: Known, noticeId: string): boolean {
  return toPost.some((letter) => letter.noticeId === noticeId);
}
