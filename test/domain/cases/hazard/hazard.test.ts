import { describe, expect, it } from 'vitest';
import { londonDateOf, type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import type { EventData } from '../../../../functions/domain/cases/event.ts';
import { type HazardStep, stepsOwed } from '../../../../functions/domain/cases/hazard/hazard.ts';
import { hazardMayBeMeant } from '../../../../functions/domain/cases/hazard/mentioned.ts';
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
      'overdue 2026-12-20T08:30:00.000Z',
    ]);
  });

  it('is over when the home is safe', () => {
    expect(clocks(started('emergency'), step('made-safe', '2026-12-19'))).toEqual({ 'hazard-emergency': 'met 2026-12-19' });
    given(opened, at(now, started('emergency')))
      .when({ type: 'record-hazard-step', step: 'investigated', on: writtenDate('2026-12-18') }, now)
      .refused(/^That step was recorded already, or is not one of this hazard/);
  });
});

describe('the 24 hours of an emergency', () => {
  const running = [opened, at(now, started('emergency'))];
  const safe = (time: string): Command => ({
    type: 'record-hazard-step',
    step: 'made-safe',
    on: londonDateOf(moment(time)),
    doneAt: moment(time),
  });
  const clock = (time: string) => {
    const doneAt = moment(time);
    const made: EventData = { type: 'hazard-step-recorded', step: 'made-safe', on: londonDateOf(doneAt), doneAt };
    return deadlinesOf(caseOf(...running, at(time, made)), rules).find(({ kind }) => kind === 'hazard-emergency');
  };

  it('D16: are kept or missed by the hour, not by the day', () => {
    expect(clock('2026-12-19T16:30:00Z')).toMatchObject({ met: '2026-12-19', missed: false });
    expect(clock('2026-12-19T16:31:00Z')).toMatchObject({ met: '2026-12-19', missed: true });
  });

  it('are counted to a moment that has come, on the day that is recorded', () => {
    given(...running)
      .when({ type: 'record-hazard-step', step: 'made-safe', on: writtenDate('2026-12-19') }, '2026-12-19T12:00:00Z')
      .refused(/^Enter the time at which it was safe/);
    for (const never of ['2026-12-18T16:00:00Z', '2026-12-19T12:01:00Z'])
      given(...running)
        .when(safe(never), '2026-12-19T12:00:00Z')
        .refused(/^Enter when it was safe/);
    given(...running)
      .when(safe('2026-12-19T11:00:00Z'), '2026-12-19T12:00:00Z')
      .yields({ type: 'hazard-step-recorded', step: 'made-safe', on: writtenDate('2026-12-19'), doneAt: moment('2026-12-19T11:00:00Z') });
  });

  it('do not begin later on the day of the question', () => {
    given(opened)
      .when({ type: 'start-hazard', kind: 'emergency', awareAt: moment('2026-12-18T17:01:00Z') }, now)
      .refused(/still to come/);
  });
});

