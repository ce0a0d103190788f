import { S3Client } from '@aws-sdk/client-s3';
import type { Originals } from '../../app/ports.ts';
import { createOriginals } from './originals.ts';

export function connectOriginals(bucket: string): Originals {
  return createOriginals({ s3: new S3Client({}), bucket });
}
