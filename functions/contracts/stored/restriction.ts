import * as z from 'zod/mini';
import { restrictionGrounds, restrictionGroups } from '../../domain/cases/restricted/restricted.ts';

/** Why a case is kept to a few, and to whom: of the snapshot and of the event. */
export const storedRestriction = { ground: z.enum(restrictionGrounds), groups: z.array(z.enum(restrictionGroups)) };
