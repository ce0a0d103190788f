import type { Service } from '../triage/suggestion.ts';

/** `LBC-2026-004217`. */
export type Reference = string & { readonly kind: 'Reference' };

/** Who did something: the service itself, an officer by the identity of their sign-in, or whoever opened a link that we sent. */
export type Actor = { readonly kind: 'system' } | Officer | ByLink;
/** Nobody signed in: the link was sent to that service, or to somebody who works for it. It lets them answer, and nothing else (ADR 15). */
export type ByLink = { readonly kind: 'by-link'; readonly service: Service; readonly contractor?: string };
export type Officer = {
  readonly kind: 'officer';
  /** The `sub` of their sign-in: conflicts are judged by this, never by name. */
  readonly subject: string;
  readonly name: string;
  readonly email: string;
};
