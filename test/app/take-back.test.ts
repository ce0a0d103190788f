import { describe, expect, test } from 'vitest';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices, sweepNotices } from '../../functions/app/send-notices.ts';
import { takeBack } from '../../functions/app/take-back.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Month } from '../../functions/domain/calendar/month.ts';
import type { Officer } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import type { StaffMember } from '../../functions/domain/staff/staff-member.ts';
import { aContact, asha, ben, trained } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const staff: readonly StaffMember[] = trained.map((member) => ({ ...member, roles: ['complaints-team'] }));

/** A complaint of Monday 14 December 2026, and what officers ask of it. */
async function complained() {
  const world = deskWorld('2026-12-14T09:00:00Z');
  const taken = await takeIn(world.deps, aContact('2026-12-14T09:00:00Z'));
  if (taken.kind !== 'opened') throw new Error('no case was opened');
  const { reference } = taken;
  await sendNotices(world.deps, reference);
  const { store } = world.deps;
  let acts = 0;
  const act = (command: Command, by: Officer = asha, commandId = `act-${++acts}`, expected?: number) =>
    runCommand(world.deps, { reference, command, commandId, by, expected, staff });
  const back = async (by: Officer = asha, commandId = `back-${++acts}`) =>
    takeBack(world.deps, { reference, expected: (await store.load(reference))?.version ?? 0, commandId, by });
  const acknowledgeable = async () => {
    await act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await act({ type: 'allocate', service: 'waste', officer: asha });
  };
  const standings = async () => (await store.notices(reference)).map(({ id, standing }) => `${id}: ${standing.kind}`);
  const kindsSent = () => world.sent.map(({ notice }) => notice.kind);
  return { ...world, store, reference, act, back, acknowledgeable, standings, kindsSent };
}

const acknowledge: Command = { type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: 'Empty it.' };

describe('a letter that an officer’s command causes', () => {
  test('leaves ten minutes later, by the sweep, and not before', async () => {
    const { deps, reference, act, acknowledgeable, later, kindsSent } = await complained();
    await acknowledgeable();
    await act(acknowledge);
    await sendNotices(deps, reference);
    later(9);
    await sweepNotices(deps);
    expect(kindsSent()).toEqual(['receipt']);
    later(1);
    await sweepNotices(deps);
    expect(kindsSent()).toEqual(['receipt', 'acknowledgement']);
  });

  test('leaves at once on the day on which it is due', async () => {
    const { deps, reference, act, acknowledgeable, clockTo, kindsSent } = await complained();
    await acknowledgeable();
    // Five working days after the complaint.
    clockTo('2026-12-21T15:00:00Z');
    await act(acknowledge);
    await sendNotices(deps, reference);
    expect(kindsSent()).toEqual(['receipt', 'acknowledgement']);
  });

  test('leaves at once where ten minutes would carry it into another day', async () => {
    const { deps, reference, act, acknowledgeable, clockTo, kindsSent } = await complained();
    await acknowledgeable();
    clockTo('2026-12-15T23:48:00Z');
    await act(acknowledge);
    await sendNotices(deps, reference);
    expect(kindsSent()).toEqual(['receipt', 'acknowledgement']);
  });

  test.each([
    [
      'waits with the letter of the same command',
      'My bin has not been emptied for three weeks.',
      ['0002-handed-over', '0002-to-receiving-team'],
    ],
    ['leaves at once where harm is possible', 'I smell gas in my flat and my baby cannot breathe.', []],
  ])('to the team that takes over %s', async (_, text, waiting) => {
    const { deps } = deskWorld('2026-12-14T09:00:00Z');
    const taken = await takeIn(deps, aContact('2026-12-14T09:00:00Z', { text }));
    if (taken.kind !== 'opened') throw new Error('no case was opened');
    const receivedOn = writtenDate('2026-12-14');
    const command: Command = {
      type: 'hand-over',
      to: 'school-transport',
      receivedOn,
      reasons: 'They decide it.',
      told: 'They write to you.',
    };
    expect(await runCommand(deps, { ...taken, command, commandId: 'hand-over-1', by: asha, staff })).toMatchObject({ kind: 'done' });
    const notices = await deps.store.notices(taken.reference);
    expect(notices.flatMap(({ id, standing }) => (standing.kind === 'planned' && standing.notBefore ? [id] : []))).toEqual(waiting);
  });
});

