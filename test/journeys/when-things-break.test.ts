import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type LocalService, message, startService } from '../support/local-service.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startService('2026-03-02T10:00:00Z');
});
afterEach(async () => {
  await service.mend();
  await service.settle();
});
afterAll(async () => {
  await service?.stop();
});

const complain = (email: string) =>
  service.complain({ whatHappened: 'Nobody has answered my letters about the noise since June.', reachBy: ['email'], email });

async function caseFor(email: string) {
  const [mail] = await service.mails(email);
  return service.case(/LBC-\d{4}-\d{6}/.exec(mail?.subject ?? '')?.[0] ?? '');
}

async function nextQuarterHour(minutes = 20): Promise<void> {
  await service.clockTo(await later(minutes * 60_000));
}

async function later(milliseconds: number): Promise<string> {
  const response = await fetch(`${service.url}/_local/clock`);
  const { now } = (await response.json()) as { now: string };
  return new Date(Date.parse(now) + milliseconds + 1000).toISOString();
}

test('SES refuses three times: the receipt is sent once, later', async () => {
  await service.fault({ service: 'ses', operation: 'SendRawEmail', fail: 'Throttling', times: 3 });
  await complain('throttled@mailbox.example');
  await service.settle();
  await nextQuarterHour();
  expect(await service.mails('throttled@mailbox.example')).toHaveLength(1);
  expect((await caseFor('throttled@mailbox.example')).notices[0]).toMatchObject({ state: 'delivered' });
});

test('the answer of SendRawEmail is lost: sent again with the same number, never silently unsent', async () => {
  await service.fault({ service: 'ses', operation: 'SendRawEmail', drop: true, times: 1 });
  await complain('lost-answer@mailbox.example');
  await service.settle();
  await nextQuarterHour();
  const mails = await service.mails('lost-answer@mailbox.example');
  expect(mails.length).toBeGreaterThanOrEqual(1);
  expect(new Set(mails.map(({ headers }) => headers['x-complaints-notice'])).size).toBe(1);
  expect((await caseFor('lost-answer@mailbox.example')).notices[0]?.state).toMatch(/accepted|delivered/);
});

test('every e-mail is announced twice: one case, one receipt', async () => {
  await service.fault({ service: 'ses-receiving', duplicate: true });
  await service.email(message('double@mailbox.example', 'double', 'The council has not repaired my roof in a year.'));
  await service.settle();
  expect(await service.mails('double@mailbox.example')).toHaveLength(1);
});

test('the stream gives records twice and in disorder: every letter once', async () => {
  await service.fault({ service: 'streams', duplicate: true });
  await service.fault({ service: 'streams', shuffle: true });
  await Promise.all(['a', 'b', 'c'].map((name) => complain(`${name}-shuffled@mailbox.example`)));
  await service.settle();
  for (const name of ['a', 'b', 'c']) expect(await service.mails(`${name}-shuffled@mailbox.example`)).toHaveLength(1);
});

test('the announcement of an e-mail never comes: the hourly sweep takes it in with its own date', async () => {
  await service.fault({ service: 'ses-receiving', stopped: true });
  await service.email(message('unannounced@mailbox.example', 'sweep me', 'My complaint about the parking wardens was never answered.'));
  await service.settle();
  expect(await service.mails('unannounced@mailbox.example')).toEqual([]);
  await service.mend();
  await nextQuarterHour(70);
  expect(await service.mails('unannounced@mailbox.example')).toHaveLength(1);
});

test('the announcement of an infected e-mail never comes: the sweep believes what SES wrote on it, holds it and answers nobody', async () => {
  await service.fault({ service: 'ses-receiving', stopped: true });
  const infected = message(
    'infected@mailbox.example',
    'see attached',
    '--b\r\n\r\nPlease open.\r\n--b\r\nContent-Type: application/zip\r\n\r\nPK\r\n--b--',
    {
      'Content-Type': 'multipart/mixed; boundary=b',
    },
  );
  await service.email(infected, '?virus=FAIL');
  await service.mend();
  await nextQuarterHour(70);
  expect(await service.mails('infected@mailbox.example')).toEqual([]);
  const officer = await service.officer();
  await officer.follow('see attached');
  expect(officer.text()).toContain('Please open.');
});

test('the function dies between the original and the case: the resident sees an incident number, and the sweep takes it in once', async () => {
  await service.fault({ service: 'dynamodb', operation: 'TransactWriteItems', fail: 'InternalServerError', times: 50 });
  const resident = service.visitor();
  await service.fillIn(resident, {
    whatHappened: 'Nobody has answered my letters about the damp since June.',
    reachBy: ['email'],
    email: 'half-way@mailbox.example',
  });
  await resident.submit('/complaint/send');
  expect(resident.status()).toBe(500);
  await service.mend();
  await nextQuarterHour(70);
  expect(await service.mails('half-way@mailbox.example')).toHaveLength(1);
});

test('the stream is off for 25 hours: letters and alerts go out by the sweeps, and nothing is sent twice when it comes back', async () => {
  await service.fault({ service: 'streams', stopped: true });
  await complain('no-stream@mailbox.example');
  await service.clockTo(await later(25 * 3_600_000));
  expect(await service.mails('no-stream@mailbox.example')).toHaveLength(1);
  await service.mend();
  await service.settle();
  expect(await service.mails('no-stream@mailbox.example')).toHaveLength(1);
});

test('an acknowledgement that SES would not take on its day is never sent with the dates of yesterday: it counts as not made', async () => {
  await complain('midnight@mailbox.example');
  await service.settle();
  const { reference } = await caseFor('midnight@mailbox.example');
  const tonight = `${(await later(0)).slice(0, 10)}T23:50:00Z`;
  await service.clockTo(tonight);
  const officer = await service.officer();
  await officer.open(`/desk/cases/${reference}`);
  await officer.submit('/accept-at-stage-one', { service: 'waste', ombudsman: 'LGSCO' });
  const [, someone] = officer.page().querySelectorAll('select[name="officer"] option');
  await officer.submit('/allocate', {
    service: 'waste',
    officer: someone?.getAttribute('value') ?? '',
    reason: 'Her first cases; a colleague sits beside her.',
  });
  await service.fault({ service: 'ses', operation: 'SendRawEmail', fail: 'ServiceUnavailable' });
  await officer.submit('/acknowledge', { definition: 'Your letters were not answered.', outcomesSought: 'An answer.' });
  await service.settle();
  await service.mend();
  await service.fault({ service: 'scheduler', stopped: true });
  await service.clockTo(new Date(Date.parse(tonight) + 30 * 60_000).toISOString());
  await service.mend();
  await nextQuarterHour();
  expect((await service.mails('midnight@mailbox.example')).map(({ subject }) => subject)).toEqual([`We have your message: ${reference}`]);
  expect((await service.case(reference)).state.stage).toBe('accepted');
});

test('after all this no role was refused anything', async () => {
  expect(await service.denied()).toEqual([]);
});
