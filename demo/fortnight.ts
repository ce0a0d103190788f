import { createTransport } from 'nodemailer';
import * as z from 'zod';
import { type Fortnight, fortnightFrom } from './calendar.ts';
import { type Console, createConsole } from './console.ts';
import { createDeskVisitor, type DeskVisitor } from './desk-visitor.ts';
import { fillInForm } from './resident.ts';
import { heard } from './spoken.ts';
import { recordStaff } from './staff.ts';
import { theOnlyOne } from './steps.ts';
import { stories } from './stories/stories.ts';
import { type Day, daysIn, type OfficerId, type Step, type Story } from './story.ts';

// npm run demo -- --fortnight: two weeks of a complaints team, through the doors that people use and by the console's clock.

const mailbox = 'complaints@luton.gov.uk';
/** When the last letters have left, on the day on which the desk is looked at. */
const lookedAt = { day: 'tue 3', time: '11:00' } as const;

/** A story on its way: its reference once it has one. */
type Told = { readonly story: Story; readonly number: number; reference?: string };

type Setting = {
  readonly url: string;
  readonly console: Console;
  readonly fortnight: Fortnight;
  /** Two runs are two fortnights: nothing of the second is taken for a duplicate of the first. */
  readonly run: string;
  readonly officer: (id: OfficerId) => DeskVisitor;
  readonly post: (raw: string, from: string, to: string) => Promise<void>;
};

/** Plays the fortnight from the next Monday on. Answers with the references of its cases, in the order of the stories. */
export async function playFortnight(url: string, smtpPort: number, say: (line: string) => void): Promise<readonly string[]> {
  const began = performance.now();
  const console = createConsole(url);
  const fortnight = fortnightFrom(await console.now());
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  const visitors = new Map<OfficerId, DeskVisitor>();
  const officer = (id: OfficerId): DeskVisitor => {
    const known = visitors.get(id) ?? createDeskVisitor(url, id);
    visitors.set(id, known);
    return known;
  };
  const setting: Setting = {
    url,
    console,
    fortnight,
    run: Date.now().toString(36),
    officer,
    post: async (raw, from, to) => void (await transport.sendMail({ envelope: { from, to: [to] }, raw })),
  };
  const told: readonly Told[] = stories.map((story, index) => ({ story, number: index + 1 }));
  await console.clockTo(fortnight.moment('mon 1', '08:00'));
  await recordStaff(officer, fortnight.written);
  for (const day of daysOf(stories)) {
    await live(setting, day, told);
    say(
      `  ${day.padEnd(6)} ${fortnight.dateOf(day)}  ${told.filter(({ reference }) => reference).length} cases  ${Math.round((performance.now() - began) / 1000)} s`,
    );
  }
  await console.clockTo(fortnight.moment(lookedAt.day, lookedAt.time));
  await console.settle();
  transport.close();
  return told.flatMap(({ reference }) => reference ?? []);
}

/** People write in the morning, and officers work when they have. */
async function live(setting: Setting, day: Day, told: readonly Told[]): Promise<void> {
  const { console, fortnight, url } = setting;
  const arriving = told.filter(({ story }) => story.on === day);
  await console.clockTo(fortnight.moment(day, '08:45'));
  const sends = new Map<Told, () => Promise<string>>();
  for (const one of arriving) {
    const { arrives } = one.story;
    if (arrives.by === 'form') sends.set(one, await fillInForm(url, arrives.answers));
  }
  await console.clockTo(fortnight.moment(day, '10:15'));
  for (const one of arriving) {
    const reference = await (sends.get(one)?.() ?? arrive(setting, one));
    if (reference !== undefined) one.reference = reference;
    // One after another, so that each has the same reference in every run.
    await console.settle();
  }
  await learnReferences(setting, arriving);
  if (lettersArePosted(day)) await postLetters(setting, day);
  for (const one of told) for (const step of one.story.steps ?? []) if (step.on === day) await take(setting, one, step);
  await console.settle();
}

/** Until the last days: some are left to be seen. */
const lettersArePosted = (day: Day) => daysIn(day) > 0 && daysIn(day) < daysIn('fri 2') && !day.startsWith('sat');

