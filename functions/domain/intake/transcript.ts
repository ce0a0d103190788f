import type { Span } from './heard.ts';

/** What Transcribe made of a recording. Words stand in the text in their order; `confidence` is between 0 and 1. */
export type Transcript = {
  readonly text: string;
  readonly words: readonly { readonly text: string; readonly confidence: number }[];
};

/**
 * A word below this is marked for the officer. In the sample calls nearly every word that was heard right has 0.93 or more, and the names and
 * streets that were misheard have 0.28 to 0.68.
 */
const doubtfulBelow = 0.7;

/** Below this the machine itself holds a word to be more probably wrong than right. */
const unlikelyBelow = 0.5;

/** "Hello? Hello." is nothing to open a case from. */
const fewestWords = 4;

/** The stretches of the text that a person should listen to again; words that stand side by side are one stretch. */
export function doubtfulSpans({ text, words }: Transcript): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { text: word, confidence } of words) {
    const start = text.indexOf(word, from);
    // Words that the text spells in another way cannot be placed: nothing is marked for them.
    if (word === '' || start < 0) continue;
    from = start + word.length;
    if (confidence >= doubtfulBelow) continue;
    const last = spans.at(-1);
    if (last && text.slice(last.end, start).trim() === '') spans[spans.length - 1] = { start: last.start, end: from };
    else spans.push({ start, end: from });
  }
  return spans;
}

/**
 * How far the words can be used: `silent` where next to nothing was said, `doubtful` where more than half of the words are more probably wrong
 * than right. Either is listened to by a person before a case opens.
 */
export function qualityOf({ words }: Transcript): 'heard' | 'silent' | 'doubtful' {
  if (words.length < fewestWords) return 'silent';
  const unlikely = words.filter(({ confidence }) => confidence < unlikelyBelow).length;
  return unlikely * 2 > words.length ? 'doubtful' : 'heard';
}
