import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';

// What survives a restart.

/** Throws one sentence for a person where a file is not what it should be. */
function read<T>(file: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Error(`${file} is not as this version keeps it: start afresh with npm start -- --fresh`);
  }
}

export type KeptJson<T> = ReturnType<typeof keepJson<T>>;

/** One value, kept in a file, or in memory where there is none. */
export function keepJson<T>(file: string | undefined, shape: z.ZodType<T>, initial: T) {
  let value = file !== undefined && existsSync(file) ? read(file, shape) : initial;
  return {
    read: (): T => value,
    write: (next: T): void => {
      value = next;
      if (file === undefined) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(next, undefined, 1));
      renameSync(`${file}.new`, file);
    },
  };
}

/** Bytes and what is said of them, by name: in memory, and side by side in a folder where there is one. */
export function keepFiles<T>(folder: string | undefined, shape: z.ZodType<T>) {
  const kept = new Map<string, { described: T; body: Buffer }>();
  const line = z.strictObject({ name: z.string(), described: shape });
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
      const { name, described } = read(join(folder, file), line);
      kept.set(name, { described, body: readFileSync(join(folder, file.replace(/json$/, 'body'))) });
    }
  }
  const remove = (name: string): void => {
    kept.delete(name);
    if (folder === undefined) return;
    for (const part of ['json', 'body']) rmSync(`${fileOf(folder, name)}.${part}`, { force: true });
  };
  return {
    all: () => [...kept.values()],
    put(name: string, described: T, body: Buffer): void {
      kept.set(name, { described, body });
      if (folder === undefined) return;
      const file = fileOf(folder, name);
      writeFileSync(`${file}.body`, body);
      writeFileSync(`${file}.json`, JSON.stringify({ name, described }));
    },
    remove,
    clear: (): void => [...kept.keys()].forEach(remove),
  };
}

/** A name may be longer than a file's may be, and hold anything. */
function fileOf(folder: string, name: string): string {
  return join(folder, createHash('sha256').update(name).digest('hex'));
}
