import { createHash, randomBytes } from 'node:crypto';
import type { LinkTokens } from '../../app/ports.ts';

/** 256 bits, in 43 letters, digits, `-` and `_`: trying them is no use, so nothing needs to count tries. */
const tokenBytes = 32;

/** A token has no pattern to be guessed from, so that a plain hash of it hides it. */
export const linkTokens: LinkTokens = {
  make() {
    const token = randomBytes(tokenBytes).toString('base64url');
    return { token, hash: hashOf(token) };
  },
  hashOf,
};

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
