import type * as z from 'zod/mini';
import { environments } from '../../contracts/environment.ts';

/** The function's own environment, parsed once when it starts: a missing name stops it there, with the name. */
export function environmentOf<Name extends keyof typeof environments>(name: Name): z.output<(typeof environments)[Name]>;
export function environmentOf(name: keyof typeof environments): unknown {
  return environments[name].parse(process.env);
}
