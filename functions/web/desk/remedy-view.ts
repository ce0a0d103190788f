import { remedyNumbers } from '../../contracts/remedy-forms.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { ProposedCommand } from '../../domain/cases/command.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { asSentence, promiseNamed } from '../../domain/cases/remedies/in-words.ts';
import { inPounds } from '../../domain/cases/remedies/money.ts';
import { longestRemedy } from '../../domain/cases/remedies/promising.ts';
import { openRemedies, unconfirmedRemedies } from '../../domain/cases/remedies/ready.ts';
import {
  isForOthers,
  type Remedy,
  type RemedyEvent,
  type RemedyOffer,
  type RemedyType,
  remedyGuidance,
  remedyOf,
  remedyTypes,
} from '../../domain/cases/remedies/remedy.ts';
import { standingEvents } from '../../domain/cases/taking-back/taken-back.ts';
import { dateFields } from './date-fields.ts';
import type { Fact } from './fact.ts';

// What officers read and type about what we put right.

export const remedyTypeNames: Record<RemedyType, string> = {
  apology: 'Apologise',
  'acknowledge-mistake': 'Say that something went wrong',
  explanation: 'Explain, help or give reasons',
  'action-after-delay': 'Do what was delayed',
  'reconsider-decision': 'Look again at a decision, or change it',
  'correct-record': 'Correct a record, or add to it',
  financial: 'Pay money',
  'policy-or-practice': 'Change a policy, procedure or practice (service improvement)',
  conduct: 'Use our process for poor conduct (service improvement)',
  training: 'Review training (service improvement)',
  'for-others': 'Put it right for others who are affected (the person gets no letter about it)',
};

export function remedyChoices(state: CaseState) {
  return {
    remedyNumbers,
    remedyGuidance,
    longestRemedy,
    remedyTypes: remedyTypes.map((value) => ({ value, text: remedyTypeNames[value] })),
    remedyTypesForThem: remedyTypes.filter((type) => type !== 'for-others').map((value) => ({ value, text: remedyTypeNames[value] })),
    openRemedies: openRemedies(state).map(choice),
    unconfirmedRemedies: unconfirmedRemedies(state).map(choice),
  };
}

function choice(remedy: Remedy) {
  return { value: String(remedy.number), text: `${promiseNamed(remedy)}, by ${inWords(remedy.due)}` };
}

/** Where only one can be meant, it is chosen already. */
export function onlyRemedy(remedies: readonly Remedy[]): Readonly<Record<string, string>> {
  const [only, ...others] = remedies;
  return only && others.length === 0 ? { number: String(only.number) } : {};
}

/** The rows of what was proposed and returned, so that it is changed and not typed again. */
export function remedyFields(command: ProposedCommand): Readonly<Record<string, string>> {
  if (command.type === 'promise-remedy')
    return { ...rowOf(command.remedy, 1), ...(command.remedy.forOmbudsman ? { forOmbudsman: 'yes' } : {}) };
  if (command.type === 'record-remedy-undeliverable')
    return {
      number: String(command.number),
      ...rowOf(command.instead, 1),
      ...(command.instead.forOmbudsman ? { forOmbudsman: 'yes' } : {}),
    };
  if (command.type !== 'respond') return {};
  const { remedies = [], affectedOthers } = command;
  const rows = remedies.filter((offer) => !isForOthers(offer)).map((offer, index) => rowOf(offer, index + 1));
  const others = remedies.filter(isForOthers).map((offer) => ({ affected: 'yes', ...rowOf(offer, 'others') }));
  return Object.assign(affectedOthers === undefined ? {} : { affected: 'no' }, ...rows, ...others);
}

function rowOf(
  { type, what, impact, amountPence, takenOffDebt, asCredit, owner, due }: RemedyOffer,
  number: number | 'others',
): Record<string, string> {
  const row = {
    type,
    what,
    impact: impact ?? '',
    amount: amountPence === undefined ? '' : inPounds(amountPence).replace(/[£,]/g, ''),
    setoff: takenOffDebt === undefined ? '' : 'yes',
    agreement: takenOffDebt ?? '',
    credit: asCredit ?? '',
    owner: owner.subject,
  };
  return {
    ...Object.fromEntries(Object.entries(row).map(([name, value]) => [`remedy-${name}-${number}`, value])),
    ...dateFields(`remedy-due-${number}`, due),
  };
}

