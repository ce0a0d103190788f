import { sentenceEnd, type Word } from './words.ts';

/** Where a phrase stands: words `from` up to and without `to`. `id` is what the phrase was given for. */
export type Match = { readonly id: number; readonly from: number; readonly to: number };

/** Small whole numbers; two bytes each where they are small enough. */
export type Numbers = Uint16Array | Uint32Array;

/**
 * Many phrases, made ready by `triage/compile-phrases.ts`. Words, beginnings (`report*`) and "any number" (`#`) have a number each, from 1. A phrase is
 * looked for at its anchor, the item whose words are rarest, and followed to both sides from there: so most words of a text cost next to nothing,
 * and no text can cost more than its length.
 */
export type PhraseTable = {
  /** Words and beginnings in the order of their numbers. */
  readonly vocabulary: readonly string[];
  /** Four numbers for each item: at least, at most so many words; first place in `fits`; how many. None at all fit: any word does. */
  readonly items: Numbers;
  /** Numbers that fit an item, in rising order. */
  readonly fits: Numbers;
  /** Four numbers for each phrase: id, first place in `sequence`, how many items, which of them is the anchor. */
  readonly phrases: Numbers;
  /** The items of each phrase, one after the other. */
  readonly sequence: Numbers;
  /** By number: first place in `anchored` (one more at the end). */
  readonly anchors: Numbers;
  /** Phrases whose anchor is that number. */
  readonly anchored: Numbers;
};

/** The sign for any number, in digits or as a word. */
export const numberSign = '#';
/** A beginning has so many letters at least: it is found by them. */
export const fewestLetters = 3;

const numberWords = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred couple few several'.split(
    ' ',
  ),
);

type Direction = 1 | -1;

/** Finds every phrase of a table in the words of a text. */
export class Phrases {
  readonly #table: PhraseTable;
  readonly #numbers = new Map<string, number>();
  readonly #beginnings = new Map<string, { readonly beginning: string; readonly number: number }[]>();
  /** What the end of a sentence fits: itself where a phrase names it, and never "any word". */
  readonly #sentenceEnd: readonly number[];

  constructor(table: PhraseTable) {
    this.#table = table;
    for (const [index, word] of table.vocabulary.entries()) {
      if (word.endsWith('*')) this.#addBeginning(word.slice(0, -1), index + 1);
      else this.#numbers.set(word, index + 1);
    }
    const end = this.#numbers.get(sentenceEnd);
    this.#sentenceEnd = end === undefined ? [] : [end];
  }

  /** Each phrase's places, its longest from each start. */
  matchesIn(words: readonly Word[]): readonly Match[] {
    const { anchors, anchored } = this.#table;
    const fitting = this.#fittingOf(words);
    const found = new Map<string, Match>();
    for (const [at, numbers] of fitting.entries()) {
      for (const number of numbers) {
        for (let place = anchors[number] ?? 0; place < (anchors[number + 1] ?? 0); place += 1) {
          const match = this.#matchAt(anchored[place] ?? 0, fitting, at);
          if (!match) continue;
          const key = `${match.id} ${match.from}`;
          if ((found.get(key)?.to ?? 0) < match.to) found.set(key, match);
        }
      }
    }
    return [...found.values()];
  }

  #matchAt(phrase: number, fitting: readonly (readonly number[])[], at: number): Match | undefined {
    const { phrases } = this.#table;
    const first = phrases[phrase * 4 + 1] ?? 0;
    const count = phrases[phrase * 4 + 2] ?? 0;
    const anchor = first + (phrases[phrase * 4 + 3] ?? 0);
    const to = this.#follow(anchor + 1, first + count, 1, fitting, at + 1);
    if (to === undefined) return undefined;
    const before = this.#follow(anchor - 1, first - 1, -1, fitting, at - 1);
    return before === undefined ? undefined : { id: phrases[phrase * 4] ?? 0, from: before + 1, to };
  }

  /** As far as the items up to `end` reach from here in that direction; undefined where they do not stand here. No deeper than a phrase is long. */
  #follow(item: number, end: number, direction: Direction, fitting: readonly (readonly number[])[], at: number): number | undefined {
    if (item === end) return at;
    const row = (this.#table.sequence[item] ?? 0) * 4;
    const { items } = this.#table;
    let furthest = items[row] === 0 ? this.#follow(item + direction, end, direction, fitting, at) : undefined;
    const most = items[row + 1] ?? 0;
    for (let count = 0; count < most; count += 1) {
      const numbers = fitting[at + count * direction];
      if (numbers === undefined || !this.#isFit(row, numbers)) break;
      const reached = this.#follow(item + direction, end, direction, fitting, at + (count + 1) * direction);
      if (reached !== undefined && (furthest === undefined || (reached - furthest) * direction > 0)) furthest = reached;
    }
    return furthest;
  }

  #isFit(row: number, numbers: readonly number[]): boolean {
    const { items, fits } = this.#table;
    const count = items[row + 3] ?? 0;
    if (count === 0) return numbers !== this.#sentenceEnd;
    const first = items[row + 2] ?? 0;
    for (const number of numbers) {
      let low = first;
      let high = first + count - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const fit = fits[middle] ?? 0;
        if (fit === number) return true;
        if (fit < number) low = middle + 1;
        else high = middle - 1;
      }
    }
    return false;
  }

  /** The numbers that each word fits; a word that occurs again is looked up once. */
  #fittingOf(words: readonly Word[]): readonly (readonly number[])[] {
    const seen = new Map<string, readonly number[]>();
    return words.map(({ text }) => {
      if (text === sentenceEnd) return this.#sentenceEnd;
      const known = seen.get(text) ?? this.#numbersOf(text);
      seen.set(text, known);
      return known;
    });
  }

  #numbersOf(text: string): readonly number[] {
    const numbers: number[] = [];
    const own = this.#numbers.get(text);
    if (own !== undefined) numbers.push(own);
    const sign = isNumber(text) ? this.#numbers.get(numberSign) : undefined;
    if (sign !== undefined) numbers.push(sign);
    for (const { beginning, number } of this.#beginnings.get(text.slice(0, fewestLetters)) ?? []) {
      if (text.startsWith(beginning)) numbers.push(number);
    }
    return numbers;
  }

  #addBeginning(beginning: string, number: number): void {
    const key = beginning.slice(0, fewestLetters);
    const known = this.#beginnings.get(key);
    if (known) known.push({ beginning, number });
    else this.#beginnings.set(key, [{ beginning, number }]);
  }
}

function isNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 48 && first <= 57) || numberWords.has(text);
}
