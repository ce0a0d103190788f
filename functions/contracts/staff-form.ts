import * as z from 'zod/mini';
import type { StaffRecord } from '../domain/staff/recording.ts';
import { staffRoles } from '../domain/staff/staff-member.ts';
import { services } from '../domain/triage/suggestion.ts';
import { readOptionalDay } from './form-dates.ts';
import { errorsOf, maybe, type Read, readAnswers, typedText } from './form-fields.ts';

/** How many deputies the form has room for. */
export const deputyNumbers = [1, 2, 3] as const;

const pounds = /^£?\s*(\d{1,3}(?:,?\d{3})*)(?:\.(\d{2}))?$/;

/** Nothing written is no limit to speak of: they offer nothing by themselves. Pounds as people type them, kept as pence. */
const remedyLimit = z.pipe(
  maybe,
  z.transform((typed) => {
    const [, whole = '', pence = '00'] = typed === undefined ? [] : (pounds.exec(typed) ?? []);
    return typed === undefined ? undefined : whole === '' ? Number.NaN : Number(whole.replaceAll(',', '')) * 100 + Number(pence);
  }),
);

const staffForm = z.object({
  roles: z.array(z.enum(staffRoles)),
  services: z.array(z.enum(services)),
  remedyLimit: remedyLimit.check(
    z.refine((pence) => pence === undefined || Number.isSafeInteger(pence), 'Enter an amount in pounds, like 250 or 99.50'),
  ),
  deputies: z.array(z.string()),
  interests: maybe,
});

export const staffFormVersion = z.coerce.number().check(z.int(), z.gte(0));

/** Reads what the Head recorded of one member of staff. Empty answers are left out. */
export function readStaffRecord(form: URLSearchParams): Read<StaffRecord> {
  const read = readAnswers(staffForm, {
    roles: form.getAll('roles'),
    services: form.getAll('services'),
    remedyLimit: typedText(form, 'remedyLimit'),
    deputies: deputyNumbers.map((number) => typedText(form, `deputy-${number}`)).filter((subject) => subject !== ''),
    interests: typedText(form, 'interests'),
  });
  const trained = readOptionalDay(form, 'trainedOn', undefined, 'The date of the training');
  const away = readOptionalDay(form, 'awayUntil', undefined, 'The last day away');
  if ('errors' in read || 'errors' in trained || 'errors' in away) return { errors: errorsOf(read, trained, away) };
  const { roles, services: worksFor, deputies, ...rest } = read.answers;
  return {
    answers: {
      ...rest,
      roles: roles.length > 0 ? roles : undefined,
      services: worksFor.length > 0 ? worksFor : undefined,
      deputies: deputies.length > 0 ? deputies : undefined,
      trainedOn: trained.answers,
      awayUntil: away.answers,
    },
  };
}
