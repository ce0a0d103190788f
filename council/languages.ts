/** A language into which the residents' pages and letters are translated. */
export type Translation = {
  /** Of BCP 47, for `lang`; its words stand in `functions/web/words/<tag>.json` and `functions/domain/words/letters/<tag>.json`. */
  readonly tag: string;
  /** Its name in English, for officers. */
  readonly language: string;
  readonly inItself: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * The translator who read the whole translation beside the English, and the version that they read, as `npm run languages` prints it. A version is of
   * both: one changed sentence in either is another, and the language is not offered until somebody has signed that one.
   */
  readonly signed?: { readonly by: string; readonly on: string; readonly version: string };
};

/**
 * The languages most spoken in Luton besides English for which there is a translation (ADR 16, point 7). All four are drafts that no translator has read,
 * so none is offered. Punjabi and Gujarati wait for a translator to begin with.
 */
export const translations: readonly Translation[] = [
  { tag: 'pl', language: 'Polish', inItself: 'Polski', direction: 'ltr' },
  { tag: 'ro', language: 'Romanian', inItself: 'Română', direction: 'ltr' },
  { tag: 'ur', language: 'Urdu', inItself: 'اردو', direction: 'rtl' },
  { tag: 'bn', language: 'Bengali', inItself: 'বাংলা', direction: 'ltr' },
];
