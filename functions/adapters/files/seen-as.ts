/**
 * What a file's bytes look like, as `file-type` names it, or `text/plain`; undefined for what nobody can tell. The whole file where it is there: a Word
 * file is told from any other archive by what stands inside.
 */
export async function seenAs(bytes: Uint8Array): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes);
  return type?.mime ?? (isText(bytes) ? 'text/plain' : undefined);
}

/** Plain text has no sign of its own; no other kind of file is free of control characters. What is cut in the middle of a letter is text all the same. */
function isText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && !bytes.some((byte) => (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) || byte === 127);
}
