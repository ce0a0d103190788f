import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export type StoredObject = {
  key: string;
  etag: string;
  size: number;
  /** ISO instant of the stack's clock. */
  lastModified: string;
  contentType: string;
  /** `x-amz-meta-…` without the prefix. */
  metadata: Record<string, string>;
};

/** The objects of one bucket, kept in a folder, or in memory where there is none. */
export type Objects = {
  put(object: Omit<StoredObject, 'etag' | 'size'>, body: Buffer): StoredObject;
  find(key: string): StoredObject | undefined;
  body(object: StoredObject): Buffer;
  /** In the order of their keys' UTF-8 bytes, as S3 lists them. */
  list(prefix: string): readonly StoredObject[];
};

const storedShape = z.strictObject({
  key: z.string(),
  etag: z.string(),
  size: z.number(),
  lastModified: z.string(),
  contentType: z.string(),
  metadata: z.record(z.string(), z.string()),
});

export function openObjects(folder: string | undefined): Objects {
  const bodies = new Map<string, Buffer>();
  const known = new Map<string, StoredObject>();
  // A key may be longer than a file name may be, and hold anything.
  const fileOf = (key: string, ending: 'json' | 'body') =>
    folder === undefined ? undefined : join(folder, `${createHash('sha256').update(key).digest('hex')}.${ending}`);

  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const object = storedShape.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      known.set(object.key, object);
    }
  }

  return {
    put(described, body) {
      const object = { ...described, etag: createHash('md5').update(body).digest('hex'), size: body.length };
      const file = fileOf(object.key, 'body');
      if (file === undefined) bodies.set(object.key, body);
      else {
        writeFileSync(file, body);
        writeFileSync(fileOf(object.key, 'json') ?? file, JSON.stringify(object));
      }
      known.set(object.key, object);
      return object;
    },
    find: (key) => known.get(key),
    body(object) {
      const file = fileOf(object.key, 'body');
      return file === undefined ? (bodies.get(object.key) ?? Buffer.alloc(0)) : readFileSync(file);
    },
    list: (prefix) =>
      [...known.values()]
        .filter((object) => object.key.startsWith(prefix))
        .sort((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key))),
  };
}
