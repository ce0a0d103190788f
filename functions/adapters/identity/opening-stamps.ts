import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Instant, instant } from '../../domain/calendar/local-date.ts';
import type { Keys } from '../secrets/secrets.ts';

type OpeningStamps = {
  /** For a form's hidden field: when the page was drawn, so that nobody can say that it was earlier. */
  stamp(at: Instant): Promise<string>;
  /** When it was drawn; undefined where the stamp is none of ours. */
  read(stamp: string): Promise<Instant | undefined>;
};

/** The moment and its HMAC. It says nothing of who opened the page. */
export function createOpeningStamps({ keys }: { readonly keys: () => Promise<Keys> }): OpeningStamps {
  const sealOf = (key: Uint8Array, at: string) => createHmac('sha256', key).update(`opened:${at}`).digest('base64url');
  return {
    async stamp(at) {
      return `${at}.${sealOf((await keys()).current, at)}`;
    },
    async read(stamp) {
      const [, at = '', seal = ''] = /^(.+)\.([\w-]{43})$/.exec(stamp) ?? [];
      const { current, previous } = await keys();
      const ours = [current, ...(previous ? [previous] : [])].some((key) => isEqual(sealOf(key, at), seal));
      return ours ? instant(at) : undefined;
    },
  };
}

function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
