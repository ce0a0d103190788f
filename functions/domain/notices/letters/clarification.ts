import { inWords } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, paragraphs, whoAnswersFor } from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';

type Asked = Extract<EventData, { readonly type: 'clarification-asked' }>;

/** We ask what somebody means, and nothing waits for the answer (policy section 6; both Codes 5.6). */
export function clarification(
  state: CaseState,
  { question, acknowledgeBy }: Asked,
  { council, publicUrl, goesBy, wording, staff }: LetterContext,
): Letter {
  const when = acknowledgeBy ? `by ${inWords(acknowledgeBy)}` : 'soon';
  return {
    subject: `Your complaint ${state.reference}: a question from us`,
    blocks: [
      greeting(state),
      ...paragraphs(wordsOf('question-opening', wording)),
      { heading: 'Our question' },
      ...paragraphs(question),
      {
        paragraph: `Please answer if you can. You do not have to, and your complaint does not wait for it. We will write to you ${when} to say who is looking into it.`,
      },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, { council, staff }) },
    ],
  };
}
