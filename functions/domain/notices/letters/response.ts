import { inWords } from '../../calendar/local-date.ts';
import type { Answered, EventData, Outcome } from '../../cases/case.ts';
import type { Block, Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, officerInWords, ombudsmanDetails, paragraphs } from '../parts.ts';

const answer: Readonly<Record<Outcome, string>> = {
  upheld: 'We uphold your complaint: we got this wrong, and we are sorry.',
  'partly-upheld': 'We uphold part of your complaint: we got some of this wrong, and we are sorry.',
  'not-upheld': 'We do not uphold your complaint. This letter explains why.',
};

/** Where we were wrong, the apology is what the person has; nothing is said that contradicts it. */
const withoutRemedy: Readonly<Record<Outcome, string>> = {
  upheld: 'We apologise for what went wrong.',
  'partly-upheld': 'We apologise for what went wrong.',
  'not-upheld': 'We have not found anything that we need to put right.',
};

/** The full stage-one response: every section that policy section 6 names, the answer first (duty D33). */
export function response(state: Answered, said: Extract<EventData, { type: 'responded' }>, { council }: NoticeContext): Letter {
  const ombudsman = council.ombudsmen[state.ombudsman];
  return {
    subject: `Our answer to your complaint ${state.reference}`,
    blocks: [
      greeting(state),
      {
        paragraph: `We have looked into the complaint we received from you on ${inWords(state.receivedOn)}. ${answer[said.response.outcome]}`,
      },
      { heading: 'Our decision' },
      ...paragraphs(said.decision),
      { paragraph: 'This is our response at stage one of our complaints policy.' },
      { heading: 'Our understanding of your complaint' },
      ...paragraphs(said.definition),
      { heading: 'Our reasons' },
      ...paragraphs(said.reasons),
      { heading: 'How we are putting things right' },
      ...paragraphs(said.remedy ?? withoutRemedy[said.response.outcome]),
      { heading: 'What is still to be done' },
      ...paragraphs(said.actions ?? 'Nothing is outstanding.'),
      ...nextStage(state.reference),
      {
        paragraph: `Our stage two answer is our final one. If you are still unhappy after it, you can contact the ${ombudsman.name}, which is independent of the council and free:`,
      },
      ombudsmanDetails(ombudsman),
      ...howToAdd(council, state.reference),
      { paragraph: officerInWords(state.allocation, council) },
    ],
  };
}

/** No reasons are needed, and what is still wrong helps us (policy section 6). */
function nextStage(reference: string): readonly Block[] {
  return [
    { heading: 'If you are not happy with this answer' },
    {
      paragraph: `Tell us, in any words, that you want ${reference} looked at again at stage two. You do not have to give reasons. It helps if you say what is still unresolved and what you would like to happen. Please do it within 6 months of this letter if you can.`,
    },
    { paragraph: 'Somebody who has not dealt with your complaint before will look into it.' },
  ];
}
