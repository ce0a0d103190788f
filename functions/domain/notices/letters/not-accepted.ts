import { inWords } from '../../calendar/local-date.ts';
import type { CaseEvent, CaseState } from '../../cases/case.ts';
import type { GroundNotToAccept } from '../../cases/turning-away/turning-away.ts';
import { lastDayInTime } from '../../policy/twelve-months.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, ombudsmenToReach, paragraphs } from '../parts.ts';
import { signedBy } from './turned-away.ts';

const because: Readonly<Record<GroundNotToAccept, string>> = {
  'out-of-time': 'What you write about was over, and known to you, more than 12 months before you told us.',
  'already-considered': 'We have already considered it under our complaints policy.',
  'legal-proceedings': 'It is before a court.',
  other: 'Our complaints policy does not cover it.',
};

/** The decision, its reasons, what was weighed against it, what to do instead and the Ombudsman, on whose powers we say nothing (policy section 3). */
export function notAccepted(state: CaseState, said: Extract<CaseEvent, { type: 'declined' }>, { council }: NoticeContext): Letter {
  const { ground, outOfTime } = said;
  return {
    subject: `Your complaint ${state.reference}: why we are not looking into it`,
    blocks: [
      greeting(state),
      {
        paragraph: `We received your complaint on ${inWords(state.receivedOn)}. We have decided not to look into it under our complaints policy. ${because[ground]}`,
      },
      { heading: 'Why' },
      ...(outOfTime
        ? [
            {
              paragraph: `The 12 months began on ${inWords(outOfTime.knownOn)} and ended on ${inWords(lastDayInTime(outOfTime.knownOn))}.`,
            },
          ]
        : []),
      ...paragraphs(said.facts),
      { heading: 'What we weighed against it' },
      ...paragraphs(said.discretion),
      { heading: 'What you can do instead' },
      ...paragraphs(said.alternative),
      { heading: 'If you disagree' },
      ...ombudsmenToReach(said.ombudsmen, 'You can tell us, and you can take this decision to', council),
      ...howToAdd(council, state.reference),
      signedBy(said.by, council),
    ],
  };
}
