import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { DocumentFound } from '../../app/open-document.ts';
import { copyPrefix } from '../../contracts/upload-key.ts';
import { s3Client } from '../s3-client.ts';

/** Long enough for the browser to begin; whoever finds the address later finds nothing. */
const linkSeconds = 300;

/** Addresses under which a browser may download one file for five minutes. */
export type DocumentLinks = { linkTo(document: DocumentFound): Promise<string> };

export function createDocumentLinks({ s3, bucket }: { readonly s3: S3Client; readonly bucket: string }): DocumentLinks {
  return {
    linkTo: ({ key, version, name, contentType = 'application/octet-stream' }) =>
      getSignedUrl(
        s3,
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          VersionId: version,
          ResponseContentType: contentType,
          // What a sender made is saved and never drawn: a page or a picture with a script in it would run at the bucket's address. Our copies are pictures and nothing else.
          ResponseContentDisposition: `${key.startsWith(copyPrefix) ? 'inline' : 'attachment'}; filename="${name}"`,
          ResponseCacheControl: 'no-store',
        }),
        { expiresIn: linkSeconds },
      ),
  };
}

export function connectDocumentLinks(bucket: string): DocumentLinks {
  return createDocumentLinks({ s3: s3Client(), bucket });
}
