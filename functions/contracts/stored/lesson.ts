import * as z from 'zod/mini';
import { remedyTypes } from '../../domain/cases/remedies/remedy.ts';
import type { Lesson } from '../../domain/registers/lesson.ts';
import { services } from '../../domain/triage/suggestion.ts';
import { exactly } from './exactly.ts';
import { storedOfficer } from './officer.ts';
import { storedRemedyState } from './remedy.ts';
import { storedCount, storedLocalDate, storedReference } from './values.ts';

/** An entry of the learning register. */
export const storedLesson = exactly<Lesson>()(
  z.object({
    reference: storedReference,
    number: storedCount,
    service: z.enum(services),
    type: z.enum(remedyTypes),
    what: z.string(),
    owner: storedOfficer,
    promisedOn: storedLocalDate,
    due: storedLocalDate,
    state: storedRemedyState,
    restricted: z.optional(z.literal(true)),
  }),
);
