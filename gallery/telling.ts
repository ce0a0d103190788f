import { luton } from '../council/luton.ts';
import { englandAndWales } from '../functions/domain/calendar/england-and-wales.ts';
import { type Instant, instant, londonDateOf } from '../functions/domain/calendar/local-date.ts';
import type { Actor, Officer, Reference } from '../functions/domain/cases/actor.ts';
import type { CaseState } from '../functions/domain/cases/case.ts';
import type { Command } from '../functions/domain/cases/command.ts';
import { decide } from '../functions/domain/cases/decide.ts';
import { evolve } from '../functions/domain/cases/evolve.ts';
import type { DeadlineKind } from '../functions/domain/deadlines/deadline.ts';
import { deadlinesOf } from '../functions/domain/deadlines/deadlines-of.ts';
import type { Contact } from '../functions/domain/intake/contact.ts';
import { referenceOf } from '../functions/domain/intake/references-in.ts';
import { alertNotices } from '../functions/domain/notices/alert-notices.ts';
import { morningLines } from '../functions/domain/notices/morning/lines.ts';
import { morningMessages } from '../functions/domain/notices/morning/message.ts';
import type { NoticeKind, PlannedNotice } from '../functions/domain/notices/notice.ts';
import { noticesFor } from '../functions/domain/notices/notices-for.ts';
import { ombudsmanLetterNotices } from '../functions/domain/notices/ombudsman-letter.ts';
import { luton202410 } from '../functions/domain/policy/periods.ts';
import type { Rules } from '../functions/domain/policy/rules.ts';
import type { StaffMember } from '../functions/domain/staff/staff-member.ts';
import type { Suggestion } from '../functions/domain/triage/suggestion.ts';
import type { LetterWordsByTag } from '../functions/domain/words/letter-words.ts';

// Invented cases, told by commands that the domain itself decides: a letter in the gallery is what the service would have sent.

export const rules: Rules = { policy: luton202410, calendar: englandAndWales };
const context = { council: luton, publicUrl: 'https://complaints.luton.example' };

const officer = (subject: string, name: string): Officer => ({
  kind: 'officer',
  subject,
  name,
  email: `${subject}@luton.example`,
});
export const amina = officer('amina', 'Amina Yusuf');
export const bryn = officer('bryn', 'Bryn Castle');
export const carol = officer('carol', 'Carol Deane');
export const system: Actor = { kind: 'system' };

/** Amina is the Head and an equality co-ordinator here, so that every letter has somebody to go to. Only Bryn has a direct number. */
const staff: readonly StaffMember[] = [
  { ...amina, roles: ['head-of-complaints', 'equality-co-ordinator'], services: ['waste'], trainedOn: dayOf('2026-03-03T09:00:00Z') },
  {
    ...bryn,
    services: ['waste'],
    trainedOn: dayOf('2026-03-03T09:00:00Z'),
    remedyLimit: 50_000,
    telephone: '01632 960 101',
  },
  { ...carol, services: ['waste'], trainedOn: dayOf('2026-03-03T09:00:00Z'), remedyLimit: 50_000 },
];

const suggestion: Suggestion = {
  primary: 'stage-one',
  also: [],
  procedure: 'corporate',
  service: 'waste',
  ombudsman: 'LGSCO',
  flags: [],
  confidence: 0.8,
  sure: true,
  needsPerson: false,
  why: [],
};

export function aContact(receivedAt: string, changes: Partial<Contact> = {}): Contact {
  return {
    channel: 'email',
    id: `message-${receivedAt}`,
    receivedAt: momentOf(receivedAt),
    loggedAt: momentOf(receivedAt),
    original: `mail/message-${receivedAt}`,
    from: { name: 'Rosa Wren', email: 'rosa@mailbox.example' },
    reachBy: ['email'],
    text: 'The crew left rubbish all over our drive.',
    textComplete: true,
    attachments: [],
    authenticated: true,
    ...changes,
  };
}

/** When, what, and by whom; Amina, unless somebody else is named. */
export type Line = readonly [at: string, command: Command | ((state: CaseState) => Command), by?: Actor];

