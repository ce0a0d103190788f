import type { ShownCase } from '../../app/show-case.ts';
import { londonDateOf } from '../../domain/calendar/local-date.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import { periodsOf } from '../../domain/deadlines/stage-clock.ts';
import type { Policy } from '../../domain/policy/periods.ts';
import type { PageRequest } from '../page.ts';
import { allocationChoices } from './allocation-view.ts';
import { type Attempt, actionForm, formChoices } from './case-forms.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { detailsHeld } from './turning-away-view.ts';

/** What `desk/action-form.njk` draws: one form, what its fields offer, and what it carries unseen. */
export function formView(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  shown: ShownCase,
  action: OfficerCommand,
  attempt?: Attempt,
) {
  const { state, staff } = shown;
  const today = londonDateOf(request.now);
  return {
    form: actionForm(shown, action, attempt),
    choices: { ...formChoices(deps.council, shown, staff, attempt), allocation: allocationChoices(deps.council, state, staff, today) },
    envelope: { version: shown.version, commandId: deps.newToken(), csrf: session.csrf },
    detailsHeld: detailsHeld(today),
    longestExtension: longestExtension(state, deps.policy),
  };
}

function longestExtension(state: CaseState, policy: Policy): number {
  return (state.stage === 'acknowledged' ? periodsOf(state, policy) : policy.stageOne).extend.workingDays;
}
