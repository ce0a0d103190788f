import { inWords } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { DeclineGround } from '../../cases/command.ts';
import type { EventOf } from '../../cases/event.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import type { Letter } from '../notice.ts';
import { directLine, greeting, howToAdd, type LetterContext, paragraphs } from '../parts.ts';
import { letterOf, section } from '../sections.ts';
import { lockedPieces } from '../wording/pieces.ts';
import { signedBy } from './turned-away.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

const because: Readonly<Record<DeclineGround, string>> = {
  'long-after-the-response': 'You asked a long time after our answer.',
  'already-considered': 'We have already considered this matter under our complaints policy.',
  'legal-proceedings': 'The matter is the subject of legal proceedings.',
  'not-under-the-policy': 'Our complaints policy does not cover what you ask for.',
};

/** A request for stage two that is not accepted: the reasons and the way to the Ombudsman, without comment on what they will do (both Codes 5.7, 5.11). */
export function stageTwoDeclined(
  state: CaseState,
  said: EventOf<'stage-two-declined'>,
  { council, publicUrl, goesBy, staff }: LetterContext,
): Letter {
  return letterOf(`Your complaint ${state.reference}: why we are not looking at it at stage two`, [
    greeting(state),
    section('decision', {
      paragraph: `${whoWroteForThem(state) ? 'We were asked' : 'You asked us'} on ${inWords(said.askedOn)} to look at your complaint again. We have decided not to do so at stage two of our complaints policy. ${because[said.ground]}`,
    }),
    section('reasons', { heading: 'Why' }, ...paragraphs(said.facts)),
    section('weighed', { heading: 'What we weighed against it' }, ...paragraphs(said.discretion)),
    section('ombudsman', { heading: 'If you disagree' }, ...whoseOmbudsman(state, lockedPieces['ombudsman-disagree'].words, council)),
    ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLine(said.writtenBy ?? said.by, staff)),
    signedBy(said.writtenBy ?? said.by, council),
  ]);
}
