import type { Recordings } from '../../app/ports.ts';
import { s3Client } from '../s3-client.ts';
import { createRecordings } from './recordings.ts';

export function connectRecordings(bucket: string): Recordings {
  return createRecordings({ s3: s3Client(), bucket });
}
