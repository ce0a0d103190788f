import { remembering } from './remembering.ts';
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

/** The numbers that a word fits, and their shadow. */
type Fitting = { readonly numbers: readonly number[]; readonly shadow: number };

// A shadow is a set of numbers in 32 bits: each number has one of 31, and the last stands for any place at all. Two sets whose shadows share no bit
// share no number; so one `&` passes over most phrases that have a word here and not the one beside it.

const anyPlace = 1 << 31;
const whatever = -1;

function shadowOf(number: number): number {
  return 1 << (number % 31);
}

const nothing: Fitting = { numbers: [], shadow: anyPlace };
/** Before the first word and after the last. */
const outside: Fitting = { numbers: [], shadow: anyPlace };
const nowhere = -1;
const anyEnding = '*'.charCodeAt(0);

/** Finds every phrase of a table in the words of a text. */
export class Phrases {
  readonly #table: PhraseTable;
  readonly #numbers = new Map<string, number>();
  readonly #beginnings = new Map<string, { readonly beginning: string; readonly number: number }[]>();
  /** What the end of a sentence fits: itself where a phrase names it, and never "any word". */
  readonly #sentenceEnd: Fitting;
  readonly #fittingOf = remembering((text) => this.#fittingOfWord(text));
  /** By item: 1 where it may be missing or fit several words. */
  readonly #isLoose: Uint8Array;
  /** By item, of what fits it. */
  readonly #shadows: Int32Array;
  /** By item: the number that fits it, where there is but one. */
  readonly #onlyFit: Uint32Array;
  /** By place in `anchored`, two each: the shadow of what can stand after the anchor, and before it. */
  readonly #beside: Int32Array;

  constructor(table: PhraseTable) {
    this.#table = table;
    for (let index = 0; index < table.vocabulary.length; index += 1) {
      const word = table.vocabulary[index] ?? '';
      if (word.charCodeAt(word.length - 1) === anyEnding) this.#addBeginning(word.slice(0, -1), index + 1);
      else this.#numbers.set(word, index + 1);
    }
    const end = this.#numbers.get(sentenceEnd);
    this.#sentenceEnd = end === undefined ? { ...nothing } : { numbers: [end], shadow: anyPlace | shadowOf(end) };
    const { items, phrases, anchored } = table;
    const itemCount = items.length / 4;
    this.#shadows = new Int32Array(itemCount);
    this.#isLoose = new Uint8Array(itemCount);
    this.#onlyFit = new Uint32Array(itemCount);
    for (let row = 0; row < itemCount; row += 1) this.#prepareItem(row);
    const after = new Int32Array(phrases.length / 4);
    const before = new Int32Array(phrases.length / 4);
    for (let phrase = 0; phrase < after.length; phrase += 1) {
      const first = phrases[phrase * 4 + 1] ?? 0;
      const anchor = first + (phrases[phrase * 4 + 3] ?? 0);
      after[phrase] = this.#shadowBeside(anchor, first + (phrases[phrase * 4 + 2] ?? 0), 1);
      before[phrase] = this.#shadowBeside(anchor, first - 1, -1);
    }
    this.#beside = new Int32Array(2 * anchored.length);
    for (let place = 0; place < anchored.length; place += 1) {
      this.#beside[2 * place] = after[anchored[place] ?? 0] ?? whatever;
      this.#beside[2 * place + 1] = before[anchored[place] ?? 0] ?? whatever;
    }
  }

