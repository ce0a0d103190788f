import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Officer } from '../domain/cases/actor.ts';
import { changed, faultInWords, type WordingChange } from '../domain/notices/wording/changing.ts';
import type { OpenPiece } from '../domain/notices/wording/open-pieces.ts';
import { viewerOf } from '../domain/staff/authority.ts';
import { mayUse } from '../domain/staff/desk-pages.ts';
import type { CaseStore, WordingKept } from './ports.ts';
import type { World } from './world.ts';

type WordingDeps = Pick<World, 'now' | 'log'> & { readonly store: Pick<CaseStore, 'wording' | 'staff'> };

/** As it stands, with every change, the latest first; read anew, since an officer must see what they have just done. */
export type WordingNow = WordingKept & { readonly changes: readonly WordingChange[] };

/** `words`: undefined restores those that came with the service. `expected`: the number of the wording that the page showed. */
export type WordingRequest = { readonly piece: OpenPiece; readonly words?: string; readonly expected: number };

export type WordingChanged = { readonly kind: 'changed' | 'overtaken' } | { readonly kind: 'refused'; readonly why: string };

export async function showWording({ store }: Pick<WordingDeps, 'store'>): Promise<WordingNow> {
  const [kept, changes] = await Promise.all([store.wording.current(), store.wording.changes()]);
  return { ...kept, changes: changes.toReversed() };
}

/** Letters planned from the next minute on have the new words; those already written stay as they are. */
export async function changeWording(deps: WordingDeps, by: Officer, request: WordingRequest): Promise<WordingChanged> {
  const { piece, words, expected } = request;
  const { store } = deps;
  const [{ wording, number }, staff] = await Promise.all([showWording(deps), store.staff()]);
  if (!mayUse(viewerOf(staff, by.subject, londonDateOf(deps.now())), 'change-wording'))
    return { kind: 'refused', why: 'Only the complaints team and its Head change the wording of letters.' };
  if (number !== expected) return { kind: 'overtaken' };
  const fault = faultInWords(piece, words, wording);
  if (fault) return { kind: 'refused', why: fault.refused };
  const change = { number: number + 1, piece, words: words?.trim(), by, at: deps.now() };
  const kept = await store.wording.change(changed(wording, change), change);
  if (kept === 'changed') deps.log('wording-changed', { piece, number: change.number });
  return { kind: kept };
}
