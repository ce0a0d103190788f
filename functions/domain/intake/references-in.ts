import type { Reference } from '../cases/actor.ts';

/** `LBC-2026-004217` as people type it: any case, spaces or no hyphens. */
const asTyped = /\b([A-Z]{2,4})[\s-]?(20\d{2})[\s-]?(\d{6})\b/gi;

/** The references that a text names, each once, in the order of their first mention. Whether such a case exists is not known here. */
export function referencesIn(text: string): readonly Reference[] {
  const found = [...text.matchAll(asTyped)].map(([, prefix, year, number]) => referenceOf(`${prefix?.toUpperCase()}-${year}-${number}`));
  return [...new Set(found.filter((reference) => reference !== undefined))];
}

/** The reference that the text is, to the letter: prefix, year of receipt and six digits. Undefined where it is none. */
export function referenceOf(text: string): Reference | undefined {
  return /^[A-Z]{2,4}-20\d{2}-\d{6}$/.test(text) ? (text as Reference) : undefined;
}
