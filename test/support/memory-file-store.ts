import type { ContactRecord, FileStore } from '../../functions/app/ports.ts';
import type { ContactKey } from '../../functions/domain/intake/contact.ts';
import { type FileCheck, filesToBeCheckedBy } from '../../functions/domain/intake/file-check.ts';

const keyOf = ({ channel, id }: ContactKey) => `${channel}#${id}`;

/** What is known of files, forgotten: `contacts` are those of the store beside it. */
export function memoryFileStore(contacts: ReadonlyMap<string, ContactRecord>): FileStore {
  const files = new Map<string, FileCheck>();
  const settled = new Set<string>();

  return {
    checks: async (keys) => new Map(keys.flatMap((key) => [...(files.has(key) ? [[key, structuredClone(files.get(key)!)] as const] : [])])),
    async recordScan(key, found) {
      const known = files.get(key);
      if (known?.scan === 'infected' || (known?.scan && known.version !== found.version)) return 'judged-before';
      files.set(key, { ...known, ...found });
      return 'recorded';
    },
    async record(key, known, ofVersion) {
      if (ofVersion !== undefined && files.get(key)?.version !== ofVersion) return;
      const facts = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
      files.set(key, { ...files.get(key), ...facts });
    },
    dueForCheck: async (now) =>
      [...contacts.values()]
        .flatMap(({ contact, standing }) => {
          const due = filesToBeCheckedBy(contact, standing.kind === 'filed');
          return due && due <= now && !settled.has(keyOf(contact)) ? [{ ...contact, due }] : [];
        })
        .sort((one, other) => (`${one.due}#${keyOf(one)}` < `${other.due}#${keyOf(other)}` ? -1 : 1))
        .map(({ channel, id }) => ({ channel, id })),
    settle: async (contact) => void settled.add(keyOf(contact)),
    async ofNobody(keys) {
      const sent = new Set([...contacts.values()].flatMap(({ contact }) => contact.attachments.map(({ key }) => key)));
      return keys.filter((key) => !sent.has(key));
    },
  };
}
