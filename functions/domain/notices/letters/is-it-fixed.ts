import type { LocalDate } from '../../calendar/local-date.ts';
import type { ServiceRequest } from '../../cases/case.ts';
import { isTenants } from '../../cases/request/ready.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type LetterContext, signedByTeam } from '../parts.ts';
import { yourChoice } from './service-request.ts';

/** One question on the promised day; "no" makes the complaint (duty D17). It says nothing of what they asked for (duty D6). */
export function isItFixed(state: ServiceRequest, on: LocalDate, context: LetterContext): Letter {
  const { t } = context.words;
  const { reference } = state;
  return {
    subject: t('isItFixed.subject', { reference }),
    blocks: [
      greeting(state, context),
      { paragraph: question(state, on, context) },
      { list: [t('isItFixed.yes'), t('isItFixed.no')] },
      ...(isTenants(state) ? yourChoice(state, context) : []),
      ...howToAdd(context, reference),
      signedByTeam(context.council),
    ],
  };
}

function question({ promisedBy }: ServiceRequest, on: LocalDate, { words: { t, date } }: LetterContext): string {
  const day = { date: date(promisedBy) };
  return on === promisedBy ? t('isItFixed.questionToday', day) : t('isItFixed.question', day);
}
