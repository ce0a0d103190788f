import type { OmbudsmanFacts } from '../../../../council/facts.ts';
import { inWords } from '../../calendar/local-date.ts';
import type { Acknowledged, Extension } from '../../cases/case.ts';
import { ombudsmenOfComplaint } from '../../cases/points.ts';
import type { Block, Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, officerInWords, ombudsmanDetails, paragraphs } from '../parts.ts';
import { letterOf, section } from '../sections.ts';

/** Policy section 6 and both Codes 6.4 and 6.5: the date we told them, the new one, the reason, and the Ombudsman's details, always. */
export function extension(
  state: Acknowledged,
  change: Extension,
  exceptionalReason: string | undefined,
  { council, publicUrl, goesBy, staff }: LetterContext,
): Letter {
  const told = (state.extensions.length === 1 && state.promised) || change.previousDue;
  const answer = state.stageTwo ? 'final response' : 'full response';
  return letterOf(`Your complaint ${state.reference}: we need more time`, [
    greeting(state),
    section('new-date', {
      paragraph: `We told you that you would have our ${answer} by ${inWords(told)}. We are sorry, but we need more time. You will have it by ${inWords(change.due)}.`,
    }),
    section(
      'reasons',
      { heading: 'Why we need more time' },
      ...paragraphs(change.reason),
      ...(exceptionalReason ? paragraphs(exceptionalReason) : []),
    ),
    ...untilThen(state, change),
    section('ombudsman', ...ombudsmenOfComplaint(state).flatMap((which) => aboutOmbudsman(council.ombudsmen[which]))),
    ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
    { paragraph: officerInWords(state.allocation, { council, staff }) },
  ]);
}

/** Where points belong to different ones, each is named (duty D15). */
function aboutOmbudsman(ombudsman: OmbudsmanFacts): readonly Block[] {
  return [
    { heading: `The ${ombudsman.name}` },
    { paragraph: `If you are unhappy about this you can contact the ${ombudsman.name}. It is independent of the council and free.` },
    ombudsmanDetails(ombudsman),
  ];
}

/** Past the policy's own extension nobody waits in silence (Housing Ombudsman Complaint Handling Code 5.9). */
function untilThen({ inTouch }: Acknowledged, { on, due }: Extension): readonly Block[] {
  const { next } = inTouch?.updates ?? {};
  if (!next || next <= on || next >= due) return [];
  return [
    {
      paragraph: `Until then we will keep you informed. We will write to you by ${inWords(next)}. Tell us if you would like to hear from us on other dates.`,
    },
  ];
}
