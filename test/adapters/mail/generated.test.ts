import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadMailResult } from '../../../functions/adapters/mail/read-mail.ts';
import { message, read } from './messages.ts';

// Messages as programs really build them, of any shape: whole ones, whose every word must be in the contact; and the same ones broken on the way.

type Part = { readonly source: Buffer; readonly words: readonly string[]; readonly files: number };

const lines = (...all: readonly string[]) => Buffer.from(all.map((line) => `${line}\r\n`).join(''), 'latin1');
const join = (...pieces: readonly Buffer[]) => Buffer.concat(pieces);

/** Words that no other part of a message has, with letters that every charset below can write. */
const words = fc
  .array(fc.stringMatching(/^[a-z]{4,9}$/), { minLength: 1, maxLength: 6 })
  .chain((all) => fc.nat({ max: 1_000_000 }).map((number) => [...all, `café£${number}`]));

const charset = fc.constantFrom(
  { name: 'utf-8', of: (text: string) => Buffer.from(text) },
  { name: 'ISO-8859-1', of: (text: string) => Buffer.from(text, 'latin1') },
  { name: '"windows-1252"', of: (text: string) => Buffer.from(text, 'latin1') },
  { name: 'utf-16le', of: (text: string) => Buffer.from(text, 'utf16le') },
);
const wide = (name: string) => name.startsWith('utf-16');

const quoted = (bytes: Buffer) =>
  Buffer.from(
    [...bytes]
      .map((byte) =>
        byte > 126 || byte < 32 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
      )
      .join('')
      .replace(/(?:=[0-9A-F]{2}|[^=]){60}/g, '$&=\r\n'),
    'latin1',
  );
const encoding = fc.constantFrom(
  { name: 'base64', safe: true, of: (bytes: Buffer) => Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n')) },
  { name: 'Quoted-Printable', safe: true, of: quoted },
  { name: '8bit', safe: false, of: (bytes: Buffer) => bytes },
  { name: 'binary', safe: false, of: (bytes: Buffer) => bytes },
);

const textPart = (subtype: 'plain' | 'html') =>
  fc.tuple(words, charset, encoding).map(([said, inSet, encoded]): Part => {
    const text = subtype === 'html' ? `<div><p>${said.join('</p>\r\n<p>')}</p><script>alert("not said")</script></div>` : said.join('\r\n');
    // UTF-16 has line ends and zeros of its own: it cannot be sent as it is.
    const chosen =
      wide(inSet.name) && !encoded.safe ? { name: 'base64', of: (bytes: Buffer) => Buffer.from(bytes.toString('base64')) } : encoded;
    const head = lines(`Content-Type: text/${subtype}; charset=${inSet.name}`, `Content-Transfer-Encoding: ${chosen.name}`, '');
    return { source: join(head, chosen.of(inSet.of(text))), words: said, files: 0 };
  });

const fileName = fc.constantFrom(
  'photo.jpg',
  '../../etc/passwd',
  'C:\\x\\run.exe',
  'a"b.pdf',
  '=?utf-8?Q?caf=C3=A9.png?=',
  '',
  '....',
  'x'.repeat(400),
);
const filePart = fc.tuple(fileName, fc.uint8Array({ maxLength: 60 })).map(([name, bytes]): Part => {
  const head = lines(
    'Content-Type: application/octet-stream',
    `Content-Disposition: attachment; filename="${name.replaceAll('"', '\\"')}"`,
    'Content-Transfer-Encoding: base64',
    '',
  );
  return { source: join(head, Buffer.from(Buffer.from(bytes).toString('base64'))), words: [], files: 1 };
});

const multipart = (subtype: string, children: readonly Part[], boundary: number): Part => ({
  source: join(
    lines(`Content-Type: multipart/${subtype};`, `\tboundary="=_${boundary}"`, '', 'A preamble that nobody reads.'),
    ...children.flatMap(({ source }) => [lines(`--=_${boundary}`), source, lines('')]),
    lines(`--=_${boundary}--`),
  ),
  words: children.flatMap((child) => child.words),
  files: children.reduce((sum, { files }) => sum + files, 0),
});

const boundaryNumber = fc.nat({ max: 1_000_000_000 });
/** The same words twice, as mail programs send them. */
const alternative = fc.tuple(textPart('plain'), textPart('html'), boundaryNumber).map(([plain, html, number]) => ({
  ...multipart('alternative', [plain, html], number),
  words: plain.words,
}));
const withPicture = fc
  .tuple(textPart('html'), filePart, boundaryNumber)
  .map(([html, picture, number]) => multipart('related', [html, picture], number));

const tree = fc.letrec<{ part: Part; mixed: Part; attached: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    textPart('plain'),
    textPart('html'),
    filePart,
    alternative,
    withPicture,
    tie('mixed'),
    tie('attached'),
  ),
  mixed: fc
    .tuple(fc.constantFrom('mixed', 'signed', 'parallel'), fc.array(tie('part'), { minLength: 1, maxLength: 4 }), boundaryNumber)
    .map(([subtype, children, number]) => multipart(subtype, children, number)),
  attached: tie('part').map((part) => ({
    source: join(lines('Content-Type: message/rfc822', '', 'From: Carer <carer@mailbox.example>', 'Subject: Fwd'), part.source),
    words: part.words,
    files: part.files + 1,
  })),
})).part;

