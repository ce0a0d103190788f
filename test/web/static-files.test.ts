import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { pack } from '../../functions/handlers/frame/packed.ts';
import { handler } from '../../functions/handlers/static-files.ts';
import { assetNames } from '../../functions/web/assets.generated.js';
import { staticFile } from '../../functions/web/static-files.ts';
import { createWebsite } from '../support/website.ts';

const file = (name: keyof typeof assetNames) => staticFile(assetNames[name])!;

test('the stylesheet has the council’s colour and nothing that belongs to GOV.UK or to another host', () => {
  const { body } = file('complaints.css');
  expect(body.includes(luton.brand.colour)).toBe(true);
  expect(body.includes('Arial')).toBe(true);
  expect(body.match(/GDS Transport|@font-face|crown|url\(|@import/i)).toBeNull();
});

test('the script runs nothing but itself and names no other host', () => {
  const { body } = file('enhance.js');
  expect(body.match(/\beval\(|\bFunction\(|import\(|\bsrc=|https?:\/\//i)).toBeNull();
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

/** As API Gateway calls: header names in lower case. */
const ask = (name: string, encodings?: string) =>
  handler({
    pathParameters: { file: name },
    headers: encodings === undefined ? {} : { 'accept-encoding': encodings },
  } as unknown as APIGatewayProxyEventV2);

test('files are packed for whoever can unpack them, and for nobody else', async () => {
  const name = assetNames['complaints.css'];
  const packed = await ask(name, 'gzip, deflate, br');
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(gunzipSync(Buffer.from(packed.body ?? '', 'base64')).toString()).toBe(file('complaints.css').body);
  const plain = await ask(name);
  expect([plain.headers?.['content-encoding'], plain.body]).toEqual([undefined, file('complaints.css').body]);
  expect((await ask('nothing.css', 'gzip')).statusCode).toBe(404);
});

test.each(['/', '/complaint/what-happened'])('%s and all that it needs is under 50 kB', async (path) => {
  const site = createWebsite();
  await site.start();
  const answer = await fetch(site.base() + path);
  const page = await answer.text();
  await site.stop();
  const sent = answer.headers.get('content-encoding') === 'gzip' ? Buffer.from(pack(page), 'base64').length : Buffer.byteLength(page);
  const needed = Object.values(assetNames).filter((name) => page.includes(name));
  const packed = await Promise.all(needed.map(async (name) => Buffer.from((await ask(name, 'gzip')).body ?? '', 'base64').length));
  expect(needed.length).toBeGreaterThan(1);
  expect(sent + packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(50_000);
});

/** What a server sends before it hears anything back: ten packets of 1,460 bytes (RFC 6928). */
const firstRoundTrip = 14_600;

test('the first page is drawn from what comes in one round trip, by the style that its own policy names', async () => {
  const site = createWebsite();
  await site.start();
  const answer = await fetch(site.base());
  const page = await answer.text();
  await site.stop();
  const [, style = ''] = /<style>([^<]+)<\/style>/.exec(page) ?? [];
  expect(answer.headers.get('content-security-policy')).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(page.match(/rel="stylesheet"|<script(?! type="module")/)).toBeNull();
  expect(Buffer.from(pack(page), 'base64').length).toBeLessThan(firstRoundTrip - 1_500);
});
