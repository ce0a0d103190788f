import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Kept, type LocalService, saying, startService } from '../support/local-service.ts';
import type { Visitor } from '../support/visitor.ts';

const samples = fileURLToPath(new URL('../samples/', import.meta.url));
const read = (name: string) => readFileSync(`${samples}${name}`, 'utf8');
const calls = readdirSync(samples).filter((name) => name.startsWith('vm-'));

let service: LocalService;
let officer: Visitor;

beforeAll(async () => {
  service = await startService('2026-12-18T09:00:00Z');
  await service.fault({ service: 'events', duplicate: true });
  for (const name of calls) {
    const caller = name.startsWith('vm-02') ? 'anonymous' : '+441632960123';
    await service.voicemail(read(name), `?caller=${encodeURIComponent(caller)}&at=2026-12-18T08:12:04Z`);
  }
  await service.voicemail('RIFF of noise', '?name=noise&caller=01632960124');
  await service.email(read('13-voicemail-by-mail.eml'), '?to=voicemail@luton.gov.uk');
  await service.settle();
  officer = await service.officer();
});
afterAll(async () => {
  await service?.stop();
});

async function caseSaying(words: string) {
  const cases = await Promise.all((await service.cases()).map(({ reference }) => service.case(reference)));
  const found = cases.filter(({ contacts }) => contacts.some(({ text }) => text.includes(words)));
  expect(found).toHaveLength(1);
  return found[0]!;
}
const caller = async (id: string): Promise<Kept | undefined> =>
  (await service.contacts()).find((one) => one.channel === 'voicemail' && one.id.startsWith(id));

describe('eight recorded calls, every event delivered twice', () => {
  test.each([
    ['kitchen window', ['stage-one'], 'Prater'],
    ['football badges', ['stage-one'], 'lanyard'],
    ['citizen ship', ['stage-one'], 'known'],
    ['hedge', ['stage-two'], 'Ormerod'],
    ['food waste', ['service-request'], 'Nunnery'],
    ['carers', ['adult-social-care'], 'Idowu'],
    ['generator', ['stage-one', 'service-request'], 'pups'],
  ] as const)('the one about “%s” opens one case, its doubtful words marked', async (words, routes, doubtful) => {
    const { reference, state, contacts, deadlines, notices } = await caseSaying(words);
    expect(routes).toContain(state.route.suggested);
    expect(contacts).toHaveLength(1);
    expect(deadlines.find(({ kind }) => kind === 'call-back')?.due).toBe('2026-12-21');
    expect(notices.filter(({ kind }) => kind === 'receipt')).toEqual([]);
    await officer.open(`/desk/cases/${reference}`);
    const marked = officer.page().querySelectorAll('.message .doubtful');
    expect(marked.map((part) => part.text).join(' ')).toContain(doubtful);
    expect(marked.every((part) => part.text.includes('(not sure)'))).toBe(true);
  });

  test('silence is held, first in the queue, and opens its case when somebody has listened: with the day of the call', async () => {
    const silent = await caller('lbc-vm-20260803');
    expect(silent).toMatchObject({ hold: 'needs-listening', standing: { kind: 'held' } });
    await officer.open('/desk');
    await officer.follow('A recorded call');
    expect(officer.text()).toContain('A machine heard next to nothing');
    await officer.open(`/desk/held/voicemail/${silent?.id}`);
    await officer.submit('/release', { said: '' });
    expect(officer.text()).toContain('Write down what was said');
    await officer.submit('/release', {
      said: 'Nobody has answered my letters about Ashcroft Road.',
      name: 'Rosa Example',
      telephone: '01632 960125',
    });
    const { state, timeline, deadlines } = await service.case(/LBC-\d{4}-\d{6}/.exec(officer.path())?.[0] ?? '');
    expect(state).toMatchObject({
      stage: 'received',
      receivedOn: '2026-12-18',
      complainant: { name: 'Rosa Example', telephone: '01632 960125' },
    });
    expect(timeline.map(({ type }) => type)).toEqual(['complaint-received', 'transcript-checked']);
    expect(deadlines.map(({ kind }) => kind)).toContain('call-back');
  });

  test('possible harm is told at once', async () => {
    const { notices } = await caseSaying('carers');
    expect(notices.filter(({ kind }) => kind === 'possible-harm')).toHaveLength(2);
  });

  test('a spoken case number is a question for an officer, and joins nobody', async () => {
    const { reference } = await caseSaying('hedge');
    await officer.open(`/desk/cases/${reference}`);
    expect(officer.text()).toContain('LBC-2026-003310');
  });
});

