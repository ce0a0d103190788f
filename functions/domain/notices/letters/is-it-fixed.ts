import { inWords, type LocalDate } from '../../calendar/local-date.ts';
import type { ServiceRequest } from '../../cases/case.ts';
import { isTenants } from '../../cases/request/ready.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type LetterContext, signedByTeam } from '../parts.ts';
import { yourChoice } from './service-request.ts';

/** One question on the promised day; "no" makes the complaint (duty D17). It says nothing of what they asked for (duty D6). */
export function isItFixed(state: ServiceRequest, on: LocalDate, { council, publicUrl, goesBy }: LetterContext): Letter {
  const day = inWords(state.promisedBy);
  return {
    subject: `Your request ${state.reference}: is it fixed?`,
    blocks: [
      greeting(state),
      {
        paragraph: `We told you that we would put things right by ${on === state.promisedBy ? `today, ${day}` : day}. Is it fixed?`,
      },
      {
        list: [
          'If it is, you do not need to do anything.',
          'If it is not, tell us: “no” is enough. We will treat that as a complaint from the day you tell us, and we will not stop working on it.',
        ],
      },
      ...(isTenants(state) ? yourChoice(state) : []),
      ...howToAdd({ council, publicUrl, goesBy }, state.reference),
      signedByTeam(council),
    ],
  };
}
