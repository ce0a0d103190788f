import type { FieldError } from '../../contracts/form-fields.ts';
import { type Contact, mayBeAPersons } from '../../domain/intake/contact.ts';
import { errorView } from '../form-errors.ts';
import type { PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { automaticNames } from './message-words.ts';
import { momentInWords } from './words.ts';

/** GET /desk/automatic: what machines sent us that belongs to no case, so that nothing which came is invisible. */
export function showAutomatic(deps: DeskPageDeps): OfficerPage {
  return async (_request, session): Promise<PageResponse> => drawAutomatic(deps, session, await deps.listAutomatic(session.officer));
}

/** The whole list, or one message of it that somebody was sent to. */
export function drawAutomatic(
  deps: DeskPageDeps,
  session: Session,
  contacts: readonly Contact[],
  errors: readonly FieldError[] = [],
): PageResponse {
  const messages = contacts.map((contact) => ({
    kind: contact.automatic && automaticNames[contact.automatic],
    from: [contact.from.name, contact.from.email].filter((part) => part !== undefined).join(', ') || 'Sender not known',
    subject: contact.subject ?? 'No subject',
    received: momentInWords(contact.receivedAt),
    text: contact.text,
    hold: mayBeAPersons(contact) ? paths.heldAction(contact, 'hold') : undefined,
  }));
  const html = deps.render('desk/automatic.njk', { session, messages, errors: errorView(errors) });
  return { status: errors.length > 0 ? 400 : 200, html };
}
