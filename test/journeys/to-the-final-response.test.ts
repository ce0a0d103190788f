import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWords, localDate } from '../../functions/domain/calendar/local-date.ts';
import { type LocalService, message, startService } from '../support/local-service.ts';
import { recordContact } from '../support/officer-acts.ts';
import type { Visitor } from '../support/visitor.ts';

// One complaint from an email to the final response, over Christmas 2026. Stage two is acknowledged on 7 December and due on 7 January 2027, as in
// the worked example of a stage two over that Christmas.

let service: LocalService;
let reference: string;
beforeAll(async () => {
  service = await startService('2026-12-01T09:00:00Z');
  // A case is allocated to somebody who has signed in before.
  for (const name of ['Ruth Adeyemi', 'Daniel Price']) await service.officer(name);
  const complaint = 'I complain about the council. The lift in Farley Court has been broken for a month, and our bins were missed twice.';
  await service.email(message(`Rosa Mellor <${rosa}>`, 'Farley Court', complaint));
  await service.settle();
  reference = /LBC-\d{4}-\d{6}/.exec((await lettersTo(rosa))[0]?.subject ?? '')?.[0] ?? '';
});
afterAll(async () => {
  await service?.stop();
});

const rosa = 'rosa@mailbox.example';
/** As it was misheard on the telephone: the local address list bounces it. */
const misheard = 'rosa.bounces@mailbox.example';
const understanding = {
  definition: 'The lift in Farley Court does not run, and your bins were missed.',
  'point-1': 'The lift has been broken for a month.',
  'ombudsman-1': 'HOS',
  'point-2': 'Your bins were missed twice.',
  'ombudsman-2': 'LGSCO',
  outcomesSought: 'A lift that runs.',
};

const ombudsmen = [
  'Local Government and Social Care Ombudsman',
  'website: www.lgo.org.uk',
  'Housing Ombudsman Service',
  'website: www.housing-ombudsman.org.uk',
];

test('it is accepted, allocated and acknowledged on the day it came, with the date of the response', async () => {
  const amina = await signedIn('Amina Yusuf');
  await amina.submit('/accept-at-stage-one', { service: 'housing', ombudsman: 'HOS' });
  await amina.submit('/allocate', { service: 'housing', officer: option(amina, 'officer', 'Ruth'), reason: 'She knows the block.' });
  const ruth = await signedIn('Ruth Adeyemi');
  await recordContact(ruth, '2026-12-01');
  await ruth.submit('/acknowledge', understanding);
  await service.settle();
  expect(await deadline('acknowledge')).toMatchObject({ due: '2026-12-08', met: '2026-12-01', missed: false });
  expect(await deadline('respond')).toMatchObject({ due: '2026-12-15' });
  const letter = await lastLetter('who is looking into it');
  expect(letter.dates).toEqual([(await deadline('acknowledge')).from, (await deadline('respond')).due]);
  expect(letter.text).toContain('Ruth Adeyemi');
});

test('a bank holiday proclaimed late moves the counted day and not the promised one, and the extension starts from the counted day', async () => {
  const amina = await signedIn('Amina Yusuf');
  await amina.open('/desk/bank-holidays');
  await amina.submit('/desk/bank-holidays', {
    ...day('date', '2026-12-04'),
    name: 'A day of thanks',
    source: 'The London Gazette, 1 December 2026',
  });
  const tom = await service.officer('Tom Ferris');
  await tom.open('/desk/bank-holidays');
  await tom.submit('/2026-12-04/approve');
  await service.clockTo('2026-12-02T09:45:00Z');
  expect(await deadline('respond')).toMatchObject({ due: '2026-12-16', promised: '2026-12-15' });

  const ruth = await signedIn('Ruth Adeyemi');
  expect(ruth.text()).toContain('due on Wednesday 16 December 2026. It was Tuesday 15 December 2026.');
  await ruth.submit('/extend', { workingDays: '11', reason: 'The engineer can first come on 18 December.' });
  expect(ruth.text()).toContain('at most 10 working days in all, until Monday 4 January 2027');
  await ruth.submit('/extend', { workingDays: '5' });
  await service.settle();
  expect(await deadline('respond')).toMatchObject({ due: '2026-12-23' });
  const letter = await lastLetter('we need more time');
  expect(letter.dates).toEqual(['2026-12-15', (await deadline('respond')).due]);
  expect(letter.text).toContain('The engineer can first come on 18 December.');
  for (const ombudsman of ombudsmen) expect(letter.text).toContain(ombudsman);
});

