import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import { type PossibleCommand, possibleCommands } from '../domain/cases/possible.ts';
import type { Deadline } from '../domain/deadlines/deadline.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import type { CaseFile, CaseStore } from './ports.ts';
import type { World } from './world.ts';

export type ShownCase = CaseFile & { readonly deadlines: readonly Deadline[]; readonly possible: readonly PossibleCommand[] };

/** Everything the case page shows, read consistently. */
export async function showCase(deps: World & { store: CaseStore }, reference: Reference): Promise<ShownCase | undefined> {
  const file = await deps.store.loadFile(reference);
  return (
    file && {
      ...file,
      deadlines: deadlinesOf(file.state, deps.rules),
      possible: possibleCommands(file.state, { rules: deps.rules, today: londonDateOf(deps.now()) }),
    }
  );
}
