/**
 * `npm run bench:mail`: what taking in an e-mail costs, beside parsing it with postal-mime and nothing else. "Read" is from the raw bytes to the contact:
 * bounds, forwards, words, clean names, verdicts. "Taken in" is that and the case it opens: reply, triage, deadlines, receipt; with a store in memory,
 * so that no database is measured. Medians of runs in turn, on one thread: times depend on the machine, the ratios hardly do.
 */
import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { luton } from '../council/luton.ts';
import { readMail } from '../functions/adapters/mail/read-mail.ts';
import { takeIn } from '../functions/app/take-in.ts';
import { moment } from '../test/support/case-story.ts';
import { deskWorld } from '../test/support/desk-world.ts';

const sample = (name: string) => readFileSync(new URL(`../test/samples/${name}.eml`, import.meta.url));

const withFile = (bytes: number) =>
  Buffer.concat([
    Buffer.from(
      'From: Ann Example <ann@mailbox.example>\r\nTo: complaints@luton.gov.uk\r\nSubject: Missed bin\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n' +
        '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMy bin was missed again, and nobody answers me. The photo is attached.\r\n' +
        '--b\r\nContent-Type: image/jpeg; name=photo.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ),
    Buffer.from(Buffer.alloc(bytes, 'photo').toString('base64').replace(/.{76}/g, '$&\r\n')),
    Buffer.from('\r\n--b--\r\n'),
  ]);

const messages: Readonly<Record<string, { readonly raw: Buffer; readonly runs: number }>> = {
  small: { raw: sample('01-plain-text-ses'), runs: 400 },
  ordinary: { raw: sample('03-alternative-reply-with-case-reference'), runs: 400 },
  'html only': { raw: sample('02-html-only-windows-1252'), runs: 400 },
  photo: { raw: withFile(2_500_000), runs: 31 },
  large: { raw: withFile(28_000_000), runs: 7 },
};

const pass = 'PASS' as const;
const receipt = (messageId: string) => ({
  messageId,
  receivedAt: moment('2026-03-10T08:17:22Z'),
  loggedAt: moment('2026-03-10T08:17:25Z'),
  verdicts: { spam: pass, virus: pass, spf: pass, dkim: pass, dmarc: pass },
  original: `mail/${messageId}`,
  recipients: ['complaints@luton.gov.uk'],
  ourAddresses: [luton.complaints.email],
  trustedForwarders: luton.trustedForwarders,
  lookUpText: () => Promise.reject(new Error('no DNS in a bench')),
});
const { deps } = deskWorld('2026-03-10T08:17:30Z');

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

console.log(`Taking in an e-mail beside bare parsing, milliseconds, medians of runs in turn, Node ${process.versions.node}\n`);
console.log(
  ['message'.padEnd(12), 'KB', 'runs', 'parsed', 'read', 'ratio', 'taken in', 'ratio']
    .map((name, column) => (column ? name.padStart(10) : name))
    .join(''),
);
for (const [name, { raw, runs }] of Object.entries(messages)) {
  const parsed: number[] = [];
  const read: number[] = [];
  const taken: number[] = [];
  // One in ten more, uncounted: the first runs are the compiler's.
  const uncounted = Math.ceil(runs / 10);
  for (let run = -uncounted; run < runs; run += 1) {
    const bare = await milliseconds(() => PostalMime.parse(raw));
    const contact = await milliseconds(() => readMail(raw, receipt(`${name}-read-${run}`)));
    const all = await milliseconds(async () => takeIn(deps, (await readMail(raw, receipt(`${name}-${run}`))).contact));
    if (run < 0) continue;
    parsed.push(bare);
    read.push(contact);
    taken.push(all);
  }
  const [bare, contact, all] = [parsed, read, taken].map(median);
  const base = bare ?? 0;
  const columns = [raw.length / 1000, runs, base, contact ?? 0, (contact ?? 0) / base, all ?? 0, (all ?? 0) / base];
  const digits = [1, 0, 2, 2, 2, 2, 2];
  console.log(name.padEnd(12) + columns.map((value, column) => value.toFixed(digits[column]).padStart(10)).join(''));
}
