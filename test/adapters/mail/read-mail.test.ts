import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostParts } from '../../../functions/adapters/mail/outline.ts';
import { instant } from '../../../functions/domain/calendar/local-date.ts';
import { allPass, message, read } from './messages.ts';

describe('what the receipt says holds, not what the message says', () => {
  test('the receipt is the moment SES had it, whatever the Date header says', async () => {
    const { contact } = await read(message({ Date: 'Mon, 1 Jan 2001 00:00:00 +0000' }));
    expect(contact.receivedAt).toBe(instant('2026-03-10T08:17:22Z'));
  });

  test('verdict headers that a sender wrote are not believed', async () => {
    const forged = message({ 'X-SES-Spam-Verdict': 'PASS', 'Authentication-Results': 'amazonses.com; dmarc=pass' });
    const { contact } = await read(forged, { verdicts: { ...allPass, spam: 'FAIL', spf: 'FAIL', dkim: 'GRAY', dmarc: 'FAIL' } });
    expect(contact).toMatchObject({ hold: 'spam-suspected', authenticated: false });
  });

  test.each([
    ['DMARC passes', { dmarc: 'PASS', spf: 'FAIL', dkim: 'GRAY' }, true],
    ['SPF and DKIM pass without a policy', { dmarc: 'GRAY', spf: 'PASS', dkim: 'PASS' }, true],
    ['only SPF passes', { dmarc: 'GRAY', spf: 'PASS', dkim: 'GRAY' }, false],
    ['the older proofs pass and DMARC says no', { dmarc: 'FAIL', spf: 'PASS', dkim: 'PASS' }, false],
    ['nothing is known (swept)', { dmarc: 'unknown', spf: 'unknown', dkim: 'unknown' }, false],
  ] as const)('authenticated: %s', async (_, verdicts, expected) => {
    const { contact } = await read(message({ 'Return-Path': '<ann@mailbox.example>' }), { verdicts: { ...allPass, ...verdicts } });
    expect(contact.authenticated).toBe(expected);
    expect(contact.hold).toBeUndefined();
  });

  test.each([
    ['is another’s', { 'Return-Path': '<anybody@stranger.example>' }],
    ['is nobody’s', { 'Return-Path': '<>' }],
    ['is not told', {}],
    [
      'is another’s, above one that the sender wrote',
      { 'Return-Path': '<anybody@stranger.example>', 'return-path': '<ann@mailbox.example>' },
    ],
  ])('SPF and DKIM prove nothing of a sender where the envelope’s sender %s', async (_, headers) => {
    const { contact } = await read(message(headers), { verdicts: { ...allPass, dmarc: 'GRAY' } });
    expect(contact.authenticated).toBe(false);
  });

  test('a virus holds the message, keeps its words and takes nothing out of the original', async () => {
    const raw = message(
      { 'Content-Type': 'multipart/mixed; boundary=b' },
      '--b\r\n\r\nPlease see my photo.\r\n--b\r\nContent-Type: image/jpeg; name=photo.jpg\r\n\r\nEVIL\r\n--b--',
    );
    const { contact, parts } = await read(raw, { verdicts: { ...allPass, virus: 'FAIL' } });
    expect(contact).toMatchObject({ hold: 'virus-found', text: 'Please see my photo.', attachments: [] });
    expect(parts).toEqual([]);
  });

  test.each([
    ['X-SES-Virus-Verdict', 'virus-found'],
    ['X-SES-Spam-Verdict', 'spam-suspected'],
  ])('a swept message, whose receipt is lost, is held where SES wrote FAIL as its %s above what the sender wrote', async (name, hold) => {
    const unknown = 'unknown' as const;
    const verdicts = { spam: unknown, virus: unknown, spf: unknown, dkim: unknown, dmarc: unknown };
    expect((await read(message({ [name]: 'FAIL', [name.toLowerCase()]: 'PASS' }), { verdicts })).contact.hold).toBe(hold);
    expect((await read(message({ [name]: 'PASS' }), { verdicts })).contact.hold).toBeUndefined();
    expect((await read(message({ [name]: 'FAIL' }), { verdicts: allPass })).contact.hold).toBeUndefined();
  });

  test('the envelope may name a recipient that the To header hides', async () => {
    const { contact } = await read(message({ To: 'undisclosed-recipients:;', Cc: 'Office <Office@Mailbox.example>' }), {
      recipients: ['r.lbc-2026-004217.abcdefghijklmnop@reply.example'],
    });
    expect(contact.email?.to).toEqual(['r.lbc-2026-004217.abcdefghijklmnop@reply.example', 'office@mailbox.example']);
  });
});

