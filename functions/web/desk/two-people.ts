import type { CouncilFacts } from '../../../council/facts.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { actorName } from './words.ts';

// What two people do is both of theirs: whoever wrote it comes first, then whoever let it go out (duty D28). `events`: all of the case, in their order.

/** Who did it. */
export function whoDid(council: CouncilFacts, event: CaseEvent, events: readonly CaseEvent[]): string {
  const second = events.find(
    (one) => one.commandId === event.commandId && one !== event && (one.type === 'approved' || one.type === 'released'),
  );
  const first = second && 'number' in second ? events[second.number - 1] : undefined;
  if (!second || first?.type !== 'proposed') return actorName(council, event.by);
  const how = second.type === 'released' ? 'released' : 'approved';
  return `${actorName(council, first.by)}; ${how} by ${actorName(council, second.by)}`;
}

/** What a response that waits is called: of which stage it is the answer. */
export function nameOfResponse(event: CaseEvent, events: readonly CaseEvent[]): string {
  const begun = events.findIndex(({ type }) => type === 'accepted-at-stage-two' || type === 'escalated-unanswered');
  const place = events.indexOf(event);
  if (place < 0) return 'the response';
  return begun >= 0 && begun < place ? 'the final response' : 'the stage one response';
}
