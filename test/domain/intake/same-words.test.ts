import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeness, sampleOf, saysTheSame } from '../../../functions/domain/intake/same-words.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);
const alike = (one: string, other: string) => saysTheSame(sampleOf(one, hash) ?? [], sampleOf(other, hash) ?? []);

const letter = `I am writing about the brown bin at 8 Nunnery Lane. Nobody has emptied it since the first week of November.
The crew drives past the house every Tuesday. I rang twice and was told each time that it would be done by Friday, and it was not.
My mother lives with me and cannot carry the bags to the tip.`;

describe('two messages say the same', () => {
  test.each([
    ['typed off a letter with mistakes', letter.replace('brown', 'brwon').replace('Tuesday', 'tuesday').replace('carry', 'cary')],
    ['in capitals and without its stops', letter.toUpperCase().replace(/[.,]/g, '')],
    ['with a greeting and a name around them', `Dear Sir or Madam,\n\n${letter}\n\nYours faithfully\nRosa Wren`],
    ['without their last sentence', letter.slice(0, letter.lastIndexOf('My mother'))],
    ['as an answer quotes them below other words', `${letter}\n\nOn 3 December 2026, the council wrote:\n> We are sorry to hear it.`],
  ])('%s', (_, other) => {
    expect(alike(letter, other)).toBe(true);
  });

  test.each([
    [
      'another account of the same matter',
      'The garden waste at number 8 has been left for more than a month now, although we telephoned and were promised it.',
    ],
    [
      'another matter in the same street',
      'The street lamp at 8 Nunnery Lane has been dark since the first week of October and nobody has come to look at it.',
    ],
    ['too few words to tell', 'Nobody has emptied it.'],
  ])('and do not: %s', (_, other) => {
    expect(alike(letter, other)).toBe(false);
  });

  test('as surely as that nobody can tell the order in which they came', () => {
    const words = fc.array(fc.constantFrom('bin', 'lamp', 'house', 'crew', 'street', 'late', 'again', 'rang'), {
      minLength: 12,
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [first = [], second = []] = [sampleOf(one.join(' '), hash), sampleOf(other.join(' '), hash)];
        expect(likeness(first, second)).toBe(likeness(second, first));
        expect(likeness(first, first)).toBe(1);
        expect(first.length).toBeLessThanOrEqual(24);
      }),
      { numRuns: 60 },
    );
  });
});
