import { routes } from '../suggestion.ts';
import { outputs } from './outputs.ts';

const routesAt = outputs.findIndex(({ kind }) => kind === 'route');
const doubtsAt = outputs.findIndex(({ kind }) => kind === 'doubt');

/** More than this, in natural logarithms of odds, and the words could not be clearer. */
const clearest = 12;

/**
 * What tells a right suggestion of a route from a wrong one: how far ahead the first route is of all others and of the second, whether two officers
 * could disagree or it is about more than one thing, and how much was said. Seven numbers, the first always 1.
 * @param scores of all outputs. @param said how many features of the message the weights know.
 */
export function signsOfCertainty(scores: Float64Array, said: number): readonly number[] {
  const [first = 0, ...others] = [...scores.subarray(routesAt, routesAt + routes.length)].toSorted((one, other) => other - one);
  const rest = Math.log(others.reduce((sum, score) => sum + Math.exp(score - first), 0));
  const ahead = Math.min(clearest, -rest);
  const disputable = scores[doubtsAt] ?? 0;
  const mixed = scores[doubtsAt + 1] ?? 0;
  return [1, ahead, Math.min(clearest, first - (others[0] ?? 0)), disputable, mixed, Math.log(1 + said), ahead * disputable];
}

/** How likely the suggested route is right, 0 to 1. `weights`: one for each sign. */
export function certaintyOf(signs: readonly number[], weights: readonly number[]): number {
  const sum = signs.reduce((total, sign, index) => total + sign * (weights[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
