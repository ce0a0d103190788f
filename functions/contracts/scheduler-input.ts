import * as z from 'zod/mini';
import { storedReference } from './stored/values.ts';

/** What a schedule hands to the function it wakes: the case to look at. Everything else is read again. */
export const schedulerInput = z.object({ reference: storedReference });
export type SchedulerInput = z.output<typeof schedulerInput>;
