import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaseStore } from '../../../functions/adapters/table/case-store.ts';
import type { CaseFile, CaseStore, ContactRecord, NoticeRecord } from '../../../functions/app/ports.ts';
import { storedEventVersion1 } from '../../../functions/contracts/stored/case-event.ts';
import { storedStateItem } from '../../../functions/contracts/stored/case-state.ts';
import { storedContactItem } from '../../../functions/contracts/stored/contact.ts';
import { storedFileCheck } from '../../../functions/contracts/stored/file-check.ts';
import type { Month } from '../../../functions/domain/calendar/month.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import type { Stage } from '../../../functions/domain/cases/case.ts';
import type { CaseEvent } from '../../../functions/domain/cases/event.ts';
import { replay } from '../../../functions/domain/cases/evolve.ts';
import { type ComplaintsTable, complaintsTable, putAll } from '../../support/complaints-table.ts';
import { at, date, officer } from './examples.ts';

// What releases have stored must be readable for ever. Each file holds items as one release wrote them, in the format in which DynamoDB
// exports tables. Once a release is out its file never changes: a new shape is read by an upcaster, or gets a file of its own. From the fourth release
// on a file holds only what is new in it.

const folder = join(import.meta.dirname, 'golden');
const releases = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const whole = ['release-1.jsonl', 'release-2.jsonl', 'release-3.jsonl'];

const itemOf = (line: string): Record<string, AttributeValue> => JSON.parse(line).Item;

describe.each(releases)('what %s holds', (release) => {
  const items: Record<string, AttributeValue>[] = readFileSync(join(folder, release), 'utf8').trim().split('\n').map(itemOf);
  const references = items.filter(({ sk }) => sk?.S === 'STATE').map(({ pk }) => pk?.S?.replace('CASE#', '') as Reference);
  let table: ComplaintsTable;
  let store: CaseStore;
  const files: CaseFile[] = [];

  beforeAll(async () => {
    table = await complaintsTable(`golden${releases.indexOf(release)}`);
    store = createCaseStore({ ...table, personKey: ({ kind }) => kind });
    await putAll(table, items);
    for (const reference of references) files.push((await store.loadFile(reference))!);
  });
  afterAll(() => table.client.destroy());

  test('is read case by case, each with as many commands as its version says', () => {
    expect(files.map(({ state }) => state.reference)).toEqual(references);
    for (const { events, version } of files) expect(new Set(events.map(({ commandId }) => commandId)).size).toBe(version);
  });

  test('still replays to the snapshots that were stored', () => {
    expect(files).toHaveLength(references.length);
    for (const { events, state } of files) expect(replay(events)).toEqual(state);
  });

  if (!whole.includes(release)) return;

  test('is read in its queues', async () => {
    expect((await store.openCases()).length).toBe(items.filter(({ open }) => open?.S === 'open').length);
    expect((await store.openCases(date('2026-12-29')))[0]).toMatchObject({ complainant: 'Rowan Example', flags: ['urgent'] });
    expect((await store.heldContacts(50)).count).toBe(items.filter(({ open }) => open?.S === 'held').length);
    expect((await store.ownersOfPendingNotices(at('2027-12-31T00:00'))).length).toBeGreaterThan(0);
  });

  test('is read beside its cases', async () => {
    expect(await store.staff()).toEqual([officer]);
    expect(await store.plannedSchedule(references[0]!)).toBe(`${references[0]}-acknowledge-due-2026-12-29`);
    expect(files[0]?.alerts).toContainEqual({ deadline: 'acknowledge', kind: 'warning', on: date('2026-12-23') });
    expect(await store.drawReference('LBC', 2026)).toBe(`LBC-2026-${String(references.length + 1).padStart(6, '0')}`);
  });
});

describe('what release-3.jsonl holds beside its cases', () => {
  let table: ComplaintsTable;
  let store: CaseStore;
  beforeAll(async () => {
    table = await complaintsTable('goldenbeside');
    store = createCaseStore({ ...table, personKey: ({ kind }) => kind });
    const lines = readFileSync(join(folder, 'release-3.jsonl'), 'utf8').trim().split('\n');
    await putAll(table, lines.map(itemOf));
  });
  afterAll(() => table.client.destroy());

  test('is read: decisions that were counted, lessons, and bank holidays proclaimed late', async () => {
    expect((await store.countedDecisions('2027-03' as Month)).length).toBeGreaterThan(0);
    expect((await store.lessons()).length).toBeGreaterThan(0);
    expect(await store.calendar.additions()).toMatchObject([{ date: '2027-06-16', number: 1 }]);
    expect((await store.calendar.proclaimed()).map(({ standing }) => standing.kind)).toEqual(['approved', 'rejected']);
    expect(await store.calendar.walk()).toEqual({ number: 1, finished: true });
  });
});

