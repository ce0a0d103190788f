import * as z from 'zod/mini';
import type { CountedDecision } from '../../domain/reporting/counted-decision.ts';
import { routes } from '../../domain/triage/suggestion.ts';
import { exactly } from './exactly.ts';
import { storedLocalDate, storedMonth } from './values.ts';

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
