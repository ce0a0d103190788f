import { type DraftDeps, sweepDrafts } from './drafts.ts';
import { tellOfInfectedFiles } from './infected-files.ts';
import type { AnswerItems } from './ports.ts';
import { type SendDeps, sweepNotices } from './send-notices.ts';
import { sweepAnswers } from './sweep-answers.ts';
import { sweepHarm } from './sweep-harm.ts';
import { tellOfUncheckedFiles, type UncheckedDeps } from './unchecked-files.ts';

type SweepDeps = SendDeps & UncheckedDeps & DraftDeps & { readonly answers: AnswerItems };

/**
 * What people wait for before what can be cleared at any time, each for itself: no fault and no flood of one holds up another. Throws at the end what any
 * of them threw, so that the alarm is heard.
 */
export async function sweep(deps: SweepDeps): Promise<void> {
  const faults: unknown[] = [];
  for (const one of [sweepHarm, sweepNotices, tellOfInfectedFiles, tellOfUncheckedFiles, sweepDrafts, sweepAnswers]) {
    try {
      await one(deps);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} parts of the sweep could not be done`);
}
