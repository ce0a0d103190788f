import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalService, message, startService } from '../support/local-service.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startService('2026-03-02T10:00:00Z');
});
afterAll(async () => {
  await service?.stop();
});

/** With its lines joined: where a mail program breaks them says nothing. */
const lettersTo = async (address: string) =>
  (await service.mails(address)).map(({ subject, text }) => ({ subject, text: text.replace(/\s+/g, ' ') }));

async function opened(from: string, subject: string, words: string): Promise<string> {
  await service.email(message(from, subject, words));
  await service.settle();
  return /LBC-\d{4}-\d{6}/.exec((await lettersTo(from)).at(-1)?.subject ?? '')?.[0] ?? '';
}

test('a complaint is not accepted by two people, and its letter names the Ombudsman with the reasons', async () => {
  const reference = await opened('rosa@mailbox.example', 'our bin', 'I complain again about the bin that was missed in 2024.');
  const amina = await service.officer();
  await amina.open(`/desk/cases/${reference}`);
  await amina.submit('/decline', {
    ground: 'out-of-time',
    'knownOn-day': '10',
    'knownOn-month': '1',
    'knownOn-year': '2024',
    goesOn: 'no',
    facts: 'The round was put right in January 2024.',
    discretion: 'You were ill until the summer of 2024.',
    alternative: 'If it happens again, tell us the same day.',
    ombudsman: 'LGSCO',
  });
  expect(amina.text()).toContain('It waits for a second person');
  await service.settle();
  expect(await lettersTo('rosa@mailbox.example')).toHaveLength(1);
  expect(await amina.formOf('approve')).toBeUndefined();
  expect(amina.text()).toContain('You proposed this yourself');

  const tom = await service.officer('Tom Ferris');
  await tom.open(`/desk/cases/${reference}`);
  expect(tom.text()).toContain('You were ill until the summer of 2024.');
  await tom.submit('/approve');
  await service.settle();
  const letter = (await lettersTo('rosa@mailbox.example')).at(-1);
  expect(letter?.subject).toBe(`Your complaint ${reference}: why we are not looking into it`);
  for (const part of [
    'We received your complaint on Monday 2 March 2026. We have decided not to look into it',
    'The 12 months began on Wednesday 10 January 2024 and ended on Friday 10 January 2025.',
    'You were ill until the summer of 2024.',
    'If it happens again, tell us the same day.',
    'Local Government and Social Care Ombudsman',
    '0300 061 0614',
    'Amina Yusuf, Complaints Team',
  ])
    expect(letter?.text).toContain(part);
  expect((await service.case(reference)).state.route).toMatchObject({ decided: 'out-of-time' });
});

test('a housing benefit appeal is handed over with its date; the Head hears when nobody confirms it, and no more once somebody does', async () => {
  const reference = await opened(
    'ken@mailbox.example',
    'overpayment',
    'I appeal against the decision that I was overpaid housing benefit.',
  );
  await service.officer('Grace Okoro');
  const amina = await service.officer();
  await amina.open(`/desk/cases/${reference}`);
  await amina.submit('/hand-over', {
    to: 'housing-benefit-appeal',
    extent: 'whole',
    reasons: 'You ask for a decision about housing benefit to be changed.',
    told: 'The benefits appeals team writes to you within two weeks.',
  });
  await service.settle();
  const letter = (await lettersTo('ken@mailbox.example')).at(-1);
  expect(letter?.text).toContain(
    'You do not need to send it again. We received it on Monday 2 March 2026, and that is the date that counts.',
  );
  const [toTeam] = await lettersTo('benefits-appeals@luton.example');
  expect(toTeam?.subject).toBe(`${reference}: handed over to you, please confirm by Tuesday 3 March 2026`);
  expect(toTeam?.text).not.toMatch(/overpa|ken@/i);

  const toHead = async () => (await lettersTo('grace.okoro@luton.example')).filter(({ text }) => /confirmed hand-over was due/.test(text));
  await service.clockTo('2026-03-03T17:00:00Z');
  await service.settle();
  expect(await toHead()).toEqual([]);
  await service.clockTo('2026-03-04T09:20:00Z');
  await service.settle();
  expect(await toHead()).toMatchObject([{ subject: 'This morning: 1 overdue', text: expect.stringContaining(reference) }]);
  const tom = await service.officer('Tom Ferris');
  expect(tom.text()).toContain('Hand-over not confirmed');

  await tom.open(`/desk/cases/${reference}`);
  await tom.submit('/confirm-hand-over', { by: 'Wren Example', 'on-day': '4', 'on-month': '3', 'on-year': '2026' });
  await service.clockTo('2026-03-06T12:00:00Z');
  await service.settle();
  expect(await toHead()).toHaveLength(1);
  expect((await service.case(reference)).deadlines).toMatchObject([
    { kind: 'hand-over', due: '2026-03-03', met: '2026-03-04', missed: true },
  ]);
});
