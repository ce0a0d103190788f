import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalService, message, startService } from '../support/local-service.ts';
import { recordContact } from '../support/officer-acts.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startService('2026-03-02T10:00:00Z');
});
afterAll(async () => {
  await service?.stop();
});

const complaint = {
  whatHappened: 'I reported a missed bin three times since January and nobody has come. I am fed up with being ignored.',
  name: 'Rosa Mellor',
  reachBy: ['email'],
  email: 'rosa@mailbox.example',
};

test('a page that can be asked for can be asked after, with the same status', async () => {
  const statuses = async (method: string) =>
    Promise.all(
      ['/complaint/what-happened', '/desk', '/nowhere'].map(
        async (path) => (await fetch(`${service.url}${path}`, { method, redirect: 'manual' })).status,
      ),
    );
  expect(await statuses('HEAD')).toEqual([200, 303, 404]);
  expect(await statuses('GET')).toEqual([200, 303, 404]);
});

describe('a complaint by the web form', () => {
  test('goes from the form to the response and the close, with a letter at each step that owes one', async () => {
    const reference = await service.complain(complaint);
    await service.settle();
    const [receipt] = await service.mails('rosa@mailbox.example');
    expect(receipt?.subject).toContain(reference);
    expect(receipt?.text).toContain('Monday 9 March 2026');
    expect(receipt?.text).not.toContain('bin');
    expect(receipt?.headers['auto-submitted']).toBe('auto-generated');

    const officer = await service.officer();
    expect(officer.text()).toContain(reference);
    await officer.open(`/desk/cases/${reference}`);
    expect(officer.text()).toContain('I reported a missed bin three times');

    await officer.submit('/accept-at-stage-one', { service: 'waste', ombudsman: 'LGSCO' });
    await officer.submit('/allocate', {
      service: 'waste',
      officer: optionOf(officer, 'Amina Yusuf'),
      reason: 'Her first cases; a colleague sits beside her.',
    });
    await officer.submit('/acknowledge', { definition: 'Your bin was missed three times.', outcomesSought: 'You would like it emptied.' });
    await officer.submit('/extend', { workingDays: '5', reason: 'The crew leader is away until Monday.' });
    await recordContact(officer, '2026-03-02');
    await officer.submit('/respond', {
      'outcome-1': 'upheld',
      affected: 'no',
      affectedOthers: 'The other streets were collected.',
      decision: 'We missed your bin.',
      'reasons-1': 'The lorry log shows it.',
    });
    await officer.submit('/close', { reason: 'Answered, and nothing is outstanding.' });
    expect(officer.text()).toMatch(/closed/i);
    await officer.open('/desk/suggestions');
    expect(officer.text()).toContain('A person decided on 1 suggestion: 1 kept, 0 changed (too few to judge).');

    await service.settle();
    const subjects = (await service.mails('rosa@mailbox.example')).map(({ subject }) => subject);
    expect(subjects).toEqual([
      `We have your message: ${reference}`,
      `Your complaint ${reference}: who is looking into it`,
      `Your complaint ${reference}: we need more time`,
      `Our answer to your complaint ${reference}`,
    ]);
    const shown = await service.case(reference);
    expect(shown.state).toMatchObject({ stage: 'closed', route: { suggested: 'stage-one', decided: 'stage-one' } });
    expect(shown.notices.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'receipt delivered',
      'acknowledgement delivered',
      'extension delivered',
      'response delivered',
    ]);
    expect((await service.schedules()).filter(({ name }) => name.startsWith(reference))).toEqual([]);
  });

  test('sent twice by an impatient thumb is one case', async () => {
    const resident = service.visitor();
    await service.fillIn(resident, { ...complaint, email: 'twice@mailbox.example' });
    const checked = resident.page().toString();
    await resident.submit('/complaint/send');
    const first = /LBC-\d{4}-\d{6}/.exec(resident.text())?.[0];
    const form = resident.page();
    form.set_content(checked);
    await resident.submit('/complaint/send');
    expect(/LBC-\d{4}-\d{6}/.exec(resident.text())?.[0]).toBe(first);
    await service.settle();
    expect(await service.mails('twice@mailbox.example')).toHaveLength(1);
  });

  test('costs little more than itself: what was answered, the guard, three counters, one original and one transaction', async () => {
    const resident = service.visitor();
    await service.fillIn(resident, { ...complaint, email: 'counted@mailbox.example' });
    await service.forgetCalls();
    await resident.submit('/complaint/send');
    const calls = (await service.calls()).filter((call) => call.function === 'complaints-public-pages');
    const once = calls.filter(({ service: name, operation }) => name === 'secretsmanager' || operation === 'BatchGetItem');
    // The secret is read once per environment, and what holds now once a minute, not once per complaint (decision 28).
    expect(once.filter(({ count }) => count > 1)).toEqual([]);
    expect(
      Object.fromEntries(
        calls.filter((call) => !once.includes(call)).map(({ service: name, operation, count }) => [`${name} ${operation}`, count]),
      ),
    ).toEqual({
      // The answers, the guard, and the answers again for the confirmation page.
      'dynamodb GetItem': 3,
      // The reference; and for the door, its address and its network.
      'dynamodb UpdateItem': 3,
      // That it was sent.
      'dynamodb PutItem': 1,
      'dynamodb TransactWriteItems': 1,
      's3 PutObject': 1,
    });
  });
});

