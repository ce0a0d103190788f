import type { Instant } from '../domain/calendar/local-date.ts';

/** A request as pages see it: parsed by the handler, nothing of API Gateway left but its route key. */
export type PageRequest = {
  readonly method: 'GET' | 'POST';
  /** API Gateway's route key, `GET /desk/cases/{reference}`: also the key of the page in its route map. */
  readonly route: string;
  /** The full public URL as called, for the answer of the sign-in provider. */
  readonly url: string;
  /** Decoded path parameters. */
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  /** The urlencoded body: `get` for one answer, `getAll` for checkboxes. Empty on GET. */
  readonly form: URLSearchParams;
  /** What was uploaded with the form; only where a page sends one that can. */
  readonly files?: readonly UploadedFile[];
  /** `name=value` each, as API Gateway's `event.cookies`. */
  readonly cookies: readonly string[];
  /** The network of the internet address that it came from, for counting; never the address itself, and never kept as it is. */
  readonly network?: string;
  readonly now: Instant;
  /** Names this request in the log, and on the page when something goes wrong. */
  readonly incident: string;
};

/** `field`: the name of its input. */
export type UploadedFile = { readonly field: string; readonly bytes: Uint8Array };

/**
 * `cookies` are whole `Set-Cookie` values; `playsFrom` is the origin of audio that the page may play, `uploadsTo` that to which it may send files,
 * `styleHash` the hash of the style that stands in it. `nothingSecret`: no token and no words of anybody, so that how small it packs tells nothing (BREACH).
 * A `location` answers with 303: POST, redirect, GET.
 */
export type PageResponse = {
  readonly cookies?: readonly string[];
  readonly playsFrom?: string;
  readonly uploadsTo?: string;
  readonly styleHash?: string;
  readonly nothingSecret?: true;
} & (
  | { readonly status: 200 | 400 | 403 | 404 | 409 | 410 | 500; readonly html: string }
  | { readonly status: 303; readonly location: string }
);

export type Page = (request: PageRequest) => Promise<PageResponse>;

export function seeOther(location: string, cookies?: readonly string[]): PageResponse {
  return { status: 303, location, cookies };
}
