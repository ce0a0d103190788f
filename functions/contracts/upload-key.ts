/** Files that people sent with a form, straight from their browser, stand under this. Nothing of a person is in a key. */
export const uploadPrefix = 'uploads/';

const part = '[\\w-]{16,64}';

/** All files of one set of answers stand under its id, which nobody can guess. */
export function uploadKeyOf(set: string, file: string): string {
  return `${uploadPrefix}${set}/${file}`;
}

/** Whether S3 names, as the place of an upload, one that belongs to this set. */
export function isUploadOf(set: string, key: string): boolean {
  return new RegExp(`^${part}$`).test(key.slice(uploadKeyOf(set, '').length)) && key.startsWith(uploadKeyOf(set, ''));
}

export const copyPrefix = 'copies/';

/** Where the copy of a picture stands that officers look at: without its place, and of a kind that browsers show. */
export function copyKeyOf(key: string): string {
  return `${copyPrefix}${key}`;
}
