import { inWords } from '../../calendar/local-date.ts';
import type { Answered, EventData, Outcome, PointAnswer } from '../../cases/case.ts';
import { ombudsmenOf } from '../../cases/points.ts';
import { stageBeganOn } from '../../deadlines/stage-clock.ts';
import type { Block, Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, officerInWords, ombudsmenToReach, paragraphs } from '../parts.ts';

const answer: Readonly<Record<Outcome, string>> = {
  upheld: 'We uphold your complaint: we got this wrong, and we are sorry.',
  'partly-upheld': 'We uphold part of your complaint: we got some of this wrong, and we are sorry.',
  'not-upheld': 'We do not uphold your complaint. This letter explains why.',
};

const pointAnswer: Readonly<Record<Outcome, string>> = {
  upheld: 'We uphold this.',
  'partly-upheld': 'We uphold part of this.',
  'not-upheld': 'We do not uphold this.',
};

/** Where we were wrong, the apology is what the person has; nothing is said that contradicts it. */
const withoutRemedy: Readonly<Record<Outcome, string>> = {
  upheld: 'We apologise for what went wrong.',
  'partly-upheld': 'We apologise for what went wrong.',
  'not-upheld': 'We have not found anything that we need to put right.',
};

type Said = Extract<EventData, { type: 'responded' }>;

/** The full response of a stage: every section that policy section 6 names, the answer first (duty D33), every point answered (both Codes 6.7). */
export function response(state: Answered, said: Said, { council }: NoticeContext): Letter {
  const began = inWords(stageBeganOn(state));
  return {
    subject: state.stageTwo ? `Our final answer to your complaint ${state.reference}` : `Our answer to your complaint ${state.reference}`,
    blocks: [
      greeting(state),
      {
        paragraph: `${state.stageTwo ? `You asked us on ${began} to look at your complaint again.` : `We have looked into the complaint we received from you on ${began}.`} ${answer[said.response.outcome]}`,
      },
      { heading: 'Our decision' },
      ...paragraphs(said.decision),
      {
        paragraph: state.stageTwo
          ? 'This is our final response, at stage two of our complaints policy.'
          : 'This is our response at stage one of our complaints policy.',
      },
      { heading: 'Our understanding of your complaint' },
      ...paragraphs(said.definition),
      ...decidedPoints(said),
      { heading: 'How we are putting things right' },
      ...paragraphs(said.remedy ?? withoutRemedy[said.response.outcome]),
      { heading: 'What is still to be done' },
      ...paragraphs(said.actions ?? 'Nothing is outstanding.'),
      ...(state.stageTwo ? [{ heading: 'If you are still unhappy' }] : nextStage(state.reference)),
      ...ombudsmenToReach(
        said.answers ? ombudsmenOf(said.answers) : [state.ombudsman],
        state.stageTwo
          ? 'We have now finished with your complaint. You can take it to'
          : 'Our stage two answer is our final one. If you are still unhappy after it, you can contact',
        council,
      ),
      ...howToAdd(council, state.reference),
      { paragraph: officerInWords(state.allocation, council) },
    ],
  };
}

/** One decision with its reasons for each point; a complaint of one point needs no number. */
function decidedPoints({ answers, reasons }: Said): readonly Block[] {
  if (!answers) return [{ heading: 'Our reasons' }, ...paragraphs(reasons ?? '')];
  const [only, ...others] = answers;
  if (only && others.length === 0) return [{ heading: 'Our reasons' }, ...paragraphs(only.reasons)];
  return answers.flatMap((point, index) => decidedPoint(point, index + 1));
}

function decidedPoint({ words, outcome, reasons }: PointAnswer, number: number): readonly Block[] {
  return [
    { heading: `Point ${number}` },
    { paragraph: words },
    { paragraph: `${pointAnswer[outcome]} Our reasons are:` },
    ...paragraphs(reasons),
  ];
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
