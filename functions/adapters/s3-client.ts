import { S3Client } from '@aws-sdk/client-s3';

let client: S3Client | undefined;

/** The one of this process: whoever asks shares its connections. */
export function s3Client(): S3Client {
  client ??= new S3Client({});
  return client;
}
