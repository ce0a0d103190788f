import { type Day, daysIn, type StoryAnswers } from './story.ts';
import type { Answers } from './visitor.ts';

const dayMs = 86_400_000;

/** The days of a fortnight that begins on the first Monday morning after `now`, on London clocks. */
export function fortnightFrom(now: string) {
  const monday = firstMondayAfter(new Date(now));

  const dateOf = (day: Day) => new Date(monday.getTime() + daysIn(day) * dayMs).toISOString().slice(0, 10);
  return {
    dateOf,
    /** `time`: `HH:MM` in London; the answer is an instant. */
    moment: (day: Day, time: string) => inLondon(dateOf(day), time),
    /** With each day written into the three fields of a date. */
    written: (answers: StoryAnswers): Answers =>
      Object.fromEntries(
        Object.entries(answers).flatMap(([name, answer]): readonly (readonly [string, Answers[string]])[] => {
          if (typeof answer !== 'object' || !('day' in answer)) return [[name, answer]];
          const [year = '', month = '', ofMonth = ''] = dateOf(answer.day).split('-');
          return [
            [`${name}-day`, String(Number(ofMonth))],
            [`${name}-month`, String(Number(month))],
            [`${name}-year`, year],
          ];
        }),
      ),
  };
}

export type Fortnight = ReturnType<typeof fortnightFrom>;

/** Midnight UTC of its date; only the date is used. Before seven on a Monday morning it is that very day. */
function firstMondayAfter(now: Date): Date {
  const today = new Date(now.toISOString().slice(0, 10));
  const ahead = (8 - today.getUTCDay()) % 7;
  const monday = new Date(today.getTime() + ahead * dayMs);
  return inLondon(monday.toISOString().slice(0, 10), '07:00') > now.toISOString() ? monday : new Date(monday.getTime() + 7 * dayMs);
}

/** London is at most an hour ahead of UTC. */
function inLondon(date: string, time: string): string {
  const asUtc = new Date(`${date}T${time}:00Z`);
  const shown = asUtc.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
  return new Date(asUtc.getTime() - (shown === time ? 0 : 3_600_000)).toISOString();
}
