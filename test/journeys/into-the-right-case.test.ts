import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalService, message, startService } from '../support/local-service.ts';
import { recordContact } from '../support/officer-acts.ts';
import type { Visitor } from '../support/visitor.ts';

let service: LocalService;
let officer: Visitor;
beforeAll(async () => {
  service = await startService('2026-03-02T10:00:00Z');
  officer = await service.officer();
});
afterAll(async () => {
  await service?.stop();
});

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../samples', `${name}.eml`), 'latin1');
const send = async (raw: string, query = '') => {
  await service.email(raw, query);
  await service.settle();
};
const receiptTo = async (address: string) =>
  (await service.mails(address)).findLast(({ subject }) => subject.startsWith('We have your message'));

/** Opens a case by e-mail; its reference, the address for replies and the id that SES gave our receipt. */
async function caseOf(from: string, subject: string, text: string, query = '') {
  await send(message(from, subject, text), query);
  const address = /[^\s<]+@[^\s>]+/.exec(from)?.[0] ?? '';
  const receipt = await receiptTo(address);
  const reference = /LBC-\d{4}-\d{6}/.exec(receipt?.subject ?? '')?.[0] ?? '';
  return { reference, replyTo: receipt?.replyTo[0] ?? '', sesMessageId: receipt?.messageId ?? '' };
}

const kindsDue = async (reference: string) => {
  const { deadlines } = await service.case(reference);
  return deadlines.filter(({ met }) => met === null).map(({ kind }) => kind);
};

test('an ordinary complaint by e-mail costs one read, one counter and one transaction', async () => {
  await send(message('warm@mailbox.example', 'bins', 'My bin was missed on Monday and nobody came.'));
  await service.forgetCalls();
  await send(message('counted@mailbox.example', 'bins', 'My bin was missed on Tuesday and nobody came.'));
  const calls = (await service.calls()).filter((call) => call.function === 'complaints-receive-mail' && call.service !== 'secretsmanager');
  expect(Object.fromEntries(calls.map(({ service: name, operation, count }) => [`${name} ${operation}`, count]))).toEqual({
    's3 GetObject': 1,
    'dynamodb GetItem': 1,
    'dynamodb UpdateItem': 1,
    'dynamodb TransactWriteItems': 1,
  });
});

test('who asks for news after the date has gone is answered by a letter; reading alone does not end it', async () => {
  const { reference, replyTo } = await caseOf(
    'Ada Quill <ada@mailbox.example>',
    'kerb',
    'The dropped kerb has been broken since June, I reported it twice.',
    '?at=2026-02-16T09:00:00Z',
  );
  await send(message('Ada Quill <ada@mailbox.example>', `Re: ${reference}`, 'Still waiting. Any news?'), `?to=${replyTo}`);
  await officer.open(`/desk/cases/${reference}`);
  expect(officer.text()).toContain('Asks for news');
  expect(officer.text()).toContain('Also part of it: complaint handling');
  await officer.submit('/mark-read');
  expect(await kindsDue(reference)).toContain('answer-chaser');
  await officer.submit('/answer-chaser', { answer: 'The engineer has looked at it. We write again on Friday.' });
  await service.settle();
  expect(await kindsDue(reference)).not.toContain('answer-chaser');
  const letter = (await service.mails('ada@mailbox.example')).at(-1);
  expect(letter?.text).toContain('The engineer has looked at it.');
  expect(letter?.subject).toContain(reference);
});

