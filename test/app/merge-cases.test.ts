import { beforeEach, expect, test } from 'vitest';
import { mergeCases } from '../../functions/app/merge-cases.ts';
import type { CaseStore } from '../../functions/app/ports.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { deadlinesOf } from '../../functions/domain/deadlines/deadlines-of.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { aContact, asha, rules } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const wednesday = '2026-12-16T09:00:00Z';
const friday = '2026-12-18T09:00:00Z';

let world: ReturnType<typeof deskWorld>;
beforeEach(async () => {
  world = deskWorld(friday);
  await world.deps.store.rememberOfficer(asha, ['complaints-team']);
});

async function take(contact: Contact): Promise<Reference> {
  const taken = await takeIn(world.deps, contact);
  if (!('reference' in taken)) throw new Error(`it was ${taken.kind}`);
  return taken.reference;
}

async function file(reference: Reference) {
  const found = await world.deps.store.loadFile(reference);
  if (!found) throw new Error(`no case ${reference}`);
  return found;
}

const merge = async (from: Reference, into: Reference, deps = world.deps) =>
  mergeCases(deps, { from, expected: (await file(from)).version, into, commandId: 'merge-1', by: asha });

/** Her letter came on Wednesday and was logged late; her e-mail of Friday was dealt with first. */
async function letterAndEmail(changes: Partial<Contact> = {}) {
  const email = await take(aContact(friday, { id: 'email' }));
  const letter = await take(
    aContact(wednesday, { channel: 'post', id: 'letter', from: { name: 'Rosa Example' }, reachBy: [], ...changes }),
  );
  return { email, letter };
}

test('all its messages move, it closes as part of the other, and both files say so', async () => {
  const { email, letter } = await letterAndEmail();
  world.replyCases.set('r.letter@complaints.example', letter);
  expect(await merge(letter, email)).toEqual({ kind: 'done', reference: email });
  const [goesOn, over] = [await file(email), await file(letter)];
  expect(goesOn.contacts.map(({ id }) => id)).toEqual(['letter', 'email']);
  expect(over.contacts).toEqual([]);
  expect(over.state).toMatchObject({ stage: 'closed', because: 'part-of-another', partOf: email });
  expect(over.events.at(-1)).toMatchObject({ type: 'contact-moved-out', to: email, opened: true });
  expect(goesOn.events.at(-1)).toMatchObject({ type: 'correspondence-added', movedFrom: letter, merges: letter });
});

test('the earlier day of receipt counts in the case that goes on, and its acknowledgement is due by it', async () => {
  const { email, letter } = await letterAndEmail();
  const due = async () => deadlinesOf((await file(email)).state, rules).find(({ kind }) => kind === 'acknowledge')?.due;
  expect(await due()).toBe('2026-12-29');
  await merge(letter, email);
  expect((await file(email)).state.receivedOn).toBe('2026-12-16');
  expect(await due()).toBe('2026-12-23');
});

test('a later case changes no day', async () => {
  const { email, letter } = await letterAndEmail();
  await merge(email, letter);
  expect((await file(letter)).state.receivedOn).toBe('2026-12-16');
});

test('the person is told once which number to use, whatever address they wrote from', async () => {
  const { email, letter } = await letterAndEmail({ from: { email: 'rosa@work.example' }, reachBy: ['email'] });
  await take(aContact(friday, { id: 'second', from: { email: 'rosa@work.example' }, text: `About ${letter}: it is still full.` }));
  await merge(letter, email);
  await merge(letter, email);
  const told = [...(await file(email)).notices, ...(await file(letter)).notices].filter(({ kind }) => kind === 'cases-merged');
  expect(told).toMatchObject([{ to: { email: 'rosa@resident.example' } }]);
});

test('what moves on is only what is still asked: a chaser that was answered stays answered', async () => {
  const { email, letter } = await letterAndEmail();
  const chaser = aContact(friday, { id: 'chaser', text: 'Any news about my bin? I have heard nothing.' });
  const joined = {
    type: 'add-correspondence',
    contact: chaser,
    flags: [],
    followUps: [{ kind: 'chaser', why: [] }],
    joinedBy: 'officer',
  } as const;
  await runCommand(world.deps, { reference: letter, command: joined, commandId: 'joined', by: asha, contact: chaser });
  const dealtWith = { type: 'set-aside-follow-up', followUp: 'chaser', reason: 'Told her on the telephone.' } as const;
  await runCommand(world.deps, { reference: letter, expected: 2, command: dealtWith, commandId: 'dealt-with', by: asha });
  await merge(letter, email);
  expect((await file(email)).contacts.map(({ id }) => id)).toContain('chaser');
  expect((await file(email)).state.followUps).toBeUndefined();
});

test('after a crash between two messages, the same again moves what is left', async () => {
  const { email, letter } = await letterAndEmail();
  const more = aContact(friday, { id: 'more', text: 'And the lid is broken.' });
  const command = { type: 'add-correspondence', contact: more, flags: [], joinedBy: 'officer' } as const;
  await runCommand(world.deps, { reference: letter, command, commandId: 'more', by: asha, contact: more });
  let moves = 0;
  const failing: CaseStore['moveContact'] = async (move) => {
    moves += 1;
    if (moves === 2) throw new Error('the line went dead');
    return world.deps.store.moveContact(move);
  };
  const version = (await file(letter)).version;
  const again = { from: letter, expected: version, into: email, commandId: 'merge-1', by: asha };
  await expect(mergeCases({ ...world.deps, store: { ...world.deps.store, moveContact: failing } }, again)).rejects.toThrow('dead');
  expect(await mergeCases(world.deps, again)).toEqual({ kind: 'done', reference: email });
  expect((await file(email)).contacts.map(({ id }) => id).toSorted()).toEqual(['email', 'letter', 'more']);
  expect((await file(letter)).contacts).toEqual([]);
});

test('a case whose person has been told how we deal with it goes on: nothing moves, and the officer is told why', async () => {
  const { email, letter } = await letterAndEmail();
  const request = {
    type: 'record-service-request',
    service: 'waste',
    promisedBy: writtenDate('2026-12-22'),
    whatWeWillDo: 'Empty it.',
  } as const;
  await runCommand(world.deps, { reference: letter, command: request, commandId: 'request', by: asha, expected: 1 });
  expect(await merge(letter, email)).toMatchObject({ kind: 'refused', why: expect.stringContaining('has been told how we deal with it') });
  expect((await file(letter)).contacts).toHaveLength(1);
  expect((await file(email)).contacts).toHaveLength(1);
});

test('a case that is not theirs to open answers as one that does not exist, whatever is asked', async () => {
  const { email, letter } = await letterAndEmail();
  const command = { type: 'restrict', ground: 'whistleblowing', groups: ['monitoring-officer'], because: 'They work there.' } as const;
  await runCommand(world.deps, { reference: letter, command, commandId: 'restrict', by: asha });
  for (const into of [letter, email]) expect(await merge(letter, into)).toEqual({ kind: 'not-found' });
});

test('a case is not the same as itself', async () => {
  const { email } = await letterAndEmail();
  expect(await merge(email, email)).toMatchObject({ kind: 'refused' });
});
