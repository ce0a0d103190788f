import * as z from 'zod/mini';
import { channels } from '../../domain/intake/contact.ts';

/** Which contact said it, and a sample of its words by their hashes. */
export const storedSaid = z.object({ channel: z.enum(channels), id: z.string(), sample: z.array(z.string()) });
