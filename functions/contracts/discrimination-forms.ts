import * as z from 'zod/mini';
import type { Command } from '../domain/cases/command.ts';
import { commandOf, maybe, needed, type Read, readAnswers, typedFields } from './form-fields.ts';

// The forms about discrimination (duty D30).

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

export function readNoConcern(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ because: needed('Say why there is no concern of discrimination') }), typedFields(form, 'because'));
  return commandOf(read, (answers) => ({ type: 'rule-out-discrimination', ...answers }));
}

export function readReported(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ how: needed('Say whom you told, and how') }), typedFields(form, 'how'));
  return commandOf(read, (answers) => ({ type: 'record-discrimination-reported', ...answers }));
}

/** Whether a point found discrimination: the form asks, and says so with `asksFound`, only where it was raised. */
export function readFound(form: URLSearchParams, number: number): Read<{ readonly discriminationFound?: boolean }> {
  const found = form.get(`found-${number}`);
  if (found === 'yes' || found === 'no') return { answers: { discriminationFound: found === 'yes' } };
  if (form.get('asksFound') !== 'yes') return { answers: {} };
  return { errors: [{ field: `found-${number}`, text: `Say whether you found discrimination on point ${number}` }] };
}
