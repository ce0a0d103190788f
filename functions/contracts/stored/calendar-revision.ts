import * as z from 'zod/mini';
import { acknowledgementKinds, type CalendarRevised } from '../../domain/cases/calendar-revision/calendar-revision.ts';
import { deadlineKinds } from '../../domain/deadlines/deadline.ts';
import { exactly } from './exactly.ts';
import { storedCount, storedLocalDate } from './values.ts';

export const storedCalendarRevised = exactly<CalendarRevised>()(
  z.object({
    version: storedCount,
    toldToAcknowledge: z.optional(z.object({ deadline: z.enum(acknowledgementKinds), on: storedLocalDate })),
  }),
);

/** Fields of the event; the schema of all events makes sure that they are the domain's. */
export const storedCalendarRevision = {
  version: storedCount,
  holiday: z.object({ date: storedLocalDate, name: z.string() }),
  moved: z.array(z.object({ deadline: z.enum(deadlineKinds), from: storedLocalDate, to: storedLocalDate })),
};
