import { describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import type { DoorCounts } from '../../functions/app/ports.ts';
import { sendComplaint, type ToSend } from '../../functions/app/send-complaint.ts';
import { sweepAnswers } from '../../functions/app/sweep-answers.ts';
import { contactOfStoredForm } from '../../functions/contracts/stored-form.ts';
import { ceilings } from '../../functions/domain/policy/the-door.ts';
import { moment, rules } from '../support/case-story.ts';
import { memoryAnswerItems } from '../support/memory-answer-items.ts';
import { memoryCaseStore } from '../support/memory-case-store.ts';
import { memoryDoorCounts } from '../support/memory-door-counts.ts';

const now = moment('2026-12-18T09:00:00Z');

function world(door: DoorCounts = memoryDoorCounts()) {
  const store = memoryCaseStore();
  const originals = new Map<string, Uint8Array>();
  const logged: string[] = [];
  const deps = {
    rules,
    council: luton,
    publicUrl: 'https://complaints.example',
    now: () => now,
    newId: () => 'id',
    log: (code: string) => void logged.push(code),
    store,
    replyAddresses: { caseOf: () => undefined },
    door,
    originals: { keep: async (key: string, body: Uint8Array) => void (originals.has(key) || originals.set(key, body)) },
  };
  return { deps, store, originals, logged };
}

const complaint = (changes: Partial<ToSend> = {}): ToSend => ({
  token: 'token-000000000001',
  answers: { whatHappened: 'My bin was missed.', reachBy: ['email'], email: 'Rosa@resident.example' },
  files: [],
  openedAt: moment('2026-12-18T08:55:00Z'),
  trapped: false,
  network: '192.0.2.0/24',
  ...changes,
});

describe('a complaint that is sent', () => {
  test('opens a case, with the day of its acknowledgement and, from that day, the day of its answer', async () => {
    const { deps } = world();
    expect(await sendComplaint(deps, complaint())).toMatchObject({
      taken: { kind: 'opened', reference: 'LBC-2026-000001' },
      acknowledgeBy: '2026-12-29',
      answerBy: '2027-01-13',
    });
  });

  test('again is the same complaint', async () => {
    const { deps, store, originals } = world();
    await sendComplaint(deps, complaint());
    expect(await sendComplaint(deps, complaint())).toMatchObject({ taken: { kind: 'already-received', reference: 'LBC-2026-000001' } });
    expect([(await store.openCases()).length, originals.size]).toEqual([1, 1]);
  });

  test('is kept before anything else can fail', async () => {
    const { deps, originals } = world();
    const failing = { ...deps, store: { ...deps.store, findContact: () => Promise.reject(new Error('away')) } };
    await expect(sendComplaint(failing, complaint())).rejects.toThrow('away');
    expect([...originals.keys()]).toEqual(['web/token-000000000001.json']);
  });

  test('goes in when it cannot be counted', async () => {
    const { deps, logged } = world({ count: () => Promise.reject(new Error('away')) });
    expect(await sendComplaint(deps, complaint())).toMatchObject({ taken: { kind: 'opened' } });
    expect(logged).toContain('door-not-counted');
  });

  test('in a flood from one network is held, with the dates of any complaint, and its original says so to the sweep', async () => {
    const { deps, store, originals } = world();
    for (let number = 0; number < ceilings.network.hour; number += 1) await deps.door.count('network', '192.0.2.0/24', now);
    expect(await sendComplaint(deps, complaint())).toMatchObject({
      taken: { kind: 'held' },
      acknowledgeBy: '2026-12-29',
      answerBy: '2027-01-13',
    });
    expect(await store.openCases()).toEqual([]);
    const [body = new Uint8Array()] = [...originals.values()];
    expect(contactOfStoredForm(body, now)).toMatchObject({ hold: 'many-at-once', text: 'My bin was missed.' });
  });

  test('from nowhere and by nobody is counted nowhere', async () => {
    const counted: string[] = [];
    const { deps } = world({
      count: async (of) => {
        counted.push(of);
        return { hour: 1, day: 1 };
      },
    });
    await sendComplaint(deps, complaint({ answers: { whatHappened: 'Noise.', reachBy: [] }, network: undefined }));
    expect(counted).toEqual([]);
  });

  test('has its files as attachments', async () => {
    const { deps, store } = world();
    const file = { key: 'uploads/a/1', name: 'damp.jpg', size: 12, type: 'image/jpeg' };
    await sendComplaint(deps, complaint({ files: [file] }));
    expect((await store.findContact({ channel: 'web', id: 'token-000000000001' }))?.contact.attachments).toEqual([
      { key: 'uploads/a/1', name: 'damp.jpg', size: 12, contentType: 'image/jpeg' },
    ]);
  });
});

test('answers whose time is over are taken away, and no others', async () => {
  const answers = memoryAnswerItems();
  await answers.keep('over', { sealed: 'one', until: now });
  await answers.keep('open', { sealed: 'two', until: moment('2026-12-18T09:00:01Z') });
  await sweepAnswers({ answers, now: () => now });
  expect([...answers.kept.keys()]).toEqual(['open']);
});
