import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { mostWordsOfACase, searchWords, wordsOfCase } from '../../../functions/domain/desk/search-words.ts';
import { aContact, caseOf, received } from '../../support/case-story.ts';

describe('the words of a text', () => {
  it.each([
    ['Siân O’Brien', ['sian', 'obrien']],
    ["Sian O'Brien", ['sian', 'obrien']],
    ['ÜBER-Bins, bins; BIN!', ['uber', 'bins', 'bin']],
    ['LU1 2BQ', ['lu1', '2bq']],
    ['the bin and the lid', ['bin', 'lid']],
    ['Шевченко 李小龍', ['шевченко', '李小龍']],
    ['a I ?!', []],
  ])('of %j are %j', (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  it('find a text by any of them, whatever its case and accents', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text: string) => {
        const words = searchWords(text);
        for (const word of words) expect(searchWords(word)).toEqual([word]);
        expect(searchWords(text.normalize('NFD'))).toEqual(words);
        expect(new Set(words).size).toBe(words.length);
      }),
    );
  });
});

describe('a case is found', () => {
  const state = caseOf(received('2026-12-18T09:00:00Z'));
  const wordsWith = (text: string, changes: object = {}) => wordsOfCase(state, [aContact('2026-12-18T09:00:00Z', { text, ...changes })]);

  it('by names, subjects and what was said', () => {
    const words = wordsWith('The lid was cracked.', { subject: 'Broken bin', outcomeSought: 'A replacement' });
    expect(words).toEqual(expect.arrayContaining(['rosa', 'example', 'broken', 'bin', 'lid', 'cracked', 'replacement']));
  });

  it('by what people said themselves, not by what they quote', () => {
    const words = wordsWith('Still not emptied.\n\nOn 3 March, Ben Example wrote:\n> We visited with the contractor.');
    expect(words).toContain('emptied');
    expect(words).not.toContain('contractor');
  });

  it('by names first where it has more words than are kept', () => {
    const long = Array.from({ length: 2 * mostWordsOfACase }, (_, number) => `word${number}`).join(' ');
    const words = wordsWith(long);
    expect(words).toHaveLength(mostWordsOfACase);
    expect(words.slice(0, 2)).toEqual(['rosa', 'example']);
  });

  it('by no word at all while it is restricted', () => {
    const since = writtenDate('2026-12-18');
    const restricted = { since, ground: 'safeguarding', groups: ['monitoring-officer'] } as const;
    expect(wordsOfCase({ ...state, restricted }, [aContact('2026-12-18T09:00:00Z')])).toEqual([]);
  });
});
