import { inWords } from '../../calendar/local-date.ts';
import type { AnotherRoute, OtherRoute } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, ombudsmanDetails, paragraphs, signedByTeam } from '../parts.ts';

/** Policy section 3: the reasons, what to do instead, and the right to take this decision to the Ombudsman, without comment on what it will do. */
export function anotherRoute(state: AnotherRoute, whatToDoInstead: string, { council }: NoticeContext): Letter {
  const ombudsman = council.ombudsmen[state.suggestion.ombudsman === 'HOS' ? 'HOS' : 'LGSCO'];
  return {
    subject: `Your message ${state.reference}: how it will be dealt with`,
    blocks: [
      greeting(state),
      {
        paragraph: `We received your message on ${inWords(state.receivedOn)}. ${decision(state.route)} This letter explains why and what happens next.`,
      },
      { heading: 'Why' },
      ...paragraphs(state.reasons),
      { heading: 'What happens next' },
      ...paragraphs(whatToDoInstead),
      { heading: 'If you disagree' },
      {
        paragraph: `You can tell us, and you can take this decision to the ${ombudsman.name}, which is independent of the council and free:`,
      },
      ombudsmanDetails(ombudsman),
      ...howToAdd(council, state.reference),
      signedByTeam(council),
    ],
  };
}

/** Stage two is part of the policy, and praise is no complaint that we turn away. */
function decision(route: OtherRoute): string {
  switch (route) {
    case 'stage-two':
      return 'We will deal with it at stage two of our complaints policy.';
    case 'feedback':
      return 'Thank you for it. We are treating it as feedback and not as a complaint.';
    default:
      return 'It will not be dealt with under our complaints policy.';
  }
}
