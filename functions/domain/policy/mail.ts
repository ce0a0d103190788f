// Our own limits on what we send, each with its reason.

/**
 * Receipts are our only automatic answers, so these two end every loop with a program that hides what it is. A letter that is a duty is never
 * counted and never stopped (duty D24).
 */
export const receiptCeilings = {
  /** One person or one advice office writes a handful of messages a day; a program writes hundreds. */
  perAddressAndLondonDay: 5,
  /** A case is opened once. More receipts than this for one case mean that something answers our answers. */
  perCase: 3,
} as const;

/** A full mailbox may be emptied: tried again about a day later, at most twice (decision record 7). */
export const triesAfterFullMailbox = { hoursBetween: 24, most: 2 } as const;

/** SES tells of a delivery within minutes, and not always: after a day we say that we do not know (decision 2). */
export const confirmedWithin = { hours: 24 } as const;

/** A long morning's message goes in parts: a notice is one item of at most 400 KB, and each line takes about 250 bytes. */
export const morningLinesPerNotice = 200;

/**
 * Mail to officers about possible harm in held messages: more than these in an hour bury each other, and a flood would bury the one that is true.
 * Then one notice an hour speaks of all that follow.
 */
export const harmNotices = { each: 10, withinMinutes: 60 } as const;
