import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { s3Client } from '../s3-client.ts';

/** Long enough to begin to listen; whoever finds the address later finds nothing. */
const linkSeconds = 300;

const audioTypes: Readonly<Record<string, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'audio/mp4',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  amr: 'audio/amr',
  webm: 'audio/webm',
};

/** Addresses under which a browser may fetch one recording for five minutes. */
export type RecordingLinks = {
  linkTo(key: string): Promise<string>;
  /** Where the links lead: a page that plays them names it. */
  origin(): Promise<string>;
};

export function createRecordingLinks({ s3, bucket }: { readonly s3: S3Client; readonly bucket: string }): RecordingLinks {
  const linkTo = (key: string) =>
    getSignedUrl(
      s3,
      // Whatever was stored is played as audio or not at all: what a file says of itself is not believed.
      new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentType: audioTypes[key.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'audio/wav',
        ResponseContentDisposition: 'inline',
        ResponseCacheControl: 'no-store',
      }),
      { expiresIn: linkSeconds },
    );
  return { linkTo, origin: async () => new URL(await linkTo('recordings/any')).origin };
}

export function connectRecordingLinks(bucket: string): RecordingLinks {
  return createRecordingLinks({ s3: s3Client(), bucket });
}
