import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { aContact, asha, ben, moment } from '../support/case-story.ts';
import { recordContact } from '../support/officer-acts.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const casePath = '/desk/cases/LBC-2026-000001';

/** A complaint that Ben looks into, and Asha, who is signed in and may be the Head. */
async function desk({ head = false }: { head?: boolean } = {}) {
  const site = createWebsite();
  sites.push(site);
  await site.start();
  if (head)
    await site.store.recordStaff(
      asha.subject,
      { at: moment('2026-12-18T09:00:00Z'), by: ben, record: { trainedOn: undefined, roles: ['head-of-complaints'] } },
      1,
    );
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z'));
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  await visitor.open(casePath);
  await visitor.submit('accept-at-stage-one');
  await visitor.submit('/allocate', { officer: ben.subject });
  return { site, visitor };
}

const errorsOf = (visitor: Visitor) =>
  visitor
    .page()
    .querySelectorAll('.govuk-error-summary__list li')
    .map((item) => item.text.trim());
const titlesOf = (visitor: Visitor) =>
  visitor
    .page()
    .querySelectorAll('.timeline h3')
    .map((title) => title.text);
const acknowledge = { definition: 'You say that we missed your bin.', outcomesSought: 'Collect it.' };
const answer = {
  decision: 'We did miss it. We are sorry.',
  'outcome-1': 'upheld',
  'reasons-1': 'The round was short of staff.',
  affected: 'no',
  affectedOthers: 'The other streets were collected.',
};

test('a question, contact, a corrected definition and help offered are recorded on the case page', async () => {
  const { visitor } = await desk();
  await visitor.submit('/ask-clarification');
  expect(errorsOf(visitor)).toEqual(['Write your question']);
  await visitor.submit('/ask-clarification', { question: 'Which bin is it?' });
  expect(visitor.text()).toContain('we asked them a question on Fri 18 Dec 2026, and that does not move the date');

  await visitor.submit('/acknowledge', acknowledge);
  expect(visitor.text()).toContain('None recorded yet');
  expect(await visitor.formOf('respond')).toBeUndefined();
  expect(visitor.text()).toContain('Speak with the person first, or write to each other, and record it.');
  await visitor.submit('/record-contact');
  expect(errorsOf(visitor)).toEqual(['Choose how', 'Choose what happened', 'Say what was said, or how you tried', 'Enter the date']);
  await recordContact(visitor, '2026-12-18');
  expect(visitor.text()).toContain('Last on Friday 18 December 2026');
  expect(await visitor.formOf('respond')).toBeDefined();

  await visitor.open(casePath);
  await visitor.formOf('amend-definition');
  expect(visitor.page().querySelector('#amend-definition-definition')?.text.trim()).toBe(acknowledge.definition);
  await visitor.submit('/amend-definition', { definition: 'You say that we missed your bin and broke its lid.', because: 'You told us.' });
  expect(titlesOf(visitor)[0]).toBe('What we understand was corrected');

  await visitor.submit('/record-offer-answer', { what: 'advocacy', answer: 'accepted' });
  expect(errorsOf(visitor)).toEqual(['Say to whom you referred them: we help people find an advocate (policy section 4).']);
  await visitor.submit('/record-offer-answer', { what: 'advocacy', answer: 'accepted', referral: 'The advocacy service' });
  expect(visitor.text()).toContain('They would like it. Referred to: The advocacy service');
});

test('the form that corrects a complaint of many points shows them all, and rows to spare', async () => {
  const { visitor } = await desk();
  const rows = async (action: string) => (await visitor.formOf(action))?.querySelectorAll('textarea[name^="point-"]').length;
  expect(await rows('acknowledge')).toBe(6);
  const points = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].flatMap((number) => [
      [`point-${number}`, `Point ${number} of it.`],
      [`ombudsman-${number}`, 'LGSCO'],
    ]),
  );
  const { 'point-7': seventh, 'ombudsman-7': its, ...six } = points;
  await visitor.submit('/acknowledge', { ...acknowledge, ...six, definition: ' ' });
  expect([seventh, its, await rows('acknowledge')]).toEqual(['Point 7 of it.', 'LGSCO', 9]);
  await visitor.submit('/acknowledge', { ...acknowledge, ...points });
  expect(await rows('amend-definition')).toBe(10);
  expect(visitor.page().querySelector('#amend-definition-point-7')?.text.trim()).toBe('Point 7 of it.');
  await visitor.submit('/amend-definition', { definition: 'You say that seven things went wrong.', because: 'You told us.' });
  await visitor.formOf('amend-definition');
  expect(visitor.page().querySelector('#amend-definition-point-7')?.text.trim()).toBe('Point 7 of it.');
});

