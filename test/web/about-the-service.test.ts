import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { afterEach, describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { createFormTokens } from '../../functions/adapters/identity/form-tokens.ts';
import { createSessions } from '../../functions/adapters/identity/sessions.ts';
import { createStatusSessions } from '../../functions/adapters/identity/status-sessions.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { englishWords } from '../../functions/web/words/words.ts';
import { asha, moment } from '../support/case-story.ts';
import { councilThatOffers } from '../support/signed-languages.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

// What every public page leads to: the accessibility statement, the privacy notice, cookies, and how to complain without the form.

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

async function visit(council = luton) {
  const site = createWebsite({ council });
  sites.push(site);
  await site.start();
  return { site, visitor: createVisitor(site.base()) };
}

const textOf = (element: { readonly text: string }) => element.text.replace(/\s+/g, ' ');

test.each(['/', '/complaint/what-happened', '/status', '/status/case', '/answer/used', '/answered', '/nowhere', '/cookies'])(
  '%s leads to all four, and offers an interpreter in the languages spoken here by their own names',
  async (path) => {
    const { visitor } = await visit();
    const footer = (await visitor.open(path)).querySelector('footer');
    expect(footer?.querySelectorAll('nav a').map((link) => link.getAttribute('href'))).toEqual([
      '/accessibility',
      '/privacy',
      '/cookies',
      '/other-ways',
    ]);
    const languages = footer?.querySelectorAll('.interpreter bdi').map((one) => [one.getAttribute('lang'), one.text]);
    expect(languages).toEqual(luton.otherLanguages.map(({ tag, inItself }) => [tag, inItself]));
    expect(languages?.length).toBeGreaterThan(0);
  },
);

describe('the accessibility statement', () => {
  test('claims no more than was tested, and has what the regulations ask for', async () => {
    const { visitor } = await visit();
    const page = await visitor.open('/accessibility');
    const text = textOf(page);
    expect(text).toContain('This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard.');
    expect(text).toContain('Nobody independent has checked these pages yet');
    expect(text).toMatch(/This statement was prepared on \d+ \w+ \d{4}/);
    expect(page.querySelectorAll('h2').map(textOf)).toEqual(
      expect.arrayContaining(['Feedback and contact information', 'Enforcement procedure', 'Preparation of this accessibility statement']),
    );
    expect(text).toContain('The Equality and Human Rights Commission (EHRC) is responsible for enforcing');
  });
});

describe('the privacy notice', () => {
  test('says that software suggests and a person decides, and marks an address that is an example', async () => {
    const { visitor } = await visit();
    const text = textOf(await visitor.open('/privacy'));
    expect(text).toContain('A person decides.');
    expect(text).toContain('articles 22A to 22D');
    expect(text).toContain(`${luton.voicemail.audioKeptDays} days after a person has checked its text`);
    expect([luton.dataProtection.email.endsWith('.example'), text.includes('is an example, and nobody reads it')]).toEqual([true, true]);
  });

  test('marks nothing once the council has put its own address there', async () => {
    const dataProtection = { ...luton.dataProtection, email: 'dpo@luton.gov.uk' };
    const site = createWebsite({ publicDeps: { council: { ...luton, dataProtection } } });
    const response = await site.ask(asha, 'GET', '/privacy');
    const html = 'html' in response ? response.html : '';
    expect(html).toContain('dpo@luton.gov.uk');
    expect(html).not.toContain('is an example');
  });
});

describe('in another language', () => {
  test.each([
    ['accessibility', 'Deklaracja dostępności', 'Odpisujemy w ciągu 5 dni roboczych.'],
    ['privacy', 'Informacja o ochronie prywatności', 'przez 2 godziny od ostatniej strony albo, na Państwa prośbę, przez 7 dni'],
  ])('the %s notice is translated, and says that the English text counts', async (path, title, sentence) => {
    const { visitor } = await visit(councilThatOffers('pl'));
    await visitor.open(`/language/pl?to=/${path}`);
    expect(visitor.heading()).toBe(title);
    expect(visitor.text()).toContain(sentence);
    expect(visitor.text()).toContain('Jeśli różni się od tekstu angielskiego, rozstrzyga tekst angielski.');
    expect(visitor.text()).not.toContain('{{');
    await visitor.follow('English');
    expect(visitor.text()).not.toContain(englishWords.t('frame.englishCounts'));
  });

  test('the accessibility statement says that officers write in English, and where nothing is offered that all is English', async () => {
    const { visitor } = await visit(councilThatOffers('pl'));
    expect(textOf(await visitor.open('/accessibility'))).toContain(englishWords.t('accessibility.officersEnglish'));
    const { visitor: other } = await visit();
    expect(textOf(await other.open('/accessibility'))).toContain(englishWords.t('accessibility.onlyEnglish'));
  });
});

describe('the page about cookies', () => {
  /** By name, as on the page that a browser gets over TLS. */
  async function shown(): Promise<Map<string, string>> {
    const response = await createWebsite().ask(asha, 'GET', '/cookies');
    const rows = parse('html' in response ? response.html : '').querySelectorAll('.govuk-summary-list__row');
    return new Map(rows.map((row) => [row.querySelector('dt')?.text ?? '', textOf(row.querySelector('dd')!)]));
  }

  test('names every cookie that we can set, and no other', async () => {
    const folder = 'functions/adapters/identity';
    const sources = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
    const names = sources.flatMap((source) => [...source.matchAll(/\bname: '([\w-]+)'/g)].map(([, name]) => `__Host-${name}`));
    expect(names.length).toBeGreaterThan(0);
    expect([...(await shown()).keys()].sort()).toEqual(names.sort());
  });

  test('gives each the time for which the browser is told to keep it', async () => {
    const sealing = {
      keys: async () => ({ current: new Uint8Array(32).fill(7) }),
      clock: () => moment('2026-12-18T09:00:00Z'),
      secure: true,
    };
    const set = [
      (await createFormTokens(sealing).issue([])).cookie ?? '',
      await createStatusSessions(sealing).begin({ reference: 'LBC-2026-000001' as Reference, notice: 'link' }),
      await createSessions(sealing).seal(asha),
    ];
    const onPage = await shown();
    const said = set.map((cookie) => {
      const seconds = Number(/Max-Age=(\d+)/.exec(cookie)?.[1]);
      const [, number, unit] = /Kept for: (\d+) (hours|minutes)/.exec(onPage.get(cookie.split('=')[0] ?? '') ?? '') ?? [];
      return [seconds, Number(number) * (unit === 'hours' ? 3_600 : 60)];
    });
    expect(said.map(([told]) => told)).toEqual([86_400, 1_800, 3_600]);
    for (const [told, printed] of said) expect(printed).toBe(told);
  });
});

test('who cannot use the form finds every other way, and 999, on one page', async () => {
  const { visitor } = await visit();
  await visitor.open('/');
  await visitor.follow('How to complain by post, telephone and in person');
  const page = textOf(visitor.page().querySelector('main')!);
  const { email, telephone, postalAddress, inPerson } = luton.complaints;
  for (const way of [email, telephone, inPerson, ...postalAddress, 'call 999']) expect(page).toContain(way);
});
