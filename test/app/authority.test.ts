import { describe, expect, test } from 'vitest';
import { chooseMail } from '../../functions/app/choose-mail.ts';
import { countReleases } from '../../functions/app/count-releases.ts';
import { countSuggestions } from '../../functions/app/count-suggestions.ts';
import { findOutsideCases } from '../../functions/app/find-contact.ts';
import { showFrontDesk } from '../../functions/app/front-desk.ts';
import { releaseHeld } from '../../functions/app/held-contacts.ts';
import { listLessons } from '../../functions/app/list-lessons.ts';
import { listAutomatic, listQueue, listWorkloads } from '../../functions/app/list-queue.ts';
import { moveContact } from '../../functions/app/move-contact.ts';
import { recordingFor } from '../../functions/app/play-recording.ts';
import { previewLetter } from '../../functions/app/preview-letter.ts';
import { recordOwnAbsence } from '../../functions/app/record-own-absence.ts';
import { showRota } from '../../functions/app/rota.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { showCase } from '../../functions/app/show-case.ts';
import { staffEntry } from '../../functions/app/staff-entry.ts';
import { takeIn, takeInLogged } from '../../functions/app/take-in.ts';
import { whoLooked, whoReadMessage } from '../../functions/app/who-looked.ts';
import { addMinutes, writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Month } from '../../functions/domain/calendar/month.ts';
import type { Officer } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import { inView } from '../../functions/domain/cases/in-view.ts';
import { leadServiceOf } from '../../functions/domain/cases/lead-service.ts';
import { officerCommands } from '../../functions/domain/cases/possible.ts';
import { releasesOf } from '../../functions/domain/reporting/counted-release.ts';
import { decisionsByRoute } from '../../functions/domain/reporting/decisions-by-route.ts';
import { mayAct, mayOpen, viewerOf, whoDoes } from '../../functions/domain/staff/authority.ts';
import { type StaffMember, staffRoles } from '../../functions/domain/staff/staff-member.ts';
import { wellFormed } from '../domain/cases/case-walk.ts';
import { aContact, asha, ben, carol } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const me: Officer = { kind: 'officer', subject: 'officer-me', name: 'Dana Example', email: 'dana@council.example' };
const restrict: Command = { type: 'restrict', ground: 'whistleblowing', groups: ['monitoring-officer'], because: 'They work there.' };

/** A desk at which carol investigates for the waste service; `steps` were taken in a case by Asha of the complaints team. */
async function deskWith(...steps: readonly Command[]) {
  const world = deskWorld('2026-12-18T09:00:00Z');
  const { store } = world.deps;
  const record = (services: StaffMember['services']) => ({ services, trainedOn: writtenDate('2026-03-03') });
  for (const officer of [carol, me]) {
    await store.rememberOfficer(officer, ['investigator']);
    await store.recordStaff(officer.subject, { at: world.deps.now(), by: asha, record: record(['waste']) }, 0);
  }
  const taken = await takeIn(world.deps, aContact('2026-12-18T09:00:00Z'));
  if (taken.kind !== 'opened') throw new Error('not opened');
  const { reference } = taken;
  for (const [index, command] of steps.entries()) {
    const result = await runCommand(world.deps, { reference, command, commandId: `step-${index}`, by: asha });
    if (result.kind !== 'done') throw new Error(JSON.stringify(result));
  }
  return { ...world, store, reference };
}

const forService = (service: 'waste' | 'parking'): Command => ({ type: 'accept-at-stage-one', service, ombudsman: 'LGSCO' });
const toMe: Command = { type: 'allocate', service: 'parking', officer: me, reason: 'They know the street.' };

