import type { RotaChanged, RotaNow } from '../../app/rota.ts';
import type { FieldError } from '../../contracts/form-fields.ts';
import { readRemoval, readShift } from '../../contracts/rota-form.ts';
import { type Instant, londonDateOf } from '../../domain/calendar/local-date.ts';
import { takingHarm } from '../../domain/policy/possible-harm.ts';
import { ladderFrom, onCall, type Rota, type Rung, stillToCome } from '../../domain/registers/rota.ts';
import { isAway, mayInvestigate, type StaffMember, staffMember } from '../../domain/staff/staff-member.ts';
import { notFound } from '../errors/error-pages.ts';
import { errorView } from '../form-errors.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { momentInWords } from './words.ts';

/** GET /desk/rota: who is on call for possible harm, now and next, and who hears if they do not answer. `?done` after a change. */
export function showRotaPage(deps: DeskPageDeps): OfficerPage {
  return (request, session) => draw(deps, request, session, { status: 200 });
}

/** POST /desk/rota: one more entry. */
export function addShift(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const again = (status: 400 | 403 | 409, errors: readonly FieldError[]) =>
      draw(deps, request, session, { status, typed: request.form, errors });
    if (!genuine) return again(403, [{ field: '', text: signedInAgain }]);
    const read = readShift(request.form);
    if ('errors' in read) return again(400, read.errors);
    return outcome(await deps.changeRota(session.officer, read.answers), 'added', again);
  };
}

/** POST /desk/rota/remove: takes one entry out. */
export function removeShift(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const again = (status: 400 | 403 | 409, errors: readonly FieldError[]) => draw(deps, request, session, { status, errors });
    if (!genuine) return again(403, [{ field: '', text: signedInAgain }]);
    const removal = readRemoval(request.form);
    if (!removal) return notFound(deps.render, 'desk', session);
    return outcome(await deps.changeRota(session.officer, removal), 'removed', again);
  };
}

type Again = (status: 400 | 403 | 409, errors: readonly FieldError[]) => Promise<PageResponse>;

function outcome(result: RotaChanged, done: 'added' | 'removed', again: Again): PageResponse | Promise<PageResponse> {
  if (result.kind === 'changed') return seeOther(`${paths.rota}?done=${done}`);
  if (result.kind === 'refused') return again(400, [{ field: '', text: result.why }]);
  return again(409, [
    { field: '', text: 'Somebody changed the rota while you were typing. Look at it below, then press the button once more' },
  ]);
}

const doneNames: Readonly<Record<string, string>> = {
  added: 'Added. It counts from the next minute on',
  removed: 'Taken out. It counts from the next minute on',
};

type Drawing = { readonly status: 200 | 400 | 403 | 409; readonly typed?: URLSearchParams; readonly errors?: readonly FieldError[] };

async function draw(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  { status, typed, errors = [] }: Drawing,
): Promise<PageResponse> {
  const [kept, staff] = await Promise.all([deps.rota(session.officer), deps.staff()]);
  if (!kept) return notFound(deps.render, 'desk', session);
  const { rota, number, changes } = kept;
  const { now } = request;
  const outOfHours = deps.council.outOfHours.email;
  const view = {
    session,
    done: doneNames[request.query.get('done') ?? ''],
    mayChange: session.pages.includes('keep-rota'),
    now: onCall(rota, now).map(({ name }) => name),
    ladder: ladderFrom(rota, now).map((rung, index) => ({ who: rungName(rung, outOfHours), after: index * takingHarm.withinMinutes })),
    thenEvery: takingHarm.thenEveryMinutes,
    outOfHours,
    shifts: stillToCome(rota, now).map((shift) => ({
      name: shift.officer.name,
      subject: shift.officer.subject,
      at: shift.from,
      from: momentInWords(shift.from),
      until: momentInWords(shift.until),
      isNow: shift.from <= now,
      away: isAwayThen(staff, shift.officer.subject, shift.from, shift.until),
    })),
    gaps: gapsIn(rota, now).map(({ from, until }) =>
      until === undefined ? `${momentInWords(from)} onwards` : `${momentInWords(from)} to ${momentInWords(until)}`,
    ),
    add: paths.rota,
    remove: paths.removeShift,
    expected: number,
    officers: staff.filter(mayInvestigate).map(({ subject, name }) => ({ value: subject, text: name })),
    form: {
      type: 'rota',
      values: Object.fromEntries(typed ?? []),
      errors: errorView(errors, (field) => (field === '' ? 'rota' : `rota-${field}${field === 'from' || field === 'until' ? '-day' : ''}`)),
    },
    changes: changesInWords(changes),
  };
  return { status, html: deps.render('desk/rota.njk', view) };
}

function rungName(rung: Rung, outOfHours: string): string {
  if (rung === 'head') return 'The Head of Customer Service and Complaints';
  return rung === 'out-of-hours' ? `The out-of-hours contact, ${outOfHours}` : rung.name;
}

/** The rota and their absence are kept by different people. */
function isAwayThen(staff: readonly StaffMember[], subject: string, from: Instant, until: Instant): boolean {
  const member = staffMember(staff, subject);
  return member !== undefined && [from, until].some((at) => isAway(member, londonDateOf(at)));
}

/** Between one entry's end and the next one's beginning nobody is on call, nor after the end of the last: that gap has no end yet. */
function gapsIn(rota: Rota, now: Instant): readonly { readonly from: Instant; readonly until?: Instant }[] {
  let covered = now;
  const between = stillToCome(rota, now).flatMap(({ from, until }) => {
    const gap = from > covered ? [{ from: covered, until: from }] : [];
    if (until > covered) covered = until;
    return gap;
  });
  return [...between, { from: covered }];
}

const mostChanges = 20;

function changesInWords(changes: RotaNow['changes']) {
  return changes.slice(0, mostChanges).map(({ by, at, rota }) => ({
    who: by.name,
    when: momentInWords(at),
    rota: rota.map(({ officer, from, until }) => `${officer.name}: ${momentInWords(from)} to ${momentInWords(until)}`),
  }));
}
