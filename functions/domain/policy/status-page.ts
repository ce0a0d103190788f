// Our own limits on the page where somebody sees where their complaint stands, each with its reason (ADR 16).

/** Long enough for a slow mail server and a walk to another device; a mailbox that somebody reads tomorrow opens nothing. */
export const statusLink = { minutes: 60 } as const;

/**
 * Without a request the page closes by itself, and it never stays open longer than the second: many read it on a shared computer. People are warned
 * before, and may have as long again ten times and more (WCAG 2.2.1).
 */
export const statusSession = { idleMinutes: 30, longestMinutes: 6 * 60, warnedMinutes: 5 } as const;

/**
 * Askings for a link in one hour of the clock; what is beyond them gets the same answer and no link. A link goes only to an address that the case knows,
 * so these end a flood of mail to somebody, and not a search: of that nobody learns anything. A library or a telephone company is one network for many.
 */
export const statusAsks = { perPersonAndHour: 5, perCaseAndHour: 10, perNetworkAndHour: 60 } as const;
