import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { storedOfficer } from '../../contracts/stored/officer.ts';
import { storedInstant } from '../../contracts/stored/values.ts';
import { addMinutes, type Instant } from '../../domain/calendar/local-date.ts';
import type { Officer } from '../../domain/cases/actor.ts';
import { officerSession } from '../../domain/policy/cookies.ts';
import type { Keys } from '../secrets/secrets.ts';
import { createSealedCookie } from './sealed-cookie.ts';

/** The cookie is written again at most this often. */
const renewalMinutes = 5;

export type Session = {
  readonly officer: Officer;
  /** Carried by every form of the desk (decision 34). */
  readonly csrf: string;
  /** They signed in without the desk's role: they may pass a complaint on and nothing else (duty D1). */
  readonly colleague?: true;
  /** A `Set-Cookie` value that keeps the session awake; undefined while the present one is fresh enough. */
  readonly renewal?: string;
};

export type Sessions = {
  /** The `Set-Cookie` value of a new session, with a new CSRF token. */
  seal(officer: Officer, colleague?: true): Promise<string>;
  open(cookies: readonly string[]): Promise<Session | undefined>;
  clear(): string;
};

const sealedSession = z.object({
  officer: storedOfficer,
  csrf: z.string(),
  colleague: z.optional(z.literal(true)),
  signedInAt: storedInstant,
  seenAt: storedInstant,
});

/** Officers' sessions live in their browser alone, sealed: ended by 8 hours, by an hour without a request, or by signing out there. */
export function createSessions(settings: {
  readonly keys: () => Promise<Keys>;
  readonly clock: () => Instant;
  readonly secure: boolean;
}): Sessions {
  const { clock } = settings;
  const { idleMinutes, longestHours } = officerSession;
  const cookie = createSealedCookie({ ...settings, name: 'officer', schema: sealedSession, seconds: idleMinutes * 60 });
  return {
    seal: (officer, colleague) =>
      cookie.set({ officer, colleague, csrf: randomBytes(18).toString('base64url'), signedInAt: clock(), seenAt: clock() }),
    async open(cookies) {
      const session = await cookie.read(cookies);
      const now = clock();
      if (!session || now >= addMinutes(session.signedInAt, longestHours * 60) || now >= addMinutes(session.seenAt, idleMinutes))
        return undefined;
      const { officer, csrf, colleague, signedInAt, seenAt } = session;
      const stale = now >= addMinutes(seenAt, renewalMinutes);
      const renewal = stale ? await cookie.set({ officer, csrf, colleague, signedInAt, seenAt: now }) : undefined;
      return { officer, csrf, ...(colleague && { colleague }), renewal };
    },
    clear: cookie.clear,
  };
}
