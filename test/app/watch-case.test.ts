import { describe, expect, test } from 'vitest';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { sweepDeadlines } from '../../functions/app/sweep-deadlines.ts';
import { sweepHarm } from '../../functions/app/sweep-harm.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { planAlerts, speakDueAlerts } from '../../functions/app/watch-case.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Officer } from '../../functions/domain/cases/actor.ts';
import type { Shift } from '../../functions/domain/registers/rota.ts';
import { aContact, asha, ben, carol, moment } from '../support/case-story.ts';
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
  test('is for the day on which something would be due unsaid, and moves on once the morning has said it', async () => {
    const { deps, reference, schedules, clockTo } = await accepted();
    await planAlerts(deps, reference);
    expect([...schedules]).toEqual([[`${reference}-acknowledge-due-2026-12-29`, { at: '2026-12-29T09:00:00.000Z', reference }]]);
    clockTo('2026-12-29T08:30:00Z');
    await sweepDeadlines(deps);
    await planAlerts(deps, reference);
    expect([...schedules]).toEqual([[`${reference}-apology-acknowledge-2026-12-29`, { at: '2026-12-30T10:00:00.000Z', reference }]]);
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
    clockTo('2026-12-29T08:59:00Z');
    await planAlerts(deps, reference);
    expect(await alerts()).toEqual(['alert-acknowledge-due-2026-12-29-1']);
    expect([...schedules.keys()]).toEqual([`${reference}-apology-acknowledge-2026-12-29`]);
  });
});

