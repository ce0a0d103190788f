import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Officer } from '../domain/cases/actor.ts';
import { type CaseEvent, type Command, followUpTasks } from '../domain/cases/case.ts';
import { type OfficerCommand, officerCommands } from '../domain/cases/possible.ts';
import { referencesIn } from '../domain/intake/references-in.ts';
import { type Service, services } from '../domain/triage/suggestion.ts';
import { readAllocation, readConflict, readConflictRemoved, readContribution, readContributionAnswer } from './allocation-forms.ts';
import { readCallBack, readCaller, readTranscriptCheck } from './call-forms.ts';
import { type FieldError, maybe, needed, type Read, readAnswers, readDate, typedDate, typedText } from './form-fields.ts';
import { readHazard, readHazardStep } from './hazard-forms.ts';
import {
  readAmendment,
  readAnswerNow,
  readApologyWords,
  readContact,
  readEscalation,
  readOfferAnswer,
  readQuestion,
  readQuickAnswer,
  readUpdate,
  readUpdates,
} from './in-touch-forms.ts';
import {
  readAdjustments,
  readAdvice,
  readAuthority,
  readBereavement,
  readConcern,
  readCorrectedPerson,
  readGroup,
  readRefusedAuthority,
  readReported,
  readRepresentative,
} from './people-forms.ts';
import { readAcceptanceAtStageTwo, readAcknowledgement, readApproval, readDeclinedStageTwo, readResponse } from './procedure-forms.ts';
import { readAnswerToDone, readPromise, readRemedyDate, readRemedyDone, readRemedyUndeliverable } from './remedy-forms.ts';
import { readChoice, readFixedAnswer, readNewPoint, readWithdrawal, readWithdrawalUndone } from './request-forms.ts';
import {
  readDecline,
  readFeedback,
  readHandOver,
  readHandOverConfirmed,
  readHandOverReturned,
  readSignpost,
} from './turning-away-forms.ts';

export const officerAction = z.enum(officerCommands);

/** What every form of a case page carries besides its answers. */
export const formEnvelope = z.object({
  version: z.coerce.number().check(z.int(), z.gte(1)),
  commandId: z.string().check(z.regex(/^[\w-]{8,64}$/)),
});

const service = z.enum(
  services.filter((name): name is Exclude<Service, 'none'> => name !== 'none'),
  'Choose the service that will lead',
);
const ombudsman = z.enum(['LGSCO', 'HOS'], 'Choose the Ombudsman');

/** What a form is read beside. */
export type FormSetting = {
  /** Officers to whom a case can be allocated; the form names one by the `subject` of their sign-in. */
  readonly staff: readonly Officer[];
  /** London date: nothing can be promised for a day that has gone, or have been posted on one to come. */
  readonly today: LocalDate;
  /** What happened to the case so far. */
  readonly events: readonly CaseEvent[];
};

