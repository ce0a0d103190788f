import { beforeEach, describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { deleteUnsentUploads } from '../../functions/app/delete-unsent-uploads.ts';
import type { CaseStore } from '../../functions/app/ports.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { tellOfUncheckedFiles } from '../../functions/app/unchecked-files.ts';
import type { World } from '../../functions/app/world.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { contact } from '../adapters/table/examples.ts';
import { moment, rules } from '../support/case-story.ts';
import { memoryCaseStore } from '../support/memory-case-store.ts';

const key = 'uploads/0123456789abcdef/fedcba9876543210';
const file = { name: 'wall.jpg', contentType: 'image/jpeg', size: 3, key };
let store: CaseStore;
let now = moment('2026-12-18T09:00:00Z');
const world: World = { rules, council: luton, publicUrl: 'https://complaints.example', now: () => now, newId: () => 'id', log: () => {} };
const took = (changes: Partial<Contact> = {}) =>
  takeIn(
    { ...world, store, replyAddresses: { caseOf: () => undefined } },
    contact({ channel: 'web', id: 'form-1', receivedAt: now, loggedAt: now, attachments: [file], ...changes }),
  );
const told = async () => store.notices('2026-12-19' as never);
beforeEach(() => {
  store = memoryCaseStore();
  now = moment('2026-12-18T09:00:00Z');
});

describe('files that nobody looked at', () => {
  test('never delay a complaint, and after a day the team is told of them once, with the case and nothing of what it says', async () => {
    expect(await took()).toMatchObject({ kind: 'opened', reference: 'LBC-2026-000001' });
    now = moment('2026-12-19T08:59:00Z');
    await tellOfUncheckedFiles({ ...world, store });
    expect(await told()).toEqual([]);
    for (const time of ['2026-12-19T09:01:00Z', '2026-12-19T09:06:00Z', '2026-12-19T11:00:00Z']) {
      now = moment(time);
      await tellOfUncheckedFiles({ ...world, store });
    }
    const notices = await told();
    expect(notices).toMatchObject([{ kind: 'files-unchecked', to: { email: luton.complaints.teamMailbox } }]);
    expect(JSON.stringify(notices)).toContain('https://complaints.example/desk/cases/LBC-2026-000001');
    expect(JSON.stringify(notices)).not.toContain(file.name);
  });

  test('are not told of where the scanner spoke, whatever it said', async () => {
    await took();
    await store.files.recordScan(key, { scan: 'not-scannable', version: 'v1', scannedAt: now });
    now = moment('2026-12-19T09:01:00Z');
    await tellOfUncheckedFiles({ ...world, store });
    expect(await told()).toEqual([]);
  });

  test('of many messages stand in one notice of the hour, and those that come later in the next', async () => {
    await took();
    now = moment('2026-12-18T09:02:00Z');
    await took({ id: 'form-2', attachments: [{ ...file, key: `${key}-2` }] });
    now = moment('2026-12-18T09:30:00Z');
    await took({ id: 'form-3', attachments: [{ ...file, key: `${key}-3` }] });
    for (const time of ['2026-12-19T09:05:00Z', '2026-12-19T09:35:00Z', '2026-12-19T10:00:00Z']) {
      now = moment(time);
      await tellOfUncheckedFiles({ ...world, store });
    }
    const texts = (await told()).map(({ letter }) => JSON.stringify(letter).match(/LBC-2026-\d+/g));
    expect(texts).toEqual([['LBC-2026-000001', 'LBC-2026-000002'], ['LBC-2026-000003']]);
  });
});

describe('files that were added to a form and never sent', () => {
  test('are deleted with their copies after a month; what was sent, and what may still be sent, stays', async () => {
    await took();
    now = moment('2027-02-18T09:00:00Z');
    const stored = [
      { key, storedAt: moment('2026-12-18T08:59:00Z') },
      { key: 'uploads/other/never-sent', storedAt: moment('2026-12-18T08:59:00Z') },
      { key: 'uploads/other/of-today', storedAt: now },
    ];
    const deleted: string[] = [];
    const deps = {
      ...world,
      store,
      originals: { listSince: async () => stored },
      recordings: { delete: async (gone: string) => void deleted.push(gone) },
    };
    await deleteUnsentUploads(deps);
    expect(deleted).toEqual(['copies/uploads/other/never-sent', 'uploads/other/never-sent']);
  });
});
