import * as z from 'zod/mini';
import { storedCaseOmbudsman, storedCount } from './values.ts';

export const storedDefinedPoint = z.object({ words: z.string(), ombudsman: storedCaseOmbudsman, stageOne: z.optional(storedCount) });

/** In the snapshot, and in the events that define a complaint. */
export const storedPoints = z.optional(z.array(storedDefinedPoint));
