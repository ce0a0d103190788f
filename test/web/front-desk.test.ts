import { afterEach, expect, test } from 'vitest';
import type { StaffRole } from '../../functions/domain/staff/staff-member.ts';
import type { SignIn } from '../../functions/web/desk/desk-deps.ts';
import { asha } from '../support/case-story.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const signedIn = (whom: { readonly roles?: readonly StaffRole[]; readonly colleague?: true }): SignIn => ({
  begin: async (returnTo = '') => ({ location: `/desk/signed-in?code=granted&to=${returnTo}`, cookie: 'sign-in=begun; Path=/' }),
  finish: async (url) => ({ officer: asha, ...whom, returnTo: new URL(url).searchParams.get('to') || undefined }),
  clear: () => 'sign-in=; Path=/; Max-Age=0',
});

async function desk(path: string, signIn = signedIn({ roles: ['complaints-team'] })) {
  const site = createWebsite({ deskDeps: { signIn } });
  sites.push(site);
  await site.start();
  const visitor = createVisitor(site.base());
  await visitor.open(path);
  return { site, visitor };
}

test('somebody who wrote on social media is pointed to us: the day and the link are kept, and nothing else', async () => {
  const { site, visitor } = await desk('/desk/signposts');
  await visitor.submit('/desk/signposts', { place: 'social-media', link: 'https://social.example/post/1' });
  expect(visitor.text()).toContain('https://social.example/post/1');
  const [kept] = await site.store.frontDesk.signposts();
  expect(kept).toMatchObject({
    on: '2026-12-18',
    place: 'social-media',
    link: 'https://social.example/post/1',
    by: { subject: asha.subject },
  });
  expect(Object.keys(kept ?? {}).toSorted()).toEqual(['at', 'by', 'id', 'link', 'on', 'place']);
});

test('words pasted in the place of the link are not taken', async () => {
  const { site, visitor } = await desk('/desk/signposts');
  await visitor.submit('/desk/signposts', { place: 'survey', link: 'The bins are a disgrace and nobody cares' });
  expect(visitor.status()).toBe(400);
  expect(visitor.text()).toContain('Enter the link alone');
  expect(await site.store.frontDesk.signposts()).toEqual([]);
});

test('a colleague without the desk records a signpost and sees no list', async () => {
  const { site, visitor } = await desk('/desk/signposts', signedIn({ colleague: true }));
  await visitor.submit('/desk/signposts', { place: 'survey', link: 'https://survey.example/answer/7' });
  expect(await site.store.frontDesk.signposts()).toHaveLength(1);
  expect(visitor.text()).not.toContain('https://survey.example/answer/7');
  await visitor.open('/desk/policy-copies');
  expect(visitor.status()).toBe(403);
});

test('a hard copy of the policy is due in two working days, and its address is gone once it is posted', async () => {
  const { site, visitor } = await desk('/desk/policy-copies');
  await visitor.submit('/desk/policy-copies', { name: 'Pat Hollis', address: '8 Nunnery Lane, Luton LU1 2BQ', format: 'large-print' });
  expect(visitor.text()).toContain('Post it by Tue 22 Dec 2026');
  expect(visitor.text()).toContain('8 Nunnery Lane');
  await visitor.submit('/posted');
  expect(visitor.text()).toContain('posted on Fri 18 Dec 2026');
  expect(JSON.stringify(await site.store.frontDesk.copies())).not.toMatch(/Hollis|Nunnery/);
});

test('a copy that nobody posted is shown as overdue', async () => {
  const { site, visitor } = await desk('/desk/policy-copies');
  await visitor.submit('/desk/policy-copies', { address: '8 Nunnery Lane, Luton LU1 2BQ' });
  site.setTime('2026-12-23T09:00:00Z');
  await visitor.open('/desk/policy-copies');
  await visitor.open('/desk/policy-copies');
  expect(visitor.text()).toContain('Overdue');
});