describe('taking a command back', () => {
  test('makes the case what it was, and its letter never leaves; the record has both', async () => {
    const { deps, reference, store, act, back, acknowledgeable, standings, later, kindsSent } = await complained();
    await acknowledgeable();
    const before = await store.load(reference);
    await act(acknowledge);
    later(5);
    expect(await back()).toMatchObject({ kind: 'done' });
    later(60);
    await sweepNotices(deps);
    expect(kindsSent()).toEqual(['receipt']);
    expect(await standings()).toEqual(['0001-receipt: accepted', '0004-acknowledgement: taken-back']);
    const file = await store.loadFile(reference);
    expect(file?.state).toEqual({ ...before?.state, eventCount: 5 });
    expect(file?.events.map(({ type }) => type).slice(-2)).toEqual(['acknowledged', 'taken-back']);
    expect((await store.openCases())[0]).toMatchObject({ stage: 'accepted', nextDue: { kind: 'acknowledge' } });
  });

  test('once more is the same answer, and the command can be given anew', async () => {
    const { act, back, acknowledgeable, later, standings } = await complained();
    await acknowledgeable();
    await act(acknowledge, asha, 'first-try');
    expect(await back(asha, 'undo-1')).toMatchObject({ kind: 'done' });
    expect(await back(asha, 'undo-1')).toMatchObject({ kind: 'done' });
    later(2);
    expect(await act({ ...acknowledge, definition: 'The bin and the lid.' })).toMatchObject({ kind: 'done' });
    expect(await standings()).toEqual(['0001-receipt: accepted', '0004-acknowledgement: taken-back', '0006-acknowledgement: planned']);
  });

  test('is not forgotten by the browser’s Back: the same form is overtaken, and not taken for done', async () => {
    const { store, reference, act, back, acknowledgeable } = await complained();
    await acknowledgeable();
    const version = (await store.load(reference))?.version;
    await act(acknowledge, asha, 'first-try', version);
    await back();
    const again = await act(acknowledge, asha, 'first-try', version);
    expect(again).toMatchObject({ kind: 'overtaken' });
    expect(again.kind === 'overtaken' && again.since.map(({ type }) => type)).toEqual(['acknowledged', 'taken-back']);
  });

  test.each<[string, (world: Awaited<ReturnType<typeof complained>>) => Promise<unknown>]>([
    ['somebody else', ({ back }) => back(ben)],
    [
      'whoever comes after another’s act',
      async ({ act, back }) => {
        await act({ type: 'record-crm-reference', crmReference: 'CRM-1' }, ben);
        return back();
      },
    ],
    [
      'whoever comes too late',
      async ({ later, back }) => {
        later(10);
        return back();
      },
    ],
    [
      'whoever comes as it leaves',
      async ({ deps, store, later, back }) => {
        const save: typeof store.save = async (change) => {
          later(10);
          await sweepNotices(deps);
          return store.save(change);
        };
        deps.store = { ...store, save };
        return back();
      },
    ],
  ])('is refused to %s', async (_, tries) => {
    const world = await complained();
    await world.acknowledgeable();
    await world.act(acknowledge);
    expect(await tries(world)).toMatchObject({ kind: 'refused' });
    expect((await world.store.load(world.reference))?.state.stage).toBe('acknowledged');
  });

  test('is not there for a case that is not theirs to open', async () => {
    const { back } = await complained();
    expect(await back({ ...ben, subject: 'officer-nobody' })).toEqual({ kind: 'not-found' });
  });

  test('takes what the command counted and registered with it', async () => {
    const { store, act, back } = await complained();
    const month = '2026-12' as Month;
    await act({ type: 'record-service-request', service: 'waste', promisedBy: writtenDate('2026-12-21'), whatWeWillDo: 'Empty it.' });
    expect(await store.countedDecisions(month)).toMatchObject([{ decided: 'service-request' }]);
    expect(await back()).toMatchObject({ kind: 'done' });
    expect(await store.countedDecisions(month)).toEqual([]);

    await act({
      type: 'promise-remedy',
      remedy: { type: 'training', what: 'Train the crew.', owner: ben, due: writtenDate('2027-02-01') },
    });
    expect(await store.lessons()).toHaveLength(1);
    expect(await back()).toMatchObject({ kind: 'done' });
    expect(await store.lessons()).toEqual([]);
  });
});
