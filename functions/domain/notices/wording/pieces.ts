import { englishLetters, type LetterKey, type LetterWords } from '../../words/letter-words.ts';

// Wording that stands in every letter of a kind (duty D36). The complaints team changes the pieces that are open, without a developer; those that a
// rule asks for are locked. None has a date or a name: these belong to a case. Their words stand in the catalogue of letters.

/** Where each is said, for whoever changes it. */
export const openPieces = {
  'receipt-who-reads': 'Receipt: what happens next',
  'receipt-another-format': 'Receipt: other formats',
  'question-opening': 'A question to the person: the opening',
  'news-opening': 'Answer to somebody who asks for news: the opening',
  'news-opening-others': 'Answer where others write about the complaint as well: the opening',
  'issue-joined-opening': 'A new issue added: the opening',
  'promise-opening': 'What we promise: the opening',
  'feedback-opening': 'Thanks for feedback: the opening',
  'authority-what-to-send': 'How to show that you can act for somebody: before the list',
} as const;
export type OpenPiece = keyof typeof openPieces;

/** Nobody changes these on the desk. */
const locked: readonly (readonly [key: LetterKey, where: string])[] = [
  ['response.stageOne', 'Response: the stage'],
  ['response.stageOneAtOnce', 'Response that acknowledges too: the stage'],
  ['response.finalResponse', 'Response at stage two: the stage'],
  ['response.newInvestigator', 'Response at stage one: how to go on'],
  ['response.finished', 'Response at stage two: how to go on'],
  ['ombudsman.afterStageTwo', 'Response at stage one: before the Ombudsman’s details'],
  ['ombudsman.disagree', 'Where we turn something away: before the Ombudsman’s details'],
  ['acknowledgement.correctUs', 'Our understanding of the complaint: how to correct it'],
];

/** With the words of each; which Ombudsman it is belongs to a case. */
export function lockedPieces(): readonly { readonly where: string; readonly words: string }[] {
  return locked.map(([key, where]) => ({ where, words: englishLetters.t(key, { ombudsman: 'Ombudsman' }) }));
}

/** What somebody wrote in place of words that came with the service. */
export type Wording = { readonly [piece in OpenPiece]?: string };

export function isOpenPiece(name: string): name is OpenPiece {
  return Object.hasOwn(openPieces, name);
}

/** The words as they stand now. What the team changed is English, and in no catalogue of another language. */
export function wordsOf(piece: OpenPiece, wording: Wording = {}, words: LetterWords = englishLetters): string {
  return wording[piece] ?? words.t(`open.${piece}`);
}
