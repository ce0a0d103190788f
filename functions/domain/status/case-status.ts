import { type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import type { Reference } from '../cases/actor.ts';
import { allocationNow, asksForStageTwo } from '../cases/allocation/who-has-it.ts';
import type { CaseState, Closed, OpenCase } from '../cases/case.ts';
import { askedByDissatisfaction, openFollowUp } from '../cases/conversation/asked.ts';
import type { CaseEvent } from '../cases/event.ts';
import { replay } from '../cases/evolve.ts';
import { whoWroteForThem } from '../cases/people/answered.ts';
import { unconfirmedRemedies } from '../cases/remedies/ready.ts';
import { isForOthers, type Remedy } from '../cases/remedies/remedy.ts';
import type { Deadline, DeadlineKind } from '../deadlines/deadline.ts';
import { deadlinesOf } from '../deadlines/deadlines-of.ts';
import { compare, isOpen, toldDate } from '../deadlines/next.ts';
import { workingDaysAfter } from '../deadlines/stage-clock.ts';
import type { Contact } from '../intake/contact.ts';
import { cannotBeOpened, type FileCheck, offerOf } from '../intake/file-check.ts';
import type { NoticeKind } from '../notices/notice.ts';
import type { Rules } from '../policy/rules.ts';
import { type StaffMember, staffMember } from '../staff/staff-member.ts';
import type { Service } from '../triage/suggestion.ts';
import { leftOn, lettersTo } from './letters.ts';
import { isSame, type Reader } from './readers.ts';
import type { Saying } from './said.ts';
import { hasLeft, type Sent, toldSoFar } from './told.ts';

// Where a case stands, for the person whose it is: what our letters told them, counted by the same functions, and nothing that officers wrote for each
// other (ADR 16). Whatever is not named here stays inside.

/** A case with what stands beside it. */
export type FileOfCase = {
  readonly events: readonly CaseEvent[];
  readonly notices: readonly Sent[];
  readonly contacts: readonly Contact[];
  /** What machines know of the files of those messages, by their keys. */
  readonly checks?: ReadonlyMap<string, FileCheck>;
};

export type StageTold =
  /** We have it, and have not written yet who looks into it. */
  | { readonly is: 'with-us' }
  | { readonly is: 'looked-into'; readonly stageTwo: boolean }
  | { readonly is: 'answered'; readonly stageTwo: boolean; readonly on: LocalDate }
  /** They are not satisfied with an answer, and hear next what we do about it. */
  | { readonly is: 'asked-again'; readonly on: LocalDate }
  /** They asked to withdraw it, and nobody has confirmed that yet. */
  | { readonly is: 'withdrawal-asked'; readonly on: LocalDate }
  | { readonly is: 'service-request'; readonly answeredOn?: LocalDate }
  /** With another team or another body, or not accepted: our letter says which. */
  | { readonly is: 'another-way'; readonly by: NoticeKind }
  | { readonly is: 'closed'; readonly on: LocalDate; readonly because: Closed['because'] };

/** What they can expect from us next. `by`: the London date that they know of; without it, nobody can say. */
export type Owed = {
  readonly kind: OwedKind;
  readonly by?: LocalDate;
  /** The day has gone. */
  readonly late: boolean;
  /** Why that day: so many working days from another. Absent where our letter bears a date of its own. */
  readonly counted?: { readonly workingDays: number; readonly from: LocalDate };
};

const owedKinds = [
  'acknowledge',
  'respond',
  'acknowledge-stage-two',
  'respond-stage-two',
  'service-request',
  'acknowledge-complaint',
  'update-due',
] as const satisfies readonly DeadlineKind[];
export type OwedKind = (typeof owedKinds)[number];

/** What they sent: the names of its files, and of what came after the first message their words. `unsafe`: nobody here can open it. */
export type OwnMessage = {
  readonly text?: string;
  readonly files: readonly { readonly name: string; readonly unsafe: boolean }[];
};

/** `byAnother`: somebody wrote for them. `says`: what they chose on this page. `letter`: the id of the letter that says it. */
export type Happening = { readonly on: LocalDate } & (
  | { readonly what: 'received'; readonly byAnother?: true; readonly own?: OwnMessage }
  | { readonly what: 'message'; readonly says?: Saying; readonly own: OwnMessage }
  | { readonly what: 'closed' }
  | { readonly what: 'letter'; readonly kind: NoticeKind; readonly letter: string }
);

export type PromiseTold = Pick<Remedy, 'number' | 'what' | 'amountPence' | 'due' | 'promisedOn' | 'moved'> & {
  readonly is: 'promised' | 'done' | 'undeliverable' | 'confirmed';
  /** They can tell us whether it was done. */
  readonly asks: boolean;
};

export type Investigator = {
  readonly name: string;
  readonly service: Service;
  readonly telephone?: string;
  /** Somebody outside the council looks into it, and the officer is the contact. */
  readonly external?: { readonly name: string; readonly organisation: string };
};

export type CaseStatus = {
  readonly reference: Reference;
  /** The oldest first. */
  readonly happened: readonly Happening[];
  /** Of a case of which they are one member of a group: their own letters, and nothing more. */
  readonly lettersOnly: boolean;
  readonly stage: StageTold;
  readonly owed: readonly Owed[];
  readonly investigator?: Investigator;
  /** Somebody new is to look at it again, and nobody has it yet but the complaints team. */
  readonly withTheTeam: boolean;
  readonly promises: readonly PromiseTold[];
  readonly may: {
    readonly withdraw: boolean;
    readonly sayWhetherFixed: boolean;
    /** What follows when they say that they are not satisfied; undefined while it is part of what we look into. */
    readonly notSatisfied?: 'stage-two' | 'complaint';
    /** Our final answer is out: then it is the Ombudsman's. */
    readonly ombudsman: boolean;
  };
};

type Today = { readonly rules: Rules; readonly staff: readonly StaffMember[]; readonly today: LocalDate };

/** Undefined only where the events open no case. */
export function caseStatus(file: FileOfCase, reader: Reader, { rules, staff, today }: Today): CaseStatus | undefined {
  const state = replay(toldSoFar(file.events, file.notices));
  if (!state) return undefined;
  const was = state.stage === 'closed' ? state.was : state;
  const stage = stageTold(state, file.notices);
  const withdrawal = state.stage === 'closed' ? undefined : openFollowUp(state, 'withdrawal');
  return {
    reference: state.reference,
    happened: happened(file, state, reader),
    lettersOnly: reader.member !== undefined,
    stage: withdrawal ? { is: 'withdrawal-asked', on: withdrawal.since } : stage,
    owed: state.stage === 'closed' ? [] : owedTo(state, rules, today),
    investigator: investigatorOf(state, staff),
    withTheTeam: asksForStageTwo(state) || (state.stage === 'accepted' && state.stageTwo !== undefined),
    promises: (state.remedies ?? []).filter((remedy) => !isForOthers(remedy)).map((remedy) => promiseTold(remedy, state)),
    may: {
      withdraw: state.stage !== 'closed' && !withdrawal,
      sayWhetherFixed: state.stage === 'service-request' && mayBeFixed(state, today),
      notSatisfied: stage.is === 'with-us' ? undefined : askedByDissatisfaction(state),
      ombudsman: was.stage === 'answered' && was.stageTwo !== undefined,
    },
  };
}

function happened(file: FileOfCase, state: CaseState, reader: Reader): readonly Happening[] {
  const { events, notices } = file;
  const letters = lettersTo(reader, notices, state).map((notice) => ({
    on: leftOn(notice),
    what: 'letter' as const,
    kind: notice.kind,
    letter: notice.id,
  }));
  if (reader.member !== undefined) return letters;
  const closed = state.stage === 'closed' ? [{ on: state.closedOn, what: 'closed' as const }] : [];
  const byAnother = whoWroteForThem(state) ? { byAnother: true as const } : {};
  const first = events.find((event) => event.type === 'complaint-received');
  const opening = first && writtenBy(reader, file, first);
  return [
    { on: londonDateOf(state.receivedAt), what: 'received' as const, ...byAnother, ...(opening && { own: { files: opening.own.files } }) },
    ...messagesOf(reader, file),
    ...letters,
    ...closed,
  ]
    .map((entry, index) => ({ entry, index }))
    .toSorted((one, other) => compare(one.entry.on, other.entry.on) || one.index - other.index)
    .map(({ entry }) => entry);
}

/** What they sent us after the first message; never what others wrote about the case. */
function messagesOf(reader: Reader, file: FileOfCase): readonly Happening[] {
  return file.events.flatMap((event) => {
    if (event.type !== 'correspondence-added' || event.duplicateOf !== undefined) return [];
    const theirs = writtenBy(reader, file, event);
    return theirs ? [{ on: londonDateOf(event.receivedAt), what: 'message' as const, ...theirs }] : [];
  });
}

/** Undefined for what somebody else wrote, an officer for them included. */
function writtenBy(
  reader: Reader,
  { contacts, checks }: FileOfCase,
  { channel, contactId }: { readonly channel: Contact['channel']; readonly contactId: string },
): { readonly says?: Saying; readonly own: OwnMessage } | undefined {
  const contact = contacts.find((one) => one.channel === channel && one.id === contactId);
  if (!contact || contact.logged || !isSame(contact.from.email, reader.email)) return undefined;
  const files = contact.attachments.map(({ name, key }) => ({ name, unsafe: cannotBeOpened(offerOf(contact, checks?.get(key))) }));
  return { says: contact.statusPage?.says, own: { text: contact.text, files } };
}

function stageTold(state: CaseState, letters: readonly Sent[]): StageTold {
  switch (state.stage) {
    case 'received':
      return { is: 'with-us' };
    case 'accepted':
      return state.stageTwo ? { is: 'asked-again', on: state.stageTwo.askedOn } : { is: 'with-us' };
    case 'acknowledged':
      return { is: 'looked-into', stageTwo: state.stageTwo !== undefined };
    case 'answered':
      return answeredOrAskedAgain(state);
    case 'service-request':
      return { is: 'service-request', answeredOn: state.answeredOn };
    case 'another-route':
      return toldOfAnotherWay(letters);
    case 'closed':
      return { is: 'closed', on: state.closedOn, because: state.because };
  }
}

function answeredOrAskedAgain(state: Extract<OpenCase, { stage: 'answered' }>): StageTold {
  const asked = state.stageTwo ? undefined : openFollowUp(state, 'dissatisfaction');
  return asked ? { is: 'asked-again', on: asked.since } : { is: 'answered', stageTwo: state.stageTwo !== undefined, on: state.response.on };
}

const anotherWay: ReadonlySet<NoticeKind> = new Set(['handed-over', 'signposted', 'not-accepted', 'feedback-thanks', 'another-route']);

/** Until the letter that says so has left, nobody was told. */
function toldOfAnotherWay(letters: readonly Sent[]): StageTold {
  const told = letters.findLast((letter) => anotherWay.has(letter.kind) && hasLeft(letter));
  return told ? { is: 'another-way', by: told.kind } : { is: 'with-us' };
}

function owedTo(state: CaseState, rules: Rules, today: LocalDate): readonly Owed[] {
  return deadlinesOf(state, rules)
    .filter(isOpen)
    .flatMap((deadline) => {
      const kind = owedKinds.find((name) => name === deadline.kind);
      return kind ? [owed(deadline, kind, rules, today)] : [];
    })
    .toSorted((one, other) => compare(one.by ?? '', other.by ?? ''));
}

function owed(deadline: Deadline, kind: OwedKind, rules: Rules, today: LocalDate): Owed {
  const by = toldDate(deadline);
  const promisedInWords = kind === 'service-request' || kind === 'update-due' || by !== deadline.due;
  const counted =
    by && !promisedInWords ? { workingDays: workingDaysAfter(rules.calendar, deadline.from, by), from: deadline.from } : undefined;
  return { kind, by, late: by !== undefined && by < today, counted };
}

/** Named as in the acknowledgement, and not before it; once they are not satisfied, not again until somebody new has it. */
function investigatorOf(state: CaseState, staff: readonly StaffMember[]): Investigator | undefined {
  if (state.stage !== 'acknowledged' && state.stage !== 'answered') return undefined;
  const allocation = allocationNow(state);
  if (!allocation) return undefined;
  const { officer, service, external } = allocation;
  return {
    name: officer.name,
    service,
    telephone: staffMember(staff, officer.subject)?.telephone,
    external: external && { name: external.name, organisation: external.organisation },
  };
}

function promiseTold(remedy: Remedy, state: CaseState): PromiseTold {
  const { number, what, amountPence, due, promisedOn, moved, confirmedOn } = remedy;
  const is = confirmedOn ? 'confirmed' : remedy.state.is;
  return { number, what, amountPence, due, promisedOn, moved, is, asks: unconfirmedRemedies(state).some((one) => one.number === number) };
}

/** From the promised day on, or once we have said that it is done (duty D17). */
function mayBeFixed(
  { promisedBy, askedOn, answeredOn, fixed }: Extract<OpenCase, { stage: 'service-request' }>,
  today: LocalDate,
): boolean {
  return fixed?.answer !== 'yes' && (askedOn !== undefined || answeredOn !== undefined || today >= promisedBy);
}
