import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Command } from '../domain/cases/command.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { fixedAnswers } from '../domain/cases/request/request.ts';
import { mayMeanHarm } from '../domain/notices/possible-harm.ts';
import { chosenOmbudsman } from './form-choices.ts';
import { readDay } from './form-dates.ts';
import { commandOf, errorsOf, maybe, needed, type Read, readAnswers, typedFields } from './form-fields.ts';

// The forms of service requests, of new issues, and of withdrawing.

/** What they told us when asked whether it is fixed. */
export function readFixedAnswer(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({ fixed: z.enum(fixedAnswers, 'Choose what they told us'), note: needed('Say what they told you, and how') }),
    typedFields(form, 'fixed', 'note'),
  );
  const on = readToldOn(form, today);
  if ('errors' in read || 'errors' in on) return { errors: errorsOf(read, on) };
  return { answers: { type: 'record-fixed-answer', on: on.answers, ...read.answers } };
}

export function readChoice(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ complain: z.enum(['yes', 'no'], 'Choose what they decided') }), typedFields(form, 'complain'));
  const on = readToldOn(form, today);
  if ('errors' in read || 'errors' in on) return { errors: errorsOf(read, on) };
  return { answers: { type: 'record-choice', on: on.answers, complain: read.answers.complain === 'yes' } };
}

export function readNewPoint(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({ words: needed('Say what the new issue is'), ombudsman: chosenOmbudsman }),
    typedFields(form, 'words', 'ombudsman'),
  );
  return commandOf(read, (answers) => ({ type: 'add-point', ...answers }));
}

/** Where any message may speak of harm, what was done about it is needed too (duty D26). */
export function readWithdrawal(form: URLSearchParams, events: readonly CaseEvent[]): Read<Command> {
  const harm = events.some(
    (event) =>
      (event.type === 'complaint-received' && mayMeanHarm(event.suggestion.flags)) ||
      (event.type === 'correspondence-added' && event.duplicateOf === undefined && mayMeanHarm(event.flags)),
  );
  const read = readAnswers(
    z.object({
      howWeKnow: needed('Say how we know that the person wants to withdraw'),
      harmDealtWith: harm ? needed('Say what was done about the possible harm') : maybe,
    }),
    typedFields(form, 'howWeKnow', 'harmDealtWith'),
  );
  return commandOf(read, (answers) => ({ type: 'withdraw', ...answers }));
}

export function readWithdrawalUndone(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({ howWeKnow: needed('Say how we know that they want us to carry on') }),
    typedFields(form, 'howWeKnow'),
  );
  return commandOf(read, (answers) => ({ type: 'undo-withdrawal', ...answers }));
}

function readToldOn(form: URLSearchParams, today: LocalDate): Read<LocalDate> {
  return readDay(form, 'on', 'Enter the date on which they told us', { until: today });
}
