import type { CaseEvent, CaseState, Circumstances, Command, Refusal } from '../domain/cases/case.ts';
import { decide } from '../domain/cases/decide.ts';
import { evolve } from '../domain/cases/evolve.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { nextDue, workTo } from '../domain/deadlines/next.ts';
import type { Contact } from '../domain/intake/contact.ts';
import type { PlannedNotice } from '../domain/notices/notice.ts';
import { noticesFor } from '../domain/notices/notices-for.ts';
import type { CaseChange, QueueEntry, StoredCase } from './ports.ts';
import type { World } from './world.ts';

/**
 * What one command changes, ready to be saved in one transaction: the new state, its events, the notices they cause, and the queue's entry.
 * Nothing is written here.
 */
export function changeOf(
  world: World,
  current: StoredCase | undefined,
  command: Command,
  circumstances: Circumstances,
  contact?: Contact,
): CaseChange | Refusal {
  const decision = decide(world.rules, current?.state, command, circumstances);
  if ('refused' in decision) return decision;
  const state = decision.events.reduce<CaseState | undefined>(evolve, current?.state);
  if (!state) return { refused: 'Nothing happened.' };
  return {
    reference: state.reference,
    expected: current?.version ?? 0,
    state,
    events: decision.events,
    notices: noticesOf(world, state, decision.events),
    contact,
    queue: queueEntryOf(world, state),
  };
}

function noticesOf(world: World, state: CaseState, events: readonly CaseEvent[]): readonly PlannedNotice[] {
  const context = { council: world.council, publicUrl: world.publicUrl, deadlines: deadlinesOf(state, world.rules) };
  const firstNumber = state.eventCount - events.length + 1;
  return events.flatMap((event, index) => noticesFor(event, firstNumber + index, state, context));
}

/** Closed cases leave the queue, unless something came in that nobody has read, or a letter did not arrive. */
function queueEntryOf(world: World, state: CaseState): QueueEntry | undefined {
  if (state.stage === 'closed' && !state.unread && !state.undelivered) return undefined;
  const next = nextDue(deadlinesOf(state, world.rules));
  const on = next && workTo(next);
  return {
    reference: state.reference,
    stage: state.stage,
    suggested: state.suggestion.primary,
    flags: state.suggestion.flags,
    service: 'service' in state ? state.service : state.suggestion.service,
    receivedOn: state.receivedOn,
    complainant: state.complainant.name,
    officer: 'allocation' in state ? state.allocation?.officer.name : undefined,
    unread: state.unread?.count ?? 0,
    nextDue: next && on && { kind: next.kind, on },
  };
}
