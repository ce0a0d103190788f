import * as fc from 'fast-check';
import { addDays, addMinutes, type Instant, londonDateOf, londonTime, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Officer, Reference } from '../../../functions/domain/cases/actor.ts';
import { conflictKinds } from '../../../functions/domain/cases/allocation/conflict.ts';
import { callBackOutcomes } from '../../../functions/domain/cases/call/call.ts';
import { type Allocation, type CaseState, outcomes } from '../../../functions/domain/cases/case.ts';
import { type Command, declineGrounds, type ProposedCommand } from '../../../functions/domain/cases/command.ts';
import { openFollowUp } from '../../../functions/domain/cases/conversation/asked.ts';
import { type Question, takingAs } from '../../../functions/domain/cases/conversation/conversation.ts';
import { type Decision, decide } from '../../../functions/domain/cases/decide.ts';
import type { CommandOf } from '../../../functions/domain/cases/decision.ts';
import type { CaseEvent } from '../../../functions/domain/cases/event.ts';
import { evolve } from '../../../functions/domain/cases/evolve.ts';
import { apologisedFor, contactOutcomes, contactWays, offerAnswers, offered } from '../../../functions/domain/cases/in-touch/in-touch.ts';
import { quickAnswerPoints } from '../../../functions/domain/cases/in-touch/quick-answer.ts';
import { withoutContact } from '../../../functions/domain/cases/in-touch/ready.ts';
import type { Point } from '../../../functions/domain/cases/point.ts';
import { pointsOf } from '../../../functions/domain/cases/points.ts';
import type { OfficerCommand } from '../../../functions/domain/cases/possible.ts';
import { possibleCommands } from '../../../functions/domain/cases/possible.ts';
import { openRemedies, unconfirmedRemedies } from '../../../functions/domain/cases/remedies/ready.ts';
import { isForOthers, type RemedyOffer, remedyTypes } from '../../../functions/domain/cases/remedies/remedy.ts';
import { fixedAnswers } from '../../../functions/domain/cases/request/request.ts';
import { partsNotAlwaysNeeded } from '../../../functions/domain/cases/response-parts.ts';
import { restrictionGrounds, restrictionGroups } from '../../../functions/domain/cases/restricted/restricted.ts';
import { longestInLetter, longestKept } from '../../../functions/domain/cases/wording.ts';
import { clockActs } from '../../../functions/domain/deadlines/clock-acts.ts';
import { responseDue, workingDaysAfter } from '../../../functions/domain/deadlines/stage-clock.ts';
import type { Channel, WayToReach } from '../../../functions/domain/intake/contact.ts';
import type { StaffMember } from '../../../functions/domain/staff/staff-member.ts';
import type { FollowUp } from '../../../functions/domain/triage/follow-up-kinds.ts';
import { type Route, routes, type Suggestion, services } from '../../../functions/domain/triage/suggestion.ts';
import { aContact, asha, ben, carol, reference, rules, suggestsStageOne } from '../../support/case-story.ts';
import { coordinator, seldom, wellFormedPeople, wildPeople } from './people/people-walk.ts';
import { declined, wellFormedTurningAway, wildTurningAway } from './turning-away/turning-away-walk.ts';

// Random lives of a case: at every step somebody does something sensible, or anything at all.

export type Step = {
  readonly command: Command;
  readonly by: Officer | { readonly kind: 'system' };
  readonly at: Instant;
  readonly before: CaseState | undefined;
  readonly decision: Decision;
  readonly after: CaseState | undefined;
};

export type Walk = { readonly steps: readonly Step[]; readonly events: readonly CaseEvent[]; readonly state: CaseState | undefined };

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Some words.', 'Żółw i naïve', '🐝') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '  ', 'x'.repeat(longestKept), 'x'.repeat(longestKept + 1), 'x'.repeat(longestInLetter + 1)),
  },
);
const officer = fc.constantFrom(asha, ben);
const service = fc.constantFrom(...services);
const noticeId = fc.integer({ min: 1, max: 9 }).map((number) => `000${number}-acknowledgement`);
const failedEmail = fc.constantFrom(undefined, 'rosa@resident.example');
const suggestion: fc.Arbitrary<Suggestion> = fc
  .record({
    primary: fc.constantFrom<Route>(...routes),
    also: fc.subarray<Route>([...routes], { maxLength: 2 }),
    procedure: fc.constantFrom('corporate', 'adult-statutory', 'public-health', 'children-statutory', 'none'),
    ombudsman: fc.constantFrom('LGSCO', 'LGSCO', 'HOS', 'none'),
    flags: fc.constantFrom<Suggestion['flags']>([], [], [], ['safeguarding'], ['discrimination']),
  })
  .map((changes) => ({ ...suggestsStageOne, ...changes }));
