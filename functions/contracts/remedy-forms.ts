import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Officer } from '../domain/cases/actor.ts';
import type { Command } from '../domain/cases/command.ts';
import { type RemedyOffer, remedyTypes } from '../domain/cases/remedies/remedy.ts';
import { chosenOfficer } from './form-choices.ts';
import { readDay, typedDate } from './form-dates.ts';
import { commandOf, errorsOf, type FieldError, maybe, needed, type Read, readAnswers, typedFields, typedText } from './form-fields.ts';

// The forms of what we put right: what a letter promises, and what became of it.

/** Rows that the form of a response offers: a number for each, from 1. What is left can be promised afterwards. */
export const remedyNumbers: readonly number[] = [1, 2, 3, 4, 5];

/** What a form is read beside: whoever can be made the owner, and the London date. */
type Beside = { readonly staff: readonly Officer[]; readonly today: LocalDate };

/** Rows in which nothing was filled in are left out. */
export function readRemedies(form: URLSearchParams, beside: Beside): Read<readonly RemedyOffer[]> {
  const rows = remedyNumbers.filter((number) => isFilledIn(form, number)).map((number) => readRemedy(form, number, beside));
  const errors = errorsOf(...rows);
  return errors.length > 0 ? { errors } : { answers: rows.flatMap((row) => ('errors' in row ? [] : [row.answers])) };
}

function isFilledIn(form: URLSearchParams, number: number): boolean {
  const answered = ['type', 'what', 'impact', 'amount', 'credit', 'setoff', 'agreement', 'owner'].map((name) =>
    form.get(`remedy-${name}-${number}`),
  );
  const { day, month, year } = typedDate(form, `remedy-due-${number}`);
  return [...answered, day, month, year].some((answer) => (answer ?? '').trim() !== '');
}

/** A remedy that is promised by itself. */
export function readPromise(form: URLSearchParams, beside: Beside): Read<Command> {
  return commandOf(readOffer(form, beside), (remedy) => ({ type: 'promise-remedy', remedy }));
}

/** One remedy, the only one of its form. */
function readOffer(form: URLSearchParams, beside: Beside): Read<RemedyOffer> {
  const read = readRemedy(form, 1, beside);
  if ('errors' in read) return read;
  const forOmbudsman = form.get('forOmbudsman') === 'yes' ? { forOmbudsman: true as const } : {};
  return { answers: { ...read.answers, ...forOmbudsman } };
}

/** What is said of others whom the same fault affects: what we do for them, by whom and by when; or why there is nobody (duty D32). */
export type ForOthers = { readonly remedy?: RemedyOffer; readonly affectedOthers?: string };

/** `isNeeded`: something is upheld, so it must be said. */
export function readForOthers(form: URLSearchParams, beside: Beside, isNeeded: boolean): Read<ForOthers> {
  const words = typedText(form, 'affectedOthers').trim();
  const affectedOthers = words === '' ? undefined : words;
  const affected = form.get('affected');
  if (affected === 'yes') {
    const read = readRemedyForOthers(form, beside);
    return 'errors' in read ? read : { answers: { remedy: read.answers, affectedOthers } };
  }
  if (affected === 'no') {
    if (whatForOthers(form) !== '')
      return { errors: [{ field: 'affected', text: 'Choose yes if we put it right for others, or leave out what we do for them' }] };
    return affectedOthers
      ? { answers: { affectedOthers } }
      : { errors: [{ field: 'affectedOthers', text: 'Say why nobody else is affected' }] };
  }
  const unsaid = isNeeded || affectedOthers !== undefined || whatForOthers(form) !== '';
  return unsaid ? { errors: [{ field: 'affected', text: 'Choose whether anybody else is affected' }] } : { answers: {} };
}

function readRemedyForOthers(form: URLSearchParams, { staff, today }: Beside): Read<RemedyOffer> {
  const what = whatForOthers(form);
  const owner = chosenOfficer(form, 'remedy-owner-others', staff);
  const due = readDay(form, 'remedy-due-others', 'Enter the date by which it will be done for them', { from: today });
  const errors: FieldError[] = [
    ...(what === '' ? [{ field: 'remedy-what-others', text: 'Say who they are and what we will do for them' }] : []),
    ...(owner ? [] : [{ field: 'remedy-owner-others', text: 'Choose who will see to it' }]),
    ...errorsOf(due),
  ];
  if ('errors' in due || !owner || errors.length > 0) return { errors };
  return { answers: { type: 'for-others', what, owner, due: due.answers } };
}

function whatForOthers(form: URLSearchParams): string {
  return typedText(form, 'remedy-what-others').trim();
}

