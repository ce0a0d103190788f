import * as z from 'zod/mini';
import { type LocalDate, londonTime } from '../domain/calendar/local-date.ts';
import type { Command } from '../domain/cases/command.ts';
import { hazardKinds, hazardSteps } from '../domain/cases/hazard/hazard.ts';
import { readDay } from './form-dates.ts';
import { clock, errorsOf, needed, type Read, readAnswers, typedFields, typedText } from './form-fields.ts';

/** The moment at which the council became aware, as a clock in London showed it. */
export function readHazard(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ kind: z.enum(hazardKinds, 'Choose the kind of hazard'), time: clock }), {
    kind: typedText(form, 'kind'),
    time: typedText(form, 'time').trim(),
  });
  const day = readDay(form, 'awareOn', 'Enter the day on which the council became aware', { until: today });
  if ('errors' in read || 'errors' in day) return { errors: errorsOf(read, day) };
  const { kind, time } = read.answers;
  return { answers: { type: 'start-hazard', kind, awareAt: londonTime(day.answers, time.padStart(5, '0')) } };
}

export function readHazardStep(form: URLSearchParams, today: LocalDate): Read<Command> {
  const time = typedText(form, 'time').trim();
  const read = readAnswers(z.object({ step: z.enum(hazardSteps, 'Choose the step'), time: z.optional(clock) }), {
    step: typedText(form, 'step'),
    time: time === '' ? undefined : time,
  });
  const on = readDay(form, 'on', 'Enter the day of the step', { until: today });
  if ('errors' in read || 'errors' in on) return { errors: errorsOf(read, on) };
  const { step, time: clockTime } = read.answers;
  const doneAt = clockTime === undefined ? {} : { doneAt: londonTime(on.answers, clockTime.padStart(5, '0')) };
  const furtherWorks = typedText(form, 'furtherWorks') === 'yes' ? { furtherWorks: true as const } : {};
  if (step === 'works-arranged') return readArrangement(form, on.answers);
  return { answers: { type: 'record-hazard-step', step, on: on.answers, ...doneAt, ...furtherWorks } };
}

/** Further works that cannot begin in the time of the law have a day of their own. */
function readArrangement(form: URLSearchParams, on: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ because: needed('Say why they cannot begin sooner') }), typedFields(form, 'because'));
  const beginBy = readDay(form, 'beginBy', 'Enter the day by which they begin');
  if ('errors' in read || 'errors' in beginBy) return { errors: errorsOf(beginBy, read) };
  return { answers: { type: 'record-hazard-step', step: 'works-arranged', on, beginBy: beginBy.answers, ...read.answers } };
}
