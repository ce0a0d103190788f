import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { seenAs } from '../../functions/adapters/files/seen-as.ts';
import { nameField, sentName } from '../../functions/adapters/files/sent-name.ts';
import type { PublicDeps } from '../../functions/web/public-deps.ts';
import { readPostedForm } from '../../local/services/posted-form.ts';

export const uploadPath = '/_bucket';

/** A bucket that takes what the form of photos and documents posts, and believes all of it: what S3 would refuse, the local S3 refuses. */
export function memoryUploads(base: () => string) {
  const uploaded = new Map<string, { readonly bytes: Uint8Array; readonly name?: string }>();
  let drawn = 0;

  const uploads: PublicDeps['uploads'] = {
    async open(_token, onTo) {
      const key = `uploads/set-of-the-answers/file-${String(++drawn).padStart(12, '0')}`;
      const url = `${base()}${uploadPath}`;
      return { key, nameField, byBrowser: { url, fields: { key, success_action_redirect: onTo } }, byScript: { url, fields: { key } } };
    },
    async find(_token, key) {
      const found = uploaded.get(key);
      return found && { key, size: found.bytes.length, name: found.name, seen: await seenAs(found.bytes) };
    },
  };

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readPostedForm('POST', request.headers['content-type'], await buffer(request));
    const { key = '', success_action_redirect: onTo } = form?.fields ?? {};
    uploaded.set(key, { bytes: form?.file ?? new Uint8Array(), name: sentName({ name: form?.fields[nameField] ?? '' }) });
    if (onTo === undefined) return void response.writeHead(204).end();
    const location = new URL(onTo);
    location.searchParams.set('key', key);
    response.writeHead(303, { location: location.href }).end();
  }

  return { uploads, uploaded, receive };
}
