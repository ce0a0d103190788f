import { inWords } from '../../calendar/local-date.ts';
import type { ServiceRequest } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, paragraphs, signedByTeam } from '../parts.ts';

/** Policy section 2: put right quickly, with the day by which, and a complaint as soon as the person is unhappy with it. */
export function serviceRequestRecorded(state: ServiceRequest, whatWeWillDo: string, { council }: NoticeContext): Letter {
  return {
    subject: `Your request ${state.reference}: what we will do`,
    blocks: [
      greeting(state),
      {
        paragraph: `Thank you for the message we received on ${inWords(state.receivedOn)}. We are treating it as a request for us to put something right, so that it is dealt with quickly.`,
      },
      { heading: `What we will do by ${inWords(state.promisedBy)}` },
      ...paragraphs(whatWeWillDo),
      {
        paragraph:
          'If you are unhappy with how we deal with it, tell us and we will record a complaint. We will not stop working on your request.',
      },
      ...howToAdd(council, state.reference),
      signedByTeam(council),
    ],
  };
}

/** What was done. The person, not we, says whether it is fixed (duty D17). */
export function serviceRequestAnswer(state: ServiceRequest, answer: string, { council }: NoticeContext): Letter {
  return {
    subject: `Your request ${state.reference}: our answer`,
    blocks: [
      greeting(state),
      ...paragraphs(answer),
      { paragraph: 'If this is not put right, or you are unhappy with how we dealt with it, tell us and we will record a complaint.' },
      ...howToAdd(council, state.reference),
      signedByTeam(council),
    ],
  };
}
