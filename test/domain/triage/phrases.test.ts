import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Phrases } from '../../../functions/domain/triage/phrases.ts';
import { wordsOf } from '../../../functions/domain/triage/words.ts';
import { compilePhrases } from '../../../triage/compile-phrases.ts';

const classes = { kin: ['mum', 'dad'] };

function wordsIn(text: string) {
  return wordsOf({ in: 'text', received: text, words: text.toLowerCase() });
}

function found(phrase: string, text: string): readonly string[] {
  const words = wordsIn(text);
  const matches = new Phrases(compilePhrases([{ text: phrase, id: 0 }], classes)).matchesIn(words);
  return matches.map(({ from, to }) => text.slice(words[from]?.start, words[to - 1]?.end));
}

describe('a phrase', () => {
  it('matches its words, whatever their case and apostrophes', () => {
    expect(found('dont ring', "Please DON'T ring me. Dont ring!")).toEqual(["DON'T ring", 'Dont ring']);
  });

  it('takes any of its alternatives', () => {
    expect(found('nobody|noone came|rang', 'noone rang and nobody came')).toEqual(['noone rang', 'nobody came']);
  });

  it('goes on with or without what stands in brackets', () => {
    expect(found('never [ever] came', 'never came, never ever came')).toEqual(['never came', 'never ever came']);
  });

  it('reaches over as many words as it says, and no further', () => {
    expect(found('not _2 good', 'not good, not very good, not at all good, not in any way good')).toEqual([
      'not good',
      'not very good',
      'not at all good',
    ]);
    expect(found('stage _ please', 'stage two please, stage please')).toEqual(['stage two please']);
  });

  it('never reaches over the end of a sentence', () => {
    expect(found('not _3 good', 'I am not. All good')).toEqual([]);
  });

  it('knows beginnings, numbers and classes of words', () => {
    expect(found('report*', 'I reported it; reporting again')).toEqual(['reported', 'reporting']);
    expect(found('# weeks', 'six weeks, 12 weeks, many weeks')).toEqual(['six weeks', '12 weeks']);
    expect(found('my @kin', 'my mum and my cat')).toEqual(['my mum']);
  });

  it('is seen once from each place, at its longest', () => {
    expect(found('no reply [yet]', 'no reply yet')).toEqual(['no reply yet']);
  });

  it.each(['_2 first', '[maybe] first', 'ab*', 'wo-rd', '@nobody knows', ''])(
    'is refused where it is not of the language: %s',
    (phrase) => {
      expect(() => new Phrases(compilePhrases([{ text: phrase, id: 0 }], classes))).toThrow();
    },
  );
});

describe('words', () => {
  it('stand where they say, in any text at all', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const lower = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
        const words = wordsOf({ in: 'text', received: text, words: lower });
        for (const [index, { start, end }] of words.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0);
        }
      }),
    );
  });

  it('are made of letters of any language, and end where letters end', () => {
    expect(wordsIn("Zażółć gęślą jaźń: it's 5'6 rock'n'roll2 привет'мир 😀ok £20 ***").map(({ text }) => text)).toEqual([
      'zażółć',
      'gęślą',
      'jaźń',
      '.',
      'its',
      '5',
      '6',
      'rocknroll',
      '2',
      'приветмир',
      'ok',
      '£',
      '20',
      '***',
    ]);
  });

  it.each(['.', 'é', "a'", '!?x', 'é1 '])('cost no more than their length: 300 KB of %s', (part) => {
    const before = process.threadCpuUsage();
    wordsIn(part.repeat(300_000 / part.length));
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(500);
  });

  it('end sentences once, however loudly', () => {
    expect(wordsIn('No!!! Why?? 3.50 at 9.30').map(({ text }) => text)).toEqual(['no', '.', 'why', '.', '3', '50', 'at', '9', '30']);
  });
});

describe('hostile text', () => {
  it('costs no more than its length', () => {
    const phrases = new Phrases(
      compilePhrases(
        [
          { text: 'a [a] [a] [a] a', id: 0 },
          { text: 'a _5 a _5 b', id: 1 },
          { text: 'aaa* _3 aaa*', id: 2 },
        ],
        classes,
      ),
    );
    const steps = (length: number) => {
      const words = wordsIn('a '.repeat(length));
      return phrases.matchesIn(words).length / length;
    };
    expect(steps(20_000)).toBeLessThan(steps(200) * 1.2);
  });
});
