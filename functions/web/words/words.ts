import { createInstance } from 'i18next';
import { inWords, type LocalDate } from '../../domain/calendar/local-date.ts';
import { type Month, monthInWords } from '../../domain/calendar/month.ts';
import { type Catalogue, englishCatalogue, type WordKey } from './catalogue.ts';

/** A language of pages. `tag`: of BCP 47, as `<html lang>` has it; `inItself`: its own name for itself. */
export type Language = { readonly tag: string; readonly inItself: string; readonly direction: 'ltr' | 'rtl' };

/** What stands in a sentence. Numbers are written as the language does; `count` chooses the plural. */
export type Values = Readonly<Record<string, string | number>>;

/** The words of one language. */
export type Words = {
  readonly language: Language;
  readonly t: (key: WordKey, values?: Values) => string;
  /** The sentence with its `{{names}}` still in it, for scripts that fill them in. */
  readonly open: (key: WordKey) => string;
  /** `Tuesday 29 December 2026`; in other languages without the day of the week */
  readonly date: (date: LocalDate) => string;
  /** `December 2026` */
  readonly month: (month: Month) => string;
  /** `a, b or c` */
  readonly anyOf: (items: readonly string[]) => string;
};

const english: Language = { tag: 'en-GB', inItself: 'English', direction: 'ltr' };

export const englishWords = createWords(english, englishCatalogue);

/** What a contact says of the pages on which it was written; nothing where they were English. */
export function tagUnlessEnglish({ language }: Words): string | undefined {
  return language.tag === english.tag ? undefined : language.tag;
}

/** Throws for a key that the catalogue does not have: tests hold every catalogue against English. */
export function createWords(language: Language, catalogue: Catalogue): Words {
  const { tag, direction } = language;
  // Both at the first sentence: a start that draws no page does not wait for them.
  const i18n = once(() => translator(tag, catalogue));
  // People type digits of the Latin kind into our forms, and read them in our letters.
  const numbers = once(() => new Intl.NumberFormat(`${tag}-u-nu-latn`));
  const has = (key: WordKey, values: Values) => {
    if (!i18n().exists(key, values)) throw new Error(`${tag} has no words for ${key}`);
  };
  const shown = (value: string | number) => {
    const text = typeof value === 'number' ? numbers().format(value) : value;
    return direction === 'rtl' ? `${isolate}${text}${endOfIsolate}` : text;
  };
  return {
    language,
    t(key, values = {}) {
      const { count, ...others } = values;
      const named: Values = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, shown(value)]));
      const all: Values = count === undefined ? named : { ...named, count: Number(count) };
      has(key, all);
      return i18n().t(key, all);
    },
    open(key) {
      has(key, {});
      return i18n().t(key, { skipInterpolation: true });
    },
    ...(tag === english.tag ? { date: inWords, month: monthInWords } : datesIn(tag)),
    anyOf: (items) => new Intl.ListFormat(tag, { type: 'disjunction' }).format(items),
  };
}

function translator(tag: string, catalogue: Catalogue) {
  // Escaping is the templates' own; nothing is loaded, so that all is ready at once.
  const i18n = createInstance({
    lng: tag,
    resources: { [tag]: { translation: catalogue } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  void i18n.init();
  return i18n;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A number, address or name keeps its own direction amid words from right to left, and moves none of them (Unicode's FSI and PDI). */
const isolate = '\u2068';
const endOfIsolate = '\u2069';

/** Which day it is in London was settled before; here it only gets its words. */
function datesIn(tag: string): Pick<Words, 'date' | 'month'> {
  const inLatinDigits = `${tag}-u-nu-latn-ca-gregory`;
  // Without the day of the week: a sentence would inflect it, which no format does.
  const days = new Intl.DateTimeFormat(inLatinDigits, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(inLatinDigits, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return {
    date: (date) => days.format(Date.parse(date)),
    month: (month) => months.format(Date.parse(`${month}-01`)),
  };
}
