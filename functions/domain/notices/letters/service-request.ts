import type { CaseState, ServiceRequest } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import { isTenants } from '../../cases/request/ready.ts';
import type { Block, Letter } from '../notice.ts';
import { dueInWords, greeting, howToAdd, type LetterContext, paragraphs, responseDeadline, signedByTeam } from '../parts.ts';

/** Policy section 2: put right quickly, with the day by which, and a complaint as soon as the person is unhappy with it. */
export function serviceRequestRecorded(state: ServiceRequest, whatWeWillDo: string, context: LetterContext): Letter {
  const { t, date } = context.words;
  const { reference } = state;
  return {
    subject: t('serviceRequest.subject', { reference }),
    blocks: [
      greeting(state, context),
      { paragraph: received(state, context) },
      { heading: t('serviceRequest.whatWeWillDo', { date: date(state.promisedBy) }) },
      ...paragraphs(whatWeWillDo),
      ...yourChoice(state, context),
      ...howToAdd(context, reference),
      signedByTeam(context.council),
    ],
  };
}

function received(state: ServiceRequest, { words }: LetterContext): string {
  const who = whoWroteForThem(state);
  const date = words.date(state.receivedOn);
  return who ? words.t('serviceRequest.receivedForYou', { who, date }) : words.t('serviceRequest.received', { date });
}

/** What was done. The person, not we, says whether it is fixed (duty D17); beside a complaint, that goes on as it was. */
export function serviceRequestAnswer(
  state: CaseState,
  { answer, asks }: Extract<EventData, { type: 'service-request-answered' }>,
  context: LetterContext,
): Letter {
  const { reference } = state;
  const next =
    state.stage === 'service-request'
      ? [...(asks ? isItFixedNow(context) : []), ...yourChoice(state, context)]
      : [{ paragraph: complaintGoesOn(state, context) }];
  return {
    subject: context.words.t('serviceRequest.answerSubject', { reference }),
    blocks: [greeting(state, context), ...paragraphs(answer), ...next, ...howToAdd(context, reference), signedByTeam(context.council)],
  };
}

function isItFixedNow({ words: { t } }: LetterContext): readonly Block[] {
  return [{ heading: t('serviceRequest.isItFixed') }, { paragraph: t('serviceRequest.sayNo') }];
}

/** A council tenant chooses (Housing Ombudsman's Code 1.3); everybody else is told the same right in fewer words. */
export function yourChoice(request: ServiceRequest, { words: { t } }: LetterContext): readonly Block[] {
  if (!isTenants(request)) return [{ paragraph: t('serviceRequest.ifUnhappy') }];
  return [{ heading: t('serviceRequest.choice') }, { paragraph: t('serviceRequest.yourChoice') }];
}

function complaintGoesOn(state: CaseState, context: LetterContext): string {
  const { t } = context.words;
  if (state.stage !== 'accepted' && state.stage !== 'acknowledged') return t('serviceRequest.ifNotPutRight');
  const date = state.stage === 'acknowledged' ? dueInWords(context, responseDeadline(state)) : undefined;
  return date ? t('serviceRequest.complaintGoesOnUntil', { date }) : t('serviceRequest.complaintGoesOn');
}
