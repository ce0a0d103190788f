import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { type LocalService, startService } from '../support/local-service.ts';

const read = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');

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
    await page.getByLabel('Email', { exact: true }).check();
    await page.getByLabel('Your email address').fill('rosa@mailbox.example');
    await page.getByRole('button', { name: 'Check your answers' }).click();
    await page.getByRole('button', { name: 'Send my complaint' }).click();
    expect(await page.locator('main').innerText()).toMatch(/LBC-\d{4}-000001/);
    expect(refused).toEqual([]);
  });

  test('an officer signs in and accepts the complaint', async () => {
    const [entry] = await service.cases();
    await page.goto(`${service.url}/desk/cases/${entry?.reference}`);
    await page.getByRole('button', { name: /Amina Yusuf/ }).click();
    expect(page.url()).toBe(`${service.url}/desk/cases/${entry?.reference}`);
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
