import type { CouncilFacts } from '../../council/facts.ts';
import type { TakenIn } from '../app/take-in.ts';
import type { Contact } from '../domain/intake/contact.ts';
import type { Policy } from '../domain/policy/periods.ts';
import type { SentNote } from './complaint/sent-note.ts';
import type { Render } from './render.ts';

/** What the resident's pages need of the world. */
export type PublicDeps = {
  readonly council: CouncilFacts;
  readonly policy: Policy;
  readonly takeIn: (contact: Contact) => Promise<TakenIn>;
  /** Stores once: a second object of that key changes nothing. */
  readonly keepOriginal: (key: string, body: Uint8Array, contentType: string) => Promise<void>;
  /** Unguessable, 16 to 64 letters, digits, `-` or `_`. */
  readonly newToken: () => string;
  readonly formTokens: FormTokens;
  readonly sentNotes: SentNotes;
};

/** Signed double-submit: the cookie and the form's hidden field must belong together. */
export type FormTokens = {
  /** A token for the form; `cookie` is a whole `Set-Cookie` value where the browser has none yet. */
  issue(cookies: readonly string[]): Promise<{ readonly token: string; readonly cookie?: string }>;
  check(cookies: readonly string[], token: string): Promise<boolean>;
};

/** What the confirmation page shows travels in a sealed cookie of half an hour: a reference never stands in a URL. */
export type SentNotes = {
  /** A whole `Set-Cookie` value. */
  set(note: SentNote): Promise<string>;
  /** The note as it was sealed; undefined when there is none, or it is old or forged. */
  read(cookies: readonly string[]): Promise<SentNote | undefined>;
};

export type PublicPageDeps = PublicDeps & { readonly render: Render };
