import { addDays, dayOfWeek, type LocalDate } from '../calendar/local-date.ts';
import { isUnassigned } from '../cases/allocation/unassigned.ts';
import { isUndecidedHarm, mayMeanHarm } from '../notices/possible-harm.ts';
import { rolesOf, type StaffMember, type StaffRole } from '../staff/staff-member.ts';
import type { Service } from '../triage/suggestion.ts';
import type { QueueEntry } from './queue-entry.ts';

// The queues of the desk: each a name, and what belongs to it (ADR 14). All are filters over one reading of what is open (decision 9).

export const queueNames = [
  'mine',
  'service',
  'team',
  'unassigned',
  'harm',
  'triage',
  'approval',
  'unmatched',
  'undelivered',
  'call-backs',
  'to-post',
  'hand-overs',
  'to-close',
  'overdue',
  'today',
  'week',
  'all',
] as const;
export type QueueName = (typeof queueNames)[number];

/** Whoever reads them, as the staff directory has them. */
export type QueueReader = Pick<StaffMember, 'subject' | 'name' | 'services' | 'roles'>;

const sunday = 7;

/** What belongs to each queue, for this person on this London date. A case stands in as many as it belongs to. */
function belongings(reader: QueueReader, today: LocalDate): Record<QueueName, (entry: QueueEntry) => boolean> {
  const endOfWeek = addDays(today, sunday - dayOfWeek(today));
  return {
    // Whoever wrote what came back is to change it, also where another officer has the case.
    mine: (entry) => isWith(reader, entry) || entry.cameBack?.to === reader.subject,
    service: ({ service }) => reader.services?.includes(service) ?? false,
    team: isForTheTeam,
    unassigned: isUnassigned,
    harm: ({ flags }) => mayMeanHarm(flags),
    triage: ({ stage }) => stage === 'received',
    // Nobody approves what they proposed themselves (duty D28).
    approval: ({ proposedBy }) => proposedBy !== undefined && proposedBy !== reader.subject,
    unmatched: ({ question }) => question !== undefined,
    undelivered: ({ undelivered }) => undelivered ?? false,
    'call-backs': ({ callBack }) => callBack ?? false,
    'to-post': ({ toPost }) => toPost ?? false,
    'hand-overs': ({ handOver }) => handOver ?? false,
    'to-close': waitsToBeClosed,
    overdue: ({ nextDue }) => nextDue !== undefined && nextDue.on < today,
    today: ({ nextDue }) => nextDue?.on === today,
    week: ({ nextDue }) => nextDue !== undefined && nextDue.on >= today && nextDue.on <= endOfWeek,
    all: () => true,
  };
}

function isWith({ subject, name }: QueueReader, { officer, officerSubject }: QueueEntry): boolean {
  return officerSubject === undefined ? officer === name : officerSubject === subject;
}

/** What the complaints team does itself: decide where things belong, find somebody for them, see that letters arrive, and close what nobody has. */
function isForTheTeam(entry: QueueEntry): boolean {
  const { stage, question, undelivered, toPost, handOver, officer, callBack } = entry;
  return (
    stage === 'received' ||
    isUnassigned(entry) ||
    [question, undelivered, toPost, handOver].some(Boolean) ||
    ((callBack === true || waitsToBeClosed(entry)) && officer === undefined)
  );
}

/**
 * Where somebody's day begins: with the team's work for the complaints team and its Head, with their services for whoever leads them, with their own for
 * an investigator. Whoever looks after one kind of case, and the auditor, sees all that they may open.
 */
export function firstQueueOf(reader: QueueReader): QueueName {
  const roles = rolesOf(reader);
  const has = (...some: readonly StaffRole[]) => some.some((role) => roles.includes(role));
  if (has('complaints-team', 'head-of-complaints')) return 'team';
  if (has('service-lead', 'director')) return 'service';
  return has('investigator') ? 'mine' : 'all';
}

/** Undecided possible harm before everything, then as they come: by what is due next. What is answered and waits for nothing but to be closed comes last. */
export function inOrder(entries: readonly QueueEntry[]): readonly QueueEntry[] {
  const others = entries.filter((entry) => !isUndecidedHarm(entry));
  return [...entries.filter(isUndecidedHarm), ...others.filter((entry) => !waitsToBeClosed(entry)), ...others.filter(waitsToBeClosed)];
}

/** Everything is done, and somebody says so: until then it stands open (duty D27). */
function waitsToBeClosed({ stage, nextDue }: QueueEntry): boolean {
  return (stage === 'answered' || stage === 'another-route' || stage === 'service-request') && nextDue === undefined;
}

/** Which queue, of all its services or of one. */
export type QueueAsked = { readonly queue: QueueName; readonly service?: Service };

/** The cases of a queue, in its order. `entries` come by what is due next. */
export function casesOf(entries: readonly QueueEntry[], { queue, service }: QueueAsked, reader: QueueReader, today: LocalDate) {
  const belongs = belongings(reader, today)[queue];
  return inOrder(entries.filter((entry) => belongs(entry) && (service === undefined || entry.service === service)));
}

/** How many cases stand in each queue, in the order of their names. */
export function countsOf(entries: readonly QueueEntry[], reader: QueueReader, today: LocalDate): readonly QueueCount[] {
  const belongs = belongings(reader, today);
  return queueNames.map((queue) => ({ queue, count: entries.filter(belongs[queue]).length }));
}

export type QueueCount = { readonly queue: QueueName; readonly count: number };

/**
 * Where somebody goes on who saw this case at this place, counted from 0, of a queue: to what comes after it or, where it has left its place, to what
 * took it. Undefined at the end.
 */
export function placeAfter(cases: readonly QueueEntry[], place: number, reference: QueueEntry['reference']): number | undefined {
  const next = cases[place]?.reference === reference ? place + 1 : place;
  return next < cases.length ? next : undefined;
}
