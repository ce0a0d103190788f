import { fileKinds } from '../../domain/intake/file-kinds.ts';
import { type AttachedFile, accepts, type StoredUpload, type WhyNotTaken, withUpload } from '../../domain/intake/uploads.ts';
import { evidenceLimits } from '../../domain/policy/evidence.ts';
import { sizeInWords } from '../file-size.ts';
import type { PageProblem } from '../form-errors.ts';
import type { Words } from '../words/words.ts';

// Photos and documents, wherever somebody adds them before they send: the form, and the status page (ADR 16). Drawn by `evidence/files.njk`.

/** Files that browsers send straight to S3, for whoever holds the token of these answers. */
export type Uploads = {
  /** Two forms for one and the same file, each good for an hour: `byBrowser` leads back to `onTo`, `byScript` is answered with nothing. */
  open(
    token: string,
    onTo: string,
  ): Promise<{ readonly key: string; readonly nameField: string; readonly byBrowser: UploadForm; readonly byScript: UploadForm }>;
  /** What came under a key; undefined where it was not opened for that token, or nothing has come. */
  find(token: string, key: string): Promise<StoredUpload | undefined>;
};

/** `fields` as they are to be sent, before the file. `nameField` beside them takes the file's name, encoded. */
type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** What was added and is not sent. `token`: of the cookie under which it is kept. */
export type FilesInHand = { readonly token: string; readonly files: readonly AttachedFile[] };

/** The files with the one that stands under `key`, if it belongs to them and is a kind of file that we take; the same key twice is one file. */
export async function withAdded(
  uploads: Uploads,
  { token, files }: FilesInHand,
  key: string,
): Promise<{ readonly files: readonly AttachedFile[] } | { readonly errors: readonly PageProblem[] }> {
  const stored = await uploads.find(token, key);
  if (!stored) return { errors: [notCome] };
  const added = withUpload(files, stored);
  return 'refused' in added ? { errors: [notTaken(added.refused, stored.name)] } : added;
}

const field = 'file';

const notCome: PageProblem = { field, problem: 'fileNotCome' };

function notTaken(why: WhyNotTaken, given: string | undefined): PageProblem {
  if (why === 'too-many') return { field, problem: 'fileTooMany', values: { most: evidenceLimits.files } };
  return given === undefined ? { field, problem: 'fileNotTakenNameless' } : { field, problem: 'fileNotTaken', values: { name: given } };
}

/** What the script says; it fills in the name of the file. */
const said = ['addThese', 'sending', 'sendingOf', 'noRoom', 'tooLarge', 'empty', 'notReached'] as const;

function wordsOfScript({ t, open }: Words) {
  const sentences = said.map((name) => [name, open(`evidence.${name}`).replace('{{megabytes}}', String(megabytes))]);
  return { ...Object.fromEntries(sentences), error: t('frame.error'), problem: t('frame.problem') };
}

const megabytes = evidenceLimits.bytesEach / 1024 / 1024;

/** What `files.njk` draws, with the words that its script says. `onTo`: the whole address to which S3 leads the browser; `uploadsTo`: the origin to which the page may send files. */
export async function filesView(words: Words, uploads: Uploads, { token, files }: FilesInHand, onTo: string) {
  const isFull = files.length >= evidenceLimits.files;
  const upload = isFull ? undefined : await uploads.open(token, onTo);
  return {
    view: {
      files: files.map((file) => ({ ...file, size: sizeInWords(file.size) })),
      most: evidenceLimits.files,
      megabytes,
      upload: upload && {
        url: upload.byBrowser.url,
        fields: Object.entries(upload.byBrowser.fields).map(([name, value]) => ({ name, value })),
        nameField: upload.nameField,
        // The script's own form of the same key: it reads the answer instead of being led on.
        forScript: JSON.stringify(upload.byScript.fields),
        added: `${onTo}${onTo.includes('?') ? '&' : '?'}key=${encodeURIComponent(upload.key)}`,
        left: evidenceLimits.files - files.length,
        bytesEach: evidenceLimits.bytesEach,
        accepts: accepts(fileKinds),
        words: JSON.stringify(wordsOfScript(words)),
      },
    },
    uploadsTo: upload && new URL(upload.byBrowser.url).origin,
  };
}
