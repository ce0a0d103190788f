import * as z from 'zod/mini';
import { storedInstant, storedLocalDate } from './values.ts';

/** Also what a queue says is due next. */
export const storedDeadlineKind = z.enum([
  'triage',
  'acknowledge',
  'respond',
  'service-request',
  'hand-over',
  'read-correspondence',
  'reach-another-way',
]);

const spoken = z.object({
  deadline: storedDeadlineKind,
  kind: z.enum(['warning', 'due', 'overdue']),
  on: storedLocalDate,
});

/** `at`: when it was spoken. */
export const storedAlertItem = z.extend(spoken, { at: storedInstant });
