import { describe, expect, test } from 'vitest';
import { releaseHeld, setAsideHeld } from '../../functions/app/held-contacts.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { planAlerts, speakDueAlerts, sweepDeadlines } from '../../functions/app/watch-case.ts';
import { type WrittenDate, writtenDate } from '../../functions/domain/calendar/local-date.ts';
import { aContact, asha, ben, moment } from '../support/case-story.ts';
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
  test('finds in the directory who stands in for an officer who is away', async () => {
    const { deps, reference, clockTo, sent, alerts } = await accepted();
    await deps.store.rememberOfficer(asha);
    await deps.store.rememberOfficer(ben);
    const record = { trainedOn: writtenDate('2026-03-03') };
    await deps.store.recordStaff(asha.subject, { at: deps.now(), by: ben, record }, 0);
    const allocate = { type: 'allocate', service: 'waste', officer: asha } as const;
    await runCommand(deps, { reference, command: allocate, commandId: 'allocate', by: ben, staff: await deps.store.staff() });
    const away = { ...record, awayUntil: writtenDate('2027-01-08'), deputies: [ben.subject] };
    await deps.store.recordStaff(asha.subject, { at: deps.now(), by: ben, record: away }, 1);
    clockTo('2026-12-23T09:00:00Z');
    await speakDueAlerts(deps, reference);
    await alerts();
    expect(sent.filter(({ notice }) => notice.kind === 'alert').map(({ to }) => to)).toEqual([asha.email, ben.email]);
  });

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

describe('the day that we miss', () => {
  async function missed() {
    const world = await accepted();
    const apologies = async () => {
      await sendNotices(world.deps, world.reference);
      return world.sent.filter(({ notice }) => notice.kind === 'apology').map(({ to, notice }) => `${to} ${notice.id}`);
    };
    return { ...world, apologies };
  }

  test('is apologised for at 10:00 on the next working day, after the morning’s alert, by the same one schedule', async () => {
    const { deps, reference, schedules, clockTo, apologies } = await missed();
    clockTo('2026-12-30T09:00:00Z');
    await speakDueAlerts(deps, reference);
    await planAlerts(deps, reference);
    expect([...schedules]).toEqual([[`${reference}-apology-acknowledge-2026-12-29`, { at: '2026-12-30T10:00:00.000Z', reference }]]);
    expect(await apologies()).toEqual([]);
    clockTo('2026-12-30T10:00:00Z');
    await speakDueAlerts(deps, reference);
    expect(await apologies()).toEqual(['rosa@resident.example 0003-apology']);
    await planAlerts(deps, reference);
    expect([...schedules.keys()]).toEqual([`${reference}-acknowledge-overdue-2026-12-31`]);
  });

  test('is apologised for once, however often the clock strikes, and the next morning where its schedule was lost', async () => {
    const { deps, reference, clockTo, apologies } = await missed();
    clockTo('2026-12-31T09:30:00Z');
    await sweepDeadlines(deps);
    await Promise.all([speakDueAlerts(deps, reference), speakDueAlerts(deps, reference)]);
    await sweepDeadlines(deps);
    expect(await apologies()).toEqual(['rosa@resident.example 0003-apology']);
  });

  test('is not apologised for where the letter left in time', async () => {
    const { deps, reference, clockTo, apologies } = await missed();
    const acknowledge = { type: 'acknowledge', definition: 'The bin.', outcomesSought: 'A bin.' } as const;
    clockTo('2026-12-29T16:00:00Z');
    await runCommand(deps, {
      reference,
      command: { type: 'allocate', service: 'waste', officer: asha, reason: 'She knows the round.' },
      commandId: 'allocate',
      by: asha,
    });
    await runCommand(deps, { reference, command: acknowledge, commandId: 'acknowledge', by: asha });
    clockTo('2026-12-30T10:00:00Z');
    await speakDueAlerts(deps, reference);
    expect(await apologies()).toEqual([]);
  });
});

