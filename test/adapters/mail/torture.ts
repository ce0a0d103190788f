/**
 * Takes in every message of the torture suite one after the other in this process and writes what became of each as a line of JSON. A process of its
 * own, so that what it held at most is known. Only for `torture.test.ts`.
 */
import { deflateRawSync } from 'node:zlib';
import { message, read } from './messages.ts';

const megabyte = 1_000_000;
const multipart = (subtype: string, ...parts: readonly string[]) =>
  message({ 'Content-Type': `multipart/${subtype}; boundary=b` }, `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--`);
const nested = (levels: number, words: string) =>
  message({}, '').trimEnd() +
  Array.from({ length: levels }, (_, level) => `\r\nContent-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}`).join('') +
  `\r\n\r\n${words}`;
const attached = (levels: number): string => {
  let inner = message({ Subject: 'The innermost' });
  for (let level = 0; level < levels; level += 1)
    inner = multipart('mixed', `Content-Type: message/rfc822\r\n\r\n${inner}`)
      .replaceAll('=b', `=b${level}`)
      .replaceAll('--b\r', `--b${level}\r`)
      .replaceAll('--b--', `--b${level}--`);
  return inner;
};
const html = (markup: string) => message({ 'Content-Type': 'text/html; charset=utf-8' }, markup);
const base64Lines = (bytes: number) => `${'QUJD'.repeat(19)}\r\n`.repeat(Math.ceil(bytes / 78));

/** 10 MB of zeros in 10 KB, as a zip holds them: what it says it is matters to nobody here, since it is never opened. */
const bomb = () =>
  deflateRawSync(Buffer.alloc(10 * megabyte))
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n');

