import * as z from 'zod/mini';
import type { HolidayVerdict, ProposedHoliday } from '../domain/registers/bank-holidays.ts';
import { readDate, typedDate } from './form-dates.ts';
import { needed, type Read, readAnswers, typedText } from './form-fields.ts';

const bankHolidayForm = z.object({
  name: needed('Enter what the bank holiday is called'),
  source: needed('Enter where it was proclaimed'),
});

/** Reads a bank holiday that was proclaimed late, as an officer entered it. */
export function readBankHoliday(form: URLSearchParams): Read<ProposedHoliday> {
  const read = readAnswers(bankHolidayForm, { name: typedText(form, 'name'), source: typedText(form, 'source') });
  const day = readDate(typedDate(form, 'date'), 'The date of the bank holiday');
  if ('date' in day && 'answers' in read) return { answers: { ...read.answers, date: day.date } };
  const wrong = 'wrong' in day ? day.wrong : 'missing' in day ? 'Enter the date of the bank holiday' : undefined;
  return { errors: [...(wrong ? [{ field: 'date', text: wrong }] : []), ...('errors' in read ? read.errors : [])] };
}

const rejection = z.object({ reason: needed('Enter why it is not a bank holiday here') });

/** Reads what a second person says to it; undefined where the address names no verdict. */
export function readHolidayVerdict(action: string, form: URLSearchParams): Read<HolidayVerdict> | undefined {
  if (action === 'approve') return { answers: { kind: 'approve' } };
  if (action !== 'reject') return undefined;
  const read = readAnswers(rejection, { reason: typedText(form, 'reason') });
  return 'errors' in read ? read : { answers: { kind: 'reject', ...read.answers } };
}
