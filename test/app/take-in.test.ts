import { describe, expect, test } from 'vitest';
import { releaseHeld } from '../../functions/app/held-contacts.ts';
import { type TakenIn, takeIn } from '../../functions/app/take-in.ts';
import type { Reference } from '../../functions/domain/cases/case.ts';
import { aContact, asha } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const friday = '2026-12-18T09:00:00Z';

function referenceOf(taken: TakenIn): Reference {
  if (!('reference' in taken)) throw new Error(`it was ${taken.kind}`);
  return taken.reference;
}

describe('a contact', () => {
  test('opens a case with a reference of its year and says by when we write', async () => {
    const { deps } = deskWorld(friday);
    const taken = await takeIn(deps, aContact(friday));
    expect(taken).toMatchObject({ kind: 'opened', reference: expect.stringMatching(/^LBC-2026-\d{6}$/), acknowledgeBy: '2026-12-29' });
  });

  test('taken in twice is one case, and the second answer is the first', async () => {
    const { deps } = deskWorld(friday);
    const first = await takeIn(deps, aContact(friday));
    const second = await takeIn(deps, aContact(friday));
    expect(second).toMatchObject({ kind: 'already-received', reference: referenceOf(first), acknowledgeBy: '2026-12-29' });
    expect(await deps.store.openCases()).toHaveLength(1);
  });

  test('taken in ten times at once is one case', async () => {
    const { deps } = deskWorld(friday);
    const all = await Promise.all(Array.from({ length: 10 }, () => takeIn(deps, aContact(friday))));
    expect(new Set(all.map(referenceOf)).size).toBe(1);
    expect(await deps.store.openCases()).toHaveLength(1);
  });

  test('that looks like spam is held: in the queue, with nothing sent', async () => {
    const { deps } = deskWorld(friday);
    expect(await takeIn(deps, aContact(friday, { hold: 'spam-suspected' }))).toEqual({ kind: 'held' });
    expect(await deps.store.heldContacts()).toHaveLength(1);
    expect(await deps.store.openCases()).toEqual([]);
  });

  test('that was held and is released opens its case with the original date', async () => {
    const { deps, clockTo } = deskWorld(friday);
    const contact = aContact(friday, { hold: 'spam-suspected' });
    await takeIn(deps, contact);
    clockTo('2026-12-22T10:00:00Z');
    const released = await releaseHeld(deps, contact, asha);
    if (released.kind !== 'done') throw new Error('not released');
    expect((await deps.store.load(released.reference))?.state).toMatchObject({ stage: 'received', receivedOn: '2026-12-18' });
    expect((await deps.store.loadFile(released.reference))?.events[0]?.by).toEqual(asha);
    expect(await deps.store.heldContacts()).toEqual([]);
    expect(await releaseHeld(deps, contact, asha)).toEqual({ kind: 'overtaken' });
  });

  test('that was held and answers a case joins it when it is released', async () => {
    const { deps, replyCases } = deskWorld(friday);
    const reference = referenceOf(await takeIn(deps, aContact(friday)));
    replyCases.set('r.case@complaints.example', reference);
    const reply = aContact(friday, { id: 'reply', hold: 'spam-suspected', email: { references: [], to: ['r.case@complaints.example'] } });
    await takeIn(deps, reply);
    expect(await releaseHeld(deps, reply, asha)).toEqual({ kind: 'done', reference });
    expect(await deps.store.openCases()).toHaveLength(1);
    expect((await deps.store.load(reference))?.state.unread).toMatchObject({ count: 1 });
  });

  test('that no person wrote is kept and opens nothing', async () => {
    const { deps } = deskWorld(friday);
    expect(await takeIn(deps, aContact(friday, { automatic: 'auto-reply' }))).toEqual({ kind: 'filed' });
    expect(await deps.store.openCases()).toEqual([]);
  });
});

describe('a reply', () => {
  async function withCase() {
    const world = deskWorld(friday);
    const reference = referenceOf(await takeIn(world.deps, aContact(friday)));
    return { ...world, reference };
  }
  const reply = { id: 'reply', text: 'They missed it again today.' };

  test('to the signed address joins the case, whoever sent it', async () => {
    const { deps, reference, replyCases } = await withCase();
    replyCases.set('r.case@complaints.example', reference);
    const from = { email: 'daughter@elsewhere.example' };
    const contact = aContact(friday, {
      ...reply,
      from,
      authenticated: false,
      email: { references: [], to: ['r.case@complaints.example'] },
    });
    expect(await takeIn(deps, contact)).toEqual({ kind: 'joined', reference });
    expect((await deps.store.load(reference))?.state.unread).toMatchObject({ count: 1 });
  });

  test('that names the reference joins when its authenticated sender is the complainant, in any spelling', async () => {
    const { deps, reference } = await withCase();
    const contact = aContact(friday, { ...reply, subject: `Re: ${reference.toLowerCase()}`, from: { email: 'Rosa@Resident.example' } });
    expect(await takeIn(deps, contact)).toEqual({ kind: 'joined', reference });
  });

  test('that names the reference from another address opens a case of its own', async () => {
    const { deps, reference } = await withCase();
    const contact = aContact(friday, { ...reply, subject: `Re: ${reference}`, from: { email: 'stranger@elsewhere.example' } });
    expect(await takeIn(deps, contact)).toMatchObject({ kind: 'opened' });
  });

  test('that names the reference and is not authenticated opens a case of its own', async () => {
    const { deps, reference } = await withCase();
    expect(await takeIn(deps, aContact(friday, { ...reply, subject: `Re: ${reference}`, authenticated: false }))).toMatchObject({
      kind: 'opened',
    });
  });

  test('delivered twice joins once', async () => {
    const { deps, reference } = await withCase();
    const contact = aContact(friday, { ...reply, subject: `Re: ${reference}` });
    await takeIn(deps, contact);
    expect(await takeIn(deps, contact)).toMatchObject({ kind: 'already-received', reference });
    expect((await deps.store.load(reference))?.state.unread).toMatchObject({ count: 1 });
  });
});
