// Our own limits on writing at the desk (duties D36 and D38).

/** A letter that an officer's command causes waits so long, and may be taken back while it does (duty D38). */
export const takingBack = { minutes: 10 } as const;

/** The sweep that sends what has waited runs so often: a letter leaves at most so much later than it says. */
export const noticesSweptEvery = { minutes: 5 } as const;

/** Long enough for a holiday in the middle of a letter; a case has moved on by then. */
export const draftsKept = { days: 30 } as const;

/** An item of the table is at most 400 KB, and a character at most three bytes there; the longest letters of a case have some 20,000 characters. */
export const largestDraft = { characters: 100_000 } as const;

/** What was sent is kept for as long as somebody who took it back goes on with it. */
export const sentDraftsKept = { hours: 24 } as const;

/**
 * A Word letter: Lambda takes six megabytes, in which a file grows by a third. A letter with pictures unpacks to a few; what unpacks to more is none, and
 * so little is parsed in well under a second.
 */
export const wordLetters = { bytes: 4_000_000, entries: 300, unpackedBytes: 12_000_000, characters: 60_000 } as const;
