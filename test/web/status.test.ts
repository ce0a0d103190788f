import { afterEach, describe, expect, test } from 'vitest';
import { linkTokens } from '../../functions/adapters/identity/link-tokens.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import { takingBack } from '../../functions/domain/policy/writing.ts';
import { aContact, asha, ben } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

// Where is my complaint: the pages, as a browser without JavaScript sees them.

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as Reference;
const rosa = 'rosa@resident.example';

async function complained() {
  const mail = deskWorld('2026-12-14T09:00:00Z');
  const site = createWebsite({ now: '2026-12-14T09:00:00Z', store: mail.deps.store });
  sites.push(site);
  await site.start();
  await takeIn(site.taking, aContact('2026-12-14T09:00:00Z'));
  const resident = createVisitor(site.base());
  const send = () => sendNotices({ ...mail.deps, linkTokens }, reference);
  let acts = 0;
  const act = (command: Command) => site.runAs({ reference, command, commandId: `act-${++acts}`, by: asha });
  const ask = async (contact = rosa, visitor = resident) => {
    await visitor.open('/status');
    await visitor.submit('/status', { reference: 'lbc 2026 000001', contact });
    await send();
  };
  /** Opens where the last mail leads, and gives its path. */
  const open = async (visitor = resident) => {
    await ask(rosa, visitor);
    const path = mail.sent.flatMap(({ notice }) => /\/status\/open\/[\w-]+/.exec(JSON.stringify(notice.letter)) ?? []).at(-1);
    if (!path) throw new Error('no link was sent');
    await visitor.open(path);
    return path;
  };
  return { site, mail, resident, ask, open, act, send };
}

const errors = (visitor: ReturnType<typeof createVisitor>) =>
  visitor
    .page()
    .querySelectorAll('.govuk-error-summary a')
    .map((link) => [link.text, link.getAttribute('href')]);

describe('asking for a link', () => {
  test('answers everybody with the very same page', async () => {
    const { resident, ask } = await complained();
    await ask();
    expect([resident.path(), resident.heading()]).toEqual(['/status/asked', 'Look in your email']);
    const known = resident.page().toString();
    for (const contact of ['ken@elsewhere.example', '01632 960999']) {
      await ask(contact);
      expect(resident.page().toString()).toBe(known);
    }
    await resident.open('/status');
    await resident.submit('/status', { reference: 'LBC-2026-999999', contact: rosa });
    expect(resident.page().toString()).toBe(known);
    expect(resident.text()).toContain('If we know what you typed');
  });

  test('says what is missing, keeps what was typed, and helps a browser to fill it in', async () => {
    const { resident } = await complained();
    await resident.open('/status');
    await resident.submit('/status', { reference: '4217', contact: '' });
    expect(resident.status()).toBe(400);
    expect(errors(resident)).toEqual([
      ['Enter a reference like LBC-2026-004217. It stands in everything that we sent you', '#reference'],
      ['Enter your email address or telephone number', '#contact'],
    ]);
    expect(resident.page().querySelector('title')?.text).toMatch(/^Error: /);
    expect(resident.page().querySelector('#reference')?.getAttribute('value')).toBe('4217');
    expect(resident.page().querySelector('#contact')?.getAttribute('autocomplete')).toBe('email');
  });
});

describe('the link', () => {
  test('shows a button; pressing it opens the page, once', async () => {
    const { resident, open, site } = await complained();
    const path = await open();
    await resident.open(path);
    expect(resident.heading()).toBe('Open the page of your complaint');
    await resident.submit(path);
    expect([resident.path(), resident.heading()]).toEqual(['/status/case', `Your complaint ${reference}We have it`]);
    const other = createVisitor(site.base());
    await other.open(path);
    await other.submit(path);
    expect([other.status(), other.heading()]).toEqual([404, 'This link cannot be used']);
  });

  test('opens nothing without its button, and nothing for another browser', async () => {
    const { resident, open, site } = await complained();
    await open();
    await resident.open('/status/case');
    expect([resident.status(), resident.heading()]).toEqual([403, 'The page has closed']);
    const other = createVisitor(site.base());
    await other.open('/status/letters/0001-receipt');
    expect(other.status()).toBe(403);
  });
});

