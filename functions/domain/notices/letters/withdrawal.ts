import type { CaseState, Closed } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import { acknowledgementDeadline, dueInWords, greeting, howToAdd, type LetterContext, responseDeadline, signedByTeam } from '../parts.ts';

/** A withdrawal is confirmed in writing and can be undone. It does not end what we promised, nor care for somebody's safety (duty D26). */
export function withdrawalConfirmed(state: Closed, context: LetterContext): Letter {
  const { t, date } = context.words;
  const { reference, request } = state;
  const goesOn = [
    t('withdrawal.promised'),
    ...(request && request.answeredOn === undefined ? [t('withdrawal.promisedRequest', { date: date(request.promisedBy) })] : []),
    t('withdrawal.safety'),
  ];
  return {
    subject: t('withdrawal.subject', { reference }),
    blocks: [
      greeting(state, context),
      { paragraph: t('withdrawal.closed', { reference }) },
      { paragraph: goesOn.join(' ') },
      { paragraph: t('withdrawal.ifNot') },
      ...howToAdd(context, reference),
      signedByTeam(context.council),
    ],
  };
}

/** The case is what it was, and its dates are what they were. */
export function withdrawalUndone(state: CaseState, context: LetterContext): Letter {
  const { t } = context.words;
  const { reference } = state;
  return {
    subject: t('withdrawal.undoneSubject', { reference }),
    blocks: [
      greeting(state, context),
      { paragraph: t('withdrawal.opened', { reference }) },
      { paragraph: whatComesNext(state, context) },
      ...howToAdd(context, reference),
      signedByTeam(context.council),
    ],
  };
}

function whatComesNext(state: CaseState, context: LetterContext): string {
  const { t } = context.words;
  switch (state.stage) {
    case 'received':
    case 'accepted': {
      const date = dueInWords(context, acknowledgementDeadline(state));
      return date ? t('withdrawal.letterBy', { date }) : t('shared.weOweALetter');
    }
    case 'acknowledged': {
      const date = dueInWords(context, responseDeadline(state));
      return date ? t('withdrawal.answerBy', { date }) : t('shared.weOweALetter');
    }
    case 'service-request': {
      const date = state.answeredOn === undefined ? dueInWords(context, 'service-request') : undefined;
      return date ? t('withdrawal.promisedBy', { date }) : t('withdrawal.goOn');
    }
    case 'answered':
    case 'another-route':
    case 'closed':
      return t('withdrawal.datesHold');
  }
}