test('the answer to both points bounces, and she is reached another way within one working day', async () => {
  const ruth = await signedIn('Ruth Adeyemi');
  await ruth.submit('/correct-email', { email: misheard });
  await ruth.formOf('respond');
  await ruth.submit('/respond', {
    decision: 'The lift took too long. We found no missed bins.',
    'outcome-1': 'upheld',
    'reasons-1': 'The part was ordered late.',
    'outcome-2': 'not-upheld',
    'reasons-2': 'The lorry log shows both collections.',
    'remedy-type-1': 'action-after-delay',
    'remedy-what-1': 'Repair the lift.',
    'remedy-impact-1': 'She carried her shopping up six floors for a month.',
    'remedy-owner-1': option(ruth, 'remedy-owner-1', 'Ruth'),
    ...day('remedy-due-1', '2027-01-08'),
    affected: 'no',
    affectedOthers: 'One repair serves everybody in the block.',
  });
  await service.settle();
  const answer = await lastLetter('Our answer to your complaint', misheard);
  expect(answer.dates).toEqual([(await deadline('acknowledge')).from, (await deadline('remedy')).due]);
  expect((await service.case(reference)).notices.at(-1)).toMatchObject({ kind: 'response', state: 'bounced' });
  expect(await deadline('reach-another-way')).toMatchObject({ due: '2026-12-03', met: null });

  await service.clockTo('2026-12-03T10:00:00Z');
  const theNextDay = await signedIn('Ruth Adeyemi');
  expect(theNextDay.page().querySelector('.next-step #form-reached-another-way')).not.toBeNull();
  await theNextDay.submit('/reached-another-way', { how: 'Printed, and handed to her at her door on 3 December.' });
  await theNextDay.submit('/correct-email', { email: rosa });
  const kinds = (await service.case(reference)).deadlines.map(({ kind }) => kind);
  expect(kinds).not.toContain('reach-another-way');
});

test('"I am not happy with this" is enough for stage two, which whoever looked into stage one cannot take', async () => {
  // To the last of our letters that reached her.
  const { subject, replyTo } = await lastLetter('we need more time');
  await service.email(message(`Rosa Mellor <${rosa}>`, `Re: ${subject}`, 'I am not happy with this.'), `?to=${replyTo}`);
  await service.clockTo('2026-12-07T10:00:00Z');
  const tom = await signedIn('Tom Ferris');
  expect(tom.text()).toContain('I am not happy with this.');
  expect(tom.page().querySelector('.next-step #form-accept-at-stage-two')).not.toBeNull();
  // The form has the day of her message, which whoever accepts it has read.
  await tom.submit('/accept-at-stage-two');
  expect(await tom.formOf('mark-read')).toBeUndefined();
  const refused = 'Ruth Adeyemi looked into this complaint at stage one. Somebody else must deal with stage two (policy section 5).';
  await tom.submit('/allocate', { service: 'housing', officer: option(tom, 'officer', 'Ruth'), reason: 'She knows the block.' });
  expect(tom.text()).toContain(refused);
  await tom.submit('/allocate', { service: 'housing', officer: option(tom, 'officer', 'Daniel'), reason: 'He is new to it.' });
  const ruth = await signedIn('Ruth Adeyemi');
  expect(await ruth.formOf('acknowledge')).toBeUndefined();
  await ruth.open(`/desk/cases/${reference}/do/acknowledge`);
  expect(ruth.text()).toContain(refused);

  const daniel = await signedIn('Daniel Price');
  // Nothing of stage one is typed again, and what it decided stands beside each point.
  const form = await daniel.formOf('acknowledge');
  expect(form?.querySelector('#acknowledge-point-2')?.text.trim()).toBe(understanding['point-2']);
  expect(form?.querySelector('#acknowledge-point-2-hint')?.text.trim()).toBe('Decided at stage one: Not upheld');
  await daniel.submit('/acknowledge');
  await service.settle();
  expect(await deadline('acknowledge-stage-two')).toMatchObject({
    from: '2026-12-03',
    due: '2026-12-11',
    met: '2026-12-07',
    missed: false,
  });
  expect(await deadline('respond-stage-two')).toMatchObject({ from: '2026-12-07', due: '2027-01-07' });
  expect((await deadline('respond-stage-two')).explanation).toContain('25 and 28 Dec and 1 Jan are bank holidays');
  const letter = await lastLetter('who is looking into it');
  expect(letter.dates).toEqual([(await deadline('acknowledge-stage-two')).from, (await deadline('respond-stage-two')).due]);
  expect(letter.text).toContain('Daniel Price');
});

