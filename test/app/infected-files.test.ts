import { beforeEach, describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { tellOfInfectedFiles } from '../../functions/app/infected-files.ts';
import type { CaseStore } from '../../functions/app/ports.ts';
import { place, type TakenIn, takeIn } from '../../functions/app/take-in.ts';
import { tellOfUncheckedFiles } from '../../functions/app/unchecked-files.ts';
import type { World } from '../../functions/app/world.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import type { ScanResult } from '../../functions/domain/intake/file-check.ts';
import { contact } from '../adapters/table/examples.ts';
import { moment, rules } from '../support/case-story.ts';
import { memoryCaseStore } from '../support/memory-case-store.ts';

const photo = { name: 'wall.jpg', contentType: 'image/jpeg', size: 3, key: 'uploads/0123456789abcdef/fedcba9876543210' };
const letter = { ...photo, name: 'letter.pdf', key: 'uploads/0123456789abcdef/fedcba9876543211' };
const first = 'LBC-2026-000001' as Reference;
let store: CaseStore;
let now = moment('2026-12-18T09:00:00Z');
const world: World = { rules, council: luton, publicUrl: 'https://complaints.example', now: () => now, newId: () => 'id', log: () => {} };
const deps = () => ({ ...world, store, replyAddresses: { caseOf: () => undefined } });

const took = (changes: Partial<Contact> = {}): Promise<TakenIn> =>
  takeIn(deps(), contact({ channel: 'web', id: 'form-1', receivedAt: now, loggedAt: now, attachments: [photo, letter], ...changes }));
const scanned = (scan: ScanResult, ...files: readonly (typeof photo)[]) =>
  Promise.all(files.map(({ key }) => store.files.recordScan(key, { scan, version: 'v1', scannedAt: now })));
const sweep = async () => {
  await tellOfInfectedFiles(deps());
  await tellOfUncheckedFiles(deps());
};
const told = async (reference = first) => (await store.notices(reference)).filter(({ kind }) => kind === 'file-infected');

beforeEach(() => {
  store = memoryCaseStore();
  now = moment('2026-12-18T09:00:00Z');
});

describe('whoever sent a file in which a virus was found', () => {
  test('gets one letter that names it, whether it was scanned before its form was sent or after', async () => {
    await scanned('infected', letter);
    await took();
    await sweep();
    expect(await told()).toEqual([]);
    await scanned('clean', photo);
    await sweep();
    const [notice, ...more] = await told();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ to: { by: 'email', email: 'rowan@example.org' }, standing: { kind: 'planned' } });
    expect(notice?.letter.blocks).toContainEqual({ list: ['letter.pdf'] });
    expect(notice?.letter.subject).toBe(`${first}: a file that we cannot open`);
  });

  test('gets one for all files of the message, and none when the sweep or the scanner says it again', async () => {
    await took();
    for (let time = 0; time < 3; time += 1) {
      await scanned('infected', photo, letter);
      await sweep();
    }
    const notices = await told();
    expect(notices).toHaveLength(1);
    expect(notices[0]?.letter.blocks).toContainEqual({ list: ['wall.jpg', 'letter.pdf'] });
  });

  test('gets no second one where the run ended before it was noted', async () => {
    await took();
    await scanned('infected', photo, letter);
    const { record } = store.files;
    store.files.record = () => Promise.reject(new Error('no power'));
    await expect(tellOfInfectedFiles(deps())).rejects.toThrow('1 messages');
    store.files.record = record;
    await sweep();
    expect(await told()).toHaveLength(1);
    expect((await store.files.checks([photo.key])).get(photo.key)).toMatchObject({ senderToldAt: now });
  });

  test('hears of it also where the scanner was down for days, of each file as soon as that is known', async () => {
    await took();
    await scanned('infected', photo);
    now = moment('2026-12-19T09:05:00Z');
    await sweep();
    await sweep();
    expect((await store.notices('2026-12-19' as never)).map(({ kind }) => kind)).toEqual(['files-unchecked']);
    now = moment('2026-12-21T09:00:00Z');
    await scanned('infected', letter);
    await sweep();
    const lists = (await told()).flatMap(({ letter: { blocks } }) => blocks.slice(2, 3));
    expect(lists).toEqual([{ list: ['wall.jpg'] }, { list: ['letter.pdf'] }]);
  });

  test('is waited for no longer than two weeks', async () => {
    await took();
    now = moment('2026-12-19T09:05:00Z');
    await sweep();
    now = moment('2027-01-01T08:59:00Z');
    await sweep();
    expect(await store.files.dueForCheck(now)).toHaveLength(1);
    now = moment('2027-01-01T09:00:00Z');
    await sweep();
    expect(await store.files.dueForCheck(now)).toEqual([]);
  });

  test('gets none where nothing was found', async () => {
    await took();
    await scanned('clean', photo);
    await scanned('not-scannable', letter);
    await sweep();
    expect(await told()).toEqual([]);
    expect(await store.files.dueForCheck(moment('2027-12-18T09:00:00Z'))).toEqual([]);
  });

  test('hears of it also where another message of theirs cannot be told of', async () => {
    await took();
    await took({ id: 'form-2', from: { name: 'Ada Example', email: 'ada@example.org' }, text: 'Something else.' });
    await scanned('infected', photo, letter);
    const { loadFile } = store;
    store.loadFile = (reference) => (reference === first ? Promise.reject(new Error('no such shape')) : loadFile(reference));
    await expect(tellOfInfectedFiles(deps())).rejects.toThrow('1 messages');
    expect(await told('LBC-2026-000002' as Reference)).toHaveLength(1);
  });

  test('is not told again of a file that they were told of, as after a move to another case', async () => {
    await took();
    await scanned('infected', photo, letter);
    await store.files.record(photo.key, { senderToldAt: now });
    await sweep();
    expect((await told())[0]?.letter.blocks).toContainEqual({ list: ['letter.pdf'] });
  });

  test('hears of it once an officer releases a message that was held for another reason, and not before', async () => {
    const held = { hold: 'form-by-machine' } as const;
    await took(held);
    await scanned('infected', photo, letter);
    await sweep();
    const taken = await place(
      deps(),
      contact({ channel: 'web', id: 'form-1', receivedAt: now, loggedAt: now, attachments: [photo, letter], ...held }),
    );
    expect(taken.kind).toBe('opened');
    await sweep();
    expect(await told()).toHaveLength(1);
  });
});
