import { describe, expect, test } from 'vitest';
import type { Originals } from '../../functions/app/ports.ts';
import { type SweepDeps, sweepInbox } from '../../functions/app/sweep-inbox.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { contactOfStoredForm } from '../../functions/contracts/stored-form.ts';
import { aContact, asha, moment } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

/** An inbox that holds these originals, each stored at its time. */
function inboxOf(stored: Readonly<Record<string, string>>) {
  const world = deskWorld('2026-12-18T12:00:00Z');
  const originals: Originals = {
    keep: async () => {},
    read: async (key) =>
      stored[key] ? { body: new TextEncoder().encode(bodies[key] ?? 'Help'), storedAt: moment(stored[key]) } : undefined,
    listSince: async (prefix, since) =>
      Object.entries(stored)
        .map(([key, at]) => ({ key, storedAt: moment(at) }))
        .filter(({ key, storedAt }) => key.startsWith(prefix) && storedAt >= since),
  };
  const deps: SweepDeps = {
    ...world.deps,
    originals,
    readMail: async (raw, { messageId, receivedAt, verdicts }) => ({
      contact: aContact(receivedAt, { id: messageId, text: new TextDecoder().decode(raw), authenticated: verdicts.dmarc === 'PASS' }),
      parts: [],
    }),
    recordings: { keep: async () => {}, find: async () => undefined },
    readForm: (body) => contactOfStoredForm(body, world.deps.now()),
  };
  return { ...world, deps };
}

const bodies: Readonly<Record<string, string>> = {
  'web/token-of-a-form-1234.json': JSON.stringify({
    v: 1,
    token: 'token-of-a-form-1234',
    receivedAt: '2026-12-17T10:00:00.000Z',
    answers: { whatHappened: 'Nobody answered my letters.', reachBy: [] },
  }),
  'web/not-a-form.json': '<html>',
  'logged/post/token-of-a-letter-1234.json': JSON.stringify({
    v: 1,
    channel: 'post',
    token: 'token-of-a-letter-1234',
    receivedAt: '2026-12-15T12:00:00.000Z',
    loggedAt: '2026-12-17T10:00:00.000Z',
    by: asha,
    answers: { whatHappened: 'Nobody answered my letters.', reachBy: [] },
  }),
  'logged/telephone/token-of-a-call-12345.json': JSON.stringify({
    v: 1,
    channel: 'telephone',
    token: 'token-of-a-call-12345',
    receivedAt: '2026-12-17T10:00:00.000Z',
    loggedAt: '2026-12-17T10:00:00.000Z',
    by: asha,
    passedOn: true,
    answers: { whatHappened: 'The bin is still full.', reachBy: ['email'], email: 'rosa@resident.example' },
  }),
};

describe('the hourly sweep', () => {
  test('takes in mail that was never announced, received when it was stored and from a sender nobody proved', async () => {
    const { deps } = inboxOf({ 'mail/lost': '2026-12-16T23:30:00Z' });
    expect(await sweepInbox(deps)).toEqual({ found: 1 });
    const [entry] = await deps.store.openCases();
    expect(entry?.receivedOn).toBe('2026-12-16');
    const file = await deps.store.loadFile(entry!.reference);
    expect(file?.contacts[0]).toMatchObject({ id: 'lost', authenticated: false });
    expect(await sweepInbox(deps)).toEqual({ found: 0 });
  });

  test('takes in a form whose function died, with the date on which the resident sent it', async () => {
    const { deps } = inboxOf({ 'web/token-of-a-form-1234.json': '2026-12-17T10:00:01Z' });
    expect(await sweepInbox(deps)).toEqual({ found: 1 });
    expect((await deps.store.openCases())[0]?.receivedOn).toBe('2026-12-17');
  });

  test('takes in what an officer wrote down and no case has, with its day of receipt and in the officer’s name', async () => {
    const { deps } = inboxOf({ 'logged/post/token-of-a-letter-1234.json': '2026-12-17T10:00:01Z' });
    expect(await sweepInbox(deps)).toEqual({ found: 1 });
    const [entry] = await deps.store.openCases();
    expect(entry?.receivedOn).toBe('2026-12-15');
    const file = await deps.store.loadFile(entry!.reference);
    expect(file).toMatchObject({ state: { channel: 'post' }, events: [{ by: { subject: asha.subject } }] });
    expect(await sweepInbox(deps)).toEqual({ found: 0 });
  });

  test('asks of what a colleague passed on whether it belongs to the case that the person has open, as at once', async () => {
    const { deps } = inboxOf({ 'logged/telephone/token-of-a-call-12345.json': '2026-12-17T10:00:01Z' });
    const taken = await takeIn(deps, aContact('2026-12-16T09:00:00Z', { from: { email: 'rosa@resident.example' } }));
    expect(await sweepInbox(deps)).toEqual({ found: 1 });
    const passedOn = await deps.store.findContact({ channel: 'telephone', id: 'token-of-a-call-12345' });
    const file = passedOn?.standing.kind === 'in-case' ? await deps.store.load(passedOn.standing.reference) : undefined;
    const mayBelongTo = 'reference' in taken ? taken.reference : undefined;
    expect(file?.state.questions).toMatchObject([{ kind: 'same-or-new', because: 'passed-on', mayBelongTo }]);
  });

  test('leaves alone what is known, what came minutes ago, and the note SES writes for itself', async () => {
    const { deps } = inboxOf({
      'mail/known': '2026-12-18T09:00:00Z',
      'mail/minutes-ago': '2026-12-18T11:58:00Z',
      'mail/AMAZON_SES_SETUP_NOTIFICATION': '2026-12-17T09:00:00Z',
    });
    await takeIn(deps, aContact('2026-12-18T09:00:00Z', { id: 'known' }));
    expect(await sweepInbox(deps)).toEqual({ found: 0 });
  });

  test('goes on past an original that it cannot take in, and says at the end that there was one', async () => {
    const { deps } = inboxOf({ 'web/not-a-form.json': '2026-12-17T10:00:00Z', 'web/token-of-a-form-1234.json': '2026-12-17T10:00:01Z' });
    await expect(sweepInbox(deps)).rejects.toThrow('1 originals could not be taken in');
    expect(await deps.store.openCases()).toHaveLength(1);
  });
});
