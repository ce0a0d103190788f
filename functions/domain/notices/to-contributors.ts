import type { CouncilFacts } from '../../../council/facts.ts';
import type { Contribution } from '../cases/allocation/contribution.ts';
import { openContributions } from '../cases/allocation/ready.ts';
import type { CaseState } from '../cases/case.ts';
import type { CaseEvent } from '../cases/event.ts';
import type { Alert, Deadline } from '../deadlines/deadline.ts';
import { nameOfDeadline } from '../deadlines/next.ts';
import { contributionAsked, contributionWaitedFor } from './letters/contribution-asked.ts';
import type { AskedPart, PlannedNotice } from './notice.ts';
import { noticeIdOf } from './notice-id.ts';
import type { NoticeContext } from './parts.ts';

// Mail to whoever was asked for a part of an answer: the service's mailbox, or somebody outside who works for it. Each has a link by which they answer
// without an account (ADR 15), and nothing of what the person wrote (decision 32).

type Reader = { readonly email: string; readonly name?: string };

/** Undefined where the service has no mailbox. */
function readerOf({ service, contractor }: Contribution, council: CouncilFacts): Reader | undefined {
  const mailbox = council.services[service]?.mailbox;
  return contractor ?? (mailbox === undefined ? undefined : { email: mailbox });
}

function partOf(state: CaseState, { number }: Contribution): AskedPart {
  return { contribution: number, ...('stageTwo' in state && state.stageTwo && { stageTwo: true as const }) };
}

/** They hear of it at once. */
export function toContributor(event: CaseEvent, eventNumber: number, state: CaseState, context: NoticeContext): readonly PlannedNotice[] {
  const asked = event.type === 'contribution-asked' ? event.contribution : undefined;
  const to = asked && readerOf(asked, context.council);
  if (!asked || !to) return [];
  const kind = 'contribution-asked';
  const letter = contributionAsked(state, asked, context);
  return [{ id: noticeIdOf(eventNumber, kind), kind, to: { by: 'email', ...to }, letter, asksFor: partOf(state, asked) }];
}

/** Who is waited for, and where they are told; undefined where nobody can be. */
export function contributorOf(
  state: CaseState,
  deadline: Pick<Deadline, 'kind' | 'about'>,
  council: CouncilFacts,
): { readonly asked: Contribution; readonly to: Reader } | undefined {
  const asked = openContributions(state).find(({ number }) => deadline.kind === 'contribution' && number === deadline.about);
  const to = asked && readerOf(asked, council);
  return asked && to && { asked, to };
}

/** Before its day, on it, and while it is late. */
export function contributorReminded(state: CaseState, deadline: Deadline, alert: Alert, context: NoticeContext): PlannedNotice | undefined {
  const waitedFor = contributorOf(state, deadline, context.council);
  if (!waitedFor) return undefined;
  const { asked, to } = waitedFor;
  return {
    id: `alert-${nameOfDeadline(deadline)}-${alert.kind}-${alert.on}-1`,
    kind: 'alert',
    to: { by: 'email', ...to },
    letter: contributionWaitedFor(state, asked, alert, context),
    asksFor: partOf(state, asked),
  };
}