const someDay = fc.constantFrom(writtenDate('2018-01-02'), writtenDate('2026-12-20'), writtenDate('2030-01-01'));
const days = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, -3, 1.5, Number.NaN, 1e9));

const remedyNumber = fc.integer({ min: 0, max: 4 });
const remedyOffer: fc.Arbitrary<RemedyOffer> = fc.record({
  type: fc.constantFrom(...remedyTypes),
  what: text,
  impact: fc.option(text, { nil: undefined }),
  amountPence: fc.constantFrom(undefined, 5_000, 20_000, 0, 1.5),
  takenOffDebt: fc.constantFrom(undefined, 'She agreed by telephone.'),
  forOmbudsman: fc.constantFrom(undefined, true),
  owner: officer,
  due: someDay,
});

const wildCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant('receive' as const),
    reference: fc.constant(reference),
    contact: fc.constant(aContact('2026-12-18T09:00:00Z')),
    suggestion,
  }),
  fc.record({
    type: fc.constant('add-correspondence' as const),
    contact: fc.constant(aContact('2026-12-19T09:00:00Z')),
    flags: fc.constantFrom<Suggestion['flags']>([], ['safeguarding'], ['discrimination']),
    followUps: fc.subarray<FollowUp>([
      { kind: 'chaser', why: [] },
      { kind: 'withdrawal', why: [] },
      { kind: 'dissatisfaction', why: [] },
    ]),
    question: fc.constantFrom<Question | undefined>(undefined, { kind: 'same-or-new', because: 'new-matter' }),
    duplicateOf: fc.constantFrom(undefined, undefined, 'another'),
  }),
  fc.record({
    type: fc.constant('answer-question' as const),
    contact: fc.constant({ channel: 'email' as const, id: 'message-2026-12-19T09:00:00Z' }),
  }),
  fc.record({
    type: fc.constant('move-out' as const),
    contact: fc.constant({ channel: 'email' as const, id: 'message-2026-12-19T09:00:00Z' }),
    to: fc.constantFrom(reference, 'LBC-2026-000009' as Reference),
    toReceivedOn: fc.constantFrom(writtenDate('2018-01-02'), writtenDate('2026-12-20'), writtenDate('2030-01-01')),
    takenAs: fc.constantFrom(...takingAs),
    opened: fc.boolean(),
    unread: fc.boolean(),
    newIssue: fc.constantFrom(undefined, true as const),
  }),
  fc.record({ type: fc.constant('answer-chaser' as const), answer: text }),
  fc.record({ type: fc.constant('accept-at-stage-two' as const), askedOn: someDay }),
  fc.record({
    type: fc.constant('decline-stage-two' as const),
    askedOn: someDay,
    ground: fc.constantFrom(...declineGrounds),
    facts: text,
    discretion: text,
  }),
  fc.record({
    type: fc.constant('approve' as const),
    number: fc.integer({ min: 1, max: 30 }),
    proposed: fc.constant({
      type: 'respond' as const,
      decision: 'Upheld.',
      answers: [{ outcome: 'upheld' as const, reasons: 'The log.' }],
    }),
  }),
  fc.record({ type: fc.constant('return-proposal' as const), comments: text }),
  fc.record({
    type: fc.constant('set-aside-follow-up' as const),
    followUp: fc.constantFrom('chaser' as const, 'withdrawal' as const, 'dissatisfaction' as const),
    reason: text,
  }),
  fc.record({ type: fc.constant('mark-read' as const) }),
  fc.record({
    type: fc.constant('accept-at-stage-one' as const),
    service,
    ombudsman: fc.constantFrom('LGSCO', 'HOS'),
    alwaysAComplaint: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('record-service-request' as const),
    service,
    promisedBy: fc.constantFrom(writtenDate('2018-01-02'), writtenDate('2026-12-20'), writtenDate('2030-01-01')),
    whatWeWillDo: text,
  }),
  wildTurningAway(text),
  fc.record({
    type: fc.constant('allocate' as const),
    service,
    officer,
    reason: fc.constantFrom(undefined, 'She knows the round.'),
    external: fc.constantFrom(undefined, { name: 'Erin Outside', organisation: 'Outside Ltd', reasons: 'Nobody else.' }),
  }),
  fc.record({
    type: fc.constant('record-conflict' as const),
    officer: fc.constant(asha),
    kind: fc.constantFrom(...conflictKinds),
    because: text,
  }),
  fc.record({ type: fc.constant('remove-conflict' as const), subject: fc.constantFrom(asha.subject, 'nobody'), because: text }),
  fc.record({ type: fc.constant('ask-contribution' as const), service, question: text, due: someDay }),
  fc.record({ type: fc.constant('record-contribution' as const), number: fc.integer({ min: 0, max: 3 }), answer: text }),
  fc.record({
    type: fc.constant('acknowledge' as const),
    definition: text,
    outcomesSought: text,
    notResponsibleFor: fc.option(text, { nil: undefined }),
  }),
  fc.record({ type: fc.constant('record-undelivered' as const), noticeId, why: text, failedEmail }),
  fc.record({ type: fc.constant('record-called-spam' as const), noticeId, failedEmail }),
  fc.record({
    type: fc.constant('correct-email' as const),
    email: fc.constantFrom('rosa@resident.example', 'rosa@new.example', 'rosa', ''),
  }),
  fc.record({ type: fc.constant('reached-another-way' as const), how: text }),
  fc.record({
    type: fc.constant('confirm-caller' as const),
    name: text,
    email: fc.constantFrom(undefined, 'rosa@resident.example', ''),
    address: fc.constantFrom(undefined, '8 Nunnery Lane, Luton'),
    reachBy: fc.subarray<WayToReach>(['email', 'telephone', 'post']),
  }),
  fc.record({
    type: fc.constant('record-call-back' as const),
    on: fc.constantFrom(writtenDate('2018-01-02'), writtenDate('2026-12-20'), writtenDate('2030-01-01')),
    outcome: fc.constantFrom(...callBackOutcomes),
    note: text,
  }),
  fc.record({ type: fc.constant('check-transcript' as const), contactId: text, corrected: fc.option(text, { nil: undefined }) }),
  fc.record({ type: fc.constant('record-audio-deleted' as const), contactId: text }),
  fc.record({
    type: fc.constant('record-posted' as const),
    noticeId,
    on: fc.constantFrom(writtenDate('2018-01-02'), writtenDate('2026-12-20'), writtenDate('2030-01-01')),
  }),
  fc.record({
    type: fc.constant('extend' as const),
    workingDays: days,
    reason: text,
    exceptionalReason: fc.option(text, { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('respond' as const),
    decision: text,
    answers: fc.array(fc.record({ outcome: fc.constantFrom(...outcomes), reasons: text }), { maxLength: 3 }),
    remedies: fc.array(remedyOffer, { maxLength: 2 }),
    affectedOthers: fc.option(text, { nil: undefined }),
    notNeeded: fc.array(fc.record({ part: fc.constantFrom(...partsNotAlwaysNeeded), because: text }), { maxLength: 2 }),
    forRelease: fc.option(fc.constant(true as const), { nil: undefined }),
  }),
  fc.record({ type: fc.constant('promise-remedy' as const), remedy: remedyOffer }),
  fc.record({ type: fc.constant('record-remedy-done' as const), number: remedyNumber, on: someDay, evidence: text }),
  fc.record({ type: fc.constant('record-remedy-undeliverable' as const), number: remedyNumber, why: text, instead: remedyOffer }),
  fc.record({ type: fc.constant('change-remedy-date' as const), number: remedyNumber, due: someDay, reason: text }),
  fc.record({ type: fc.constant('ask-whether-done' as const) }),
  fc.record({
    type: fc.constant('record-answer-to-done' as const),
    number: remedyNumber,
    done: fc.boolean(),
    note: text,
    due: fc.option(someDay, { nil: undefined }),
  }),
  fc.record({ type: fc.constant('answer-service-request' as const), answer: text }),
  fc.record({ type: fc.constant('ask-clarification' as const), question: text }),
  fc.record({ type: fc.constant('amend-definition' as const), definition: text, outcomesSought: text, because: text }),
  fc.record({
    type: fc.constant('record-contact' as const),
    on: someDay,
    how: fc.constantFrom(...contactWays),
    outcome: fc.constantFrom(...contactOutcomes),
    note: text,
  }),
  fc.record({
    type: fc.constant('record-offer-answer' as const),
    what: fc.constantFrom(...offered),
    answer: fc.constantFrom(...offerAnswers),
    referral: fc.option(text, { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('agree-updates' as const),
    every: fc.option(days, { nil: undefined }),
    nextOn: fc.option(someDay, { nil: undefined }),
  }),
  fc.record({ type: fc.constant('send-update' as const), words: text, nextOn: fc.option(someDay, { nil: undefined }) }),
  fc.record({ type: fc.constant('word-apology' as const), words: text }),
  fc.record({ type: fc.constant('apologise-for-missing' as const), deadline: fc.constantFrom(...apologisedFor), due: someDay }),
  fc.record({ type: fc.constant('escalate-unanswered' as const), askedOn: someDay, reason: text }),
  fc.record({ type: fc.constant('answer-now' as const), note: text }),
  fc.record({
    type: fc.constant('withdraw' as const),
    howWeKnow: text,
    harmDealtWith: fc.option(text, { nil: undefined }),
  }),
  fc.record({ type: fc.constant('undo-withdrawal' as const), howWeKnow: text }),
  fc.record({
    type: fc.constant('restrict' as const),
    ground: fc.constantFrom(...restrictionGrounds),
    groups: fc.subarray([...restrictionGroups]),
    because: text,
  }),
  fc.record({ type: fc.constant('lift-restriction' as const), because: text }),
  fc.record({ type: fc.constant('ask-whether-fixed' as const) }),
  fc.record({
    type: fc.constant('record-fixed-answer' as const),
    fixed: fc.constantFrom(...fixedAnswers),
    on: someDay,
    note: text,
  }),
  fc.record({ type: fc.constant('record-choice' as const), complain: fc.boolean(), on: someDay }),
  fc.record({ type: fc.constant('add-point' as const), words: text, ombudsman: fc.constantFrom('LGSCO', 'HOS') }),
  wildPeople(text),
  fc.record({ type: fc.constant('close' as const), reason: text }),
);

/** A command of that type with which nothing is wrong on that day. */
export function wellFormed(type: OfficerCommand, state: CaseState, now: Instant): Command {
  const today = londonDateOf(now);
  switch (type) {
    case 'mark-read':
    case 'take-harm':
      return { type };
    case 'reached-another-way':
      return { type, how: 'By telephone.' };
    case 'correct-email':
      return { type, email: `rosa-${state.eventCount}@new.example` };
    case 'confirm-caller':
      return {
        type,
        name: state.complainant.name === 'Rosa North' ? 'Rosa West' : 'Rosa North',
        address: '8 Nunnery Lane, Luton',
        reachBy: ['post'],
      };
    case 'record-call-back':
      return { type, on: today, outcome: 'spoke', note: 'She told us more.' };
    case 'check-transcript':
      return { type, contactId: state.transcriptsToCheck?.[0]?.contactId ?? '' };
    case 'record-crm-reference':
      return { type, crmReference: `CRM-${state.eventCount}` };
    case 'answer-chaser':
      return { type, answer: 'The crew leader is back on Monday.' };
    case 'approve':
      return { type, number: state.proposal?.number ?? 0, proposed: proposable(state.proposal?.what ?? 'respond', state, now) };
    case 'release':
      return {
        type,
        number: state.proposal?.number ?? 0,
        proposed: { ...answerNow(state, now), forRelease: true },
        reason: 'Nobody could ring her.',
      };
    case 'return-proposal':
      return { type, comments: 'Say sorry first.' };
    case 'accept-at-stage-two':
      return { type, askedOn: askedOn(state, now) };
    case 'decline-stage-two':
      return proposable(type, state, now);
    case 'set-aside-follow-up':
      return setAside(state);
    case 'record-posted':
      // A copy has an address of its own, also where the person's has failed.
      return { type, noticeId: (state.toPost?.find(({ member }) => member) ?? state.toPost?.[0])?.noticeId ?? '', on: today };
    case 'accept-at-stage-one':
      return { type, service: 'waste', ombudsman: 'LGSCO' };
    case 'record-service-request':
      return {
        type,
        service: 'waste',
        promisedBy: addDays(today, 3),
        whatWeWillDo: 'Empty the bin.',
        ombudsman: state.suggestion.ombudsman === 'HOS' ? 'HOS' : 'LGSCO',
      };
    case 'hand-over':
    case 'confirm-hand-over':
    case 'return-hand-over':
    case 'signpost':
    case 'decline':
    case 'thank-for-feedback':
    case 'start-hazard':
    case 'record-hazard-step':
      return wellFormedTurningAway(type, state, now) ?? { type: 'mark-read' };
    case 'allocate':
      return { type, service: 'housing', officer: whoMay(state), reason: 'Trained elsewhere.' };
    case 'record-conflict':
      return { type, officer: { ...asha, subject: `stranger-${state.eventCount}` }, kind: 'declared', because: 'A neighbour.' };
    case 'remove-conflict':
      return { type, subject: state.conflicts?.[0]?.subject ?? '', because: 'A mistake.' };
    case 'ask-contribution':
      return {
        type,
        service: 'service' in state && state.service === 'parking' ? 'waste' : 'parking',
        question: 'Who parks there?',
        due: today,
      };
    case 'record-contribution': {
      const asked = 'contributions' in state ? state.contributions?.find(({ answeredOn }) => !answeredOn) : undefined;
      return { type, number: asked?.number ?? 0, answer: 'Nobody does.' };
    }
    case 'acknowledge':
      return { type, definition: 'The bin was missed.', outcomesSought: 'An apology', points: pointsOfStageOne(state) };
    case 'extend': {
      const due = state.stage === 'acknowledged' ? responseDue(state, rules) : undefined;
      const gone = due === undefined ? 0 : workingDaysAfter(rules.calendar, due, today);
      return { type, workingDays: gone + 1, reason: 'Leave.', exceptionalReason: 'A witness is in hospital.' };
    }
    case 'respond':
      return proposable(type, state, now);
    case 'promise-remedy':
      return proposable(type, state, now);
    case 'record-remedy-done':
      return { type, number: openRemedies(state)[0]?.number ?? 0, on: today, evidence: 'The job sheet.' };
    case 'record-remedy-undeliverable':
      return proposable(type, state, now);
    case 'change-remedy-date': {
      const { number = 0, due = today } = openRemedies(state)[0] ?? {};
      return { type, number, due: addDays(due > today ? due : today, 3), reason: 'The crew is ill.' };
    }
    case 'record-answer-to-done': {
      const number = unconfirmedRemedies(state)[0]?.number ?? 0;
      const no = state.eventCount % 3 === 0;
      return { type, number, done: !no, note: 'She rang.', ...(no && { due: addDays(today, 4) }) };
    }
    case 'acknowledge-and-respond':
      return {
        type,
        acknowledgement: { type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: 'An apology' },
        response: {
          type: 'respond',
          decision: 'Upheld.',
          answers: quickAnswerPoints(state).map(() => ({ outcome: 'upheld', reasons: 'The round was missed.' })),
          affectedOthers: 'Nobody.',
        },
        contactNotNeeded: 'The bin has been emptied since.',
      };
    case 'ask-clarification':
      return { type, question: 'Which bin is it?' };
    case 'amend-definition':
      return {
        type,
        definition: `The bin was missed, as she said in message ${state.eventCount}.`,
        outcomesSought: '',
        points: pointsOfStageOne(state),
        because: 'She rang.',
      };
    case 'record-contact':
      return { type, on: today, how: 'telephone', outcome: state.eventCount % 2 === 0 ? 'spoke' : 'attempted', note: 'On the mobile.' };
    case 'record-offer-answer':
      return { type, what: 'advocacy', answer: 'accepted', referral: 'An advocacy service.' };
    case 'agree-updates':
      return { type, every: 3 };
    case 'send-update':
      return { type, words: 'We wait for the log.' };
    case 'word-apology':
      return { type, words: 'The crew leader is ill.' };
    case 'escalate-unanswered':
      return { type, askedOn: state.inTouch?.askedWhileOverdue?.since ?? today, reason: 'Nobody can say when the log comes.' };
    case 'answer-now':
      return { type, note: 'Ben writes today.' };
    case 'answer-service-request':
      return { type, answer: 'The bin was emptied.' };
    case 'record-fixed-answer':
      return { type, fixed: 'fixed' in state && state.fixed?.answer === 'yes' ? 'no' : 'yes', on: today, note: 'She rang.' };
    case 'record-choice':
      return { type, complain: state.choice?.chosen?.complain !== true && state.eventCount % 2 === 0, on: today };
    case 'add-point':
      return { type, words: 'The lid is broken.', ombudsman: 'LGSCO' };
    case 'record-representative':
    case 'verify-authority':
    case 'refuse-authority':
    case 'correct-person':
    case 'record-group':
    case 'record-bereavement':
    case 'record-adjustments':
    case 'raise-discrimination':
    case 'record-consultation':
    case 'rule-out-discrimination':
    case 'record-discrimination-reported':
      return wellFormedPeople(type, state, now) ?? { type: 'mark-read' };
    case 'withdraw':
      return { type, howWeKnow: 'She rang.', harmDealtWith: 'The duty social worker went there.' };
    case 'undo-withdrawal':
      return { type, howWeKnow: 'She rang again.' };
    case 'restrict':
      return { type, ground: 'other', groups: ['head-of-complaints'], because: 'They asked for it.' };
    case 'lift-restriction':
      return { type, because: 'They asked for that as well.' };
    case 'close':
      return { type, reason: 'Nothing is left to do.' };
  }
}

/** What one officer alone may set aside comes first. */
function setAside({ followUps = [] }: CaseState): Extract<ProposedCommand, { type: 'set-aside-follow-up' }> {
  const { kind = 'dissatisfaction' } = followUps.find((followUp) => followUp.kind !== 'dissatisfaction') ?? {};
  return { type: 'set-aside-follow-up', followUp: kind, reason: 'She rang.' };
}

function askedOn(state: CaseState, now: Instant) {
  return openFollowUp(state, 'dissatisfaction')?.since ?? londonDateOf(now);
}

const remedyWords = { what: 'Say sorry in person.', impact: 'She carried the rubbish for weeks.', owner: ben };

/** Every third answer that upholds nothing leaves out what it need not say. Nobody spoke with the person: then the Head is asked. */
function answerNow(state: CaseState, now: Instant): CommandOf<'respond'> {
  const points = state.stage === 'acknowledged' ? pointsOf(state) : [];
  const found = state.discrimination && { discriminationFound: state.eventCount % 2 === 0 };
  const type = 'respond';
  const release = withoutContact(state) && ({ forRelease: true } as const);
  if (state.eventCount % 3 === 0 && !state.remedies) {
    const answers = points.map(() => ({ outcome: 'not-upheld' as const, reasons: 'The crew came.', ...found }));
    const notNeeded = [{ part: 'remedy', because: 'Nothing went wrong.' }] as const;
    return { type, decision: 'Not upheld.', answers, notNeeded, ...release };
  }
  const answers = points.map(() => ({ outcome: 'upheld' as const, reasons: 'The round was missed.', ...found }));
  const due = addDays(londonDateOf(now), 2);
  const remedies: readonly RemedyOffer[] = state.remedies ? [] : [{ type: 'apology', ...remedyWords, due }];
  // Every other answer finds somebody else who is affected (duty D32).
  return state.eventCount % 2 === 0
    ? { type, decision: 'Upheld.', answers, remedies, affectedOthers: 'Nobody.', ...release }
    : {
        type,
        decision: 'Upheld.',
        answers,
        remedies: [...remedies, { type: 'for-others', what: 'Empty their bins.', owner: ben, due }],
        ...release,
      };
}

function proposable(type: ProposedCommand['type'], state: CaseState, now: Instant): ProposedCommand {
  switch (type) {
    case 'respond':
      return answerNow(state, now);
    case 'promise-remedy':
      return {
        type,
        remedy: { type: state.eventCount % 2 === 0 ? 'training' : 'apology', ...remedyWords, due: addDays(londonDateOf(now), 2) },
      };
    case 'record-remedy-undeliverable': {
      const number = openRemedies(state).find((remedy) => !isForOthers(remedy))?.number ?? 0;
      return { type, number, why: 'It is sold out.', instead: { type: 'apology', ...remedyWords, due: addDays(londonDateOf(now), 3) } };
    }
    case 'decline':
      return declined;
    case 'set-aside-follow-up':
      return setAside(state);
    case 'decline-stage-two':
      return {
        type,
        askedOn: askedOn(state, now),
        ground: 'legal-proceedings',
        facts: 'The claim was issued.',
        discretion: 'She was ill, for a month.',
      };
  }
}

/** Enough that somebody is left who had no part in the answer at stage one. */
const colleagues = ['dina', 'emil', 'farid'].map(
  (name): Officer => ({ kind: 'officer', subject: `officer-${name}`, name: `${name} Example`, email: `${name}@council.example` }),
);

const investigators = ({ officer: last, earlier = [] }: Allocation) => [last, ...earlier].map(({ subject }) => subject);

/** Somebody whom no rule keeps from acting: not who proposed it, nobody from stage one, nobody in conflict. */
export function whoMay(state: CaseState, among: readonly Officer[] = [asha, ben, carol, ...colleagues]): Officer {
  const was = state.stage === 'closed' ? state.was : state;
  const kept = [
    state.proposal?.by.subject,
    ...('stageTwo' in was && was.stageTwo ? investigators(was.stageTwo.stageOne.allocation) : []),
    ...(was.stage === 'answered' ? investigators(was.allocation) : []),
    ...('stageTwo' in was && was.stageTwo ? (was.stageTwo.stageOne.decidedBy ?? []) : []).map(({ subject }) => subject),
    ...(was.stage === 'answered' ? (was.decidedBy ?? []) : []).map(({ subject }) => subject),
    ...(state.conflicts?.map(({ subject }) => subject) ?? []),
  ];
  return among.find(({ subject }) => !kept.includes(subject)) ?? among[0] ?? asha;
}

/** Stage two looks at one of them at least. */
function pointsOfStageOne(state: CaseState): readonly Point[] | undefined {
  return 'stageTwo' in state ? state.stageTwo?.stageOne.inPoints : undefined;
}

/** What brings a case on: most steps are one of these, so that many lives come to a final response. */
const onward: readonly OfficerCommand[] = [
  'approve',
  'release',
  'accept-at-stage-two',
  'accept-at-stage-one',
  'allocate',
  'acknowledge',
  'mark-read',
  'record-contact',
  'record-consultation',
  'respond',
];

/** The Head of Customer Service and Complaints, who has a role where the others have none. */
export const head: StaffMember = {
  kind: 'officer',
  subject: 'officer-hope',
  name: 'Hope Example',
  email: 'hope@council.example',
  roles: ['head-of-complaints'],
};

/** With whoever does it where the Head decided stage one. */
const heads: readonly StaffMember[] = [head, { ...head, subject: 'officer-iris', name: 'Iris Example', email: 'iris@council.example' }];

export const staffOfLives: readonly StaffMember[] = [...heads, coordinator];

const ofTheHead: readonly Command['type'][] = ['word-apology', 'escalate-unanswered', 'answer-now', 'release'];

/** Who asks for it: what only the Head may do, the Head; advice on equality, a co-ordinator. */
export function whoAsks(type: Command['type'], state: CaseState): Officer {
  if (type === 'record-consultation' || type === 'rule-out-discrimination') return coordinator;
  return ofTheHead.includes(type) ? whoMay(state, heads) : whoMay(state);
}

/** Once they have spoken, another call brings nothing on, nor does giving the case to somebody else. */
function bringsOn(type: OfficerCommand, state: CaseState): boolean {
  if (type === 'record-contact') return state.inTouch?.contact?.reached === undefined;
  return type !== 'allocate' || (state.stage === 'accepted' && state.allocation === undefined);
}

/** Something that an officer can do now; ending the case one time in 29, or in seven where cases seldom come, so that cases live long enough. */
function sensible(state: CaseState, pick: number, now: Instant, about: readonly OfficerCommand[]): Command {
  const possible = possibleCommands(state, { rules, today: londonDateOf(now) }).filter(
    (command) => command.possible && (pick % 5 === 0 || !seldom.includes(command.type)),
  );
  const matter = possible.filter(({ type }) => about.includes(type));
  const chosen = pick % 3 === 0 ? matter[Math.floor(pick / 3) % matter.length]?.type : undefined;
  if (chosen) return wellFormed(chosen, state, now);
  if (state.stage === 'received' && !state.request && pick % 11 === 0) return wellFormed('record-service-request', state, now);
  const rare = state.stage === 'service-request' || ('stageTwo' in state && state.stageTwo && state.stage !== 'accepted');
  const late = rare ? 7 : 29;
  if (pick % late === 0 && possible.some(({ type }) => type === 'withdraw')) return wellFormed('withdraw', state, now);
  const forward = possible.filter(({ type }) => onward.includes(type) && bringsOn(type, state));
  // Stage two is far along, and few lives come there.
  const often = 'stageTwo' in state && state.stageTwo ? 6 : 3;
  const among = pick % often !== 0 && forward.length > 0 ? forward : possible;
  const type = among[Math.floor(pick / 3) % among.length]?.type;
  return type === undefined ? { type: 'add-correspondence', contact: aContact(now), flags: [] } : wellFormed(type, state, now);
}

/** The morning after the day on which stage one had to answer, where nobody has asked since; few lives would wait that long. */
function lateAfter(state: CaseState): Instant | undefined {
  if (state.stage !== 'acknowledged' || state.stageTwo || state.inTouch?.askedWhileOverdue) return undefined;
  const due = responseDue(state, rules);
  return due && londonTime(addDays(due, 1), '09:30');
}

function asksForNews(now: Instant, pick: number): Command {
  const kind = pick % 2 === 0 ? 'chaser' : 'dissatisfaction';
  return { type: 'add-correspondence', contact: aContact(now), flags: [], followUps: [{ kind, why: [] }] };
}

const move = fc.record({
  wild: fc.option(fc.record({ command: wildCommand, by: fc.constantFrom(asha, ben, { kind: 'system' as const }) }), {
    nil: undefined,
    freq: 2,
  }),
  pick: fc.nat(1_000),
  minutesLater: fc.integer({ min: 0, max: 6 * 24 * 60 }),
});

/** Lives that begin between two dates. `about`: what they do more of, so that something seldom is seen often. The clock does its part in all of them. */
export function walks(from = '2018-01-01', until = '2028-12-30', about: readonly OfficerCommand[] = []): fc.Arbitrary<Walk> {
  const lastDay = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  const begin = fc.record({
    day: fc.integer({ min: 0, max: lastDay }),
    minute: fc.integer({ min: 0, max: 1439 }),
    suggestion,
    reachBy: fc.constantFrom<readonly WayToReach[]>(['email'], ['email'], ['post'], []),
    channel: fc.constantFrom<Channel>('email', 'voicemail'),
    onBehalfOf: fc.constantFrom(...Array.from({ length: 7 }, () => undefined), { name: 'Rosa Example' }),
  });
  return fc.record({ begin, moves: fc.array(move, { maxLength: 40, size: 'max' }) }).map((course) =>
    livedOnce([from, about, course], () => {
      const { begin, moves } = course;
      let now = addMinutes(
        londonTime(addDays(writtenDate('2018-01-01'), begin.day + (Date.parse(from) - Date.parse('2018-01-01')) / 86_400_000), '00:00'),
        begin.minute,
      );
      const first: Command = {
        type: 'receive',
        reference,
        contact: aContact(now, { reachBy: begin.reachBy, channel: begin.channel, onBehalfOf: begin.onBehalfOf }),
        suggestion: begin.suggestion,
      };
      const steps: Step[] = [];
      const events: CaseEvent[] = [];
      let state: CaseState | undefined;
      const take = (command: Command, by: Step['by']) => {
        const before = state;
        const decision = decide(rules, before, command, { commandId: `command-${steps.length}`, by, at: now, staff: staffOfLives });
        if ('events' in decision) {
          events.push(...decision.events);
          state = decision.events.reduce<CaseState | undefined>((soFar, event) => evolve(soFar, event), state);
        }
        steps.push({ command, by, at: now, before, decision, after: state });
      };
      take(first, { kind: 'system' });
      for (const { wild, pick, minutesLater } of moves) {
        now = addMinutes(now, minutesLater);
        const ticks = state && pick % 5 === 0 ? clockActs(state, rules).find(({ at }) => at <= now) : undefined;
        if (wild) take(wild.command, wild.by);
        else if (ticks) take(ticks.command, { kind: 'system' });
        else if (state && pick % 8 === 3 && lateAfter(state) !== undefined) {
          const late = lateAfter(state) ?? now;
          now = late > now ? late : now;
          take(asksForNews(now, pick), whoMay(state));
        } else if (state) {
          const command = sensible(state, pick, now, about);
          take(command, whoAsks(command.type, state));
        }
      }
      return { steps, events, state };
    }),
  );
}

/** Each run has one seed, so most properties draw the same lives: each is lived once, which takes most of their time. */
function livedOnce(course: unknown, live: () => Walk): Walk {
  const key = JSON.stringify(course);
  const walk = known.get(key) ?? live();
  known.set(key, walk);
  return walk;
}

const known = new Map<string, Walk>();