describe('mail that no person wrote', () => {
  test.each([
    ['Auto-Submitted', { 'Auto-Submitted': 'auto-replied (vacation)' }, 'auto-reply'],
    ['an empty envelope sender', { 'Return-Path': '<>' }, 'auto-reply'],
    ['X-Autoreply', { 'X-Autoreply': 'yes' }, 'auto-reply'],
    ['bulk', { Precedence: 'bulk' }, 'auto-reply'],
    ["Outlook's header with an automatic subject", { 'X-Auto-Response-Suppress': 'All', Subject: 'Automatic reply: bins' }, 'auto-reply'],
    ['a read receipt', { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b' }, 'auto-reply'],
    ['a delivery report', { 'Content-Type': 'multipart/report; report-type="delivery-status"; boundary=b' }, 'bounce'],
    ['the mailer daemon', { From: 'Mail Delivery Subsystem <mailer-daemon@mailbox.example>' }, 'bounce'],
    ['our own notice come back', { 'X-Complaints-Notice': 'LBC-2026-004217/0001-receipt' }, 'our-own'],
  ])('%s', async (_, headers, expected) => {
    const { contact } = await read(message(headers));
    expect(contact.automatic).toBe(expected);
  });

  test.each([
    ["a person's ordinary Outlook mail", { 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' }],
    ["a neighbour's post to the residents' list", { Precedence: 'list', 'List-Id': '<residents.list.example>' }],
    ['mail that says it is not automatic', { 'Auto-Submitted': 'no' }],
    ['a complaint about an automatic reply', { Subject: 'Automatic reply: is that all I get?' }],
    ['a postmaster who complains', { From: 'postmaster@mailbox.example', 'Return-Path': '<postmaster@mailbox.example>' }],
  ])('but %s is a person', async (_, headers) => {
    const { contact } = await read(message(headers));
    expect(contact.automatic).toBeUndefined();
  });
});

describe('text', () => {
  test('is cut at 32,000 characters and says so, without half a character', async () => {
    const { contact } = await read(message({ 'Content-Type': 'text/plain; charset=utf-8' }, `${'a'.repeat(31_999)}😡 and more`));
    expect(contact.text).toBe('a'.repeat(31_999));
    expect(contact.textComplete).toBe(false);
  });

  test.each([
    ['plain ASCII that is UTF-8', 'text/plain; charset=us-ascii', Buffer.from('Café £5 “now”')],
    [
      'plain ASCII that is Windows-1252',
      'text/plain; charset="US-ASCII"; format=flowed',
      Buffer.from('Caf\xe9 \xa35 \x93now\x94', 'latin1'),
    ],
    ['no character set, UTF-8', 'text/plain', Buffer.from('Café £5 “now”')],
    ['no character set, Windows-1252', 'text/plain', Buffer.from('Caf\xe9 \xa35 \x93now\x94', 'latin1')],
    ['no type at all, Windows-1252', undefined, Buffer.from('Caf\xe9 \xa35 \x93now\x94', 'latin1')],
  ])('labelled as %s is read rightly', async (_, type, body) => {
    const { contact } = await read(Buffer.concat([Buffer.from(message(type ? { 'Content-Type': type } : {}, '')), body]));
    expect(contact.text).toBe('Café £5 “now”');
  });

  test('a character-set label quoted in the words stays as it was typed', async () => {
    const words = 'Your server says\r\nContent-Type: text/plain; charset=us-ascii\r\nand I cannot read it: £';
    const { contact } = await read(message({ 'Content-Type': 'text/plain; charset=us-ascii' }, words));
    expect(contact.text).toBe(words.replaceAll('\r\n', '\n'));
  });

  test('a forward of a forward is read to the end, and its attachments are kept', async () => {
    const inner = message(
      { Subject: 'Leak', 'Content-Type': 'multipart/mixed; boundary=i' },
      '--i\r\n\r\nWater through the ceiling.\r\n--i\r\nContent-Type: image/png; name=leak.png\r\n\r\nPNG\r\n--i--',
    );
    const middle = message(
      { Subject: 'Fwd: Leak', 'Content-Type': 'multipart/mixed; boundary=m' },
      `--m\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--m--`,
    );
    const { contact } = await read(
      message(
        { 'Content-Type': 'multipart/mixed; boundary=o' },
        `--o\r\n\r\nSee below.\r\n--o\r\nContent-Type: message/rfc822\r\n\r\n${middle}\r\n--o--`,
      ),
    );
    expect(contact.text).toContain('See below.');
    expect(contact.text).toContain('Water through the ceiling.');
    expect(contact.attachments.map(({ name }) => name)).toEqual(['forwarded-message.eml', 'forwarded-message.eml', 'leak.png']);
  });
});

describe('attachments', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ann\\letter.docx', 'letter.docx'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\r\nc.txt', 'a b c.txt'],
    [`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(95)}.jpeg`],
    ['...', 'attachment'],
  ])('named %j is kept as %j', async (sent, kept) => {
    const encoded = `=?utf-8?B?${Buffer.from(sent).toString('base64')}?=`;
    const raw = message(
      { 'Content-Type': 'multipart/mixed; boundary=b' },
      `--b\r\nContent-Type: application/pdf; name="${encoded}"\r\n\r\nx\r\n--b--`,
    );
    const { contact } = await read(raw);
    expect(contact.attachments.map(({ name }) => name)).toEqual([kept]);
    expect(contact.attachments[0]!.key).toMatch(/^attachments\/ses-id-1\/1(\.[a-z0-9]{1,10})?$/);
  });
});

