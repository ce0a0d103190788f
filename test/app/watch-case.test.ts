import { describe, expect, test } from 'vitest';
import { releaseHeld, setAsideHeld } from '../../functions/app/held-contacts.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { planAlerts, speakDueAlerts, sweepDeadlines } from '../../functions/app/watch-case.ts';
import { type WrittenDate, writtenDate } from '../../functions/domain/calendar/local-date.ts';
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

describe('messages that are held', () => {
  async function held() {
    const world = deskWorld('2026-12-18T16:00:00Z');
    const spam = aContact('2026-12-18T16:00:00Z', { hold: 'spam-suspected' });
    await takeIn(world.deps, spam);
    const told = async (day: WrittenDate) => {
      world.clockTo(`${day}T09:30:00Z`);
      await sweepDeadlines(world.deps);
      await sendNotices(world.deps, writtenDate(day));
      return world.sent.splice(0);
    };
    return { ...world, spam, told };
  }

  test('are told of once on each working day: how many, since when, and by when to acknowledge', async () => {
    const { told, deps } = await held();
    expect(await told('2026-12-19')).toEqual([]);
    const [monday, ...more] = await told('2026-12-21');
    expect(more).toEqual([]);
    expect(monday).toMatchObject({ to: 'complaints-team@luton.example', owner: '2026-12-21' });
    expect(monday?.notice.letter.subject).toBe('1 message waits for a person to read it');
    expect(monday?.notice.letter.blocks).toContainEqual({
      terms: [
        { term: 'Came on', detail: 'Friday 18 December 2026' },
        { term: 'If it is a complaint, acknowledge it by', detail: 'Tuesday 29 December 2026' },
      ],
    });
    expect(await told('2026-12-21')).toEqual([]);
    await takeIn(deps, aContact('2026-12-21T12:00:00Z', { hold: 'unreadable' }));
    expect((await told('2026-12-22')).map(({ notice }) => notice.letter.subject)).toEqual(['2 messages wait for a person to read them']);
    expect(await told('2026-12-25')).toEqual([]);
  });

  test('are told of no more once they are released or set aside', async () => {
    const { told, deps, spam } = await held();
    const other = { ...spam, id: 'another' };
    await takeIn(deps, other);
    await releaseHeld(deps, spam, asha);
    await setAsideHeld(deps, other, asha, 'An advertisement');
    expect((await told('2026-12-21')).filter(({ notice }) => notice.kind === 'held-waiting')).toEqual([]);
  });
});
