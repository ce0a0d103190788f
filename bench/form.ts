/**
 * `npm run bench:form`: what it takes to complain. A script answers the form in Chromium as on an old phone, from the first page to the one with the
 * reference, and counts pages, taps, characters and the seconds that pages keep
 * somebody waiting (median of three). Reading and thinking are not measured; typing is
 * reckoned from the characters. Then what each public page costs on the server, over HTTP on this machine, in turn. Cases and answers are kept in memory:
 * what DynamoDB and S3 take comes on top, a few milliseconds for each page that reads or keeps answers.
 */
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { assetNames } from '../functions/web/assets.generated.js';
import { staticFile } from '../functions/web/static-files.ts';
import { createVisitor } from '../test/support/visitor.ts';
import { createWebsite, type Website } from '../test/support/website.ts';
import { type Network, networks, oldPhone, percentile, slowdown } from './old-phone.ts';

const runs = 100;
const walksEach = 3;
/** What 37,000 people typed on their telephones (Palin et al., "How do people type on mobile devices?", MobileHCI 2019); five characters are a word. */
const wordsPerMinute = 36.2;
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell';

const story = 'My bin was missed on 3, 10 and 17 December. I rang twice and was told that it was not out. It was.';
const email = 'rosa@resident.example';

type Answer = (page: Page, hand: ReturnType<typeof createHand>) => Promise<void>;
type Journey = { readonly name: string; readonly answers: Readonly<Record<string, Answer>> };

const answered: Journey['answers'] = { 'what-happened': (page, hand) => hand.write(page.getByLabel('What happened?'), story) };
const journeys: readonly Journey[] = [
  { name: 'what happened, and nothing else', answers: answered },
  {
    name: 'and an email address',
    answers: {
      ...answered,
      'reach-you': async (page, hand) => {
        await hand.tap(page.getByLabel('Email', { exact: true }));
        await hand.write(page.locator('#email'), email);
      },
    },
  },
  {
    name: 'every question answered',
    answers: {
      ...answered,
      when: async (page, hand) => {
        for (const [part, value] of [
          ['day', '3'],
          ['month', '12'],
          ['year', '2026'],
        ] as const)
          await hand.write(page.locator(`#firstKnown-${part}`), value);
      },
      effect: (page, hand) => hand.write(page.locator('#impact'), 'The rubbish smells and the foxes come.'),
      'put-right': (page, hand) => hand.write(page.locator('#outcomeSought'), 'Empty it, and say why it was missed.'),
      before: async (page, hand) => {
        await hand.tap(page.getByLabel('Yes', { exact: true }));
        await hand.write(page.locator('#earlierDetails'), 'Twice by telephone.');
      },
      'reach-you': async (page, hand) => {
        await hand.write(page.locator('#name'), 'Rosa Example');
        await hand.tap(page.getByLabel('Email', { exact: true }));
        await hand.write(page.locator('#email'), email);
      },
      easier: (page, hand) => hand.write(page.locator('#adjustments'), 'Large print, please.'),
    },
  },
];

/** What a hand does, and how long it waits for pages. */
function createHand(page: Page) {
  const counts = { pages: 1, taps: 0, characters: 0, waited: 0 };
  return {
    counts,
    async tap(target: ReturnType<Page['locator']>): Promise<void> {
      counts.taps += 1;
      await target.tap();
    },
    async write(target: ReturnType<Page['locator']>, words: string): Promise<void> {
      counts.taps += 1;
      counts.characters += words.length;
      await target.fill(words);
    },
    /** Until the next page can be read and used. */
    async go(button: string): Promise<void> {
      counts.taps += 1;
      counts.pages += 1;
      const begun = performance.now();
      const here = page.url();
      await page.getByRole('button', { name: button }).tap();
      await page.waitForURL((url) => url.href !== here, { waitUntil: 'load' });
      counts.waited += performance.now() - begun;
    },
  };
}

type Walked = {
  readonly pages: number;
  readonly taps: number;
  readonly characters: number;
  readonly waited: number;
  readonly bytes: number;
};

async function complain(site: Website, network: Network, { answers }: Journey): Promise<Walked> {
  const { page, wire, close } = await oldPhone(browser, network);
  const begun = performance.now();
  await page.goto(`${site.base()}/`);
  const hand = createHand(page);
  hand.counts.waited += performance.now() - begun;
  await hand.go('Start');
  while (!page.url().endsWith('/check')) {
    await answers[new URL(page.url()).pathname.split('/').at(-1) ?? '']?.(page, hand);
    await hand.go('Continue');
  }
  await hand.go('Send my complaint');
  const heading = (await page.locator('h1').innerText()).trim();
  if (heading !== 'We have your complaint') throw new Error(`the journey ended at "${heading}"`);
  await close();
  return { ...hand.counts, bytes: wire.bytes };
}