describe('the page of a case', () => {
  test('says where it stands, by when they hear from us and why, and has the letters as they were sent', async () => {
    const { resident, open, act, mail, send, site } = await complained();
    await act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await act({ type: 'allocate', service: 'waste', officer: ben });
    await act({ type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: '' });
    mail.later(takingBack.minutes);
    site.setTime('2026-12-14T09:10:00Z');
    await send();
    await resident.submit(await open());
    expect(resident.heading()).toContain('We are looking into it');
    const text = resident.text();
    for (const words of [
      'By Wednesday 30 December 2026',
      'You have our full response',
      '10 working days after Monday 14 December 2026',
      'Ben Example',
    ])
      expect(text).toContain(words);
    expect(resident.page().toString()).not.toMatch(/three weeks|suggest|triage/i);
    await resident.follow('We told you who looks into it');
    expect(resident.text()).toContain('The bin was missed.');
    await resident.open('/status/letters/0001-nothing');
    expect(resident.status()).toBe(404);
  });

  test('closes for good when they close it', async () => {
    const { resident, open } = await complained();
    await resident.submit(await open());
    await resident.submit('/status/close');
    expect(resident.path()).toBe('/');
    await resident.open('/status/case');
    expect(resident.status()).toBe(403);
  });
});

describe('telling us something', () => {
  test('adds to the case, and says so', async () => {
    const { resident, open, mail } = await complained();
    await resident.submit(await open());
    await resident.follow('Add something');
    await resident.submit('/status/say/add', { words: ' ' });
    expect(errors(resident)).toEqual([['Write what you would like to tell us', '#words']]);
    await resident.submit('/status/say/add', { words: 'It was missed <b>again</b>.' });
    expect([resident.path(), resident.heading()]).toEqual(['/status/said', 'We have what you told us']);
    const file = await mail.deps.store.loadFile(reference);
    expect(file?.contacts.at(-1)).toMatchObject({ channel: 'web', text: 'It was missed <b>again</b>.', from: { email: rosa } });
    await resident.open('/status/case');
    expect(resident.text()).toContain('You sent us a message');
  });

  test('needs no words where a button says it', async () => {
    const { resident, open, mail } = await complained();
    await resident.submit(await open());
    await resident.open('/status/say/not-satisfied');
    await resident.submit('/status/say/not-satisfied');
    await resident.open('/status/say/withdraw');
    await resident.submit('/status/say/withdraw', { words: 'It was done.' });
    await resident.open('/status/say/call');
    await resident.submit('/status/say/call', { telephone: 'soon' });
    expect(errors(resident)[0]?.[1]).toBe('#telephone');
    await resident.submit('/status/say/call', { telephone: '01632 960123' });
    const texts = (await mail.deps.store.loadFile(reference))?.contacts.map(({ text }) => text);
    expect(texts?.slice(1)).toEqual(['I am not satisfied.', 'I want to withdraw this.\n\nIt was done.', 'Please ring me on 01632 960123.']);
  });

  test('asks whether we did what we promised only where that is asked', async () => {
    const { resident, open, act, mail, site, send } = await complained();
    await act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    const remedy = {
      type: 'apology',
      what: 'Say sorry to you.',
      impact: 'You waited.',
      owner: ben,
      due: writtenDate('2026-12-14'),
    } as const;
    await act({ type: 'promise-remedy', remedy });
    await act({ type: 'record-remedy-done', number: 1, on: writtenDate('2026-12-14'), evidence: 'Rang her.' });
    mail.later(takingBack.minutes);
    site.setTime('2026-12-14T09:10:00Z');
    await send();
    await resident.submit(await open());
    await resident.open('/status/say/fixed');
    expect(resident.status()).toBe(404);
    await resident.open('/status/case');
    expect(resident.text()).not.toContain('Rang her.');
    await resident.follow('Tell us whether we did it');
    await resident.submit('/status/say/done-1');
    expect(errors(resident)).toEqual([['Select yes if we did it', '#whether']]);
    await resident.submit('/status/say/done-1', { whether: 'no' });
    const file = await mail.deps.store.loadFile(reference);
    expect(file?.contacts.at(-1)).toMatchObject({
      text: 'No, you did not do what you promised for Monday 14 December 2026 (promise 1).',
      statusPage: { says: 'not-done', promise: 1 },
    });
  });

  test('loses nothing when the page has closed meanwhile: what they wrote is shown to be kept', async () => {
    const { resident, open, site } = await complained();
    await resident.submit(await open());
    await resident.open('/status/say/add');
    site.setTime('2026-12-14T09:31:00Z');
    await resident.submit('/status/say/add', { words: 'A long story.' });
    expect([resident.status(), resident.heading()]).toEqual([403, 'The page has closed']);
    expect(resident.text()).toContain('A long story.');
    expect(resident.text()).toContain('has not been sent');
  });

  test('takes nothing that another site sends', async () => {
    const { resident, open, mail } = await complained();
    await resident.submit(await open());
    await resident.post('/status/say/add', [
      ['words', 'Forged.'],
      ['token', 'token-of-somebody-else'],
      ['csrf', 'forged'],
    ]);
    expect(resident.status()).toBe(400);
    expect(resident.page().querySelector('#words')?.text.trim()).toBe('Forged.');
    expect((await mail.deps.store.loadFile(reference))?.contacts).toHaveLength(1);
  });
});
