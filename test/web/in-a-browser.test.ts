import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkTokens } from '../../functions/adapters/identity/link-tokens.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { addMinutes, writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import { statusLinkNotice } from '../../functions/domain/notices/status-link.ts';
import { evidenceLimits } from '../../functions/domain/policy/evidence.ts';
import { takingBack } from '../../functions/domain/policy/writing.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aContact, asha, ben, moment } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';
import { tab } from '../support/focus.ts';
import { layoutProblemsOf } from '../support/page-checks.ts';
import { councilThatOffers } from '../support/signed-languages.ts';
import { createWebsite } from '../support/website.ts';

// What pages do in a real browser: by touch, by keyboard alone, with colours of the person's own, and when time or patience runs out. What every page
// is like stands in `accessibility.test.ts`, what the deployed stack adds in `journeys/in-a-browser.test.ts`.

const firstReference = 'LBC-2026-000001' as Reference;
const rosa = { email: 'rosa@resident.example', name: 'Rosa Example' };
const story = 'My bin was missed again, and I am unhappy.\n\nNobody rang me back.';

describe.skipIf(!hasBrowser)('in a browser', { timeout: 60_000 }, () => {
  const site = createWebsite({ now: '2026-12-21T09:00:00Z' });
  let browser: Browser;

  beforeAll(async () => {
    await site.start();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  const onward = (page: Page) => page.getByRole('button', { name: 'Continue' });
  const pathOf = (page: Page) => new URL(page.url()).pathname;
  const headingOf = async (page: Page) => (await page.locator('h1').innerText()).trim();
  const cases = async () => (await site.store.openCases()).length;

  test('on a telephone, by touch alone: going back loses nothing, and two taps on Send are one complaint', async () => {
    site.setTime('2026-12-21T09:00:00Z');
    const before = await cases();
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true });
    const page = await context.newPage();
    const problems: string[] = [];
    const tap = async (name: string) => {
      const here = pathOf(page);
      problems.push(...(await layoutProblemsOf(page)).map((problem) => `${here}: ${problem}`));
      await page.getByRole('button', { name }).tap();
      await page.waitForURL((url) => url.pathname !== here);
    };
    await page.goto(`${site.base()}/`);
    await tap('Start');
    await page.getByLabel('What happened?').fill(story);
    await tap('Continue');
    await page.getByLabel('Month').fill('9');
    await page.getByLabel('Year').fill('2026');
    await tap('Continue');
    await page.goBack();
    expect(await page.getByLabel('Month').inputValue()).toBe('9');
    await page.goBack();
    expect(await page.getByLabel('What happened?').inputValue()).toBe(story);
    await page.goForward();
    await page.goForward();
    expect(pathOf(page)).toBe('/complaint/effect');
    while (pathOf(page) !== '/complaint/reach-you') await tap('Continue');
    await page.getByLabel('Email', { exact: true }).tap();
    await page.getByLabel('Your email address').fill('rosa@resident.example');
    await tap('Continue');
    await tap('Continue');
    expect(await page.locator('main').innerText()).toContain('September 2026');
    site.setTime('2026-12-21T09:05:00Z');
    const send = page.getByRole('button', { name: 'Send my complaint' });
    await send.dblclick();
    await page.waitForURL('**/complaint/sent');
    expect([await headingOf(page), await cases()]).toEqual(['We have your complaint', before + 1]);
    await page.goBack();
    await page.waitForURL('**/complaint/sent');
    expect(await cases()).toBe(before + 1);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('two presses on Send are one complaint where no script holds the second back', async () => {
    site.setTime('2026-12-21T09:10:00Z');
    const before = await cases();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.base()}/complaint`);
    await page.getByLabel('What happened?').fill(story);
    await onward(page).click();
    await page.goto(`${site.base()}/complaint/check`);
    site.setTime('2026-12-21T09:15:00Z');
    await page.getByRole('button', { name: 'Send my complaint' }).dblclick();
    await page.waitForURL('**/complaint/sent');
    expect(await cases()).toBe(before + 1);
    await context.close();
  });

  test('where the connection is lost on the way, or on the way back, trying again loses nothing and makes no second complaint', async () => {
    site.setTime('2026-12-21T09:16:00Z');
    const before = await cases();
    const context = await browser.newContext();
    const page = await context.newPage();
    const pressInVain = async (name: string) => {
      await page.getByRole('button', { name }).click({ noWaitAfter: true });
      await expect.poll(() => page.url()).toContain('chrome-error:');
    };
    await page.goto(`${site.base()}/complaint`);
    await page.getByLabel('What happened?').fill(story);
    await context.setOffline(true);
    await pressInVain('Continue');
    await context.setOffline(false);
    await page.reload();
    expect(pathOf(page)).toBe('/complaint/when');
    await page.goto(`${site.base()}/complaint/check`);
    expect(await page.locator('main').innerText()).toContain('Nobody rang me back.');
    site.setTime('2026-12-21T09:19:00Z');
    // It arrives, and the answer does not.
    await page.route('**/complaint/send', async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
    });
    await pressInVain('Send my complaint');
    expect(await cases()).toBe(before + 1);
    await page.unroute('**/complaint/send');
    await page.reload();
    expect(pathOf(page)).toBe('/complaint/sent');
    expect([await headingOf(page), await cases()]).toEqual(['We have your complaint', before + 1]);
    await context.close();
  });

  test('when the answers are gone, what stands on the page is kept and the person is told', async () => {
    site.setTime('2026-12-21T09:20:00Z');
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${site.base()}/complaint`);
    await page.getByLabel('What happened?').fill(story);
    await onward(page).click();
    await page.goto(`${site.base()}/complaint/effect`);
    await page.getByLabel('How has it affected you?').fill('I could not sleep.');
    site.setTime('2026-12-21T11:20:00Z');
    await onward(page).click();
    expect(await page.getByRole('status').first().innerText()).toContain('We have kept what you wrote on this page.');
    expect(await page.getByLabel('How has it affected you?').inputValue()).toBe('I could not sleep.');
    await page.context().close();
  });

  test('a photo of 20 MB goes to where it is kept; one byte more is refused before it is sent, in words that take the focus', async () => {
    site.setTime('2026-12-21T12:00:00Z');
    const folder = await mkdtemp(join(tmpdir(), 'photos-'));
    const photo = (name: string, bytes: number) => {
      const path = join(folder, name);
      writeFileSync(path, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), Buffer.alloc(bytes - 8)]));
      return path;
    };
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${site.base()}/complaint`);
    await page.getByLabel('What happened?').fill(story);
    await onward(page).click();
    await page.goto(`${site.base()}/complaint/evidence`);
    const files = page.locator('input[type=file]');
    await files.setInputFiles([photo('wall.jpg', evidenceLimits.bytesEach), photo('street.jpg', evidenceLimits.bytesEach + 1)]);
    await page.getByRole('button', { name: 'Add these files' }).click();
    await page.getByRole('heading', { name: '1 file added' }).waitFor();
    expect(await page.locator('.added-files').innerText()).toContain('wall.jpg');
    const wrong = page.locator('.govuk-error-summary:focus');
    expect(await wrong.innerText()).toContain('street.jpg is larger than 20 MB');
    expect([...site.uploaded.values()].at(-1)?.bytes.length).toBe(evidenceLimits.bytesEach);
    await page.context().close();
    await rm(folder, { recursive: true });
  });

  const letter = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('You said Tuesday.') };

  test('a file that was chosen and not added goes with the complaint when they continue', async () => {
    site.setTime('2026-12-21T12:10:00Z');
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${site.base()}/complaint`);
    await page.getByLabel('What happened?').fill(story);
    await onward(page).click();
    await page.goto(`${site.base()}/complaint/evidence`);
    await page.locator('input[type=file]').setInputFiles([letter]);
    await onward(page).click();
    await page.waitForURL('**/complaint/for-whom');
    // What stands under a box that was unticked is not sent.
    await page.goto(`${site.base()}/complaint/reach-you`);
    await page.getByLabel('Email', { exact: true }).check();
    await page.getByLabel('Your email address').fill('rosa@resident.example');
    await page.getByLabel('Email', { exact: true }).uncheck();
    await onward(page).click();
    await page.goto(`${site.base()}/complaint/check`);
    const answers = await page.locator('main').innerText();
    expect([answers.includes('letter.txt'), answers.includes('rosa@resident.example')]).toEqual([true, false]);
    await page.context().close();
  });

  test('without a script nobody can go on past a file that is chosen and not added; Enter goes on, and Back keeps what was typed', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${site.base()}/complaint`);
    await page.getByLabel('What happened?').fill(story);
    await onward(page).click();
    await page.getByLabel('Year').fill('2026');
    await page.getByLabel('Month').fill('9');
    await page.getByLabel('Month').press('Enter');
    await page.waitForURL('**/complaint/effect');
    await page.getByLabel('How has it affected you?').fill('I could not sleep.');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.waitForURL('**/complaint/when');
    await page.goto(`${site.base()}/complaint/effect`);
    expect(await page.getByLabel('How has it affected you?').inputValue()).toBe('I could not sleep.');
    await page.goto(`${site.base()}/complaint/evidence`);
    const asked = page.getByText('You have chosen a file that has not been added yet.');
    expect([await onward(page).isVisible(), await asked.isVisible()]).toEqual([true, false]);
    await page.locator('input[type=file]').setInputFiles([letter]);
    expect([await onward(page).isVisible(), await asked.isVisible()]).toEqual([false, true]);
    await page.getByRole('button', { name: 'Do not add this file' }).click();
    expect(await onward(page).isVisible()).toBe(true);
    await page.context().close();
  });

  test('five minutes before answers go the page says so politely, and one press keeps them', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.clock.install();
    await page.goto(`${site.base()}/complaint`);
    await page.getByLabel('What happened?').fill(story);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Month').fill('9');
    const status = page.locator('.keeping [role="status"]');
    const more = page.getByRole('button', { name: 'Give me more time' });
    await page.clock.runFor((2 * 60 - 5) * 60_000 - 1_000);
    expect([await status.textContent(), await more.isVisible()]).toEqual(['', false]);
    await page.clock.runFor(1_000);
    expect(await status.textContent()).toContain('5 more minutes');
    await more.click();
    await expect.poll(() => status.textContent()).toBe('Your answers are kept longer now.');
    expect([await more.isVisible(), await page.getByLabel('Month').inputValue()]).toEqual([false, '9']);
    await page.clock.runFor(2 * 60 * 60_000);
    expect(await status.textContent()).toContain('Your earlier answers are gone.');
    await page.context().close();
  });

  test('the keyboard alone is enough to complain, from the first page to the last, and always shows where it is', async () => {
    site.setTime('2026-12-21T13:00:00Z');
    const page = await (await browser.newContext()).newPage();
    const unseen: string[] = [];
    /** As somebody would who cannot see where they are: by tabs alone, and no more of them than a page has places. */
    const tabTo = async (place: string) => {
      const arrived = `document.activeElement?.matches(${JSON.stringify(place)})`;
      for (let tabs = 0; tabs < 60; tabs++) {
        const there = await tab(page);
        if (there && !there.seen) unseen.push(`${there.what} on ${pathOf(page)}`);
        if (await page.evaluate(arrived)) return;
      }
      throw new Error(`no tab leads to ${place} on ${page.url()}`);
    };
    const enter = async (leadsTo: RegExp) => {
      await page.keyboard.press('Enter');
      await page.waitForURL(leadsTo);
      await page.waitForLoadState();
    };
    const button = 'main form button.govuk-button:not([hidden]):not(.govuk-button--secondary)';
    const onwardTo = async (name: string) => {
      await tabTo(button);
      await enter(new RegExp(`/complaint/${name}$`));
    };
    await page.goto(`${site.base()}/`);
    await tabTo('.govuk-skip-link');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main-content');
    await tabTo('.govuk-button--start');
    await enter(/what-happened$/);
    // Nothing is typed: the summary has the focus, and its link leads to the field.
    await tabTo(button);
    await page.keyboard.press('Enter');
    await page.locator('.govuk-error-summary:focus').waitFor();
    await tabTo('.govuk-error-summary a');
    await page.keyboard.press('Enter');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type(story);
    await onwardTo('when');
    await onwardTo('effect');
    await onwardTo('put-right');
    await onwardTo('before');
    await tabTo('[name=before]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('No', { exact: true }).isChecked()).toBe(true);
    await onwardTo('evidence');
    await onwardTo('for-whom');
    await onwardTo('reach-you');
    await tabTo('[name=reachBy]');
    await page.keyboard.press('Space');
    await tabTo('[name=email]');
    await page.keyboard.type('rosa@resident.example');
    await onwardTo('easier');
    await onwardTo('check');
    await tabTo('a[href*="what-happened?from=check"]');
    await enter(/what-happened\?from=check$/);
    expect(await page.getByLabel('What happened?').inputValue()).toBe(story);
    await onwardTo('check');
    site.setTime('2026-12-21T13:05:00Z');
    await onwardTo('sent');
    expect(await headingOf(page)).toBe('We have your complaint');
    expect(unseen).toEqual([]);
    await page.context().close();
  });

  test('with colours of the person’s own, buttons and fields have borders, errors have words and lines, and the focus is seen everywhere', async () => {
    site.setTime('2026-12-21T14:00:00Z');
    const context = await browser.newContext({ forcedColors: 'active' });
    const page = await context.newPage();
    const problems: string[] = [];
    const look = async () => {
      problems.push(...(await page.evaluate(borderless)).map((what) => `${pathOf(page)}: ${what} has no border`));
      await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
      for (let tabs = 0; tabs < 60; tabs++) {
        const there = await tab(page);
        if (!there) return;
        if (!there.seen) problems.push(`${pathOf(page)}: the focus on ${there.what} is not seen`);
      }
      throw new Error(`tabs do not end on ${page.url()}`);
    };
    await page.goto(`${site.base()}/`);
    await look();
    await page.goto(`${site.base()}/complaint`);
    await onward(page).click();
    await page.locator('.govuk-error-summary').waitFor();
    const wrong = page.locator('.govuk-form-group--error');
    expect(await wrong.locator('.govuk-error-message').innerText()).toMatch(/^Error:\s*Tell us what happened/);
    expect(await wrong.evaluate((group) => Number.parseFloat(getComputedStyle(group).borderLeftWidth))).toBeGreaterThanOrEqual(4);
    await look();
    await page.getByLabel('What happened?').fill(story);
    await onward(page).click();
    for (const name of ['before', 'evidence', 'reach-you', 'check']) {
      await page.goto(`${site.base()}/complaint/${name}`);
      await look();
    }
    expect(problems).toEqual([]);
    await context.close();
  });

  test('somebody who is not satisfied asks for stage two on the page of their case', async () => {
    const mail = deskWorld('2026-12-14T09:00:00Z');
    const answered = createWebsite({ now: '2026-12-14T09:00:00Z', store: mail.deps.store });
    await answered.start();
    await takeIn(answered.taking, aContact('2026-12-14T09:00:00Z'));
    const reference = 'LBC-2026-000001' as Reference;
    const remedied = { remedy: 'We emptied it.', actions: 'We told the crew.', affectedOthers: 'Nobody.' };
    const course: readonly Command[] = [
      { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' },
      { type: 'allocate', service: 'waste', officer: ben },
      { type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: '' },
      { type: 'record-contact', on: writtenDate('2026-12-14'), how: 'telephone', outcome: 'spoke', note: 'She told us more.' },
      { type: 'respond', decision: 'We missed it.', answers: [{ outcome: 'upheld', reasons: 'The log says so.' }], ...remedied },
    ];
    for (const command of course)
      expect((await answered.runAs({ reference, command, commandId: command.type, by: asha })).kind).toBe('done');
    mail.later(takingBack.minutes);
    answered.setTime('2026-12-14T09:10:00Z');
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${answered.base()}/status`);
    await page.locator('#reference').fill(reference);
    await page.locator('#contact').fill('rosa@resident.example');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.waitForURL('**/status/asked');
    await sendNotices({ ...mail.deps, linkTokens }, reference);
    const path = mail.sent.flatMap(({ notice }) => /\/status\/open\/[\w-]+/.exec(JSON.stringify(notice.letter)) ?? []).at(-1);
    await page.goto(`${answered.base()}${path}`);
    await page.getByRole('button', { name: 'Open the page' }).click();
    expect(await headingOf(page)).toContain('We have answered');
    await page.getByRole('link', { name: 'I am not satisfied: ask us to look at it again' }).click();
    await page.locator('textarea').fill('The bin was missed again yesterday.');
    await page.locator('textarea').press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/status/said');
    const file = await mail.deps.store.loadFile(reference);
    expect([file?.state.followUps?.map(({ kind }) => kind), file?.contacts.at(-1)?.text]).toEqual([
      ['dissatisfaction'],
      expect.stringContaining('The bin was missed again yesterday.'),
    ]);
    await page.context().close();
    await answered.stop();
  });

  test('the page of a case warns before it closes; a file that comes after that is not lost, and the browser is told', async () => {
    const mail = deskWorld('2026-12-14T09:00:00Z');
    const watched = createWebsite({ now: '2026-12-14T09:00:00Z', store: mail.deps.store });
    await watched.start();
    await takeIn(watched.taking, aContact('2026-12-14T09:00:00Z'));
    const page = await (await browser.newContext()).newPage();
    await page.clock.install();
    const openPage = async (token: string) => {
      const until = addMinutes(mail.deps.now(), 60);
      await mail.deps.store.statusPage.keepLink(linkTokens.hashOf(token), { reference: firstReference, notice: linkNotice.id, until });
      await page.goto(`${watched.base()}/status/open/${token}`);
      await page.getByRole('button', { name: 'Open the page' }).click();
      await page.goto(`${watched.base()}/status/say/add`);
    };
    const linkNotice = statusLinkNotice((await mail.deps.store.load(firstReference))!.state, rosa, mail.deps.now(), mail.deps);
    await mail.deps.store.statusPage.planLink(firstReference, linkNotice, mail.deps.now());
    await openPage('first');
    const status = page.locator('.keeping [role="status"]');
    await page.clock.runFor(25 * 60_000);
    expect(await status.textContent()).toBe('This page closes in 5 minutes.');
    await page.getByRole('button', { name: 'Give me more time' }).click();
    await expect.poll(() => status.textContent()).toBe('This page stays open longer now.');
    await page.getByLabel('What would you like to tell us?').fill(story);
    await page.getByRole('button', { name: 'Add photos and documents' }).click();
    await page.locator('input[type=file]').setInputFiles({ name: 'wall.txt', mimeType: 'text/plain', buffer: Buffer.from('The wall.') });
    watched.setTime('2026-12-14T09:45:00Z');
    await page.getByRole('button', { name: 'Add these files' }).click();
    await page.waitForURL('**/status/files/added?key=*');
    expect(await headingOf(page)).toBe('The page has closed');
    await openPage('second');
    expect(await page.getByLabel('What would you like to tell us?').inputValue()).toBe(story);
    expect(await page.locator('main').innerText()).toContain('wall.txt');
    // Near the end of the longest time that a page stays open there is no more to give, and none is promised.
    for (let minutes = 25; minutes <= 5 * 60 + 25; minutes += 25) {
      watched.setTime(addMinutes(moment('2026-12-14T09:45:00Z'), minutes));
      await page.request.get(`${watched.base()}/status/case`);
    }
    watched.setTime('2026-12-14T15:20:00Z');
    await page.goto(`${watched.base()}/status/say/add`);
    await page.clock.runFor(20 * 60_000);
    expect(await status.textContent()).toBe('This page closes in 5 minutes.');
    watched.setTime('2026-12-14T15:40:00Z');
    await page.getByRole('button', { name: 'Give me more time' }).click();
    await expect.poll(() => status.textContent()).toContain('We could not keep it open.');
    await page.context().close();
    await watched.stop();
  });

  test('D36: what is typed is kept as a draft by itself, said politely, and the checklist follows it', async () => {
    const taken = await takeIn(site.taking, aContact('2026-12-21T08:00:00Z', { id: 'to-decline', from: { name: 'Ken Example' } }));
    const form = `${site.base()}/desk/cases/${taken.kind === 'opened' && taken.reference}/do/decline`;
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${site.base()}/desk`);
    await page.goto(form);
    const reasons = page.locator('.checklist li').filter({ hasText: 'The reasons' });
    expect(await reasons.getByText('Missing').isVisible()).toBe(true);
    await page.locator('#decline-facts').fill('It went to court.');
    expect(await reasons.getByText('There', { exact: true }).isVisible()).toBe(true);
    const kept = page.waitForResponse((response) => response.url().endsWith('/do/decline/draft'));
    await page.clock.runFor(31_000);
    await kept;
    await expect.poll(() => page.getByRole('status').last().textContent()).toMatch(/^Draft of \d\d:\d\d, saved$/);
    await page.goto(form);
    expect(await page.locator('#decline-facts').inputValue()).toBe('It went to court.');
    await context.close();
  });

  test('D38: single keys walk through a queue, stay letters where somebody types, and can be turned off', async () => {
    const page = await (await browser.newContext()).newPage();
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await page.goto(`${site.base()}/desk?queue=all`);
    const [first = '', second = ''] = await page.locator('[data-case]').allTextContents();
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
    expect(await focused()).toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/desk/cases/${first}?*`);
    await page.locator('#desk-search').press('n');
    expect(await page.locator('#desk-search').inputValue()).toBe('n');
    await page.locator('h1').click();
    await page.keyboard.press('n');
    await page.waitForURL(`**/desk/cases/${second}?*`);
    await page.getByRole('button', { name: 'Turn single-key shortcuts off' }).click();
    await page.goto(`${site.base()}/desk?queue=all`);
    await page.keyboard.press('j');
    expect(await page.locator('[data-case]:focus').count()).toBe(0);
  });

  test('from right to left, on a small screen: boxes and bars stand at the right, and nothing scrolls sideways', async () => {
    const urdu = createWebsite({ council: councilThatOffers('ur') });
    await urdu.start();
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    const problems: string[] = [];
    const look = async () => problems.push(...(await layoutProblemsOf(page)).map((problem) => `${pathOf(page)}: ${problem}`));
    await page.goto(`${urdu.base()}/language/ur?to=/`);
    await look();
    await page.goto(`${urdu.base()}/complaint/what-happened`);
    const form = page.locator('form[action$="/what-happened"]');
    await form.locator('button').click();
    await look();
    const bar = await page.locator('.govuk-form-group--error').evaluate((group) => getComputedStyle(group).borderRightWidth);
    expect(bar).toBe('5px');
    await page.locator('#whatHappened').fill('میرا کوڑا نہیں اٹھایا گیا۔');
    await form.locator('button').click();
    await page.goto(`${urdu.base()}/complaint/reach-you`);
    await page.locator('#reachBy').check();
    await look();
    const box = await page.locator('#reachBy').boundingBox();
    expect(box && box.x + box.width).toBeGreaterThan(300);
    expect(problems).toEqual([]);
    await page.close();
    await urdu.stop();
  });
});

/** Runs in the browser: buttons and fields that are drawn without a line around them. */
function borderless(): readonly string[] {
  const controls = [...document.querySelectorAll('.govuk-button, .govuk-input, .govuk-textarea')].filter((one) => one.checkVisibility());
  const boxes = [...document.querySelectorAll('.govuk-checkboxes__label, .govuk-radios__label')].filter((one) => one.checkVisibility());
  const hasBorder = ({ borderTopStyle, borderTopWidth, borderTopColor }: CSSStyleDeclaration) =>
    borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1 && !/^rgba\(.*, 0\)$/.test(borderTopColor);
  return [
    ...controls.filter((one) => !hasBorder(getComputedStyle(one))),
    ...boxes.filter((one) => !hasBorder(getComputedStyle(one, '::before'))),
  ].map(({ tagName, textContent, id }) => `${tagName} ${(textContent ?? '').trim() || id}`);
}
