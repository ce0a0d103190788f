import type { ShownCase } from '../../app/show-case.ts';
import { inWords, londonDateOf } from '../../domain/calendar/local-date.ts';
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
    returned: returnedWith(shown, action),
    choices: { ...formChoices(deps.council, shown, staff, attempt), allocation: allocationChoices(deps.council, state, staff, today) },
    envelope: { version: shown.version, commandId: deps.newToken(), csrf: session.csrf },
    detailsHeld: detailsHeld(today),
    longestExtension: longestExtension(state, deps.policy),
  };
}

/** What whoever returned it wants changed: it must be read where it is to be obeyed. */
function returnedWith({ state: { cameBack }, events }: ShownCase, action: OfficerCommand) {
  const event = cameBack?.what === action ? events[cameBack.number - 1] : undefined;
  return cameBack && event?.type === 'proposal-returned'
    ? { by: cameBack.by, on: inWords(cameBack.on), comments: event.comments }
    : undefined;
}

function longestExtension(state: CaseState, policy: Policy): number {
  return (state.stage === 'acknowledged' ? periodsOf(state, policy) : policy.stageOne).extend.workingDays;
}
