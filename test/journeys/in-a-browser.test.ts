import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceLimits } from '../../functions/domain/policy/evidence.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { type LocalService, startService } from '../support/local-service.ts';

const read = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');

/** As large as the form takes. What stands in its comment is for nobody but those who keep the original. */
const photo = Buffer.alloc(evidenceLimits.bytesEach, 'drawn');
photo.write('\xff\xd8\xff\xfe\x00\x08secret\xff\xdb\x00\x02\xff\xda\x00\x02', 'latin1');
photo.write('\xff\xd9', photo.length - 2, 'latin1');
/** What every virus scanner finds (eicar.org). */
const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** Pages as the deployed functions send them, headers and all: what a browser refuses shows only here. */
describe.skipIf(!hasBrowser)('in a real browser, through the whole stack', () => {
  let service: LocalService;
  let browser: Browser;
  let page: Page;
  const refused: string[] = [];

  beforeAll(async () => {
    // The browser judges the age of cookies by its own clock, so the stack's clock begins there too.
    [service, browser] = await Promise.all([startService(new Date().toISOString()), launchBrowser()]);
    page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    page.on('requestfailed', (request) => refused.push(request.url()));
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  test('a resident complains and sees the reference; pages have their style', async () => {
    await page.goto(`${service.url}/`);
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")).toMatch(/arial/i);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByLabel('What happened?').fill('My bin was missed three times and nobody answers.');
    const next = async (heading: RegExp) => {
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    };
    await next(/When did you first know/);
    while (!page.url().endsWith('/evidence')) await page.getByRole('button', { name: 'Continue' }).click();
    // Straight to the bucket, at another address: its policy and the page's let them through.
    await page.locator('input[type=file]').setInputFiles([
      { name: 'wall.jpg', mimeType: 'image/jpeg', buffer: photo },
      { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from(eicar) },
    ]);
    await page.getByRole('button', { name: 'Add these files' }).click();
    await page.getByRole('heading', { name: '2 files added' }).waitFor();
    while (!page.url().endsWith('/reach-you')) await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Email', { exact: true }).check();
    await page.getByLabel('Your email address').fill('rosa@mailbox.example');
    await next(/make it easier/);
    await next(/Check your answers/);
    // A form that is filled in faster than a person can is held for one.
    await service.clockTo(new Date(Date.now() + 60_000).toISOString());
    await page.getByRole('button', { name: 'Send my complaint' }).click();
    await page.getByRole('heading', { level: 1, name: 'We have your complaint' }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/LBC-\d{4}-000001/);
    expect(refused).toEqual([]);
  });

  test('an officer signs in, sees a copy of the photo of 20 MB and no virus, and accepts the complaint', async () => {
    await service.settle();
    // The sweep of every five minutes tells whoever sent it of the virus.
    await service.clockTo(new Date(Date.now() + 7 * 60_000).toISOString());
    await service.settle();
    const mails = await service.mails('rosa@mailbox.example');
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('We have your message'),
      expect.stringContaining('a file that we cannot open'),
    ]);
    const [receipt = '', told = ''] = mails.map(({ text }) => text.replace(/\s+/g, ' '));
    expect(receipt).toContain('your message and the 2 files that came with it');
    expect([told.includes('letter.txt'), told.includes('wall.jpg')]).toEqual([true, false]);
    const [entry] = await service.cases();
    await page.goto(`${service.url}/desk/cases/${entry?.reference}`);
    await page.getByRole('button', { name: /Amina Yusuf/ }).click();
    expect(page.url()).toBe(`${service.url}/desk/cases/${entry?.reference}`);
    const file = page.getByRole('link', { name: 'wall.jpg', exact: true }).first();
    const copy = await page.request.get(`${service.url}${await file.getAttribute('href')}`);
    expect([copy.status(), copy.headers()['content-type'], (await copy.body()).includes('secret')]).toEqual([200, 'image/jpeg', false]);
    expect(await page.locator('main').innerText()).toContain('letter.txt: not offered, because a virus was found in it');
    const accept = page.locator('form[action$="/accept-at-stage-one"]');
    await accept.getByRole('button').click();
    expect(await page.locator('main').innerText()).toContain('Accepted at stage one');
    expect(refused).toEqual([]);
  });

  test('a recorded call is heard where its words stand: the policy of the page lets audio through from the bucket', async () => {
    await service.voicemail(read('vm-06-missed-collection-first-report.json'), '?caller=01632960123');
    await service.settle();
    const [, call] = await service.cases();
    await page.goto(`${service.url}/desk/cases/${call?.reference}`);
    const heard = await page.evaluate(`new Promise((resolve) => {
      const audio = document.querySelector('audio');
      for (const name of ['canplaythrough', 'error']) audio.addEventListener(name, () => resolve(name));
      audio.load();
      audio.preload = 'auto';
    })`);
    expect(heard).toBe('canplaythrough');
    expect(refused).toEqual([]);
  });

  test('the officer signs out', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await page.locator('h1').innerText()).toBe('You have signed out');
    expect(refused).toEqual([]);
  });

  test('an address that does not exist is answered with a page that says so, to a visit and to a form', async () => {
    const visited = await page.goto(`${service.url}/nowhere`);
    expect([visited?.status(), await page.locator('h1').innerText()]).toEqual([404, 'Page not found']);
    await page.setContent('<form method="post" action="/elsewhere"><button>Send</button></form>');
    const [sent] = await Promise.all([page.waitForResponse(/\/elsewhere$/), page.getByRole('button').click()]);
    await page.waitForURL(/\/elsewhere$/);
    expect([sent.status(), await page.locator('h1').innerText()]).toEqual([404, 'Page not found']);
  });
});
