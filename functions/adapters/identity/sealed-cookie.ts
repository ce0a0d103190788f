import { jwtDecrypt } from 'jose/jwt/decrypt';
import { EncryptJWT } from 'jose/jwt/encrypt';
import * as z from 'zod/mini';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { Keys } from '../secrets/secrets.ts';
import { type CookieSettings, clearCookie, readCookie, setCookie } from './cookies.ts';

export type SealedCookie<Value> = {
  /** A whole `Set-Cookie` value that only we can read. */
  set(value: Value): Promise<string>;
  /** What was sealed, or undefined when there is none, it has expired, is not ours or not of today's shape. Never throws for what a browser sent. */
  read(cookies: readonly string[]): Promise<Value | undefined>;
  clear(): string;
};

export type SealedCookieSettings<Value> = CookieSettings & {
  readonly keys: () => Promise<Keys>;
  readonly clock: () => Instant;
  /** What the sealed value must look like when it comes back. */
  readonly schema: z.ZodMiniType<Value>;
  /** Good for so long after it was set. */
  readonly seconds: number;
};

/** Nothing we seal is longer than a browser keeps in one cookie. */
const longestToken = 4_096;

/** A value that travels in the browser, encrypted and authenticated (JWE, A256GCM); the cookie's name is part of it, so that one never passes for another. */
export function createSealedCookie<Value>({ keys, clock, schema, seconds, ...cookie }: SealedCookieSettings<Value>): SealedCookie<Value> {
  const now = () => Math.floor(Date.parse(clock()) / 1_000);
  const sealed = z.object({ value: schema });

  async function open(token: string, key: Uint8Array): Promise<Value | undefined> {
    try {
      const { payload } = await jwtDecrypt(token, key, {
        audience: cookie.name,
        requiredClaims: ['exp'],
        currentDate: new Date(clock()),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      const read = sealed.safeParse(payload);
      return read.success ? read.data.value : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    async set(value) {
      const token = await new EncryptJWT({ value })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(cookie.name)
        .setExpirationTime(now() + seconds)
        .encrypt((await keys()).current);
      return setCookie(cookie, token, seconds);
    },
    async read(cookies) {
      const token = readCookie(cookie, cookies);
      if (!token || token.length > longestToken) return undefined;
      const { current, previous } = await keys();
      return (await open(token, current)) ?? (previous && (await open(token, previous)));
    },
    clear: () => clearCookie(cookie),
  };
}
