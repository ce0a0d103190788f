import type { LocalDate } from '../../domain/calendar/local-date.ts';

/** What the three inputs of a date start with (`contracts/form-dates.ts`). */
export function dateFields(name: string, date: LocalDate): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}
