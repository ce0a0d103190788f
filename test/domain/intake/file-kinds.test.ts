import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endingFor, fileKinds, isAsNamed, kindOf } from '../../../functions/domain/intake/file-kinds.ts';

describe('the kinds of file that the form takes', () => {
  test.each([
    ['image/jpeg', 'wall.jpg', 'image/jpeg'],
    ['image/heif', 'IMG_0001.HEIC', 'image/heic'],
    ['application/x-cfb', 'letter.doc', 'application/msword'],
    ['application/x-cfb', 'figures.XLS', 'application/vnd.ms-excel'],
    ['application/x-msdownload', 'photo.jpg', undefined],
    [undefined, 'photo.jpg', undefined],
  ])('%s called %s is %s', (seen, name, type) => {
    expect(kindOf(seen, name)?.type).toBe(type);
  });

  test.each([
    ['a program that is called a photo', 'application/x-msdownload', 'holiday.jpg', false],
    ['a photo that is called a PDF', 'image/jpeg', 'letter.pdf', false],
    ['a script that is called a photo', 'text/plain', 'photo.png', false],
    ['bytes that nobody knows, called a photo', undefined, 'photo.jpg', false],
    ['one kind of photo by the name of another', 'image/webp', 'photo.jpg', true],
    ['an iPhone’s photo that was made a JPEG on its way', 'image/jpeg', 'IMG_0001.HEIC', true],
    ['a kind that the form does not take, out of an e-mail', 'application/zip', 'papers.zip', true],
    ['a file without an ending', 'application/pdf', 'letter', true],
  ])('%s: as named is %s', (_what, seen, name, as) => {
    expect(isAsNamed(seen, name)).toBe(as);
  });

  test('every kind is as named by each of its endings, whatever their case, and is saved under one of them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fileKinds), fc.nat(), fc.boolean(), (kind, which, loud) => {
        const ending = kind.endings[which % kind.endings.length] ?? '';
        for (const seen of kind.seenAs) expect(isAsNamed(seen, `x.${loud ? ending.toUpperCase() : ending}`)).toBe(true);
        expect(kind.endings).toContain(endingFor(kind.type));
      }),
    );
  });
});
