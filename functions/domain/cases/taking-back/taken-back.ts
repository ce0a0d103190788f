import type { CaseEvent } from '../event.ts';

/** The commands that were taken back: what happened by them is no part of the case. */
export function commandsTakenBack(events: readonly CaseEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (event.type === 'taken-back' ? [event.command] : [])));
}

/** What happened and stands: for whoever reads events and not the state that they make. */
export function standingEvents(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const back = commandsTakenBack(events);
  return back.size === 0 ? events : events.filter(({ commandId }) => !back.has(commandId));
}
