import { afterEach, describe, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { aContact, asha, ben, type reference as given } from '../support/case-story.ts';
import { recordContact } from '../support/officer-acts.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as typeof given;
const casePath = `/desk/cases/${reference}`;

/** A desk with these contacts taken in, and an officer signed in. */
async function desk(contacts: readonly Partial<Contact>[] = [{}], changes?: Parameters<typeof createWebsite>[0]) {
  const site = createWebsite(changes);
  sites.push(site);
  await site.start();
  for (const [index, contact] of contacts.entries())
    await takeIn(site.taking, aContact('2026-12-18T09:00:00Z', { id: `message-${index}`, ...contact }));
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  return { site, visitor };
}

/** The one form that stands open: the next step's on the case page, or the one on a page of its own. */
const openForms = (visitor: Visitor) =>
  visitor
    .page()
    .querySelectorAll('.action-form')
    .map((form) => form.getAttribute('id'));

async function accepted(visitor: Visitor) {
  await visitor.open(casePath);
  await visitor.submit('accept-at-stage-one');
  await visitor.submit('/allocate', { officer: ben.subject });
}

describe('the queue', () => {
  test('shows each case with what is due, when, and possible harm first', async () => {
    const { visitor } = await desk([
      {},
      { text: 'This is discrimination. My mother was hurt by her carer, she is in danger tonight.', from: {} },
    ]);
    const rows = visitor.page().querySelectorAll('.queue tbody tr');
    expect(rows).toHaveLength(2);
    expect(visitor.text()).toContain('2 open cases');
    expect(rows[1]?.text).toContain('Rosa Example');
    expect(rows[1]?.text).toContain('Decide the route');
    expect(rows[1]?.text).toContain('Mon 21 Dec 2026');
    const flags = rows[0]?.querySelectorAll('.tags .govuk-tag').map((tag) => tag.text.trim()) ?? [];
    expect(flags[0]).toMatch(/^Possible harm/);
    expect(flags).toContain('Discrimination');
    expect(visitor.text()).toContain('1 case may mean harm to a person and stands first');
  });

  test('puts possible harm before what is due sooner, until a person has decided its route', async () => {
    const received = aContact('2026-12-21T09:00:00Z').receivedAt;
    const harm = { text: 'My mother was hurt by her carer, she is in danger tonight.', receivedAt: received };
    const { visitor } = await desk([{}, harm], { now: '2026-12-21T10:00:00Z' });
    const order = () =>
      visitor
        .page()
        .querySelectorAll('.queue tbody .reference')
        .map((link) => link.text);
    expect(order()).toEqual(['LBC-2026-000002', 'LBC-2026-000001']);
    await visitor.open('/desk/cases/LBC-2026-000002');
    await visitor.submit('accept-at-stage-one');
    await visitor.open('/desk');
    expect(order()).toEqual(['LBC-2026-000001', 'LBC-2026-000002']);
    expect(visitor.text()).not.toContain('may mean harm to a person and');
  });

  test.each([
    ['2026-12-21T09:00:00Z', 'Due today'],
    ['2026-12-22T09:00:00Z', 'Overdue'],
  ])('on %s the case is marked “%s”', async (now, tag) => {
    const { visitor } = await desk([{}], { now });
    expect(visitor.page().querySelector('.queue .govuk-tag')?.text.trim()).toBe(tag);
  });

  test('says so when nothing is open', async () => {
    const { visitor } = await desk([]);
    expect(visitor.text()).toContain('No open case stands in this queue.');
  });
});

describe('sign-in', () => {
  test('a page of the desk without a session leads through sign-in to the queue', async () => {
    const { visitor } = await desk();
    expect([visitor.path(), visitor.heading()]).toEqual(['/desk', 'The complaints team’s work']);
    expect(visitor.page().querySelector('.desk-bar')?.text).toContain(asha.name);
  });

  test('a link in an alert leads through sign-in to its case', async () => {
    const { visitor, site } = await desk([{}]);
    await visitor.submit('/desk/sign-out');
    const [entry] = await site.store.openCases();
    await visitor.open(`/desk/cases/${entry?.reference}`);
    expect([visitor.status(), visitor.path()]).toEqual([200, `/desk/cases/${entry?.reference}`]);
  });

  test.each(['https://evil.example/desk', '//evil.example', '/desk@evil.example', '/complaint'])('never leads on to %s', async (to) => {
    const { visitor } = await desk();
    await visitor.open(`/desk/sign-in?to=${encodeURIComponent(to)}`);
    expect(visitor.path()).toBe('/desk');
  });

  test('a sign-in that was not granted is a plain page with a way to try again', async () => {
    const noted: unknown[] = [];
    const { visitor } = await desk([], { deskDeps: { log: (...line) => void noted.push(line) } });
    await visitor.open('/desk/signed-in?error=access_denied');
    expect([visitor.status(), visitor.heading()]).toEqual([403, 'We could not sign you in']);
    expect(noted).toEqual([['sign-in-failed', { why: 'not-granted' }]]);
  });

  test('signing out ends the session', async () => {
    const { visitor, site } = await desk([{}]);
    await visitor.submit('/desk/sign-out');
    expect(visitor.heading()).toBe('You have signed out');
    const answer = await fetch(`${site.base()}/desk`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/sign-in']);
  });

  test('a form posted after the session ended keeps what was typed', async () => {
    const { visitor, site } = await desk();
    await accepted(visitor);
    await visitor.formOf('acknowledge');
    site.setTime('2026-12-18T12:00:00Z');
    await visitor.submit('/acknowledge', { definition: 'You say that we missed your bin.', outcomesSought: 'Collect it.' });
    expect([visitor.status(), visitor.heading()]).toEqual([403, 'You need to sign in again']);
    expect(visitor.text()).toContain('You say that we missed your bin.');
    const expired = visitor
      .page()
      .querySelectorAll('main input')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']);
    await visitor.follow('Sign in again');
    await visitor.post(`${casePath}/acknowledge`, expired);
    expect(visitor.status()).toBe(403);
    expect(visitor.page().querySelector('#acknowledge-definition')?.text.trim()).toBe('You say that we missed your bin.');
    await visitor.submit('/acknowledge');
    expect(visitor.text()).toContain('Stage one: being looked into');
  });
});

describe('a new case', () => {
  test('shows the words that led to the suggestion, marked where they stand', async () => {
    const text = 'My <b>bin</b> was missed again & nobody rang.\n\nI am unhappy.';
    const { visitor } = await desk([{ text }]);
    const page = await visitor.open(casePath);
    const message = page.querySelectorAll('.message__words').at(-1);
    expect(message?.text).toBe(text);
    expect(
      message
        ?.querySelectorAll('mark')
        .map((mark) => mark.text)
        .join(' '),
    ).toContain('missed again');
    expect(message?.querySelectorAll('b')).toHaveLength(0);
    const suggested = page.querySelector('[aria-labelledby="suggested"]')?.text ?? '';
    expect(suggested).toContain('Stage one complaint');
    expect(suggested).toMatch(/About \d{1,2} in 100 suggestions like this one are wrong/);
    expect(suggested).toMatch(/policy sections? \d/);
    await accepted(visitor);
    // Once a person has decided, it is a record and no longer in the way.
    expect(visitor.page().querySelector('details#suggested summary')?.text.trim()).toBe('What the service suggested');
    expect(visitor.text()).not.toContain('You decide.');
  });

  test('explains the date by which it must be acknowledged', async () => {
    const { visitor } = await desk();
    await visitor.open(casePath);
    expect(visitor.text()).toContain('Tuesday 29 December 2026');
    expect(visitor.text()).toContain(
      '5 working days from Fri 18 Dec 2026: Mon 21, Tue 22, Wed 23, Thu 24, Tue 29; 25 and 28 Dec are bank holidays.',
    );
  });

  test('is headed by adjustments and safe ways to reach the person', async () => {
    const { visitor } = await desk([
      {
        adjustments: 'Large print',
        reachBy: ['telephone'],
        from: { name: 'Rosa', telephone: '01582 496000' },
        onBehalfOf: { name: 'Maria', relationship: 'mother' },
      },
    ]);
    const head = (await visitor.open(casePath)).querySelector('.care')?.text ?? '';
    for (const words of ['Large print', 'telephone: 01582 496000', 'Maria, mother', 'authority']) expect(head).toContain(words);
  });

  test('somebody who gave no safe way is not to be written to', async () => {
    const { visitor } = await desk([{ reachBy: [], from: {} }]);
    await visitor.open(casePath);
    expect(visitor.heading()).toBe('Somebody who gave no name');
    expect(visitor.text()).toContain('Do not write, ring or email');
  });

  test('is accepted at stage one in one step', async () => {
    const { visitor } = await desk();
    await visitor.open(casePath);
    await visitor.submit('accept-at-stage-one');
    expect(visitor.path()).toBe(casePath);
    expect(visitor.page().querySelector('.govuk-notification-banner--success')?.text).toContain('Accepted at stage one');
    expect(visitor.page().querySelector('.timeline li h3')?.text).toBe('Accepted at stage one');
    expect(openForms(visitor)).toEqual(['form-allocate']);
  });

  test('what cannot be done yet is said with the reason', async () => {
    const { visitor } = await desk();
    await visitor.open(casePath);
    expect(await visitor.formOf('acknowledge')).toBeUndefined();
    expect(visitor.text()).toContain('Decide the route first');
    await visitor.open(`${casePath}/do/acknowledge`);
    expect(openForms(visitor)).toEqual([]);
    expect(visitor.text()).toContain('You cannot do this now. Decide the route first');
  });
});

describe('an officer’s form', () => {
  test('keeps what was typed, opens again, and its errors lead to the fields', async () => {
    const { visitor } = await desk();
    await accepted(visitor);
    const definition = 'You say that we missed your bin.\n\nFour times & <i>more</i>.';
    await visitor.submit('/acknowledge', { definition });
    expect(visitor.status()).toBe(400);
    expect(openForms(visitor)).toEqual(['form-acknowledge']);
    const link = visitor.page().querySelector('.govuk-error-summary a');
    expect(link?.text).toBe('Say what the person would like to happen');
    expect(visitor.page().querySelector(link?.getAttribute('href') ?? '')?.tagName).toBe('TEXTAREA');
    expect(visitor.page().querySelector('#acknowledge-definition')?.text).toBe(definition);
  });

  test.each([
    [{ 'promisedBy-day': '', 'promisedBy-month': '', 'promisedBy-year': '' }, 'Enter the date by which it will be done'],
    [{ 'promisedBy-day': '17', 'promisedBy-month': '12', 'promisedBy-year': '2026' }, 'The date must be today or later'],
    [{ 'promisedBy-day': '31', 'promisedBy-month': '2', 'promisedBy-year': '2027' }, 'The date must be a real date, like 27 3 2026'],
  ])('a promise needs a day that can be kept: %j', async (date, words) => {
    const { visitor } = await desk();
    await visitor.open(casePath);
    await visitor.submit('record-service-request', { whatWeWillDo: 'Collect the bin.', ...date });
    expect(visitor.problems()).toEqual([words]);
    expect(visitor.page().querySelector(visitor.page().querySelector('.govuk-error-summary a')?.getAttribute('href') ?? '')).not.toBeNull();
  });

  test('a refusal is given in the domain’s words, with what was typed', async () => {
    const { visitor } = await desk();
    await accepted(visitor);
    await visitor.submit('/acknowledge', { definition: 'x'.repeat(5000), outcomesSought: 'Collect it.' });
    expect(visitor.status()).toBe(400);
    expect(visitor.problems()[0]).toContain('Make the text shorter');
    expect(visitor.page().querySelector('#acknowledge-definition')?.text).toHaveLength(5000);
  });

  test('an officer who was overtaken sees what changed and keeps their words', async () => {
    const { visitor, site } = await desk();
    await accepted(visitor);
    await visitor.formOf('acknowledge');
    const other = createVisitor(site.base());
    await other.open('/desk');
    await other.open(casePath);
    await other.submit('/allocate', { officer: asha.subject });
    await visitor.submit('/acknowledge', { definition: 'You say that we missed your bin.', outcomesSought: 'Collect it.' });
    expect(visitor.status()).toBe(409);
    expect(visitor.page().querySelector('.govuk-notification-banner')?.text).toContain(`Allocated to ${asha.name}`);
    expect(visitor.page().querySelector('#acknowledge-definition')?.text).toBe('You say that we missed your bin.');
    await visitor.submit('/acknowledge');
    expect(visitor.text()).toContain('Stage one: being looked into');
  });

  test('the same press twice is done once; other words from the same page are not taken for done', async () => {
    const { visitor, site } = await desk();
    await accepted(visitor);
    const form = await visitor.formOf('allocate');
    const fields = (form?.querySelectorAll('input') ?? []).map((field) => [
      field.getAttribute('name') ?? '',
      field.getAttribute('value') ?? '',
    ]);
    const allocate = (subject: string) => visitor.post(`${casePath}/allocate`, [...fields, ['service', 'waste'], ['officer', subject]]);
    await allocate(asha.subject);
    await allocate(asha.subject);
    expect(visitor.page().querySelector('.govuk-notification-banner--success')?.text).toContain('Allocated');
    const events = async () => (await site.store.loadFile(reference))?.events.filter((event) => event.type === 'allocated').length;
    expect(await events()).toBe(2);
    await allocate(ben.subject);
    expect([visitor.status(), await events()]).toEqual([409, 2]);
    const banner = visitor.page().querySelector('.govuk-notification-banner')?.text ?? '';
    expect(banner).toContain('This case has changed');
    expect(banner).toMatch(/Allocated to [\w ]+: you,/);
  });

  test('a form without the session’s token changes nothing', async () => {
    const { visitor, site } = await desk();
    await visitor.open(casePath);
    await visitor.post(`${casePath}/accept-at-stage-one`, [
      ['version', '1'],
      ['commandId', 'token-forged'],
      ['service', 'waste'],
      ['ombudsman', 'LGSCO'],
    ]);
    expect(visitor.status()).toBe(403);
    expect((await site.store.load(reference))?.version).toBe(1);
  });

  test.each([['/desk/cases/LBC-2026-999999'], ['/desk/cases/nonsense'], [`${casePath}/letters/none`]])('%s is not found', async (path) => {
    const { visitor } = await desk();
    await visitor.open(path);
    expect([visitor.status(), visitor.heading()]).toEqual([404, 'Page not found']);
  });
});

test('a case goes from received to closed on these pages alone', async () => {
  const { visitor } = await desk();
  await accepted(visitor);
  await visitor.submit('/acknowledge', { definition: 'You say that we missed your bin.', outcomesSought: 'Collect it.' });
  await visitor.submit('/extend', { workingDays: '5', reason: 'The contractor is on leave.' });
  await recordContact(visitor, '2026-12-18');
  await visitor.submit('/respond', {
    'outcome-1': 'upheld',
    affected: 'no',
    affectedOthers: 'The other streets were collected.',
    decision: 'We did miss it. We are sorry.',
    'reasons-1': 'The round was short of staff.',
  });
  expect(visitor.text()).toContain('Responded: upheld');
  await visitor.submit('/close', { reason: 'Everything is done.' });
  expect(visitor.page().querySelector('.case-head')?.text).toContain('Closed');
  expect(
    visitor
      .page()
      .querySelectorAll('.timeline h3')
      .map((title) => title.text),
  ).toEqual([
    'Closed',
    'Responded: upheld',
    'Spoke with them by telephone',
    'Extended to Wednesday 13 January 2027',
    'Acknowledged',
    'Allocated to Ben Example',
    'Accepted at stage one',
    'Received',
  ]);
});

describe('letters', () => {
  test('a person without an email address gets a letter to print', async () => {
    const { visitor } = await desk([{ reachBy: ['post'], from: { name: 'Rosa Example', address: '1 High Street\nLuton' } }]);
    await accepted(visitor);
    await visitor.submit('/acknowledge', { definition: 'You say that we missed your bin.', outcomesSought: 'Collect it.' });
    await visitor.follow('Acknowledgement');
    expect(visitor.page().querySelector('.letter__address')?.text).toContain('1 High Street\nLuton');
    expect(visitor.page().querySelector('.letter')?.text).toContain('You say that we missed your bin.');
  });

  test('on paper count when an officer records the posting', async () => {
    const { visitor } = await desk([{ reachBy: ['post'], from: { name: 'Rosa Example', address: '1 High Street\nLuton' } }]);
    await visitor.open(casePath);
    expect(visitor.text()).toContain('To print and post: receipt.');
    expect(openForms(visitor)).toEqual(['form-record-posted']);
    await visitor.submit('/record-posted', { 'on-day': '19', 'on-month': '12', 'on-year': '2026' });
    expect(visitor.problems()).toEqual(['The date must be today or in the past']);
    await visitor.submit('/record-posted', { 'on-day': '18', 'on-month': '12', 'on-year': '2026' });
    expect(visitor.page().querySelector('.timeline__letter')?.text).toContain('Posted Friday 18 December 2026');
    expect(visitor.page().querySelector('.timeline h3')?.text).toBe('Posted: receipt');
    expect(visitor.text()).not.toContain('To print and post');
  });
});

describe('a message that waits for a person', () => {
  const held = { hold: 'spam-suspected', id: 'held-1', subject: 'Bins', text: 'My bin was missed. I am unhappy.' } as const;

  test('stands above the queue and opens a case with the day it came', async () => {
    const { visitor, site } = await desk([held]);
    site.setTime('2026-12-21T09:00:00Z');
    await visitor.open('/desk/sign-in');
    await visitor.follow('Bins');
    expect(visitor.text()).toContain('My bin was missed.');
    await visitor.submit('/release');
    expect(visitor.path()).toBe(casePath);
    expect(visitor.text()).toContain('Friday 18 December 2026');
  });

  test('is set aside only with a reason', async () => {
    const { visitor } = await desk([held]);
    await visitor.follow('Bins');
    await visitor.submit('/set-aside');
    expect(visitor.problems()).toEqual(['Say why no case is opened']);
    await visitor.submit('/set-aside', { reason: 'An advertisement.' });
    expect(visitor.path()).toBe('/desk');
    expect(visitor.text()).not.toContain('It may be spam');
  });

  test('waits with the oldest fifty on the page and all of them counted; the newest has its page all the same', async () => {
    const many = Array.from({ length: 52 }, (_, index) => ({ ...held, id: `held-${index + 100}`, subject: `Bins ${index + 100}` }));
    const { visitor } = await desk(many);
    expect(visitor.text()).toContain('The 50 oldest of 52 are shown');
    expect(visitor.text()).not.toContain('Bins 151');
    await visitor.open('/desk/held/email/held-151');
    expect(visitor.text()).toContain('Bins 151');
  });

  test('that somebody else dealt with says so', async () => {
    const { visitor } = await desk([held]);
    await visitor.open('/desk/held/email/gone');
    expect([visitor.status(), visitor.heading()]).toEqual([409, 'This message no longer waits']);
  });
});

test('who listens to which recording is noted', async () => {
  const lines: unknown[] = [];
  // The recording leads back to the desk, so that the visitor stays on this machine.
  const recordingLink = async () => ({ link: '/desk' });
  const { visitor } = await desk([], { deskDeps: { recordingLink, log: (code, ids) => lines.push([code, ids]) } });
  await visitor.open('/desk/recordings/call-1.wav');
  expect(lines).toContainEqual(['recording-listened-to', { by: asha.subject, recording: 'call-1.wav' }]);
});

test('a recording that was deleted says so, and leads to the case that keeps its words', async () => {
  const recordingLink = async () => ({ deletedOn: writtenDate('2027-02-07'), reference });
  const { visitor } = await desk([{}], { deskDeps: { recordingLink } });
  await visitor.open('/desk/recordings/call-1.wav');
  expect([visitor.status(), visitor.heading()]).toEqual([410, 'This recording was deleted']);
  expect(visitor.text()).toContain('deleted on Sunday 7 February 2027');
  await visitor.follow(reference);
  expect(visitor.path()).toBe(`/desk/cases/${reference}`);
});

describe('where a message belongs', () => {
  const ken = { name: 'Ken Example', email: 'ken@elsewhere.example' };
  /** Rosa's case, and one of Ken's whose message names hers. */
  const named = { id: 'ken', from: ken, subject: `About ${reference}`, text: 'The <b>hedge</b> again.' };
  const kens = '/desk/cases/LBC-2026-000002';

  test('is asked in the queue, with its age, and on the page', async () => {
    const { visitor } = await desk([{}, named], { now: '2026-12-19T09:00:00Z' });
    expect(visitor.text()).toMatch(/Unmatched[\s\S]*LBC-2026-000002[\s\S]*Ken Example[\s\S]*1 day ago/);
    await visitor.open(kens);
    expect(visitor.text()).toContain('Say where one message belongs');
    await visitor.follow(reference);
    expect(visitor.path()).toBe(casePath);
  });

  test.each([
    ['nothing', {}, 'Choose where this message belongs'],
    [
      'another case and not which',
      { belongs: 'other', reference: 'the other one' },
      'Enter the reference of the case, like LBC-2026-004217',
    ],
    [
      'a case that does not exist',
      { belongs: 'other', reference: 'lbc 2026 000099' },
      'There is no case LBC-2026-000099. Check the reference.',
    ],
  ])('is asked again after %s, with what was typed', async (_, answers, error) => {
    const { visitor } = await desk([{}, named]);
    await visitor.open(kens);
    await visitor.follow('Say where it belongs');
    await visitor.submit('/messages/', answers);
    expect([visitor.status(), visitor.problems()]).toEqual([400, [error]]);
    if ('reference' in answers) expect(visitor.page().querySelector('#reference')?.getAttribute('value')).toBe(answers.reference);
  });

  test('is settled by “a complaint of its own”', async () => {
    const { visitor } = await desk([{}, named]);
    await visitor.open(kens);
    await visitor.follow('Say where it belongs');
    expect(visitor.page().querySelectorAll('main .message b')).toHaveLength(0);
    expect(visitor.page().querySelector('main .message h2')?.text).toBe('Ken Example (ken@elsewhere.example)');
    await visitor.submit('/messages/', { belongs: 'here' });
    expect(visitor.path()).toBe(kens);
    expect(visitor.text()).not.toContain('Say where');
    expect(visitor.text()).toContain('A message belongs here');
  });

  test('can be put right wherever a message stands, by the case’s reference as people type it', async () => {
    const { visitor, site } = await desk([{}, { id: 'ken', from: ken }]);
    await visitor.open(kens);
    await visitor.follow('This message does not belong here');
    await visitor.submit('/messages/', { belongs: 'other', reference: reference.toLowerCase().replaceAll('-', ' ') });
    expect(visitor.path()).toBe(casePath);
    expect(visitor.text()).toContain('It stood in LBC-2026-000002 before');
    expect((await site.store.load('LBC-2026-000002' as typeof given))?.state).toMatchObject({ stage: 'closed', partOf: reference });
  });

  test('decided by two officers at once is decided by the first', async () => {
    const { visitor, site } = await desk([{}, named]);
    await visitor.open(kens);
    await visitor.follow('Say where it belongs');
    await site.runAs({
      reference: 'LBC-2026-000002' as typeof given,
      command: { type: 'answer-question', contact: { channel: 'email', id: 'ken' } },
      commandId: 'first',
      by: ben,
    });
    await visitor.submit('/messages/', { belongs: 'other' });
    expect([visitor.status(), visitor.problems()[0]]).toEqual([
      409,
      expect.stringMatching(/^This case has changed since you opened the page: .+ \(Ben Example, /),
    ]);
  });

  test.each(['/desk/cases/LBC-2026-000001/messages/email/never', '/desk/cases/LBC-2026-000001/messages/fax/message-0'])(
    'of nothing at %s is not found',
    async (path) => {
      const { visitor } = await desk();
      await visitor.open(path);
      expect(visitor.status()).toBe(404);
    },
  );
});

describe('automatic mail without a case', () => {
  test('is listed, the newest first, as plain text', async () => {
    const away = { automatic: 'auto-reply', subject: 'Away <b>', text: '<script>' } as const;
    const { visitor } = await desk([
      { ...away, id: 'a' },
      { ...away, id: 'b', subject: 'Returned', automatic: 'bounce' },
    ]);
    await visitor.follow('Automatic mail without a case');
    expect(
      visitor
        .page()
        .querySelectorAll('.message h2')
        .map((heading) => heading.text),
    ).toEqual(['Returned', 'Away <b>']);
    expect(visitor.page().querySelectorAll('main script')).toHaveLength(0);
  });

  test('that a person wrote is held by one press, and then opens a case; our own has no such button', async () => {
    const { visitor } = await desk([
      { id: 'bulk', automatic: 'auto-reply', subject: 'Bins', text: 'My bin was missed.' },
      { id: 'ours', automatic: 'our-own', subject: 'We have your message' },
    ]);
    await visitor.open('/desk/automatic');
    expect(visitor.text()).not.toContain('My bin was missed.');
    await visitor.follow('We have your message');
    expect(visitor.page().querySelectorAll('main form')).toHaveLength(0);
    await visitor.follow('Back to automatic mail');
    await visitor.follow('Bins');
    expect(visitor.text()).toContain('My bin was missed.');
    await visitor.submit('/hold');
    expect(visitor.path()).toBe('/desk/held/email/bulk');
    expect(visitor.text()).toContain('It looked automatic, and an officer says that a person wrote it.');
    await visitor.submit('/release');
    expect(visitor.path()).toBe(casePath);
    await visitor.open('/desk/automatic');
    expect(visitor.text()).not.toContain('Bins');
  });

  test('notes who read what one says, and tells whoever may know', async () => {
    const { site, visitor } = await desk([{ id: 'bulk', automatic: 'auto-reply', subject: 'Bins' }]);
    const key = { channel: 'email', id: 'bulk' } as const;
    await visitor.open('/desk/automatic');
    expect(await site.store.looks(key)).toEqual([]);
    await visitor.open('/desk/held/email/bulk');
    expect(visitor.heading()).toBe('Bins');
    expect(visitor.text()).not.toContain('Who read this message');
    expect(await site.store.looks(key)).toMatchObject([{ by: asha, visits: 1 }]);
    const auditor = { ...ben, subject: 'the-auditor', name: 'Ada Auditor' };
    await site.store.rememberOfficer(auditor, ['auditor']);
    const page = await site.ask(auditor, 'GET', '/desk/held/email/bulk');
    expect('html' in page && page.html).toContain('<li>Asha Example, Friday 18 December 2026');
  });

  test('says so when there is none', async () => {
    const { visitor } = await desk();
    await visitor.open('/desk/automatic');
    expect(visitor.text()).toContain('There is none.');
  });
});
