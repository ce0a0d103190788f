import { Resolver } from 'node:dns/promises';
import type { LookUpText } from './sealed-verdicts.ts';

/** Asks DNS, twice at most and a second each time. */
export function createLookUpText(): LookUpText {
  const resolver = new Resolver({ timeout: 1_000, tries: 2 });
  return (name) => resolver.resolveTxt(name);
}
