// Pictures without what they say of themselves (place, time, camera, thumbnails, the film beside a photo). What is drawn is copied byte for byte: nothing is
// decoded, so evidence loses nothing. Each reader follows its format's own list of parts and knows which of them draw; whatever else there is goes.
// JPEG: ITU-T T.81, annex B, and Exif 2.32. PNG: W3C PNG, third edition, section 5. WebP: RFC 9649, section 2.

/** The same picture without anything but what draws it. Undefined where the bytes are not such a file from beginning to end. */
export function withoutPlace(bytes: Uint8Array, type: string): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readers.get(type);
  try {
    return read && Buffer.concat([...read(bytes, view)]);
  } catch (fault) {
    // A part that is longer than the file.
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

type Reader = (bytes: Uint8Array, view: DataView) => Iterable<Uint8Array>;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['image/jpeg', jpeg],
  ['image/png', png],
  ['image/webp', webp],
]);

/** Throws a `RangeError` where the file ends before the part does. */
function part(bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (end > bytes.length || end < start) throw new RangeError('the file ends before its part');
  return bytes.subarray(start, end);
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

const marker = { startOfImage: 0xd8, endOfImage: 0xd9, startOfScan: 0xda, comment: 0xfe } as const;

function* jpeg(bytes: Uint8Array, view: DataView): Iterable<Uint8Array> {
  yield part(bytes, 0, 2);
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) throw new RangeError('no marker where one should be');
    const kind = view.getUint8(at + 1);
    // Bytes between markers that only fill.
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    // What stands behind the end draws nothing: previews, and the film of a photo that moves.
    if (kind === marker.endOfImage) return yield part(bytes, at, at + 2);
    const end = at + 2 + view.getUint16(at + 2);
    const segment = part(bytes, at, end);
    const turned = kind === 0xe1 ? orientationIn(segment) : undefined;
    if (turned !== undefined) yield onlyOrientation(turned);
    else if (draws(kind, segment)) yield segment;
    at = end;
    if (kind === marker.startOfScan) {
      const over = endOfScan(bytes, at);
      yield part(bytes, at, over);
      at = over;
    }
  }
}

/** Of what programs add (APPn) only what colours need: JFIF, the colour profile and Adobe's transform. No comments. */
function draws(kind: number, segment: Uint8Array): boolean {
  if (kind === marker.comment) return false;
  if (kind < 0xe0 || kind > 0xef) return true;
  const name = latin1(segment.subarray(4, 16));
  return (
    (kind === 0xe0 && name.startsWith('JFIF\0')) ||
    (kind === 0xe2 && name === 'ICC_PROFILE\0') ||
    (kind === 0xee && name.startsWith('Adobe'))
  );
}

/** Where a marker follows the picture's data: neither a stuffed byte nor one of its restarts. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new RangeError('the file ends within its picture');
}

/** Which way up the camera was held, 2 to 8; undefined where upright, or where it is not said. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (latin1(segment.subarray(4, 10)) !== 'Exif\0\0') return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  try {
    const little = tiff.getUint16(0) === 0x4949;
    const first = tiff.getUint32(4, little);
    const count = tiff.getUint16(first, little);
    for (let entry = first + 2; entry < first + 2 + count * 12; entry += 12) {
      if (tiff.getUint16(entry, little) !== 0x0112) continue;
      const turned = tiff.getUint16(entry + 8, little);
      return turned >= 2 && turned <= 8 ? turned : undefined;
    }
  } catch {
    // Broken Exif says nothing, and the picture is drawn as it lies.
  }
  return undefined;
}

/** An Exif segment with this one fact: without it a photo that was taken upright lies on its side. */
function onlyOrientation(turned: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([0xff, 0xe1, 0, 8 + tiff.length, ...Buffer.from('Exif\0\0', 'latin1'), ...tiff]);
}

const pngDraws = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '));

function* png(bytes: Uint8Array, view: DataView): Iterable<Uint8Array> {
  yield part(bytes, 0, 8);
  for (let at = 8; ; ) {
    const end = at + 12 + view.getUint32(at);
    const name = latin1(part(bytes, at + 4, at + 8));
    const chunk = part(bytes, at, end);
    if (pngDraws.has(name)) yield chunk;
    if (name === 'IEND') return;
    at = end;
  }
}

const webpDraws = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

function* webp(bytes: Uint8Array, view: DataView): Iterable<Uint8Array> {
  const kept: Uint8Array[] = [];
  const over = Math.min(bytes.length, 8 + view.getUint32(4, true));
  for (let at = 12; at + 8 <= over; ) {
    const length = view.getUint32(at + 4, true);
    const chunk = part(bytes, at, at + 8 + length + (length % 2));
    const name = latin1(chunk.subarray(0, 4));
    if (webpDraws.has(name)) kept.push(name === 'VP8X' ? withoutFlags(chunk) : chunk);
    at += chunk.length;
  }
  if (kept.length === 0) throw new RangeError('nothing in it draws');
  const head = new Uint8Array(part(bytes, 0, 12));
  new DataView(head.buffer).setUint32(4, 4 + kept.reduce((sum, { length }) => sum + length, 0), true);
  yield head;
  yield* kept;
}

/** That there would be Exif or XMP. */
function withoutFlags(chunk: Uint8Array): Uint8Array {
  const changed = new Uint8Array(chunk);
  changed[8] = (chunk[8] ?? 0) & ~0b1100;
  return changed;
}
