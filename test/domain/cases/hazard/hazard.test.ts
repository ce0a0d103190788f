import { describe, expect, it } from 'vitest';
import { type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Command, EventData } from '../../../../functions/domain/cases/case.ts';
import type { HazardStep } from '../../../../functions/domain/cases/hazard/hazard.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { accepted, at, caseOf, given, moment, received, rules, suggestsStageOne } from '../../../support/case-story.ts';

// Awaab's Law beside the complaint (duty D16; deadlines.md N4 and N5).

const opened = received('2026-12-18T09:00:00Z', { ...suggestsStageOne, service: 'housing', ombudsman: 'HOS' });
const aware = moment('2026-12-18T16:30:00Z');
const now = '2026-12-18T17:00:00Z';
const start = (kind: 'emergency' | 'significant'): Command => ({ type: 'start-hazard', kind, awareAt: aware });
const started = (kind: 'emergency' | 'significant'): EventData => ({
  type: 'hazard-started',
  kind,
  awareAt: aware,
  on: writtenDate('2026-12-18'),
});
const step = (name: HazardStep, on: WrittenDate): EventData => ({ type: 'hazard-step-recorded', step: name, on: writtenDate(on) });
const clocks = (...facts: readonly EventData[]) =>
  Object.fromEntries(
    deadlinesOf(caseOf(opened, at(now, ...facts)), rules)
      .filter(({ kind }) => kind.startsWith('hazard'))
      .map(({ kind, due, met }) => [kind, met ? `met ${met}` : due]),
  );

describe('an emergency in a council home', () => {
  it('D16: runs 24 hours, over a weekend, beside the complaint, and is spoken of at once', () => {
    given(opened).when(start('emergency'), now).yields(started('emergency'));
    const deadlines = deadlinesOf(caseOf(opened, at(now, started('emergency'))), rules);
    expect(deadlines.map(({ kind }) => kind)).toContain('acknowledge');
    const clock = deadlines.find(({ kind }) => kind === 'hazard-emergency');
    expect(clock).toMatchObject({ due: '2026-12-19', missed: false });
    expect(clock?.explanation).toContain('it must be safe by 16:30 on Sat 19 Dec 2026');
    expect(clock?.alerts.slice(0, 3).map(({ kind, at: when }) => `${kind} ${when}`)).toEqual([
      'warning 2026-12-18T16:30:00.000Z',
      'due 2026-12-19T16:30:00.000Z',
      'overdue 2026-12-20T09:00:00.000Z',
    ]);
  });

  it('is over when the home is safe', () => {
    expect(clocks(started('emergency'), step('made-safe', '2026-12-19'))).toEqual({ 'hazard-emergency': 'met 2026-12-19' });
    given(opened, at(now, started('emergency')))
      .when({ type: 'record-hazard-step', step: 'investigated', on: writtenDate('2026-12-18') }, now)
      .refused(/^That step was recorded already, or is not one of this hazard/);
  });
});

describe('damp and mould', () => {
  it('is investigated in 10 working days; then 3 for the summary and 5 to make it safe', () => {
    expect(clocks(started('significant'))).toEqual({ 'hazard-investigate': '2027-01-06' });
    expect(clocks(started('significant'), step('investigated', '2026-12-24'))).toEqual({
      'hazard-investigate': 'met 2026-12-24',
      'hazard-summary': '2026-12-31',
      'hazard-safe': '2027-01-05',
    });
  });

  it('may be made safe before the investigation is over', () => {
    expect(clocks(started('significant'), step('made-safe', '2026-12-20'))).toEqual({
      'hazard-investigate': '2027-01-06',
      'hazard-safe': 'met 2026-12-20',
    });
  });

  it('has its steps recorded in an order that can be, on days that can be', () => {
    const record = (name: HazardStep, on: WrittenDate): Command => ({ type: 'record-hazard-step', step: name, on: writtenDate(on) });
    const running = [opened, at(now, started('significant'))];
    given(...running)
      .when(record('summary-sent', '2026-12-18'), now)
      .refused(/^Record the investigation first/);
    given(...running)
      .when(record('investigated', '2026-12-19'), now)
      .refused(/^Enter the day of this step/);
    given(...running)
      .when(record('investigated', '2026-12-17'), now)
      .refused(/^Enter the day of this step/);
    given(...running)
      .when(record('investigated', '2026-12-18'), now)
      .yields(step('investigated', '2026-12-18'));
  });

  it('goes on when the complaint is closed', () => {
    const withdrawn: EventData = { type: 'withdrawn', on: writtenDate('2026-12-18'), howWeKnow: 'She rang.' };
    expect(clocks(started('significant'), withdrawn)).toEqual({ 'hazard-investigate': '2027-01-06' });
  });
});

it('is started once, for a home of ours, at a moment that has come', () => {
  given(received('2026-12-18T09:00:00Z'))
    .when(start('significant'), now)
    .refused(/^These clocks are for a council home/);
  given(
    opened,
    at(
      now,
      { ...accepted, type: 'accepted-at-stage-one', service: 'housing', ombudsman: 'HOS', suggested: 'stage-one' },
      started('emergency'),
    ),
  )
    .when(start('significant'), now)
    .refused(/^The clocks of a hazard run already/);
  given(opened)
    .when({ type: 'start-hazard', kind: 'emergency', awareAt: moment('2026-12-19T09:00:00Z') }, now)
    .refused(/still to come/);
});
