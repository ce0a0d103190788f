import { describe, expect, test } from 'vitest';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { planAlerts, speakDueAlerts, sweepDeadlines } from '../../functions/app/watch-case.ts';
import { aContact, asha } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

async function accepted() {
  const world = deskWorld('2026-12-18T09:00:00Z');
  const taken = await takeIn(world.deps, aContact('2026-12-18T09:00:00Z'));
  if (taken.kind !== 'opened') throw new Error('not opened');
  const { reference } = taken;
  await runCommand(world.deps, {
    reference,
    command: { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' },
    commandId: 'accept',
    by: asha,
  });
  const alerts = async () => {
    await sendNotices(world.deps, reference);
    return world.sent.filter(({ notice }) => notice.kind === 'alert').map(({ notice }) => notice.id);
  };
  return { ...world, reference, alerts };
}

describe('the one schedule of a case', () => {
  test('is for its next alert, and moves on as alerts are spoken', async () => {
    const { deps, reference, schedules, clockTo } = await accepted();
    await planAlerts(deps, reference);
    expect([...schedules]).toEqual([[`${reference}-acknowledge-warning-2026-12-23`, { at: '2026-12-23T09:00:00.000Z', reference }]]);
    clockTo('2026-12-23T09:00:00Z');
    await speakDueAlerts(deps, reference);
    await planAlerts(deps, reference);
    expect([...schedules.keys()]).toEqual([`${reference}-acknowledge-due-2026-12-29`]);
  });

  test('is gone when the case is closed', async () => {
    const { deps, reference, schedules } = await accepted();
    await planAlerts(deps, reference);
    await runCommand(deps, { reference, command: { type: 'withdraw', howWeKnow: 'They rang.' }, commandId: 'withdraw', by: asha });
    await planAlerts(deps, reference);
    expect(schedules.size).toBe(0);
  });

  test('is never asked for less than two minutes ahead: that alert is spoken at once', async () => {
    const { deps, reference, schedules, clockTo, alerts } = await accepted();
    clockTo('2026-12-23T08:59:00Z');
    await planAlerts(deps, reference);
    expect(await alerts()).toEqual(['alert-acknowledge-warning-2026-12-23-1']);
    expect([...schedules.keys()]).toEqual([`${reference}-acknowledge-due-2026-12-29`]);
  });
});

describe('an alert', () => {
  test('speaks once, however often the schedule fires and the sweep looks', async () => {
    const { deps, reference, clockTo, alerts } = await accepted();
    clockTo('2026-12-29T09:00:00Z');
    await Promise.all([speakDueAlerts(deps, reference), speakDueAlerts(deps, reference)]);
    await sweepDeadlines(deps);
    expect(await alerts()).toEqual(['alert-acknowledge-due-2026-12-29-1']);
  });

  test('that was missed while nothing ran is superseded by the latest', async () => {
    const { deps, clockTo, alerts } = await accepted();
    clockTo('2026-12-31T09:30:00Z');
    await sweepDeadlines(deps);
    expect(await alerts()).toEqual(['alert-acknowledge-overdue-2026-12-31-1']);
  });

  test('of a schedule that fires after the act says nothing', async () => {
    const { deps, reference, clockTo, alerts } = await accepted();
    await runCommand(deps, { reference, command: { type: 'withdraw', howWeKnow: 'They rang.' }, commandId: 'withdraw', by: asha });
    clockTo('2026-12-23T09:00:00Z');
    await speakDueAlerts(deps, reference);
    expect(await alerts()).toEqual([]);
  });
});
