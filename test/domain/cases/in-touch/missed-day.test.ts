import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { londonDateOf, type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import { workingDaysFrom } from '../../../../functions/domain/calendar/working-days.ts';
import type { CaseState } from '../../../../functions/domain/cases/case.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import { decide } from '../../../../functions/domain/cases/decide.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { evolve } from '../../../../functions/domain/cases/evolve.ts';
import { apologiesOwed } from '../../../../functions/domain/cases/in-touch/missed-day.ts';
import { possibleCommands } from '../../../../functions/domain/cases/possible.ts';
import { clockActs } from '../../../../functions/domain/deadlines/clock-acts.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { dateOf } from '../../../../functions/domain/deadlines/stage-clock.ts';
import { letterCausedBy } from '../../../../functions/domain/notices/letter-caused-by.ts';
import type { StaffMember } from '../../../../functions/domain/staff/staff-member.ts';
import { aContact, accepted, asha, at, ben, carol, caseOf, given, moment, received, rules, spoke } from '../../../support/case-story.ts';
import { head, walks, wellFormed, whoAsks } from '../case-walk.ts';
import { acknowledged, acknowledgedOn, allocatedTo, atStageTwo, deadline, opened, withBen } from './story.ts';

const machine = { kind: 'system' } as const;
const staff = [head];
const apologise = (on: EventData & { type: 'apologised' }): Command => ({
  type: 'apologise-for-missing',
  deadline: on.deadline,
  due: on.due,
});
const apologised = (kind: 'acknowledge' | 'respond' | 'respond-stage-two', due: WrittenDate, on: WrittenDate, next: WrittenDate) =>
  ({
    type: 'apologised',
    deadline: kind,
    due: writtenDate(due),
    updates: { from: writtenDate(on), next: writtenDate(next) },
  }) as const satisfies EventData;

/** When the clock apologises, as the case stands. */
function moments(...events: readonly (readonly CaseEvent[])[]): readonly string[] {
  return clockActs(caseOf(...events), rules)
    .filter(({ command }) => command.type === 'apologise-for-missing')
    .map(({ name, at: moment }) => `${name} ${moment}`);
}

describe('the day that we miss', () => {
  it('D22: is apologised for at 10:00 in London on the next working day: Christmas rows 14 to 16, 24 and S2-1', () => {
    expect(moments(...withBen)).toEqual(['apology-acknowledge-2026-12-29 2026-12-30T10:00:00.000Z']);
    expect(moments(...acknowledged)).toEqual(['apology-respond-2027-01-13 2027-01-14T10:00:00.000Z']);
    const onChristmasEve = received('2026-12-24T15:00:00Z');
    expect(moments(onChristmasEve)).toEqual(['apology-acknowledge-2027-01-05 2027-01-06T10:00:00.000Z']);
    expect(moments(received('2026-12-25T12:00:00Z'))).toEqual(moments(onChristmasEve));
    const late = [
      received('2026-12-14T09:00:00Z'),
      at('2026-12-15T09:00:00Z', accepted, allocatedTo(ben, '2026-12-15')),
      at('2026-12-23T09:00:00Z', acknowledgedOn('2026-12-23', '2026-12-21', 4)),
    ];
    expect(moments(...late)).toEqual(['apology-respond-2027-01-11 2027-01-12T10:00:00.000Z']);
    expect(moments(...atStageTwo)).toEqual(['apology-respond-stage-two-2027-01-07 2027-01-08T10:00:00.000Z']);
  });

  it('falls on a Monday for a Friday, and in summer at 10:00 by the London clock', () => {
    const friday = received('2026-06-26T09:00:00Z');
    expect(moments(friday)).toEqual(['apology-acknowledge-2026-07-03 2026-07-06T09:00:00.000Z']);
  });

  it('D23: is the date that the person knows of; both dates of a late acknowledgement are kept', () => {
    const late = [
      received('2026-12-14T09:00:00Z'),
      at('2026-12-15T09:00:00Z', accepted, allocatedTo(ben, '2026-12-15')),
      at('2026-12-23T09:00:00Z', acknowledgedOn('2026-12-23', '2026-12-21', 4)),
    ];
    expect(deadline('respond', ...late)).toMatchObject({ due: '2027-01-11', performanceDue: '2027-01-07' });
    expect(apologiesOwed(caseOf(...late), rules)).toMatchObject([{ due: '2027-01-11' }]);
  });

  const missed = apologised('acknowledge', '2026-12-29', '2026-12-30', '2027-01-07');

  it('D22: says when we write next, five working days later, and that is a deadline until the letter has gone', () => {
    given(...withBen)
      .when(apologise(missed), '2026-12-30T10:00:00Z', machine)
      .yields(missed);
    const after = [...withBen, at('2026-12-30T10:00:00Z', missed)];
    expect(deadline('update-due', ...after)).toMatchObject({ due: '2027-01-07', from: '2026-12-30' });
    expect(deadline('acknowledge', ...after)).toMatchObject({ due: '2026-12-29' });
    const made = [...after, at('2026-12-31T09:00:00Z', acknowledgedOn('2026-12-31', '2026-12-29', 5))];
    expect(deadline('update-due', ...made)).toBeUndefined();
  });

  it('comes once for each date, however often the clock looks, and not before its day', () => {
    given(...withBen, at('2026-12-30T10:00:00Z', missed))
      .when(apologise(missed), '2026-12-30T10:15:00Z', machine)
      .refused('No apology is owed for that day.');
    given(...withBen)
      .when(apologise(missed), '2026-12-29T10:00:00Z', machine)
      .refused('The apology goes out on Wednesday 30 December 2026.');
    expect(moments(...withBen, at('2026-12-30T10:00:00Z', missed))).toEqual([]);
  });

  it('is apologised for anew when an extended date goes by as well', () => {
    const once = apologised('respond', '2027-01-13', '2027-01-14', '2027-01-21');
    const extension = {
      on: writtenDate('2027-01-15'),
      previousDue: writtenDate('2027-01-13'),
      due: writtenDate('2027-01-20'),
      reason: 'Leave.',
    };
    const story = [...acknowledged, at('2027-01-14T10:00:00Z', once), at('2027-01-15T10:00:00Z', { type: 'extended', extension })];
    expect(moments(...story)).toEqual(['apology-respond-2027-01-20 2027-01-21T10:00:00.000Z']);
  });

  it('is not owed once the letter has gone or the person withdrew, nor to somebody who left no way to be written to', () => {
    expect(
      moments(...withBen, at('2026-12-29T09:00:00Z', { type: 'withdrawn', on: writtenDate('2026-12-29'), howWeKnow: 'She rang.' })),
    ).toEqual([]);
    expect(moments(opened.map((event) => ({ ...event, reachBy: [] }) as typeof event))).toEqual([]);
  });

  it('D22: goes by unnoticed in no case that somebody wrote for another: an officer settles who is answered, and then the apology leaves', () => {
    const forAnother = opened.map((event) => ({ ...event, onBehalfOf: { name: 'Maria Example' } }) as typeof event);
    expect(moments(forAnother)).toEqual([]);
    expect(deadline('verify-authority', forAnother)).toMatchObject({ from: '2026-12-18' });
    expect(deadline('acknowledge', forAnother)).toMatchObject({ due: '2026-12-29' });
    const settled: EventData = {
      type: 'representative-recorded',
      representative: { name: 'Dana Fox', kind: 'friend-or-family', reachBy: [] },
      person: { name: 'Maria Example', address: '2 Example Road', reachBy: ['post'] },
      asked: false,
    };
    expect(moments(forAnother, at('2027-01-04T09:00:00Z', settled))).toEqual(['apology-acknowledge-2026-12-29 2026-12-30T10:00:00.000Z']);
  });

  it('is apologised for once where somebody who was not satisfied waits, and their complaint is accepted since', () => {
    const promised: EventData = {
      type: 'service-request-recorded',
      service: 'waste',
      promisedBy: writtenDate('2026-12-22'),
      whatWeWillDo: 'Empty the bin.',
      suggested: 'stage-one',
    };
    const dissatisfied: EventData = {
      type: 'correspondence-added',
      channel: 'email',
      contactId: 'not-emptied',
      receivedAt: moment('2026-12-23T09:00:00Z'),
      flags: [],
      followUps: [{ kind: 'dissatisfaction', why: [] }],
    };
    const waiting = [opened, at('2026-12-18T10:00:00Z', promised), at('2026-12-23T09:00:00Z', dissatisfied)];
    expect(moments(...waiting)).toEqual(['apology-acknowledge-complaint-2027-01-04 2027-01-05T10:00:00.000Z']);
    const late: EventData = {
      type: 'apologised',
      deadline: 'acknowledge-complaint',
      due: writtenDate('2027-01-04'),
      updates: { from: writtenDate('2027-01-05'), next: writtenDate('2027-01-12') },
    };
    const told = [...waiting, at('2027-01-05T10:00:00Z', late)];
    expect(deadline('update-due', ...told)).toMatchObject({ due: '2027-01-12' });
    const complaint = [...told, at('2027-01-06T09:00:00Z', { ...accepted, expressedOn: writtenDate('2026-12-23') } as EventData)];
    expect(deadline('acknowledge', ...complaint)).toMatchObject({ due: '2027-01-04' });
    expect(moments(...complaint)).toEqual([]);
  });

  it('keeps to the dates that were agreed with the person before', () => {
    const agreed: EventData = {
      type: 'updates-set',
      updates: { from: writtenDate('2027-01-11'), next: writtenDate('2027-01-18'), every: 5 },
      agreed: true,
    };
    const { updates } = agreed;
    given(...acknowledged, at('2027-01-11T09:00:00Z', agreed))
      .when({ type: 'apologise-for-missing', deadline: 'respond', due: writtenDate('2027-01-13') }, '2027-01-14T10:00:00Z', machine)
      .yields({ type: 'apologised', deadline: 'respond', due: writtenDate('2027-01-13'), updates });
  });
});

describe('the words of the apology', () => {
  it('D22: the Head adds to them beforehand, nobody else does, and they go out with the next one only', () => {
    const add: Command = { type: 'word-apology', words: ' The crew leader is ill. ' };
    given(...withBen)
      .when(add, '2026-12-29T09:00:00Z', asha)
      .refused(/^Only the Head of Customer Service and Complaints words the apology/);
    given(...withBen)
      .when(add, '2026-12-29T09:00:00Z', head, staff)
      .yields({ type: 'apology-worded', words: 'The crew leader is ill.' });
    const worded = [...withBen, at('2026-12-29T09:00:00Z', { type: 'apology-worded', words: 'The crew leader is ill.' })];
    const missed = { ...apologised('acknowledge', '2026-12-29', '2026-12-30', '2027-01-07'), words: 'The crew leader is ill.' };
    given(...worded)
      .when(apologise(missed), '2026-12-30T10:00:00Z', machine)
      .yields(missed);
    expect(caseOf(...worded, at('2026-12-30T10:00:00Z', missed)).inTouch?.apologyWords).toBeUndefined();
  });

  it('D22: cannot stop it: no command of an officer but the letter itself takes it from the clock', () => {
    const worded = [...withBen, at('2026-12-29T09:00:00Z', { type: 'apology-worded', words: 'Sorry.' })];
    expect(moments(...worded)).toEqual(moments(...withBen));
  });
});

describe('updates', () => {
  it('H5.9: are agreed with the person as an interval or a date, and kept as deadlines until the response', () => {
    const every = { type: 'agree-updates', every: 5 } as const;
    const set: EventData = {
      type: 'updates-set',
      updates: { from: writtenDate('2027-01-11'), next: writtenDate('2027-01-18'), every: 5 },
      agreed: true,
    };
    given(...acknowledged)
      .when(every, '2027-01-11T09:00:00Z')
      .yields(set);
    given(...acknowledged)
      .when({ type: 'agree-updates', nextOn: writtenDate('2027-01-15') }, '2027-01-11T09:00:00Z')
      .yields({
        type: 'updates-set',
        updates: { from: writtenDate('2027-01-11'), next: writtenDate('2027-01-15') },
        agreed: true,
      });
    expect(deadline('update-due', ...acknowledged, at('2027-01-11T09:00:00Z', set))).toMatchObject({
      due: '2027-01-18',
      explanation:
        'on Mon 11 Jan 2027 we said that we would write again by Mon 18 Jan 2027, and then every 5 working days, as agreed with them',
    });
  });

  it.each<[Omit<Extract<Command, { type: 'agree-updates' }>, 'type'>, RegExp]>([
    [{}, /^Enter either a number of working days or the date/],
    [{ every: 5, nextOn: writtenDate('2027-01-15') }, /^Enter either/],
    [{ every: 0 }, /^Enter a whole number of working days from 1 to 20/],
    [{ every: 21 }, /^Enter a whole number/],
    [{ nextOn: writtenDate('2027-01-11') }, /^The next update must be on a day to come/],
    [{ nextOn: writtenDate('2027-03-01') }, /^The next update must be by Monday 8 February 2027/],
  ])('cannot be %j', (asked, why) => {
    given(...acknowledged)
      .when({ type: 'agree-updates', ...asked }, '2027-01-11T09:00:00Z')
      .refused(why);
  });

  it('end one date and set the next, as agreed or five working days on', () => {
    const agreed = (every?: number): EventData => ({
      type: 'updates-set',
      updates: { from: writtenDate('2027-01-11'), next: writtenDate('2027-01-14'), every },
      agreed: true,
    });
    const sent = (next: WrittenDate, every?: number): EventData => ({
      type: 'update-sent',
      words: 'We wait for the log.',
      updates: { from: writtenDate('2027-01-14'), next: writtenDate(next), every },
    });
    const send: Command = { type: 'send-update', words: 'We wait for the log.' };
    given(...acknowledged, at('2027-01-11T09:00:00Z', agreed(3)))
      .when(send, '2027-01-14T09:00:00Z')
      .yields(sent('2027-01-19', 3));
    given(...acknowledged, at('2027-01-11T09:00:00Z', agreed()))
      .when(send, '2027-01-14T09:00:00Z')
      .yields(sent('2027-01-21'));
    expect(deadline('update-due', ...acknowledged, at('2027-01-14T09:00:00Z', sent('2027-01-19', 3)))).toMatchObject({ due: '2027-01-19' });
    given(...acknowledged)
      .when(send, '2027-01-14T09:00:00Z')
      .refused(/^No update is promised/);
  });

  it('are promised by ourselves with an extension past the cap', () => {
    expect(
      deadline(
        'update-due',
        ...acknowledged,
        at('2027-01-13T09:00:00Z', {
          type: 'updates-set',
          updates: { from: writtenDate('2027-01-13'), next: writtenDate('2027-01-20') },
          agreed: false,
        }),
      ),
    ).toMatchObject({ due: '2027-01-20' });
  });
});

/** The Head's two decisions, an answer, their own withdrawal, and an acknowledgement that turns out not to have arrived. */
const endsTheWait: ReadonlySet<string> = new Set([
  'escalated-unanswered',
  'to-be-answered-now',
  'responded',
  'withdrawn',
  'notice-undelivered',
]);

describe('asking while stage one is overdue', () => {
  const asks = (time: string, kind: 'chaser' | 'dissatisfaction'): Command => ({
    type: 'add-correspondence',
    contact: aContact(time),
    flags: [],
    followUps: [{ kind, why: [] }],
  });
  const overdue: EventData = { type: 'asked-while-overdue', on: writtenDate('2027-01-14'), due: writtenDate('2027-01-13') };
  const asked = [...acknowledged, at('2027-01-14T12:00:00Z', overdue)];

  it('D25: has the Head decide within a working day, by the next message after the date', () => {
    const added = (decision: ReturnType<typeof decide>) => ('events' in decision ? decision.events.map(({ type }) => type) : []);
    const circumstances = (time: string) => ({ commandId: 'asked', by: machine, at: aContact(time).receivedAt });
    const events = (time: string, kind: 'chaser' | 'dissatisfaction', state: CaseState) =>
      added(decide(rules, state, asks(time, kind), circumstances(time)));
    expect(events('2027-01-14T12:00:00Z', 'dissatisfaction', caseOf(...acknowledged))).toContain('asked-while-overdue');
    expect(events('2027-01-14T12:00:00Z', 'chaser', caseOf(...acknowledged))).toContain('asked-while-overdue');
    expect(events('2027-01-13T12:00:00Z', 'chaser', caseOf(...acknowledged))).not.toContain('asked-while-overdue');
    expect(events('2027-01-15T12:00:00Z', 'chaser', caseOf(...asked))).not.toContain('asked-while-overdue');
    expect(deadline('decide-overdue', ...asked)).toMatchObject({ due: '2027-01-15' });
  });

  it('D25: waits for the Head in every life, by a working day after they asked, until the Head, an answer or they themselves end it', async () => {
    const seen = new Set<string>();
    const askedLives = walks(undefined, '2027-11-30', ['escalate-unanswered', 'answer-now']);
    await fc.assert(
      fc.property(askedLives, ({ steps }) => {
        for (const { by, before, after, decision } of steps) {
          const events = 'events' in decision ? decision.events : [];
          const waited = before?.stage === 'acknowledged' && before.inTouch?.askedWhileOverdue;
          const waits = after?.stage === 'acknowledged' && after.inTouch?.askedWhileOverdue;
          for (const event of events) {
            if (event.type !== 'asked-while-overdue') continue;
            seen.add(event.type);
            expect([before?.stage, waited, event.on > event.due]).toEqual(['acknowledged', undefined, true]);
          }
          if (after && waits) {
            const owed = deadlinesOf(after, rules).find(({ kind }) => kind === 'decide-overdue');
            const nextDay = workingDaysFrom(rules.calendar, waits.since, 1);
            expect([owed?.due, owed?.met, after.stageTwo]).toEqual([dateOf(nextDay), undefined, undefined]);
          }
          if (waited && !waits) {
            const ended = events.filter(({ type }) => endsTheWait.has(type));
            for (const { type } of ended) seen.add(type);
            expect(ended.length).toBeGreaterThan(0);
            if (ended.some(({ type }) => type === 'escalated-unanswered' || type === 'to-be-answered-now'))
              expect(by).toMatchObject({ subject: head.subject });
          }
        }
      }),
      { numRuns: 100, seed: 20_270_114 },
    );
    // Otherwise this would say nothing.
    expect([...seen].sort()).toEqual(expect.arrayContaining(['asked-while-overdue', 'escalated-unanswered', 'to-be-answered-now']));
  });

  it('D25: goes on to stage two without an answer, from the day they asked, with somebody else', () => {
    const escalate: Command = { type: 'escalate-unanswered', askedOn: writtenDate('2027-01-14'), reason: ' The log is lost. ' };
    const escalated: EventData = { type: 'escalated-unanswered', askedOn: writtenDate('2027-01-14'), reason: 'The log is lost.' };
    given(...asked)
      .when(escalate, '2027-01-15T09:00:00Z', asha)
      .refused(/^Only the Head/);
    given(...asked)
      .when(escalate, '2027-01-15T09:00:00Z', head, staff)
      .yields(escalated);
    const after = [...asked, at('2027-01-15T09:00:00Z', escalated)];
    expect(caseOf(...after)).toMatchObject({
      stage: 'accepted',
      stageTwo: { askedOn: '2027-01-14', stageOne: { allocation: { officer: ben } } },
    });
    expect(deadline('acknowledge-stage-two', ...after)).toMatchObject({ due: '2027-01-21' });
    expect(deadline('respond', ...after)).toMatchObject({ due: '2027-01-13', ended: '2027-01-15', missed: true, alerts: [] });
    expect(deadline('decide-overdue', ...after)).toBeUndefined();
    expect(caseOf(...after)).not.toHaveProperty('allocation');
  });

  it('has taken up the message that asked for it: nobody waits to read that one', () => {
    const decision = decide(rules, caseOf(...acknowledged), asks('2027-01-14T12:00:00Z', 'dissatisfaction'), {
      commandId: 'asked',
      by: machine,
      at: aContact('2027-01-14T12:00:00Z').receivedAt,
    });
    if ('refused' in decision) throw new Error(decision.refused);
    const written = [...acknowledged, decision.events];
    expect(caseOf(...written).unread).toMatchObject({ count: 1 });
    const escalated: EventData = { type: 'escalated-unanswered', askedOn: writtenDate('2027-01-14'), reason: 'The log is lost.' };
    expect(caseOf(...written, at('2027-01-15T09:00:00Z', escalated)).unread).toBeUndefined();
  });

  it('D25: from the day of their message, and no later one', () => {
    given(...asked)
      .when(
        { type: 'escalate-unanswered', askedOn: writtenDate('2027-01-15'), reason: 'The log is lost.' },
        '2027-01-15T09:00:00Z',
        head,
        staff,
      )
      .refused(/^They wrote on Thursday 14 January 2027/);
  });

  it('D25: also by telephone, so without a message; never before the date has gone, nor for a day to come', () => {
    const escalate = { type: 'escalate-unanswered', askedOn: writtenDate('2027-01-14'), reason: 'She rang.' } as const;
    given(...acknowledged)
      .when(escalate, '2027-01-14T09:00:00Z', head, staff)
      .yields({ ...escalate, type: 'escalated-unanswered' });
    given(...acknowledged)
      .when(escalate, '2027-01-13T09:00:00Z', head, staff)
      .refused(/only once the stage one response is overdue/);
    given(...acknowledged)
      .when({ ...escalate, askedOn: writtenDate('2027-01-15') }, '2027-01-14T09:00:00Z', head, staff)
      .refused(/is still to come/);
    given(...acknowledged)
      .when({ ...escalate, askedOn: writtenDate('2026-12-28') }, '2027-01-14T09:00:00Z', head, staff)
      .refused(/^They cannot have asked for stage two before/);
  });

  it('D25: is decided by the Head’s deputy while the Head is away or takes no part, and by nobody else', () => {
    const answer: Command = { type: 'answer-now', note: 'Ben writes today.' };
    const answered: EventData = { type: 'to-be-answered-now', note: 'Ben writes today.' };
    const heads = (awayUntil?: WrittenDate): readonly StaffMember[] => [
      { ...head, deputies: [carol.subject], awayUntil: awayUntil && writtenDate(awayUntil) },
      carol,
    ];
    const when = '2027-01-15T09:00:00Z';
    given(...asked)
      .when(answer, when, carol, heads())
      .refused(/^Only the Head/);
    given(...asked)
      .when(answer, when, carol, heads('2027-01-14'))
      .refused(/^Only the Head/);
    given(...asked)
      .when(answer, when, carol, heads('2027-01-15'))
      .yields(answered);
    given(...asked)
      .when(answer, when, asha, heads('2027-01-15'))
      .refused(/^Only the Head/);
    const conflict: EventData = {
      type: 'conflict-recorded',
      conflict: { kind: 'declared', subject: head.subject, name: head.name, because: 'A cousin.', on: writtenDate('2027-01-14') },
    };
    given(...asked, at('2027-01-14T13:00:00Z', conflict))
      .when(answer, when, carol, heads())
      .yields(answered);
  });

  it('or stays at stage one, to be answered now', () => {
    const answer: EventData = { type: 'to-be-answered-now', note: 'Ben writes today.' };
    given(...asked)
      .when({ type: 'answer-now', note: 'Ben writes today.' }, '2027-01-15T09:00:00Z', head, staff)
      .yields(answer);
    expect(deadline('decide-overdue', ...asked, at('2027-01-15T09:00:00Z', answer))).toBeUndefined();
    given(...acknowledged)
      .when({ type: 'answer-now', note: 'Ben writes today.' }, '2027-01-15T09:00:00Z', head, staff)
      .refused(/^Nobody has asked for stage two/);
  });
});

describe('every life of a case', () => {
  const lives = walks('2018-01-01', '2027-12-31');

  it('D22: no date that somebody was told goes by without its apology, each once', async () => {
    await fc.assert(
      fc.property(lives, ({ steps, state }) => {
        const now = steps.at(-1)?.at;
        if (!state || !now) return;
        let after = state;
        for (const { command, at: when } of clockActs(state, rules)) {
          if (command.type !== 'apologise-for-missing' || when > now) continue;
          const decision = decide(rules, after, command, { commandId: 'clock', by: machine, at: now });
          expect(decision).toMatchObject({ events: [{ type: 'apologised' }] });
          if ('events' in decision) after = decision.events.reduce<CaseState>((soFar, event) => evolve(soFar, event), after);
          expect(decide(rules, after, command, { commandId: 'clock', by: machine, at: now })).toHaveProperty('refused');
        }
        const waits = deadlinesOf(after, rules).some(({ kind }) => kind === 'update-due');
        if (after !== state) expect(waits).toBe(true);
        expect(clockActs(after, rules).some(({ command, at: when }) => command.type === 'apologise-for-missing' && when <= now)).toBe(
          false,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('D20: no response goes out without contact, two tries or a reason, nor past a message that nobody has read', async () => {
    await fc.assert(
      fc.property(lives, ({ steps }) => {
        for (const { before, decision } of steps) {
          const events = 'events' in decision ? decision.events : [];
          if (!before || !events.some(({ type }) => type === 'responded')) continue;
          const { attempts = 0, reached } = before.inTouch?.contact ?? {};
          // Or the Head released it on its day without that, for a reason that is counted (duty D33).
          const reasoned = events.some(({ type }) => type === 'contact-not-needed' || type === 'released');
          expect(reached !== undefined || attempts >= 2 || reasoned || before.reachBy.length === 0).toBe(true);
          expect([before.unread, before.questions]).toEqual([undefined, undefined]);
        }
      }),
      { numRuns: 150 },
    );
  });

  const quick = 'acknowledge-and-respond';

  it('D21: one letter that does both leaves one letter on the record, and both dates met that day', async () => {
    await fc.assert(
      fc.property(lives, ({ steps }) => {
        for (const { after: before, at: now } of steps) {
          const guard = before && possibleCommands(before, { rules, today: londonDateOf(now) }).find(({ type }) => type === quick);
          if (!before || !guard?.possible) continue;
          const decision = decide(rules, before, wellFormed(quick, before, now), {
            commandId: 'quick',
            by: whoAsks(quick, before),
            at: now,
          });
          const events = 'events' in decision ? decision.events : [];
          const after = events.reduce<CaseState>((soFar, event) => evolve(soFar, event), before);
          const number = before.eventCount + events.findIndex(({ type }) => type === 'responded') + 1;
          const noticeId = `${String(number).padStart(4, '0')}-response`;
          const on = londonDateOf(now);
          expect(after).toMatchObject({ stage: 'answered', acknowledgement: { on, noticeId }, response: { on } });
          const letters = events.flatMap((event) => letterCausedBy(event) ?? []);
          expect(letters).toEqual(['response']);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Kept here so that a spoken word is among what these stories know. */
it('contact is part of the case from the day on which it was had', () => {
  expect(caseOf(...acknowledged, at('2026-12-30T09:00:00Z', spoke('2026-12-30'))).inTouch?.contact).toEqual({
    attempts: 0,
    reached: '2026-12-30',
  });
  expect(caseOf(...atStageTwo).inTouch?.contact).toBeUndefined();
  given(...atStageTwo)
    .when(
      { type: 'record-contact', on: writtenDate('2026-11-20'), how: 'telephone', outcome: 'spoke', note: 'Hello.' },
      '2026-12-08T09:00:00Z',
      carol,
    )
    .refused(/^They came to us on Monday 30 November 2026/);
});
