import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalService, message, startService } from '../support/local-service.ts';
import type { Visitor } from '../support/visitor.ts';

// Policy section 2, word for word: "A resident tells us their bin has not been collected. We treat this as a request for service and notify the
// resident their bin will be collected within three working days. Four working days later the residents contacts us to tell us their bin has still
// not been collected. We will treat this as a complaint." And: "Our efforts to resolve the service request will not stop if a complaint is made."

let service: LocalService;
let officer: Visitor;
let reference: string;
beforeAll(async () => {
  service = await startService('2026-11-02T09:00:00Z');
});
afterAll(async () => {
  await service?.stop();
});

const rosa = 'Rosa Mellor <rosa@mailbox.example>';
const deadline = async (kind: string) => (await service.case(reference)).deadlines.find((one) => one.kind === kind);
/** With its lines joined: where a mail program breaks them says nothing. */
const lastLetter = async () => {
  const letter = (await service.mails('rosa@mailbox.example')).at(-1);
  return letter && { ...letter, text: letter.text.replace(/\s+/g, ' ') };
};
const openCase = async () => {
  officer = await service.officer();
  await officer.open(`/desk/cases/${reference}`);
};

test('on Monday a resident tells us that their bin has not been collected, and it is promised within three working days', async () => {
  await service.email(message(rosa, 'bin', 'My bin has not been collected. Please send somebody.'));
  await service.settle();
  reference = /LBC-\d{4}-\d{6}/.exec((await lastLetter())?.subject ?? '')?.[0] ?? '';
  await openCase();
  await officer.submit('/record-service-request', {
    service: 'waste',
    ombudsman: 'LGSCO',
    whatWeWillDo: 'Your bin will be collected within three working days.',
    'promisedBy-day': '5',
    'promisedBy-month': '11',
    'promisedBy-year': '2026',
  });
  await service.settle();
  expect((await lastLetter())?.text).toContain('What we will do by Thursday 5 November 2026');
  expect(await deadline('service-request')).toMatchObject({ due: '2026-11-05', met: null });
});

test('on the promised day, at four in the afternoon, they are asked whether it is fixed', async () => {
  await service.clockTo('2026-11-05T15:59:00Z');
  expect((await lastLetter())?.subject).not.toContain('is it fixed?');
  await service.clockTo('2026-11-05T16:10:00Z');
  await service.settle();
  const letter = await lastLetter();
  expect(letter?.subject).toBe(`Your request ${reference}: is it fixed?`);
  expect(letter?.text).toContain('by today, Thursday 5 November 2026. Is it fixed?');
  expect(letter?.text).not.toMatch(/\bbins?\b/i);
});

test('on the fourth working day they write that it has still not been collected: a complaint received that day', async () => {
  await service.clockTo('2026-11-06T10:00:00Z');
  const asked = await lastLetter();
  await service.email(message(rosa, `Re: ${asked?.subject}`, 'My bin has still not been collected.'), `?to=${asked?.replyTo[0]}`);
  await service.settle();
  expect(await deadline('acknowledge-complaint')).toMatchObject({ due: '2026-11-13' });
  // Days may pass before somebody looks: the complaint keeps the day on which they said it.
  await service.clockTo('2026-11-09T11:00:00Z');
  await openCase();
  await officer.submit('/accept-at-stage-one', { service: 'waste', ombudsman: 'LGSCO', from: 'message' });
  await service.settle();
  expect((await service.case(reference)).state.stage).toBe('accepted');
  expect(await deadline('acknowledge')).toMatchObject({ due: '2026-11-13', met: null });
  expect(officer.text()).toContain('A complaint since Friday 6 November 2026');
});

test('and work on the request goes on beside it until it is done', async () => {
  expect(await deadline('service-request')).toMatchObject({ due: '2026-11-05', met: null });
  await officer.submit('/answer-service-request', { answer: 'The crew came back this morning and emptied it.' });
  await service.settle();
  const letter = await lastLetter();
  expect(letter?.text).toContain('The crew came back this morning');
  expect(letter?.text).toContain('We are still looking into your complaint.');
  expect(await deadline('service-request')).toMatchObject({ met: '2026-11-09', missed: true });
  expect((await service.case(reference)).state.stage).toBe('accepted');
});

test('nothing was refused, and nothing was lost', async () => {
  expect((await service.settle()).failed).toEqual([]);
  expect(await service.denied()).toEqual([]);
});
