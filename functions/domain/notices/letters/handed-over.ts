import { inWords } from '../../calendar/local-date.ts';
import type { Actor } from '../../cases/actor.ts';
import type { CaseState } from '../../cases/case.ts';
import type { HandingOver } from '../../cases/turning-away/turning-away.ts';
import { theirProcedures } from '../../policy/receiving-teams.ts';
import type { Letter } from '../notice.ts';
import { directLine, greeting, howToAdd, type LetterContext, paragraphs, wroteForYou } from '../parts.ts';
import { lockedPieces } from '../wording/pieces.ts';
import { partOfIt, signedBy, theRestGoesOn } from './turned-away.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

/** They send nothing again, and the day on which we had it counts (duty D12). */
export function handedOver(
  state: CaseState,
  said: HandingOver & { readonly decidedBy: Actor },
  { council, publicUrl, goesBy, staff }: LetterContext,
): Letter {
  const team = council.receivingTeams[said.to]?.name ?? council.complaints.teamName;
  const what = said.part === undefined ? 'Your message' : 'Part of your message';
  return {
    subject: `Your message ${state.reference}: ${said.part === undefined ? '' : 'part of it is '}now with another team of the council`,
    blocks: [
      greeting(state),
      ...wroteForYou(state),
      {
        paragraph: `${what} is now with another team of the council: ${team}. You do not need to send it again. We received it on ${inWords(said.receivedOn)}, and that is the date that counts.`,
      },
      ...partOfIt(said.part),
      { heading: 'Why' },
      { paragraph: `It is dealt with as ${theirProcedures[said.to].as}.` },
      ...paragraphs(said.reasons),
      { heading: 'What happens next' },
      ...paragraphs(said.told),
      { paragraph: 'We make sure that the other team has it. If you do not hear from them, tell us.' },
      ...theRestGoesOn(said.part),
      { heading: 'If you disagree' },
      ...whoseOmbudsman(state, lockedPieces['ombudsman-disagree'].words, council),
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLine(said.decidedBy, staff)),
      signedBy(said.decidedBy, council),
    ],
  };
}