test('the final response is not approved by its author, comes back with comments, and goes out changed when somebody else approves', async () => {
  await service.clockTo('2027-01-05T10:00:00Z');
  const daniel = await signedIn('Daniel Price');
  await recordContact(daniel, '2027-01-05');
  await daniel.submit('/respond', {
    decision: 'The lift took too long. One of the collections was missed.',
    'outcome-1': 'upheld',
    'reasons-1': 'The part was ordered late.',
    'outcome-2': 'partly-upheld',
    'reasons-2': 'The log of 16 November belongs to another street.',
    affected: 'no',
    affectedOthers: 'One repair serves everybody in the block.',
  });
  expect(daniel.text()).toContain('It waits for a second person');
  // His role does not approve, and the page says who does.
  expect(await daniel.formOf('approve')).toBeUndefined();
  expect(daniel.text()).toMatch(/Waits for .* since Tuesday 5 January 2027/);
  const tom = await signedIn('Tom Ferris');
  await tom.submit('/return-proposal', { comments: 'Say that we are sorry about the bins.' });

  await daniel.open(`/desk/cases/${reference}`);
  expect(daniel.text()).toContain('Say that we are sorry about the bins.');
  // Everything else stands in the form as he wrote it.
  await daniel.submit('/respond', { decision: 'The lift took too long. One of the collections was missed, and we are sorry.' });
  await service.settle();
  expect(await lettersTo(rosa, 'final answer')).toEqual([]);
  await tom.open(`/desk/cases/${reference}`);
  await tom.submit('/approve');
  await service.settle();

  const [letter, ...others] = await lettersTo(rosa, `Our final answer to your complaint ${reference}`);
  expect(others).toEqual([]);
  expect(letter?.dates).toEqual([(await deadline('acknowledge-stage-two')).from, (await deadline('remedy')).due]);
  for (const part of [
    'This is our final response, at stage two of our complaints policy.',
    'Our decision ------------ The lift took too long. One of the collections was missed, and we are sorry.',
    `Our understanding of your complaint ----------------------------------- ${understanding.definition}`,
    'Point 1 ------- The lift has been broken for a month. We uphold this. Our reasons are: The part was ordered late.',
    'Point 2 ------- Your bins were missed twice. We uphold part of this. Our reasons are: The log of 16 November',
    'How we are putting things right ------------------------------- We apologise for what went wrong.',
    'We have promised this before, and still have to do it: By Friday 8 January 2027: Repair the lift. Ruth Adeyemi will see to it.',
    'We have now finished with your complaint.',
    ...ombudsmen,
  ])
    expect(letter?.text).toContain(part);
  expect(letter?.text).not.toContain('looked at again at stage two');
  expect(await deadline('respond-stage-two')).toMatchObject({ due: '2027-01-07', met: '2027-01-05', missed: false });
});

test('what stage one promised is chased, she is asked whether we did it, and then the case closes', async () => {
  await service.clockTo('2027-01-11T12:00:00Z');
  const [asked, ...again] = await lettersTo(rosa, 'did we do what we promised?');
  expect(again).toEqual([]);
  const { from, due } = await deadline('remedy');
  expect(asked?.dates).toEqual([from, due]);
  await service.email(message(`Rosa Mellor <${rosa}>`, `Re: ${asked?.subject}`, 'Yes, the lift runs again.'), `?to=${asked?.replyTo}`);
  await service.settle();
  const ruth = await signedIn('Ruth Adeyemi');
  await ruth.submit('/mark-read');
  await ruth.submit('/record-remedy-done', { ...day('on', '2027-01-08'), evidence: 'Job 5102, seen by the caretaker.' });
  await ruth.submit('/record-answer-to-done', { done: 'yes', note: 'She wrote on 11 January.' });
  const tom = await signedIn('Tom Ferris');
  await tom.submit('/close', { reason: 'Answered, and the lift runs.' });
  expect(tom.text()).toContain('The case is closed');
});