  #prepareItem(row: number): void {
    const { items, fits } = this.#table;
    const first = items[row * 4 + 2] ?? 0;
    const count = items[row * 4 + 3] ?? 0;
    let shadow = count === 0 ? whatever : 0;
    for (let fit = first; fit < first + count; fit += 1) shadow |= shadowOf(fits[fit] ?? 0);
    this.#shadows[row] = shadow;
    this.#isLoose[row] = items[row * 4] === 1 && items[row * 4 + 1] === 1 ? 0 : 1;
    this.#onlyFit[row] = count === 1 ? (fits[first] ?? 0) : 0;
  }

  /** Of the item beside an anchor, and of those after it as long as they may be missing. */
  #shadowBeside(anchor: number, end: number, direction: Direction): number {
    const { items, sequence } = this.#table;
    let shadow = 0;
    for (let item = anchor + direction; item !== end; item += direction) {
      const row = sequence[item] ?? 0;
      shadow |= this.#shadows[row] ?? whatever;
      if (items[row * 4] === 1) return shadow;
    }
    return whatever;
  }

  /** Each phrase's places, its longest from each start. */
  matchesIn(words: readonly Word[]): readonly Match[] {
    const { anchors, anchored } = this.#table;
    const beside = this.#beside;
    const fitting = this.#fittingIn(words);
    const found = new Map<number, Match>();
    for (let at = 1; at <= words.length; at += 1) {
      const { numbers } = fitting[at] ?? outside;
      if (numbers.length === 0) continue;
      const shadowBefore = (fitting[at - 1] ?? outside).shadow;
      const shadowAfter = (fitting[at + 1] ?? outside).shadow;
      for (const number of numbers) {
        const end = anchors[number + 1] ?? 0;
        for (let place = anchors[number] ?? 0; place < end; place += 1) {
          if (((beside[2 * place] ?? 0) & shadowAfter) === 0 || ((beside[2 * place + 1] ?? 0) & shadowBefore) === 0) continue;
          const match = this.#matchAt(anchored[place] ?? 0, fitting, at);
          if (!match) continue;
          const key = match.id * words.length + match.from;
          if ((found.get(key)?.to ?? 0) < match.to) found.set(key, match);
        }
      }
    }
    return [...found.values()];
  }

  /** What each word fits, with an outside at both ends. */
  #fittingIn(words: readonly Word[]): readonly Fitting[] {
    const fitting = [outside];
    for (const word of words) fitting.push(word.text === sentenceEnd ? this.#sentenceEnd : this.#fittingOf(word));
    fitting.push(outside);
    return fitting;
  }

  #matchAt(phrase: number, fitting: readonly Fitting[], at: number): Match | undefined {
    const { phrases } = this.#table;
    const first = phrases[phrase * 4 + 1] ?? 0;
    const count = phrases[phrase * 4 + 2] ?? 0;
    const anchor = first + (phrases[phrase * 4 + 3] ?? 0);
    const to = this.#follow(anchor + 1, first + count, 1, fitting, at + 1);
    if (to === nowhere) return undefined;
    const before = this.#follow(anchor - 1, first - 1, -1, fitting, at - 1);
    // Words are counted from 0 and stand one further on in `fitting`.
    return before === nowhere ? undefined : { id: phrases[phrase * 4] ?? 0, from: before, to: to - 1 };
  }

  /** As far as the items up to `end` reach from here in that direction; `nowhere` where they do not stand here. */
  #follow(item: number, end: number, direction: Direction, fitting: readonly Fitting[], at: number): number {
    const { sequence } = this.#table;
    let next = item;
    let here = at;
    while (next !== end) {
      const row = sequence[next] ?? 0;
      if (this.#isLoose[row] === 1) return this.#followChoices(next, end, direction, fitting, here);
      if (!this.#isFit(row, fitting[here] ?? outside)) return nowhere;
      next += direction;
      here += direction;
    }
    return here;
  }

  /** The same from an item that fits more words than one, or none: the furthest of its ways. No deeper than a phrase is long. */
  #followChoices(item: number, end: number, direction: Direction, fitting: readonly Fitting[], at: number): number {
    const { items, sequence } = this.#table;
    const row = sequence[item] ?? 0;
    let furthest = items[row * 4] === 0 ? this.#follow(item + direction, end, direction, fitting, at) : nowhere;
    const most = items[row * 4 + 1] ?? 0;
    for (let count = 0; count < most; count += 1) {
      if (!this.#isFit(row, fitting[at + count * direction] ?? outside)) break;
      const reached = this.#follow(item + direction, end, direction, fitting, at + (count + 1) * direction);
      if (reached !== nowhere && (furthest === nowhere || (reached - furthest) * direction > 0)) furthest = reached;
    }
    return furthest;
  }

  #isFit(row: number, word: Fitting): boolean {
    if (((this.#shadows[row] ?? 0) & word.shadow) === 0) return false;
    const only = this.#onlyFit[row] ?? 0;
    if (only > 0) return word.numbers.includes(only);
    const { items, fits } = this.#table;
    const count = items[row * 4 + 3] ?? 0;
    if (count === 0) return word !== this.#sentenceEnd && word !== outside;
    const first = items[row * 4 + 2] ?? 0;
    for (const number of word.numbers) {
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

  #fittingOfWord(text: string): Fitting {
    const numbers: number[] = [];
    const own = this.#numbers.get(text);
    if (own !== undefined) numbers.push(own);
    const sign = isNumber(text) ? this.#numbers.get(numberSign) : undefined;
    if (sign !== undefined) numbers.push(sign);
    for (const { beginning, number } of this.#beginnings.get(text.slice(0, fewestLetters)) ?? []) {
      if (text.startsWith(beginning)) numbers.push(number);
    }
    return numbers.length === 0 ? nothing : { numbers, shadow: numbers.reduce((all, number) => all | shadowOf(number), anyPlace) };
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
