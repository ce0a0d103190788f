import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Originals } from '../../app/ports.ts';
import { instantOf } from '../../domain/calendar/local-date.ts';

const mostTries = 4;

/** What people sent, byte for byte, in S3. Nothing is ever overwritten or deleted from here. */
export function createOriginals({ s3, bucket }: { readonly s3: S3Client; readonly bucket: string }): Originals {
  return {
    async keep(key, body, contentType) {
      const put = () => s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType, IfNoneMatch: '*' }));
      for (let attempt = 1; ; attempt += 1) {
        try {
          await put();
          return;
        } catch (fault) {
          const status = fault instanceof S3ServiceException ? fault.$metadata.httpStatusCode : undefined;
          // An earlier try stored it; keys are drawn once, so it is the same thing.
          if (status === 412) return;
          // Another try is storing it at this moment (a double press of Send): S3 says so and asks for the same again.
          if (status !== 409 || attempt === mostTries) throw fault;
        }
      }
    },

    async read(key) {
      try {
        const { Body, LastModified } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (!Body || !LastModified) throw new Error('S3 answered without a body or its date');
        return { body: await Body.transformToByteArray(), storedAt: instantOf(LastModified) };
      } catch (fault) {
        if (fault instanceof NoSuchKey) return undefined;
        throw fault;
      }
    },

    async listSince(prefix, since) {
      const found: { key: string; storedAt: ReturnType<typeof instantOf> }[] = [];
      // S3 lists by name only, so all that was ever kept there is listed, 1,000 a page, and the date is looked at here.
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: prefix })) {
        for (const { Key, LastModified } of Contents) {
          if (Key !== undefined && LastModified && instantOf(LastModified) >= since)
            found.push({ key: Key, storedAt: instantOf(LastModified) });
        }
      }
      return found;
    },
  };
}
