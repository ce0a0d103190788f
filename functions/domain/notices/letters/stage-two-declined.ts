import { inWords } from '../../calendar/local-date.ts';
import type { CaseState, DeclineGround, EventData } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, ombudsmenToReach, paragraphs, signedByTeam } from '../parts.ts';

const because: Readonly<Record<DeclineGround, string>> = {
  'long-after-the-response': 'You asked a long time after our answer.',
  'already-considered': 'We have already considered this matter under our complaints policy.',
  'legal-proceedings': 'The matter is the subject of legal proceedings.',
  'not-under-the-policy': 'Our complaints policy does not cover what you ask for.',
};

/** A request for stage two that is not accepted: the reasons and the way to the Ombudsman, without comment on what they will do (both Codes 5.7, 5.11). */
export function stageTwoDeclined(
  state: CaseState,
  said: Extract<EventData, { type: 'stage-two-declined' }>,
  { council }: NoticeContext,
): Letter {
  const was = state.stage === 'closed' ? state.was : state;
  const ombudsman = ('ombudsman' in was && was.ombudsman) || 'LGSCO';
  return {
    subject: `Your complaint ${state.reference}: why we are not looking at it at stage two`,
    blocks: [
      greeting(state),
      {
        paragraph: `You asked us on ${inWords(said.askedOn)} to look at your complaint again. We have decided not to do so at stage two of our complaints policy. ${because[said.ground]}`,
      },
      { heading: 'Why' },
      ...paragraphs(said.facts),
      { heading: 'What we weighed against it' },
      ...paragraphs(said.discretion),
      { heading: 'If you disagree' },
      ...ombudsmenToReach([ombudsman], 'You can tell us, and you can take this decision to', council),
      ...howToAdd(council, state.reference),
      signedByTeam(council),
    ],
  };
}
