import { inWords, type LocalDate } from '../../domain/calendar/local-date.ts';
import { promiseNamed } from '../../domain/cases/remedies/in-words.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { withLargeLetter } from '../../domain/first-letter.ts';
import { deadlineNames, dueTag, type Tag } from './words.ts';

/** What is due, the soonest first, and what was due before, each with why that date. */
export function dueOf(deadlines: readonly Deadline[], today: LocalDate) {
  const waiting = deadlines.filter((deadline) => deadline.met === undefined && deadline.ended === undefined);
  return {
    due: [...waiting].sort(byDue).map((deadline) => dueView(deadline, today)),
    over: deadlines.filter((deadline) => !waiting.includes(deadline)).map((deadline) => dueView(deadline, today)),
  };
}

function byDue(one: Deadline, other: Deadline): number {
  return (one.due ?? '') < (other.due ?? '') ? -1 : 1;
}

function dueView(deadline: Deadline, today: LocalDate) {
  const over = deadline.met !== undefined || deadline.ended !== undefined;
  return {
    what: deadline.promise ? `${deadlineNames[deadline.kind]}: ${promiseNamed(deadline.promise)}` : deadlineNames[deadline.kind],
    when: deadline.due ? inWords(deadline.due) : 'No date could be worked out',
    tag: over || !deadline.due ? overTag(deadline) : dueTag(deadline.due, today),
    outcome: outcomeOf(deadline),
    target: measuredAgainst(deadline),
    why: withLargeLetter(deadline.explanation),
    source: deadline.source,
  };
}

function measuredAgainst({ missedBefore, performanceDue }: Deadline): string | undefined {
  if (missedBefore) return `We are measured against ${inWords(missedBefore)}: it had gone by before the day moved.`;
  return performanceDue && `We are measured against ${inWords(performanceDue)}, because the acknowledgement was late or did not arrive.`;
}

function overTag(deadline: Deadline): Tag | undefined {
  return deadline.missed ? { text: 'Late', classes: 'govuk-tag--red' } : undefined;
}

function outcomeOf(deadline: Deadline): string | undefined {
  if (deadline.met) return `Done on ${inWords(deadline.met)}.`;
  return deadline.ended && `It ended on ${inWords(deadline.ended)} before this was done.`;
}
