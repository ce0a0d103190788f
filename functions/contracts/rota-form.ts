import * as z from 'zod/mini';
import { type Instant, londonTime } from '../domain/calendar/local-date.ts';
import type { RotaRequest } from '../domain/registers/rota.ts';
import { readDay } from './form-dates.ts';
import { clock, type FieldError, needed, type Read, readAnswers, typedText } from './form-fields.ts';
import { storedInstant } from './stored/values.ts';

const expected = z.coerce.number().check(z.int(), z.gte(0));

/** Who is on call, from when until when, as clocks in London show it. The number is the page's own: without it there is nothing to read. */
export function readShift(form: URLSearchParams): Read<RotaRequest> {
  const read = readAnswers(z.object({ officer: needed('Choose who is on call'), expected }), {
    officer: typedText(form, 'officer'),
    expected: typedText(form, 'expected'),
  });
  const from = readMoment(form, 'from', 'Enter the day on which it begins');
  const until = readMoment(form, 'until', 'Enter the day on which it ends');
  if ('errors' in read || 'errors' in from || 'errors' in until)
    return { errors: [read, from, until].flatMap((one): readonly FieldError[] => ('errors' in one ? one.errors : [])) };
  return { answers: { kind: 'add', ...read.answers, from: from.answers, until: until.answers } };
}

/** Which entry is taken out; undefined where the form is not one of ours. */
export function readRemoval(form: URLSearchParams): RotaRequest | undefined {
  const read = z
    .object({ officer: z.string(), from: storedInstant, expected })
    .safeParse({ officer: form.get('officer'), from: form.get('from'), expected: form.get('expected') });
  return read.success ? { kind: 'remove', ...read.data } : undefined;
}

function readMoment(form: URLSearchParams, name: string, missing: string): Read<Instant> {
  const day = readDay(form, name, missing);
  const time = readAnswers(z.object({ [`${name}-time`]: clock }), { [`${name}-time`]: typedText(form, `${name}-time`).trim() });
  if ('errors' in day || 'errors' in time)
    return { errors: [day, time].flatMap((one): readonly FieldError[] => ('errors' in one ? one.errors : [])) };
  return { answers: londonTime(day.answers, (time.answers[`${name}-time`] ?? '').padStart(5, '0')) };
}
