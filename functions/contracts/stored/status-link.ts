import * as z from 'zod/mini';
import { storedInstant, storedReference } from './values.ts';

/** Which notice a link to a status page went out in, until when it is good, and when it was used. */
export const storedStatusLink = z.object({
  reference: storedReference,
  notice: z.string(),
  until: storedInstant,
  spentAt: z.optional(storedInstant),
});
