import { describe, expect, test } from 'vitest';
import { recordCalledSpam, recordDelivery } from '../../functions/app/record-delivery.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices, sweepNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { type Instant, writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import { deadlinesOf } from '../../functions/domain/deadlines/deadlines-of.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { takingBack } from '../../functions/domain/policy/writing.ts';
import { aContact, asha, ben, moment, rules } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

async function withCase(changes: Partial<Contact> = {}) {
  const world = deskWorld('2026-12-18T09:00:00Z');
  const taken = await takeIn(world.deps, aContact('2026-12-18T09:00:00Z', changes));
  if (taken.kind !== 'opened') throw new Error('not opened');
  const { reference } = taken;
  const act = async (command: Command) => {
    const result = await runCommand(world.deps, { reference, command, commandId: world.deps.newId(), by: asha });
    expect(result.kind).toBe('done');
    // Until then it could be taken back.
    world.later(takingBack.minutes);
  };
  const standings = async () => (await world.deps.store.notices(reference)).map(({ id, standing }) => `${id}: ${standing.kind}`);
  return { ...world, reference, act, standings };
}

const fullMailbox = (sesMessageId: string, at: Instant) =>
  ({ kind: 'bounced', sesMessageId, permanent: false, why: 'Transient MailboxFull 5.2.2', at }) as const;

describe('a planned notice', () => {
  test('is sent once, however often the stream speaks of it', async () => {
    const { deps, reference, sent, standings } = await withCase();
    await sendNotices(deps, reference);
    await sendNotices(deps, reference);
    expect(sent.map(({ to }) => to)).toEqual(['rosa@resident.example']);
    expect(await standings()).toEqual(['0001-receipt: accepted']);
  });

  test('that two senders reach for at once is sent by one of them', async () => {
    const { deps, reference, sent } = await withCase();
    await Promise.all([sendNotices(deps, reference), sendNotices(deps, reference)]);
    expect(sent).toHaveLength(1);
  });

  test('stays planned when SES has a fault, and is sent by the sweep', async () => {
    const { deps, reference, sent, ses, standings } = await withCase();
    ses.push('fault', 'fault', 'fault');
    for (let run = 1; run <= 3; run += 1) await expect(sendNotices(deps, reference)).rejects.toThrow();
    expect(await standings()).toEqual(['0001-receipt: planned']);
    await sweepNotices(deps);
    expect(sent).toHaveLength(1);
    expect(await standings()).toEqual(['0001-receipt: accepted']);
  });

  test('whose sender died is sent again with the same number once the lease has run out', async () => {
    const { deps, reference, sent, later } = await withCase();
    await deps.store.leaseNotice(reference, '0001-receipt', moment('2026-12-18T09:00:00Z'), moment('2026-12-18T09:02:00Z'));
    await sendNotices(deps, reference);
    expect(sent).toEqual([]);
    later(15);
    await sweepNotices(deps);
    expect(sent.map(({ notice }) => notice.id)).toEqual(['0001-receipt']);
  });

  test('that SES took while our note of it failed waits for its lease: news of its delivery comes first', async () => {
    const { deps, reference, sent, standings } = await withCase();
    const settleNotice = async () => {
      throw new Error('table out of reach');
    };
    await expect(sendNotices({ ...deps, store: { ...deps.store, settleNotice } }, reference)).rejects.toThrow();
    await recordDelivery(deps, reference, '0001-receipt', { kind: 'delivered', sesMessageId: 'ses-1', at: deps.now() });
    await sweepNotices(deps);
    expect(sent).toHaveLength(1);
    expect(await standings()).toEqual(['0001-receipt: delivered']);
  });

  test('to a person without e-mail is a letter to print', async () => {
    const { deps, reference, sent, standings } = await withCase({
      from: { name: 'Rosa Example', address: '1 High Street' },
      reachBy: ['post'],
    });
    await sendNotices(deps, reference);
    expect(sent).toEqual([]);
    expect(await standings()).toEqual(['0001-receipt: to-print']);
  });

  test('that SES refuses for good is a fact of the case: another way within one working day', async () => {
    const { deps, reference, ses, standings } = await withCase();
    ses.push('refuse');
    await sendNotices(deps, reference);
    expect(await standings()).toEqual(['0001-receipt: failed']);
    const state = (await deps.store.load(reference))?.state;
    expect(deadlinesOf(state!, rules).find(({ kind }) => kind === 'reach-another-way')?.due).toBe('2026-12-21');
  });
});

