import type { ShownCase } from '../../app/show-case.ts';
import { storedReference } from '../../contracts/stored/values.ts';
import type { PageRequest } from '../page.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';

/** The case of the address, for whoever asks; undefined alike where there is none and where it is not theirs. */
export async function findCase(deps: DeskPageDeps, request: PageRequest, session: Session): Promise<ShownCase | undefined> {
  const reference = storedReference.safeParse(request.params['reference']);
  return reference.success ? deps.showCase(reference.data, session.officer, session.staff) : undefined;
}

/** Where audio of the page comes from, if it plays any. */
export async function recordingsOrigin(deps: DeskPageDeps, shown: ShownCase): Promise<string | undefined> {
  return shown.contacts.some(({ voicemail }) => voicemail) ? deps.recordingsOrigin() : undefined;
}
