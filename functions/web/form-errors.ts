import type { FieldError, FieldProblem } from '../contracts/form-fields.ts';
import type { English } from './words/catalogue.ts';
import type { Words } from './words/words.ts';

/** For templates: the list of an error summary, and the error of each field by name. */
export type ErrorView = {
  readonly summary: readonly { readonly text: string; readonly href?: string }[];
  readonly of: Readonly<Record<string, { readonly text: string; readonly visuallyHiddenText?: string } | undefined>>;
};

/** `idOf` turns a field's name into the id of the input that the summary's link goes to. */
export function errorView(errors: readonly FieldError[], idOf: (field: string) => string = (field) => field): ErrorView {
  return {
    summary: errors.map(({ field, text }) => (field === '' ? { text } : { text, href: `#${idOf(field)}` })),
    of: Object.fromEntries([...errors].reverse().map(({ field, text }) => [field, { text }])),
  };
}

/** What can be wrong on pages that speak more than one language, by the name of its words. */
export type PageProblem = FieldProblem<keyof English['problems']>;

/** The same in the words of the page's language. */
export function problemView({ t }: Words, problems: readonly PageProblem[], idOf?: (field: string) => string): ErrorView {
  const { summary, of } = errorView(
    problems.map(({ field, problem, values }) => ({ field, text: t(`problems.${problem}`, values) })),
    idOf,
  );
  const visuallyHiddenText = t('frame.error');
  return {
    summary,
    of: Object.fromEntries(Object.entries(of).map(([field, error]) => [field, error && { ...error, visuallyHiddenText }])),
  };
}
