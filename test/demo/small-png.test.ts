import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { withFewColours } from '../../demo/small-png.ts';

const white = [255, 255, 255];
const ink = [11, 12, 12];
const blue = [0, 80, 122];

/** Three rows of three points, each row filtered in another way: none, from the left, from above. */
const rows = [
  [0, ...white, ...ink, ...blue],
  [1, ...ink, 0, 0, 0, ...blue.map((part, index) => (part - (ink[index] ?? 0) + 256) % 256)],
  [2, ...Array.from({ length: 9 }, () => 0)],
];
const picture = [white, ink, blue, ink, ink, blue, ink, ink, blue];

describe('a picture of a page', () => {
  test('has the same colour at every point, in one byte each', () => {
    const small = chunksOf(withFewColours(png(rows)));
    const palette = small.get('PLTE') ?? Buffer.alloc(0);
    const points = [...inflateSync(small.get('IDAT') ?? Buffer.alloc(0))].filter((_, at) => at % 4 !== 0);
    expect(points.map((index) => [...palette.subarray(index * 3, index * 3 + 3)])).toEqual(picture);
    expect(small.get('IHDR')?.subarray(8, 10)).toEqual(Buffer.from([8, 3]));
  });
});

function png(lines: readonly (readonly number[])[]): Buffer {
  const header = Buffer.from([0, 0, 0, 3, 0, 0, 0, 3, 8, 2, 0, 0, 0]);
  const data = deflateSync(Buffer.from(lines.flat()));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  return chunks;
}
