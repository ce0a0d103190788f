import * as z from 'zod/mini';
import type { NoticeOwner } from '../../domain/notices/owner.ts';
import { storedLocalDate, storedReference } from './values.ts';

// Items of one or two fields: what points at something else, or counts.

/** Where the same e-mail was taken in before. */
export const storedCopy = z.object({ reference: storedReference, id: z.string() });

/** The case for which SES sent a message. */
export const storedSent = z.object({ reference: storedReference });

/** How many references were drawn in a year. */
export const storedCounter = z.object({ drawn: z.int().check(z.positive()) });

/** A case's one schedule; without a name where it has none. */
export const storedSchedule = z.object({ name: z.optional(z.string()) });

/** In the key of a pending notice: a case, or a day of the desk. */
export const storedOwner: z.ZodMiniType<NoticeOwner> = z.union([storedReference, storedLocalDate]);
