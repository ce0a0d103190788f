import { expect } from 'vitest';
import { englandAndWales } from '../../functions/domain/calendar/england-and-wales.ts';
import { type Instant, instant, type WrittenDate, writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Actor, Officer, Reference } from '../../functions/domain/cases/actor.ts';
import type { CaseState } from '../../functions/domain/cases/case.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import { decide } from '../../functions/domain/cases/decide.ts';
import type { CaseEvent, EventData } from '../../functions/domain/cases/event.ts';
import { replay } from '../../functions/domain/cases/evolve.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { luton202410 } from '../../functions/domain/policy/periods.ts';
import type { Rules } from '../../functions/domain/policy/rules.ts';
import type { StaffMember } from '../../functions/domain/staff/staff-member.ts';
import type { Suggestion } from '../../functions/domain/triage/suggestion.ts';

// Cases told as sentences: given what happened, when somebody asks for something, then these events follow, or it is refused.

export const rules: Rules = { policy: luton202410, calendar: englandAndWales };

export const reference = 'LBC-2026-004217' as Reference;

export const asha: Officer = { kind: 'officer', subject: 'officer-asha', name: 'Asha Example', email: 'asha@council.example' };
export const ben: Officer = { kind: 'officer', subject: 'officer-ben', name: 'Ben Example', email: 'ben@council.example' };

export const carol: Officer = { kind: 'officer', subject: 'officer-carol', name: 'Carol Example', email: 'carol@council.example' };

export const suggestsStageOne: Suggestion = {
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

export function moment(text: string): Instant {
  const at = instant(text);
  if (at === undefined) throw new Error(`${text} is no moment`);
  return at;
}

export function aContact(receivedAt: string, changes: Partial<Contact> = {}): Contact {
  return {
    channel: 'email',
    id: `message-${receivedAt}`,
    receivedAt: moment(receivedAt),
    loggedAt: moment(receivedAt),
    original: `mail/message-${receivedAt}`,
    from: { name: 'Rosa Example', email: 'rosa@resident.example' },
    reachBy: ['email'],
    text: 'My bin has not been emptied for three weeks.',
    textComplete: true,
    attachments: [],
    authenticated: true,
    ...changes,
  };
}

/** Facts at a moment, as the service keeps them. */
export function at(time: string, ...facts: readonly EventData[]): readonly CaseEvent[] {
  return facts.map((fact) => ({ v: 1, at: moment(time), by: asha, commandId: `given-${time}`, ...fact }));
}

export function received(time: string, suggestion: Suggestion = suggestsStageOne): readonly CaseEvent[] {
  const { channel, id, receivedAt, from, reachBy } = aContact(time);
  const policyVersion = rules.policy.version;
  return at(time, {
    type: 'complaint-received',
    reference,
    policyVersion,
    channel,
    contactId: id,
    receivedAt,
    complainant: from,
    reachBy,
    suggestion,
  });
}

export const accepted: EventData = { type: 'accepted-at-stage-one', service: 'waste', ombudsman: 'LGSCO', suggested: 'stage-one' };

/** Whoever looks into it spoke with the person: without it no response goes out (duty D20). */
export function spoke(on: WrittenDate): EventData {
  return { type: 'contact-recorded', on: writtenDate(on), how: 'telephone', outcome: 'spoke', note: 'She told us more.' };
}

type Given = readonly (readonly CaseEvent[])[];

/** The case that these events make. */
export function caseOf(...given: Given): CaseState {
  const state = replay(given.flat());
  if (state === undefined) throw new Error('these events open no case');
  return state;
}

type Ending = {
  /** Exactly these events follow. */
  yields(...facts: readonly EventData[]): void;
  refused(why: string | RegExp): void;
};

/** The staff directory of a story that does not say otherwise: everybody is trained, and nobody is anything more. */
export const trained: readonly StaffMember[] = [asha, ben, carol].map((officer) => ({ ...officer, trainedOn: writtenDate('2026-03-03') }));

/** `given(…).when(command, time).yields(…)` or `.refused('…')`; Asha asks, unless somebody else is named. */
export function given(...events: Given): {
  when(command: Command, time: string, by?: Actor, staff?: readonly StaffMember[]): Ending;
} {
  return {
    when(command, time, by = asha, staff = trained) {
      const decision = decide(rules, replay(events.flat()), command, { commandId: 'asked', by, at: moment(time), staff });
      return {
        yields(...facts) {
          expect(decision).toEqual({ events: facts.map((fact) => ({ v: 1, at: moment(time), by, commandId: 'asked', ...fact })) });
        },
        refused(why) {
          expect(decision).toEqual({ refused: typeof why === 'string' ? why : expect.stringMatching(why) });
        },
      };
    },
  };
}
