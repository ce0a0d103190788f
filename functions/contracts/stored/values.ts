import * as z from 'zod/mini';
import { type Instant, instant, type LocalDate, localDate } from '../../domain/calendar/local-date.ts';
import { type Month, month } from '../../domain/calendar/month.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import { referenceOf } from '../../domain/intake/references-in.ts';

/** A date that exists, `YYYY-MM-DD`. */
export const storedLocalDate = z.custom<LocalDate>((value) => typeof value === 'string' && localDate(value) === value);

/** A UTC moment as the calendar writes it, with milliseconds and `Z`, so that stored moments sort as text. */
export const storedInstant = z.custom<Instant>((value) => typeof value === 'string' && instant(value) === value);

/** `LBC-2026-004217`, as `referenceOf` has it. */
export const storedReference = z.custom<Reference>((value) => typeof value === 'string' && referenceOf(value) !== undefined);

/** A count of things: 0, 1, 2 … */
export const storedCount = z.int().check(z.nonnegative());

/** A complaint, and each point of it, belongs to one of the two Ombudsmen. */
export const storedCaseOmbudsman = z.enum(['LGSCO', 'HOS']);
export const storedMonth = z.custom<Month>((value) => typeof value === 'string' && month(value) === value);
