import { inWords } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import { promiseInSentences } from '../../cases/remedies/in-words.ts';
import { remedyOf } from '../../cases/remedies/remedy.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, paragraphs, whoAnswersFor } from '../parts.ts';
import { remediesPromised } from './remedies.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

/** What we promised and cannot do: why, what we offer instead, and the Ombudsman (LGSCO Code 7.4). */
export function remedyUndeliverable(
  state: CaseState,
  said: Extract<EventData, { type: 'remedy-undeliverable' }>,
  { council, publicUrl, goesBy, staff }: LetterContext,
): Letter {
  const remedy = remedyOf(state.remedies, said.number);
  return {
    subject: `${state.reference}: we cannot do what we promised`,
    blocks: [
      greeting(state),
      { paragraph: `We are sorry. We cannot do something that we promised you${remedy ? ` by ${inWords(remedy.due)}` : ''}.` },
      ...(remedy ? [{ heading: 'What we promised' }, { paragraph: promiseInSentences(remedy) }] : []),
      { heading: 'Why we cannot do it' },
      ...paragraphs(said.why),
      { heading: 'What we offer instead' },
      ...(said.instead ? remediesPromised([said.instead]) : paragraphs(said.alternative)),
      { heading: 'If you do not agree' },
      ...whoseOmbudsman(state, 'Tell us. You can also contact', council),
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, { council, staff }) },
    ],
  };
}
