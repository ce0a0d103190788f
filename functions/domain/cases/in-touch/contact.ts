import { inWords, londonDateOf } from '../../calendar/local-date.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import type { EventOf } from '../event.ts';
import { faultIn, faultInOptional, ifWritten, longestKept } from '../wording.ts';
import { type ContactSoFar, type Offer, offered } from './in-touch.ts';
import { readyToRecordContact, readyToRecordOfferAnswer } from './ready.ts';

// Whoever looks into a complaint speaks with the person (policy section 6; duty D20), and records what they say to the help that we offer
// (policy section 4; duty D10).

export function recordContact(state: CaseState, command: CommandOf<'record-contact'>, { today }: Setting): Facts {
  const ready = readyToRecordContact(state);
  if (isRefusal(ready)) return ready;
  const { on, how, outcome, note } = command;
  if (on > today) return refuse(`Record the contact when it has happened: ${inWords(on)} is still to come.`);
  const began = ready.stageTwo?.askedOn ?? londonDateOf(ready.receivedAt);
  if (on < began) return refuse(`They came to us on ${inWords(began)}: record contact since then.`);
  const inWriting = how === 'email' || how === 'post';
  if (outcome === 'spoke' && inWriting) return refuse('You cannot have spoken by email or post. Choose that you wrote to each other.');
  if (outcome === 'wrote' && !inWriting) return refuse('You cannot have written by telephone or in person. Choose that you spoke.');
  const fault = faultIn(note, longestKept, 'Say what was said, or how you tried.');
  return fault ?? [{ type: 'contact-recorded', on, how, outcome, note: note.trim() }];
}

export function recordOfferAnswer(state: CaseState, command: CommandOf<'record-offer-answer'>): Facts {
  const ready = readyToRecordOfferAnswer(state);
  if (isRefusal(ready)) return ready;
  const { what, answer } = command;
  const referral = ifWritten(command.referral);
  if (what === 'advocacy' && answer === 'accepted' && referral === undefined)
    return refuse('Say to whom you referred them: we help people find an advocate (policy section 4).');
  const fault = faultInOptional(referral, longestReferral);
  return fault ?? [{ type: 'offer-answered', what, answer, referral }];
}

const longestReferral = 500;

// ---------------------------------------------------------------------------------------------------------------------
// Events

/** A second try on the same day is no second attempt. */
export function withContact(contact: ContactSoFar = { attempts: 0 }, { on, outcome }: EventOf<'contact-recorded'>): ContactSoFar {
  if (outcome !== 'attempted') return { ...contact, reached: contact.reached && contact.reached > on ? contact.reached : on };
  if (contact.lastTried === on) return contact;
  return { ...contact, attempts: contact.attempts + 1, lastTried: contact.lastTried && contact.lastTried > on ? contact.lastTried : on };
}

/** What the letter offers; help that they have taken up stays. */
export function withOffers(offers: readonly Offer[] = [], made: readonly Offer['what'][], on: Offer['on']): readonly Offer[] {
  return offered.flatMap((what) => {
    const before = offers.find((offer) => offer.what === what);
    if (before?.answer === 'accepted' || !made.includes(what)) return before ?? [];
    return { what, on };
  });
}

export function withOfferAnswer(offers: readonly Offer[] = [], { what, answer, referral }: EventOf<'offer-answered'>): readonly Offer[] {
  return offers.map((offer) => (offer.what === what ? { ...offer, answer, referral } : offer));
}
