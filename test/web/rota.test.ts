import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { mailOff, type StaffRole } from '../../functions/domain/staff/staff-member.ts';
import { aContact, asha, ben, moment } from '../support/case-story.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

async function desk(role: StaffRole, path: string) {
  const site = createWebsite();
  sites.push(site);
  await site.start();
  await site.store.recordStaff(asha.subject, { at: moment('2026-12-18T09:00:00Z'), by: ben, record: { roles: [role] } }, 1);
  const visitor = createVisitor(site.base());
  await visitor.open(path);
  const summary = () =>
    visitor
      .page()
      .querySelectorAll('.govuk-error-summary__list li')
      .map((item) => item.text.trim());
  return { site, visitor, summary };
}

const weekend = {
  officer: ben.subject,
  'from-day': '18',
  'from-month': '12',
  'from-year': '2026',
  'from-time': '17:00',
  'until-day': '21',
  'until-month': '12',
  'until-year': '2026',
  'until-time': '9:00',
};

test('the Head puts somebody on call, sees who hears in which order and where nobody is, and takes them out again', async () => {
  const { visitor, site } = await desk('head-of-complaints', '/desk/rota');
  expect(visitor.text()).toContain('Nobody is on call now: the out-of-hours contact is told first.');
  await visitor.submit('/desk/rota', weekend);
  expect(visitor.page().querySelector('.govuk-notification-banner--success')?.text).toContain('Added.');
  expect(await site.store.rota.current()).toEqual({
    number: 1,
    rota: [{ officer: ben, from: '2026-12-18T17:00:00.000Z', until: '2026-12-21T09:00:00.000Z' }],
  });
  expect(visitor.text()).toContain('Fri 18 Dec 2026 at 09:00 to Fri 18 Dec 2026 at 17:00');
  expect(visitor.text()).toContain('Mon 21 Dec 2026 at 09:00 onwards');
  site.setTime('2026-12-18T17:00:00Z');
  await visitor.open('/desk/rota');
  expect(visitor.text()).toContain('On call now: Ben Example.');
  const ladder = visitor
    .page()
    .querySelectorAll('ol li')
    .map((item) => item.text.trim());
  expect(ladder).toEqual([
    'Ben Example, at once',
    'The Head of Customer Service and Complaints, if nobody has taken it after 30 minutes',
    'The out-of-hours contact, out-of-hours@luton.example, if nobody has taken it after 60 minutes',
  ]);
  await visitor.submit('/desk/rota/remove');
  expect((await site.store.rota.current()).rota).toEqual([]);
  expect(visitor.text()).toContain('Fri 18 Dec 2026 at 17:00, Asha Example');
});

test('what is wrong with an entry is said beside what was typed', async () => {
  const { visitor, summary } = await desk('head-of-complaints', '/desk/rota');
  await visitor.submit('/desk/rota', { ...weekend, officer: '', 'until-day': '', 'from-time': 'five' });
  expect([visitor.status(), summary()]).toEqual([
    400,
    ['Choose who is on call', 'Enter a time on a 24-hour clock, like 9:05 or 14:30', 'The date must include a day'],
  ]);
  expect(visitor.page().querySelector('#rota-from-time')?.getAttribute('value')).toBe('five');
  await visitor.submit('/desk/rota', { ...weekend, 'until-day': '17' });
  expect(summary()).toEqual(['The end must be later than the beginning.']);
});

test('nobody else changes the rota, and everybody reads it', async () => {
  const { visitor, site } = await desk('complaints-team', '/desk/rota');
  expect(visitor.page().querySelector('#rota')).toBeNull();
  expect(visitor.text()).toContain('The Head of Customer Service and Complaints keeps the rota.');
  const csrf = visitor.page().querySelector('input[name="csrf"]')?.getAttribute('value') ?? '';
  await visitor.post('/desk/rota', [['csrf', csrf], ['expected', '0'], ...Object.entries(weekend)]);
  expect([visitor.status(), (await site.store.rota.current()).rota]).toEqual([403, []]);
});

test('somebody chooses what their message leaves out, and reads what it never leaves out', async () => {
  const { visitor, site } = await desk('complaints-team', '/desk/mail-preferences');
  const ticked = () =>
    visitor
      .page()
      .querySelectorAll('input[name="wanted"]')
      .filter((box) => box.hasAttribute('checked'))
      .map((box) => box.getAttribute('value'));
  expect(ticked()).toEqual(['due-soon', 'new']);
  for (const always of ['what is overdue', 'what is due today', 'possible harm, at any hour']) expect(visitor.text()).toContain(always);
  await visitor.submit('/desk/mail-preferences', { wanted: ['due-soon'] });
  expect(ticked()).toEqual(['due-soon']);
  expect(mailOff(await site.store.staff(), asha.subject)).toEqual(['new']);
  expect(mailOff(await site.store.staff(), ben.subject)).toEqual([]);
});

test('D5: possible harm stands at the head of its case and is taken by one press, and only by a press', async () => {
  const { visitor, site } = await desk('investigator', '/desk');
  const taken = await takeIn(site.taking, aContact('2026-12-18T09:00:00Z', { text: 'I am going to kill myself.' }));
  const path = `/desk/cases/${'reference' in taken ? taken.reference : ''}`;
  await visitor.open(`${path}/take-harm`);
  await visitor.open(path);
  expect(visitor.page().querySelector('#take-harm')?.text).toBe('This may mean harm to a person');
  await visitor.submit('/take-harm');
  expect(visitor.page().querySelector('.govuk-notification-banner--success')?.text).toContain('You have taken it');
  expect(visitor.text()).toContain('Asha Example took it on Fri 18 Dec 2026 at 09:00.');
  expect(visitor.page().querySelector('#take-harm')).toBeNull();
});
