import { inWords } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventOf } from '../../cases/event.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import type { GroundNotToAccept, NotAccepting } from '../../cases/turning-away/turning-away.ts';
import { lastDayInTime } from '../../policy/twelve-months.ts';
import type { Block, Letter } from '../notice.ts';
import { directLine, greeting, howToAdd, type LetterContext, ombudsmenToReach, paragraphs } from '../parts.ts';
import { letterOf, section } from '../sections.ts';
import { lockedPieces } from '../wording/pieces.ts';
import { signedBy } from './turned-away.ts';

const because: Readonly<Record<GroundNotToAccept, string>> = {
  'out-of-time': 'What you write about was over, and known to you, more than 12 months before you told us.',
  'already-considered': 'We have already considered it under our complaints policy.',
  'legal-proceedings': 'It is before a court.',
  other: 'Our complaints policy does not cover it.',
};

/** The decision, its reasons, what was weighed against it, what to do instead and the Ombudsman, on whose powers we say nothing (policy section 3). */
export function notAccepted(state: CaseState, said: EventOf<'declined'>, { council, publicUrl, goesBy, staff }: LetterContext): Letter {
  const { ground, outOfTime } = said;
  const who = whoWroteForThem(state);
  return letterOf(`Your complaint ${state.reference}: why we are not looking into it`, [
    greeting(state),
    section('decision', {
      paragraph: `${who ? `${who} wrote to us for you, and we received the complaint` : 'We received your complaint'} on ${inWords(state.receivedOn)}. We have decided not to look into it under our complaints policy. ${because[ground]}`,
    }),
    section('reasons', { heading: 'Why' }, ...whenTheTimeEnded(outOfTime), ...paragraphs(said.facts)),
    section('weighed', { heading: 'What we weighed against it' }, ...paragraphs(said.discretion)),
    section('alternative', { heading: 'What you can do instead' }, ...paragraphs(said.alternative)),
    section(
      'ombudsman',
      { heading: 'If you disagree' },
      ...ombudsmenToReach(said.ombudsmen, lockedPieces['ombudsman-disagree'].words, council),
    ),
    ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLine(said.writtenBy ?? said.by, staff)),
    signedBy(said.writtenBy ?? said.by, council),
  ]);
}

function whenTheTimeEnded(outOfTime: NotAccepting['outOfTime']): readonly Block[] {
  if (!outOfTime) return [];
  const { knownOn } = outOfTime;
  return [{ paragraph: `The 12 months began on ${inWords(knownOn)} and ended on ${inWords(lastDayInTime(knownOn))}.` }];
}
