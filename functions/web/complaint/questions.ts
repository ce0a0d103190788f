import type { AnswersInHand } from '../../contracts/answers-in-hand.ts';
import { fieldsOf } from '../../contracts/complaint-fields.ts';
import type { TypedComplaint } from '../../contracts/complaint-form.ts';
import type { English } from '../words/catalogue.ts';

/** One page of the form: its name in the address, which also names its title in the catalogue, and the answers that it asks for. */
export type Question = { readonly name: keyof English['questions']; readonly fields: readonly (keyof TypedComplaint)[] };

/** In the order in which they are asked. None but the first needs an answer, so that all are shown to everybody and the count is true. */
export const questions = [
  { name: 'what-happened', fields: ['whatHappened'] },
  { name: 'when', fields: ['firstKnown'] },
  { name: 'effect', fields: ['impact'] },
  { name: 'put-right', fields: ['outcomeSought'] },
  { name: 'before', fields: ['before', 'earlierReference', 'earlierDetails'] },
  // A page of its own: `evidence.ts`.
  { name: 'evidence', fields: [] },
  { name: 'for-whom', fields: ['onBehalf', 'theirName', 'relationship', 'authority', 'theirAddress', 'theirTelephone', 'theirEmail'] },
  { name: 'reach-you', fields: ['name', 'reachBy', 'email', 'telephone', 'telephoneFor', 'address'] },
  { name: 'easier', fields: ['adjustments'] },
] as const satisfies readonly Question[];

export const firstQuestion = questions[0].name;

export function questionOf(name: string | undefined): Question | undefined {
  return questions.find((question) => question.name === name);
}

/** The question that asks for that answer. */
export function questionFor(field: string): Question {
  return questions.find(({ fields }) => fields.some((one) => one === field)) ?? questions[0];
}

/** The page to go on with: the one after the last that was answered; undefined where that was the last of all. */
export function nextToAnswer({ typed, files }: Pick<AnswersInHand, 'typed' | 'files'>): string | undefined {
  if (typed.whatHappened === '') return firstQuestion;
  const answered = new Set([
    ...fieldsOf(typed).map(({ name }) => questionFor(name.replace(/-\w+$/, '')).name),
    ...(files.length > 0 ? ['evidence'] : []),
  ]);
  return questions[questions.findLastIndex(({ name }) => answered.has(name)) + 1]?.name;
}

/** What comes before and after a question; undefined at either end. `number` from 1. */
export function placeOf({ name }: Question): {
  readonly number: number;
  readonly of: number;
  readonly before?: string;
  readonly after?: string;
} {
  const index = questions.findIndex((question) => question.name === name);
  return { number: index + 1, of: questions.length, before: questions[index - 1]?.name, after: questions[index + 1]?.name };
}
