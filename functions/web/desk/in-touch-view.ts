import { inWords } from '../../domain/calendar/local-date.ts';
import type { Acknowledgement, CaseState } from '../../domain/cases/case.ts';
import type { EventData } from '../../domain/cases/event.ts';
import {
  type ContactOutcome,
  type ContactWay,
  contactOutcomes,
  contactWays,
  type InTouchEvent,
  type Offer,
  type OfferAnswer,
  type Offered,
  offerAnswers,
} from '../../domain/cases/in-touch/in-touch.ts';
import { isWaiting } from '../../domain/cases/in-touch/ready.ts';
import type { Fact } from './fact.ts';
import { advisedAnewInWords } from './people-view.ts';
import { deadlineNames } from './words.ts';

// What officers read of how we keep in touch with the person.

const wayNames: Record<ContactWay, string> = { telephone: 'By telephone', 'in-person': 'In person', email: 'By email', post: 'By post' };

const outcomeNames: Record<ContactOutcome, string> = {
  spoke: 'We spoke',
  wrote: 'We wrote to each other, and they answered',
  attempted: 'I tried and reached nobody',
};

const offerNames: Record<Offered, string> = {
  advocacy: 'Help to find an independent advocate',
  accompaniment: 'Somebody to represent them or come with them',
};

const answerNames: Record<OfferAnswer, string> = { accepted: 'They would like it', declined: 'They do not want it' };

/** What the forms of this aspect offer to choose from. */
export function inTouchChoices({ inTouch }: CaseState) {
  return {
    contactWays: contactWays.map((value) => ({ value, text: wayNames[value] })),
    contactOutcomes: contactOutcomes.map((value) => ({ value, text: outcomeNames[value] })),
    offers: (inTouch?.offers ?? []).map(({ what }) => ({ value: what, text: offerNames[what] })),
    offerAnswers: offerAnswers.map((value) => ({ value, text: answerNames[value] })),
  };
}

/** What the form that corrects our understanding starts with. */
export function understandingNow(state: CaseState): Readonly<Record<string, string>> {
  return state.stage === 'acknowledged' ? understandingFields(state.acknowledgement) : {};
}

/** What the acknowledgement of stage two starts with: what stage one understood, each of its points with its Ombudsman. Undefined at stage one. */
export function understandingOfStageOne(state: CaseState): Readonly<Record<string, string>> | undefined {
  const stageOne = state.stage === 'accepted' ? state.stageTwo?.stageOne : undefined;
  if (!stageOne) return undefined;
  const points = stageOne.inPoints?.map((point, index) => ({ ...point, stageOne: index + 1 }));
  return understandingFields({ ...stageOne.acknowledgement, points });
}

function understandingFields({ definition, outcomesSought, notResponsibleFor = '', points = [] }: Acknowledgement) {
  const rows = points.flatMap(({ words, ombudsman, stageOne }, index) => [
    [`point-${index + 1}`, words],
    [`ombudsman-${index + 1}`, ombudsman],
    ...(stageOne === undefined ? [] : [[`stageOne-${index + 1}`, String(stageOne)]]),
  ]);
  return { definition, outcomesSought, notResponsibleFor, ...Object.fromEntries(rows) };
}

/** What an officer needs at a glance. */
export function inTouchFacts(state: CaseState): readonly Fact[] {
  const { stage, inTouch } = state;
  const { contact, offers = [], updates, apologyWords } = inTouch ?? {};
  const waits = stage === 'acknowledged' || stage === 'accepted';
  return [
    ...(waits ? [{ term: 'Contact with the person', detail: contactInWords(contact) }] : []),
    ...offers.map((offer) => ({ term: 'Offered', detail: offerInWords(offer) })),
    ...(updates && isWaiting(state) ? [{ term: 'We write next', detail: `By ${inWords(updates.next)}` }] : []),
    ...(apologyWords ? [{ term: 'Added to the next apology', detail: apologyWords }] : []),
  ];
}

function contactInWords(contact: NonNullable<CaseState['inTouch']>['contact']): string {
  if (contact?.reached) return `Last on ${inWords(contact.reached)}`;
  if (contact?.notNeeded) return 'Not needed for this answer';
  if (!contact?.lastTried) return 'None recorded yet';
  return `${contact.attempts === 1 ? 'Tried once' : `Tried on ${contact.attempts} days`}, last on ${inWords(contact.lastTried)}`;
}

function offerInWords({ what, on, answer, referral }: Offer): string {
  const said = answer ? answerNames[answer] : 'No answer recorded';
  return `${offerNames[what]}, on ${inWords(on)}. ${said}.${referral ? ` Referred to: ${referral}` : ''}`;
}

/** The timeline's words for each event. */
export function inTouchEventInWords(event: Extract<EventData, InTouchEvent>): {
  readonly title: string;
  readonly details: readonly string[];
} {
  switch (event.type) {
    case 'clarification-asked':
      return { title: 'Asked them a question', details: [event.question] };
    case 'definition-amended':
      return {
        title: 'What we understand was corrected',
        details: [event.because, `Before: ${event.before.definition}`, `Now: ${event.after.definition}`],
      };
    case 'contact-recorded':
      return {
        title: `${outcomeTitles[event.outcome]} ${wayNames[event.how].toLowerCase()}`,
        details: [`On ${inWords(event.on)}.`, event.note],
      };
    case 'contact-not-needed':
      return { title: 'Answered without speaking to them first', details: [event.because] };
    case 'offer-answered':
      return {
        title: offerNames[event.what],
        details: [`${answerNames[event.answer]}.`, ...(event.referral ? [`Referred to: ${event.referral}`] : [])],
      };
    case 'updates-set':
      return {
        title: event.agreed ? 'Agreed when they hear from us' : 'We promised them an update',
        details: [updatesInWords(event.updates)],
      };
    case 'update-sent':
      return { title: 'Told them how far we have come', details: [event.words, updatesInWords(event.updates)] };
    case 'apology-worded':
      return { title: 'Added to the apology', details: [event.words] };
    case 'apologised':
      return {
        title: 'Apologised for a date that we missed',
        details: [
          `${deadlineNames[event.deadline]}: due ${inWords(event.due)}.`,
          ...(event.words ? [event.words] : []),
          updatesInWords(event.updates),
        ],
      };
    case 'asked-while-overdue':
      return {
        title: 'They asked while the response was overdue',
        details: [`It was due ${inWords(event.due)}. The Head decides: answer now, or go on to stage two.`],
      };
    case 'escalated-unanswered':
      return {
        title: 'On to stage two without an answer',
        details: [`They asked on ${inWords(event.askedOn)}.`, event.reason, ...advisedAnewInWords(event)],
      };
    case 'to-be-answered-now':
      return { title: 'Stays at stage one, to be answered now', details: [event.note] };
  }
}

const outcomeTitles: Record<ContactOutcome, string> = {
  spoke: 'Spoke with them',
  wrote: 'In contact with them',
  attempted: 'Tried to reach them',
};

function updatesInWords({ next, every }: { readonly next: Parameters<typeof inWords>[0]; readonly every?: number }): string {
  return `We write next by ${inWords(next)}${every === undefined ? '' : `, then every ${every} working days`}.`;
}
