import type { LocalDate } from '../domain/calendar/local-date.ts';
import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Officer } from '../domain/cases/actor.ts';
import { type CopyAsked, copyToPost, type PolicyCopy, posted, type Signpost } from '../domain/registers/front-desk.ts';
import { mayNotUse } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

type FrontDeskDeps = World & { readonly store: Pick<CaseStore, 'frontDesk' | 'staff'> };

export type FrontDesk = { readonly signposts: readonly Signpost[]; readonly copies: readonly PolicyCopy[] };
export type Kept = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly why: string };

/** Signposts, the latest first, and hard copies of the policy, the oldest first; nothing for whoever may not read them. */
export async function showFrontDesk(deps: FrontDeskDeps, by: Officer): Promise<FrontDesk> {
  if ((await mayNotUse(deps, by, 'front-desk')) !== undefined) return { signposts: [], copies: [] };
  const { store } = deps;
  const [signposts, copies] = await Promise.all([store.frontDesk.signposts(), store.frontDesk.copies()]);
  return { signposts, copies };
}

/** By whoever signs in: somebody who wrote elsewhere was told how to complain (duty D11). `id` is the same for every press. */
export async function recordSignpost(
  deps: FrontDeskDeps,
  by: Officer,
  signpost: Pick<Signpost, 'id' | 'on' | 'place' | 'link'>,
): Promise<Kept> {
  await deps.store.frontDesk.keepSignpost({ ...signpost, by, at: deps.now() });
  deps.log('signposted', { by: by.subject });
  return { kind: 'done' };
}

/** Somebody asked for a hard copy of the policy; `id` is the same for every press. */
export async function askForCopy(deps: FrontDeskDeps, by: Officer, { id, ...asked }: CopyAsked & { readonly id: string }): Promise<Kept> {
  const why = await mayNotUse(deps, by, 'keep-front-desk');
  if (why !== undefined) return { kind: 'refused', why };
  await deps.store.frontDesk.keepCopy(copyToPost(id, asked, by, deps.rules));
  return { kind: 'done' };
}

/** It left on that London date. Who it went to is not kept any longer. */
export async function recordCopyPosted(deps: FrontDeskDeps, by: Officer, id: string, on: LocalDate): Promise<Kept> {
  const why = await mayNotUse(deps, by, 'keep-front-desk');
  if (why !== undefined) return { kind: 'refused', why };
  const copy = (await deps.store.frontDesk.copies()).find((one) => one.id === id);
  if (!copy) return { kind: 'refused', why: 'There is no such copy to post.' };
  if (copy.standing.kind === 'posted') return { kind: 'done' };
  const after = on <= londonDateOf(deps.now()) ? posted(copy, on, by) : undefined;
  if (!after) return { kind: 'refused', why: 'The day lies before it was asked for, or in the future.' };
  await deps.store.frontDesk.recordPosted(after);
  return { kind: 'done' };
}
