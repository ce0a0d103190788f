import type { Contact, HoldReason } from '../../intake/contact.ts';
import { writerOf } from '../../intake/writers.ts';
import { addresseeOf } from '../../notices/addressee.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, refuse } from '../decision.ts';
import { correspondent } from '../people/answered.ts';

/** In every stage. Only whoever sent them is told, and only by a way that they called safe (duty D6). */
export function tellOfInfectedFiles(state: CaseState, { contact, opened, names }: CommandOf<'tell-of-infected-files'>): Facts {
  if (names.length === 0) return refuse('No virus was found in what this message brought.');
  if (!takesAnAnswer(contact)) return refuse('Nobody is written to where this message came from.');
  if (!isTheirs(state, contact, opened)) return refuse('Our letters do not go to whoever sent this message.');
  if (!canBeTold(state)) return refuse('They left no safe way to reach them.');
  return [{ type: 'told-of-infected-files', channel: contact.channel, contactId: contact.id, names }];
}

/** Not a machine, nor whoever answers to a forged sender; what officers wrote down was not sent by the person. */
function takesAnAnswer({ automatic, takesNoAnswer, logged, hold }: Contact): boolean {
  return !automatic && !takesNoAnswer && !logged && !(hold && suspected.has(hold));
}

/** An officer may have released it: its sender is doubtful all the same. */
const suspected: ReadonlySet<HoldReason> = new Set(['spam-suspected', 'virus-found']);

/** Without an e-mail address they are known as whoever opened the case, while the letters go to them. */
function isTheirs(state: CaseState, { from }: Contact, opened: boolean): boolean {
  const sender = writerOf(from.email);
  if (sender !== undefined) return sender === writerOf(correspondent(state).email);
  return opened && state.people?.firstWriter === undefined;
}

/** By e-mail, on paper, or read out on the telephone. */
function canBeTold(state: CaseState): boolean {
  const to = addresseeOf(state, 'file-infected');
  return to?.by === 'email' || to?.address !== undefined || (to !== undefined && correspondent(state).reachBy.includes('telephone'));
}
