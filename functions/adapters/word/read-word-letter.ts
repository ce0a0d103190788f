import { wordLetters } from '../../domain/policy/writing.ts';
import { unpacksWithin } from './unpacked-size.ts';

/** The words of a Word letter (.docx), paragraph by paragraph; undefined where it is none, or holds more than any letter. Nothing of it is kept. */
export async function readWordLetter(file: Uint8Array): Promise<readonly string[] | undefined> {
  if (file.length > wordLetters.bytes || !unpacksWithin(file, { entries: wordLetters.entries, bytes: wordLetters.unpackedBytes }))
    return undefined;
  // Half a megabyte of code, for the few who write in Word.
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) });
    return value.slice(0, wordLetters.characters).split(/\n{2,}/);
  } catch {
    // A zip file without a letter in it.
    return undefined;
  }
}
