import { afterEach, describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { contactOfForm, originalComplaint } from '../../functions/contracts/stored-form.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

async function visit(changes?: Parameters<typeof createWebsite>[0]) {
  const site = createWebsite(changes);
  sites.push(site);
  await site.start();
  return { site, visitor: createVisitor(site.base()) };
}

const whatHappened = 'My bin was missed four times.\n\nNobody rang me back.';

describe('the first page', () => {
  test('says whom to call in danger, and every other way to complain', async () => {
    const { visitor } = await visit();
    await visitor.open('/');
    expect(visitor.heading()).toBe('Make a complaint');
    for (const words of [
      '999',
      luton.outOfHours.careEmergencyTelephone,
      luton.complaints.email,
      luton.complaints.telephone,
      luton.complaints.inPerson,
    ]) {
      expect(visitor.text()).toContain(words);
    }
    for (const line of luton.complaints.postalAddress) expect(visitor.text()).toContain(line);
    await visitor.follow('Start');
    expect(visitor.heading()).toBe('Tell us what happened');
  });

  test('an address that does not exist is a plain page', async () => {
    const { visitor } = await visit();
    await visitor.open('/complaints');
    expect([visitor.status(), visitor.heading()]).toEqual([404, 'Page not found']);
  });
});

describe('the form', () => {
  test('says whom to call in danger, and asks nobody to choose a procedure', async () => {
    const { visitor } = await visit();
    await visitor.open('/complaint');
    expect(visitor.text()).toContain('999');
    expect(visitor.text()).not.toMatch(/stage|procedure|service request|social care/i);
  });

  test('needs only what happened, and says so beside the question', async () => {
    const { visitor } = await visit();
    await visitor.open('/complaint');
    const page = await visitor.submit('/complaint', { name: 'Rosa Example' });
    expect(visitor.status()).toBe(400);
    const link = page.querySelector('.govuk-error-summary a');
    expect(link?.text).toBe('Tell us what happened');
    expect(page.querySelector(link?.getAttribute('href') ?? '')?.tagName).toBe('TEXTAREA');
    expect(page.querySelector('#name')?.getAttribute('value')).toBe('Rosa Example');
    expect(page.querySelector('title')?.text).toMatch(/^Error: /);
  });

  test.each([
    [
      'an email that is none',
      { reachBy: 'email', email: 'rosa' },
      'Enter an email address in the correct format, like name@example.com',
      'email',
    ],
    ['a ticked way without its detail', { reachBy: 'post' }, 'Enter your postal address, or untick post', 'address'],
    ['half a date', { 'firstKnown-day': '3', 'firstKnown-year': '2026' }, 'The date you first knew must include a month', 'firstKnown-day'],
    [
      'a date that does not exist',
      { 'firstKnown-day': '30', 'firstKnown-month': '2', 'firstKnown-year': '2026' },
      'The date you first knew must be a real date, like 27 3 2026',
      'firstKnown-day',
    ],
    [
      'a date to come',
      { 'firstKnown-day': '19', 'firstKnown-month': '12', 'firstKnown-year': '2026' },
      'The date you first knew must be today or in the past',
      'firstKnown-day',
    ],
    ['a name that fills a page', { name: 'x'.repeat(201) }, 'Your name must be 200 characters or fewer', 'name'],
  ])('explains %s and keeps every answer', async (_, answers, words, id) => {
    const { visitor } = await visit();
    await visitor.open('/complaint');
    const page = await visitor.submit('/complaint', { whatHappened, ...answers });
    expect(page.querySelectorAll('.govuk-error-summary a').map((link) => [link.text, link.getAttribute('href')])).toEqual([
      [words, `#${id}`],
    ]);
    expect(page.querySelector(`#${id}`)).not.toBeNull();
    expect(page.querySelector('#whatHappened')?.text.trim()).toBe(whatHappened);
    for (const [name, value] of Object.entries(answers)) {
      if (name !== 'reachBy') expect(page.querySelector(`[name="${name}"]`)?.getAttribute('value')).toBe(value);
    }
  });

  test('an answer can be changed from the check page and nothing is lost', async () => {
    const { visitor } = await visit();
    await visitor.open('/complaint');
    const answers = {
      whatHappened,
      name: 'Rosa Example',
      reachBy: ['email', 'telephone'],
      email: 'rosa@resident.example',
      telephone: '01582 496 000',
      onBehalf: 'somebody-else',
      theirName: 'Maria',
    };
    const check = await visitor.submit('/complaint', answers);
    expect(visitor.heading()).toBe('Check your answers before you send your complaint');
    const change = check.querySelectorAll('button[name="change"]').find((button) => button.getAttribute('value') === 'reachBy');
    expect(change?.getAttribute('formaction')).toBe('/complaint#reachBy');
    const hidden = check
      .querySelectorAll('input[type="hidden"]')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']);
    await visitor.open('/complaint');
    const form = await visitor.post('/complaint', [...hidden, ['change', 'reachBy']]);
    expect(visitor.status()).toBe(200);
    expect(form.querySelector('#whatHappened')?.text.trim()).toBe(whatHappened);
    expect(form.querySelectorAll('[name="reachBy"][checked]').map((box) => box.getAttribute('value'))).toEqual(['email', 'telephone']);
    expect(form.querySelector('#theirName')?.getAttribute('value')).toBe('Maria');
  });

  test('what people type is never markup', async () => {
    const { visitor } = await visit();
    const hostile = `"><script>alert(1)</script>{{ 7*7 }}<img src=x onerror=alert(1)>'`;
    await visitor.open('/complaint');
    const answers = {
      whatHappened: hostile,
      name: hostile,
      outcomeSought: hostile,
      adjustments: hostile,
      onBehalf: 'somebody-else',
      theirName: hostile,
      relationship: hostile,
      reachBy: 'post',
      address: hostile,
    };
    const check = await visitor.submit('/complaint', answers);
    expect(check.querySelectorAll('main script, main img')).toHaveLength(0);
    expect(check.querySelector('.govuk-summary-list__value')?.text.trim()).toBe(hostile);
    const again = await visitor.post('/complaint', [['name', hostile]]);
    expect(again.querySelectorAll('main script, main img')).toHaveLength(0);
    expect(again.querySelector('#name')?.getAttribute('value')).toBe(hostile);
  });
});

describe('sending', () => {
  async function send(changes?: Parameters<typeof createWebsite>[0], answers: Record<string, string | string[]> = {}) {
    const opened = await visit(changes);
    await opened.visitor.open('/complaint');
    await opened.visitor.submit('/complaint', { whatHappened, ...answers });
    await opened.visitor.submit('/complaint/send');
    return opened;
  }

  test('the confirmation gives the reference and the date in words, and neither stands in the address', async () => {
    const { visitor } = await send({}, { reachBy: 'email', email: 'rosa@resident.example' });
    expect(visitor.path()).toBe('/complaint/sent');
    expect(visitor.heading()).toBe('We have your complaint');
    expect(visitor.text()).toContain('LBC-2026-000001');
    expect(visitor.text()).toContain('Tuesday 29 December 2026');
    expect(visitor.text()).toContain('Reply to the email we send you');
  });

  test('an anonymous complaint is a case, and the person is told to keep the reference', async () => {
    const { visitor, site } = await send();
    expect(visitor.text()).toContain('Keep this reference.');
    expect(visitor.text()).toContain('we cannot write to you');
    expect((await site.store.openCases()).map(({ reference, complainant }) => [reference, complainant])).toEqual([
      ['LBC-2026-000001', undefined],
    ]);
  });

  test('the original is kept, and is enough to rebuild the contact that was taken in', async () => {
    const { site } = await send(
      {},
      {
        reachBy: 'email',
        email: 'rosa@resident.example',
        onBehalf: 'somebody-else',
        theirName: 'Maria',
        'firstKnown-day': '1',
        'firstKnown-month': '9',
        'firstKnown-year': '2026',
      },
    );
    const [[key, body] = ['', '']] = site.originals;
    const original = originalComplaint.parse(JSON.parse(body));
    const known = await site.store.findContact({ channel: 'web', id: original.token });
    expect(key).toBe(`web/${original.token}.json`);
    expect(contactOfForm(original, original.receivedAt)).toEqual(known?.contact);
    expect(known?.contact).toMatchObject({ text: whatHappened, firstKnown: '2026-09-01', onBehalfOf: { name: 'Maria' } });
  });

  test('details for a way that was not ticked are not kept', async () => {
    const { site } = await send({}, { email: 'rosa@resident.example', telephone: '01582 496 000', reachBy: 'telephone' });
    expect([...site.originals.values()].join()).not.toContain('rosa@resident.example');
    expect([...site.originals.values()].join()).toContain('01582 496 000');
  });

  test('Send pressed twice is one complaint with one reference', async () => {
    const { visitor, site } = await visit();
    await visitor.open('/complaint');
    const check = await visitor.submit('/complaint', { whatHappened });
    const hidden = check
      .querySelectorAll('input[type="hidden"]')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']);
    await visitor.post('/complaint/send', hidden);
    await visitor.post('/complaint/send', hidden);
    expect(visitor.text()).toContain('LBC-2026-000001');
    expect(await site.store.openCases()).toHaveLength(1);
  });

  test('answers that were changed after sending are a message of their own', async () => {
    const { visitor, site } = await send();
    await visitor.open('/complaint');
    await visitor.submit('/complaint', { whatHappened: 'And now the recycling was missed too.' });
    await visitor.submit('/complaint/send');
    expect(await site.store.openCases()).toHaveLength(2);
  });

  test('without our token nothing is stored, and the answers are shown again to be sent', async () => {
    const { visitor, site } = await visit();
    const page = await visitor.post('/complaint/send', [
      ['whatHappened', whatHappened],
      ['token', 'token-000000000001'],
      ['csrf', 'forged'],
    ]);
    expect(visitor.status()).toBe(403);
    expect(page.querySelector('.govuk-error-summary')?.text).toContain('has not been sent yet');
    expect(site.originals.size).toBe(0);
    await visitor.submit('/complaint/send');
    expect(visitor.heading()).toBe('We have your complaint');
  });

  test('when the store fails the original is already kept and the person gets an incident number', async () => {
    const { visitor, site } = await send({ publicDeps: { takeIn: () => Promise.reject(new Error('table away')) } });
    expect([visitor.status(), visitor.heading()]).toEqual([500, 'Sorry, something went wrong']);
    expect(visitor.text()).toContain('I-1');
    expect(site.originals.size).toBe(1);
  });

  test('a contact that waits for a person is confirmed without a reference', async () => {
    const { visitor } = await send({ publicDeps: { takeIn: async () => ({ kind: 'held' }) } });
    expect(visitor.heading()).toBe('We have your complaint');
    expect(visitor.text()).not.toContain('LBC-');
  });

  test('the confirmation without a sent complaint goes back to the start', async () => {
    const { visitor } = await visit();
    await visitor.open('/complaint/sent');
    expect(visitor.path()).toBe('/');
  });

  test('the confirmation can be opened again for half an hour', async () => {
    const { visitor, site } = await send();
    site.setTime('2026-12-18T09:29:00Z');
    await visitor.open('/complaint/sent');
    expect(visitor.text()).toContain('LBC-2026-000001');
    site.setTime('2026-12-18T09:31:00Z');
    await visitor.open('/complaint/sent');
    expect(visitor.path()).toBe('/');
  });
});
