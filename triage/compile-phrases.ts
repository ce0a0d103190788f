import { fewestLetters, type Numbers, numberSign, type PhraseTable } from '../functions/domain/triage/phrases.ts';
import { sentenceEnd } from '../functions/domain/triage/words.ts';

// The little language of triage's phrases:
//
//   nobody|noone [has|ever|did] come|came|rang       alternatives are single words; [ ] is optional
//   report*                                          any word that begins so
//   not _2 good                                      _2: up to two words between; _: exactly one
//   # weeks|months ago                               #: a number, in digits or as a word
//   @kin care home                                   @kin: one of a named class of words (`word-classes.ts`)
//   thats all .                                      . is the end of a sentence
//
// No gap reaches over the end of a sentence.

/** A phrase and what it stands for. */
export type Phrase = { readonly text: string; readonly id: number };

type Item = { readonly least: 0 | 1; readonly most: number; readonly fits: readonly number[] };

/** Words that nearly every message holds: a phrase is not looked for by them where it has another. */
const everywhere = new Set(
  'a about after again all am an and any are as at be been but by can could did do for from get go got had has have he her him his how i if im in is it its ive just me my no not now of on one or our out said say she so some still that the their them then there they this to told up us was we were what when where which who why will with would you your #'.split(
    ' ',
  ),
);

/** Makes phrases ready to be found. Throws for one that is not of the language: they are our own. */
export function compilePhrases(phrases: readonly Phrase[], classes: Readonly<Record<string, readonly string[]>>): PhraseTable {
  const vocabulary = new Map<string, number>();
  const itemRows = new Map<string, number>();
  const items: Item[] = [];

  const numberOf = (word: string, phrase: string): number => {
    const known = vocabulary.get(word);
    if (known !== undefined) return known;
    if (word !== numberSign && word !== sentenceEnd && !/^[\p{L}\p{M}\p{N}£]+\*?$/u.test(word))
      throw new Error(`not a word "${word}": ${phrase}`);
    if (word.endsWith('*') && word.length <= fewestLetters) throw new Error(`a beginning has ${fewestLetters} letters at least: ${phrase}`);
    vocabulary.set(word, vocabulary.size + 1);
    return vocabulary.size;
  };
  const wordsOfClass = (name: string, phrase: string): readonly string[] => {
    const words = classes[name];
    if (!words) throw new Error(`no class of words @${name}: ${phrase}`);
    return words;
  };
  const itemOf = (text: string, phrase: string): Item => {
    const gap = /^_(\d?)$/.exec(text);
    if (gap) return { least: gap[1] ? 0 : 1, most: Number(gap[1] || 1), fits: [] };
    const optional = text.startsWith('[') && text.endsWith(']');
    const choices = (optional ? text.slice(1, -1) : text).split('|');
    const words = choices.flatMap((choice) => (choice.startsWith('@') ? wordsOfClass(choice.slice(1), phrase) : [choice]));
    const fits = [...new Set(words.map((word) => numberOf(word, phrase)))].toSorted((one, other) => one - other);
    return { least: optional ? 0 : 1, most: 1, fits };
  };
  const rowOf = (text: string, phrase: string): number => {
    const known = itemRows.get(text);
    if (known !== undefined) return known;
    items.push(itemOf(text, phrase));
    itemRows.set(text, items.length - 1);
    return items.length - 1;
  };

  const compiled = phrases.map(({ text, id }) => {
    const rows = text.split(' ').map((item) => rowOf(item, text));
    const [first] = rows;
    if (first === undefined || !isWord(items[first])) throw new Error(`a phrase begins with a word: ${text}`);
    return { id, rows };
  });

  const words = [...vocabulary.keys()];
  const burden = (row: number): number => {
    const item = items[row];
    if (!isWord(item)) return Number.POSITIVE_INFINITY;
    return item.fits.reduce((sum, number) => sum + (everywhere.has(words[number - 1] ?? '') ? 100 : 1), 0);
  };
  const anchored: number[][] = Array.from({ length: words.length + 1 }, () => []);
  const rows = compiled.map(({ id, rows: sequence }, phrase) => {
    const burdens = sequence.map(burden);
    const anchor = burdens.indexOf(Math.min(...burdens));
    for (const number of items[sequence[anchor] ?? 0]?.fits ?? []) anchored[number]?.push(phrase);
    return { id, sequence, anchor };
  });

  return {
    vocabulary: words,
    ...packedItems(items),
    ...packedPhrases(rows),
    anchors: numbersOf(startsOf([...anchored.map(({ length }) => length), 0])),
    anchored: numbersOf(anchored.flat()),
  };
}

/** Only a word that must be there can begin a phrase or anchor it. */
function isWord(item: Item | undefined): item is Item {
  return item !== undefined && item.least === 1 && item.fits.length > 0;
}

function packedItems(items: readonly Item[]): Pick<PhraseTable, 'items' | 'fits'> {
  const starts = startsOf(items.map(({ fits }) => fits.length));
  return {
    items: numbersOf(items.flatMap(({ least, most, fits }, row) => [least, most, starts[row] ?? 0, fits.length])),
    fits: numbersOf(items.flatMap(({ fits }) => fits)),
  };
}

function packedPhrases(
  phrases: readonly { readonly id: number; readonly sequence: readonly number[]; readonly anchor: number }[],
): Pick<PhraseTable, 'phrases' | 'sequence'> {
  const starts = startsOf(phrases.map(({ sequence }) => sequence.length));
  return {
    phrases: numbersOf(phrases.flatMap(({ id, sequence, anchor }, row) => [id, starts[row] ?? 0, sequence.length, anchor])),
    sequence: numbersOf(phrases.flatMap(({ sequence }) => sequence)),
  };
}

/** Where each of several lists begins when they stand one after the other. */
function startsOf(lengths: readonly number[]): readonly number[] {
  let next = 0;
  return lengths.map((length) => {
    const start = next;
    next += length;
    return start;
  });
}

function numbersOf(values: readonly number[]): Numbers {
  return values.every((value) => value < 65_536) ? Uint16Array.from(values) : Uint32Array.from(values);
}
