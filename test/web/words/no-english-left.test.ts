import { type HTMLElement, parse } from 'node-html-parser';
import { afterEach, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { linkTokens } from '../../../functions/adapters/identity/link-tokens.ts';
import { sendNotices } from '../../../functions/app/send-notices.ts';
import { takeIn } from '../../../functions/app/take-in.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import bengali from '../../../functions/web/words/bn.json' with { type: 'json' };
import urdu from '../../../functions/web/words/ur.json' with { type: 'json' };
import { aContact } from '../../support/case-story.ts';
import { stampOf } from '../../support/complaint-form.ts';
import { deskWorld } from '../../support/desk-world.ts';
import { councilThatOffers } from '../../support/signed-languages.ts';
import { createVisitor, type Visitor } from '../../support/visitor.ts';
import { createWebsite, type Website } from '../../support/website.ts';

// Every page that a resident meets, drawn in a language of another script: a Latin word that is not the council's own, and not in the translation, is
// English that somebody wrote into a page instead of the catalogue.

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

/** Names, addresses and numbers of the council, names of formats, and what the translations write in Latin letters themselves. */
const known = new Set([
  ...latinIn(JSON.stringify([luton.name, luton.complaints, luton.outOfHours, luton.receivingTeams, luton.services, luton.ombudsmen])),
  ...latinIn(JSON.stringify([bengali, urdu].flatMap((words) => Object.values(words).flatMap((section) => Object.values(section))))),
  ...['English', 'Polski', 'Română', 'KB', 'LBC', 'Asha', 'Example'].flatMap(latinIn),
]);

function latinIn(text: string): readonly string[] {
  return text.match(/[A-Za-zÀ-ž]{2,}/g) ?? [];
}

/** Words that people read or hear, outside of what says that it is English or a language's own name. */
function englishOn(page: HTMLElement): readonly string[] {
  for (const other of page.querySelectorAll('[lang="en-GB"], bdi, script, [aria-hidden="true"] input')) other.remove();
  const attributes = page
    .querySelectorAll('[aria-label], [title], [alt], [data-soon], [data-words]')
    .flatMap(({ attributes: all }) =>
      ['aria-label', 'title', 'alt', 'data-soon', 'data-over', 'data-longer', 'data-not-longer']
        .map((name) => all[name] ?? '')
        .concat(Object.values(JSON.parse(all['data-words'] ?? '{}'))),
    );
  const said = attributes.map((text) => text.replace(/\{\{\w+\}\}/g, ''));
  return [
    ...new Set(latinIn([page.querySelector('title')?.text ?? '', page.querySelector('body')?.structuredText ?? '', ...said].join('\n'))),
  ].filter((word) => !known.has(word));
}

test.each(['<title>Welcome</title>', '<p>Hello</p>', '<nav aria-label="Pages"></nav>'])('the check would catch %s', (planted) => {
  expect(englishOn(parse(`<html><head></head><body>${planted}</body></html>`))).toHaveLength(1);
});

function looker(visitor: Visitor) {
  const found: [string, readonly string[]][] = [];
  const seen: string[] = [];
  return {
    found,
    seen,
    look: () => {
      seen.push(`${visitor.status()} ${visitor.path()}`);
      const english = englishOn(visitor.page());
      if (english.length > 0) found.push([visitor.path(), english]);
    },
  };
}

test.each(['ur', 'bn'])('from the first page to the copy of what was sent, in %s', async (tag) => {
  const site = createWebsite({ council: councilThatOffers('ur', 'bn') });
  sites.push(site);
  await site.start();
  const visitor = createVisitor(site.base());
  const { look, found, seen } = looker(visitor);
  const story = tag === 'ur' ? 'کوڑا نہیں اٹھایا گیا' : 'ময়লা নেওয়া হয়নি';
  await visitor.open(`/language/${tag}?to=/`);
  for (const path of ['/', '/other-ways', '/cookies', '/privacy', '/accessibility', '/nowhere', '/complaint/what-happened?gone=yes']) {
    await visitor.open(path);
    look();
  }
  const opened = stampOf(visitor);
  await visitor.submit('/complaint/what-happened');
  look();
  site.setTime('2026-12-18T09:05:00Z');
  await visitor.submit('/complaint/what-happened', { whatHappened: story, opened });
  for (const [page, wrong] of [
    ['when', { 'firstKnown-day': '31' }],
    ['effect', { impact: 'ا'.repeat(4001) }],
    ['put-right', {}],
    ['before', { before: 'yes', earlierDetails: 'ا'.repeat(2001) }],
    ['for-whom', { onBehalf: 'somebody-else', authority: 'parent', theirName: 'ا'.repeat(201), theirTelephone: '1', theirEmail: 'ا' }],
    ['reach-you', { reachBy: ['email', 'telephone', 'post'] }],
    ['easier', { adjustments: 'ا'.repeat(2001) }],
  ] as const) {
    await visitor.open(`/complaint/${page}?gone=yes`);
    look();
    await visitor.submit(`/complaint/${page}`, wrong);
    look();
  }
  for (const [page, right] of [
    ['effect', { impact: story }],
    ['reach-you', { reachBy: [] }],
    ['easier', { adjustments: '' }],
  ] as const) {
    await visitor.open(`/complaint/${page}`);
    await visitor.submit(`/complaint/${page}`, right);
  }
  await visitor.open('/complaint/for-whom');
  await visitor.submit('/complaint/for-whom', {
    onBehalf: 'somebody-else',
    authority: 'parent',
    theirName: '',
    theirTelephone: '',
    theirEmail: '',
  });
  await visitor.open('/complaint/before');
  await visitor.submit('/complaint/before', { before: 'yes', earlierDetails: '' });
  await visitor.open('/complaint/when');
  await visitor.submit('/complaint/when', { 'firstKnown-month': '3', 'firstKnown-year': '2026' });
  await visitor.open('/complaint/evidence');
  look();
  await visitor.open('/complaint/evidence/added?key=none');
  look();
  await visitor.open('/complaint/saving');
  await visitor.submit('/complaint/saving', { keep: [] });
  look();
  await visitor.open('/complaint/clear');
  look();
  await visitor.open('/complaint/check');
  look();
  await visitor.open('/complaint/reach-you');
  await visitor.submit('/complaint/reach-you', { reachBy: ['telephone'], telephone: '01632 960123', telephoneFor: ['call', 'message'] });
  await visitor.open('/complaint/check');
  look();
  await visitor.post('/complaint/send', []);
  look();
  await visitor.open('/');
  look();
  await visitor.open('/complaint/check?gone=files');
  look();
  await visitor.submit('/complaint/send');
  look();
  await visitor.open('/complaint/copy');
  look();
  await visitor.open('/complaint/clear?at=sent');
  look();
  await visitor.submit('/complaint/clear');
  look();
  expect(found).toEqual([]);
  expect(seen).toContain('200 /complaint/sent');
  expect(seen).toContain('200 /complaint/cleared');
});

test('where a complaint stands, and all that can be said there', async () => {
  const reference = 'LBC-2026-000001' as Reference;
  const mail = deskWorld('2026-12-14T09:00:00Z');
  const site = createWebsite({ council: councilThatOffers('ur'), now: '2026-12-14T09:00:00Z', store: mail.deps.store });
  sites.push(site);
  await site.start();
  await takeIn(site.taking, aContact('2026-12-14T09:00:00Z'));
  const visitor = createVisitor(site.base());
  const { look, found, seen } = looker(visitor);
  const sent = () => sendNotices({ ...mail.deps, linkTokens }, reference);
  await visitor.open('/language/ur?to=/status');
  look();
  await visitor.submit('/status', { reference: 'x', contact: '' });
  look();
  await visitor.submit('/status', { reference: 'LBC-2026-000001', contact: 'rosa@resident.example' });
  look();
  await sent();
  const path = mail.sent.flatMap(({ notice }) => /\/status\/open\/[\w-]+/.exec(JSON.stringify(notice.letter)) ?? []).at(-1) ?? '';
  await visitor.open(path);
  look();
  await visitor.submit('/status/open');
  look();
  for (const what of ['add', 'not-satisfied', 'call', 'withdraw']) {
    await visitor.open(`/status/say/${what}`);
    look();
  }
  await visitor.submit('/status/say/withdraw', { words: 'ا'.repeat(30_001) });
  look();
  for (const what of ['add', 'call']) {
    await visitor.open(`/status/say/${what}`);
    await visitor.submit(`/status/say/${what}`);
    look();
  }
  await visitor.open('/status/say/add');
  await visitor.submit('/status/say/add', { words: 'میرا پیغام' });
  look();
  await visitor.open('/status/letters/none');
  look();
  await visitor.open('/status/case');
  await visitor.follow('خط پڑھیں');
  look();
  await visitor.open('/status/case');
  look();
  await visitor.submit('/status/close');
  await visitor.open('/status/case');
  look();
  await visitor.open(path);
  await visitor.submit('/status/open');
  look();
  expect(found).toEqual([]);
  expect(seen).toContain('200 /status/case');
  expect(seen).toContain('200 /status/said');
});
