import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalService, message, startService } from '../support/local-service.ts';
import type { Visitor } from '../support/visitor.ts';

/**
 * Complaints and e-mails arrive while everything that can fail fails, two faults at a time and some reaching into the next wave. Then the faults
 * end, residents who saw an incident number press Send once more as the page asks them to, and the sweeps run. Nothing here is drawn by chance.
 */
const waves = [
  [
    { service: 'dynamodb', operation: 'TransactWriteItems', fail: 'ThrottlingException', times: 6 },
    { service: 's3', operation: 'PutObject', fail: 'InternalError', times: 7 },
  ],
  [
    { service: 'streams', stopped: true },
    { service: 'ses', operation: 'SendRawEmail', fail: 'Throttling', times: 6 },
  ],
  [
    { service: 'dynamodb', operation: 'TransactWriteItems', drop: true, times: 3 },
    { service: 'ses-receiving', stopped: true },
  ],
  [
    // Who dies starts anew, and then finds no secret.
    { service: 'dynamodb', operation: 'GetItem', die: true, times: 2 },
    { service: 'secretsmanager', fail: 'InternalServiceError', times: 4 },
  ],
  [
    { service: 'streams', duplicate: true },
    { service: 'ses', operation: 'SendRawEmail', drop: true, times: 2 },
  ],
  [
    { service: 'ses-receiving', duplicate: true },
    { service: 'dynamodb', operation: 'TransactWriteItems', die: true, times: 2 },
  ],
  [
    { service: 'scheduler', stopped: true },
    { service: 'dynamodb', operation: 'TransactWriteItems', fail: 'InternalServerError', times: 8 },
  ],
  [
    { service: 'ses', operation: 'SendRawEmail', die: true, times: 2 },
    { service: 'dynamodb', operation: 'UpdateItem', fail: 'InternalServerError', times: 6 },
  ],
  [
    { service: 'streams', shuffle: true },
    { service: 'scheduler', operation: 'CreateSchedule', drop: true, times: 3 },
  ],
];
const faults = waves.flat();
/** More often than any fault lasts. */
const mostTries = 5;
const wordsOf = (name: string) => `My bin was missed again and nobody came: ${name}.`;
const addressOf = (name: string) => `${name}@mailbox.example`;

let service: LocalService;
const names: string[] = [];
const unsure: Visitor[] = [];

beforeAll(async () => {
  service = await startService('2026-03-02T10:00:00Z');
  for (const [index, wave] of waves.entries()) {
    for (const fault of wave) await service.fault(fault);
    await Promise.all([...['first', 'second', 'third'].map((nth) => complain(`web-${index}-${nth}`)), write(`mail-${index}`)]);
    if (index % 3 === 2) await service.mend();
  }
  await service.mend();
  for (const resident of unsure) await confirm(resident);
  await service.settle();
  for (const minutes of [20, 70, 20]) await later(minutes);
});
afterAll(async () => {
  await service?.stop();
});

async function complain(name: string): Promise<void> {
  names.push(name);
  const resident = service.visitor();
  const answers = { whatHappened: wordsOf(name), reachBy: ['email'], email: addressOf(name) };
  // A page that ended in an incident number is filled in again.
  let checked = false;
  for (let tries = 0; tries < mostTries && !checked; tries += 1) {
    checked = await service.fillIn(resident, answers).then(
      () => true,
      () => false,
    );
  }
  if (!(await went(resident, '/complaint/send'))) unsure.push(resident);
}

async function confirm(resident: Visitor): Promise<void> {
  expect(await went(resident, '/complaint/send')).toBe(true);
}

/** Presses the button. Where that ends in an incident number: "Go back in your browser and send it again." */
async function went(resident: Visitor, action: string, answers: Parameters<Visitor['submit']>[1] = {}): Promise<boolean> {
  const before = resident.page().toString();
  await resident.submit(action, answers);
  if (resident.status() === 200) return true;
  resident.page().set_content(before);
  return false;
}

async function write(name: string): Promise<void> {
  names.push(name);
  await service.email(message(addressOf(name), `About ${name}`, wordsOf(name), { 'Message-ID': `<${name}@mailbox.example>` }));
}

async function later(minutes: number): Promise<void> {
  const { now } = (await (await fetch(`${service.url}/_local/clock`)).json()) as { now: string };
  await service.clockTo(new Date(Date.parse(now) + minutes * 60_000).toISOString());
}

async function wholeCases() {
  return Promise.all((await service.cases()).map(({ reference }) => service.case(reference)));
}

test('the faults were met: some residents saw an incident number before they heard that we have their complaint', () => {
  expect(unsure.length).toBeGreaterThan(0);
  expect(unsure.map((resident) => resident.heading())).toEqual(unsure.map(() => 'We have your complaint'));
});

test('every complaint and every e-mail is in exactly one case, with nothing else in it', async () => {
  const said = (await wholeCases()).map(({ contacts }) => contacts.map(({ text }) => text.trim()));
  expect(said.toSorted()).toEqual(names.map((name) => [wordsOf(name)]).toSorted());
});

test('every case tells its whole story: one version for each act', async () => {
  for (const { reference, state, timeline } of await wholeCases()) {
    const acts = timeline.map(({ commandId }) => commandId);
    expect([reference, state.version, new Set(acts).size]).toEqual([reference, acts.length, acts.length]);
  }
});

test('everybody has one receipt; a second copy has the same number, and only where an answer of SES was lost', async () => {
  const standings = (await wholeCases()).map(({ notices }) => notices.map(({ kind, state }) => `${kind} ${state}`));
  expect(standings.filter(([only, ...more]) => more.length > 0 || !/^receipt (?:accepted|delivered)$/.test(only ?? ''))).toEqual([]);

  const mails = await service.mails();
  const numbers = names.map((name) => [
    ...new Set(mails.filter(({ to }) => to.includes(addressOf(name))).map(({ headers }) => headers['x-complaints-notice'])),
  ]);
  expect(numbers.map((all) => all.length)).toEqual(names.map(() => 1));
  const lostAnswers = faults.filter((fault) => fault.service === 'ses' && !('fail' in fault));
  const mostCopies = 2 * lostAnswers.reduce((sum, { times = 0 }) => sum + times, 0);
  expect(mails.length - names.length).toBeLessThanOrEqual(mostCopies);
});

test('each case has its one schedule', async () => {
  const planned = (await service.schedules()).map(({ name }) => name.split('-').slice(0, 3).join('-'));
  const references = (await service.cases()).map(({ reference }) => reference);
  expect(planned.filter((name) => references.includes(name)).toSorted()).toEqual(references.toSorted());
});

test('no role was refused anything, and what ended in a dead-letter queue ended there by a fault that was asked for', async () => {
  expect(await service.denied()).toEqual([]);
  const { failed } = await service.settle();
  const explained =
    /InternalServerError|ThrottlingException|InternalError|InternalServiceError|ExitError|AggregateError|reported it as failed/;
  expect(failed.filter((letter) => !explained.test(JSON.stringify(letter)))).toEqual([]);
});
