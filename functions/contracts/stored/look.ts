import * as z from 'zod/mini';
import type { Look } from '../../domain/staff/look.ts';
import { exactly } from './exactly.ts';
import { storedOfficer } from './officer.ts';
import { storedCount, storedInstant, storedLocalDate } from './values.ts';

/** `times`: as earlier releases counted, each page by itself. `hours`: those of London's clock in which they looked, `09` and so on. */
type StoredLook = Omit<Look, 'visits'> & { readonly times?: number; readonly hours?: Set<string> };

export const storedLook = exactly<StoredLook>()(
  z.object({
    on: storedLocalDate,
    by: storedOfficer,
    first: storedInstant,
    last: storedInstant,
    times: z.optional(storedCount),
    hours: z.optional(z.set(z.string().check(z.regex(/^\d\d$/)))),
  }),
);
