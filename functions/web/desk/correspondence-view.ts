import { inWords } from '../../domain/calendar/local-date.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { isAbout } from '../../domain/cases/conversation/asked.ts';
import type { OpenQuestion, Question } from '../../domain/cases/conversation/conversation.ts';
import type { CaseEvent, EventOf } from '../../domain/cases/event.ts';
import type { ContactKey } from '../../domain/intake/contact.ts';
import type { Evidence } from '../../domain/triage/suggestion.ts';
import { paths } from '../paths.ts';
import { followUpAdvice, followUpNames, joinedNames, questionNames, questionReasonNames } from './message-words.ts';

type Added = EventOf<'correspondence-added'>;

/** How a message came into the case, what it does with it and what is asked about it, in words. */
export function arrivalOf({ state, events }: { readonly state: CaseState; readonly events: readonly CaseEvent[] }, contact: ContactKey) {
  const added = addedBy(events, contact);
  const question = openQuestionOf(state, contact);
  return {
    joined: added?.joinedBy && joinedNames[added.joinedBy],
    movedFrom: added?.movedFrom ?? movedFromOf(events, contact),
    duplicate: added?.duplicateOf !== undefined,
    followUps: (added?.followUps ?? []).map(({ kind, why }) => ({
      name: followUpNames[kind],
      advice: followUpAdvice[kind],
      quotes: why.length > 0 ? [...new Set(why.map(({ quote }) => quote))] : undefined,
    })),
    question: question && questionView(question),
    belongs: paths.message(state.reference, contact),
  };
}

/** The words of a joined message that led to what it does. */
export function evidenceOf(events: readonly CaseEvent[], contact: ContactKey): readonly Evidence[] {
  return (addedBy(events, contact)?.followUps ?? []).flatMap(({ why }) => why);
}

export function openQuestionOf({ questions = [] }: CaseState, contact: ContactKey): OpenQuestion | undefined {
  return questions.find((question) => isAbout(question, contact));
}

function questionView({ kind, because, mayBelongTo }: Question) {
  return {
    name: questionNames[kind],
    because: questionReasonNames[because],
    mayBelongTo: mayBelongTo && { reference: mayBelongTo, href: paths.case(mayBelongTo) },
  };
}

/** What has left this case for another, oldest first: a stub stays where it was. */
export function movedAway(events: readonly CaseEvent[]) {
  return events.flatMap((event) =>
    event.type === 'contact-moved-out' ? [{ on: inWords(event.on), to: event.to, href: paths.case(event.to) }] : [],
  );
}

/** A message may come, go and come back: the last time counts. */
function addedBy(events: readonly CaseEvent[], { channel, id }: ContactKey): Added | undefined {
  return events.findLast(
    (event): event is Added => event.type === 'correspondence-added' && event.channel === channel && event.contactId === id,
  );
}

function movedFromOf(events: readonly CaseEvent[], { channel, id }: ContactKey) {
  const opening = events.find((event) => event.type === 'complaint-received');
  return opening?.type === 'complaint-received' && opening.channel === channel && opening.contactId === id ? opening.movedFrom : undefined;
}