describe('every role and every act of the case page', () => {
  test.each<[string, readonly Command[]]>([
    ['their own', [forService('parking'), toMe]],
    ['of their service', [forService('waste')]],
    ['of another service', [forService('parking')]],
    ['restricted', [forService('waste'), restrict]],
  ])('in a case %s: the use case lets through exactly what the table allows', async (_name, steps) => {
    const { deps, store, reference } = await deskWith(...steps);
    const stored = (await store.load(reference))!;
    // Nothing is stored: each is asked of the same case.
    const unchanged = { ...deps, store: { ...store, save: async () => 'saved' as const, loadFile: async () => undefined } };
    const said = new Set<string>(Object.values(whoDoes));
    for (const role of staffRoles) {
      const staff: readonly StaffMember[] = [
        ...(await store.staff()).filter(({ subject }) => subject !== me.subject),
        { ...me, services: ['waste'], roles: [role] },
      ];
      const viewer = viewerOf(staff, me.subject, writtenDate('2026-12-18'));
      for (const type of officerCommands) {
        const asked = wellFormed(type, stored.state, deps.now());
        const command = asked.type === 'allocate' ? { ...asked, service: leadServiceOf(stored.state) } : asked;
        const result = await runCommand(unchanged, {
          reference,
          expected: stored.version,
          command,
          commandId: `as-${role}`,
          by: me,
          staff,
        });
        const through = result.kind !== 'not-found' && !(result.kind === 'refused' && said.has(result.why));
        expect([role, type, through]).toEqual([role, type, mayAct(viewer, inView(stored.state), type)]);
        if (!mayOpen(viewer, inView(stored.state))) expect(result).toEqual({ kind: 'not-found' });
      }
    }
  });

  test('somebody who is not in the directory does nothing and finds nothing', async () => {
    const { deps, reference } = await deskWith();
    const stranger = { ...me, subject: 'officer-stranger' };
    expect(await showCase(deps, reference, stranger)).toBeUndefined();
    expect(await runCommand(deps, { reference, command: { type: 'mark-read' }, commandId: 'x', by: stranger })).toEqual({
      kind: 'not-found',
    });
    expect((await listQueue(deps, stranger, { page: 1 })).total).toBe(0);
  });
});

describe('a case that is not theirs to open', () => {
  test('answers as one that does not exist: its page, its queue row, a message moved there, and its recording', async () => {
    const { deps, store, reference } = await deskWith(forService('waste'));
    expect((await showCase(deps, reference, carol))?.state.reference).toBe(reference);
    expect((await listQueue(deps, carol, { queue: 'all', page: 1 })).entries).toHaveLength(1);
    await runCommand(deps, { reference, command: restrict, commandId: 'restrict', by: asha });

    expect(await showCase(deps, reference, carol)).toBeUndefined();
    const { total, counts } = await listQueue(deps, carol, { queue: 'all', page: 1 });
    expect([total, counts.every(({ count }) => count === 0)]).toEqual([0, true]);
    const other = await takeIn(deps, aContact('2026-12-18T10:00:00Z', { from: { email: 'sam@resident.example' } }));
    if (other.kind !== 'opened') throw new Error('not opened');
    const move = (to: typeof reference) =>
      moveContact(deps, {
        from: other.reference,
        expected: 1,
        contact: { channel: 'email', id: 'message-2026-12-18T10:00:00Z' },
        to,
        commandId: 'move',
        by: asha,
      });
    const nowhere = 'LBC-2026-000777' as typeof reference;
    const [hidden, missing] = [await move(reference), await move(nowhere)];
    expect(JSON.stringify(hidden).replace(reference, '')).toBe(JSON.stringify(missing).replace(nowhere, ''));
    expect(await store.looks(other.reference)).toEqual([]);
  });

  test('keeps the recording of a call from whoever may not open it', async () => {
    const { deps, store } = await deskWith();
    const call = aContact('2026-12-18T11:00:00Z', { channel: 'voicemail', id: 'call-1', original: 'recordings/call-1' });
    const taken = await takeIn(deps, call);
    if (taken.kind !== 'opened') throw new Error('not opened');
    expect(await recordingFor(deps, 'call-1', asha)).toEqual({ original: 'recordings/call-1' });
    await runCommand(deps, { reference: taken.reference, command: restrict, commandId: 'restrict', by: asha });
    expect(await recordingFor(deps, 'call-1', asha)).toBeUndefined();
    expect(await recordingFor(deps, 'call-2', asha)).toBeUndefined();
    await store.rememberOfficer(ben, ['monitoring-officer']);
    expect(await recordingFor(deps, 'call-1', ben)).toEqual({ original: 'recordings/call-1' });
  });

  test('has no letter to look at, and says so as one that does not exist, whoever does what is asked', async () => {
    const { deps, reference } = await deskWith(forService('waste'), restrict);
    const preview = (of: typeof reference, command: Command) => previewLetter(deps, { reference: of, command, by: carol });
    for (const command of [toMe, { type: 'mark-read' }] satisfies Command[])
      expect(await preview(reference, command)).toEqual(await preview('LBC-2026-000777' as typeof reference, command));
  });

  test('is not named by a message of another case that may belong to it', async () => {
    const { deps, store, reference } = await deskWith(forService('waste'));
    const question = { kind: 'same-or-new', because: 'stranger', mayBelongTo: reference } as const;
    const other = await takeInLogged(deps, aContact('2026-12-18T10:00:00Z', { channel: 'post', id: 'letter' }), { by: asha, question });
    if (other.kind !== 'opened') throw new Error('not opened');
    const asked = async () => (await showCase(deps, other.reference, asha))?.state.questions?.map(({ mayBelongTo }) => mayBelongTo);
    expect(await asked()).toEqual([reference]);
    await runCommand(deps, { reference, command: restrict, commandId: 'restrict', by: asha });
    expect(await asked()).toEqual([undefined]);
    expect((await store.load(other.reference))?.state.questions).toMatchObject([{ mayBelongTo: reference }]);
  });

  test('can be dealt with whole by those to whom it is kept', async () => {
    const { deps, store, reference } = await deskWith(restrict);
    await store.rememberOfficer(ben, ['monitoring-officer']);
    expect(await runCommand(deps, { reference, command: forService('waste'), commandId: 'accept', by: ben })).toMatchObject({
      kind: 'done',
    });
    expect(
      await runCommand(deps, {
        reference,
        command: { type: 'lift-restriction', because: 'No longer needed.' },
        commandId: 'lift',
        by: ben,
      }),
    ).toMatchObject({ kind: 'done' });
    expect(await showCase(deps, reference, carol)).toBeDefined();
  });
});

