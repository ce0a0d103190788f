import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withAdditions } from '../../../../functions/domain/calendar/additions.ts';
import { englandAndWales } from '../../../../functions/domain/calendar/england-and-wales.ts';
import {
  addDays,
  dayOfWeek,
  type Instant,
  londonDateOf,
  type WrittenDate,
  writtenDate,
} from '../../../../functions/domain/calendar/local-date.ts';
import type { Addition, Calendar } from '../../../../functions/domain/calendar/working-days.ts';
import type { CaseState } from '../../../../functions/domain/cases/case.ts';
import { decide } from '../../../../functions/domain/cases/decide.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { evolve } from '../../../../functions/domain/cases/evolve.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { nameOfDeadline, toldDate } from '../../../../functions/domain/deadlines/next.ts';
import type { Rules } from '../../../../functions/domain/policy/rules.ts';
import { accepted, at, ben, caseOf, moment, received, rules } from '../../../support/case-story.ts';
import { walks } from '../case-walk.ts';

// A bank holiday proclaimed late: deadlines.md section 6, rule 9; decision 16; section 7, examples 18 to 20, as they looked before the proclamation.

/** The list as it was before these days were proclaimed. */
const without = (...days: readonly WrittenDate[]): Calendar => ({
  ...englandAndWales,
  holidays: englandAndWales.holidays.filter(({ date }) => !days.some((day) => date === writtenDate(day))),
});
const addition = (date: WrittenDate, name: string, approvedAt: string, number = 1): Addition => ({
  date: writtenDate(date),
  name,
  number,
  at: moment(approvedAt),
});
const under = (calendar: Calendar, ...additions: readonly Addition[]) => ({ ...rules, calendar: withAdditions(calendar, additions) });

/** One letter acknowledged and answered, at either stage: it named no day for an answer. */
const answeredAtOnce = (state: CaseState) => JSON.stringify(state).includes('"alsoAnswers":true');
const ofThePolicy = (kind: string) => /^(acknowledge|respond)(-stage-two)?$/.test(kind);

const revise = (state: CaseState, known: ReturnType<typeof under>, time: string, version = 1) =>
  decide(
    known,
    state,
    { type: 'revise-calendar', version },
    { commandId: `calendar-${version}`, by: { kind: 'system' }, at: moment(time) },
  );
const afterwards = (state: CaseState, decision: ReturnType<typeof decide>) => {
  if ('refused' in decision) throw new Error(decision.refused);
  return decision.events.reduce<CaseState>((soFar, event) => evolve(soFar, event), state);
};
const deadline = (kind: string, state: CaseState, known = rules) => deadlinesOf(state, known).find((one) => one.kind === kind);

const acknowledged = (on: WrittenDate, due: WrittenDate, responseDue: WrittenDate): EventData => ({
  type: 'acknowledged',
  acknowledgement: {
    on: writtenDate(on),
    due: writtenDate(due),
    definition: 'The bin.',
    outcomesSought: 'A bin.',
    noticeId: '0004-acknowledgement',
  },
  responseDue: writtenDate(responseDue),
});
const allocated = (on: WrittenDate): EventData => ({
  type: 'allocated',
  allocation: { service: 'waste', officer: ben, on: writtenDate(on) },
});

