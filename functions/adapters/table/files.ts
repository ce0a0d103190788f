import type { FileStore } from '../../app/ports.ts';
import { uploadPrefix } from '../../contracts/upload-key.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { Contact, ContactKey } from '../../domain/intake/contact.ts';
import type { FileCheck } from '../../domain/intake/file-check.ts';
import { parseItem } from './codec.ts';
import { contactIn, contactKey, fileKey, objectIn, pendingIndex, pendingUntil, uploadKey } from './keys.ts';
import { getItems, queryItems, type Table, updateItem, type Write } from './table.ts';

/** What machines know of files. Each fact is written by itself: a scan, a look at the first bytes and a copy come in any order, and twice. */
export function createFileStore(table: Table): FileStore {
  return {
    checks: (keys) => checks(table, keys),
    recordScan: (key, found) => recordScan(table, key, found),
    record: (key, known, ofVersion) => record(table, key, known, ofVersion),
    dueForCheck: (now) => dueForCheck(table, now),
    async settle(contact) {
      await updateItem(table, contactKey(contact), { text: 'REMOVE #pending, #pendingBy' });
    },
    async ofNobody(keys) {
      const sent = new Set((await getItems(table, keys.map(uploadKey), true)).map(objectIn));
      return keys.filter((key) => !sent.has(key));
    },
  };
}

/** That a contact has its uploads, written with it: they are nobody's before, and are deleted one day. */
export function uploadsOf({ channel, id, attachments }: Contact): readonly Write[] {
  return attachments
    .filter(({ key }) => key.startsWith(uploadPrefix))
    .map(({ key }) => ({ what: 'upload', item: { ...uploadKey(key), channel, id } }));
}

async function checks(table: Table, keys: readonly string[]): Promise<ReadonlyMap<string, FileCheck>> {
  if (keys.length === 0) return new Map();
  const [items, { storedFileCheck }] = await Promise.all([
    getItems(table, keys.map(fileKey)),
    import('../../contracts/stored/file-check.ts'),
  ]);
  return new Map(items.map((item) => [objectIn(item), parseItem(storedFileCheck, item)]));
}

async function recordScan(table: Table, key: string, { scan, version, scannedAt }: Parameters<FileStore['recordScan']>[1]) {
  const update = {
    text: 'SET #scan = :scan, #version = :version, #scannedAt = :scannedAt',
    values: { ':scan': scan, ':version': version, ':scannedAt': scannedAt },
  };
  // The same news twice leaves what was learnt meanwhile.
  const ifFirst = {
    text: 'attribute_not_exists(#scan) OR (#version = :version AND #scan <> :infected)',
    values: { ':infected': 'infected' },
  };
  return (await updateItem(table, fileKey(key), update, ifFirst)) === 'refused' ? 'judged-before' : 'recorded';
}

async function record(table: Table, key: string, known: Parameters<FileStore['record']>[1], ofVersion?: string): Promise<void> {
  const facts = Object.entries(known).filter(([, value]) => value !== undefined);
  if (facts.length === 0) return;
  const text = `SET ${facts.map(([name]) => `#${name} = :${name}`).join(', ')}`;
  const values = Object.fromEntries(facts.map(([name, value]) => [`:${name}`, value]));
  const ifThatVersion = ofVersion === undefined ? undefined : { text: '#version = :version', values: { ':version': ofVersion } };
  await updateItem(table, fileKey(key), { text, values }, ifThatVersion);
}

async function dueForCheck(table: Table, now: Instant): Promise<readonly ContactKey[]> {
  const items = await queryItems(
    table,
    { text: '#pending = :files AND #pendingBy < :until', values: { ':files': 'files', ':until': pendingUntil(now) } },
    pendingIndex,
  );
  if (items.length === 0) return [];
  const { storedContactKey } = await import('../../contracts/stored/contact.ts');
  return items.map((item) => storedContactKey.parse(contactIn(item)));
}
