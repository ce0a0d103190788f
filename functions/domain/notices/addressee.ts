import type { Known } from '../cases/case.ts';
import type { Addressee } from './notice.ts';

/**
 * Where a letter to the complainant goes: only ways they called safe (duty D6), and never an address that failed. Undefined where they gave
 * no safe way: the complaint is investigated all the same, and nobody writes (duty D8). Without an address, a letter on paper is handed over or
 * read out.
 */
export function complainantOf({ complainant, reachBy, failedEmail }: Known): Addressee | undefined {
  if (reachBy.length === 0) return undefined;
  if (reachBy.includes('email') && complainant.email && complainant.email !== failedEmail)
    return { by: 'email', email: complainant.email, name: complainant.name };
  return { by: 'post', name: complainant.name, address: reachBy.includes('post') ? complainant.address : undefined };
}

/** A letter would reach them: by e-mail, or on paper to an address that they called safe. */
export function mayWriteTo(known: Known): boolean {
  const to = complainantOf(known);
  return to?.by === 'email' || to?.address !== undefined;
}

/** A letter on paper counts when an officer records that it was posted, not when it is written (duty D24). */
export function goesByPost(known: Known): boolean {
  return complainantOf(known)?.by === 'post';
}

export function waitsToBePosted({ toPost = [] }: Known, noticeId: string): boolean {
  return toPost.some((letter) => letter.noticeId === noticeId);
}
