import { createHash, createHmac } from 'node:crypto';
import type { AwsRequest } from '../cloud.ts';

/** The secret that belongs to every access key of the local stack. */
export const LOCAL_SECRET = 'local';

/**
 * Why a presigned link is refused, in S3's words: changed, or too old. Undefined where it holds, and for a call that carries its signature in a header.
 * Only links are checked: they leave our hands, and whoever has one is nobody that the stack knows.
 */
export function whyRefused({ method, path, query, headers }: AwsRequest, now: Date): string | undefined {
  const signature = query.get('X-Amz-Signature');
  if (signature === null) return undefined;
  const date = query.get('X-Amz-Date') ?? '';
  const [year, month, day, hour, minute, second] = (/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? []).slice(1).map(Number);
  const signedAt = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  if (!(now.getTime() < signedAt + Number(query.get('X-Amz-Expires')) * 1000)) return 'Request has expired';

  const [, ...scope] = (query.get('X-Amz-Credential') ?? '').split('/');
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
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), hash].join('\n');
  const key = scope.reduce<string | Buffer>((secret, part) => createHmac('sha256', secret).update(part).digest(), `AWS4${LOCAL_SECRET}`);
  const expected = createHmac('sha256', key).update(text).digest('hex');
  return signature === expected ? undefined : 'The request signature we calculated does not match the signature you provided.';
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
