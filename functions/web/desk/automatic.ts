import type { PageResponse } from '../page.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { automaticNames, momentInWords } from './words.ts';

/** GET /desk/automatic: what machines sent us that belongs to no case, so that nothing which came is invisible. */
export function showAutomatic(deps: DeskPageDeps): OfficerPage {
  return async (_request, session): Promise<PageResponse> => {
    const messages = (await deps.listAutomatic()).map((contact) => ({
      kind: contact.automatic && automaticNames[contact.automatic],
      from: [contact.from.name, contact.from.email].filter((part) => part !== undefined).join(', ') || 'Sender not known',
      subject: contact.subject ?? 'No subject',
      received: momentInWords(contact.receivedAt),
      text: contact.text,
    }));
    return { status: 200, html: deps.render('desk/automatic.njk', { session, messages }) };
  };
}
