import { addDays, type Instant, type LocalDate, londonDateOf, londonTime } from '../calendar/local-date.ts';
import type { Channel } from './contact.ts';

// What people of the council write down for somebody: a letter, a call, a visit, an Ombudsman's referral, or what a colleague was told (duty D1).

export const loggedChannels = ['telephone', 'in-person', 'post', 'ombudsman'] as const satisfies readonly Channel[];
export type LoggedChannel = (typeof loggedChannels)[number];

/** Days between the day they told us and today. Our own limit: an older date is more likely a mistyped year, and 12 months is how far back a complaint may reach. */
const mostDaysAgo = 366;

/** The earliest day that may be given for when it reached us. */
export function earliestReceipt(today: LocalDate): LocalDate {
  return addDays(today, -mostDaysAgo);
}

/** Nobody notes the minute of a letter: an earlier day stands for its noon, and today for now. Clocks count by the London date alone. */
export function receiptOn(day: LocalDate, now: Instant): Instant {
  return day === londonDateOf(now) ? now : londonTime(day, '12:00');
}

/** How far back the same words are looked for, besides this week: a letter follows an e-mail by days, and a campaign lasts about a month (a limit of ours). */
export const sameWordsWithin = { weeks: 4, most: 10 } as const;
