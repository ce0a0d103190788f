import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { monthOf } from '../domain/calendar/month.ts';
import { type WayToReach, waysToReach } from '../domain/intake/contact.ts';
import { isTelephoneNumber, wrongTelephone } from '../domain/intake/telephone-number.ts';
import { longestAnswer } from '../domain/policy/the-door.ts';
import { detailOf } from './form-choices.ts';
import { readDayOrMonth, type TypedDate, typedDate } from './form-dates.ts';
import { type FieldError, optionalText, type Read, readAnswers, typedText } from './form-fields.ts';

/** What may be done with a telephone number without somebody else hearing of it (duty D6). */
export const telephoneUses = ['call', 'text', 'message'] as const;
export type TelephoneUse = (typeof telephoneUses)[number];

/** What somebody who complains for another says gives them the right to. An officer checks it (duty D18). */
export const authorities = ['they-agreed', 'power-of-attorney', 'parent', 'executor', 'court', 'elected', 'not-yet'] as const;
export type Authority = (typeof authorities)[number];

/** The resident's answers exactly as typed: what a page shows again, whatever was wrong with it. */
export type TypedComplaint = {
  readonly whatHappened: string;
  readonly firstKnown: TypedDate;
  readonly impact: string;
  readonly outcomeSought: string;
  readonly before: '' | 'yes' | 'no';
  readonly earlierReference: string;
  readonly earlierDetails: string;
  readonly name: string;
  readonly reachBy: readonly WayToReach[];
  readonly email: string;
  readonly telephone: string;
  readonly telephoneFor: readonly TelephoneUse[];
  readonly address: string;
  readonly onBehalf: '' | 'somebody-else';
  readonly theirName: string;
  readonly relationship: string;
  readonly authority: '' | Authority;
  readonly adjustments: string;
};

export function typedComplaint(form: URLSearchParams): TypedComplaint {
  const text = (name: string) => typedText(form, name);
  const ticked = form.getAll('reachBy');
  const chosen = <Choice extends string>(name: string, choices: readonly Choice[]) =>
    choices.find((choice) => choice === form.get(name)) ?? '';
  return {
    whatHappened: text('whatHappened'),
    firstKnown: typedDate(form, 'firstKnown'),
    impact: text('impact'),
    outcomeSought: text('outcomeSought'),
    before: chosen('before', ['yes', 'no']),
    earlierReference: text('earlierReference'),
    earlierDetails: text('earlierDetails'),
    name: text('name'),
    reachBy: waysToReach.filter((way) => ticked.includes(way)),
    email: text('email'),
    telephone: text('telephone'),
    telephoneFor: telephoneUses.filter((use) => form.getAll('telephoneFor').includes(use)),
    address: text('address'),
    onBehalf: chosen('onBehalf', ['somebody-else']),
    theirName: text('theirName'),
    relationship: text('relationship'),
    authority: chosen('authority', authorities),
    adjustments: text('adjustments'),
  };
}

/** How the answers are spoken of: to the person themselves, or to whoever writes down for them. */
export type ComplaintWords = {
  readonly missing: string;
  /** Of what happened, where its length has a limit. */
  readonly tooLong?: string;
  readonly whose: string;
  readonly firstKnew: string;
  readonly aboutName: string;
  readonly relationship: string;
};

const toThePerson: ComplaintWords = {
  missing: 'Tell us what happened',
  tooLong: `What happened must be ${longestAnswer.characters.toLocaleString('en-GB')} characters or fewer. You can email or post the rest to us and quote your reference`,
  whose: 'your',
  firstKnew: 'The date you first knew',
  aboutName: 'Their name',
  relationship: 'Your relationship to them',
};

// Limits: the case's snapshot holds names, details and adjustments and must stay small. What happened is limited only where it waits to be sent.
function answersSchema({ missing, tooLong, whose, aboutName, relationship }: ComplaintWords) {
  const Whose = `${whose.charAt(0).toUpperCase()}${whose.slice(1)}`;
  return z.object({
    whatHappened: z
      .string()
      .check(tooLong === undefined ? z.trim() : z.maxLength(longestAnswer.characters, tooLong), z.trim(), z.minLength(1, missing)),
    impact: optionalText(4000, 'How it has affected you must be 4,000 characters or fewer'),
    outcomeSought: optionalText(4000, 'What would put it right must be 4,000 characters or fewer'),
    before: z.enum(['', 'yes', 'no']),
    earlierReference: optionalText(60, 'The reference must be 60 characters or fewer'),
    earlierDetails: optionalText(2000, 'What you told us before must be 2,000 characters or fewer'),
    name: optionalText(200, `${Whose} name must be 200 characters or fewer`),
    reachBy: z.array(z.enum(waysToReach)),
    email: optionalText(254, `${Whose} email address must be 254 characters or fewer`),
    // A contact's number carries what is safe to do with it, and all of it stays under the 100 characters of a number.
    telephone: optionalText(60, `${Whose} telephone number must be 60 characters or fewer`),
    address: optionalText(1000, `${Whose} postal address must be 1,000 characters or fewer`),
    theirName: optionalText(200, `${aboutName} must be 200 characters or fewer`),
    relationship: optionalText(200, `${relationship} must be 200 characters or fewer`),
    adjustments: optionalText(2000, 'What would make it easier must be 2,000 characters or fewer'),
  });
}