describe('mail about possible harm that SES refuses', () => {
  const inDanger = { text: 'He says he will kill me tonight.' };
  const officers = ['out-of-hours@luton.example', 'complaints-team@luton.example'];

  test('is a fault on every try, of the stream and of the sweep, and nobody else’s mail waits for it', async () => {
    const { deps, reference, ses, sent } = await withCase(inDanger);
    ses.push('refuse', 'refuse', 'accept', 'refuse', 'refuse');
    await expect(sendNotices(deps, reference)).rejects.toThrow();
    await expect(sendNotices(deps, reference)).rejects.toThrow();
    ses.push('refuse');
    await expect(sweepNotices(deps)).rejects.toThrow();
    await sweepNotices(deps);
    expect(sent.map(({ to }) => to)).toEqual(['rosa@resident.example', officers[1], officers[0]]);
  });

  test('is put down as failed a day later, with one more fault', async () => {
    const { deps, reference, ses, standings, clockTo } = await withCase(inDanger);
    ses.push('refuse', 'refuse');
    await expect(sendNotices(deps, reference)).rejects.toThrow();
    clockTo('2026-12-19T09:00:00Z');
    ses.push('refuse', 'refuse');
    await expect(sweepNotices(deps)).rejects.toThrow();
    expect(await standings()).toEqual(['0001-possible-harm-1: failed', '0001-possible-harm-2: failed', '0001-receipt: accepted']);
    await sweepNotices(deps);
  });
});

describe('a letter in a conversation', () => {
  test('names what this person wrote and what we wrote to them, and nothing of anybody else in the case', async () => {
    const thread = (messageId: string) => ({ email: { messageId, references: [], to: [] } });
    const { deps, reference, sent, act } = await withCase(thread('<complaint@rosas-provider.example>'));
    await sendNotices(deps, reference);
    const helper = { from: { email: 'help@refuge.example' }, id: 'by-helper', ...thread('<support@refuge.example>') };
    const contact = aContact('2026-12-18T10:00:00Z', helper);
    const command = { type: 'add-correspondence', contact, flags: [], joinedBy: 'officer', writer: 'help@refuge.example' } as const;
    await runCommand(deps, { reference, command, commandId: 'joined', by: asha, contact });
    await act({ type: 'withdraw', howWeKnow: 'They rang.' });
    await sendNotices(deps, reference);
    expect(sent.at(-1)?.earlier).toEqual([{ messageId: '<complaint@rosas-provider.example>' }, { sesMessageId: 'ses-1' }]);
  });
});

