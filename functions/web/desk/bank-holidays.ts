import { readBankHoliday, readHolidayVerdict } from '../../contracts/bank-holiday-form.ts';
import type { FieldError } from '../../contracts/form-fields.ts';
import { inWords, type LocalDate, localDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Holiday } from '../../domain/calendar/working-days.ts';
import type { Proclaimed } from '../../domain/registers/bank-holidays.ts';
import { notFound } from '../errors/error-pages.ts';
import { errorView } from '../form-errors.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { momentInWords } from './words.ts';

/** GET /desk/bank-holidays: the days that do not count, of this year and the next, and those that wait for a second person. `?done` after a change. */
export function showBankHolidays(deps: DeskPageDeps): OfficerPage {
  return (request, session) => draw(deps, request, session, { status: 200 });
}

/** POST /desk/bank-holidays: a day that was proclaimed late (decision 16). */
export function enterBankHoliday(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const again = (status: 400 | 403 | 409, errors: readonly FieldError[]) =>
      draw(deps, request, session, { status, typed: request.form, errors });
    if (!genuine) return again(403, [{ field: '', text: signedInAgain }]);
    const read = readBankHoliday(request.form);
    if ('errors' in read) return again(400, read.errors);
    const result = await deps.proposeBankHoliday(session.officer, read.answers);
    if (result.kind === 'done') return seeOther(`${paths.bankHolidays}?done=entered`);
    if (result.kind === 'refused') return again(400, [{ field: result.field ?? '', text: result.why }]);
    return again(409, [{ field: 'date', text: 'Somebody has just entered this day' }]);
  };
}

/** POST /desk/bank-holidays/{date}/{action}: a second person approves or rejects it. */
export function decideBankHoliday(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const date = localDate(request.params['date'] ?? '');
    const read = readHolidayVerdict(request.params['action'] ?? '', request.form);
    if (!date || !read) return notFound(deps.render, 'desk', session);
    const again = (status: 400 | 403 | 409, errors: readonly FieldError[]) =>
      draw(deps, request, session, { status, about: date, typed: request.form, errors });
    if (!genuine) return again(403, [{ field: '', text: signedInAgain }]);
    if ('errors' in read) return again(400, read.errors);
    const verdict = read.answers;
    const result = await deps.judgeBankHoliday(session.officer, date, verdict);
    if (result.kind === 'done') return seeOther(`${paths.bankHolidays}?done=${verdict.kind === 'approve' ? 'approved' : 'rejected'}`);
    if (result.kind === 'refused') return again(400, [{ field: '', text: result.why }]);
    return again(409, [{ field: '', text: 'Somebody decided about a bank holiday just now: look at the lists below' }]);
  };
}

type Drawing = {
  readonly status: 200 | 400 | 403 | 409;
  /** The proposal whose form was sent, where it was not that of a new one. */
  readonly about?: LocalDate;
  readonly typed?: URLSearchParams;
  readonly errors?: readonly FieldError[];
};

const done: Readonly<Record<string, string>> = {
  entered: 'Entered. It counts once a colleague has approved it.',
  approved: 'Approved. Dates are counted with it from now on, and open cases say so by the next working morning.',
  rejected: 'Rejected. No date changes.',
};

async function draw(deps: DeskPageDeps, request: PageRequest, session: Session, drawing: Drawing): Promise<PageResponse> {
  const { calendar, proclaimed } = await deps.bankHolidays();
  const year = Number(londonDateOf(request.now).slice(0, 4));
  const { about, typed, errors = [] } = drawing;
  const errorsOf = (form: string, mine: boolean) =>
    errorView(mine ? errors : [], (field) => (field === '' ? form : `${form}-${field}${field === 'date' ? '-day' : ''}`));
  const waiting = proclaimed.filter(({ standing }) => standing.kind === 'proposed');
  const view = {
    session,
    mayEnter: session.pages.includes('enter-bank-holiday'),
    done: done[request.query.get('done') ?? ''],
    waiting: waiting.map((one) => ({
      ...wordsOf(one),
      type: `day-${one.date}`,
      ownEntry: one.proposedBy.subject === session.officer.subject,
      approve: paths.bankHoliday(one.date, 'approve'),
      reject: paths.bankHoliday(one.date, 'reject'),
      reason: about === one.date ? typed?.get('reason') : undefined,
      errors: errorsOf(`day-${one.date}`, about === one.date),
    })),
    form: { type: 'enter', values: about ? {} : Object.fromEntries(typed ?? []), errors: errorsOf('enter', about === undefined) },
    summary: errorsOf(about ? `day-${about}` : 'enter', true).summary,
    years: [year, year + 1].map((of) => ({
      year: of,
      days: calendar.holidays
        .filter(({ date }) => date.startsWith(`${of}-`))
        .map((holiday) => ({ ...named(holiday), late: lateOf(proclaimed, holiday) })),
    })),
    rejected: proclaimed.filter(({ standing }) => standing.kind === 'rejected').map(wordsOf),
  };
  return { status: drawing.status, html: deps.render('desk/bank-holidays.njk', view) };
}

function named({ date, name }: Holiday) {
  return { name, when: inWords(date) };
}

/** Where the day was proclaimed, who entered it, and who decided. */
function wordsOf(one: Proclaimed) {
  const { source, proposedBy, proposedAt, standing } = one;
  return {
    ...named(one),
    source,
    entered: `${proposedBy.name}, ${momentInWords(proposedAt)}`,
    decided: standing.kind === 'proposed' ? undefined : `${standing.by.name}, ${momentInWords(standing.at)}`,
    because: standing.kind === 'rejected' ? standing.reason : undefined,
  };
}

function lateOf(proclaimed: readonly Proclaimed[], { date }: Holiday) {
  const late = proclaimed.find((one) => one.date === date && one.standing.kind === 'approved');
  return late && wordsOf(late);
}
