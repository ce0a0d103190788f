import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { assetNames } from '../../functions/web/assets.generated.js';
import { staticFile } from '../../functions/web/static-files.ts';

const file = (name: keyof typeof assetNames) => staticFile(assetNames[name])!;

test('the stylesheet has the council’s colour and nothing that belongs to GOV.UK or to another host', () => {
  const { body } = file('complaints.css');
  expect(body.includes(luton.brand.colour)).toBe(true);
  expect(body.includes('Arial')).toBe(true);
  expect(body.match(/GDS Transport|@font-face|crown|url\(|@import/i)).toBeNull();
});

test('the script asks nobody for anything', () => {
  expect(file('enhance.js').body.match(/\beval\(|\bfetch\(|XMLHttpRequest|import\(/)).toBeNull();
});

test.each(Object.entries(assetNames))('%s has its content’s hash in its name and may be kept for ever', (_, name) => {
  const found = staticFile(name)!;
  expect(name).toContain(createHash('sha256').update(found.body).digest('hex').slice(0, 12));
  expect(found.cacheControl).toContain('immutable');
  expect(found.contentType).toMatch(/^(text\/css|text\/javascript|image\/svg\+xml)/);
});

test.each(['complaints.css', 'constructor', '__proto__', '../render.ts', ''])('%j is no static file', (name) => {
  expect(staticFile(name)).toBeUndefined();
});
