import { inWords } from '../../calendar/local-date.ts';
import type { CaseState, ServiceRequest } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import { isTenants } from '../../cases/request/ready.ts';
import type { Block, Letter } from '../notice.ts';
import {
  dueInWords,
  greeting,
  howToAdd,
  type LetterContext,
  type NoticeContext,
  paragraphs,
  responseDeadline,
  signedByTeam,
} from '../parts.ts';

/** Policy section 2: put right quickly, with the day by which, and a complaint as soon as the person is unhappy with it. */
export function serviceRequestRecorded(state: ServiceRequest, whatWeWillDo: string, { council, publicUrl, goesBy }: LetterContext): Letter {
  const who = whoWroteForThem(state);
  return {
    subject: `Your request ${state.reference}: what we will do`,
    blocks: [
      greeting(state),
      {
        paragraph: `${who ? `${who} wrote to us for you, and we received the message` : 'Thank you for the message we received'} on ${inWords(state.receivedOn)}. We are treating it as a request for us to put something right, so that it is dealt with quickly.`,
      },
      { heading: `What we will do by ${inWords(state.promisedBy)}` },
      ...paragraphs(whatWeWillDo),
      ...yourChoice(state),
      ...howToAdd({ council, publicUrl, goesBy }, state.reference),
      signedByTeam(council),
    ],
  };
}

/** What was done. The person, not we, says whether it is fixed (duty D17); beside a complaint, that goes on as it was. */
export function serviceRequestAnswer(
  state: CaseState,
  { answer, asks }: Extract<EventData, { type: 'service-request-answered' }>,
  context: LetterContext,
): Letter {
  const { council, publicUrl, goesBy } = context;
  const next = state.stage === 'service-request' ? [...(asks ? isItFixedNow : []), ...yourChoice(state)] : complaintGoesOn(state, context);
  return {
    subject: `Your request ${state.reference}: our answer`,
    blocks: [
      greeting(state),
      ...paragraphs(answer),
      ...next,
      ...howToAdd({ council, publicUrl, goesBy }, state.reference),
      signedByTeam(council),
    ],
  };
}

const isItFixedNow: readonly Block[] = [
  { heading: 'Is it fixed?' },
  { paragraph: 'If it is, you do not need to do anything. If it is not, tell us: “no” is enough.' },
];

/** A council tenant chooses (Housing Ombudsman's Code 1.3); everybody else is told the same right in fewer words. */
export function yourChoice(request: ServiceRequest): readonly Block[] {
  const goesOn = 'We will not stop working on your request.';
  if (!isTenants(request))
    return [{ paragraph: `If you are unhappy with how we deal with it, tell us and we will record a complaint. ${goesOn}` }];
  return [
    { heading: 'You can choose to complain' },
    {
      paragraph: `If you are unhappy about this, or about how we deal with it, you can choose to make a complaint at any time. Tell us and we will record it that day. You can also leave it as a request. It is your choice. ${goesOn}`,
    },
  ];
}

function complaintGoesOn(state: CaseState, { deadlines }: NoticeContext): readonly Block[] {
  const by = state.stage === 'acknowledged' ? dueInWords(deadlines, responseDeadline(state)) : undefined;
  const answered = by ? ` You will have our answer to it by ${by}.` : '';
  if (state.stage === 'accepted' || state.stage === 'acknowledged')
    return [{ paragraph: `This is about what you first asked us to put right. We are still looking into your complaint.${answered}` }];
  return [{ paragraph: 'This is about what you first asked us to put right. If it is not put right, tell us: “no” is enough.' }];
}
