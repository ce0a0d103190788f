import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import { type Remedy, remedyOf } from '../../cases/remedies/remedy.ts';
import type { Block, Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, paragraphs, whoAnswersFor } from '../parts.ts';
import { promiseInSentences } from './remedies.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

type Said = Extract<EventData, { type: 'remedy-date-changed' | 'remedy-reopened' }>;

/** A promise that we do not keep on its day: they hear it from us, with the new day (policy section 7). */
export function remedyLate(state: CaseState, said: Said, context: LetterContext): Letter {
  const { t } = context.words;
  const { reference } = state;
  const remedy = remedyOf(state.remedies, said.number);
  return {
    subject: t('remedyLate.subject', { reference }),
    blocks: [
      greeting(state, context),
      ...opening(said, context),
      ...(remedy ? whatWePromised(remedy, said, context) : []),
      { heading: t('remedies.ifYouDoNotAgree') },
      ...whoseOmbudsman(state, 'tellUs', context),
      ...howToAdd(context, reference, directLineOf(state, context.staff)),
      { paragraph: whoAnswersFor(state, context) },
    ],
  };
}

function opening(said: Said, { words: { t, date } }: LetterContext): readonly Block[] {
  const days = { before: date(said.previousDue), now: date(said.due) };
  return said.type === 'remedy-reopened'
    ? [{ paragraph: t('remedyLate.notDone', days) }]
    : [{ paragraph: t('remedyLate.moved', days) }, { heading: t('remedyLate.why') }, ...paragraphs(said.reason)];
}

function whatWePromised(remedy: Remedy, { due }: Said, context: LetterContext): readonly Block[] {
  const { t, date } = context.words;
  const owner = t('remedies.owner', { name: remedy.owner.name });
  return [
    { heading: t('remedies.whatWePromised') },
    { paragraph: promiseInSentences(remedy, context) },
    { paragraph: `${owner} ${t('remedyLate.weWillAsk', { date: date(due) })}` },
  ];
}
