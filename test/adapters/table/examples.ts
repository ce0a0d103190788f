import type { CaseChange } from '../../../functions/app/ports.ts';
import type { Instant, LocalDate } from '../../../functions/domain/calendar/local-date.ts';
import { monthOf } from '../../../functions/domain/calendar/month.ts';
import type { Officer, Reference } from '../../../functions/domain/cases/actor.ts';
import type { CaseState } from '../../../functions/domain/cases/case.ts';
import type { CaseEvent } from '../../../functions/domain/cases/event.ts';
import type { QueueEntry } from '../../../functions/domain/desk/queue-entry.ts';
import type { Contact } from '../../../functions/domain/intake/contact.ts';
import type { PlannedNotice } from '../../../functions/domain/notices/notice.ts';
import type { CountedDecision } from '../../../functions/domain/reporting/counted-decision.ts';
import type { Suggestion } from '../../../functions/domain/triage/suggestion.ts';

// Plain values in the shapes the store keeps. What the rules would make of them is not the store's concern.

export const reference = 'LBC-2026-000001' as Reference;
export const other = 'LBC-2026-000002' as Reference;
export const date = (text: string) => text as LocalDate;
export const at = (text: string) => `${text}:00.000Z` as Instant;

export const officer: Officer = { kind: 'officer', subject: 'sub-1', name: 'Amal Okafor', email: 'amal.okafor@luton.example' };

const suggestion: Suggestion = {
  primary: 'stage-one',
  also: ['service-request'],
  procedure: 'corporate',
  service: 'waste',
  ombudsman: 'LGSCO',
  flags: ['urgent'],
  confidence: 0.85,
  sure: true,
  needsPerson: false,
  why: [{ about: 'stage-one', in: 'text', quote: 'complain', start: 2, end: 10, policy: 'section 2' }],
};

export function contact(changes: Partial<Contact> = {}): Contact {
  return {
    channel: 'web',
    id: 'token-1',
    receivedAt: at('2026-12-18T09:00'),
    loggedAt: at('2026-12-18T09:00'),
    original: 'web/token-1',
    from: { name: 'Rowan Example', email: 'rowan@example.org', telephone: '020 7946 0018' },
    reachBy: ['email', 'telephone'],
    text: 'I complain that the bins were missed three times.',
    textComplete: true,
    attachments: [],
    authenticated: true,
    ...changes,
  };
}

export function notice(changes: Partial<PlannedNotice> = {}): PlannedNotice {
  return {
    id: '0001-receipt',
    kind: 'receipt',
    to: { by: 'email', email: 'rowan@example.org', name: 'Rowan Example' },
    letter: {
      subject: 'We have your complaint',
      blocks: [
        { heading: 'We have your complaint' },
        { paragraph: 'Thank you.' },
        { list: ['one', 'two'] },
        { terms: [{ term: 'Reference', detail: 'LBC-2026-000001' }] },
      ],
    },
    ...changes,
  };
}

export function received(of: Reference, eventCount: number): CaseState {
  return {
    stage: 'received',
    reference: of,
    policyVersion: 'luton-2024-10',
    channel: 'web',
    receivedAt: at('2026-12-18T09:00'),
    receivedOn: date('2026-12-18'),
    complainant: contact().from,
    reachBy: ['email'],
    suggestion,
    eventCount,
  };
}

/** The event that opens a case. */
export function opening(of: Reference, commandId = `open-${of}`): CaseEvent {
  const { stage: _, eventCount: __, receivedOn: ___, ...known } = received(of, 1) as Extract<CaseState, { stage: 'received' }>;
  return {
    v: 1,
    type: 'complaint-received',
    at: at('2026-12-18T09:00'),
    by: { kind: 'system' },
    commandId,
    contactId: 'token-1',
    ...known,
  };
}

export function read(commandId: string): CaseEvent {
  return { v: 1, type: 'correspondence-read', at: at('2026-12-18T10:00'), by: officer, commandId };
}

export function queueEntry(of: Reference, due?: string, changes: Partial<QueueEntry> = {}): QueueEntry {
  return {
    reference: of,
    stage: 'received',
    suggested: 'stage-one',
    flags: ['urgent'],
    service: 'waste',
    receivedOn: date('2026-12-18'),
    unread: 0,
    nextDue: due ? { kind: 'acknowledge', on: date(due) } : undefined,
    ...changes,
  };
}

export function decision(changes: Partial<CountedDecision> = {}): CountedDecision {
  return {
    receivedIn: monthOf(date('2026-12-18')),
    suggested: 'stage-one',
    also: ['service-request'],
    sure: true,
    needsPerson: false,
    decided: 'service-request',
    decidedOn: date('2026-12-21'),
    ...changes,
  };
}

/** Opens a case from a contact, with its receipt planned and its place in the queue. */
export function openingChange(of: Reference, changes: Partial<CaseChange> = {}): CaseChange {
  return {
    reference: of,
    expected: 0,
    state: received(of, 1),
    events: [opening(of)],
    notices: [notice()],
    contact: contact(),
    queue: queueEntry(of, '2026-12-29'),
    ...changes,
  };
}

/** A command on an open case: `number` is the number of its event, its version before is `number - 1`. */
export function nextChange(of: Reference, number: number, changes: Partial<CaseChange> = {}): CaseChange {
  return {
    reference: of,
    expected: number - 1,
    state: received(of, number),
    events: [read(`command-${number}`)],
    notices: [],
    queue: queueEntry(of, '2026-12-29'),
    ...changes,
  };
}