const whole = tree.map((part) => ({
  ...part,
  raw: join(Buffer.from('From: Ann <ann@mailbox.example>\r\nSubject: Bins\r\nMIME-Version: 1.0\r\n'), part.source),
}));

/** What holds of every contact, whatever it was made of. */
function expectFit({ contact, parts }: ReadMailResult): void {
  const { subject, from, attachments, email } = contact;
  for (const line of [subject, from.name, from.email, email?.messageId, ...attachments.map(({ name }) => name), ...(email?.to ?? [])]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
    expect(line ?? '').not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
  expect(contact.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  for (const { name } of attachments) expect(name).toMatch(/^[^/\\<>:"|?*]{1,100}$/);
  for (const { key } of parts) expect(key).toMatch(/^attachments\/ses-id-1\/\d+(\.[a-z0-9]{1,10})?$/);
  expect(parts.map(({ key }) => key)).toEqual(attachments.map(({ key }) => key));
  // DynamoDB holds no item over 400 KB; the case beside it needs room too.
  expect(Buffer.byteLength(JSON.stringify(contact))).toBeLessThan(300_000);
  // Held, or something is in it: never an empty case that looks read.
  expect(contact.hold !== undefined || contact.text !== '' || subject !== undefined || attachments.length > 0).toBe(true);
}

describe('any message that a program may build', () => {
  test('has every word in the contact and every file beside it, once', async () => {
    await fc.assert(
      fc.asyncProperty(whole, async ({ raw, words: said, files }) => {
        const result = await read(raw);
        expectFit(result);
        expect(result.contact.hold).toBeUndefined();
        for (const word of said) expect(result.contact.text).toContain(word);
        expect(result.contact.text).not.toContain('not said');
        expect(result.parts.length).toBe(files);
        expect(result.contact.textComplete).toBe(true);
      }),
      { numRuns: 1_500 },
    );
  });

  test('is read the same a second time', async () => {
    await fc.assert(
      fc.asyncProperty(whole, async ({ raw }) => {
        expect(await read(raw)).toEqual(await read(raw));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the same, broken on the way', () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const damage: fc.Arbitrary<(raw: Buffer) => Buffer> = fc.oneof(
    place.map((at) => (raw: Buffer) => raw.subarray(0, Math.floor(at * raw.length))),
    place.map((at) => (raw: Buffer) => raw.subarray(Math.floor(at * raw.length))),
    fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 12 }).map((flips) => (raw: Buffer) => {
      const copy = Buffer.from(raw);
      for (const [at, mask] of flips) {
        const index = Math.min(copy.length - 1, Math.floor(at * copy.length));
        copy[index] = (copy[index] ?? 0) ^ mask;
      }
      return copy;
    }),
    fc.tuple(place, place).map(([from, to]) => (raw: Buffer) => {
      const [start, end] = [from, to].sort((one, other) => one - other).map((at) => Math.floor(at * raw.length));
      return join(raw.subarray(0, start), raw.subarray(end), raw.subarray(start, end));
    }),
    fc.constantFrom('\n', '\r').map((end) => (raw: Buffer) => Buffer.from(raw.toString('latin1').replaceAll('\r\n', end), 'latin1')),
  );

  test('never throws, is held or says something, and can be stored and shown', async () => {
    await fc.assert(
      fc.asyncProperty(whole, fc.array(damage, { minLength: 1, maxLength: 3 }), async ({ raw }, breaks) => {
        expectFit(await read(breaks.reduce<Buffer>((bytes, harm) => harm(bytes), raw)));
      }),
      { numRuns: 2_500 },
    );
  });
});

test('the largest contact that a message can make can be stored', async () => {
  const part = `--b\r\nContent-Type: application/octet-stream; name="=?utf-8?B?${Buffer.from('界'.repeat(200)).toString('base64')}?="\r\n\r\nx\r\n`;
  const raw = message(
    {
      'Content-Type': 'multipart/mixed; boundary=b',
      Subject: `=?utf-8?B?${Buffer.from('界'.repeat(3_000)).toString('base64')}?=`,
      References: `<${'r'.repeat(240)}@x.example>`.repeat(1).concat(' ').repeat(500),
      To: Array.from({ length: 500 }, (_, number) => `${'t'.repeat(60)}${number}@${'d'.repeat(60)}.example`).join(', '),
    },
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${'界'.repeat(40_000)}\r\n${part.repeat(199)}--b--`,
  );
  const result = await read(raw);
  expectFit(result);
  expect(result.contact).toMatchObject({ textComplete: false, attachments: { length: 199 } });
});
