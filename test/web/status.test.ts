import { afterEach, describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { linkTokens } from '../../functions/adapters/identity/link-tokens.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import { takingBack } from '../../functions/domain/policy/writing.ts';
import { aContact, asha, ben, moment } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';
import { councilThatOffers } from '../support/signed-languages.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

// Where is my complaint: the pages, as a browser without JavaScript sees them.

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as Reference;
const rosa = 'rosa@resident.example';

async function complained(council = luton) {
  const mail = deskWorld('2026-12-14T09:00:00Z');
  const site = createWebsite({ council, now: '2026-12-14T09:00:00Z', store: mail.deps.store });
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

test('somebody with only a telephone number reads before and after they ask that they can ring, and quote their reference', async () => {
  const { resident, ask } = await complained();
  await resident.open('/status');
  const before = resident.text();
  await ask('01632 960123');
  for (const text of [before, resident.text()]) {
    expect(text).toMatch(/telephone number/);
    expect(text).toMatch(new RegExp(`ring ${luton.complaints.telephone} and quote (your|the) reference`, 'i'));
  }
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
    expect([resident.path(), resident.heading()]).toEqual(['/status/closed', 'You have closed the page of your complaint']);
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
    expect(resident.text()).toContain('What comes next');
    expect(resident.text()).toContain('We tell you who looks into it, and when you will have an answer.');
    const file = await mail.deps.store.loadFile(reference);
    expect(file?.contacts.at(-1)).toMatchObject({ channel: 'web', text: 'It was missed <b>again</b>.', from: { email: rosa } });
    await resident.open('/status/case');
    expect(resident.text()).toContain('You added something');
    expect(
      resident
        .page()
        .querySelectorAll('details .as-written')
        .map(({ text }) => text),
    ).toEqual(['It was missed <b>again</b>.']);
  });

  test('says of each thing which it was', async () => {
    const { resident, open } = await complained();
    await resident.submit(await open());
    await resident.open('/status/say/not-satisfied');
    await resident.submit('/status/say/not-satisfied');
    await resident.open('/status/say/call');
    await resident.submit('/status/say/call', { telephone: '01632 960123' });
    await resident.open('/status/case');
    expect(resident.text()).toContain('You told us that you are not satisfied');
    expect(resident.text()).toContain('You asked us to ring you');
    expect(resident.text()).not.toContain('You sent us a message');
  });

  test('shows that they asked to withdraw it, and offers that once', async () => {
    const { resident, open } = await complained();
    await resident.submit(await open());
    await resident.open('/status/say/withdraw');
    const sent = resident
      .page()
      .querySelectorAll('form[action="/status/say/withdraw"] input')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']);
    for (const _ of [1, 2]) {
      await resident.post('/status/say/withdraw', sent);
      expect(resident.path()).toBe('/status/said');
    }
    await resident.open('/status/case');
    expect(resident.text().match(/You asked to withdraw it/g)).toHaveLength(2);
    expect(resident.heading()).toContain('You asked to withdraw it');
    expect(resident.text()).toContain('You asked on Monday 14 December 2026.');
    expect(resident.text()).toContain('Tell us that you have changed your mind');
    expect(resident.page().querySelector('a[href="/status/say/withdraw"]')).toBeNull();
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
    expect(resident.text()).toMatch(/On Monday 14 December 2026 we promised, by Monday 14 December 2026: Say sorry to you/);
    await resident.submit('/status/say/done-1');
    expect(errors(resident)).toEqual([['Select yes if we did it', '#whether']]);
    await resident.submit('/status/say/done-1', { whether: 'no' });
    const file = await mail.deps.store.loadFile(reference);
    expect(file?.contacts.at(-1)).toMatchObject({
      text: 'No, you did not do what you promised for Monday 14 December 2026 (promise 1).',
      statusPage: { says: 'not-done', promise: 1 },
    });
  });

  test('loses nothing when the page has closed meanwhile: with a new link they carry on where they were', async () => {
    const { resident, open, site, mail } = await complained();
    await resident.submit(await open());
    await resident.open('/status/say/add');
    site.setTime('2026-12-14T09:31:00Z');
    mail.later(31);
    await resident.submit('/status/say/add', { words: 'A long story.' });
    expect([resident.status(), resident.heading()]).toEqual([403, 'The page has closed']);
    expect(resident.text()).toContain('A long story.');
    expect(resident.text()).toContain('has not been sent');
    const kept = resident
      .page()
      .querySelectorAll('form input')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']);
    await resident.submit(await open());
    await resident.post('/status/say/add', [...kept, ['to', 'carry-on']]);
    expect([resident.status(), errors(resident)]).toEqual([200, []]);
    expect(resident.text()).toContain('Nothing has been sent yet. Here is what you wrote');
    expect(resident.page().querySelector('#words')?.text.trim()).toBe('A long story.');
    await resident.submit('/status/say/add');
    expect((await mail.deps.store.loadFile(reference))?.contacts.map(({ text }) => text).slice(1)).toEqual(['A long story.']);
  });

  test('keeps what is typed while the person chooses another language, and what they are about to add when they go back', async () => {
    const { resident, open, mail } = await complained(councilThatOffers('pl'));
    await resident.submit(await open());
    const typed = (id: string) => resident.page().querySelector(`#${id}`);
    await resident.open('/status/say/call');
    await resident.press('Polski', { telephone: '01632 960123', words: 'After six.' });
    expect([resident.status(), resident.page().querySelector('html')?.getAttribute('lang')]).toEqual([200, 'pl']);
    expect([typed('telephone')?.getAttribute('value'), typed('words')?.text.trim()]).toEqual(['01632 960123', 'After six.']);
    await resident.press('English');
    await resident.open('/status/say/add');
    expect(resident.page().querySelector('html')?.getAttribute('lang')).toBe('en-GB');
    await resident.press('Back', { words: 'It was missed again.' });
    expect(resident.path()).toBe('/status/case');
    await resident.open('/status/say/add');
    expect(typed('words')?.text.trim()).toBe('It was missed again.');
    expect((await mail.deps.store.loadFile(reference))?.contacts).toHaveLength(1);
  });

  test('keeps what they typed on each page when they go back, until they send it', async () => {
    const { resident, open, mail } = await complained();
    await resident.submit(await open());
    const words = () => resident.page().querySelector('#words')?.text.trim();
    await resident.open('/status/say/call');
    await resident.press('Back', { telephone: 'my sister’s', words: 'After six.' });
    expect([resident.path(), resident.heading()]).toEqual(['/status/case', expect.stringContaining('We have it')]);
    await resident.open('/status/say/not-satisfied');
    await resident.press('Back', { words: 'Nobody came.' });
    await resident.open('/status/say/add');
    await resident.submit('/status/say/add', { words: 'It was missed again.' });
    await resident.open('/status/say/call');
    expect([resident.page().querySelector('#telephone')?.getAttribute('value'), words()]).toEqual(['my sister’s', 'After six.']);
    await resident.submit('/status/say/call', { telephone: '01632 960123' });
    await resident.open('/status/say/call');
    expect([resident.page().querySelector('#telephone')?.getAttribute('value') ?? '', words()]).toEqual(['', '']);
    await resident.open('/status/say/add');
    expect(words()).toBe('');
    await resident.press('Back', { words: 'One more thing.' });
    await resident.open('/status/say/not-satisfied');
    expect(words()).toBe('Nobody came.');
    await resident.press('Back', { words: '' });
    await resident.open('/status/say/not-satisfied');
    expect(words()).toBe('');
    await resident.open('/status/say/add');
    expect(words()).toBe('One more thing.');
    expect((await mail.deps.store.loadFile(reference))?.contacts.slice(1).map(({ text }) => text)).toEqual([
      'It was missed again.',
      'Please ring me on 01632 960123.\n\nAfter six.',
    ]);
  });

  test('keeps nothing of a page on which they typed nothing', async () => {
    const { resident, open, site } = await complained();
    await resident.submit(await open());
    await resident.open('/status/say/withdraw');
    await resident.press('Back');
    expect([resident.path(), site.answerItems.kept.size]).toEqual(['/status/case', 0]);
  });

  test('can be carried on also where a press alone said it, without a word', async () => {
    const { resident, open, site } = await complained();
    await resident.submit(await open());
    await resident.open('/status/say/not-satisfied');
    site.setTime('2026-12-14T09:31:00Z');
    await resident.submit('/status/say/not-satisfied');
    expect(resident.text()).toContain('has not been sent');
    expect(await resident.formOf('not-satisfied')).toBeDefined();
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

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]);

describe('photos and documents with it, without scripts', () => {
  /** Where they chose a photo for what they are writing, and have gone back to it. */
  async function withPhoto(words = 'It was missed again.') {
    const world = await complained();
    const { resident, open } = world;
    await resident.submit(await open());
    await resident.open('/status/say/add');
    await resident.submit('/status/say/add', { words, to: 'files' });
    expect([resident.path(), resident.heading()]).toEqual(['/status/files', 'Add photos and documents']);
    await resident.upload(jpeg, 'bin.jpg');
    expect(resident.path()).toBe('/status/files');
    await resident.follow('Go back to what you are writing');
    return { ...world, contacts: async () => (await world.mail.deps.store.loadFile(reference))?.contacts.slice(1) ?? [] };
  }

  test('arrive in the case with the words that were kept meanwhile', async () => {
    const { resident, contacts, site } = await withPhoto();
    expect(resident.page().querySelector('#words')?.text.trim()).toBe('It was missed again.');
    expect(resident.text()).toContain('bin.jpg');
    await resident.submit('/status/say/add');
    const [key = ''] = [...site.uploaded.keys()];
    expect(await contacts()).toMatchObject([
      { text: 'It was missed again.', attachments: [{ name: 'bin.jpg', contentType: 'image/jpeg', size: jpeg.length, key }] },
    ]);
    await resident.open('/status/say/add');
    expect([resident.page().querySelector('#words')?.text.trim(), resident.text().includes('bin.jpg')]).toEqual(['', false]);
  });

  test('are named there, and a file that nobody here can open safely is said to be so', async () => {
    const { resident, site, mail } = await withPhoto();
    await resident.submit('/status/say/add');
    await resident.open('/status/case');
    expect(resident.text()).toMatch(/1 file came with it:\s*bin\.jpg/);
    expect(resident.text()).not.toContain('safely');
    const [key = ''] = [...site.uploaded.keys()];
    await mail.deps.store.files.recordScan(key, { scan: 'infected', version: '1', scannedAt: moment('2026-12-14T09:00:30Z') });
    await resident.open('/status/case');
    expect(resident.text()).toContain('We could not open 1 of your files safely. Nobody here has seen what is in it.');
    expect(resident.page().querySelector('dd li')?.text).toBe('bin.jpg We could not open it safely.');
  });

  test('need no words', async () => {
    const { resident, contacts } = await withPhoto('');
    await resident.submit('/status/say/add');
    expect((await contacts())[0]?.text).toBe('I am sending a file.');
  });

  test('are one message however often Send is pressed', async () => {
    const { resident, contacts } = await withPhoto();
    const sent = resident
      .page()
      .querySelectorAll('form[action="/status/say/add"] input')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']);
    for (const _ of [1, 2]) await resident.post('/status/say/add', [...sent, ['words', 'It was missed again.']]);
    expect(resident.path()).toBe('/status/said');
    expect(await contacts()).toHaveLength(1);
  });

  test('say what is wrong beside the field, and can be taken away again', async () => {
    const { resident, contacts } = await withPhoto();
    await resident.submit('/status/say/add', { to: 'files' });
    await resident.upload(Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(200)]), 'holiday.jpg');
    expect(errors(resident)).toEqual([[expect.stringMatching(/^holiday.jpg is not a kind of file that we can take/), '#file']]);
    await resident.submit('/status/files/remove');
    await resident.follow('Go back to what you are writing');
    await resident.submit('/status/say/add');
    expect((await contacts())[0]?.attachments).toEqual([]);
  });

  test('wait with the words for a new link when the page has closed, and for the same reader alone', async () => {
    const { resident, site, mail, open } = await withPhoto();
    await resident.submit('/status/say/add', { to: 'files' });
    site.setTime('2026-12-14T09:45:00Z');
    mail.later(45);
    // A slow line: the file has come, and the page has closed.
    await resident.upload(jpeg, 'wall.jpg');
    expect([resident.status(), resident.heading()]).toEqual([403, 'The page has closed']);
    await resident.submit(await open());
    await resident.follow('Add something');
    expect(resident.text()).toContain('2 files go with it');
    const taken = await takeIn(site.taking, aContact('2026-12-14T09:46:00Z', { id: 'another', text: 'Noise at night.' }));
    expect(taken).toMatchObject({ kind: 'opened', reference: 'LBC-2026-000002' });
    await resident.open('/status');
    await resident.submit('/status', { reference: 'LBC-2026-000002', contact: rosa });
    await sendNotices({ ...mail.deps, linkTokens }, 'LBC-2026-000002' as Reference);
    const path = mail.sent.flatMap(({ notice }) => /\/status\/open\/[\w-]+/.exec(JSON.stringify(notice.letter)) ?? []).at(-1) ?? '';
    await resident.open(path);
    await resident.submit(path);
    await resident.follow('Add something');
    expect(resident.text()).not.toContain('files go with it');
    await resident.open('/status/files');
    expect(resident.path()).toBe('/status/say/add');
  });

  test('are gone from the browser when they close the page', async () => {
    const { resident, site } = await withPhoto();
    await resident.open('/status/case');
    await resident.submit('/status/close');
    expect(site.answerItems.kept.size).toBe(0);
  });
});

describe('how long the page stays open', () => {
  test('is said on every page, with what a script needs to warn before', async () => {
    const { resident, open } = await complained();
    await resident.submit(await open());
    for (const path of ['/status/case', '/status/letters/0001-receipt', '/status/say/call', '/status/said']) {
      await resident.open(path);
      expect([path, resident.text()]).toEqual([path, expect.stringContaining('This page stays open until 09:30')]);
      const form = resident.page().querySelector('form[data-time-left]');
      expect([form?.getAttribute('data-time-left'), form?.getAttribute('data-warned-at')]).toEqual(['1800', '300']);
    }
  });

  test('is as long again on one press', async () => {
    const { resident, open, site } = await complained();
    await resident.submit(await open());
    site.setTime('2026-12-14T09:29:00Z');
    await resident.submit('/status/more-time');
    expect(resident.text()).toContain('This page stays open until 09:59');
  });
});
