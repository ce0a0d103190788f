import { randomUUID } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { isUploadOf, uploadKeyOf } from '../../contracts/upload-key.ts';
import { kindOf } from '../../domain/intake/file-kinds.ts';
import type { StoredUpload } from '../../domain/intake/uploads.ts';
import { evidenceLimits, uploadOpenFor } from '../../domain/policy/evidence.ts';
import { linkTokens } from '../identity/link-tokens.ts';
import { s3Client } from '../s3-client.ts';
import { seenAs } from './seen-as.ts';
import { nameField, sentName } from './sent-name.ts';

type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** All that a reader of first bytes asks for; it reads on where that says nothing. */
const beginningBytes = 64 * 1024;

/** Nothing in the bucket is labelled as anything that a browser would run. What a file is, its bytes say. */
const contentType = 'application/octet-stream';

/** Forms by which browsers send files to the bucket, for whoever holds the token of some answers, and what came of them. */
export function createUploads({ s3, bucket }: { readonly s3: S3Client; readonly bucket: string }) {
  /** Nobody who sees a key can tell the token, or find another file of theirs. */
  const setOf = (token: string) => linkTokens.hashOf(`uploads ${token}`);

  async function sign(Key: string, after: Readonly<Record<string, string>>): Promise<UploadForm> {
    const { url, fields } = await createPresignedPost(s3, {
      Bucket: bucket,
      Key,
      Fields: { 'Content-Type': contentType, ...after },
      Conditions: [
        ['content-length-range', 1, evidenceLimits.bytesEach],
        ['starts-with', `$${nameField}`, ''],
      ],
      Expires: uploadOpenFor.minutes * 60,
    });
    return { url, fields };
  }

  async function read(key: string, range?: string) {
    const { Body, ContentRange, ContentLength, Metadata } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range: range }));
    if (!Body) throw new Error('S3 answered without a body');
    const size = Number(ContentRange?.split('/')[1] ?? ContentLength);
    return { bytes: await Body.transformToByteArray(), size, name: sentName(Metadata) };
  }

  return {
    async open(token: string, onTo: string) {
      const key = uploadKeyOf(setOf(token), randomUUID());
      const [byBrowser, byScript] = await Promise.all([
        sign(key, { success_action_redirect: onTo }),
        sign(key, { success_action_status: '204' }),
      ]);
      return { key, nameField, byBrowser, byScript };
    },

    async find(token: string, key: string): Promise<StoredUpload | undefined> {
      if (!isUploadOf(setOf(token), key)) return undefined;
      try {
        const { bytes, size, name } = await read(key, `bytes=0-${beginningBytes - 1}`);
        const seen = await seenAs(bytes);
        if (kindOf(seen) || size <= bytes.length) return { key, size, name, seen };
        return { key, size, name, seen: await seenAs((await read(key)).bytes) };
      } catch (fault) {
        // Who may not list a bucket is told that a missing object is forbidden.
        if (fault instanceof NoSuchKey || (fault instanceof S3ServiceException && fault.$metadata.httpStatusCode === 403)) return undefined;
        throw fault;
      }
    },
  };
}

export function connectUploads(bucket: string) {
  return createUploads({ s3: s3Client(), bucket });
}