describe('what cannot be read is held for a person, and nothing is put in their mouth', () => {
  const held = { hold: 'unreadable', text: '' };
  const sender = { name: 'Ann Example', email: 'ann@mailbox.example' };

  test('an empty object', async () => {
    const { contact } = await read('');
    expect(contact).toMatchObject({ ...held, from: {}, reachBy: [], attachments: [], original: 'mail/ses-id-1' });
  });

  test('two senders: neither is believed, the words are kept', async () => {
    const { contact } = await read(`From: mayor@council.example\r\n${message({})}`);
    expect(contact).toMatchObject({ hold: 'unreadable', authenticated: false, reachBy: [], text: 'The bins were missed again.' });
    expect(contact.from.email).toBeUndefined();
  });

  test.each([
    [
      'nested a thousand deep',
      () =>
        message({}, '').trimEnd() +
        Array.from({ length: 1_000 }, (_, depth) => `\r\nContent-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}`).join(''),
    ],
    ['a 5 MB header', () => message({ 'X-Long': 'a'.repeat(5_000_000) })],
    ['a 5 MB folded header', () => message({ 'X-Long': 'a\r\n '.repeat(1_000_000) })],
    ['50,000 parts', () => message({ 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\r\n\r\nx\r\n'.repeat(50_000))],
    [
      `one part more than ${mostParts}`,
      () => message({ 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\r\n\r\nx\r\n'.repeat(mostParts + 1)),
    ],
    ['20 MB of empty lines', () => message({}, '\n'.repeat(20_000_000))],
    ['20 MB of empty base64 lines', () => message({ 'Content-Transfer-Encoding': 'base64' }, '\n'.repeat(20_000_000))],
    ['larger than SES takes', () => message({}, `${'a'.repeat(70)}\n`.repeat(600_000))],
  ])('%s', async (_, raw) => {
    const { contact, parts } = await read(raw());
    expect(contact).toMatchObject({ ...held, from: sender, subject: 'Bins', textComplete: false });
    expect(parts).toEqual([]);
  });

  test('messages inside messages cannot multiply the work', async () => {
    const lines = Buffer.from(`${message({})}${'\na'.repeat(50_000)}`).toString('base64');
    const part = `--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`;
    const { contact } = await read(message({ 'Content-Type': 'multipart/mixed; boundary=b' }, `${part.repeat(50)}--b--`));
    expect(contact.hold).toBeUndefined();
    expect(contact.attachments).toHaveLength(50);
    expect(contact.text.split('Forwarded message')).toHaveLength(2);
  });
});

describe('hostile mail', () => {
  const word = fc.constantFrom(
    '=?utf-8?B?8J+Qow==?=',
    '=?utf-8?Q?=E2=80?=',
    '=?x?q??=',
    '"',
    '(',
    '<',
    '>',
    ',',
    ';',
    ':',
    '@',
    'ann@mailbox.example',
    '\\',
    ' ',
    '\t',
    '\r\n ',
    '\0',
    'é',
    '\u202e',
    '😡',
    'a',
  );
  const value = fc.array(word, { maxLength: 12 }).map((words) => words.join(''));
  const name = fc.constantFrom(
    'From',
    'To',
    'Cc',
    'Reply-To',
    'Subject',
    'Message-ID',
    'References',
    'In-Reply-To',
    'Date',
    'Content-Type',
    'Content-Transfer-Encoding',
    'Content-Disposition',
    'Return-Path',
    'Auto-Submitted',
    'X-Y',
  );
  const type = fc.constantFrom(
    'text/plain',
    'text/html',
    'text/plain; charset=us-ascii',
    'text/plain; charset=utf-7',
    'text/plain; charset=nonsense',
    'text/plain; format=flowed; delsp=yes',
    'multipart/mixed; boundary=b',
    'multipart/alternative; boundary="b"',
    'multipart/digest; boundary=b',
    'multipart/report; report-type=delivery-status; boundary=b',
    'multipart/mixed; boundary=',
    'message/rfc822',
    'message/delivery-status',
    'application/pdf; name=../../x',
    'image/jpeg; name*0=a; name*1*=%ff',
  );
  const encoding = fc.constantFrom('7bit', '8bit', 'base64', 'quoted-printable', 'binary', 'nonsense', '');
  const header = fc.oneof(
    fc.tuple(name, value).map(([key, text]) => `${key}: ${text}`),
    type.map((text) => `Content-Type: ${text}`),
    encoding.map((text) => `Content-Transfer-Encoding: ${text}`),
    value,
  );
  const body = fc.array(
    fc.oneof(
      fc.constantFrom(
        '--b',
        '--b--',
        '--',
        '',
        'From: eve@mailbox.example',
        '=3D=',
        '=ZZ',
        'QUJD',
        '<p>x</p>',
        '<!--',
        '<style>',
        '&#x110000;',
        '&amp',
        '<a href="',
        '<blockquote><li>',
      ),
      header,
      fc.string({ unit: 'binary', maxLength: 30 }),
    ),
    { maxLength: 30 },
  );
  const hostile = fc
    .record({ headers: fc.array(header, { maxLength: 10 }), body, end: fc.constantFrom('\r\n', '\n', '\r') })
    .map(({ headers, body: lines, end }) => Buffer.from([...headers, '', ...lines].join(end)));

  test('never throws, and always gives a contact that can be stored and shown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostile, fc.uint8Array({ maxLength: 400 })), async (raw) => {
        const { contact, parts } = await read(raw);
        expect(contact.text.length).toBeLessThanOrEqual(32_000);
        expect(contact.text.isWellFormed()).toBe(true);
        for (const line of [contact.subject, contact.from.name, contact.from.email, ...contact.attachments.map(({ name: file }) => file)]) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
          expect(line ?? '').not.toMatch(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
        }
        expect(contact.reachBy).toEqual(contact.from.email ? ['email'] : []);
        expect(contact.hold === 'unreadable' || contact.text !== '' || contact.subject !== undefined || parts.length > 0).toBe(true);
        expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
        for (const { key } of parts) expect(key).toMatch(/^attachments\/ses-id-1\/\d+(\.[a-z0-9]{1,10})?$/);
      }),
      { numRuns: 1_000 },
    );
  });
});
