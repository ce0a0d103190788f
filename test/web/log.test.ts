import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Officer, Reference } from '../../functions/domain/cases/actor.ts';
import type { StaffRole } from '../../functions/domain/staff/staff-member.ts';
import type { SignIn } from '../../functions/web/desk/desk-deps.ts';
import { aContact, asha } from '../support/case-story.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const words = 'Nobody has emptied the brown bin at 8 Nunnery Lane since the first week of November, and the crew drives past the house.';

/** Somebody signs in, of the complaints team or with no role at the desk. */
const signedIn = (whom: { readonly officer: Officer; readonly roles?: readonly StaffRole[]; readonly colleague?: true }): SignIn => ({
  begin: async (returnTo = '') => ({ location: `/desk/signed-in?code=granted&to=${returnTo}`, cookie: 'sign-in=begun; Path=/' }),
  finish: async (url) => ({ ...whom, returnTo: new URL(url).searchParams.get('to') || undefined }),
  clear: () => 'sign-in=; Path=/; Max-Age=0',
});
const ofTheTeam = signedIn({ officer: asha, roles: ['complaints-team'] });
const colleague = signedIn({ officer: { ...asha, subject: 'librarian', name: 'Lena Example' }, colleague: true });

async function desk(signIn = ofTheTeam) {
  const site = createWebsite({ deskDeps: { signIn } });
  sites.push(site);
  await site.start();
  const visitor = createVisitor(site.base());
  await visitor.open('/desk/log');
  return { site, visitor };
}

test('a call is logged with nothing but how it came and what was said, and opens its case', async () => {
  const { site, visitor } = await desk();
  await visitor.submit('/desk/log', { channel: 'telephone', whatHappened: words });
  expect(visitor.path()).toBe('/desk/cases/LBC-2026-000001');
  expect(visitor.text()).toContain('Logged.');
  const file = await site.store.loadFile('LBC-2026-000001' as Reference);
  expect(file?.state).toMatchObject({ channel: 'telephone', receivedOn: '2026-12-18', complainant: {} });
  expect(file?.events[0]?.by).toMatchObject({ subject: 'officer-asha' });
  expect(file?.contacts[0]?.logged).toEqual({ by: { subject: 'officer-asha', name: 'Asha Example' } });
  expect([...site.originals.keys()]).toEqual([expect.stringMatching(/^logged\/telephone\/[\w-]+\.json$/)]);
});

test('a letter counts from the day it reached the council, with a receipt to print', async () => {
  const { site, visitor } = await desk();
  await visitor.submit('/desk/log', {
    channel: 'post',
    whatHappened: words,
    'receivedOn-day': '15',
    'receivedOn-month': '12',
    name: 'Pat Hollis',
    reachBy: ['post'],
    address: '8 Nunnery Lane, Luton LU1 2BQ',
  });
  const file = await site.store.loadFile('LBC-2026-000001' as Reference);
  expect(file?.state).toMatchObject({ receivedOn: '2026-12-15', complainant: { name: 'Pat Hollis' } });
  expect(file?.notices.find(({ kind }) => kind === 'receipt')?.to).toMatchObject({ by: 'post', name: 'Pat Hollis' });
});

test('a call for somebody else keeps how that person can be asked', async () => {
  const { site, visitor } = await desk();
  const forThem = { onBehalf: 'somebody-else', theirName: 'Doreen Marsh', theirTelephone: '01632 960124' };
  await visitor.submit('/desk/log', { channel: 'telephone', whatHappened: words, ...forThem, theirEmail: 'doreen' });
  expect(visitor.text()).toContain('Enter an email address of the person it is for');
  await visitor.submit('/desk/log', { theirEmail: '' });
  const file = await site.store.loadFile('LBC-2026-000001' as Reference);
  expect(file?.state).toMatchObject({ complainant: {}, onBehalfOf: { name: 'Doreen Marsh', telephone: '01632 960124' } });
});

