import type { Reallocated, Whose } from '../../app/reallocate.ts';
import type { FieldError } from '../../contracts/form-fields.ts';
import { readReallocation, readWhose } from '../../contracts/reallocation-form.ts';
import { formToken } from '../../contracts/stored-form.ts';
import { inShort, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { QueueEntry } from '../../domain/desk/queue-entry.ts';
import { isAway, mayInvestigate, type StaffMember } from '../../domain/staff/staff-member.ts';
import { errorView } from '../form-errors.ts';
import type { PageRequest, PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { deadlineNames, queueStanding, serviceName } from './words.ts';

/** GET /desk/reallocate: whose cases (`?officer=` or `?service=`), and then which of them go to whom. */
export function showReallocate(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => draw(deps, request, session, request.query, { status: 200 });
}

/** POST /desk/reallocate: what became of each, at once. Pressed again it changes nothing and says the same. */
export function reallocate(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const { form } = request;
    const again = (status: 400 | 403, errors: readonly FieldError[]) => draw(deps, request, session, form, { status, errors });
    const token = formToken.safeParse(form.get('token'));
    if (!genuine || !token.success) return again(403, [{ field: '', text: signedInAgain }]);
    const staff = await deps.staff();
    const whose = readWhose(form, staff);
    if (!whose) return again(400, [{ field: 'officer', text: 'Choose whose cases go to somebody else' }]);
    const read = readReallocation(form, staff);
    if ('errors' in read) return again(400, read.errors);
    const done = await deps.reallocate(session.officer, { ...read.answers, whose, commandId: token.data });
    return 'refused' in done
      ? again(400, [{ field: '', text: done.refused }])
      : drawResults(deps, session, read.answers.to.name, done.results, whose);
  };
}

type Drawing = { readonly status: 200 | 400 | 403; readonly errors?: readonly FieldError[] };

async function draw(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  asked: URLSearchParams,
  { status, errors = [] }: Drawing,
): Promise<PageResponse> {
  const staff = await deps.staff();
  const today = londonDateOf(request.now);
  const whose = readWhose(asked, staff);
  const found = whose && (await deps.casesToReallocate(session.officer, whose));
  const ticked = asked.getAll('case');
  const token = formToken.safeParse(asked.get('token'));
  const view = {
    session,
    action: paths.reallocate,
    whose: whose && whoseInWords(deps, whose, staff),
    chosen: { officer: '', service: '', ...whose, to: asked.get('to') ?? '', reason: asked.get('reason') ?? '' },
    officers: staff.map((member) => optionOf(member, today)),
    others: staff
      .filter(mayInvestigate)
      .filter(({ subject }) => !(whose && 'officer' in whose && whose.officer === subject))
      .map((member) => optionOf(member, today)),
    services: Object.entries(deps.council.services).map(([value, { name }]) => ({ value, text: name })),
    cases: found?.cases.map((entry) => rowOf(deps, entry, ticked.length === 0 || ticked.includes(entry.reference))),
    total: found?.total,
    token: token.success ? token.data : deps.newToken(),
    errors: errorView(errors, (field) => (field === '' ? 'reallocate' : field)),
  };
  return { status, html: deps.render('desk/reallocate.njk', view) };
}

function drawResults(deps: DeskPageDeps, session: Session, to: string, results: readonly Reallocated[], whose: Whose): PageResponse {
  const row = ({ reference, why }: Reallocated) => ({ reference, href: paths.case(reference), why });
  const view = {
    session,
    to,
    done: results.filter(({ why }) => why === undefined).map(row),
    kept: results.filter(({ why }) => why !== undefined).map(row),
    more: `${paths.reallocate}?${new URLSearchParams({ ...whose })}`,
  };
  return { status: 200, html: deps.render('desk/reallocated.njk', view) };
}

function whoseInWords({ council }: DeskPageDeps, whose: Whose, staff: readonly StaffMember[]): string {
  if ('service' in whose) return `${serviceName(council, whose.service)}: not allocated`;
  return staff.find(({ subject }) => subject === whose.officer)?.name ?? '';
}

function optionOf(member: StaffMember, today: LocalDate) {
  return { value: member.subject, text: isAway(member, today) ? `${member.name} (away)` : member.name };
}

function rowOf({ council }: DeskPageDeps, entry: QueueEntry, checked: boolean) {
  const due = entry.nextDue && `${deadlineNames[entry.nextDue.kind]}: ${inShort(entry.nextDue.on)}`;
  return {
    value: entry.reference,
    text: `${entry.reference} ${entry.complainant ?? 'No name given'}`,
    hint: { text: [queueStanding(entry), serviceName(council, entry.service), due].filter(Boolean).join('. ') },
    checked,
  };
}
