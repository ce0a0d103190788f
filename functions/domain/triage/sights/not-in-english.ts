import { englishWords, foreignWords } from '../data/words-of-languages.ts';
import type { Message } from '../message.ts';
import { remembering } from '../remembering.ts';
import type { Sighting, Words } from '../sighting.ts';
import { sentenceEnd, type Word } from '../words.ts';

// Who writes in another language needs an answer in one that they understand (LABELS: any contact not in English has the flag). Names, streets and a
// greeting alone are no other language: so many of its small words have to stand close together, and hardly an English one among them.

const near = 8;
const fewestNear = 3;
const mostEnglishNear = 1;
const fewestLooking = 4;
const fewestOtherLetters = 2;
const otherLetters = /[^\p{Script=Latin}\p{N}\p{M}]/u;
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const english = new Set(englishWords);

type Kind = 'english' | 'other' | 'foreign-looking' | 'letters' | 'unknown';

/** English words seldom end so or have such letters side by side; names do, so that they count for half. */
const foreignLooking = /^[a-z]{2,}(?:[aiu]|[^aeio]o|[aeo]j|ek|iz|iyor|ym|ow|ej)$|aa|uu|ii|sz|cz|kk|jj|zz|xu|q(?!u)/;

const kindOf = remembering((text): Kind => {
  if (english.has(text)) return 'english';
  if (foreignWords.has(text)) return 'other';
  if (text.charCodeAt(0) > 0x24f && otherLetters.test(text)) return 'letters';
  return foreignLooking.test(text) ? 'foreign-looking' : 'unknown';
});

/** Accents are taken out of the words to match in: what was written shows them. */
const accents = /[^\t\r\n -~‘’“”–—]/;

/** Messages, or parts of them, in another language: in other letters, or in small words of one that is written in ours. */
export function notInEnglish(_message: Message, said: readonly Words[]): readonly Sighting[] {
  for (const { passage, words } of said) {
    if (!words.some(isUnlikeEnglish) && !accents.test(passage.received)) continue;
    const place = otherLanguageIn(
      words.filter(({ text }) => text !== sentenceEnd),
      passage.received,
    );
    if (!place) continue;
    const { start, end } = place;
    const evidence = {
      about: 'reasonable-adjustment',
      in: passage.in,
      quote: passage.received.slice(start, end),
      start,
      end,
      policy: 'section 4',
    };
    return [{ signal: 'not-in-english', evidence }];
  }
  return [];
}

type Place = { readonly start: number; readonly end: number };

function otherLanguageIn(words: readonly Word[], received: string): Place | undefined {
  const accented = accents.test(received);
  const kinds = words.map((word): Kind => {
    const kind = kindOf(word);
    return accented && kind === 'unknown' && accents.test(received.slice(word.start, word.end)) ? 'foreign-looking' : kind;
  });
  const inLetters = words.filter((_, at) => kinds[at] === 'letters');
  const [first] = inLetters;
  const last = inLetters.at(-1);
  if (first && last && (inLetters.length >= fewestOtherLetters || ideographs.test(first.text)))
    return { start: first.start, end: last.end };
  const size = Math.min(near, words.length);
  const few = words.length < near;
  let ours = 0;
  let weight = 0;
  for (const [at, kind] of kinds.entries()) {
    const gone = kinds[at - near];
    ours += (kind === 'english' ? 1 : 0) - (gone === 'english' ? 1 : 0);
    weight += weightOf(kind) - weightOf(gone);
    if (at < size - 1 || weight < (few && ours === 0 ? 2 : fewestNear) || ours > mostEnglishNear) continue;
    const window = words.slice(at - size + 1, at + 1);
    const place = { start: window[0]?.start ?? 0, end: window.at(-1)?.end ?? 0 };
    if (areOfOneLanguage(window)) return place;
  }
  return undefined;
}

/** Without such a word, or an accent, there is nothing to look for. */
function isUnlikeEnglish(word: Word): boolean {
  const kind = kindOf(word);
  return kind === 'letters' || weightOf(kind) > 0;
}

function weightOf(kind: Kind | undefined): number {
  if (kind === 'other') return 1;
  return kind === 'foreign-looking' ? 0.5 : 0;
}

/** Two different small words of the same language, or one and several that look like none of ours. */
function areOfOneLanguage(window: readonly Word[]): boolean {
  const distinct = [...new Set(window.map(({ text }) => text))];
  const languages = distinct.flatMap((text) => foreignWords.get(text) ?? []);
  return (
    languages.some((language, at) => languages.indexOf(language) !== at) ||
    distinct.filter((text) => foreignLooking.test(text)).length >= fewestLooking
  );
}
