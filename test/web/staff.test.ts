import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Officer } from '../../functions/domain/cases/actor.ts';
import type { StaffRole } from '../../functions/domain/staff/staff-member.ts';
import { aContact, asha, ben, carol } from '../support/case-story.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

/** A desk at which this officer signs in, with the roles that the council's sign-in gives. */
async function desk(officer: Officer = asha, roles: readonly StaffRole[] = ['head-of-complaints']) {
  const signIn = {
    begin: async () => ({ location: '/desk/signed-in?code=granted', cookie: 'sign-in=begun; Path=/' }),
    finish: async () => ({ officer, roles }),
    clear: () => 'sign-in=; Path=/; Max-Age=0',
  };
  const site = createWebsite({ deskDeps: { signIn } });
  sites.push(site);
  await site.start();
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  return { site, visitor };
}

const rowOf = (visitor: Visitor, name: string) =>
  visitor
    .page()
    .querySelectorAll('tbody tr')
    .find((row) => row.text.includes(name))
    ?.querySelectorAll('td')
    .map((cell) => cell.text.trim());

const bens = {
  telephone: '01632 960 123',
  services: ['waste', 'parking'],
  remedyLimit: '£1,250.50',
  'deputy-1': asha.subject,
  'awayUntil-day': '8',
  'awayUntil-month': '1',
  'awayUntil-year': '2027',
  interests: 'His sister works in parking.',
};

test('the Head records what an officer may do; a later sign-in changes none of it, and who recorded it stands beside it', async () => {
  const { site, visitor } = await desk();
  await visitor.follow('Staff');
  await visitor.follow('Ben Example');
  await visitor.submit('/desk/staff/', bens);
  expect(visitor.page().querySelector('.govuk-notification-banner--success')?.text).toContain('Recorded, with your name and the time');
  expect(visitor.text()).toContain('Fri 18 Dec 2026 at 09:00, Asha Example');
  expect(visitor.page().querySelector('#staff-telephone')?.getAttribute('value')).toBe('01632 960 123');
  await visitor.submit('/desk/staff/', { remedyLimit: '50' });
  const latest = visitor.page().querySelector('main dl.reasons')?.text.replace(/\s+/g, ' ').trim();
  expect(latest).toBe('May offer alone £50 (before: £1,250.50)');
  await visitor.submit('/desk/staff/', { remedyLimit: '£1,250.50' });
  await site.store.rememberOfficer({ ...ben, name: 'Ben B. Example' });
  await visitor.open('/desk/staff');
  expect(rowOf(visitor, 'Ben B. Example')).toEqual([
    'Investigating officer',
    'Waste and recycling, Parking',
    '0',
    '£1,250.50',
    'Tuesday 3 March 2026',
    expect.stringMatching(/^Until Friday 8 January 2027\s*Asha Example stands in$/),
  ]);
});

test('a form with faults comes back as it was typed, and one that somebody overtook says so', async () => {
  const { site, visitor } = await desk();
  await visitor.open(`/desk/staff/${ben.subject}`);
  await visitor.submit('/desk/staff/', {
    ...bens,
    telephone: '4217',
    remedyLimit: 'plenty',
    'trainedOn-day': '31',
    'trainedOn-month': '2',
  });
  expect(visitor.status()).toBe(400);
  expect(visitor.problems()).toEqual([
    'Enter a telephone number, like 01582 496 000 or +44 808 157 0192',
    'Enter an amount in pounds, like 250 or 99.50',
    'The date of the training must be a real date, like 27 3 2026',
  ]);
  expect(visitor.page().querySelector('#staff-interests')?.text).toBe('His sister works in parking.');
  expect(visitor.page().querySelector('#staff-telephone')?.getAttribute('value')).toBe('4217');
  expect(visitor.page().querySelectorAll('input[name="services"][checked]')).toHaveLength(2);
  await site.store.recordStaff(ben.subject, { at: (await site.store.staffEntry(ben.subject))!.changes[0]!.at, by: carol, record: {} }, 1);
  await visitor.submit('/desk/staff/', {
    telephone: '',
    remedyLimit: '',
    'trainedOn-day': '',
    'trainedOn-month': '',
    'trainedOn-year': '',
  });
  expect([visitor.status(), visitor.problems()[0]]).toEqual([409, expect.stringMatching(/^Somebody changed this/)]);
});

test('nobody else changes it, and everybody can read it', async () => {
  const { visitor } = await desk(carol, ['director']);
  await visitor.open(`/desk/staff/${ben.subject}`);
  expect(visitor.page().querySelector('main form')).toBeNull();
  expect(visitor.text()).toContain('The Head of Customer Service and Complaints changes what is recorded.');
  const csrf = visitor.page().querySelector('input[name="csrf"]')?.getAttribute('value') ?? '';
  await visitor.post(`/desk/staff/${ben.subject}`, [
    ['csrf', csrf],
    ['version', '1'],
    ['roles', 'head-of-complaints'],
  ]);
  expect([visitor.status(), visitor.heading()]).toEqual([403, 'Your role does not include this page']);
  await visitor.open('/desk/staff/nobody');
  expect(visitor.status()).toBe(404);
});