export type Told = { readonly state: CaseState; readonly notices: readonly PlannedNotice[] };

/** The first line of most stories. */
export function opened(at: string, contact: Partial<Contact> = {}, suggested: Partial<Suggestion> = {}): Line {
  return [
    at,
    {
      type: 'receive',
      reference: numbered('LBC-2026-004217'),
      contact: aContact(at, contact),
      suggestion: { ...suggestion, ...suggested },
    },
    system,
  ];
}

/** Letters to residents go in that language, a tag of BCP 47, beside English: `Known.language`. */
export type InAnotherLanguage = { readonly language: string; readonly letterWords: LetterWordsByTag };

export type Tell = (...lines: readonly Line[]) => Told;

export function tellingIn(other?: InAnotherLanguage): Tell {
  return (...lines) => told(lines, other);
}

/** Throws where a line is refused: then the gallery is out of date. */
function told(lines: readonly Line[], other: InAnotherLanguage | undefined): Told {
  let state: CaseState | undefined;
  const notices: PlannedNotice[] = [];
  for (const [index, [at, asked, by = amina]] of lines.entries()) {
    const before: CaseState | undefined = state;
    const command = speaking(other?.language, typeof asked === 'function' ? asked(known(before)) : asked);
    const decision = decide(rules, before, command, { commandId: `line-${index}`, by, at: momentOf(at), staff });
    if ('refused' in decision) throw new Error(`${at}, ${command.type}: ${decision.refused}`);
    const after = known(decision.events.reduce<CaseState | undefined>(evolve, before));
    const told = { ...context, staff, deadlines: deadlinesOf(after, rules), letterWords: other?.letterWords };
    const first = after.eventCount - decision.events.length + 1;
    notices.push(...decision.events.flatMap((event, place) => noticesFor(event, first + place, after, told)));
    if (command.type === 'receive') notices.push(...ombudsmanLetterNotices(command.contact, decision.events, after, told));
    state = after;
  }
  return { state: known(state), notices };
}

function speaking(language: string | undefined, command: Command): Command {
  return command.type === 'receive' && language ? { ...command, contact: { ...command.contact, language } } : command;
}

/** The last notice of that kind. */
export function last({ notices }: Told, kind: NoticeKind): PlannedNotice {
  return found(
    notices.findLast((notice) => notice.kind === kind),
    kind,
  );
}

/** What whoever has the case reads of it at 08:30 on that day, or the team. */
export function morningOf({ state }: Told, at: string, reader: 'officer' | 'mailbox'): PlannedNotice {
  const setting = { now: momentOf(at), rules, staff };
  const deadlines = deadlinesOf(state, rules);
  const lines = morningLines(state, [], setting, { ...context, deadlines });
  const held = { count: 3, oldest: aContact('2026-11-02T09:00:00Z') };
  const messages = morningMessages({ lines, held }, setting, context);
  return found(
    messages.flatMap(({ notices }) => notices).find(({ id }) => id.startsWith(`morning-${reader}`)),
    'morning-message',
  );
}

/** What officers are told of a case's first deadline on its day. */
export function reminder({ state }: Told, of?: DeadlineKind): PlannedNotice {
  const deadlines = deadlinesOf(state, rules);
  const deadline = found(
    deadlines.find(({ kind, alerts }) => alerts.length > 0 && kind === (of ?? kind)),
    'deadline',
  );
  const alert = found(
    deadline.alerts.find(({ kind }) => kind === 'due'),
    'alert',
  );
  const [notice] = alertNotices(state, deadline, alert, { ...context, deadlines }, { staff, today: alert.on });
  return found(notice, 'alert');
}

export function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`The gallery has no ${name}.`);
  return thing;
}

function known(state: CaseState | undefined): CaseState {
  return found(state, 'case');
}

function momentOf(text: string): Instant {
  return found(instant(text), text);
}

export function dayOf(text: string) {
  return londonDateOf(momentOf(text));
}

export function numbered(text: string): Reference {
  return found(referenceOf(text), text);
}
