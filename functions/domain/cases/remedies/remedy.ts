import type { LocalDate } from '../../calendar/local-date.ts';
import type { Officer } from '../actor.ts';

// What we do to put things right, and what becomes of it (policy section 7; both Codes 7; duties D27, D31, D32).

/**
 * The eight of both Codes, and the two that policy section 7 adds: our process for poor conduct, and a review of training. `for-others`: what we do
 * unasked for others whom the same fault affects (duty D32); no letter to whoever complained speaks of it.
 */
export const remedyTypes = [
  'apology',
  'acknowledge-mistake',
  'explanation',
  'action-after-delay',
  'reconsider-decision',
  'correct-record',
  'financial',
  'policy-or-practice',
  'conduct',
  'training',
  'for-others',
] as const;
export type RemedyType = (typeof remedyTypes)[number];

/** What both Codes tell us to take account of (policy section 7; LGSCO Code 7.5, Housing Code 7.4). */
export const remedyGuidance = 'https://www.lgo.org.uk/information-centre/staff-guidance/guidance-on-remedies';

/** A remedy as somebody offers it. */
export type RemedyOffer = {
  readonly type: RemedyType;
  /** What we will do, for the person. */
  readonly what: string;
  /** How the fault affected them; before any amount (both Codes 7.2). Left out for what mends the service, or is done for others, and not the person's own loss. */
  readonly impact?: string;
  /** In pence; for a financial remedy, and no other. The words never name another sum. */
  readonly amountPence?: number;
  /** How and when they agreed that it is taken off what they owe us. */
  readonly takenOffDebt?: string;
  /** In the words of the letter, how they get money that is not paid out: "as a credit on your rent account". Without this and `takenOffDebt`, it is paid to them. */
  readonly asCredit?: string;
  /** An Ombudsman asked for it: such a sum is never taken off a debt. */
  readonly forOmbudsman?: true;
  /** Who sees to it. */
  readonly owner: Officer;
  /** London date by which it is done. */
  readonly due: LocalDate;
};

/** As the letter promises it. Numbered from 1 within its case. */
export type RemedyPromise = RemedyOffer & { readonly number: number };

/** What the case knows of a remedy; longer words stand in its events. */
export type Remedy = Pick<RemedyPromise, 'number' | 'type' | 'what' | 'amountPence' | 'owner' | 'due'> & {
  readonly promisedOn: LocalDate;
  /** Its day was moved: the day that was promised first, and the London date on which the present one was given. */
  readonly moved?: { readonly firstDue: LocalDate; readonly on: LocalDate };
  readonly state: RemedyState;
  /** The person was asked whether it is done: when, and by which letter. */
  readonly asked?: { readonly on: LocalDate; readonly noticeId: string };
  /** They said that it is done. "No" makes it a promise again, with a new date and a new question. */
  readonly confirmedOn?: LocalDate;
};

export type RemedyState =
  | { readonly is: 'promised' }
  | { readonly is: 'done'; readonly on: LocalDate }
  /** It cannot be done: they were told why, the alternative, and of the Ombudsman (LGSCO Code 7.4). */
  | { readonly is: 'undeliverable'; readonly on: LocalDate };

export type RemedyCommand =
  /** At any stage, also without a response and after the case is closed (Housing Code 5.13). */
  | { readonly type: 'promise-remedy'; readonly remedy: RemedyOffer }
  | { readonly type: 'record-remedy-done'; readonly number: number; readonly on: LocalDate; readonly evidence: string }
  | { readonly type: 'record-remedy-undeliverable'; readonly number: number; readonly why: string; readonly instead: RemedyOffer }
  | { readonly type: 'change-remedy-date'; readonly number: number; readonly due: LocalDate; readonly reason: string }
  /** By the machine, on the morning after a promised day: of everything that was due by then. */
  | { readonly type: 'ask-whether-done' }
  /** `due`: by when it will be done, where they say that it is not. */
  | {
      readonly type: 'record-answer-to-done';
      readonly number: number;
      readonly done: boolean;
      readonly note: string;
      readonly due?: LocalDate;
      /** Whoever records it says that they have read the messages that were new. */
      readonly hasRead?: true;
    };

export type RemedyEvent =
  | { readonly type: 'remedy-promised'; readonly on: LocalDate; readonly remedy: RemedyPromise }
  | { readonly type: 'remedy-done'; readonly number: number; readonly on: LocalDate; readonly evidence: string }
  | {
      readonly type: 'remedy-undeliverable';
      readonly number: number;
      readonly on: LocalDate;
      readonly why: string;
      /** What we do instead, in words. */
      readonly alternative: string;
      /** The same as a promise with an owner and a day (duty D31); absent where it had to be promised by hand. */
      readonly instead?: RemedyPromise;
    }
  | {
      readonly type: 'remedy-date-changed';
      readonly number: number;
      readonly previousDue: LocalDate;
      readonly due: LocalDate;
      /** The day that was promised before it was ever moved; absent in events of earlier releases. */
      readonly firstDue?: LocalDate;
      readonly reason: string;
      /** What moved is for others: whoever complained is not told. */
      readonly forOthers?: true;
    }
  | { readonly type: 'asked-whether-done'; readonly numbers: readonly number[]; readonly on: LocalDate }
  | { readonly type: 'confirmed-done'; readonly number: number; readonly on: LocalDate; readonly note: string }
  /** They said that it is not done. */
  | {
      readonly type: 'remedy-reopened';
      readonly number: number;
      readonly on: LocalDate;
      readonly previousDue: LocalDate;
      readonly due: LocalDate;
      /** As above. */
      readonly firstDue?: LocalDate;
      readonly note: string;
    };

type Kind = { readonly type: RemedyType };

/** Done for others whom the same fault affects (duty D32). */
export function isForOthers({ type }: Kind): boolean {
  return type === 'for-others';
}

/**
 * Whether it is done for whoever complained: only that holds their case open, and only of that they are asked whether it was done (duty D27). What the
 * service learns, and what is done for others, goes on in the learning register.
 */
export function isPersonal(kind: Kind): boolean {
  return !isForOthers(kind) && kind.type !== 'policy-or-practice' && kind.type !== 'conduct' && kind.type !== 'training';
}

export function remedyOf(remedies: readonly Remedy[] | undefined, number: number): Remedy | undefined {
  return remedies?.find((remedy) => remedy.number === number);
}
