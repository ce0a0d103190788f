import { inWords } from '../../calendar/local-date.ts';
import type { Acknowledged } from '../../cases/case.ts';
import type { Block, Letter } from '../notice.ts';
import { dueInWords, greeting, howToAdd, type NoticeContext, officerInWords, ombudsmanDetails, paragraphs } from '../parts.ts';

/** The policy's act (section 6): our understanding, who investigates, and the date of the response. Duties D10 and D20. */
export function acknowledgement(state: Acknowledged, context: NoticeContext): Letter {
  const { council } = context;
  const investigator = officerInWords(state.allocation, council);
  const by = dueInWords(context.deadlines, 'respond');
  return {
    subject: `Your complaint ${state.reference}: who is looking into it`,
    blocks: [
      greeting(state),
      {
        paragraph: `We received your complaint on ${inWords(state.receivedOn)}. We are dealing with it at stage one of our complaints policy. ${by ? `You will have our full response by ${by}.` : 'We will tell you the date of our full response as soon as we can.'}`,
      },
      { heading: 'Who is looking into it' },
      { paragraph: `${investigator}. They will contact you to introduce themselves and to talk about your complaint.` },
      { heading: 'Our understanding of your complaint' },
      ...paragraphs(state.acknowledgement.definition),
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

function titled(heading: string, text: string | undefined): readonly Block[] {
  return text?.trim() ? [{ heading }, ...paragraphs(text)] : [];
}
