import type { Flag, Suggestion } from '../triage/suggestion.ts';

// What triage saw in the messages of a case: the first, and every one after it. Possible harm and discrimination are not forgotten because a later
// message spoke of them (duties D26 and D30). A person decides what they mean.

type WithFlags = { readonly suggestion: Pick<Suggestion, 'flags'>; readonly laterFlags?: readonly Flag[] };

/** Each once, those of the first message first. */
export function flagsOf({ suggestion, laterFlags = [] }: WithFlags): readonly Flag[] {
  return [...suggestion.flags, ...laterFlags];
}

/** Of one more message, what nobody saw in the case before; undefined where that is nothing. */
export function newFlags(known: WithFlags, flags: readonly Flag[]): readonly Flag[] | undefined {
  const seen = flagsOf(known);
  const unseen = flags.filter((flag) => !seen.includes(flag));
  return unseen.length > 0 ? unseen : undefined;
}