test('updates are agreed as an interval or a date, and each one sets the next', async () => {
  const { visitor } = await desk();
  await visitor.submit('/acknowledge', acknowledge);
  await visitor.submit('/agree-updates');
  expect(errorsOf(visitor)).toEqual(['Enter either a number of working days or the date of the next update.']);
  await visitor.submit('/agree-updates', { every: 'two' });
  expect(errorsOf(visitor)).toEqual(['Enter a number of working days, like 5']);
  await visitor.submit('/agree-updates', { every: '2' });
  expect(visitor.text()).toContain('Write to them: we promised an update');
  expect(visitor.text()).toContain('By Tuesday 22 December 2026');
  await visitor.submit('/send-update', { words: 'We wait for the log.', 'nextOn-day': '24', 'nextOn-month': '12', 'nextOn-year': '2026' });
  expect(visitor.text()).toContain('By Thursday 24 December 2026');
  await visitor.follow('Update');
  expect(visitor.page().querySelector('.letter')?.text).toContain('We will write to you again by Thursday 24 December 2026');
});

test('one letter acknowledges and answers, with contact or with the reason why not', async () => {
  const { visitor } = await desk();
  await visitor.submit('/acknowledge-and-respond', { ...acknowledge, ...answer });
  expect(errorsOf(visitor)).toEqual([
    'Speak with the person first and record it, or say why the answer does not need it (policy section 6).',
  ]);
  await visitor.submit('/acknowledge-and-respond', { contactNotNeeded: 'The bin was emptied this morning.' });
  expect(titlesOf(visitor).slice(0, 3)).toEqual(['Responded: upheld', 'Acknowledged', 'Answered without speaking to them first']);
  expect(
    visitor
      .page()
      .querySelectorAll('.timeline__letter')
      .map((letter) => /^\s*(\w+)/.exec(letter.text)?.[1]),
  ).toEqual(['Response', 'Receipt']);
  await visitor.follow('Response');
  expect(visitor.page().querySelector('.letter')?.text).toContain('This letter acknowledges your complaint, and it is our full response');
});

test('only the Head adds to the apology, and decides what follows a late stage one', async () => {
  const investigator = (await desk()).visitor;
  await investigator.submit('/word-apology', { words: 'The crew leader is ill.' });
  expect(errorsOf(investigator)).toEqual([
    'Only the Head of Customer Service and Complaints words the apology, or their deputy while they cannot.',
  ]);

  const { visitor, site } = await desk({ head: true });
  await visitor.submit('/word-apology', { words: 'The crew leader is ill.' });
  expect(visitor.text()).toContain('Added to the next apology');
  await visitor.submit('/acknowledge', acknowledge);
  site.setTime('2027-01-08T09:30:00Z');
  const chaser = aContact('2027-01-08T09:00:00Z', {
    subject: 'Re: your letter',
    text: 'Where has my complaint got to? I am still waiting for your answer.',
  });
  await site.runAs({
    reference: 'LBC-2026-000001' as never,
    command: { type: 'add-correspondence', contact: chaser, flags: [], followUps: [{ kind: 'chaser', why: [] }] },
    commandId: 'chaser',
    by: { kind: 'system' },
    contact: chaser,
  });
  await visitor.open('/desk/sign-in');
  await visitor.open(casePath);
  expect(visitor.text()).toContain('The Head decides: answer now, or on to stage two');
  await visitor.submit('/escalate-unanswered', { reason: 'The log is lost.' });
  expect(visitor.text()).toContain('Stage two: to acknowledge');
  expect(visitor.text()).toContain('None: it was not answered in time');
});
