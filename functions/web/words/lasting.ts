import type { Words } from './words.ts';

/** How long something lasts, as a page's sentences say it: `2 hours`. A sentence with several of these could count only one by itself. */
type Lasting = Readonly<Record<'minutes' | 'hours' | 'days', (count: number) => string>>;

export function lastingIn({ t }: Words): Lasting {
  return {
    minutes: (count) => t('lasting.minutes', { count }),
    hours: (count) => t('lasting.hours', { count }),
    days: (count) => t('lasting.days', { count }),
  };
}
