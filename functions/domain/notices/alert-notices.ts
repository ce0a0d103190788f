import type { CaseState } from '../cases/case.ts';
import type { Alert, Deadline } from '../deadlines/deadline.ts';
import { nameOfDeadline } from '../deadlines/next.ts';
import { readersOfAlert, type There } from './alert-readers.ts';
import { alertLetter } from './letters/to-officers.ts';
import type { PlannedNotice } from './notice.ts';
import type { NoticeContext } from './parts.ts';
import { contributorReminded } from './to-contributors.ts';

/** One alert that goes by itself, to everybody who hears of it. `there`: who is there on which London date. */
export function alertNotices(
  state: CaseState,
  deadline: Deadline,
  alert: Alert,
  context: NoticeContext,
  there: There,
): readonly PlannedNotice[] {
  const reminded = contributorReminded(state, deadline, alert, context);
  if (reminded) return [reminded];
  const letter = alertLetter(state, deadline, alert, context);
  return readersOfAlert(state, deadline, alert.kind, context, there).map(({ email, name }, index) => ({
    id: `alert-${nameOfDeadline(deadline)}-${alert.kind}-${alert.on}-${index + 1}`,
    kind: 'alert',
    to: { by: 'email', email, name },
    letter,
  }));
}