/** What the resident told us. Only details for ways that they ticked as safe are here: the others are not ours to use (duty D6). */
export type ComplaintAnswers = {
  readonly whatHappened: string;
  readonly firstKnown?: LocalDate;
  /** They gave no day: `firstKnown` is the month's last, or today. */
  readonly firstKnownTo?: 'month';
  readonly impact?: string;
  readonly outcomeSought?: string;
  /** Whether they told the council before; absent where they did not say. */
  readonly toldBefore?: { readonly told: boolean; readonly reference?: string; readonly details?: string };
  readonly name?: string;
  readonly reachBy: readonly WayToReach[];
  readonly email?: string;
  readonly telephone?: string;
  /** What is safe with that number; absent where nobody was asked. */
  readonly telephoneFor?: readonly TelephoneUse[];
  readonly address?: string;
  readonly onBehalfOf?: { readonly name?: string; readonly relationship?: string; readonly authority?: Authority };
  readonly adjustments?: string;
};

/** Only what happened is required: everything else may be left out, the name too (duty D8). `today` is the London date. */
export function readComplaint(typed: TypedComplaint, today: LocalDate, words: ComplaintWords = toThePerson): Read<ComplaintAnswers> {
  const read = readAnswers(answersSchema(words), typed);
  const firstKnown = readDayOrMonth(typed.firstKnown, words.firstKnew);
  const errors = [
    ...('errors' in read ? read.errors : []),
    ...firstKnownErrors(firstKnown, today, words),
    ...typed.reachBy.flatMap((way) => detailErrors(way, typed[detailOf[way]].trim(), words)),
  ];
  if ('errors' in read || errors.length > 0) return { errors: inFormOrder(errors) };
  const { theirName, relationship, email, telephone, address, before, earlierReference, earlierDetails, ...answers } = read.answers;
  const safe = (way: WayToReach) => answers.reachBy.includes(way);
  return {
    answers: {
      ...answers,
      ...('date' in firstKnown && { firstKnown: firstKnown.date > today ? today : firstKnown.date, firstKnownTo: firstKnown.to }),
      toldBefore: toldBefore(before, earlierReference, earlierDetails),
      email: safe('email') ? email : undefined,
      telephone: safe('telephone') ? telephone : undefined,
      address: safe('post') ? address : undefined,
      telephoneFor: safe('telephone') && typed.telephoneFor.length > 0 ? typed.telephoneFor : undefined,
      onBehalfOf:
        typed.onBehalf === 'somebody-else' ? { name: theirName, relationship, authority: typed.authority || undefined } : undefined,
    },
  };
}

/** Whoever says when it was, or its reference, told us. */
function toldBefore(before: TypedComplaint['before'], reference?: string, details?: string): ComplaintAnswers['toldBefore'] {
  if (before === 'no') return { told: false, reference, details };
  return before === 'yes' || reference || details ? { told: true, reference, details } : undefined;
}

const fieldsInOrder = [
  'whatHappened',
  'firstKnown',
  'impact',
  'outcomeSought',
  'before',
  'earlierReference',
  'earlierDetails',
  'theirName',
  'relationship',
  'name',
  'reachBy',
  'email',
  'telephone',
  'address',
  'adjustments',
];

function inFormOrder(errors: readonly FieldError[]): readonly FieldError[] {
  return [...errors].sort((one, other) => fieldsInOrder.indexOf(one.field) - fieldsInOrder.indexOf(other.field));
}

function firstKnownErrors(read: ReturnType<typeof readDayOrMonth>, today: LocalDate, { firstKnew }: ComplaintWords): FieldError[] {
  if ('wrong' in read) return [{ field: 'firstKnown', text: read.wrong }];
  const isToCome = 'date' in read && (read.to === 'month' ? monthOf(read.date) > monthOf(today) : read.date > today);
  return isToCome ? [{ field: 'firstKnown', text: `${firstKnew} must be today or in the past` }] : [];
}

function detailErrors(way: WayToReach, detail: string, { whose }: ComplaintWords): FieldError[] {
  switch (way) {
    case 'email':
      if (detail === '') return [{ field: 'email', text: `Enter ${whose} email address, or untick email` }];
      return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(detail)
        ? []
        : [{ field: 'email', text: 'Enter an email address in the correct format, like name@example.com' }];
    case 'telephone':
      if (detail === '') return [{ field: 'telephone', text: `Enter ${whose} telephone number, or untick telephone` }];
      return isTelephoneNumber(detail) ? [] : [{ field: 'telephone', text: wrongTelephone }];
    case 'post':
      return detail === '' ? [{ field: 'address', text: `Enter ${whose} postal address, or untick post` }] : [];
  }
}
