import * as z from 'zod/mini';
import { mailChoices } from '../../domain/staff/mail-choices.ts';
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
    telephone: z.optional(z.string()),
    services: z.optional(z.array(z.enum(services))),
    remedyLimit: z.optional(storedCount),
    trainedOn: z.optional(storedLocalDate),
    deputies: z.optional(z.array(z.string())),
    awayFrom: z.optional(storedLocalDate),
    awayUntil: z.optional(storedLocalDate),
    team: z.optional(z.string()),
    interests: z.optional(z.string()),
  }),
);

/** Who signed in stands at the top, as before there was a directory; `recorded` is the Head's word, and `recordVersion` counts its changes. */
export const storedStaffItem = z.object({
  subject: z.string(),
  signInRoles: roles,
  recorded: z.optional(storedStaffRecord),
  recordVersion: z.optional(storedCount),
  mailOff: z.optional(z.array(z.enum(mailChoices))),
});

export const storedStaffChange = exactly<StaffChange>()(z.object({ at: storedInstant, by: storedOfficer, record: storedStaffRecord }));
