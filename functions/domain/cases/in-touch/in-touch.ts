import type { LocalDate } from '../../calendar/local-date.ts';
import type { CaseOmbudsman, Point } from '../point.ts';

// How we keep in touch with the person while a complaint is looked into: what we ask them, what we understand, whether we spoke, what we offered,
// when we write next, and what they are owed on the day after one that we missed (duties D10, D20 to D23, D25).

/** By what means the investigator tried to reach the person. */
export const contactWays = ['telephone', 'in-person', 'email', 'post'] as const;
export type ContactWay = (typeof contactWays)[number];

/** `spoke`: to each other. `wrote`: to each other; they answered (policy section 6: by telephone, or by e-mail). `attempted`: nobody answered. */
export const contactOutcomes = ['spoke', 'wrote', 'attempted'] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** Tries on different days that are enough where nobody answers (duty D20; ADR 8 for somebody who rang). */
export const enoughAttempts = 2;

/** What has been done to reach the person at this stage. */
export type ContactSoFar = {
  /** Tries on different days that reached nobody. */
  readonly attempts: number;
  /** London date of the last of them. */
  readonly lastTried?: LocalDate;
  /** London date on which we last had contact. */
  readonly reached?: LocalDate;
  /** A quick answer went out without: its reasons stand in the event. */
  readonly notNeeded?: true;
};

/** What every acknowledgement offers (policy section 4): somebody independent to help, and somebody to represent or accompany them. */
export const offered = ['advocacy', 'accompaniment'] as const;
export type Offered = (typeof offered)[number];
export const offerAnswers = ['accepted', 'declined'] as const;
export type OfferAnswer = (typeof offerAnswers)[number];

export type Offer = {
  readonly what: Offered;
  readonly on: LocalDate;
  readonly answer?: OfferAnswer;
  /** To whom we referred them. */
  readonly referral?: string;
};

/** What we understand the complaint to be: ours, provisional, and put right when the person tells us more (duty D20). */
export type Definition = {
  readonly definition: string;
  readonly points?: readonly Point[];
  /** As in `Acknowledgement`. */
  readonly notDisputed?: readonly Point[];
  readonly outcomesSought: string;
  readonly notResponsibleFor?: string;
};

/** When we write next to somebody whose answer is late, or takes longer than the policy's extension (Housing Code 5.9). */
export type Updates = {
  /** London date on which it was agreed, or on which we last wrote. */
  readonly from: LocalDate;
  readonly next: LocalDate;
  /** Working days between two of them, where the person agreed to that. */
  readonly every?: number;
};

/** The acts that the person was told a date for, or can expect one for. */
export const apologisedFor = ['acknowledge', 'respond', 'acknowledge-stage-two', 'respond-stage-two', 'acknowledge-complaint'] as const;
export type ApologisedFor = (typeof apologisedFor)[number];

/** One day that we missed. */
export type MissedDay = { readonly deadline: ApologisedFor; readonly due: LocalDate };

/** The optional fields of a case that this aspect keeps. */
export type InTouch = {
  /** London date on which we last asked them what they mean, at this stage. */
  readonly clarificationAskedOn?: LocalDate;
  readonly contact?: ContactSoFar;
  readonly offers?: readonly Offer[];
  readonly updates?: Updates;
  /** The days for which the apology has gone out, oldest first. */
  readonly apologies?: readonly MissedDay[];
  /** What the Head adds to the next apology. */
  readonly apologyWords?: string;
  /** They asked for news or for stage two after the response was due: the Head decides (duty D25). `since`: the London date of the first. */
  readonly askedWhileOverdue?: { readonly since: LocalDate };
};

export type InTouchCommand =
  /** Inside the period of the acknowledgement, which does not wait for the answer. */
  | { readonly type: 'ask-clarification'; readonly question: string }
  | ({ readonly type: 'amend-definition'; readonly because: string } & Definition)
  | {
      readonly type: 'record-contact';
      readonly on: LocalDate;
      readonly how: ContactWay;
      readonly outcome: ContactOutcome;
      readonly note: string;
    }
  | { readonly type: 'record-offer-answer'; readonly what: Offered; readonly answer: OfferAnswer; readonly referral?: string }
  /** Either so many working days apart, or the date of the next. */
  | { readonly type: 'agree-updates'; readonly every?: number; readonly nextOn?: LocalDate }
  /** `nextOn`: where they agreed to a date of its own for the one after. */
  | { readonly type: 'send-update'; readonly words: string; readonly nextOn?: LocalDate }
  /** The Head of Customer Service and Complaints adds to the apology that goes out by itself; nobody can stop it (duty D22). */
  | { readonly type: 'word-apology'; readonly words: string }
  /** By the machine alone, at 10:00 on the next working day after one that we missed. */
  | ({ readonly type: 'apologise-for-missing' } & MissedDay)
  /** On to stage two without an answer at stage one; by the Head. `askedOn`: the London date on which they asked, by any channel. */
  | { readonly type: 'escalate-unanswered'; readonly askedOn: LocalDate; readonly reason: string }
  /** It stays at stage one, and the answer goes out now; by the Head. */
  | { readonly type: 'answer-now'; readonly note: string };

export type InTouchEvent =
  | { readonly type: 'clarification-asked'; readonly question: string; readonly acknowledgeBy?: LocalDate }
  | { readonly type: 'definition-amended'; readonly before: Definition; readonly after: Definition; readonly because: string }
  | {
      readonly type: 'contact-recorded';
      readonly on: LocalDate;
      readonly how: ContactWay;
      readonly outcome: ContactOutcome;
      readonly note: string;
    }
  /** Only before a quick answer. */
  | { readonly type: 'contact-not-needed'; readonly because: string }
  | { readonly type: 'offer-answered'; readonly what: Offered; readonly answer: OfferAnswer; readonly referral?: string }
  /** `agreed`: with the person; otherwise it is what we promise them by ourselves. */
  | { readonly type: 'updates-set'; readonly updates: Updates; readonly agreed: boolean }
  | { readonly type: 'update-sent'; readonly words: string; readonly updates: Updates }
  | { readonly type: 'apology-worded'; readonly words: string }
  | ({ readonly type: 'apologised'; readonly words?: string; readonly updates: Updates } & MissedDay)
  | { readonly type: 'asked-while-overdue'; readonly on: LocalDate; readonly due: LocalDate }
  | {
      readonly type: 'escalated-unanswered';
      readonly askedOn: LocalDate;
      readonly reason: string;
      /** Those of stage one's points, where there are two. */
      readonly ombudsmen?: readonly CaseOmbudsman[];
      /** As in `accepted-at-stage-two`. */
      readonly points?: Definition['points'];
      /** As in `accepted-at-stage-two`. */
      readonly advisedAnew?: true;
    }
  | { readonly type: 'to-be-answered-now'; readonly note: string };
