import { describe, expect, test } from 'vitest';
import { listLessons } from '../../functions/app/list-lessons.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { sweepDeadlines } from '../../functions/app/sweep-deadlines.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { planAlerts } from '../../functions/app/watch-case.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import type { RemedyOffer } from '../../functions/domain/cases/remedies/remedy.ts';
import { aContact, asha, ben, carol } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const bin: RemedyOffer = {
  type: 'action-after-delay',
  what: 'Empty the bin.',
  impact: 'The rubbish stood for three weeks.',
  owner: ben,
  due: writtenDate('2026-11-27'),
};
const training: RemedyOffer = { type: 'training', what: 'Train the crew.', owner: ben, due: writtenDate('2027-02-01') };

/** A case in which these things are promised on Friday 20 November 2026. */
async function promising(...remedies: readonly RemedyOffer[]) {
  const world = deskWorld('2026-11-20T09:00:00Z');
  const taken = await takeIn(world.deps, aContact('2026-11-20T09:00:00Z'));
  if (taken.kind !== 'opened') throw new Error('not opened');
  const { reference } = taken;
  let commands = 0;
  const does = (command: Command) => runCommand(world.deps, { reference, command, commandId: `command-${++commands}`, by: asha });
  for (const remedy of remedies) expect(await does({ type: 'promise-remedy', remedy })).toMatchObject({ kind: 'done' });
  const sentOf = async (kind: string) => {
    await sendNotices(world.deps, reference);
    return world.sent.filter(({ notice }) => notice.kind === kind);
  };
  return { ...world, reference, does, sentOf };
}

describe('what is promised', () => {
  test('is chased with its owner, each remedy by itself, and with nobody who was not asked to', async () => {
    const { deps, clockTo, sentOf } = await promising(bin, { ...bin, what: 'Say sorry at the door.', owner: asha });
    clockTo('2026-11-27T09:30:00Z');
    await sweepDeadlines(deps);
    await sweepDeadlines(deps);
    const told = (await sentOf('alert')).filter(({ notice: { id } }) => id.startsWith('alert-remedy-'));
    expect(told.map(({ to, notice: { id } }) => [id, to])).toEqual([
      ['alert-remedy-1-due-2026-11-27-1', 'ben@council.example'],
      ['alert-remedy-2-due-2026-11-27-1', 'asha@council.example'],
    ]);
  });

  test('is asked about once, by the schedule or by the daily sweep, on the morning after its day', async () => {
    const { deps, reference, schedules, clockTo, does, sentOf } = await promising(bin);
    await does({ type: 'record-remedy-done', number: 1, on: writtenDate('2026-11-20'), evidence: 'Job 4711.' });
    await does({ type: 'withdraw', howWeKnow: 'She rang.' });
    clockTo('2026-11-27T20:00:00Z');
    await sweepDeadlines(deps);
    await planAlerts(deps, reference);
    expect(await sentOf('did-we-do-it')).toEqual([]);
    expect([...schedules]).toEqual([[`${reference}-ask-whether-done-2026-11-27`, { at: '2026-11-30T10:00:00.000Z', reference }]]);
    clockTo('2026-11-30T10:00:00Z');
    await sweepDeadlines(deps);
    await sweepDeadlines(deps);
    expect((await sentOf('did-we-do-it')).map(({ to }) => to)).toEqual(['rosa@resident.example']);
  });

  test('keeps a case in the queue that the person withdrew, until it is done and asked about', async () => {
    const { deps, clockTo, does, reference } = await promising(bin);
    await does({ type: 'withdraw', howWeKnow: 'She rang.' });
    const listed = async () => (await deps.store.openCases()).map((entry) => [entry.stage, entry.nextDue?.kind]);
    expect(await listed()).toEqual([['closed', 'remedy']]);
    await does({ type: 'record-remedy-done', number: 1, on: writtenDate('2026-11-20'), evidence: 'Job 4711.' });
    expect(await listed()).toEqual([['closed', 'ask-whether-done']]);
    clockTo('2026-11-30T10:00:00Z');
    await planAlerts(deps, reference);
    expect(await listed()).toEqual([]);
  });
});

describe('what the service learns', () => {
  test('stands in the register as soon as it is promised, and says nothing of the person', async () => {
    const { deps, reference, does } = await promising(bin, training);
    const entry = { reference, number: 2, type: 'training', what: 'Train the crew.', due: '2027-02-01', state: { is: 'promised' } };
    expect(await deps.store.lessons()).toMatchObject([entry]);
    expect(JSON.stringify(await deps.store.lessons())).not.toContain('Rosa');
    await does({ type: 'record-remedy-done', number: 2, on: writtenDate('2026-11-20'), evidence: 'The list.' });
    expect(await deps.store.lessons()).toMatchObject([{ ...entry, state: { is: 'done', on: '2026-11-20' } }]);
  });

  test('is listed without case and words for whoever may not open the case, for as long as it is restricted', async () => {
    const { deps, reference, does } = await promising(training);
    const listed = async (by = asha) => (await listLessons(deps, by)).map(({ of }) => of);
    expect(await listed()).toEqual([{ reference, what: 'Train the crew.' }]);
    await does({ type: 'restrict', ground: 'whistleblowing', groups: ['monitoring-officer'], because: 'They work there.' });
    await deps.store.rememberOfficer(carol, ['monitoring-officer']);
    expect([await listed(), await listed(carol)]).toEqual([[undefined], [{ reference, what: 'Train the crew.' }]]);
    await runCommand(deps, { reference, command: { type: 'lift-restriction', because: 'Over.' }, commandId: 'lift', by: carol });
    expect(await listed()).toEqual([{ reference, what: 'Train the crew.' }]);
  });
});
