import * as z from 'zod/mini';
import type { Look } from '../../domain/staff/look.ts';
import { exactly } from './exactly.ts';
import { storedOfficer } from './officer.ts';
import { storedCount, storedInstant, storedLocalDate } from './values.ts';

export const storedLook = exactly<Look>()(
  z.object({ on: storedLocalDate, by: storedOfficer, first: storedInstant, last: storedInstant, times: storedCount }),
);
