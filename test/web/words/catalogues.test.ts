import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { translations } from '../../../council/languages.ts';
import { catalogueVersions } from '../../../lib/web-assets.ts';
import { holdAgainstEnglish, plural, sentencesOf } from '../../support/catalogues.ts';

const web = 'functions/web';
const words = join(web, 'words');
const english = sentencesOf(words, 'en');

holdAgainstEnglish(words, ['frame.pageTitle', 'status.whoHere', 'check.byEmail', 'check.byTelephone', 'check.text']);

test('each translation has a version of its own, of pages and letters together', () => {
  const versions = translations.map(({ tag }) => catalogueVersions()[tag]);
  for (const version of versions) expect(version).toMatch(/^[0-9a-f]{16}$/);
  expect(new Set(versions).size).toBe(translations.length);
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

describe('the templates that residents see', () => {
  // The council's colleagues and contractors read English.
  const inEnglishAlone = /^(desk|answer)\/|^layout\/(desk|outside)\.njk$/;
  const templates = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.njk') && !inEnglishAlone.test(name))
    .map((name) => ({ name, source: readFileSync(join(web, name), 'utf8') }));

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
    expect(templates.length).toBeGreaterThan(25);
    // Values that forms send.
    const sent = ['check', 'back', 'saving', 'clear'];
    expect(
      templates
        .map(({ name, source }) => [name, ownWords(source).filter((text) => !sent.includes(text))])
        .filter(([, words]) => words?.length),
    ).toEqual([]);
  });

  test.each(['<p>Hello</p>', '{{ govukButton({ text: "Continue" }) }}', '<nav aria-label="Desk"></nav>'])(
    'the check would catch %s',
    (planted) => {
      expect(ownWords(planted)).toHaveLength(1);
    },
  );

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
