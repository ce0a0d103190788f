import { Temporal } from 'temporal-polyfill';

/** `after` gives the first firing after a moment; a rate counts from the firing before. */
export type Timing = { kind: 'at'; at: Date } | { kind: 'rate' | 'cron'; after(moment: Date): Date };

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * `at(…)`, `rate(…)` or `cron(…)` as EventBridge Scheduler reads them; of cron only one minute of some hours, on every day or from Monday to Friday.
 * Undefined where the text is none of these; throws at a cron expression that the local stack does not know.
 */
export function parseExpression(expression: string, timezone: string): Timing | undefined {
  const at = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(expression)?.[1];
  if (at !== undefined) return { kind: 'at', at: new Date(Temporal.PlainDateTime.from(at).toZonedDateTime(timezone).epochMilliseconds) };
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (Number(count) > 0) {
    const milliseconds = Number(count) * (units[unit] ?? 0);
    return { kind: 'rate', after: (moment) => new Date(moment.getTime() + milliseconds) };
  }
  return expression.startsWith('cron(') ? parseCron(expression, timezone) : undefined;
}

function parseCron(expression: string, timeZone: string): Timing {
  const [, minute, hours, days] = /^cron\((\d{1,2}) (\d{1,2}(?:,\d{1,2})*) \? \* (\*|MON-FRI) \*\)$/.exec(expression) ?? [];
  if (hours === undefined || days === undefined) throw new Error(`The local Scheduler does not know ${expression}.`);
  const times = hours.split(',').map((hour) => ({ hour: Number(hour), minute: Number(minute) }));
  return {
    kind: 'cron',
    after(moment) {
      let date = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
      for (;;) {
        for (const plainTime of days === '*' || date.dayOfWeek <= 5 ? times : []) {
          const { epochMilliseconds } = date.toZonedDateTime({ timeZone, plainTime });
          if (epochMilliseconds > moment.getTime()) return new Date(epochMilliseconds);
        }
        date = date.add({ days: 1 });
      }
    },
  };
}
