import type { CaseState } from '../cases/case.ts';
import type { Contact, Person } from '../intake/contact.ts';
import { readMessage } from '../intake/reading.ts';

// The words by which a case is found (decision 36): whole words as people type them, without case, accents and apostrophes. No stems: “bins” is not
// “bin”, and a name is never taken for another.

/** Of one case, and so of items in the table (a limit of ours): names and subjects first, then what was said, in the order in which it came. */
export const mostWordsOfACase = 400;

/** Of one search (a limit of ours). */
export const mostWordsLookedFor = 6;

const shortest = 2;
/** Longer ones are addresses and numbers that no eye reads; as much as this of them will do. */
const longest = 40;

/** They stand in nearly every message, and would find nearly every case. */
const common = new Set(
  'a about after all also am an and any are as at be because been but by can could did do does dont for from get got had has have he her his how i if in into is it its ive just me my no not now of on or our out please she so some that the their them then there they this to up us was we were what when which who will with would you your'.split(
    ' ',
  ),
);

/** The words of a text, each once, in their order; those left out that stand in nearly every message. */
export function searchWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  const words = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longest));
  return [...new Set(words)].filter((word) => word.length >= shortest && !common.has(word));
}

/**
 * The words by which this case is found: names and postal addresses of its people, subjects, and what people said in words of their own; not what their
 * mail programs quoted. A restricted case has none (ADR 14).
 */
export function wordsOfCase(state: CaseState, contacts: readonly Contact[]): readonly string[] {
  if (state.restricted) return [];
  const { complainant, onBehalfOf, people, subject } = state;
  const named = [complainant, people?.representative ?? {}, ...(people?.group ?? []), ...contacts.map(({ from }) => from)];
  const texts = [
    ...named.flatMap(({ name, address }: Person) => [name, address]),
    onBehalfOf?.name,
    subject,
    ...contacts.map((contact) => contact.subject),
    ...contacts.flatMap(({ text, outcomeSought }) => [...readMessage(text).own.map((range) => range.text), outcomeSought]),
  ];
  return [...new Set(texts.flatMap((text) => (text === undefined ? [] : searchWords(text))))].slice(0, mostWordsOfACase);
}
