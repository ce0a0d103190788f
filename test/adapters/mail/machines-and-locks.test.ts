import { describe, expect, test } from 'vitest';
import { allPass, message, read, sample } from './messages.ts';

const parts = (type: string, ...all: readonly string[]) =>
  [{ 'Content-Type': `${type}; boundary=b` }, `${all.map((part) => `--b\r\n${part}\r\n`).join('')}--b--`] as const;

describe('an address that nothing can be sent to', () => {
  test.each([
    ['says so itself', { From: 'Portal <no-reply@agency.example>' }, 'no-reply'],
    ['says so in other words', { From: 'DoNotReply@agency.example' }, 'no-reply'],
    ['is a mailing list’s', { From: 'Ann via Residents <residents@list.example>', 'List-Post': '<mailto:residents@list.example>' }, 'list'],
    ['is a mailing list’s by its name', { From: 'residents@list.example', 'List-Id': 'Residents <residents.list.example>' }, 'list'],
  ])('%s: the complaint is taken in, and nothing is sent there', async (_, headers, why) => {
    const { contact } = await read(message(headers));
    expect(contact).toMatchObject({ takesNoAnswer: why, reachBy: [], text: 'The bins were missed again.' });
    expect(contact.automatic ?? contact.hold).toBeUndefined();
  });

  test.each([
    ['a neighbour who writes through a list', { Precedence: 'list', 'List-Id': '<residents.list.example>' }],
    ['somebody called Noreen', { From: 'Noreen <noreen.plyer@mailbox.example>' }],
  ])('is not that of %s', async (_, headers) => {
    const { contact } = await read(message(headers));
    expect(contact.reachBy).toEqual(['email']);
    expect(contact.takesNoAnswer).toBeUndefined();
  });
});

