import type { CaseState } from '../cases/case.ts';
import { mayBeForAnother, type WithWords } from '../cases/people/answered.ts';
import type { GroupMember } from '../cases/people/people.ts';
import type { Addressee, NoticeKind } from './notice.ts';

// People who complain together are one investigation, and each keeps their own rights: whoever has a safe way of their own gets the letters that
// decide something as a letter to themselves (policy section 2; duty D19).

/** What is decided, and when it is; not what is between us and the person who speaks for them all. */
const lettersToEach: ReadonlySet<NoticeKind> = new Set([
  'acknowledgement',
  'extension',
  'apology',
  'response',
  'stage-two-declined',
  'handed-over',
  'signposted',
  'not-accepted',
  'withdrawal-confirmed',
  'withdrawal-undone',
]);

export type MemberTold = {
  /** Their place on the list, from 1. */
  readonly number: number;
  readonly member: GroupMember;
  readonly to: Addressee;
};

/** Who gets a copy of a letter of that kind, and where. Nobody before it is settled whose complaint it is (duty D18). */
export function membersToldOf(known: WithWords, kind: NoticeKind): readonly MemberTold[] {
  if (!lettersToEach.has(kind) || mayBeForAnother(known)) return [];
  return (known.people?.group ?? []).flatMap((member, index) => {
    const to = wayOf(member);
    return to ? [{ number: index + 1, member, to }] : [];
  });
}

/** A letter of their own goes there; undefined where they are reached through the complainant alone. */
export function wayOf({ name, email, emailFailed, address }: GroupMember): Addressee | undefined {
  if (email !== undefined && !emailFailed) return { by: 'email', email, name };
  return address === undefined ? undefined : { by: 'post', name, address };
}

/** The case as a letter to that member reads it: the same facts, and they are whom it answers. */
export function addressedTo<State extends CaseState>(state: State, { name, email, address }: GroupMember): State {
  const { representative: _, bereavement: __, agreed: ___, ...people } = state.people ?? {};
  return {
    ...state,
    complainant: { name, email, address },
    reachBy: [email !== undefined ? ('email' as const) : undefined, address !== undefined ? ('post' as const) : undefined].filter(
      (way) => way !== undefined,
    ),
    onBehalfOf: undefined,
    people: { ...people, inOwnRight: true },
  };
}
