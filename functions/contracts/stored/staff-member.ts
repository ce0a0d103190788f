import * as z from 'zod/mini';
import type { StaffChange, StaffRecord } from '../../domain/staff/recording.ts';
import { staffRoles } from '../../domain/staff/staff-member.ts';
import { services } from '../../domain/triage/suggestion.ts';
import { exactly } from './exactly.ts';
import { storedOfficer } from './officer.ts';
import { storedCount, storedInstant, storedLocalDate } from './values.ts';

const roles = z.optional(z.array(z.enum(staffRoles)));

const storedStaffRecord = exactly<StaffRecord>()(
  z.object({
    roles,
    services: z.optional(z.array(z.enum(services))),
    remedyLimit: z.optional(storedCount),
    trainedOn: z.optional(storedLocalDate),
    deputies: z.optional(z.array(z.string())),
    awayUntil: z.optional(storedLocalDate),
    interests: z.optional(z.string()),
  }),
);

/** Who signed in stands at the top, as before there was a directory; `recorded` is the Head's word, and `recordVersion` counts its changes. */
export const storedStaffItem = z.object({
  subject: z.string(),
  signInRoles: roles,
  recorded: z.optional(storedStaffRecord),
  recordVersion: z.optional(storedCount),
});

export const storedStaffChange = exactly<StaffChange>()(z.object({ at: storedInstant, by: storedOfficer, record: storedStaffRecord }));
