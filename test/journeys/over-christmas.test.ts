import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalService, startService } from '../support/local-service.ts';

let service: LocalService;
let reference: string;
beforeAll(async () => {
  service = await startService('2026-12-18T09:00:00Z');
  reference = await service.complain({
    whatHappened: 'The council never answered my three letters about the broken lift in Farley Court.',
    name: 'Rosa Mellor',
    reachBy: ['email'],
    email: 'rosa@mailbox.example',
  });
  await service.settle();
});
afterAll(async () => {
  await service?.stop();
});

const team = 'complaints-team@luton.example';

/** What was spoken of the case, whoever was told of it with what else. */
async function alerts(): Promise<string[]> {
  return (await service.case(reference)).alerts.map(({ deadline, kind, on }) => `${deadline} ${kind} ${on}`);
}

test('received on Friday 18 December, it must be acknowledged by Tuesday 29 December, and says why', async () => {
  const deadline = (await service.case(reference)).deadlines.find(({ kind }) => kind === 'acknowledge');
  expect(deadline?.due).toBe('2026-12-29');
  expect(deadline?.explanation).toContain(
    '5 working days from Fri 18 Dec 2026: Mon 21, Tue 22, Wed 23, Thu 24, Tue 29; 25 and 28 Dec are bank holidays',
  );
  expect(deadline?.alerts.slice(0, 3)).toMatchObject([
    { kind: 'warning', at: '2026-12-23T08:30:00.000Z' },
    { kind: 'due', at: '2026-12-29T08:30:00.000Z' },
    { kind: 'overdue', at: '2026-12-30T08:30:00.000Z' },
  ]);
});

test('an officer decides the route; then the alerts speak on the right mornings, and once', async () => {
  const officer = await service.officer();
  await officer.open(`/desk/cases/${reference}`);
  await officer.submit('/accept-at-stage-one', { service: 'housing', ombudsman: 'HOS' });
  await service.settle();
  expect((await service.schedules()).filter(({ name }) => name.startsWith(reference)).map(({ at }) => at)).toEqual([
    '2026-12-29T09:00:00.000Z',
  ]);

  await service.clockTo('2026-12-23T08:29:00Z');
  expect(await alerts()).toEqual([]);
  await service.clockTo('2026-12-23T12:00:00Z');
  expect(await alerts()).toEqual(['acknowledge warning 2026-12-23']);
  await service.clockTo('2026-12-29T08:00:00Z');
  expect(await alerts()).toHaveLength(1);
  await service.clockTo('2026-12-29T12:00:00Z');
  expect(await alerts()).toEqual(['acknowledge due 2026-12-29', 'acknowledge warning 2026-12-23']);
  // Nobody has been given it, so the team hears of its dates: in one message on each of those two mornings.
  const mails = (await service.mails(team)).filter(({ subject }) => /due|overdue/.test(subject));
  expect(mails.map(({ subject }) => subject)).toEqual(['This morning: 1 due in two working days', 'This morning: 1 due today']);
  for (const { text } of mails) {
    expect(text).toContain('/desk/cases/');
    expect(text).not.toMatch(/Rosa|lift/);
  }
});

test('a late acknowledgement is apologised for by itself and a recorded breach, and the response counts from the day it was made', async () => {
  await service.clockTo('2026-12-30T12:00:00Z');
  expect(await alerts()).toContain('acknowledge overdue 2026-12-30');
  const apologies = (await service.mails('rosa@mailbox.example')).filter(({ subject }) =>
    subject.includes('we are sorry that we are late'),
  );
  expect(apologies.map(({ text }) => text.replace(/\s+/g, ' '))).toEqual([
    expect.stringContaining('We will write to you by Thursday 7 January 2027, or sooner.'),
  ]);
  const officer = await service.officer();
  await officer.open(`/desk/cases/${reference}`);
  const amina = officer
    .page()
    .querySelectorAll('select[name="officer"] option')
    .find((one) => one.text.includes('Amina'));
  await officer.submit('/allocate', {
    service: 'housing',
    officer: amina?.getAttribute('value') ?? '',
    reason: 'Her first cases; a colleague sits beside her.',
  });
  await officer.submit('/acknowledge', { definition: 'Your letters were not answered.', outcomesSought: 'An answer.' });
  await service.settle();
  const shown = await service.case(reference);
  expect(shown.timeline.map(({ type }) => type)).toContain('deadline-missed');
  expect(shown.deadlines.find(({ kind }) => kind === 'acknowledge')).toMatchObject({ due: '2026-12-29', met: '2026-12-30', missed: true });
  expect(shown.deadlines.find(({ kind }) => kind === 'respond')).toMatchObject({ due: '2027-01-14' });
});

test('a bank holiday proclaimed late moves the response once two officers have entered it; the promised day stays, and the case says so', async () => {
  const officer = await service.officer();
  await officer.open('/desk/bank-holidays');
  await officer.submit('/desk/bank-holidays', {
    'date-day': '6',
    'date-month': '1',
    'date-year': '2027',
    name: 'A day of thanks',
    source: 'The London Gazette, 30 December 2026',
  });
  const colleague = await service.officer('Tom Ferris');
  await colleague.open('/desk/bank-holidays');
  await colleague.submit('/2027-01-06/approve');
  expect(colleague.text()).toContain('Dates are counted with it from now on');

  await service.clockTo('2026-12-31T09:45:00Z');
  const shown = await service.case(reference);
  expect(shown.timeline.at(-1)?.type).toBe('calendar-revised');
  const response = shown.deadlines.find(({ kind }) => kind === 'respond');
  expect(response).toMatchObject({ due: '2027-01-15', promised: '2027-01-14' });
  const theNextDay = await service.officer();
  await theNextDay.open(`/desk/cases/${reference}`);
  expect(theNextDay.text()).toContain('Dates moved by a bank holiday: A day of thanks');
  expect(theNextDay.text()).toContain('due on Friday 15 January 2027. It was Thursday 14 January 2027.');
  await service.clockTo('2027-01-04T12:00:00Z');
  expect((await service.case(reference)).timeline.filter(({ type }) => type === 'calendar-revised')).toHaveLength(1);
});

test('nothing was refused, and nothing was lost', async () => {
  expect((await service.settle()).failed).toEqual([]);
  expect(await service.denied()).toEqual([]);
});
