import { beforeEach, describe, expect, test } from 'vitest';
import { type CheckFileDeps, recordScan, type StoredFiles } from '../../functions/app/check-file.ts';
import type { CaseStore } from '../../functions/app/ports.ts';
import { moment } from '../support/case-story.ts';
import { memoryCaseStore } from '../support/memory-case-store.ts';

const key = 'uploads/0123456789abcdef/fedcba9876543210';
const now = moment('2026-12-18T09:00:00Z');
let store: CaseStore;
let copied: string[];
beforeEach(() => {
  store = memoryCaseStore();
  copied = [];
});

function deps(found: Awaited<ReturnType<StoredFiles['look']>>, copy: 'made' | 'failed' = 'made'): CheckFileDeps {
  const files: StoredFiles = {
    look: async () => found,
    copyPicture: async (_key, _version, type) => {
      copied.push(type);
      return copy;
    },
  };
  return { store, files, now: () => now, log: () => {} };
}
const known = async () => (await store.files.checks([key])).get(key);
const clean = { key, version: 'v1', scan: 'clean' } as const;

describe('a file that was scanned', () => {
  test('clean, and a photo: it is known for what it is, and has a copy', async () => {
    await recordScan(deps({ seen: 'image/heic', name: 'IMG_1.HEIC' }), clean);
    expect(await known()).toEqual({ scan: 'clean', version: 'v1', scannedAt: now, seen: 'image/heic', asNamed: true, copy: 'made' });
  });

  test('clean, and a photo that nothing can read: it is offered without a copy', async () => {
    await recordScan(deps({ seen: 'image/heic', name: 'IMG_1.HEIC' }, 'failed'), clean);
    expect(await known()).toMatchObject({ scan: 'clean', asNamed: true, copy: 'failed' });
  });

  test('clean, and not what its name says: kept, and nothing more is made of it', async () => {
    await recordScan(deps({ seen: 'application/x-msdownload', name: 'holiday.jpg' }), clean);
    expect(await known()).toMatchObject({ asNamed: false });
    expect(copied).toEqual([]);
  });

  test('what the form does not take is not as named, even where nobody told its name; out of an e-mail it is nobody’s to judge', async () => {
    const found = { seen: 'application/x-msdownload', name: '' };
    await recordScan(deps(found), clean);
    expect(await known()).toMatchObject({ asNamed: false });
    await recordScan(deps({ ...found, name: 'attachments/m/papers.bin' }), { ...clean, key: 'attachments/m/papers.bin' });
    expect((await store.files.checks(['attachments/m/papers.bin'])).get('attachments/m/papers.bin')).toMatchObject({ asNamed: true });
  });

  test('infected, it is never looked into, and nothing that is said later makes it clean', async () => {
    await recordScan(deps({ seen: 'image/jpeg', name: 'wall.jpg' }), { ...clean, scan: 'infected' });
    await recordScan(deps({ seen: 'image/jpeg', name: 'wall.jpg' }), { ...clean, version: 'v2' });
    expect(await known()).toEqual({ scan: 'infected', version: 'v1', scannedAt: now });
    expect(copied).toEqual([]);
  });

  test('stays the evidence whatever is put under its key later, with the copy that was made of it', async () => {
    await recordScan(deps({ seen: 'image/jpeg', name: 'wall.jpg' }), clean);
    const first = await known();
    await recordScan(deps({ seen: 'image/png', name: 'another.png' }, 'failed'), { ...clean, version: 'v2' });
    expect(await known()).toEqual(first);
    expect(copied).toEqual(['image/jpeg']);
  });

  test('the same news twice leaves it as it is', async () => {
    const twice = deps({ seen: 'image/jpeg', name: 'wall.jpg' });
    await recordScan(twice, clean);
    const once = await known();
    await recordScan(twice, clean);
    expect(await known()).toEqual(once);
  });

  test('what was deleted meanwhile is left alone', async () => {
    await recordScan(deps(undefined), clean);
    expect(await known()).toEqual({ scan: 'clean', version: 'v1', scannedAt: now });
  });
});
