import * as z from 'zod/mini';
import { inWords, type LocalDate } from '../domain/calendar/local-date.ts';
import type { Referral } from '../domain/intake/contact.ts';
import { earliestReceipt, type LoggedChannel } from '../domain/intake/logging.ts';
import { wrongTelephone } from '../domain/intake/telephone-number.ts';
import { type ComplaintAnswers, type ComplaintProblem, readTold, typedComplaint } from './complaint-form.ts';
import { wrongEmail } from './form-choices.ts';
import { dateProblemInWords, readDay } from './form-dates.ts';
import { errorsOf, optionalText, type Read, type ReadNamed, readAnswers, typedFields, unlikelyInWords } from './form-fields.ts';

/** What a person of the council wrote down, and when the council was told it. */
export type LogAnswers = {
  readonly channel: LoggedChannel;
  /** Day 0: the London date on which they told us. */
  readonly receivedOn: LocalDate;
  readonly referral?: Referral;
  readonly answers: ComplaintAnswers;
};

/** What is wrong, for whoever writes down what somebody else said. `most` in characters. */
function aboutThePerson(problem: ComplaintProblem, most: string | number = ''): string {
  const tooLong = (what: string) => `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`;
  switch (problem) {
    case 'whatHappenedMissing':
      return 'Write down what they said';
    case 'whatHappenedTooLong':
      return tooLong('What happened');
    case 'impactTooLong':
      return tooLong('How it has affected them');
    case 'outcomeSoughtTooLong':
      return tooLong('What would put it right');
    case 'earlierReferenceTooLong':
      return tooLong('The reference');
    case 'earlierDetailsTooLong':
      return tooLong('What they told us before');
    case 'nameTooLong':
      return tooLong('Their name');
    case 'emailTooLong':
      return tooLong('Their email address');
    case 'telephoneTooLong':
      return tooLong('Their telephone number');
    case 'addressTooLong':
      return tooLong('Their postal address');
    case 'theirNameTooLong':
      return tooLong('The name of the person it is for');
    case 'relationshipTooLong':
      return tooLong('How they know that person');
    case 'theirAddressTooLong':
      return tooLong('The address of the person it is for');
    case 'theirTelephoneTooLong':
      return tooLong('The telephone number of the person it is for');
    case 'theirEmailTooLong':
      return tooLong('The email address of the person it is for');
    case 'adjustmentsTooLong':
      return tooLong('What would make it easier');
    case 'emailMissing':
      return 'Enter their email address, or untick email';
    case 'emailWrong':
      return wrongEmail;
    case 'telephoneMissing':
      return 'Enter their telephone number, or untick telephone';
    case 'telephoneWrong':
      return wrongTelephone;
    case 'addressMissing':
      return 'Enter their postal address, or untick post';
    case 'theirTelephoneWrong':
      return 'Enter a telephone number of the person it is for, or leave it empty';
    case 'theirEmailWrong':
      return 'Enter an email address of the person it is for, like name@example.com, or leave it empty';
    case 'firstKnownToCome':
      return `${firstKnew} must be today or in the past`;
    case 'notAnswered':
    case 'notOffered':
      return unlikelyInWords[problem];
    default:
      return dateProblemInWords(problem, firstKnew);
  }
}

const firstKnew = 'The date they first knew';

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
  const complaint = inOfficersWords(readTold(typedComplaint(form), today, undefined));
  if ('errors' in way || 'errors' in received || 'errors' in complaint) return { errors: errorsOf(way, complaint, received) };
  return { answers: { ...cameBy(way.answers), receivedOn: received.answers, answers: complaint.answers } };
}

function inOfficersWords(read: ReadNamed<ComplaintAnswers, ComplaintProblem>): Read<ComplaintAnswers> {
  if ('answers' in read) return read;
  return { errors: read.errors.map(({ field, problem, values }) => ({ field, text: aboutThePerson(problem, values?.['most']) })) };
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
