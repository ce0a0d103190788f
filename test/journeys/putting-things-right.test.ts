import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalService, message, startService } from '../support/local-service.ts';

// A remedy that is not done (policy section 7; duties D27 and D31): promised in the response, asked about, done late, asked again, closed.

let service: LocalService;
let reference: string;
beforeAll(async () => {
  service = await startService('2026-11-02T09:00:00Z');
  reference = await service.complain({
    whatHappened: 'The council has not emptied my bin for three weeks although I reported it four times. I am very unhappy.',
    name: 'Rosa Mellor',
    reachBy: ['email'],
    email: 'rosa@mailbox.example',
  });
  await service.settle();
});
afterAll(async () => {
  await service?.stop();
});

const rosa = 'rosa@mailbox.example';
/** Her letters, without the line breaks of the text version. */
const mailAbout = async (subject: string) =>
  (await service.mails(rosa))
    .filter((mail) => mail.subject.includes(subject))
    .map((mail) => ({ ...mail, text: mail.text.replace(/\s+/g, ' ') }));
const atTheCase = async () => {
  const officer = await service.officer();
  await officer.open(`/desk/cases/${reference}`);
  return officer;
};

test('the response promises what we will do, by when and by whom', async () => {
  const officer = await atTheCase();
  const amina = (name: string) =>
    officer
      .page()
      .querySelectorAll(`select[name="${name}"] option`)
      .find((option) => option.text.includes('Amina'))
      ?.getAttribute('value') ?? '';
  await officer.submit('/accept-at-stage-one', { service: 'waste', ombudsman: 'LGSCO' });
  await officer.submit('/allocate', {
    service: 'waste',
    officer: amina('officer'),
    reason: 'Her first cases; a colleague sits beside her.',
  });
  await officer.submit('/acknowledge', { definition: 'Your bin was not emptied.', outcomesSought: 'Empty it.' });
  await officer.submit('/record-contact', {
    'on-day': '2',
    'on-month': '11',
    'on-year': '2026',
    how: 'telephone',
    outcome: 'spoke',
    note: 'She told us which bin.',
  });
  await officer.formOf('respond');
  await officer.submit('/respond', {
    'outcome-1': 'upheld',
    decision: 'You are right. We did not empty your bin.',
    'reasons-1': 'The lorry log shows it.',
    'remedy-type-1': 'action-after-delay',
    'remedy-what-1': 'Empty the bin and leave a second one.',
    'remedy-impact-1': 'The rubbish stood for three weeks.',
    'remedy-owner-1': amina('remedy-owner-1'),
    'remedy-due-1-day': '6',
    'remedy-due-1-month': '11',
    'remedy-due-1-year': '2026',
    affected: 'no',
    affectedOthers: 'The bins of the next two houses were emptied on their day.',
  });
  await service.settle();
  const [answer] = await mailAbout('Our answer to your complaint');
  expect(answer?.text).toContain('By Friday 6 November 2026');
  expect(answer?.text).toContain('Empty the bin and leave a second one. Amina Yusuf will see to it.');
  await officer.submit('/close', { reason: 'Answered.' }).then(
    () => expect.unreachable(),
    (refused) => expect(String(refused)).toContain('has no form for /close'),
  );
});

test('on the working day after, she is asked whether it is done, once, and her "no" opens it again by a new day', async () => {
  await service.clockTo('2026-11-09T09:59:00Z');
  expect(await mailAbout('did we do what we promised?')).toEqual([]);
  await service.clockTo('2026-11-09T12:00:00Z');
  const [asked, ...again] = await mailAbout('did we do what we promised?');
  expect(again).toEqual([]);
  expect(asked?.text).toContain('by Friday 6 November 2026');
  expect(asked?.text).toContain('Empty the bin and leave a second one.');
  expect(asked?.text).not.toMatch(/rubbish|three weeks/i);

  await service.email(message(`Rosa Mellor <${rosa}>`, `Re: ${asked?.subject}`, 'No, it is still full.'), `?to=${asked?.replyTo[0]}`);
  await service.settle();
  const officer = await atTheCase();
  expect(officer.text()).toContain('No, it is still full.');
  expect(officer.page().querySelector('.next-step #form-record-answer-to-done')).not.toBeNull();
  await officer.submit('/mark-read');
  await officer.submit('/record-answer-to-done', {
    done: 'no',
    note: 'She wrote on 9 November.',
    'due-day': '11',
    'due-month': '11',
    'due-year': '2026',
  });
  await service.settle();
  const [late] = await mailAbout('a new date for what we promised');
  expect(late?.text).toContain('We will do it by Wednesday 11 November 2026.');
});

test('it is chased, done, asked about again, and only then the case closes', async () => {
  await service.clockTo('2026-11-11T12:00:00Z');
  const spoken = (await service.case(reference)).alerts.map(({ deadline, about, kind, on }) => `${deadline} ${about} ${kind} ${on}`);
  expect(spoken).toContain('remedy 1 due 2026-11-11');
  const officer = await atTheCase();
  await officer.submit('/record-remedy-done', {
    'on-day': '11',
    'on-month': '11',
    'on-year': '2026',
    evidence: 'Job 4711, seen by the crew leader.',
  });
  await service.clockTo('2026-11-12T12:00:00Z');
  expect(await mailAbout('did we do what we promised?')).toHaveLength(2);
  const nextDay = await atTheCase();
  expect(nextDay.text()).toContain('We asked whether it was done. Record their answer, or wait until');
  await nextDay.submit('/record-answer-to-done', { done: 'yes', note: 'She rang on 12 November: all is well.' });
  await nextDay.submit('/close', { reason: 'Everything that we promised is done.' });
  expect(nextDay.text()).toContain('The case is closed');
});

test('nothing was refused, and nothing was lost', async () => {
  expect((await service.settle()).failed).toEqual([]);
  expect(await service.denied()).toEqual([]);
});
