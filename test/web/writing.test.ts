import { parse } from 'node-html-parser';
import { afterEach, describe, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { addMinutes } from '../../functions/domain/calendar/local-date.ts';
import type { Officer } from '../../functions/domain/cases/actor.ts';
import type { PageResponse } from '../../functions/web/page.ts';
import { aContact, asha, ben, type reference as given, moment } from '../support/case-story.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';
import { wordLetter } from '../support/word-letter.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as typeof given;
const casePath = `/desk/cases/${reference}`;
const form = (action: string) => `${casePath}/do/${action}`;
const start = moment('2026-12-14T09:00:00Z');

/** A complaint of Monday 14 December that Asha has and has not acknowledged. */
async function desk() {
  const site = createWebsite({ now: '2026-12-14T09:00:00Z' });
  sites.push(site);
  await site.start();
  await takeIn(site.taking, aContact('2026-12-14T09:00:00Z'));
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  await visitor.open(casePath);
  await visitor.submit('accept-at-stage-one', { service: 'waste' });
  await visitor.submit('/allocate', { officer: asha.subject });
  const later = (minutes: number) => site.setTime(addMinutes(start, minutes));
  const drafts = (by: Officer) => site.ask(by, 'GET', form('acknowledge'));
  return { site, visitor, later, drafts };
}

/** The page to which the preview of these words leads. */
async function previewed(site: Website, path: string, fields: Readonly<Record<string, string>>): Promise<PageResponse> {
  const pressed = await site.ask(asha, 'POST', `${path}/preview`, fields);
  expect(pressed).toMatchObject({ status: 303, location: `${path}?preview=yes` });
  return site.ask(asha, 'GET', `${path}?preview=yes`);
}

const pageOf = (response: PageResponse) => parse('html' in response ? response.html : '');
const typedIn = (page: ReturnType<typeof parse>, id: string) => page.querySelector(`#${id}`)?.text.trim();
const told = (page: ReturnType<typeof parse>, selector: string) => page.querySelector(selector)?.text.replace(/\s+/g, ' ').trim();
const words = { definition: 'The bin was missed.', outcomesSought: 'Empty it.' };

describe('what an officer types', () => {
  test('is kept where it is refused, and is in the form when they come back to it; nobody else sees it', async () => {
    const { visitor, later, drafts } = await desk();
    later(65);
    await visitor.open(casePath);
    await visitor.submit('/acknowledge', { definition: words.definition });
    expect(visitor.page().querySelector('.govuk-error-summary')?.text).toContain('Say what the person would like to happen');
    await visitor.open('/desk');
    await visitor.open(form('acknowledge'));
    expect(typedIn(visitor.page(), 'acknowledge-definition')).toBe(words.definition);
    expect(told(visitor.page(), '.writing-draft p')).toContain('You began this on Mon 14 Dec 2026 at 10:05');
    const others = pageOf(await drafts(ben));
    expect([typedIn(others, 'acknowledge-definition'), others.querySelector('.writing-draft')]).toEqual(['', null]);
  });

  test('is saved by a button without a script, and cleared by another', async () => {
    const { site, visitor, drafts } = await desk();
    const saved = await site.ask(asha, 'POST', `${form('acknowledge')}/draft`, { ...words, definition: 'The\u00a0bin.' });
    expect(saved).toMatchObject({ status: 303, location: form('acknowledge') });
    const back = pageOf(await drafts(asha));
    expect(typedIn(back, 'acknowledge-definition')).toBe('The bin.');
    await visitor.open(form('acknowledge'));
    await visitor.submit('/do/acknowledge/draft', { draft: 'clear' });
    expect(typedIn(visitor.page(), 'acknowledge-definition')).toBe('');
    expect(visitor.page().querySelector('.writing-draft')).toBeNull();
  });

  test('is no draft any more once it is sent', async () => {
    const { visitor, later, drafts } = await desk();
    await visitor.submit('/acknowledge', { definition: words.definition });
    await visitor.submit('/acknowledge', words);
    expect(pageOf(await drafts(asha)).querySelector('.writing-draft')).toBeNull();
    later(12);
    expect(pageOf(await drafts(asha)).querySelector('.writing-draft')).toBeNull();
  });

  test('after an ended session is kept once they have signed in again and sent it', async () => {
    const { visitor, drafts } = await desk();
    await visitor.submit('/acknowledge', { ...words, csrf: 'of the session before' });
    expect(told(visitor.page(), '.govuk-error-summary')).toContain('You have signed in again');
    expect(typedIn(pageOf(await drafts(asha)), 'acknowledge-definition')).toBe(words.definition);
  });

  test('is not put in the place of a draft by a form that no session’s token proves to be theirs', async () => {
    const { site, visitor, drafts } = await desk();
    await site.ask(asha, 'POST', `${form('acknowledge')}/draft`, words);
    await visitor.open(form('acknowledge'));
    await visitor.submit('/acknowledge', { definition: 'Other words.', csrf: 'of another' });
    expect(typedIn(visitor.page(), 'acknowledge-definition')).toBe('Other words.');
    expect(typedIn(pageOf(await drafts(asha)), 'acknowledge-definition')).toBe(words.definition);
    await visitor.post(`${form('acknowledge')}/preview`, [
      ['definition', 'Other words.'],
      ['csrf', 'of another'],
    ]);
    expect(visitor.status()).toBe(403);
    expect(typedIn(pageOf(await drafts(asha)), 'acknowledge-definition')).toBe(words.definition);
  });

  test('is too long to be kept only far beyond any letter, and stays on the page', async () => {
    const { site } = await desk();
    const long = 'word '.repeat(21_000);
    const page = await site.ask(asha, 'POST', `${form('acknowledge')}/draft`, { ...words, definition: long });
    expect(page.status).toBe(400);
    expect(told(pageOf(page), '.govuk-error-summary')).toContain('too long to be kept as a draft');
    expect(typedIn(pageOf(page), 'acknowledge-definition')).toBe(long.trim());
  });

  test('comes into the letter without what Word left in it', async () => {
    const { site, visitor } = await desk();
    await visitor.submit('/acknowledge', { ...words, definition: '·\tThe bin\u00a0was missed.\n\n\n\no\tTwice.' });
    const state = (await site.store.load(reference))?.state;
    expect(state).toMatchObject({ acknowledgement: { definition: '- The bin was missed.\n\n- Twice.' } });
  });
});

describe('a letter before it is sent', () => {
  const checked = (page: ReturnType<typeof parse>) =>
    page
      .querySelectorAll('.checklist li')
      .map((row) => [row.text.trim().split('\n')[0]?.trim(), row.querySelector('[data-missing]')?.hasAttribute('hidden') ?? 'written']);

  test('has a checklist beside its form of what it must say', async () => {
    const { visitor } = await desk();
    await visitor.open(form('acknowledge'));
    expect(checked(visitor.page())).toEqual([
      [expect.stringContaining('Which stage this is'), 'written'],
      [expect.stringContaining('What we understand the complaint to be'), false],
      [expect.stringContaining('Who is responsible'), 'written'],
    ]);
    await visitor.submit('/acknowledge', { definition: words.definition });
    expect(checked(visitor.page())[1]?.[1]).toBe(true);
  });

  test('is shown word for word, and nothing is done', async () => {
    const { site } = await desk();
    const before = await site.store.loadFile(reference);
    const page = await previewed(site, form('acknowledge'), words);
    expect(page.status).toBe(200);
    expect(told(pageOf(page), '.preview')).toContain('It leaves ten minutes after you send it');
    expect(told(pageOf(page), '.letter')).toContain('The bin was missed.');
    expect(typedIn(pageOf(page), 'acknowledge-definition')).toBe(words.definition);
    expect(await site.store.loadFile(reference)).toEqual(before);
    await site.ask(asha, 'POST', `${casePath}/acknowledge`, { ...words, version: '3', commandId: 'command-00001' });
    const sent = (await site.store.notices(reference)).find(({ kind }) => kind === 'acknowledgement');
    const texts = sent?.letter.blocks.flatMap((block) => ('paragraph' in block ? [block.paragraph.replace(/\s+/g, ' ')] : [])) ?? [];
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) expect(told(pageOf(page), '.letter')).toContain(text);
  });

  test('has a page of its own, to which the browser’s Back returns: from a queue, and also when it was sent', async () => {
    const { site, visitor } = await desk();
    const inQueue = { ...words, queuePlace: 'queue=mine&place=3' };
    const pressed = await site.ask(asha, 'POST', `${form('acknowledge')}/preview`, inQueue);
    expect(pressed).toMatchObject({ location: `${form('acknowledge')}?queue=mine&place=3&preview=yes` });
    await visitor.open(`${form('acknowledge')}?preview=yes`);
    expect(told(visitor.page(), '.preview')).toContain('It leaves ten minutes after you send it');
    await visitor.submit('/acknowledge');
    await visitor.open(`${form('acknowledge')}?preview=yes`);
    expect([visitor.status(), visitor.page().querySelector('.letter')]).toEqual([200, null]);
  });

  test('is not shown while something is missing: the form says what', async () => {
    const { site } = await desk();
    const page = await site.ask(asha, 'POST', `${form('acknowledge')}/preview`, { definition: words.definition });
    expect(page.status).toBe(400);
    expect(told(pageOf(page), '.govuk-error-summary')).toContain('Say what the person would like to happen');
    expect(pageOf(page).querySelector('.letter')).toBeNull();
  });

  test('is shown as it will read once a second person approves it', async () => {
    const { site } = await desk();
    const because = { askedOn: '2026-12-14', ground: 'other', facts: 'It is the same complaint.', discretion: 'Nothing speaks for it.' };
    await takeIn(
      site.taking,
      aContact('2026-12-14T09:00:00Z', { id: 'another', from: { name: 'Ken Example', email: 'ken@resident.example' } }),
    );
    const page = await previewed(site, '/desk/cases/LBC-2026-000002/do/decline', {
      ...because,
      alternative: 'Ask the court.',
      ombudsman: 'LGSCO',
    });
    expect(told(pageOf(page), '.preview')).toContain('Nothing leaves until a second person approves it');
    expect(told(pageOf(page), '.letter')).toContain('It is the same complaint.');
  });
});

