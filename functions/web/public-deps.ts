import type { CouncilFacts } from '../../council/facts.ts';
import type { AnsweredByLink } from '../app/answer-by-link.ts';
import type { SentComplaint, ToSend } from '../app/send-complaint.ts';
import type { AnswersInHand } from '../contracts/answers-in-hand.ts';
import type { Instant } from '../domain/calendar/local-date.ts';
import type { Contribution } from '../domain/cases/allocation/contribution.ts';
import type { StoredUpload } from '../domain/intake/uploads.ts';
import type { Policy } from '../domain/policy/periods.ts';
import type { Render } from './render.ts';

/** What the resident's pages need of the world. */
export type PublicDeps = {
  readonly council: CouncilFacts;
  readonly policy: Policy;
  /** Keeps the original and takes the complaint in; the same token twice is one complaint. */
  readonly send: (complaint: ToSend) => Promise<SentComplaint>;
  /** What the link with that token asks for; undefined where it is good for nothing. */
  readonly openAnswerLink: (token: string) => Promise<Contribution | undefined>;
  readonly answerByLink: (token: string, answer: string) => Promise<AnsweredByLink>;
  /** Unguessable, 16 to 64 letters, digits, `-` or `_`. */
  readonly newToken: () => string;
  readonly formTokens: FormTokens;
  readonly openings: OpeningStamps;
  readonly answers: HeldAnswers;
  readonly uploads: Uploads;
};

/** Files that browsers send straight to S3, for whoever holds the token of these answers. */
export type Uploads = {
  /** Two forms for one and the same file, each good for an hour: `byBrowser` leads back to `onTo`, `byScript` is answered with nothing. */
  open(
    token: string,
    onTo: string,
  ): Promise<{ readonly key: string; readonly nameField: string; readonly byBrowser: UploadForm; readonly byScript: UploadForm }>;
  /** What came under a key; undefined where it was not opened for that token, or nothing has come. */
  find(token: string, key: string): Promise<StoredUpload | undefined>;
};

/** `fields` as they are to be sent, before the file. `nameField` beside them takes the file's name, encoded. */
export type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

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

/** Answers that the browser's cookie opened, and until when they are kept. `token`: of that cookie. */
export type OpenedAnswers = { readonly value: AnswersInHand; readonly until: Instant; readonly token: string };

/** What somebody answered so far, sealed under their cookie: an answer never stands in a URL. */
export type HeldAnswers = {
  /** Undefined where there are none, or their time is over. */
  open(cookies: readonly string[]): Promise<OpenedAnswers | undefined>;
  /** In the place of what was opened, or under a new cookie; gives a whole `Set-Cookie` value. */
  keep(opened: OpenedAnswers | undefined, value: AnswersInHand, until: Instant): Promise<string>;
  /** Gives a whole `Set-Cookie` value. */
  clear(cookies: readonly string[]): Promise<string>;
};

export type PublicPageDeps = PublicDeps & { readonly render: Render };
