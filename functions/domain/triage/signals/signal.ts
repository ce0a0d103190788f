import type { Flag, Procedure, Route, Service } from '../suggestion.ts';

/**
 * One thing that a careful officer looks for in a message, and every way in which people say it. Its weight for each route, service and flag is
 * learned (`npm run triage:train`); `about` is what an officer is told that the words speak for.
 */
export type Signal = {
  /** Unique; kebab-case; says what the words mean, not what follows: `has-told-us-before`. */
  readonly name: string;
  readonly about: Route | Service | Flag | Procedure;
  /** Where the policy speaks of it: `section 2`. */
  readonly policy: string;
  /** In the language of `triage/compile-phrases.ts`. */
  readonly phrases: readonly string[];
};

/** What is shown of a signal that was seen. The phrases themselves are compiled (`learned/`): no function that runs loads them as they are written. */
export type SignalLabel = { readonly name: string; readonly about: string; readonly policy: string };
