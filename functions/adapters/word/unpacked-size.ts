import { inflateRawSync } from 'node:zlib';

// A Word letter is a zip file, and a small zip file can hold gigabytes. Before anything parses one, each of its entries is unpacked here once, with a
// bound on what may come out, whatever the file says of itself.

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const stored = 0;
const deflated = 8;

type Entry = { readonly method: number; readonly packed: Uint8Array };

/** Whether it is a zip file of at most so many entries, which unpack to at most so many bytes. */
export function unpacksWithin(file: Uint8Array, most: { readonly entries: number; readonly bytes: number }): boolean {
  try {
    const entries = entriesOf(Buffer.from(file.buffer, file.byteOffset, file.byteLength), most.entries);
    let left = most.bytes;
    for (const { method, packed } of entries) {
      if (method !== stored && method !== deflated) return false;
      left -= method === stored ? packed.length : inflateRawSync(packed, { maxOutputLength: left + 1 }).length;
      if (left < 0) return false;
    }
    return entries.length > 0;
  } catch {
    // Not a zip file, cut short, or more comes out than may.
    return false;
  }
}

/**
 * As its directory lists them, entry after entry to its end: whoever reads the file later goes by the entries and not by their count. Throws where the file
 * is not what it says.
 */
function entriesOf(file: Buffer, most: number): readonly Entry[] {
  // The directory's end stands in the last 64 KB, behind it only a comment.
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || file.readUInt32LE(end) !== endOfDirectory) throw new Error('no zip file');
  let at = file.readUInt32LE(end + 16);
  // One file, not a part of several nor the zip64 form: with those a reader looks for the directory elsewhere.
  if (file.readUInt32LE(end + 4) !== 0 || at + file.readUInt32LE(end + 12) !== end) throw new Error('directory elsewhere');
  const entries: Entry[] = [];
  while (file.readUInt32LE(at) === directoryEntry) {
    if (entries.length === most) throw new Error('too many entries');
    entries.push(entryAt(file, at));
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  const isCounted = [8, 10].every((place) => file.readUInt16LE(end + place) === entries.length);
  if (at !== end || !isCounted) throw new Error('not the entries that it counts');
  return entries;
}

function entryAt(file: Buffer, at: number): Entry {
  const method = file.readUInt16LE(at + 10);
  const length = file.readUInt32LE(at + 20);
  const local = file.readUInt32LE(at + 42);
  if (file.readUInt32LE(local) !== localEntry) throw new Error('no entry');
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (start + length > file.length) throw new Error('cut short');
  return { method, packed: file.subarray(start, start + length) };
}
