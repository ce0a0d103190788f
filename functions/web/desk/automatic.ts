import type { FieldError } from '../../contracts/form-fields.ts';
import { type Contact, mayBeAPersons } from '../../domain/intake/contact.ts';
import { errorView } from '../form-errors.ts';
import type { PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { automaticNames } from './message-words.ts';
import { looksAtMessage } from './who-looked.ts';
import { momentInWords } from './words.ts';

/**
 * GET /desk/automatic: what machines sent us that belongs to no case, so that nothing which came is invisible. What one says stands on a page of its
 * own, where it is noted who read it.
 */
export function showAutomatic(deps: DeskPageDeps): OfficerPage {
  return async (_request, session): Promise<PageResponse> => listView(deps, session, await deps.listAutomatic(session.officer));
}

function listView(deps: DeskPageDeps, session: Session, contacts: readonly Contact[]): PageResponse {
  const messages = contacts.map((contact) => ({ ...headOf(contact), href: paths.held(contact) }));
  return { status: 200, html: deps.render('desk/automatic.njk', { session, messages }) };
}

/** One message of it, and for whoever may know it, who read it. */
export async function drawAutomatic(
  deps: DeskPageDeps,
  session: Session,
  contact: Contact,
  errors: readonly FieldError[] = [],
): Promise<PageResponse> {
  const view = {
    session,
    message: {
      ...headOf(contact),
      text: contact.text,
      hold: mayBeAPersons(contact) && session.pages.includes('settle-held') ? paths.heldAction(contact, 'hold') : undefined,
    },
    looks: await looksAtMessage(deps, session, contact),
    back: paths.automatic,
    errors: errorView(errors),
  };
  return { status: errors.length > 0 ? 400 : 200, html: deps.render('desk/automatic-message.njk', view) };
}

function headOf(contact: Contact) {
  return {
    kind: contact.automatic && automaticNames[contact.automatic],
    from: [contact.from.name, contact.from.email].filter((part) => part !== undefined).join(', ') || 'Sender not known',
    subject: contact.subject ?? 'No subject',
    received: momentInWords(contact.receivedAt),
  };
}
