import { londonDateOf } from '../../calendar/local-date.ts';
import type { CaseState } from '../case.ts';
import type { EventOf } from '../event.ts';
import { withContact, withOfferAnswer, withOffers } from './contact.ts';
import type { InTouch, InTouchEvent, MissedDay } from './in-touch.ts';

/** What an event of this aspect leaves in the case. What opens stage two by itself is the stages' own affair. */
export function withInTouch(state: CaseState, event: EventOf<Exclude<InTouchEvent['type'], 'escalated-unanswered'>>): CaseState {
  switch (event.type) {
    case 'definition-amended':
      return definitionAmended(state, event);
    case 'clarification-asked':
      return kept(state, { clarificationAskedOn: londonDateOf(event.at) });
    case 'contact-recorded':
      return kept(state, { contact: withContact(state.inTouch?.contact, event) });
    case 'contact-not-needed':
      return kept(state, { contact: { attempts: 0, ...state.inTouch?.contact, notNeeded: true } });
    case 'offer-answered':
      return kept(state, { offers: withOfferAnswer(state.inTouch?.offers, event) });
    case 'updates-set':
    case 'update-sent':
      return kept(state, { updates: event.updates });
    case 'apology-worded':
      return kept(state, { apologyWords: event.words });
    case 'apologised':
      return kept(state, { apologies: withApology(state.inTouch?.apologies, event), updates: event.updates, apologyWords: undefined });
    case 'asked-while-overdue':
      return kept(state, { askedWhileOverdue: { since: event.on } });
    case 'to-be-answered-now':
      return kept(state, { askedWhileOverdue: undefined });
  }
}

/** A response that waits for a second person answered the old points: it is written anew. */
function definitionAmended(state: CaseState, { after }: EventOf<'definition-amended'>): CaseState {
  if (state.stage !== 'acknowledged') return state;
  const { on, due, noticeId } = state.acknowledgement;
  const proposal = state.proposal?.what === 'respond' ? undefined : state.proposal;
  return { ...state, proposal, acknowledgement: { on, due, noticeId, ...after } };
}

/** Far more than any complaint misses; the oldest are forgotten. */
const mostApologies = 20;

function withApology(apologies: readonly MissedDay[] = [], { deadline, due }: MissedDay): readonly MissedDay[] {
  return [...apologies, { deadline, due }].slice(-mostApologies);
}

/** What the letter offers (duty D10); an update that was promised until it went out has gone out with it. */
export function onceAcknowledged(inTouch: InTouch | undefined, { at, offered }: EventOf<'acknowledged'>): InTouch | undefined {
  const { updates, ...rest } = inTouch ?? {};
  if (!offered) return updates ? rest : inTouch;
  return { ...rest, offers: withOffers(inTouch?.offers, offered, londonDateOf(at)) };
}

/** Nobody waits for an update or an apology any more. */
export function onceAnswered(inTouch: InTouch | undefined): InTouch | undefined {
  const { updates, apologyWords, askedWhileOverdue, ...rest } = inTouch ?? {};
  return updates || apologyWords || askedWhileOverdue ? rest : inTouch;
}

/** Somebody else looks into it and speaks with the person anew; help that they took up, and what we apologised for and promised, stay. */
export function onceAtStageTwo(inTouch: InTouch | undefined): InTouch | undefined {
  return inTouch && { offers: inTouch.offers, apologies: inTouch.apologies, updates: inTouch.updates };
}

function kept(state: CaseState, changes: Partial<InTouch>): CaseState {
  return { ...state, inTouch: { ...state.inTouch, ...changes } };
}
