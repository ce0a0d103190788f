import * as z from 'zod/mini';
import { environments } from '../../contracts/environment.ts';

type Environments = typeof environments;

/** The function's own environment, parsed once when it starts: a missing name stops it there, with the name. */
export function environmentOf<Name extends keyof Environments>(name: Name): z.output<z.ZodMiniObject<Environments[Name]>>;
export function environmentOf(name: keyof Environments): unknown {
  return z.object(environments[name]).parse(process.env);
}
