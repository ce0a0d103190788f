import type { Reference } from '../cases/actor.ts';
import type { Heard, HeardDetails } from './heard.ts';
import { referenceOf } from './references-in.ts';
import { type DigitRun, type DigitWord, digitRunsIn, type Word, wordsOf } from './spoken-digits.ts';

/** Reads a transcript. `prefix` begins our case numbers, `LBC`. Total, and bounded by the length of the text. */
export function detailsHeardIn(text: string, prefix: string): HeardDetails {
  const runs = digitRunsIn(text);
  return {
    name: nameIn(text),
    telephone: telephoneIn(runs),
    address: addressIn(text),
    postcode: postcodeIn(text),
    reference: referenceIn(text, runs, prefix),
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// Telephone numbers

/** National numbers of Ofcom's plan have 11 digits with the 0. The few of 10 are left to a person: they look like an eleventh digit unheard. */
const national = /^0[1235789]\d{9}$/;

/** The last whole number that is given: people say a number twice, and correct themselves. */
function telephoneIn(runs: readonly DigitRun[]): Heard | undefined {
  return runs.flatMap((run) => telephonesIn(run)).at(-1);
}

function telephonesIn(run: DigitRun): readonly Heard[] {
  const found: Heard[] = [];
  for (let from = 0; from < run.length; from += 1) {
    const whole = wholeNumberFrom(run, from);
    if (!whole) continue;
    found.push(whole.heard);
    from = whole.last;
  }
  return found;
}

function wholeNumberFrom(run: DigitRun, from: number): { readonly heard: Heard; readonly last: number } | undefined {
  let digits = '';
  for (let last = from; last < run.length && digits.length < longestSpoken; last += 1) {
    digits += run[last]?.digits ?? '';
    const number = nationalForm(digits);
    if (!national.test(number)) continue;
    const heard = heardIn(run.slice(from, last + 1), telephoneInGroups(number));
    return heard && { heard, last };
  }
  return undefined;
}

/** 0044 and 44 with eleven digits after them. */
const longestSpoken = 15;

function nationalForm(digits: string): string {
  return digits.replace(/^(?:00)?44(?:0(?=\d{10}$)|(?=\d{10}$))/, '0');
}

/** As it is read aloud: `07700 900261`, `020 7946 0018`, `0161 496 0123`. */
export function telephoneInGroups(number: string): string {
  const sizes = /^02/.test(number) ? [3, 4] : /^0(?:1\d1|11\d|3|8)/.test(number) ? [4, 3] : [5];
  const groups: string[] = [];
  let rest = number;
  for (const size of sizes) {
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return [...groups, rest].join(' ');
}

// ---------------------------------------------------------------------------------------------------------------------
// Case numbers

/** Four of the year and six more; a word says one at least. */
const digitsOfAReference = 10;

/** Year of receipt and six digits, the last of their run; the letters before them are often misheard, so they may be missing. */
function referenceIn(text: string, runs: readonly DigitRun[], prefix: string): Heard | undefined {
  for (const run of runs) {
    for (let from = Math.max(0, run.length - digitsOfAReference); from < run.length; from += 1) {
      const part = run.slice(from);
      const [, year, number] = /^(20\d{2})(\d{6})$/.exec(digitsOf(part)) ?? [];
      const reference: Reference | undefined = referenceOf(`${prefix}-${year}-${number}`);
      const heard = reference && heardIn(part, reference);
      if (heard) return { ...heard, start: startOfLetters(text, heard.start, prefix) };
    }
  }
  return undefined;
}

/** "LBC, um, 2026 …" or "L B C 2026 …": the letters belong to the number. */
function startOfLetters(text: string, start: number, prefix: string): number {
  const letters = prefix.split('').join('[\\s.-]*');
  const before = new RegExp(`\\b${letters}[\\s,.-]*(?:(?:um|uh|er|erm)[\\s,.]*)*$`, 'i').exec(text.slice(Math.max(0, start - 40), start));
  return before ? start - before[0].length : start;
}

// ---------------------------------------------------------------------------------------------------------------------
// Postcodes

const postcode = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/;
/** "L", "U", "2", "9", "A", "A" and a word to spare. */
const mostWordsOfAPostcode = 7;

function postcodeIn(text: string): Heard | undefined {
  const words = wordsOf(text);
  for (const [index, first] of words.entries()) {
    if (!/^[A-Z]/.test(first.word)) continue;
    let said = '';
    for (const word of words.slice(index, index + mostWordsOfAPostcode)) {
      const part = postcodePart(word);
      if (part === undefined) break;
      said += part;
      const [, outward, inward] = postcode.exec(said) ?? [];
      if (outward && inward) return { value: `${outward} ${inward}`, start: first.start, end: word.end };
    }
  }
  return undefined;
}

/** Capitals, figures, or one digit in words. */
function postcodePart({ word }: Word): string | undefined {
  if (/^[A-Z\d]{1,7}$/.test(word)) return word;
  const digits = digitRunsIn(word).flat();
  const [only] = digits;
  return digits.length === 1 && only?.digits.length === 1 ? only.digits : undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// Addresses

const streetKinds =
  'Street|Road|Lane|Avenue|Close|Crescent|Drive|Way|Court|Place|Gardens|Terrace|Hill|Grove|Walk|Rise|Square|Mews|View|Green|Row|Path|Parade';
const numberWord =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|and)';
const street = new RegExp(
  `(?:[Ff]lat (\\d{1,4}[A-Za-z]?),? )?\\b(\\d{1,4}[A-Za-z]?|${numberWord}(?:[ -]${numberWord}){0,3}),? ((?:\\p{Lu}[\\p{L}'’]{1,30} ){1,3}(?:${streetKinds}))\\b`,
  'gu',
);

/** A house number and a street, unless it is said to be where somebody else lives. */
function addressIn(text: string): Heard | undefined {
  for (const found of text.matchAll(street)) {
    const [whole, flat, number = '', name = ''] = found;
    const before = text.slice(Math.max(0, found.index - 60), found.index);
    if (/\b(?:she|he|they|who|mum|mother|dad|father|neighbour)(?:['’]s)?\s+(?:lives?|is|are)\b[^.?!]*$/i.test(before)) continue;
    const house = /^\d/.test(number) ? number : houseNumber(number);
    if (house === undefined) continue;
    const value = `${flat === undefined ? '' : `Flat ${flat}, `}${house} ${name}`;
    return { value, start: found.index, end: found.index + whole.length };
  }
  return undefined;
}

/** "fifty two" is 52, "one hundred and four" 104. */
function houseNumber(words: string): string | undefined {
  const hundreds = /^(.+?) hundred(?: and)?(?: (.+))?$/.exec(words.replaceAll('-', ' '));
  if (!hundreds) return numberOf(words);
  const [, count = '', rest] = hundreds;
  const [many, few] = [numberOf(count), rest === undefined ? '0' : numberOf(rest)];
  return many === undefined || few === undefined ? undefined : String(Number(many) * 100 + Number(few));
}

function numberOf(words: string): string | undefined {
  const [run, ...more] = digitRunsIn(words);
  const digits = run ? digitsOf(run) : '';
  return more.length === 0 && digits.length > 0 && digits.length <= 2 ? String(Number(digits)) : undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// Names

const oneName = "\\p{Lu}[\\p{L}'’]{0,30}(?:-\\p{Lu}[\\p{L}'’]{0,30})?";
const title = '(?:Mr|Mrs|Miss|Ms|Dr|Mx)\\.?';
const saysName = new RegExp(`\\b[Nn]ame(?:['’]s| is),? (?:(?:um|uh|er|erm),? )?((?:${title} )?${oneName}(?: ${oneName}){0,2})`, 'u');
const saysWho = new RegExp(
  `\\b(?:[Tt]his is|[Ii]t['’]s|I['’]m|I am|[Ss]peaking is),? (?:(?:um|uh|er|erm),? )?((?:${title} ${oneName}|${oneName} ${oneName})(?: ${oneName})?)`,
  'gu',
);
const notAName = new RegExp(
  `\\b(?:${streetKinds}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Council|Luton|House|School)\\b`,
);

function nameIn(text: string): Heard | undefined {
  const said = [saysName.exec(text), ...text.matchAll(saysWho)].filter((found) => found !== null);
  for (const { 0: whole, 1: name = '', index } of said) {
    if (notAName.test(name)) continue;
    const end = index + whole.length;
    return { value: name, start: end - name.length, end };
  }
  return undefined;
}

// ---------------------------------------------------------------------------------------------------------------------

function digitsOf(run: DigitRun): string {
  return run.map(({ digits }) => digits).join('');
}

function heardIn(run: readonly DigitWord[], value: string): Heard | undefined {
  const [first] = run;
  const last = run.at(-1);
  return first && last && { value, start: first.start, end: last.end };
}
