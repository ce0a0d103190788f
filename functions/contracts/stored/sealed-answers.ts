import * as z from 'zod/mini';
import { storedInstant } from './values.ts';

/** Answers of a form as the table has them: what they say is for the cookie's key alone. */
export const storedSealedAnswers = z.object({ sealed: z.string(), until: storedInstant });
