import * as z from 'zod/mini';
import type { Addition } from '../../domain/calendar/working-days.ts';
import type { Proclaimed } from '../../domain/registers/bank-holidays.ts';
import { exactly } from './exactly.ts';
import { storedOfficer } from './officer.ts';
import { storedCount, storedInstant, storedLocalDate, storedReference } from './values.ts';

const day = { date: storedLocalDate, name: z.string() };

/** A day that an officer entered, and what another said to it. */
export const storedProclaimed = exactly<Proclaimed>()(
  z.object({
    ...day,
    source: z.string(),
    proposedBy: storedOfficer,
    proposedAt: storedInstant,
    standing: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('proposed') }),
      z.object({ kind: z.literal('approved'), by: storedOfficer, at: storedInstant, number: storedCount }),
      z.object({ kind: z.literal('rejected'), by: storedOfficer, at: storedInstant, reason: z.string() }),
    ]),
  }),
);

/** The list that every function counts by, in one item. */
export const storedAdditions = exactly<{ readonly additions: readonly Addition[] }>()(
  z.object({ additions: z.array(z.object({ ...day, number: storedCount, at: storedInstant })) }),
);

/** How far a late holiday has been told to the open cases. */
export const storedCalendarWalk = z.object({ number: storedCount, after: z.optional(storedReference), finished: z.boolean() });
