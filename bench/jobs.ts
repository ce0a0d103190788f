/**
 * `npm run bench:jobs`: what the five commonest jobs of the desk ask of a pair of hands, counted in a real browser by a script that does each as an
 * officer would with the mouse: clicks, keys that move about or choose, and characters of words that somebody will read. And the bytes of each page that
 * it goes through, as they leave the function. The same jobs in a mailbox and a spreadsheet were counted by hand: `docs/desk.md` has their steps.
 */
import { chromium, type Locator, type Page } from 'playwright-core';
import { takeIn } from '../functions/app/take-in.ts';
import { writtenDate } from '../functions/domain/calendar/local-date.ts';
import type { Command } from '../functions/domain/cases/command.ts';
import { aContact, asha } from '../test/support/case-story.ts';
import { createWebsite } from '../test/support/website.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell';

/** Counts what a hand does. */
function createHand(page: Page) {
  const counts = { clicks: 0, keys: 0, characters: 0, bytes: 0, pages: 0 };
  page.on('response', async (response) => {
    if (!(response.headers()['content-type'] ?? '').startsWith('text/html')) return;
    const body = await response.body().catch(() => undefined);
    counts.pages += body ? 1 : 0;
    counts.bytes += body?.length ?? 0;
  });
  return {
    counts,
    async click(target: Locator): Promise<void> {
      counts.clicks += 1;
      await target.click();
      await page.waitForLoadState('load');
    },
    /** A press of Tab from the field before, then the words. */
    async write(target: Locator, words: string): Promise<void> {
      counts.keys += 1;
      counts.characters += words.length;
      await target.fill(words);
    },
  };
}

type Hand = ReturnType<typeof createHand>;
type Job = {
  readonly name: string;
  readonly before: readonly Command[];
  readonly from: string;
  readonly does: (page: Page, hand: Hand, reference: string) => Promise<void>;
};

const accept: Command = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' };
const allocate: Command = { type: 'allocate', service: 'waste', officer: asha };
const acknowledge: Command = {
  type: 'acknowledge',
  definition: 'Your bin was missed three times.',
  outcomesSought: 'A bin that is emptied.',
  points: [],
};
const contact: Command = { type: 'record-contact', on: writtenDate('2026-12-18'), how: 'telephone', outcome: 'spoke', note: 'We spoke.' };

const jobs: readonly Job[] = [
  {
    name: 'Read a new complaint and accept it',
    before: [],
    from: '/desk',
    async does(page, hand, reference) {
      await hand.click(page.getByRole('link', { name: reference }));
      await hand.click(page.locator('#form-accept-at-stage-one button[type=submit]').first());
    },
  },
  {
    name: 'Acknowledge it',
    before: [accept, allocate],
    from: '/desk?queue=mine',
    async does(page, hand, reference) {
      await hand.click(page.getByRole('link', { name: reference }));
      await hand.write(page.locator('#acknowledge-definition'), 'Your bin was missed three times, and nobody rang you back.');
      await hand.write(page.locator('#acknowledge-outcomesSought'), 'That your bin is emptied, and that somebody says why.');
      await hand.click(page.locator('#form-acknowledge button[type=submit]').first());
    },
  },
  {
    name: 'Take more time',
    before: [accept, allocate, acknowledge],
    from: '/desk?queue=mine',
    async does(page, hand, reference) {
      await hand.click(page.getByRole('link', { name: reference }));
      await hand.click(page.locator('a[href*="/do/extend"]').first());
      await hand.write(page.locator('#extend-workingDays'), '5');
      await hand.write(page.locator('#extend-reason'), 'The contractor answers on Friday, and we want to tell you what they say.');
      await hand.click(page.locator('#form-extend button[type=submit]').first());
    },
  },
  {
    name: 'Answer it at stage one',
    before: [accept, allocate, acknowledge, contact],
    from: '/desk?queue=mine',
    async does(page, hand, reference) {
      await hand.click(page.getByRole('link', { name: reference }));
      await hand.click(page.locator('a[href*="/do/respond"]').first());
      await hand.write(
        page.locator('#respond-decision'),
        'We uphold your complaint. Your bin was missed three times, and we should have rung you.',
      );
      await hand.click(page.locator('label[for="respond-outcome-1"]'));
      await hand.write(
        page.locator('#respond-reasons-1'),
        'The new round sheet ended before your house. The message that you left was not passed on.',
      );
      await hand.write(page.locator('#respond-remedy'), 'The sheet is corrected, and your bin was emptied on Monday.');
      await hand.click(page.locator('label[for="respond-affected-2"]'));
      await hand.write(page.locator('#respond-affectedOthers'), 'Only your house stood at the end of that sheet.');
      await hand.click(page.locator('#form-respond button[type=submit]').first());
    },
  },
  {
    name: 'Log a complaint by telephone',
    before: [],
    from: '/desk',
    async does(page, hand) {
      await hand.click(page.getByRole('link', { name: 'Log', exact: true }));
      await hand.click(page.getByLabel('Telephone', { exact: true }).first());
      await hand.write(page.locator('#whatHappened'), 'Her brown bin was taken in September and never came back. She has rung five times.');
      await hand.write(page.locator('#name'), 'Delphine Okoye');
      await hand.click(page.locator('#reachBy-2'));
      await hand.write(page.locator('#telephone'), '07700 900139');
      await hand.click(page.getByRole('button', { name: 'Log it' }));
    },
  },
];

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
console.log(`${''.padEnd(36)}${['clicks', 'keys', 'characters', 'pages', 'KB'].map((name) => name.padStart(11)).join('')}`);
try {
  for (const job of jobs) console.log(rowOf(job.name, await measure(job)));
} finally {
  await browser.close();
}

async function measure({ before, from, does }: Job): Promise<Hand['counts']> {
  const site = createWebsite({ now: '2026-12-18T09:00:00Z' });
  await site.start();
  const taken = await takeIn(
    site.taking,
    aContact('2026-12-18T08:30:00Z', { text: 'My bin was missed for the third time and nobody rang me back. I am unhappy.' }),
  );
  if (taken.kind !== 'opened') throw new Error('The complaint opened no case.');
  const { reference } = taken;
  for (const [index, command] of before.entries()) {
    const done = await site.runAs({
      reference,
      expected: index + 1,
      command,
      commandId: `before-${index}`,
      by: asha,
      staff: await site.store.staff(),
    });
    if (done.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(done)}`);
  }
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${site.base()}/desk`);
  await page.goto(`${site.base()}${from}`);
  const hand = createHand(page);
  await does(page, hand, reference);
  const wrong = await page.locator('.govuk-error-summary').allInnerTexts();
  if (wrong.length > 0) throw new Error(wrong.join(' '));
  await page.close();
  await site.stop();
  return hand.counts;
}

function rowOf(name: string, { clicks, keys, characters, pages, bytes }: Hand['counts']): string {
  return `${name.padEnd(36)}${[clicks, keys, characters, pages, (bytes / 1024).toFixed(0)].map((value) => String(value).padStart(11)).join('')}`;
}