describe('what release-4.jsonl holds of files', () => {
  let table: ComplaintsTable;
  let store: CaseStore;
  beforeAll(async () => {
    table = await complaintsTable('goldenfiles');
    store = createCaseStore({ ...table, personKey: ({ kind }) => kind });
    const lines = readFileSync(join(folder, 'release-4.jsonl'), 'utf8').trim().split('\n');
    await putAll(table, lines.filter((one) => /FILE#|UPLOAD#/.test(one)).map(itemOf));
  });
  afterAll(() => table.client.destroy());

  test('is read: a photo with its copy, a letter that nobody looked at, and whose the photo is', async () => {
    const photo = 'uploads/3f8a1c5e9b7d2f4a6c8e0b1d3f5a7c9e/9d2b6f4e-1c3a-4e5b-8f7d-6a9c0b2e4d1f';
    const letter = 'attachments/message-of-150/1.pdf';
    const known = await store.files.checks([photo, letter]);
    expect(known.get(photo)).toMatchObject({ scan: 'clean', seen: 'image/heic', asNamed: true, copy: 'made' });
    expect(known.get(letter)).toEqual({ toldAt: at('2026-11-03T09:05') });
    expect(await store.files.ofNobody([photo, letter])).toEqual([letter]);
  });
});

describe('who looked, as releases 4 and 5 have it', () => {
  let table: ComplaintsTable;
  beforeAll(async () => {
    table = await complaintsTable('goldenlooks');
    const lines = ['release-4.jsonl', 'release-5.jsonl'].flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
    await putAll(table, lines.filter((one) => one.includes('"LOOKED#')).map(itemOf));
  });
  afterAll(() => table.client.destroy());

  test('is read: pages that were counted one by one, and visits by the hour', async () => {
    const store = createCaseStore({ ...table, personKey: ({ kind }) => kind });
    expect((await store.looks('LBC-2026-000130' as Reference)).map(({ on, visits }) => [on, visits])).toEqual([
      ['2026-11-03', 3],
      ['2026-11-04', 2],
    ]);
    expect(await store.looks({ channel: 'email', id: 'away-of-150' })).toMatchObject([{ visits: 1 }]);
  });
});

test('a contact of release 5 says how somebody for whom another wrote can be asked', () => {
  const lines = readFileSync(join(folder, 'release-5.jsonl'), 'utf8').trim().split('\n');
  const line = lines.find((one) => one.includes('"CONTACT#web#dana-180"')) ?? '';
  const told = {
    name: 'Rosa Example',
    address: '8 Nunnery Lane\nLuton\nLU2 9AA',
    telephone: '01632 960124',
    email: 'rosa@resident.example',
  };
  expect(storedContactItem.parse(unmarshall(JSON.parse(line).Item)).contact.onBehalfOf).toMatchObject(told);
});

test('a contact of release 5 says in which language its form was', () => {
  const lines = readFileSync(join(folder, 'release-5.jsonl'), 'utf8').trim().split('\n');
  const line = lines.find((one) => one.includes('"CONTACT#web#dana-190"')) ?? '';
  expect(storedContactItem.parse(unmarshall(JSON.parse(line).Item)).contact).toMatchObject({ channel: 'web', language: 'pl' });
});

test('a case of release 5 says who sees to its hand-over, what went again, and to whom a proposal came back', () => {
  const lines = readFileSync(join(folder, 'release-5.jsonl'), 'utf8').trim().split('\n');
  const items = lines.filter((one) => one.includes('"CASE#LBC-2026-000197"')).map((one) => unmarshall(JSON.parse(one).Item));
  const asha = { subject: 'officer-asha' };
  expect(items.flatMap(({ event }) => (event ? [storedEventVersion1.parse(event)] : []))).toMatchObject([
    { type: 'complaint-received' },
    { type: 'notice-undelivered' },
    { type: 'email-corrected', sendsAgain: [{ noticeId: '0001-receipt', kind: 'receipt' }] },
    { type: 'handed-over', keeper: asha },
    { type: 'proposed' },
    { type: 'proposal-returned', to: asha },
  ]);
  expect(storedStateItem.parse(items.at(-1)).state).toMatchObject({ handOvers: [{ keeper: asha }], cameBack: { to: asha, number: 6 } });
});

test('release 5 says of a file in which a virus was found when its sender was told, and of a complaint how many files it brought', () => {
  const lines = readFileSync(join(folder, 'release-5.jsonl'), 'utf8').trim().split('\n');
  const item = (has: string) => unmarshall(JSON.parse(lines.find((one) => one.includes(has)) ?? '').Item);
  expect(storedFileCheck.parse(item('"senderToldAt"'))).toMatchObject({ scan: 'infected', senderToldAt: at('2026-11-02T13:05') });
  expect(storedEventVersion1.parse(item('"files":{"N"')['event'])).toMatchObject({ type: 'complaint-received', files: 2 });
});

describe('the golden items of all releases', () => {
  const everything = releases.map((release) => readFileSync(join(folder, release), 'utf8')).join('');
  // Complete by type: a new kind of event, stage or standing does not compile until it stands here, and does not pass until it is golden.
  const events: Record<CaseEvent['type'], true> = {
    'complaint-received': true,
    'correspondence-added': true,
    'correspondence-read': true,
    'crm-reference-recorded': true,
    'taken-back': true,
    'accepted-at-stage-one': true,
    'service-request-recorded': true,
    'sent-another-way': true,
    'handed-over': true,
    'hand-over-told': true,
    'hand-over-confirmed': true,
    'hand-over-returned': true,
    signposted: true,
    declined: true,
    'feedback-recorded': true,
    'harm-taken': true,
    'hazard-started': true,
    'hazard-step-recorded': true,
    allocated: true,
    'allocation-refused': true,
    'conflict-recorded': true,
    'conflict-removed': true,
    'contribution-asked': true,
    'contribution-recorded': true,
    acknowledged: true,
    'notice-undelivered': true,
    'reached-another-way': true,
    'letter-posted': true,
    'clarification-asked': true,
    'definition-amended': true,
    'contact-recorded': true,
    'contact-not-needed': true,
    'offer-answered': true,
    'updates-set': true,
    'update-sent': true,
    'apology-worded': true,
    apologised: true,
    'asked-while-overdue': true,
    'escalated-unanswered': true,
    'to-be-answered-now': true,
    'question-answered': true,
    'contact-moved-out': true,
    'point-added': true,
    'chaser-answered': true,
    'stage-two-acknowledged': true,
    'accepted-at-stage-two': true,
    'stage-two-declined': true,
    'representative-recorded': true,
    'authority-verified': true,
    'authority-refused': true,
    'person-corrected': true,
    'group-recorded': true,
    'bereavement-recorded': true,
    'adjustments-agreed': true,
    'discrimination-raised': true,
    'equality-advice-given': true,
    'discrimination-ruled-out': true,
    'discrimination-reported': true,
    proposed: true,
    approved: true,
    released: true,
    'proposal-returned': true,
    'follow-up-set-aside': true,
    'notice-called-spam': true,
    'email-corrected': true,
    'caller-confirmed': true,
    'receipt-written': true,
    'told-of-infected-files': true,
    'called-back': true,
    'transcript-checked': true,
    'audio-deleted': true,
    'remedy-promised': true,
    'remedy-done': true,
    'remedy-undeliverable': true,
    'remedy-date-changed': true,
    'asked-whether-done': true,
    'confirmed-done': true,
    'remedy-reopened': true,
    extended: true,
    responded: true,
    'service-request-answered': true,
    'deadline-missed': true,
    'asked-whether-fixed': true,
    'fixed-answer-recorded': true,
    'choice-offered': true,
    'choice-recorded': true,
    'issue-joined': true,
    'withdrawal-undone': true,
    'calendar-revised': true,
    restricted: true,
    'restriction-lifted': true,
    withdrawn: true,
    closed: true,
  };
  const stages: Record<Stage, true> = {
    received: true,
    accepted: true,
    acknowledged: true,
    answered: true,
    'service-request': true,
    'another-route': true,
    closed: true,
  };
  const standings: Record<NoticeRecord['standing']['kind'] | ContactRecord['standing']['kind'], true> = {
    planned: true,
    sending: true,
    accepted: true,
    delivered: true,
    bounced: true,
    'to-print': true,
    'taken-back': true,
    failed: true,
    'held-back': true,
    'in-case': true,
    held: true,
    filed: true,
    'set-aside': true,
  };

  test.each([
    ['event', 'type', Object.keys(events)],
    ['stage', 'stage', Object.keys(stages)],
    ['standing', 'kind', Object.keys(standings)],
  ])('have every %s', (_, attribute, names) => {
    expect(names.filter((name) => !everything.includes(`"${attribute}":{"S":"${name}"}`))).toEqual([]);
  });
});
