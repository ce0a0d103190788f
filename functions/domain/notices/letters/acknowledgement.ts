import { inWords } from '../../calendar/local-date.ts';
import type { Acknowledged, Acknowledgement, Answered } from '../../cases/case.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import { ombudsmenOfComplaint } from '../../cases/points.ts';
import { stageBeganOn } from '../../deadlines/stage-clock.ts';
import type { Block, Letter } from '../notice.ts';
import {
  directLineOf,
  dueInWords,
  greeting,
  howToAdd,
  type LetterContext,
  type NoticeContext,
  officerInWords,
  ombudsmanDetails,
  paragraphs,
  responseDeadline,
} from '../parts.ts';
import { letterOf, section } from '../sections.ts';
import { lockedPieces } from '../wording/pieces.ts';

/** The policy's act (section 6): our understanding, who investigates, and the date of the response. Duties D10 and D20. */
export function acknowledgement(state: Acknowledged, context: LetterContext): Letter {
  const { council, publicUrl, goesBy, staff } = context;
  const investigator = officerInWords(state.allocation, { council, staff });
  const by = dueInWords(context.deadlines, responseDeadline(state));
  const [stage, answerIs] = state.stageTwo ? ['stage two', 'final response'] : ['stage one', 'full response'];
  return letterOf(`Your complaint ${state.reference}: who is looking into it`, [
    greeting(state),
    section('stage', {
      paragraph: `${howItBegan(state)} We are dealing with it at ${stage} of our complaints policy. ${by ? `You will have our ${answerIs} by ${by}.` : `We will tell you the date of our ${answerIs} as soon as we can.`}`,
    }),
    section('investigator', { heading: 'Who is looking into it' }, ...whoLooksIntoIt(state, investigator)),
    section('definition', ...definedAs(state.acknowledgement)),
    ...outcomesAndLimits(state.acknowledgement),
    { paragraph: lockedPieces['correct-us'].words },
    ...yourRights(state, council),
    ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
    { paragraph: investigator },
  ]);
}

/** An external investigator is named with our reasons, and somebody of the council answers for them (policy section 5). */
function whoLooksIntoIt({ allocation: { external }, stageTwo }: Acknowledged, investigator: string): readonly Block[] {
  const newToIt = stageTwo ? 'have not dealt with your complaint before. They ' : '';
  const willContact = `They ${newToIt}will contact you to introduce themselves and to talk about your complaint.`;
  if (!external) return [{ paragraph: `${investigator}. ${willContact}` }];
  return [
    { paragraph: `${external.name}, ${external.organisation}. They do not work for the council. ${willContact}` },
    { paragraph: 'We asked somebody from outside the council, for these reasons:' },
    ...paragraphs(external.reasons),
    { paragraph: `Your contact at the council is ${investigator}.` },
  ];
}

/** What we take the complaint to be, what they want, and what is not ours (both Codes 5.6 and 5.7). */
export function ourUnderstanding(acknowledgement: Acknowledgement): readonly Block[] {
  return [...definedAs(acknowledgement), ...outcomesAndLimits(acknowledgement)];
}

function definedAs(acknowledgement: Acknowledgement): readonly Block[] {
  return [
    { heading: 'Our understanding of your complaint' },
    ...paragraphs(acknowledgement.definition),
    ...pointsWeAnswer(acknowledgement),
  ];
}

export function outcomesAndLimits({ outcomesSought, notResponsibleFor }: Acknowledgement): readonly Block[] {
  return [...titled('What you would like to happen', outcomesSought), ...titled('What we are not responsible for', notResponsibleFor)];
}

/** Where stage one never answered, that is said first (duty D25). */
function howItBegan(state: Acknowledged): string {
  const began = inWords(stageBeganOn(state));
  const who = whoWroteForThem(state);
  if (!state.stageTwo && who) return `${who} wrote to us for you. We received the complaint on ${began}.`;
  if (!state.stageTwo) return `We received your complaint on ${began}.`;
  if (state.stageTwo.stageOne.response && who) return `We were told on ${began} that you are not satisfied with our answer.`;
  if (state.stageTwo.stageOne.response) return `You told us on ${began} that you are not satisfied with our answer.`;
  return `${who ? 'We were asked' : 'You asked us'} about your complaint on ${began}. We had not answered it in time, and we are sorry. You do not have to wait for that answer any longer.`;
}

/** An offer of help, said in every acknowledgement (policy section 4; duties D10 and D20). */
export function yourRights(state: Acknowledged | Answered, council: NoticeContext['council']): readonly Block[] {
  return [
    { heading: 'Your rights' },
    {
      list: [
        'complaining will not affect the service you receive from us',
        'you can have somebody to represent you, or to come with you to any meeting about your complaint',
        'we can help you find an independent advocate',
        'if anything would make it easier to deal with us, such as large print or an interpreter, please tell us',
      ],
    },
    ...(state.ombudsman === 'HOS' || ombudsmenOfComplaint(state).includes('HOS')
      ? [
          {
            paragraph: `If you rent or lease your home from the council, you can contact the ${council.ombudsmen.HOS.name} for advice at any time:`,
          },
          ombudsmanDetails(council.ombudsmen.HOS),
        ]
      : []),
  ];
}

/** Listed where there is more than one: our answer decides each (both Codes 6.7). What stays as stage one answered it is said, so that they can correct us. */
function pointsWeAnswer({ points = [], notDisputed = [] }: Acknowledgement): readonly Block[] {
  const listed = points.length > 1 || (points.length > 0 && notDisputed.length > 0);
  return [
    ...(listed ? [{ paragraph: 'We will answer each of these points:' }, { list: points.map(({ words }) => words) }] : []),
    ...(notDisputed.length > 0
      ? [
          { paragraph: 'We answered this at stage one. We understand that you do not ask us to look at it again:' },
          { list: notDisputed.map(({ words }) => words) },
        ]
      : []),
  ];
}

function titled(heading: string, text: string | undefined): readonly Block[] {
  return text?.trim() ? [{ heading }, ...paragraphs(text)] : [];
}
