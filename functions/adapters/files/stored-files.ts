import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { StoredFiles } from '../../app/check-file.ts';
import { copyKeyOf } from '../../contracts/upload-key.ts';
import { copyTypeOf } from '../../domain/intake/file-check.ts';
import { s3Client } from '../s3-client.ts';
import { seenAs } from './seen-as.ts';
import { sentName } from './sent-name.ts';

/** Files in S3, as they are looked at once they were found clean. Each is read whole: 20 MB from a form, 40 MB out of a message. */
export function createStoredFiles({ s3, bucket }: { readonly s3: S3Client; readonly bucket: string }): StoredFiles {
  // Looking and copying read the same version, one after the other.
  let last: { readonly of: string; readonly bytes: Uint8Array; readonly name: string } | undefined;

  async function read(key: string, version: string) {
    if (last?.of === `${key} ${version}`) return last;
    try {
      const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: version }));
      if (!Body) throw new Error('S3 answered without a body');
      last = { of: `${key} ${version}`, bytes: await Body.transformToByteArray(), name: sentName(Metadata) ?? key };
      return last;
    } catch (fault) {
      if (fault instanceof NoSuchKey || (fault instanceof S3ServiceException && fault.name === 'NoSuchVersion')) return undefined;
      throw fault;
    }
  }

  return {
    async look(key, version) {
      const file = await read(key, version);
      return file && { seen: await seenAs(file.bytes), name: file.name };
    },

    async copyPicture(key, version, type) {
      const file = await read(key, version);
      const copy = file && (await copyOf(file.bytes, type));
      last = undefined;
      if (!copy) return 'failed';
      const put = { Bucket: bucket, Key: copyKeyOf(key), Body: copy, ContentType: copyTypeOf(type) };
      await s3.send(new PutObjectCommand(put));
      return 'made';
    },
  };
}

async function copyOf(bytes: Uint8Array, type: string): Promise<Uint8Array | undefined> {
  if (type.startsWith('image/hei')) return (await import('./heic-to-jpeg.ts')).heicToJpeg(bytes);
  return (await import('./without-place.ts')).withoutPlace(bytes, type);
}

export function connectStoredFiles(bucket: string): StoredFiles {
  return createStoredFiles({ s3: s3Client(), bucket });
}
