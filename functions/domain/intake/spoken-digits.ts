import type { Span } from './heard.ts';

/** Words or figures that say digits, one after another with nothing said between them. */
export type DigitRun = readonly DigitWord[];
/** `digits` is what the words from `start` to `end` say: "double oh" is 00, "nine hundred" 900. */
export type DigitWord = Span & { readonly digits: string };

export type Word = Span & { readonly word: string };

/** The words of a text with their places. "double-oh" is two words, "it's" is one. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

const units: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  nought: '0',
  naught: '0',
  nil: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};
const teens = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const repeats: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3 };
const noughts: Readonly<Record<string, string>> = { hundred: '00', thousand: '000' };

/** What people say while they think. */
const fillers = new Set(['um', 'uh', 'er', 'erm', 'ah', 'mm']);

/**
 * Every run of digits that a text says, in figures or in words as people give numbers in Britain: "oh seven seven double-oh nine hundred",
 * "treble two", "twenty twenty-six". Total, in time linear in the length of the text.
 */
export function digitRunsIn(text: string): readonly DigitRun[] {
  const words = wordsOf(text);
  const runs: DigitWord[][] = [];
  let run: DigitWord[] = [];
  const end = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (let index = 0; index < words.length; ) {
    const said = digitsAt(words, index);
    if (said) {
      run.push(said.word);
      index += said.words;
    } else {
      if (!fillers.has(lower(words[index]))) end();
      index += 1;
    }
  }
  end();
  return runs;
}

type Said = { readonly word: DigitWord; readonly words: number };

function digitsAt(words: readonly Word[], index: number): Said | undefined {
  return repeatedAt(words, index) ?? yearAt(words, index) ?? roundAt(words, index) ?? pairAt(words, index) ?? plainAt(words, index);
}

/** "double oh", "triple 7". */
function repeatedAt(words: readonly Word[], index: number): Said | undefined {
  const times = repeats[lower(words[index])];
  const digit = digitOf(words[index + 1]);
  return times === undefined || digit === undefined ? undefined : saidBy(words, index, 2, digit.repeat(times));
}

/** "two thousand and twenty six": 2026, as people say a year. */
function yearAt(words: readonly Word[], index: number): Said | undefined {
  if (digitOf(words[index]) !== '2' || lower(words[index + 1]) !== 'thousand') return undefined;
  const and = lower(words[index + 2]) === 'and' ? 1 : 0;
  const rest = pairAt(words, index + 2 + and);
  return rest && saidBy(words, index, 2 + and + rest.words, `20${rest.word.digits}`);
}

/** "nine hundred", "oh eight hundred". */
function roundAt(words: readonly Word[], index: number): Said | undefined {
  const digit = digitOf(words[index]);
  const zeros = noughts[lower(words[index + 1])];
  return digit === undefined || zeros === undefined ? undefined : saidBy(words, index, 2, `${digit}${zeros}`);
}

/** "seventeen", "forty", "twenty six"; but "sixty, one" is a pause between two numbers. */
function pairAt(words: readonly Word[], index: number): Said | undefined {
  const word = lower(words[index]);
  if (teens.includes(word)) return saidBy(words, index, 1, `1${teens.indexOf(word)}`);
  if (!tens.includes(word)) return undefined;
  const ten = tens.indexOf(word) + 2;
  const next = words[index + 1];
  const unit = next && next.start - (words[index]?.end ?? 0) === 1 ? units[lower(next)] : undefined;
  return unit === undefined || unit === '0' ? saidBy(words, index, 1, `${ten}0`) : saidBy(words, index, 2, `${ten}${unit}`);
}

function plainAt(words: readonly Word[], index: number): Said | undefined {
  const word = lower(words[index]);
  const digits = /^\d+$/.test(word) ? word : units[word];
  return digits === undefined ? undefined : saidBy(words, index, 1, digits);
}

function saidBy(words: readonly Word[], index: number, count: number, digits: string): Said | undefined {
  const first = words[index];
  const last = words[index + count - 1];
  return first && last && { word: { start: first.start, end: last.end, digits }, words: count };
}

function digitOf(word: Word | undefined): string | undefined {
  const said = lower(word);
  return /^\d$/.test(said) ? said : units[said];
}

function lower(word: Word | undefined): string {
  return word?.word.toLowerCase() ?? '';
}
