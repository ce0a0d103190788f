import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { callBackOutcomes } from '../domain/cases/call/call.ts';
import type { Command } from '../domain/cases/command.ts';
import { longestText, waysToReach } from '../domain/intake/contact.ts';
import { isEmailAddress } from '../domain/intake/email-address.ts';
import { detailOf, missingDetail, wrongEmail } from './form-choices.ts';
import { readDay } from './form-dates.ts';
import { errorsOf, type FieldError, optionalText, type Read, readAnswers, typedText } from './form-fields.ts';

// The forms of cases that began with a recorded call (ADR 8).

const caller = z.object({
  name: optionalText(200, 'The name must be 200 characters or fewer'),
  telephone: optionalText(100, 'The telephone number must be 100 characters or fewer'),
  email: optionalText(254, 'The email address must be 254 characters or fewer'),
  address: optionalText(500, 'The address must be 500 characters or fewer'),
});

export function readCaller(form: URLSearchParams): Read<Command> {
  const typed = Object.fromEntries(['name', 'telephone', 'email', 'address'].map((name) => [name, typedText(form, name)]));
  const read = readAnswers(caller, typed);
  const reachBy = waysToReach.filter((way) => form.getAll('reachBy').includes(way));
  const errors: FieldError[] = 'errors' in read ? [...read.errors] : [];
  for (const way of reachBy) {
    const detail = (typed[detailOf[way]] ?? '').trim();
    if (detail === '') errors.push({ field: detailOf[way], text: missingDetail[way] });
    else if (way === 'email' && !isEmailAddress(detail)) errors.push({ field: 'email', text: wrongEmail });
  }
  if (Object.values(typed).every((detail) => detail.trim() === ''))
    errors.push({ field: 'name', text: 'Enter what the caller told us about themselves' });
  if ('errors' in read || errors.length > 0) return { errors };
  return { answers: { type: 'confirm-caller', ...read.answers, reachBy } };
}

/** @param today London date: nobody has been rung on a day to come. */
export function readCallBack(form: URLSearchParams, today: LocalDate): Read<Command> {
  const call = z.object({
    outcome: z.enum(callBackOutcomes, 'Choose what happened'),
    note: z.string().check(z.trim(), z.minLength(1, 'Say what was said, or how you tried')),
  });
  const read = readAnswers(call, { outcome: typedText(form, 'outcome'), note: typedText(form, 'note') });
  const rung = readDay(form, 'on', 'Enter the date of the call', { until: today });
  if ('errors' in read || 'errors' in rung) return { errors: errorsOf(read, rung) };
  return { answers: { type: 'record-call-back', on: rung.answers, ...read.answers } };
}

/** `corrected` is left out where the words are those that stood in the box: the form carries them as `asHeard`. */
export function readTranscriptCheck(form: URLSearchParams): Read<Command> {
  const corrected = typedText(form, 'corrected').trim();
  if (corrected.length > longestText)
    return { errors: [{ field: 'corrected', text: `The words must be ${longestText.toLocaleString('en-GB')} characters or fewer` }] };
  const changed = corrected !== '' && corrected !== typedText(form, 'asHeard').trim();
  return {
    answers: { type: 'check-transcript', contactId: typedText(form, 'contactId'), corrected: changed ? corrected : undefined },
  };
}

/** What an officer heard on a recording that no machine could read: only the words are required, not a name (duty D8). */
export const heardForm = z.object({
  said: z
    .string()
    .check(z.trim(), z.minLength(1, 'Write down what was said'), z.maxLength(longestText, 'The words must be 32,000 characters or fewer')),
  name: optionalText(200, 'The name must be 200 characters or fewer'),
  telephone: optionalText(100, 'The telephone number must be 100 characters or fewer'),
});
