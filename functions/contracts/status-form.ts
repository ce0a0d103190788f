import * as z from 'zod/mini';
import type { Reference } from '../domain/cases/actor.ts';
import { isEmailAddress } from '../domain/intake/email-address.ts';
import { referencesIn } from '../domain/intake/references-in.ts';
import { isTelephoneNumber } from '../domain/intake/telephone-number.ts';
import { needed, optionalText, type ReadNamed, readNamed, typedFields, type UnlikelyProblem } from './form-fields.ts';

/** What somebody types who wants to see where their complaint stands: their reference, and an e-mail address or a telephone number that we have. */
export type AskedForStatus = { readonly reference: Reference } & ({ readonly email: string } | { readonly telephone: string });

/** What can be wrong with what is typed on these pages; the residents' catalogues have words for each. */
const statusProblems = [
  'referenceMissing',
  'referenceWrong',
  'contactMissing',
  'contactWrong',
  'wordsMissing',
  'wordsTooLong',
  'fixedMissing',
  'doneMissing',
  'callNumberMissing',
  'callTimeTooLong',
  'telephoneWrong',
] as const;
type Name = (typeof statusProblems)[number];
export type StatusProblem = Name | UnlikelyProblem;
type Read<Answers> = ReadNamed<Answers, StatusProblem>;

const wrongReference: Name = 'referenceWrong';
const wrongWay: Name = 'contactWrong';

const reference = z.pipe(
  needed('referenceMissing' satisfies Name).check(z.refine((typed) => typed === '' || referencesIn(typed).length === 1, wrongReference)),
  z.transform((typed) => referencesIn(typed)),
);
const way = needed('contactMissing' satisfies Name).check(
  z.maxLength(254, wrongWay),
  z.refine((typed) => typed === '' || isEmailAddress(typed) || isTelephoneNumber(typed), wrongWay),
);

export const typedAsking = (form: URLSearchParams) => typedFields(form, 'reference', 'contact');

export function readAsking(form: URLSearchParams): Read<AskedForStatus> {
  const read = readNamed(z.object({ reference, contact: way }), typedAsking(form), statusProblems);
  if ('errors' in read) return read;
  const [first] = read.answers.reference;
  if (!first) return { errors: [{ field: 'reference', problem: wrongReference }] };
  const { contact } = read.answers;
  return { answers: { reference: first, ...(isEmailAddress(contact) ? { email: contact } : { telephone: contact }) } };
}

/** Stays whole in the contact, whose text is cut after 32,000 characters, whatever stands around it. */
export const longestWords = 30_000;
const tooLong: Name = 'wordsTooLong';

/** What they write beside what they chose. `words` are needed only where nothing else says anything. */
export function readWords(form: URLSearchParams): Read<{ readonly words?: string }> {
  return readNamed(z.object({ words: optionalText(longestWords, tooLong) }), typedFields(form, 'words'), statusProblems);
}

export function readNeededWords(form: URLSearchParams): Read<{ readonly words: string }> {
  const words = needed('wordsMissing' satisfies Name).check(z.maxLength(longestWords, tooLong));
  return readNamed(z.object({ words }), typedFields(form, 'words'), statusProblems);
}

export const whetherAnswers = ['yes', 'no'] as const;

/** "Is it fixed?" and "Did we do it?". */
export function readWhether(
  form: URLSearchParams,
  missing: 'fixedMissing' | 'doneMissing',
): Read<{ readonly whether: 'yes' | 'no'; readonly words?: string }> {
  const whether = z.enum(whetherAnswers, missing);
  return readNamed(
    z.object({ whether, words: optionalText(longestWords, tooLong) }),
    typedFields(form, 'whether', 'words'),
    statusProblems,
  );
}

export function readCall(form: URLSearchParams): Read<{ readonly telephone: string; readonly words?: string }> {
  const telephone = needed('callNumberMissing' satisfies Name).check(
    z.refine((typed) => typed === '' || isTelephoneNumber(typed), 'telephoneWrong' satisfies Name),
  );
  const words = optionalText(1_000, 'callTimeTooLong' satisfies Name);
  return readNamed(z.object({ telephone, words }), typedFields(form, 'telephone', 'words'), statusProblems);
}

/** What is kept of a page that nobody has sent: whatever they typed, right or wrong. */
export type TypedToKeep = { readonly words?: string; readonly whether?: 'yes' | 'no'; readonly telephone?: string };

/** Far longer than any number (a limit of ours). */
const longestKeptNumber = 100;

export function readToKeep(form: URLSearchParams): Read<TypedToKeep> {
  const whether = z.pipe(
    z.string(),
    z.transform((typed) => whetherAnswers.find((answer) => answer === typed)),
  );
  const telephone = optionalText(longestKeptNumber, 'telephoneWrong' satisfies Name);
  return readNamed(
    z.object({ words: optionalText(longestWords, tooLong), whether, telephone }),
    typedFields(form, 'words', 'whether', 'telephone'),
    statusProblems,
  );
}
