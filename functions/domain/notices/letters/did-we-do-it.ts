import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import type { Remedy } from '../../cases/remedies/remedy.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type LetterContext, signedByTeam } from '../parts.ts';
import { promiseInSentences } from './remedies.ts';

/**
 * One question for each promise, on the morning after its day (duty D31). It goes out by itself, so it has no word of the complaint (duty D6): what we
 * promised are our own words, from a letter that went the same way.
 */
export function didWeDoIt(
  state: CaseState,
  { numbers }: Extract<EventData, { type: 'asked-whether-done' }>,
  context: LetterContext,
): Letter {
  const { council, publicUrl, words } = context;
  const { t } = words;
  const { reference } = state;
  const asked = (state.remedies ?? []).filter(({ number }) => numbers.includes(number));
  const count = asked.length;
  const late = asked.some((remedy) => remedy.state.is === 'promised');
  return {
    subject: t('didWeDoIt.subject', { reference }),
    blocks: [
      greeting(state, context),
      { paragraph: t('didWeDoIt.question', { count }) },
      { terms: asked.map((remedy) => ({ term: whenPromised(remedy, context), detail: promiseInSentences(remedy, context) })) },
      ...(late ? [{ paragraph: t('didWeDoIt.late') }] : []),
      { heading: t('didWeDoIt.whatToTellUs') },
      { paragraph: t('didWeDoIt.answer', { count, address: `${publicUrl}/status` }) },
      { paragraph: t('didWeDoIt.ifNo') },
      { paragraph: t('didWeDoIt.ifUnheard') },
      ...howToAdd(context, reference),
      signedByTeam(council),
    ],
  };
}

function whenPromised({ promisedOn, due, moved }: Remedy, { words: { t, date } }: LetterContext): string {
  const days = { on: date(promisedOn), by: date(due) };
  return moved
    ? t('didWeDoIt.promisedThenMoved', { ...days, firstBy: date(moved.firstDue), movedOn: date(moved.on) })
    : t('didWeDoIt.promised', days);
}
