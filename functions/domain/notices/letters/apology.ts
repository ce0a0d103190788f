import { allocationNow } from '../../cases/allocation/who-has-it.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, type NoticeContext, paragraphs, signedByTeam } from '../parts.ts';
import { letterOf, section } from '../sections.ts';
import { whoseOmbudsman } from './whose-ombudsman.ts';

type Apologised = Extract<EventData, { readonly type: 'apologised' }>;

/** Goes out by itself on the working day after one that we missed: who is responsible, when we write next, and the Ombudsman (duty D22). */
export function apology(state: CaseState, { deadline, due, words: added, updates }: Apologised, context: LetterContext): Letter {
  const { council, staff, words } = context;
  const { t, date } = words;
  const { reference } = state;
  return letterOf(t('apology.subject', { reference }), [
    greeting(state, context),
    { paragraph: t(`apology.${deadline}`, { date: date(due) }) },
    ...(added ? paragraphs(added) : []),
    section('investigator', { heading: t('apology.who') }, { paragraph: `${whoIsResponsible(state, council)}.` }),
    section('new-date', { heading: t('shared.next') }, { paragraph: t('apology.weWriteBy', { date: date(updates.next) }) }),
    section('ombudsman', { heading: t('apology.unhappy') }, ...whoseOmbudsman(state, 'contact', context)),
    ...howToAdd(context, reference, directLineOf(state, staff)),
    signedByTeam(council),
  ]);
}

/** By name, and without their service: what goes out by itself may be read by somebody else (duty D6). */
function whoIsResponsible(state: CaseState, council: NoticeContext['council']): string {
  return `${allocationNow(state)?.officer.name ?? council.complaints.teamName}, ${council.name}`;
}
