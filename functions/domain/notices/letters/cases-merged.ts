import type { Reference } from '../../cases/actor.ts';
import type { CaseState } from '../../cases/case.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import type { Letter } from '../notice.ts';
import {
  acknowledgementDeadline,
  dueInWords,
  greeting,
  howToAdd,
  type LetterContext,
  type NoticeContext,
  responseDeadline,
  signedByTeam,
  weOweALetter,
} from '../parts.ts';

/** To somebody who has two receipts about one matter: which number holds from now on, and the date that holds with it. `other`: the number that is over. */
export function casesMerged(state: CaseState, other: Reference, context: LetterContext): Letter {
  const { council, publicUrl, goesBy } = context;
  return {
    subject: `${state.reference}: please use this number from now on`,
    blocks: [
      greeting(state),
      {
        paragraph: `${whoWroteForThem(state) ? 'We have had more than one message' : 'You have written to us more than once'} about the same matter, and we gave ${whoWroteForThem(state) ? 'it' : 'you'} two numbers. We have put everything together under ${state.reference}. Please use that number from now on, and no longer ${other}.`,
      },
      { paragraph: `Nothing that you sent is lost. ${whatHappens(state, context)}` },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference),
      signedByTeam(council),
    ],
  };
}

/** The next thing that they were promised, by its date. */
function whatHappens(state: CaseState, { deadlines }: NoticeContext): string {
  switch (state.stage) {
    case 'received':
    case 'accepted': {
      const by = dueInWords(deadlines, acknowledgementDeadline(state));
      return by ? `We will write to you by ${by} to say who is looking into it and when you will have an answer.` : weOweALetter;
    }
    case 'acknowledged': {
      const by = dueInWords(deadlines, responseDeadline(state));
      return by ? `You will have our full answer by ${by}.` : weOweALetter;
    }
    case 'service-request': {
      const by = state.answeredOn === undefined ? dueInWords(deadlines, 'service-request') : undefined;
      return by ? `We will do what we promised by ${by}.` : stands(state);
    }
    case 'answered':
    case 'another-route':
    case 'closed':
      return stands(state);
  }
}

function stands({ reference }: CaseState): string {
  return `What we wrote to you about ${reference} still holds.`;
}
