import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { PlannedNotice } from '../notices/notice.ts';
import type { Rules } from '../policy/rules.ts';
import type { StaffMember } from '../staff/staff-member.ts';
import type { Actor } from './actor.ts';
import type { Command, Refusal } from './command.ts';
import type { EventData } from './event.ts';

/** One kind of command. */
export type CommandOf<T extends Command['type']> = Extract<Command, { readonly type: T }>;

/** What one command's function answers: the facts, not yet stamped with time and person, or a refusal. */
export type Facts = readonly EventData[] | Refusal;

/** Who asks, by which rules, when and on which London date, among which staff: all as values. */
export type Setting = {
  readonly rules: Rules;
  readonly at: Instant;
  readonly today: LocalDate;
  readonly by: Actor;
  readonly staff: readonly StaffMember[];
  /** The case's letters as they were written, where an address is put right. */
  readonly letters?: readonly PlannedNotice[];
};

/** The London date of a question, and the rules that count days. */
export type Day = Pick<Setting, 'rules' | 'today'>;

export function refuse(why: string): Refusal {
  return { refused: why };
}

export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer;
}
