import * as z from 'zod/mini';

const value = z.string().check(z.minLength(32));

/**
 * The service's one secret. To rotate it, `current` becomes `previous` and a new `current` is drawn: cookies and reply addresses
 * made with the previous one stay good.
 */
export const secretValue = z.object({ current: value, previous: z.optional(value) });
