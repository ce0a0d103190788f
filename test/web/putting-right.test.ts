import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { aContact, asha, ben, type reference as given, moment } from '../support/case-story.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as typeof given;
const casePath = `/desk/cases/${reference}`;

/** Asha may offer £100 alone, Ben £500. Whoever signs in next is set by `signsIn`. */
const limits = [
  { who: asha, remedyLimit: 10_000 },
  { who: ben, remedyLimit: 50_000 },
];

async function desk() {
  let signsIn = asha;
  const site = createWebsite({
    deskDeps: {
      signIn: {
        begin: async (returnTo = '') => ({ location: `/desk/signed-in?code=granted&to=${returnTo}`, cookie: 'sign-in=begun; Path=/' }),
        finish: async () => ({ officer: signsIn, roles: ['complaints-team'] as const, returnTo: casePath }),
        clear: () => 'sign-in=; Path=/; Max-Age=0',
      },
    },
  });
  sites.push(site);
  await site.start();
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z'));
  for (const { who, remedyLimit } of limits) {
    const { version = 0, recorded } = (await site.store.staffEntry(who.subject)) ?? {};
    const record = { ...recorded, remedyLimit };
    await site.store.recordStaff(who.subject, { at: moment('2026-12-17T09:00:00Z'), by: who, record }, version);
  }
  const as = async (officer: typeof asha): Promise<Visitor> => {
    signsIn = officer;
    const visitor = createVisitor(site.base());
    await visitor.open('/desk');
    await visitor.open(casePath);
    return visitor;
  };
  return { site, as };
}

const bin = {
  'remedy-type-1': 'action-after-delay',
  'remedy-what-1': 'Empty the bin.',
  'remedy-impact-1': 'The rubbish stood for weeks.',
  'remedy-owner-1': ben.subject,
  'remedy-due-1-day': '23',
  'remedy-due-1-month': '12',
  'remedy-due-1-year': '2026',
};
const money = { ...bin, 'remedy-type-1': 'financial', 'remedy-what-1': 'Pay for the tip.', 'remedy-amount-1': '£250.00' };

test('a remedy is promised, put off, done and confirmed on these pages', async () => {
  const { site, as } = await desk();
  const visitor = await as(asha);
  await visitor.submit('/promise-remedy', bin);
  expect(visitor.text()).toContain('Promised. The person is being told');
  expect(visitor.text()).toContain('To be done. Ben Example, by Wednesday 23 December 2026.');
  expect(visitor.text()).toContain('Do what we promised, to put it right: Empty the bin');
  expect(visitor.text()).toContain('On Fri 18 Dec 2026 we promised that it would be done by Wed 23 Dec 2026.');
  expect(visitor.text()).not.toMatch(/remedy 1/i);

  await visitor.submit('/change-remedy-date', { 'due-day': '30', 'due-month': '12', 'due-year': '2026', reason: 'The lorry is broken.' });
  expect(visitor.text()).toContain('To be done. Ben Example, by Wednesday 30 December 2026.');
  await visitor.submit('/record-remedy-done', { 'on-day': '18', 'on-month': '12', 'on-year': '2026', evidence: 'Job 4711.' });
  await visitor.submit('/record-answer-to-done', { done: 'no', note: 'She rang: it is full.' });
  expect(visitor.problemLinks()).toEqual(['#record-answer-to-done-due-day Enter the date by which it will now be done']);
  await visitor.submit('/record-answer-to-done', { done: 'no', 'due-day': '4', 'due-month': '1', 'due-year': '2027' });
  expect(visitor.text()).toContain('To be done. Ben Example, by Monday 4 January 2027.');
  expect(visitor.timeline().slice(0, 4)).toEqual([
    'They say that it is not done: Empty the bin',
    'Done: Empty the bin',
    'Later: Empty the bin',
    'Promised: Empty the bin',
  ]);
  const letters = await site.store.notices(reference);
  expect(letters.map(({ kind }) => kind)).toEqual(['receipt', 'remedy-promised', 'remedy-late', 'remedy-late']);
});

test('what is wrong with a row is said beside its fields, and what was typed is kept', async () => {
  const { as } = await desk();
  const visitor = await as(asha);
  await visitor.submit('/promise-remedy', { 'remedy-what-1': 'Pay for the tip.', 'remedy-amount-1': 'fifty', 'remedy-setoff-1': 'yes' });
  expect(visitor.problemLinks()).toEqual([
    '#promise-remedy-remedy-type-1 Choose what kind of remedy it is',
    '#promise-remedy-remedy-amount-1 Enter an amount in pounds, like 250 or 62.50',
    '#promise-remedy-remedy-agreement-1 Say how and when they agreed to it',
    '#promise-remedy-remedy-owner-1 Choose who will see to it',
    '#promise-remedy-remedy-due-1-day Enter the date by which it will be done',
  ]);
  expect(visitor.page().querySelector('#promise-remedy-remedy-what-1')?.text.trim()).toBe('Pay for the tip.');
  await visitor.submit('/promise-remedy', {
    ...bin,
    'remedy-amount-1': '',
    'remedy-setoff-1': [],
    'remedy-what-1': 'Pay into 12-34-56 12345678.',
  });
  expect(visitor.text()).toContain('This looks like a sort code and an account number.');
});

