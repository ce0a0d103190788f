import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Command } from '../domain/cases/command.ts';
import {
  answeredParties,
  authorityBases,
  type GroupMember,
  letterFormats,
  type Party,
  representativeKinds,
} from '../domain/cases/people/people.ts';
import { waysToReach } from '../domain/intake/contact.ts';
import { isEmailAddress } from '../domain/intake/email-address.ts';
import { referencesIn } from '../domain/intake/references-in.ts';
import { detailOf, missingDetail, wrongEmail } from './form-choices.ts';
import { readDay, readOptionalDay } from './form-dates.ts';
import { commandOf, errorsOf, type FieldError, needed, type Read, readAnswers, typedFields, typedText } from './form-fields.ts';

// The forms about the people of a case.

/** Fields are called `name`, `email` … or, with the prefix `person`, `personName`, `personEmail` … */
function readParty(form: URLSearchParams, prefix: '' | 'person'): Read<Party> {
  const field = (name: string) => (prefix === '' ? name : `${prefix}${name[0]?.toUpperCase()}${name.slice(1)}`);
  const typed = (name: string) => typedText(form, field(name)).trim() || undefined;
  const party = { name: typed('name'), email: typed('email'), telephone: typed('telephone'), address: typed('address') };
  const reachBy = waysToReach.filter((way) => form.getAll(field('reachBy')).includes(way));
  const errors: FieldError[] = reachBy
    .filter((way) => party[detailOf[way]] === undefined)
    .map((way) => ({ field: field(detailOf[way]), text: missingDetail[way] }));
  if (party.email !== undefined && !isEmailAddress(party.email)) errors.push({ field: field('email'), text: wrongEmail });
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
  if ('errors' in read || 'errors' in representative || 'errors' in person) return { errors: errorsOf(read, representative, person) };
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
  const seen = readDay(form, 'seenOn', 'Enter the date on which you saw it', { until: today });
  if ('errors' in read || 'errors' in seen) return { errors: errorsOf(read, seen) };
  return { answers: { type: 'verify-authority', seenOn: seen.answers, ...read.answers } };
}

export function readRefusedAuthority(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ reason: needed('Say why the authority cannot be accepted') }), typedFields(form, 'reason'));
  return commandOf(read, (answers) => ({ type: 'refuse-authority', ...answers }));
}

export function readCorrectedPerson(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ because: needed('Say how we know it') }), typedFields(form, 'because'));
  const person = readParty(form, '');
  if ('errors' in read || 'errors' in person) return { errors: errorsOf(person, read) };
  const inOwnRight = form.get('inOwnRight') === 'yes' ? true : undefined;
  return { answers: { type: 'correct-person', person: person.answers, ...(inOwnRight && { inOwnRight }), ...read.answers } };
}

/**
 * One person on each line: a name; then, after commas and only where they have it, a safe e-mail address, the reference of their own case, and last
 * `post:` with a safe address.
 */
export function readGroup(form: URLSearchParams): Read<Command> {
  const lines = typedText(form, 'members')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return { errors: [{ field: 'members', text: 'Enter the name of at least one other person' }] };
  const read = lines.map(readMember);
  const fault = read.find((one) => 'wrong' in one);
  if (fault) return { errors: [{ field: 'members', text: fault.wrong }] };
  return { answers: { type: 'record-group', members: read.flatMap((one) => ('member' in one ? [one.member] : [])) } };
}

function readMember(line: string): { readonly member: GroupMember } | { readonly wrong: string } {
  const [before = '', address] = line.split(/,\s*post:/i, 2);
  const [name = '', ...rest] = before.split(',').map((part) => part.trim());
  if (name === '') return { wrong: 'Begin every line with a name' };
  const email = rest.find(isEmailAddress);
  const reference = rest.flatMap((part) => referencesIn(part)).at(0);
  const unknown = rest.find((part) => part !== '' && part !== email && referencesIn(part).length === 0);
  if (unknown !== undefined)
    return { wrong: `After ${name}, write only an email address, a reference, or “post:” and an address: “${unknown}” is none of these` };
  return {
    member: { name, ...(reference && { reference }), ...(email && { email }), ...(address?.trim() && { address: address.trim() }) },
  };
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
    z.object({
      format: z.enum(letterFormats, 'Choose the format of our letters'),
      words: needed('Say what was agreed with them'),
      // Asked only where letters come, or came, in other languages.
      language: z.optional(z.string().check(z.regex(/^(?:not-agreed|[a-z]{2,3}(?:-[A-Z]{2})?)$/, 'Choose the language of our letters'))),
    }),
    { ...typedFields(form, 'format', 'words'), ...(form.has('language') && typedFields(form, 'language')) },
  );
  const review = readOptionalDay(form, 'reviewOn', { from: today });
  if ('errors' in read || 'errors' in review) return { errors: errorsOf(read, review) };
  const { format, words, language } = read.answers;
  return {
    answers: {
      type: 'record-adjustments',
      format,
      words,
      ...(language && language !== 'not-agreed' && { language }),
      ...(review.answers && { reviewOn: review.answers }),
    },
  };
}
