import en from './en.json' with { type: 'json' };

/** English is the measure: what it lacks does not compile, and tests hold every other language against it. */
export const englishCatalogue = en;
export type English = typeof en;

/** Words of pages by section and name, as i18next's JSON (version 4) has them: `{{name}}` for a value, `_one`, `_few`, `_many`, `_other` for plurals. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

type WithoutPlural<Name extends string> = Name extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Name;

type KeyOf<Section extends keyof English> = `${Section}.${WithoutPlural<keyof English[Section] & string>}`;

/** Every sentence that there is, `section.name`. */
export type WordKey = { [Section in keyof English]: KeyOf<Section> }[keyof English];
