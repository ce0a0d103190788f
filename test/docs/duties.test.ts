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
  expect(isTitleIn(readFileSync(join(root, shown), 'utf8'), title)).toBe(true);
  expect(title.length).toBeGreaterThan(10);
});

/** Word for word, between the quotes of a string. */
function isTitleIn(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title.replaceAll(quote, `\\${quote}`)}${quote}`));
}

/** Rows that stand for each duty. More may come; none goes without this list saying so. */
const atLeast: Readonly<Record<string, number>> = {
  D2: 2,
  D3: 4,
  D6: 1,
  D7: 2,
  D8: 1,
  D10: 1,
  D12: 3,
  D13: 1,
  D14: 2,
  D15: 4,
  D16: 4,
  D17: 5,
  D18: 4,
  D19: 2,
  D20: 3,
  D21: 1,
  D22: 3,
  D23: 3,
  D24: 3,
  D25: 5,
  D26: 5,
  D27: 2,
  D28: 6,
  D29: 7,
  D30: 4,
  D31: 5,
  D32: 1,
  D33: 7,
  D36: 2,
  'decision 16': 4,
};

test('no duty loses a row', () => {
  const standing = (duty: string) => rows.filter((row) => row.duty === duty).length;
  expect(Object.entries(atLeast).filter(([duty, count]) => standing(duty) < count)).toEqual([]);
});

test('a title is its whole words, apostrophes and all', () => {
  expect(isTitleIn("it('is nobody\\'s business', () => {", "is nobody's business")).toBe(true);
  expect(isTitleIn("it('is nobody\\'s business', () => {", "is nobody's fault")).toBe(false);
  expect(isTitleIn("it('is nobody\\'s business', () => {", 'is nobody')).toBe(false);
});
