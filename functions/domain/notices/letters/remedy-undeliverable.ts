import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import { type Remedy, remedyOf } from '../../cases/remedies/remedy.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, paragraphs, whoAnswersFor } from '../parts.ts';
import { promiseInSentences, remediesPromised } from './remedies.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

/** What we promised and cannot do: why, what we offer instead, and the Ombudsman (LGSCO Code 7.4). */
export function remedyUndeliverable(
  state: CaseState,
  said: Extract<EventData, { type: 'remedy-undeliverable' }>,
  context: LetterContext,
): Letter {
  const { t } = context.words;
  const { reference } = state;
  const remedy = remedyOf(state.remedies, said.number);
  return {
    subject: t('remedyUndeliverable.subject', { reference }),
    blocks: [
      greeting(state, context),
      { paragraph: sorry(remedy, context) },
      ...(remedy ? [{ heading: t('remedies.whatWePromised') }, { paragraph: promiseInSentences(remedy, context) }] : []),
      { heading: t('remedyUndeliverable.why') },
      ...paragraphs(said.why),
      { heading: t('remedyUndeliverable.instead') },
      ...(said.instead ? remediesPromised([said.instead], context) : paragraphs(said.alternative)),
      { heading: t('remedies.ifYouDoNotAgree') },
      ...whoseOmbudsman(state, 'tellUs', context),
      ...howToAdd(context, reference, directLineOf(state, context.staff)),
      { paragraph: whoAnswersFor(state, context) },
    ],
  };
}

function sorry(remedy: Remedy | undefined, { words: { t, date } }: LetterContext): string {
  return remedy ? t('remedyUndeliverable.sorryBy', { date: date(remedy.due) }) : t('remedyUndeliverable.sorry');
}
