import { describe, expect, test } from 'vitest';
import { caseOfReturned, type ReturnedNotice, recordReturned } from '../../functions/app/record-returned.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { aContact } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

describe('a bounce that came as an e-mail', () => {
  async function sentReceipt() {
    const { deps, sent } = deskWorld('2026-12-18T09:00:00Z');
    const taken = await takeIn(deps, aContact('2026-12-18T08:00:00Z'));
    if (taken.kind !== 'opened') throw new Error('no case');
    await sendNotices(deps, taken.reference);
    expect(sent).toHaveLength(1);
    const returned: ReturnedNotice = {
      reference: taken.reference,
      noticeId: '0001-receipt',
      sesMessageId: 'ses-1',
      status: '5.1.1',
      recipient: sent[0]!.to,
    };
    const standing = async () => (await deps.store.notices(taken.reference))[0]!.standing;
    return { deps, returned, standing, reference: taken.reference };
  }

  test('is proved by the id and the address of the message that we sent, and puts the letter down as not arrived', async () => {
    const { deps, returned, standing, reference } = await sentReceipt();
    expect(await caseOfReturned(deps, returned)).toBe(reference);
    await recordReturned(deps, returned, deps.now());
    await recordReturned(deps, returned, deps.now());
    expect(await standing()).toMatchObject({ kind: 'bounced', permanent: true, why: 'Permanent Returned 5.1.1' });
    expect((await deps.store.load(reference))?.state.undelivered?.noticeId).toBe('0001-receipt');
  });

  test('counts after the next server had taken the letter: that is when servers write', async () => {
    const { deps, returned, standing, reference } = await sentReceipt();
    await deps.store.recordDelivery(reference, '0001-receipt', { kind: 'delivered', sesMessageId: 'ses-1', at: deps.now() });
    await recordReturned(deps, returned, deps.now());
    expect(await standing()).toMatchObject({ kind: 'bounced', permanent: true });
  });

  test.each(['5.2.2', '4.2.2', '4.4.7'])('with %s may pass: the case is not told', async (status) => {
    const { deps, returned, reference } = await sentReceipt();
    await recordReturned(deps, { ...returned, status }, deps.now());
    expect((await deps.store.load(reference))?.state.undelivered).toBeUndefined();
  });

  test.each<[string, Partial<ReturnedNotice>]>([
    ['another id than that of the message', { sesMessageId: 'ses-2' }],
    ['another address', { recipient: 'eve@mailbox.example' }],
    ['a letter that was never sent', { noticeId: '0002-acknowledgement' }],
  ])('with %s is not believed', async (_, changes) => {
    const { deps, returned } = await sentReceipt();
    expect(await caseOfReturned(deps, { ...returned, ...changes })).toBeUndefined();
  });
});
