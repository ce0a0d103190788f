import * as z from 'zod/mini';
import type { Reference } from '../domain/cases/actor.ts';
import { isEmailAddress } from '../domain/intake/email-address.ts';
import { referencesIn } from '../domain/intake/references-in.ts';
import { isTelephoneNumber, wrongTelephone } from '../domain/intake/telephone-number.ts';
import { needed, optionalText, type Read, readAnswers, typedFields } from './form-fields.ts';

/** What somebody types who wants to see where their complaint stands: their reference, and an e-mail address or a telephone number that we have. */
export type AskedForStatus = { readonly reference: Reference } & ({ readonly email: string } | { readonly telephone: string });

const wrongReference = 'Enter a reference like LBC-2026-004217. It stands in everything that we sent you';
const wrongWay = 'Enter an email address, like name@example.com, or a telephone number, like 01582 496 000';

const reference = z.pipe(
  needed('Enter your reference').check(z.refine((typed) => typed === '' || referencesIn(typed).length === 1, wrongReference)),
  z.transform((typed) => referencesIn(typed)),
);
const way = needed('Enter your email address or telephone number').check(
  z.maxLength(254, wrongWay),
  z.refine((typed) => typed === '' || isEmailAddress(typed) || isTelephoneNumber(typed), wrongWay),
);

export const typedAsking = (form: URLSearchParams) => typedFields(form, 'reference', 'contact');

export function readAsking(form: URLSearchParams): Read<AskedForStatus> {
  const read = readAnswers(z.object({ reference, contact: way }), typedAsking(form));
  if ('errors' in read) return read;
  const [first] = read.answers.reference;
  if (!first) return { errors: [{ field: 'reference', text: wrongReference }] };
  const { contact } = read.answers;
  return { answers: { reference: first, ...(isEmailAddress(contact) ? { email: contact } : { telephone: contact }) } };
}

/** Stays whole in the contact, whose text is cut after 32,000 characters, whatever stands around it. */
const longest = 30_000;
const tooLong = 'What you write must be 30,000 characters or fewer. You can send it in parts';

/** What they write beside what they chose. `words` are needed only where nothing else says anything. */
export function readWords(form: URLSearchParams): Read<{ readonly words?: string }> {
  return readAnswers(z.object({ words: optionalText(longest, tooLong) }), typedFields(form, 'words'));
}

export function readNeededWords(form: URLSearchParams, missing: string): Read<{ readonly words: string }> {
  return readAnswers(z.object({ words: needed(missing).check(z.maxLength(longest, tooLong)) }), typedFields(form, 'words'));
}

const whetherAnswers = ['yes', 'no'] as const;

/** "Is it fixed?" and "Did we do it?". */
export function readWhether(form: URLSearchParams, missing: string): Read<{ readonly whether: 'yes' | 'no'; readonly words?: string }> {
  const whether = z.enum(whetherAnswers, missing);
  return readAnswers(z.object({ whether, words: optionalText(longest, tooLong) }), typedFields(form, 'whether', 'words'));
}

export function readCall(form: URLSearchParams): Read<{ readonly telephone: string; readonly words?: string }> {
  const telephone = needed('Enter the telephone number that we should ring').check(
    z.refine((typed) => typed === '' || isTelephoneNumber(typed), wrongTelephone),
  );
  return readAnswers(z.object({ telephone, words: optionalText(1_000, 'When to ring must be 1,000 characters or fewer') }), {
    ...typedFields(form, 'telephone', 'words'),
  });
}
