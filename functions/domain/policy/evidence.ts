// Our own limits on photos and documents, each with its reason.

/** A phone's film of a minute is some 20 MB; ten files are more than any complaint that we have seen. Binary megabytes: nobody is told that 20 MB are too many. */
export const evidenceLimits = { files: 10, bytesEach: 20 * 1024 * 1024 } as const;

/** A form that lay open longer asks for itself again: whoever finds its address later uploads nothing. */
export const uploadOpenFor = { minutes: 60 } as const;

/** GuardDuty answers within minutes. Files of which it said nothing for a day are told to a person, once. */
export const uncheckedAfter = { hours: 24 } as const;

/** A scanner that was down is mended within days; who sent a file that is scanned later still is told of a virus by the page of their case alone. */
export const lateScansAwaited = { days: 14 } as const;

/** A notice is one e-mail: it names so many messages, and counts the rest. */
export const mostUncheckedNamed = 50;

/** Answers are kept for three weeks at the most (`answersKept.longestDays`), so that no file is deleted that can still be sent. */
export const abandonedAfter = { days: 30 } as const;

/** Largest picture of which a copy is made, in pixels: decoded, each takes four bytes, and today's phones take up to 108 million of them. */
export const largestPicture = { pixels: 110_000_000 } as const;
