import { S3Client } from '@aws-sdk/client-s3';
import type { Recordings } from '../../app/ports.ts';
import { createRecordings } from './recordings.ts';

export function connectRecordings(bucket: string): Recordings {
  return createRecordings({ s3: new S3Client({}), bucket });
}