function readRemedy(form: URLSearchParams, number: number, { staff, today }: Beside): Read<RemedyOffer> {
  const field = (name: string) => `remedy-${name}-${number}`;
  const typed = (name: string) => typedText(form, field(name));
  const read = readAnswers(
    z.object({
      type: z.enum(remedyTypes, 'Choose what kind of remedy it is'),
      what: needed('Say what we will do'),
      impact: maybe,
      credit: maybe,
      agreement: maybe,
    }),
    { type: typed('type'), what: typed('what'), impact: typed('impact'), credit: typed('credit'), agreement: typed('agreement') },
  );
  const amount = readPence(typed('amount'));
  const owner = chosenOfficer(form, field('owner'), staff);
  const due = readDay(form, field('due'), 'Enter the date by which it will be done', { from: today });
  const takenOff = form.get(field('setoff')) === 'yes';
  const agreed = typed('agreement').trim() !== '';
  const errors: FieldError[] = [
    ...('errors' in read ? read.errors.map(({ field: name, text }) => ({ field: field(name), text })) : []),
    ...('wrong' in amount ? [{ field: field('amount'), text: amount.wrong }] : []),
    ...(takenOff && !agreed ? [{ field: field('agreement'), text: 'Say how and when they agreed to it' }] : []),
    ...(agreed && !takenOff ? [{ field: field('setoff'), text: 'Tick this too, or leave out what they agreed to' }] : []),
    ...(owner ? [] : [{ field: field('owner'), text: 'Choose who will see to it' }]),
    ...('errors' in due ? due.errors : []),
  ];
  if ('errors' in read || 'errors' in due || 'wrong' in amount || !owner || errors.length > 0) return { errors };
  const { type, what, impact, credit, agreement } = read.answers;
  return {
    answers: {
      type,
      what,
      impact,
      amountPence: amount.pence,
      takenOffDebt: agreement,
      asCredit: credit,
      owner,
      due: due.answers,
    },
  };
}

/** `250`, `£1,250.50`; undefined where nothing was typed. */
function readPence(typed: string): { readonly pence: number | undefined } | { readonly wrong: string } {
  const plain = typed.replace(/[£,\s]/g, '');
  if (plain === '') return { pence: undefined };
  const [, pounds, pence = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return pounds === undefined
    ? { wrong: 'Enter an amount in pounds, like 250 or 62.50' }
    : { pence: Number(pounds) * 100 + Number(pence.padEnd(2, '0')) };
}

const number = z.coerce.number('Choose which remedy').check(z.int('Choose which remedy'), z.gte(1, 'Choose which remedy'));

export function readRemedyDone(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({ number, evidence: needed('Say how we know that it was done') }),
    typedFields(form, 'number', 'evidence'),
  );
  const done = readDay(form, 'on', 'Enter the date on which it was done', { until: today });
  if ('errors' in read || 'errors' in done) return { errors: errorsOf(read, done) };
  return { answers: { type: 'record-remedy-done', on: done.answers, ...read.answers } };
}

/** What we offer instead is a promise like any other, on the same form. */
export function readRemedyUndeliverable(form: URLSearchParams, beside: Beside): Read<Command> {
  const read = readAnswers(z.object({ number, why: needed('Say why it cannot be done') }), typedFields(form, 'number', 'why'));
  const instead = readOffer(form, beside);
  if ('errors' in read || 'errors' in instead) return { errors: errorsOf(read, instead) };
  return { answers: { type: 'record-remedy-undeliverable', ...read.answers, instead: instead.answers } };
}

export function readRemedyDate(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ number, reason: needed('Say why it takes longer') }), typedFields(form, 'number', 'reason'));
  const due = readDay(form, 'due', 'Enter the new date', { from: today });
  if ('errors' in read || 'errors' in due) return { errors: errorsOf(read, due) };
  return { answers: { type: 'change-remedy-date', due: due.answers, ...read.answers } };
}

/** Where it is not done, the new date is asked too. */
export function readAnswerToDone(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({ number, done: z.enum(['yes', 'no'], 'Choose what they told us'), note: needed('Say when and how they told us') }),
    typedFields(form, 'number', 'done', 'note'),
  );
  const due = form.get('done') === 'no' ? readDay(form, 'due', 'Enter the date by which it will now be done', { from: today }) : undefined;
  if ('errors' in read || (due && 'errors' in due)) return { errors: errorsOf(read, ...(due ? [due] : [])) };
  const { done, ...answers } = read.answers;
  const hasRead = form.get('hasRead') === 'yes' ? { hasRead: true as const } : {};
  return { answers: { type: 'record-answer-to-done', ...answers, done: done === 'yes', ...(due && { due: due.answers }), ...hasRead } };
}
