import { describe, expect, test } from 'vitest';
import { isForResident, type Letter } from '../../../functions/domain/notices/notice.ts';
import { gallery } from '../../../gallery/samples.ts';
import { readingGrade, sentencesOf, wordsOf } from '../../support/reading-grade.ts';

// What residents read is for a reading age of 11 to 13: grade 7 of Flesch–Kincaid at most, and no sentence over 25 words (GOV.UK content guidance).

const forResidents = [...gallery()].filter(([, { kind }]) => isForResident(kind)).map(([name, { letter }]) => ({ name, letter }));

/** What stands in sentences: neither addresses nor signatures. */
function prose({ blocks }: Letter): readonly string[] {
  const texts = blocks.flatMap((block) => ('paragraph' in block ? [block.paragraph] : 'list' in block ? block.list : []));
  return texts.filter((text) => /[.?!:]$/.test(text));
}

describe('a letter to a resident', () => {
  test.each(forResidents)('has no long sentence: $name', ({ letter }) => {
    expect(prose(letter).length).toBeGreaterThan(2);
    expect(
      prose(letter)
        .flatMap(sentencesOf)
        .filter((sentence) => wordsOf(sentence).length > 25),
    ).toEqual([]);
  });

  test('is read at the age of 13 or before', () => {
    for (const { name, letter } of forResidents) {
      expect(readingGrade(prose(letter).join('\n')), name).toBeLessThanOrEqual(7);
    }
  });
});