test('money above the limit waits for somebody who may offer it, and comes back as it was typed', async () => {
  const { as } = await desk();
  const visitor = await as(asha);
  await visitor.submit('/promise-remedy', money);
  expect(visitor.text()).toContain('It waits for a second person.');
  expect(visitor.text()).toContain('It offers £250 in this case, more than Asha Example may offer alone');
  await visitor.submit('/return-proposal', { comments: 'Make it £300.' });
  const form = await visitor.formOf('promise-remedy');
  expect(form?.querySelector('[name="remedy-amount-1"]')?.getAttribute('value')).toBe('250');
  expect(form?.querySelector('[name="remedy-due-1-day"]')?.getAttribute('value')).toBe('23');
  await visitor.submit('/promise-remedy', { 'remedy-amount-1': '300' });

  const second = await as(ben);
  await second.submit('/approve');
  expect(second.text()).toContain('Pay for the tip (£300).');
});

test('an approval that came too late is no draft: what waits now is approved on a fresh page', async () => {
  const { as } = await desk();
  const [author, second] = [await as(asha), await as(ben)];
  await author.submit('/promise-remedy', money);
  await second.open(`/desk/cases/${reference}/do/approve`);
  await author.submit('/promise-remedy', { ...money, 'remedy-amount-1': '300' });
  await second.submit('/approve');
  expect(second.status()).toBe(409);
  await second.open(`/desk/cases/${reference}/do/approve`);
  expect(second.page().querySelector('.writing-draft')).toBeNull();
  await second.submit('/approve');
  expect(second.text()).toContain('Pay for the tip (£300).');
  expect(second.timeline()[0]).toContain('Promised');
});

test('whoever answers a message has read it: by the answer itself, or where they say so of other new messages', async () => {
  const { site, as } = await desk();
  const came = (id: string, text: string) =>
    takeIn(site.taking, aContact('2026-12-18T09:00:00Z', { id, subject: `Re: ${reference}`, text }));
  await came('news', 'Any news yet? It has been three weeks.');
  const visitor = await as(asha);
  expect(await visitor.formOf('mark-read')).toBeDefined();
  await visitor.submit('/answer-chaser', { answer: 'The crew is asked.' });
  expect((await site.store.load(reference))?.state.unread).toBeUndefined();
  await came('again', 'Any news yet? I still wait.');
  await came('photo', 'I attach a photograph of it.');
  await visitor.open(casePath);
  await visitor.submit('/answer-chaser', { answer: 'The crew is asked.' });
  expect((await site.store.load(reference))?.state.unread).toMatchObject({ count: 2 });
  await came('more', 'Any news yet? Please answer.');
  await visitor.open(casePath);
  await visitor.submit('/answer-chaser', { answer: 'The crew is asked.', hasRead: 'yes' });
  expect((await site.store.load(reference))?.state.unread).toBeUndefined();
});

test('a service improvement stands in the learning register, also when its case is closed', async () => {
  const { as } = await desk();
  const visitor = await as(asha);
  await visitor.submit('/promise-remedy', {
    ...bin,
    'remedy-type-1': 'training',
    'remedy-what-1': 'Train the crew.',
    'remedy-impact-1': '',
  });
  await visitor.submit('/withdraw', { howWeKnow: 'She rang.' });
  await visitor.open('/desk');
  await visitor.follow('What we learn from complaints');
  expect(visitor.heading()).toBe('What we learn from complaints');
  const [row] = visitor.page().querySelectorAll('tbody tr');
  expect(row?.structuredText).toMatch(/Train the crew\.[\s\S]*Ben Example[\s\S]*Wednesday 23 December 2026/);
  expect(visitor.text()).not.toContain('Rosa');
  await visitor.follow(reference);
  await visitor.submit('/record-remedy-done', { 'on-day': '18', 'on-month': '12', 'on-year': '2026', evidence: 'The list.' });
  await visitor.open('/desk/learning');
  expect(visitor.text()).toContain('Nothing is waiting to be done.');
  expect(visitor.text()).toContain('Done on Friday 18 December 2026');
});

