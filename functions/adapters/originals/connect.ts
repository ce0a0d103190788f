import type { Originals } from '../../app/ports.ts';
import { s3Client } from '../s3-client.ts';
import { createOriginals } from './originals.ts';

export function connectOriginals(bucket: string): Originals {
  return createOriginals({ s3: s3Client(), bucket });
}
