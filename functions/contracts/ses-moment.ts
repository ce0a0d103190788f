import * as z from 'zod/mini';
import { type Instant, instant } from '../domain/calendar/local-date.ts';

/** A moment as SES writes it: ISO with its zone, with or without milliseconds. */
export const sesMoment = z.pipe(
  z.string(),
  z.transform((text, context): Instant => {
    const at = instant(text);
    if (at) return at;
    context.issues.push({ code: 'custom', message: 'not a moment with its zone', input: text });
    return z.NEVER;
  }),
);
