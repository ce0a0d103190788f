/** Sentences by section and name, as i18next's JSON (version 4) has them: `{{name}}` for a value, `_one`, `_few`, `_many`, `_other` for plurals. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

type WithoutPlural<Name extends string> = Name extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Name;

/** Every sentence of a catalogue, `section.name`. */
export type KeyOf<English> = {
  [Section in keyof English & string]: `${Section}.${WithoutPlural<keyof English[Section] & string>}`;
}[keyof English & string];

/** Of letters, by the language's tag. */
export type LetterCatalogues = Readonly<Record<string, Catalogue>>;
