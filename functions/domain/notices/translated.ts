import type { CaseState } from '../cases/case.ts';
import { answeredRepresentative, firstWriterOf } from '../cases/people/answered.ts';
import { englishLetters, type LetterWords, type LetterWordsByTag } from '../words/letter-words.ts';
import { toWhoeverWrote } from './addressee.ts';
import type { Letter, NoticeKind } from './notice.ts';

/** Characters of a letter. A longer one goes in English alone: what an officer wrote stands in both, and DynamoDB takes an item of 400 KB. */
const longestTranslated = 60_000;

/** One letter in English and, where `language` (a tag of BCP 47) is one that is offered, in that language as well. */
export function written<Written extends Letter | undefined>(
  write: (words: LetterWords) => Written,
  language: string | undefined,
  letterWords: LetterWordsByTag | undefined,
): Written {
  const letter = write(englishLetters);
  const words = language === undefined ? undefined : letterWords?.get(language);
  const theirs = letter && words && JSON.stringify(letter.blocks).length <= longestTranslated ? write(words) : undefined;
  if (!theirs || !words) return letter;
  const { tag, direction } = words.language;
  const { subject, blocks } = theirs;
  return { ...letter, translation: { language: { tag, direction }, note: words.t('shared.englishBelow'), subject, blocks } };
}

/**
 * In which somebody gets a letter of that kind: as it was agreed (duty D7), else that of the form which opened the case, if it was they who filled it in.
 * A representative whom nobody verified is not told what was agreed with the person (duty D18).
 */
export function languageOf({ people, language }: CaseState, kind: NoticeKind): string | undefined {
  const answered = answeredRepresentative({ people });
  const representative = toWhoeverWrote.has(kind) ? people?.representative : answered;
  if (people?.agreed?.language !== undefined && representative === answered) return people.agreed.language;
  const filledItIn = representative ? representative.wroteFirst : firstWriterOf(people) === undefined;
  return filledItIn ? language : undefined;
}
