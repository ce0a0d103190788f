// Our own numbers for the resident's form (ADR 16), each with its reason.

/** How long answers that were not sent are kept. */
export const answersKept = {
  /** After the last page: long enough for a hard complaint with an interruption, short enough for a computer that others use (duty D8). */
  hours: 2,
  /** Where the person asks for it, on a device of their own: over a weekend and a few days. */
  days: 7,
  /** Since they began, however often they come back: their files are deleted 30 days after they came (`abandonedAfter`), and must still be there when they send. */
  longestDays: 21,
  /** After sending: to print the copy, or to write the reference down. */
  minutesAfterSending: 30,
  /** People are warned so long before their answers go (WCAG 2.2.1 asks for 20 seconds at the least). */
  warnedMinutes: 5,
} as const;

/**
 * Forms, and drafts of officers, whose words one sweep takes away, some five seconds of work each: whatever strangers leave behind, the rest waits five
 * minutes for the next. Until then nobody can open what is over.
 */
export const mostClearedAtOnce = 500;

/**
 * Some 8,000 words. Answers wait in one item of the table, of at most 400 KB, sealed, and a character may take four bytes there. `kept`: of all answers
 * together, right or wrong; what is longer stands on its page again and is not kept.
 */
export const longestAnswer = { characters: 50_000, kept: 80_000 } as const;

/** What is counted at the door serves its own day; a few more are for whoever looks into a flood. Then DynamoDB deletes it, when it gets round to it. */
export const countsKept = { days: 7 } as const;

/** A person who knows the form by heart needs longer than this for its first page alone; a program needs less for all of it. */
export const quickestPerson = { seconds: 5 } as const;

/**
 * More complaints than this wait for a person; they are answered like any other and their clock runs. An address is one household or one adviser; a
 * network is a library, an office, or the customers of a mobile company.
 */
export const ceilings = {
  email: { hour: 5, day: 15 },
  network: { hour: 60, day: 300 },
} as const;
