import { randomUUID } from 'node:crypto';
import { luton } from '../../../council/luton.ts';
import type { World } from '../../app/world.ts';
import { instantOf } from '../../domain/calendar/local-date.ts';
import { luton202410 } from '../../domain/policy/periods.ts';
import { offeredLetters } from '../../domain/words/letters/offered.generated.js';
import { log } from './log.ts';

/** The policy that holds. With the bank holidays it makes the rules (`rules.ts`). */
export const policy = luton202410;

/** Whose council it is, the clock, and the log. */
export function worldAt(publicUrl: string): Omit<World, 'rules'> {
  return {
    council: luton,
    publicUrl,
    letterCatalogues: offeredLetters,
    now: () => instantOf(new Date()),
    newId: randomUUID,
    log,
  };
}