/** What came out of the printer overnight goes to the post room. */
async function postLetters({ officer, fortnight }: Setting, day: Day): Promise<void> {
  const tom = officer('tom.ferris');
  const answers = fortnight.written({ noticeId: theOnlyOne, on: { day } });
  for (const reference of await tom.casesIn('to-post')) {
    do await tom.act(reference, 'record-posted', answers);
    while (await tom.offers(reference, 'record-posted'));
  }
}

/** Answers with the reference where the door says it. */
async function arrive(
  { post, console, officer, fortnight, run }: Setting,
  { story: { arrives }, number }: Told,
): Promise<string | undefined> {
  switch (arrives.by) {
    case 'form':
      return undefined;
    case 'email':
      await post(mail(arrives.from, arrives.subject, arrives.text, `${run}-${number}`, arrives.headers), addressOf(arrives.from), mailbox);
      return undefined;
    case 'call':
      await console.call(heard(arrives.said), `${run}-${number}`, arrives.caller);
      return undefined;
    case 'desk':
      return officer(arrives.officer).log('/desk/log', fortnight.written(arrives.answers));
    case 'colleague':
      return officer(arrives.officer).log('/desk/pass-on', fortnight.written(arrives.answers));
  }
}

const contacts = z.array(
  z.object({
    id: z.string(),
    channel: z.string(),
    from: z.object({ email: z.string().optional() }),
    standing: z.object({ kind: z.string(), reference: z.string().optional() }),
  }),
);

/** Mail and calls tell nobody their reference: the console does. */
async function learnReferences({ console, run }: Setting, arriving: readonly Told[]): Promise<void> {
  const unknown = arriving.filter(({ reference, story }) => reference === undefined && ['email', 'call'].includes(story.arrives.by));
  if (unknown.length === 0) return;
  const all = (await console.ask(contacts, 'contacts')).toReversed();
  for (const one of unknown) {
    const { arrives } = one.story;
    const found = all.find(({ id, channel, from }) =>
      arrives.by === 'email' ? channel === 'email' && from.email === addressOf(arrives.from) : id.includes(`${run}-${one.number}`),
    );
    if (found?.standing.reference !== undefined) one.reference = found.standing.reference;
  }
}

async function take(setting: Setting, { story, reference, number }: Told, step: Step): Promise<void> {
  if (reference === undefined) throw new Error(`Story ${number} has no case, and a step on ${step.on}.`);
  if ('writes' in step) {
    await answerLetter(setting, story, step.writes, `${setting.run}-${number}-${daysIn(step.on)}`);
    await setting.console.settle();
    return;
  }
  const { officer, fortnight } = setting;
  await officer(step.by).act(reference, step.does, fortnight.written(step.answers ?? {}));
}

const outbox = z.array(z.object({ subject: z.string(), replyTo: z.array(z.string()) }));

/** As a mail program answers the last letter that they got from us. */
async function answerLetter({ console, post }: Setting, { arrives }: Story, text: string, id: string): Promise<void> {
  const from =
    arrives.by === 'email' ? arrives.from : arrives.by === 'form' ? `${arrives.answers['name']} <${arrives.answers['email']}>` : undefined;
  if (from === undefined) throw new Error('Only who wrote by email or by the form answers a letter.');
  const last = (await console.ask(outbox, `outbox?to=${encodeURIComponent(addressOf(from))}`)).at(-1);
  const [to] = last?.replyTo ?? [];
  if (!last || to === undefined) throw new Error('Somebody answers a letter who got none.');
  await post(mail(from, `Re: ${last.subject}`, text, id), addressOf(from), to);
}

function mail(from: string, subject: string, text: string, id: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = {
    From: from,
    To: mailbox,
    Subject: subject,
    'Message-ID': `<${id}@mail.example>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': 'base64',
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
  const body = Buffer.from(text, 'utf8').toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  return `${head.join('\r\n')}\r\n\r\n${body}\r\n`;
}

function addressOf(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}

/** Every day on which something happens, in order. */
function daysOf(all: readonly Story[]): readonly Day[] {
  const days = all.flatMap(({ on, steps = [] }) => [on, ...steps.map((step) => step.on)]);
  return [...new Set(days)].sort((one, other) => daysIn(one) - daysIn(other));
}
