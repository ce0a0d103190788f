import * as z from 'zod/mini';
import { heardForm } from '../../contracts/call-forms.ts';
import { setAsideForm } from '../../contracts/desk-forms.ts';
import { type FieldError, readAnswers, typedText } from '../../contracts/form-fields.ts';
import { type Contact, channels, mayBeAPersons } from '../../domain/intake/contact.ts';
import { recordingInHeld } from '../../domain/intake/recording-in-mail.ts';
import { notFound } from '../errors/error-pages.ts';
import { errorView } from '../form-errors.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import { attachmentInWords } from './attachment-in-words.ts';
import { drawAutomatic } from './automatic.ts';
import { callView } from './call-view.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { heardWords } from './heard-words.ts';
import { holdNames } from './message-words.ts';
import { looksAtMessage } from './who-looked.ts';
import { channelNames, momentInWords, personName } from './words.ts';

const heldKey = z.object({ channel: z.enum(channels), id: z.string() });
const heldAction = z.enum(['release', 'set-aside', 'hold']);

const heldFields = ['reason', 'said', 'name', 'telephone'] as const;
type Typed = Readonly<Partial<Record<(typeof heldFields)[number], string>>>;

/** GET /desk/held/{channel}/{id}: a message that has not opened a case; also one that was filed as a machine's. */
export function showHeld(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const found = await find(deps, request, session);
    if (found?.standing === 'filed') return drawAutomatic(deps, session, found.contact);
    return found ? drawHeld(deps, session, found.contact, {}, []) : goneFrom(deps, session);
  };
}

/** POST /desk/held/{channel}/{id}/{action}: opens its case with the day it came, or sets it aside with a reason; or holds what was filed. */
export function actOnHeld(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const action = heldAction.safeParse(request.params['action']);
    if (!action.success) return notFound(deps.render, 'desk', session);
    const found = await find(deps, request, session);
    if (!found || (found.standing === 'filed') !== (action.data === 'hold')) return goneFrom(deps, session);
    if (found.standing === 'filed' && !mayBeAPersons(found.contact)) return goneFrom(deps, session);
    const { contact } = found;
    if (found.standing === 'filed') return holdFiled(deps, session, contact, genuine);
    const typed: Typed = Object.fromEntries(heldFields.map((name) => [name, typedText(request.form, name)]));
    if (!genuine) return drawHeld(deps, session, contact, typed, [{ field: '', text: signedInAgain }]);
    if (action.data === 'release') {
      const words = contact.hold === 'needs-listening' ? readAnswers(heardForm, typed) : undefined;
      if (words && 'errors' in words) return drawHeld(deps, session, contact, typed, words.errors);
      const heard = words && { ...words.answers, text: words.answers.said };
      const released = await deps.releaseHeld(contact, session.officer, heard);
      if (released.kind === 'call') return seeOther(paths.desk);
      return released.kind === 'done' ? seeOther(paths.case(released.reference)) : goneFrom(deps, session);
    }
    const read = readAnswers(setAsideForm, { reason: typed.reason });
    if ('errors' in read) return drawHeld(deps, session, contact, typed, read.errors);
    const aside = await deps.setAsideHeld(contact, session.officer, read.answers.reason);
    return aside.kind === 'done' ? seeOther(paths.desk) : goneFrom(deps, session);
  };
}

type Found = { readonly contact: Contact; readonly standing: 'held' | 'filed' };

async function find(deps: DeskPageDeps, request: PageRequest, { officer }: Session): Promise<Found | undefined> {
  const key = heldKey.safeParse(request.params);
  const known = key.success ? await deps.findContact(officer, key.data) : undefined;
  if (!known) return undefined;
  const { contact, standing } = known;
  if (standing.kind === 'held') return { contact, standing: 'held' };
  return standing.kind === 'filed' ? { contact, standing: 'filed' } : undefined;
}

async function holdFiled(deps: DeskPageDeps, session: Session, contact: Contact, genuine: boolean): Promise<PageResponse> {
  if (!genuine) return drawAutomatic(deps, session, contact, [{ field: '', text: signedInAgain }]);
  const held = await deps.holdAutomatic(contact, session.officer);
  return held.kind === 'done' ? seeOther(paths.held(contact)) : goneFrom(deps, session);
}

async function drawHeld(
  deps: DeskPageDeps,
  session: Session,
  contact: Contact,
  typed: Typed,
  errors: readonly FieldError[],
): Promise<PageResponse> {
  const { voicemail } = contact;
  const view = {
    session,
    why: contact.hold ? holdNames[contact.hold] : 'It waits for a person',
    virus: contact.hold === 'virus-found',
    heading: `${channelNames[contact.channel]}, ${momentInWords(contact.receivedAt)}`,
    from: personName(contact.from),
    subject: contact.subject,
    text: contact.text,
    attachments: contact.attachments.map(attachmentInWords),
    release: paths.heldAction(contact, 'release'),
    setAside: paths.heldAction(contact, 'set-aside'),
    typed: { telephone: contact.from.telephone, said: contact.text, ...typed },
    becomesCall: recordingInHeld(contact, deps.council.voicemail) !== undefined,
    call: voicemail && callView(contact, voicemail),
    words: voicemail && heardWords(contact.text, [], voicemail.doubtful),
    looks: await looksAtMessage(deps, session, contact),
    errors: errorView(errors),
  };
  return {
    status: errors.length > 0 ? 400 : 200,
    html: deps.render('desk/held.njk', view),
    playsFrom: voicemail && (await deps.recordingsOrigin()),
  };
}

/** Somebody else decided first: an answer, not a fault. */
function goneFrom(deps: DeskPageDeps, session: Session): PageResponse {
  return { status: 409, html: deps.render('desk/held-gone.njk', { session }) };
}
