import { describe, expect, test } from 'vitest';
import { holdAutomatic, releaseHeld } from '../../functions/app/held-contacts.ts';
import { moveContact } from '../../functions/app/move-contact.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { type TakenIn, takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { aContact, asha } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const friday = '2026-12-18T09:00:00Z';

function referenceOf(taken: TakenIn): Reference {
  if (!('reference' in taken)) throw new Error(`it was ${taken.kind}`);
  return taken.reference;
}

/** What an officer's form carries who moves that message out of the case. */
async function moveOf(deps: ReturnType<typeof deskWorld>['deps'], from: Reference, id: string) {
  const expected = (await deps.store.load(from))?.version ?? 0;
  return { from, expected, contact: { channel: 'email', id }, commandId: `move-${id}`, by: asha } as const;
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
    expect((await deps.store.heldContacts(50)).count).toBe(1);
    expect(await deps.store.openCases()).toEqual([]);
  });

  test('that is held and may speak of harm is told at once, without a word of it, and once however often it comes', async () => {
    const { deps, sent } = deskWorld('2026-12-19T22:00:00Z');
    const spam = aContact('2026-12-19T22:00:00Z', { hold: 'spam-suspected', text: 'He says he will kill me tonight.' });
    await takeIn(deps, spam);
    await takeIn(deps, spam);
    await sendNotices(deps, writtenDate('2026-12-19'));
    expect(sent.map(({ to }) => to)).toEqual(['out-of-hours@luton.example', 'complaints-team@luton.example']);
    const said = JSON.stringify(sent.map(({ notice }) => notice.letter));
    expect(said).toContain('by email on Saturday 19 December 2026 at 22:00');
    expect(said).toContain(`/desk/held/email/${encodeURIComponent(spam.id)}`);
    expect(said).not.toMatch(/kill|Rosa|resident\.example/);
    expect(sent.map(({ notice }) => notice.id)).toEqual([1, 2].map((nth) => expect.stringMatching(new RegExp(`^[\\w-]+-${nth}$`))));
  });

  test('that is held in a flood and may speak of harm is told of with all the others, once in each hour, and never in silence', async () => {
    const { deps, sent, clockTo } = deskWorld('2026-12-19T22:10:00Z');
    const flood = async (from: number, many: number) => {
      for (let nth = from; nth < from + many; nth += 1)
        await takeIn(
          deps,
          aContact('2026-12-19T22:00:00Z', { id: `spam-${nth}`, hold: 'spam-suspected', text: 'He will kill me tonight.' }),
        );
      await sendNotices(deps, writtenDate('2026-12-19'));
      return sent.splice(0).map(({ notice }) => notice.letter.subject.split(':')[0]);
    };
    const one = 'A held message';
    const all = 'More messages may speak of harm';
    expect(await flood(0, 10)).toEqual(Array.from({ length: 20 }, () => one));
    expect(await flood(10, 30)).toEqual([all, all]);
    clockTo('2026-12-19T23:05:00Z');
    expect(await flood(40, 5)).toEqual([all, all]);
    clockTo('2026-12-19T23:11:00Z');
    expect(await flood(45, 1)).toEqual([one, one]);
    expect((await deps.store.heldContacts(1)).count).toBe(46);
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
    expect((await deps.store.heldContacts(50)).count).toBe(0);
    expect(await releaseHeld(deps, contact, asha)).toEqual({ kind: 'overtaken' });
  });

  test('that was held and looked like a machine’s is a person’s once an officer releases it', async () => {
    const { deps } = deskWorld(friday);
    const contact = aContact(friday, { hold: 'spam-suspected', automatic: 'auto-reply' });
    await takeIn(deps, contact);
    await releaseHeld(deps, contact, asha);
    const known = await deps.store.findContact(contact);
    expect(known?.standing.kind).toBe('in-case');
    expect(known?.contact.automatic).toBeUndefined();
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

  test('to the signed address joins the case of the person who sent it, authenticated or not', async () => {
    const { deps, reference, replyCases } = await withCase();
    replyCases.set('r.case@complaints.example', reference);
    const contact = aContact(friday, { ...reply, authenticated: false, email: { references: [], to: ['r.case@complaints.example'] } });
    expect(await takeIn(deps, contact)).toEqual({ kind: 'joined', reference });
    expect((await deps.store.load(reference))?.state.unread).toMatchObject({ count: 1 });
  });

  test('to the signed address from anybody else opens a case that asks where it belongs', async () => {
    const { deps, reference, replyCases } = await withCase();
    replyCases.set('r.case@complaints.example', reference);
    const from = { email: 'daughter@elsewhere.example' };
    const taken = await takeIn(deps, aContact(friday, { ...reply, from, email: { references: [], to: ['r.case@complaints.example'] } }));
    expect(taken).toMatchObject({ kind: 'opened', acknowledgeBy: '2026-12-29' });
    const file = await deps.store.loadFile(referenceOf(taken));
    expect(file?.state.questions).toMatchObject([
      { kind: 'same-or-new', because: 'stranger', mayBelongTo: reference, since: '2026-12-18' },
    ]);
    expect(file?.notices.map(({ kind }) => kind)).toEqual(['receipt']);
    expect(JSON.stringify(file?.notices)).not.toContain(reference);
    expect((await deps.store.load(reference))?.state.unread).toBeUndefined();
  });

  test('to a message that SES sent for us joins its case, whatever became of its subject', async () => {
    const { deps, reference } = await withCase();
    await sendNotices(deps, reference);
    const email = { references: ['<other@mailbox.example>', '<ses-1@eu-west-2.amazonses.com>'], to: [] };
    expect(await takeIn(deps, aContact(friday, { ...reply, authenticated: false, subject: 'Re: hello', email }))).toEqual({
      kind: 'joined',
      reference,
    });
    expect((await deps.store.load(reference))?.state.questions).toMatchObject([{ kind: 'same-or-new', because: 'changed-subject' }]);
  });

  test('to a case that became part of another joins the other', async () => {
    const { deps, reference, replyCases } = await withCase();
    const other = referenceOf(await takeIn(deps, aContact(friday, { id: 'again', from: { email: 'rosa@work.example' } })));
    const moved = await moveContact(deps, { ...(await moveOf(deps, other, 'again')), to: reference });
    expect(moved).toEqual({ kind: 'done', reference });
    replyCases.set('r.other@complaints.example', other);
    const contact = aContact(friday, {
      ...reply,
      from: { email: 'rosa@work.example' },
      email: { references: [], to: ['r.other@complaints.example'] },
    });
    expect(await takeIn(deps, contact)).toEqual({ kind: 'joined', reference });
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

  test('that looks like one and answers nothing of ours opens a case marked unmatched', async () => {
    const { deps } = await withCase();
    const email = { references: ['<lost@mailbox.example>'], to: [] };
    const taken = await takeIn(deps, aContact(friday, { ...reply, subject: 'Re: our call', email }));
    expect((await deps.store.load(referenceOf(taken)))?.state.questions).toMatchObject([
      { kind: 'unmatched', because: 'reply-to-unknown' },
    ]);
    expect((await deps.store.openCases()).map(({ question }) => question?.kind)).toContain('unmatched');
  });

  test.each([
    ['our own mailbox', undefined],
    ['another mailbox of the council that forwards to us', 'Housing@luton.gov.uk'],
  ])('from %s is another person’s each time, and is asked about', async (_, mailbox) => {
    const world = await withCase();
    const trustedForwarders = world.deps.council.trustedForwarders.map((one) => ({ ...one, mailboxes: ['housing@luton.gov.uk'] }));
    const deps = { ...world.deps, council: { ...world.deps.council, trustedForwarders } };
    const passedOn = { from: { email: mailbox ?? deps.council.complaints.email }, reachBy: [] } as const;
    const first = referenceOf(await takeIn(deps, aContact(friday, { ...reply, ...passedOn })));
    const second = await takeIn(deps, aContact(friday, { id: 'second', ...passedOn, subject: `FW: ${first}` }));
    expect(second).toMatchObject({ kind: 'opened' });
    expect((await deps.store.load(referenceOf(second)))?.state.questions).toMatchObject([{ kind: 'unmatched', mayBelongTo: first }]);
  });

  test('delivered twice joins once', async () => {
    const { deps, reference } = await withCase();
    const contact = aContact(friday, { ...reply, subject: `Re: ${reference}` });
    await takeIn(deps, contact);
    expect(await takeIn(deps, contact)).toMatchObject({ kind: 'already-received', reference });
    expect((await deps.store.load(reference))?.state.unread).toMatchObject({ count: 1 });
  });
});

describe('the same e-mail by two addresses', () => {
  const email = { messageId: '<one@mailbox.example>', references: [], to: [] };
  const copy = { id: 'copy', email };

  test('is one case, in which the second copy is shown and changes no date', async () => {
    const { deps } = deskWorld(friday);
    const reference = referenceOf(await takeIn(deps, aContact(friday, { email })));
    expect(await takeIn(deps, aContact('2026-12-21T09:00:00Z', copy))).toEqual({ kind: 'joined', reference });
    const file = await deps.store.loadFile(reference);
    expect(file?.contacts).toHaveLength(2);
    expect(file?.events.at(-1)).toMatchObject({ type: 'correspondence-added', joinedBy: 'same-message', duplicateOf: `message-${friday}` });
    expect(file?.state.unread).toBeUndefined();
    expect(file?.notices).toHaveLength(1);
    expect(await deps.store.openCases()).toHaveLength(1);
  });

  test('at the same moment is one case too', async () => {
    const { deps } = deskWorld(friday);
    await Promise.all(['one', 'two', 'three'].map((id) => takeIn(deps, aContact(friday, { id, email }))));
    expect(await deps.store.openCases()).toHaveLength(1);
  });

  test.each([
    ['other words', { text: 'The bin was missed once more.' }],
    ['another sender', { from: { email: 'ken@resident.example' } }],
    ['another Message-ID', { email: { ...email, messageId: '<two@mailbox.example>' } }],
  ])('but %s: that is a message of its own', async (_, changes) => {
    const { deps } = deskWorld(friday);
    await takeIn(deps, aContact(friday, { email }));
    expect(await takeIn(deps, aContact(friday, { ...copy, ...changes }))).toMatchObject({ kind: 'opened' });
  });

  test('of a reply joins its case beside the first', async () => {
    const { deps, replyCases } = deskWorld(friday);
    const reference = referenceOf(await takeIn(deps, aContact(friday)));
    replyCases.set('r.case@complaints.example', reference);
    const toCase = { messageId: '<reply@mailbox.example>', references: [], to: ['r.case@complaints.example'] };
    await takeIn(deps, aContact(friday, { id: 'reply', text: 'Any news?', email: toCase }));
    await takeIn(deps, aContact(friday, { id: 'reply-2', text: 'Any news?', email: { ...toCase, to: [] } }));
    const state = (await deps.store.load(reference))?.state;
    expect([state?.unread?.count, state?.followUps?.length]).toEqual([1, 1]);
  });
});

describe('automatic mail', () => {
  const toCase = { references: [], to: ['r.case@complaints.example'] };

  test.each([
    ['of the case’s own writer', 'rosa@resident.example', 2, 0],
    ['of anybody else', 'stranger@elsewhere.example', 1, 1],
  ])('%s is kept where it may be seen', async (_, email, inCase, withoutCase) => {
    const { deps, replyCases } = deskWorld(friday);
    const reference = referenceOf(await takeIn(deps, aContact(friday)));
    replyCases.set('r.case@complaints.example', reference);
    await takeIn(deps, aContact(friday, { id: 'away', automatic: 'auto-reply', from: { email }, email: toCase }));
    expect((await deps.store.loadFile(reference))?.contacts).toHaveLength(inCase);
    expect(await deps.store.filedContacts(50)).toHaveLength(withoutCase);
  });

  const harm = { text: 'I am going to kill myself.', subject: 'Out of office' } as const;

  test('whose words may mean harm is told at once, with a way to it, and to its case where it has one', async () => {
    const { deps, sent, replyCases } = deskWorld(friday);
    const reference = referenceOf(await takeIn(deps, aContact(friday)));
    replyCases.set('r.case@complaints.example', reference);
    await takeIn(deps, aContact(friday, { id: 'bulk', automatic: 'auto-reply', from: { email: 'ann@elsewhere.example' }, ...harm }));
    await takeIn(deps, aContact(friday, { id: 'reply', automatic: 'auto-reply', email: toCase, ...harm }));
    await sendNotices(deps, writtenDate('2026-12-18'));
    const links = sent.map(({ to, notice }) => [to, notice.kind, JSON.stringify(notice.letter.blocks.at(-1))]);
    expect(links.map(([to, kind]) => [to, kind])).toEqual(
      [1, 2].flatMap(() => ['out-of-hours@luton.example', 'complaints-team@luton.example'].map((to) => [to, 'possible-harm'])),
    );
    expect(links.map(([, , link]) => link)).toEqual([
      ...[1, 2].map(() => expect.stringContaining('/desk/held/email/bulk')),
      ...[1, 2].map(() => expect.stringContaining(`/desk/cases/${reference}`)),
    ]);
    expect(JSON.stringify(sent.map(({ notice }) => notice.letter))).not.toMatch(/kill|ann@|Rosa/);
  });

  test.each([
    ['our own mail come back', { automatic: 'our-own' } as const, undefined],
    ['a letter of ours that is proved to have come back', { automatic: 'bounce' } as const, 'LBC-2026-000001' as Reference],
  ])('is not told of where it is %s', async (_, changes, returnedTo) => {
    const { deps, sent } = deskWorld(friday);
    await takeIn(deps, aContact(friday));
    await takeIn(deps, aContact(friday, { id: 'back', ...changes, ...harm }), returnedTo);
    await sendNotices(deps, writtenDate('2026-12-18'));
    expect(sent).toEqual([]);
  });

  test('that a person wrote after all is held, and released with the day it came', async () => {
    const { deps, clockTo } = deskWorld(friday);
    const contact = aContact(friday, { automatic: 'auto-reply' });
    await takeIn(deps, contact);
    clockTo('2026-12-22T10:00:00Z');
    expect(await holdAutomatic(deps, contact, asha)).toEqual({ kind: 'done' });
    expect(await holdAutomatic(deps, contact, asha)).toEqual({ kind: 'overtaken' });
    expect((await deps.store.heldContacts(50)).contacts).toMatchObject([{ hold: 'seems-automatic' }]);
    const released = await releaseHeld(deps, contact, asha);
    if (released.kind !== 'done') throw new Error('not released');
    const file = await deps.store.loadFile(released.reference);
    expect(file?.state).toMatchObject({ receivedOn: '2026-12-18' });
    expect(file?.notices.map(({ kind }) => kind)).toEqual(['receipt']);
  });

  test.each(['our-own', 'voicemail'] as const)('of the kind “%s” is no person’s whatever anybody says', async (automatic) => {
    const { deps } = deskWorld(friday);
    await takeIn(deps, aContact(friday, { automatic }));
    expect(await holdAutomatic(deps, aContact(friday), asha)).toEqual({ kind: 'overtaken' });
    expect((await deps.store.filedContacts(50)).length).toBe(1);
  });
});
