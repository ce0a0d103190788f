import { inWords } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import { promiseInSentences } from '../../cases/remedies/in-words.ts';
import { remedyOf } from '../../cases/remedies/remedy.ts';
import type { Block, Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, paragraphs, whoAnswersFor } from '../parts.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

type Said = Extract<EventData, { type: 'remedy-date-changed' | 'remedy-reopened' }>;

/** A promise that we do not keep on its day: they hear it from us, with the new day (policy section 7). */
export function remedyLate(state: CaseState, said: Said, { council, publicUrl, goesBy, staff }: LetterContext): Letter {
  const remedy = remedyOf(state.remedies, said.number);
  return {
    subject: `${state.reference}: a new date for what we promised`,
    blocks: [
      greeting(state),
      ...opening(said),
      ...(remedy
        ? [
            { heading: 'What we promised' },
            { paragraph: promiseInSentences(remedy) },
            { paragraph: `${remedy.owner.name} will see to it. After ${inWords(said.due)} we will ask you again whether we did it.` },
          ]
        : []),
      { heading: 'If you do not agree' },
      ...whoseOmbudsman(state, 'Tell us. You can also contact', council),
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, { council, staff }) },
    ],
  };
}

function opening(said: Said): readonly Block[] {
  const [before, now] = [inWords(said.previousDue), inWords(said.due)];
  return said.type === 'remedy-reopened'
    ? [
        {
          paragraph: `You told us that we have not done what we promised by ${before}. Thank you for telling us, and we are sorry. We will do it by ${now}.`,
        },
      ]
    : [
        { paragraph: `We promised to do something by ${before}. We are sorry: it will take until ${now}.` },
        { heading: 'Why it takes longer' },
        ...paragraphs(said.reason),
      ];
}
