import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Officer } from '../domain/cases/actor.ts';
import type { Command } from '../domain/cases/case.ts';
import { type RemedyOffer, remedyTypes } from '../domain/cases/remedies/remedy.ts';
import { type FieldError, maybe, needed, type Read, readAnswers, readDate, typedDate, typedText } from './form-fields.ts';

// The forms of what we put right: what a letter promises, and what became of it.

/** Rows that the form of a response offers: a number for each, from 1. What is left can be promised afterwards. */
export const remedyNumbers: readonly number[] = [1, 2, 3, 4, 5];

/** What a form is read beside: whoever can be made the owner, and the London date. */
type Beside = { readonly staff: readonly Officer[]; readonly today: LocalDate };

/** Rows in which nothing was filled in are left out. */
export function readRemedies(form: URLSearchParams, beside: Beside): Read<readonly RemedyOffer[]> {
  const rows = remedyNumbers.filter((number) => isFilledIn(form, number)).map((number) => readRemedy(form, number, beside));
  const errors = rows.flatMap((row) => ('errors' in row ? row.errors : []));
  return errors.length > 0 ? { errors } : { answers: rows.flatMap((row) => ('errors' in row ? [] : [row.answers])) };
}

function isFilledIn(form: URLSearchParams, number: number): boolean {
  const answered = ['type', 'what', 'impact', 'amount', 'setoff', 'agreement', 'owner'].map((name) => form.get(`remedy-${name}-${number}`));
  const { day, month, year } = typedDate(form, `remedy-due-${number}`);
  return [...answered, day, month, year].some((answer) => (answer ?? '').trim() !== '');
}

/** A remedy that is promised by itself. */
export function readPromise(form: URLSearchParams, beside: Beside): Read<Command> {
  const read = readRemedy(form, 1, beside);
  if ('errors' in read) return read;
  const forOmbudsman = form.get('forOmbudsman') === 'yes' ? { forOmbudsman: true as const } : {};
  return { answers: { type: 'promise-remedy', remedy: { ...read.answers, ...forOmbudsman } } };
}

function readRemedy(form: URLSearchParams, number: number, { staff, today }: Beside): Read<RemedyOffer> {
  const field = (name: string) => `remedy-${name}-${number}`;
  const typed = (name: string) => typedText(form, field(name));
  const read = readAnswers(
    z.object({
      type: z.enum(remedyTypes, 'Choose what kind of remedy it is'),
      what: needed('Say what we will do'),
      impact: maybe,
      agreement: maybe,
    }),
    { type: typed('type'), what: typed('what'), impact: typed('impact'), agreement: typed('agreement') },
  );
  const amount = readPence(typed('amount'));
  const owner = staff.find(({ subject }) => subject === form.get(field('owner')));
  const due = readDayToCome(form, field('due'), 'Enter the date by which it will be done', today);
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
  const { type, what, impact, agreement } = read.answers;
  return {
    answers: {
      type,
      what,
      impact,
      amountPence: amount.pence,
      takenOffDebt: agreement,
      owner: { kind: 'officer', subject: owner.subject, name: owner.name, email: owner.email },
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
  const read = readAnswers(z.object({ number, evidence: needed('Say how we know that it was done') }), fields(form, 'number', 'evidence'));
  const done = readDay(form, 'on', 'Enter the date on which it was done');
  const errors = [
    ...('errors' in read ? read.errors : []),
    ...('errors' in done ? done.errors : done.answers > today ? [{ field: 'on', text: 'The date must be today or in the past' }] : []),
  ];
  if ('errors' in read || 'errors' in done || errors.length > 0) return { errors };
  return { answers: { type: 'record-remedy-done', on: done.answers, ...read.answers } };
}

export function readRemedyUndeliverable(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({ number, why: needed('Say why it cannot be done'), alternative: needed('Say what we offer instead') }),
    fields(form, 'number', 'why', 'alternative'),
  );
  return 'errors' in read ? read : { answers: { type: 'record-remedy-undeliverable', ...read.answers } };
}

export function readRemedyDate(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ number, reason: needed('Say why it takes longer') }), fields(form, 'number', 'reason'));
  const due = readDayToCome(form, 'due', 'Enter the new date', today);
  const errors = [...('errors' in read ? read.errors : []), ...('errors' in due ? due.errors : [])];
  if ('errors' in read || 'errors' in due) return { errors };
  return { answers: { type: 'change-remedy-date', due: due.answers, ...read.answers } };
}

/** Where it is not done, the new date is asked too. */
export function readAnswerToDone(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({ number, done: z.enum(['yes', 'no'], 'Choose what they told us'), note: needed('Say when and how they told us') }),
    fields(form, 'number', 'done', 'note'),
  );
  const due = form.get('done') === 'no' ? readDayToCome(form, 'due', 'Enter the date by which it will now be done', today) : undefined;
  const errors = [...('errors' in read ? read.errors : []), ...(due && 'errors' in due ? due.errors : [])];
  if ('errors' in read || (due && 'errors' in due)) return { errors };
  const { done, ...answers } = read.answers;
  return { answers: { type: 'record-answer-to-done', ...answers, done: done === 'yes', ...(due && { due: due.answers }) } };
}

function readDay(form: URLSearchParams, field: string, missing: string): Read<LocalDate> {
  const typed = readDate(typedDate(form, field), 'The date');
  if ('date' in typed) return { answers: typed.date };
  return { errors: [{ field, text: 'wrong' in typed ? typed.wrong : missing }] };
}

function readDayToCome(form: URLSearchParams, field: string, missing: string, today: LocalDate): Read<LocalDate> {
  const day = readDay(form, field, missing);
  return 'answers' in day && day.answers < today ? { errors: [{ field, text: 'The date must be today or later' }] } : day;
}

function fields(form: URLSearchParams, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, typedText(form, name)]));
}
