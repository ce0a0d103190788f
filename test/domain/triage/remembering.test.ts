import { describe, expect, it } from 'vitest';
import { remembering, spellingOf } from '../../../functions/domain/triage/remembering.ts';

describe('a spelling', () => {
  it('has no apostrophes, and one number however often it is met', () => {
    expect(spellingOf("don't")).toEqual({ text: 'dont', id: expect.any(Number) });
    expect(spellingOf('nobody').id).toBe(spellingOf('nobody').id);
    expect(spellingOf('nobody').id).not.toBe(spellingOf('somebody').id);
  });

  it('is not kept where it is long: it would hold the message that it was cut from', () => {
    expect(spellingOf('acknowledgement').id).toBe(0);
  });
});

describe('remembering', () => {
  it('asks once for a word that is kept, and each time for another', () => {
    const asked: string[] = [];
    const lengthOf = remembering((text) => {
      asked.push(text);
      return text.length;
    });
    for (const piece of ['bins', 'bins', 'acknowledgement', 'acknowledgement', 'bin']) lengthOf(spellingOf(piece));
    expect(lengthOf(spellingOf('bins'))).toBe(4);
    expect(asked).toEqual(['bins', 'acknowledgement', 'acknowledgement', 'bin']);
  });

  it('answers the same for words beyond those that it keeps', () => {
    const lengthOf = remembering((text) => text.length);
    const pieces = Array.from({ length: 25_000 }, (_, index) => `w${index}`);
    for (let round = 0; round < 2; round += 1) expect(pieces.every((piece) => lengthOf(spellingOf(piece)) === piece.length)).toBe(true);
  });
});