describe('a Word letter', () => {
  const upload = (site: Website, bytes: Uint8Array, fields = {}) =>
    site.ask(asha, 'POST', `${form('acknowledge')}/word-letter`, fields, [{ field: 'letter', bytes }]);

  test('is read into the fields by its headings; the rest is offered to copy, and what was typed elsewhere stays', async () => {
    const { site } = await desk();
    const letter = wordLetter('Dear Ms Example,', '1. Your complaint:', 'The\u00a0bin was missed.', 'Three times.', 'Yours sincerely');
    const page = pageOf(await upload(site, letter, { outcomesSought: 'Empty it.' }));
    expect(typedIn(page, 'acknowledge-definition')).toBe('The bin was missed.\n\nThree times.\n\nYours sincerely');
    expect(typedIn(page, 'acknowledge-outcomesSought')).toBe('Empty it.');
    expect(told(page, '.word-letter')).toContain('Put into the form: what we understand the complaint to be.');
    expect(told(page, '.word-letter')).toContain('Dear Ms Example,');
    expect((await site.store.load(reference))?.state.stage).toBe('accepted');
  });

  test.each([
    ['nothing was chosen', new Uint8Array(), 'Choose a Word letter'],
    ['it is no Word letter', Buffer.from('Hello'), 'This is no Word letter'],
  ])('is asked for again where %s', async (_, bytes, says) => {
    const { site } = await desk();
    const page = await upload(site, bytes, words);
    expect(page.status).toBe(400);
    expect(told(pageOf(page), '.govuk-error-summary')).toContain(says);
    expect(typedIn(pageOf(page), 'acknowledge-definition')).toBe(words.definition);
  });
});

