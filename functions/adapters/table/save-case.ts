import type { CaseChange, TakesBack } from '../../app/ports.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { takenIntoCase } from './contacts.ts';
import { pointerToCopies } from './copies.ts';
import { counted } from './counted-decisions.ts';
import { countedRelease } from './counted-releases.ts';
import { eventKey, inQueue, markedAsTakenBack, pointerKey, stateKey } from './keys.ts';
import { lessonWrite } from './lessons.ts';
import { planned, takenBack } from './notices.ts';
import { crmDetail, type PersonKey, personDetails } from './person-details.ts';
import { StoreFault } from './store-fault.ts';
import { type Expression, ifAbsent, type Table, type Write, writeTogether } from './table.ts';

/**
 * Stores what one command changed, all of it or nothing (decisions 1 to 7): the snapshot guarded by its version, the events, the contact and
 * its link, the planned notices, and the pointers by which the person's cases are found.
 *
 * A failed guard is an answer: `already-received` when the contact was taken in before (or a held one is no longer held), `copy-of-another` when it
 * would open a case for an e-mail that was taken in under another id, else `overtaken`.
 * Throws `change-without-events` and, past DynamoDB's limits, `item-too-large` or `transaction-too-large`.
 */
export async function saveCase(
  table: Table,
  personKey: PersonKey,
  change: CaseChange,
): Promise<'saved' | 'overtaken' | 'already-received' | 'copy-of-another'> {
  const { reference, contact, events, expected, evenIfCopy } = change;
  const saved = await writeTogether(table, [
    ...changeWrites(
      change,
      contact && [...takenIntoCase(contact, reference), ...pointerToCopies(contact, reference, expected === 0 && !evenIfCopy)],
    ),
    ...(contact || events.some(({ type }) => namesSomebody.has(type)) ? await pointers(change, personKey) : []),
    // Loaded only where something was said: most functions that store a change take nothing in.
    ...(contact ? (await import('./said.ts')).saidBy(contact, personKey) : []),
  ]);
  if (saved === 'written') return 'saved';
  if (saved.refused.has('contact')) return 'already-received';
  return saved.refused.has('copy') ? 'copy-of-another' : 'overtaken';
}

/** After these, somebody or something new leads to the case. */
const namesSomebody: ReadonlySet<string> = new Set<CaseEvent['type']>(['email-corrected', 'caller-confirmed', 'crm-reference-recorded']);

/** What every change of a case writes: its snapshot, its events, the contact that it takes in, the notices that follow, the decision that it counts and what the register learns. */
export function changeWrites(change: CaseChange, contact: readonly Write[] = []): readonly Write[] {
  const { reference, events, notices, lettersWaitUntil, decision, releases = [], lessons = [], takesBack } = change;
  const plannedAt = events[0]?.at;
  if (plannedAt === undefined) throw new StoreFault('change-without-events', reference);
  return [
    snapshot(change),
    ...eventWrites(change),
    ...contact,
    ...notices.map((notice) => planned(reference, notice, plannedAt, lettersWaitUntil)),
    ...(decision ? [counted(reference, decision)] : []),
    ...releases.map((release) => countedRelease(reference, release)),
    ...lessons.map(lessonWrite),
    ...(takesBack ? writesThatTakeBack(reference, takesBack, plannedAt) : []),
  ];
}

/** What was counted or registered stays, marked: nothing in the table is ever deleted. */
function writesThatTakeBack(reference: Reference, { letters, decision, lessons }: TakesBack, at: Instant): readonly Write[] {
  const goes = [...(decision ? [counted(reference, decision)] : []), ...lessons.map(lessonWrite)];
  return [
    ...letters.map((letter) => takenBack(reference, letter, at)),
    ...goes.map((write) => ({ ...write, item: { ...write.item, ...markedAsTakenBack } })),
  ];
}

function snapshot({ reference, expected, state, queue }: CaseChange): Write {
  const condition: Expression = expected === 0 ? ifAbsent : { text: '#version = :expected', values: { ':expected': expected } };
  return {
    what: 'state',
    item: {
      ...stateKey(reference),
      version: expected + 1,
      state: JSON.stringify(state),
      ...(queue && { ...inQueue(reference, queue.nextDue?.on), queue: JSON.stringify(queue) }),
    },
    condition,
  };
}

function eventWrites({ reference, state, events }: CaseChange): readonly Write[] {
  const first = state.eventCount - events.length + 1;
  return events.map((event, index) => ({ what: 'event', item: { ...eventKey(reference, first + index), event }, condition: ifAbsent }));
}

/** Pointers of the complainant, of their representative and of whoever wrote this time: a representative's cases are found too. */
export async function pointers({ reference, state, contact }: CaseChange, personKey: PersonKey): Promise<readonly Write[]> {
  const people = await personDetails([state.complainant, state.people?.representative ?? {}, contact?.from ?? {}]);
  const details = [...people, ...crmDetail(state.crmReference)];
  return details.map((detail) => ({ what: 'pointer', item: pointerKey(personKey(detail), reference) }));
}
