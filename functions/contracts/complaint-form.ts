import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { monthOf } from '../domain/calendar/month.ts';
import { type WayToReach, type WrittenFor, waysToReach } from '../domain/intake/contact.ts';
import { isTelephoneNumber } from '../domain/intake/telephone-number.ts';
import { longestAnswer } from '../domain/policy/the-door.ts';
import { detailOf } from './form-choices.ts';
import { type DateProblem, readDayOrMonth, type TypedDate, typedDate } from './form-dates.ts';
import {
  type FieldProblem,
  inLatinDigits,
  optionalText,
  type ReadNamed,
  readNamed,
  typedText,
  type UnlikelyProblem,
} from './form-fields.ts';

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
  readonly theirAddress: string;
  readonly theirTelephone: string;
  readonly theirEmail: string;
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
    telephone: inLatinDigits(text('telephone')),
    telephoneFor: telephoneUses.filter((use) => form.getAll('telephoneFor').includes(use)),
    address: text('address'),
    onBehalf: chosen('onBehalf', ['somebody-else']),
    theirName: text('theirName'),
    relationship: text('relationship'),
    authority: chosen('authority', authorities),
    theirAddress: text('theirAddress'),
    theirTelephone: inLatinDigits(text('theirTelephone')),
    theirEmail: text('theirEmail'),
    adjustments: text('adjustments'),
  };
}

/** What can be wrong with the answers. The residents' catalogues have words for each, and so has the form on which officers write down for somebody. */
const complaintProblems = [
  'whatHappenedMissing',
  'whatHappenedTooLong',
  'impactTooLong',
  'outcomeSoughtTooLong',
  'earlierReferenceTooLong',
  'earlierDetailsTooLong',
  'nameTooLong',
  'emailTooLong',
  'telephoneTooLong',
  'addressTooLong',
  'theirNameTooLong',
  'relationshipTooLong',
  'theirAddressTooLong',
  'theirTelephoneTooLong',
  'theirEmailTooLong',
  'theirTelephoneWrong',
  'theirEmailWrong',
  'adjustmentsTooLong',
  'emailMissing',
  'emailWrong',
  'telephoneMissing',
  'telephoneWrong',
  'addressMissing',
  'firstKnownToCome',
] as const;
export type ComplaintProblem = (typeof complaintProblems)[number] | `firstKnown${DateProblem}` | UnlikelyProblem;
type Problem = FieldProblem<ComplaintProblem>;

/** Besides, what only residents are asked. */
export type ResidentsProblem = ComplaintProblem | 'telephoneUseMissing';

/** An answer that may be left out, and the name of what is wrong with one that is too long. */
const short = (longest: number, tooLong: (typeof complaintProblems)[number]) => optionalText(longest, tooLong);

