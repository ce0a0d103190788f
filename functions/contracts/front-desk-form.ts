import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { type CopyAsked, copyFormats, type Signpost, signpostPlaces } from '../domain/registers/front-desk.ts';
import { readDay } from './form-dates.ts';
import { errorsOf, needed, optionalText, type Read, readAnswers, typedFields } from './form-fields.ts';

/** Longer than any address of a post (a limit of ours): words pasted in its place would copy what somebody wrote (duty D11). */
const longestLink = 500;

export function readSignpost(form: URLSearchParams, today: LocalDate): Read<Pick<Signpost, 'on' | 'place' | 'link'>> {
  const read = readAnswers(
    z.object({
      place: z.enum(signpostPlaces, 'Choose where they wrote'),
      link: z
        .string()
        .check(
          z.trim(),
          z.maxLength(longestLink, `The link must be ${longestLink} characters or fewer`),
          z.regex(/^https?:\/\/\S+$/, 'Enter the link alone, beginning with https://'),
        ),
    }),
    typedFields(form, 'place', 'link'),
  );
  const on = readDay(form, 'on', 'Enter the day on which you told them', { until: today });
  if ('errors' in read || 'errors' in on) return { errors: errorsOf(read, on) };
  return { answers: { ...read.answers, on: on.answers } };
}

export function readCopyAsked(form: URLSearchParams, today: LocalDate): Read<CopyAsked> {
  const read = readAnswers(
    z.object({
      name: optionalText(200, 'Their name must be 200 characters or fewer'),
      address: needed('Enter the address to which it goes').check(z.maxLength(1000, 'The address must be 1,000 characters or fewer')),
      format: z.enum(copyFormats, 'Choose the format'),
    }),
    typedFields(form, 'name', 'address', 'format'),
  );
  const askedOn = readDay(form, 'askedOn', 'Enter the day on which they asked', { until: today });
  if ('errors' in read || 'errors' in askedOn) return { errors: errorsOf(read, askedOn) };
  return { answers: { ...read.answers, askedOn: askedOn.answers } };
}