test('the list to allocate from says who is in it, and what speaks for and against each; a refusal is said, kept, and not taken for done', async () => {
  const { site, visitor } = await desk();
  await site.store.rememberOfficer(carol, ['auditor']);
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z'));
  await visitor.open(`/desk/staff/${ben.subject}`);
  await visitor.submit('/desk/staff/', bens);
  await visitor.open('/desk/cases/LBC-2026-000001');
  await visitor.submit('accept-at-stage-one', { service: 'waste' });
  expect(visitor.page().querySelector('#allocate-officer-hint')?.text).toContain(
    'Only officers who have signed in to this desk at least once',
  );
  expect(
    visitor
      .page()
      .querySelectorAll('#allocate-officer option')
      .map((option) => option.text.trim()),
  ).toEqual([
    'Choose',
    'Asha Example (no service recorded; trained Tuesday 3 March 2026)',
    'Ben Example (Waste and recycling, Parking; trained Tuesday 3 March 2026; away until Friday 8 January 2027)',
  ]);
  expect(visitor.text()).toContain('Ben Example: His sister works in parking.');
  // The auditor is given no case and no remedy, but a complaint may be about her.
  const offers = async (form: string, field: string) => {
    const options = (await visitor.formOf(form))?.querySelectorAll(`${field} option`) ?? [];
    return options.some((option) => option.text.includes('Carol'));
  };
  expect([await offers('record-conflict', '#record-conflict-officer'), await offers('allocate', '#allocate-officer')]).toEqual([
    true,
    false,
  ]);
  await visitor.open('/desk/cases/LBC-2026-000001');
  await visitor.submit('/allocate', { officer: ben.subject });
  expect(visitor.status()).toBe(400);
  expect(visitor.problems()).toEqual(['Ben Example is away until Friday 8 January 2027. Their deputy is Asha Example.']);
  expect((await site.store.load('LBC-2026-000001' as never))?.state).not.toHaveProperty('allocation.officer');
  await visitor.submit('/allocate', { officer: asha.subject, externalName: 'Erin Outside' });
  expect(visitor.problems()).toEqual(['Enter the organisation that they work for', 'Give the reasons for an external investigator']);
  await visitor.submit('/allocate', { externalName: '' });
  expect(visitor.page().querySelector('.govuk-notification-banner--success')?.text).toContain('Allocated');
  expect(visitor.page().querySelector('.timeline')?.text).toContain('Not allocated to Ben Example');
  // Given once more, the form starts with whoever looks into it from outside; emptied, nobody does.
  const erin = { externalName: 'Erin Outside', externalOrganisation: 'Outside Ltd', externalReasons: 'Nobody here is free of it.' };
  const external = async () => {
    const known = await site.store.load('LBC-2026-000001' as never);
    return known && 'allocation' in known.state ? known.state.allocation?.external?.name : undefined;
  };
  await visitor.submit('/allocate', { officer: asha.subject, ...erin });
  expect(await external()).toBe('Erin Outside');
  await visitor.submit('/allocate', { officer: asha.subject, reason: 'She knows the street.' });
  expect(await external()).toBe('Erin Outside');
  await visitor.submit('/allocate', { officer: asha.subject, externalName: '', externalOrganisation: '', externalReasons: '' });
  expect(await external()).toBeUndefined();
});

test('a conflict is recorded and taken back on the case, and another service is asked for its part and answers', async () => {
  const { site, visitor } = await desk();
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z'));
  await visitor.open('/desk/cases/LBC-2026-000001');
  await visitor.submit('accept-at-stage-one', { service: 'waste' });
  await visitor.submit('/record-conflict', { officer: ben.subject });
  expect(visitor.problems()).toEqual(['Choose why they take no part', 'Say in a few words what the conflict is']);
  await visitor.submit('/record-conflict', { officer: ben.subject, kind: 'named', because: 'He drove the lorry.' });
  expect(visitor.page().querySelector('[aria-labelledby="people"]')?.text).toContain('Ben Example takes no part');
  await visitor.submit('/allocate', { officer: ben.subject });
  expect(visitor.problems()).toEqual(['The complaint is about Ben Example, who takes no part in it (policy section 5).']);
  await visitor.open('/desk/cases/LBC-2026-000001');
  await visitor.submit('/remove-conflict', { subject: ben.subject, because: 'It was another Ben.' });
  await visitor.submit('/allocate', { officer: ben.subject });
  const due = { 'due-day': '22', 'due-month': '12', 'due-year': '2026' };
  await visitor.submit('/ask-contribution', { service: 'parking', question: 'Was the lane blocked?' });
  expect(visitor.problems()).toEqual(['Enter the date by which you need it']);
  await visitor.submit('/ask-contribution', { ...due });
  expect(visitor.page().querySelector('[aria-labelledby="due"]')?.text).toContain('Get another service’s part of the answer');
  expect(visitor.page().querySelector('[aria-labelledby="timeline"]')?.text).toContain('A service asked for its part');
  await visitor.submit('/record-contribution', { number: '1', answer: 'It was free.' });
  expect(visitor.page().querySelector('[aria-labelledby="due"]')?.text).not.toContain('Get another service’s part');
  await visitor.submit('/record-conflict', { officer: ben.subject, kind: 'declared', because: 'A neighbour.' });
  expect(visitor.page().querySelector('.govuk-warning-text')?.text).toContain('Allocate it to somebody else.');
});
