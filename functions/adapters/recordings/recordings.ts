import {
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Recordings } from '../../app/ports.ts';
import { recordingPrefix } from '../../contracts/recording-key.ts';
import { callDetailsOf, metadataOf } from '../../contracts/recording-metadata.ts';
import { type Instant, instantOf } from '../../domain/calendar/local-date.ts';

/** Recorded calls in S3, in a bucket with versions: what is deleted is deleted with all of them. */
export function createRecordings({ s3, bucket }: { readonly s3: S3Client; readonly bucket: string }): Recordings {
  return {
    async keep(key, body, contentType, call) {
      const Metadata = metadataOf(call);
      try {
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType, IfNoneMatch: '*', Metadata }));
      } catch (fault) {
        // An earlier try stored it.
        if (!(fault instanceof S3ServiceException) || fault.$metadata.httpStatusCode !== 412) throw fault;
      }
    },

    async find(key) {
      try {
        const { LastModified, Metadata = {} } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        if (!LastModified) throw new Error('S3 answered without a date');
        return { storedAt: instantOf(LastModified), ...callDetailsOf(Metadata) };
      } catch (fault) {
        if (fault instanceof NotFound) return undefined;
        throw fault;
      }
    },

    async all() {
      const found: { key: string; storedAt: Instant }[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: recordingPrefix })) {
        for (const { Key, LastModified } of Contents) {
          if (Key !== undefined && LastModified) found.push({ key: Key, storedAt: instantOf(LastModified) });
        }
      }
      return found;
    },

    async delete(key) {
      for (const VersionId of await versionsOf(key)) await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId }));
    },
  };

  /** Every version and every marker of a deletion. One key has few: a page holds a thousand. */
  async function versionsOf(key: string): Promise<readonly string[]> {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key }));
    return [...Versions, ...DeleteMarkers].flatMap(({ Key, VersionId }) => (Key === key && VersionId !== undefined ? [VersionId] : []));
  }
}