/** Reads the form of one action into a command. */
export function readCommand(action: OfficerCommand, form: URLSearchParams, { staff, today, events }: FormSetting): Read<Command> {
  const typed = Object.fromEntries([...new Set(form.keys())].map((name) => [name, typedText(form, name)]));
  switch (action) {
    case 'mark-read':
      return { answers: { type: action } };
    case 'reached-another-way':
      return commandOf(readAnswers(z.object({ how: needed('Say how the person was told, and when') }), typed), (answers) => ({
        type: action,
        ...answers,
      }));
    case 'correct-email':
      return commandOf(readAnswers(z.object({ email: needed('Enter the email address') }), typed), (answers) => ({
        type: action,
        ...answers,
      }));
    case 'confirm-caller':
      return readCaller(form);
    case 'record-call-back':
      return readCallBack(form, today);
    case 'check-transcript':
      return readTranscriptCheck(form);
    case 'answer-chaser':
      return commandOf(readAnswers(z.object({ answer: needed('Say where the complaint has got to') }), typed), (answers) => ({
        type: action,
        ...answers,
      }));
    case 'approve':
      return readApproval(form, events);
    case 'return-proposal':
      return commandOf(readAnswers(z.object({ comments: needed('Say what should be changed') }), typed), (answers) => ({
        type: action,
        ...answers,
      }));
    case 'accept-at-stage-two':
      return readAcceptanceAtStageTwo(form, today);
    case 'decline-stage-two':
      return readDeclinedStageTwo(form, today);
    case 'set-aside-follow-up':
      return commandOf(
        readAnswers(
          z.object({ followUp: z.enum(followUpTasks, 'Choose what needs no action'), reason: needed('Give your reason') }),
          typed,
        ),
        (answers) => ({ type: action, ...answers }),
      );
    case 'record-posted':
      return readPosting(form, typed, today);
    case 'accept-at-stage-one':
      return commandOf(
        readAnswers(z.object({ service, ombudsman, from: z.optional(z.enum(['message', 'first'])) }), typed),
        ({ from, ...answers }) => ({ type: action, ...answers, ...(from === 'first' && { alwaysAComplaint: true }) }),
      );
    case 'record-service-request':
      return readServiceRequest(form, typed, today);
    case 'hand-over':
      return readHandOver(form, today);
    case 'confirm-hand-over':
      return readHandOverConfirmed(form, today);
    case 'return-hand-over':
      return readHandOverReturned(form);
    case 'signpost':
      return readSignpost(form, today);
    case 'decline':
      return readDecline(form, today);
    case 'thank-for-feedback':
      return readFeedback(form);
    case 'start-hazard':
      return readHazard(form, today);
    case 'record-hazard-step':
      return readHazardStep(form, today);
    case 'allocate':
      return readAllocation(form, staff);
    case 'record-conflict':
      return readConflict(form, staff);
    case 'remove-conflict':
      return readConflictRemoved(form);
    case 'ask-contribution':
      return readContribution(form, today);
    case 'record-contribution':
      return readContributionAnswer(form);
    case 'acknowledge':
      return readAcknowledgement(form);
    case 'acknowledge-and-respond':
      return readQuickAnswer(form, { staff, today });
    case 'ask-clarification':
      return readQuestion(form);
    case 'amend-definition':
      return readAmendment(form);
    case 'record-contact':
      return readContact(form, today);
    case 'record-offer-answer':
      return readOfferAnswer(form);
    case 'agree-updates':
      return readUpdates(form, today);
    case 'send-update':
      return readUpdate(form, today);
    case 'word-apology':
      return readApologyWords(form);
    case 'escalate-unanswered':
      return readEscalation(form, today);
    case 'answer-now':
      return readAnswerNow(form);
    case 'extend':
      return commandOf(
        readAnswers(
          z.object({
            workingDays: z.coerce
              .number('Enter a number of working days, like 5')
              .check(
                z.int('Enter a whole number of working days'),
                z.gte(1, 'Enter at least 1 working day'),
                z.lte(250, 'Enter 250 working days or fewer'),
              ),
            reason: needed('Say why more time is needed'),
            exceptionalReason: maybe,
          }),
          typed,
        ),
        (answers) => ({ type: action, ...answers }),
      );
    case 'respond':
      return readResponse(form, { staff, today });
    case 'promise-remedy':
      return readPromise(form, { staff, today });
    case 'record-remedy-done':
      return readRemedyDone(form, today);
    case 'record-remedy-undeliverable':
      return readRemedyUndeliverable(form);
    case 'change-remedy-date':
      return readRemedyDate(form, today);
    case 'record-answer-to-done':
      return readAnswerToDone(form, today);
    case 'answer-service-request':
      return commandOf(readAnswers(z.object({ answer: needed('Say what was done') }), typed), (answers) => ({ type: action, ...answers }));
    case 'record-fixed-answer':
      return readFixedAnswer(form, today);
    case 'record-choice':
      return readChoice(form, today);
    case 'add-point':
      return readNewPoint(form);
    case 'record-representative':
      return readRepresentative(form);
    case 'verify-authority':
      return readAuthority(form, today);
    case 'refuse-authority':
      return readRefusedAuthority(form);
    case 'correct-person':
      return readCorrectedPerson(form);
    case 'record-group':
      return readGroup(form);
    case 'record-bereavement':
      return readBereavement(form);
    case 'record-adjustments':
      return readAdjustments(form, today);
    case 'raise-discrimination':
      return readConcern(form);
    case 'record-consultation':
      return readAdvice(form);
    case 'record-discrimination-reported':
      return readReported(form);
    case 'withdraw':
      return readWithdrawal(form, events);
    case 'undo-withdrawal':
      return readWithdrawalUndone(form);
    case 'close':
      return commandOf(readAnswers(z.object({ reason: needed('Say why the case can be closed') }), typed), (answers) => ({
        type: action,
        ...answers,
      }));
  }
}

function commandOf<Answers>(read: Read<Answers>, make: (answers: Answers) => Command): Read<Command> {
  return 'errors' in read ? read : { answers: make(read.answers) };
}

function readServiceRequest(form: URLSearchParams, typed: object, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ service, whatWeWillDo: needed('Say what we will do'), ombudsman: z.optional(ombudsman) }), typed);
  const promised = readDate(typedDate(form, 'promisedBy'), 'The date');
  const errors: FieldError[] = 'errors' in read ? [...read.errors] : [];
  if ('missing' in promised) errors.push({ field: 'promisedBy', text: 'Enter the date by which it will be done' });
  if ('wrong' in promised) errors.push({ field: 'promisedBy', text: promised.wrong });
  if ('date' in promised && promised.date < today) errors.push({ field: 'promisedBy', text: 'The date must be today or later' });
  if ('errors' in read || errors.length > 0 || !('date' in promised)) return { errors };
  return { answers: { type: 'record-service-request', promisedBy: promised.date, ...read.answers } };
}

function readPosting(form: URLSearchParams, typed: object, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ noticeId: z.string('Choose the letter') }), typed);
  const posted = readDate(typedDate(form, 'on'), 'The date');
  const errors: FieldError[] = 'errors' in read ? [...read.errors] : [];
  if ('missing' in posted) errors.push({ field: 'on', text: 'Enter the date on which it was posted' });
  if ('wrong' in posted) errors.push({ field: 'on', text: posted.wrong });
  if ('date' in posted && posted.date > today) errors.push({ field: 'on', text: 'The date must be today or in the past' });
  if ('errors' in read || errors.length > 0 || !('date' in posted)) return { errors };
  return { answers: { type: 'record-posted', on: posted.date, ...read.answers } };
}

const reference = z.pipe(
  z.string(),
  z.transform((typed) => referencesIn(typed)[0]),
);

/** Where a message belongs. The reference counts only for another case; as people type it. */
export const belongingForm = z.pipe(
  z.object({ belongs: z.enum(['here', 'new-issue', 'new', 'other'], 'Choose where this message belongs'), reference }),
  z.transform(({ belongs, reference: other }) => (belongs === 'other' ? { belongs, other } : { belongs })),
);

export const setAsideForm = z.object({ reason: needed('Say why no case is opened') });
