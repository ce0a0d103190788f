import { randomUUID } from 'node:crypto';
import { addMinutes } from '../../functions/domain/calendar/local-date.ts';
import { noticesSweptEvery } from '../../functions/domain/policy/writing.ts';
import { type LocalStack, startLocalStack } from '../../local/stack.ts';
import { moment } from './case-story.ts';
import { type FormAnswers, fillIn, stampOf } from './complaint-form.ts';
import { dynamoDbEndpoint, synthesisedStack } from './door.ts';
import { createVisitor, type Visitor } from './visitor.ts';

type Mail = {
  messageId: string;
  to: string[];
  replyTo: string[];
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};
type Deadline = {
  kind: string;
  from: string;
  due: string;
  promised?: string;
  explanation: string;
  met: string | null;
  missed: boolean;
  alerts: { kind: string; at: string }[];
};
type Notice = { id: string; kind: string; state: string };
export type Kept = {
  channel: string;
  id: string;
  hold?: string;
  automatic?: string;
  from: { telephone?: string };
  receivedAt: string;
  standing: { kind: string; reference?: string };
};
export type ShownCase = {
  reference: string;
  state: {
    stage: string;
    version: number;
    route: { suggested: string; decided: string | null };
    service: string;
    unread?: { count: number };
  };
  deadlines: Deadline[];
  contacts: { channel: string; from: { email?: string }; text: string; subject?: string; attachments: { name: string }[] }[];
  notices: Notice[];
  /** Every alert that was spoken, by its key. */
  alerts: { deadline: string; about?: number; kind: string; on: string }[];
  timeline: { type: string; at: string; commandId: string }[];
};
type Fault = {
  service: string;
  operation?: string;
  fail?: string;
  times?: number;
  drop?: boolean;
  delayMs?: number;
  duplicate?: boolean;
  shuffle?: boolean;
  stopped?: boolean;
};

/** A stack whose journey is over. The next begins on it with nothing stored: what takes long to start, and to warm up, runs already. */
let free: LocalStack | undefined;

async function stackAt(startAt: Date): Promise<LocalStack> {
  const stack = free;
  free = undefined;
  if (stack) {
    await stack.startAgain(startAt);
    return stack;
  }
  const dynamoDb = { port: Number(new URL(await dynamoDbEndpoint()).port), database: randomUUID().replaceAll('-', '') };
  return startLocalStack({ cdkOut: await synthesisedStack(), dynamoDb, startAt });
}

