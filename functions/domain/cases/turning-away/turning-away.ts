import type { LocalDate } from '../../calendar/local-date.ts';
import type { Signpost } from '../../policy/other-bodies.ts';
import type { ReceivingTeam } from '../../policy/receiving-teams.ts';
import type { Route, Service } from '../../triage/suggestion.ts';
import type { Actor, Officer } from '../actor.ts';
import type { Author } from '../proposal.ts';
import type { AskedAbout } from '../request/request.ts';

// Turning away, honestly (duties D3, D12, D13): what this council itself decides is handed over and stays open until the other team has it; what
// another body decides is signposted; what we do not accept is declined by two people. Each of the first two may be about one part of a matter,
// while the rest goes on here.

/** The Ombudsmen that a letter names. */
type NamedOmbudsman = 'LGSCO' | 'HOS';

/** A matter, or one part of it, with another team of this council. Its words stand in the event of that number. */
export type HandOver = {
  readonly number: number;
  readonly to: ReceivingTeam;
  /** The London date on which it was handed over. */
  readonly on: LocalDate;
  /** In an officer's words, where the rest goes on here; without it the whole case was handed over. */
  readonly part?: string;
  /** Who handed it over, and sees that it is confirmed. Releases 1 to 4 did not write it. */
  readonly keeper?: Officer;
  /** The London date on which the other team said that it has it. */
  readonly confirmedOn?: LocalDate;
  /** The words of its letter, while nobody may read it (`telling-later.ts`). */
  readonly toTell?: ToTell;
  /** The whole was a request with which nobody was unhappy: where they do not take it, it is that request again. */
  readonly wasRequest?: AskedAbout;
  /** The whole was a complaint that a person had accepted: where they do not take it, it is that complaint again, to be allocated anew. */
  readonly wasAccepted?: WasAccepted;
};

/** `decidedBy`: who is named in the letter. */
export type ToTell = Pick<HandingOver, 'receivedOn' | 'reasons' | 'told'> & { readonly decidedBy: Actor };

export type WasAccepted = { readonly acceptedOn: LocalDate; readonly service: Service; readonly ombudsman: NamedOmbudsman };

/** With these the snapshot stays well under 50 KB. */
export const mostHandOvers = 10;
/** Characters that name a part: a sentence. */
export const longestPart = 300;

/** How a whole case went another way. */
export const waysTaken = ['hand-over', 'signpost', 'decline', 'thank'] as const;
export type WayTaken = (typeof waysTaken)[number];

/** Never a ground by itself: each is weighed, and told, by people (policy section 3, duty D3). */
export const groundsNotToAccept = ['out-of-time', 'already-considered', 'legal-proceedings', 'other'] as const;
export type GroundNotToAccept = (typeof groundsNotToAccept)[number];

/** `hand-over`: to a team of this council. */
export type HandingOver = {
  readonly to: ReceivingTeam;
  readonly part?: string;
  /** London date on which it reached us, which counts for the other team too: of the message that says it. */
  readonly receivedOn: LocalDate;
  readonly reasons: string;
  /** Who there deals with it, and what the person can expect. */
  readonly told: string;
};

/** A decision letter that the officer has seen; both dates as it gives them (duty D13). */
export type DecisionLetterSeen = { readonly dated: LocalDate; readonly lastDay: LocalDate };

/** `signpost`: another body decides. */
export type Signposting = {
  readonly to: Signpost;
  readonly part?: string;
  readonly reasons: string;
  /** What the person should do, where there is more to say than whom to ask. */
  readonly whatToDo?: string;
  /** The body's telephone, post and web, looked up by the officer, where we hold no checked ones (duty D14). */
  readonly howToReach?: string;
  readonly decisionLetter?: DecisionLetterSeen;
};

/** `decline`: not accepted as a complaint, by two people. */
export type NotAccepting = {
  readonly ground: GroundNotToAccept;
  readonly facts: string;
  /** What speaks for accepting it all the same, and why it did not outweigh the rest (both Codes section 2). */
  readonly discretion: string;
  /** What the person can do instead. */
  readonly alternative: string;
  /** Each that the letter names; never empty (duty D15). */
  readonly ombudsmen: readonly NamedOmbudsman[];
  /** For that ground only: the later of the day it happened and the day they knew of it, and whether anything of it still goes on. */
  readonly outOfTime?: { readonly knownOn: LocalDate; readonly goesOn: boolean };
};

export type TurningAwayCommand =
  | ({ readonly type: 'hand-over' } & HandingOver)
  /** `by`: who in the other team said that they have it. */
  | { readonly type: 'confirm-hand-over'; readonly number: number; readonly by: string; readonly on: LocalDate }
  /** The other team does not take it: it is ours again. */
  | { readonly type: 'return-hand-over'; readonly number: number; readonly because: string }
  | ({ readonly type: 'signpost' } & Signposting)
  | ({ readonly type: 'decline' } & NotAccepting)
  /** Praise or a suggestion, and no complaint: thanked, and nothing is refused. */
  | { readonly type: 'thank-for-feedback'; readonly thanks: string };

/** What triage suggested, beside each decision of a person. */
type Beside = { readonly suggested: Route };

export type TurningAwayEvent =
  /**
   * `tellLater`: nobody may read its letter yet. `wasAccepted`: the whole of a complaint that a person had accepted. `keeper`: who handed it over, and
   * sees that it is confirmed; absent in events of releases 1 to 4.
   */
  | ({
      readonly type: 'handed-over';
      readonly tellLater?: true;
      readonly wasAccepted?: WasAccepted;
      readonly keeper?: Officer;
    } & HandingOver &
      Beside)
  /** It is settled who may read the letter of a hand-over, and it goes out. `decidedBy`: who handed it over. */
  | ({ readonly type: 'hand-over-told'; readonly number: number; readonly decidedBy: Actor } & HandingOver)
  | {
      readonly type: 'hand-over-confirmed';
      readonly number: number;
      readonly to: ReceivingTeam;
      readonly confirmedBy: string;
      readonly on: LocalDate;
    }
  | { readonly type: 'hand-over-returned'; readonly number: number; readonly to: ReceivingTeam; readonly because: string }
  | ({ readonly type: 'signposted' } & Signposting & Beside)
  | ({ readonly type: 'declined' } & NotAccepting & Beside & Author)
  | ({ readonly type: 'feedback-recorded'; readonly thanks: string } & Beside);

/** Those of which no other team has said that it has them. */
export function unconfirmed(handOvers: readonly HandOver[] = []): readonly HandOver[] {
  return handOvers.filter(({ confirmedOn }) => confirmedOn === undefined);
}

/** The letter of a hand-over waits until somebody may be told of it (duties D12 and D18). */
export const untoldBecause =
  'Nobody could be told of the hand-over yet. Record who speaks for whom: its letter then goes out by itself. Where they gave no safe way to be written to, tell whoever may know which team has it, and that they need not send it again.';

/** As it was said before such letters went out by themselves: then an officer tells them. */
export const untoldByOfficer =
  'Nobody could be told of the hand-over yet. Record who speaks for whom, then tell whoever may know: which team has it, and that they need not send it again.';

export function isUntold({ undelivered }: { readonly undelivered?: { readonly why: string } }): boolean {
  return undelivered?.why === untoldBecause || undelivered?.why === untoldByOfficer;
}

/** Letters of hand-overs that wait. */
export function waitsToTell(handOvers: readonly HandOver[] = []): boolean {
  return handOvers.some(({ toTell }) => toTell);
}
