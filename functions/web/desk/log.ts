import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { KnownCase } from '../../app/known-already.ts';
import type { LogResult } from '../../app/log-contact.ts';
import { typedComplaint } from '../../contracts/complaint-form.ts';
import { typedDate } from '../../contracts/form-dates.ts';
import { type FieldError, typedFields } from '../../contracts/form-fields.ts';
import { type LogAnswers, readLog, type WayItCame, waysItCame, waysToTell } from '../../contracts/log-form.ts';
import { storedReference } from '../../contracts/stored/values.ts';
import { formToken } from '../../contracts/stored-form.ts';
import { inShort, inWords, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import { notFound } from '../errors/error-pages.ts';
import { errorView } from '../form-errors.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { channelNames, deadlineNames, dueTag, ombudsmanName, serviceName, stageName } from './words.ts';

/** GET /desk/log: the empty form. `?by=` chooses how it came. */
export function showLog(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const form = new URLSearchParams({ channel: request.query.get('by') ?? '' });
    return drawLog(deps, request, session, form, { status: 200 });
  };
}

/** POST /desk/log: takes it in, or shows first the cases that it may belong to; nothing is stored until the officer has said. */
export function log(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const { form } = request;
    const again = (status: 400 | 403, errors: readonly FieldError[]) => drawLog(deps, request, session, form, { status, errors });
    const token = formToken.safeParse(form.get('token'));
    if (!genuine || !token.success) return again(403, [{ field: '', text: signedInAgain }]);
    if (form.get('as') === 'change') return drawLog(deps, request, session, form, { status: 200 });
    const read = readLog(form, londonDateOf(request.now), waysItCame);
    if ('errors' in read) return again(400, read.errors);
    const as = placeNamed.safeParse(form.get('as') ?? undefined);
    const result = await deps.logContact(session.officer, {
      token: tokenOf(token.data, read.answers),
      log: read.answers,
      as: as.success ? as.data : undefined,
    });
    return afterLogging(result, again, (cases) => drawKnown(deps, request, session, read.answers, cases));
  };
}

/** GET /desk/pass-on: for whoever signs in, with the desk's role or without (duty D1). */
export function showPassOn(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => drawPassOn(deps, request, session, new URLSearchParams(), { status: 200 });
}

/** POST /desk/pass-on. Whoever passes on is shown the reference and nothing of any case. */
export function passOn(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const { form } = request;
    const again = (status: 400 | 403, errors: readonly FieldError[]) => drawPassOn(deps, request, session, form, { status, errors });
    const token = formToken.safeParse(form.get('token'));
    if (!genuine || !token.success) return again(403, [{ field: '', text: signedInAgain }]);
    const read = readLog(form, londonDateOf(request.now), waysToTell);
    if ('errors' in read) return again(400, read.errors);
    const result = await deps.passOn(session.officer, { token: tokenOf(token.data, read.answers), log: read.answers });
    return afterLogging(result, again, () => seeOther(paths.passOn));
  };
}

/** GET /desk/passed-on/{reference}: looks nothing up, so that it tells nothing of any case. */
export function showPassedOn(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const reference = storedReference.safeParse(request.params['reference']);
    if (!reference.success) return notFound(deps.render, 'desk', session);
    return { status: 200, html: deps.render('desk/passed-on.njk', { session, reference: reference.data }) };
  };
}

const placeNamed = z.union([z.literal('new'), storedReference]);

/** The same answers pressed twice are one message; answers that were changed after the browser's Back are another and must not be lost as a repeat. */
function tokenOf(token: string, log: LogAnswers): string {
  return `${token.slice(0, 40)}-${createHash('sha256').update(JSON.stringify(log)).digest('hex').slice(0, 16)}`;
}

async function afterLogging(
  result: LogResult,
  again: (status: 400, errors: readonly FieldError[]) => Promise<PageResponse>,
  known: (cases: readonly KnownCase[]) => PageResponse,
): Promise<PageResponse> {
  switch (result.kind) {
    case 'logged':
    case 'added':
      return seeOther(result.mayOpen ? `${paths.case(result.reference)}?done=${result.kind}` : paths.passedOn(result.reference));
    case 'known':
      return known(result.cases);
    case 'refused':
      return again(400, [{ field: '', text: result.why }]);
  }
}

type Drawing = { readonly status: 200 | 400 | 403; readonly errors?: readonly FieldError[] };

/** What both pages draw again, whatever was wrong with it. */
function typedOf(deps: DeskPageDeps, request: PageRequest, form: URLSearchParams, offered: readonly WayItCame[], drawing: Drawing) {
  const received = typedDate(form, 'receivedOn');
  const empty = received.day + received.month + received.year === '';
  const token = formToken.safeParse(form.get('token'));
  return {
    typed: typedComplaint(form),
    receivedOn: empty ? partsOf(londonDateOf(request.now)) : received,
    chosen: form.get('channel') ?? '',
    channels: offered.map((value) => ({ value, text: wayName(deps, value) })),
    token: token.success ? token.data : deps.newToken(),
    errors: errorView(drawing.errors ?? [], idOf),
  };
}

async function drawLog(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  form: URLSearchParams,
  drawing: Drawing,
): Promise<PageResponse> {
  const view = { session, ...typedFields(form, 'theirReference'), ...typedOf(deps, request, form, waysItCame, drawing) };
  return { status: drawing.status, html: deps.render('desk/log.njk', view) };
}

async function drawPassOn(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  form: URLSearchParams,
  drawing: Drawing,
): Promise<PageResponse> {
  const view = { session, signposts: paths.signposts, ...typedOf(deps, request, form, waysToTell, drawing) };
  return { status: drawing.status, html: deps.render('desk/pass-on.njk', view) };
}

function drawKnown(deps: DeskPageDeps, request: PageRequest, session: Session, log: LogAnswers, cases: readonly KnownCase[]): PageResponse {
  const today = londonDateOf(request.now);
  const view = {
    session,
    hidden: [...request.form].filter(([name]) => name !== 'csrf' && name !== 'as').map(([name, value]) => ({ name, value })),
    heading: `${channelNames[log.channel]}, ${inWords(log.receivedOn)}`,
    words: log.answers.whatHappened,
    cases: cases.map((known) => rowOf(deps, known, today)),
  };
  return { status: 200, html: deps.render('desk/log-known.njk', view) };
}

function rowOf(deps: DeskPageDeps, known: KnownCase, today: LocalDate) {
  return {
    reference: known.reference,
    href: paths.case(known.reference),
    complainant: known.complainant ?? 'No name given',
    standing: stageName(known.stage, known.stageTwo, known.way),
    received: inShort(known.receivedOn),
    service: serviceName(deps.council, known.service),
    officer: known.officer ?? 'not allocated',
    due: known.due && { what: deadlineNames[known.due.kind], when: inShort(known.due.on), tag: dueTag(known.due.on, today) },
    because: [
      ...(known.samePerson ? ['The person’s details lead to it'] : []),
      ...(known.sameWords ? ['Nearly the same words came in it'] : []),
    ].join('. '),
  };
}

function partsOf(date: LocalDate) {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

function idOf(field: string): string {
  return field === 'receivedOn' || field === 'firstKnown' ? `${field}-day` : field;
}

function wayName({ council }: DeskPageDeps, way: WayItCame): string {
  return way === 'LGSCO' || way === 'HOS' ? `Sent on by the ${ombudsmanName(council, way)}` : channelNames[way];
}