describe('a bank holiday proclaimed late', () => {
  it.each([
    ['the State Funeral', '2022-09-12T09:00:00Z', '2022-09-19', '2022-09-13T08:00:00Z', '2022-09-19', '2022-09-20'],
    ['the Platinum Jubilee', '2022-05-27T09:00:00Z', '2022-06-03', '2022-05-30T08:00:00Z', '2022-06-06', '2022-06-07'],
    ['the Coronation', '2023-04-28T09:00:00Z', '2023-05-08', '2023-05-02T08:00:00Z', '2023-05-08', '2023-05-09'],
  ] as const)('moves the acknowledgement of an open case: %s', (name, receipt, day, approved, from, to) => {
    const known = under(without(day), addition(day, name, approved));
    const state = caseOf(received(receipt), at(receipt, accepted));
    const decision = revise(state, known, approved);
    expect(decision).toEqual({
      events: [
        {
          v: 1,
          at: moment(approved),
          by: { kind: 'system' },
          commandId: 'calendar-1',
          type: 'calendar-revised',
          version: 1,
          holiday: { date: day, name },
          moved: [{ deadline: 'acknowledge', from, to }],
        },
      ],
    });
    expect(deadline('acknowledge', afterwards(state, decision), known)).toMatchObject({ due: to, promised: from });
    expect(deadline('acknowledge', afterwards(state, decision), known)?.explanation).toMatch(
      /until that was proclaimed it was .+, and we still work to that date$/,
    );
  });

  // Example 18: acknowledged before the proclamation; the letter bore the date as it was counted then.
  const funeral = addition('2022-09-19', 'State Funeral', '2022-09-13T08:00:00Z');
  const known = under(without('2022-09-19'), funeral);
  const inTime = caseOf(
    received('2022-09-05T09:00:00Z'),
    at('2022-09-06T09:00:00Z', accepted, allocated('2022-09-06')),
    at('2022-09-12T09:00:00Z', acknowledged('2022-09-12', '2022-09-12', '2022-09-26')),
  );

  it('moves the response, and keeps the day that our letter promised: alerts and apologies run to it, compliance to the later one', () => {
    const decision = revise(inTime, known, '2022-09-13T09:00:00Z');
    expect(decision).toMatchObject({ events: [{ moved: [{ deadline: 'respond', from: '2022-09-26', to: '2022-09-27' }] }] });
    const response = deadline('respond', afterwards(inTime, decision), known);
    expect(response).toMatchObject({ due: '2022-09-27', promised: '2022-09-26' });
    expect(response?.alerts.find(({ kind }) => kind === 'due')?.on).toBe('2022-09-26');
    expect(response?.explanation).toContain('our letter says Mon 26 Sep 2022');
  });

  it('keeps as promised the day of a letter from before promises were kept', () => {
    const old = { ...inTime, promised: undefined };
    expect(afterwards(old, revise(old, known, '2022-09-13T09:00:00Z'))).toMatchObject({ promised: '2022-09-26' });
  });

  it('leaves an extension where it is: its letter named that day, whatever its count would be now', () => {
    const extension = {
      on: writtenDate('2022-09-13'),
      previousDue: writtenDate('2022-09-26'),
      due: writtenDate('2022-09-30'),
      reason: 'Records.',
    };
    const extended = evolve(inTime, at('2022-09-13T07:00:00Z', { type: 'extended', extension })[0] as CaseEvent);
    expect(revise(extended, known, '2022-09-13T09:00:00Z')).toEqual({ refused: 'No date of this case moves.' });
    expect(deadline('respond', extended, known)?.due).toBe('2022-09-30');
  });

  it('says nothing in a case that came in, or was acknowledged, after its approval', () => {
    expect(revise(caseOf(received('2022-09-13T08:30:00Z')), known, '2022-09-13T09:00:00Z')).toEqual({
      refused: 'No date of this case moves.',
    });
    const since = caseOf(
      received('2022-09-05T09:00:00Z'),
      at('2022-09-06T09:00:00Z', accepted, allocated('2022-09-06')),
      at('2022-09-13T08:30:00Z', acknowledged('2022-09-13', '2022-09-12', '2022-09-28')),
    );
    expect(revise(since, known, '2022-09-13T09:00:00Z')).toEqual({ refused: 'No date of this case moves.' });
  });

  it('is told once, each revision by its own day', () => {
    const second = addition('2022-09-20', 'Another day', '2022-09-14T08:00:00Z', 2);
    const both = under(without('2022-09-19'), funeral, second);
    const once = afterwards(inTime, revise(inTime, both, '2022-09-14T09:00:00Z', 1));
    expect(revise(once, both, '2022-09-14T09:00:00Z', 1)).toEqual({ refused: 'No date of this case moves.' });
    expect(revise(once, both, '2022-09-14T09:00:00Z', 2)).toMatchObject({
      events: [{ moved: [{ from: '2022-09-27', to: '2022-09-28' }] }],
    });
  });

  it('is refused where the list has no such revision', () => {
    expect(revise(inTime, known, '2022-09-13T09:00:00Z', 7)).toEqual({ refused: 'No date of this case moves.' });
  });
});

describe('in any life of a case, a bank holiday proclaimed late', () => {
  /** The first weekday that is no holiday, so many days after the moment. */
  const lateDay = (approvedAt: Instant, daysLater: number): Addition => {
    let date = addDays(londonDateOf(approvedAt), daysLater);
    while (dayOfWeek(date) > 5 || englandAndWales.holidays.some((holiday) => holiday.date === date)) date = addDays(date, 1);
    return { date, name: 'Proclaimed', number: 1, at: approvedAt };
  };
  const told = (known: Rules, state: CaseState, time: Instant) =>
    decide(known, state, { type: 'revise-calendar', version: 1 }, { commandId: 'calendar-1', by: { kind: 'system' }, at: time });

  it('only moves open dates, only later, judges nothing again, and is told once', () => {
    let moved = 0;
    fc.assert(
      fc.property(walks('2024-01-01', '2027-06-01'), fc.integer({ min: 0, max: 4 }), ({ steps }, daysLater) => {
        for (const { after: state, at: time } of steps) {
          if (!state || londonDateOf(time) > writtenDate('2028-06-01')) continue;
          const known = under(englandAndWales, lateDay(time, daysLater));
          const decision = told(known, state, time);
          if ('refused' in decision) continue;
          moved += 1;
          const revised = afterwards(state, decision);
          expect(told(known, revised, time)).toEqual({ refused: 'No date of this case moves.' });
          const before = deadlinesOf(state, rules);
          for (const one of deadlinesOf(revised, known)) {
            const was = before.find((earlier) => nameOfDeadline(earlier) === nameOfDeadline(one));
            if (!was?.due || !one.due) continue;
            expect([one.met, one.ended, one.missed]).toEqual([was.met, was.ended, was.missed]);
            // The day that a breach of the policy is judged by stays; a task of our own is shown by today's list, and was not late by either.
            if (was.met && ofThePolicy(one.kind)) expect(one.due).toBe(was.due);
            else expect(one.due >= was.due).toBe(true);
            // What the person was told stands, however far the lawful date moves; nobody works any more to what has
            // ended, and a quick answer that waits to be posted told no day.
            if (!one.ended && !answeredAtOnce(state) && ofThePolicy(one.kind)) expect(toldDate(one)).toBe(toldDate(was));
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(moved).toBeGreaterThan(10);
  });
});
