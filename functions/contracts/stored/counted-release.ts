import * as z from 'zod/mini';
import { releasableWithout } from '../../domain/cases/response-parts.ts';
import type { CountedRelease } from '../../domain/reporting/counted-release.ts';
import { exactly } from './exactly.ts';
import { storedCount, storedMonth } from './values.ts';

/** A response that the Head released although it lacked something. */
export const storedCountedRelease = exactly<CountedRelease>()(
  z.object({ releasedIn: storedMonth, number: storedCount, without: z.array(z.enum(releasableWithout)) }),
);
