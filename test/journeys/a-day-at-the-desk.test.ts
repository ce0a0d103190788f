import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { type LocalService, message, startService } from '../support/local-service.ts';
import type { Visitor } from '../support/visitor.ts';

// A short day for each role of the desk (ADR 14), in a real browser against the whole stack: what each comes for, and what each cannot do.

const rosa = 'rosa@mailbox.example';

describe.skipIf(!hasBrowser)('a day at the desk', () => {
  let service: LocalService;
  let browser: Browser;
  let bins = '';
  let glass = '';
  let councillor = '';

  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(quietTuesday(new Date())), launchBrowser()]);
    // Cases are given to people who have signed in before, by what the Head recorded of them.
    for (const name of ['Daniel Price', 'Maria Silva', 'Helen Marsh', 'Imran Shah']) await service.officer(name);
    const grace = await service.officer('Grace Okoro');
    for (const name of ['Daniel Price', 'Maria Silva', 'Helen Marsh']) await recordForWaste(grace, name);
    bins = await arrives(rosa, 'our bins', 'I complain that our bin was missed for the third time. Nobody rings me back.');
    glass = await arrives('ivo@mailbox.example', 'glass', 'I complain that the crew leaves glass in our road each week. I told you twice.');
    councillor = await arrives('gwil@mailbox.example', 'conduct', 'I complain about the conduct of a councillor at a meeting.');
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  test('the complaints team reads its queue, accepts the first case, gives it to somebody and goes on, by keyboard', async () => {
    const page = await signedIn('Amina Yusuf');
    expect(await page.locator('h1').innerText()).toBe('The complaints team’s work');
    await page.getByText('Press J or K').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Next case in this queue' }).waitFor();
    expect(page.url()).toContain(bins);
    await press(page, '#form-accept-at-stage-one');
    await page.locator('#allocate-officer').selectOption('daniel.price');
    await press(page, '#form-allocate');
    expect(await page.locator('main').innerText()).toContain('Daniel Price');
    await page.getByText('or press N').waitFor();
    await page.keyboard.press('n');
    await page.waitForURL((url) => !url.pathname.includes(bins));
    expect(page.url()).toContain(glass);
    await press(page, '#form-accept-at-stage-one');
    await page.locator('#allocate-officer').selectOption('daniel.price');
    await press(page, '#form-allocate');
  });

  test('an investigator comes by the link of the morning’s mail, is not robbed of a word, and takes a letter back before it leaves', async () => {
    await service.clockTo(theNextDay(await now(), '09:45'));
    const [mail] = await service.mails('daniel.price@luton.example');
    expect(mail?.subject).toMatch(/^This morning: /);
    const link = mail?.text.match(/http:\S+\/desk\/cases\/\S+/g)?.find((one) => one.includes(bins)) ?? '';
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(link);
    await page.getByRole('button', { name: 'Daniel Price' }).click();
    // Loaded with its script: what is typed before that starts no draft, and the clock would be past it.
    await page.waitForURL(/\/desk\/cases\//);
    await page.locator('#acknowledge-definition').fill('Your bin was missed three times, and nobody rang you back.');
    await page.clock.runFor(31_000);
    await page.getByText(/^Draft of .*, saved$/).waitFor();
    await page.goto(link);
    expect(await page.locator('#acknowledge-definition').inputValue()).toBe('Your bin was missed three times, and nobody rang you back.');
    await page.locator('#acknowledge-outcomesSought').fill('A bin that is emptyed.');
    await press(page, '#form-acknowledge');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.locator('#acknowledge-outcomesSought').fill('A bin that is emptied.');
    await press(page, '#form-acknowledge');
    const letters = (await service.mails(rosa)).filter(({ subject }) => subject.includes('who is looking into it'));
    expect(letters.map(({ text }) => /emp\w+/.exec(text)?.[0])).toEqual(['emptied']);
  });

  test('a service lead gives a case of their service to somebody else, with others of the same officer if they like', async () => {
    const page = await signedIn('Maria Silva');
    await page.goto(`${service.url}/desk/reallocate`);
    await page.locator('#officer').selectOption('daniel.price');
    await page.getByRole('button', { name: 'Show cases' }).click();
    // All are ticked: somebody who leaves gives everything.
    await page.getByLabel(new RegExp(bins)).uncheck();
    await page.locator('#to').selectOption('maria.silva');
    await page.getByRole('button', { name: 'Give them these cases' }).click();
    await page.goto(`${service.url}/desk?queue=mine`);
    expect(await references(page)).toEqual([glass]);
  });

  test('a director approves the money that an investigator may not offer alone, and reads what it is for', async () => {
    const daniel = await service.officer('Daniel Price');
    await daniel.open(`/desk/cases/${bins}`);
    await daniel.submit('/promise-remedy', {
      'remedy-type-1': 'financial',
      'remedy-what-1': 'Pay for the waste that you took to the tip',
      'remedy-impact-1': 'She drove to the tip three times.',
      'remedy-amount-1': '60',
      'remedy-owner-1': 'daniel.price',
      ...dayFields('remedy-due-1', theNextDay(await now(), '09:00')),
    });
    await daniel.submit('/raise-discrimination', { because: 'She says that only her end of the road is left out.' });
    const page = await signedIn('Helen Marsh');
    await page.goto(`${service.url}/desk?queue=approval`);
    await page.getByRole('link', { name: bins }).click();
    expect(await page.locator('main').innerText()).toContain('She drove to the tip three times.');
    await press(page, '#form-approve');
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('Success');
  });

  test('an equality co-ordinator finds only what needs advice, and gives it', async () => {
    const page = await signedIn('Imran Shah');
    expect(await references(page)).toEqual([bins]);
    await page.goto(`${service.url}/desk/cases/${bins}/do/record-consultation`);
    await page.locator('#record-consultation-advice').fill('Compare the rounds of both ends of the road.');
    await press(page, '#form-record-consultation');
    expect(await page.locator('main').innerText()).toContain('Compare the rounds of both ends of the road.');
  });

  test('the monitoring officer finds what is kept to them, and the team that kept it to them finds nothing', async () => {
    const team = await signedIn('Tom Ferris');
    await team.goto(`${service.url}/desk/cases/${councillor}/do/restrict`);
    await team.getByLabel('Monitoring officer').check();
    await team.locator('#form-restrict input[value="about-councillor"]').check();
    await team.locator('#restrict-because').fill('Only the monitoring officer decides about a councillor.');
    await press(team, '#form-restrict');
    await team.goto(`${service.url}/desk/cases/${councillor}`);
    expect(await team.locator('h1').innerText()).toBe('Page not found');

    const page = await signedIn('Owen Hughes');
    expect(await references(page)).toEqual([councillor]);
    await page.getByRole('link', { name: councillor }).click();
    expect(await page.locator('main').innerText()).toContain('Restricted: ');
    expect(await page.locator('a[href*="/do/hand-over"]').count()).toBe(1);
  });

  test('an auditor sees every case and who looked at it, and can write in none', async () => {
    const page = await signedIn('Aisha Khan');
    expect((await references(page)).toSorted()).toEqual([bins, glass, councillor].toSorted());
    await page.goto(`${service.url}/desk/cases/${bins}`);
    expect(await page.locator('main form').count()).toBe(0);
    await page.getByRole('link', { name: 'Who looked at this case' }).click();
    expect(await page.locator('table tbody th').allInnerTexts()).toEqual(
      expect.arrayContaining(['Daniel Price', 'Helen Marsh', 'Imran Shah']),
    );
    await page.goto(`${service.url}/desk/cases/${bins}/do/extend`);
    expect(await page.locator('h1').innerText()).toBe('Your role does not include this page');
  });

  test('an administrator keeps the staff directory and opens no case', async () => {
    const page = await signedIn('Peter Novak');
    expect(await page.locator('h1').innerText()).toBe('Staff');
    await page.getByRole('link', { name: 'Daniel Price' }).click();
    await page.getByLabel('Team or unit (optional)').fill('Waste collections, east');
    await press(page, '#form-staff');
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('Recorded');
    await page.goto(`${service.url}/desk/cases/${bins}`);
    expect(await page.locator('h1').innerText()).toBe('Your role does not include this page');
  });

  test('a colleague without a role passes a complaint on and sees nothing else', async () => {
    const page = await signedIn('Joe Bennett');
    expect(await page.locator('h1').innerText()).toBe('Pass on a complaint');
    await page.locator('#whatHappened').fill('A lady rang the library: the housing office hung up on her.');
    await page.locator('#channel').check();
    await page.getByRole('button', { name: 'Pass it on' }).click();
    expect(await page.locator('main').innerText()).toMatch(/LBC-\d{4}-000004/);
    await page.goto(`${service.url}/desk/cases/${bins}`);
    expect(await page.locator('h1').innerText()).toBe('Your role does not include this page');
  });

  test('nothing was refused to the service, and nothing failed', async () => {
    expect([await service.denied(), (await service.settle()).failed]).toEqual([[], []]);
  });

  async function signedIn(name: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${service.url}/desk`);
    await page.getByRole('button', { name }).click();
    return page;
  }

  async function arrives(from: string, subject: string, text: string): Promise<string> {
    await service.email(message(from, subject, text));
    await service.settle();
    const [receipt] = await service.mails(from);
    return /LBC-\d{4}-\d{6}/.exec(receipt?.subject ?? '')?.[0] ?? '';
  }

  async function now(): Promise<Date> {
    const response = await fetch(`${service.url}/_local/clock`);
    return new Date(String(Object.values(await response.json())[0]));
  }
});

/** The button that sends a form. */
async function press(page: Page, form: string): Promise<void> {
  await page.locator(`${form} button[type=submit]:not([formaction])`).first().click();
}

const references = (page: Page) => page.locator('table.queue a[data-case]').allInnerTexts();

async function recordForWaste(grace: Visitor, name: string): Promise<void> {
  await grace.open('/desk/staff');
  await grace.follow(name);
  await grace.submit('/desk/staff/', {
    services: ['waste'],
    remedyLimit: name === 'Helen Marsh' ? '1000' : '',
    ...dayFields('trainedOn', '2026-03-03'),
  });
}

function dayFields(name: string, date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Browsers judge cookies by their own clock, so it is not in the past; a Tuesday and a Wednesday away from Christmas are working days. */
function quietTuesday(from: Date): string {
  const day = new Date(from.getTime() + 86_400_000);
  const isQuiet = day.getUTCDay() === 2 && !(day.getUTCMonth() === 11 && day.getUTCDate() > 21);
  return isQuiet ? `${day.toISOString().slice(0, 10)}T09:00:00Z` : quietTuesday(day);
}

function theNextDay(today: Date, time: string): string {
  return `${new Date(today.getTime() + 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`;
}
