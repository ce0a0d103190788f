import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Names that reach for the clock, chance, the environment or the network, wherever they stand and whatever they are called on. */
const impureNames = new Set([
  'process',
  'fetch',
  'performance',
  'randomUUID',
  'getRandomValues',
  'globalThis',
  'require',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);

const impureMembers = new Set(['Date.now', 'Math.random', 'Temporal.Now', 'Intl.DateTimeFormat', 'import.meta']);

/** Where the domain touches something that is not a value handed to it: one line per breach. */
function breachesIn(source: string): readonly string[] {
  const file = ts.createSourceFile('domain.ts', source, ts.ScriptTarget.Latest, true);
  const declared = namesDeclaredIn(file);
  const breaches: string[] = [];
  const visit = (node: ts.Node): void => {
    const breach = breachOf(node, declared);
    if (breach !== undefined) breaches.push(`line ${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${breach}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return breaches;
}

/** Names of the file's own values: a local `performance` is a date, not the stopwatch. Imports are not among them. */
function namesDeclaredIn(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node)) &&
      node.name !== undefined
    ) {
      if (ts.isIdentifier(node.name)) names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function breachOf(node: ts.Node, declared: ReadonlySet<string>): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0)
    return 'new Date() is the clock';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date() is the clock';
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined)) return 'await';
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async';
  if (ts.isThrowStatement(node)) return 'throw';
  if (ts.isIdentifier(node) && impureNames.has(node.text) && !declared.has(node.text) && !isOnlyAName(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) && impureMembers.has(node.getText().replaceAll(/\s/g, ''))) return node.getText();
  if (ts.isMetaProperty(node)) return 'import.meta';
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text.startsWith('node:'))
    return node.moduleSpecifier.text;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return 'import()';
  return undefined;
}

/** `{ process: 1 }` and `step.process` name a field of a value; `process.env` reaches out. */
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  const called = ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return !(called || parent.expression.getText() === 'globalThis' || parent.expression.getText() === 'crypto');
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
}

describe('the domain', () => {
  const files = globSync('functions/domain/**/*.ts', { cwd: root }).sort();

  it('has files to read', () => {
    expect(files).toContain(join('functions', 'domain', 'calendar', 'local-date.ts'));
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('%s touches nothing but the values it is given', (file) => {
    expect(breachesIn(readFileSync(join(root, file), 'utf8'))).toEqual([]);
  });
});

describe('the check catches what is planted', () => {
  it.each([
    ['the clock', 'export const today = new Date();'],
    ['the clock without brackets', 'export const today = new Date;'],
    ['the clock as text', 'export const today = Date();'],
    ['the clock in milliseconds', 'const now = Date\n  .now();'],
    ['the clock handed on', 'export const clock = Date.now;'],
    ['the clock of Temporal', 'const now = Temporal.Now.instant();'],
    ['chance', 'const dice = Math.random();'],
    ['an id', "import { randomUUID } from 'node:crypto';"],
    ['an id from the web API', 'const id = crypto.randomUUID();'],
    ['the environment', 'const name = process.env.NAME;'],
    ['the environment by another way', "const name = globalThis['process'];"],
    ['a stopwatch', 'const t = performance.now();'],
    ['the network', "const answer = fetch('https://council.example');"],
    ['waiting', 'const f = async () => { await g(); };'],
    ['promising', 'async function f() {}'],
    ['an asynchronous method', 'const o = { async f() {} };'],
    ['waiting in a loop', 'for await (const x of xs) f(x);'],
    ['throwing', "function f() { throw new Error('no'); }"],
    ['a stopwatch under a name of its own', 'const { now } = performance;'],
    ['a timer', 'setTimeout(f, 1);'],
    ['a file', "import { readFileSync } from 'node:fs';"],
    ['a module fetched late', "const m = import('./other.ts');"],
  ])('%s', (_, source) => {
    expect(breachesIn(source)).not.toEqual([]);
  });

  it.each([
    ['a date made of a value', 'const day = new Date(text).getUTCDay();'],
    ['a field with such a name', 'type Step = { process: string }; const step = { process: 1 }; const p = step.process;'],
    ['such a word in a comment or a text', "// await fetch, throw\nconst text = 'await process.env';"],
    ['a value of its own with such a name', 'function later(performance: number) { return performance + 1; }'],
    ['other arithmetic', 'const m = Math.max(1, Date.parse(text));'],
  ])('but not %s', (_, source) => {
    expect(breachesIn(source)).toEqual([]);
  });
});
