import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Command } from '../domain/cases/command.ts';
import { contactOutcomes, contactWays, offerAnswers, offered } from '../domain/cases/in-touch/in-touch.ts';
import { readDay, readOptionalDay } from './form-dates.ts';
import { commandOf, errorsOf, type FieldError, maybe, needed, type Read, readAnswers, typedFields, typedText } from './form-fields.ts';
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
  if ('errors' in read || 'errors' in reason) return { errors: errorsOf(read, reason) };
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
  const on = readDay(form, 'on', 'Enter the date', { until: today });
  if ('errors' in read || 'errors' in on) return { errors: errorsOf(read, on) };
  return { answers: { type: 'record-contact', on: on.answers, ...read.answers } };
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
  const next = readOptionalDay(form, 'nextOn', { after: today });
  const errors: FieldError[] = 'errors' in next ? [...next.errors] : [];
  if (every !== undefined && !Number.isSafeInteger(every)) errors.push({ field: 'every', text: 'Enter a number of working days, like 5' });
  if ('errors' in next || errors.length > 0) return { errors };
  return { answers: { type: 'agree-updates', every, nextOn: next.answers } };
}

export function readUpdate(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ words: needed('Say how far you have come') }), typedFields(form, 'words'));
  const next = readOptionalDay(form, 'nextOn', { after: today });
  if ('errors' in read || 'errors' in next) return { errors: errorsOf(read, next) };
  return { answers: { type: 'send-update', ...read.answers, nextOn: next.answers } };
}

export function readApologyWords(form: URLSearchParams): Read<Command> {
  const read = readAnswers(z.object({ words: needed('Write what the apology is to say as well') }), typedFields(form, 'words'));
  return commandOf(read, (answers) => ({ type: 'word-apology', ...answers }));
}

export function readEscalation(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ reason: needed('Say why stage two begins without an answer') }), typedFields(form, 'reason'));
  const asked = readAskedOn(form, today);
  if ('errors' in read || 'errors' in asked) return { errors: errorsOf(asked, read) };
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
  if ('errors' in acknowledgement || 'errors' in response) return { errors: errorsOf(acknowledgement, response) };
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
