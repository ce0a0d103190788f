import { beforeEach, describe, expect, test } from 'vitest';
import { type MoveRequest, moveContact } from '../../functions/app/move-contact.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { deadlinesOf } from '../../functions/domain/deadlines/deadlines-of.ts';
import { aContact, asha, rules } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const friday = '2026-12-18T09:00:00Z';
const monday = '2026-12-21T09:00:00Z';
const ken = { name: 'Ken Example', email: 'ken@elsewhere.example' };

/** Rosa's case, and a message of Ken's to its reply address, which has opened one of its own and asks. */
async function rosaAndKen() {
  const world = deskWorld(friday);
  const { deps } = world;
  const take = async (contact: Parameters<typeof takeIn>[1]) => {
    const taken = await takeIn(deps, contact);
    if (!('reference' in taken)) throw new Error(`it was ${taken.kind}`);
    return taken.reference;
  };
  const rosas = await take(aContact(friday));
  world.replyCases.set('r.case@complaints.example', rosas);
  const email = { references: [], to: ['r.case@complaints.example'] };
  const kens = await take(aContact(friday, { id: 'ken-1', from: ken, text: 'Any news about Rosa’s bin?', email }));
  world.clockTo(monday);
  return { ...world, take, rosas, kens, email };
}

describe('an officer who answers “same or new?”', () => {
  let world: Awaited<ReturnType<typeof rosaAndKen>>;
  beforeEach(async () => {
    world = await rosaAndKen();
  });
  const file = async (reference: Reference) => {
    const found = await world.deps.store.loadFile(reference);
    if (!found) throw new Error(`no case ${reference}`);
    return found;
  };
  const move = async (from: Reference, to: MoveRequest['to'], id = 'ken-1', changes: Partial<MoveRequest> = {}) => {
    const expected = (await file(from)).version;
    return moveContact(world.deps, { from, expected, contact: { channel: 'email', id }, to, commandId: 'move-1', by: asha, ...changes });
  };

  test('with “it belongs to that case” moves it there, closes its own as part of that one, and writes to nobody', async () => {
    const { rosas, kens } = world;
    const before = (await file(rosas)).notices.length + (await file(kens)).notices.length;
    expect(await move(kens, rosas)).toEqual({ kind: 'done', reference: rosas });
    const [hers, his] = [await file(rosas), await file(kens)];
    expect(hers.contacts.map(({ id }) => id)).toContain('ken-1');
    expect(hers.events.at(-1)).toMatchObject({
      type: 'correspondence-added',
      joinedBy: 'officer',
      movedFrom: kens,
      receivedAt: '2026-12-18T09:00:00.000Z',
    });
    expect(hers.state).toMatchObject({ writers: [ken.email], unread: { since: '2026-12-18' }, followUps: [{ kind: 'chaser' }] });
    expect(his.contacts).toEqual([]);
    expect(his.state).toMatchObject({ stage: 'closed', because: 'part-of-another', partOf: rosas, questions: undefined });
    expect(hers.notices.length + his.notices.length).toBe(before);
    expect((await world.deps.store.openCases()).map(({ reference }) => reference)).toEqual([rosas]);
  });

  test.each([
    ['by e-mail', {}, 'email', 'rosa@resident.example'],
    ['on paper', { reachBy: ['post'], from: { email: 'rosa@resident.example', address: '8 Nunnery Lane' } } as const, 'post', undefined],
  ])('tells the person of two cases %s which number holds, and by when they hear', async (_, changes, by, email) => {
    const { take } = world;
    const first = await take(aContact(friday, { id: 'first', ...changes }));
    const second = await take(aContact(friday, { id: 'second', ...changes, text: 'My bin again.' }));
    await move(second, first, 'second');
    const told = (await file(first)).notices.filter(({ kind }) => kind === 'cases-merged');
    expect(told).toMatchObject([{ to: { by, ...(email && { email }) } }]);
    const words = JSON.stringify(told[0]?.letter);
    expect(words).toContain(`under ${first}. Please use that number from now on, and no longer ${second}.`);
    expect(words).toContain('by Tuesday 29 December 2026');
    expect((await file(second)).notices.filter(({ kind }) => kind === 'cases-merged')).toEqual([]);
    const { toPost } = (await file(first)).state;
    expect(toPost?.some(({ kind }) => kind === 'cases-merged') ?? false).toBe(by === 'post');
  });

  test('tells a person of two cases nothing where they left no safe way', async () => {
    const { take } = world;
    const first = await take(aContact(friday, { id: 'first', reachBy: [] }));
    const second = await take(aContact(friday, { id: 'second', text: 'My bin again.' }));
    await move(second, first, 'second');
    expect((await file(first)).notices.map(({ kind }) => kind)).not.toContain('cases-merged');
  });

  test('with “a new complaint, linked” opens one with the day it came, and each case shows the other', async () => {
    const { rosas, take, email } = world;
    await take(aContact(monday, { id: 'rosa-2', email, text: 'On another matter, the kerb is broken.' }));
    const moved = await move(rosas, 'new-issue', 'rosa-2');
    const own = moved.kind === 'done' ? moved.reference : rosas;
    expect((await file(own)).state).toMatchObject({ receivedOn: '2026-12-21', links: [{ reference: rosas, as: 'new-issue-of' }] });
    expect((await file(rosas)).state.links).toEqual([{ reference: own, as: 'has-new-issue' }]);
  });

  test('so joins its sender to the case: the next message needs nobody', async () => {
    const { rosas, kens, take, email } = world;
    await move(kens, rosas);
    expect(await take(aContact(monday, { id: 'ken-2', from: ken, email, text: 'Thank you.' }))).toBe(rosas);
  });

  test('pressed twice moves once', async () => {
    const { rosas, kens } = world;
    const { version: expected } = await file(kens);
    await move(kens, rosas, 'ken-1', { expected });
    expect(await move(kens, rosas, 'ken-1', { expected })).toEqual({ kind: 'done', reference: rosas });
    expect((await file(rosas)).contacts).toHaveLength(2);
  });

  test('while a message comes in to that case still moves it', async () => {
    const { rosas, kens, take, deps } = world;
    const overtakeOnce = { ...deps, store: { ...deps.store } };
    let overtaken = false;
    overtakeOnce.store.moveContact = async (change) => {
      if (!overtaken) {
        overtaken = true;
        await take(aContact(monday, { id: 'rosa-2', text: 'Any news?', subject: `Re: ${rosas}` }));
      }
      return deps.store.moveContact(change);
    };
    const { version: expected } = await file(kens);
    const request = { from: kens, expected, contact: { channel: 'email', id: 'ken-1' }, to: rosas, commandId: 'move-1', by: asha } as const;
    expect(await moveContact(overtakeOnce, request)).toEqual({ kind: 'done', reference: rosas });
    expect((await file(rosas)).contacts).toHaveLength(3);
  });

  test('after another officer is told what happened since', async () => {
    const { rosas, kens } = world;
    const { version: expected } = await file(kens);
    await runCommand(world.deps, {
      reference: kens,
      command: { type: 'answer-question', contact: { channel: 'email', id: 'ken-1' } },
      commandId: 'other',
      by: asha,
    });
    expect(await move(kens, rosas, 'ken-1', { expected })).toMatchObject({ kind: 'overtaken', since: [{ type: 'question-answered' }] });
    expect((await file(kens)).contacts).toHaveLength(1);
  });

  test('with “a new complaint” leaves the case to go on by itself', async () => {
    const { kens } = world;
    const due = (state: Parameters<typeof deadlinesOf>[0]) => deadlinesOf(state, rules).map(({ kind }) => kind);
    expect(due((await file(kens)).state)).toContain('same-or-new');
    const command = { type: 'answer-question', contact: { channel: 'email', id: 'ken-1' } } as const;
    await runCommand(world.deps, { reference: kens, command, commandId: 'own', by: asha });
    expect(due((await file(kens)).state)).toEqual(['triage', 'acknowledge']);
  });

  test('about a joined message with “a new complaint” gives it a case with the day it came and the usual receipt', async () => {
    const { rosas, take, email } = world;
    await take(aContact(friday, { id: 'rosa-2', email, subject: 'Hedge', text: 'The hedge at number 9 was cut by nobody.' }));
    const moved = await move(rosas, 'new', 'rosa-2');
    if (moved.kind !== 'done') throw new Error(moved.kind);
    const own = await file(moved.reference);
    expect(own.state).toMatchObject({ stage: 'received', receivedOn: '2026-12-18', questions: undefined });
    expect(own.events[0]).toMatchObject({ movedFrom: rosas, contactId: 'rosa-2' });
    expect(own.notices.map(({ kind }) => kind)).toEqual(['receipt']);
    const left = await file(rosas);
    expect(left.state).toMatchObject({ stage: 'received', unread: undefined, questions: undefined });
    expect(left.events.at(-1)).toMatchObject({ type: 'contact-moved-out', to: moved.reference, opened: false });
  });

  test('takes a wrongly joined sender out of the case’s writers again', async () => {
    const { rosas, kens, take, email } = world;
    await move(kens, rosas);
    await move(rosas, 'new', 'ken-1', { commandId: 'move-2' });
    expect((await file(rosas)).state.writers).toBeUndefined();
    expect(await take(aContact(monday, { id: 'ken-3', from: ken, email }))).not.toBe(rosas);
  });

  test.each<[string, (w: typeof world) => [Reference, MoveRequest['to'], string], object]>([
    [
      'to a case that does not exist',
      ({ kens }) => [kens, 'LBC-2026-009999' as Reference, 'ken-1'],
      { kind: 'refused', why: expect.stringContaining('no case') },
    ],
    ['to where it stands', ({ kens }) => [kens, kens, 'ken-1'], { kind: 'refused' }],
    ['that opened its case to a new one', ({ kens }) => [kens, 'new', 'ken-1'], { kind: 'refused' }],
    ['of another case', ({ rosas, kens }) => [rosas, kens, 'ken-1'], { kind: 'not-found' }],
  ])('is refused a message %s, and nothing changes', async (_, act, expected) => {
    const before = await world.deps.store.openCases();
    expect(await move(...act(world))).toMatchObject(expected);
    expect(await world.deps.store.openCases()).toEqual(before);
  });

  test('does not make a complaint part of one that came later: its clock would begin anew', async () => {
    const { kens, take } = world;
    const later = await take(aContact(monday, { id: 'rosa-later' }));
    expect(await move(kens, later)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining(`first message of ${later} to ${kens}`),
    });
    expect((await file(kens)).state.stage).toBe('received');
    expect(await move(later, kens, 'rosa-later')).toEqual({ kind: 'done', reference: kens });
  });

  test('leaves a complaint that we have accepted where it is, but for its person’s own earlier case', async () => {
    const { rosas, kens, take } = world;
    const again = await take(aContact(monday, { id: 'rosa-again', text: 'My bin again.' }));
    const accept = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' } as const;
    for (const reference of [kens, again]) await runCommand(world.deps, { reference, command: accept, commandId: 'accept', by: asha });
    expect(await move(kens, rosas)).toMatchObject({ kind: 'refused', why: expect.stringContaining('Nobody would answer this complaint') });
    expect((await file(kens)).state.stage).toBe('accepted');
    expect(await move(again, rosas, 'rosa-again')).toEqual({ kind: 'done', reference: rosas });
  });

  test('does not take its first message from a case whose person has been told how we deal with it', async () => {
    const { rosas, kens } = world;
    const command = { type: 'signpost', to: 'school', reasons: 'Governors.', howToReach: 'Write to them.' } as const;
    await runCommand(world.deps, { reference: kens, command, commandId: 'told', by: asha });
    expect(await move(kens, rosas)).toMatchObject({ kind: 'refused', why: expect.stringContaining('has been told') });
  });
});
