import * as z from 'zod/mini';
import { isTelephoneNumber, wrongTelephone } from '../domain/intake/telephone-number.ts';
import type { Absence, StaffRecord } from '../domain/staff/recording.ts';
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
  telephone: maybe.check(z.refine((number) => number === undefined || isTelephoneNumber(number), wrongTelephone)),
  services: z.array(z.enum(services)),
  remedyLimit: remedyLimit.check(
    z.refine((pence) => pence === undefined || Number.isSafeInteger(pence), 'Enter an amount in pounds, like 250 or 99.50'),
  ),
  deputies: z.array(z.string()),
  team: maybe,
  interests: maybe,
});

export const staffFormVersion = z.coerce.number().check(z.int(), z.gte(0));

/** Reads what the Head recorded of one member of staff. Empty answers are left out. */
export function readStaffRecord(form: URLSearchParams): Read<StaffRecord> {
  const read = readAnswers(staffForm, {
    roles: form.getAll('roles'),
    telephone: typedText(form, 'telephone'),
    services: form.getAll('services'),
    remedyLimit: typedText(form, 'remedyLimit'),
    deputies: chosenDeputies(form),
    team: typedText(form, 'team'),
    interests: typedText(form, 'interests'),
  });
  const trained = readOptionalDay(form, 'trainedOn', undefined, 'The date of the training');
  const away = readDaysAway(form);
  if ('errors' in read || 'errors' in trained || 'errors' in away) return { errors: errorsOf(read, trained, away) };
  const { roles, services: worksFor, deputies, ...rest } = read.answers;
  return {
    answers: {
      ...rest,
      roles: roles.length > 0 ? roles : undefined,
      services: worksFor.length > 0 ? worksFor : undefined,
      deputies: deputies.length > 0 ? deputies : undefined,
      trainedOn: trained.answers,
      ...away.answers,
    },
  };
}

/** Reads when somebody is away and who stands in, as everybody records it of themselves. */
export function readAbsence(form: URLSearchParams): Read<Absence> {
  const away = readDaysAway(form);
  if ('errors' in away) return away;
  const deputies = chosenDeputies(form);
  return { answers: { ...away.answers, deputies: deputies.length > 0 ? deputies : undefined } };
}

function chosenDeputies(form: URLSearchParams): readonly string[] {
  return deputyNumbers.map((number) => typedText(form, `deputy-${number}`)).filter((subject) => subject !== '');
}

function readDaysAway(form: URLSearchParams): Read<Pick<Absence, 'awayFrom' | 'awayUntil'>> {
  const from = readOptionalDay(form, 'awayFrom', undefined, 'The first day away');
  const until = readOptionalDay(form, 'awayUntil', undefined, 'The last day away');
  if ('errors' in from || 'errors' in until) return { errors: errorsOf(from, until) };
  return { answers: { awayFrom: from.answers, awayUntil: until.answers } };
}