test('what cannot be done is replaced by a promise on the same form, and money above the limit waits for a second person', async () => {
  const { site, as } = await desk();
  const visitor = await as(asha);
  await visitor.submit('/promise-remedy', bin);
  await visitor.submit('/record-remedy-undeliverable', { why: 'No lorry fits the lane.' });
  expect(visitor.problemLinks()).toEqual([
    '#record-remedy-undeliverable-remedy-type-1 Choose what kind of remedy it is',
    '#record-remedy-undeliverable-remedy-what-1 Say what we will do',
    '#record-remedy-undeliverable-remedy-owner-1 Choose who will see to it',
    '#record-remedy-undeliverable-remedy-due-1-day Enter the date by which it will be done',
  ]);
  await visitor.submit('/record-remedy-undeliverable', money);
  expect(visitor.text()).toContain('It waits for a second person.');
  expect(visitor.text()).toContain('It cannot be done: Empty the bin. No lorry fits the lane.');
  await visitor.submit('/return-proposal', { comments: 'That is too much.' });
  const form = await visitor.formOf('record-remedy-undeliverable');
  expect(form?.querySelector('[name="remedy-amount-1"]')?.getAttribute('value')).toBe('250');
  expect(form?.querySelector('[name="why"]')?.text.trim()).toBe('No lorry fits the lane.');

  await visitor.submit('/record-remedy-undeliverable', { 'remedy-amount-1': '90' });
  expect(visitor.text()).toContain('The person is being told why, and what we promise instead');
  expect(visitor.text()).toContain('Pay for the tip (£90).');
  expect(visitor.timeline()[0]).toBe('Cannot be done: Empty the bin');
  const letters = (await site.store.notices(reference)).map(({ kind }) => kind).filter((kind) => kind !== 'alert');
  expect(letters).toEqual(['receipt', 'remedy-promised', 'remedy-undeliverable']);
});

test('words that name another sum, or set money off without agreement, are refused at the form', async () => {
  const { as } = await desk();
  const visitor = await as(ben);
  await visitor.submit('/promise-remedy', { ...money, 'remedy-what-1': 'Pay you £25.' });
  expect(visitor.text()).toContain('The words name £25, and the amount is £250. Leave the sum out of the words');
  await visitor.submit('/promise-remedy', { 'remedy-what-1': 'Take it off your rent arrears.' });
  expect(visitor.text()).toContain('These words take money off what they owe us.');
  await visitor.submit('/promise-remedy', {
    'remedy-what-1': 'Give the rent back.',
    'remedy-credit-1': 'as a credit on your rent account',
  });
  expect(visitor.text()).toContain('They get it as a credit on your rent account, and are not paid.');
});

test('an answer that upholds anything asks whether others are affected, and what we do for them stands in the learning register', async () => {
  const { as } = await desk();
  const visitor = await as(asha);
  await visitor.submit('/accept-at-stage-one');
  await visitor.submit('/allocate', { officer: ben.subject });
  await visitor.submit('/acknowledge', { definition: 'The bin was missed.', outcomesSought: 'An apology.' });
  const spoke = { how: 'telephone', outcome: 'spoke', note: 'She told us more.', 'on-day': '18', 'on-month': '12', 'on-year': '2026' };
  await visitor.submit('/record-contact', spoke);
  const answer = { decision: 'You are right.', 'outcome-1': 'upheld', 'reasons-1': 'The log.' };
  await visitor.submit('/respond', answer);
  expect(visitor.problemLinks()).toEqual(['#respond-affected Choose whether anybody else is affected']);
  await visitor.submit('/respond', { affected: 'no' });
  expect(visitor.problemLinks()).toEqual(['#respond-affectedOthers Say why nobody else is affected']);
  await visitor.submit('/respond', { affected: 'yes' });
  expect(visitor.problemLinks()).toEqual([
    '#respond-remedy-what-others Say who they are and what we will do for them',
    '#respond-remedy-owner-others Choose who will see to it',
    '#respond-remedy-due-others-day Enter the date by which it will be done for them',
  ]);
  const others = { 'remedy-what-others': 'Empty the bins of the next two houses.', 'remedy-owner-others': ben.subject };
  await visitor.submit('/respond', { affected: 'no', affectedOthers: 'Nobody.', ...others });
  expect(visitor.problemLinks()).toEqual(['#respond-affected Choose yes if we put it right for others, or leave out what we do for them']);
  const due = { 'remedy-due-others-day': '23', 'remedy-due-others-month': '12', 'remedy-due-others-year': '2026' };
  await visitor.submit('/respond', { affected: 'yes', affectedOthers: '', ...due });
  expect(visitor.text()).toContain('For others who are affected: Empty the bins of the next two houses.');
  await visitor.submit('/close', { reason: 'Answered.' });
  await visitor.open('/desk/learning');
  expect(visitor.page().querySelector('tbody tr')?.structuredText).toMatch(/Empty the bins of the next two houses\.[\s\S]*Ben Example/);
  await visitor.follow(reference);
  await visitor.submit('/record-remedy-done', { 'on-day': '18', 'on-month': '12', 'on-year': '2026', evidence: 'The crew emptied them.' });
  await visitor.open('/desk/learning');
  expect(visitor.text()).toContain('Nothing is waiting to be done.');
});
