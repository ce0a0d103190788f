import type { Person, WayToReach } from '../../intake/contact.ts';
import type { Flag, Suggestion } from '../../triage/suggestion.ts';
import type { Party, People, Representative } from './people.ts';

// Whom we answer. Until a representative's authority is verified nothing personal goes to them, and the person is answered (duty D18).

/** What of a case says who is answered. */
export type WithPeople = {
  readonly complainant: Person;
  readonly reachBy: readonly WayToReach[];
  readonly onBehalfOf?: object;
  readonly people?: People;
};

/** The same with what triage saw in their words. */
export type WithWords = WithPeople & { readonly suggestion: Pick<Suggestion, 'flags'> };

/** The form, or their words, say that they write for another, and no person has said who speaks for whom. */
export function mayBeForAnother({ onBehalfOf, suggestion: { flags }, people }: WithWords): boolean {
  if (people?.representative || people?.inOwnRight || people?.bereavement) return false;
  return onBehalfOf !== undefined || forAnother.some((flag) => flags.includes(flag));
}

const forAnother: readonly Flag[] = ['representative', 'member-enquiry'];

/**
 * Whoever our letters are for; undefined where nobody may have them: the person has died, or only somebody without authority wrote, or perhaps did:
 * until an officer has said who speaks for whom, their words alone are enough to hold a letter back.
 */
export function answeredParty(known: WithWords): Party | undefined {
  const { complainant, reachBy, people } = known;
  const representative = answeredRepresentative(known);
  if (representative) return representative;
  if (people?.bereavement?.complainantDied || mayBeForAnother(known)) return undefined;
  return { ...complainant, reachBy };
}

/** The representative who is answered in the person's place. */
export function answeredRepresentative({ people }: Pick<WithPeople, 'people'>): Representative | undefined {
  const representative = people?.representative;
  return representative?.authority.state === 'verified' && representative.answerTo === 'representative' ? representative : undefined;
}

/** The name of whoever wrote to us for the person, where our letters go to the person themselves: they wrote nothing that we could thank them for. */
export function whoWroteForThem(known: WithPeople): string | undefined {
  return answeredRepresentative(known) ? undefined : firstWriterOf(known.people);
}

/** Whoever speaks for them now, or did when the complaint came. */
export function firstWriterOf({ representative, firstWriter }: People = {}): string | undefined {
  return representative?.wroteFirst ? representative.name : firstWriter;
}

/** Somebody wrote for another, and nobody has recorded who they are to each other. Whoever writes of the dead writes for themselves. */
export function isUnsettled({ onBehalfOf, people }: WithPeople): boolean {
  return onBehalfOf !== undefined && !people?.representative && !people?.bereavement && !people?.inOwnRight;
}

/** Whose address an officer corrects: the representative's, where they are answered or it is theirs that failed; else the complainant's. */
export function partyToCorrect(known: WithPeople & { readonly failedEmail?: string }): Party {
  const { complainant, reachBy, people, failedEmail } = known;
  const failed = failedEmail !== undefined && people?.representative?.email === failedEmail ? people.representative : undefined;
  return failed ?? answeredRepresentative(known) ?? { ...complainant, reachBy };
}

/** Whoever is told that we have the message, and what authority we need: nothing in those letters is personal. */
export function correspondent({ complainant, reachBy, people }: WithPeople): Party {
  return people?.representative ?? { ...complainant, reachBy };
}

/** Why a letter that matters would reach nobody who may read it, while somebody waits to be told; undefined where nothing stands in the way. */
export function nobodyMayRead(known: WithWords): string | undefined {
  if (mayBeForAnother(known))
    return 'Record who speaks for whom first, or that they complain for themselves: until we know that whoever wrote may be told, only the person can be answered.';
  const representative = known.people?.representative;
  const answered = answeredParty(known);
  if (representative?.authority.state !== 'awaited' || (answered && answered.reachBy.length > 0)) return undefined;
  return 'Verify the representative’s authority, or record how the person can be reached, first. If the authority cannot be accepted, say so: then it goes on without.';
}
