import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Officer } from '../domain/cases/actor.ts';
import type { Command } from '../domain/cases/command.ts';
import { followUpTasks } from '../domain/cases/conversation/conversation.ts';
import { asksOnlyForNews } from '../domain/cases/conversation/following-up.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { type OfficerCommand, officerCommands } from '../domain/cases/possible.ts';
import { referencesIn } from '../domain/intake/references-in.ts';
import { readAllocation, readConflict, readConflictRemoved, readContribution, readContributionAnswer } from './allocation-forms.ts';
import { readCallBack, readCaller, readTranscriptCheck } from './call-forms.ts';
import { readAdvice, readConcern, readNoConcern, readReported } from './discrimination-forms.ts';
import { chosenOmbudsman, chosenService } from './form-choices.ts';
import { readDay } from './form-dates.ts';
import { commandOf, errorsOf, maybe, needed, type Read, readAnswers, typedText } from './form-fields.ts';
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
import { formWithoutWordTraces } from './pasted-text.ts';
import {
  readAdjustments,
  readAuthority,
  readBereavement,
  readCorrectedPerson,
  readGroup,
  readRefusedAuthority,
  readRepresentative,
} from './people-forms.ts';
import {
  readAcceptanceAtStageTwo,
  readAcknowledgement,
  readApproval,
  readDeclinedStageTwo,
  readRelease,
  readResponse,
} from './procedure-forms.ts';
import { readAnswerToDone, readPromise, readRemedyDate, readRemedyDone, readRemedyUndeliverable } from './remedy-forms.ts';
import { readChoice, readFixedAnswer, readNewPoint, readWithdrawal, readWithdrawalUndone } from './request-forms.ts';
import { readRestriction } from './restriction-form.ts';
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

const service = chosenService('Choose the service that will lead');

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
export function readCommand(action: OfficerCommand, posted: URLSearchParams, { staff, today, events }: FormSetting): Read<Command> {
  // The words of a call are written down as they were heard; what is written here may come from Word.
  const form = action === 'check-transcript' ? posted : formWithoutWordTraces(posted);
  const typed = Object.fromEntries([...new Set(form.keys())].map((name) => [name, typedText(form, name)]));
  switch (action) {
    case 'mark-read':
    case 'take-harm':
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
        ...((form.get('hasRead') === 'yes' || asksOnlyForNews(events)) && { hasRead: true }),
      }));
    case 'approve':
      return readApproval(form, events);
    case 'release':
      return readRelease(form, events);
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
        readAnswers(z.object({ service, ombudsman: chosenOmbudsman, from: z.optional(z.enum(['message', 'first'])) }), typed),
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
      return readRemedyUndeliverable(form, { staff, today });
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
    case 'rule-out-discrimination':
      return readNoConcern(form);
    case 'record-discrimination-reported':
      return readReported(form);
    case 'record-crm-reference':
      return commandOf(readAnswers(z.object({ crmReference: maybe }), typed), (answers) => ({ type: action, ...answers }));
    case 'withdraw':
      return readWithdrawal(form, events);
    case 'undo-withdrawal':
      return readWithdrawalUndone(form);
    case 'restrict':
      return readRestriction(form);
    case 'lift-restriction':
      return commandOf(readAnswers(z.object({ because: needed('Say why the restriction can be lifted') }), typed), (answers) => ({
        type: action,
        ...answers,
      }));
    case 'close':
      return commandOf(readAnswers(z.object({ reason: needed('Say why the case can be closed') }), typed), (answers) => ({
        type: action,
        ...answers,
      }));
  }
}

function readServiceRequest(form: URLSearchParams, typed: object, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({ service, whatWeWillDo: needed('Say what we will do'), ombudsman: z.optional(chosenOmbudsman) }),
    typed,
  );
  const promised = readDay(form, 'promisedBy', 'Enter the date by which it will be done', { from: today });
  if ('errors' in read || 'errors' in promised) return { errors: errorsOf(read, promised) };
  return { answers: { type: 'record-service-request', promisedBy: promised.answers, ...read.answers } };
}

function readPosting(form: URLSearchParams, typed: object, today: LocalDate): Read<Command> {
  const read = readAnswers(z.object({ noticeId: z.string('Choose the letter') }), typed);
  const posted = readDay(form, 'on', 'Enter the date on which it was posted', { until: today });
  if ('errors' in read || 'errors' in posted) return { errors: errorsOf(read, posted) };
  return { answers: { type: 'record-posted', on: posted.answers, ...read.answers } };
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