describe('a reply', () => {
  test('to our message joins its case as the correction that it is, with the words that say so', async () => {
    const from = 'Priyanka Deshmukh <p.deshmukh84@webmail.example>';
    const { reference, sesMessageId } = await caseOf(
      from,
      'street light',
      'The new street light shines into a cot all night and nobody will shade it.',
    );
    const reply = sample('03-alternative-reply-with-case-reference')
      .replaceAll('0102019a2f3c-7f1d0b52-ack-004217', sesMessageId)
      .replaceAll('LBC-2026-004217', reference);
    await send(reply, '?dmarc=FAIL');
    expect((await service.case(reference)).contacts).toHaveLength(2);

    await officer.open(`/desk/cases/${reference}`);
    expect(officer.text()).toContain('Here because: an answer to a message of ours about this case');
    expect(officer.text()).toContain('Corrects us');
    const marked = officer
      .page()
      .querySelectorAll('.message mark')
      .map((mark) => mark.text);
    expect(marked.join(' ')).toContain('got the complaint wrong');
    expect(officer.text()).not.toContain('Say where it belongs');
  });

  test('of a neighbour who was shown the letter opens a case of its own; an officer puts it where it belongs', async () => {
    const rosa = await caseOf(
      'Rosa Mellor <rosa@mailbox.example>',
      'hedge',
      'The council hedge has not been cut for a year, I rang four times.',
    );
    await send(
      message('Ken Obi <ken@mailbox.example>', `Fwd: We have your message: ${rosa.reference}`, 'The hedge blocks my gate as well.'),
      `?to=${rosa.replyTo}`,
    );
    const receipt = await receiptTo('ken@mailbox.example');
    const own = /LBC-\d{4}-\d{6}/.exec(receipt?.subject ?? '')?.[0] ?? '';
    expect(own).not.toBe(rosa.reference);
    expect(`${receipt?.text}${receipt?.html}`).not.toMatch(new RegExp(`${rosa.reference}|Rosa|hedge`, 'i'));
    expect((await service.case(rosa.reference)).contacts).toHaveLength(1);
    expect(await kindsDue(own)).toEqual(expect.arrayContaining(['acknowledge', 'same-or-new']));

    await officer.open('/desk');
    expect(officer.text()).toMatch(/Same or new\?[\s\S]*Ken Obi[\s\S]*today/);
    await officer.open(`/desk/cases/${own}`);
    await officer.follow('Say where it belongs');
    expect(officer.text()).toContain('Rosa Mellor');
    await officer.submit('/messages/', { belongs: 'other' });
    expect(officer.path()).toBe(`/desk/cases/${rosa.reference}`);
    await service.settle();
    expect((await service.case(rosa.reference)).contacts.map(({ text }) => text.trim())).toContain('The hedge blocks my gate as well.');
    expect((await service.case(own)).state.stage).toBe('closed');
    expect((await service.mails('ken@mailbox.example')).length).toBe(1);
    await officer.open(`/desk/cases/${own}`);
    expect(officer.text()).toContain(`A message was moved to ${rosa.reference}`);

    await send(message('Ken Obi <ken@mailbox.example>', `Re: ${own}`, 'It grows.'), `?to=${receipt?.replyTo[0]}`);
    expect((await service.case(rosa.reference)).contacts).toHaveLength(3);
  });

  test('under another subject asks, and becomes a complaint with its own day and receipt when an officer says so', async () => {
    const { reference, replyTo } = await caseOf(
      'Mona Reid <mona@mailbox.example>',
      'rent',
      'My rent account is wrong and nobody explains it.',
    );
    await send(
      message('Mona Reid <mona@mailbox.example>', 'Library', 'On a different matter, the library was shut again without notice.'),
      `?to=${replyTo}&at=2026-02-26T09:00:00Z`,
    );
    await officer.open(`/desk/cases/${reference}`);
    await officer.follow('Say where it belongs');
    await officer.submit('/messages/', {});
    expect([officer.status(), officer.text()]).toEqual([400, expect.stringContaining('Choose where this message belongs')]);
    await officer.submit('/messages/', { belongs: 'new' });
    await service.settle();
    const own = /LBC-\d{4}-\d{6}/.exec(officer.path())?.[0] ?? '';
    const shown = await service.case(own);
    expect(shown.contacts.map(({ subject }) => subject)).toEqual(['Library']);
    expect(shown.deadlines.find(({ kind }) => kind === 'acknowledge')?.due).toBe('2026-03-05');
    expect((await receiptTo('mona@mailbox.example'))?.subject).toContain(own);
    expect((await service.case(reference)).state.unread).toBeUndefined();
  });

  test('to something that we do not know stands under Unmatched, with its age and its receipt', async () => {
    await send(
      message('Lost Letter <lost@mailbox.example>', 'Re: our talk', 'As I said, the drain smells and nobody came.', {
        'In-Reply-To': '<talk@work.example>',
      }),
      '?at=2026-03-01T09:00:00Z',
    );
    await officer.open('/desk');
    expect(officer.text()).toMatch(/Unmatched[\s\S]*Lost Letter[\s\S]*1 day ago/);
    expect(await service.mails('lost@mailbox.example')).toHaveLength(1);
  });

  test.each([
    ['a photo', '04-photo-jpeg-attachment', 'kev.attenborough@phonemail.example', ['IMG_4471.jpeg']],
    ['a forwarded message', '06-forwarded-mp-letter-rfc822', 'kempi@parliament.example', ['forwarded-message.eml']],
    ['an inline picture', '12-inline-photo-related-ses-gray', '', [expect.stringMatching(/\.jpe?g$/i)]],
  ])('brings %s with it into the case', async (_, name, address, files) => {
    const raw = sample(name);
    const sender = address || (/^From:.*?([^\s<]+@[^\s>]+)/m.exec(raw)?.[1] ?? '');
    const { reference, replyTo } = await caseOf(sender, 'earlier', `I wrote before and nobody answered: ${name}.`);
    await send(raw, `?to=${replyTo}`);
    const joined = (await service.case(reference)).contacts.at(-1);
    expect(joined?.attachments.map((attachment) => attachment.name)).toEqual(files);
  });
});