describe('an acknowledgement', () => {
  async function acknowledged() {
    const world = await withCase();
    await sendNotices(world.deps, world.reference);
    await world.act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await world.act({ type: 'allocate', service: 'waste', officer: asha, reason: 'She knows the round.' });
    world.clockTo('2026-12-21T16:00:00Z');
    await world.act({ type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: 'Empty it.' });
    const stage = async () => (await world.deps.store.load(world.reference))?.state.stage;
    const due = async () =>
      deadlinesOf((await world.deps.store.load(world.reference))!.state, rules).find(({ kind }) => kind === 'acknowledge');
    return { ...world, stage, due };
  }

  test('that bounces for good counts as not made: the original due date stands again', async () => {
    const { deps, reference, stage, due } = await acknowledged();
    await sendNotices(deps, reference);
    expect(await stage()).toBe('acknowledged');
    const bounce = { kind: 'bounced', sesMessageId: 'ses-1', permanent: true, why: 'no such mailbox', at: deps.now() } as const;
    await recordDelivery(deps, reference, '0004-acknowledgement', bounce);
    await recordDelivery(deps, reference, '0004-acknowledgement', bounce);
    expect(await stage()).toBe('accepted');
    expect((await due())?.due).toBe('2026-12-29');
    expect((await due())?.met).toBeUndefined();
  });

  test('whose mailbox is full counts as not made: it may not leave on another day. The address itself is not given up', async () => {
    const { deps, reference, stage } = await acknowledged();
    await sendNotices(deps, reference);
    await recordDelivery(deps, reference, '0004-acknowledgement', fullMailbox('ses-2', deps.now()));
    expect(await stage()).toBe('accepted');
    expect((await deps.store.load(reference))?.state.failedEmail).toBeUndefined();
  });

  test('that could not leave on its day counts as not made, and its dates do not go out the day after', async () => {
    const { deps, ses, sent, stage, standings, clockTo } = await acknowledged();
    ses.push('fault', 'fault');
    await expect(sweepNotices(deps)).rejects.toThrow();
    expect(await stage()).toBe('acknowledged');
    clockTo('2026-12-22T00:05:00Z');
    await sweepNotices(deps);
    expect(await stage()).toBe('accepted');
    expect(await standings()).toContain('0004-acknowledgement: failed');
    expect(sent.map(({ notice }) => notice.kind)).toEqual(['receipt']);
  });
});

describe('a letter whose mailbox is full', () => {
  const answered = async (world: Awaited<ReturnType<typeof withCase>>, message: number) =>
    recordDelivery(world.deps, world.reference, '0001-receipt', fullMailbox(`ses-${message}`, world.deps.now()));

  test('is tried again a day later, not before, and keeps the date of every step', async () => {
    const world = await withCase();
    const { deps, reference, sent, later, standings } = world;
    await sendNotices(deps, reference);
    await answered(world, 1);
    expect(await standings()).toEqual(['0001-receipt: planned']);
    expect((await deps.store.load(reference))?.state.undelivered).toBeUndefined();
    later(23 * 60);
    await sweepNotices(deps);
    await sendNotices(deps, reference);
    expect(sent).toHaveLength(1);
    later(65);
    await sweepNotices(deps);
    expect(sent).toHaveLength(2);
    await recordDelivery(deps, reference, '0001-receipt', { kind: 'delivered', sesMessageId: 'ses-2', at: deps.now() });
    const [receipt] = await deps.store.notices(reference);
    expect(receipt).toMatchObject({ attempts: 2, plannedAt: '2026-12-18T09:00:00.000Z', triedAt: '2026-12-19T09:05:00.000Z' });
    expect(receipt?.steps?.map(({ kind, at }) => `${kind} ${at.slice(0, 16)}`)).toEqual([
      'accepted 2026-12-18T09:00',
      'bounced 2026-12-18T09:00',
      'accepted 2026-12-19T09:05',
      'delivered 2026-12-19T09:05',
    ]);
  });

  test('the same news again, or of an earlier try, does not put it off', async () => {
    const world = await withCase();
    const { deps, reference, later, standings } = world;
    await sendNotices(deps, reference);
    await answered(world, 1);
    await answered(world, 1);
    later(25 * 60);
    await answered(world, 1);
    await sweepNotices(deps);
    await answered(world, 1);
    expect(await standings()).toEqual(['0001-receipt: accepted']);
  });

  test('is tried twice more and no oftener: then a person must find another way, and nothing more goes to that address', async () => {
    const world = await withCase();
    const { deps, reference, sent, later, standings, act } = world;
    await sendNotices(deps, reference);
    for (const message of [1, 2, 3]) {
      await answered(world, message);
      later(25 * 60);
      await sweepNotices(deps);
    }
    expect(sent).toHaveLength(3);
    expect(await standings()).toEqual(['0001-receipt: bounced']);
    expect((await deps.store.load(reference))?.state).toMatchObject({
      undelivered: { noticeId: '0001-receipt' },
      failedEmail: 'rosa@resident.example',
    });
    await act({ type: 'reached-another-way', how: 'Rang and gave the reference.' });
    await act({ type: 'signpost', to: 'school', reasons: 'Governors.', howToReach: 'Write to the governors.' });
    await sendNotices(deps, reference);
    expect(sent).toHaveLength(3);
    expect((await standings()).at(-1)).toMatch(/signposted: to-print$/);
  });

  test('is not tried again where the address has failed, been put right or is no longer safe', async () => {
    for (const change of [
      { type: 'record-called-spam', noticeId: '0007-response', failedEmail: 'rosa@resident.example' },
      { type: 'correct-email', email: 'rosa@elsewhere.example' },
      { type: 'confirm-caller', telephone: '01632 960123', reachBy: ['telephone'] },
    ] as const) {
      const world = await withCase({ channel: change.type === 'confirm-caller' ? 'voicemail' : 'email' });
      const { deps, reference, sent, later, standings, act } = world;
      await sendNotices(deps, reference);
      await answered(world, 1);
      await act(change);
      later(25 * 60);
      await sweepNotices(deps);
      expect(sent).toHaveLength(1);
      expect(await standings()).toContain('0001-receipt: failed');
      expect((await deps.store.load(reference))?.state.undelivered).toMatchObject({ noticeId: '0001-receipt' });
    }
  });

  test('came back before we noted that SES has it: our late note does not make it sent', async () => {
    const { deps, reference, standings } = await withCase();
    await deps.store.leaseNotice(reference, '0001-receipt', deps.now(), moment('2026-12-18T09:02:00Z'));
    await recordDelivery(deps, reference, '0001-receipt', { ...fullMailbox('ses-1', deps.now()), acceptedAt: deps.now() });
    await deps.store.settleNotice(reference, '0001-receipt', { kind: 'accepted', sesMessageId: 'ses-1', at: deps.now() });
    expect(await standings()).toEqual(['0001-receipt: planned']);
    expect((await deps.store.notices(reference))[0]?.steps?.map(({ kind }) => kind)).toEqual(['accepted', 'bounced']);
  });
});

