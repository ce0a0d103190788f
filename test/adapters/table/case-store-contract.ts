import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseStore, ContactMove } from '../../../functions/app/ports.ts';
import { monthOf } from '../../../functions/domain/calendar/month.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import type { Proclaimed } from '../../../functions/domain/registers/bank-holidays.ts';
import type { Lesson } from '../../../functions/domain/registers/lesson.ts';
import {
  at,
  contact,
  date,
  decision,
  nextChange,
  notice,
  officer,
  opening,
  openingChange,
  other,
  queueEntry,
  read,
  received,
  reference,
} from './examples.ts';

/** What every store of cases must do, whatever it is made of. `create` gives an empty one. */
export function caseStoreContract(name: string, create: () => Promise<CaseStore>): void {
  describe(`a case store ${name}`, () => {
    let store: CaseStore;
    beforeEach(async () => {
      store = await create();
    });

    describe('drawing references', () => {
      test('counts from one in each year', async () => {
        expect(await store.drawReference('LBC', 2026)).toBe('LBC-2026-000001');
        expect(await store.drawReference('LBC', 2026)).toBe('LBC-2026-000002');
        expect(await store.drawReference('LBC', 2027)).toBe('LBC-2027-000001');
      });

      test('never gives two callers the same number', async () => {
        const drawn = await Promise.all(Array.from({ length: 20 }, () => store.drawReference('LBC', 2026)));
        expect(new Set(drawn).size).toBe(20);
      });
    });

    describe('what machines know of files', () => {
      const key = 'uploads/0123456789abcdef/one';
      const attached = (id: string, loggedAt: string, keys: readonly string[]) =>
        contact({
          channel: 'web',
          id,
          receivedAt: at(loggedAt),
          loggedAt: at(loggedAt),
          attachments: keys.map((one) => ({ key: one, name: 'wall.jpg', contentType: 'image/jpeg', size: 3 })),
        });
      const clean = { scan: 'clean', version: 'v1', scannedAt: at('2026-12-18T09:01') } as const;

      test('comes fact by fact, before any contact has the file, and the same fact twice changes nothing', async () => {
        expect(await store.files.checks([key, 'uploads/unknown'])).toEqual(new Map());
        expect(await store.files.recordScan(key, clean)).toBe('recorded');
        await store.files.record(key, { seen: 'image/jpeg', asNamed: true });
        await store.files.record(key, { copy: 'made' });
        expect(await store.files.recordScan(key, clean)).toBe('recorded');
        const known = { ...clean, seen: 'image/jpeg', asNamed: true, copy: 'made' };
        expect(await store.files.checks([key, 'uploads/unknown'])).toEqual(new Map([[key, known]]));
      });

      test('is known of the first version, whatever comes under its key later, and what was infected stays so', async () => {
        await store.files.recordScan(key, clean);
        await store.files.record(key, { seen: 'image/jpeg', asNamed: true, copy: 'made' });
        for (const scan of ['clean', 'infected'] as const)
          expect(await store.files.recordScan(key, { ...clean, scan, version: 'v2' })).toBe('judged-before');
        await store.files.record(key, { seen: 'application/pdf', copy: 'failed' }, 'v2');
        expect((await store.files.checks([key])).get(key)).toEqual({ ...clean, seen: 'image/jpeg', asNamed: true, copy: 'made' });
        await store.files.record(key, { copy: 'failed' }, 'v1');
        expect((await store.files.checks([key])).get(key)).toMatchObject({ version: 'v1', copy: 'failed' });
        expect(await store.files.recordScan(key, { ...clean, scan: 'infected' })).toBe('recorded');
        expect(await store.files.recordScan(key, clean)).toBe('judged-before');
        expect((await store.files.checks([key])).get(key)).toMatchObject({ scan: 'infected', version: 'v1' });
      });

      test('is due a day after a contact with files came in, whether it opened a case or is held; then it is settled', async () => {
        await store.save(openingChange(reference, { contact: attached('form-1', '2026-12-18T09:00', [key]) }));
        await store.keepContact({ ...attached('form-2', '2026-12-18T10:00', ['uploads/2']), hold: 'seems-automatic' }, 'held');
        await store.keepContact(attached('form-3', '2026-12-18T09:00', ['uploads/3']), 'filed');
        await store.keepContact(contact({ id: 'no-files' }), 'held');
        const due = (now: string) => store.files.dueForCheck(at(now));
        expect(await due('2026-12-19T08:59')).toEqual([]);
        expect(await due('2026-12-19T09:00')).toEqual([{ channel: 'web', id: 'form-1' }]);
        await store.files.settle({ channel: 'web', id: 'form-1' });
        expect(await due('2026-12-19T11:00')).toEqual([{ channel: 'web', id: 'form-2' }]);
      });

      test('says which uploads no contact has', async () => {
        await store.save(openingChange(reference, { contact: attached('form-1', '2026-12-18T09:00', [key]) }));
        await store.keepContact(attached('form-2', '2026-12-18T10:00', ['uploads/held']), 'held');
        expect(await store.files.ofNobody([key, 'uploads/never-sent', 'uploads/held'])).toEqual(['uploads/never-sent']);
      });
    });

    describe('finding what is known already', () => {
      const long = 'Nobody has emptied the brown bin in front of our house since the first week of November, and we rang twice.';
      const when = { today: date('2026-12-18'), weeks: 4, most: 5 };
      const kept = (channel: 'post' | 'web', id: string, loggedAt: string, text = long) =>
        contact({ channel, id, text, loggedAt: at(loggedAt), from: { name: 'Rosa Wren', address: '8 Nunnery Lane, Luton LU1 2BQ' } });

      test('leads from an e-mail address, a telephone number or a surname at a postcode to the cases, the latest first', async () => {
        await store.save(openingChange(reference));
        const wren = kept('post', 'letter', '2026-12-18T09:00');
        await store.save(openingChange(other, { contact: contact({ ...wren, from: { ...wren.from, email: 'rowan@example.org' } }) }));
        expect(await store.casesOfPerson({ email: ' Rowan@Example.org ' })).toEqual([other, reference]);
        expect(await store.casesOfPerson({ telephone: '+44 20 7946 0018' })).toEqual([other, reference]);
        expect(await store.casesOfPerson({ name: 'Mrs R. Wren', address: 'lu12bq' })).toEqual([other]);
        expect(await store.casesOfPerson({ name: 'Wren, Rosa', address: 'Nunnery Lane, LU1 2BQ' })).toEqual([other]);
      });

      test('finds nothing by what is no whole detail, or by somebody else’s', async () => {
        await store.save(openingChange(reference, { contact: kept('post', 'letter', '2026-12-18T09:00') }));
        for (const asked of [{}, { name: 'Wren' }, { address: 'LU1 2BQ' }, { telephone: '12' }, { name: 'Rosa Wren', address: 'LU1 2BR' }])
          expect(await store.casesOfPerson(asked)).toEqual([]);
      });

      test('leads from a CRM reference, however it is spaced, once it is recorded', async () => {
        await store.save(openingChange(reference));
        const crmReference = 'CRM-104 2217';
        const recorded = { ...read('crm'), type: 'crm-reference-recorded', crmReference } as const;
        await store.save(nextChange(reference, 2, { state: { ...received(reference, 2), crmReference }, events: [recorded] }));
        expect(await store.casesOfPerson({ crmReference: 'crm-1042217' })).toEqual([reference]);
      });

      test('finds who said nearly the same in the last weeks, the likest first, and nobody who did not', async () => {
        await store.save(
          openingChange(reference, { contact: kept('web', 'token-1', '2026-11-23T09:00', long.replace('twice', 'last week')) }),
        );
        await store.save(openingChange(other, { contact: kept('post', 'letter', '2026-12-14T09:00') }));
        const third = 'LBC-2026-000003' as Reference;
        await store.save(
          openingChange(third, { contact: kept('web', 'token-3', '2026-12-18T09:00', `${'The lamp is dark again and '.repeat(6)}`) }),
        );
        const fourth = 'LBC-2026-000004' as Reference;
        await store.save(openingChange(fourth, { contact: kept('web', 'token-4', '2026-11-15T09:00') }));
        expect(await store.contactsThatSay(long, when)).toEqual([
          { channel: 'post', id: 'letter' },
          { channel: 'web', id: 'token-1' },
        ]);
        expect(await store.contactsThatSay(long, { ...when, most: 1 })).toEqual([{ channel: 'post', id: 'letter' }]);
        expect(await store.contactsThatSay('My bin is full.', when)).toEqual([]);
      });
    });

    describe('the front desk', () => {
      const copy = (id: string, askedOn: string) => ({
        id,
        askedOn: date(askedOn),
        due: date('2026-12-22'),
        format: 'standard' as const,
        by: officer,
        standing: { kind: 'to-post' as const, name: 'Rosa Wren', address: '8 Nunnery Lane, Luton LU1 2BQ' },
      });
      const signpost = (id: string, on: string) => ({
        id,
        on: date(on),
        place: 'survey' as const,
        link: `https://survey.example/${id}`,
        by: officer,
        at: at('2026-12-18T09:00'),
      });

      test('keeps a signpost once, and lists them with the latest first', async () => {
        for (const one of [signpost('a', '2026-12-17'), signpost('b', '2026-12-18'), signpost('a', '2026-12-17')])
          await store.frontDesk.keepSignpost(one);
        expect(await store.frontDesk.signposts()).toEqual([signpost('b', '2026-12-18'), signpost('a', '2026-12-17')]);
      });

      test('lists copies of the policy with the oldest first, and keeps no address of one that is posted', async () => {
        await store.frontDesk.keepCopy(copy('b', '2026-12-18'));
        await store.frontDesk.keepCopy(copy('a', '2026-12-17'));
        const posted = { ...copy('a', '2026-12-17'), standing: { kind: 'posted' as const, on: date('2026-12-18'), by: officer } };
        expect(await store.frontDesk.recordPosted(posted)).toBe('recorded');
        expect(await store.frontDesk.recordPosted(posted)).toBe('overtaken');
        expect(await store.frontDesk.copies()).toEqual([posted, copy('b', '2026-12-18')]);
      });
    });

    describe('opening a case', () => {
      test('gives back what was saved', async () => {
        expect(await store.save(openingChange(reference))).toBe('saved');
        expect(await store.load(reference)).toEqual({ state: received(reference, 1), version: 1 });
        expect(await store.loadFile(reference)).toEqual({
          state: received(reference, 1),
          version: 1,
          events: [opening(reference)],
          contacts: [contact()],
          notices: [{ ...notice(), plannedAt: at('2026-12-18T09:00'), attempts: 0, standing: { kind: 'planned' } }],
          alerts: [],
        });
      });

      test('remembers the contact as belonging to the case', async () => {
        await store.save(openingChange(reference));
        expect(await store.findContact({ channel: 'web', id: 'token-1' })).toEqual({
          contact: contact(),
          standing: { kind: 'in-case', reference },
        });
      });

      test('knows nothing of cases and contacts that never were', async () => {
        expect(await store.load(reference)).toBeUndefined();
        expect(await store.loadFile(reference)).toBeUndefined();
        expect(await store.notices(reference)).toEqual([]);
        expect(await store.findContact(contact())).toBeUndefined();
      });

      test('refuses a contact that opened a case before, and writes nothing of the second', async () => {
        await store.save(openingChange(reference));
        expect(await store.save(openingChange(other))).toBe('already-received');
        expect(await store.load(other)).toBeUndefined();
        expect(await store.ownersOfPendingNotices(at('2026-12-31T00:00'))).toEqual([reference]);
        expect(await store.openCases()).toEqual([queueEntry(reference, '2026-12-29')]);
      });

      test('keeps the same id of another channel apart', async () => {
        await store.save(openingChange(reference));
        expect(await store.save(openingChange(other, { contact: contact({ channel: 'email' }) }))).toBe('saved');
      });

      test('refuses a reference that is taken', async () => {
        await store.save(openingChange(reference));
        expect(await store.save(openingChange(reference, { contact: contact({ id: 'token-2' }) }))).toBe('overtaken');
        expect(await store.findContact({ channel: 'web', id: 'token-2' })).toBeUndefined();
      });

      test('lets one of many deliveries of the same contact in', async () => {
        const references = Array.from({ length: 6 }, (_, number) => `LBC-2026-00001${number}` as Reference);
        const answers = await Promise.all(references.map((each) => store.save(openingChange(each))));
        expect(answers.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'already-received'), 'saved']);
        expect(await store.openCases()).toHaveLength(1);
      });

      test('refuses a change in which nothing happened', async () => {
        await expect(store.save(openingChange(reference, { events: [] }))).rejects.toThrow('change-without-events');
      });
    });

    describe('changing a case', () => {
      beforeEach(async () => {
        await store.save(openingChange(reference));
      });

      test('adds its events after the others and moves the version by one', async () => {
        const events = [read('two-at-once'), read('two-at-once')];
        expect(await store.save(nextChange(reference, 2, { events, state: received(reference, 3) }))).toBe('saved');
        const file = await store.loadFile(reference);
        expect(file?.version).toBe(2);
        expect(file?.events).toEqual([opening(reference), ...events]);
      });

      test('tells the second of two officers that they were overtaken, and keeps the first one’s change', async () => {
        await store.save(nextChange(reference, 2));
        const second = nextChange(reference, 2, { events: [read('too-late')], notices: [notice({ id: '0002-response' })] });
        expect(await store.save(second)).toBe('overtaken');
        const file = await store.loadFile(reference);
        expect(file?.events.map(({ commandId }) => commandId)).toEqual([`open-${reference}`, 'command-2']);
        expect(file?.notices.map(({ id }) => id)).toEqual(['0001-receipt']);
      });

      test('is overtaken when it does not follow from the version that stands', async () => {
        expect(await store.save(nextChange(reference, 5))).toBe('overtaken');
        expect(await store.save(nextChange(other, 2))).toBe('overtaken');
      });

      test('takes in another contact once', async () => {
        const reply = contact({ channel: 'email', id: 'ses-1', receivedAt: at('2026-12-19T08:00'), original: 'mail/ses-1' });
        expect(await store.save(nextChange(reference, 2, { contact: reply }))).toBe('saved');
        expect(await store.save(nextChange(reference, 3, { contact: reply }))).toBe('already-received');
        const file = await store.loadFile(reference);
        expect(file?.version).toBe(2);
        expect(file?.contacts).toEqual([contact(), reply]);
      });

      test('shows contacts in the order they were received, not that in which they were taken in', async () => {
        const earlier = contact({ channel: 'post', id: 'letter', receivedAt: at('2026-12-17T12:00') });
        await store.save(nextChange(reference, 2, { contact: earlier }));
        expect((await store.loadFile(reference))?.contacts).toEqual([earlier, contact()]);
      });

      test('is not disturbed by what machines write beside it', async () => {
        await store.leaseNotice(reference, '0001-receipt', at('2026-12-18T09:01'), at('2026-12-18T09:03'));
        await store.rememberSchedule(reference, 'a-schedule');
        await store.speakAlert(reference, { deadline: 'acknowledge', kind: 'due', on: date('2026-12-29') }, [], at('2026-12-29T09:00'));
        expect((await store.load(reference))?.version).toBe(1);
        expect(await store.save(nextChange(reference, 2))).toBe('saved');
      });

      test('leaves nothing shared with what was passed in or given out', async () => {
        const change = nextChange(reference, 2);
        await store.save(change);
        const first = await store.loadFile(reference);
        (first!.events as unknown[]).push('scribble');
        (change.events as unknown[]).push('scribble');
        expect((await store.loadFile(reference))?.events).toHaveLength(2);
      });
    });

    describe('the queue', () => {
      test('is ordered by what is due next, unknown dates first', async () => {
        const dues = ['2027-01-05', undefined, '2026-12-29', '2026-12-30'];
        for (const [index, due] of dues.entries()) {
          const of = `LBC-2026-00010${index}` as Reference;
          await store.save(openingChange(of, { contact: contact({ id: `token-${index}` }), queue: queueEntry(of, due) }));
        }
        const entries = await store.openCases();
        expect(entries.map(({ nextDue }) => nextDue?.on)).toEqual([undefined, '2026-12-29', '2026-12-30', '2027-01-05']);
        expect((await store.openCases(date('2026-12-30'))).map(({ nextDue }) => nextDue?.on)).toEqual([
          undefined,
          '2026-12-29',
          '2026-12-30',
        ]);
        expect((await store.openCases(date('2026-12-28'))).map(({ nextDue }) => nextDue?.on)).toEqual([undefined]);
      });

      test('shows every field of an entry', async () => {
        const queue = queueEntry(reference, '2026-12-29', {
          complainant: 'Rowan Example',
          officer: 'Amal Okafor',
          officerSubject: 'sub-1',
          unread: 2,
          proposedBy: 'sub-2',
          undelivered: true,
          toPost: true,
          callBack: true,
        });
        await store.save(openingChange(reference, { queue }));
        expect(await store.openCases()).toEqual([queue]);
      });

      test('moves a case with its dates and lets it go when it closes', async () => {
        await store.save(openingChange(reference));
        await store.save(nextChange(reference, 2, { queue: queueEntry(reference, '2027-01-13') }));
        expect(await store.openCases()).toEqual([queueEntry(reference, '2027-01-13')]);
        await store.save(nextChange(reference, 3, { queue: undefined }));
        expect(await store.openCases()).toEqual([]);
      });

      test('does not mix in held contacts', async () => {
        await store.keepContact(contact({ id: 'held', hold: 'spam-suspected' }), 'held');
        expect(await store.openCases()).toEqual([]);
      });
    });

    describe('contacts that open no case', () => {
      const spam = contact({ channel: 'email', id: 'ses-spam', hold: 'spam-suspected', receivedAt: at('2026-12-20T07:00') });

      test('are kept once', async () => {
        expect(await store.keepContact(spam, 'held')).toBe('kept');
        expect(await store.keepContact(spam, 'held')).toBe('already-received');
        expect(await store.findContact(spam)).toEqual({ contact: spam, standing: { kind: 'held' } });
      });

      test('wait for a person, oldest first', async () => {
        const older = { ...spam, id: 'ses-older', receivedAt: at('2026-12-19T07:00') };
        await store.keepContact(spam, 'held');
        await store.keepContact(older, 'held');
        await store.keepContact(contact({ id: 'filed', automatic: 'bounce' }), 'filed');
        expect(await store.heldContacts(50)).toEqual({ contacts: [older, spam], count: 2 });
        expect(await store.heldContacts(1)).toEqual({ contacts: [older], count: 2 });
      });

      test('never replace a contact that is in a case', async () => {
        await store.save(openingChange(reference));
        expect(await store.keepContact(contact({ hold: 'virus-found' }), 'held')).toBe('already-received');
        expect(await store.heldContacts(50)).toEqual({ contacts: [], count: 0 });
      });

      test('are filed beside the case they belong to', async () => {
        const bounce = contact({ channel: 'email', id: 'ses-bounce', automatic: 'bounce', receivedAt: at('2026-12-18T09:05') });
        await store.save(openingChange(reference));
        expect(await store.keepContact(bounce, 'filed', reference)).toBe('kept');
        expect(await store.keepContact(bounce, 'filed', reference)).toBe('already-received');
        const file = await store.loadFile(reference);
        expect(file?.contacts).toEqual([contact(), bounce]);
        expect(file?.version).toBe(1);
      });

      test('are released into a case with their original date, by one officer only', async () => {
        await store.keepContact(spam, 'held');
        expect(await store.save(openingChange(reference, { contact: spam }))).toBe('saved');
        expect(await store.save(openingChange(other, { contact: spam }))).toBe('already-received');
        expect(await store.findContact(spam)).toEqual({ contact: spam, standing: { kind: 'in-case', reference } });
        expect(await store.heldContacts(50)).toEqual({ contacts: [], count: 0 });
        expect((await store.loadFile(reference))?.contacts).toEqual([spam]);
      });

      test('are never released by arriving a second time without what they were held for', async () => {
        await store.keepContact(spam, 'held');
        expect(await store.save(openingChange(reference, { contact: { ...spam, hold: undefined } }))).toBe('already-received');
        expect(await store.heldContacts(50)).toEqual({ contacts: [spam], count: 1 });
      });

      test('cannot be released before they were kept', async () => {
        expect(await store.save(openingChange(reference, { contact: spam }))).toBe('already-received');
        expect(await store.load(reference)).toBeUndefined();
      });

      test('are set aside with a reason, and then neither released nor set aside again', async () => {
        await store.keepContact(spam, 'held');
        const when = at('2026-12-21T09:00');
        expect(await store.setAside(spam, officer, when, 'An advertisement')).toBe('done');
        expect(await store.setAside(spam, officer, when, 'Again')).toBe('overtaken');
        expect(await store.save(openingChange(reference, { contact: spam }))).toBe('already-received');
        expect(await store.heldContacts(50)).toEqual({ contacts: [], count: 0 });
        expect((await store.findContact(spam))?.standing).toEqual({ kind: 'set-aside', by: officer, at: when, reason: 'An advertisement' });
      });

      test('whose recording became a call are filed, once', async () => {
        await store.keepContact(spam, 'held');
        const call = { ...spam, automatic: 'voicemail' as const };
        expect(await store.fileHeld(call)).toBe('done');
        expect(await store.fileHeld(call)).toBe('overtaken');
        expect(await store.findContact(spam)).toEqual({ contact: call, standing: { kind: 'filed' } });
        expect([(await store.heldContacts(50)).count, await store.filedContacts(50)]).toEqual([0, [call]]);
      });

      test('can be set aside only while they are held', async () => {
        await store.save(openingChange(reference));
        expect(await store.setAside(contact(), officer, at('2026-12-21T09:00'), 'No')).toBe('overtaken');
        expect(await store.setAside({ channel: 'email', id: 'never-seen' }, officer, at('2026-12-21T09:00'), 'No')).toBe('overtaken');
      });
    });

    describe('mail of machines', () => {
      const automatic = (id: string, hour: string) =>
        contact({ channel: 'email', id, receivedAt: at(`2026-12-18T${hour}`), automatic: 'auto-reply' });

      test('that belongs to no case is listed, the newest first and no more than asked for', async () => {
        for (const [id, hour] of [
          ['one', '09:00'],
          ['two', '10:00'],
          ['three', '11:00'],
        ] as const)
          await store.keepContact(automatic(id, hour), 'filed');
        await store.keepContact(contact({ channel: 'email', id: 'spam', hold: 'spam-suspected' }), 'held');
        expect((await store.filedContacts(2)).map(({ id }) => id)).toEqual(['three', 'two']);
        expect((await store.heldContacts(50)).contacts.map(({ id }) => id)).toEqual(['spam']);
      });

      test('that a person wrote after all is held, once, and then released like any held message', async () => {
        await store.keepContact(automatic('one', '09:00'), 'filed');
        expect(await store.holdFiled(automatic('one', '09:00'))).toBe('done');
        expect(await store.holdFiled(automatic('one', '09:00'))).toBe('overtaken');
        const { automatic: _, ...held } = { ...automatic('one', '09:00'), hold: 'seems-automatic' as const };
        expect(await store.heldContacts(50)).toEqual({ contacts: [held], count: 1 });
        expect(await store.filedContacts(50)).toEqual([]);
        expect(await store.save(openingChange(reference, { contact: held }))).toBe('saved');
      });

      test('that belongs to a case is not', async () => {
        await store.save(openingChange(reference));
        await store.keepContact(automatic('one', '09:00'), 'filed', reference);
        expect(await store.filedContacts(50)).toEqual([]);
        expect(await store.holdFiled(automatic('one', '09:00'))).toBe('overtaken');
      });
    });

    describe('the same e-mail under two ids', () => {
      const email = { messageId: '<one@example.org>', references: [], to: [] };
      const first = contact({ channel: 'email', id: 'first', email });
      const second = contact({ channel: 'email', id: 'second', email });

      test('opens one case, unless the change says otherwise', async () => {
        expect(await store.findCopy(second)).toBeUndefined();
        expect(await store.save(openingChange(reference, { contact: first }))).toBe('saved');
        expect(await store.save(openingChange(other, { contact: second }))).toBe('copy-of-another');
        expect(await store.load(other)).toBeUndefined();
        expect(await store.findCopy(second)).toEqual({ reference, id: 'first' });
        expect(await store.save(openingChange(other, { contact: second, evenIfCopy: true }))).toBe('saved');
      });

      test('is known again by sender, Message-ID and words together, in any case of the sender’s letters', async () => {
        await store.save(openingChange(reference, { contact: first }));
        expect(await store.findCopy({ ...second, from: { email: 'Rowan@Example.org' } })).toEqual({ reference, id: 'first' });
        expect(await store.findCopy({ ...second, from: { email: 'else@example.org' } })).toBeUndefined();
        expect(await store.findCopy({ ...second, text: 'Else' })).toBeUndefined();
        expect(await store.findCopy({ ...second, email: { ...email, messageId: '<two@example.org>' } })).toBeUndefined();
      });

      test('that is already received is that, before it is a copy', async () => {
        await store.save(openingChange(reference, { contact: first }));
        expect(await store.save(openingChange(other, { contact: first }))).toBe('already-received');
      });

      test('joins a case beside its copy', async () => {
        await store.save(openingChange(reference, { contact: first }));
        expect(await store.save(nextChange(reference, 2, { contact: second }))).toBe('saved');
        expect((await store.loadFile(reference))?.contacts).toHaveLength(2);
      });
    });

    describe('messages that SES sent', () => {
      beforeEach(async () => {
        await store.save(openingChange(reference));
        await store.leaseNotice(reference, '0001-receipt', at('2026-12-18T09:00'), at('2026-12-18T09:02'));
      });

      test('lead to their case, and others to none', async () => {
        await store.settleNotice(reference, '0001-receipt', { kind: 'accepted', sesMessageId: 'ses-1', at: at('2026-12-18T09:01') });
        expect(await store.casesOfSent(['ses-0', 'ses-1'])).toEqual([reference]);
        expect(await store.casesOfSent([])).toEqual([]);
      });

      test('lead to it as well where news of them came before SES’s own answer', async () => {
        await store.recordDelivery(reference, '0001-receipt', { kind: 'delivered', sesMessageId: 'ses-1', at: at('2026-12-18T09:01') });
        expect(await store.casesOfSent(['ses-1'])).toEqual([reference]);
      });
    });

    describe('moving a message', () => {
      const moved = contact({ channel: 'email', id: 'reply', receivedAt: at('2026-12-19T09:00') });
      const move = (changes: Partial<ContactMove> = {}): ContactMove => ({
        contact: moved,
        from: nextChange(reference, 3),
        to: nextChange(other, 2),
        ...changes,
      });
      beforeEach(async () => {
        await store.save(openingChange(reference));
        await store.save(openingChange(other, { contact: contact({ id: 'token-2' }) }));
        await store.save(nextChange(reference, 2, { contact: moved }));
      });

      test('takes it out of one case and into the other, with what happened in both', async () => {
        expect(await store.moveContact(move())).toBe('moved');
        const [from, to] = await Promise.all([store.loadFile(reference), store.loadFile(other)]);
        expect([from?.contacts.map(({ id }) => id), to?.contacts.map(({ id }) => id)]).toEqual([['token-1'], ['token-2', 'reply']]);
        expect([from?.version, to?.version]).toEqual([3, 2]);
        expect((await store.findContact(moved))?.standing).toEqual({ kind: 'in-case', reference: other });
      });

      test('can open a case, with its receipt', async () => {
        const third = 'LBC-2026-000003' as Reference;
        expect(await store.moveContact(move({ to: openingChange(third, { contact: undefined }) }))).toBe('moved');
        expect(await store.notices(third)).toHaveLength(1);
      });

      test.each([
        ['the first case changed', { from: nextChange(reference, 2) }],
        ['the second case changed', { to: nextChange(other, 5) }],
        ['somebody moved it before', { from: nextChange(other, 2), to: nextChange(reference, 3) }],
      ])('leaves everything as it was where %s', async (_, changes) => {
        expect(await store.moveContact(move(changes))).toBe('overtaken');
        const [from, to] = await Promise.all([store.loadFile(reference), store.loadFile(other)]);
        expect([from?.contacts.length, from?.version, to?.contacts.length, to?.version]).toEqual([2, 2, 1, 1]);
      });

      test('back again leaves it where it was at first', async () => {
        await store.moveContact(move());
        expect(await store.moveContact(move({ from: nextChange(other, 3), to: nextChange(reference, 4) }))).toBe('moved');
        expect((await store.loadFile(reference))?.contacts.map(({ id }) => id)).toEqual(['token-1', 'reply']);
        expect((await store.loadFile(other))?.contacts.map(({ id }) => id)).toEqual(['token-2']);
      });
    });

    test('tells which contacts were never taken in, in the order they were asked for', async () => {
      await store.save(openingChange(reference));
      await store.keepContact(contact({ channel: 'email', id: 'held', hold: 'unreadable' }), 'held');
      const unknown = Array.from({ length: 230 }, (_, number) => ({ channel: 'email' as const, id: `new-${number}` }));
      const asked = [
        ...unknown.slice(0, 150),
        { channel: 'web' as const, id: 'token-1' },
        { channel: 'email' as const, id: 'held' },
        ...unknown.slice(150),
      ];
      expect(await store.unknownContacts(asked)).toEqual(unknown);
      expect(await store.unknownContacts([])).toEqual([]);
    });

    describe('notices', () => {
      const id = '0001-receipt';
      const now = at('2026-12-18T09:01');
      const until = at('2026-12-18T09:03');
      const standing = async () => (await store.notices(reference)).find((each) => each.id === id)?.standing;
      const accepted = { kind: 'accepted', sesMessageId: 'ses-out-1', at: now } as const;

      beforeEach(async () => {
        await store.save(openingChange(reference));
      });

      test('are leased to one sender at a time', async () => {
        expect(await store.leaseNotice(reference, id, now, until)).toEqual({ attempt: 1 });
        expect(await store.leaseNotice(reference, id, now, until)).toBe('not-now');
        expect(await store.leaseNotice(reference, 'no-such-notice', now, until)).toBe('not-now');
        expect(await standing()).toEqual({ kind: 'sending', leaseUntil: until });
      });

      test('are leased to one of many senders that come at once', async () => {
        const leases = await Promise.all(Array.from({ length: 8 }, () => store.leaseNotice(reference, id, now, until)));
        expect(leases.filter((lease) => lease !== 'not-now')).toEqual([{ attempt: 1 }]);
      });

      test('are leased again when the lease has run out, as another attempt', async () => {
        await store.leaseNotice(reference, id, now, until);
        expect(await store.leaseNotice(reference, id, until, at('2026-12-18T09:05'))).toEqual({ attempt: 2 });
      });

      test('stay pending while they are planned or being sent, and again after a failed try', async () => {
        expect(await store.ownersOfPendingNotices(at('2026-12-31T00:00'))).toEqual([reference]);
        await store.leaseNotice(reference, id, now, until);
        expect(await store.ownersOfPendingNotices(at('2026-12-31T00:00'))).toEqual([reference]);
        await store.settleNotice(reference, id, { kind: 'try-again' });
        expect(await store.ownersOfPendingNotices(at('2026-12-31T00:00'))).toEqual([reference]);
        expect(await standing()).toEqual({ kind: 'planned' });
        expect(await store.leaseNotice(reference, id, now, until)).toEqual({ attempt: 2 });
      });

      test.each([accepted, { kind: 'to-print' } as const, { kind: 'failed', why: 'no such address', at: now } as const])(
        'are pending no more once they are $kind, and nothing takes that back',
        async (result) => {
          await store.leaseNotice(reference, id, now, until);
          await store.settleNotice(reference, id, result);
          expect(await standing()).toEqual(result);
          expect(await store.ownersOfPendingNotices(at('2026-12-31T00:00'))).toEqual([]);
          await store.settleNotice(reference, id, { kind: 'try-again' });
          await store.settleNotice(reference, id, { kind: 'failed', why: 'late', at: until });
          expect(await standing()).toEqual(result);
          expect(await store.leaseNotice(reference, id, until, until)).toBe('not-now');
        },
      );

      test('that a late sender got accepted are not sent again', async () => {
        await store.leaseNotice(reference, id, now, until);
        await store.settleNotice(reference, id, { kind: 'try-again' });
        await store.settleNotice(reference, id, accepted);
        expect(await standing()).toEqual(accepted);
        expect(await store.ownersOfPendingNotices(at('2026-12-31T00:00'))).toEqual([]);
      });

      test.each([
        { kind: 'delivered', sesMessageId: 'ses-out-1', at: until } as const,
        { kind: 'bounced', sesMessageId: 'ses-out-1', permanent: true, why: 'mailbox-does-not-exist', at: until } as const,
      ])('are $kind once they were accepted, and only the first news counts', async (outcome) => {
        const late = { sesMessageId: 'ses-out-2', at: at('2026-12-19T09:00') };
        await store.settleNotice(reference, id, accepted);
        await store.recordDelivery(reference, id, outcome);
        expect(await standing()).toEqual(outcome);
        await store.recordDelivery(reference, id, { kind: 'delivered', ...late });
        await store.recordDelivery(reference, id, { kind: 'bounced', permanent: false, why: 'late', ...late });
        await store.settleNotice(reference, id, { kind: 'try-again' });
        expect(await standing()).toEqual(outcome);
      });

      test('are delivered by news of them alone where the answer of SES was lost, and are not sent again', async () => {
        const outcome = { kind: 'delivered', sesMessageId: 'ses-out-1', at: until } as const;
        await store.leaseNotice(reference, id, now, until);
        await store.recordDelivery(reference, id, outcome);
        await store.settleNotice(reference, id, { kind: 'try-again' });
        await store.settleNotice(reference, id, accepted);
        expect(await standing()).toEqual(outcome);
        expect(await store.ownersOfPendingNotices(at('2026-12-31T00:00'))).toEqual([]);
        expect(await store.leaseNotice(reference, id, until, until)).toBe('not-now');
      });

      test('that do not exist are neither settled nor delivered into being', async () => {
        await store.settleNotice(reference, 'no-such-notice', accepted);
        await store.recordDelivery(reference, 'no-such-notice', { kind: 'delivered', sesMessageId: 'ses-out-1', at: now });
        expect((await store.notices(reference)).map((each) => each.id)).toEqual([id]);
      });

      test('stand in the order of their numbers', async () => {
        await store.save(nextChange(reference, 2, { notices: [notice({ id: '0002-response', kind: 'response' })] }));
        await store.speakAlert(
          reference,
          { deadline: 'respond', kind: 'due', on: date('2026-12-29') },
          [notice({ id: 'alert-respond-due-2026-12-29', kind: 'alert' })],
          now,
        );
        expect((await store.notices(reference)).map((each) => each.id)).toEqual([id, '0002-response', 'alert-respond-due-2026-12-29']);
      });

      test('of several cases are pending oldest first, each case once', async () => {
        const earlier: typeof opening = (of) => ({ ...opening(of), at: at('2026-12-17T09:00') });
        const notices = [notice(), notice({ id: '0001-possible-harm', kind: 'possible-harm', to: { by: 'post' } })];
        await store.save(openingChange(other, { contact: contact({ id: 'token-2' }), events: [earlier(other)], notices }));
        expect(await store.ownersOfPendingNotices(at('2026-12-31T00:00'))).toEqual([other, reference]);
      });
    });

    describe('letters that may be taken back', () => {
      const id = '0002-response';
      const until = at('2026-12-18T09:11');
      const letter = notice({ id, kind: 'response' });
      const standing = async () => (await store.notices(reference)).find((each) => each.id === id)?.standing;
      const taking = async () => ({ letters: (await store.notices(reference)).filter((each) => each.id === id), lessons: [] });

      beforeEach(async () => {
        await store.save(openingChange(reference, { notices: [] }));
        await store.save(nextChange(reference, 2, { notices: [letter], lettersWaitUntil: until }));
      });

      test('are neither due nor sent before their time, and then like any other', async () => {
        expect(await standing()).toEqual({ kind: 'planned', notBefore: until });
        expect(await store.ownersOfPendingNotices(at('2026-12-18T09:10'))).toEqual([]);
        expect(await store.leaseNotice(reference, id, at('2026-12-18T09:10'), until)).toBe('not-now');
        expect(await store.ownersOfPendingNotices(until)).toEqual([reference]);
        expect(await store.leaseNotice(reference, id, until, at('2026-12-18T09:13'))).toEqual({ attempt: 1 });
      });

      test('never leave once they are taken back', async () => {
        expect(await store.save(nextChange(reference, 3, { takesBack: await taking() }))).toBe('saved');
        expect(await standing()).toMatchObject({ kind: 'taken-back' });
        expect(await store.ownersOfPendingNotices(at('2026-12-31T00:00'))).toEqual([]);
        expect(await store.leaseNotice(reference, id, at('2026-12-31T00:00'), at('2026-12-31T00:02'))).toBe('not-now');
      });

      test('are taken back with everything or not at all: not once a sender has them', async () => {
        const takesBack = await taking();
        await store.leaseNotice(reference, id, until, at('2026-12-18T09:13'));
        expect(await store.save(nextChange(reference, 3, { takesBack }))).toBe('overtaken');
        expect(await standing()).toMatchObject({ kind: 'sending' });
        expect((await store.load(reference))?.version).toBe(2);
      });
    });

    describe('what officers typed and did not send', () => {
      const key = { reference, subject: 'officer#1', action: 'respond' } as const;
      const draft = {
        fields: [
          ['decision', 'We are sorry.'],
          ['reachBy', 'email'],
          ['reachBy', 'post'],
        ],
        begunAt: at('2026-12-18T09:00'),
        savedAt: at('2026-12-18T09:05'),
        until: at('2027-01-17T09:05'),
      } as const;

      test('is found by whoever typed it, in that form of that case, as it was last kept', async () => {
        await store.drafts.keep(key, { ...draft, savedAt: at('2026-12-18T09:04') });
        await store.drafts.keep(key, draft);
        expect(await store.drafts.find(key)).toEqual(draft);
        for (const another of [{ subject: 'officer-2' }, { action: 'acknowledge' as const }, { reference: other }])
          expect(await store.drafts.find({ ...key, ...another })).toBeUndefined();
      });

      test('leaves no word behind once it is cleared', async () => {
        await store.drafts.keep(key, draft);
        await store.drafts.clear(key);
        expect(await store.drafts.find(key)).toBeUndefined();
        expect(await store.drafts.over(at('2028-01-01T00:00'), 10)).toEqual([]);
      });

      test('is over when its time is, and not where it was saved again meanwhile', async () => {
        await store.drafts.keep(key, { ...draft, sentAs: 'command-1' });
        expect(await store.drafts.over(at('2027-01-17T09:04'), 10)).toEqual([]);
        expect(await store.drafts.over(draft.until, 10)).toEqual([key]);
        await store.drafts.keep(key, { ...draft, until: at('2027-02-01T09:00') });
        await store.drafts.clear(key, draft.until);
        expect(await store.drafts.find(key)).toBeDefined();
        await store.drafts.clear(key, at('2027-02-01T09:00'));
        expect(await store.drafts.find(key)).toBeUndefined();
      });
    });

    describe('notices whose mailbox was full', () => {
      const id = '0001-receipt';
      const now = at('2026-12-18T09:01');
      const until = at('2026-12-18T09:03');
      const full = { kind: 'bounced', sesMessageId: 'ses-out-1', permanent: false, why: 'Transient MailboxFull', at: until } as const;
      const accepted = { kind: 'accepted', sesMessageId: 'ses-out-1', at: now } as const;

      beforeEach(async () => {
        await store.save(openingChange(reference));
        await store.leaseNotice(reference, id, now, until);
      });

      test('are pending again, a day later and not before', async () => {
        await store.settleNotice(reference, id, accepted);
        const changed = await store.recordDelivery(reference, id, full);
        expect(changed).toEqual((await store.notices(reference))[0]);
        expect(changed).toMatchObject({ standing: { kind: 'planned', notBefore: at('2026-12-19T09:03') }, steps: [accepted, full] });
        expect(await store.ownersOfPendingNotices(at('2026-12-19T09:02'))).toEqual([]);
        expect(await store.leaseNotice(reference, id, at('2026-12-19T09:02'), at('2026-12-19T09:04'))).toBe('not-now');
        expect(await store.ownersOfPendingNotices(at('2026-12-19T09:03'))).toEqual([reference]);
        expect(await store.leaseNotice(reference, id, at('2026-12-19T09:03'), at('2026-12-19T09:05'))).toEqual({ attempt: 2 });
        expect((await store.notices(reference))[0]?.triedAt).toBe(at('2026-12-19T09:03'));
      });

      test('are put off by the first news only, however many come at once, and not undone by a late note of their sending', async () => {
        const told = await Promise.all(Array.from({ length: 4 }, () => store.recordDelivery(reference, id, { ...full, acceptedAt: now })));
        expect(told.filter((changed) => changed !== undefined)).toHaveLength(1);
        await store.settleNotice(reference, id, accepted);
        await store.settleNotice(reference, id, { kind: 'try-again' });
        expect((await store.notices(reference))[0]).toMatchObject({ standing: { kind: 'planned' }, steps: [accepted, full] });
      });
    });

    describe('mail to officers that belongs to no case', () => {
      const day = date('2026-12-21');
      const planned = at('2026-12-21T09:30');
      const waiting = notice({ id: 'held-waiting', kind: 'held-waiting' });
      const tell = { day, at: planned, notices: [waiting] };

      test('stands among the notices of its day, once', async () => {
        const answers = await Promise.all(Array.from({ length: 3 }, () => store.planForDay(tell)));
        expect(answers.toSorted()).toEqual(['already-planned', 'already-planned', 'planned']);
        expect(await store.notices(day)).toEqual([{ ...waiting, plannedAt: planned, attempts: 0, standing: { kind: 'planned' } }]);
        expect(await store.planForDay({ ...tell, day: date('2026-12-22') })).toBe('planned');
      });

      test('is pending, leased, settled and told of like any notice', async () => {
        await store.save(openingChange(reference));
        await store.planForDay(tell);
        expect(await store.ownersOfPendingNotices(planned)).toEqual([reference, day]);
        expect(await store.leaseNotice(day, 'held-waiting', planned, at('2026-12-21T09:32'))).toEqual({ attempt: 1 });
        await store.settleNotice(day, 'held-waiting', { kind: 'accepted', sesMessageId: 'ses-out-1', at: planned });
        await store.recordDelivery(day, 'held-waiting', { kind: 'delivered', sesMessageId: 'ses-out-1', at: planned });
        expect((await store.notices(day))[0]?.standing).toMatchObject({ kind: 'delivered' });
        expect(await store.ownersOfPendingNotices(planned)).toEqual([reference]);
        expect((await store.notices(reference))[0]?.standing).toEqual({ kind: 'planned' });
      });

      test('is planned together with the held contact that it tells of, or not at all', async () => {
        const held = contact({ channel: 'email', id: 'ses-held', hold: 'spam-suspected' });
        expect(await store.keepContact(held, 'held', undefined, tell)).toBe('kept');
        expect(await store.keepContact(held, 'held', undefined, { ...tell, day: date('2026-12-22') })).toBe('already-received');
        expect((await store.notices(day)).map(({ id }) => id)).toEqual(['held-waiting']);
        expect(await store.notices(date('2026-12-22'))).toEqual([]);
      });
    });

    describe('links by which others answer', () => {
      const link = { reference, contribution: 2, stageTwo: true as const, until: at('2027-01-01T09:00') };

      test('are found by the hash of their token, and by nothing else', async () => {
        await store.keepAnswerLink('a1', link);
        expect(await store.findAnswerLink('a1')).toEqual(link);
        expect(await store.findAnswerLink('a2')).toBeUndefined();
      });
    });

    describe('links to status pages', () => {
      const link = { reference, notice: 'status-link-1', until: at('2026-12-18T10:00') };

      test('are spent once, in their time', async () => {
        await store.statusPage.keepLink('s1', link);
        await store.statusPage.keepLink('s2', link);
        expect(await store.statusPage.spendLink('s1', at('2026-12-18T09:59'))).toEqual(link);
        expect(await store.statusPage.spendLink('s1', at('2026-12-18T09:59'))).toBeUndefined();
        expect(await store.statusPage.spendLink('s2', at('2026-12-18T10:00'))).toBeUndefined();
        expect(await store.statusPage.spendLink('s3', at('2026-12-18T09:59'))).toBeUndefined();
      });

      test('of two who spend one at once, one gets it', async () => {
        await store.statusPage.keepLink('s1', link);
        const spent = await Promise.all([1, 2].map(() => store.statusPage.spendLink('s1', at('2026-12-18T09:59'))));
        expect(spent.filter((one) => one !== undefined)).toEqual([link]);
      });

      test('are planned beside the case, once under the same id, and move no version', async () => {
        await store.save(openingChange(reference));
        const before = await store.load(reference);
        const mail = notice({ id: 'status-link-1', kind: 'status-link' });
        await store.statusPage.planLink(reference, mail, at('2026-12-18T09:00'));
        await store.statusPage.planLink(reference, mail, at('2026-12-18T09:05'));
        expect((await store.notices(reference)).filter(({ kind }) => kind === 'status-link')).toMatchObject([
          { plannedAt: at('2026-12-18T09:00'), standing: { kind: 'planned' } },
        ]);
        expect(await store.load(reference)).toEqual(before);
        expect(await store.ownersOfPendingNotices(at('2026-12-18T09:10'))).toContain(reference);
      });

      test('are counted by whoever asks, in one way of writing them, up to the ceiling and by the hour', async () => {
        const count = (by: 'email' | 'telephone' | 'network' | 'case', value: string, time = '2026-12-18T09:10') =>
          store.statusPage.countAsk({ by, value, at: at(time) }, 2);
        expect([await count('email', 'rowan@example.org'), await count('email', ' Rowan@Example.org')]).toEqual(['counted', 'counted']);
        expect([await count('email', 'rowan@example.org'), await count('email', 'rowan@example.org', '2026-12-18T10:00')]).toEqual([
          'over',
          'counted',
        ]);
        expect([await count('telephone', '01632 960123'), await count('telephone', '+44 1632 960123')]).toEqual(['counted', 'counted']);
        expect([await count('telephone', '01632960123'), await count('network', '192.0.2.0/24'), await count('case', reference)]).toEqual([
          'over',
          'counted',
          'counted',
        ]);
        await store.statusPage.countUnanswered(date('2026-12-18'));
      });
    });

    describe('receipts to an address on a day', () => {
      const on = date('2026-12-18');
      const count = (noticeId: string, email = 'Rowan@Example.org', day = on) =>
        store.countReceipt(email, day, { owner: reference, noticeId }, 2);

      test('are counted up to the ceiling, each of them once, and by day and address', async () => {
        expect([await count('one'), await count('one'), await count('two'), await count('three')]).toEqual([
          'counted',
          'counted',
          'counted',
          'over',
        ]);
        expect([await count('two'), await count('three', 'rowan@example.org')]).toEqual(['counted', 'over']);
        expect([await count('three', 'other@example.org'), await count('three', undefined, date('2026-12-19'))]).toEqual([
          'counted',
          'counted',
        ]);
      });

      test('never pass the ceiling when many are sent at once', async () => {
        const counted = await Promise.all(Array.from({ length: 8 }, (_, number) => count(`receipt-${number}`)));
        expect(counted.filter((answer) => answer === 'counted')).toHaveLength(2);
      });
    });

    test('counts what the Head released with the change, in its month', async () => {
      const release = (number: number, month: string) =>
        ({ releasedIn: monthOf(date(month)), number, without: ['contact', 'others'] }) as const;
      await store.save(openingChange(reference));
      await store.save(nextChange(reference, 2, { releases: [release(2, '2026-12-18')] }));
      await store.save(nextChange(reference, 3, { releases: [release(3, '2026-12-19')] }));
      await store.save(openingChange(other, { contact: contact({ id: 'token-2' }) }));
      await store.save(nextChange(other, 2, { releases: [release(2, '2026-11-18')] }));
      const inDecember = await store.countedReleases(monthOf(date('2026-12-18')));
      expect(inDecember.toSorted((one, next) => one.number - next.number)).toEqual([release(2, '2026-12-18'), release(3, '2026-12-18')]);
      expect(await store.countedReleases(monthOf(date('2026-11-30')))).toEqual([release(2, '2026-11-18')]);
    });

    describe('what people decided about suggestions', () => {
      const december = decision().receivedIn;
      const november = monthOf(date('2026-11-30'));

      test('is counted with the change, in its month', async () => {
        await store.save(openingChange(reference));
        expect(await store.countedDecisions(december)).toEqual([]);
        await store.save(nextChange(reference, 2, { decision: decision() }));
        await store.save(openingChange(other, { contact: contact({ id: 'token-2' }) }));
        await store.save(nextChange(other, 2, { decision: decision({ receivedIn: november }) }));
        expect(await store.countedDecisions(december)).toEqual([decision()]);
        expect(await store.countedDecisions(november)).toEqual([decision({ receivedIn: november })]);
      });

      test('counts once for each case, as it was decided last', async () => {
        await store.save(openingChange(reference));
        await store.save(nextChange(reference, 2, { decision: decision() }));
        await store.save(nextChange(reference, 3, { decision: decision({ decided: 'school' }) }));
        await store.save(nextChange(reference, 4));
        expect(await store.countedDecisions(december)).toEqual([decision({ decided: 'school' })]);
      });

      test('is not counted where somebody else acted first', async () => {
        await store.save(openingChange(reference));
        await store.save(nextChange(reference, 2, { decision: decision() }));
        expect(await store.save(nextChange(reference, 2, { decision: decision({ decided: 'school' }) }))).toBe('overtaken');
        expect(await store.countedDecisions(december)).toEqual([decision()]);
      });
    });

    describe('the learning register', () => {
      const lesson: Lesson = {
        reference,
        number: 2,
        service: 'waste',
        type: 'training',
        what: 'Train the crew.',
        owner: officer,
        promisedOn: date('2026-12-18'),
        due: date('2027-02-01'),
        state: { is: 'promised' },
      };

      test('holds what a change promised, as it stands after the latest one', async () => {
        const done: Lesson = { ...lesson, state: { is: 'done', on: date('2027-01-20') } };
        const later: Lesson = { ...lesson, reference: other, number: 1, promisedOn: date('2027-01-04') };
        expect(await store.lessons()).toEqual([]);
        await store.save(openingChange(reference, { lessons: [lesson] }));
        await store.save(openingChange(other, { contact: contact({ id: 'token-2' }), lessons: [later] }));
        expect(await store.lessons()).toEqual([lesson, later]);
        await store.save(nextChange(reference, 2, { lessons: [done] }));
        expect(await store.lessons()).toEqual([done, later]);
      });

      test('learns nothing where somebody else acted first', async () => {
        await store.save(openingChange(reference));
        await store.save(nextChange(reference, 2));
        expect(await store.save(nextChange(reference, 2, { lessons: [lesson] }))).toBe('overtaken');
        expect(await store.lessons()).toEqual([]);
      });
    });

    describe('what a command counted that is taken back', () => {
      test('is passed over, until something takes its place', async () => {
        const lesson: Lesson = {
          reference,
          number: 1,
          service: 'waste',
          type: 'training',
          what: 'Train the crew.',
          owner: officer,
          promisedOn: date('2026-12-18'),
          due: date('2027-02-01'),
          state: { is: 'promised' },
        };
        const counted = decision();
        await store.save(openingChange(reference));
        await store.save(nextChange(reference, 2, { decision: counted, lessons: [lesson] }));
        await store.save(nextChange(reference, 3, { takesBack: { letters: [], decision: counted, lessons: [lesson] } }));
        expect([await store.lessons(), await store.countedDecisions(counted.receivedIn)]).toEqual([[], []]);
        await store.save(nextChange(reference, 4, { decision: counted, lessons: [lesson] }));
        expect([await store.lessons(), await store.countedDecisions(counted.receivedIn)]).toEqual([[lesson], [counted]]);
      });
    });

    describe('alerts', () => {
      const alert = { deadline: 'acknowledge', kind: 'warning', on: date('2026-12-23') } as const;
      const warning = notice({ id: 'alert-acknowledge-warning-2026-12-23', kind: 'alert' });

      test('speak once, with their notices', async () => {
        await store.save(openingChange(reference, { notices: [] }));
        const spoken = await Promise.all(
          Array.from({ length: 4 }, () => store.speakAlert(reference, alert, [warning], at('2026-12-23T09:00'))),
        );
        expect(spoken.toSorted()).toEqual(['already-spoken', 'already-spoken', 'already-spoken', 'spoken']);
        const file = await store.loadFile(reference);
        expect(file?.alerts).toEqual([alert]);
        expect(file?.notices).toEqual([{ ...warning, plannedAt: at('2026-12-23T09:00'), attempts: 0, standing: { kind: 'planned' } }]);
        expect(await store.ownersOfPendingNotices(at('2026-12-31T00:00'))).toEqual([reference]);
      });

      test('of another day, kind or deadline speak too', async () => {
        await store.save(openingChange(reference));
        for (const each of [
          alert,
          { ...alert, on: date('2026-12-24') },
          { ...alert, kind: 'due' as const },
          { ...alert, deadline: 'triage' as const },
          { ...alert, deadline: 'remedy' as const, about: 1 },
          { ...alert, deadline: 'remedy' as const, about: 2 },
        ]) {
          expect(await store.speakAlert(reference, each, [], at('2026-12-23T09:00'))).toBe('spoken');
        }
        expect((await store.loadFile(reference))?.alerts).toHaveLength(6);
      });
    });

    test('remembers the schedule that was last made, and that there is none', async () => {
      expect(await store.plannedSchedule(reference)).toBeUndefined();
      await store.rememberSchedule(reference, 'one');
      await store.rememberSchedule(reference, 'two');
      expect(await store.plannedSchedule(reference)).toBe('two');
      await store.rememberSchedule(reference, undefined);
      expect(await store.plannedSchedule(reference)).toBeUndefined();
    });

    test('remembers officers by who they are, and lists them by name', async () => {
      const zoe: typeof officer = { kind: 'officer', subject: 'sub-0', name: 'Zoë Adair', email: 'zoe.adair@luton.example' };
      await store.rememberOfficer(zoe);
      await store.rememberOfficer({ ...officer, name: 'Amal Before' });
      await store.rememberOfficer(officer);
      expect(await store.staff()).toEqual([officer, zoe]);
    });

    test('keeps who opened a case by officer and day, beside the case: what is opened within an hour is one visit', async () => {
      await store.save(openingChange(reference));
      await store.noteLook(reference, officer, at('2026-12-18T09:00'));
      await store.noteLook(reference, officer, at('2026-12-18T09:40'));
      await store.noteLook(reference, officer, at('2026-12-18T16:30'));
      await store.noteLook(reference, officer, at('2026-12-19T08:00'));
      expect(await store.looks(reference)).toEqual([
        { on: date('2026-12-18'), by: officer, first: at('2026-12-18T09:00'), last: at('2026-12-18T16:30'), visits: 2 },
        { on: date('2026-12-19'), by: officer, first: at('2026-12-19T08:00'), last: at('2026-12-19T08:00'), visits: 1 },
      ]);
      expect(await store.looks(other)).toEqual([]);
      await store.noteLook({ channel: 'email', id: 'a-machine' }, officer, at('2026-12-19T08:00'));
      expect(await store.looks({ channel: 'email', id: 'a-machine' })).toMatchObject([{ by: officer, visits: 1 }]);
      expect((await store.load(reference))?.version).toBe(1);
    });

    test('keeps what the Head recorded of somebody when they sign in again, beside the roles that the sign-in gives', async () => {
      const head: typeof officer = { kind: 'officer', subject: 'sub-head', name: 'Mo Adair', email: 'mo.adair@luton.example' };
      await store.rememberOfficer(head, ['head-of-complaints']);
      const record = { roles: ['director'], services: ['waste'], remedyLimit: 25_000, trainedOn: date('2026-03-03') } as const;
      const change = { at: at('2026-12-18T09:00'), by: officer, record };
      expect(await store.recordStaff(head.subject, change, 0)).toBe('recorded');
      await store.rememberOfficer({ ...head, name: 'Mo Adair-Wells' }, []);
      const renamed = { ...head, name: 'Mo Adair-Wells', ...record };
      expect((await store.staff()).find(({ subject }) => subject === head.subject)).toEqual(renamed);
      expect(await store.staffEntry(head.subject)).toEqual({
        member: renamed,
        recorded: record,
        fromSignIn: [],
        version: 1,
        changes: [change],
      });
    });

    test('changes what is recorded of somebody once for each version, and lists the changes with the latest first', async () => {
      const { subject } = { ...officer, subject: 'sub-changed' };
      const change = (day: string) => ({ at: at(`2026-12-${day}T09:00`), by: officer, record: { interests: `Since ${day}.` } });
      expect(await store.recordStaff(subject, change('18'), 0)).toBe('overtaken');
      await store.rememberOfficer({ ...officer, subject });
      expect(await store.recordStaff(subject, change('18'), 0)).toBe('recorded');
      expect(await store.recordStaff(subject, change('19'), 0)).toBe('overtaken');
      expect(await store.recordStaff(subject, change('20'), 1)).toBe('recorded');
      expect(await store.staffEntry(subject)).toMatchObject({ version: 2, changes: [change('20'), change('18')] });
      expect(await store.staffEntry('sub-unknown')).toBeUndefined();
    });

    test('the rota stands with who changed it, and each change has its own number', async () => {
      expect([await store.rota.current(), await store.rota.changes()]).toEqual([{ number: 0, rota: [] }, []]);
      const rota = [{ officer, from: at('2026-12-18T17:00'), until: at('2026-12-25T17:00') }];
      const change = { by: officer, at: at('2026-12-18T09:00') };
      expect(await store.rota.change({ ...change, number: 1, rota })).toBe('changed');
      expect(await store.rota.change({ ...change, number: 1, rota: [] })).toBe('overtaken');
      expect(await store.rota.change({ ...change, number: 3, rota: [] })).toBe('overtaken');
      expect(await store.rota.current()).toEqual({ number: 1, rota });
      expect(await store.inForce()).toMatchObject({ rota });
      expect(await store.rota.change({ ...change, number: 2, rota: [] })).toBe('changed');
      expect(await store.rota.current()).toEqual({ number: 2, rota: [] });
      expect(await store.rota.changes()).toEqual([
        { ...change, number: 1, rota },
        { ...change, number: 2, rota: [] },
      ]);
    });

    test('what somebody leaves out of their mail stays, whatever is recorded of them and whenever they sign in', async () => {
      const subject = 'sub-choosy';
      const choosy = { ...officer, subject };
      await store.rememberOfficer(choosy);
      const { version } = (await store.staffEntry(subject))!;
      await store.chooseMail(subject, ['new']);
      await store.recordStaff(subject, { at: at('2026-12-18T09:00'), by: officer, record: { roles: ['director'] } }, version);
      await store.rememberOfficer(choosy, ['complaints-team']);
      const mine = async () => (await store.staff()).find((one) => one.subject === subject)?.mailOff;
      expect(await mine()).toEqual(['new']);
      await store.chooseMail(subject, []);
      expect(await mine()).toEqual([]);
    });

    test('wording that was changed stands with who changed it, and each change has its own number', async () => {
      expect([await store.wording.current(), await store.wording.changes()]).toEqual([{ number: 0, wording: {} }, []]);
      const change = { piece: 'news-opening', words: 'You asked for news.', by: officer, at: at('2026-12-18T09:00') } as const;
      const wording = { 'news-opening': 'You asked for news.' };
      expect(await store.wording.change(wording, { ...change, number: 1 })).toBe('changed');
      expect(await store.wording.change({}, { ...change, number: 1 })).toBe('overtaken');
      expect(await store.wording.change({}, { ...change, number: 3 })).toBe('overtaken');
      expect(await store.wording.current()).toEqual({ number: 1, wording });
      expect(await store.inForce()).toMatchObject({ wording });
      expect(await store.wording.change({}, { ...change, words: undefined, number: 2 })).toBe('changed');
      expect(await store.wording.current()).toEqual({ number: 2, wording: {} });
      expect(await store.wording.changes()).toEqual([
        { ...change, number: 1 },
        { ...change, words: undefined, number: 2 },
      ]);
    });

    describe('bank holidays proclaimed late', () => {
      const second: typeof officer = { ...officer, subject: 'sub-2', name: 'Bo Adair' };
      const day = (on: string, standing: Proclaimed['standing'] = { kind: 'proposed' }, minute = '00'): Proclaimed => ({
        date: date(on),
        name: 'A day of thanks',
        source: 'https://gazette.example/1',
        proposedBy: officer,
        proposedAt: at(`2026-12-18T09:${minute}`),
        standing,
      });
      const approved = (number: number): Proclaimed['standing'] => ({ kind: 'approved', by: second, at: at('2026-12-18T10:00'), number });
      const rejected: Proclaimed['standing'] = { kind: 'rejected', by: second, at: at('2026-12-18T10:00'), reason: 'Scotland only.' };

      test('count from their approval on, in the order of their numbers', async () => {
        expect([await store.calendar.additions(), await store.calendar.proclaimed()]).toEqual([[], []]);
        expect(await store.calendar.propose(day('2026-12-23'))).toBe('proposed');
        expect(await store.calendar.propose(day('2026-12-22'))).toBe('proposed');
        expect(await store.calendar.additions()).toEqual([]);
        expect(await store.calendar.decide(day('2026-12-23', approved(1)))).toBe('decided');
        expect(await store.calendar.decide(day('2026-12-22', approved(2)))).toBe('decided');
        const added = { name: 'A day of thanks', at: at('2026-12-18T10:00') };
        expect(await store.calendar.additions()).toEqual([
          { ...added, date: '2026-12-23', number: 1 },
          { ...added, date: '2026-12-22', number: 2 },
        ]);
        expect(await store.inForce()).toEqual({ additions: await store.calendar.additions(), wording: {}, rota: [] });
        expect(await store.calendar.proclaimed()).toEqual([day('2026-12-22', approved(2)), day('2026-12-23', approved(1))]);
      });

      test('are decided once, as they were read, and each number is given once', async () => {
        await store.calendar.propose(day('2026-12-22'));
        await store.calendar.propose(day('2026-12-23'));
        expect(await store.calendar.propose(day('2026-12-22'))).toBe('overtaken');
        expect(await store.calendar.decide(day('2026-12-22', approved(1), '30'))).toBe('overtaken');
        expect(await store.calendar.decide(day('2026-12-22', approved(1)))).toBe('decided');
        expect(await store.calendar.decide(day('2026-12-22', rejected))).toBe('overtaken');
        expect(await store.calendar.decide(day('2026-12-23', approved(1)))).toBe('overtaken');
        expect(await store.calendar.decide(day('2026-12-24', approved(2)))).toBe('overtaken');
        expect((await store.calendar.additions()).map(({ number }) => number)).toEqual([1]);
      });

      test('may be entered again after they were rejected', async () => {
        await store.calendar.propose(day('2026-12-22'));
        expect(await store.calendar.decide(day('2026-12-22', rejected))).toBe('decided');
        expect(await store.calendar.proclaimed()).toEqual([day('2026-12-22', rejected)]);
        expect(await store.calendar.propose(day('2026-12-22', undefined, '45'))).toBe('proposed');
        expect(await store.calendar.additions()).toEqual([]);
      });

      test('remember how far open cases have been told', async () => {
        expect(await store.calendar.walk()).toBeUndefined();
        await store.calendar.rememberWalk({ number: 1, after: reference, finished: false });
        expect(await store.calendar.walk()).toEqual({ number: 1, after: reference, finished: false });
        await store.calendar.rememberWalk({ number: 1, finished: true });
        expect(await store.calendar.walk()).toEqual({ number: 1, finished: true });
      });
    });

    test('keeps every event and no gap of version however two writers interleave', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ writer: fc.constantFrom(0, 1), events: fc.integer({ min: 1, max: 3 }) }), { minLength: 40, maxLength: 40 }),
          async (steps) => {
            run += 1;
            const of = `LBC-2026-${String(100000 + run)}` as Reference;
            await store.save(openingChange(of, { contact: contact({ id: `interleaved-${run}` }) }));
            const saved: string[] = [`open-${of}`];
            const write = async (writer: number): Promise<void> => {
              for (const [index, step] of steps.entries()) {
                if (step.writer !== writer) continue;
                const commandId = `${writer}-${index}`;
                const current = await store.load(of);
                const events = Array.from({ length: step.events }, () => read(commandId));
                const state = received(of, (current?.state.eventCount ?? 0) + events.length);
                const answer = await store.save({ reference: of, expected: current?.version ?? 0, state, events, notices: [] });
                if (answer === 'saved') saved.push(...events.map(() => commandId));
              }
            };
            await Promise.all([write(0), write(1)]);
            const file = await store.loadFile(of);
            const commands = file?.events.map(({ commandId }) => commandId) ?? [];
            expect(commands.toSorted()).toEqual(saved.toSorted());
            expect(file?.version).toBe(new Set(commands).size);
            expect(file?.state.eventCount).toBe(commands.length);
          },
        ),
        { numRuns: 4 },
      );
    });
  });
}
