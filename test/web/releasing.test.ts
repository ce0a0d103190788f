import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import { aContact, asha, ben, type reference as given, moment } from '../support/case-story.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as typeof given;
const casePath = `/desk/cases/${reference}`;
const roles = { [asha.subject]: ['complaints-team'], [ben.subject]: ['head-of-complaints'] } as const;

/** A complaint that Asha acknowledged on 4 December; its response is due on 18 December, the day of this desk. */
async function desk() {
  let signsIn = asha;
  const site = createWebsite({
    deskDeps: {
      signIn: {
        begin: async (returnTo = '') => ({ location: `/desk/signed-in?code=granted&to=${returnTo}`, cookie: 'sign-in=begun; Path=/' }),
        finish: async () => ({ officer: signsIn, roles: roles[signsIn.subject], returnTo: casePath }),
        clear: () => 'sign-in=; Path=/; Max-Age=0',
      },
    },
    now: '2026-12-04T09:00:00Z',
  });
  sites.push(site);
  await site.start();
  const record = { trainedOn: writtenDate('2026-03-03'), services: ['waste'], telephone: '01632 960 101' } as const;
  await site.store.recordStaff(asha.subject, { at: moment('2026-12-04T09:00:00Z'), by: ben, record }, 1);
  await takeIn(site.taking, aContact('2026-12-04T09:00:00Z'));
  const as = async (officer: typeof asha): Promise<Visitor> => {
    signsIn = officer;
    const visitor = createVisitor(site.base());
    await visitor.open('/desk');
    await visitor.open(casePath);
    return visitor;
  };
  const visitor = await as(asha);
  await visitor.submit('accept-at-stage-one', { service: 'waste' });
  await visitor.submit('/allocate', { officer: asha.subject });
  await visitor.submit('/acknowledge', { definition: 'The bin was missed.', outcomesSought: 'A bin.' });
  return { site, as };
}

const sentResponse = async (site: Website) => {
  const response = (await site.store.notices(reference)).find(({ kind }) => kind === 'response');
  return JSON.stringify(response?.letter);
};

test('on its day a response that lacks something is asked to be released, comes back as it was typed, and the Head releases it', async () => {
  const { site, as } = await desk();
  site.setTime('2026-12-18T09:00:00Z');
  const visitor = await as(asha);
  const answer = { decision: 'We got it wrong.', 'outcome-1': 'upheld', 'reasons-1': 'The log.' };
  await visitor.submit('/respond', answer);
  expect(visitor.problemLinks()).toEqual(['#respond-affected Choose whether anybody else is affected']);
  await visitor.submit('/respond', { forRelease: 'yes' });
  expect(visitor.page().querySelector('[aria-labelledby="proposal"]')?.text).toContain('Only the Head releases it like that');
  await visitor.formOf('respond');
  expect(visitor.page().querySelector('#respond-forRelease')?.hasAttribute('checked')).toBe(true);
  expect(visitor.page().querySelector('#respond-decision')?.text.trim()).toBe('We got it wrong.');
  await visitor.open(casePath);
  expect(visitor.page().querySelector('#next-step')?.text).toBe('What comes next: Release the response although it lacks something');
  expect(visitor.text()).toContain('Only the Head of Customer Service and Complaints releases');
  expect(await visitor.formOf('release')).toBeUndefined();
  const head = await as(ben);
  // The directory knows the Head from their sign-in on.
  await visitor.open(casePath);
  expect(visitor.page().querySelector('#next-step')?.text).toBe('Waits for Ben Example, since Friday 18 December 2026');
  await head.submit('/release');
  expect(head.problemLinks()).toEqual(['#release-reason Give the reason for releasing it']);
  await head.submit('/release', { reason: 'She is abroad.' });
  expect(head.text()).toContain('Released, recorded and counted');
  expect(head.timeline().slice(0, 2)).toEqual(['Responded: upheld', 'Released by the Head although it lacked something']);
  expect(await sentResponse(site)).toContain('ring Asha Example on 01632 960 101');
  await head.open('/desk/suggestions?month=2026-12');
  expect(head.text()).toContain('The Head released 1 response on or after the day it was due');
  expect(head.text()).toContain('Without contact with the person: 1');
});

test('a section is left out of a response with a reason, and never where something is upheld', async () => {
  const { site, as } = await desk();
  const visitor = await as(asha);
  await visitor.submit('/record-contact', {
    how: 'telephone',
    outcome: 'spoke',
    note: 'She told us more.',
    'on-day': '4',
    'on-month': '12',
    'on-year': '2026',
  });
  const answer = { decision: 'We got it right.', 'reasons-1': 'The log.', 'notNeeded-remedy': 'yes' };
  await visitor.submit('/respond', { ...answer, 'outcome-1': 'upheld', affected: 'no', affectedOthers: 'Nobody.' });
  expect(visitor.problemLinks()).toEqual([
    '#respond-notNeeded-remedy Untick “need not say”: something is upheld, so the letter says it',
    '#respond-because-remedy Say why it is not needed',
  ]);
  await visitor.submit('/respond', { 'outcome-1': 'not-upheld', 'because-remedy': 'Nothing went wrong.' });
  expect(visitor.text()).toContain('Left out of the letter: how we put things right. Nothing went wrong.');
  const letter = await sentResponse(site);
  expect(letter).not.toMatch(/How we are putting things right|Nothing went wrong/);
  expect(letter).toContain('What is still to be done');
});

test('an answer whose words say the opposite of its decision goes on once somebody says that they are meant so', async () => {
  const { site, as } = await desk();
  site.setTime('2026-12-18T09:00:00Z');
  const visitor = await as(asha);
  const answer = { decision: 'We uphold your complaint.', 'outcome-1': 'not-upheld', 'reasons-1': 'The log.' };
  await visitor.submit('/respond', answer);
  expect(visitor.problemLinks()).toEqual([
    '#respond-saysOtherwise “Not upheld” is chosen, but the words say “we uphold”. Change one of them, or tick that you mean it',
  ]);
  expect(visitor.page().querySelector('#respond-saysOtherwise')?.getAttribute('type')).toBe('checkbox');
  await visitor.submit('/respond', { saysOtherwise: 'yes', forRelease: 'yes' });
  expect(visitor.page().querySelector('.govuk-error-summary')).toBeNull();
});
