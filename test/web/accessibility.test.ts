import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { linkTokens } from '../../functions/adapters/identity/link-tokens.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { statusLinkNotice } from '../../functions/domain/notices/status-link.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aContact, asha, ben, moment } from '../support/case-story.ts';
import { axeFile, layoutProblemsOf, problemsOf, scriptsOf, violationsOf } from '../support/page-checks.ts';
import { createWebsite, type Website } from '../support/website.ts';

// Every page and every error state, in a real browser, by the rules of WCAG 2.2 AA that a machine can check.

type Walk = (page: Page, site: Website, seen: (name: string) => Promise<void>) => Promise<void>;
type Screen = {
  readonly name: string;
  readonly site: Website;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly script: boolean;
};

/** A page with much to find. */
const poor = {
  path: '/poor',
  contentType: 'text/html',
  body: '<html><body><input><img src="x"><p style="color:#aaa">faint</p></body></html>',
  cacheControl: 'no-store',
};

/** 1280 by 1024 at 400 % zoom. */
const zoomed = { width: 320, height: 256 };
const story = 'My bin was missed again, and I am unhappy.\n\nNobody rang me back.';

describe.skipIf(!hasBrowser)('in a browser', { timeout: 120_000 }, () => {
  const asked = { number: 1, service: 'parking', question: 'Was the lane blocked?', excerpt: 'A bin was missed.' } as const;
  const dates = { due: writtenDate('2026-12-22'), askedOn: writtenDate('2026-12-15') };
  const openAnswerLink = async (token: string) => (token === 'open' ? { ...asked, ...dates } : undefined);
  // Both are walked through at the same time, each with cases and a clock of its own.
  const screens: readonly Screen[] = [
    { name: 'on a desk', viewport: { width: 1200, height: 900 }, script: true },
    { name: 'on a telephone without JavaScript', viewport: { width: 320, height: 640 }, script: false },
  ].map((screen) => ({ ...screen, site: createWebsite({ publicDeps: { openAnswerLink }, files: [axeFile] }) }));
  const troubled = createWebsite({ publicDeps: { send: () => Promise.reject(new Error('away')) }, files: [axeFile, poor] });
  let browser: Browser;

  beforeAll(async () => {
    await Promise.all([...screens.map(({ site }) => furnish(site)), troubled.start()]);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([...screens.map(({ site }) => site.stop()), troubled.stop()]);
  });

  /** Something of every kind to look at. */
  async function furnish(site: Website): Promise<void> {
    await site.start();
    const harm = {
      text: 'This is discrimination. My mother was hurt by her carer, she is in danger.',
      adjustments: 'Large print',
      onBehalfOf: { name: 'Maria', address: '14 Ashcroft Road\nLuton' },
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
    await site.keepWords('LBC-2026-000002' as Reference);
    const left = { kind: 'accepted', sesMessageId: 'ses-1', at: moment('2026-12-18T09:01:00Z') } as const;
    await site.store.settleNotice(reference, '0001-receipt', left);
    const at = moment('2026-12-21T09:00:00Z');
    const mail = statusLinkNotice((await site.store.load(reference))!.state, rosa, at, {
      council: luton,
      publicUrl: 'https://complaints.example',
    });
    await site.store.statusPage.planLink(reference, mail, at);
    site.setTime('2026-12-21T09:00:00Z');
  }

  /** Walks the resident's pages; `seen` is called on every page and error state. */
  async function residentWalk(page: Page, site: Website, seen: (name: string) => Promise<void>): Promise<void> {
    const base = site.base();
    await page.goto(`${base}/`);
    await seen('start');
    await page.goto(`${base}/nowhere`);
    await seen('not found');
    site.setTime('2026-12-21T09:00:00Z');
    await page.goto(`${base}/complaint`);
    const next = () => page.getByRole('button', { name: /^Continue/ }).click();
    await next();
    await seen('what happened, with errors');
    await page.getByLabel('What happened?').fill(story);
    await next();
    await page.getByLabel('Day').fill('31');
    await next();
    await seen('when, with errors');
    await page.getByLabel('Day').fill('');
    await next();
    await seen('how it affected them');
    await next();
    await next();
    await page.getByLabel('Yes').check();
    await seen('told before');
    await next();
    const files = page.locator('input[type=file]');
    const add = page.getByRole('button', { name: /^Add th/ });
    await files.setInputFiles({
      name: 'wall.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9]),
    });
    await add.click();
    await page.getByRole('heading', { name: '1 file added' }).waitFor();
    await seen('files added');
    await files.setInputFiles({ name: 'wall.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ, a program') });
    await add.click();
    await page.getByText('is not a kind of file that we can take').first().waitFor();
    await seen('files added, with errors');
    await next();
    await page.getByLabel('It is for somebody else').check();
    await seen('for whom');
    await next();
    await page.getByLabel('Telephone or text').check();
    await page.getByLabel('Email', { exact: true }).check();
    await next();
    await seen('how to reach them, with errors');
    await page.getByLabel('Telephone or text').uncheck();
    await page.getByLabel('Your email address').fill('rosa@resident.example');
    await next();
    await seen('what makes it easier');
    await next();
    await seen('check');
    // Nobody is held for being quick.
    site.setTime('2026-12-21T09:01:00Z');
    await page.getByRole('button', { name: 'Send my complaint' }).click();
    await seen('sent');
    site.setTime('2026-12-21T09:00:00Z');
  }

  /** Answers that are kept, cleared and copied. */
  async function keepingWalk(page: Page, site: Website, seen: (name: string) => Promise<void>): Promise<void> {
    const base = site.base();
    await page.context().clearCookies();
    await page.goto(`${base}/complaint/effect`);
    await seen('no answers any more');
    await page.getByLabel('What happened?').fill(story);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Keep my answers for 7 days' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await seen('how long answers are kept, with errors');
    await page.goto(`${base}/complaint/check`);
    await page.getByRole('button', { name: 'Send my complaint' }).click();
    await page.getByRole('link', { name: 'See a copy of what you sent' }).click();
    await seen('copy');
    await page.goto(`${base}/complaint/sent`);
    await seen('sent, and held for a person');
    await page.getByRole('link', { name: 'clear your answers' }).click();
    await seen('clear');
    await page.getByRole('button', { name: 'Clear my answers' }).click();
    await seen('cleared');
  }

  /** Somebody without an account answers what we asked them. */
  async function guestWalk(page: Page, site: Website, seen: (name: string) => Promise<void>): Promise<void> {
    const base = site.base();
    await page.goto(`${base}/answer/open`);
    await page.getByRole('button', { name: 'Send your answer' }).click();
    await seen('asked, with an error');
    await page.goto(`${base}/answered`);
    await seen('answered');
    await page.goto(`${base}/answer/used`);
    await seen('link that cannot be used');
  }

  /** What the foot of every public page leads to. */
  async function footWalk(page: Page, site: Website, seen: (name: string) => Promise<void>): Promise<void> {
    const base = site.base();
    for (const path of ['/accessibility', '/privacy', '/cookies', '/other-ways']) {
      await page.goto(`${base}${path}`);
      await seen(path);
    }
  }

  const rosa = { email: 'rosa@resident.example', name: 'Rosa Example' };
  /** The mail that led them there. */
  const statusMail = { reference: 'LBC-2026-000001' as Reference, id: 'status-link-2026-12-21T09-00-00-000Z' };

  /** Somebody looks where their complaint stands, and tells us something about it. */
  async function statusWalk(page: Page, site: Website, seen: (name: string) => Promise<void>): Promise<void> {
    const base = site.base();
    await page.goto(`${base}/status`);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await seen('asking where it stands, with errors');
    await page.goto(`${base}/status/asked`);
    await seen('asked where it stands');
    const until = moment('2026-12-21T10:00:00Z');
    await site.store.statusPage.keepLink(linkTokens.hashOf('to-the-page'), {
      reference: statusMail.reference,
      notice: statusMail.id,
      until,
    });
    await page.goto(`${base}/status/open/to-the-page`);
    await seen('link to the page of a case');
    await page.getByRole('button', { name: 'Open the page' }).click();
    await seen('page of a case');
    await page.getByRole('link', { name: 'Read the letter' }).first().click();
    await seen('letter on the page of a case');
    for (const [what, button] of [
      ['add', 'Send'],
      ['call', 'Ask for a call'],
    ] as const) {
      await page.goto(`${base}/status/say/${what}`);
      await page.getByRole('button', { name: button }).click();
      await seen(`telling us: ${what}, with an error`);
    }
    await page.goto(`${base}/status/said`);
    await seen('told us');
    await page.goto(`${base}/status/say/add`);
    await page.getByRole('button', { name: 'Add photos and documents' }).click();
    await seen('photos and documents for it');
    await page.goto(`${base}/status/case`);
    await page.getByRole('button', { name: 'Close this page' }).click();
    await seen('page of a case, closed by its reader');
    await page.goto(`${base}/status/case`);
    await seen('page of a case that has closed');
  }

  async function officerWalk(page: Page, site: Website, seen: (name: string) => Promise<void>): Promise<void> {
    const base = site.base();
    await page.goto(`${base}/desk`);
    await seen('queue');
    await page.goto(`${base}/desk/search`);
    await page.getByRole('button', { name: 'Search' }).click();
    await seen('search with errors');
    await page.getByLabel('What are you looking for?').fill('danger');
    await page.getByRole('button', { name: 'Search' }).click();
    await seen('cases found');
    await page.goto(`${base}/desk`);
    await page.getByRole('link', { name: 'Bins' }).click();
    await seen('held');
    await page.getByRole('button', { name: 'Set it aside' }).click();
    await seen('held with errors');
    await page.goto(`${base}/desk/cases/LBC-2026-000002`);
    await seen('case with possible harm');
    await page.getByRole('link', { name: 'Hand it over to another team, all or part' }).click();
    await page.getByRole('button', { name: 'Hand it over to another team, all or part' }).click();
    await seen('action with errors');
    await page.getByRole('link', { name: 'Back to the case' }).click();
    await page.getByRole('link', { name: 'Receipt' }).click();
    await seen('letter');
    await page.goto(`${base}/desk/cases/LBC-2026-000001/do/promise-remedy`);
    await page.locator('#promise-remedy-remedy-type-1').selectOption('training');
    await page.locator('#promise-remedy-remedy-what-1').fill('Train the crew.');
    await page.locator('#promise-remedy-remedy-owner-1').selectOption({ label: 'Ben Example' });
    await page.locator('#promise-remedy-remedy-due-1-day').fill('1');
    await page.locator('#promise-remedy-remedy-due-1-month').fill('2');
    await page.locator('#promise-remedy-remedy-due-1-year').fill('2027');
    await page.getByRole('button', { name: 'Preview the letter' }).click();
    await seen('letter before it is sent');
    await page.locator('.action-form > .govuk-button').click();
    await seen('case whose letter can be taken back');
    await page.goto(`${base}/desk/rota`);
    await seen('rota');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await seen('rota with errors');
    await page.goto(`${base}/desk/mail-preferences`);
    await seen('mail preferences');
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
    await page.goto(`${base}/desk/staff/me`);
    await page.locator('#staff-awayUntil-day').fill('32');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await seen('own absence with errors');
    await page.goto(`${base}/desk/cases/LBC-2026-000002/who-looked`);
    await seen('who looked');
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
    await page.getByRole('link', { name: 'Record that the person withdrew' }).click();
    await page.context().clearCookies();
    await page.locator('#withdraw-howWeKnow').fill('She rang us.');
    await page.getByRole('button', { name: 'Record that the person withdrew' }).click();
    await seen('signed out while typing');
  }

  /** What is written down for somebody, and what is done with several cases at once. */
  async function loggingWalk(page: Page, site: Website, seen: (name: string) => Promise<void>): Promise<void> {
    const base = site.base();
    await page.goto(`${base}/desk`);
    await page.goto(`${base}/desk/log?by=LGSCO`);
    await page.getByRole('button', { name: 'Log it' }).click();
    await seen('log with errors');
    await page.locator('#channel').check();
    await page.locator('#whatHappened').fill(story);
    await page.locator('#reachBy').check();
    await page.locator('#email').fill('rosa@resident.example');
    await page.getByRole('button', { name: 'Log it' }).click();
    await seen('cases that are known');
    await page.goto(`${base}/desk/pass-on`);
    await page.getByRole('button', { name: 'Pass it on' }).click();
    await seen('pass on with errors');
    await page.goto(`${base}/desk/passed-on/LBC-2026-000001`);
    await seen('passed on');
    await page.goto(`${base}/desk/merge/LBC-2026-000002`);
    await page.getByRole('button', { name: 'Put them together' }).click();
    await seen('merge with errors');
    await page.goto(`${base}/desk/reallocate?officer=officer-ben`);
    await seen('reallocate');
    await page.goto(`${base}/desk/signposts`);
    await page.getByRole('button', { name: 'Record it' }).click();
    await seen('signposts with errors');
    await page.goto(`${base}/desk/policy-copies`);
    await page.getByRole('button', { name: 'Record it' }).click();
    await seen('copies of the policy with errors');
  }

  /**
   * Walks with both screens at once and gives what is wrong and the pages that were seen: axe on every page and state, what a narrow screen cuts off,
   * what moves although nothing may, and breaches of the content security policy.
   */
  async function walked(walk: Walk): Promise<{ readonly problems: readonly string[]; readonly pages: readonly string[] }> {
    const found = await Promise.all(screens.map((screen) => walkedWith(walk, screen)));
    const [pages = [], ...others] = found.map(({ pages }) => pages);
    for (const other of others) expect(other).toEqual(pages);
    return { problems: found.flatMap(({ problems }) => problems), pages };
  }

  async function walkedWith(walk: Walk, { name: screen, site, viewport, script }: Screen) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const scripts = await scriptsOf(page);
    if (!script) await scripts.stop();
    const problems: string[] = [];
    const pages: string[] = [];
    const note = (where: string) => (problem: string) => void problems.push(`${where}, ${screen}: ${problem}`);
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) note(page.url())(message.text());
    });
    await walk(page, site, async (name) => {
      pages.push(`${name}: ${(await page.locator('h1').innerText()).trim()}`);
      // The page was drawn without them, and no element of it runs any now; axe alone does.
      if (!script) await scripts.allow();
      (await problemsOf(page)).forEach(note(name));
      if (script) {
        await page.setViewportSize(zoomed);
        (await layoutProblemsOf(page)).forEach(note(`${name} at 400 % zoom`));
        await page.setViewportSize(viewport);
      } else await scripts.stop();
    });
    await context.close();
    return { problems, pages };
  }

  const walks: readonly (readonly [name: string, walk: Walk, pages: number])[] = [
    ['the resident’s pages', residentWalk, 13],
    ['the pages of answers that are kept', keepingWalk, 6],
    ['the pages of somebody whom we asked', guestWalk, 3],
    ['the pages at the foot of every other', footWalk, 4],
    ['the pages of somebody who looks where their complaint stands', statusWalk, 11],
    ['the officers’ pages', officerWalk, 32],
    ['the pages on which complaints are logged', loggingWalk, 8],
  ];

  test.each(walks)('%s are accessible on a desk, at 400 % zoom, and on a telephone without JavaScript', async (_, walk, count) => {
    const { problems, pages } = await walked(walk);
    expect(problems).toEqual([]);
    expect(pages).toHaveLength(count);
  });

  test('the page for a fault is accessible', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${troubled.base()}/complaint`);
    await page.getByLabel('What happened?').fill(story);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.goto(`${troubled.base()}/complaint/check`);
    await page.getByRole('button', { name: 'Send my complaint' }).click();
    expect(await page.locator('h1').innerText()).toBe('Sorry, something went wrong');
    expect(await problemsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('axe would find a page that is not accessible', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${troubled.base()}${poor.path}`);
    const violations = await violationsOf(page);
    expect(violations.map(({ id }) => id)).toEqual(expect.arrayContaining(['label', 'image-alt', 'color-contrast', 'html-has-lang']));
  });
});