describe('mail to officers that came back', () => {
  test.each(['full', 'gone'])(
    'is a fault where it told of possible harm and the mailbox is %s, and of no effect on the case',
    async (mailbox) => {
      const { deps, reference, sent } = await withCase({ text: 'I want to kill myself tonight.' });
      await sendNotices(deps, reference);
      const message = sent.findIndex(({ notice }) => notice.kind === 'possible-harm') + 1;
      const bounce = { ...fullMailbox(`ses-${message}`, deps.now()), permanent: mailbox === 'gone' };
      const told = () => recordDelivery(deps, reference, sent[message - 1]?.notice.id ?? '', bounce);
      await expect(told()).rejects.toThrow('possible harm');
      await expect(told()).rejects.toThrow('possible harm');
      expect((await deps.store.load(reference))?.state.undelivered).toBeUndefined();
    },
  );
});

describe('a letter that was called spam', () => {
  test('is a task for a person within one working day, once; what it did stands, and nothing more goes there', async () => {
    const { deps, reference, sent, act } = await withCase();
    await sendNotices(deps, reference);
    await recordDelivery(deps, reference, '0001-receipt', { kind: 'delivered', sesMessageId: 'ses-1', at: deps.now() });
    await recordCalledSpam(deps, reference, '0001-receipt');
    await recordCalledSpam(deps, reference, '0001-receipt');
    const stored = await deps.store.load(reference);
    expect(stored?.version).toBe(2);
    expect(deadlinesOf(stored!.state, rules).find(({ kind }) => kind === 'reach-another-way')?.due).toBe('2026-12-21');
    await act({ type: 'reached-another-way', how: 'Rang: the letters are welcome by post.' });
    await recordCalledSpam(deps, reference, '0001-receipt');
    expect((await deps.store.load(reference))?.state.undelivered).toBeUndefined();
    await act({ type: 'withdraw', howWeKnow: 'They rang.' });
    await sendNotices(deps, reference);
    expect(sent).toHaveLength(1);
  });
});

