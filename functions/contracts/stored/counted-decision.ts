import * as z from 'zod/mini';
import { type Month, month } from '../../domain/calendar/month.ts';
import type { CountedDecision } from '../../domain/reporting/counted-decision.ts';
import { routes } from '../../domain/triage/suggestion.ts';
import { exactly } from './exactly.ts';
import { storedLocalDate } from './values.ts';

const storedMonth = z.custom<Month>((value) => typeof value === 'string' && month(value) === value);

/** What was suggested for a case, and what a person decided. */
export const storedCountedDecision = exactly<CountedDecision>()(
  z.object({
    receivedIn: storedMonth,
    suggested: z.enum(routes),
    also: z.array(z.enum(routes)),
    sure: z.boolean(),
    needsPerson: z.boolean(),
    decided: z.enum(routes),
    decidedOn: storedLocalDate,
  }),
);
