import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import { entryInView } from '../domain/desk/entry-in-view.ts';
import type { QueueEntry } from '../domain/desk/queue-entry.ts';
import {
  casesOf,
  countsOf,
  firstQueueOf,
  inOrder,
  placeAfter,
  type QueueAsked,
  type QueueCount,
  type QueueName,
  type QueueReader,
} from '../domain/desk/queues.ts';
import type { Contact } from '../domain/intake/contact.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import { mayUse } from '../domain/staff/desk-pages.ts';
import { isAway, type StaffMember, type StaffRole, staffMember } from '../domain/staff/staff-member.ts';
import { standIns, standsInFor } from '../domain/staff/standing-in.ts';
import { type AuthorityDeps, mayNotUse, whoLooks } from './desk-authority.ts';
import type { CaseStore, HeldContacts } from './ports.ts';
import type { World } from './world.ts';

type ListDeps = Pick<World, 'now'> & { readonly store: Pick<CaseStore, 'openCases' | 'heldContacts' | 'staff'> };

/** One page of a queue, and how many stand in each. `place`: of the first of `entries` in its queue, counted from 0. */
export type Queue = {
  readonly queue: QueueName;
  readonly counts: readonly QueueCount[];
  readonly entries: readonly QueueEntry[];
  readonly place: number;
  readonly total: number;
  readonly pages: number;
  /** None for somebody whose role settles none. */
  readonly held: HeldContacts;
  /** Their role reaches the cases of their services, and none is recorded. */
  readonly withoutService: boolean;
  /** Whose work falls to this officer while they are away, with what is open there. */
  readonly standingInFor: readonly AbsentQueue[];
};

/** The staff directory, where the request has read it. */
type Read = { readonly staff?: readonly StaffMember[] };

export type AbsentQueue = { readonly absent: StaffMember; readonly entries: readonly QueueEntry[] };

/** As many as anybody will look through on one page; the oldest come first, so each has its turn. */
const mostHeld = 50;
const casesOnAPage = 50;
const reachesByService: readonly StaffRole[] = ['investigator', 'service-lead', 'director'];

/**
 * A page of open cases, undecided possible harm first and then by what is due next, and contacts that wait for a person. Without a queue it is the
 * one in which this officer's day begins; a page past the last is the last. May lag a moment behind: never the answer to a POST (decision 9).
 */
export async function listQueue(
  deps: ListDeps,
  by: Officer,
  asked: Partial<QueueAsked> & { readonly page: number } & Read,
): Promise<Queue> {
  const [{ cases, reader, viewer, staff }, held] = await Promise.all([openTo(deps, by, asked), deps.store.heldContacts(mostHeld)]);
  const queue = asked.queue ?? firstQueueOf(reader);
  const today = londonDateOf(deps.now());
  const all = casesOf(cases, { queue, service: asked.service }, reader, today);
  const pages = Math.max(1, Math.ceil(all.length / casesOnAPage));
  const place = (Math.min(asked.page, pages) - 1) * casesOnAPage;
  return {
    queue,
    counts: countsOf(cases, reader, today),
    entries: all.slice(place, place + casesOnAPage),
    place,
    total: all.length,
    pages,
    held: mayUse(viewer, 'held') ? held : { contacts: [], count: 0 },
    withoutService: !viewer.as.some(({ roles, services }) => services.length > 0 || roles.some((role) => !reachesByService.includes(role))),
    standingInFor: standsInFor(by.subject, staff, today).map((absent) => ({
      absent,
      entries: inOrder(cases.filter((entry) => entryInView(entry, staff).officer === absent.subject)),
    })),
  };
}

/** The case on which somebody goes on, and its place; undefined at the end of the queue. */
export async function nextInQueue(
  deps: ListDeps,
  by: Officer,
  from: QueueAsked & { readonly place: number; readonly reference: Reference } & Read,
): Promise<{ readonly reference: Reference; readonly place: number } | undefined> {
  const { cases, reader } = await openTo(deps, by, from);
  const all = casesOf(cases, from, reader, londonDateOf(deps.now()));
  const place = placeAfter(all, from.place, from.reference);
  const next = place === undefined ? undefined : all[place];
  return place !== undefined && next ? { reference: next.reference, place } : undefined;
}

/** The open cases that this officer may see, by what is due next. */
async function openTo({ store, now }: ListDeps, by: Officer, read: Read) {
  const [cases, { viewer, staff }] = await Promise.all([store.openCases(), whoLooks({ store, now }, by, read.staff)]);
  const reader: QueueReader = staffMember(staff, by.subject) ?? by;
  return { cases: cases.filter((entry) => mayOpen(viewer, entryInView(entry, staff))), reader, viewer, staff };
}

/** As many as anybody will look through; every one is kept. */
const mostAutomatic = 50;

/** What machines sent us that belongs to no case, newest first; nothing for whoever may not read it. */
export async function listAutomatic(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'filedContacts'> },
  by: Officer,
): Promise<readonly Contact[]> {
  return (await mayNotUse(deps, by, 'automatic')) === undefined ? deps.store.filedContacts(mostAutomatic) : [];
}

/** How much somebody has, and who stands in for them while they are away; `nobody` where no deputy is there. */
export type Workload = { readonly subject: string; readonly open: number; readonly standsIn?: StaffMember | 'nobody' };

/** Of everybody in the directory, for whoever may read it. Numbers only, so that a restricted case counts as well: nobody's queue is invisible. */
export async function listWorkloads(deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'openCases'> }, by: Officer) {
  if ((await mayNotUse(deps, by, 'staff')) !== undefined) return undefined;
  const { store, now } = deps;
  const [cases, staff] = await Promise.all([store.openCases(), store.staff()]);
  const today = londonDateOf(now());
  const officers = cases.map((entry) => entryInView(entry, staff).officer);
  return staff.map(
    (member): Workload => ({
      subject: member.subject,
      open: officers.filter((subject) => subject === member.subject).length,
      standsIn: isAway(member, today) ? (standIns(member, staff, today)[0] ?? 'nobody') : undefined,
    }),
  );
}
