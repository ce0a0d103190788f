import { englishLetters, type LetterKey, type LetterWords } from '../../words/letter-words.ts';
import type { OpenPiece, Wording } from './open-pieces.ts';

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

/** The words as they stand now. What the team changed is English, and in no catalogue of another language. */
export function wordsOf(piece: OpenPiece, wording: Wording = {}, words: LetterWords = englishLetters): string {
  return wording[piece] ?? words.t(`open.${piece}`);
}
