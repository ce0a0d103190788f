/**
 * The kinds of file that the form takes, and how each is told from its first bytes. `type`: what a browser is told that it is. `seenAs`: what the library
 * `file-type` calls it. Kinds of one family may stand for each other: phones name a WebP `.jpg`, and every one of them is shown as what it is.
 */
export type FileKind = {
  readonly type: string;
  readonly endings: readonly string[];
  readonly family: FileFamily;
  readonly seenAs: readonly string[];
};

export type FileFamily = 'picture' | 'recording' | 'pdf' | 'text' | 'document' | 'old-document';

const wordprocessing = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const fileKinds: readonly FileKind[] = [
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], family: 'picture', seenAs: ['image/jpeg'] },
  { type: 'image/png', endings: ['png'], family: 'picture', seenAs: ['image/png'] },
  {
    type: 'image/heic',
    endings: ['heic', 'heif', 'hif'],
    family: 'picture',
    seenAs: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  },
  { type: 'image/webp', endings: ['webp'], family: 'picture', seenAs: ['image/webp'] },
  { type: 'image/gif', endings: ['gif'], family: 'picture', seenAs: ['image/gif'] },
  { type: 'application/pdf', endings: ['pdf'], family: 'pdf', seenAs: ['application/pdf'] },
  { type: 'text/plain', endings: ['txt'], family: 'text', seenAs: ['text/plain'] },
  { type: wordprocessing, endings: ['docx'], family: 'document', seenAs: [wordprocessing] },
  { type: spreadsheet, endings: ['xlsx'], family: 'document', seenAs: [spreadsheet] },
  {
    type: 'application/vnd.oasis.opendocument.text',
    endings: ['odt'],
    family: 'document',
    seenAs: ['application/vnd.oasis.opendocument.text'],
  },
  // Office's files before 2007 have one container, and nothing in their first bytes tells them apart.
  { type: 'application/msword', endings: ['doc'], family: 'old-document', seenAs: ['application/x-cfb'] },
  { type: 'application/vnd.ms-excel', endings: ['xls'], family: 'old-document', seenAs: ['application/x-cfb'] },
  { type: 'video/mp4', endings: ['mp4', 'm4v'], family: 'recording', seenAs: ['video/mp4', 'video/x-m4v'] },
  { type: 'video/quicktime', endings: ['mov'], family: 'recording', seenAs: ['video/quicktime'] },
  { type: 'audio/mp4', endings: ['m4a'], family: 'recording', seenAs: ['audio/x-m4a', 'audio/mp4'] },
  { type: 'audio/mpeg', endings: ['mp3'], family: 'recording', seenAs: ['audio/mpeg'] },
  { type: 'audio/wav', endings: ['wav'], family: 'recording', seenAs: ['audio/wav'] },
];

/** What a file is, by what its bytes look like; its name only tells kinds apart that look alike. Undefined: nothing that the form takes. */
export function kindOf(seen: string | undefined, name = ''): FileKind | undefined {
  const kinds = fileKinds.filter(({ seenAs }) => seen !== undefined && seenAs.includes(seen));
  return kinds.find(({ endings }) => endings.includes(endingOf(name))) ?? kinds[0];
}

/**
 * Whether the bytes are what the name says: a program that is called `photo.jpg` is not. Of kinds that the form does not take, which come by e-mail, nothing
 * is said here.
 */
export function isAsNamed(seen: string | undefined, name: string): boolean {
  const named = fileKinds.find(({ endings }) => endings.includes(endingOf(name)));
  return (
    named === undefined || fileKinds.some(({ family, seenAs }) => family === named.family && seen !== undefined && seenAs.includes(seen))
  );
}

/** The ending under which a file of that type is saved. */
export function endingFor(type: string): string | undefined {
  return fileKinds.find((kind) => kind.type === type)?.endings[0];
}

/** In lower case and without its dot; empty where a name has none. */
function endingOf(name: string): string {
  return /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
