import type { Passage } from './message.ts';
import { type Spelling, spellingOf } from './remembering.ts';

/** A word, a number or the end of a sentence (`.`), with its place in the passage as received. */
export type Word = Spelling & { readonly start: number; readonly end: number };

/** What ends a sentence: phrases do not reach across it. Speech recognition writes none, so nothing may depend on it. */
export const sentenceEnd = '.';

/** The words of a passage in order: lower case, apostrophes taken out (`don't` is `dont`), so that people, letters and transcripts spell alike. */
export function wordsOf({ words: text }: Passage): readonly Word[] {
  const found: Word[] = [];
  let ended = false;
  let start = 0;
  while (start < text.length) {
    const kind = kindOf(text.charCodeAt(start));
    const end = endOfPiece(kind, text, start);
    if (kind === closing || kind === lineBreak) {
      if (!ended && (kind === lineBreak || isSpaceOrEnd(text, end))) {
        found.push({ text: sentenceEnd, id: 0, start, end });
        ended = true;
      }
    } else if (end > start) {
      const spelling = spellingOf(text.slice(start, end));
      found.push({ text: spelling.text, id: spelling.id, start, end });
      ended = false;
    }
    start = end > start ? end : start + 1;
  }
  return found;
}

// ---------------------------------------------------------------------------------------------------------------------
// A piece is a word with its apostrophes, `.!?;:` before a space or the end, line breaks, or signs (£ and the stars of what is not printed). A table
// of our own characters makes one look at each enough; only a word with any other letter asks a pattern.

const nothing = 0;
const letterOrDigit = 1;
const closing = 2;
const lineBreak = 3;
const sign = 4;
const foreign = 5;

const apostrophe = "'".charCodeAt(0);
const pound = '£'.charCodeAt(0);

const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z\d]/i.test(character)) return letterOrDigit;
  if (/[.!?;:]/.test(character)) return closing;
  return character === '\n' ? lineBreak : character === '*' ? sign : nothing;
});

function kindOf(code: number): number {
  if (code < 128) return kinds[code] ?? nothing;
  return code === pound ? sign : code >= 128 ? foreign : nothing;
}

/** `start` itself where no piece begins. */
function endOfPiece(kind: number, text: string, start: number): number {
  if (kind === letterOrDigit || kind === foreign) return endOfWord(text, start);
  return kind === nothing ? start : endOfRun(kind, text, start);
}

function endOfRun(kind: number, text: string, start: number): number {
  let at = start + 1;
  while (kindOf(text.charCodeAt(at)) === kind) at += 1;
  return at;
}

function isSpaceOrEnd(text: string, at: number): boolean {
  return at === text.length || /\s/.test(text.charAt(at));
}

const anyWord = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/uy;

/** Where the word that starts here ends; `start` where none does. After an apostrophe letters go on, digits do not. */
function endOfWord(text: string, start: number): number {
  let at = start;
  let code = text.charCodeAt(at);
  while (code < 128 && kinds[code] === letterOrDigit) code = text.charCodeAt(++at);
  while (code === apostrophe && isLetter(text.charCodeAt(at + 1))) {
    at += 1;
    do code = text.charCodeAt(++at);
    while (isLetter(code));
  }
  const isOurs = code === apostrophe ? kindOf(text.charCodeAt(at + 1)) !== foreign : kindOf(code) !== foreign;
  if (isOurs) return at;
  anyWord.lastIndex = start;
  return anyWord.test(text) ? anyWord.lastIndex : start;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