describe('further works', () => {
  const running = [opened, at(now, started('significant'))];
  const investigated: EventData = { type: 'hazard-step-recorded', step: 'investigated', on: writtenDate('2026-12-24'), furtherWorks: true };

  it('begin within 5 working days where the investigation found them needed, and 12 weeks is the very last', () => {
    given(...running)
      .when({ ...investigated, type: 'record-hazard-step' } as Command, '2026-12-24T12:00:00Z')
      .yields(investigated);
    const works = deadlinesOf(caseOf(...running, at('2026-12-24T12:00:00Z', investigated)), rules).find(
      ({ kind }) => kind === 'hazard-works',
    );
    expect(works?.due).toBe('2027-01-05');
    expect(works?.explanation).toContain('as soon as they can and by Thu 18 Mar 2027');
    expect(works?.alerts.map(({ kind, on }) => `${kind} ${on}`)).toContain('due 2027-01-05');
    expect(clocks(started('significant'), investigated, step('works-begun', '2027-01-05'))).toMatchObject({
      'hazard-works': 'met 2027-01-05',
    });
  });

  const arrange: Command = {
    type: 'record-hazard-step',
    step: 'works-arranged',
    on: writtenDate('2027-01-04'),
    beginBy: writtenDate('2027-02-15'),
    because: ' The scaffolding is hired until then. ',
  };
  const arranged: EventData = { ...arrange, type: 'hazard-step-recorded', because: 'The scaffolding is hired until then.' } as EventData;

  it('D16: that cannot begin in time are arranged for a day of their own, within 12 weeks, and that day is chased', () => {
    const known = [...running, at('2026-12-24T12:00:00Z', investigated)];
    given(...known)
      .when(arrange, '2027-01-04T12:00:00Z')
      .yields(arranged);
    for (const [changes, why] of [
      [{ beginBy: undefined }, /^Enter the day by which further works begin/],
      [{ beginBy: writtenDate('2027-01-03') }, /not before the day it was arranged/],
      [{ beginBy: writtenDate('2027-03-19') }, /^Further works begin by Thursday 18 March 2027 at the latest: 12 weeks/],
      [{ because: ' ' }, /^Say why further works cannot begin sooner/],
    ] as const)
      given(...known)
        .when({ ...arrange, ...changes } as Command, '2027-01-04T12:00:00Z')
        .refused(why);
    given(...running)
      .when(arrange, '2027-01-04T12:00:00Z')
      .refused(/^That step was recorded already, or is not one of this hazard/);
    expect(clocks(started('significant'), investigated, arranged)).toMatchObject({
      'hazard-works': 'met 2027-01-04',
      'hazard-works-arranged': '2027-02-15',
    });
    const later = deadlinesOf(caseOf(...known, at('2027-01-04T12:00:00Z', arranged)), rules).find(
      ({ kind }) => kind === 'hazard-works-arranged',
    );
    expect(later?.explanation).toContain('the law’s last day is Thu 18 Mar 2027');
    expect(later?.alerts.map(({ kind, on }) => `${kind} ${on}`).slice(0, 2)).toEqual(['warning 2027-02-11', 'due 2027-02-15']);
    expect(clocks(started('significant'), investigated, arranged, step('works-begun', '2027-02-16'))).toMatchObject({
      'hazard-works': 'met 2027-01-04',
      'hazard-works-arranged': 'met 2027-02-16',
    });
  });

  it('hold the clocks open until they begin, and are owed by no other hazard', () => {
    const steps = (...facts: readonly EventData[]) =>
      stepsOwed(caseOf(...running, at(now, ...facts)).hazard ?? { kind: 'emergency', awareAt: aware, done: {} });
    const rest = [step('summary-sent', '2026-12-29'), step('made-safe', '2026-12-29')];
    expect(steps(investigated, ...rest)).toEqual(['works-begun']);
    expect(steps(investigated, ...rest, arranged)).toEqual(['works-begun']);
    expect(steps(step('investigated', '2026-12-24'), ...rest)).toEqual([]);
  });
});

describe('a message about what may be a hazard', () => {
  const said = ['There is black mould on every wall.'];

  it('hints at the clocks of a hazard until they were started, in a council home alone', () => {
    expect(hazardMayBeMeant(caseOf(opened), said)).toBe(true);
    expect(hazardMayBeMeant(caseOf(opened, at(now, started('significant'))), said)).toBe(false);
    expect(hazardMayBeMeant(caseOf(received('2026-12-18T09:00:00Z')), said)).toBe(false);
    expect(hazardMayBeMeant(caseOf(opened), ['The bin is full.'])).toBe(false);
  });

  it.each([
    'The plaster is coming down in the bedroom.',
    'The electrics in the kitchen have gone.',
    'There are bare wires by the bath.',
    'We have had no heating for a week.',
  ])('hints at a hazard in “%s”', (words) => {
    expect(hazardMayBeMeant(caseOf(opened), [words])).toBe(true);
    expect(hazardMayBeMeant(caseOf(received('2026-12-18T09:00:00Z')), [words])).toBe(false);
    expect(hazardMayBeMeant(caseOf(received('2026-12-18T09:00:00Z')), [words, 'I am a council tenant.'])).toBe(true);
  });

  it.each(['The lights of the street are fine.', 'Your officer fell silent.', 'The power to decide is yours.'])(
    'hints at nothing in “%s”',
    (words) => expect(hazardMayBeMeant(caseOf(opened), [words])).toBe(false),
  );
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
