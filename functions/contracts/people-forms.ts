import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Command } from '../domain/cases/case.ts';
import { answeredParties, authorityBases, letterFormats, type Party, representativeKinds } from '../domain/cases/people/people.ts';
import { waysToReach } from '../domain/intake/contact.ts';
import { referencesIn } from '../domain/intake/references-in.ts';
import { type FieldError, maybe, needed, type Read, readAnswers, readDate, typedDate, typedText } from './form-fields.ts';

// The forms about the people of a case, and about discrimination.

const detailOf = { email: 'email', telephone: 'telephone', post: 'address' } as const;
const missing = {
  email: 'Enter the email address at which it is safe to write to them',
  telephone: 'Enter the telephone number on which it is safe to ring them',
  post: 'Enter the address to which it is safe to write',
} as const;

/** Fields are called `name`, `email` … or, with the prefix `person`, `personName`, `personEmail` … */
function readParty(form: URLSearchParams, prefix: '' | 'person'): Read<Party> {
  const field = (name: string) => (prefix === '' ? name : `${prefix}${name[0]?.toUpperCase()}${name.slice(1)}`);
  const typed = (name: string) => typedText(form, field(name)).trim() || undefined;
  const party = { name: typed('name'), email: typed('email'), telephone: typed('telephone'), address: typed('address') };
  const reachBy = waysToReach.filter((way) => form.getAll(field('reachBy')).includes(way));
  const errors: FieldError[] = reachBy
    .filter((way) => party[detailOf[way]] === undefined)
    .map((way) => ({ field: field(detailOf[way]), text: missing[way] }));
  if (party.email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(party.email))
    errors.push({ field: field('email'), text: 'Enter an email address in the correct format, like name@example.com' });
  return errors.length > 0 ? { errors } : { answers: { ...party, reachBy } };
}

export function readRepresentative(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({
      name: needed('Enter the name of the representative'),
      kind: z.enum(representativeKinds, 'Choose what they are to the person'),
    }),
    typedFields(form, 'name', 'kind'),
  );
  const [representative, person] = [readParty(form, ''), readParty(form, 'person')];
  const errors = [read, representative, person].flatMap((part) => ('errors' in part ? part.errors : []));
  if ('errors' in read || 'errors' in representative || 'errors' in person || errors.length > 0) return { errors };
  return {
    answers: {
      type: 'record-representative',
      representative: { ...representative.answers, ...read.answers },
      person: person.answers,
    },
  };
}

export function readAuthority(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({ basis: z.enum(authorityBases, 'Choose what it rests on'), answerTo: z.enum(answeredParties, 'Choose who is answered') }),
    typedFields(form, 'basis', 'answerTo'),
  );
  const seen = readDate(typedDate(form, 'seenOn'), 'The date');
  const errors: FieldError[] = 'errors' in read ? [...read.errors] : [];
  if ('missing' in seen) errors.push({ field: 'seenOn', text: 'Enter the date on which you saw it' });
  if ('wrong' in seen) errors.push({ field: 'seenOn', text: seen.wrong });
  if ('date' in seen && seen.date > today) errors.push({ field: 'seenOn', text: 'The date must be today or in the past' });
  if ('errors' in read || errors.length > 0 || !('date' in seen)) return { errors };
  return { answers: { type: 'verify-authority', seenOn: seen.date, ...read.answers } };
}

export function readRefusedAuthority(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ reason: needed('Say why the authority cannot be accepted') }), typedFields(form, 'reason'));
  return commandOf(read, (answers) => ({ type: 'refuse-authority', ...answers }));
}

export function readCorrectedPerson(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ because: needed('Say how we know it') }), typedFields(form, 'because'));
  const person = readParty(form, '');
  if ('errors' in read || 'errors' in person)
    return { errors: [...('errors' in person ? person.errors : []), ...('errors' in read ? read.errors : [])] };
  const inOwnRight = form.get('inOwnRight') === 'yes' ? true : undefined;
  return { answers: { type: 'correct-person', person: person.answers, ...(inOwnRight && { inOwnRight }), ...read.answers } };
}

/** One person on each line, with the reference of their own case after a comma where they have one. */
export function readGroup(form: URLSearchParams): Read<Command> {
  const lines = typedText(form, 'members')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return { errors: [{ field: 'members', text: 'Enter the name of at least one other person' }] };
  const members = lines.map((line) => {
    const reference = referencesIn(line)[0];
    const name = (line.split(',')[0] ?? '').trim();
    return reference ? { name, reference } : { name };
  });
  return members.every(({ name }) => name !== '')
    ? { answers: { type: 'record-group', members } }
    : { errors: [{ field: 'members', text: 'Begin every line with a name' }] };
}

export function readBereavement(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({
      deceased: needed('Enter the name of the person who has died'),
      who: z.enum(['complainant', 'other'], 'Choose who has died'),
    }),
    typedFields(form, 'deceased', 'who'),
  );
  return commandOf(read, ({ deceased, who }) => ({
    type: 'record-bereavement',
    deceased,
    ...(who === 'complainant' && { complainantDied: true as const }),
  }));
}

export function readAdjustments(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({ format: z.enum(letterFormats, 'Choose the format of our letters'), words: needed('Say what was agreed with them') }),
    typedFields(form, 'format', 'words'),
  );
  const review = readDate(typedDate(form, 'reviewOn'), 'The date');
  const errors: FieldError[] = 'errors' in read ? [...read.errors] : [];
  if ('wrong' in review) errors.push({ field: 'reviewOn', text: review.wrong });
  if ('date' in review && review.date < today) errors.push({ field: 'reviewOn', text: 'The date must be today or later' });
  if ('errors' in read || errors.length > 0) return { errors };
  return { answers: { type: 'record-adjustments', ...read.answers, ...('date' in review && { reviewOn: review.date }) } };
}

export function readConcern(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ because: needed('Say what gives the concern') }), typedFields(form, 'because'));
  return commandOf(read, (answers) => ({ type: 'raise-discrimination', ...answers }));
}

export function readAdvice(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ advice: needed('Give your advice'), serious: maybe }), typedFields(form, 'advice', 'serious'));
  return commandOf(read, ({ advice, serious }) => ({
    type: 'record-consultation',
    advice,
    ...(serious === 'yes' && { serious: true as const }),
  }));
}

export function readReported(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ how: needed('Say whom you told, and how') }), typedFields(form, 'how'));
  return commandOf(read, (answers) => ({ type: 'record-discrimination-reported', ...answers }));
}

/** Whether a point found discrimination: the form asks only where it was raised. */
export function readFound(form: URLSearchParams, number: number): { readonly discriminationFound?: boolean } {
  const found = form.get(`found-${number}`);
  return found === 'yes' || found === 'no' ? { discriminationFound: found === 'yes' } : {};
}

function commandOf<Answers>(read: Read<Answers>, make: (answers: Answers) => Command): Read<Command> {
  return 'errors' in read ? read : { answers: make(read.answers) };
}

function typedFields(form: URLSearchParams, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, typedText(form, name)]));
}
