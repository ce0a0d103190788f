import type { LocalDate } from '../../calendar/local-date.ts';
import type { Person, WayToReach } from '../../intake/contact.ts';
import type { Reference } from '../actor.ts';

// The people of a case besides its officers: who speaks for whom, who complains together, who has died, and what was agreed with them
// (policy sections 2 and 4; duties D6, D7, D18 and D19).

/** Somebody with the ways that they called safe, best first. */
export type Party = Person & { readonly reachBy: readonly WayToReach[] };

export const representativeKinds = [
  'friend-or-family',
  'advice',
  'solicitor',
  'mp',
  'councillor',
  'litigation-friend',
  'executor',
  'parent',
  'lpa',
] as const;
export type RepresentativeKind = (typeof representativeKinds)[number];

/** What lets somebody be told of another's complaint. `elected-representative`: Data Protection Act 2018, Schedule 1 paragraph 24. */
export const authorityBases = [
  'signed-authority',
  'power-of-attorney',
  'parental-responsibility',
  'executor-or-administrator',
  'litigation-friend',
  'elected-representative',
] as const;
export type AuthorityBasis = (typeof authorityBases)[number];

export const answeredParties = ['person', 'representative'] as const;
/** Who gets our letters. Never the representative before their authority was verified. */
export type AnsweredParty = (typeof answeredParties)[number];

export type Authority =
  | { readonly state: 'awaited' }
  /** `seenOn`: the London date on which an officer saw what it rests on. */
  | { readonly state: 'verified'; readonly basis: AuthorityBasis; readonly seenOn: LocalDate; readonly by: string }
  | { readonly state: 'refused'; readonly on: LocalDate };

export type Representative = Party & {
  readonly kind: RepresentativeKind;
  readonly since: LocalDate;
  readonly authority: Authority;
  readonly answerTo: AnsweredParty;
  /** The complaint came in their words: letters to the person do not say that they wrote it. */
  readonly wroteFirst?: true;
};

/** Somebody who complains of the same thing and is answered by the same investigation. Each keeps their own rights (duty D19). */
export type GroupMember = {
  readonly name: string;
  /** Of a case of their own. */
  readonly reference?: Reference;
  /** They said that it is safe to write to them there. With neither, they are reached through the complainant alone. */
  readonly email?: string;
  readonly address?: string;
  /** Nothing arrives at that e-mail address, until an officer records them again. */
  readonly emailFailed?: true;
};

export const letterFormats = ['standard', 'large-print', 'easy-read', 'audio', 'braille', 'interpreter'] as const;
export type LetterFormat = (typeof letterFormats)[number];

/** What we agreed with them, beside what they asked for (policy section 8 keeps both). */
export type AgreedAdjustments = {
  readonly format: LetterFormat;
  readonly words: string;
  readonly agreedOn: LocalDate;
  readonly reviewOn?: LocalDate;
  /** Of our letters beside English, a tag of BCP 47; `en-GB` for English alone. Absent where nobody agreed on one, and in releases 1 to 5. */
  readonly language?: string;
};

export type Bereavement = {
  readonly deceased: string;
  /** It is the complainant who has died: nothing is addressed to them. */
  readonly complainantDied?: true;
};

export type People = {
  /** Whoever wrote complains for themselves, also where their words or the form said otherwise. */
  readonly inOwnRight?: true;
  readonly representative?: Representative;
  /** The name of whoever wrote the complaint for them, where somebody else speaks for them now. */
  readonly firstWriter?: string;
  /** Never empty. The complainant speaks for them. */
  readonly group?: readonly GroupMember[];
  readonly bereavement?: Bereavement;
  readonly agreed?: AgreedAdjustments;
};

export type PeopleCommand =
  /** `person`: whom they speak for, who is the complainant from then on. */
  | {
      readonly type: 'record-representative';
      readonly representative: Party & { readonly kind: RepresentativeKind };
      readonly person: Party;
    }
  | {
      readonly type: 'verify-authority';
      readonly basis: AuthorityBasis;
      readonly seenOn: LocalDate;
      readonly answerTo: AnsweredParty;
    }
  /** The reason is told to the representative. */
  | { readonly type: 'refuse-authority'; readonly reason: string }
  /** Who complains, as an officer knows it. `inOwnRight`: for themselves, whatever their message looked like. */
  | { readonly type: 'correct-person'; readonly person: Party; readonly inOwnRight?: true; readonly because: string }
  | { readonly type: 'record-group'; readonly members: readonly GroupMember[] }
  | { readonly type: 'record-bereavement'; readonly deceased: string; readonly complainantDied?: true }
  | ({ readonly type: 'record-adjustments' } & Omit<AgreedAdjustments, 'agreedOn'>);

export type PeopleEvent =
  | {
      readonly type: 'representative-recorded';
      readonly representative: Party & { readonly kind: RepresentativeKind };
      readonly person: Party;
      /** They are asked for their authority by letter: nobody has asked them before. */
      readonly asked: boolean;
      /** As of the representative; absent in events of earlier releases. */
      readonly wroteFirst?: true;
    }
  | { readonly type: 'authority-verified'; readonly basis: AuthorityBasis; readonly seenOn: LocalDate; readonly answerTo: AnsweredParty }
  | { readonly type: 'authority-refused'; readonly on: LocalDate; readonly reason: string }
  | { readonly type: 'person-corrected'; readonly person: Party; readonly inOwnRight?: true; readonly because: string }
  | { readonly type: 'group-recorded'; readonly members: readonly GroupMember[] }
  | { readonly type: 'bereavement-recorded'; readonly deceased: string; readonly complainantDied?: true }
  | ({ readonly type: 'adjustments-agreed' } & AgreedAdjustments);
