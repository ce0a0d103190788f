import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { aContact, accepted, asha, at, caseOf, given, reference, rules, suggestsStageOne } from '../../../support/case-story.ts';

// Somebody rang on Friday 18 December 2026 and left a message (ADR 8).

const rang = at('2026-12-18T09:00:00Z', {
  type: 'complaint-received',
  reference,
  policyVersion: rules.policy.version,
  channel: 'voicemail',
  contactId: 'call-1.wav',
  receivedAt: aContact('2026-12-18T09:00:00Z').receivedAt,
  complainant: { telephone: '01632 960123' },
  reachBy: [],
  suggestion: suggestsStageOne,
});
const friday = localDate('2026-12-18')!;
const monday = localDate('2026-12-21')!;
const wrong = 'Nobody answered.';
const calledBack = (on: typeof friday, outcome: 'spoke' | 'no-answer' | 'no-number'): EventData => ({
  type: 'called-back',
  on,
  outcome,
  note: wrong,
});
const callBackDue = (...events: readonly (readonly CaseEvent[])[]) =>
  deadlinesOf(caseOf(...events), rules).find(({ kind }) => kind === 'call-back')?.due;

describe('ringing back', () => {
  test('is due one working day after the call', () => {
    expect(callBackDue(rang)).toBe('2026-12-21');
  });

  test.each(['spoke', 'no-number'] as const)('is over with “%s”', (outcome) => {
    expect(callBackDue(rang, at('2026-12-18T11:00:00Z', calledBack(friday, outcome)))).toBeUndefined();
  });

  test('is tried again when nobody answered, and twice on different days is enough', () => {
    const once = at('2026-12-18T11:00:00Z', calledBack(friday, 'no-answer'));
    const again = at('2026-12-18T15:00:00Z', calledBack(friday, 'no-answer'));
    const next = at('2026-12-21T15:00:00Z', calledBack(monday, 'no-answer'));
    expect(callBackDue(rang, once, again)).toBe('2026-12-21');
    expect(callBackDue(rang, at('2026-12-21T11:00:00Z', calledBack(monday, 'no-answer')))).toBe('2026-12-22');
    expect(callBackDue(rang, once, again, next)).toBeUndefined();
  });

  test('is recorded when it has happened, with what was said', () => {
    const call = { type: 'record-call-back', on: friday, outcome: 'spoke', note: ' She wants a letter. ' } as const;
    given(rang)
      .when(call, '2026-12-18T11:00:00Z')
      .yields({ type: 'called-back', on: friday, outcome: 'spoke', note: 'She wants a letter.' });
    given(rang)
      .when({ ...call, on: monday }, '2026-12-18T11:00:00Z')
      .refused(/still to come/);
    given(rang)
      .when({ ...call, on: localDate('2026-12-17')! }, '2026-12-18T11:00:00Z')
      .refused(/cannot have rung back before/);
    given(rang)
      .when({ ...call, note: ' ' }, '2026-12-18T11:00:00Z')
      .refused(/Say what was said/);
    given(rang, at('2026-12-18T11:00:00Z', calledBack(friday, 'spoke')))
      .when(call, '2026-12-18T12:00:00Z')
      .refused(/Nobody waits/);
    given(rang).when(call, '2026-12-18T11:00:00Z', { kind: 'system' }).refused('Only a person decides this.');
  });

  test('stands before the acknowledgement, which would reach nobody', () => {
    const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: asha, on: friday } };
    given(rang, at('2026-12-18T10:00:00Z', accepted, allocated))
      .when({ type: 'acknowledge', definition: 'Bins', outcomesSought: 'An apology' }, '2026-12-18T11:00:00Z')
      .refused(/Confirm who rang, or ring them back/);
  });
});

