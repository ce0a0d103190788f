import { inWords } from '../../calendar/local-date.ts';
import { allocationNow } from '../../cases/allocation/who-has-it.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import type { ApologisedFor } from '../../cases/in-touch/in-touch.ts';
import type { Block, Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, type NoticeContext, paragraphs, signedByTeam } from '../parts.ts';
import { letterOf, section } from '../sections.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

type Apologised = Extract<EventData, { readonly type: 'apologised' }>;

const whatWasDue: Readonly<Record<ApologisedFor, string>> = {
  acknowledge: 'tell you who is looking into your complaint, and when you will have our answer',
  'acknowledge-stage-two': 'tell you who is looking into your complaint at stage two, and when you will have our final answer',
  'acknowledge-complaint': 'tell you what we are doing about what you told us',
  respond: 'send you our answer to your complaint',
  'respond-stage-two': 'send you our final answer to your complaint',
};

/** Goes out by itself on the working day after one that we missed: who is responsible, when we write next, and the Ombudsman (duty D22). */
export function apology(
  state: CaseState,
  { deadline, due, words, updates }: Apologised,
  { council, publicUrl, goesBy, staff }: LetterContext,
): Letter {
  return letterOf(`Your complaint ${state.reference}: we are sorry that we are late`, [
    greeting(state),
    { paragraph: `We should have written to you by ${inWords(due)} to ${whatWasDue[deadline]}. We did not, and we are sorry.` },
    ...(words ? paragraphs(words) : []),
    section('investigator', { heading: 'Who is responsible' }, { paragraph: `${whoIsResponsible(state, council)}.` }),
    section(
      'new-date',
      { heading: 'What happens next' },
      {
        paragraph: `We are still dealing with it. We will write to you by ${inWords(updates.next)}, or sooner. You do not have to do anything.`,
      },
    ),
    section('ombudsman', ...ombudsmen(state, council)),
    ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
    signedByTeam(council),
  ]);
}

/** By name, and without their service: what goes out by itself may be read by somebody else (duty D6). */
function whoIsResponsible(state: CaseState, council: NoticeContext['council']): string {
  return `${allocationNow(state)?.officer.name ?? council.complaints.teamName}, ${council.name}`;
}

function ombudsmen(state: CaseState, council: NoticeContext['council']): readonly Block[] {
  return [{ heading: 'If you are unhappy about this' }, ...whoseOmbudsman(state, 'You can contact', council)];
}
