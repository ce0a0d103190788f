import type { Stage } from '../cases/case.ts';
import type { Flag } from '../triage/suggestion.ts';

/** Flags that may mean harm to a person: somebody is told at any hour (duty D5). */
const harmFlags: readonly Flag[] = ['urgent', 'safeguarding'];

export function mayMeanHarm(flags: readonly Flag[]): boolean {
  return harmFlags.some((flag) => flags.includes(flag));
}

/** A case that may mean harm and whose route no person has decided: nothing says yet that anybody has read it. */
export function isUndecidedHarm({ stage, flags }: { readonly stage: Stage; readonly flags: readonly Flag[] }): boolean {
  return stage === 'received' && mayMeanHarm(flags);
}
