import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** `| D15 | in short | `kept by` | `shown by`: title |` */
const rows = readFileSync(join(root, 'docs/duties.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:D\d|decision)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, duty = '', , kept = '', shown = '']) => ({
    duty,
    kept: codeIn(kept),
    shown: codeIn(shown)[0] ?? '',
    title: shown.replace(/^`[^`]*`: /, ''),
  }));

function codeIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

test.each(rows)('$duty is kept by files that are there, and shown by a test of that name', ({ kept, shown, title }) => {
  expect(kept.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(kept.length).toBeGreaterThan(0);
  expect(readFileSync(join(root, shown), 'utf8')).toContain(title.replaceAll("'", "\\'").split("\\'")[0]);
  expect(title.length).toBeGreaterThan(10);
});