const messages: Readonly<Record<string, () => string | Buffer>> = {
  'an ordinary one, to warm up': () => message({}),
  'nested 40 deep': () => nested(40, 'The bins were missed again.'),
  'nested 1,000 deep': () => nested(1_000, 'The bins were missed again.'),
  'messages inside messages, 200 deep': () => attached(200),
  '200 parts': () => multipart('mixed', ...Array.from({ length: 199 }, () => '\r\nThe bins.')),
  '50,000 parts': () => multipart('mixed', ...Array.from({ length: 50_000 }, () => '\r\nThe bins.')),
  '10,000 headers': () => message(Object.fromEntries(Array.from({ length: 10_000 }, (_, number) => [`X-${number}`, 'a'.repeat(40)]))),
  'a header of 5 MB': () => message({ 'X-Long': 'a'.repeat(5 * megabyte) }),
  'a subject of 900 KB in encoded words': () => message({ Subject: '=?utf-8?Q?=F0=9F=98=A1?=\r\n '.repeat(30_000) }),
  '20,000 recipients': () => message({ To: 'a <a@mailbox.example>, '.repeat(20_000) }),
  'From with 50,000 brackets': () => message({ From: `${'<('.repeat(50_000)} ann@mailbox.example` }),
  '39 MB in one attachment': () =>
    multipart(
      'mixed',
      '\r\nMy film.',
      `Content-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(39 * megabyte)}`,
    ),
  '40 MB of words': () => message({}, `${'The bins were missed again. '.repeat(3)}\r\n`.repeat(480_000)),
  '40 MB of words on one line': () => message({}, 'The bins. '.repeat(4 * megabyte)),
  '10 MB of nested HTML': () => html(`<p>The bins.</p>${'<div><blockquote>'.repeat(600_000)}`),
  '10 MB of HTML tables': () => html(`<p>The bins.</p>${'<table><tr><td>'.repeat(700_000)}`),
  '10 MB of HTML entities': () => html(`<p>The bins.</p>${'&amp;&#x110000;'.repeat(700_000)}`),
  '10 MB of HTML that never closes': () => html(`<p>The bins.</p>${'<a href="'.repeat(1_100_000)}`),
  'quoted-printable that never ends': () =>
    message({ 'Content-Transfer-Encoding': 'quoted-printable' }, `The bins.${'='.repeat(5 * megabyte)}`),
  'base64 that is none': () => message({ 'Content-Transfer-Encoding': 'base64' }, '!'.repeat(5 * megabyte)),
  'boundaries that begin one another': () =>
    message({ 'Content-Type': 'multipart/mixed; boundary=b' }, `--b\r\n\r\nThe bins.\r\n${'--bb\r\n--b-\r\n-- b\r\n'.repeat(10_000)}--b--`),
  'a boundary of nothing': () => message({ 'Content-Type': 'multipart/mixed; boundary=""' }, '--\r\n\r\nThe bins.\r\n----'),
  'a character set that lies': () =>
    Buffer.concat([
      Buffer.from(message({ 'Content-Type': 'text/plain; charset=utf-8' }, 'The bins ')),
      Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
    ]),
  'a character set that is none': () => message({ 'Content-Type': 'text/plain; charset=../../etc/passwd' }, 'The bins.'),
  'UTF-7': () => message({ 'Content-Type': 'text/plain; charset=utf-7' }, 'The bins. +ADw-script+AD4-alert(1)+ADw-/script+AD4-'),
  'UTF-16 without its bytes in pairs': () => message({ 'Content-Type': 'text/plain; charset=utf-16' }, 'The bins.'),
  'two senders': () => `From: mayor@council.example\r\n${message({})}`,
  'headers inside headers': () =>
    message({
      Subject: '=?utf-8?Q?Bins=0D=0ABcc:=20eve@stranger.example=0D=0A=0D=0AHello?=',
      From: '"Ann\r\n\tX: y" <ann@mailbox.example>',
    }),
  'a zip bomb': () =>
    multipart(
      'mixed',
      '\r\nThe bins.',
      `Content-Type: application/zip; name=photos.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${bomb()}`,
    ),
  'files with paths and scripts for names': () =>
    multipart(
      'mixed',
      '\r\nThe bins.',
      ...['../../etc/passwd', 'C:\\Windows\\run.bat', '<script>alert(1)</script>.html', 'a%00.exe', '.htaccess', 'con'].map(
        (name) =>
          `Content-Type: text/html; name="${name.replaceAll('\\', '\\\\')}"\r\nContent-Disposition: attachment\r\n\r\n<script>alert(1)</script>`,
      ),
    ),
  'a digest': () => multipart('digest', `\r\n${message({ Subject: 'One' })}`, `\r\n${message({ Subject: 'Two' })}`),
  'a bounce of a bounce': () => {
    const report = 'Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1';
    const inner = multipart(
      'report; report-type=delivery-status',
      report,
      `Content-Type: message/rfc822\r\n\r\n${message({ From: 'MAILER-DAEMON@a.example' })}`,
    );
    return inner.replace('From: Ann Example <ann@mailbox.example>', 'From: MAILER-DAEMON@b.example');
  },
  nothing: () => '',
  'one byte': () => Buffer.from([0]),
  'a megabyte of zeros': () => Buffer.alloc(megabyte),
  'only line ends': () => '\r\n'.repeat(100_000),
};

for (const [name, make] of Object.entries(messages)) {
  const raw = Buffer.from(make());
  const before = process.threadCpuUsage();
  const { contact, parts } = await read(raw);
  const { user, system } = process.threadCpuUsage(before);
  const { text, subject, from, hold, automatic, attachments, textComplete } = contact;
  process.stdout.write(
    `${JSON.stringify({
      name,
      megabytes: raw.length / megabyte,
      milliseconds: Math.round((user + system) / 1000),
      heldAtMost: Math.round(process.resourceUsage().maxRSS / 1024),
      stored: Buffer.byteLength(JSON.stringify(contact)),
      kept: parts.reduce((sum, { body }) => sum + body.byteLength, 0),
      contact: {
        text: text.slice(0, 200),
        length: text.length,
        subject: subject?.slice(0, 80),
        email: from.email,
        hold,
        automatic,
        textComplete,
        original: contact.original,
        attachments: attachments.map((one) => one.name).slice(0, 20),
        files: attachments.length,
      },
    })}\n`,
  );
}