/** The form as a whole, once, with the cookie that has its answers. */
async function halfway(site: Website): Promise<{ readonly cookie: string; readonly csrf: string }> {
  const visitor = createVisitor(site.base());
  await visitor.open('/complaint');
  await visitor.submit('/complaint/what-happened', { whatHappened: story });
  await visitor.open('/complaint/reach-you');
  await visitor.submit('/complaint/reach-you', { reachBy: 'email', email });
  return { cookie: visitor.cookie(), csrf: visitor.page().querySelector('input[name=csrf]')?.getAttribute('value') ?? '' };
}

/** Packed, as `static-files` sends them. */
const files = Object.values(assetNames).flatMap((name) => {
  const file = staticFile(name);
  return file ? [{ ...file, path: `/assets/${name}`, body: gzipSync(file.body, { level: 9 }), encoding: 'gzip' as const }] : [];
});
const site = createWebsite({ now: '2026-12-18T09:00:00Z', files });
await site.start();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  console.log(`From the first page to the reference, processor ${slowdown} times slower, Chromium ${browser.version()}\n`);
  console.log(
    `${''.padEnd(36)}${['pages', 'taps', 'characters', 'typing', ...networks.map(({ name }) => name), 'kB'].map((name) => name.padStart(12)).join('')}`,
  );
  for (const journey of journeys) {
    const walks: Walked[][] = networks.map(() => []);
    for (let walk = 0; walk < walksEach; walk += 1)
      for (const [index, network] of networks.entries()) walks[index]?.push(await complain(site, network, journey));
    const { pages = 0, taps = 0, characters = 0, bytes = 0 } = walks[0]?.[0] ?? {};
    const typing = characters / ((wordsPerMinute * 5) / 60);
    const waits = walks.map(
      (each) =>
        `${(
          percentile(
            each.map(({ waited }) => waited),
            50,
          ) / 1_000
        ).toFixed(1)} s`,
    );
    const cells = [pages, taps, characters, `${typing.toFixed(0)} s`, ...waits, (bytes / 1_000).toFixed(0)];
    console.log(`${journey.name.padEnd(36)}${cells.map((cell) => String(cell).padStart(12)).join('')}`);
  }

  const { cookie, csrf } = await halfway(site);
  const sender = createVisitor(site.base());
  await sender.open('/complaint');
  await sender.submit('/complaint/what-happened', { whatHappened: story });
  await sender.open('/complaint/check');
  await sender.submit('/complaint/send');
  const sent = sender.cookie();
  const get = (path: string, as = '') => ({
    name: `GET ${path}`,
    ask: () => fetch(`${site.base()}${path}`, { headers: { cookie: as }, redirect: 'manual' }),
  });
  const post = (path: string, fields: Readonly<Record<string, string>>) => ({
    name: `POST ${path}`,
    ask: () =>
      fetch(`${site.base()}${path}`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ ...fields, csrf }),
        redirect: 'manual',
      }),
  });
  const questions = ['what-happened', 'when', 'effect', 'put-right', 'before', 'evidence', 'for-whom', 'reach-you', 'easier', 'check'];
  const pages = [
    get('/'),
    ...questions.map((name) => get(`/complaint/${name}`, cookie)),
    post('/complaint/effect', { impact: 'The rubbish smells.' }),
    get('/complaint/sent', sent),
    get('/complaint/copy', sent),
    get('/status'),
    ...['/accessibility', '/privacy', '/cookies', '/other-ways'].map((path) => get(path)),
  ];
  const times = new Map<string, number[]>(pages.map(({ name }) => [name, []]));
  const measure = async ({ name, ask }: (typeof pages)[number], counts: boolean) => {
    const begun = performance.now();
    const answer = await ask();
    await answer.text();
    if (answer.status >= 400) throw new Error(`${name} answered ${answer.status}`);
    if (counts) times.set(name, [...(times.get(name) ?? []), performance.now() - begun]);
  };
  for (let run = -5; run < runs; run += 1) for (const page of pages) await measure(page, run >= 0);
  // Each is another complaint: triage reads it, a case is opened, a receipt is planned. A minute between them, so that no flood is suspected.
  for (let run = -3; run < runs / 4; run += 1) {
    site.setTime(new Date(Date.parse('2026-12-18T10:00:00Z') + run * 3_600_000).toISOString());
    const { cookie, csrf } = await halfway(site);
    const ask = () =>
      fetch(`${site.base()}/complaint/send`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ csrf }),
        redirect: 'manual',
      });
    await measure({ name: 'POST /complaint/send', ask }, run >= 0);
  }
  console.log(`\nMilliseconds on the server, ${runs} runs in turn (sending: ${runs / 4}), Node ${process.versions.node}\n`);
  console.log(`${''.padEnd(36)}${'median'.padStart(12)}${'99th'.padStart(12)}`);
  for (const [name, taken] of times)
    console.log(`${name.padEnd(36)}${[50, 99].map((percent) => percentile(taken, percent).toFixed(1).padStart(12)).join('')}`);
} finally {
  await browser.close();
  await site.stop();
}
