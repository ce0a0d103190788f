import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as z from 'zod';

/** A value that survives a restart when it is given a file, and lives in memory when it has none. */
export type KeptJson<T> = { read(): T; write(value: T): void };

/** Throws where the file is not what it should be: `npm start -- --fresh` begins again. */
export function keepJson<T>(file: string | undefined, shape: z.ZodType<T>, initial: T): KeptJson<T> {
  let value = file === undefined ? initial : (readJson(file, shape) ?? initial);
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

function readJson<T>(file: string, shape: z.ZodType<T>): T | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  return shape.parse(JSON.parse(text));
}