test.each([
  ['no words', { channel: 'post' }, 'Write down what they said'],
  ['no way', { whatHappened: words }, 'Choose how it reached us'],
  ['a day to come', { channel: 'post', whatHappened: words, 'receivedOn-year': '2027' }, 'The date must be today or in the past'],
  ['a year mistyped', { channel: 'post', whatHappened: words, 'receivedOn-year': '2024' }, 'The date must be'],
  ['no address', { channel: 'post', whatHappened: words, reachBy: ['email'] }, 'Enter their email address, or untick email'],
])('with %s nothing is stored, and the page says what is missing', async (_, answers, error) => {
  const { site, visitor } = await desk();
  await visitor.submit('/desk/log', answers);
  expect(visitor.status()).toBe(400);
  expect(visitor.text()).toContain(error);
  expect(site.originals.size).toBe(0);
});

test('where the person is known, their cases are shown before anything is stored, and the letter can join one', async () => {
  const { site, visitor } = await desk();
  await takeIn(site.taking, aContact('2026-12-16T09:00:00Z'));
  await visitor.submit('/desk/log', { channel: 'post', whatHappened: words, reachBy: ['email'], email: 'Rosa@Resident.example' });
  expect(visitor.heading()).toBe('We may know this already');
  expect(visitor.text()).toContain('The person’s details lead to it');
  expect(site.originals.size).toBe(0);
  await visitor.submit('/desk/log', { as: 'LBC-2026-000001' });
  expect(visitor.path()).toBe('/desk/cases/LBC-2026-000001');
  expect(visitor.text()).toContain('Added to this case');
  expect((await site.store.loadFile('LBC-2026-000001' as Reference))?.contacts.map(({ channel }) => channel)).toEqual(['email', 'post']);
  expect(await site.store.load('LBC-2026-000002' as Reference)).toBeUndefined();
});

test('the same words by another channel are found without any name, and can still be a case of their own', async () => {
  const { site, visitor } = await desk();
  await takeIn(site.taking, aContact('2026-12-16T09:00:00Z', { text: words }));
  await visitor.submit('/desk/log', { channel: 'post', whatHappened: words.replace('Nobody has', 'No one has') });
  expect(visitor.text()).toContain('Nearly the same words came in it');
  await visitor.submit('/desk/log', { as: 'new' });
  expect(visitor.path()).toBe('/desk/cases/LBC-2026-000002');
  expect((await site.store.load('LBC-2026-000002' as Reference))?.state.channel).toBe('post');
});

test('a surname at a postcode is enough to show an earlier case', async () => {
  const { site, visitor } = await desk();
  const from = { name: 'Rosa Wren', address: '8 Nunnery Lane, Luton LU1 2BQ' };
  await takeIn(site.taking, aContact('2026-12-16T09:00:00Z', { channel: 'web', from, reachBy: ['post'] }));
  const answers = {
    channel: 'telephone',
    whatHappened: 'The lamp is dark.',
    name: 'Mrs R Wren',
    reachBy: ['post'],
    address: 'Luton lu12bq',
  };
  await visitor.submit('/desk/log', answers);
  expect(visitor.heading()).toBe('We may know this already');
  expect(visitor.text()).toContain('LBC-2026-000001');
});

test('whoever changes what they typed loses nothing of it', async () => {
  const { site, visitor } = await desk();
  await takeIn(site.taking, aContact('2026-12-16T09:00:00Z'));
  await visitor.submit('/desk/log', { channel: 'post', whatHappened: words, reachBy: ['email'], email: 'rosa@resident.example' });
  const page = await visitor.submit('/desk/log', { as: 'change' });
  expect(visitor.heading()).toBe('Log a complaint');
  expect(page.querySelector('#whatHappened')?.text.trim()).toBe(words);
  expect(page.querySelector('#email')?.getAttribute('value')).toBe('rosa@resident.example');
});