describe('what people do with their case', () => {
  test('who wants to withdraw is confirmed by a person', async () => {
    const { reference, replyTo } = await caseOf(
      'Ivo Hart <ivo@mailbox.example>',
      'noise',
      'The depot is loud at five every morning and nobody listens.',
    );
    await send(
      message('Ivo Hart <ivo@mailbox.example>', `Re: ${reference}`, 'It is quiet now, so please close my complaint.'),
      `?to=${replyTo}`,
    );
    expect((await service.case(reference)).state.stage).toBe('received');
    expect(await kindsDue(reference)).toContain('confirm-withdrawal');
    await officer.open(`/desk/cases/${reference}`);
    expect(officer.text()).toContain('Confirm the withdrawal');
    await officer.submit('/withdraw', { howWeKnow: 'By email, and I rang him.' });
    await service.settle();
    expect((await service.mails('ivo@mailbox.example')).at(-1)?.subject).toContain('we have stopped looking into it');
    expect((await service.case(reference)).deadlines.filter(({ kind }) => kind === 'confirm-withdrawal')).toEqual([]);
  });

  test('who is not satisfied with the response has five working days for stage two on the case', async () => {
    const { reference, replyTo } = await caseOf(
      'Tess Orr <tess@mailbox.example>',
      'tree',
      'The tree fell on my fence and the council ignored me twice.',
    );
    await officer.open(`/desk/cases/${reference}`);
    await officer.submit('/accept-at-stage-one', { service: 'street-scene', ombudsman: 'LGSCO' });
    const option = officer
      .page()
      .querySelectorAll('select[name="officer"] option')
      .find((one) => one.text.includes('Amina'));
    await officer.submit('/allocate', {
      service: 'street-scene',
      officer: option?.getAttribute('value') ?? '',
      reason: 'Her first cases; a colleague sits beside her.',
    });
    await officer.submit('/acknowledge', { definition: 'A tree fell.', outcomesSought: 'A new fence.' });
    await recordContact(officer, '2026-03-02');
    await officer.submit('/respond', {
      'outcome-1': 'not-upheld',
      decision: 'It was the storm.',
      'reasons-1': 'The log.',
    });
    await send(message('Tess Orr <tess@mailbox.example>', `Re: ${reference}`, 'I am not happy with that.'), `?to=${replyTo}`);
    const due = (await service.case(reference)).deadlines.find(({ kind }) => kind === 'acknowledge-stage-two');
    expect(due).toMatchObject({ due: '2026-03-09', met: null });
    await officer.open(`/desk/cases/${reference}`);
    expect(officer.text()).toContain('They are not satisfied with the response: accept their request for stage two first');
    await officer.submit('/accept-at-stage-two');
    expect(
      (await service.case(reference)).deadlines.find(({ kind, met }) => kind === 'acknowledge-stage-two' && met === null),
    ).toMatchObject({
      due: '2026-03-09',
    });
    expect(officer.text()).toContain('Stage two: to acknowledge');
  });
});

