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

/** One value, kept in a file, or in memory where there is none. */
export type KeptJson<T> = { read(): T; write(value: T): void };

export function keepJson<T>(file: string | undefined, shape: z.ZodType<T>, initial: T): KeptJson<T> {
  let value = file !== undefined && existsSync(file) ? read(file, shape) : initial;
  return {
    read: () => value,
    write: (next) => {
      value = next;
      if (file === undefined) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(next, undefined, 1));
      renameSync(`${file}.new`, file);
    },
  };
}

type Item<T> = { described: T; body: Buffer };
/** Bytes and what is said of them, by name: in memory, and side by side in a folder where there is one. */
export type KeptFiles<T> = {
  get(name: string): Item<T> | undefined;
  all(): readonly Item<T>[];
  put(name: string, described: T, body: Buffer): void;
  remove(name: string): void;
  clear(): void;
};

export function keepFiles<T>(folder: string | undefined, shape: z.ZodType<T>): KeptFiles<T> {
  const kept = new Map<string, Item<T>>();
  const line = z.strictObject({ name: z.string(), described: shape });
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
      const { name, described } = read(join(folder, file), line);
      kept.set(name, { described, body: readFileSync(join(folder, file.replace(/json$/, 'body'))) });
    }
  }
  return {
    get: (name) => kept.get(name),
    all: () => [...kept.values()],
    put(name, described, body) {
      kept.set(name, { described, body });
      if (folder === undefined) return;
      const file = fileOf(folder, name);
      writeFileSync(`${file}.body`, body);
      writeFileSync(`${file}.json`, JSON.stringify({ name, described }));
    },
    remove(name) {
      kept.delete(name);
      if (folder === undefined) return;
      for (const part of ['json', 'body']) rmSync(`${fileOf(folder, name)}.${part}`, { force: true });
    },
    clear() {
      kept.clear();
      if (folder === undefined) return;
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    },
  };
}

/** A name may be longer than a file's may be, and hold anything. */
function fileOf(folder: string, name: string): string {
  return join(folder, createHash('sha256').update(name).digest('hex'));
}
