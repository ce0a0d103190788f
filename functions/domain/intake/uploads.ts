import { evidenceLimits } from '../policy/evidence.ts';
import { endingFor, type FileKind, kindOf } from './file-kinds.ts';

/** A file as the form keeps it until the complaint is sent. `size` in bytes; `type`: what it is, by its bytes. */
export type AttachedFile = { readonly key: string; readonly name: string; readonly size: number; readonly type: string };

/** What was stored: `seen` as of `file-kinds.ts`; `name` where the browser told it. */
export type StoredUpload = { readonly key: string; readonly size: number; readonly seen?: string; readonly name?: string };

export type WhyNotTaken = 'not-such-a-file' | 'too-many';

/** The files of the form with one more; the same one twice is one. */
export function withUpload(
  files: readonly AttachedFile[],
  stored: StoredUpload,
): { readonly files: readonly AttachedFile[] } | { readonly refused: WhyNotTaken } {
  if (files.some(({ key }) => key === stored.key)) return { files };
  const kind = kindOf(stored.seen, stored.name);
  if (!kind) return { refused: 'not-such-a-file' };
  if (files.length >= evidenceLimits.files) return { refused: 'too-many' };
  const { key, size } = stored;
  return { files: [...files, { key, size, type: kind.type, name: stored.name ?? nameFor(files, kind) }] };
}

/** A browser without scripts does not tell how a file is called. */
function nameFor(files: readonly AttachedFile[], { family, type }: FileKind): string {
  const word = family === 'picture' ? 'Photo' : family === 'recording' ? 'Recording' : 'Document';
  return `${word} ${files.length + 1}.${endingFor(type)}`;
}

/** Every ending that the form takes, for the browser's own chooser. */
export function accepts(kinds: readonly FileKind[]): string {
  return kinds.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',');
}
