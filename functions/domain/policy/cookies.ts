// How long a browser keeps what we put there, each with its reason. The cookies page prints these numbers, with those of `the-door.ts` and `status-page.ts`.

/** Shows that a form came from our own page. Long enough to write a hard complaint with breaks. */
export const formCookie = { hours: 24 } as const;

/** A desk left alone for an hour is nobody's; a working day, then sign in again. */
export const officerSession = { idleMinutes: 60, longestHours: 8 } as const;

/** To type a password, look for a telephone and approve there. */
export const signingIn = { minutes: 15 } as const;

/** From the complaint to its final answer, with stage two: whoever chose a language finds the page of their case in it. */
export const languageCookie = { days: 180 } as const;
