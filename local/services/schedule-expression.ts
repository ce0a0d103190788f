import { Temporal } from 'temporal-polyfill';

export type Timing = { kind: 'at'; at: Date } | { kind: 'rate'; milliseconds: number } | { kind: 'cron'; after(moment: Date): Date };

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const dayNames = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/**
 * `at(…)`, `rate(…)` or `cron(…)` as EventBridge Scheduler reads them; of cron's fields the minute and hour (one number each, or `*`) and named days of
 * the week. Undefined where the text is none of these; throws at a cron expression or time zone that the local stack does not know.
 */
export function parseExpression(expression: string, timezone: string): Timing | undefined {
  const at = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(expression)?.[1];
  if (at !== undefined) return { kind: 'at', at: new Date(Temporal.PlainDateTime.from(at).toZonedDateTime(timezone).epochMilliseconds) };
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (count !== undefined && unit !== undefined && Number(count) > 0)
    return { kind: 'rate', milliseconds: Number(count) * (units[unit] ?? 0) };
  const cron = /^cron\(([^)]*)\)$/.exec(expression)?.[1];
  return cron === undefined ? undefined : parseCron(cron, timezone);
}

function parseCron(fields: string, timezone: string): Timing {
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields.trim().split(/\s+/);
  const unknown = (): never => {
    throw new Error(`The local Scheduler does not know cron(${fields}).`);
  };
  if (!['*', '?'].includes(dayOfMonth) || month !== '*' || year !== '*') unknown();
  const range = (text: string, size: number) => {
    if (text === '*') return Array.from({ length: size }, (_, number) => number);
    return /^\d+$/.test(text) && Number(text) < size ? [Number(text)] : unknown();
  };
  const minutes = range(minute, 60);
  const hours = range(hour, 24);
  const days = daysOf(dayOfWeek) ?? unknown();

  return {
    kind: 'cron',
    after(moment) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timezone);
      for (let ahead = 0; ahead <= 8; ahead += 1) {
        const date = zoned.toPlainDate().add({ days: ahead });
        if (!days.includes(date.dayOfWeek)) continue;
        for (const atHour of hours) {
          for (const atMinute of minutes) {
            const time = date.toZonedDateTime({ timeZone: timezone, plainTime: { hour: atHour, minute: atMinute } });
            if (time.epochMilliseconds > moment.getTime()) return new Date(time.epochMilliseconds);
          }
        }
      }
      return unknown();
    },
  };
}

/** 1 is Monday. `MON-FRI`, `SUN`, `MON,THU`, or every day. */
function daysOf(field: string): number[] | undefined {
  if (field === '*' || field === '?') return [1, 2, 3, 4, 5, 6, 7];
  const days = field.split(',').flatMap((part) => {
    const [first = '', last = first] = part.split('-');
    const [from, to] = [dayNames.indexOf(first) + 1, dayNames.indexOf(last) + 1];
    return from === 0 || to < from ? [0] : Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
  return days.includes(0) ? undefined : days;
}
