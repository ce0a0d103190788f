import { type TypedDate, typedDate } from '../../contracts/form-dates.ts';
import { type FieldError, typedFields } from '../../contracts/form-fields.ts';
import { readCopyAsked, readSignpost } from '../../contracts/front-desk-form.ts';
import { formToken } from '../../contracts/stored-form.ts';
import { inShort, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import { copyFormats, type PolicyCopy, type Signpost, signpostPlaces } from '../../domain/registers/front-desk.ts';
import { errorView } from '../form-errors.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { dueTag } from './words.ts';

const placeNames: Record<Signpost['place'], string> = { 'social-media': 'Social media', survey: 'A survey' };
const formatNames: Record<PolicyCopy['format'], string> = { standard: 'Standard', 'large-print': 'Large print', 'easy-read': 'Easy read' };

type Drawing = { readonly status: 200 | 400 | 403; readonly form?: URLSearchParams; readonly errors?: readonly FieldError[] };

/** GET /desk/signposts: for whoever signs in; those of the front desk see what was recorded. */
export function showSignposts(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => drawSignposts(deps, request, session, { status: 200 });
}

/** POST /desk/signposts. */
export function recordSignpost(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const { form } = request;
    const again = (status: 400 | 403, errors: readonly FieldError[]) => drawSignposts(deps, request, session, { status, form, errors });
    const token = formToken.safeParse(form.get('token'));
    if (!genuine || !token.success) return again(403, [{ field: '', text: signedInAgain }]);
    const read = readSignpost(form, londonDateOf(request.now));
    if ('errors' in read) return again(400, read.errors);
    await deps.recordSignpost(session.officer, { id: token.data, ...read.answers });
    return seeOther(`${paths.signposts}?done=recorded`);
  };
}

/** GET /desk/policy-copies: hard copies of the policy that are to be posted, and those that were. */
export function showCopies(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => drawCopies(deps, request, session, { status: 200 });
}

/** POST /desk/policy-copies: somebody asked for one. */
export function askForCopy(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const { form } = request;
    const again = (status: 400 | 403, errors: readonly FieldError[]) => drawCopies(deps, request, session, { status, form, errors });
    const token = formToken.safeParse(form.get('token'));
    if (!genuine || !token.success) return again(403, [{ field: '', text: signedInAgain }]);
    const read = readCopyAsked(form, londonDateOf(request.now));
    if ('errors' in read) return again(400, read.errors);
    const kept = await deps.askForCopy(session.officer, { id: token.data, ...read.answers });
    return kept.kind === 'done' ? seeOther(`${paths.policyCopies}?done=recorded`) : again(400, [{ field: '', text: kept.why }]);
  };
}

/** POST /desk/policy-copies/{id}/posted: it left today. */
export function recordCopyPosted(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const again = (status: 400 | 403, text: string) => drawCopies(deps, request, session, { status, errors: [{ field: '', text }] });
    if (!genuine) return again(403, signedInAgain);
    const done = await deps.recordCopyPosted(session.officer, request.params['id'] ?? '', londonDateOf(request.now));
    return done.kind === 'done' ? seeOther(`${paths.policyCopies}?done=posted`) : again(400, done.why);
  };
}

async function drawSignposts(deps: DeskPageDeps, request: PageRequest, session: Session, drawing: Drawing): Promise<PageResponse> {
  const mayRead = session.pages.includes('front-desk');
  const { signposts } = mayRead ? await deps.frontDesk(session.officer) : { signposts: [] };
  const view = {
    ...frameOf(deps, request, session, drawing, 'on'),
    ...typedFields(drawing.form ?? new URLSearchParams(), 'place', 'link'),
    action: paths.signposts,
    online: deps.council.complaints.online,
    places: signpostPlaces.map((value) => ({ value, text: placeNames[value] })),
    mayRead,
    rows: signposts.map(({ on, place, link, by }) => ({ on: inShort(on), place: placeNames[place], link, by: by.name })),
  };
  return { status: drawing.status, html: deps.render('desk/signposts.njk', view) };
}

async function drawCopies(deps: DeskPageDeps, request: PageRequest, session: Session, drawing: Drawing): Promise<PageResponse> {
  const { copies } = await deps.frontDesk(session.officer);
  const today = londonDateOf(request.now);
  const view = {
    ...frameOf(deps, request, session, drawing, 'askedOn'),
    ...typedFields(drawing.form ?? new URLSearchParams(), 'name', 'address', 'format'),
    action: paths.policyCopies,
    mayKeep: session.pages.includes('keep-front-desk'),
    formats: copyFormats.map((value) => ({ value, text: formatNames[value] })),
    toPost: copies.flatMap((copy) => toPostView(copy, today)),
    posted: copies.flatMap(({ askedOn, standing }) =>
      standing.kind === 'posted' ? [{ asked: inShort(askedOn), on: inShort(standing.on), by: standing.by.name }] : [],
    ),
  };
  return { status: drawing.status, html: deps.render('desk/policy-copies.njk', view) };
}

function toPostView({ id, askedOn, due, format, standing }: PolicyCopy, today: LocalDate) {
  if (standing.kind !== 'to-post') return [];
  return [
    {
      to: [standing.name, standing.address].filter(Boolean).join('\n'),
      asked: inShort(askedOn),
      format: formatNames[format],
      due: due && { on: inShort(due), tag: dueTag(due, today) },
      action: paths.policyCopyPosted(id),
    },
  ];
}

function frameOf(deps: DeskPageDeps, request: PageRequest, session: Session, { form, errors = [] }: Drawing, dayField: string) {
  const token = formToken.safeParse(form?.get('token'));
  const [year = '', month = '', day = ''] = londonDateOf(request.now).split('-');
  const today: TypedDate = { day: String(Number(day)), month: String(Number(month)), year };
  return {
    session,
    day: form ? typedDate(form, dayField) : today,
    token: token.success ? token.data : deps.newToken(),
    done: request.query.get('done'),
    errors: errorView(errors, (field) => (field === dayField ? `${field}-day` : field)),
  };
}