test('somebody who is not satisfied with what we did about a request makes a complaint that day, which reading cannot clear', async () => {
  const { reference, replyTo } = await caseOf('Nell Ash <nell@mailbox.example>', 'lamp', 'Please mend the lamp at number 4.');
  await officer.open(`/desk/cases/${reference}`);
  const promised = { 'promisedBy-day': '3', 'promisedBy-month': '3', 'promisedBy-year': '2026' };
  await officer.submit('/record-service-request', { service: 'highways', whatWeWillDo: 'We will mend it.', ...promised });
  await officer.submit('/answer-service-request', { answer: 'It is mended.' });
  await send(message('Nell Ash <nell@mailbox.example>', `Re: ${reference}`, 'I am not happy with that: it is dark.'), `?to=${replyTo}`);
  await officer.open(`/desk/cases/${reference}`);
  await officer.submit('/mark-read');
  expect(await kindsDue(reference)).toContain('acknowledge-complaint');
  expect(officer.text()).toContain('They are not satisfied, which makes a complaint');
  await officer.submit('/accept-at-stage-one', { service: 'highways', ombudsman: 'LGSCO' });
  expect(officer.text()).toContain('they told us then that they are not satisfied');
  expect((await service.case(reference)).deadlines.find(({ kind }) => kind === 'acknowledge')).toMatchObject({ due: '2026-03-09' });
});

test('the same e-mail by two addresses is one case, with the copy shown as one', async () => {
  const raw = message('Una Flint <una@mailbox.example>', 'gritting', 'The hill was not gritted and two people fell.', {
    'Message-ID': '<una-1@mailbox.example>',
  });
  await send(raw);
  await send(raw);
  const receipts = await service.mails('una@mailbox.example');
  expect(receipts).toHaveLength(1);
  const reference = /LBC-\d{4}-\d{6}/.exec(receipts[0]?.subject ?? '')?.[0] ?? '';
  const shown = await service.case(reference);
  expect([shown.contacts.length, shown.state.unread]).toEqual([2, undefined]);
  await officer.open(`/desk/cases/${reference}`);
  expect(officer.text()).toContain('Probable duplicate');
});

test('what a colleague passes on from our own mailbox opens a case, and goes round to nobody', async () => {
  await send(
    message('Complaints <complaints@luton.gov.uk>', 'A caller', 'Mrs Venn at the counter says that her heating was never mended.'),
  );
  const shown = (await service.cases()).at(-1)?.reference ?? '';
  expect((await service.case(shown)).contacts[0]?.text).toContain('Mrs Venn');
  expect(await service.mails('complaints@luton.gov.uk')).toEqual([]);
  await officer.open(`/desk/cases/${shown}`);
  expect(officer.text()).toContain('A colleague passed this on from our own mailbox');
});

test('automatic mail that belongs to no case is on a list of its own', async () => {
  await send(message('away@office.example', 'Away until Monday', 'I am away.', { 'Auto-Submitted': 'auto-replied' }));
  await officer.open('/desk');
  await officer.follow('Automatic mail without a case');
  expect(officer.heading()).toBe('Automatic mail without a case');
  expect(officer.text()).toContain('Away until Monday');
});

