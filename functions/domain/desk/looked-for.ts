import type { Reference } from '../cases/actor.ts';
import { isEmailAddress } from '../intake/email-address.ts';
import { referenceOf, referencesIn } from '../intake/references-in.ts';
import { isTelephoneNumber } from '../intake/telephone-number.ts';
import { mostWordsLookedFor, searchWords } from './search-words.ts';

/** What may be meant by what an officer typed into the one search box; each is tried in this order until something is found. */
export type LookedFor = {
  /** That it names, or may name where only a number was typed. */
  readonly references: readonly Reference[];
  readonly email?: string;
  readonly telephone?: string;
  /** Another system's reference: anything that is one word with a digit in it. */
  readonly crmReference?: string;
  readonly words: readonly string[];
};

/** Somebody who types a bare number means this year's case, else last year's or that of the year before. */
const yearsBack = 2;

/** `prefix`: of our references; `year`: this one. */
export function readLookedFor(typed: string, prefix: string, year: number): LookedFor {
  const text = typed.trim();
  return {
    references: referencesMeant(text, prefix, year),
    ...(isEmailAddress(text) && { email: text }),
    ...(/^[+(]?\d[\d\s()./-]*$/.test(text) && isTelephoneNumber(text) && { telephone: text }),
    ...(/^\S*\d\S*$/.test(text) && { crmReference: text }),
    words: searchWords(text).slice(0, mostWordsLookedFor),
  };
}

function referencesMeant(text: string, prefix: string, year: number): readonly Reference[] {
  const named = referencesIn(text);
  if (named.length > 0) return named;
  const [, ofYear, number = ''] = /^(?:[a-z]{2,4}[\s-]?)?(?:(20\d{2})[\s-])?0*(\d{1,6})$/i.exec(text) ?? [];
  if (number === '') return [];
  const years = ofYear === undefined ? Array.from({ length: yearsBack + 1 }, (_, back) => year - back) : [ofYear];
  return years.map((one) => referenceOf(`${prefix}-${one}-${number.padStart(6, '0')}`)).filter((reference) => reference !== undefined);
}
