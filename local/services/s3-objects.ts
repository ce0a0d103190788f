import * as z from 'zod';
import { keepFiles } from '../kept.ts';

const versionShape = z.strictObject({
  key: z.string(),
  versionId: z.string(),
  etag: z.string(),
  lastModified: z.string(),
  contentType: z.string(),
  metadata: z.record(z.string(), z.string()),
});
export type ObjectVersion = z.infer<typeof versionShape>;
export type StoredObject = { described: ObjectVersion; body: Buffer };
export type Objects = ReturnType<typeof keepObjects>;

/**
 * The objects of one bucket with all their versions, in memory, or in a folder where there is one; the latest of a key is the object. Nothing is deleted
 * but a version by its id. Ids of versions are in the order in which they came.
 */
export function keepObjects(folder: string | undefined) {
  const files = keepFiles(folder, versionShape);
  const byKey = new Map<string, StoredObject[]>();
  let drawn = 0;
  for (const one of files.all().toSorted((one, other) => (one.described.versionId < other.described.versionId ? -1 : 1))) {
    remember(one);
    drawn = Number(one.described.versionId);
  }

  function remember(stored: StoredObject): void {
    const { key } = stored.described;
    byKey.set(key, [...(byKey.get(key) ?? []), stored]);
  }

  return {
    latest: (key: string) => byKey.get(key)?.at(-1),
    version: (key: string, versionId: string) => byKey.get(key)?.find(({ described }) => described.versionId === versionId),
    /** The latest of every key. */
    all: () => [...byKey.values()].flatMap((versions) => versions.slice(-1)),
    /** Of every key that begins so, the latest first. */
    versions: (prefix: string): readonly ObjectVersion[] =>
      [...byKey].flatMap(([key, versions]) => (key.startsWith(prefix) ? versions.toReversed() : [])).map(({ described }) => described),
    put(described: Omit<ObjectVersion, 'versionId'>, body: Buffer): ObjectVersion {
      drawn += 1;
      const version = { ...described, versionId: String(drawn).padStart(12, '0') };
      files.put(version.versionId, version, body);
      remember({ described: version, body });
      return version;
    },
    remove(key: string, versionId: string): void {
      files.remove(versionId);
      const rest = (byKey.get(key) ?? []).filter(({ described }) => described.versionId !== versionId);
      if (rest.length > 0) byKey.set(key, rest);
      else byKey.delete(key);
    },
  };
}
