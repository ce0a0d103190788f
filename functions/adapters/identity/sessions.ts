import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { storedOfficer } from '../../contracts/stored/officer.ts';
import { storedInstant } from '../../contracts/stored/values.ts';
import { addMinutes, type Instant } from '../../domain/calendar/local-date.ts';
import type { Officer } from '../../domain/cases/actor.ts';
import type { Keys } from '../secrets/secrets.ts';
import { createSealedCookie } from './sealed-cookie.ts';

/** A working day, then sign in again. */
const longestHours = 8;
/** A desk left alone for an hour is nobody's. */
const idleMinutes = 60;
/** The cookie is written again at most this often. */
const renewalMinutes = 5;

export type Session = {
  readonly officer: Officer;
  /** Carried by every form of the desk (decision 34). */
  readonly csrf: string;
  /** A `Set-Cookie` value that keeps the session awake; undefined while the present one is fresh enough. */
  readonly renewal?: string;
};

export type Sessions = {
  /** The `Set-Cookie` value of a new session, with a new CSRF token. */
  seal(officer: Officer): Promise<string>;
  open(cookies: readonly string[]): Promise<Session | undefined>;
  clear(): string;
};

const sealedSession = z.object({ officer: storedOfficer, csrf: z.string(), signedInAt: storedInstant, seenAt: storedInstant });

/** Officers' sessions live in their browser alone, sealed: ended by 8 hours, by an hour without a request, or by signing out there. */
export function createSessions(settings: {
  readonly keys: () => Promise<Keys>;
  readonly clock: () => Instant;
  readonly secure: boolean;
}): Sessions {
  const { clock } = settings;
  const cookie = createSealedCookie({ ...settings, name: 'officer', schema: sealedSession, seconds: idleMinutes * 60 });
  return {
    seal: (officer) => cookie.set({ officer, csrf: randomBytes(18).toString('base64url'), signedInAt: clock(), seenAt: clock() }),
    async open(cookies) {
      const session = await cookie.read(cookies);
      const now = clock();
      if (!session || now >= addMinutes(session.signedInAt, longestHours * 60) || now >= addMinutes(session.seenAt, idleMinutes))
        return undefined;
      const { officer, csrf, signedInAt, seenAt } = session;
      const stale = now >= addMinutes(seenAt, renewalMinutes);
      return { officer, csrf, renewal: stale ? await cookie.set({ officer, csrf, signedInAt, seenAt: now }) : undefined };
    },
    clear: cookie.clear,
  };
}