describe('a caller', () => {
  test('whose address an officer confirms gets a receipt to print, and nobody has to ring', async () => {
    const { reference } = await caseSaying('food waste');
    await officer.open(`/desk/cases/${reference}`);
    const form = officer.page().querySelector('#form-confirm-caller');
    expect(form?.querySelector('[name=name]')?.getAttribute('value')).toBe('Obafemi Cole');
    expect(form?.querySelector('[name=telephone]')?.getAttribute('value')).toBe('07700 900772');
    expect(form?.querySelector('[name=address]')?.text.trim()).toBe('8 Nunnery Lane');
    expect(form?.querySelectorAll('[name=reachBy][checked]')).toEqual([]);
    await officer.submit('/confirm-caller', { reachBy: ['email'] });
    expect(officer.text()).toContain('Enter the email address at which it is safe to write to them');
    await officer.submit('/confirm-caller', { name: 'Obafemi Cole', address: '8 Nunnery Lane\nLuton', reachBy: ['post'] });
    await service.settle();
    const { deadlines, notices } = await service.case(reference);
    expect(notices).toMatchObject([{ kind: 'receipt', state: 'to-print' }]);
    expect(deadlines.map(({ kind }) => kind)).toContain('post-letter');
    expect(deadlines.map(({ kind }) => kind)).not.toContain('call-back');
  });

  test('who gives an email address gets the receipt there', async () => {
    const { reference } = await caseSaying('kitchen window');
    await officer.open(`/desk/cases/${reference}`);
    await officer.submit('/confirm-caller', { name: 'Yvonne Prater', email: 'yvonne@resident.example', reachBy: ['email', 'telephone'] });
    await service.settle();
    expect((await service.mails('yvonne@resident.example')).map(({ subject }) => subject)).toEqual([`We have your message: ${reference}`]);
  });

  test('with a telephone only is rung back: the task ends when an officer has spoken to them', async () => {
    const { reference } = await caseSaying('generator');
    await officer.open(`/desk/cases/${reference}`);
    await officer.submit('/accept-at-stage-one', { service: 'environmental-health' });
    const form = await officer.formOf('allocate');
    await officer.submit('/allocate', {
      officer: form?.querySelector('#allocate-officer option[value]:nth-child(2)')?.getAttribute('value') ?? '',
      reason: 'No training is on record yet.',
    });
    expect(officer.text()).toContain('until then the acknowledgement would reach nobody');
    const rung = { 'on-day': '18', 'on-month': '12', 'on-year': '2026' };
    await officer.submit('/record-call-back', { ...rung, outcome: 'no-answer', note: 'It rang out.' });
    expect((await service.case(reference)).deadlines.find(({ kind }) => kind === 'call-back')?.due).toBe('2026-12-21');
    await officer.submit('/record-call-back', { ...rung, outcome: 'spoke', note: 'Her name is Tallman; she wants a letter.' });
    expect((await service.case(reference)).deadlines.map(({ kind }) => kind)).not.toContain('call-back');
  });
});

describe('a recording', () => {
  test('of which Transcribe can make nothing is held, to be listened to', async () => {
    expect(await caller('noise')).toMatchObject({ hold: 'needs-listening', standing: { kind: 'held' } });
  });

  test('is played from a link of five minutes, as audio, to officers only', async () => {
    const { reference } = await caseSaying('hedge');
    await officer.open(`/desk/cases/${reference}`);
    const src = officer.page().querySelector('audio')?.getAttribute('src') ?? '';
    const stranger = service.visitor();
    await stranger.open(src);
    expect(stranger.heading()).not.toBe('');
    const link = await officer.linkOf(src);
    const heard = await fetch(link, { headers: { range: 'bytes=0-3' } });
    expect([heard.status, heard.headers.get('content-type'), await heard.text()]).toEqual([206, 'audio/wav', 'RIFF']);
    expect((await fetch(link.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000'))).status).toBe(403);
    await service.clockTo('2026-12-18T09:30:00Z');
    expect((await fetch(link)).status).toBe(403);
  });

  test('that came by email goes the same way, with the number in its header', async () => {
    const [mail] = (await service.contacts()).filter(({ automatic }) => automatic === 'voicemail');
    expect(mail?.standing.kind).toBe('filed');
    expect(await caller(mail?.id ?? 'none')).toMatchObject({ from: { telephone: '+441632960123' }, standing: { kind: 'held' } });
  });

  test('in an email that was held as spam goes the same way once an officer releases it', async () => {
    await service.email(read('13-voicemail-by-mail.eml'), '?to=voicemail@luton.gov.uk&spam=FAIL');
    await service.settle();
    const held = (await service.contacts()).find(({ hold }) => hold === 'spam-suspected');
    await officer.open(`/desk/held/email/${held?.id}`);
    await officer.submit('/release');
    expect(officer.path()).toBe('/desk');
    await service.settle();
    expect(await caller(held?.id ?? 'none')).toMatchObject({ hold: 'needs-listening', standing: { kind: 'held' } });
  });

  test('whose result never comes is found by the sweep after two hours', async () => {
    await service.voicemail('RIFF of waiting', '?name=never-answered');
    await service.settle();
    expect(await caller('never')).toBeUndefined();
    await service.clockTo('2026-12-18T10:45:00Z');
    expect(await caller('never')).toBeUndefined();
    await service.clockTo('2026-12-18T13:00:00Z');
    expect(await caller('never')).toMatchObject({ hold: 'needs-listening', standing: { kind: 'held' } });
  });

  test('whose transcript nobody was told of is taken in by the sweep within the hour', async () => {
    // The news of the transcript is lost: events stop while Transcribe is still at it, both times that it is asked.
    await service.fault({ service: 'transcribe', operation: 'StartTranscriptionJob', delayMs: 1_500 });
    await service.voicemail(saying('You lost my forms twice and nobody rings me back.'), '?name=unheard&caller=01632960126');
    await service.fault({ service: 'events', stopped: true });
    await service.settle();
    await service.mend();
    expect(await caller('unheard')).toBeUndefined();
    await service.clockTo('2026-12-18T14:10:00Z');
    expect((await caller('unheard'))?.standing.kind).toBe('in-case');
  });
});

test('no role was refused anything, and nothing was given up', async () => {
  expect(await service.denied()).toEqual([]);
  expect((await service.settle()).failed).toEqual([]);
});
