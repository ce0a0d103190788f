import { languageCookie } from '../../domain/policy/cookies.ts';
import { readCookie, setCookie } from './cookies.ts';

/** The language that somebody chose for these pages. Says nothing else of them, and nothing is looked up by it. */
export function createChosenLanguage({ secure }: { readonly secure: boolean }) {
  const settings = { name: 'language', secure };
  return {
    read: (cookies: readonly string[]) => readCookie(settings, cookies),
    keep: (tag: string) => setCookie(settings, tag, languageCookie.days * 24 * 3_600),
  };
}
