import type { CaseState } from '../domain/cases/case.ts';
import type { Circumstances, Command, Refusal } from '../domain/cases/command.ts';
import { decide } from '../domain/cases/decide.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { evolve } from '../domain/cases/evolve.ts';
import { flagsOf } from '../domain/cases/flags.ts';
import { leadServiceOf } from '../domain/cases/lead-service.ts';
import { isOver } from '../domain/cases/over.ts';
import { unconfirmed } from '../domain/cases/turning-away/turning-away.ts';
import type { Deadline } from '../domain/deadlines/deadline.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { nextDue, workTo } from '../domain/deadlines/next.ts';
import type { Contact } from '../domain/intake/contact.ts';
import type { PlannedNotice } from '../domain/notices/notice.ts';
import { noticesFor } from '../domain/notices/notices-for.ts';
import { missingSections } from '../domain/notices/sections.ts';
import { lessonsChanged } from '../domain/registers/lesson.ts';
import { countedDecision } from '../domain/reporting/counted-decision.ts';
import type { CaseChange, QueueEntry, StoredCase } from './ports.ts';
import type { World } from './world.ts';

/**
 * What one command changes, ready to be saved in one transaction: the new state, its events, the notices they cause, the decision
 * that they count and the queue's entry.
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
  const deadlines = deadlinesOf(state, world.rules);
  const notices = noticesOf(world, state, decision.events, deadlines, circumstances.staff);
  const missing = notices.flatMap(missingSections);
  if (missing.length > 0) return { refused: `The letter cannot leave. It does not say ${missing.join(', or ')}.` };
  return {
    reference: state.reference,
    expected: current?.version ?? 0,
    state,
    events: decision.events,
    notices,
    contact,
    decision: decision.events.map((event) => countedDecision(current?.state, event)).find((counted) => counted !== undefined),
    lessons: lessonsChanged(current?.state, state),
    queue: queueEntryOf(state, deadlines),
  };
}

function noticesOf(
  { council, publicUrl, wording }: World,
  state: CaseState,
  events: readonly CaseEvent[],
  deadlines: readonly Deadline[],
  staff: Circumstances['staff'],
): readonly PlannedNotice[] {
  const firstNumber = state.eventCount - events.length + 1;
  return events.flatMap((event, index) => noticesFor(event, firstNumber + index, state, { council, publicUrl, wording, deadlines, staff }));
}

/** What is over leaves the queue; what went another way, once nothing is due. */
function queueEntryOf(state: CaseState, deadlines: readonly Deadline[]): QueueEntry | undefined {
  if (isOver(state)) return undefined;
  const next = nextDue(deadlines);
  if (state.stage === 'another-route' && state.way && !next) return undefined;
  const on = next && workTo(next);
  return {
    reference: state.reference,
    stage: state.stage,
    stageTwo: 'stageTwo' in state && state.stageTwo ? true : undefined,
    suggested: state.suggestion.primary,
    flags: flagsOf(state),
    service: leadServiceOf(state),
    receivedOn: state.receivedOn,
    complainant: state.complainant.name,
    officer: 'allocation' in state ? state.allocation?.officer.name : undefined,
    unread: state.unread?.count ?? 0,
    question: oldestQuestion(state),
    handOver: unconfirmed(state.handOvers).length > 0 || undefined,
    nextDue: next && on && { kind: next.kind, on },
  };
}

function oldestQuestion({ questions = [] }: CaseState): QueueEntry['question'] {
  const [oldest] = questions.toSorted((one, other) => (one.since < other.since ? -1 : 1));
  return oldest && { kind: oldest.kind, since: oldest.since };
}
