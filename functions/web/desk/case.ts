import { createHash } from 'node:crypto';
import type { ShownCase } from '../../app/show-case.ts';
import { formEnvelope, officerAction, readCommand } from '../../contracts/desk-forms.ts';
import { storedReference } from '../../contracts/stored/values.ts';
import { londonDateOf } from '../../domain/calendar/local-date.ts';
import { allocationWarnings } from '../../domain/cases/allocation/allocating.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { Command } from '../../domain/cases/command.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { periodsOf } from '../../domain/deadlines/stage-clock.ts';
import type { Policy } from '../../domain/policy/periods.ts';
import type { StaffMember } from '../../domain/staff/staff-member.ts';
import { notFound } from '../errors/error-pages.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import { doneNames, waitsForSecondPerson } from './action-words.ts';
import { allocationChoices } from './allocation-view.ts';
import { type Attempt, caseForms } from './case-forms.ts';
import { caseView } from './case-view.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { eventForReader } from './event-in-words.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { detailsHeld, hazardHint } from './turning-away-view.ts';

/** GET /desk/cases/{reference}. `?done=` names the command that led here. */
export function showCasePage(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const shown = await findCase(deps, request);
    return shown ? drawCase(deps, request, session, shown, { status: 200 }) : notFound(deps.render, 'desk');
  };
}

/** POST /desk/cases/{reference}/{action}: carried out, or the same page with what was typed and why not. */
export function actOnCase(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const action = officerAction.safeParse(request.params['action']);
    const shown = await findCase(deps, request);
    if (!shown || !action.success) return notFound(deps.render, 'desk');
    const { form } = request;
    const again = (status: 400 | 403 | 409, errors: Attempt['errors'], since?: readonly CaseEvent[], now = shown) =>
      drawCase(deps, request, session, now, { status, attempt: { action: action.data, form, errors }, since });

    const envelope = formEnvelope.safeParse(Object.fromEntries(form));
    if (!genuine || !envelope.success) return again(403, [{ field: '', text: signedInAgain }]);
    const staff = await officersFor(deps, session);
    const read = readCommand(action.data, form, { staff, today: londonDateOf(request.now), events: shown.events });
    if ('errors' in read) return again(400, read.errors);

    const { version, commandId } = envelope.data;
    const { reference } = shown.state;
    const result = await deps.runCommand({
      reference,
      expected: version,
      command: read.answers,
      commandId: idOf(commandId, read.answers),
      by: session.officer,
      staff,
    });
    switch (result.kind) {
      case 'done':
        return seeOther(`${paths.case(reference)}?done=${action.data}`);
      case 'refused':
        // The refusal of an allocation stands in the record: the page shows the case as it now is.
        return again(400, [{ field: '', text: result.why }], undefined, (await deps.showCase(reference)) ?? shown);
      case 'overtaken':
        return again(409, [], result.since, (await deps.showCase(reference)) ?? shown);
      case 'already-received':
        return seeOther(paths.case(reference));
      case 'not-found':
        return notFound(deps.render, 'desk');
    }
  };
}

/**
 * The same press twice is one command; the same page with other answers (after the browser's Back) is another, and must not be taken for done.
 */
function idOf(commandId: string, command: Command): string {
  return `${commandId}-${createHash('sha256').update(JSON.stringify(command)).digest('hex').slice(0, 16)}`;
}

async function findCase(deps: DeskPageDeps, request: PageRequest): Promise<ShownCase | undefined> {
  const reference = storedReference.safeParse(request.params['reference']);
  return reference.success ? deps.showCase(reference.data) : undefined;
}

/** Everybody who has signed in, and the officer in front of us. */
async function officersFor(deps: DeskPageDeps, session: Session): Promise<readonly StaffMember[]> {
  const staff = await deps.staff();
  return staff.some(({ subject }) => subject === session.officer.subject) ? staff : [...staff, session.officer];
}

function longestExtension(state: CaseState, policy: Policy): number {
  return (state.stage === 'acknowledged' ? periodsOf(state, policy) : policy.stageOne).extend.workingDays;
}

type Drawing = { readonly status: 200 | 400 | 403 | 409; readonly attempt?: Attempt; readonly since?: readonly CaseEvent[] };

async function drawCase(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  shown: ShownCase,
  drawing: Drawing,
): Promise<PageResponse> {
  const { attempt, since } = drawing;
  const staff = await officersFor(deps, session);
  const today = londonDateOf(request.now);
  const { forms, notPossible, choices } = caseForms(deps.council, shown, staff, attempt);
  const done = officerAction.safeParse(request.query.get('done'));
  const view = {
    session,
    case: caseView(deps.council, shown, request.now),
    forms,
    notPossible,
    detailsHeld: detailsHeld(today),
    choices: { ...choices, allocation: allocationChoices(deps.council, shown.state, staff, today) },
    warnings: [...allocationWarnings(shown.state, staff, today), ...hazardHint(shown)],
    longestExtension: longestExtension(shown.state, deps.policy),
    envelope: { version: shown.version, commandId: deps.newToken(), csrf: session.csrf },
    done: done.success ? (shown.state.proposal?.what === done.data ? waitsForSecondPerson : doneNames[done.data]) : undefined,
    errors: forms.find(({ type }) => type === attempt?.action)?.errors,
    since: since?.map((event) => eventForReader(deps.council, event, session.officer)),
  };
  const playsFrom = shown.contacts.some(({ voicemail }) => voicemail) ? await deps.recordingsOrigin() : undefined;
  return { status: drawing.status, html: deps.render('desk/case.njk', view), playsFrom };
}