describe('receipts to one address', () => {
  async function complaints(count: number) {
    const world = deskWorld('2026-12-18T09:00:00Z');
    const references: Reference[] = [];
    for (let number = 1; number <= count; number += 1) {
      const taken = await takeIn(world.deps, aContact('2026-12-18T09:00:00Z', { id: `message-${number}` }));
      if (taken.kind !== 'opened') throw new Error('not opened');
      references.push(taken.reference);
      await sendNotices(world.deps, taken.reference);
    }
    return { ...world, references };
  }

  test('stop at the ceiling of a day: the cases stand, and a person is asked to find another way', async () => {
    const { deps, sent, references } = await complaints(7);
    expect(sent).toHaveLength(5);
    const [held] = await deps.store.notices(references[6]!);
    expect(held?.standing).toMatchObject({ kind: 'held-back' });
    const state = (await deps.store.load(references[6]!))?.state;
    expect(state).toMatchObject({ stage: 'received', undelivered: { noticeId: '0001-receipt' } });
    expect(deadlinesOf(state!, rules).find(({ kind }) => kind === 'reach-another-way')?.due).toBe('2026-12-21');
  });

  test('do not stop a letter that is a duty', async () => {
    const { deps, sent, references, later } = await complaints(7);
    const command: Command = { type: 'signpost', to: 'school', reasons: 'Governors.', howToReach: 'Write to them.' };
    await runCommand(deps, { reference: references[6]!, command, commandId: 'another-way', by: asha });
    later(takingBack.minutes);
    await sendNotices(deps, references[6]!);
    expect(sent.at(-1)?.notice.kind).toBe('signposted');
  });

  test('stop for one case too, sooner than for an address: something answers our answers', async () => {
    const { deps, sent, references } = await complaints(1);
    const [opening] = await deps.store.notices(references[0]!);
    const others = [2, 3, 4].map((nth) => ({ ...opening!, id: `000${nth}-receipt` }));
    const alert = { deadline: 'triage', kind: 'due', on: writtenDate('2026-12-18') } as const;
    await deps.store.speakAlert(references[0]!, alert, others, deps.now());
    await sendNotices(deps, references[0]!);
    expect(sent).toHaveLength(3);
    expect((await deps.store.notices(references[0]!)).at(-1)?.standing.kind).toBe('held-back');
  });

  test('go out again the next day', async () => {
    const { deps, sent, clockTo } = await complaints(7);
    clockTo('2026-12-19T09:00:00Z');
    const taken = await takeIn(deps, aContact('2026-12-19T09:00:00Z'));
    if (taken.kind !== 'opened') throw new Error('not opened');
    await sendNotices(deps, taken.reference);
    expect(sent).toHaveLength(6);
  });

  test('are counted once however often SES has to be asked', async () => {
    const world = await complaints(4);
    world.ses.push('fault', 'fault', 'fault');
    const taken = await takeIn(world.deps, aContact('2026-12-18T09:00:00Z', { id: 'message-5' }));
    if (taken.kind !== 'opened') throw new Error('not opened');
    for (let run = 1; run <= 3; run += 1) await expect(sendNotices(world.deps, taken.reference)).rejects.toThrow();
    await sendNotices(world.deps, taken.reference);
    expect(world.sent).toHaveLength(5);
  });
});

