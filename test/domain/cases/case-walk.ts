import * as fc from 'fast-check';
import { addDays, addMinutes, type Instant, londonDateOf, londonTime, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Officer, Reference } from '../../../functions/domain/cases/actor.ts';
import {
  type CaseEvent,
  type CaseState,
  type Command,
  callBackOutcomes,
  declineGrounds,
  otherRoutes,
  outcomes,
  type ProposedCommand,
  type Question,
} from '../../../functions/domain/cases/case.ts';
import { type Decision, decide } from '../../../functions/domain/cases/decide.ts';
import { evolve } from '../../../functions/domain/cases/evolve.ts';
import { pointsOf } from '../../../functions/domain/cases/points.ts';
import type { OfficerCommand } from '../../../functions/domain/cases/possible.ts';
import { possibleCommands } from '../../../functions/domain/cases/possible.ts';
import { longestInLetter, longestKept } from '../../../functions/domain/cases/wording.ts';
import { responseDue, workingDaysAfter } from '../../../functions/domain/deadlines/stage-clock.ts';
import type { Channel, WayToReach } from '../../../functions/domain/intake/contact.ts';
import type { FollowUp } from '../../../functions/domain/triage/follow-up-kinds.ts';
import { type Route, routes, type Suggestion, services } from '../../../functions/domain/triage/suggestion.ts';
import { aContact, asha, ben, carol, reference, rules, suggestsStageOne } from '../../support/case-story.ts';

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
const route = fc.constantFrom(...otherRoutes);
const noticeId = fc.integer({ min: 1, max: 9 }).map((number) => `000${number}-acknowledgement`);
const failedEmail = fc.constantFrom(undefined, 'rosa@resident.example');
const suggestion: fc.Arbitrary<Suggestion> = fc
  .record({
    primary: fc.constantFrom<Route>(...routes),
    also: fc.subarray<Route>([...routes], { maxLength: 2 }),
    procedure: fc.constantFrom('corporate', 'adult-statutory', 'public-health', 'children-statutory', 'none'),
  })
  .map((changes) => ({ ...suggestsStageOne, ...changes }));
const someDay = fc.constantFrom(writtenDate('2018-01-02'), writtenDate('2026-12-20'), writtenDate('2030-01-01'));
const days = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, -3, 1.5, Number.NaN, 1e9));

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
    flags: fc.constant([]),
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
    opened: fc.boolean(),
    unread: fc.boolean(),
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
  fc.record({ type: fc.constant('send-another-way' as const), route, reasons: text, whatToDoInstead: text }),
  fc.record({ type: fc.constant('allocate' as const), service, officer }),
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
  }),
  fc.record({ type: fc.constant('answer-service-request' as const), answer: text }),
  fc.record({ type: fc.constant('withdraw' as const), howWeKnow: text }),
  fc.record({ type: fc.constant('close' as const), reason: text }),
);

/** A command of that type with which nothing is wrong on that day. */
export function wellFormed(type: OfficerCommand, state: CaseState, now: Instant): Command {
  const today = londonDateOf(now);
  switch (type) {
    case 'mark-read':
      return { type };
    case 'reached-another-way':
      return { type, how: 'By telephone.' };
    case 'correct-email':
      return { type, email: state.complainant.email === 'rosa@new.example' ? 'rosa@newer.example' : 'rosa@new.example' };
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
    case 'answer-chaser':
      return { type, answer: 'The crew leader is back on Monday.' };
    case 'approve':
      return { type, number: state.proposal?.number ?? 0, proposed: proposable(state.proposal?.what ?? 'respond', state, now) };
    case 'return-proposal':
      return { type, comments: 'Say sorry first.' };
    case 'accept-at-stage-two':
      return { type, askedOn: today };
    case 'decline-stage-two':
      return proposable(type, state, now);
    case 'set-aside-follow-up':
      return { type, followUp: state.followUps?.[0]?.kind ?? 'chaser', reason: 'She rang.' };
    case 'record-posted':
      return { type, noticeId: state.toPost?.[0]?.noticeId ?? '', on: today };
    case 'accept-at-stage-one':
      return { type, service: 'waste', ombudsman: 'LGSCO' };
    case 'record-service-request':
      return { type, service: 'waste', promisedBy: addDays(today, 3), whatWeWillDo: 'Empty the bin.' };
    case 'send-another-way':
      return { type, route: 'school', reasons: 'Governors.', whatToDoInstead: 'Write to the governors.' };
    case 'allocate':
      return { type, service: 'housing', officer: whoMay(state) };
    case 'acknowledge':
      return { type, definition: 'The bin was missed.', outcomesSought: 'An apology' };
    case 'extend': {
      const due = state.stage === 'acknowledged' ? responseDue(state, rules) : undefined;
      const gone = due === undefined ? 0 : workingDaysAfter(rules.calendar, due, today);
      return { type, workingDays: gone + 1, reason: 'Leave.', exceptionalReason: 'A witness is in hospital.' };
    }
    case 'respond':
      return proposable(type, state, now);
    case 'answer-service-request':
      return { type, answer: 'The bin was emptied.' };
    case 'withdraw':
      return { type, howWeKnow: 'She rang.' };
    case 'close':
      return { type, reason: 'Nothing is left to do.' };
  }
}

