import { createHash, createHmac } from 'node:crypto';
import type { AwsRequest } from '../cloud.ts';

/**
 * Why a presigned link is refused, in S3's words: changed, or too old. Undefined where it holds, and for a call that carries its signature in a header.
 * Only links are checked: they leave our hands, and whoever has one is nobody that the stack knows.
 */
export function whyRefused({ method, path, query, headers }: AwsRequest, now: Date): string | undefined {
  const signature = query.get('X-Amz-Signature');
  if (signature === null) return undefined;
  const date = query.get('X-Amz-Date') ?? '';
  const signedAt = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(now.getTime() < signedAt + Number(query.get('X-Amz-Expires')) * 1000)) return 'Request has expired';

  const credential = query.get('X-Amz-Credential') ?? '';
  const signed = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  const canonical = [
    method,
    path,
    [...query]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...signed.map((name) => `${name}:${(headers[name] ?? '').trim()}`),
    '',
    signed.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', date, credential.slice(credential.indexOf('/') + 1), hash].join('\n');
  return signature === signatureOf(text, credential) ? undefined : notOurSignature;
}

export const notOurSignature = 'The request signature we calculated does not match the signature you provided.';

/** By the secret that belongs to every access key of the local stack. `credential`: access key, date, region, service and version, as AWS joins them. */
export function signatureOf(text: string, credential: string): string {
  const [, ...scope] = credential.split('/');
  const key = scope.reduce<string | Buffer>((secret, part) => createHmac('sha256', secret).update(part).digest(), 'AWS4local');
  return createHmac('sha256', key).update(text).digest('hex');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
