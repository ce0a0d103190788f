import type { Reference } from '../domain/cases/case.ts';
import { isForResident } from '../domain/notices/notice.ts';
import type { CaseStore, DeliveryOutcome } from './ports.ts';
import { reportUndelivered } from './send-notices.ts';
import type { World } from './world.ts';

/** What SES says became of a notice. A letter to a resident that bounced for good needs another way (duty D24). */
export async function recordDelivery(
  deps: World & { store: CaseStore },
  reference: Reference,
  noticeId: string,
  outcome: DeliveryOutcome,
): Promise<void> {
  await deps.store.recordDelivery(reference, noticeId, outcome);
  if (outcome.kind !== 'bounced' || !outcome.permanent) return;
  const notice = (await deps.store.notices(reference)).find(({ id }) => id === noticeId);
  if (notice && isForResident(notice.kind)) await reportUndelivered(deps, reference, noticeId, outcome.why);
}