describe('while a letter has not arrived', () => {
  test('the next one is printed, not sent to the address that failed', async () => {
    const { deps, reference, ses, sent, act, standings } = await withCase();
    ses.push('refuse');
    await sendNotices(deps, reference);
    await act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await act({ type: 'allocate', service: 'waste', officer: asha, reason: 'She knows the round.' });
    await act({ type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: 'Empty it.' });
    await sendNotices(deps, reference);
    expect(sent).toEqual([]);
    expect(await standings()).toEqual(['0001-receipt: failed', '0005-acknowledgement: to-print']);
  });

  test('a bounce that is told again after another way was found does not raise it again', async () => {
    const { deps, reference, act } = await withCase();
    await sendNotices(deps, reference);
    const bounce = { kind: 'bounced', sesMessageId: 'ses-1', permanent: true, why: 'no such mailbox', at: deps.now() } as const;
    await recordDelivery(deps, reference, '0001-receipt', bounce);
    await act({ type: 'reached-another-way', how: 'Rang and gave the reference.' });
    await recordDelivery(deps, reference, '0001-receipt', bounce);
    expect((await deps.store.load(reference))?.state.undelivered).toBeUndefined();
  });

  test('another way was found: later letters still do not go to the address that failed, until it is corrected', async () => {
    const { deps, reference, sent, act, standings } = await withCase();
    await sendNotices(deps, reference);
    const bounce = { kind: 'bounced', sesMessageId: 'ses-1', permanent: true, why: 'no such mailbox', at: deps.now() } as const;
    await recordDelivery(deps, reference, '0001-receipt', bounce);
    await act({ type: 'reached-another-way', how: 'Rang and gave the reference.' });
    await act({ type: 'record-service-request', service: 'waste', promisedBy: writtenDate('2026-12-22'), whatWeWillDo: 'Empty it.' });
    await sendNotices(deps, reference);
    expect((await standings()).at(-1)).toMatch(/service-request-recorded: to-print$/);
    await act({ type: 'correct-email', email: 'rosa.example@resident.example' });
    await act({ type: 'answer-service-request', answer: 'We emptied it.' });
    await sendNotices(deps, reference);
    const right = 'rosa.example@resident.example';
    expect(sent.map(({ to, notice }) => `${notice.id} ${to}`)).toEqual([
      '0001-receipt rosa@resident.example',
      `0005-service-request-recorded ${right}`,
      `0006-service-request-answer ${right}`,
    ]);
    expect((await deps.store.load(reference))?.state.toPost).toBeUndefined();
  });

  test('an address that is put right gets what did not arrive: an acknowledgement counts from then, and nothing is posted without an address', async () => {
    const { deps, reference, sent, act } = await withCase();
    await sendNotices(deps, reference);
    const bounce = { kind: 'bounced', sesMessageId: 'ses-1', permanent: true, why: 'no such mailbox', at: deps.now() } as const;
    await recordDelivery(deps, reference, '0001-receipt', bounce);
    await act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await act({ type: 'allocate', service: 'waste', officer: ben, reason: 'He knows the round.' });
    await act({ type: 'acknowledge', definition: 'Your bin was missed.', outcomesSought: 'Empty it.' });
    await sendNotices(deps, reference);
    const posting = { type: 'record-posted', noticeId: '0005-acknowledgement', on: writtenDate('2026-12-18') } as const;
    const refused = await runCommand(deps, { reference, command: posting, commandId: 'posting', by: asha });
    expect(refused).toMatchObject({ kind: 'refused', why: expect.stringContaining('We have no postal address for it.') });
    await act({ type: 'correct-email', email: 'rosa.example@resident.example' });
    await sendNotices(deps, reference);
    expect(sent.map(({ to, notice }) => `${notice.id} ${to}`).slice(1)).toEqual([
      '0006-2-acknowledgement rosa.example@resident.example',
      '0006-receipt rosa.example@resident.example',
    ]);
    expect(JSON.stringify(sent[1]?.notice.letter)).toMatch(/You did not get this letter when we first wrote it.*Your bin was missed/);
    const state = (await deps.store.load(reference))?.state;
    expect([state?.undelivered, state?.toPost]).toEqual([undefined, undefined]);
    const again = { kind: 'bounced', sesMessageId: 'ses-2', permanent: true, why: 'no such mailbox', at: deps.now() } as const;
    await recordDelivery(deps, reference, '0006-2-acknowledgement', again);
    expect((await deps.store.load(reference))?.state.stage).toBe('accepted');
  });
});
