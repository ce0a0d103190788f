import type { Answer, Answers } from './visitor.ts';

// What happens in the fortnight, as data: who writes, by which channel and when, and what officers do about it.

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const order: readonly string[] = weekdays;

/** A day of the fortnight. It begins on Monday of week 1 and is looked at on Tuesday of week 3. */
export type Day = `${(typeof weekdays)[number]} ${1 | 2 | 3 | 4 | 5}`;

/** Days after its first Monday. */
export function daysIn(day: Day): number {
  const [weekday = '', week = '1'] = day.split(' ');
  return (Number(week) - 1) * 7 + order.indexOf(weekday);
}

/** By the `sub` of their sign-in (`local/sign-in-server.ts`). */
export type OfficerId =
  | 'amina.yusuf'
  | 'tom.ferris'
  | 'grace.okoro'
  | 'daniel.price'
  | 'ruth.adeyemi'
  | 'helen.marsh'
  | 'imran.shah'
  | 'maria.silva'
  | 'owen.hughes'
  | 'nadia.karim'
  | 'colin.dunn'
  | 'aisha.khan'
  | 'peter.novak'
  | 'joe.bennett';

/** Answers of a story: a day of the fortnight stands for the three fields of a date. */
export type StoryAnswers = Readonly<Record<string, Answer | { readonly day: Day }>>;

export type Arrival =
  | { readonly by: 'form'; readonly answers: Answers }
  | {
      readonly by: 'email';
      readonly from: string;
      readonly subject: string;
      readonly text: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly by: 'call'; readonly said: string; readonly caller: string }
  /** Written down at the desk. */
  | { readonly by: 'desk'; readonly officer: OfficerId; readonly answers: StoryAnswers }
  /** Passed on by a colleague who has no role at the desk. */
  | { readonly by: 'colleague'; readonly officer: OfficerId; readonly answers: StoryAnswers };

export type Step =
  | { readonly on: Day; readonly by: OfficerId; readonly does: string; readonly answers?: StoryAnswers }
  /** The person answers the last letter that they got. */
  | { readonly on: Day; readonly writes: string };

export type Story = { readonly on: Day; readonly arrives: Arrival; readonly steps?: readonly Step[] };
