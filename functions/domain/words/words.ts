import { createInstance, type TOptions } from 'i18next';
import { inLanguage, inWords, type LocalDate } from '../calendar/local-date.ts';
import { type Month, monthInLanguage, monthInWords } from '../calendar/month.ts';
import type { Catalogue } from './catalogue.ts';

/** A language of pages and letters. `tag`: of BCP 47, as `<html lang>` has it; `inItself`: its own name for itself. */
export type Language = { readonly tag: string; readonly inItself: string; readonly direction: 'ltr' | 'rtl' };

/** What stands in a sentence. Numbers are written as the language does; `count` chooses the plural. */
export type Values = Readonly<Record<string, string | number>>;

/** The sentences of one catalogue in one language. */
export type Words<Key extends string> = {
  readonly language: Language;
  readonly t: (key: Key, values?: Values) => string;
  /** The sentence with its `{{names}}` still in it, for scripts that fill them in. */
  readonly open: (key: Key) => string;
  /** `Tuesday 29 December 2026`; in other languages without the day of the week */
  readonly date: (date: LocalDate) => string;
  /** `December 2026` */
  readonly month: (month: Month) => string;
  /** `a, b or c` */
  readonly anyOf: (items: readonly string[]) => string;
  /** `a, b and c` */
  readonly allOf: (items: readonly string[]) => string;
};

export const english: Language = { tag: 'en-GB', inItself: 'English', direction: 'ltr' };

/** `inEnglish`: says what the catalogue lacks, though tests hold every translation against it. */
export function createWords<Key extends string>(language: Language, catalogue: Catalogue, inEnglish: Catalogue): Words<Key> {
  const { tag, direction } = language;
  // Both at the first sentence: a start that draws no page does not wait for them.
  const i18n = once(() => translator(tag, catalogue, inEnglish));
  // People type digits of the Latin kind into our forms, and read them in our letters.
  const numbers = once(() => new Intl.NumberFormat(`${tag}-u-nu-latn`));
  // Which keys there are `Key` says already: i18next's own types would read every sentence of all catalogues.
  const said = (key: string, options: TOptions) => i18n().t(key, options);
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
      return said(key, all);
    },
    open(key) {
      return said(key, { skipInterpolation: true });
    },
    ...(tag === english.tag ? { date: inWords, month: monthInWords } : datesIn(tag)),
    anyOf: (items) => new Intl.ListFormat(tag, { type: 'disjunction' }).format(items),
    allOf: (items) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
  };
}

function translator(tag: string, catalogue: Catalogue, inEnglish: Catalogue) {
  // Escaping is the templates' own; nothing is loaded, so that all is ready at once.
  const i18n = createInstance({
    lng: tag,
    fallbackLng: english.tag,
    resources: { [english.tag]: { translation: inEnglish }, [tag]: { translation: catalogue } },
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
function datesIn(tag: string): Pick<Words<string>, 'date' | 'month'> {
  const inLatinDigits = `${tag}-u-nu-latn-ca-gregory`;
  return {
    // Without the day of the week: a sentence would inflect it, which no format does.
    date: (date) => inLanguage(date, inLatinDigits, { day: 'numeric', month: 'long', year: 'numeric' }),
    month: (month) => monthInLanguage(month, inLatinDigits),
  };
}
