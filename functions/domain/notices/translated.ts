import type { CaseState } from '../cases/case.ts';
import { whoWroteForThem } from '../cases/people/answered.ts';
import { toWhoeverWrote } from './addressee.ts';
import type { Block, Letter, NoticeKind } from './notice.ts';
import { englishLetters, type LetterWords, type Translations } from './words/letter-words.ts';

/** One letter in English and, where `language` (a tag of BCP 47) is one that is offered, in that language as well. */
export function written<Written extends Letter | undefined>(
  write: (words: LetterWords) => Written,
  language: string | undefined,
  translations: Translations | undefined,
): Written {
  const letter = write(englishLetters);
  const words = language === undefined ? undefined : translations?.get(language);
  const theirs = letter && words && write(words);
  if (!theirs) return letter;
  const { tag, direction } = words.language;
  const blocks = [{ paragraph: words.t('shared.englishBelow') }, ...theirs.blocks];
  return { ...letter, translation: { language: { tag, direction }, subject: theirs.subject, blocks } };
}

/**
 * As it was agreed with them, for every letter of the case, whoever gets it (duty D7); else that in which whoever gets a letter of that kind used our pages.
 * Where somebody else wrote for them, we do not know what they read.
 */
export function languageOf(state: CaseState, kind: NoticeKind): string | undefined {
  const agreed = state.people?.agreed?.language;
  if (agreed !== undefined) return agreed;
  return toWhoeverWrote.has(kind) || whoWroteForThem(state) === undefined ? state.language : undefined;
}

/** The letter with more after so many of its blocks. `theirs`: the same in the language of its translation. */
export function withAfter(letter: Letter, blocks: number, more: Block, theirs = more): Letter {
  const { translation } = letter;
  return {
    ...letter,
    blocks: letter.blocks.toSpliced(blocks, 0, more),
    ...(translation && { translation: { ...translation, blocks: translation.blocks.toSpliced(blocks, 0, theirs) } }),
  };
}
