import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ReplyAddresses } from '../../app/ports.ts';
import { referenceOf } from '../../domain/intake/references-in.ts';
import type { Keys } from '../secrets/secrets.ts';

/**
 * `r.lbc-2026-004217.k7q2mzx4w5n3pa6d@…`: 80 bits that only we can make, so nobody can write into a case by guessing (decision 29).
 * Addresses made with the previous key stay true. Lower case, as some mail programs make of an address what they like.
 */
export function createReplyAddresses(keys: Keys, domain: string): ReplyAddresses {
  const ours = domain.toLowerCase();
  return {
    addressOf: (reference) => `r.${reference.toLowerCase()}.${proofOf(keys.current, reference)}@${ours}`,
    caseOf(address) {
      const [, name = '', proof = '', host] = /^r\.([a-z0-9-]{1,40})\.([a-z2-7]{16})@([^@]+)$/.exec(address.trim().toLowerCase()) ?? [];
      const reference = host === ours ? referenceOf(name.toUpperCase()) : undefined;
      if (!reference) return undefined;
      const known = [keys.current, ...(keys.previous ? [keys.previous] : [])].map((key) => proofOf(key, reference));
      return known.filter((expected) => timingSafeEqual(Buffer.from(expected), Buffer.from(proof))).length > 0 ? reference : undefined;
    },
  };
}

function proofOf(key: Uint8Array, reference: string): string {
  return base32(createHmac('sha256', key).update(`reply-address:${reference}`).digest().subarray(0, 10));
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Base32 of RFC 4648 in lower case, for lengths that need no padding: 10 bytes are 16 characters. */
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five, 2))).join('');
}
