import { describe, expect, test } from 'vitest';
import { recordDelivery } from '../../functions/app/record-delivery.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices, sweepNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Command } from '../../functions/domain/cases/case.ts';
import { deadlinesOf } from '../../functions/domain/deadlines/deadlines-of.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { aContact, asha, moment, rules } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

async function withCase(changes: Partial<Contact> = {}) {
  const world = deskWorld('2026-12-18T09:00:00Z');
  const taken = await takeIn(world.deps, aContact('2026-12-18T09:00:00Z', changes));
  if (taken.kind !== 'opened') throw new Error('not opened');
  const { reference } = taken;
  const act = async (command: Command) => {
    const result = await runCommand(world.deps, { reference, command, commandId: world.deps.newId(), by: asha });
    expect(result.kind).toBe('done');
  };
  const standings = async () => (await world.deps.store.notices(reference)).map(({ id, standing }) => `${id}: ${standing.kind}`);
  return { ...world, reference, act, standings };
}

describe('a planned notice', () => {
  test('is sent once, however often the stream speaks of it', async () => {
    const { deps, reference, sent, standings } = await withCase();
    await sendNotices(deps, reference);
    await sendNotices(deps, reference);
    expect(sent.map(({ to }) => to)).toEqual(['rosa@resident.example']);
    expect(await standings()).toEqual(['0001-receipt: accepted']);
  });

  test('that two senders reach for at once is sent by one of them', async () => {
    const { deps, reference, sent } = await withCase();
    await Promise.all([sendNotices(deps, reference), sendNotices(deps, reference)]);
    expect(sent).toHaveLength(1);
  });

  test('stays planned when SES has a fault, and is sent by the sweep', async () => {
    const { deps, reference, sent, ses, standings } = await withCase();
    ses.push('fault', 'fault', 'fault');
    for (let run = 1; run <= 3; run += 1) await expect(sendNotices(deps, reference)).rejects.toThrow();
    expect(await standings()).toEqual(['0001-receipt: planned']);
    await sweepNotices(deps);
    expect(sent).toHaveLength(1);
    expect(await standings()).toEqual(['0001-receipt: accepted']);
  });

  test('whose sender died is sent again with the same number once the lease has run out', async () => {
    const { deps, reference, sent, later } = await withCase();
    await deps.store.leaseNotice(reference, '0001-receipt', moment('2026-12-18T09:00:00Z'), moment('2026-12-18T09:02:00Z'));
    await sendNotices(deps, reference);
    expect(sent).toEqual([]);
    later(15);
    await sweepNotices(deps);
    expect(sent.map(({ notice }) => notice.id)).toEqual(['0001-receipt']);
  });

  test('that SES took while our note of it failed waits for its lease: news of its delivery comes first', async () => {
    const { deps, reference, sent, standings } = await withCase();
    const settleNotice = async () => {
      throw new Error('table out of reach');
    };
    await expect(sendNotices({ ...deps, store: { ...deps.store, settleNotice } }, reference)).rejects.toThrow();
    await recordDelivery(deps, reference, '0001-receipt', { kind: 'delivered', sesMessageId: 'ses-1', at: deps.now() });
    await sweepNotices(deps);
    expect(sent).toHaveLength(1);
    expect(await standings()).toEqual(['0001-receipt: delivered']);
  });

  test('to a person without e-mail is a letter to print', async () => {
    const { deps, reference, sent, standings } = await withCase({
      from: { name: 'Rosa Example', address: '1 High Street' },
      reachBy: ['post'],
    });
    await sendNotices(deps, reference);
    expect(sent).toEqual([]);
    expect(await standings()).toEqual(['0001-receipt: to-print']);
  });

  test('that SES refuses for good is a fact of the case: another way within one working day', async () => {
    const { deps, reference, ses, standings } = await withCase();
    ses.push('refuse');
    await sendNotices(deps, reference);
    expect(await standings()).toEqual(['0001-receipt: failed']);
    const state = (await deps.store.load(reference))?.state;
    expect(deadlinesOf(state!, rules).find(({ kind }) => kind === 'reach-another-way')?.due).toBe('2026-12-21');
  });
});

describe('an acknowledgement', () => {
  async function acknowledged() {
    const world = await withCase();
    await sendNotices(world.deps, world.reference);
    await world.act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await world.act({ type: 'allocate', service: 'waste', officer: asha });
    world.clockTo('2026-12-21T16:00:00Z');
    await world.act({ type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: 'Empty it.' });
    const stage = async () => (await world.deps.store.load(world.reference))?.state.stage;
    const due = async () =>
      deadlinesOf((await world.deps.store.load(world.reference))!.state, rules).find(({ kind }) => kind === 'acknowledge');
    return { ...world, stage, due };
  }

  test('that bounces for good counts as not made: the original due date stands again', async () => {
    const { deps, reference, stage, due } = await acknowledged();
    await sendNotices(deps, reference);
    expect(await stage()).toBe('acknowledged');
    const bounce = { kind: 'bounced', sesMessageId: 'ses-1', permanent: true, why: 'no such mailbox', at: deps.now() } as const;
    await recordDelivery(deps, reference, '0004-acknowledgement', bounce);
    await recordDelivery(deps, reference, '0004-acknowledgement', bounce);
    expect(await stage()).toBe('accepted');
    expect((await due())?.due).toBe('2026-12-29');
    expect((await due())?.met).toBeUndefined();
  });

  test('whose mailbox was only full stands', async () => {
    const { deps, reference, stage } = await acknowledged();
    await sendNotices(deps, reference);
    await recordDelivery(deps, reference, '0004-acknowledgement', {
      kind: 'bounced',
      sesMessageId: 'ses-2',
      permanent: false,
      why: 'full',
      at: deps.now(),
    });
    expect(await stage()).toBe('acknowledged');
  });

  test('that could not leave on its day counts as not made, and its dates do not go out the day after', async () => {
    const { deps, ses, sent, stage, standings, clockTo } = await acknowledged();
    ses.push('fault', 'fault');
    await expect(sweepNotices(deps)).rejects.toThrow();
    expect(await stage()).toBe('acknowledged');
    clockTo('2026-12-22T00:05:00Z');
    await sweepNotices(deps);
    expect(await stage()).toBe('accepted');
    expect(await standings()).toContain('0004-acknowledgement: failed');
    expect(sent.map(({ notice }) => notice.kind)).toEqual(['receipt']);
  });
});

describe('while a letter has not arrived', () => {
  test('the next one is printed, not sent to the address that failed', async () => {
    const { deps, reference, ses, sent, act, standings } = await withCase();
    ses.push('refuse');
    await sendNotices(deps, reference);
    await act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await act({ type: 'allocate', service: 'waste', officer: asha });
    await act({ type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: 'Empty it.' });
    await sendNotices(deps, reference);
    expect(sent).toEqual([]);
    expect(await standings()).toEqual(['0001-receipt: failed', '0005-acknowledgement: to-print']);
  });

  test('a bounce that is told again after another way was found does not raise it again', async () => {
    const { deps, reference, act } = await withCase();
    await sendNotices(deps, reference);
    const bounce = { kind: 'bounced', sesMessageId: 'ses-1', permanent: true, why: 'no such mailbox', at: deps.now() } as const;
    await recordDelivery(deps, reference, '0001-receipt', bounce);
    await act({ type: 'reached-another-way', how: 'Rang and gave the reference.' });
    await recordDelivery(deps, reference, '0001-receipt', bounce);
    expect((await deps.store.load(reference))?.state.undelivered).toBeUndefined();
  });
});
