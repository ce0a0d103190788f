import type { Officer } from '../actor.ts';
import type { Stage } from '../case.ts';

/** Work for an officer (a complaint that was accepted, or a request), and nobody has been given it. `officer`: whoever has it, by name or whole. */
export function isUnassigned({ stage, officer }: { readonly stage: Stage; readonly officer?: Officer | string }): boolean {
  return officer === undefined && (stage === 'accepted' || stage === 'service-request');
}
