import { describe, expect, test } from 'vitest';
import { readWordLetter } from '../../../functions/adapters/word/read-word-letter.ts';
import { unpacksWithin } from '../../../functions/adapters/word/unpacked-size.ts';
import { wordLetters } from '../../../functions/domain/policy/writing.ts';
import { wordFile, wordLetter, zip } from '../../support/word-letter.ts';

describe('a Word letter', () => {
  test('is read paragraph by paragraph', async () => {
    const letter = wordLetter('Dear Ms Example,', 'Our findings', 'The crew was late & we are sorry.', 'Yours sincerely');
    const read = await readWordLetter(letter);
    expect(read?.filter((one) => one !== '')).toEqual([
      'Dear Ms Example,',
      'Our findings',
      'The crew was late & we are sorry.',
      'Yours sincerely',
    ]);
  });

  test.each<[string, Uint8Array]>([
    ['an old .doc, or anything else that is no zip file', Buffer.from('\xd0\xcf\x11\xe0 an old letter', 'latin1')],
    ['an empty file', new Uint8Array()],
    ['a zip file without a letter', zip([['notes.txt', 'Hello']])],
    ['a letter that was cut short', wordLetter('Dear Ms Example,').subarray(0, 300)],
    ['a letter that is no XML', wordFile('Dear Ms Example')],
    ['more than a browser may send', Buffer.concat([wordLetter('Dear'), Buffer.alloc(wordLetters.bytes)])],
  ])('is not made of %s', async (_, file) => {
    expect(await readWordLetter(file)).toBeUndefined();
  });

  test('that unpacks to gigabytes is refused before anything reads it, whatever it says of its size', async () => {
    const blown = zip([['word/document.xml', ' '.repeat(wordLetters.unpackedBytes + 1)]], 10);
    expect(blown.length).toBeLessThan(100_000);
    expect(unpacksWithin(blown, { entries: 300, bytes: wordLetters.unpackedBytes })).toBe(false);
    expect(await readWordLetter(blown)).toBeUndefined();
  });

  test('of too many parts is refused', () => {
    const many = zip(Array.from({ length: 4 }, (_, index) => [`part-${index}`, 'x'] as const));
    expect(unpacksWithin(many, { entries: 3, bytes: 100 })).toBe(false);
    expect(unpacksWithin(many, { entries: 4, bytes: 100 })).toBe(true);
  });

  test('that counts fewer parts than it lists, or a directory in another place, is refused', () => {
    const bounds = { entries: 10, bytes: 100 };
    const of = (change: (file: Buffer, end: number) => void) => {
      const file = Buffer.from(zip(['one', 'two'].map((name) => [name, 'x'] as const)));
      change(file, file.length - 22);
      return unpacksWithin(file, bounds);
    };
    expect(of(() => {})).toBe(true);
    expect(of((file, end) => void file.fill(Buffer.from([1, 0]), end + 8, end + 12))).toBe(false);
    expect(of((file, end) => void file.writeUInt32LE(file.readUInt32LE(end + 12) - 1, end + 12))).toBe(false);
    expect(of((file, end) => void file.writeUInt16LE(0xffff, end + 4))).toBe(false);
  });

  test('that names parts of itself a million times over comes to nothing, or to what it says', async () => {
    const entities = Array.from({ length: 8 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join('');
    const document = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "ha">${entities}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e8;</w:t></w:r></w:p></w:body></w:document>`;
    const read = (await readWordLetter(wordFile(document))) ?? [];
    expect(read.join('').length).toBeLessThan(1_000);
  });
});
