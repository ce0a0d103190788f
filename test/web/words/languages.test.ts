import { afterEach, describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import { createWords } from '../../../functions/domain/words/words.ts';
import { englishCatalogue } from '../../../functions/web/words/catalogue.ts';
import { createDrawing, offeredLanguages } from '../../../functions/web/words/languages.ts';
import { markedUp } from '../../../functions/web/words/marked-up.ts';
import { englishWords } from '../../../functions/web/words/words.ts';
import { asha } from '../../support/case-story.ts';
import { councilThatOffers } from '../../support/signed-languages.ts';
import { createVisitor } from '../../support/visitor.ts';
import { createWebsite, type Website } from '../../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

async function visit(council = luton) {
  const site = createWebsite({ council });
  sites.push(site);
  await site.start();
  return { site, visitor: createVisitor(site.base()) };
}

describe('which languages are offered', () => {
  test('none that no translator has signed, and then no page says a word of languages to choose', async () => {
    expect(offeredLanguages(councilThatOffers())).toEqual([]);
    const { visitor } = await visit(councilThatOffers());
    await visitor.open('/language/ur?to=/');
    expect(visitor.page().querySelector('html')?.getAttribute('lang')).toBe('en-GB');
    expect(visitor.page().querySelector('.languages')).toBeNull();
  });

  test('one that is signed, until a sentence of it or of English is another', () => {
    expect(offeredLanguages(councilThatOffers('pl', 'ur')).map(({ tag }) => tag)).toEqual(['pl', 'ur']);
    const signed = { by: 'Zofia Example', on: '2026-11-22', version: '0123456789abcdef' };
    expect(offeredLanguages({ translations: luton.translations.map((one) => ({ ...one, signed })) })).toEqual([]);
  });
});

test('words that could not be loaded once are loaded for the next request', async () => {
  let tries = 0;
  const load = async () => {
    tries += 1;
    if (tries === 1) throw new Error('not there');
    return englishWords;
  };
  const draw = createDrawing(councilThatOffers('pl'), { read: () => 'pl', keep: () => '' }, load);
  const request = { cookies: [], method: 'GET', route: 'GET /', url: 'https://complaints.example/' } as const;
  await expect(draw(request)).rejects.toThrow('not there');
  expect((await draw(request)).words).toBe(englishWords);
  await draw(request);
  expect(tries).toBe(2);
});

describe('choosing a language', () => {
  test('is a link on every page that leads back to it, a button where something is typed, and is remembered by a cookie', async () => {
    const { visitor } = await visit(councilThatOffers('pl', 'ur'));
    await visitor.open('/complaint/what-happened?gone=yes');
    const links = () =>
      visitor
        .page()
        .querySelectorAll('.languages :is(a, button)')
        .map((link) => [link.text, link.getAttribute('lang')]);
    expect(links()).toEqual([
      ['Polski', 'pl'],
      ['اردو', 'ur'],
    ]);
    await visitor.press('اردو');
    expect([visitor.path(), visitor.heading()]).toEqual(['/complaint/what-happened', 'کیا ہوا؟']);
    const html = visitor.page().querySelector('html');
    expect([html?.getAttribute('lang'), html?.getAttribute('dir')]).toEqual(['ur', 'rtl']);
    await visitor.open('/nowhere');
    expect(visitor.status()).toBe(404);
    await visitor.open('/other-ways');
    await visitor.follow('English');
    expect([visitor.path(), visitor.heading()]).toEqual(['/other-ways', englishWords.t('ways.title')]);
  });

  test('leads to a page of ours, whatever the link says', async () => {
    const { site } = await visit(councilThatOffers('pl'));
    const to = async (where: string) =>
      (await fetch(new URL(`/language/pl?to=${encodeURIComponent(where)}`, site.base()), { redirect: 'manual' })).headers.get('location');
    expect(
      await Promise.all(['/cookies?a=b', '//elsewhere.example/', 'https://elsewhere.example/', '\\\\elsewhere.example', ''].map(to)),
    ).toEqual(['/cookies?a=b', '/', '/', '/', '/']);
  });

  test('never puts the token of a link into another address', async () => {
    const { visitor } = await visit(councilThatOffers('pl'));
    await visitor.open('/status/open/abcdefghijklmnopqrstuvwxyz');
    expect(visitor.page().querySelector('.languages a')?.getAttribute('href')).toBe('/language/pl?to=%2F');
  });
});

test('the page of a sent complaint says in which languages letters come, and its receipt comes in the language of the form beside English', async () => {
  const { site, visitor } = await visit(councilThatOffers('pl'));
  await visitor.open('/language/pl?to=/complaint/what-happened');
  await visitor.submit('/complaint/what-happened', { whatHappened: 'Nikt nie odbiera śmieci.' });
  await visitor.open('/complaint/reach-you');
  await visitor.submit('/complaint/reach-you', { reachBy: ['email'], email: 'rosa@resident.example' });
  site.setTime('2026-12-18T09:05:00Z');
  await visitor.open('/complaint/check');
  await visitor.submit('/complaint/send');
  expect(visitor.heading()).toBe('Otrzymaliśmy Państwa skargę');
  expect(visitor.text()).toContain('Nasze e-maile i listy przychodzą w Państwa języku i po angielsku.');
  expect(visitor.text()).toContain('Do dnia 29 grudnia 2026 potwierdzimy');
  expect([...site.originals.values()].map((original) => JSON.parse(original).language)).toEqual(['pl']);
  const file = await site.store.loadFile('LBC-2026-000001' as Reference);
  const receipt = file!.notices.find(({ kind }) => kind === 'receipt')!;
  expect(receipt.letter.subject).toBe('We have your message: LBC-2026-000001');
  expect(receipt.letter.translation).toMatchObject({ language: { tag: 'pl', direction: 'ltr' } });
  expect(JSON.stringify(receipt.letter.translation)).toContain('29 grudnia 2026');
  const onPaper = await site.ask(asha, 'GET', `/desk/cases/LBC-2026-000001/letters/${receipt.id}`);
  expect('html' in onPaper && onPaper.html).toMatch(/<div lang="pl" dir="ltr">\s*<h2 [^>]*>Mamy Państwa wiadomość: LBC-2026-000001<\/h2>/);
  const desk = await site.ask(asha, 'GET', '/desk/cases/LBC-2026-000001');
  expect('html' in desk && desk.html).toContain('The form was filled in in Polish.');
});

describe('a sentence', () => {
  const typed = '<strong>$t(start.title)</strong> {{name}} <link>$&';

  test('has what people typed as they typed it, and never as words or markup of ours', () => {
    expect(englishWords.t('evidence.empty', { name: typed })).toBe(`${typed} is empty`);
    expect(String(markedUp(englishWords, 'evidence.remove', { name: typed }))).toBe(
      'Remove<span class="govuk-visually-hidden"> &lt;strong&gt;$t(start.title)&lt;/strong&gt; {{name}} &lt;link&gt;$&amp;</span>',
    );
  });

  test('has its link where it stands in the language, and nothing but the address in it', () => {
    expect(String(markedUp(englishWords, 'start.already', {}, '/status?a="b"&c'))).toBe(
      'If you have complained already, you can <a class="govuk-link" href="/status?a=&quot;b&quot;&amp;c">see where your complaint stands</a>.',
    );
  });

  test('from right to left keeps what stands in it apart; numbers and dates have the digits that people type', async () => {
    const urdu = createWords(
      { tag: 'ur', inItself: 'اردو', direction: 'rtl' },
      (await import('../../../functions/web/words/ur.json', { with: { type: 'json' } })).default,
      englishCatalogue,
    );
    expect(urdu.t('frame.writeOrVisit', { address: 'A', place: 'B' })).toContain('\u2068A\u2069');
    expect(urdu.date(writtenDate('2026-12-29'))).toBe('29 دسمبر، 2026');
    const bengali = createWords(
      { tag: 'bn', inItself: 'বাংলা', direction: 'ltr' },
      (await import('../../../functions/web/words/bn.json', { with: { type: 'json' } })).default,
      englishCatalogue,
    );
    expect(bengali.t('problems.whatHappenedTooLong', { most: 50_000 })).toContain('50,000');
  });

  test('that a translation lacks is said in English, and never left out', () => {
    const nothing = createWords({ tag: 'pl', inItself: 'Polski', direction: 'ltr' }, {}, englishCatalogue);
    expect(nothing.t('start.title')).toBe('Make a complaint');
    expect(nothing.t('start.acknowledge', { count: 5 })).toBe(englishWords.t('start.acknowledge', { count: 5 }));
  });
});
