import { notFound } from '../errors/error-pages.ts';
import { seeOther } from '../page.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';

/** GET /desk/recordings/{id}: leads to the audio of a recorded call, at an address that is good for a few minutes. Who listens to what is noted. */
export function playRecording(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const recording = request.params['id'] ?? '';
    const link = await deps.recordingLink(recording, session.officer);
    if (link === undefined) return notFound(deps.render, 'desk', session);
    deps.log('recording-listened-to', { by: session.officer.subject, recording });
    return seeOther(link);
  };
}
