import type { Instant } from '../calendar/local-date.ts';
import type { Command } from '../cases/command.ts';

/**
 * What the service does by itself once its time has come: a command of the machine (ADR 11). `name` is the same for every try, so that a repeat
 * does nothing, and at most 40 letters, digits and hyphens: a schedule is named by it too.
 */
export type ClockAct = { readonly name: string; readonly at: Instant; readonly command: Command };