test('pressing twice is one case; other words after the browser’s Back are another', async () => {
  const { site, visitor } = await desk();
  const fields = visitor
    .page()
    .querySelectorAll('input[type=hidden]')
    .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']);
  const sent = (text: string) => visitor.post('/desk/log', [...fields, ['channel', 'post'], ['whatHappened', text]]);
  await sent('The lamp at the corner is dark.');
  await sent('The lamp at the corner is dark.');
  expect(visitor.path()).toBe('/desk/cases/LBC-2026-000001');
  await sent('The lamp at the corner has been dark for a week.');
  expect(visitor.path()).toBe('/desk/cases/LBC-2026-000002');
  expect(site.originals.size).toBe(2);
});

test('a session that ended while somebody typed keeps their words', async () => {
  const { site, visitor } = await desk();
  site.setTime('2026-12-18T11:30:00Z');
  await visitor.submit('/desk/log', { channel: 'telephone', whatHappened: words });
  expect(visitor.heading()).toBe('You need to sign in again');
  expect(visitor.text()).toContain(words);
  await createVisitor(site.base()).open('/desk');
  expect(site.originals.size).toBe(0);
});

test('an Ombudsman’s referral is a channel of its own, and shows the complaint that we had already', async () => {
  const { site, visitor } = await desk();
  await takeIn(site.taking, aContact('2026-12-16T09:00:00Z'));
  const referral = { channel: 'LGSCO', theirReference: '26 004 117', whatHappened: words };
  await visitor.submit('/desk/log', { ...referral, reachBy: ['email'], email: 'rosa@resident.example' });
  expect(visitor.heading()).toBe('We may know this already');
  await visitor.submit('/desk/log', { as: 'LBC-2026-000001' });
  const contacts = (await site.store.loadFile('LBC-2026-000001' as Reference))?.contacts;
  expect(contacts?.at(-1)).toMatchObject({ channel: 'ombudsman', referral: { ombudsman: 'LGSCO', theirReference: '26 004 117' } });
  expect(visitor.text()).toContain('26 004 117');
});

test('a colleague without the desk passes on what they were told, and sees the reference and nothing of any case', async () => {
  const { site, visitor } = await desk(colleague);
  expect(visitor.status()).toBe(403);
  await takeIn(site.taking, aContact('2026-12-16T09:00:00Z'));
  await visitor.open('/desk');
  expect(visitor.path()).toBe('/desk/pass-on');
  const told = { channel: 'in-person', whatHappened: words, 'receivedOn-day': '17', reachBy: ['email'], email: 'rosa@resident.example' };
  await visitor.submit('/desk/pass-on', told);
  expect(visitor.path()).toBe('/desk/passed-on/LBC-2026-000002');
  expect(visitor.text()).toContain('LBC-2026-000002');
  expect(visitor.text()).not.toContain('LBC-2026-000001');
  const { state } = (await site.store.load('LBC-2026-000002' as Reference)) ?? {};
  expect(state).toMatchObject({ channel: 'in-person', receivedOn: '2026-12-17' });
  expect(state?.questions).toMatchObject([{ kind: 'same-or-new', because: 'passed-on', mayBelongTo: 'LBC-2026-000001' }]);
  const restrict = { type: 'restrict', ground: 'whistleblowing', groups: ['monitoring-officer'], because: 'They work there.' } as const;
  for (const reference of ['LBC-2026-000001', 'LBC-2026-000002'] as Reference[])
    await site.runAs({ reference, command: restrict, commandId: `restrict-${reference}`, by: asha });
  await visitor.open('/desk/pass-on');
  await visitor.submit('/desk/pass-on', told);
  // Of a case that is kept to a few nobody is told, not even the complaints team.
  expect((await site.store.load('LBC-2026-000003' as Reference))?.state.questions).toBeUndefined();
  await visitor.open('/desk/cases/LBC-2026-000002');
  expect(visitor.status()).toBe(403);
  expect((await site.store.staff()).some(({ subject }) => subject === 'librarian')).toBe(false);
});
