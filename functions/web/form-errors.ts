import type { FieldError } from '../contracts/form-fields.ts';

/** For templates: the list of an error summary, and the error of each field by name. */
export type ErrorView = {
  readonly summary: readonly { readonly text: string; readonly href?: string }[];
  readonly of: Readonly<Record<string, { readonly text: string } | undefined>>;
};

/** `idOf` turns a field's name into the id of the input that the summary's link goes to. */
export function errorView(errors: readonly FieldError[], idOf: (field: string) => string = (field) => field): ErrorView {
  return {
    summary: errors.map(({ field, text }) => (field === '' ? { text } : { text, href: `#${idOf(field)}` })),
    of: Object.fromEntries([...errors].reverse().map(({ field, text }) => [field, { text }])),
  };
}
