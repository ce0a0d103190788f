import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, Result, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aContact, asha, ben, moment } from '../support/case-story.ts';
import { createWebsite } from '../support/website.ts';

// Every page and every error state, in a real browser, by the rules of WCAG 2.2 AA that a machine can check.

/** Injected as text: the page's own policy lets no script in, and this is not the page's. */
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const story = 'My bin was missed again, and I am unhappy.\n\nNobody rang me back.';

describe.skipIf(!hasBrowser)('in a browser', { timeout: 60_000 }, () => {
  const site = createWebsite();
  const troubled = createWebsite({ publicDeps: { takeIn: () => Promise.reject(new Error('away')) } });
  let browser: Browser;

  beforeAll(async () => {
    await Promise.all([site.start(), troubled.start()]);
    browser = await launchBrowser();
    const harm = {
      text: 'This is discrimination. My mother was hurt by her carer, she is in danger.',
      adjustments: 'Large print',
      onBehalfOf: { name: 'Maria' },
    };
    for (const contact of [{}, harm, { hold: 'spam-suspected', subject: 'Bins' } as const]) {
      await takeIn(site.taking, aContact('2026-12-18T09:00:00Z', { id: `message-${Object.keys(contact).join('-')}`, ...contact }));
    }
    const conversation = [
      { id: 'named', from: { name: 'Ken Example', email: 'ken@elsewhere.example' }, subject: 'About LBC-2026-000002', text: 'Any news?' },
      { id: 'away', automatic: 'auto-reply' },
      { id: 'chaser', subject: 'LBC-2026-000002', text: 'Any news? I attach a photo.' },
    ] as const;
    for (const contact of conversation) await takeIn(site.taking, aContact('2026-12-19T09:00:00Z', contact));
    const voicemail = {
      reading: 'heard',
      doubtful: [{ start: 16, end: 22 }],
      heard: { name: { value: 'Rosa Prater', start: 11, end: 22 } },
    } as const;
    const call = {
      channel: 'voicemail',
      id: 'call.wav',
      original: 'recordings/call.wav',
      from: { telephone: '01632 960123' },
      reachBy: [],
      email: undefined,
    } as const;
    await takeIn(
      site.taking,
      aContact('2026-12-19T10:00:00Z', { ...call, text: 'My name is Rosa Prater and my bin was missed.', voicemail }),
    );
    await takeIn(
      site.taking,
      aContact('2026-12-19T10:00:00Z', {
        ...call,
        id: 'silence.wav',
        text: '',
        hold: 'needs-listening',
        voicemail: { reading: 'silent', doubtful: [], heard: {} },
      }),
    );
    const reference = 'LBC-2026-000001' as Reference;
    const words = { reasons: 'It is not ours.', howToReach: 'Ask them.' };
    await site.runAs({ reference, command: { type: 'signpost', to: 'another-council', ...words }, commandId: 'sent', by: asha });
    const remedy = { type: 'training', what: 'Train the crew.', owner: ben, due: writtenDate('2027-02-01') } as const;
    await site.runAs({ reference, command: { type: 'promise-remedy', remedy }, commandId: 'promised', by: asha });
    const head = { roles: ['head-of-complaints'], trainedOn: writtenDate('2026-03-03') } as const;
    await site.store.recordStaff(asha.subject, { at: moment('2026-12-18T09:00:00Z'), by: ben, record: head }, 1);
    site.setTime('2026-12-21T09:00:00Z');
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([site.stop(), troubled.stop()]);
  });

  /** Walks the resident's pages; `seen` is called on every page and error state. */
  async function residentWalk(page: Page, base: string, seen: (name: string) => Promise<void>): Promise<void> {
    await page.goto(`${base}/`);
    await seen('start');
    await page.goto(`${base}/nowhere`);
    await seen('not found');
    await page.goto(`${base}/complaint`);
    await page.getByLabel('Email', { exact: true }).check();
    await page.getByLabel('Yes, I am complaining for somebody else').check();
    await seen('form');
    await page.getByLabel('Day').fill('31');
    await page.getByRole('button', { name: 'Check your answers' }).click();
    await seen('form with errors');
    await page.getByLabel('What happened?').fill(story);
    await page.getByLabel('Your email address').fill('rosa@resident.example');
    await page.getByLabel('Day').fill('');
    await page.getByRole('button', { name: 'Check your answers' }).click();
    await seen('check');
    await page.getByRole('button', { name: 'Send my complaint' }).click();
    await seen('sent');
  }

  async function officerWalk(page: Page, base: string, seen: (name: string) => Promise<void>): Promise<void> {
    await page.goto(`${base}/desk`);
    await seen('queue');
    await page.getByRole('link', { name: 'Bins' }).click();
    await seen('held');
    await page.getByRole('button', { name: 'Set it aside' }).click();
    await seen('held with errors');
    await page.goto(`${base}/desk/cases/LBC-2026-000002`);
    await seen('case with possible harm');
    await page.locator('#do-hand-over > summary').click();
    await page.getByRole('button', { name: 'Hand it over to another team, all or part' }).click();
    await seen('case with errors');
    await page.getByRole('link', { name: 'Receipt' }).click();
    await seen('letter');
    await page.goto(`${base}/desk/cases/LBC-2026-000003`);
    await seen('case that asks where a message belongs');
    await page.getByRole('link', { name: 'Say where it belongs' }).click();
    await seen('message');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await seen('message with errors');
    await page.goto(`${base}/desk/automatic`);
    await seen('automatic mail');
    await page.goto(`${base}/desk/suggestions`);
    await seen('how often the suggestion was changed');
    await page.goto(`${base}/desk/learning`);
    await seen('what we learn');
    await page.goto(`${base}/desk/bank-holidays`);
    await page.getByRole('button', { name: 'Enter it' }).click();
    await seen('bank holidays with errors');
    await page.goto(`${base}/desk/wording`);
    await seen('wording of letters');
    await page.getByRole('link', { name: 'Receipt: other formats' }).click();
    await page.getByRole('button', { name: 'See how it reads' }).click();
    await seen('wording of a letter with errors');
    await page.goto(`${base}/desk/staff`);
    await seen('staff');
    await page.getByRole('link', { name: 'Ben Example' }).click();
    await page.getByLabel('The most they may offer without a second person').fill('plenty');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await seen('member of staff with errors');
    await page.goto(`${base}/desk`);
    await page.getByRole('link', { name: 'A recorded call' }).click();
    await page.getByRole('button', { name: 'Open a case' }).click();
    await seen('recording that waits for a person, with errors');
    await page.goto(`${base}/desk/cases/LBC-2026-000004`);
    await seen('case of a recorded call');
    await page.locator('#confirm-caller-reachBy').check();
    await page.getByRole('button', { name: 'Confirm the caller’s details' }).click();
    await seen('case of a recorded call with errors');
    await page.goto(`${base}/desk/signed-in`);
    await seen('not signed in');
    await page.goto(`${base}/desk/held/email/gone`);
    await seen('held, gone');
    await page.goto(`${base}/desk/cases/LBC-2026-000003`);
    await page.context().clearCookies();
    await page.locator('#do-withdraw summary').click();
    await page.locator('#withdraw-howWeKnow').fill('She rang us.');
    await page.getByRole('button', { name: 'Record that the person withdrew' }).click();
    await seen('signed out while typing');
  }

  /** Finds nothing wrong by axe, nothing wider than the screen, and no breach of the content security policy. */
  async function walked(walk: typeof residentWalk, base: string, options: BrowserContextOptions, script: boolean) {
    const context = await browser.newContext(options);
    if (!script) await context.route('**/assets/*.js', (route) => route.abort());
    const page = await context.newPage();
    const problems: string[] = [];
    const pages: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) problems.push(message.text());
    });
    await walk(page, base, async (name) => {
      pages.push(name);
      problems.push(...(await problemsOf(page)).map((problem) => `${name}: ${problem}`));
    });
    await context.close();
    return { problems, pages };
  }

  /** Every rule of our tags runs; only of what passes is less written down. What is in frames would go unseen, so there may be none. */
  async function violationsOf(page: Page, rules: RunOptions['rules'] = {}): Promise<Result[]> {
    expect(page.frames()).toHaveLength(1);
    // A page without its style yet is another page.
    await page.waitForLoadState();
    await page.evaluate(axeScript);
    const options: RunOptions = { runOnly: tags, resultTypes: ['violations'], rules };
    const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
    return violations;
  }

  async function problemsOf(page: Page): Promise<readonly string[]> {
    // GOV.UK Frontend puts the back link before the main landmark, so that the skip link passes it.
    const violations = await violationsOf(page, { region: { enabled: false } });
    const found = violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    const width = z.number().parse(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    return width > 0 ? [...found, `${width} pixels wider than the screen`] : found;
  }

  const screens = [
    { name: 'on a desk', viewport: { width: 1200, height: 900 }, script: true },
    { name: 'at 320 pixels when the script does not load', viewport: { width: 320, height: 640 }, script: false },
  ];

  test.each(screens)('the resident’s pages are accessible $name', async ({ viewport, script }) => {
    const { problems, pages } = await walked(residentWalk, site.base(), { viewport }, script);
    expect(problems).toEqual([]);
    expect(pages).toHaveLength(6);
  });

  test.each(screens)('the officers’ pages are accessible $name', async ({ viewport, script }) => {
    const { problems, pages } = await walked(officerWalk, site.base(), { viewport }, script);
    expect(problems).toEqual([]);
    expect(pages).toHaveLength(23);
  });

  test('every page works in a browser without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const headings: string[] = [];
    const heading = async () => void headings.push((await page.locator('h1').innerText()).trim());
    await residentWalk(page, site.base(), heading);
    await officerWalk(page, site.base(), heading);
    await context.close();
    expect(headings).toHaveLength(29);
    expect(headings).toContain('We have your complaint');
    expect(headings.at(-1)).toBe('You need to sign in again');
  });

  test('the page for a fault is accessible', async () => {
    const page = await (await browser.newContext()).newPage();
    await residentWalk(page, troubled.base(), async () => {});
    expect(await page.locator('h1').innerText()).toBe('Sorry, something went wrong');
    expect(await problemsOf(page)).toEqual([]);
  });

  test('axe would find a page that is not accessible', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.setContent('<html><body><input><img src="x"><p style="color:#aaa">faint</p></body></html>');
    const violations = await violationsOf(page);
    expect(violations.map(({ id }) => id)).toEqual(expect.arrayContaining(['label', 'image-alt', 'color-contrast', 'html-has-lang']));
  });

  test('the keyboard alone is enough to change an answer on the check page', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${site.base()}/complaint`);
    await page.getByLabel('What happened?').fill(story);
    await page.getByRole('button', { name: 'Check your answers' }).press('Enter');
    await page.getByRole('button', { name: 'Change your answer to: What happened' }).press('Enter');
    await page.waitForURL('**/complaint#whatHappened');
    expect(await page.getByLabel('What happened?').inputValue()).toBe(story);
  });
});
