import * as z from 'zod/mini';
import type { StatusSession } from '../../app/status-page.ts';
import { storedInstant, storedReference } from '../../contracts/stored/values.ts';
import { addMinutes, type Instant } from '../../domain/calendar/local-date.ts';
import { statusSession } from '../../domain/policy/status-page.ts';
import type { Keys } from '../secrets/secrets.ts';
import { createSealedCookie } from './sealed-cookie.ts';

export type StatusSessions = {
  /** The `Set-Cookie` value of a session that begins now. */
  begin(session: StatusSession): Promise<string>;
  /** `renewal`: a `Set-Cookie` value that keeps it open for as long again, `until` then. */
  open(
    cookies: readonly string[],
  ): Promise<{ readonly session: StatusSession; readonly renewal: string; readonly until: Instant } | undefined>;
  clear(): string;
};

/** No name and no address: the case and the mail that opened it say whose it is. */
const sealed = z.object({ reference: storedReference, notice: z.string(), openedAt: storedInstant });

/** The session of a status page lives in the browser alone, sealed: over after half an hour without a request, and always after some hours. */
export function createStatusSessions(settings: {
  readonly keys: () => Promise<Keys>;
  readonly clock: () => Instant;
  readonly secure: boolean;
}): StatusSessions {
  const { clock } = settings;
  const { idleMinutes, longestMinutes } = statusSession;
  const cookie = createSealedCookie({ ...settings, name: 'status', schema: sealed, seconds: idleMinutes * 60 });
  return {
    begin: ({ reference, notice }) => cookie.set({ reference, notice, openedAt: clock() }),
    async open(cookies) {
      const value = await cookie.read(cookies);
      if (!value) return undefined;
      const { reference, notice, openedAt } = value;
      const now = clock();
      const [next, last] = [addMinutes(now, idleMinutes), addMinutes(openedAt, longestMinutes)];
      if (now >= last) return undefined;
      return { session: { reference, notice }, renewal: await cookie.set(value), until: next < last ? next : last };
    },
    clear: cookie.clear,
  };
}
