import type { CaseState } from '../cases/case.ts';
import { answeredParty, mayBeForAnother } from '../cases/people/answered.ts';
import { writerOf } from '../intake/writers.ts';
import { wayOf } from '../notices/group-copies.ts';

// Who may see where a case stands: whoever our letters are for, at an e-mail address that they called safe (decision 33; duties D6, D18 and D19).

/** `member`: their place in the group that complains together, from 1; without it, whoever the case answers. */
export type Reader = { readonly email: string; readonly name?: string; readonly telephone?: string; readonly member?: number };

/** Nobody while it is not settled whose complaint it is, where the person has died, or where only a representative without authority wrote. */
export function readersOf(state: CaseState): readonly Reader[] {
  return [...whoIsAnswered(state), ...members(state)];
}

function whoIsAnswered(state: CaseState): readonly Reader[] {
  const { email, name, telephone, reachBy = [] } = answeredParty(state) ?? {};
  return email !== undefined && reachBy.includes('email') && email !== state.failedEmail ? [{ email, name, telephone }] : [];
}

function members(state: CaseState): readonly Reader[] {
  if (mayBeForAnother(state)) return [];
  return (state.people?.group ?? []).flatMap((member, index) => {
    const to = wayOf(member);
    return to?.by === 'email' ? [{ email: to.email, name: member.name, member: index + 1 }] : [];
  });
}

/** The reader to whom a link went, while they still are one. */
export function readerAt(state: CaseState, email: string, member: number | undefined): Reader | undefined {
  return readersOf(state).find((reader) => isSame(reader.email, email) && reader.member === member);
}

export function isSame(one: string | undefined, other: string | undefined): boolean {
  const address = writerOf(one);
  return address !== undefined && address === writerOf(other);
}
