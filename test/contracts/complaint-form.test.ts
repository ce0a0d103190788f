import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readComplaint, typedComplaint } from '../../functions/contracts/complaint-form.ts';
import { readLog } from '../../functions/contracts/log-form.ts';
import { contactOfForm, originalComplaint } from '../../functions/contracts/stored-form.ts';
import { localDate } from '../../functions/domain/calendar/local-date.ts';
import { moment } from '../support/case-story.ts';

const today = localDate('2026-12-18')!;
const receivedAt = moment('2026-12-18T09:00:00Z');

test('any form with something in it becomes a contact, and the stored original gives the same contact', () => {
  const text = fc.string({ unit: 'binary', maxLength: 80 });
  fc.assert(
    fc.property(text, text, text, (whatHappened, name, adjustments) => {
      const read = readComplaint(typedComplaint(new URLSearchParams({ whatHappened, name, adjustments })), today);
      if ('errors' in read) {
        expect(typedComplaint(new URLSearchParams({ whatHappened })).whatHappened.trim()).toBe('');
        expect(read.errors.map(({ field }) => field)).toEqual(['whatHappened']);
        return;
      }
      const original = { v: 1 as const, token: 'token-000000000001', receivedAt, answers: read.answers };
      const stored = originalComplaint.parse(JSON.parse(JSON.stringify(original)));
      expect(contactOfForm(stored, receivedAt)).toEqual(contactOfForm(original, receivedAt));
    }),
  );
});

test('control characters, which no letter may hold, are left out of what was typed; lines stay', () => {
  const typed = typedComplaint(new URLSearchParams({ whatHappened: 'one\r\ntwo\rthree\u0000\u001b\tfour', name: 'Ro\u0000sa' }));
  expect(typed).toMatchObject({ whatHappened: 'one\ntwo\nthree\tfour', name: 'Rosa' });
});

test('a very long story is cut in the contact, between characters, and stays whole in the original', () => {
  const whatHappened = `${'x'.repeat(31_999)}😀 and more`;
  const read = readComplaint(typedComplaint(new URLSearchParams({ whatHappened })), today);
  if ('errors' in read) throw new Error('refused');
  const contact = contactOfForm({ v: 1, token: 'token-000000000001', receivedAt, answers: read.answers }, receivedAt);
  expect([contact.text, contact.textComplete]).toEqual(['x'.repeat(31_999), false]);
  expect(read.answers.whatHappened).toBe(whatHappened);
});

test('a story longer than can wait to be sent is refused at every step, and taken from an officer who writes it down', () => {
  const whatHappened = 'x'.repeat(50_001);
  const typed = typedComplaint(new URLSearchParams({ whatHappened }));
  expect(readComplaint(typed, today)).toMatchObject({
    errors: [{ field: 'whatHappened', problem: 'whatHappenedTooLong', values: { most: 50_000 } }],
  });
  const logged = readLog(new URLSearchParams({ whatHappened, channel: 'post' }), today, ['post']);
  expect(logged).toMatchObject({ answers: { answers: { whatHappened } } });
});

test.each(['a@b.example', 'siân.o’neill+bins@council.example'])('%s is an email address', (email) => {
  const read = readComplaint(
    typedComplaint(
      new URLSearchParams([
        ['whatHappened', 'x'],
        ['reachBy', 'email'],
        ['email', email],
      ]),
    ),
    today,
  );
  expect(read).toMatchObject({ answers: { email } });
});

test.each(['rosa', 'a b@c.example', 'a@b', 'a@b.example, c@d.example', 'a@b.example\nBcc: c@d.example'])(
  '%j is not one email address',
  (email) => {
    const read = readComplaint(
      typedComplaint(
        new URLSearchParams([
          ['whatHappened', 'x'],
          ['reachBy', 'email'],
          ['email', email],
        ]),
      ),
      today,
    );
    expect(read).toMatchObject({ errors: [{ field: 'email' }] });
  },
);
