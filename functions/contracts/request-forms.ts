import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { CaseEvent, Command } from '../domain/cases/case.ts';
import { fixedAnswers } from '../domain/cases/request/request.ts';
import { mayMeanHarm } from '../domain/notices/possible-harm.ts';
import { type FieldError, maybe, needed, type Read, readAnswers, readDate, typedDate, typedText } from './form-fields.ts';

// The forms of service requests, of new issues, and of withdrawing.

/** What they told us when asked whether it is fixed. */
export function readFixedAnswer(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({ fixed: z.enum(fixedAnswers, 'Choose what they told us'), note: needed('Say what they told you, and how') }),
    { fixed: typedText(form, 'fixed'), note: typedText(form, 'note') },
  );
  const on = readToldOn(form, today);
  if ('errors' in read || 'errors' in on) return together(read, on);
  return { answers: { type: 'record-fixed-answer', on: on.answers, ...read.answers } };
}

export function readChoice(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ complain: z.enum(['yes', 'no'], 'Choose what they decided') }), {
    complain: typedText(form, 'complain'),
  });
  const on = readToldOn(form, today);
  if ('errors' in read || 'errors' in on) return together(read, on);
  return { answers: { type: 'record-choice', on: on.answers, complain: read.answers.complain === 'yes' } };
}

export function readNewPoint(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({ words: needed('Say what the new issue is'), ombudsman: z.enum(['LGSCO', 'HOS'], 'Choose the Ombudsman') }),
    { words: typedText(form, 'words'), ombudsman: typedText(form, 'ombudsman') },
  );
  return 'errors' in read ? read : { answers: { type: 'add-point', ...read.answers } };
}

/** Where the first message may speak of harm, what was done about it is needed too (duty D26). */
export function readWithdrawal(form: URLSearchParams, events: readonly CaseEvent[]): Read<Command> {
  const opening = events.find((event) => event.type === 'complaint-received');
  const harm = opening?.type === 'complaint-received' && mayMeanHarm(opening.suggestion.flags);
  const read = readAnswers(
    z.object({
      howWeKnow: needed('Say how we know that the person wants to withdraw'),
      harmDealtWith: harm ? needed('Say what was done about the possible harm') : maybe,
    }),
    { howWeKnow: typedText(form, 'howWeKnow'), harmDealtWith: typedText(form, 'harmDealtWith') },
  );
  return 'errors' in read ? read : { answers: { type: 'withdraw', ...read.answers } };
}

export function readWithdrawalUndone(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ howWeKnow: needed('Say how we know that they want us to carry on') }), {
    howWeKnow: typedText(form, 'howWeKnow'),
  });
  return 'errors' in read ? read : { answers: { type: 'undo-withdrawal', ...read.answers } };
}

function readToldOn(form: URLSearchParams, today: LocalDate): Read<LocalDate> {
  const told = readDate(typedDate(form, 'on'), 'The date');
  const wrong = (text: string): Read<LocalDate> => ({ errors: [{ field: 'on', text } satisfies FieldError] });
  if ('missing' in told) return wrong('Enter the date on which they told us');
  if ('wrong' in told) return wrong(told.wrong);
  return told.date > today ? wrong('The date must be today or in the past') : { answers: told.date };
}

function together(...reads: readonly Read<unknown>[]): { readonly errors: readonly FieldError[] } {
  return { errors: reads.flatMap((read) => ('errors' in read ? read.errors : [])) };
}
