import * as z from 'zod/mini';
import { storedReference } from '../../contracts/stored/values.ts';
import { channels } from '../../domain/intake/contact.ts';
import { notFound } from '../errors/error-pages.ts';
import { seeOther } from '../page.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';

const address = z.object({
  reference: storedReference,
  channel: z.enum(channels),
  id: z.string(),
  number: z.coerce.number().check(z.int(), z.positive()),
});

/** GET /desk/cases/{reference}/documents/{channel}/{id}/{number}: leads to one file, or with `?copy` to its copy, at an address that is good for a few minutes. */
export function openDocument(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const asked = address.safeParse(request.params);
    if (!asked.success) return notFound(deps.render, 'desk', session);
    const { reference, number, ...contact } = asked.data;
    const link = await deps.documentLink({ reference, contact, number, copy: request.query.has('copy') }, session.officer);
    return link === undefined ? notFound(deps.render, 'desk', session) : seeOther(link);
  };
}
