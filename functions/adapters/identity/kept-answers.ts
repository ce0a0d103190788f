import { hkdfSync } from 'node:crypto';
import { compactDecrypt } from 'jose/jwe/compact/decrypt';
import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import type * as z from 'zod/mini';
import type { AnswerItems } from '../../app/ports.ts';
import { parseJson } from '../../contracts/stored-form.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import { clearCookie, readCookie, setCookie } from './cookies.ts';
import { linkTokens } from './link-tokens.ts';

const cookieOf = { form: { name: 'answers' }, 'status-page': { name: 'addition' } } as const;

type KeptAnswersSettings<Value> = {
  /** Whose answers: of the form, or what somebody is about to add on their status page. */
  readonly of: keyof typeof cookieOf;
  readonly items: () => Promise<AnswerItems>;
  readonly clock: () => Instant;
  /** True where the public address is https. */
  readonly secure: boolean;
  /** What the value must look like when it comes back. */
  readonly schema: z.ZodMiniType<Value>;
};

/** What a browser's cookie opened. `token`: of that cookie. */
type Opened<Value> = { readonly value: Value; readonly until: Instant; readonly token: string };

type KeptAnswers<Value> = {
  /** What this browser's cookie opens; undefined where there is none, its time is over, or it has another shape than today's. */
  open(cookies: readonly string[]): Promise<Opened<Value> | undefined>;
  /** In the place of what was opened; under a new token where nothing was. Gives a whole `Set-Cookie` value. */
  keep(opened: Opened<Value> | undefined, value: Value, until: Instant): Promise<string>;
  /** Leaves nothing of it, in the table and in the browser. Gives a whole `Set-Cookie` value. */
  clear(cookies: readonly string[]): Promise<string>;
};

const tokenPattern = /^[\w-]{43}$/;
const encoder = new TextEncoder();

/**
 * What somebody typed and has not sent, under a random token in their cookie: the table keeps it by the token's hash, sealed (JWE, A256GCM) with a key
 * derived from the token, so that neither the table nor anybody who reads it can open it (ADR 16).
 */
export function createKeptAnswers<Value>({ items, clock, secure, schema, of }: KeptAnswersSettings<Value>): KeptAnswers<Value> {
  const cookie = { ...cookieOf[of], secure };
  const tokenIn = (cookies: readonly string[]) => {
    const token = readCookie(cookie, cookies);
    return token !== undefined && tokenPattern.test(token) ? token : undefined;
  };

  return {
    async open(cookies) {
      const token = tokenIn(cookies);
      const found = token === undefined ? undefined : await (await items()).find(linkTokens.hashOf(token));
      if (token === undefined || !found || found.until <= clock()) return undefined;
      const value = schema.safeParse(await unseal(found.sealed, keyOf(token)));
      return value.success ? { value: value.data, until: found.until, token } : undefined;
    },
    async keep(opened, value, until) {
      const token = opened?.token ?? linkTokens.make().token;
      await (await items()).keep(linkTokens.hashOf(token), { sealed: await seal(value, keyOf(token)), until });
      return setCookie(cookie, token, Math.max(0, Math.floor((Date.parse(until) - Date.parse(clock())) / 1_000)));
    },
    async clear(cookies) {
      const token = tokenIn(cookies);
      if (token !== undefined) await (await items()).clear(linkTokens.hashOf(token));
      return clearCookie(cookie);
    },
  };
}

/** Apart from the hash by which the table knows the token: neither gives the other. */
function keyOf(token: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', token, '', 'answers of the form', 32));
}

function seal(value: unknown, key: Uint8Array): Promise<string> {
  return new CompactEncrypt(encoder.encode(JSON.stringify(value))).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key);
}

async function unseal(sealed: string, key: Uint8Array): Promise<unknown> {
  const { plaintext } = await compactDecrypt(sealed, key, { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] });
  return parseJson(new TextDecoder().decode(plaintext));
}
