import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalService, message, type ShownCase, startService } from '../support/local-service.ts';

// What leaves the house: told at once, told once, proved to have arrived, tried again, stopped where a program answers. From a Sunday to a Monday.

let service: LocalService;
let letters = 0;
beforeAll(async () => {
  service = await startService('2026-12-20T11:00:00Z');
});
afterAll(async () => {
  await service?.stop();
});

/** Writes to us as a mail program does, each message with an id of its own. */
async function write(from: string, text: string, { subject = 'A complaint', query = '', headers = {} } = {}): Promise<void> {
  letters += 1;
  await service.email(message(from, subject, text, { 'Message-ID': `<${letters}@mailbox.example>`, ...headers }), query);
}

/** The cases whose writers have these addresses, in their order; each address's own first. */
async function casesOf(...emails: readonly string[]): Promise<ShownCase[]> {
  const all = await Promise.all((await service.cases()).map(({ reference }) => service.case(reference)));
  return emails.flatMap((email) => all.filter(({ contacts }) => contacts.some(({ from }) => from.email === email)));
}

const receiptOf = (shown: ShownCase | undefined) => shown?.notices.find(({ kind }) => kind === 'receipt');

const harm = 'A held message: possible harm, please read now';
const waiting = /wait.* for a person to read/;

test('suspected spam that speaks of harm is told at once, on a Sunday, without a word of it', async () => {
  await write('neighbour@elsewhere.example', 'He says he will kill me tonight.', { subject: 'Win a prize', query: '?spam=FAIL' });
  await service.settle();
  expect(await service.mails('neighbour@elsewhere.example')).toEqual([]);
  for (const told of ['out-of-hours@luton.example', 'complaints-team@luton.example']) {
    const mails = (await service.mails(told)).filter(({ subject }) => subject === harm);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).not.toMatch(/kill|prize|neighbour/);
    expect(mails[0]?.text).toContain('/desk/held/email/');
    expect(mails[0]?.replyTo).toEqual([]);
  }
});

test('an address that writes twelve complaints in an hour has twelve cases and five receipts; for the rest a person has a task', async () => {
  for (let number = 1; number <= 12; number += 1)
    await write('program@machines.example', `My bin number ${number} was not emptied this week.`);
  await service.settle();
  expect(await service.mails('program@machines.example')).toHaveLength(5);
  const cases = await casesOf('program@machines.example');
  expect(cases).toHaveLength(12);
  const heldBack = cases.filter(({ notices }) => notices.some(({ state }) => state === 'held-back'));
  expect(heldBack).toHaveLength(7);
  for (const { deadlines } of heldBack) expect(deadlines.find(({ kind }) => kind === 'reach-another-way')?.due).toBe('2026-12-21');
});

test.each(['From', 'Reply-To'])('a program that hides what it is and answers every receipt to its %s comes to an end', async (to) => {
  const program = `answers-${to.toLowerCase()}@machines.example`;
  await write(program, 'The street light outside my house has been broken for a month.');
  await service.settle();
  let answered = 0;
  for (let mails = await service.mails(program); answered < mails.length && answered < 12; mails = await service.mails(program)) {
    const [receipt] = mails.slice(answered);
    answered += 1;
    const recipient = to === 'From' ? 'complaints@luton.gov.uk' : (receipt?.replyTo[0] ?? '');
    const query = `?to=${encodeURIComponent(recipient)}`;
    await write(program, `We have your message number ${answered}.`, { subject: 'Thank you', query, headers: { To: recipient } });
    await service.settle();
  }
  expect(answered).toBeGreaterThan(0);
  expect(answered).toBeLessThanOrEqual(5);
});

test('two of our own mailboxes stop after one exchange: no receipt goes to an address of ours', async () => {
  await write('complaints@luton.gov.uk', 'We have your message.', { subject: 'We have your message' });
  await service.settle();
  expect(await service.mails('complaints@luton.gov.uk')).toEqual([]);
});