test('what stands in no case is read by those whose role reads it, and by nobody else', async () => {
  const { deps, store } = await deskWith();
  const held = aContact('2026-12-18T10:00:00Z', { id: 'held', hold: 'spam-suspected' });
  await takeIn(deps, held);
  const filed = aContact('2026-12-18T10:00:00Z', { id: 'filed', automatic: 'auto-reply', from: { email: 'ann@elsewhere.example' } });
  await takeIn(deps, filed);
  await store.frontDesk.keepSignpost({
    id: 's',
    on: writtenDate('2026-12-18'),
    place: 'survey',
    link: 'https://survey.example/7',
    by: asha,
    at: deps.now(),
  });
  const reads = async (by: Officer) => [
    (await findOutsideCases(deps, by, held)) !== undefined,
    (await listAutomatic(deps, by)).length,
    (await showFrontDesk(deps, by)).signposts.length,
  ];
  expect([await reads(asha), await reads(carol)]).toEqual([
    [true, 1, 1],
    [false, 0, 0],
  ]);
});

describe('who looked', () => {
  test('is kept by officer, case and day, a visit for each hour, moves no version, and is told to the auditor alone', async () => {
    const { deps, store, reference, later } = await deskWith();
    await store.rememberOfficer(ben, ['auditor']);
    await showCase(deps, reference, asha);
    later(30);
    await showCase(deps, reference, asha);
    await showCase(deps, reference, carol);
    later(24 * 60);
    await showCase(deps, reference, asha);
    expect(await whoLooked(deps, reference, asha)).toBeUndefined();
    const looks = (await whoLooked(deps, reference, ben)) ?? [];
    expect(looks.map(({ by, on, visits, first, last }) => [by.name, on, visits, first.slice(11, 16), last.slice(11, 16)])).toEqual([
      ['Asha Example', '2026-12-19', 1, '09:30', '09:30'],
      ['Carol Example', '2026-12-18', 1, '09:30', '09:30'],
      ['Asha Example', '2026-12-18', 1, '09:00', '09:30'],
    ]);
    expect((await store.load(reference))?.version).toBe(1);
  });

  test('has who read a message before it was in the case, from when it has one', async () => {
    const { deps, store } = await deskWith();
    await store.rememberOfficer(ben, ['auditor']);
    const held = aContact('2026-12-18T10:00:00Z', { id: 'held', hold: 'spam-suspected' });
    await takeIn(deps, held);
    await findOutsideCases(deps, asha, held);
    expect((await whoReadMessage(deps, held, ben))?.map(({ by }) => by.name)).toEqual(['Asha Example']);
    expect(await whoReadMessage(deps, held, asha)).toBeUndefined();
    const released = await releaseHeld(deps, held, asha);
    if (released.kind !== 'done') throw new Error('not released');
    await showCase(deps, released.reference, carol);
    await showCase(deps, released.reference, ben);
    const looks = (await whoLooked(deps, released.reference, ben)) ?? [];
    expect(looks.map(({ by, atMessage }) => [by.name, atMessage])).toEqual(
      expect.arrayContaining([
        ['Asha Example', true],
        ['Ben Example', undefined],
      ]),
    );
  });

  test('counts nothing for somebody who was not let in', async () => {
    const { deps, store, reference } = await deskWith(restrict);
    await showCase(deps, reference, carol);
    expect(await store.looks(reference)).toEqual([]);
  });
});

