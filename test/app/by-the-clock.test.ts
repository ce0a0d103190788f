import { describe, expect, test } from 'vitest';
import { runCommand } from '../../functions/app/run-command.ts';
import { sweepDeadlines } from '../../functions/app/sweep-deadlines.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { planAlerts, speakDueAlerts } from '../../functions/app/watch-case.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import { aContact, asha } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

/** A request promised by Thursday 5 November. */
async function promised() {
  const world = deskWorld('2026-11-02T09:00:00Z');
  const { deps } = world;
  const taken = await takeIn(deps, aContact('2026-11-02T09:00:00Z'));
  if (taken.kind !== 'opened') throw new Error('not opened');
  const { reference } = taken;
  let acts = 0;
  const act = (command: Command) => runCommand(deps, { reference, command, commandId: `act-${++acts}`, by: asha });
  await act({
    type: 'record-service-request',
    service: 'waste',
    promisedBy: writtenDate('2026-11-05'),
    whatWeWillDo: 'We will empty the bin.',
  });
  const asked = async () => (await deps.store.notices(reference)).filter(({ kind }) => kind === 'is-it-fixed').map(({ id }) => id);
  return { ...world, reference, act, asked };
}

describe('what the clock does by itself', () => {
  test('has the schedule of the case once it comes before the next alert, and happens when that fires', async () => {
    const { deps, reference, schedules, clockTo, asked } = await promised();
    clockTo('2026-11-05T09:00:00Z');
    await planAlerts(deps, reference);
    expect([...schedules]).toEqual([[`${reference}-ask-whether-fixed-2026-11-05`, { at: '2026-11-05T16:00:00.000Z', reference }]]);
    await speakDueAlerts(deps, reference);
    expect(await asked()).toEqual([]);
    clockTo('2026-11-05T16:00:00Z');
    await speakDueAlerts(deps, reference);
    expect(await asked()).toEqual(['0003-is-it-fixed']);
    await planAlerts(deps, reference);
    // That it is overdue is said in the message of each morning: no schedule is made for it.
    expect([...schedules.keys()]).toEqual([]);
  });

  test('happens once, however often the schedule fires and the sweep looks, also at the same moment', async () => {
    const { deps, reference, clockTo, asked } = await promised();
    clockTo('2026-11-05T16:00:00Z');
    await Promise.all([speakDueAlerts(deps, reference), speakDueAlerts(deps, reference)]);
    await sweepDeadlines(deps);
    expect(await asked()).toHaveLength(1);
  });

  test('that nothing woke up for is found by the next morning’s sweep', async () => {
    const { deps, clockTo, asked } = await promised();
    clockTo('2026-11-06T09:30:00Z');
    await sweepDeadlines(deps);
    expect(await asked()).toHaveLength(1);
  });

  test('is found also where the request was answered and nothing else is due', async () => {
    const { deps, act, clockTo, asked } = await promised();
    clockTo('2026-11-03T09:00:00Z');
    await act({ type: 'answer-service-request', answer: 'The crew comes on Thursday.' });
    clockTo('2026-11-06T09:30:00Z');
    await sweepDeadlines(deps);
    expect(await asked()).toHaveLength(1);
  });

  test('does not happen any more when they withdrew', async () => {
    const { deps, act, reference, clockTo, asked } = await promised();
    await act({ type: 'withdraw', howWeKnow: 'They rang.' });
    clockTo('2026-11-05T16:00:00Z');
    await speakDueAlerts(deps, reference);
    expect(await asked()).toEqual([]);
  });
});

test('a complaint that is withdrawn stays in the queue while the request beside it is owed', async () => {
  const { deps, act, clockTo } = await promised();
  clockTo('2026-11-06T09:00:00Z');
  await act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
  await act({ type: 'withdraw', howWeKnow: 'They rang.' });
  expect(await deps.store.openCases()).toMatchObject([{ stage: 'closed', nextDue: { kind: 'service-request', on: '2026-11-05' } }]);
  await act({ type: 'answer-service-request', answer: 'Emptied.' });
  expect(await deps.store.openCases()).toEqual([]);
});
