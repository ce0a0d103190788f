import * as z from 'zod/mini';
import { alertKinds, deadlineKinds } from '../../domain/deadlines/deadline.ts';
import { storedCount, storedInstant, storedLocalDate } from './values.ts';

/** Also what a queue says is due next. */
export const storedDeadlineKind = z.enum(deadlineKinds);

const spoken = z.object({
  deadline: storedDeadlineKind,
  about: z.optional(storedCount),
  kind: z.enum(alertKinds),
  on: storedLocalDate,
});

/** `at`: when it was spoken. */
export const storedAlertItem = z.extend(spoken, { at: storedInstant });