test('what the desk reads beside its cases is guarded where it is read, and not only at its address', async () => {
  const { deps, store } = await deskWith(forService('waste'));
  const stranger: Officer = { ...me, subject: 'officer-stranger' };
  const months = ['2026-12' as Month];
  const suggested = (by: Officer) => countSuggestions(deps, by, months);
  expect(await suggested(stranger)).toBeUndefined();
  expect(await suggested(carol)).not.toEqual(decisionsByRoute([]));
  expect([await countReleases(deps, stranger, months), await countReleases(deps, carol, months)]).toEqual([undefined, releasesOf([])]);
  expect(await listLessons(deps, stranger)).toEqual([]);
  expect([await listWorkloads(deps, stranger), (await listWorkloads(deps, carol))!.length > 0]).toEqual([undefined, true]);
  expect([await staffEntry(deps, stranger, carol.subject), (await staffEntry(deps, asha, carol.subject))?.member.subject]).toEqual([
    undefined,
    carol.subject,
  ]);
  const shift = { officer: carol, from: deps.now(), until: addMinutes(deps.now(), 60) };
  await store.rota.change({ number: 1, at: deps.now(), by: asha, rota: [shift] });
  expect([await showRota(deps, stranger), (await showRota(deps, carol))?.rota.length]).toEqual([undefined, 1]);
  expect([await chooseMail(deps, stranger, ['new']), await chooseMail(deps, carol, ['new'])]).toEqual([
    expect.stringMatching(/^Your role does not let you/),
    undefined,
  ]);
});

describe('somebody who is away', () => {
  test('says so themselves; then their queue, and what they may do, is their deputy’s', async () => {
    const { deps, reference } = await deskWith(forService('parking'), toMe);
    await deps.store.recordStaff(carol.subject, { at: deps.now(), by: asha, record: { services: ['housing'] } }, 1);
    expect(await showCase(deps, reference, carol)).toBeUndefined();
    const absence = { awayUntil: writtenDate('2026-12-31'), deputies: [carol.subject] };
    expect(await recordOwnAbsence(deps, me, { absence, expected: 1 })).toEqual({ kind: 'recorded' });
    // What the Head recorded of them stays.
    expect((await deps.store.staffEntry(me.subject))?.recorded).toMatchObject({ services: ['waste'], trainedOn: '2026-03-03' });

    const { standingInFor } = await listQueue(deps, carol, { page: 1 });
    expect(standingInFor.map(({ absent, entries }) => [absent.name, entries.map((entry) => entry.reference)])).toEqual([
      ['Dana Example', [reference]],
    ]);
    expect((await showCase(deps, reference, carol))?.possible).toContainEqual({
      type: 'extend',
      possible: false,
      because: expect.any(String),
    });
    const workloads = (await listWorkloads(deps, carol)) ?? [];
    expect(workloads.find(({ subject }) => subject === me.subject)).toMatchObject({ open: 1, standsIn: { name: 'Carol Example' } });
    expect(workloads.find(({ subject }) => subject === carol.subject)).toEqual({ subject: carol.subject, open: 0, standsIn: undefined });
  });

  test('cannot have themselves as deputy, nor be away until a day that has gone', async () => {
    const { deps } = await deskWith();
    const say = (absence: Parameters<typeof recordOwnAbsence>[2]['absence']) => recordOwnAbsence(deps, me, { absence, expected: 1 });
    expect(await say({ deputies: [me.subject] })).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('Nobody stands in for themselves'),
    });
    expect(await say({ awayUntil: writtenDate('2026-12-17') })).toMatchObject({ kind: 'refused' });
    expect(await say({ awayFrom: writtenDate('2026-12-28') })).toEqual({
      kind: 'refused',
      why: 'Enter the last day of the absence as well.',
    });
  });
});
