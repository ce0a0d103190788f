import type { Flag } from '../triage/suggestion.ts';

/** Flags that may mean harm to a person: somebody is told at any hour (duty D5). */
const harmFlags: readonly Flag[] = ['urgent', 'safeguarding'];

export function mayMeanHarm(flags: readonly Flag[]): boolean {
  return harmFlags.some((flag) => flags.includes(flag));
}
