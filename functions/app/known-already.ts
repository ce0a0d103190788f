import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import type { CaseState } from '../domain/cases/case.ts';
import { inView } from '../domain/cases/in-view.ts';
import { leadServiceOf } from '../domain/cases/lead-service.ts';
import { wayTaken } from '../domain/cases/standing.ts';
import type { WayTaken } from '../domain/cases/turning-away/turning-away.ts';
import type { DeadlineKind } from '../domain/deadlines/deadline.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { nextDue, workTo } from '../domain/deadlines/next.ts';
import type { Contact } from '../domain/intake/contact.ts';
import { sameWordsWithin } from '../domain/intake/logging.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import type { Service } from '../domain/triage/suggestion.ts';
import { whoLooks } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

export type KnownDeps = World & { readonly store: Pick<CaseStore, 'casesOfPerson' | 'contactsThatSay' | 'findContact' | 'load' | 'staff'> };

/** A case that what is being logged may belong to, as an officer must see it to say so. */
export type KnownCase = {
  readonly reference: Reference;
  readonly stage: CaseState['stage'];
  readonly stageTwo: boolean;
  readonly way?: WayTaken;
  readonly receivedOn: CaseState['receivedOn'];
  readonly service: Service;
  readonly complainant?: string;
  readonly officer?: string;
  readonly due?: { readonly kind: DeadlineKind; readonly on: CaseState['receivedOn'] };
  /** The same person, as far as their details tell, has it. */
  readonly samePerson: boolean;
  /** Nearly the same words came in it in the last weeks. */
  readonly sameWords: boolean;
};

/** More than anybody looks through while somebody is on the telephone. */
const mostShown = 10;

/**
 * Earlier cases of the person and likely duplicates, the likeliest first; only those that this officer may open. What became part of another case stands
 * for that one.
 */
export async function knownAlready(deps: KnownDeps, by: Officer, contact: Pick<Contact, 'from' | 'text'>): Promise<readonly KnownCase[]> {
  const [theirs, alike, { viewer }] = await Promise.all([
    deps.store.casesOfPerson(contact.from),
    casesThatSay(deps, contact.text),
    whoLooks(deps, by),
  ]);
  const found = new Map<Reference, KnownCase>();
  for (const [references, why] of [
    [alike, { sameWords: true, samePerson: false }],
    [theirs, { samePerson: true, sameWords: false }],
  ] as const) {
    for (const state of await statesOf(deps.store, references.slice(0, mostShown * 2))) {
      if (!mayOpen(viewer, inView(state))) continue;
      const known = found.get(state.reference);
      found.set(state.reference, { ...shortOf(state, deps.rules), ...why, ...(known && { sameWords: true }) });
    }
  }
  const likeliest = (known: KnownCase) => (known.samePerson ? 2 : 0) + (known.sameWords ? 1 : 0) + (known.stage === 'closed' ? 0 : 3);
  return [...found.values()].toSorted((one, other) => likeliest(other) - likeliest(one)).slice(0, mostShown);
}

/** The latest case of theirs that is open and that not only a few may know of; undefined where there is none. */
export async function openCaseOf({ store }: Pick<KnownDeps, 'store'>, { from }: Pick<Contact, 'from'>): Promise<Reference | undefined> {
  const states = await statesOf(store, (await store.casesOfPerson(from)).slice(0, mostShown));
  return states.find(({ stage, restricted }) => stage !== 'closed' && restricted === undefined)?.reference;
}

async function casesThatSay({ store, now }: KnownDeps, text: string): Promise<readonly Reference[]> {
  const keys = await store.contactsThatSay(text, { today: londonDateOf(now()), ...sameWordsWithin });
  const known = await Promise.all(keys.map((key) => store.findContact(key)));
  return known.flatMap((record) => (record?.standing.kind === 'in-case' ? [record.standing.reference] : []));
}

async function statesOf(store: KnownDeps['store'], references: readonly Reference[]): Promise<readonly CaseState[]> {
  const states = await Promise.all(references.map((reference) => stateOf(store, reference)));
  return states.filter((state) => state !== undefined);
}

async function stateOf(store: KnownDeps['store'], reference: Reference): Promise<CaseState | undefined> {
  const state = (await store.load(reference))?.state;
  return state?.stage === 'closed' && state.partOf ? ((await store.load(state.partOf))?.state ?? state) : state;
}

function shortOf(state: CaseState, rules: World['rules']): Omit<KnownCase, 'samePerson' | 'sameWords'> {
  const next = nextDue(deadlinesOf(state, rules));
  const on = next && workTo(next);
  return {
    reference: state.reference,
    stage: state.stage,
    stageTwo: 'stageTwo' in state && state.stageTwo !== undefined,
    way: wayTaken(state),
    receivedOn: state.receivedOn,
    service: leadServiceOf(state),
    complainant: state.complainant.name,
    officer: 'allocation' in state ? state.allocation?.officer.name : undefined,
    due: next && on && { kind: next.kind, on },
  };
}
