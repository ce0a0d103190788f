import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import type { CaseState } from '../domain/cases/case.ts';
import { inView } from '../domain/cases/in-view.ts';
import { wayTaken } from '../domain/cases/standing.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { nextDue, workTo } from '../domain/deadlines/next.ts';
import { type LookedFor, readLookedFor } from '../domain/desk/looked-for.ts';
import type { QueueEntry } from '../domain/desk/queue-entry.ts';
import { mayOpen, type Viewer } from '../domain/staff/authority.ts';
import { whoLooks } from './desk-authority.ts';
import type { CaseStore, WordIndex } from './ports.ts';
import type { World } from './world.ts';

export type SearchDeps = World & { readonly store: Pick<CaseStore, 'load' | 'casesOfPerson' | 'staff'>; readonly words: WordIndex };

/** What a search shows of a case, open or closed. */
export type FoundCase = Pick<QueueEntry, 'reference' | 'stage' | 'stageTwo' | 'way' | 'receivedOn' | 'complainant' | 'nextDue'>;

/** `by`: what it was found by. `more`: there are more than are shown; another word would help. */
export type Found =
  | { readonly kind: 'cases'; readonly by: 'reference' | 'person' | 'words'; readonly cases: readonly FoundCase[]; readonly more: boolean }
  /** Nothing was typed that could be looked for. */
  | { readonly kind: 'nothing-asked' };

/** As many as anybody will look through; more than these means that the words are too few. */
const mostFound = 50;

/**
 * Finds cases by what an officer typed: a reference, an e-mail address, a telephone number, another system's reference, else names and words, all of
 * which must stand in the case. The newest first.
 */
export async function searchCases(deps: SearchDeps, by: Officer, typed: string): Promise<Found> {
  const { viewer } = await whoLooks(deps, by);
  const asked = readLookedFor(typed, deps.council.referencePrefix, Number(londonDateOf(deps.now()).slice(0, 4)));
  const named = await shown(deps, viewer, asked.references);
  if (named.length > 0) return { kind: 'cases', by: 'reference', cases: named, more: false };
  const person = personIn(asked);
  if (person) {
    const references = await deps.store.casesOfPerson(person);
    const cases = await shown(deps, viewer, references.slice(0, mostFound));
    if (cases.length > 0) return { kind: 'cases', by: 'person', cases, more: references.length > mostFound };
  }
  if (asked.words.length === 0) return { kind: 'nothing-asked' };
  const { references, more } = await deps.words.find(asked.words, mostFound);
  return { kind: 'cases', by: 'words', cases: await shown(deps, viewer, references, ({ restricted }) => restricted === undefined), more };
}

function personIn({ email, telephone, crmReference }: LookedFor) {
  const person = { ...(email && { email }), ...(telephone && { telephone }), ...(crmReference && { crmReference }) };
  return Object.keys(person).length > 0 ? person : undefined;
}

async function shown(
  { store, rules }: SearchDeps,
  viewer: Viewer,
  references: readonly Reference[],
  besides: (state: CaseState) => boolean = () => true,
): Promise<readonly FoundCase[]> {
  const stored = await Promise.all(references.map((reference) => store.load(reference)));
  const states = stored.flatMap((one) => (one ? [one.state] : []));
  return states.filter((state) => mayOpen(viewer, inView(state)) && besides(state)).map((state) => foundCase(state, rules));
}

function foundCase(state: CaseState, rules: World['rules']): FoundCase {
  const next = nextDue(deadlinesOf(state, rules));
  const on = next && workTo(next);
  const { reference, stage, receivedOn, complainant } = state;
  return {
    reference,
    stage,
    stageTwo: 'stageTwo' in state && state.stageTwo ? true : undefined,
    way: wayTaken(state),
    receivedOn,
    complainant: complainant.name,
    nextDue: next && on && { kind: next.kind, on },
  };
}
