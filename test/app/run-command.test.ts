import { describe, expect, test } from 'vitest';
import { runCommand } from '../../functions/app/run-command.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import { aContact, asha, ben } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const accept: Command = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' };

async function withCase() {
  const world = deskWorld('2026-12-18T09:00:00Z');
  const taken = await takeIn(world.deps, aContact('2026-12-18T09:00:00Z'));
  if (taken.kind !== 'opened') throw new Error('not opened');
  return { ...world, reference: taken.reference };
}

describe('a command', () => {
  test('is done, and moves the version by one', async () => {
    const { deps, reference } = await withCase();
    expect(await runCommand(deps, { reference, expected: 1, command: accept, commandId: 'one', by: asha })).toEqual({
      kind: 'done',
      version: 2,
    });
  });

  test('sent twice is done once and answered "done" twice', async () => {
    const { deps, reference } = await withCase();
    const request = { reference, expected: 1, command: accept, commandId: 'one', by: asha };
    await runCommand(deps, request);
    expect(await runCommand(deps, request)).toEqual({ kind: 'done', version: 2 });
    expect((await deps.store.loadFile(reference))?.events).toHaveLength(2);
  });

  test('of an officer who was overtaken changes nothing and tells what the other one did', async () => {
    const { deps, reference } = await withCase();
    await runCommand(deps, { reference, expected: 1, command: accept, commandId: 'one', by: asha });
    const result = await runCommand(deps, {
      reference,
      expected: 1,
      command: { type: 'withdraw', howWeKnow: 'by phone' },
      commandId: 'two',
      by: ben,
    });
    expect(result).toMatchObject({ kind: 'overtaken', since: [{ type: 'accepted-at-stage-one', by: asha }] });
    expect((await deps.store.load(reference))?.state.stage).toBe('accepted');
  });

  test('that the policy does not allow is refused with the reason', async () => {
    const { deps, reference } = await withCase();
    const command: Command = { type: 'acknowledge', definition: 'x', outcomesSought: 'y' };
    expect(await runCommand(deps, { reference, expected: 1, command, commandId: 'one', by: asha })).toMatchObject({ kind: 'refused' });
  });

  test('about a case that does not exist finds none', async () => {
    const { deps } = deskWorld('2026-12-18T09:00:00Z');
    const reference = 'LBC-2026-999999' as Parameters<typeof runCommand>[1]['reference'];
    expect(await runCommand(deps, { reference, command: accept, commandId: 'one', by: asha })).toEqual({ kind: 'not-found' });
  });

  test('of a machine, sent twice, is done once', async () => {
    const { deps, reference } = await withCase();
    const bounced: Command = { type: 'record-undelivered', noticeId: '0001-receipt', why: 'No such mailbox.' };
    const request = { reference, command: bounced, commandId: 'bounce', by: { kind: 'system' } as const };
    await runCommand(deps, request);
    await runCommand(deps, { ...request, command: { type: 'reached-another-way', how: 'Rang.' }, commandId: 'rang', by: asha });
    expect(await runCommand(deps, request)).toEqual({ kind: 'done', version: 3 });
    expect((await deps.store.load(reference))?.state.undelivered).toBeUndefined();
  });

  test('that takes in a message never reads the whole case: the message is its own guard', async () => {
    const { deps, reference } = await withCase();
    const loadFile = async () => {
      throw new Error('read the whole case');
    };
    const contact = aContact('2026-12-18T09:05:00Z');
    const command: Command = { type: 'add-correspondence', contact, flags: [] };
    const request = { reference, command, commandId: 'two', by: { kind: 'system' } as const, contact };
    const world = { ...deps, store: { ...deps.store, loadFile } };
    expect(await runCommand(world, request)).toMatchObject({ kind: 'done' });
    expect(await runCommand(world, request)).toEqual({ kind: 'already-received' });
  });

  test('of a machine starts again when an officer acts in between, and neither is lost', async () => {
    const { deps, reference } = await withCase();
    const acts = [
      runCommand(deps, { reference, expected: 1, command: accept, commandId: 'one', by: asha }),
      runCommand(deps, {
        reference,
        command: { type: 'add-correspondence', contact: aContact('2026-12-18T09:05:00Z'), flags: [] },
        commandId: 'two',
        by: { kind: 'system' },
      }),
    ];
    const kinds = (await Promise.all(acts)).map(({ kind }) => kind);
    expect(kinds[1]).toBe('done');
    expect(['done', 'overtaken']).toContain(kinds[0]);
    expect((await deps.store.load(reference))?.state.unread?.count).toBe(1);
  });
});
