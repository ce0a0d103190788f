import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareWebAssets } from '../../lib/web-assets.ts';

const web = 'functions/web';
const templates = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.njk'))
  .map((name) => ({ name, source: readFileSync(join(web, name), 'utf8') }));

/** Everything in a captured block was escaped where it was written: `{% set x %}…{% endset %}` or `{%- set x -%}`, never `{% set x = … %}`. */
const givesForeignHtml = (source: string) =>
  [...source.matchAll(/html:\s*(\w*)/gi)].some(([, name]) => !new RegExp(`\\{%-?\\s*set\\s+${name}\\s*-?%\\}`).test(source));
const has = (pattern: RegExp) => (source: string) => pattern.test(source);

/** Ways in which a template could let what people typed become markup, or break the content security policy. */
const breaches = [
  { what: 'joins html', breaks: has(/\bhtml:\s*[^,}\n]*[+~]/i) },
  { what: 'gives html that is not a captured block', breaks: givesForeignHtml },
  { what: 'calls something safe', breaks: has(/\|\s*safe\b/) },
  { what: 'turns escaping off', breaks: has(/\bautoescape\b/) },
  { what: 'holds an inline script', breaks: has(/<script(?![^>]*\ssrc=)/i) },
  { what: 'holds an inline style', breaks: has(/<style|\sstyle=/i) },
  { what: 'holds an event handler', breaks: has(/\son\w+=/i) },
  { what: 'names another host', breaks: has(/https?:\/\//i) },
];

test.each(breaches)('no template $what', ({ breaks }) => {
  expect(templates.length).toBeGreaterThan(10);
  expect(templates.filter(({ source }) => breaks(source)).map(({ name }) => name)).toEqual([]);
});

test.each([
  ['{{ x({ html: "<p>" + name }) }}', 'joins html'],
  ['{{ x({ titleHtml: name }) }}', 'gives html that is not a captured block'],
  ['{% set name = typed %}{{ x({ html: name }) }}', 'gives html that is not a captured block'],
  ['{{ name | safe }}', 'calls something safe'],
  ['<script>x</script>', 'holds an inline script'],
  ['<p style="x">', 'holds an inline style'],
  ['<a onclick="x">', 'holds an event handler'],
])('the check would catch %s', (planted, what) => {
  expect(breaches.find((breach) => breach.what === what)?.breaks(planted)).toBe(true);
});

test('generated files are left alone when no source has changed', async () => {
  const files = ['templates.generated.js', 'desk-templates.generated.js', 'assets.generated.js'].map((name) => join(web, name));
  const before = files.map((file) => readFileSync(file, 'utf8').slice(0, 80));
  await prepareWebAssets();
  expect(files.map((file) => readFileSync(file, 'utf8').slice(0, 80))).toEqual(before);
  expect(before[0]).toMatch(/^\/\/ [0-9a-f]{64}\n/);
});
