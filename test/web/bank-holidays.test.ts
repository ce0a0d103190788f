import { afterEach, expect, test } from 'vitest';
import type { Officer } from '../../functions/domain/cases/actor.ts';
import { asha, ben } from '../support/case-story.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

/** One desk, at which each of these officers sits at a browser of their own. */
async function deskOf(...officers: readonly Officer[]) {
  let next = 0;
  const signIn = {
    begin: async () => ({ location: '/desk/signed-in?code=granted', cookie: 'sign-in=begun; Path=/' }),
    finish: async () => ({ officer: officers[next++] ?? asha, roles: ['complaints-team'] as const }),
    clear: () => 'sign-in=; Path=/; Max-Age=0',
  };
  const site = createWebsite({ deskDeps: { signIn } });
  sites.push(site);
  await site.start();
  const visitors: Visitor[] = [];
  for (const _ of officers) {
    const visitor = createVisitor(site.base());
    await visitor.open('/desk');
    visitors.push(visitor);
  }
  return { site, visitors };
}

const thanks = {
  'date-day': '22',
  'date-month': '12',
  'date-year': '2026',
  name: 'A day of thanks',
  source: 'The London Gazette, 18 December 2026',
};
const days = (visitor: Visitor) =>
  visitor
    .page()
    .querySelectorAll('main li')
    .map((item) => item.text.replace(/\s+/g, ' ').trim());

test('a bank holiday is entered by one officer and counts once another has approved it', async () => {
  const { site, visitors } = await deskOf(asha, ben);
  const [one, other] = visitors as [Visitor, Visitor];
  await one.follow('Bank holidays');
  expect(days(one)).toEqual(
    expect.arrayContaining(['Monday 28 December 2026: Boxing Day (substitute)', "Friday 1 January 2027: New Year's Day"]),
  );
  await one.submit('/desk/bank-holidays', thanks);
  expect(one.page().querySelector('.govuk-notification-banner--success')?.text).toContain('It counts once a colleague has approved it.');
  expect(one.text()).toContain('You entered it yourself: a colleague approves or rejects it.');
  expect(await site.store.calendar.additions()).toEqual([]);
  await other.open('/desk/bank-holidays');
  await other.submit('/2026-12-22/approve');
  expect(other.page().querySelector('.govuk-notification-banner--success')?.text).toContain('Dates are counted with it from now on');
  expect(days(other)).toContain(
    'Tuesday 22 December 2026: A day of thanks Entered by Asha Example, Fri 18 Dec 2026 at 09:00. Approved by Ben Example, Fri 18 Dec 2026 at 09:00. Proclaimed: The London Gazette, 18 December 2026',
  );
  expect(await site.store.calendar.additions()).toMatchObject([{ date: '2026-12-22', number: 1 }]);
});

test('it is rejected with a reason, which stays to be read', async () => {
  const { visitors } = await deskOf(asha, ben);
  const [one, other] = visitors as [Visitor, Visitor];
  await one.open('/desk/bank-holidays');
  await one.submit('/desk/bank-holidays', thanks);
  await other.open('/desk/bank-holidays');
  await other.submit('/2026-12-22/reject', { reason: ' ' });
  expect([other.status(), other.problems()]).toEqual([400, ['Enter why it is not a bank holiday here']]);
  await other.submit('/2026-12-22/reject', { reason: 'In Scotland only.' });
  expect(days(other).at(-1)).toMatch(
    /^Tuesday 22 December 2026: A day of thanks Entered by Asha Example.* Rejected by Ben Example.*: In Scotland only\.$/,
  );
});

test('what is wrong is said beside what was typed, and nobody approves their own entry', async () => {
  const { visitors } = await deskOf(asha);
  const [one] = visitors as [Visitor];
  await one.open('/desk/bank-holidays');
  await one.submit('/desk/bank-holidays', { ...thanks, 'date-month': '', source: '' });
  expect([one.status(), one.problems()]).toEqual([
    400,
    ['The date of the bank holiday must include a month', 'Enter where it was proclaimed'],
  ]);
  expect(one.page().querySelector('#enter-name')?.getAttribute('value')).toBe('A day of thanks');
  await one.submit('/desk/bank-holidays', { ...thanks, 'date-day': '25' });
  expect(one.problems()).toEqual(['Friday 25 December 2026 is on the list already: Christmas Day.']);
  expect(one.page().querySelector('#enter-date-error')?.text).toContain('is on the list already');
  await one.submit('/desk/bank-holidays', thanks);
  const csrf = one.page().querySelector('input[name="csrf"]')?.getAttribute('value') ?? '';
  await one.post('/desk/bank-holidays/2026-12-22/approve', [['csrf', csrf]]);
  expect([one.status(), one.problems()]).toEqual([400, ['You entered this day yourself: a colleague approves or rejects it.']]);
  await one.post('/desk/bank-holidays/2026-12-22/approve', [['csrf', 'stale']]);
  expect(one.status()).toBe(403);
});
