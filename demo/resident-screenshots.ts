import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { createConsole } from './console.ts';
import { aPersonsPaceMs } from './resident.ts';

/** Keeps a picture of the page as it is. */
export type Take = (page: Page, name: string, height?: number) => Promise<void>;

const story =
  'My brown bin was missed on three Thursdays. I rang twice and was told that it was not out. It was: the photos show it at seven.';
const wide = { width: 1000, height: 900 };
const telephone = { width: 360, height: 720 };

/** The pictures of docs/resident.md: one complaint from the first page to the reference, and the page of one that is being looked into. */
export async function takeResidentScreenshots(browser: Browser, url: string, take: Take): Promise<void> {
  await aComplaint(browser, url, take);
  await whereItStands(browser, url, take);
}

async function aComplaint(browser: Browser, url: string, take: Take): Promise<void> {
  const context = await browser.newContext({ viewport: telephone });
  const page = await context.newPage();
  const onward = async () => {
    const { pathname } = new URL(page.url());
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((at) => at.pathname !== pathname);
  };
  await page.goto(`${url}/`);
  await take(page, 'resident-1-the-first-page', 900);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('#whatHappened').fill(story);
  await take(page, 'resident-2-what-happened', 900);
  await onward();
  await page.setViewportSize(wide);
  while (!page.url().endsWith('/evidence')) await onward();
  const folder = await mkdtemp(join(tmpdir(), 'photos-'));
  const photos = ['the bin at seven.jpg', 'the bin at noon.jpg'].map((name) => join(folder, name));
  for (const photo of photos)
    writeFileSync(photo, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), Buffer.alloc(2_400_000)]));
  await page.locator('input[type=file]').setInputFiles(photos);
  await page.getByRole('button', { name: 'Add these files' }).click();
  await page.getByRole('heading', { name: '2 files added' }).waitFor();
  await rm(folder, { recursive: true });
  await take(page, 'resident-3-photos-and-documents', 900);
  while (!page.url().endsWith('/reach-you')) await onward();
  await page.getByLabel('Email', { exact: true }).check();
  await page.locator('#email').fill('rosa');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('.govuk-error-summary').waitFor();
  await take(page, 'resident-4-an-answer-to-look-at-again', 1000);
  await page.locator('#email').fill('rosa.quill@mailbox.example');
  while (!page.url().endsWith('/check')) await onward();
  await take(page, 'resident-5-check-your-answers', 1300);
  await wait(aPersonsPaceMs);
  await page.getByRole('button', { name: 'Send my complaint' }).click();
  await page.waitForURL('**/complaint/sent');
  await take(page, 'resident-6-sent', 1100);
  await context.close();
}

async function whereItStands(browser: Browser, url: string, take: Take): Promise<void> {
  const { ask, settle } = createConsole(url);
  const cases = await ask(z.array(shownCase), 'cases');
  const shown = cases.find(({ state }) => state.stage === 'acknowledged' && state.complainant?.email !== undefined);
  const email = shown?.state.complainant?.email;
  if (!shown || email === undefined) throw new Error('Nobody with an email address has a case that is being looked into.');
  const context = await browser.newContext({ viewport: wide });
  const page = await context.newPage();
  await page.goto(`${url}/status`);
  await page.locator('#reference').fill(shown.reference);
  await page.locator('#contact').fill(email);
  await take(page, 'resident-7-asking-where-it-stands', 700);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.waitForURL('**/status/asked');
  await settle();
  const mails = await ask(z.array(z.object({ text: z.string() })), `outbox?to=${encodeURIComponent(email)}`);
  const link = mails.flatMap(({ text }) => /\/status\/open\/[\w-]+/.exec(text) ?? []).at(-1);
  await page.goto(`${url}${link}`);
  await page.getByRole('button', { name: 'Open the page' }).click();
  await page.waitForURL('**/status/case');
  await take(page, 'resident-8-where-it-stands', 1300);
  await page.setViewportSize(telephone);
  await take(page, 'resident-9-where-it-stands-on-a-telephone', 900);
  await context.close();
}

const shownCase = z.object({
  reference: z.string(),
  state: z.object({ stage: z.string(), complainant: z.optional(z.object({ email: z.optional(z.string()) })) }),
});
