import { crc32, deflateSync, inflateSync } from 'node:zlib';

// Browsers write four bytes for each point of a picture. Pages have few colours: one byte and a table of 256 make a third of it.

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** The same picture with at most 256 colours: the commonest, and for any other the nearest of them. Takes 8-bit RGB or RGBA without interlacing. */
export function withFewColours(png: Buffer): Buffer {
  const { width, height, points } = read(png);
  const counts = new Map<number, number>();
  for (const colour of points) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const commonest = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  const palette = commonest.slice(0, 256);
  const indexOf = new Map(commonest.map((colour, index) => [colour, index < palette.length ? index : nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (const [at, colour] of points.entries()) rows[at + Math.floor(at / width) + 1] = indexOf.get(colour) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a point, which are places in the table of colours.
  header.set([8, 3], 8);
  const table = Buffer.from(palette.flatMap(partsOf));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const partsOf = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(palette: readonly number[], colour: number): number {
  const parts = partsOf(colour);
  const distances = palette.map((one) => partsOf(one).reduce((sum, part, index) => sum + (part - (parts[index] ?? 0)) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

function read(png: Buffer): { readonly width: number; readonly height: number; readonly points: Uint32Array } {
  const data: Buffer[] = [];
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
  }
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const rows = inflateSync(Buffer.concat(data));
  const points = new Uint32Array(width * height);
  const stride = width * channels;
  for (let row = 0; row < height; row += 1) {
    unfilter(rows, row * (stride + 1), stride, channels, row === 0);
    for (let column = 0; column < width; column += 1)
      points[row * width + column] = rows.readUIntBE(row * (stride + 1) + 1 + column * channels, 3);
  }
  return { width, height, points };
}

/** In place; section 9 of the PNG specification. */
function unfilter(rows: Buffer, start: number, stride: number, channels: number, isFirst: boolean): void {
  const filter = rows[start];
  for (let at = 1; at <= stride; at += 1) {
    const left = at > channels ? (rows[start + at - channels] ?? 0) : 0;
    const up = isFirst ? 0 : (rows[start + at - stride - 1] ?? 0);
    const upLeft = isFirst || at <= channels ? 0 : (rows[start + at - stride - 1 - channels] ?? 0);
    rows[start + at] = ((rows[start + at] ?? 0) + predicted(filter, left, up, upLeft)) & 255;
  }
}

function predicted(filter: number | undefined, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
