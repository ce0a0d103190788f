// Where a page holds what somebody types, another language is a button of its form: a link would throw that away.

const prefix = 'language-';

/** What such a button says, in the form's field `then`. */
export const languageButton = (tag: string): string => `${prefix}${tag}`;

/** The tag that a button said; undefined where it was another. */
export function languagePressed(form: URLSearchParams): string | undefined {
  const then = form.get('then') ?? '';
  return then.startsWith(prefix) ? then.slice(prefix.length) : undefined;
}
