import * as z from 'zod/mini';
import type { CouncilFacts } from '../../../council/facts.ts';
import type { ShownCase } from '../../app/show-case.ts';
import { belongingForm, formEnvelope } from '../../contracts/desk-forms.ts';
import { type FieldError, readAnswers, typedText } from '../../contracts/form-fields.ts';
import { storedReference } from '../../contracts/stored/values.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { type Contact, channels } from '../../domain/intake/contact.ts';
import { notFound } from '../errors/error-pages.ts';
import { errorView } from '../form-errors.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import { arrivalOf, evidenceOf, openQuestionOf } from './correspondence-view.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { eventForReader } from './event-in-words.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { messageOf } from './message-view.ts';
import { personName } from './words.ts';

const messageKey = z.object({ reference: storedReference, channel: z.enum(channels), id: z.string() });

/** A message of a case, and whether it is the one that opened it. */
type Found = { readonly shown: ShownCase; readonly contact: Contact; readonly opened: boolean };

/** GET /desk/cases/{reference}/messages/{channel}/{id}: where does this message belong? */
export function showMessage(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const found = await findMessage(deps, request, session);
    return found ? draw(deps, session, found, {}, 200) : notFound(deps.render, 'desk', session);
  };
}

/** POST, the same address: it stays, goes to another case or gets one of its own (ADR 7). */
export function placeMessage(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const found = await findMessage(deps, request, session);
    if (!found) return notFound(deps.render, 'desk', session);
    const typed = { belongs: typedText(request.form, 'belongs'), reference: typedText(request.form, 'reference') };
    const again = (status: 400 | 403 | 409, ...errors: readonly FieldError[]) => draw(deps, session, found, typed, status, errors);
    const envelope = formEnvelope.safeParse(Object.fromEntries(request.form));
    if (!genuine || !envelope.success) return again(403, { field: '', text: signedInAgain });
    const read = readAnswers(belongingForm, typed);
    if ('errors' in read) return again(400, ...read.errors);
    const { belongs } = read.answers;
    const other = belongs === 'other' ? read.answers.other : undefined;
    if (belongs === 'other' && !other)
      return again(400, { field: 'reference', text: `Enter the reference of the case, like ${example(deps)}` });
    const { version, commandId } = envelope.data;
    const act = { expected: version, commandId: `${commandId}-${belongs}-${other ?? ''}`, by: session.officer };
    const placed =
      belongs === 'here'
        ? await keepHere(deps, found, act)
        : await deps.moveContact({
            from: found.shown.state.reference,
            contact: keyOf(found.contact),
            to: other ?? (belongs === 'new-issue' ? belongs : 'new'),
            ...act,
          });
    switch (placed.kind) {
      case 'done':
        return seeOther(paths.case('reference' in placed ? placed.reference : found.shown.state.reference));
      case 'refused':
        return again(400, { field: belongs === 'other' ? 'reference' : '', text: placed.why });
      case 'overtaken':
        return again(409, { field: '', text: changedSince(deps.council, placed.since, session.officer) });
      case 'already-received':
      case 'not-found':
        return notFound(deps.render, 'desk', session);
    }
  };
}

function changedSince(council: CouncilFacts, since: readonly CaseEvent[], reader: Session['officer']): string {
  const [last] = since.slice(-1).map((event) => eventForReader(council, event, reader));
  const what = last ? `: ${last.title} (${last.who}, ${last.when})` : '';
  return `This case has changed since you opened the page${what}. Look at it again before you decide`;
}

type Act = { readonly expected: number; readonly commandId: string; readonly by: Session['officer'] };

/** Where nothing was asked, there is nothing to answer. */
async function keepHere(deps: DeskPageDeps, { shown, contact }: Found, act: Act) {
  const { reference } = shown.state;
  if (!openQuestionOf(shown.state, contact)) return { kind: 'done' as const };
  return deps.runCommand({ reference, command: { type: 'answer-question', contact: keyOf(contact) }, ...act });
}

function keyOf({ channel, id }: Contact) {
  return { channel, id };
}

function example({ council }: DeskPageDeps): string {
  return `${council.referencePrefix}-2026-004217`;
}

async function findMessage(deps: DeskPageDeps, request: PageRequest, session: Session): Promise<Found | undefined> {
  const key = messageKey.safeParse(request.params);
  if (!key.success) return undefined;
  const { reference, channel, id } = key.data;
  const shown = await deps.showCase(reference, session.officer, session.staff);
  const contact = shown?.contacts.find((one) => one.channel === channel && one.id === id && one.automatic === undefined);
  if (!shown || !contact) return undefined;
  const opened = shown.events.some((event) => event.type === 'complaint-received' && event.channel === channel && event.contactId === id);
  return { shown, contact, opened };
}

async function draw(
  deps: DeskPageDeps,
  session: Session,
  { shown, contact, opened }: Found,
  typed: { readonly belongs?: string; readonly reference?: string },
  status: 200 | 400 | 403 | 409,
  errors: readonly FieldError[] = [],
): Promise<PageResponse> {
  const { reference } = shown.state;
  const question = openQuestionOf(shown.state, contact);
  const view = {
    session,
    reference,
    back: paths.case(reference),
    action: paths.message(reference, contact),
    message: { ...messageOf(contact, evidenceOf(shown.events, contact)), ...arrivalOf(shown, contact), email: contact.from.email },
    other: question?.mayBelongTo && (await otherCase(deps, session, question.mayBelongTo)),
    choices: choicesFor(reference, opened),
    belongs: typed.belongs,
    otherReference: typed.reference ?? question?.mayBelongTo ?? '',
    example: example(deps),
    mayPlace: shown.mayPlace,
    envelope: { version: shown.version, commandId: deps.newToken(), csrf: session.csrf },
    errors: errorView(errors, (field) => (field === '' ? 'place' : field)),
  };
  return { status, html: deps.render('desk/message.njk', view) };
}

/** Enough to tell whether it can be that case; the rest stands on its own page. */
async function otherCase(deps: DeskPageDeps, session: Session, reference: Reference) {
  const shown = await deps.showCase(reference, session.officer);
  if (!shown) return undefined;
  const { complainant, receivedOn } = shown.state;
  return { reference, href: paths.case(reference), of: personName(complainant), email: complainant.email, received: inWords(receivedOn) };
}

function choicesFor(reference: Reference, opened: boolean) {
  const written = opened
    ? 'If that is this person’s own case, they are told which number to use; nobody else is written to'
    : 'The person is not written to by this';
  const other = { value: 'other', text: 'Another case', hint: { text: `It keeps the day it came. ${written}` } };
  if (opened) return [{ value: 'here', text: `A complaint of its own: ${reference} goes on by itself` }, other];
  const own = {
    value: 'new',
    text: 'A new complaint',
    hint: { text: 'It gets a case of its own with the day it came, and the usual receipt' },
  };
  const issue = {
    value: 'new-issue',
    text: `A new complaint, linked with ${reference}`,
    hint: {
      text: 'For a new issue of the same person: one that has nothing to do with this complaint or would hold it up, or one that came after our response. It gets a case of its own with the day it came, and the usual receipt',
    },
  };
  const here = {
    value: 'here',
    text: `This case, ${reference}`,
    hint: { text: 'A new issue that belongs to it can then be added to the complaint, until the stage one response' },
  };
  return [here, issue, own, other];
}
