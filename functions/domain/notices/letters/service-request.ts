import { inWords } from '../../calendar/local-date.ts';
import type { ServiceRequest } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, paragraphs } from '../parts.ts';

const becomesComplaint =
  'If you are unhappy with how we deal with it, tell us and we will record a complaint. We will not stop working on your request.';

/** Policy section 2: put right quickly, with the day by which. */
export function serviceRequestRecorded(state: ServiceRequest, whatWeWillDo: string, { council }: NoticeContext): Letter {
  return {
    subject: `Your request ${state.reference}: what we will do`,
    blocks: [
      greeting(state),
      {
        paragraph: `Thank you for telling us. We are treating your message as a request for us to put something right, so that it is dealt with quickly.`,
      },
      { heading: `What we will do by ${inWords(state.promisedBy)}` },
      ...paragraphs(whatWeWillDo),
      { paragraph: becomesComplaint },
      ...howToAdd(council, state.reference),
      { paragraph: `${council.complaints.teamName}, ${council.name}` },
    ],
  };
}

export function serviceRequestAnswer(state: ServiceRequest, answer: string, { council }: NoticeContext): Letter {
  return {
    subject: `Your request ${state.reference}: our answer`,
    blocks: [
      greeting(state),
      ...paragraphs(answer),
      { paragraph: becomesComplaint },
      ...howToAdd(council, state.reference),
      { paragraph: `${council.complaints.teamName}, ${council.name}` },
    ],
  };
}
