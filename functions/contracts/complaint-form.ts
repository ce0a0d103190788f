import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { type WayToReach, waysToReach } from '../domain/intake/contact.ts';
import { detailOf } from './form-choices.ts';
import { readDate, type TypedDate, typedDate } from './form-dates.ts';
import { type FieldError, optionalText, type Read, readAnswers, typedText } from './form-fields.ts';

/** The resident's answers exactly as typed: what a page shows again, whatever was wrong with it. */
export type TypedComplaint = {
  readonly whatHappened: string;
  readonly firstKnown: TypedDate;
  readonly outcomeSought: string;
  readonly name: string;
  readonly reachBy: readonly WayToReach[];
  readonly email: string;
  readonly telephone: string;
  readonly address: string;
  readonly onBehalf: '' | 'somebody-else';
  readonly theirName: string;
  readonly relationship: string;
  readonly adjustments: string;
};

export function typedComplaint(form: URLSearchParams): TypedComplaint {
  const text = (name: string) => typedText(form, name);
  const ticked = form.getAll('reachBy');
  return {
    whatHappened: text('whatHappened'),
    firstKnown: typedDate(form, 'firstKnown'),
    outcomeSought: text('outcomeSought'),
    name: text('name'),
    reachBy: waysToReach.filter((way) => ticked.includes(way)),
    email: text('email'),
    telephone: text('telephone'),
    address: text('address'),
    onBehalf: form.get('onBehalf') === 'somebody-else' ? 'somebody-else' : '',
    theirName: text('theirName'),
    relationship: text('relationship'),
    adjustments: text('adjustments'),
  };
}

// Limits: the case's snapshot holds names, details and adjustments and must stay small; what happened has no limit of its own.
const answersSchema = z.object({
  whatHappened: z.string().check(z.trim(), z.minLength(1, 'Tell us what happened')),
  outcomeSought: optionalText(4000, 'What would put it right must be 4,000 characters or fewer'),
  name: optionalText(200, 'Your name must be 200 characters or fewer'),
  reachBy: z.array(z.enum(waysToReach)),
  email: optionalText(254, 'Your email address must be 254 characters or fewer'),
  telephone: optionalText(100, 'Your telephone number must be 100 characters or fewer'),
  address: optionalText(1000, 'Your postal address must be 1,000 characters or fewer'),
  theirName: optionalText(200, 'Their name must be 200 characters or fewer'),
  relationship: optionalText(200, 'Your relationship to them must be 200 characters or fewer'),
  adjustments: optionalText(2000, 'What would make it easier must be 2,000 characters or fewer'),
});

/** What the resident told us. Only details for ways that they ticked as safe are here: the others are not ours to use (duty D6). */
export type ComplaintAnswers = {
  readonly whatHappened: string;
  readonly firstKnown?: LocalDate;
  readonly outcomeSought?: string;
  readonly name?: string;
  readonly reachBy: readonly WayToReach[];
  readonly email?: string;
  readonly telephone?: string;
  readonly address?: string;
  readonly onBehalfOf?: { readonly name?: string; readonly relationship?: string };
  readonly adjustments?: string;
};

/** Only what happened is required: everything else may be left out, the name too (duty D8). `today` is the London date. */
export function readComplaint(typed: TypedComplaint, today: LocalDate): Read<ComplaintAnswers> {
  const read = readAnswers(answersSchema, typed);
  const firstKnown = readDate(typed.firstKnown, 'The date you first knew');
  const errors = [
    ...('errors' in read ? read.errors : []),
    ...firstKnownErrors(firstKnown, today),
    ...typed.reachBy.flatMap((way) => detailErrors(way, typed[detailOf[way]].trim())),
  ];
  if ('errors' in read || errors.length > 0) return { errors: inFormOrder(errors) };
  const { theirName, relationship, email, telephone, address, ...answers } = read.answers;
  const safe = (way: WayToReach) => answers.reachBy.includes(way);
  return {
    answers: {
      ...answers,
      firstKnown: 'date' in firstKnown ? firstKnown.date : undefined,
      email: safe('email') ? email : undefined,
      telephone: safe('telephone') ? telephone : undefined,
      address: safe('post') ? address : undefined,
      onBehalfOf: typed.onBehalf === 'somebody-else' ? { name: theirName, relationship } : undefined,
    },
  };
}

const fieldsInOrder = [
  'whatHappened',
  'firstKnown',
  'outcomeSought',
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

function firstKnownErrors(read: ReturnType<typeof readDate>, today: LocalDate): FieldError[] {
  if ('wrong' in read) return [{ field: 'firstKnown', text: read.wrong }];
  return 'date' in read && read.date > today ? [{ field: 'firstKnown', text: 'The date you first knew must be today or in the past' }] : [];
}

function detailErrors(way: WayToReach, detail: string): FieldError[] {
  switch (way) {
    case 'email':
      if (detail === '') return [{ field: 'email', text: 'Enter your email address, or untick email' }];
      return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(detail)
        ? []
        : [{ field: 'email', text: 'Enter an email address in the correct format, like name@example.com' }];
    case 'telephone':
      if (detail === '') return [{ field: 'telephone', text: 'Enter your telephone number, or untick telephone' }];
      return detail.replace(/\D/g, '').length >= 6
        ? []
        : [{ field: 'telephone', text: 'Enter a telephone number, like 01582 496 000 or +44 808 157 0192' }];
    case 'post':
      return detail === '' ? [{ field: 'address', text: 'Enter your postal address, or untick post' }] : [];
  }
}
