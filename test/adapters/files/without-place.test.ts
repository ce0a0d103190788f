import fc from 'fast-check';
import jpegJs from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { seenAs } from '../../../functions/adapters/files/seen-as.ts';
import { withoutPlace } from '../../../functions/adapters/files/without-place.ts';

const place = 'GPS 51.8787 -0.4200';
const u16 = (value: number) => [value >> 8, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const bytes = (...parts: (string | readonly number[] | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

/** Exif with its orientation and, behind it, a place. */
const exif = (turned: number) =>
  bytes('Exif\0\0', 'MM', u16(42), u32(8), u16(1), u16(0x0112), u16(3), u32(1), u16(turned), u16(0), u32(0), place);
const segment = (kind: number, content: Uint8Array) => bytes([0xff, kind], u16(content.length + 2), content);

const drawn = jpegJs.encode({ width: 16, height: 8, data: Buffer.alloc(16 * 8 * 4, 90) }, 80).data;
const photo = (turned: number) =>
  bytes(
    drawn.subarray(0, 2),
    segment(0xe1, exif(turned)),
    segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', place)),
    segment(0xed, bytes('Photoshop 3.0\0', place)),
    segment(0xfe, bytes(place)),
    segment(0xe2, bytes('ICC_PROFILE\0', 'colours')),
    drawn.subarray(2),
    // The film of a photo that moves stands behind its end.
    place,
  );

describe('a JPEG', () => {
  test('loses its place wherever it stood, and none of what is drawn', () => {
    const copy = withoutPlace(photo(6), 'image/jpeg')!;
    expect(Buffer.from(copy).includes(place)).toBe(false);
    expect(jpegJs.decode(copy).data).toEqual(jpegJs.decode(drawn).data);
    expect(Buffer.from(copy).includes('ICC_PROFILE')).toBe(true);
  });

  test('keeps the side on which it lay, and says nothing else of itself', () => {
    const copy = Buffer.from(withoutPlace(photo(6), 'image/jpeg')!);
    const start = copy.indexOf('Exif');
    expect([...copy.subarray(start + 24, start + 26)]).toEqual([0, 6]);
    expect(Buffer.from(withoutPlace(photo(1), 'image/jpeg')!).includes('Exif')).toBe(false);
  });

  test('is still one', async () => {
    expect(await seenAs(withoutPlace(photo(8), 'image/jpeg')!)).toBe('image/jpeg');
  });
});

describe('a PNG', () => {
  const chunk = (name: string, content: Uint8Array) => bytes(u32(content.length), name, content, u32(0));
  const kept = [
    chunk('IHDR', Buffer.alloc(13)),
    chunk('iCCP', Buffer.from('colours')),
    chunk('IDAT', Buffer.from('data')),
    chunk('IEND', Buffer.alloc(0)),
  ];
  const sign = bytes([0x89], 'PNG\r\n\x1a\n');

  test('keeps the chunks that draw and no other', () => {
    const [header, colours, data, end] = kept as [Buffer, Buffer, Buffer, Buffer];
    const whole = bytes(
      sign,
      header,
      chunk('eXIf', bytes(place)),
      colours,
      chunk('iTXt', bytes(place)),
      data,
      chunk('tEXt', bytes(place)),
      end,
      place,
    );
    expect(withoutPlace(whole, 'image/png')).toEqual(bytes(sign, ...kept));
  });
});

describe('a WebP', () => {
  const little = (value: number) => u32(value).reverse();
  const chunk = (name: string, content: Uint8Array) => bytes(name, little(content.length), content, content.length % 2 ? [0] : []);
  const riff = (...chunks: Uint8Array[]) =>
    bytes('RIFF', little(4 + chunks.reduce((sum, { length }) => sum + length, 0)), 'WEBP', ...chunks);
  const extended = (flags: number) => chunk('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]));

  test('loses Exif and XMP, the flags that speak of them, and their length', () => {
    const picture = chunk('VP8 ', Buffer.from('pixels!'));
    const whole = riff(extended(0b111100), picture, chunk('EXIF', bytes(place)), chunk('XMP ', bytes(place)));
    expect(withoutPlace(whole, 'image/webp')).toEqual(riff(extended(0b110000), picture));
  });
});

describe('whatever is broken', () => {
  test('has no copy, and costs nothing else: cut anywhere, changed anywhere', () => {
    const whole = photo(6);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.constantFrom('image/jpeg', 'image/png', 'image/webp'), (where, value, type) => {
        const changed = Buffer.from(whole);
        changed[where] = value;
        expect(() => withoutPlace(changed, type)).not.toThrow();
        expect(() => withoutPlace(whole.subarray(0, where), type)).not.toThrow();
      }),
    );
  });

  test('a JPEG that ends within its picture, or that is none, has no copy', () => {
    expect(withoutPlace(drawn.subarray(0, drawn.length - 20), 'image/jpeg')).toBeUndefined();
    expect(withoutPlace(Buffer.from('nothing of the kind'), 'image/jpeg')).toBeUndefined();
    expect(withoutPlace(drawn, 'image/gif')).toBeUndefined();
  });
});
