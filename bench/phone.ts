/**
 * `npm run bench:phone`: the first page on an old phone, beside the page that GOV.UK Frontend gives to whoever changes nothing of it: its own template, its
 * compiled style and script with all components, its fonts and its header, around the same words. One small server sends both alike: pages and files packed
 * by gzip, as the functions do with the first page and with files. Each run is a browser that has seen
 * nothing before; medians of runs in turn.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import nunjucks from 'nunjucks';
import { chromium } from 'playwright-core';
import * as z from 'zod';
import { staticFile } from '../functions/web/static-files.ts';
import { createWebsite } from '../test/support/website.ts';
import { type Network, networks, oldPhone, percentile, slowdown, timesOf } from './old-phone.ts';

const runs = 9;
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell';
const frontend = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));

const site = createWebsite();
await site.start();
const ours = await (await fetch(`${site.base()}/`)).text();
await site.stop();
const words = /<main[^>]*>([\s\S]*)<\/main>/.exec(ours)?.[1] ?? '';
// As "Get started" of GOV.UK Frontend has it.
const untouched = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([join(frontend, 'dist'), join(frontend, 'dist/govuk')]),
).renderString(
  `{% extends "govuk/template.njk" %}
  {% block head %}<link rel="stylesheet" href="/stylesheets/govuk-frontend.min.css">{% endblock %}
  {% block content %}{{ words | safe }}{% endblock %}
  {% block bodyEnd %}<script type="module" src="/javascripts/govuk-frontend.min.js"></script>
  <script type="module">import { initAll } from '/javascripts/govuk-frontend.min.js'; initAll()</script>{% endblock %}`,
  { words },
);

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const packed = new Map<string, { readonly type: string; readonly body: Buffer; readonly encoding?: 'gzip' }>();

/** Fonts are packed already. */
function fileAt(path: string) {
  const known = packed.get(path);
  if (known) return known;
  const own = path.startsWith('/assets/') ? staticFile(path.slice('/assets/'.length)) : undefined;
  const type = own?.contentType ?? types[extname(path)] ?? 'application/octet-stream';
  const plain = own
    ? Buffer.from(own.body)
    : readFileSync(join(frontend, 'dist/govuk', path.replace(/^\/(?:stylesheets|javascripts)\//, '/')));
  const file = type.startsWith('font') ? { type, body: plain } : ({ type, body: gzipSync(plain, { level: 9 }), encoding: 'gzip' } as const);
  packed.set(path, file);
  return file;
}

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  if (path === '/ours' || path === '/untouched') {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'cache-control': 'no-store' })
      .end(gzipSync(path === '/ours' ? ours : untouched, { level: 9 }));
    return;
  }
  const { type, body, encoding } = fileAt(path);
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' };
  response.writeHead(200, encoding ? { ...headers, 'content-encoding': encoding } : headers).end(body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

type Seen = { readonly firstPaint: number; readonly interactive: number; readonly bytes: number; readonly requests: number };

async function see(path: string, network: Network): Promise<Seen> {
  const { page, wire, close } = await oldPhone(browser, network);
  await page.goto(`${base}${path}`);
  const times = await timesOf(page);
  await close();
  return { ...times, ...wire };
}

try {
  console.log(
    `First page on an old phone: processor ${slowdown} times slower, median of ${runs} runs in turn, Chromium ${browser.version()}\n`,
  );
  const columns = ['first paint', 'interactive', 'bytes', 'requests'] as const;
  console.log(`${''.padEnd(34)}${columns.map((name) => name.padStart(13)).join('')}`);
  for (const network of networks) {
    const seen = new Map<string, Seen[]>([
      ['/ours', []],
      ['/untouched', []],
    ]);
    for (let run = -1; run < runs; run += 1) {
      for (const [path, rows] of seen) {
        const row = await see(path, network);
        if (run >= 0) rows.push(row);
      }
    }
    const medians = [...seen.values()].map((rows) =>
      (['firstPaint', 'interactive', 'bytes', 'requests'] as const).map((name) =>
        percentile(
          rows.map((row) => row[name]),
          50,
        ),
      ),
    );
    const [mine = [], theirs = []] = medians;
    const line = (name: string, cells: readonly string[]) =>
      console.log(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(13)).join('')}`);
    const inUnits = ([paint = 0, interactive = 0, bytes = 0, requests = 0]: readonly number[]) => [
      `${(paint / 1_000).toFixed(2)} s`,
      `${(interactive / 1_000).toFixed(2)} s`,
      `${(bytes / 1_000).toFixed(1)} kB`,
      String(requests),
    ];
    console.log(`\n${network.name}: ${network.roundTripMs} ms round trip, ${network.kilobitsPerSecond} kbit/s`);
    line('  this service', inUnits(mine));
    line('  GOV.UK Frontend, untouched', inUnits(theirs));
    line(
      '  ratio',
      mine.map((value, index) => (value / (theirs[index] ?? Number.NaN)).toFixed(2)),
    );
  }
} finally {
  await browser.close();
  server.close();
}
