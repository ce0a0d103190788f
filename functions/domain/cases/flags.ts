import type { Flag, Suggestion } from '../triage/suggestion.ts';

// What triage saw in the messages of a case: the first, and every one after it. Possible harm and discrimination are not forgotten because a later
// message spoke of them (duties D26 and D30). A person decides what they mean.

type WithFlags = { readonly suggestion: Pick<Suggestion, 'flags'>; readonly laterFlags?: readonly Flag[] };

/** Each once, those of the first message first. */
export function flagsOf({ suggestion, laterFlags = [] }: WithFlags): readonly Flag[] {
  return [...suggestion.flags, ...laterFlags];
}

/** With those of one more message: what was seen before is not repeated. Undefined while no later message had any. */
export function withFlags(known: WithFlags, flags: readonly Flag[]): readonly Flag[] | undefined {
  const all = [...new Set([...flagsOf(known), ...flags])].slice(known.suggestion.flags.length);
  return all.length > 0 ? all : undefined;
}
