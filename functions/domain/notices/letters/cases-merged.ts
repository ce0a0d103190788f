import type { Reference } from '../../cases/actor.ts';
import type { CaseState } from '../../cases/case.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import type { Letter } from '../notice.ts';
import { acknowledgementDeadline, dueInWords, greeting, howToAdd, type LetterContext, responseDeadline, signedByTeam } from '../parts.ts';

/** To somebody who has two receipts about one matter: which number holds from now on, and the date that holds with it. `other`: the number that is over. */
export function casesMerged(state: CaseState, other: Reference, context: LetterContext): Letter {
  const { t } = context.words;
  const numbers = { reference: state.reference, other };
  return {
    subject: t('casesMerged.subject', { reference: state.reference }),
    blocks: [
      greeting(state, context),
      { paragraph: whoWroteForThem(state) ? t('casesMerged.weHadTwo', numbers) : t('casesMerged.youWroteTwice', numbers) },
      { paragraph: `${t('casesMerged.nothingLost')} ${whatHappens(state, context)}` },
      ...howToAdd(context, state.reference),
      signedByTeam(context.council),
    ],
  };
}

/** The next thing that they were promised, by its date. */
function whatHappens(state: CaseState, context: LetterContext): string {
  const { t } = context.words;
  const stillHolds = t('casesMerged.stillHolds', { reference: state.reference });
  switch (state.stage) {
    case 'received':
    case 'accepted': {
      const date = dueInWords(context, acknowledgementDeadline(state));
      return date ? t('shared.weWriteBy', { date }) : t('shared.weOweALetter');
    }
    case 'acknowledged': {
      const date = dueInWords(context, responseDeadline(state));
      return date ? t('shared.answerBy', { date }) : t('shared.weOweALetter');
    }
    case 'service-request': {
      const date = state.answeredOn === undefined ? dueInWords(context, 'service-request') : undefined;
      return date ? t('casesMerged.promisedBy', { date }) : stillHolds;
    }
    case 'answered':
    case 'another-route':
    case 'closed':
      return stillHolds;
  }
}
