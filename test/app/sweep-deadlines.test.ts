import { describe, expect, test } from 'vitest';
import { releaseHeld, setAsideHeld } from '../../functions/app/held-contacts.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { sweepDeadlines } from '../../functions/app/sweep-deadlines.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { type WrittenDate, writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { MailChoice } from '../../functions/domain/staff/mail-choices.ts';
import type { StaffRecord } from '../../functions/domain/staff/recording.ts';
import { aContact, asha, ben } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const team = 'complaints-team@luton.example';

/** A complaint of Friday 18 December that Ben has: its acknowledgement is due on Tuesday 29 December. */
async function given() {
  const world = deskWorld('2026-12-18T09:00:00Z');
  const { deps } = world;
  const taken = await takeIn(deps, aContact('2026-12-18T09:00:00Z'));
  if (taken.kind !== 'opened') throw new Error('not opened');
  const { reference } = taken;
  const accept = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' } as const;
  await runCommand(deps, { reference, command: accept, commandId: 'accept', by: asha });
  const allocate = { type: 'allocate', service: 'waste', officer: ben, reason: 'He knows the round.' } as const;
  await runCommand(deps, { reference, command: allocate, commandId: 'allocate', by: asha });
  /** Both runs of that day, and who got a message of the morning with which subject. */
  const morning = async (day: WrittenDate) => {
    for (const time of ['08:30', '09:30']) {
      world.clockTo(`${day}T${time}:00Z`);
      await sweepDeadlines(deps);
    }
    await sendNotices(deps, writtenDate(day));
    return world.sent.splice(0).filter(({ notice }) => notice.kind === 'morning-message');
  };
  const subjects = async (day: WrittenDate) => (await morning(day)).map(({ to, notice }) => `${to}: ${notice.letter.subject}`).toSorted();
  const record = (of: typeof ben, changes: StaffRecord, version = 0) =>
    deps.store.recordStaff(of.subject, { at: deps.now(), by: asha, record: changes }, version);
  return { ...world, reference, morning, subjects, record };
}

describe('the message of the morning', () => {
  test('D35: tells each person once what is new, due soon, due today and overdue, and the team what is overdue', async () => {
    const { subjects } = await given();
    expect(await subjects('2026-12-21')).toEqual([`${ben.email}: This morning: 1 new`]);
    expect(await subjects('2026-12-22')).toEqual([]);
    expect(await subjects('2026-12-23')).toEqual([`${ben.email}: This morning: 1 due in two working days`]);
    expect(await subjects('2026-12-24')).toEqual([]);
    expect(await subjects('2026-12-29')).toEqual([`${ben.email}: This morning: 1 due today`]);
    expect(await subjects('2026-12-30')).toEqual([`${ben.email}: This morning: 1 overdue`, `${team}: This morning: 1 overdue`]);
  });

  test('comes on no weekend and on no bank holiday, whatever is overdue', async () => {
    const { subjects } = await given();
    expect(await subjects('2027-01-01')).toEqual([]);
    expect(await subjects('2027-01-02')).toEqual([]);
    expect(await subjects('2027-01-04')).toHaveLength(2);
  });

  test('D35: says what is overdue on every working day until it is done, long after its last alert', async () => {
    const { morning, deps, reference } = await given();
    const [toBen] = await morning('2027-06-01');
    expect(toBen?.notice.letter.blocks).toContainEqual({
      terms: [
        {
          term: reference,
          detail: `Waste and recycling. The acknowledgement was due on Tuesday 29 December 2026, 105 working days ago. https://complaints.example/desk/cases/${reference}`,
        },
      ],
    });
    await runCommand(deps, { reference, command: { type: 'withdraw', howWeKnow: 'They rang.' }, commandId: 'withdraw', by: ben });
    expect(await morning('2027-06-02')).toEqual([]);
  });

  test('D22: two working days before a date says to respond or extend, and what follows by itself', async () => {
    const { morning } = await given();
    const [toBen] = await morning('2026-12-23');
    expect(JSON.stringify(toBen?.notice.letter.blocks)).toContain(
      'respond or extend the time by its date. If that is not done, at 10:00 on the next working day the person gets an apology by itself.',
    );
  });

  test('tells whoever wrote it, once, that a second person returned what they proposed', async () => {
    const { subjects, morning, deps, reference } = await given();
    await subjects('2026-12-21');
    const ground = 'legal-proceedings' as const;
    const words = { facts: 'The claim was issued.', discretion: 'The delay is ours.', alternative: 'The court decides.' };
    const decline = { type: 'decline', ground, ...words, ombudsmen: ['LGSCO'] } as const;
    await runCommand(deps, { reference, command: decline, commandId: 'decline', by: asha });
    const back = { type: 'return-proposal', comments: 'Say which court.' } as const;
    await runCommand(deps, { reference, command: back, commandId: 'back', by: ben });
    const [toAsha, ...others] = await morning('2026-12-22');
    expect([toAsha?.to, toAsha?.notice.letter.subject, others]).toEqual([asha.email, 'This morning: 1 came back to be changed', []]);
    expect(JSON.stringify(toAsha?.notice.letter)).not.toContain('court');
    expect((await subjects('2026-12-23')).join()).not.toContain('came back');
  });

  test('records what it said as spoken, once, and nothing of the case leaves beside it', async () => {
    const { subjects, deps, reference } = await given();
    await subjects('2026-12-23');
    await subjects('2026-12-29');
    const file = await deps.store.loadFile(reference);
    expect(file?.alerts.map(({ deadline, kind, on }) => `${deadline} ${kind} ${on}`)).toEqual([
      'acknowledge due 2026-12-29',
      'acknowledge warning 2026-12-23',
    ]);
    expect(file?.notices.filter(({ kind }) => kind === 'alert')).toEqual([]);
  });

  test('that the first run could not write is written by the second', async () => {
    const { deps, clockTo, sent } = await given();
    const { planForDay } = deps.store;
    clockTo('2026-12-29T08:30:00Z');
    const broken = { ...deps, store: { ...deps.store, planForDay: () => Promise.reject(new Error('away')) } };
    await expect(sweepDeadlines(broken)).rejects.toThrow(AggregateError);
    clockTo('2026-12-29T09:30:00Z');
    await sweepDeadlines({ ...deps, store: { ...deps.store, planForDay } });
    await sendNotices(deps, writtenDate('2026-12-29'));
    expect(sent.filter(({ notice }) => notice.kind === 'morning-message').map(({ to }) => to)).toEqual([ben.email]);
  });

  test.each<[readonly MailChoice[], WrittenDate, number]>([
    [['due-soon'], '2026-12-23', 0],
    [['new'], '2026-12-23', 1],
    [['new'], '2026-12-21', 0],
    [['due-soon', 'new'], '2026-12-29', 1],
    [['due-soon', 'new'], '2026-12-30', 2],
  ])('leaves out what somebody switched off (%s, on %s) and nothing else', async (off, day, messages) => {
    const { deps, subjects } = await given();
    await deps.store.chooseMail(ben.subject, off);
    expect(await subjects(day)).toHaveLength(messages);
  });

  test('of somebody who is away goes to whoever stands in for them, and to the team where nobody does', async () => {
    const { morning, record } = await given();
    const away = { awayUntil: writtenDate('2027-01-08') };
    await record(ben, { ...away, deputies: [asha.subject] });
    const [toAsha, ...others] = await morning('2026-12-29');
    expect([toAsha?.to, others]).toEqual([asha.email, []]);
    expect(toAsha?.notice.letter.blocks).toContainEqual({ heading: 'For colleagues who are away' });
    await record(ben, away, 1);
    expect((await morning('2026-12-30')).map(({ to }) => to)).toEqual([team]);
  });

  test('tells the team of what was accepted and given to nobody', async () => {
    const { deps, subjects } = await given();
    const taken = await takeIn(deps, aContact('2026-12-18T10:00:00Z', { from: { name: 'Ken Example', email: 'ken@elsewhere.example' } }));
    const accept = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' } as const;
    await runCommand(deps, {
      reference: 'reference' in taken ? taken.reference : undefined!,
      command: accept,
      commandId: 'accept',
      by: asha,
    });
    expect(await subjects('2026-12-22')).toEqual([`${team}: This morning: 1 given to nobody`]);
  });

  test('tells the team of a request that nobody has, long before its day', async () => {
    const { deps, subjects } = await given();
    const taken = await takeIn(deps, aContact('2026-12-18T10:00:00Z', { from: { name: 'Ken Example', email: 'ken@elsewhere.example' } }));
    const request = {
      type: 'record-service-request',
      service: 'waste',
      promisedBy: writtenDate('2027-01-29'),
      whatWeWillDo: 'We will empty the bin.',
    } as const;
    const reference = 'reference' in taken ? taken.reference : undefined!;
    await runCommand(deps, { reference, command: request, commandId: 'request', by: asha });
    expect(await subjects('2026-12-22')).toEqual([`${team}: This morning: 1 given to nobody`]);
  });

  test('D9: tells the team of a message whose route nobody has decided for longer than a working day', async () => {
    const { deps, subjects } = await given();
    await takeIn(deps, aContact('2026-12-18T10:00:00Z', { from: { name: 'Ken Example', email: 'ken@elsewhere.example' } }));
    expect((await subjects('2026-12-21')).filter((one) => one.startsWith(team))).toEqual([`${team}: This morning: 1 due today`]);
    expect((await subjects('2026-12-22')).filter((one) => one.startsWith(team))).toEqual([`${team}: This morning: 1 overdue`]);
  });
});

describe('messages that are held', () => {
  async function held() {
    const world = deskWorld('2026-12-18T16:00:00Z');
    const spam = aContact('2026-12-18T16:00:00Z', { hold: 'spam-suspected' });
    await takeIn(world.deps, spam);
    const told = async (day: WrittenDate) => {
      world.clockTo(`${day}T08:30:00Z`);
      await sweepDeadlines(world.deps);
      await sendNotices(world.deps, writtenDate(day));
      return world.sent.splice(0).filter(({ notice }) => notice.kind === 'morning-message');
    };
    return { ...world, spam, told };
  }

  test('stand in the team’s message of each working day: how many, since when, and by when to acknowledge', async () => {
    const { told, deps } = await held();
    expect(await told('2026-12-19')).toEqual([]);
    const [monday, ...more] = await told('2026-12-21');
    expect(more).toEqual([]);
    expect(monday).toMatchObject({ to: team, owner: '2026-12-21' });
    expect(monday?.notice.letter.subject).toBe('This morning: 1 message to read');
    expect(monday?.notice.letter.blocks).toContainEqual({
      terms: [
        { term: 'Came on', detail: 'Friday 18 December 2026' },
        { term: 'If it is a complaint, acknowledge it by', detail: 'Tuesday 29 December 2026' },
      ],
    });
    expect(await told('2026-12-21')).toEqual([]);
    await takeIn(deps, aContact('2026-12-21T12:00:00Z', { hold: 'unreadable' }));
    expect((await told('2026-12-22')).map(({ notice }) => notice.letter.subject)).toEqual(['This morning: 2 messages to read']);
    expect(await told('2026-12-25')).toEqual([]);
  });

  test('are told of no more once they are released or set aside', async () => {
    const { told, deps, spam } = await held();
    const other = { ...spam, id: 'another' };
    await takeIn(deps, other);
    await releaseHeld(deps, spam, asha);
    await setAsideHeld(deps, other, asha, 'An advertisement');
    const [monday] = await told('2026-12-21');
    expect(monday?.notice.letter.subject).toBe('This morning: 1 due today');
  });
});

describe('contact details that nobody has checked for long', () => {
  test('are put before the Head once a week, however often the sweep runs', async () => {
    const { deps, sent, clockTo } = deskWorld('2027-02-22T09:30:00Z');
    await deps.store.rememberOfficer(asha);
    await deps.store.recordStaff(asha.subject, { at: deps.now(), by: ben, record: { roles: ['head-of-complaints'] } }, 0);
    const told = async () => {
      await sweepDeadlines(deps);
      for (const day of ['2027-02-22', '2027-02-23'] as const) await sendNotices(deps, writtenDate(day));
      return sent.filter(({ notice }) => notice.kind === 'contacts-to-check').map(({ to }) => to);
    };
    expect(await told()).toEqual([asha.email]);
    expect(await told()).toEqual([asha.email]);
    clockTo('2027-02-23T09:30:00Z');
    expect(await told()).toEqual([asha.email]);
  });
});
