import { type Flag, flags, type Route, routes, type Suggestion } from '../functions/domain/triage/suggestion.ts';
import type { Labelled } from './contact-lines.ts';

/** A labelled contact and what triage made of it. */
export type Answered = Labelled & { readonly suggestion: Suggestion };

export type Rates = {
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly cases: number;
};

/** The routes on which we answer the resident ourselves. */
const keeps: readonly Route[] = ['stage-one', 'stage-two', 'service-request'];

export function isRight({ expect, suggestion }: Answered): boolean {
  return suggestion.primary === expect.primary;
}

/** Should be answered by us, and nothing that was suggested says so. */
export function isSentAway({ expect, suggestion }: Answered): boolean {
  return keeps.includes(expect.primary) && ![suggestion.primary, ...suggestion.also].some((route) => keeps.includes(route));
}

/** Between 0 and 1; not a number where there is nothing to count. */
export function share(answers: readonly Answered[], is: (answer: Answered) => boolean): number {
  return answers.filter(is).length / answers.length;
}

export function routeRates(answers: readonly Answered[]): readonly Rates[] {
  return routes.map((route) =>
    rates(
      route,
      answers,
      ({ expect }) => expect.primary === route,
      ({ suggestion }) => suggestion.primary === route,
    ),
  );
}

export function flagRates(answers: readonly Answered[]): readonly Rates[] {
  return flags.map((flag: Flag) =>
    rates(
      flag,
      answers,
      ({ expect }) => expect.flags.includes(flag),
      ({ suggestion }) => suggestion.flags.includes(flag),
    ),
  );
}

/** The mean over the routes that occur. */
export function macroF1(answers: readonly Answered[]): number {
  const occurring = routeRates(answers).filter(({ cases }) => cases > 0);
  return occurring.reduce((sum, { f1 }) => sum + f1, 0) / occurring.length;
}

function rates(
  name: string,
  answers: readonly Answered[],
  should: (answer: Answered) => boolean,
  does: (answer: Answered) => boolean,
): Rates {
  const cases = answers.filter(should).length;
  const said = answers.filter(does).length;
  const right = answers.filter((answer) => should(answer) && does(answer)).length;
  const precision = said === 0 ? 1 : right / said;
  const recall = cases === 0 ? 1 : right / cases;
  return { name, precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), cases };
}