// Limits: the case's snapshot holds names, details and adjustments and must stay small. What happened is limited only where it waits to be sent.
function answersSchema(longestStory: number | undefined) {
  const missing = 'whatHappenedMissing' satisfies ComplaintProblem;
  const tooLong = 'whatHappenedTooLong' satisfies ComplaintProblem;
  return z.object({
    whatHappened: z
      .string()
      .check(longestStory === undefined ? z.trim() : z.maxLength(longestStory, tooLong), z.trim(), z.minLength(1, missing)),
    impact: short(4000, 'impactTooLong'),
    outcomeSought: short(4000, 'outcomeSoughtTooLong'),
    before: z.enum(['', 'yes', 'no']),
    earlierReference: short(60, 'earlierReferenceTooLong'),
    earlierDetails: short(2000, 'earlierDetailsTooLong'),
    name: short(200, 'nameTooLong'),
    reachBy: z.array(z.enum(waysToReach)),
    email: short(254, 'emailTooLong'),
    // A contact's number carries what is safe to do with it, and all of it stays under the 100 characters of a number.
    telephone: short(60, 'telephoneTooLong'),
    address: short(1000, 'addressTooLong'),
    theirName: short(200, 'theirNameTooLong'),
    relationship: short(200, 'relationshipTooLong'),
    // An officer's form starts with these, and takes no longer ones.
    theirAddress: short(500, 'theirAddressTooLong'),
    theirTelephone: short(60, 'theirTelephoneTooLong'),
    theirEmail: short(254, 'theirEmailTooLong'),
    adjustments: short(2000, 'adjustmentsTooLong'),
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
  /** Their details are for an officer to ask them by, and for nothing else (duty D18). */
  readonly onBehalfOf?: WrittenFor & { readonly authority?: Authority };
  readonly adjustments?: string;
};

/** The resident's own answers; how long what happened may be is the answers' place to wait in. */
export function readComplaint(typed: TypedComplaint, today: LocalDate): ReadNamed<ComplaintAnswers, ResidentsProblem> {
  const read = readTold(typed, today, longestAnswer.characters);
  // Nobody may do anything with a number of which nothing is safe (duty D6).
  if (!typed.reachBy.includes('telephone') || typed.telephoneFor.length > 0) return read;
  return { errors: inFormOrder([...('errors' in read ? read.errors : []), { field: 'telephoneFor', problem: 'telephoneUseMissing' }]) };
}

/**
 * Only what happened is required: everything else may be left out, the name too (duty D8). `today` is the London date; `longestStory` in characters,
 * undefined where an officer writes down for somebody.
 */
export function readTold(
  typed: TypedComplaint,
  today: LocalDate,
  longestStory: number | undefined,
): ReadNamed<ComplaintAnswers, ComplaintProblem> {
  const read = readNamed(answersSchema(longestStory), typed, complaintProblems);
  const firstKnown = readDayOrMonth(typed.firstKnown);
  const errors = [
    ...('errors' in read ? read.errors : []),
    ...firstKnownErrors(firstKnown, today),
    ...typed.reachBy.flatMap((way) => detailErrors(way, typed[detailOf[way]].trim())),
    ...theirDetailErrors(typed),
  ];
  if ('errors' in read || errors.length > 0) return { errors: inFormOrder(errors) };
  const { theirName, relationship, theirAddress, theirTelephone, theirEmail, ...own } = read.answers;
  const { email, telephone, address, before, earlierReference, earlierDetails, ...answers } = own;
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
        typed.onBehalf === 'somebody-else'
          ? {
              name: theirName,
              relationship,
              authority: typed.authority || undefined,
              address: theirAddress,
              telephone: theirTelephone,
              email: theirEmail,
            }
          : undefined,
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
  'theirAddress',
  'theirTelephone',
  'theirEmail',
  'name',
  'reachBy',
  'email',
  'telephone',
  'telephoneFor',
  'address',
  'adjustments',
];

function inFormOrder<Name extends ResidentsProblem>(errors: readonly FieldProblem<Name>[]): readonly FieldProblem<Name>[] {
  return [...errors].sort((one, other) => fieldsInOrder.indexOf(one.field) - fieldsInOrder.indexOf(other.field));
}

function firstKnownErrors(read: ReturnType<typeof readDayOrMonth>, today: LocalDate): readonly Problem[] {
  if ('problem' in read) return [{ field: 'firstKnown', problem: `firstKnown${read.problem}` }];
  const isToCome = 'date' in read && (read.to === 'month' ? monthOf(read.date) > monthOf(today) : read.date > today);
  return isToCome ? [{ field: 'firstKnown', problem: 'firstKnownToCome' }] : [];
}

function detailErrors(way: WayToReach, detail: string): readonly Problem[] {
  switch (way) {
    case 'email':
      if (detail === '') return [{ field: 'email', problem: 'emailMissing' }];
      return canBeWrittenTo(detail) ? [] : [{ field: 'email', problem: 'emailWrong' }];
    case 'telephone':
      if (detail === '') return [{ field: 'telephone', problem: 'telephoneMissing' }];
      return isTelephoneNumber(detail) ? [] : [{ field: 'telephone', problem: 'telephoneWrong' }];
    case 'post':
      return detail === '' ? [{ field: 'address', problem: 'addressMissing' }] : [];
  }
}

/** All of them may be left out. */
function theirDetailErrors({ onBehalf, theirTelephone, theirEmail }: TypedComplaint): readonly Problem[] {
  if (onBehalf === '') return [];
  const [telephone, email] = [theirTelephone.trim(), theirEmail.trim()];
  return [
    ...(telephone === '' || isTelephoneNumber(telephone) ? [] : [{ field: 'theirTelephone', problem: 'theirTelephoneWrong' as const }]),
    ...(email === '' || canBeWrittenTo(email) ? [] : [{ field: 'theirEmail', problem: 'theirEmailWrong' as const }]),
  ];
}

/** One address, and nothing beside it. */
function canBeWrittenTo(email: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(email);
}