test('each alert spoke once, no day was missed, nothing was refused, and nothing was lost', async () => {
  expect((await service.settle()).failed).toEqual([]);
  expect(await service.denied()).toEqual([]);
  const { notices, alerts, timeline, state } = await service.case(reference);
  expect(state.stage).toBe('closed');
  expect(timeline.map(({ type }) => type)).not.toContain('deadline-missed');
  expect(alerts.map(({ deadline: of, kind, on }) => `${of} ${kind} ${on}`)).toEqual([
    'reach-another-way due 2026-12-03',
    'read-correspondence due 2026-12-07',
    'remedy due 2027-01-08',
    'remedy overdue 2027-01-11',
    'remedy warning 2027-01-06',
    'respond-stage-two warning 2027-01-05',
  ]);
  // What waits for a second person is told at once to those who can approve it, each time it was written; nothing else leaves by itself.
  expect(notices.filter(({ kind }) => kind === 'alert').map(({ id }) => id)).toEqual(['0019-alert-1', '0021-alert-1']);
  // Every other mail to officers is a message of the morning: one for each person, on a morning on which something was to be said.
  const toOfficers = (await service.mails()).filter(({ to }) => to.every((address) => address.endsWith('@luton.example')));
  const mornings = toOfficers.filter(({ subject }) => subject.startsWith('This morning: '));
  expect(toOfficers.length - mornings.length).toBe(2);
  const once = new Set(mornings.map(({ to, headers }) => `${to} ${headers['x-complaints-notice']}`));
  expect([once.size, mornings.length > 0]).toEqual([mornings.length, true]);
  expect(notices.filter(({ state: sent }) => sent !== 'delivered').map(({ kind }) => kind)).toEqual(['response']);
  expect((await service.schedules()).filter(({ name }) => name.startsWith(reference))).toEqual([]);
});

/** Her letters, oldest first, without the line breaks of the text version; `dates` in the order in which they stand there. */
async function lettersTo(address: string, subject = '') {
  const mails = (await service.mails(address)).filter((mail) => mail.subject.includes(subject));
  return mails.map((mail) => {
    const text = mail.text.replace(/\s+/g, ' ');
    return { subject: mail.subject, replyTo: mail.replyTo[0] ?? '', text, dates: datesIn(text) };
  });
}

async function lastLetter(subject: string, address = rosa) {
  const letter = (await lettersTo(address, subject)).at(-1);
  if (!letter) throw new Error(`no letter "${subject}"`);
  return letter;
}

/** London dates, as `YYYY-MM-DD`, that a text gives with their day of the week. */
function datesIn(text: string): string[] {
  return [...text.matchAll(/[A-Z]\w+day (\d{1,2} [A-Z]\w+ \d{4})/g)].map(([words, date]) => {
    const found = localDate(new Date(`${date} UTC`).toISOString().slice(0, 10));
    if (found === undefined || inWords(found) !== words) throw new Error(`${words} is no date`);
    return found;
  });
}

/** The only deadline of its kind. */
async function deadline(kind: string) {
  const found = (await service.case(reference)).deadlines.filter((one) => one.kind === kind);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} deadlines: ${kind}`);
  return only;
}

async function signedIn(name: string): Promise<Visitor> {
  const officer = await service.officer(name);
  await officer.open(`/desk/cases/${reference}`);
  return officer;
}

/** The three fields of a date. */
function day(field: string, date: string): Record<string, string> {
  const [year = '', month = '', ofMonth = ''] = date.split('-');
  return { [`${field}-day`]: ofMonth, [`${field}-month`]: month, [`${field}-year`]: year };
}

/** The value of the option that names somebody. */
function option(visitor: Visitor, field: string, name: string): string {
  const found = visitor
    .page()
    .querySelectorAll(`select[name="${field}"] option`)
    .find((one) => one.text.includes(name));
  return found?.getAttribute('value') ?? '';
}
