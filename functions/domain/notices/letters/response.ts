import { inWords } from '../../calendar/local-date.ts';
import type { Answered, EventData, Outcome, PointAnswer } from '../../cases/case.ts';
import { ombudsmenOf } from '../../cases/points.ts';
import { stageBeganOn } from '../../deadlines/stage-clock.ts';
import type { Block, Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, officerInWords, ombudsmenToReach, paragraphs } from '../parts.ts';
import { outcomesAndLimits, yourRights } from './acknowledgement.ts';
import { remediesPromised } from './remedies.ts';

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
  return {
    subject: state.stageTwo ? `Our final answer to your complaint ${state.reference}` : `Our answer to your complaint ${state.reference}`,
    blocks: [
      greeting(state),
      {
        paragraph: `${howItBegan(state)} ${answer[said.response.outcome]}`,
      },
      { heading: 'Our decision' },
      ...paragraphs(said.decision),
      {
        paragraph: state.stageTwo
          ? 'This is our final response, at stage two of our complaints policy.'
          : state.acknowledgement.alsoAnswers
            ? 'This letter acknowledges your complaint, and it is our full response at stage one of our complaints policy.'
            : 'This is our response at stage one of our complaints policy.',
      },
      { heading: 'Our understanding of your complaint' },
      ...paragraphs(said.definition),
      ...(state.acknowledgement.alsoAnswers ? outcomesAndLimits(state.acknowledgement) : []),
      ...decidedPoints(said),
      { heading: 'How we are putting things right' },
      ...puttingRight(said),
      { heading: 'What is still to be done' },
      ...stillToBeDone(said),
      ...(state.stageTwo ? [{ heading: 'If you are still unhappy' }] : nextStage(state.reference)),
      ...ombudsmenToReach(
        said.answers ? ombudsmenOf(said.answers) : [state.ombudsman],
        state.stageTwo
          ? 'We have now finished with your complaint. You can take it to'
          : 'Our stage two answer is our final one. If you are still unhappy after it, you can contact',
        council,
      ),
      ...(state.acknowledgement.alsoAnswers ? yourRights(state, council) : []),
      ...howToAdd(council, state.reference),
      { paragraph: officerInWords(state.allocation, council) },
    ],
  };
}

function howItBegan(state: Answered): string {
  const began = inWords(stageBeganOn(state));
  if (!state.stageTwo) return `We have looked into the complaint we received from you on ${began}.`;
  return state.stageTwo.stageOne.response
    ? `You asked us on ${began} to look at your complaint again.`
    : 'We did not answer your complaint at stage one, so we have looked into it at stage two.';
}

/** What was done and what is promised; where we were wrong, never without an apology. */
function puttingRight({ remedy, remedies = [], response: { outcome } }: Said): readonly Block[] {
  const opening = remedy ?? (outcome === 'not-upheld' && remedies.length > 0 ? '' : withoutRemedy[outcome]);
  return [...paragraphs(opening), ...remediesPromised(remedies)];
}

function stillToBeDone({ actions, remedies = [] }: Said): readonly Block[] {
  const promised = remedies.length > 0 ? [{ paragraph: 'We still have to do what we promise above, each by its day.' }] : [];
  return actions === undefined && promised.length === 0
    ? [{ paragraph: 'Nothing is outstanding.' }]
    : [...promised, ...paragraphs(actions ?? '')];
}

/** One decision with its reasons for each point; a complaint of one point needs no number. */
function decidedPoints({ answers, reasons }: Said): readonly Block[] {
  if (!answers) return [{ heading: 'Our reasons' }, ...paragraphs(reasons ?? '')];
  const [only, ...others] = answers;
  if (only && others.length === 0) return [{ heading: 'Our reasons' }, ...paragraphs(only.reasons), ...whetherDiscrimination(only)];
  return answers.flatMap((point, index) => decidedPoint(point, index + 1));
}

function decidedPoint(point: PointAnswer, number: number): readonly Block[] {
  const { words, outcome, reasons } = point;
  return [
    { heading: `Point ${number}` },
    { paragraph: words },
    { paragraph: `${pointAnswer[outcome]} Our reasons are:` },
    ...paragraphs(reasons),
    ...whetherDiscrimination(point),
  ];
}

/** Said wherever it was raised, found or not (policy section 5). */
function whetherDiscrimination({ discriminationFound }: PointAnswer): readonly Block[] {
  if (discriminationFound === undefined) return [];
  return [
    { paragraph: discriminationFound ? 'We found discrimination, and we are sorry.' : 'We looked for discrimination and did not find it.' },
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