/** The whole service on this machine, as deployed, with its console as tests use it. */
export async function startService(startAt: string) {
  const stack = await stackAt(new Date(startAt));

  async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${stack.url}/_local/${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer as Answer;
  }

  /**
   * A letter of an officer's command waits ten minutes, for which it can be taken back (duty D38): the clock goes on until the sweep has sent those that
   * wait, so that tests see what people get. Where none waits it stands still.
   */
  async function lettersLeave(): Promise<void> {
    const latest = (await call<string[]>('GET', 'waiting')).toSorted().at(-1);
    if (latest === undefined) return;
    const { now } = await call<{ now: string }>('GET', 'clock');
    if (latest > now) await call('POST', 'clock', { to: addMinutes(moment(latest), noticesSweptEvery.minutes) });
  }

  let opened: Promise<string> | undefined;
  /** The first page was opened once, a minute before anything is sent: a form that is filled in at once is held for a person. */
  async function openedEarlier(): Promise<string> {
    const visitor = createVisitor(stack.url);
    await visitor.open('/complaint/what-happened');
    const { now } = await call<{ now: string }>('GET', 'clock');
    await call('POST', 'clock', { to: new Date(Date.parse(now) + 60_000).toISOString() });
    return stampOf(visitor);
  }

  const service = {
    url: stack.url,
    smtpPort: stack.smtpPort,
    async stop() {
      if (free) await stack.stop();
      else free = stack;
    },
    visitor: () => createVisitor(stack.url),
    /** Until nothing is in hand and no letter waits. */
    async settle() {
      await call('POST', 'settle');
      await lettersLeave();
      return call<{ failed: unknown[] }>('POST', 'settle');
    },
    lettersLeave,
    clockTo: (to: string) => call<{ now: string; fired: { name: string; at: string }[] }>('POST', 'clock', { to }),
    async mails(to?: string) {
      await lettersLeave();
      return call<Mail[]>('GET', to ? `outbox?to=${encodeURIComponent(to)}` : 'outbox');
    },
    cases: () => call<ShownCase[]>('GET', 'cases'),
    case: (reference: string) => call<ShownCase>('GET', `cases/${reference}`),
    schedules: () => call<{ name: string; at: string }[]>('GET', 'schedules'),
    denied: () => call<unknown[]>('GET', 'denied'),
    calls: () => call<{ function: string; service: string; operation: string; count: number }[]>('GET', 'calls'),
    forgetCalls: () => call<unknown>('DELETE', 'calls'),
    fault: (fault: Fault) => call<unknown>('POST', 'faults', fault),
    mend: () => call<unknown>('DELETE', 'faults'),
    /** Delivers a plain e-mail as SES would have received it. `query`: verdicts, `to`, `at`. */
    email: (raw: string, query = '') => call<{ messageId: string }>('POST', `email${query}`, raw),

    /** Leaves a recorded call: a Transcribe result, or audio (`RIFF…`) of which no words can be made. `query`: `caller`, `at`, `name`. */
    voicemail: (body: string, query = '') => call<{ job: string; recording: string }>('POST', `voicemail${query}`, body),
    contacts: () => call<Kept[]>('GET', 'contacts'),

    /** A visitor signed in as the named officer. */
    async officer(name = 'Amina Yusuf'): Promise<Visitor> {
      const visitor = createVisitor(stack.url);
      await visitor.open('/desk/sign-in');
      const form = visitor
        .page()
        .querySelectorAll('form')
        .find((one) => one.text.includes(name));
      const button = visitor
        .page()
        .querySelectorAll('button')
        .find((one) => one.text.includes(name));
      const field = button?.getAttribute('name');
      await visitor.submit(form?.getAttribute('action') ?? '', field ? { [field]: button?.getAttribute('value') ?? '' } : {});
      if (visitor.path() !== '/desk') throw new Error(`signing in as ${name} ended at ${visitor.path()}: ${visitor.heading()}`);
      return visitor;
    },

    /** Fills in the form up to the page that checks the answers, with a visitor who opened it a while ago. */
    async fillIn(resident: Visitor, answers: FormAnswers): Promise<void> {
      opened ??= openedEarlier().catch((fault: unknown) => {
        opened = undefined;
        throw fault;
      });
      await fillIn(resident, answers, await opened);
    },

    /** Fills in the form, checks the answers and sends them; gives the reference of the confirmation page. */
    async complain(answers: FormAnswers): Promise<string> {
      const resident = createVisitor(stack.url);
      await service.fillIn(resident, answers);
      await resident.submit('/complaint/send');
      const reference = /[A-Z]{3}-\d{4}-\d{6}/.exec(resident.text())?.[0];
      if (!reference) throw new Error(`no reference on "${resident.heading()}"`);
      return reference;
    },
  };
  return service;
}

export type LocalService = Awaited<ReturnType<typeof startService>>;

/** A plain message as a mail program writes it. */
export function message(from: string, subject: string, text: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = {
    From: from,
    To: 'complaints@luton.gov.uk',
    Subject: subject,
    'Message-ID': `<${subject.length}.${text.length}@mail.example>`,
    ...headers,
  };
  return `${Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${text}\r\n`;
}

/** A recorded call as Transcribe writes it down, every word certain. */
export const saying = (text: string) =>
  JSON.stringify({
    results: {
      transcripts: [{ transcript: text }],
      items: text.split(' ').map((content) => ({ type: 'pronunciation', alternatives: [{ content, confidence: '0.99' }] })),
    },
  });
