import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { translations } from '../../../council/languages.ts';
import { luton } from '../../../council/luton.ts';
import { catalogueVersions } from '../../../lib/web-assets.ts';

const web = 'functions/web';
type Sentences = ReadonlyMap<string, string>;

function sentencesOf(tag: string): Sentences {
  const catalogue: Record<string, Record<string, string>> = JSON.parse(readFileSync(join(web, 'words', `${tag}.json`), 'utf8'));
  return new Map(
    Object.entries(catalogue).flatMap(([section, words]) => Object.entries(words).map(([name, text]) => [`${section}.${name}`, text])),
  );
}

const english = sentencesOf('en');
const drafts = translations.map(({ tag }) => tag);
const categoriesOf = (tag: string) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
const plural = /_(zero|one|two|few|many|other)$/;

/** The keys that a language needs: one for each plural that it has, where English counts. */
function keysFor(tag: string): readonly string[] {
  const stems = new Set([...english.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')));
  return [
    ...[...english.keys()].filter((key) => !plural.test(key)),
    ...[...stems].flatMap((stem) => categoriesOf(tag).map((category) => `${stem}_${category}`)),
  ].sort();
}

const englishOf = (key: string) => english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';
const markedIn = (text: string) => [...text.matchAll(/\{\{\w+\}\}|<\/?\w+>/g)].map(([found]) => found).sort();

describe.each(drafts)('the words in %s', (tag) => {
  const words = sentencesOf(tag);

  test('are for every sentence of English, with every plural of the language, and no more', () => {
    expect([...words.keys()].sort()).toEqual(keysFor(tag));
  });

  test('have the values and the markup of the English ones', () => {
    const different = [...words].filter(([key, text]) => markedIn(text).join() !== markedIn(englishOf(key)).join());
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test('are not English that was left', () => {
    // What is written alike in both languages.
    const alike = ['frame.pageTitle', 'status.whoHere', 'check.byEmail', 'check.byTelephone', 'check.text'];
    const left = [...words].filter(([key, text]) => text === englishOf(key) && !alike.includes(key)).map(([key]) => key);
    expect(left).toEqual([]);
  });

  test('have a version of their own', () => {
    expect(catalogueVersions()[tag]).toMatch(/^[0-9a-f]{16}$/);
  });
});

test('English has only the markup that pages know, opened and closed in one sentence', () => {
  for (const [key, text] of english) {
    const tags = [...text.matchAll(/<(\/?)(\w+)>/g)].map(([, slash, name]) => `${slash}${name}`);
    expect([key, tags.length % 2]).toEqual([key, 0]);
    const opened = tags.filter((_, index) => index % 2 === 0);
    for (const tag of opened) expect([key, tag]).toEqual([key, expect.stringMatching(/^(strong|hidden|reference|link|tab)$/)]);
    expect([key, tags]).toEqual([key, opened.flatMap((tag) => [tag, `/${tag}`])]);
    expect(text.replace(/<\/?\w+>/g, '')).not.toMatch(/[<>]/);
  }
});

test('what the telephone is stands in the catalogue as letters have it', () => {
  expect(english.get('frame.voicemail')).toBe(luton.complaints.telephoneNote);
});

describe('the templates that residents see', () => {
  // The council's colleagues and contractors read English; of the three long notices there is English alone, in an element that says so.
  const inEnglishAlone = /^(desk|answer)\/|^layout\/(desk|outside)\.njk$/;
  const notices = ['accessibility/accessibility.njk', 'privacy/privacy.njk', 'cookies/cookies.njk'];
  const templates = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.njk') && !inEnglishAlone.test(name))
    .map((name) => ({ name, source: readFileSync(join(web, name), 'utf8') }));
  const drawn = templates.filter(({ name }) => !notices.includes(name));

  /** Words that stand in the template itself: between tags, and where a component or an attribute takes a text. */
  function ownWords(source: string): readonly string[] {
    const bare = source.replace(/\{#[\s\S]*?#\}/g, '');
    const inTags = [...bare.matchAll(/\b(?:\w*[tT]ext|label|title|hint)\s*:\s*"([^"]*[A-Za-z][^"]*)"/g)].map(([, text = '']) => text);
    const attributes = [...bare.matchAll(/\b(?:aria-label|alt|title|placeholder|value)="([^"{]*[A-Za-z]{2}[^"]*)"/g)].map(
      ([, text = '']) => text,
    );
    const between = bare
      .replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, '')
      .replace(/<[^>]*>/g, '\n')
      .split('\n')
      .filter((text) => /[A-Za-z]{2}/.test(text));
    return [...inTags, ...attributes, ...between].map((text) => text.trim());
  }

  test('have no words of their own', () => {
    expect(drawn.length).toBeGreaterThan(25);
    // Values that forms send.
    const sent = ['check', 'back', 'saving', 'clear'];
    expect(
      drawn.map(({ name, source }) => [name, ownWords(source).filter((text) => !sent.includes(text))]).filter(([, words]) => words?.length),
    ).toEqual([]);
  });

  test.each(['<p>Hello</p>', '{{ govukButton({ text: "Continue" }) }}', '<nav aria-label="Desk"></nav>'])(
    'the check would catch %s',
    (planted) => {
      expect(ownWords(planted)).toHaveLength(1);
    },
  );

  test('the long notices say in which language they are', () => {
    for (const { source } of templates.filter(({ name }) => notices.includes(name))) {
      expect(source).toContain('{% include "layout/english-only.njk" %}');
      expect(source).toContain('<div lang="en-GB" dir="ltr">');
    }
  });

  test('name only sentences that there are, and together with the pages every one', () => {
    const sections = new Set([...english.keys()].map((key) => key.split('.')[0]));
    const pages = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ts$/.test(name) && !/generated/.test(name));
    const code = pages.map((name) => readFileSync(join(web, name), 'utf8'));
    const named = [...[...templates.map(({ source }) => source), ...code].join('\n').matchAll(/["'`](\w+)\.([\w-]+)["'`]/g)]
      .filter(([, section = '', name]) => sections.has(section) && !/^(ts|njk)$/.test(name ?? ''))
      .map(([, section, name]) => `${section}.${name}`);
    const there = new Set([...english.keys()].map((key) => key.replace(plural, '')));
    expect([...new Set(named)].filter((key) => !there.has(key))).toEqual([]);
    // Named by what they are about: a question, a problem, a choice.
    const madeOf = new Set([...code.join('\n').matchAll(/`(\w+)\.\$\{/g)].map(([, section]) => section));
    expect([...there].filter((key) => !named.includes(key) && !madeOf.has(key.split('.')[0]))).toEqual([]);
  });
});
