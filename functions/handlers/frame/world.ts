import { randomUUID } from 'node:crypto';
import { luton } from '../../../council/luton.ts';
import type { World } from '../../app/world.ts';
import { englandAndWales } from '../../domain/calendar/england-and-wales.ts';
import { instantOf } from '../../domain/calendar/local-date.ts';
import { luton202410 } from '../../domain/policy/periods.ts';
import { log } from './log.ts';

/** The rules that hold, whose council it is, the clock, and the log. */
export function worldAt(publicUrl: string): World {
  return {
    rules: { policy: luton202410, calendar: englandAndWales },
    council: luton,
    publicUrl,
    now: () => instantOf(new Date()),
    newId: randomUUID,
    log,
  };
}
