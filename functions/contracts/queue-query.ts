import * as z from 'zod/mini';
import { queueNames } from '../domain/desk/queues.ts';
import { services } from '../domain/triage/suggestion.ts';

const counted = (least: number) => z.catch(z.coerce.number().check(z.int(), z.gte(least), z.lte(100_000)), least);

/** What stands in the address of a queue, and of a case that was opened from one. What is no queue of ours is as if it were not there. */
export const queueQuery = z.object({
  queue: z.catch(z.optional(z.enum(queueNames)), undefined),
  service: z.catch(z.optional(z.enum(services)), undefined),
  page: counted(1),
  /** Of the case in its queue, counted from 0. */
  place: counted(0),
});
