import { afterEach, describe, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { aContact, type reference as given } from '../support/case-story.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as typeof given;
const casePath = `/desk/cases/${reference}`;

/** The page of a case that this contact opened, with an officer signed in. */
async function casePage(contact: Partial<Contact> = {}) {
  const site = createWebsite({ now: '2026-12-18T09:00:00Z' });
  sites.push(site);
  await site.start();
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z', { id: 'message-0', ...contact }));
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  await visitor.open(casePath);
  return { site, visitor };
}

const facts = (visitor: Visitor) => visitor.page().querySelector('[aria-labelledby="facts"]')?.text.replace(/\s+/g, ' ') ?? '';
const onDay = (day: string) => ({ 'on-day': day, 'on-month': '12', 'on-year': '2026' });
const promise = {
  service: 'housing',
  whatWeWillDo: 'We will mend the lock.',
  'promisedBy-day': '22',
  'promisedBy-month': '12',
  'promisedBy-year': '2026',
};

describe('a service request', () => {
  test('of a council tenant: the choice is offered, and what they chose is recorded', async () => {
    const { visitor } = await casePage();
    await visitor.submit('/record-service-request', { ...promise, ombudsman: 'HOS' });
    expect(facts(visitor)).toContain('Offered on Friday 18 December 2026. No answer recorded');
    expect((await visitor.formOf('record-choice'))?.querySelectorAll('[checked]')).toHaveLength(0);
    await visitor.submit('/record-choice', {});
    expect(visitor.problems()).toEqual(['Choose what they decided', 'Enter the date on which they told us']);
    await visitor.submit('/record-choice', { complain: 'no', ...onDay('18') });
    expect(facts(visitor)).toContain('On Friday 18 December 2026 they chose to leave it as a request');
  });

  test('that is not fixed makes a complaint, with the request beside it until it is answered', async () => {
    const { visitor } = await casePage();
    await visitor.submit('/record-service-request', { ...promise, ombudsman: 'LGSCO' });
    expect((await visitor.formOf('record-fixed-answer'))?.querySelectorAll('[checked]')).toHaveLength(0);
    await visitor.submit('/record-fixed-answer', { fixed: 'no', ...onDay('18'), note: 'She rang: nobody came.' });
    expect(visitor.page().querySelector('.timeline li h3')?.text).toBe('They say it is not fixed');
    await visitor.submit('/accept-at-stage-one');
    expect(facts(visitor)).toContain('The request it came out of Promised by Tuesday 22 December 2026. Work on it goes on');
    await visitor.submit('/answer-service-request', { answer: 'The lock is mended.' });
    expect(facts(visitor)).toContain('answered on Friday 18 December 2026');
    expect(visitor.text()).toContain('Stage one: to acknowledge');
  });
});

describe('withdrawing', () => {
  test('asks what was done about possible harm, keeps what was typed, and can be undone', async () => {
    const { visitor } = await casePage({ text: 'I was hurt by my carer and I am in danger tonight.' });
    await visitor.submit('/withdraw', { howWeKnow: 'She rang Asha.' });
    expect(visitor.problems()).toEqual(['Say what was done about the possible harm']);
    expect(visitor.page().querySelector('#withdraw-harmDealtWith-error')).not.toBeNull();
    expect(visitor.page().querySelector('#withdraw-howWeKnow')?.text.trim()).toBe('She rang Asha.');
    await visitor.submit('/withdraw', { howWeKnow: 'She rang Asha.', harmDealtWith: 'The duty team went there at once.' });
    expect(visitor.text()).toContain('About the possible harm: The duty team went there at once.');
    await visitor.submit('/undo-withdrawal', { howWeKnow: 'She rang again.' });
    expect(visitor.text()).toContain('New: route not decided');
    expect(visitor.page().querySelector('.timeline li h3')?.text).toBe('Withdrawal undone');
  });

  test('where nothing speaks of harm asks for nothing of the kind', async () => {
    const { visitor } = await casePage();
    expect(visitor.page().querySelector('#withdraw-harmDealtWith')).toBeNull();
  });
});

test('that a message asks nothing waits for a second person where it says that they are not satisfied', async () => {
  const { site, visitor } = await casePage();
  await visitor.submit('/record-service-request', { ...promise, ombudsman: 'LGSCO' });
  const message = { id: 'message-1', text: 'I am not happy with this.', email: { references: [], to: ['r.case@complaints.example'] } };
  await takeIn({ ...site.taking, replyAddresses: { caseOf: () => reference } }, aContact('2026-12-18T10:00:00Z', message));
  await visitor.open(casePath);
  await visitor.submit('/set-aside-follow-up', { followUp: 'dissatisfaction', reason: 'She meant the weather.' });
  expect(visitor.page().querySelector('.timeline li h3')?.text).toBe('Waits for a second person: saying that nothing is asked of us');
  expect(visitor.text()).toContain('She meant the weather.');
  expect(visitor.text()).toContain('Nothing goes out until they have approved it');
  await visitor.submit('/return-proposal', { comments: 'Ask her first.' });
  await visitor.formOf('set-aside-follow-up');
  expect(visitor.page().querySelector('#set-aside-follow-up-reason')?.text.trim()).toBe('She meant the weather.');
});

test('a message about something new becomes a complaint of its own, and each case leads to the other', async () => {
  const { site, visitor } = await casePage();
  const second = aContact('2026-12-18T10:00:00Z', { id: 'message-1', text: 'On another matter, the kerb is broken.' });
  await site.store.loadFile(reference);
  await takeIn({ ...site.taking, replyAddresses: { caseOf: () => reference } }, {
    ...second,
    email: { references: [], to: ['r.case@complaints.example'] },
  } as Contact);
  await visitor.open(casePath);
  await visitor.follow('Say where it belongs');
  await visitor.submit('/messages/', { belongs: 'new-issue' });
  const own = visitor.path();
  expect(own).not.toBe(casePath);
  expect(visitor.page().querySelector('[aria-labelledby="linked"] a')?.text).toBe(reference);
  await visitor.follow(reference);
  expect(visitor.page().querySelector('[aria-labelledby="linked"] a')?.getAttribute('href')).toBe(own);
});
