import { expect, test } from 'vitest';
import { changeOf } from '../../functions/app/change-of.ts';
import type { CaseChange } from '../../functions/app/ports.ts';
import { reviseCalendar } from '../../functions/app/revise-calendar.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { sweepDeadlines } from '../../functions/app/sweep-deadlines.ts';
import { speakDueAlerts } from '../../functions/app/watch-case.ts';
import { withAdditions } from '../../functions/domain/calendar/additions.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Addition } from '../../functions/domain/calendar/working-days.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { aContact, asha, moment, rules, suggestsStageOne } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const proclaimed: Addition = { date: writtenDate('2026-12-22'), name: 'A day of thanks', number: 1, at: moment('2026-12-18T15:00:00Z') };
const referenceOf = (number: number) => `LBC-2026-${String(number).padStart(6, '0')}` as Reference;

/** The change that opens a case on that day. */
function opening(deps: ReturnType<typeof deskWorld>['deps'], receivedAt: string): CaseChange {
  const contact = aContact(receivedAt, { reachBy: [] });
  const command = { type: 'receive' as const, reference: referenceOf(1), contact, suggestion: suggestsStageOne };
  const change = changeOf(deps, undefined, command, { commandId: 'open', by: { kind: 'system' }, at: moment(receivedAt) });
  if ('refused' in change) throw new Error(change.refused);
  return change;
}

/** A desk with so many open cases; the holiday lies in the days that are counted for the first and then every fourth of them. */
async function deskWith(count: number, additions = [proclaimed]) {
  const world = deskWorld('2026-12-18T09:00:00Z');
  const { deps } = world;
  const [reached, before] = [opening(deps, '2026-12-18T09:00:00Z'), opening(deps, '2026-12-11T09:00:00Z')];
  for (let number = 1; number <= count; number += 1) {
    const change = number % 4 === 1 ? reached : before;
    const reference = referenceOf(number);
    await deps.store.save({
      ...change,
      reference,
      state: { ...change.state, reference },
      queue: change.queue && { ...change.queue, reference },
    });
  }
  world.clockTo('2026-12-21T09:30:00Z');
  const pauses: number[] = [];
  const calendar = withAdditions(rules.calendar, additions);
  const told = { ...deps, rules: { ...rules, calendar }, pause: async (milliseconds: number) => void pauses.push(milliseconds) };
  const revised = async (number: number) =>
    ((await deps.store.loadFile(referenceOf(number)))?.events ?? []).filter(({ type }) => type === 'calendar-revised');
  return { ...world, told, pauses, revised };
}

test('two thousand open cases are told of a bank holiday proclaimed late, twenty a second, each once however often it runs', async () => {
  const { told, pauses, revised } = await deskWith(2_000);
  expect(await reviseCalendar(told)).toBe(500);
  expect(pauses).toHaveLength(500);
  expect(new Set(pauses)).toEqual(new Set([50]));
  expect(await revised(1)).toMatchObject([
    { by: { kind: 'system' }, moved: [{ deadline: 'acknowledge', from: '2026-12-29', to: '2026-12-30' }] },
  ]);
  expect([await revised(2), (await revised(1_997)).length]).toEqual([[], 1]);
  expect(await told.store.calendar.walk()).toEqual({ number: 1, finished: true });
  expect(await reviseCalendar(told)).toBe(0);
  expect(await revised(1)).toHaveLength(1);
});

test('a run that dies is taken up where it noted its place, and tells nobody twice', async () => {
  const { told, revised } = await deskWith(250);
  const { calendar } = told.store;
  const rememberWalk: typeof calendar.rememberWalk = async (walk) => {
    await calendar.rememberWalk(walk);
    throw new Error('the lights went out');
  };
  await expect(reviseCalendar({ ...told, store: { ...told.store, calendar: { ...calendar, rememberWalk } } })).rejects.toThrow('lights');
  expect(await told.store.calendar.walk()).toEqual({ number: 1, after: referenceOf(100), finished: false });
  expect([await revised(97), await revised(101)].map(({ length }) => length)).toEqual([1, 0]);
  expect(await reviseCalendar(told)).toBe(38);
  expect([await revised(97), await revised(101), await revised(249)].map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(await told.store.calendar.walk()).toEqual({ number: 1, finished: true });
});

test('a case that cannot be told keeps no other from being told, and is told by a later sweep', async () => {
  const { told, revised } = await deskWith(8);
  const load: typeof told.store.load = async (reference) => {
    if (reference === referenceOf(1)) throw new Error('item-unreadable');
    return told.store.load(reference);
  };
  await expect(sweepDeadlines({ ...told, store: { ...told.store, load } })).rejects.toThrow();
  expect([await revised(1), await revised(5)].map(({ length }) => length)).toEqual([0, 1]);
  await sweepDeadlines(told);
  expect([await revised(1), await revised(5)].map(({ length }) => length)).toEqual([1, 1]);
});

test('a second holiday is told after the first, to every case again', async () => {
  const second: Addition = { ...proclaimed, date: writtenDate('2026-12-23'), number: 2, at: moment('2026-12-18T16:00:00Z') };
  const { told, revised } = await deskWith(4, [proclaimed, second]);
  await reviseCalendar(told);
  expect(await revised(1)).toMatchObject([
    { version: 1, moved: [{ from: '2026-12-29', to: '2026-12-30' }] },
    { version: 2, moved: [{ from: '2026-12-30', to: '2026-12-31' }] },
  ]);
});

test('the queue keeps the day that was promised, and the alert of that day speaks', async () => {
  const { told, clockTo } = await deskWith(1);
  const reference = referenceOf(1);
  await runCommand(told, {
    reference,
    command: { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' },
    commandId: 'accept',
    by: asha,
  });
  await reviseCalendar(told);
  expect((await told.store.openCases())[0]?.nextDue).toEqual({ kind: 'acknowledge', on: '2026-12-29' });
  clockTo('2026-12-29T09:00:00Z');
  expect(await speakDueAlerts(told, reference)).toBe(1);
  expect((await told.store.loadFile(reference))?.alerts).toEqual([{ deadline: 'acknowledge', kind: 'due', on: '2026-12-29' }]);
});
