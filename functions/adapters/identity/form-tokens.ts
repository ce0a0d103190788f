import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { formCookie } from '../../domain/policy/cookies.ts';
import type { Keys } from '../secrets/secrets.ts';
import { readCookie, setCookie } from './cookies.ts';

export type FormTokens = {
  /** The token for a form's hidden field, and the `Set-Cookie` value it belongs to where the browser has none yet. */
  issue(cookies: readonly string[]): Promise<{ token: string; cookie?: string }>;
  /** Whether the token belongs to this browser's cookie. */
  check(cookies: readonly string[], token: string): Promise<boolean>;
};

const value = /^[A-Za-z0-9_-]{24}$/;

/**
 * Signed double submit: the form's token is an HMAC of a random cookie, so another site can make a browser send the cookie but not the token.
 * It knows nobody: the resident's form needs no session.
 */
export function createFormTokens({ keys, secure }: { readonly keys: () => Promise<Keys>; readonly secure: boolean }): FormTokens {
  const settings = { name: 'form', secure };
  const tokenOf = (key: Uint8Array, cookie: string) => createHmac('sha256', key).update(`form:${cookie}`).digest('base64url');
  const cookieIn = (cookies: readonly string[]) => {
    const found = readCookie(settings, cookies);
    return found !== undefined && value.test(found) ? found : undefined;
  };
  return {
    async issue(cookies) {
      const { current } = await keys();
      const known = cookieIn(cookies);
      if (known) return { token: tokenOf(current, known) };
      const fresh = randomBytes(18).toString('base64url');
      return { token: tokenOf(current, fresh), cookie: setCookie(settings, fresh, formCookie.hours * 3_600) };
    },
    async check(cookies, token) {
      const cookie = cookieIn(cookies);
      if (!cookie) return false;
      const { current, previous } = await keys();
      return [current, ...(previous ? [previous] : [])].some((key) => equal(tokenOf(key, cookie), token));
    },
  };
}

function equal(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