describe('what has just been sent', () => {
  test('says when its letter leaves, and comes back into its form when it is taken back', async () => {
    const { site, visitor, later } = await desk();
    await visitor.submit('/acknowledge', words);
    expect(told(visitor.page(), '.take-back h2')).toBe('Acknowledgement: leaves at 09:10');
    later(4);
    await visitor.submit('/take-back');
    expect(told(visitor.page(), '.govuk-notification-banner')).toContain('Taken back. Nothing was sent');
    expect(
      visitor
        .page()
        .querySelectorAll('.timeline h3')
        .map((title) => title.text.trim())
        .join('; '),
    ).toContain('Taken back');
    expect((await site.store.load(reference))?.state.stage).toBe('accepted');
    await visitor.open(form('acknowledge'));
    expect(typedIn(visitor.page(), 'acknowledge-definition')).toBe(words.definition);
    expect(told(visitor.page(), '.writing-draft')).toContain('You took this back');
  });

  test('comes back into any form whose letter waits, and not only into those that are written beside a checklist', async () => {
    const { visitor } = await desk();
    await visitor.submit('/withdraw', { howWeKnow: 'She rang us about it.' });
    expect(visitor.page().querySelector('.take-back')).not.toBeNull();
    await visitor.submit('/take-back');
    await visitor.open(form('withdraw'));
    expect(typedIn(visitor.page(), 'withdraw-howWeKnow')).toBe('She rang us about it.');
  });

  test('is not offered to others, nor once its time is over; pressed too late it says so', async () => {
    const { site, visitor, later } = await desk();
    await visitor.submit('/acknowledge', words);
    expect(pageOf(await site.ask(ben, 'GET', casePath)).querySelector('.take-back')).toBeNull();
    later(10);
    await visitor.submit('/take-back');
    expect(visitor.text()).toContain('It was not taken back.');
    expect(visitor.page().querySelector('.take-back')).toBeNull();
    expect((await site.store.load(reference))?.state.stage).toBe('acknowledged');
  });
});
