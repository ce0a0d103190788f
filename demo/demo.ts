import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createTransport } from 'nodemailer';
import * as z from 'zod';
import { addressesIn, headerOf, splitRawMail } from '../local/services/raw-mail.ts';
import { createConsole } from './console.ts';
import { playFortnight } from './fortnight.ts';
import { sendForm } from './resident.ts';
import { tableOf } from './table.ts';

// npm run demo: sends the sample mails, recorded calls and a few complaints by the form to the running service, then says what it made of them.
// npm run demo -- --fortnight: two weeks of a complaints team instead (fortnight.ts).

const url = `http://localhost:${process.env['PORT'] ?? 3000}`;
const smtpPort = Number(process.env['SMTP_PORT'] ?? 2525);
const samples = fileURLToPath(new URL('../test/samples/', import.meta.url));

const complaints: readonly Record<string, string | readonly string[]>[] = [
  {
    whatHappened:
      'Our bins in Wigmore Lane were missed on 3 November, and again last Tuesday. I reported it both times and was told that the crew would come back. Nobody came. I would like to make a complaint.',
    outcomeSought: 'An apology, and for somebody to tell me why it keeps happening.',
    name: 'Priya Nair',
    reachBy: ['email'],
    email: 'priya.nair@resident.example',
  },
  {
    whatHappened:
      'I am writing for my mother, who is 84 and lives in a council flat. The heating has been off for three weeks and the repair was cancelled twice without telling her. She cannot use the telephone because she is deaf.',
    name: 'Colin Marsh',
    onBehalf: 'somebody-else',
    theirName: 'Doreen Marsh',
    relationship: 'I am her son',
    theirAddress: '3 Swallow Close\nLuton\nLU4 0AA',
    reachBy: ['post'],
    address: '14 Ashcroft Road\nLuton\nLU2 9AA',
    adjustments: 'Please write in large print. My mother does not use the telephone.',
  },
  { whatHappened: 'The street light outside 20 Hitchin Road has gone out. Please could somebody fix it.' },
];

const caseShape = z.object({
  reference: z.string(),
  state: z.object({
    receivedAt: z.string(),
    channel: z.string(),
    service: z.string(),
    stage: z.string(),
    suggestion: z.object({ primary: z.string(), also: z.array(z.string()), flags: z.array(z.string()) }),
  }),
  deadlines: z.array(z.object({ kind: z.string(), due: z.string().nullable(), met: z.string().nullable(), explanation: z.string() })),
  contacts: z.array(
    z.object({
      subject: z.string().optional(),
      text: z.string(),
      triage: z.object({ why: z.array(z.object({ about: z.string(), quote: z.string() })) }).nullable(),
    }),
  ),
  notices: z.array(z.object({ kind: z.string(), to: z.string(), state: z.string() })),
});
const contactShape = z.object({
  channel: z.string(),
  receivedAt: z.string(),
  subject: z.string().optional(),
  from: z.object({ name: z.string().optional(), email: z.string().optional(), telephone: z.string().optional() }),
  automatic: z.string().optional(),
  hold: z.string().optional(),
  standing: z.object({ kind: z.string(), reference: z.string().optional() }),
});

const { ask, call, settle, now: theTime } = createConsole(url);

async function sendSamples(): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  for (const name of readdirSync(samples).filter((file) => file.endsWith('.eml'))) {
    const raw = readFileSync(`${samples}${name}`);
    const mail = splitRawMail(raw);
    const from = addressesIn(headerOf(mail, 'Return-Path') ?? headerOf(mail, 'From'))[0] ?? '';
    const toVoicemail = addressesIn(headerOf(mail, 'To')).filter((address) => address.startsWith('voicemail@'));
    await transport.sendMail({ envelope: { from, to: toVoicemail.length > 0 ? toVoicemail : ['complaints@luton.gov.uk'] }, raw });
    console.log(`  e-mail  ${name}`);
  }
  transport.close();
}

/** As if Transcribe had heard them: each run leaves new calls. The caller of vm-02 withholds the number. */
async function leaveCalls(): Promise<void> {
  const run = Date.now().toString(36);
  for (const file of readdirSync(samples).filter((one) => /^vm-.*\.json$/.test(one))) {
    const caller = file.startsWith('vm-02') ? 'anonymous' : '+441632960147';
    await call(readFileSync(`${samples}${file}`), `${file.replace('.json', '')}-${run}`, caller);
    console.log(`  call    ${file}`);
  }
}