describe('what is overdue for longer than its alerts last', () => {
  async function forgotten() {
    const world = await accepted();
    const { deps, reference } = world;
    await deps.store.rememberOfficer(ben);
    const allocate = { type: 'allocate', service: 'waste', officer: ben, reason: 'He knows the round.' } as const;
    await runCommand(deps, { reference, command: allocate, commandId: 'allocate', by: asha, staff: await deps.store.staff() });
    const told = async (day: WrittenDate) => {
      world.clockTo(`${day}T09:30:00Z`);
      await sweepDeadlines(deps);
      await sweepDeadlines(deps);
      await sendNotices(deps, writtenDate(day));
      return world.sent.splice(0).filter(({ notice }) => notice.kind === 'long-overdue');
    };
    return { ...world, told };
  }

  // The acknowledgement was due on Tuesday 29 December; the tenth working day after it is Wednesday 13 January.
  test('is listed once on every working day, for the team and for whoever has it, from the day after the last alert', async () => {
    const { told, reference } = await forgotten();
    expect(await told('2027-01-13')).toEqual([]);
    const thursday = await told('2027-01-14');
    expect(thursday.map(({ to }) => to)).toEqual(['ben@council.example', 'complaints-team@luton.example']);
    for (const { notice } of thursday) {
      expect(notice.letter.subject).toBe('1 thing is long overdue');
      expect(notice.letter.blocks).toContainEqual({
        terms: [
          {
            term: reference,
            detail: `Waste and recycling. The acknowledgement was due on Tuesday 29 December 2026. https://complaints.example/desk/cases/${reference}`,
          },
        ],
      });
    }
    expect(await told('2027-01-16')).toEqual([]);
    expect(await told('2027-06-01')).toHaveLength(2);
  });

  test('is listed no more once it is done', async () => {
    const { told, deps, reference } = await forgotten();
    expect(await told('2027-01-14')).toHaveLength(2);
    await runCommand(deps, { reference, command: { type: 'withdraw', howWeKnow: 'They rang.' }, commandId: 'withdraw', by: ben });
    expect(await told('2027-01-15')).toEqual([]);
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

describe('contact details that nobody has checked for long', () => {
  test('are put before the Head once a week, however often the sweep runs', async () => {
    const { deps, sent, clockTo } = deskWorld('2027-02-22T09:30:00Z');
    await deps.store.rememberOfficer(asha);
    await deps.store.recordStaff(asha.subject, { at: deps.now(), by: ben, record: { roles: ['head-of-complaints'] } }, 0);
    const told = async () => {
      await sweepDeadlines(deps);
      for (const day of ['2027-02-22', '2027-02-23'] as const) await sendNotices(deps, writtenDate(day));
      return sent.filter(({ notice }) => notice.kind === 'contacts-to-check').map(({ to }) => to);
    };
    expect(await told()).toEqual([asha.email]);
    expect(await told()).toEqual([asha.email]);
    clockTo('2027-02-23T09:30:00Z');
    expect(await told()).toEqual([asha.email]);
  });
});

describe('an emergency in a council home', () => {
  test('is told at once, also at night, and again when its 24 hours are over', async () => {
    const { deps, reference, sent, schedules, clockTo } = await accepted();
    const housing = { type: 'allocate', service: 'housing', officer: ben, reason: 'She knows the house.' } as const;
    await runCommand(deps, { reference, command: housing, commandId: 'housing', by: asha });
    clockTo('2026-12-18T23:10:00Z');
    const hazard = { type: 'start-hazard', kind: 'emergency', awareAt: moment('2026-12-18T22:00:00Z') } as const;
    await runCommand(deps, { reference, command: hazard, commandId: 'hazard', by: asha });
    await planAlerts(deps, reference);
    const toRepairs = async () => {
      await sendNotices(deps, reference);
      return sent.filter(({ to }) => to === deps.council.services['housing']?.mailbox).map(({ notice }) => notice.id);
    };
    expect(await toRepairs()).toEqual(['0004-hazard-to-repairs', 'alert-hazard-emergency-warning-2026-12-18-2']);
    expect([...schedules]).toEqual([[`${reference}-hazard-emergency-due-2026-12-19`, { at: '2026-12-19T22:00:00.000Z', reference }]]);
  });
});