function proposable(type: ProposedCommand['type'], state: CaseState, now: Instant): ProposedCommand {
  switch (type) {
    case 'respond': {
      const points = state.stage === 'acknowledged' ? pointsOf(state) : [];
      return { type, decision: 'Upheld.', answers: points.map(() => ({ outcome: 'upheld', reasons: 'The round was missed.' })) };
    }
    case 'decline-stage-two':
      return {
        type,
        askedOn: londonDateOf(now),
        ground: 'long-after-the-response',
        facts: 'Two years.',
        discretion: 'She was ill, for a month.',
      };
  }
}

/** Somebody whom no rule keeps from acting: not who proposed it, and nobody from stage one. */
export function whoMay(state: CaseState): Officer {
  const kept = [state.proposal?.by.subject, 'stageTwo' in state ? state.stageTwo?.stageOne.allocation.officer.subject : undefined];
  return [asha, ben, carol].find(({ subject }) => !kept.includes(subject)) ?? asha;
}

/** What brings a case on: every other step is one of these, so that many lives come to a final response. */
const onward: readonly OfficerCommand[] = ['approve', 'accept-at-stage-two', 'accept-at-stage-one', 'acknowledge', 'respond'];

/** Something that an officer can do now; ending the case only one time in eight, so that cases live long enough. */
function sensible(state: CaseState, pick: number, now: Instant): Command {
  const possible = possibleCommands(state).filter((command) => command.possible && (pick % 8 === 0 || command.type !== 'withdraw'));
  const forward = possible.filter((command) => onward.includes(command.type));
  const among = pick % 2 === 0 && forward.length > 0 ? forward : possible;
  const type = among[Math.floor(pick / 2) % among.length]?.type;
  return type === undefined ? { type: 'add-correspondence', contact: aContact(now), flags: [] } : wellFormed(type, state, now);
}

const move = fc.record({
  wild: fc.option(fc.record({ command: wildCommand, by: fc.constantFrom(asha, ben, { kind: 'system' as const }) }), {
    nil: undefined,
    freq: 3,
  }),
  pick: fc.nat(1_000),
  minutesLater: fc.integer({ min: 0, max: 6 * 24 * 60 }),
});

/** Lives that begin between two dates. */
export function walks(from = '2018-01-01', until = '2028-12-30'): fc.Arbitrary<Walk> {
  const lastDay = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  const begin = fc.record({
    day: fc.integer({ min: 0, max: lastDay }),
    minute: fc.integer({ min: 0, max: 1439 }),
    suggestion,
    reachBy: fc.constantFrom<readonly WayToReach[]>(['email'], ['email'], ['post'], []),
    channel: fc.constantFrom<Channel>('email', 'voicemail'),
  });
  return fc.record({ begin, moves: fc.array(move, { maxLength: 40, size: 'max' }) }).map(({ begin, moves }) => {
    let now = addMinutes(
      londonTime(addDays(writtenDate('2018-01-01'), begin.day + (Date.parse(from) - Date.parse('2018-01-01')) / 86_400_000), '00:00'),
      begin.minute,
    );
    const first: Command = {
      type: 'receive',
      reference,
      contact: aContact(now, { reachBy: begin.reachBy, channel: begin.channel }),
      suggestion: begin.suggestion,
    };
    const steps: Step[] = [];
    const events: CaseEvent[] = [];
    let state: CaseState | undefined;
    const take = (command: Command, by: Step['by']) => {
      const before = state;
      const decision = decide(rules, before, command, { commandId: `command-${steps.length}`, by, at: now });
      if ('events' in decision) {
        events.push(...decision.events);
        state = decision.events.reduce<CaseState | undefined>((soFar, event) => evolve(soFar, event), state);
      }
      steps.push({ command, by, at: now, before, decision, after: state });
    };
    take(first, { kind: 'system' });
    for (const { wild, pick, minutesLater } of moves) {
      now = addMinutes(now, minutesLater);
      if (wild) take(wild.command, wild.by);
      else if (state) take(sensible(state, pick, now), whoMay(state));
    }
    return { steps, events, state };
  });
}
