import type { StaffEntry } from '../../app/ports.ts';
import type { FieldError } from '../../contracts/form-fields.ts';
import { deputyNumbers, readAbsence, staffFormVersion } from '../../contracts/staff-form.ts';
import { londonDateOf } from '../../domain/calendar/local-date.ts';
import { isAway } from '../../domain/staff/staff-member.ts';
import { standIns } from '../../domain/staff/standing-in.ts';
import { notFound } from '../errors/error-pages.ts';
import { errorView } from '../form-errors.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { colleaguesOf, staffErrorId, valuesOf } from './staff.ts';

/** GET /desk/staff/me: when I am away, and who stands in for me. `?done` after a change. */
export function showOwnAbsence(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const entry = await deps.staffEntry(session.officer, session.officer.subject);
    return entry ? draw(deps, request, session, entry, { status: 200 }) : notFound(deps.render, 'desk', session);
  };
}

/** POST /desk/staff/me. */
export function recordOwnAbsence(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const { form } = request;
    const entry = await deps.staffEntry(session.officer, session.officer.subject);
    const expected = staffFormVersion.safeParse(form.get('version'));
    if (!entry || !expected.success) return notFound(deps.render, 'desk', session);
    const again = (status: 400 | 403 | 409, errors: readonly FieldError[], now = entry) =>
      draw(deps, request, session, now, { status, typed: form, errors });
    if (!genuine) return again(403, [{ field: '', text: signedInAgain }]);
    const read = readAbsence(form);
    if ('errors' in read) return again(400, read.errors);
    const result = await deps.recordOwnAbsence(session.officer, { absence: read.answers, expected: expected.data });
    if (result.kind === 'recorded') return seeOther(`${paths.ownAbsence}?done=recorded`);
    if (result.kind === 'refused') return again(400, [{ field: '', text: result.why }]);
    const overtaken = 'Somebody changed this while you were typing. Look at it, then press the button once more';
    return again(409, [{ field: '', text: overtaken }], (await deps.staffEntry(session.officer, session.officer.subject)) ?? entry);
  };
}

type Drawing = { readonly status: 200 | 400 | 403 | 409; readonly typed?: URLSearchParams; readonly errors?: readonly FieldError[] };

async function draw(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  { member, recorded, version }: StaffEntry,
  { status, typed, errors = [] }: Drawing,
): Promise<PageResponse> {
  const staff = await deps.staff();
  const today = londonDateOf(request.now);
  const view = {
    session,
    action: paths.ownAbsence,
    deputies: deputyNumbers,
    colleagues: colleaguesOf(staff, member),
    form: { type: 'staff', values: typed ? Object.fromEntries(typed) : valuesOf(recorded), errors: errorView(errors, staffErrorId) },
    version,
    away: isAway(member, today),
    standsIn: standIns(member, staff, today)[0]?.name,
    done: request.query.get('done') === 'recorded',
  };
  return { status, html: deps.render('desk/own-absence.njk', view) };
}
