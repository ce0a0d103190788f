import * as z from 'zod/mini';

/** What the confirmation page shows. `acknowledgeBy` is a date in words; `reply` says how the person will hear from us. */
export const sentNote = z.object({
  reply: z.enum(['email', 'other', 'none']),
  reference: z.optional(z.string()),
  acknowledgeBy: z.optional(z.string()),
});
export type SentNote = z.output<typeof sentNote>;
