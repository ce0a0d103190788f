import { beforeEach, describe, expect, test } from 'vitest';
import { casesToReallocate, mostAtOnce, type Reallocation, reallocate } from '../../functions/app/reallocate.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Officer, Reference } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import { aContact, asha, ben, carol, moment } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const friday = '2026-12-18T09:00:00Z';

let world: ReturnType<typeof deskWorld>;
const trained = { at: moment(friday), by: asha, record: { trainedOn: writtenDate('2026-03-03') } };

beforeEach(async () => {
  world = deskWorld(friday);
  const { store } = world.deps;
  await store.rememberOfficer(asha, ['complaints-team']);
  for (const officer of [ben, carol]) {
    await store.rememberOfficer(officer);
    await store.recordStaff(officer.subject, trained, 0);
  }
});

const act = async (reference: Reference, command: Command) => {
  const expected = (await world.deps.store.load(reference))?.version;
  const done = await runCommand(world.deps, { reference, expected, command, commandId: `${command.type}-${expected}`, by: asha });
  expect(done.kind).toBe('done');
};

/** Accepted at stage one, and allocated where an officer is named. */
async function aCase(id: string, officer?: Officer): Promise<Reference> {
  const taken = await takeIn(world.deps, aContact(friday, { id }));
  if (!('reference' in taken)) throw new Error(`it was ${taken.kind}`);
  await act(taken.reference, { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
  if (officer) await act(taken.reference, { type: 'allocate', service: 'waste', officer });
  return taken.reference;
}

const has = async (reference: Reference) => {
  const state = (await world.deps.store.load(reference))?.state;
  return state && 'allocation' in state ? state.allocation?.officer.subject : undefined;
};

const give = (references: readonly Reference[], changes: Partial<Reallocation> = {}, by = asha) =>
  reallocate(world.deps, by, { references, whose: { officer: ben.subject }, to: carol, commandId: 'all-of-bens', ...changes });

describe('the cases to choose from', () => {
  test('are somebody’s open ones, and not those whose route nobody has decided', async () => {
    const [first, , third] = [await aCase('one', ben), await aCase('two', carol), await aCase('three', ben)];
    await takeIn(world.deps, aContact(friday, { id: 'new' }));
    const found = await casesToReallocate(world.deps, asha, { officer: ben.subject });
    expect(found).toMatchObject({ total: 2, cases: [{ reference: first }, { reference: third }] });
  });

  test('are those of a service that nobody has', async () => {
    await aCase('one', ben);
    const unallocated = await aCase('two');
    expect((await casesToReallocate(world.deps, asha, { service: 'waste' })).cases.map(({ reference }) => reference)).toEqual([
      unallocated,
    ]);
    expect((await casesToReallocate(world.deps, asha, { service: 'housing' })).total).toBe(0);
  });
});

test('whoever looks into it from outside still does when somebody else has the case', async () => {
  const reference = await aCase('one');
  const external = { name: 'Erin Outside', organisation: 'Outside Ltd', reasons: 'Nobody here is free of it.' };
  await act(reference, { type: 'allocate', service: 'waste', officer: ben, external });
  await give([reference]);
  expect((await world.deps.store.load(reference))?.state).toMatchObject({ allocation: { officer: carol, external } });
});

test('all that can be given are given, each by a command of its own', async () => {
  const cases = [await aCase('one', ben), await aCase('two', ben)];
  expect(await give(cases)).toEqual({ results: cases.map((reference) => ({ reference, why: undefined })) });
  for (const reference of cases) {
    expect(await has(reference)).toBe(carol.subject);
    expect((await world.deps.store.loadFile(reference))?.events.at(-1)).toMatchObject({ type: 'allocated', by: { subject: asha.subject } });
  }
});

test('what a hard rule forbids stays where it was, says why, and holds up no other', async () => {
  const [about, plain] = [await aCase('about carol', ben), await aCase('plain', ben)];
  await act(about, { type: 'record-conflict', kind: 'named', officer: carol, because: 'It is about her.' });
  const done = await give([about, plain]);
  expect(done).toMatchObject({
    results: [
      { reference: about, why: expect.stringContaining('Carol') },
      { reference: plain, why: undefined },
    ],
  });
  expect([await has(about), await has(plain)]).toEqual([ben.subject, carol.subject]);
});

test('pressed twice it changes nothing the second time and answers the same', async () => {
  const cases = [await aCase('one', ben)];
  const first = await give(cases);
  const version = (await world.deps.store.load(cases[0]!))?.version;
  expect(await give(cases)).toEqual(first);
  expect((await world.deps.store.load(cases[0]!))?.version).toBe(version);
});

test('a case that somebody else was given meanwhile is left to them', async () => {
  const reference = await aCase('one', ben);
  await act(reference, { type: 'allocate', service: 'waste', officer: asha, reason: 'She knows the street.' });
  expect(await give([reference])).toEqual({ results: [{ reference, why: 'Asha Example has it now.' }] });
  expect(await has(reference)).toBe(asha.subject);
});

test('of a restricted case nothing is said, not even who has it', async () => {
  const reference = await aCase('one', ben);
  await act(reference, { type: 'restrict', ground: 'whistleblowing', groups: ['monitoring-officer'], because: 'They work there.' });
  const why = 'There is no such case.';
  for (const to of [carol, ben]) expect(await give([reference], { to })).toEqual({ results: [{ reference, why }] });
  expect(await give([reference], { whose: { service: 'waste' } })).toEqual({ results: [{ reference, why }] });
});

test('somebody whose role does not allocate is refused, and so are more cases than one request carries out', async () => {
  const reference = await aCase('one', ben);
  expect(await give([reference], {}, ben)).toMatchObject({ refused: expect.stringContaining('role') });
  const many = Array.from({ length: mostAtOnce + 1 }, (_, index) => `LBC-2026-${String(index).padStart(6, '0')}` as Reference);
  expect(await give(many)).toMatchObject({ refused: `Choose ${mostAtOnce} cases or fewer at a time.` });
  expect(await has(reference)).toBe(ben.subject);
});
