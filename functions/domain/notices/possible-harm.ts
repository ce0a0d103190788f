import type { Stage } from '../cases/case.ts';
import type { Flag } from '../triage/suggestion.ts';

/** Flags that may mean harm to a person: somebody is told at any hour (duty D5). */
const harmFlags: readonly Flag[] = ['urgent', 'safeguarding'];

export function mayMeanHarm(flags: readonly Flag[]): boolean {
  return harmFlags.some((flag) => flags.includes(flag));
}

type Seen = {
  readonly stage: Stage;
  readonly flags: readonly Flag[];
  /** Absent on what earlier releases stored. */
  readonly harm?: { readonly taken?: object };
};

/** A case that may mean harm and whose route no person has decided, or with a message that may and that nobody has taken. */
export function isUndecidedHarm({ stage, flags, harm }: Seen): boolean {
  return (stage === 'received' && mayMeanHarm(flags)) || (harm !== undefined && harm.taken === undefined);
}
