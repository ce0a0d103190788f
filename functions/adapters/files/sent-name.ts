/** Where the form's script puts the name of a file: encoded, since S3 keeps metadata in ASCII. */
export const nameField = 'x-amz-meta-name';

/** The name that a file had on its sender's machine, where the form's script told it: a name, never a path, and nothing that could begin a line. */
export function sentName(metadata: Readonly<Record<string, string>> = {}): string | undefined {
  const name = decoded(metadata['name'] ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.trim()
    .slice(-200);
  return name || undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
