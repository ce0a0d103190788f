import { reasonsToShow } from './reasons-to-show.ts';
import type { Evidence } from './suggestion.ts';

/** As many words make a phrase; a reason that has fewer gets as many more to each side. */
const wordsOfAPhrase = 3;

/**
 * The reasons worth showing, as somebody can read them: a word or two say little and may look foolish alone ("wait", "finger in"), so that they are shown
 * with the words around them, as far as their clause goes. Offsets and quote of an answer fit the text as those of any evidence do.
 */
export function reasonsInTheirPhrases(
  why: readonly Evidence[],
  written: { readonly subject?: string; readonly text: string },
): readonly Evidence[] {
  const passageOf = (evidence: Evidence) => (evidence.in === 'subject' ? (written.subject ?? '') : written.text);
  return reasonsToShow(reasonsToShow(why).flatMap((evidence) => inItsPhrase(evidence, passageOf(evidence)) ?? []));
}

/** Undefined for less than a phrase that does not stand there: then nothing can be shown around it. */
function inItsPhrase(evidence: Evidence, passage: string): Evidence | undefined {
  if (evidence.quote.split(/\s+/).length >= wordsOfAPhrase) return evidence;
  if (passage.slice(evidence.start, evidence.end) !== evidence.quote) return undefined;
  const start = evidence.start - (before.exec(passage.slice(Math.max(0, evidence.start - longestBeside), evidence.start))?.[0].length ?? 0);
  const end = evidence.end + (after.exec(passage.slice(evidence.end, evidence.end + longestBeside))?.[0].length ?? 0);
  return { ...evidence, start, end, quote: passage.slice(start, end) };
}

/** A word of a clause: what stands between it and the next is a space, and no mark. */
const word = String.raw`[\p{L}\p{N}’'£&-]+`;
const before = new RegExp(`(?:${word}[ \\t]+){1,${wordsOfAPhrase}}$`, 'u');
const after = new RegExp(`^(?:[ \\t]+${word}){1,${wordsOfAPhrase}}`, 'u');
/** Three words are shorter: a hostile text costs no more. */
const longestBeside = 120;
