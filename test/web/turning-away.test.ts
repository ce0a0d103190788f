import { parse } from 'node-html-parser';
import { afterEach, describe, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { aContact, ben } from '../support/case-story.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as Reference;
const casePath = `/desk/cases/${reference}`;

async function desk(contact: Partial<Contact> = {}) {
  const site = createWebsite();
  sites.push(site);
  await site.start();
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z', contact));
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  await visitor.open(casePath);
  return { site, visitor };
}

const decline = {
  ground: 'already-considered',
  facts: 'It was LBC-2025-000009.',
  discretion: 'She has been ill.',
  alternative: 'Ask the Ombudsman.',
  ombudsman: 'LGSCO',
};
const handOver = {
  to: 'housing-benefit-appeal',
  extent: 'whole',
  reasons: 'It is an appeal.',
  told: 'Wren Example writes to you this week.',
};

describe('every way but stage one and a service request', () => {
  test('opens a reasoned form with no ground chosen and none open (D3)', async () => {
    const { visitor } = await desk();
    for (const action of ['hand-over', 'signpost', 'decline', 'thank-for-feedback']) {
      await visitor.open(casePath);
      expect(visitor.page().querySelector(`#form-${action}`)).toBeNull();
      const form = await visitor.formOf(action);
      expect(form).toBeDefined();
      for (const name of ['ground', 'to', 'extent', 'goesOn', 'seen'])
        expect(
          form?.querySelectorAll(`input[name="${name}"][checked], select[name="${name}"] option[selected]:not([value=""])`) ?? [],
        ).toEqual([]);
    }
  });

  test.each([
    [
      '/hand-over',
      [
        'Choose the team',
        'Give your reasons',
        'Say who deals with it there and what the person can expect',
        'Choose whether it is all of it or one part',
      ],
    ],
    ['/signpost', ['Choose who decides', 'Give your reasons', 'Choose whether it is all of it or one part']],
    [
      '/decline',
      [
        'Choose the ground',
        'Give the facts',
        'Say what speaks for accepting it, and why that did not outweigh the rest',
        'Say what the person can do instead',
      ],
    ],
    ['/thank-for-feedback', ['Write a sentence of thanks']],
  ])('%s says what is missing, beside fields that are there', async (action, errors) => {
    const { visitor } = await desk();
    await visitor.submit(action);
    expect(visitor.status()).toBe(400);
    expect(visitor.problems()).toEqual(errors);
    for (const link of visitor.page().querySelectorAll('.govuk-error-summary__list a'))
      expect(visitor.page().querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
  });
});

describe('a hand-over', () => {
  test('shows on the case and in the queue that it is not confirmed, until it is', async () => {
    const { visitor } = await desk();
    await visitor.submit('/hand-over', handOver);
    expect(visitor.text()).toContain('Handed over to the benefits appeals team');
    expect(visitor.text()).toContain('Handed over, not confirmed');
    await visitor.open('/desk');
    expect(visitor.page().querySelector('.queue tbody tr')?.text).toContain('Hand-over not confirmed');
    await visitor.open(casePath);
    await visitor.submit('/confirm-hand-over', { by: 'Wren Example', 'on-day': '18', 'on-month': '12', 'on-year': '2026' });
    expect(visitor.text()).toContain('Wren Example said on Friday 18 December 2026 that they have it.');
    expect(visitor.page().querySelector('#next-step')?.text).toContain('Close');
    await visitor.open('/desk?queue=to-close');
    expect(visitor.page().querySelector('.queue tbody tr')?.text).toContain('Handed over');
    await visitor.open(casePath);
    await visitor.submit('/close', { reason: 'The benefits team has it.' });
    for (const queue of ['to-close', 'all']) {
      await visitor.open(`/desk?queue=${queue}`);
      expect(visitor.text()).toContain('No open case stands in this queue.');
    }
  });

  test('of one part leaves the rest to be decided', async () => {
    const { visitor } = await desk();
    await visitor.submit('/hand-over', { ...handOver, extent: 'part' });
    expect(visitor.problems()).toEqual(['Say which part']);
    await visitor.submit('/hand-over', { ...handOver, extent: 'part', part: 'The appeal about the overpayment.' });
    await visitor.submit('/accept-at-stage-one');
    expect(visitor.text()).toContain('The appeal about the overpayment.');
    expect(visitor.page().querySelector('.timeline li h3')?.text).toBe('Accepted at stage one');
  });

  test('that is not taken is to be decided anew', async () => {
    const { visitor } = await desk();
    await visitor.submit('/hand-over', handOver);
    await visitor.submit('/return-hand-over', { because: 'It is about a bin.' });
    expect(visitor.text()).toContain('Not taken by the benefits appeals team');
    expect(await visitor.formOf('accept-at-stage-one')).toBeDefined();
  });
});

test('a complaint is not accepted by two people, each of whom reads every word; what is returned is not typed again', async () => {
  const { site, visitor } = await desk({
    firstKnown: writtenDate('2025-01-02'),
  });
  await visitor.formOf('decline');
  expect(visitor.text()).toContain('Twelve months from then ended on Friday 2 January 2026; we received it on Friday 18 December 2026.');
  expect(visitor.text()).toContain('A problem that goes on is not out of time');
  await visitor.submit('/decline', decline);
  for (const word of ['not accepting the complaint', 'It was LBC-2025-000009.', 'Weighed against it: She has been ill.'])
    expect(visitor.text()).toContain(word);
  expect(visitor.page().querySelector('#next-step')?.text).toBe('Waits for Ben Example, since Friday 18 December 2026');
  expect(visitor.text()).toContain('You proposed this yourself');
  // Not a digest: the letter itself, with what the service adds to their words.
  const sheet = 'section[aria-labelledby="proposal"] .letter';
  expect(visitor.page().querySelector('details .letter')?.text).toContain('0300 061 0614');
  const approving = await site.ask(ben, 'GET', `${casePath}/do/approve`);
  const letter = parse('html' in approving ? approving.html : '').querySelector(sheet)?.text;
  expect(letter).toContain('Dear Rosa Example');
  expect(letter).toContain('It was LBC-2025-000009.');
  expect(await visitor.formOf('approve')).toBeUndefined();
  const back = { type: 'return-proposal', comments: 'Say sorry.' } as const;
  await site.runAs({ reference, command: back, commandId: 'returned-by-ben', by: ben });
  await visitor.open('/desk?queue=mine');
  expect(visitor.text()).toContain('Came back from Ben Example');
  await visitor.open(casePath);
  await visitor.formOf('decline');
  expect(visitor.page().querySelector('#form-decline')?.previousElementSibling?.text.replace(/\s+/g, ' ').trim()).toBe(
    'Came back from Ben Example on Friday 18 December 2026 Say sorry.',
  );
  expect(visitor.page().querySelector('#decline-facts')?.text.trim()).toBe('It was LBC-2025-000009.');
  await visitor.submit('/decline');
  const shown = await site.store.loadFile(reference);
  const number = shown?.state.proposal?.number ?? 0;
  const proposed = shown?.events[number - 1];
  if (proposed?.type !== 'proposed') throw new Error('nothing waits');
  await site.runAs({ reference, command: { type: 'approve', number, proposed: proposed.command }, commandId: 'approved-by-ben', by: ben });
  await visitor.open(casePath);
  expect(visitor.page().querySelector('.timeline li h3')?.text).toBe('Not accepted as a complaint');
  await visitor.follow('Not accepted as a complaint');
  expect(visitor.text()).toContain('0300 061 0614');
  for (const page of [casePath, '/desk?queue=to-close']) {
    await visitor.open(page);
    expect(visitor.text()).toContain('Not accepted');
    expect(visitor.text()).not.toContain('Sent another way');
  }
});

test('a last day is taken from a decision letter only, and details that we hold show their age', async () => {
  const { visitor } = await desk();
  await visitor.formOf('signpost');
  expect(visitor.text()).toMatch(/Valuation Tribunal for England: 0303 445 8100.*checked on Saturday 21 November 2026, 27 days ago/);
  const answers = { to: 'council-tax-tribunal', extent: 'whole', reasons: 'They decide.', howToReach: 'Post: 1 Tribunal Street.' };
  const dates = {
    'dated-day': '1',
    'dated-month': '12',
    'dated-year': '2026',
    'lastDay-day': '1',
    'lastDay-month': '2',
    'lastDay-year': '2027',
  };
  await visitor.submit('/signpost', { ...answers, ...dates });
  expect(visitor.problems()).toEqual(['Leave the dates empty, unless you have seen the decision letter']);
  await visitor.submit('/signpost', { ...answers, ...dates, seen: 'yes' });
  expect(visitor.text()).toContain('Decision letter of Tuesday 1 December 2026 seen: the last day is Monday 1 February 2027.');
});

test('the clocks of a hazard are started and ended on the case page', async () => {
  const { visitor } = await desk();
  expect(await visitor.formOf('start-hazard')).toBeUndefined();
  await visitor.submit('/accept-at-stage-one', { service: 'housing', ombudsman: 'HOS' });
  await visitor.submit('/start-hazard', {
    kind: 'emergency',
    'awareOn-day': '18',
    'awareOn-month': '12',
    'awareOn-year': '2026',
    time: '8 o’clock',
  });
  expect(visitor.problems()).toEqual(['Enter a time on a 24-hour clock, like 9:05 or 14:30']);
  await visitor.submit('/start-hazard', { time: '8:15' });
  expect(visitor.text()).toContain('it must be safe by 08:15 on Sat 19 Dec 2026');
  const today = { 'on-day': '18', 'on-month': '12', 'on-year': '2026' };
  await visitor.submit('/record-hazard-step', { step: 'made-safe', ...today });
  expect(visitor.problems()).toEqual(['Enter the time at which it was safe: the 24 hours are counted to it.']);
  await visitor.submit('/record-hazard-step', { time: '8:20' });
  expect(visitor.text()).toContain('Every step is recorded');
});

test('further works that cannot begin in time are given a day of their own on the case page', async () => {
  const { visitor } = await desk();
  await visitor.submit('/accept-at-stage-one', { service: 'housing', ombudsman: 'HOS' });
  const today = (field: string) => ({ [`${field}-day`]: '18', [`${field}-month`]: '12', [`${field}-year`]: '2026' });
  await visitor.submit('/start-hazard', { kind: 'significant', time: '8:15', ...today('awareOn') });
  await visitor.submit('/record-hazard-step', { step: 'investigated', furtherWorks: 'yes', ...today('on') });
  expect(visitor.text()).toContain('Hazard: begin further works, or arrange when they begin');
  await visitor.submit('/record-hazard-step', { step: 'works-arranged', ...today('on') });
  expect(visitor.problems()).toEqual(['Enter the day by which they begin', 'Say why they cannot begin sooner']);
  await visitor.submit('/record-hazard-step', {
    because: 'The scaffolding is hired.',
    'beginBy-day': '15',
    'beginBy-month': '2',
    'beginBy-year': '2027',
  });
  expect(visitor.text()).toContain('Hazard: begin the further works that were arranged');
  expect(visitor.text()).toContain('it was arranged that they begin by Mon 15 Feb 2027; the law’s last day is Fri 12 Mar 2027');
  expect(visitor.text()).toContain('They begin by Monday 15 February 2027.');
});