test('mail that only looks automatic is told of at once where it may speak of harm, and becomes a case when an officer says that a person wrote it', async () => {
  await send(message('Wyn Lea <wyn@mailbox.example>', 'Please', 'I am going to kill myself tonight.', { Precedence: 'bulk' }));
  const told = (await service.mails('out-of-hours@luton.example')).at(-1);
  expect(told?.subject).toContain('A message that looks automatic: possible harm');
  expect(await service.mails('wyn@mailbox.example')).toEqual([]);
  await officer.open(/\/desk\/held\/\S+/.exec(told?.text ?? '')?.[0] ?? '');
  expect(officer.text()).toContain('I am going to kill myself tonight.');
  await officer.submit('/hold');
  expect(officer.heading()).toBe('A message that waits for a person');
  await officer.submit('/release');
  await service.settle();
  expect(officer.path()).toMatch(/^\/desk\/cases\/LBC-/);
  expect(await service.mails('wyn@mailbox.example')).toHaveLength(1);
});

test('a person with two numbers for one matter is told which holds, when an officer puts both together', async () => {
  const { reference } = await caseOf('Pat Dow <pat@mailbox.example>', 'gate', 'The park gate has been broken for weeks, nobody answers.');
  await send(
    message('Pat Dow <pat@mailbox.example>', 'Re: our call', 'As I said, the gate hurt me.', { 'In-Reply-To': '<call@work.example>' }),
  );
  const own = /LBC-\d{4}-\d{6}/.exec((await receiptTo('pat@mailbox.example'))?.subject ?? '')?.[0] ?? '';
  expect(own).not.toBe(reference);
  await officer.open(`/desk/cases/${own}`);
  await officer.follow('Say where it belongs');
  await officer.submit('/messages/', { belongs: 'other', reference });
  await service.settle();
  const letter = (await service.mails('pat@mailbox.example')).at(-1);
  expect(letter?.subject).toBe(`${reference}: please use this number from now on`);
  expect(letter?.text).toContain(own);
});

test('somebody sees where it stands by a link in their e-mail, and what they tell us there joins their case', async () => {
  const { reference } = await caseOf('Lena Frost <lena@mailbox.example>', 'lamp', 'The lamp in our alley has been out for weeks.');
  const resident = service.visitor();
  for (const contact of ['nobody@mailbox.example', 'lena@mailbox.example']) {
    await resident.open('/status');
    await resident.submit('/status', { reference, contact });
    expect(resident.path()).toBe('/status/asked');
  }
  await service.settle();
  expect(await service.mails('nobody@mailbox.example')).toEqual([]);
  const link = /\/status\/open\/\S+/.exec((await service.mails('lena@mailbox.example')).at(-1)?.text ?? '')?.[0] ?? '';
  await resident.open(link);
  await resident.submit('/status/open/');
  expect(resident.heading()).toContain('We have it');
  await resident.follow('Read the letter');
  expect(resident.text()).toContain(`Your reference is ${reference}`);
  await resident.open('/status/say/add');
  await resident.submit('/status/say/add', { words: 'It is the third one in the alley.', to: 'files' });
  await resident.upload(Buffer.from('The letter of the lighting company.\n'), 'letter.txt');
  await resident.follow('Go back to what you are writing');
  await resident.submit('/status/say/add');
  expect(resident.heading()).toBe('We have what you told us');
  const added = (await service.case(reference)).contacts.at(-1);
  expect([added?.channel, added?.text, added?.attachments.map(({ name }) => name)]).toEqual([
    'web',
    'It is the third one in the alley.',
    ['letter.txt'],
  ]);
  await resident.open(link);
  await resident.submit('/status/open/');
  expect(resident.status()).toBe(404);
});

test('nothing of this was refused by a role or ended in a dead-letter queue', async () => {
  expect((await service.settle()).failed).toEqual([]);
  expect(await service.denied()).toEqual([]);
});
