import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reasonsInTheirPhrases } from '../../../functions/domain/triage/in-their-phrases.ts';
import type { Evidence } from '../../../functions/domain/triage/suggestion.ts';

const reason = (text: string, quote: string): Evidence => {
  const start = text.indexOf(quote);
  return { about: 'stage-one', in: 'text', quote, start, end: start + quote.length, policy: 'section 2' };
};
const shown = (text: string, ...quotes: readonly string[]) =>
  reasonsInTheirPhrases(
    quotes.map((quote) => reason(text, quote)),
    { text },
  ).map(({ quote }) => quote);

describe('a reason of a word or two', () => {
  test('is shown with the words around it, as far as its clause goes', () => {
    const text = 'Good morning. I still have to wait for the new floors, and nobody rings.';
    expect(shown(text, 'wait')).toEqual(['still have to wait for the new']);
    expect(shown(text, 'floors')).toEqual(['for the new floors']);
    expect(shown(text, 'nobody rings')).toEqual(['and nobody rings']);
    expect(shown(text, 'for the new')).toEqual(['for the new']);
  });

  test('is shown once where two of them stand in the same words', () => {
    expect(shown('I still wait for white goods.', 'wait', 'white')).toEqual(['I still wait for white goods']);
  });

  test('stands alone where its clause has no other', () => {
    expect(shown('Rubbish! I mean it.', 'Rubbish')).toEqual(['Rubbish']);
  });

  test('is left out where it does not stand in what we have', () => {
    expect(reasonsInTheirPhrases([reason('I wait.', 'wait')], { text: 'Moved.' })).toEqual([]);
  });
});

test('whatever was written, each phrase stands where its offsets say, and is a reason to show as it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('bin', 'the', 'missed', '. ', ' ', ', ', '\n', 'lift', '£40'), { maxLength: 40 }),
      fc.nat(),
      (parts, at) => {
        const text = parts.join(' ');
        const words = [...text.matchAll(/\p{L}+/gu)];
        const found = words.length > 0 ? words[at % words.length] : undefined;
        if (!found) return;
        const start = found.index;
        const why: Evidence = { about: 'stage-one', in: 'text', quote: found[0], start, end: start + found[0].length, policy: 'section 2' };
        for (const phrase of reasonsInTheirPhrases([why], { text })) {
          expect(text.slice(phrase.start, phrase.end)).toBe(phrase.quote);
          expect(phrase.start <= start && phrase.end >= why.end).toBe(true);
          expect(phrase.quote).not.toMatch(/[.,\n]/);
        }
      },
    ),
  );
});
