import { inWords } from '../../calendar/local-date.ts';
import type { CaseState, Closed } from '../../cases/case.ts';
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

/** A withdrawal is confirmed in writing and can be undone. It does not end what we promised, nor care for somebody's safety (duty D26). */
export function withdrawalConfirmed(state: Closed, { council, publicUrl, goesBy }: LetterContext): Letter {
  const { request } = state;
  const promised =
    request && request.answeredOn === undefined
      ? ` That includes what you first asked us to put right, which we promised by ${inWords(request.promisedBy)}.`
      : '';
  return {
    subject: `${state.reference}: we have stopped looking into it`,
    blocks: [
      greeting(state),
      { paragraph: `You told us that you no longer want us to look into ${state.reference}. We have closed it.` },
      {
        paragraph: `What we have already promised to do for you, we will still do.${promised} If we are worried about somebody’s safety, we go on with that too.`,
      },
      { paragraph: 'If this is not what you want, tell us and we will carry on from where we were, with the same dates.' },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference),
      signedByTeam(council),
    ],
  };
}

/** The case is what it was, and its dates are what they were. */
export function withdrawalUndone(state: CaseState, context: LetterContext): Letter {
  const { council, publicUrl, goesBy } = context;
  return {
    subject: `${state.reference}: we are carrying on`,
    blocks: [
      greeting(state),
      { paragraph: `You told us that you want us to look into ${state.reference} after all. We have opened it again, from where we were.` },
      { paragraph: whatComesNext(state, context) },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference),
      signedByTeam(council),
    ],
  };
}

function whatComesNext(state: CaseState, { deadlines }: NoticeContext): string {
  const same = 'The dates that we gave you before still hold.';
  switch (state.stage) {
    case 'received':
    case 'accepted': {
      const by = dueInWords(deadlines, acknowledgementDeadline(state));
      return by ? `The date by which we owe you a letter about how we deal with it is the same as before: ${by}.` : weOweALetter;
    }
    case 'acknowledged': {
      const by = dueInWords(deadlines, responseDeadline(state));
      return by ? `The date of our full answer is the same as before: ${by}.` : weOweALetter;
    }
    case 'service-request': {
      const by = state.answeredOn === undefined ? dueInWords(deadlines, 'service-request') : undefined;
      return by ? `The date by which we promised to do it is the same as before: ${by}.` : 'We go on with what we promised to do.';
    }
    case 'answered':
    case 'another-route':
    case 'closed':
      return same;
  }
}