async function run(): Promise<void> {
  const now = await theTime();
  console.log('Sending');
  await sendSamples();
  await leaveCalls();
  for (const reference of await Promise.all(complaints.map((complaint) => sendForm(url, complaint)))) console.log(`  form    ${reference}`);
  const { failed } = await settle();

  const all = await ask(z.array(z.object({ reference: z.string(), state: z.object({ receivedAt: z.string() }) })), 'cases');
  const references = all.filter(({ state }) => state.receivedAt >= now).map(({ reference }) => reference);
  const cases = await Promise.all(references.map((reference) => ask(caseShape, `cases/${reference}`)));
  console.log(`\n${cases.length} cases, as the service understood them`);
  console.log(cases.flatMap(linesOf).join('\n'));

  const contacts = (await ask(z.array(contactShape), 'contacts')).filter(
    ({ receivedAt, standing }) => receivedAt >= now && standing.kind !== 'in-case',
  );
  console.log('\nContacts that opened no case');
  console.log(contacts.map(lineOf).join('\n'));

  const denied = await ask(z.array(z.unknown()), 'denied');
  console.log(
    `\nRefused calls: ${denied.length}. Failed for good: ${failed.length}. Sent mail: ${url}/_local/outbox. The desk: ${url}/desk.`,
  );
}

/** What the service suggests of a case and the words that led to it, what is due and why, and what was sent. */
function linesOf({ reference, state, deadlines, contacts, notices }: z.infer<typeof caseShape>): string[] {
  const { primary, also, flags } = state.suggestion;
  const order = [primary, ...also, ...flags, state.service];
  const rank = (about: string) => (order.includes(about) ? order.indexOf(about) : order.length);
  const why = contacts.flatMap(({ triage }) => triage?.why ?? []).sort((one, other) => rank(one.about) - rank(other.about));
  const due = deadlines.filter(({ met }) => met === null);
  return [
    `\n${reference}  ${state.channel}  ${titleOf(contacts[0])}`,
    `  ${[primary, ...also.map((route) => `also ${route}`), `for ${state.service}`, ...flags.map((flag) => `flag ${flag}`)].join(', ')}`,
    ...why.slice(0, 6).map(({ about, quote }) => `    ${about}: “${quote.replaceAll(/\s+/g, ' ')}”`),
    ...due.map(({ kind, due: date, explanation }) => `  due   ${kind} by ${date ?? 'a date a person must find'}: ${explanation}`),
    ...notices.map(({ kind, to, state: standing }) => `  sent  ${kind} to ${to}: ${standing}`),
  ];
}

/** Forms and calls have no subject: then their first words. */
function titleOf(contact: z.infer<typeof caseShape>['contacts'][number] | undefined): string {
  const words = (contact?.text ?? '').replaceAll(/\s+/g, ' ').trim();
  return contact?.subject ?? (words.length > 60 ? `${words.slice(0, 59)}…` : words || 'No words');
}

function lineOf({ channel, from, subject, standing, automatic, hold }: z.infer<typeof contactShape>): string {
  const who = from.name ?? from.email ?? from.telephone ?? 'nobody';
  const became = standing.kind === 'held' ? `held for a person: ${hold}` : [standing.kind, automatic].filter(Boolean).join(': ');
  const about = subject ?? (channel === 'voicemail' ? 'A recorded call' : '');
  return `  ${who}: “${about}” ${became}${standing.reference === undefined ? '' : `, with ${standing.reference}`}`;
}

async function runFortnight(): Promise<void> {
  console.log('Two weeks, day by day');
  const references = await playFortnight(url, smtpPort, (line) => console.log(line));
  console.log(`\n${references.length} cases, as they stand\n${(await tableOf(createConsole(url), references)).join('\n')}`);
  const { failed } = await settle();
  const denied = await ask(z.array(z.unknown()), 'denied');
  console.log(`
Refused calls: ${denied.length}. Failed for good: ${failed.length}. It is now ${new Date(await theTime()).toUTCString()} for the service.
  The desk        ${url}/desk            sign in as Amina Yusuf (the team), Ruth Adeyemi (an investigator) or Grace Okoro (the Head)
  Sent mail       ${url}/_local/outbox
  A guide         docs/desk.md`);
}

const { values } = parseArgs({ options: { fortnight: { type: 'boolean', default: false } } });
(values.fortnight ? runFortnight() : run()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
