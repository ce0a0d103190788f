/** `LBC-2026-004217`. */
export type Reference = string & { readonly kind: 'Reference' };

/** Who did something: the service itself, or an officer by the identity of their sign-in. */
export type Actor = { readonly kind: 'system' } | Officer;
export type Officer = {
  readonly kind: 'officer';
  /** The `sub` of their sign-in: conflicts are judged by this, never by name. */
  readonly subject: string;
  readonly name: string;
  readonly email: string;
};
