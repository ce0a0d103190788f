import { londonDateOf } from '../calendar/local-date.ts';
import { whoActsAsHead } from '../cases/allocation/the-head.ts';
import type { CaseState } from '../cases/case.ts';
import type { CaseEvent } from '../cases/event.ts';
import type { Contact } from '../intake/contact.ts';
import { isFromOmbudsman } from '../intake/from-ombudsman.ts';
import { person, theTeam } from './alert-readers.ts';
import { ombudsmanLetter } from './letters/to-officers.ts';
import type { PlannedNotice } from './notice.ts';
import { noticeIdOf } from './notice-id.ts';
import type { NoticeContext } from './parts.ts';

/** To the team and the Head, at once, whatever else the message does (duty D35). Of a message that only moved they were told when it came. */
export function ombudsmanLetterNotices(
  contact: Contact,
  events: readonly CaseEvent[],
  state: CaseState,
  context: NoticeContext,
): readonly PlannedNotice[] {
  const [arrival] = events;
  const arrives = arrival && (arrival.type === 'complaint-received' || arrival.type === 'correspondence-added');
  if (!arrives || arrival.movedFrom !== undefined || !isFromOmbudsman(contact, context.council)) return [];
  const heads = whoActsAsHead(state, context.staff ?? [], londonDateOf(arrival.at)).map(person);
  return [theTeam(context), ...heads].map(({ email, name }, index) => ({
    id: `${noticeIdOf(state.eventCount, 'ombudsman-letter')}-${index + 1}`,
    kind: 'ombudsman-letter',
    to: { by: 'email', email, name },
    letter: ombudsmanLetter(state, context),
  }));
}