describe('a complaint by e-mail', () => {
  test('opens a case; a reply to our letter joins it under any subject, and an officer is told that something new is there', async () => {
    await service.email(
      message(
        'Ken Obi <ken@mailbox.example>',
        'street light',
        'The street light outside 4 Hill Rise has been out for two months. I rang twice.',
      ),
    );
    await service.settle();
    const [receipt] = await service.mails('ken@mailbox.example');
    const reference = /LBC-\d{4}-\d{6}/.exec(receipt?.subject ?? '')?.[0] ?? '';
    expect((await service.case(reference)).contacts[0]).toMatchObject({ channel: 'email', subject: 'street light' });
    expect(receipt?.replyTo[0]).toMatch(/^r\.lbc-2026-\d{6}\.[a-z2-7]{16}@/);

    await service.email(message('ken@mailbox.example', 'Re: something else', 'It is still dark.'), `?to=${receipt?.replyTo[0]}`);
    await service.settle();
    const shown = await service.case(reference);
    expect(shown.contacts.map(({ text }) => text.trim())).toContain('It is still dark.');
    expect(shown.state.unread).toMatchObject({ count: 1 });
    expect(shown.deadlines.map(({ kind }) => kind)).toContain('read-correspondence');
  });

  test('that looks like spam is held, answered by nobody, and opens with its own date when an officer releases it', async () => {
    await service.email(message('prize@winner.example', 'You won', 'Send money to complain.'), '?spam=FAIL');
    await service.settle();
    expect(await service.mails('prize@winner.example')).toEqual([]);
    const officer = await service.officer();
    expect(officer.text()).toContain('prize@winner.example');
    await officer.follow('You won');
    await officer.submit('/release');
    expect(officer.path()).toMatch(/^\/desk\/cases\/LBC-/);
    expect(officer.text()).toContain('Send money to complain.');
  });

  test('that an automatic program wrote is never answered', async () => {
    await service.email(message('away@office.example', 'Automatic reply', 'I am away.', { 'Auto-Submitted': 'auto-replied' }));
    await service.settle();
    expect(await service.mails('away@office.example')).toEqual([]);
  });

  test('whose receipt bounces for good makes an officer find another way', async () => {
    await service.email(message('bounce@mailbox.example', 'noise', 'The noise from number 9 goes on every night and nobody came.'));
    await service.settle();
    const shown = (await service.cases()).at(-1);
    const whole = await service.case(shown?.reference ?? '');
    expect(whole.notices.find(({ kind }) => kind === 'receipt')).toMatchObject({ state: 'bounced' });
    expect(whole.deadlines.map(({ kind }) => kind)).toContain('reach-another-way');
  });
});

test('nothing that any of these journeys did was refused by its own role, and nothing ended in a dead-letter queue', async () => {
  expect((await service.settle()).failed).toEqual([]);
  expect(await service.denied()).toEqual([]);
});

/** The value of the option that names the officer. */
function optionOf(visitor: Awaited<ReturnType<LocalService['officer']>>, name: string): string {
  const option = visitor
    .page()
    .querySelectorAll('select[name="officer"] option')
    .find((one) => one.text.includes(name));
  return option?.getAttribute('value') ?? '';
}