describe('what is due today and the morning did not say', () => {
  test('goes by itself, once, however often the schedule fires', async () => {
    const { deps, reference, clockTo, alerts } = await accepted();
    clockTo('2026-12-29T09:00:00Z');
    await Promise.all([speakDueAlerts(deps, reference), speakDueAlerts(deps, reference)]);
    expect(await alerts()).toEqual(['alert-acknowledge-due-2026-12-29-1']);
  });

  test('goes to whoever stands in for an officer who is away', async () => {
    const { deps, reference, clockTo, sent, alerts } = await accepted();
    const record = { trainedOn: writtenDate('2026-03-03') };
    await deps.store.recordStaff(asha.subject, { at: deps.now(), by: ben, record }, 0);
    const allocate = { type: 'allocate', service: 'waste', officer: asha } as const;
    await runCommand(deps, { reference, command: allocate, commandId: 'allocate', by: ben, staff: await deps.store.staff() });
    const away = { ...record, awayUntil: writtenDate('2027-01-08'), deputies: [ben.subject] };
    await deps.store.recordStaff(asha.subject, { at: deps.now(), by: ben, record: away }, 1);
    clockTo('2026-12-29T09:00:00Z');
    await speakDueAlerts(deps, reference);
    await alerts();
    expect(sent.filter(({ notice }) => notice.kind === 'alert').map(({ to }) => to)).toEqual([ben.email]);
  });

  test('is nothing where it was done first', async () => {
    const { deps, reference, clockTo, alerts } = await accepted();
    await runCommand(deps, { reference, command: { type: 'withdraw', howWeKnow: 'They rang.' }, commandId: 'withdraw', by: asha });
    clockTo('2026-12-29T09:00:00Z');
    await speakDueAlerts(deps, reference);
    expect(await alerts()).toEqual([]);
  });

  test('is nothing that can wait: no warning, and nothing overdue, is an e-mail of its own', async () => {
    const { deps, reference, clockTo, alerts } = await accepted();
    for (const time of ['2026-12-23T12:00:00Z', '2026-12-30T09:30:00Z']) {
      clockTo(time);
      await speakDueAlerts(deps, reference);
    }
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

  test('is apologised for at 10:00 on the next working day, after the morning’s message, by the same one schedule', async () => {
    const { deps, reference, schedules, clockTo, apologies } = await missed();
    clockTo('2026-12-30T08:30:00Z');
    await sweepDeadlines(deps);
    await planAlerts(deps, reference);
    expect([...schedules]).toEqual([[`${reference}-apology-acknowledge-2026-12-29`, { at: '2026-12-30T10:00:00.000Z', reference }]]);
    expect(await apologies()).toEqual([]);
    clockTo('2026-12-30T10:00:00Z');
    await speakDueAlerts(deps, reference);
    expect(await apologies()).toEqual(['rosa@resident.example 0003-apology']);
    await planAlerts(deps, reference);
    expect([...schedules.keys()]).toEqual([`${reference}-update-due-due-2027-01-07`]);
  });

  test('is apologised for once, however often the clock strikes, and the next morning where its schedule was lost', async () => {
    const { deps, reference, clockTo, apologies } = await missed();
    clockTo('2026-12-31T09:30:00Z');
    await sweepDeadlines(deps);
    await Promise.all([speakDueAlerts(deps, reference), speakDueAlerts(deps, reference)]);
    await sweepDeadlines(deps);
    expect(await apologies()).toEqual(['rosa@resident.example 0003-apology']);
  });

  test('is apologised for with the direct number of whoever has it, as it is then', async () => {
    const { deps, reference, sent, clockTo, apologies } = await missed();
    await deps.store.rememberOfficer(ben);
    const recorded = (telephone: string, expected: number) =>
      deps.store.recordStaff(
        ben.subject,
        { at: moment('2026-12-18T09:00:00Z'), by: asha, record: { services: ['waste'], telephone } },
        expected,
      );
    await recorded('01632 960 101', 0);
    const allocate = { type: 'allocate', service: 'waste', officer: ben, reason: 'They know the round.' } as const;
    await runCommand(deps, { reference, command: allocate, commandId: 'allocate', by: asha, staff: await deps.store.staff() });
    await recorded('01632 960 102', 1);
    clockTo('2026-12-30T10:00:00Z');
    await speakDueAlerts(deps, reference);
    expect(await apologies()).toHaveLength(1);
    expect(JSON.stringify(sent.filter(({ notice }) => notice.kind === 'apology'))).toContain('ring Ben Example on 01632 960 102');
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

describe('possible harm that nobody takes', () => {
  async function seen(shifts: readonly Shift[] = []) {
    const { deps, ...world } = deskWorld('2026-12-18T22:00:00Z');
    const rota = [...shifts].sort((one, other) => (one.from < other.from ? -1 : 1));
    const onCall = { ...deps, rota };
    const taken = await takeIn(onCall, aContact('2026-12-18T22:00:00Z', { text: 'I am going to kill myself.' }));
    if (taken.kind !== 'opened') throw new Error('not opened');
    const { reference } = taken;
    /** Lets the case's one schedule fire until that moment, and tells who was written to, when. */
    const told = async (until: string) => {
      for (;;) {
        await planAlerts(onCall, reference);
        const [next] = [...world.schedules.values()];
        if (!next || next.at > moment(until)) break;
        world.clockTo(next.at);
        await speakDueAlerts(onCall, reference);
      }
      world.clockTo(until);
      await sendNotices(onCall, reference);
      const file = await deps.store.loadFile(reference);
      return (file?.notices ?? [])
        .filter(({ kind }) => kind === 'possible-harm')
        .toSorted((one, other) => (one.plannedAt < other.plannedAt ? -1 : 1))
        .map(({ plannedAt, to }) => `${plannedAt.slice(11, 16)} ${to.by === 'email' && to.email}`);
    };
    return { ...world, deps: onCall, reference, told };
  }

  const shift = (officer: Officer, from: string, until: string): Shift => ({ officer, from: moment(from), until: moment(until) });
  const tonight = [shift(asha, '2026-12-18T17:00:00Z', '2026-12-25T17:00:00Z'), shift(ben, '2026-12-25T17:00:00Z', '2027-01-01T17:00:00Z')];

  test('D5: is told at once to whoever is on call, then climbs every 30 minutes, and ends with the Head every hour', async () => {
    const { deps, told } = await seen(tonight);
    await deps.store.rememberOfficer(carol, ['head-of-complaints']);
    expect(await told('2026-12-19T02:00:00Z')).toEqual([
      '22:00 asha@council.example',
      '22:00 complaints-team@luton.example',
      '22:30 ben@council.example',
      '23:00 carol@council.example',
      '23:30 out-of-hours@luton.example',
      '00:30 carol@council.example',
      '01:30 carol@council.example',
    ]);
  });

  test('goes to the out-of-hours contact first where nobody is on call, and where nobody is Head the team hears in their place', async () => {
    const { told } = await seen();
    expect(await told('2026-12-18T22:45:00Z')).toEqual([
      '22:00 out-of-hours@luton.example',
      '22:00 complaints-team@luton.example',
      '22:30 complaints-team@luton.example',
      '22:30 out-of-hours@luton.example',
    ]);
  });

  test('climbs also where its schedule was lost, at the weekend too, each step once, and no further once it is taken', async () => {
    const { deps, reference, clockTo } = await seen(tonight);
    const steps = async (time: string) => {
      clockTo(time);
      await sweepHarm(deps);
      return (await deps.store.loadFile(reference))?.alerts.filter(({ deadline }) => deadline === 'take-harm').length;
    };
    const hears = async () => (await deps.store.notices(reference)).map(({ to }) => to.by === 'email' && to.email);
    expect(await steps('2026-12-18T22:29:00Z')).toBe(0);
    expect(await steps('2026-12-18T22:34:00Z')).toBe(1);
    expect(await hears()).toContain('ben@council.example');
    expect(await steps('2026-12-18T22:39:00Z')).toBe(1);
    // A schedule that comes late after all says it no more.
    expect(await speakDueAlerts(deps, reference)).toBe(0);
    expect(await steps('2026-12-18T23:04:00Z')).toBe(2);
    expect(await hears()).toContain('out-of-hours@luton.example');
    // Saturday night.
    expect(await steps('2026-12-19T23:30:00Z')).toBe(3);
    await runCommand(deps, { reference, command: { type: 'take-harm' }, commandId: 'take', by: asha });
    expect(await steps('2026-12-20T09:00:00Z')).toBe(3);
  });

  test('climbs in every other case where one cannot be looked at, and the fault is thrown at the end', async () => {
    const { deps, clockTo } = await seen(tonight);
    await takeIn(
      deps,
      aContact('2026-12-18T22:00:00Z', { id: 'another', text: 'Somebody is going to kill me.', from: { email: 'jo@resident.example' } }),
    );
    clockTo('2026-12-18T22:34:00Z');
    const [first, second] = (await deps.store.openCases()).filter(({ harm }) => harm);
    if (!first || !second) throw new Error('not two cases');
    const loadFile: typeof deps.store.loadFile = async (asked) => {
      if (asked === first.reference) throw new Error('cannot be read');
      return deps.store.loadFile(asked);
    };
    await expect(sweepHarm({ ...deps, store: { ...deps.store, loadFile } })).rejects.toThrow('1 cases of possible harm');
    expect((await deps.store.loadFile(second.reference))?.alerts).toMatchObject([{ deadline: 'take-harm' }]);
  });

  test('climbs no further once a named person has taken it, and the case and its queue say who', async () => {
    const { deps, reference, told, clockTo } = await seen(tonight);
    await told('2026-12-18T22:40:00Z');
    const take = { reference, command: { type: 'take-harm' }, commandId: 'take', by: asha } as const;
    expect(await runCommand(deps, take)).toMatchObject({ kind: 'done' });
    const before = await told('2026-12-18T22:41:00Z');
    expect(await told('2026-12-20T22:00:00Z')).toEqual(before);
    clockTo('2026-12-20T22:00:00Z');
    expect((await deps.store.openCases())[0]?.harm).toEqual({
      since: '2026-12-18T22:00:00.000Z',
      taken: { by: 'Asha Example', at: '2026-12-18T22:40:00.000Z' },
    });
    expect((await deps.store.load(reference))?.state.stage).toBe('received');
    expect(await runCommand(deps, { ...take, commandId: 'again', by: ben })).toEqual({
      kind: 'refused',
      why: 'Asha Example took it at 22:40 on Friday 18 December 2026.',
    });
  });

  test('is taken as well by whoever decides the route, and a later message begins anew', async () => {
    const { deps, reference, told } = await seen(tonight);
    const accept = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' } as const;
    await told('2026-12-18T22:10:00Z');
    await runCommand(deps, { reference, command: accept, commandId: 'accept', by: asha });
    expect(await told('2026-12-19T09:00:00Z')).toHaveLength(2);
    const { complainant } = (await deps.store.load(reference))!.state;
    const contact = aContact('2026-12-19T09:00:00Z', { id: 'again', from: complainant });
    await runCommand(deps, {
      reference,
      command: { type: 'add-correspondence', contact, joinedBy: 'reply-address', flags: ['urgent'] },
      commandId: 'again',
      by: { kind: 'system' },
      contact,
    });
    expect((await told('2026-12-19T09:35:00Z')).slice(2)).toEqual([
      '09:00 asha@council.example',
      '09:00 complaints-team@luton.example',
      '09:30 ben@council.example',
    ]);
  });
});
