import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { changed, faultInWords, longestWords } from '../../../functions/domain/notices/wording/changing.ts';
import { isOpenPiece, openPieces, type Wording } from '../../../functions/domain/notices/wording/open-pieces.ts';
import { lockedPieces, wordsOf } from '../../../functions/domain/notices/wording/pieces.ts';
import { caseOf, received, rules } from '../../support/case-story.ts';
import { wordsOf as wordsOfLetter } from './words-of.ts';

const piece = 'receipt-who-reads';
const shipped = wordsOf(piece);

describe('the wording of letters', () => {
  test('is what came with the service until somebody changes it, and again once that is restored', () => {
    const better = changed({}, { piece, words: 'We read it.' });
    expect([wordsOf(piece), wordsOf(piece, better)]).toEqual([shipped, 'We read it.']);
    expect(changed(better, { piece })).toEqual({});
    expect(changed(better, { piece, words: shipped })).toEqual({});
  });

  test('stands in the letter that is planned with it', () => {
    const events = received('2026-12-18T09:00:00Z');
    const state = caseOf(events);
    const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules) };
    const letterWith = (wording: Wording) =>
      events.flatMap((event) => noticesFor(event, 1, state, { ...context, wording })).map((notice) => wordsOfLetter(notice))[0];
    expect(letterWith({})).toContain(shipped);
    const changedOnce = letterWith({ [piece]: 'We read it.\n\nThen we write.' });
    expect(changedOnce).toContain('We read it.\nThen we write.');
    expect(changedOnce).not.toContain(shipped);
  });

  test.each([
    ['', /Write the words/],
    ['x'.repeat(longestWords + 1), /shorter/],
    ['You will hear by 4 May 2027.', /Leave out dates/],
    ['About LBC-2026-000001.', /Leave out dates, case numbers/],
    ['Dear {name}', /brackets/],
    [shipped, /stand there now/],
  ])('cannot say %j', (words, why) => {
    expect(faultInWords(piece, words, {})?.refused).toMatch(why);
  });

  test('is restored only where it was changed', () => {
    expect(faultInWords(piece, undefined, {})?.refused).toMatch(/came with the service/);
    expect(faultInWords(piece, undefined, { [piece]: 'We read it.' })).toBeUndefined();
  });

  test('D36: what a rule asks for is locked: nothing that is open names it, whatever is asked', () => {
    expect(['final-response', 'toString', '__proto__', ''].filter(isOpenPiece)).toEqual([]);
    const open = Object.keys(openPieces)
      .filter(isOpenPiece)
      .map((name) => wordsOf(name));
    expect(open.filter((words) => lockedPieces().some((locked) => locked.words === words))).toEqual([]);
    for (const words of open) expect(words).not.toMatch(/stage (one|two)|Ombudsman|final/);
  });

  test('D36: no wording takes the help in danger, the date or the ways to reach us out of a receipt', () => {
    const words = fc.stringMatching(/^[A-Za-z ,.?]{1,80}$/).filter((text) => text.trim() !== '');
    const names = Object.keys(openPieces).filter(isOpenPiece);
    const wording = fc.dictionary(fc.constantFrom(...names), words);
    const events = received('2026-12-18T09:00:00Z');
    const state = caseOf(events);
    void fc.assert(
      fc.property(wording, (changes) => {
        const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules), wording: changes };
        const [receipt] = events.flatMap((event) => noticesFor(event, 1, state, context));
        expect(receipt && wordsOfLetter(receipt)).toContain('Tuesday 29 December 2026');
        expect(receipt && wordsOfLetter(receipt)).toContain('call 999');
        expect(receipt && wordsOfLetter(receipt)).toContain(luton.complaints.telephone);
      }),
      { numRuns: 30 },
    );
  });
});