test('each letter stands as SES says: delivered, come back, called spam, or not heard of', async () => {
  const names = ['reached', 'bounces', 'full-once', 'complains', 'silent'];
  const addresses = names.map((name) => `${name}@residents.example`);
  await Promise.all(addresses.map((address) => write(address, 'My bin was not emptied this week.')));
  await service.settle();
  const cases = await casesOf(...addresses);
  const [reached, bounces, fullOnce, complains, silent] = cases.map(receiptOf);
  const dates = { plannedAt: expect.any(String), sendingAt: expect.any(String), acceptedAt: expect.any(String) };
  expect(reached).toMatchObject({ state: 'delivered', ...dates, deliveredAt: expect.any(String) });
  expect(bounces).toMatchObject({ state: 'bounced', ...dates, bouncedAt: expect.any(String), deliveredAt: null });
  expect(fullOnce).toMatchObject({ state: 'planned', ...dates, bouncedAt: expect.any(String) });
  expect(complains).toMatchObject({ state: 'delivered' });
  expect(silent).toMatchObject({ state: 'accepted', ...dates, deliveredAt: null });
  const toReach = cases.map(({ deadlines }) => deadlines.some(({ kind }) => kind === 'reach-another-way'));
  expect(toReach).toEqual([false, true, false, true, false]);
});

test('a letter that bounced: another way is found, nothing more goes to that address, and a corrected one is written to', async () => {
  const [bounced] = await casesOf('bounces@residents.example');
  const page = `/desk/cases/${bounced?.reference}`;
  const officer = await service.officer();
  await officer.open(page);
  expect(officer.text()).toContain('A letter did not reach the person');
  await officer.submit('/reached-another-way', { how: 'By telephone, with the reference.' });
  await officer.submit('/record-service-request', {
    service: 'waste',
    whatWeWillDo: 'Empty the bin.',
    'promisedBy-day': '22',
    'promisedBy-month': '12',
    'promisedBy-year': '2026',
  });
  await service.settle();
  expect(await service.mails('bounces@residents.example')).toHaveLength(1);
  await officer.submit('/correct-email', { email: 'nobody' });
  expect(officer.text()).toContain('Enter an email address in the correct format');
  await officer.submit('/correct-email', { email: 'corrected@residents.example' });
  expect(officer.text()).toContain('Our letters now go to corrected@residents.example.');
  await officer.submit('/answer-service-request', { answer: 'We emptied it.' });
  await service.settle();
  expect(await service.mails('bounces@residents.example')).toHaveLength(1);
  expect((await service.mails('corrected@residents.example')).map(({ subject }) => subject)).toEqual([
    `Your request ${bounced?.reference}: what we will do`,
    `Your request ${bounced?.reference}: our answer`,
  ]);
});

test('on Monday at half past eight the team hears once of what still waits, and nothing of what was set aside', async () => {
  await write('shop@elsewhere.example', 'Buy now.', { subject: 'Cheap watches', query: '?spam=FAIL' });
  await service.settle();
  const officer = await service.officer();
  await officer.follow('Cheap watches');
  await officer.submit('/set-aside', { reason: 'An advertisement.' });
  const told = async () => (await service.mails('complaints-team@luton.example')).filter(({ text }) => waiting.test(text));
  expect(await told()).toEqual([]);
  await service.clockTo('2026-12-21T08:31:00Z');
  expect(await told()).toHaveLength(1);
  expect((await told())[0]?.subject).toContain('1 message to read');
  expect((await told())[0]?.text).toContain('Tuesday 29 December 2026');
});

test('after a day the full mailbox was tried again, and the letter of which nothing was heard is not confirmed', async () => {
  await service.clockTo('2026-12-21T11:30:00Z');
  const [fullOnce, silent] = await casesOf('full-once@residents.example', 'silent@residents.example');
  expect(receiptOf(fullOnce)).toMatchObject({ state: 'delivered', deliveredAt: expect.any(String) });
  expect(await service.mails('full-once@residents.example')).toHaveLength(2);
  expect(receiptOf(silent)).toMatchObject({ state: 'not-confirmed', deliveredAt: null });
  const officer = await service.officer();
  await officer.open(`/desk/cases/${silent?.reference}`);
  expect(officer.text()).toContain('Delivery not confirmed');
});

test('no role was refused anything', async () => {
  expect(await service.denied()).toEqual([]);
});
