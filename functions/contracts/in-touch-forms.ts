import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Command } from '../domain/cases/case.ts';
import { contactOutcomes, contactWays, offerAnswers, offered } from '../domain/cases/in-touch/in-touch.ts';
import { type FieldError, maybe, needed, type Read, readAnswers, readDate, typedDate, typedText } from './form-fields.ts';
import { readAcknowledgement, readAskedOn, readResponse } from './procedure-forms.ts';

// The forms of keeping in touch: questions, contact, offers, updates, the apology, and one letter that acknowledges and answers.

export function readQuestion(form: URLSearchParams): Read<Command> {
  return commandOf(readAnswers(z.object({ question: needed('Write your question') }), typedFields(form, 'question')), (answers) => ({
    type: 'ask-clarification',
    ...answers,
  }));
}

/** The fields of an acknowledgement, and why they change. */
export function readAmendment(form: URLSearchParams): Read<Command> {
  const reason = readAnswers(z.object({ because: needed('Say what changed our understanding') }), typedFields(form, 'because'));
  const read = readAcknowledgement(form);
  if ('errors' in read || 'errors' in reason)
    return { errors: [...('errors' in read ? read.errors : []), ...('errors' in reason ? reason.errors : [])] };
  if (read.answers.type !== 'acknowledge') return { errors: [{ field: '', text: 'Say what we understand the complaint to be' }] };
  return { answers: { ...read.answers, type: 'amend-definition', ...reason.answers } };
}

export function readContact(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({
      how: z.enum(contactWays, 'Choose how'),
      outcome: z.enum(contactOutcomes, 'Choose what happened'),
      note: needed('Say what was said, or how you tried'),
    }),
    typedFields(form, 'how', 'outcome', 'note'),
  );
  const on = readDate(typedDate(form, 'on'), 'The date');
  const errors: FieldError[] = 'errors' in read ? [...read.errors] : [];
  if ('missing' in on) errors.push({ field: 'on', text: 'Enter the date' });
  if ('wrong' in on) errors.push({ field: 'on', text: on.wrong });
  if ('date' in on && on.date > today) errors.push({ field: 'on', text: 'The date must be today or in the past' });
  if ('errors' in read || errors.length > 0 || !('date' in on)) return { errors };
  return { answers: { type: 'record-contact', on: on.date, ...read.answers } };
}

export function readOfferAnswer(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({ what: z.enum(offered, 'Choose what they answered'), answer: z.enum(offerAnswers, 'Choose their answer'), referral: maybe }),
    typedFields(form, 'what', 'answer', 'referral'),
  );
  return commandOf(read, (answers) => ({ type: 'record-offer-answer', ...answers }));
}

/** Working days or a date; the domain refuses both and neither. */
export function readUpdates(form: URLSearchParams, today: LocalDate): Read<Command> {
  const typed = typedText(form, 'every').trim();
  const every = typed === '' ? undefined : Number(typed);
  const next = readNext(form, today);
  const errors: FieldError[] = 'errors' in next ? [...next.errors] : [];
  if (every !== undefined && !Number.isSafeInteger(every)) errors.push({ field: 'every', text: 'Enter a number of working days, like 5' });
  if ('errors' in next || errors.length > 0) return { errors };
  return { answers: { type: 'agree-updates', every, nextOn: next.answers } };
}

export function readUpdate(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ words: needed('Say how far you have come') }), typedFields(form, 'words'));
  const next = readNext(form, today);
  if ('errors' in read || 'errors' in next)
    return { errors: [...('errors' in read ? read.errors : []), ...('errors' in next ? next.errors : [])] };
  return { answers: { type: 'send-update', ...read.answers, nextOn: next.answers } };
}

function readNext(form: URLSearchParams, today: LocalDate): Read<LocalDate | undefined> {
  const next = readDate(typedDate(form, 'nextOn'), 'The date');
  const wrong = (text: string) => ({ errors: [{ field: 'nextOn', text }] });
  if ('missing' in next) return { answers: undefined };
  if ('wrong' in next) return wrong(next.wrong);
  return next.date > today ? { answers: next.date } : wrong('The date must be in the future');
}

export function readApologyWords(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ words: needed('Write what the apology is to say as well') }), typedFields(form, 'words'));
  return commandOf(read, (answers) => ({ type: 'word-apology', ...answers }));
}

export function readEscalation(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ reason: needed('Say why stage two begins without an answer') }), typedFields(form, 'reason'));
  const asked = readAskedOn(form, today);
  if ('errors' in read || 'errors' in asked)
    return { errors: [...('errors' in asked ? asked.errors : []), ...('errors' in read ? read.errors : [])] };
  return { answers: { type: 'escalate-unanswered', askedOn: asked.answers, ...read.answers } };
}

export function readAnswerNow(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ note: needed('Say who answers, and when') }), typedFields(form, 'note'));
  return commandOf(read, (answers) => ({ type: 'answer-now', ...answers }));
}

/** The fields of an acknowledgement and those of a response, on one form. */
export function readQuickAnswer(form: URLSearchParams, beside: Parameters<typeof readResponse>[1]): Read<Command> {
  const acknowledgement = readAcknowledgement(form);
  const response = readResponse(form, beside);
  if ('errors' in acknowledgement || 'errors' in response)
    return {
      errors: [...('errors' in acknowledgement ? acknowledgement.errors : []), ...('errors' in response ? response.errors : [])],
    };
  if (acknowledgement.answers.type !== 'acknowledge' || response.answers.type !== 'respond')
    return { errors: [{ field: '', text: 'Say what the complaint is and answer it' }] };
  const contactNotNeeded = typedText(form, 'contactNotNeeded').trim() || undefined;
  return {
    answers: {
      type: 'acknowledge-and-respond',
      acknowledgement: acknowledgement.answers,
      response: response.answers,
      contactNotNeeded,
    },
  };
}

function commandOf<Answers>(read: Read<Answers>, make: (answers: Answers) => Command): Read<Command> {
  return 'errors' in read ? read : { answers: make(read.answers) };
}

function typedFields(form: URLSearchParams, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, typedText(form, name)]));
}