describe('a bounce that comes as an e-mail', () => {
  const report = (status: string, action = 'failed') =>
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.mailbox.example\r\n\r\nFinal-Recipient: rfc822; ann@mailbox.example\r\nAction: ${action}\r\nStatus: ${status}\r\n`;
  const headers =
    'X-Complaints-Notice: LBC-2026-004217/0002-acknowledgement\r\nMessage-ID: <0102019a2f3c-7f1d@eu-west-2.amazonses.com>\r\nTo: ann@mailbox.example\r\n';
  const bounce = (...all: readonly string[]) => {
    const [type, body] = parts('multipart/report; report-type=delivery-status', 'Content-Type: text/plain\r\n\r\nIt failed.', ...all);
    return message({ From: 'MAILER-DAEMON@mx.mailbox.example', 'Return-Path': '<>', ...type }, body);
  };
  const returned = async (raw: string) => (await read(raw)).returned;

  test.each([
    ['its headers', `Content-Type: text/rfc822-headers\r\n\r\n${headers}`],
    ['the whole letter', `Content-Type: message/rfc822\r\n\r\n${headers}\r\nDear Ann`],
  ])('names the letter of ours that it brings back, by %s', async (_, back) => {
    expect(await returned(bounce(report('5.1.1'), back))).toEqual({
      reference: 'LBC-2026-004217',
      noticeId: '0002-acknowledgement',
      sesMessageId: '0102019a2f3c-7f1d',
      status: '5.1.1',
      recipient: 'ann@mailbox.example',
    });
  });

  test.each([
    ['only tells of a delay', bounce(report('4.4.1', 'delayed'), `Content-Type: text/rfc822-headers\r\n\r\n${headers}`)],
    ['brings nothing back', bounce(report('5.1.1'))],
    ['says nothing of why', bounce(`Content-Type: text/rfc822-headers\r\n\r\n${headers}`)],
    [
      'speaks of a letter inside a letter: a bounce of a bounce',
      bounce(report('5.1.1'), `Content-Type: message/rfc822\r\n\r\nFrom: MAILER-DAEMON@x.example\r\n\r\n${headers}`),
    ],
    ['comes from a person', message(...parts('multipart/mixed', report('5.1.1'), `Content-Type: text/rfc822-headers\r\n\r\n${headers}`))],
  ])('claims nothing where it %s', async (_, raw) => {
    expect(await returned(raw)).toBeUndefined();
  });

  test('without our header, as in the sample, is only filed', async () => {
    const { contact, returned: claimed } = await sample('08-bounce-delivery-status');
    expect(contact.automatic).toBe('bounce');
    expect(claimed).toBeUndefined();
  });
});

describe('what we cannot read is never shown as if it were read', () => {
  const pgp = '-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA7\r\n-----END PGP MESSAGE-----';
  test.each([
    ['S/MIME', message({ 'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m' }, 'MIAG')],
    ['S/MIME that wraps what it signs', message({ 'Content-Type': 'application/x-pkcs7-mime; smime-type=signed-data' }, 'MIAG')],
    [
      'PGP/MIME',
      message(
        ...parts(
          'multipart/encrypted; protocol="application/pgp-encrypted"',
          'Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1',
          `Content-Type: application/octet-stream\r\n\r\n${pgp}`,
        ),
      ),
    ],
    ['PGP in the words', message({}, pgp)],
    ['PGP in the words, cut off', message({}, pgp.slice(0, 40))],
  ])('encrypted with %s: held, with its sender, subject and original', async (_, raw) => {
    const { contact } = await read(raw);
    expect(contact).toMatchObject({
      hold: 'encrypted',
      from: { email: 'ann@mailbox.example' },
      subject: 'Bins',
      original: 'mail/ses-id-1',
    });
  });

  test('signed beside the words is read', async () => {
    const signature = 'Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nMIAG';
    const { contact } = await read(message(...parts('multipart/signed', '\r\nThe bins were missed.', signature)));
    expect(contact.hold).toBeUndefined();
    expect(contact.text).toBe('The bins were missed.');
  });

  test('words beside an encrypted block are read', async () => {
    const { contact } = await read(message({}, `My key is below, please answer in plain words.\r\n${pgp}`));
    expect(contact.hold).toBeUndefined();
  });

  const winmail = 'Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAA';
  test('Outlook’s winmail.dat is kept, and marked as hiding more', async () => {
    const { contact } = await read(message(...parts('multipart/mixed', '\r\nSee my letter.', winmail)));
    expect(contact.hold).toBeUndefined();
    expect(contact.attachments).toMatchObject([{ name: 'winmail.dat', care: 'outlook-package' }]);
  });

  test('alone it may hold all the words: held', async () => {
    const { contact } = await read(message(...parts('multipart/mixed', winmail)));
    expect(contact).toMatchObject({ hold: 'unreadable', attachments: [{ name: 'winmail.dat' }] });
  });

  test.each(['GRAY', 'PROCESSING_FAILED', 'unknown'] as const)(
    'a message whose spam and virus verdicts are %s is taken in, and its attachments say that nobody looked',
    async (verdict) => {
      const raw = message(...parts('multipart/mixed', '\r\nSee my photo.', 'Content-Type: image/jpeg; name=a.jpg\r\n\r\nJPEG'));
      const { contact } = await read(raw, { verdicts: { ...allPass, spam: verdict, virus: verdict } });
      expect(contact.hold).toBeUndefined();
      expect(contact.attachments).toMatchObject([{ name: 'a.jpg', care: 'not-scanned' }]);
      expect((await read(raw)).contact.attachments[0]?.care).toBeUndefined();
    },
  );
});

describe('a calendar invitation', () => {
  const calendar = [
    'BEGIN:VCALENDAR',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'SUMMARY;LANGUAGE=en-GB:Site visit\\, Ivy Road',
    'DTSTART;TZID="GMT Standard Time":20260310T100000',
    'DTEND:20260310T110000Z',
    'LOCATION:Garages off Ivy',
    '  Road',
    'DESCRIPTION:Please come and look.\\nBring boots\\; it is wet.',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

  test('is read in its own words where there are no others', async () => {
    const { contact } = await read(message({ 'Content-Type': 'text/calendar; method=REQUEST; charset=utf-8' }, calendar));
    expect(contact.text).toBe(
      'Invitation: Site visit, Ivy Road\nStarts: 2026-03-10 10:00\nEnds: 2026-03-10 11:00 UTC\nWhere: Garages off Ivy Road\n\nPlease come and look.\nBring boots; it is wet.',
    );
  });

  test('is an attachment beside a person’s words', async () => {
    const { contact } = await read(
      message(...parts('multipart/mixed', '\r\nSee you there.', `Content-Type: text/calendar\r\n\r\n${calendar}`)),
    );
    expect(contact.text).toBe('See you there.');
    expect(contact.attachments).toMatchObject([{ contentType: 'text/calendar' }]);
  });

  test.each(['', 'BEGIN:VEVENT', 'BEGIN:VEVENT\r\nEND:VEVENT', `BEGIN:VEVENT\r\n${'SUMMARY:'.repeat(20_000)}`])(
    'without an event in it says nothing (%#)',
    async (body) => {
      const { contact } = await read(message({ 'Content-Type': 'text/calendar' }, body));
      expect(contact.text).toBe('');
    },
  );
});
