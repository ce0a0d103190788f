import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalService, message, startService } from '../support/local-service.ts';
import type { Visitor } from '../support/visitor.ts';

// Policy section 5, duty D30: advice before the answer, two people for it, and what is found reported on the same day.

let service: LocalService;
beforeAll(async () => {
  service = await startService('2026-03-02T10:00:00Z');
});
afterAll(async () => {
  await service?.stop();
});

const subjectsTo = async (address: string) => (await service.mails(address)).map(({ subject }) => subject);

test('discrimination that is raised in the middle is advised on, answered by two people, found, and reported on the same day', async () => {
  // Everybody has signed in before: the directory knows their roles.
  for (const name of ['Grace Okoro', 'Helen Marsh', 'Imran Shah']) await service.officer(name);
  await service.email(
    message('rosa@mailbox.example', 'our bins', 'I complain that our bins were missed again. Nobody comes to our street.'),
  );
  await service.settle();
  const reference = /LBC-\d{4}-\d{6}/.exec((await subjectsTo('rosa@mailbox.example'))[0] ?? '')?.[0] ?? '';
  const casePath = `/desk/cases/${reference}`;

  const amina = await service.officer();
  await amina.open(casePath);
  await amina.submit('/accept-at-stage-one', { service: 'waste', ombudsman: 'LGSCO' });
  await amina.submit('/allocate', { service: 'waste', officer: optionOf(amina, 'Amina Yusuf'), reason: 'No training is on record here.' });
  await amina.submit('/acknowledge', { definition: 'Your street is left out.', outcomesSought: 'You would like it collected.' });
  await amina.submit('/record-contact', { how: 'telephone', outcome: 'spoke', note: 'She told us more.', ...on('2', '3') });
  await amina.submit('/raise-discrimination', { because: 'Only the street where Travellers live is left out.' });
  await service.settle();
  expect(await subjectsTo('imran.shah@luton.example')).toEqual([`${reference}: your advice is needed before we answer`]);
  expect(amina.text()).toContain('Ask an equality co-ordinator first');

  // Nobody advises: the co-ordinator hears of it on the day, and the complaint's clock runs on.
  await service.clockTo('2026-03-04T09:20:00Z');
  await service.settle();
  const morning = (await service.mails('imran.shah@luton.example')).find(({ subject }) => subject.startsWith('This morning: 1 due today'));
  expect(morning?.text).toContain(reference);
  expect(morning?.text).toMatch(/advice of an equality co-ordinator is due on\s+Wednesday 4 March 2026/);
  const imran = await service.officer('Imran Shah');
  await imran.open(casePath);
  await imran.submit('/record-consultation', { advice: 'Compare the rounds of both streets.' });

  const again = await service.officer();
  await again.open(casePath);
  await again.submit('/respond', {
    decision: 'We left your street out, and we are sorry.',
    'outcome-1': 'upheld',
    'reasons-1': 'The round sheets leave out your street only.',
    'found-1': 'yes',
    affected: 'no',
    affectedOthers: 'The whole street is back on the round.',
  });
  expect(again.text()).toContain('It waits for a second person');
  await service.settle();
  expect(await subjectsTo('rosa@mailbox.example')).toHaveLength(2);

  const tom = await service.officer('Tom Ferris');
  await tom.open(casePath);
  expect(tom.text()).toContain('Discrimination found.');
  await tom.submit('/approve');
  expect(tom.text()).toContain('Report discrimination to the Head and the Service Director');
  await service.settle();
  const answer = (await service.mails('rosa@mailbox.example')).at(-1);
  expect(answer?.subject).toBe(`Our answer to your complaint ${reference}`);
  expect(answer?.text.replace(/\s+/g, ' ')).toContain('We found discrimination, and we are sorry.');

  const report = `${reference}: reported to you under section 5 of the complaints policy`;
  for (const address of ['grace.okoro@luton.example', 'social-justice-unit@luton.example', 'waste-complaints@luton.example'])
    expect(await subjectsTo(address)).toContain(report);
  const [toTheUnit] = await service.mails('social-justice-unit@luton.example');
  expect(toTheUnit?.text).not.toMatch(/rosa|street|traveller/i);

  // The duty to report ended with the sending.
  await tom.open(casePath);
  expect(tom.text()).toContain('Reported on Wednesday 4 March 2026.');
  expect((await service.case(reference)).deadlines.map(({ kind, due, met }) => [kind, met ?? due])).toContainEqual([
    'equality-advice',
    '2026-03-04',
  ]);
  expect((await service.case(reference)).deadlines.map(({ kind }) => kind)).not.toContain('report-discrimination');
  expect((await service.settle()).failed).toEqual([]);
  expect(await service.denied()).toEqual([]);
});

const on = (day: string, month: string) => ({ 'on-day': day, 'on-month': month, 'on-year': '2026' });

/** The value of the option that names the officer. */
function optionOf(visitor: Visitor, name: string): string {
  const option = visitor
    .page()
    .querySelectorAll('select[name="officer"] option')
    .find((one) => one.text.includes(name));
  return option?.getAttribute('value') ?? '';
}
