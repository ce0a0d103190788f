import * as z from 'zod/mini';
import { copyFormats, type PolicyCopy, type Signpost, signpostPlaces } from '../../domain/registers/front-desk.ts';
import { exactly } from './exactly.ts';
import { storedOfficer } from './officer.ts';
import { storedInstant, storedLocalDate } from './values.ts';

export const storedSignpost = exactly<Signpost>()(
  z.object({
    id: z.string(),
    on: storedLocalDate,
    place: z.enum(signpostPlaces),
    link: z.string(),
    by: storedOfficer,
    at: storedInstant,
  }),
);

export const storedPolicyCopy = exactly<PolicyCopy>()(
  z.object({
    id: z.string(),
    askedOn: storedLocalDate,
    due: z.optional(storedLocalDate),
    format: z.enum(copyFormats),
    by: storedOfficer,
    standing: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('to-post'), name: z.optional(z.string()), address: z.string() }),
      z.object({ kind: z.literal('posted'), on: storedLocalDate, by: storedOfficer }),
    ]),
  }),
);
