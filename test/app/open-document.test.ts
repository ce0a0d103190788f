import { beforeEach, describe, expect, test } from 'vitest';
import { documentFor } from '../../functions/app/open-document.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { aContact, asha, moment } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const attachments = [
  { name: 'Rosa Example, letter.PDF', contentType: 'text/html', size: 812_000, key: 'attachments/letter/1.pdf' },
  { name: 'no ending', contentType: 'text/html', size: 9, key: 'attachments/letter/2' },
] as const;
const contact = { channel: 'email', id: 'letter' } as const;

describe('a file that came with a message', () => {
  let world: ReturnType<typeof deskWorld>;
  let reference: Reference;

  beforeEach(async () => {
    world = deskWorld('2026-12-18T09:00:00Z');
    const taken = await takeIn(world.deps, aContact('2026-12-18T09:00:00Z', { ...contact, attachments }));
    if (taken.kind !== 'opened') throw new Error('not opened');
    reference = taken.reference;
    for (const { key } of attachments) {
      await world.deps.store.files.recordScan(key, { scan: 'clean', version: 'v1', scannedAt: moment('2026-12-18T09:01:00Z') });
      await world.deps.store.files.record(key, { asNamed: true });
    }
    await world.deps.store.files.record(attachments[0].key, { seen: 'application/pdf' });
  });

  test('is found for somebody who may open its case, under a name that says nothing of any person; who opened it is logged', async () => {
    const noted: unknown[] = [];
    const deps = { ...world.deps, log: (...line: unknown[]) => void noted.push(line) };
    expect(await documentFor(deps, { reference, contact, number: 1 }, asha)).toEqual({
      key: 'attachments/letter/1.pdf',
      version: 'v1',
      name: `${reference}-1.pdf`,
      contentType: 'application/pdf',
    });
    expect(await documentFor(deps, { reference, contact, number: 2 }, asha)).toMatchObject({ name: `${reference}-2` });
    expect(noted[0]).toEqual(['document-opened', { by: asha.subject, reference, key: 'attachments/letter/1.pdf', copy: false }]);
  });

  test.each([0, 3])('is not found by the number %i, which none has', async (number) => {
    expect(await documentFor(world.deps, { reference, contact, number }, asha)).toBeUndefined();
  });

  test('is not found by another case, by a message that nobody knows, or for a role that opens no case', async () => {
    await takeIn(world.deps, aContact('2026-12-18T09:00:00Z', { id: 'other', from: { email: 'ken@elsewhere.example' } }));
    const other = 'LBC-2026-000002' as Reference;
    expect((await world.deps.store.load(other))?.state.reference).toBe(other);
    expect(await documentFor(world.deps, { reference: other, contact, number: 1 }, asha)).toBeUndefined();
    expect(await documentFor(world.deps, { reference, contact: { ...contact, id: 'nobody' }, number: 1 }, asha)).toBeUndefined();
    const keeper = { ...asha, subject: 'keeper' };
    await world.deps.store.rememberOfficer(keeper, ['administrator']);
    expect(await documentFor(world.deps, { reference, contact, number: 1 }, keeper)).toBeUndefined();
  });

  test('is not handed out where a virus was found in its message, even once that is part of a case', async () => {
    const { store } = world.deps;
    const infected = {
      ...store,
      findContact: async (key: typeof contact) => {
        const found = await store.findContact(key);
        return found && { ...found, contact: { ...found.contact, hold: 'virus-found' as const } };
      },
    };
    expect(await documentFor({ ...world.deps, store: infected as typeof store }, { reference, contact, number: 1 }, asha)).toBeUndefined();
  });
});
