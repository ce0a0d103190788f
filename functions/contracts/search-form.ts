import * as z from 'zod/mini';

/** Longer than any name or sentence that anybody looks for (a limit of ours). */
const longest = 200;

/** The one box: a reference, an e-mail address, a telephone number, a name or words. */
export const searchForm = z.object({
  typed: z.pipe(
    z.catch(z.string(), ''),
    z.transform((typed) => typed.trim().slice(0, longest)),
  ),
});
