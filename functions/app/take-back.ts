import type { Officer, Reference } from '../domain/cases/actor.ts';
import type { CaseState } from '../domain/cases/case.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { evolve, replay } from '../domain/cases/evolve.ts';
import { inView } from '../domain/cases/in-view.ts';
import { offeredToTakeBack, type TakeBackOffer } from '../domain/cases/taking-back/deciding.ts';
import { standingEvents } from '../domain/cases/taking-back/taken-back.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { lessonsChanged } from '../domain/registers/lesson.ts';
import { type CountedDecision, countedDecision } from '../domain/reporting/counted-decision.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import { queueEntryOf } from './change-of.ts';
import { whoLooks } from './desk-authority.ts';
import type { CaseChange, CaseFile, CaseStore } from './ports.ts';
import type { CommandResult } from './run-command.ts';
import type { World } from './world.ts';

export type TakeBackRequest = {
  readonly reference: Reference;
  /** The version that the officer saw. */
  readonly expected: number;
  /** The same for every try of the same act. */
  readonly commandId: string;
  readonly by: Officer;
};

const tooLate = 'It cannot be taken back any more: its letter has left, or somebody has done something since.';

/**
 * Takes back an officer's latest command before any letter of it leaves (duty D38): the case is as it was before, but for its numbers, and the record
 * shows both. One guarded transaction: where a letter leaves at the same moment, nothing is taken back.
 */
export async function takeBack(deps: World & { readonly store: CaseStore }, request: TakeBackRequest): Promise<CommandResult> {
  const { reference, expected, commandId, by } = request;
  const [file, { viewer }] = await Promise.all([deps.store.loadFile(reference), whoLooks(deps, by)]);
  if (!file || !mayOpen(viewer, inView(file.state))) return { kind: 'not-found' };
  if (file.events.some((event) => event.commandId === commandId)) return { kind: 'done', version: file.version };
  const offer = file.version === expected ? offeredToTakeBack(file, by.subject, deps.now()) : undefined;
  const event = offer && ({ v: 1, at: deps.now(), by, commandId, type: 'taken-back', command: offer.command } satisfies CaseEvent);
  const change = event && changeThatTakesBack(deps, file, offer, event);
  if (!change) return { kind: 'refused', why: tooLate };
  return (await deps.store.save(change)) === 'saved' ? { kind: 'done', version: file.version + 1 } : { kind: 'refused', why: tooLate };
}

function changeThatTakesBack({ rules }: World, file: CaseFile, offer: TakeBackOffer, event: CaseEvent): CaseChange | undefined {
  const all = [...file.events, event];
  const state = replay(all);
  if (!state) return undefined;
  const letters = new Set(offer.letters.map(({ id }) => id));
  const countedThen = lastCounted(standingEvents(file.events));
  const countedNow = lastCounted(standingEvents(all));
  const numbers = new Set((state.remedies ?? []).map(({ number }) => number));
  return {
    reference: state.reference,
    expected: file.version,
    state,
    events: [event],
    notices: [],
    decision: countedNow,
    lessons: lessonsChanged(file.state, state),
    takesBack: {
      letters: file.notices.filter(({ id }) => letters.has(id)),
      decision: countedNow ? undefined : countedThen,
      lessons: lessonsChanged(undefined, file.state).filter(({ number }) => !numbers.has(number)),
    },
    queue: queueEntryOf(state, deadlinesOf(state, rules)),
  };
}

/** What stands counted of a suggestion after these events. */
function lastCounted(events: readonly CaseEvent[]): CountedDecision | undefined {
  let state: CaseState | undefined;
  let counted: CountedDecision | undefined;
  for (const event of events) {
    counted = countedDecision(state, event) ?? counted;
    state = evolve(state, event);
  }
  return counted;
}
