import type { Officer } from '../domain/cases/actor.ts';
import { faultInShift, type Rota, type RotaChange, type RotaRequest, withoutShift, withShift } from '../domain/registers/rota.ts';
import { mayInvestigate, staffMember } from '../domain/staff/staff-member.ts';
import { type AuthorityDeps, mayNotUse } from './desk-authority.ts';
import type { CaseStore, RotaKept } from './ports.ts';
import type { World } from './world.ts';

type RotaDeps = AuthorityDeps & Pick<World, 'log'> & { readonly store: Pick<CaseStore, 'rota' | 'staff'> };

/** As it stands, with every change, the latest first; read anew, since whoever keeps it must see what they have just done. */
export type RotaNow = RotaKept & { readonly changes: readonly RotaChange[] };

export type RotaChanged = { readonly kind: 'changed' | 'overtaken' } | { readonly kind: 'refused'; readonly why: string };

/** Undefined for whoever may not read it: an empty rota would say that nobody is on call. */
export async function showRota(deps: Pick<RotaDeps, 'store' | 'now'>, by: Officer): Promise<RotaNow | undefined> {
  if ((await mayNotUse(deps, by, 'rota')) !== undefined) return undefined;
  const { store } = deps;
  const [kept, changes] = await Promise.all([store.rota.current(), store.rota.changes()]);
  return { ...kept, changes: changes.toReversed() };
}

/** Counts in every function a minute later at most. */
export async function changeRota(deps: RotaDeps, by: Officer, request: RotaRequest): Promise<RotaChanged> {
  const barred = await mayNotUse(deps, by, 'keep-rota');
  if (barred !== undefined) return { kind: 'refused', why: barred };
  const { rota, number } = await deps.store.rota.current();
  if (number !== request.expected) return { kind: 'overtaken' };
  const changed = await changedRota(deps, rota, request);
  if ('refused' in changed) return { kind: 'refused', why: changed.refused };
  const { kind, subject, name, email } = by;
  const kept = await deps.store.rota.change({ number: number + 1, at: deps.now(), by: { kind, subject, name, email }, rota: changed.rota });
  if (kept === 'changed') deps.log('rota-changed', { number: number + 1 });
  return { kind: kept };
}

async function changedRota(
  { store, now }: RotaDeps,
  rota: Rota,
  request: RotaRequest,
): Promise<{ readonly rota: Rota } | { readonly refused: string }> {
  if (request.kind === 'remove') return { rota: withoutShift(rota, request, now()) };
  const staff = await store.staff();
  const member = staffMember(staff, request.officer);
  if (!member) return { refused: 'Choose somebody who has signed in.' };
  if (!mayInvestigate(member)) return { refused: `${member.name} cannot open cases: choose somebody who can see to possible harm.` };
  const { kind, subject, name, email } = member;
  const shift = { officer: { kind, subject, name, email }, from: request.from, until: request.until };
  return faultInShift({ rota, now: now() }, shift) ?? { rota: withShift(rota, shift, now()) };
}
