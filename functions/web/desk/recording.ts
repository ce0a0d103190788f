import { inWords } from '../../domain/calendar/local-date.ts';
import { notFound } from '../errors/error-pages.ts';
import { seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';

/** GET /desk/recordings/{id}: leads to the audio of a recorded call, at an address that is good for a few minutes. Who listens to what is noted. */
export function playRecording(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const recording = request.params['id'] ?? '';
    const found = await deps.recordingLink(recording, session.officer);
    if (!found) return notFound(deps.render, 'desk', session);
    if ('deletedOn' in found) {
      const { deletedOn, reference } = found;
      const view = { session, deletedOn: inWords(deletedOn), reference, href: paths.case(reference) };
      return { status: 410, html: deps.render('desk/recording-deleted.njk', view) };
    }
    deps.log('recording-listened-to', { by: session.officer.subject, recording });
    return seeOther(found.link);
  };
}
