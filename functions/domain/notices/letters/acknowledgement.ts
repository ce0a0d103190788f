import { inWords } from '../../calendar/local-date.ts';
import type { Acknowledged } from '../../cases/case.ts';
import { stageBeganOn } from '../../deadlines/stage-clock.ts';
import type { Block, Letter } from '../notice.ts';
import {
  dueInWords,
  greeting,
  howToAdd,
  type NoticeContext,
  officerInWords,
  ombudsmanDetails,
  paragraphs,
  responseDeadline,
} from '../parts.ts';

/** The policy's act (section 6): our understanding, who investigates, and the date of the response. Duties D10 and D20. */
export function acknowledgement(state: Acknowledged, context: NoticeContext): Letter {
  const { council } = context;
  const investigator = officerInWords(state.allocation, council);
  const by = dueInWords(context.deadlines, responseDeadline(state));
  const [stage, answerIs] = state.stageTwo ? ['stage two', 'final response'] : ['stage one', 'full response'];
  const began = inWords(stageBeganOn(state));
  return {
    subject: `Your complaint ${state.reference}: who is looking into it`,
    blocks: [
      greeting(state),
      {
        paragraph: `${state.stageTwo ? `You told us on ${began} that you are not satisfied with our answer.` : `We received your complaint on ${began}.`} We are dealing with it at ${stage} of our complaints policy. ${by ? `You will have our ${answerIs} by ${by}.` : `We will tell you the date of our ${answerIs} as soon as we can.`}`,
      },
      { heading: 'Who is looking into it' },
      {
        paragraph: `${investigator}. They ${state.stageTwo ? 'have not dealt with your complaint before. They ' : ''}will contact you to introduce themselves and to talk about your complaint.`,
      },
      { heading: 'Our understanding of your complaint' },
      ...paragraphs(state.acknowledgement.definition),
      ...pointsWeAnswer(state),
      ...titled('What you would like to happen', state.acknowledgement.outcomesSought),
      ...titled('What we are not responsible for', state.acknowledgement.notResponsibleFor),
      { paragraph: 'If we have misunderstood anything, please tell us. Putting it right does not delay our answer.' },
      { heading: 'Your rights' },
      {
        list: [
          'complaining will not affect the service you receive from us',
          'you can have somebody to represent you, or to come with you to any meeting about your complaint',
          'we can help you find an independent advocate',
          'if anything would make it easier to deal with us, such as large print or an interpreter, please tell us',
        ],
      },
      ...(state.ombudsman === 'HOS'
        ? [
            { paragraph: `As our tenant or leaseholder you can contact the ${council.ombudsmen.HOS.name} for advice at any time:` },
            ombudsmanDetails(council.ombudsmen.HOS),
          ]
        : []),
      ...howToAdd(council, state.reference),
      { paragraph: investigator },
    ],
  };
}

/** Listed where there is more than one: our answer decides each (both Codes 6.7). */
function pointsWeAnswer({ acknowledgement: { points = [] } }: Acknowledged): readonly Block[] {
  return points.length > 1 ? [{ paragraph: 'We will answer each of these points:' }, { list: points.map(({ words }) => words) }] : [];
}

function titled(heading: string, text: string | undefined): readonly Block[] {
  return text?.trim() ? [{ heading }, ...paragraphs(text)] : [];
}
