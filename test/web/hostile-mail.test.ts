import type { HTMLElement } from 'node-html-parser';
import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { allPass, message, read } from '../adapters/mail/messages.ts';
import type { reference as given } from '../support/case-story.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

// Every part of an e-mail that a page shows, filled with what a browser would act on. A page is safe when it has the same elements as with plain words.

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as typeof given;
const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</textarea></title></style><iframe srcdoc="<script>alert(1)</script>">',
  '{{ constructor.constructor("alert(1)")() }}{% raw %}',
  '<a href="javascript:alert(1)">here</a> &lt;script&gt;alert(1)&lt;/script&gt;',
];

/** A message that says `words` in each place that its sender fills, four of them in encoded words. */
function everywhere(words: string): string {
  const encoded = `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
  return message(
    {
      From: `${encoded} <ann@mailbox.example>`,
      Subject: encoded,
      'Message-ID': `<${words.replace(/[<>\s]/g, '')}@mailbox.example>`,
      'Content-Type': 'multipart/mixed; boundary=b',
    },
    [
      '--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n',
      Buffer.from(`My bin was missed again. ${words}`).toString('base64'),
      `--b\r\nContent-Type: text/html; name="${encoded}"\r\nContent-Disposition: attachment\r\n`,
      words,
      '--b--',
    ].join('\r\n'),
  );
}

async function pageOf(raw: string, spam: 'PASS' | 'FAIL'): Promise<HTMLElement> {
  const site = createWebsite();
  sites.push(site);
  await site.start();
  const { contact } = await read(raw, { verdicts: { ...allPass, spam, virus: 'GRAY' } });
  await takeIn(site.taking, contact);
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  if (spam === 'PASS') await visitor.open(`/desk/cases/${reference}`);
  else await visitor.open(visitor.page().querySelector('a[href^="/desk/held/"]')?.getAttribute('href') ?? 'no held message');
  expect(visitor.status()).toBe(200);
  return visitor.page();
}

/** What a browser would build of a page: each element with the names of its attributes, and where its links and sources lead. */
function built(page: HTMLElement): readonly string[] {
  return page.querySelectorAll('*').map((element) => {
    const { attributes, rawTagName } = element;
    const leads = ['href', 'src', 'action'].map((name) =>
      /^\s*(?:javascript|data|vbscript):/i.test(attributes[name] ?? '') ? 'DANGER' : '',
    );
    return [rawTagName, ...Object.keys(attributes).sort(), ...leads].join(' ').trim();
  });
}

test.each(attacks)('%s is words on the case’s page and on that of a held message, and nothing else', async (attack) => {
  for (const spam of ['PASS', 'FAIL'] as const) {
    const hostile = await pageOf(everywhere(attack), spam);
    const plain = await pageOf(everywhere('plain'), spam);
    // Words that a rule knows may be marked; that mark is ours.
    const without = (page: HTMLElement) => built(page).filter((element) => element !== 'mark');
    expect(without(hostile)).toEqual(without(plain));
    expect(hostile.text).toContain(attack.slice(0, 12));
  }
});
