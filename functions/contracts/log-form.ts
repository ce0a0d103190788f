import * as z from 'zod/mini';
import { inWords, type LocalDate } from '../domain/calendar/local-date.ts';
import type { Referral } from '../domain/intake/contact.ts';
import { earliestReceipt, type LoggedChannel } from '../domain/intake/logging.ts';
import { type ComplaintAnswers, type ComplaintWords, readComplaint, typedComplaint } from './complaint-form.ts';
import { readDay } from './form-dates.ts';
import { errorsOf, optionalText, type Read, readAnswers, typedFields } from './form-fields.ts';

/** What a person of the council wrote down, and when the council was told it. */
export type LogAnswers = {
  readonly channel: LoggedChannel;
  /** Day 0: the London date on which they told us. */
  readonly receivedOn: LocalDate;
  readonly referral?: Referral;
  readonly answers: ComplaintAnswers;
};

const aboutThePerson: ComplaintWords = {
  missing: 'Write down what they said',
  whose: 'their',
  firstKnew: 'The date they first knew',
  aboutName: 'The name of the person it is for',
  relationship: 'How they know that person',
};

/** How it reached us, as a page offers it; of an Ombudsman's referral, which of them sent it. */
export const waysItCame = ['telephone', 'in-person', 'post', 'LGSCO', 'HOS'] as const;
export type WayItCame = (typeof waysItCame)[number];

/** What came in writing, colleagues send on whole: a letter to the team, an e-mail to its mailbox. An Ombudsman writes to the team. */
export const waysToTell = ['telephone', 'in-person', 'post'] as const satisfies readonly WayItCame[];

/** Only the words and the way they came are needed; the day is today unless another is given. `offered`: the ways that this page offers. */
export function readLog(form: URLSearchParams, today: LocalDate, offered: readonly WayItCame[]): Read<LogAnswers> {
  const way = readAnswers(
    z.object({
      channel: z.enum(offered, 'Choose how it reached us'),
      theirReference: optionalText(60, 'The Ombudsman’s reference must be 60 characters or fewer'),
    }),
    typedFields(form, 'channel', 'theirReference'),
  );
  const received = readReceived(form, today);
  const complaint = readComplaint(typedComplaint(form), today, aboutThePerson);
  if ('errors' in way || 'errors' in received || 'errors' in complaint) return { errors: errorsOf(way, complaint, received) };
  return { answers: { ...cameBy(way.answers), receivedOn: received.answers, answers: complaint.answers } };
}

function cameBy({ channel, theirReference }: { readonly channel: WayItCame; readonly theirReference: string | undefined }) {
  return channel === 'LGSCO' || channel === 'HOS'
    ? { channel: 'ombudsman' as const, referral: { ombudsman: channel, theirReference } }
    : { channel };
}

function readReceived(form: URLSearchParams, today: LocalDate): Read<LocalDate> {
  const typed = ['day', 'month', 'year'].some((part) => (form.get(`receivedOn-${part}`) ?? '').trim() !== '');
  if (!typed) return { answers: today };
  const read = readDay(form, 'receivedOn', 'Enter the day on which they told us', { until: today });
  if ('errors' in read || read.answers >= earliestReceipt(today)) return read;
  const text = `The date must be ${inWords(earliestReceipt(today))} or later. If it really came before, give that first day and say so in the words`;
  return { errors: [{ field: 'receivedOn', text }] };
}
