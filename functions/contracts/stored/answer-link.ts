import * as z from 'zod/mini';
import { storedAskedPart } from './notice.ts';
import { storedInstant, storedReference } from './values.ts';

/** What a link in our mail may be used for. */
export const storedAnswerLink = z.object({ reference: storedReference, ...storedAskedPart, until: storedInstant });