/** One remedy as whoever approves it, or looks back, must be able to read it: word for word. */
export function offerInWords(offer: RemedyOffer): string {
  const { type, what, impact, amountPence, takenOffDebt, asCredit, forOmbudsman, owner, due } = offer;
  return [
    `${remedyTypeNames[type]}: ${what}`,
    `By ${inWords(due)}, ${owner.name}.`,
    ...(amountPence === undefined ? [] : [`Amount: ${inPounds(amountPence)}.`]),
    ...(impact === undefined ? [] : [`How it affected them: ${impact}`]),
    ...(takenOffDebt === undefined ? [] : [`Taken off what they owe us. They agreed: ${takenOffDebt}`]),
    ...(asCredit === undefined ? [] : [`They get it ${asCredit}, and are not paid.`]),
    ...(forOmbudsman ? ['An Ombudsman asked for it.'] : []),
  ].join('\n');
}

/** `remedies`: of the case, where they are at hand. */
export function numberedPromise(number: number, remedies: readonly Remedy[] = []): string {
  const remedy = remedyOf(remedies, number);
  return remedy ? promiseNamed(remedy) : 'something that we promised';
}

export function remedyEventInWords(
  event: RemedyEvent,
  remedies: readonly Remedy[] = [],
): { readonly title: string; readonly details?: readonly string[] } {
  const named = (number: number) => numberedPromise(number, remedies);
  switch (event.type) {
    case 'remedy-promised':
      return { title: `Promised: ${promiseNamed(event.remedy)}`, details: [offerInWords(event.remedy)] };
    case 'remedy-done':
      return { title: `Done: ${named(event.number)}`, details: [`On ${inWords(event.on)}.`, event.evidence] };
    case 'remedy-undeliverable':
      return {
        title: `Cannot be done: ${named(event.number)}`,
        details: [event.why, event.instead ? `Promised instead: ${offerInWords(event.instead)}` : `Instead: ${event.alternative}`],
      };
    case 'remedy-date-changed':
      return {
        title: `Later: ${named(event.number)}`,
        details: [`By ${inWords(event.due)} and not ${inWords(event.previousDue)}.`, event.reason],
      };
    case 'asked-whether-done':
      return { title: 'Asked whether we did what we promised', details: event.numbers.map((number) => asSentence(named(number))) };
    case 'confirmed-done':
      return { title: `They say that it is done: ${named(event.number)}`, details: [event.note] };
    case 'remedy-reopened':
      return { title: `They say that it is not done: ${named(event.number)}`, details: [event.note, `Now by ${inWords(event.due)}.`] };
  }
}

/** What was promised and how it stands, for the facts of a case; who else is affected, as the last response had it. */
export function remedyFacts(state: CaseState, events: readonly CaseEvent[]): readonly Fact[] {
  const responded = standingEvents(events).findLast((event) => event.type === 'responded');
  const affected = responded?.type === 'responded' ? responded.affectedOthers : undefined;
  return [
    ...(state.remedies ?? []).map((remedy) => ({ term: 'We promised', detail: standingInWords(remedy) })),
    ...(affected === undefined ? [] : [{ term: 'What the answer says of others affected', detail: affected }]),
  ];
}

function standingInWords(remedy: Remedy): string {
  const { owner, due, asked } = remedy;
  const question = asked && remedy.confirmedOn === undefined ? [`We asked them on ${inWords(asked.on)} whether it is done.`] : [];
  const forWhom = isForOthers(remedy) ? 'For others who are affected: ' : '';
  return [`${forWhom}${promiseNamed(remedy)}.`, `${outcomeInWords(remedy)} ${owner.name}, by ${inWords(due)}.`, ...question].join('\n');
}

function outcomeInWords({ state, confirmedOn }: Remedy): string {
  if (confirmedOn !== undefined) return 'Done, and they say so.';
  switch (state.is) {
    case 'promised':
      return 'To be done.';
    case 'done':
      return `Done on ${inWords(state.on)}.`;
    case 'undeliverable':
      return 'Cannot be done.';
  }
}
