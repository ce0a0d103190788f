// What a response says besides what it must (policy section 6; duty D33).

/** Sections that an officer can leave out where nothing is upheld, each with a reason. Where something is upheld both are said. */
export const partsNotAlwaysNeeded = ['remedy', 'actions'] as const;
export type PartNotAlwaysNeeded = (typeof partsNotAlwaysNeeded)[number];

/** Kept in the record, and nothing of it is printed. */
export type NotNeeded = { readonly part: PartNotAlwaysNeeded; readonly because: string };

/** What a response can go out without on the day it is due, if the Head releases it: contact with the person, and who else is affected. */
export const releasableWithout = ['contact', 'others'] as const;
export type ReleasableWithout = (typeof releasableWithout)[number];

/**
 * `release`: the Head lets a response go out on the day it is due, or later, although it lacks something that another person who approves it could
 * not let pass. `proposed`: from the event of that number, as somebody else wrote it (duty D28).
 */
export type Released = { readonly number: number; readonly without: readonly ReleasableWithout[]; readonly reason: string };
