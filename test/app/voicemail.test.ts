import { describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { type DeleteAudioDeps, deleteAudio } from '../../functions/app/delete-audio.ts';
import { releaseHeld, setAsideHeld } from '../../functions/app/held-contacts.ts';
import { moveContact } from '../../functions/app/move-contact.ts';
import { oldRecordings } from '../../functions/app/old-recordings.ts';
import { receiveMail } from '../../functions/app/receive-mail.ts';
import { holdRecording, receiveTranscript } from '../../functions/app/receive-voicemail.ts';
import { receiveVoicemailMail } from '../../functions/app/receive-voicemail-mail.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { sweepRecordings } from '../../functions/app/sweep-recordings.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { transcriptKeyOf } from '../../functions/contracts/recording-key.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { recordingIn } from '../../functions/domain/intake/recording-in-mail.ts';
import { aContact, asha, moment } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

const text = 'My bins were missed again and nobody came.';
const transcript = JSON.stringify({
  results: {
    transcripts: [{ transcript: text }],
    items: text.split(' ').map((content) => ({ type: 'pronunciation', alternatives: [{ content, confidence: '0.95' }] })),
  },
});

/** As the function does each day. */
const deleteOldAudio = async (deps: DeleteAudioDeps & Parameters<typeof oldRecordings>[0]) => deleteAudio(deps, await oldRecordings(deps));

/** A bucket with these objects, each stored at its time; `bodies` of transcripts only. */
function bucketOf(stored: Readonly<Record<string, string>>, bodies: Readonly<Record<string, string>> = {}) {
  const world = deskWorld('2026-12-18T12:00:00Z');
  const objects = new Map(Object.entries(stored));
  const kept: { key: string; call: object }[] = [];
  const list = (prefix: string) =>
    [...objects].filter(([key]) => key.startsWith(prefix)).map(([key, at]) => ({ key, storedAt: moment(at) }));
  const deps = {
    ...world.deps,
    originals: {
      read: async (key: string) =>
        objects.has(key)
          ? { body: new TextEncoder().encode(bodies[key] ?? transcript), storedAt: moment('2026-12-18T09:05:00Z') }
          : undefined,
      listSince: async (prefix: string) => list(prefix),
    },
    recordings: {
      keep: async (key: string, _body: Uint8Array, _type: string, call: object) => {
        kept.push({ key, call });
      },
      find: async (key: string) => {
        const at = objects.get(key);
        return at === undefined ? undefined : { storedAt: moment(at), caller: '01632960123' };
      },
      all: async () => list('recordings/'),
      delete: async (key: string) => {
        objects.delete(key);
      },
    },
  };
  const standing = async (id: string) => (await deps.store.findContact({ channel: 'voicemail', id }))?.standing;
  return { ...world, deps, objects, kept, standing };
}

describe('a recorded call', () => {
  test('is taken in once, however often it is told of and in whatever order', async () => {
    const { deps } = bucketOf({ 'recordings/a.wav': '2026-12-18T09:00:00Z', [transcriptKeyOf('a.wav')]: '2026-12-18T09:05:00Z' });
    expect((await receiveTranscript(deps, 'a.wav'))?.kind).toBe('opened');
    expect(await receiveTranscript(deps, 'a.wav')).toBeUndefined();
    expect(await holdRecording(deps, 'a.wav', 'failed')).toBeUndefined();
    expect(await deps.store.openCases()).toHaveLength(1);
  });

  test('whose transcript is nothing that we know is held', async () => {
    const key = transcriptKeyOf('a.wav');
    const { deps } = bucketOf({ 'recordings/a.wav': '2026-12-18T09:00:00Z', [key]: '2026-12-18T09:05:00Z' }, { [key]: '<html>' });
    expect((await receiveTranscript(deps, 'a.wav'))?.kind).toBe('held');
  });
});

describe('the sweep of recordings', () => {
  const since = moment('2026-12-04T00:00:00Z');

  test.each([
    ['two hours old and without a word', '2026-12-18T10:00:00Z', undefined, 'held'],
    ['still being transcribed', '2026-12-18T10:00:01Z', undefined, undefined],
    ['transcribed a while ago', '2026-12-18T11:00:00Z', '2026-12-18T11:50:00Z', 'in-case'],
    ['transcribed this minute', '2026-12-18T09:00:00Z', '2026-12-18T11:58:00Z', undefined],
  ])('meets one that is %s', async (_, storedAt, transcribedAt, kind) => {
    const { deps, standing } = bucketOf({
      'recordings/a.wav': storedAt,
      ...(transcribedAt && { [transcriptKeyOf('a.wav')]: transcribedAt }),
    });
    expect(await sweepRecordings(deps, since)).toEqual({ found: kind ? 1 : 0, faults: [] });
    expect((await standing('a.wav'))?.kind).toBe(kind);
    expect((await sweepRecordings(deps, since)).found).toBe(0);
  });

  test('says aloud that a recording has a name that no job can have', async () => {
    const { deps } = bucketOf({ [`recordings/${'a'.repeat(300)}`]: '2026-12-18T09:00:00Z' });
    expect((await sweepRecordings(deps, since)).faults).toHaveLength(1);
  });
});

describe('a recording in an e-mail', () => {
  const part = (contentType: string, name: string) => ({ key: `attachments/m/${name}`, contentType, body: new Uint8Array([1]) });
  const mail = (to: string, parts: ReturnType<typeof part>[], changes = {}) => ({
    contact: aContact('2026-12-18T09:00:00Z', {
      from: { email: 'vm@telephony.example' },
      email: { references: [], to: [to] },
      automatic: 'auto-reply',
      ...changes,
    }),
    parts,
  });

  test.each([
    ['to voicemail@, with audio', mail('voicemail@luton.gov.uk', [part('text/plain', '1.txt'), part('audio/x-wav', '2.wav')]), 'wav'],
    [
      'with audio that says only by its name what it is',
      mail('Voicemail@luton.gov.uk', [part('application/octet-stream', '1.mp3')]),
      'mp3',
    ],
    ['to complaints@', mail('complaints@luton.gov.uk', [part('audio/wav', '1.wav')]), undefined],
    ['without audio', mail('voicemail@luton.gov.uk', [part('image/png', '1.png')]), undefined],
    ['that is held', mail('voicemail@luton.gov.uk', [part('audio/wav', '1.wav')], { hold: 'spam-suspected' }), undefined],
  ] as const)('%s', (_, message, ending) => {
    expect(recordingIn(message, luton.voicemail)?.ending).toBe(ending);
  });

  test.each([
    ['its domain', {}, true],
    ['its address', { from: { email: 'System@Phones.example' } }, true],
    ['its address that nothing proves', { authenticated: false }, false],
    ['another of its domain', { from: { email: 'eve@phones.example' } }, false],
    ['anybody else', { from: { email: 'eve@nottelephony.example' } }, false],
  ] as const)('is a call only from our telephone system: %s', (_, changes, bySystem) => {
    const voicemail = { ...luton.voicemail, senders: ['telephony.example', 'system@phones.example'] };
    expect(recordingIn(mail('voicemail@luton.gov.uk', [part('audio/wav', '1.wav')], changes), voicemail)?.bySystem).toBe(bySystem);
  });

  test('of our telephone system that was held as spam goes the way of a call once an officer releases it, and leaves with its audio', async () => {
    const { deps, kept, objects, clockTo } = bucketOf({
      'mail/m1': '2026-12-18T09:00:00Z',
      'attachments/m1/1.wav': '2026-12-18T09:00:00Z',
      'recordings/m1.wav': '2026-12-18T09:05:00Z',
      [transcriptKeyOf('m1.wav')]: '2026-12-18T09:06:00Z',
    });
    const attachments = [{ name: 'msg.wav', contentType: 'audio/wav', size: 1, key: 'attachments/m1/1.wav' }];
    const { contact } = mail('voicemail@luton.gov.uk', [], { id: 'm1', original: 'mail/m1', hold: 'spam-suspected', attachments });
    await takeIn(deps, contact);
    expect(await releaseHeld(deps, contact, asha)).toEqual({ kind: 'call' });
    expect(await releaseHeld(deps, contact, asha)).toEqual({ kind: 'overtaken' });
    expect(kept).toEqual([{ key: 'recordings/m1.wav', call: { receivedAt: '2026-12-18T09:00:00.000Z' } }]);
    expect(await deps.store.findContact(contact)).toMatchObject({ contact: { automatic: 'voicemail' }, standing: { kind: 'filed' } });
    const call = await receiveTranscript(deps, 'm1.wav');
    if (call?.kind !== 'opened') throw new Error('no case was opened');
    const command = { type: 'check-transcript', contactId: 'm1.wav' } as const;
    await runCommand(deps, { reference: call.reference, command, commandId: 'checking', by: asha });
    clockTo('2027-03-01T12:00:00Z');
    await deleteOldAudio(deps);
    expect([...objects.keys()]).toEqual([transcriptKeyOf('m1.wav')]);
  });

  test('is kept under the message’s id with its caller and time, and the mail is filed', async () => {
    const { deps, kept } = bucketOf({});
    const { contact, parts } = mail('voicemail@luton.gov.uk', [part('audio/wav', '1.wav')], { id: 'm1' });
    for (let again = 0; again < 2; again += 1)
      await receiveVoicemailMail(deps, contact, { part: parts[0]!, ending: 'wav' }, { caller: '01632960123' });
    expect(kept[0]).toEqual({ key: 'recordings/m1.wav', call: { caller: '01632960123', receivedAt: '2026-12-18T09:00:00.000Z' } });
    expect(await deps.store.findContact(contact)).toMatchObject({ contact: { automatic: 'voicemail' }, standing: { kind: 'filed' } });
  });
});

describe('an e-mail with a recording', () => {
  const audio = { key: 'attachments/m1/1.mp3', contentType: 'audio/mpeg', body: new Uint8Array([1]) };
  const photo = { key: 'attachments/m1/2.jpg', contentType: 'image/jpeg', body: new Uint8Array([2]) };
  const attachments = [audio, photo].map(({ key, contentType }) => ({ name: key.slice(15), contentType, size: 1, key }));
  const words = { subject: 'Listen to my neighbour', text: 'This is every night, and he says he will kill me.' };

  async function received(changes: Parameters<typeof aContact>[1]) {
    const email = { references: [], to: ['voicemail@luton.gov.uk'] };
    const contact = aContact('2026-12-18T09:00:00Z', { id: 'm1', attachments, email, ...words, ...changes });
    const transcribed = { 'recordings/m1.mp3': '2026-12-18T09:00:00Z', [transcriptKeyOf('m1.mp3')]: '2026-12-18T09:05:00Z' };
    const world = bucketOf({ 'mail/m1': '2026-12-18T09:00:00Z', ...transcribed });
    const keys: string[] = [];
    const keep = async (key: string) => {
      keys.push(key);
    };
    const originals = { ...world.deps.originals, keep };
    const readMail = async () => ({ contact, parts: [audio, photo] });
    const unknown = 'unknown' as const;
    const verdicts = { spam: unknown, virus: unknown, spf: unknown, dkim: unknown, dmarc: unknown };
    const taken = await receiveMail({ ...world.deps, originals, readMail }, { messageId: 'm1', recipients: [], verdicts });
    return { ...world, taken, keys };
  }

  test('of our telephone system loses neither its other files nor who sent it', async () => {
    const { deps, keys } = await received({ from: { name: 'Line 3', email: 'vm@telephony.example' } });
    expect(keys).toEqual([photo.key]);
    expect((await deps.store.findContact({ channel: 'email', id: 'm1' }))?.contact.attachments.map(({ name }) => name)).toEqual(['2.jpg']);

    await receiveTranscript(deps, 'm1.mp3');
    const call = await deps.store.findContact({ channel: 'voicemail', id: 'm1.mp3' });
    expect(call?.contact.voicemail?.covering?.split('\n')).toEqual([
      'From: Line 3, vm@telephony.example',
      'Subject: Listen to my neighbour',
      'Attached: 2.jpg',
      '',
      words.text,
    ]);
  });

  test('that a person sent is an e-mail like every other: receipt, triage and the check for harm', async () => {
    const { deps, keys, taken } = await received({});
    expect(keys).toEqual([audio.key, photo.key]);
    if (taken.kind !== 'opened') throw new Error(`it was ${taken.kind}`);
    const file = await deps.store.loadFile(taken.reference);
    expect(file?.contacts[0]?.attachments).toHaveLength(2);
    expect(file?.notices.map(({ kind }) => kind)).toEqual(['possible-harm', 'possible-harm', 'receipt']);
  });

  test('that a machine which nobody named to us sent is held, and not filed unheard', async () => {
    const { deps, taken } = await received({ automatic: 'auto-reply', authenticated: false });
    expect(taken).toEqual({ kind: 'held' });
    expect((await deps.store.heldContacts(1)).contacts).toMatchObject([{ hold: 'seems-automatic' }]);
  });
});

describe('audio', () => {
  const check = (deps: Parameters<typeof runCommand>[0], reference: Parameters<typeof runCommand>[1]['reference'], contactId: string) =>
    runCommand(deps, { reference, command: { type: 'check-transcript', contactId }, commandId: 'checking', by: asha });

  async function taken() {
    const world = bucketOf({
      'recordings/m1.wav': '2026-12-18T09:00:00Z',
      [transcriptKeyOf('m1.wav')]: '2026-12-18T09:05:00Z',
      'mail/m1': '2026-12-18T09:00:00Z',
    });
    await world.deps.store.keepContact(
      aContact('2026-12-18T09:00:00Z', { id: 'm1', original: 'mail/m1', automatic: 'voicemail', text: 'From 01632 960123' }),
      'filed',
    );
    const opened = await receiveTranscript(world.deps, 'm1.wav');
    if (opened?.kind !== 'opened') throw new Error('no case was opened');
    return { ...world, reference: opened.reference };
  }

  test('goes with the mail that brought it, a full period after somebody checked its words, and the case says so', async () => {
    const { deps, clockTo, objects, reference } = await taken();
    clockTo('2026-12-20T12:00:00Z');
    await check(deps, reference, 'm1.wav');
    clockTo('2027-02-18T12:00:00Z');
    expect(await deleteOldAudio(deps)).toEqual({ deleted: 0 });
    clockTo('2027-02-19T12:00:00Z');
    expect(await deleteOldAudio(deps)).toEqual({ deleted: 1 });
    expect([...objects.keys()]).toEqual([transcriptKeyOf('m1.wav')]);
    expect((await deps.store.loadFile(reference))?.events.at(-1)).toMatchObject({
      type: 'audio-deleted',
      contactId: 'm1.wav',
      on: '2027-02-19',
    });
  });

  test('that nobody has checked is never deleted', async () => {
    const { deps, clockTo } = await taken();
    clockTo('2030-01-01T12:00:00Z');
    expect(await deleteOldAudio(deps)).toEqual({ deleted: 0 });
  });

  const mover = (deps: Parameters<typeof moveContact>[0]) => async (from: Reference, to: Reference | 'new', commandId: string) => {
    const expected = (await deps.store.load(from))?.version ?? 0;
    const moved = await moveContact(deps, { from, to, expected, contact: { channel: 'voicemail', id: 'm1.wav' }, commandId, by: asha });
    if (moved.kind !== 'done') throw new Error(moved.kind);
    return moved.reference;
  };

  test('of a call that moves to another case and back keeps its check, and the day of it', async () => {
    const { deps, clockTo, objects, reference } = await taken();
    const move = mover(deps);
    const other = await takeIn(deps, aContact('2026-12-18T09:00:00Z', { id: 'other' }));
    if (other.kind !== 'opened') throw new Error('no case was opened');
    await move(reference, other.reference, 'there');
    expect((await deps.store.load(other.reference))?.state.transcriptsToCheck).toEqual([{ contactId: 'm1.wav', since: '2026-12-18' }]);
    await check(deps, other.reference, 'm1.wav');
    clockTo('2027-01-18T12:00:00Z');
    await move(await move(other.reference, 'new', 'away'), other.reference, 'back');
    expect((await deps.store.load(other.reference))?.state.transcriptsToCheck).toBeUndefined();
    clockTo('2027-02-16T12:00:00Z');
    expect(await deleteOldAudio(deps)).toEqual({ deleted: 0 });
    clockTo('2027-02-17T12:00:00Z');
    expect(await deleteOldAudio(deps)).toEqual({ deleted: 1 });
    expect(objects.has('recordings/m1.wav')).toBe(false);
    const own = await move(other.reference, 'new', 'again');
    const file = await deps.store.loadFile(own);
    expect(file?.state.transcriptsToCheck).toBeUndefined();
    expect(file?.events.slice(1)).toMatchObject([
      { type: 'transcript-checked', on: '2026-12-18' },
      { type: 'audio-deleted', on: '2027-02-17' },
    ]);
  });

  test('is deleted after all where a run died half-way, and the case says so once', async () => {
    const { deps, clockTo, objects, reference } = await taken();
    await check(deps, reference, 'm1.wav');
    clockTo('2027-03-01T12:00:00Z');
    const dies = async () => {
      throw new Error('lost');
    };
    await expect(deleteOldAudio({ ...deps, recordings: { ...deps.recordings, delete: dies } })).rejects.toThrow(AggregateError);
    expect(await deleteOldAudio(deps)).toEqual({ deleted: 1 });
    expect(objects.has('recordings/m1.wav')).toBe(false);
    expect((await deps.store.loadFile(reference))?.events.filter(({ type }) => type === 'audio-deleted')).toHaveLength(1);
  });

  test('of a call that an officer set aside goes too', async () => {
    const { deps, clockTo, objects } = bucketOf({ 'recordings/a.wav': '2026-12-18T09:00:00Z' });
    await holdRecording(deps, 'a.wav', 'failed');
    clockTo('2027-06-01T12:00:00Z');
    expect(await deleteOldAudio(deps)).toEqual({ deleted: 0 });
    await setAsideHeld(deps, { channel: 'voicemail', id: 'a.wav' }, asha, 'Nobody speaks on it.');
    clockTo('2027-09-01T12:00:00Z');
    expect(await deleteOldAudio(deps)).toEqual({ deleted: 1 });
    expect(objects.size).toBe(0);
  });
});
