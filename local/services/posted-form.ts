import * as z from 'zod';
import type { PostedForm } from '../cloud.ts';
import { notOurSignature, signatureOf } from './presigned.ts';

/** Reads one; undefined for any other request. Whatever stands behind the file is ignored, as S3 does. */
export async function readPostedForm(method: string, contentType: string | undefined, body: Buffer): Promise<PostedForm | undefined> {
  if (method !== 'POST' || contentType === undefined || !/^multipart\/form-data/i.test(contentType)) return undefined;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (name === 'file' && typeof value !== 'string') return { fields, file: Buffer.from(await value.arrayBuffer()) };
    if (typeof value === 'string') fields[name.toLowerCase()] = value;
  }
  return undefined;
}

const policyShape = z.strictObject({
  expiration: z.string(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
      z.tuple([z.enum(['starts-with', 'eq']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

type Refusal = { code: string; message: string; status: number };

/** Fields of which no policy need speak. */
const unspoken = /^(?:x-amz-signature|policy|x-ignore-)/;

/**
 * Why a posted form is refused, in S3's words; undefined where its policy holds: signed with our secret, not over, every condition met, and every field
 * spoken of. Throws at a policy that holds what is not modelled.
 */
export function whyFormRefused({ fields, file }: PostedForm, now: Date): Refusal | undefined {
  const encoded = fields['policy'] ?? '';
  if (signatureOf(encoded, fields['x-amz-credential'] ?? '') !== fields['x-amz-signature'])
    return { code: 'SignatureDoesNotMatch', message: notOurSignature, status: 403 };
  const { expiration, conditions } = policyShape.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  if (now >= new Date(expiration)) return invalid('Policy expired.');
  const spokenOf = new Set<string>();
  for (const condition of conditions) {
    if (Array.isArray(condition) && condition[0] === 'content-length-range') {
      const [, least, most] = condition;
      if (file.length < least) return wrongSize('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
      if (file.length > most) return wrongSize('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
      continue;
    }
    const [how, name, wanted] = Array.isArray(condition)
      ? [condition[0], condition[1].slice(1).toLowerCase(), condition[2]]
      : ['eq', (Object.keys(condition)[0] ?? '').toLowerCase(), Object.values(condition)[0] ?? ''];
    spokenOf.add(name);
    const have = fields[name];
    const met = have !== undefined && (how === 'eq' ? have === wanted : have.startsWith(wanted));
    if (!met) return invalid(`Policy Condition failed: ${JSON.stringify([how, `$${name}`, wanted])}`);
  }
  const extra = Object.keys(fields).find((name) => !unspoken.test(name) && !spokenOf.has(name));
  return extra === undefined ? undefined : invalid(`Extra input fields: ${extra}`);
}

const wrongSize = (code: string, message: string): Refusal => ({ code, message, status: 400 });
const invalid = (why: string): Refusal => ({ code: 'AccessDenied', message: `Invalid according to Policy: ${why}`, status: 403 });
