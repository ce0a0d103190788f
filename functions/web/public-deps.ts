import type { CouncilFacts } from '../../council/facts.ts';
import type { AnsweredByLink } from '../app/answer-by-link.ts';
import type { Log } from '../app/ports.ts';
import type { SentComplaint, ToSend } from '../app/send-complaint.ts';
import type { AnswersInHand } from '../contracts/answers-in-hand.ts';
import type { ComplaintAnswers } from '../contracts/complaint-form.ts';
import type { Instant } from '../domain/calendar/local-date.ts';
import type { Contribution } from '../domain/cases/allocation/contribution.ts';
import type { Advice } from '../domain/intake/beside-the-button.ts';
import type { Policy } from '../domain/policy/periods.ts';
import type { Uploads } from './evidence/evidence.ts';
import type { ChosenLanguage, Drawing } from './words/languages.ts';

/** What the resident's pages need of the world. */
export type PublicDeps = {
  readonly council: CouncilFacts;
  readonly policy: Policy;
  /** Keeps the original and takes the complaint in; the same token twice is one complaint. */
  readonly send: (complaint: ToSend) => Promise<SentComplaint>;
  /** What may be quicker, from the answers in hand (duty D4). */
  readonly advise: (answers: ComplaintAnswers, at: Instant) => Promise<Advice>;
  /** What the link with that token asks for; undefined where it is good for nothing. */
  readonly openAnswerLink: (token: string) => Promise<Contribution | undefined>;
  readonly answerByLink: (token: string, answer: string) => Promise<AnsweredByLink>;
  /** Unguessable, 16 to 64 letters, digits, `-` or `_`. */
  readonly newToken: () => string;
  readonly formTokens: FormTokens;
  readonly openings: OpeningStamps;
  readonly answers: Kept<AnswersInHand>;
  readonly uploads: Uploads;
  readonly language: ChosenLanguage;
  readonly log: Log;
};

/** Signed double-submit: the cookie and the form's hidden field must belong together. */
export type FormTokens = {
  /** A token for the form; `cookie` is a whole `Set-Cookie` value where the browser has none yet. */
  issue(cookies: readonly string[]): Promise<{ readonly token: string; readonly cookie?: string }>;
  check(cookies: readonly string[], token: string): Promise<boolean>;
};

/** When a page was drawn, in a form's hidden field: signed, so that nobody can say that it was earlier. */
export type OpeningStamps = {
  stamp(at: Instant): Promise<string>;
  /** Undefined where the stamp is none of ours. */
  read(stamp: string): Promise<Instant | undefined>;
};

/** What the browser's cookie opened, and until when it is kept. `token`: of that cookie. */
export type Opened<Value> = { readonly value: Value; readonly until: Instant; readonly token: string };

/** What somebody typed so far, sealed under their cookie: nothing of it ever stands in a URL. */
export type Kept<Value> = {
  /** Undefined where there is nothing, or its time is over. */
  open(cookies: readonly string[]): Promise<Opened<Value> | undefined>;
  /** In the place of what was opened, or under a new cookie; gives a whole `Set-Cookie` value. */
  keep(opened: Opened<Value> | undefined, value: Value, until: Instant): Promise<string>;
  /** Gives a whole `Set-Cookie` value. */
  clear(cookies: readonly string[]): Promise<string>;
};

export type OpenedAnswers = Opened<AnswersInHand>;

/** With the words of the language that one request is answered in. */
export type PublicPageDeps = PublicDeps & Drawing;