describe('the caller’s details', () => {
  const confirm = { type: 'confirm-caller', name: 'Rosa Example', reachBy: [] } as const;

  test('by which we may write bring the receipt, and end the ringing', () => {
    const address = '8 Nunnery Lane, Luton';
    const caller = { name: 'Rosa Example', email: undefined, telephone: undefined, address };
    const facts: EventData[] = [{ type: 'caller-confirmed', caller, reachBy: ['post'] }, { type: 'receipt-written' }];
    given(rang)
      .when({ ...confirm, address, reachBy: ['post'] }, '2026-12-18T11:00:00Z')
      .yields(...facts);
    const state = caseOf(rang, at('2026-12-18T11:00:00Z', ...facts));
    expect(state).toMatchObject({ complainant: { name: 'Rosa Example', address }, reachBy: ['post'], callBack: undefined });
    expect(state.toPost).toEqual([{ noticeId: '0003-receipt', kind: 'receipt', since: '2026-12-18' }]);
  });

  test('without a way to write leave the ringing owed', () => {
    const caller = { name: 'Rosa Example', email: undefined, telephone: '01632 960123', address: undefined };
    const fact: EventData = { type: 'caller-confirmed', caller, reachBy: ['telephone'] };
    given(rang)
      .when({ ...confirm, telephone: '01632 960123', reachBy: ['telephone'] }, '2026-12-18T11:00:00Z')
      .yields(fact);
    expect(callBackDue(rang, at('2026-12-18T11:00:00Z', fact))).toBe('2026-12-21');
  });

  test.each([
    [{ ...confirm, name: ' ' }, /Enter what the caller told us/],
    [{ ...confirm, reachBy: ['email'] }, /Enter the email address/],
    [{ ...confirm, reachBy: ['telephone'] }, /Enter the number/],
    [{ ...confirm, reachBy: ['post'] }, /Enter the address/],
    [{ type: 'confirm-caller', telephone: '01632 960123', reachBy: [] }, /the details that we have/],
  ] as const)('are refused where they say too little: %o', (command, why) => {
    given(rang).when(command, '2026-12-18T11:00:00Z').refused(why);
  });

  test('are no machine’s to confirm', () => {
    given(rang).when(confirm, '2026-12-18T11:00:00Z', { kind: 'system' }).refused('Only a person decides this.');
  });
});

describe('the words and the audio', () => {
  const check = { type: 'check-transcript', contactId: 'call-1.wav' } as const;

  test('are checked once, corrected or not', () => {
    given(rang).when(check, '2026-12-18T11:00:00Z').yields({ type: 'transcript-checked', contactId: 'call-1.wav', corrected: undefined });
    given(rang, at('2026-12-18T11:00:00Z', { type: 'transcript-checked', contactId: 'call-1.wav' }))
      .when(check, '2026-12-18T12:00:00Z')
      .refused(/No recorded call/);
    given(rang)
      .when({ ...check, contactId: 'call-2.wav' }, '2026-12-18T11:00:00Z')
      .refused(/checked already/);
  });

  test('that nobody has checked are kept', () => {
    const forget = { type: 'record-audio-deleted', contactId: 'call-1.wav' } as const;
    const system = { kind: 'system' } as const;
    given(rang)
      .when(forget, '2027-12-18T11:00:00Z', system)
      .refused(/is kept/);
    given(rang, at('2026-12-18T11:00:00Z', { type: 'transcript-checked', contactId: 'call-1.wav' }))
      .when(forget, '2027-02-18T11:00:00Z', system)
      .yields({ type: 'audio-deleted', contactId: 'call-1.wav', on: localDate('2027-02-18')! });
  });
});

test('a case is not closed before somebody has listened: audio that nobody checked would be kept for ever', () => {
  const sentAway = at('2026-12-18T10:00:00Z', {
    type: 'sent-another-way',
    route: 'school',
    reasons: 'Governors.',
    whatToDoInstead: 'Write to them.',
    suggested: 'school',
  });
  const spoke = at('2026-12-18T11:00:00Z', calledBack(friday, 'spoke'));
  const close = { type: 'close', reason: 'The school has it.' } as const;
  given(rang, sentAway, spoke)
    .when(close, '2026-12-21T09:00:00Z')
    .refused(/^Listen to the recording/);
  const checked = at('2026-12-21T09:00:00Z', { type: 'transcript-checked', contactId: 'call-1.wav' });
  given(rang, sentAway, spoke, checked)
    .when(close, '2026-12-21T10:00:00Z')
    .yields({ type: 'closed', on: monday, reason: 'The school has it.' });
});

describe('listening to a call', () => {
  const due = (...events: readonly (readonly CaseEvent[])[]) =>
    deadlinesOf(caseOf(...events), rules).find(({ kind }) => kind === 'check-transcript')?.due;
  const another = at('2026-12-21T09:00:00Z', {
    type: 'correspondence-added',
    channel: 'voicemail',
    contactId: 'call-2.wav',
    receivedAt: aContact('2026-12-21T09:00:00Z').receivedAt,
    flags: [],
  });
  const checked = (contactId: string) => at('2026-12-21T10:00:00Z', { type: 'transcript-checked', contactId });

  test('is due two working days after the oldest call to which nobody has listened', () => {
    expect(due(rang, another)).toBe('2026-12-22');
    expect(due(rang, another, checked('call-1.wav'))).toBe('2026-12-23');
    expect(due(rang, another, checked('call-1.wav'), checked('call-2.wav'))).toBeUndefined();
  });

  test('is owed also when the person has withdrawn', () => {
    const withdrawn = at('2026-12-18T12:00:00Z', { type: 'withdrawn', on: friday, howWeKnow: 'She rang.' });
    expect(due(rang, withdrawn)).toBe('2026-12-22');
  });
});
