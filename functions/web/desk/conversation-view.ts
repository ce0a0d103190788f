import type { ShownCase } from '../../app/show-case.ts';
import { reasonsInTheirPhrases } from '../../domain/triage/in-their-phrases.ts';
import { callView } from './call-view.ts';
import { arrivalOf, evidenceOf } from './correspondence-view.ts';
import { filesOf } from './files-view.ts';
import { messageOf } from './message-view.ts';

/** Messages that stand open: the first, which is the complaint, and the latest. Those between them are folded. */
const mostOpen = 4;

/** What was said, in its order, with the words marked that triage relied on. */
export function conversationOf(shown: ShownCase) {
  const { state, events } = shown;
  const opening = events.find((event) => event.type === 'complaint-received')?.contactId;
  const messages = shown.contacts.map((contact, index) => ({
    number: index + 1,
    ...messageOf(contact, contact.id === opening ? reasonsInTheirPhrases(state.suggestion.why, contact) : evidenceOf(events, contact)),
    call: contact.voicemail && callView(contact, contact.voicemail, events),
    ...arrivalOf(shown, contact),
    // Only whoever may say it is asked.
    ...(!shown.mayPlace && { belongs: undefined }),
    files: filesOf(state.reference, contact, shown.fileChecks),
  }));
  if (messages.length <= mostOpen) return { first: messages, between: [], latest: [] };
  const between = messages.slice(1, 1 - mostOpen);
  return {
    first: messages.slice(0, 1),
    between: between.filter(({ question }) => question === undefined),
    // What an officer is asked about is not folded away.
    latest: [...between.filter(({ question }) => question !== undefined), ...messages.slice(1 - mostOpen)],
  };
}
