import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Contribution } from '../../../functions/domain/cases/allocation/contribution.ts';
import type { CaseState } from '../../../functions/domain/cases/case.ts';
import type { EventData } from '../../../functions/domain/cases/event.ts';
import type { Alert, AlertKind, Deadline } from '../../../functions/domain/deadlines/deadline.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { alertNotices } from '../../../functions/domain/notices/alert-notices.ts';
import { readersOfAlert } from '../../../functions/domain/notices/alert-readers.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { accepted, at, ben, caseOf, moment, received, rules, trained } from '../../support/case-story.ts';
import { wordsOf } from './words-of.ts';

// Mail to another service that owes a part of an answer.

const parking = luton.services['parking']?.mailbox ?? '';
const team = luton.complaints.teamMailbox;
const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-12-15') } };
const asked = (changes: Partial<Contribution> = {}): Extract<EventData, { type: 'contribution-asked' }> => ({
  type: 'contribution-asked',
  contribution: {
    number: 1,
    service: 'parking',
    question: 'Was Rosa’s lane blocked?',
    excerpt: 'A bin in Nunnery Lane.',
    due: writtenDate('2026-12-22'),
    askedOn: writtenDate('2026-12-15'),
    ...changes,
  },
});
const there = { staff: trained, today: writtenDate('2026-12-18') };

function afterAsking(changes: Partial<Contribution> = {}) {
  const events = [received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', accepted, allocated, asked(changes))];
  const state = caseOf(...events);
  const deadlines = deadlinesOf(state, rules);
  return { event: events.flat().at(-1), state, deadlines, context: { council: luton, publicUrl: 'https://complaints.example', deadlines } };
}

function waitedFor(deadlines: readonly Deadline[]): Deadline {
  const deadline = deadlines.find(({ kind }) => kind === 'contribution');
  if (!deadline) throw new Error('nothing is waited for');
  return deadline;
}

const alertOf = (kind: AlertKind): Alert => ({ kind, on: writtenDate('2026-12-18'), at: moment('2026-12-18T09:00:00Z') });
const outOf = (state: CaseState, deadlines: readonly Deadline[], kind: AlertKind) =>
  readersOfAlert(state, waitedFor(deadlines), kind, { council: luton, publicUrl: '', deadlines }, there).map(({ email }) => email);

describe('a service that owes its part', () => {
  test('has alerts two working days before its day, on it, and on each working day that it is late', () => {
    const { deadlines } = afterAsking();
    expect(
      waitedFor(deadlines)
        .alerts.slice(0, 3)
        .map(({ kind, on }) => [kind, on]),
    ).toEqual([
      ['warning', '2026-12-18'],
      ['due', '2026-12-22'],
      ['overdue', '2026-12-23'],
    ]);
  });

  test.each<AlertKind>(['warning', 'due', 'overdue'])(
    'hears of each in its own mailbox (%s), with a link and nothing of the complaint',
    (kind) => {
      const { state, deadlines, context } = afterAsking();
      const notices = alertNotices(state, waitedFor(deadlines), alertOf(kind), context, there);
      expect(notices).toMatchObject([{ kind: 'alert', to: { by: 'email', email: parking }, asksFor: { contribution: 1 } }]);
      expect(notices.map(wordsOf).join()).not.toMatch(/Rosa|lane|bin/i);
    },
  );

  test('is not the officer’s to chase until it is late; then their list has it, and the team’s', () => {
    const { state, deadlines } = afterAsking();
    expect([outOf(state, deadlines, 'warning'), outOf(state, deadlines, 'due')]).toEqual([[], []]);
    expect(outOf(state, deadlines, 'overdue')).toEqual([ben.email, team]);
  });

  test('without a mailbox leaves it to the officer from the first', () => {
    const { state, deadlines } = afterAsking({ service: 'none' });
    expect(outOf(state, deadlines, 'warning')).toEqual([ben.email]);
  });

  test('may have somebody outside answer for it, who is written to in its place and sees no address of the desk', () => {
    const { event, state, context } = afterAsking({ contractor: { name: 'Lorry Ltd', email: 'office@lorry.example' } });
    const [notice] = event ? noticesFor(event, state.eventCount, state, context) : [];
    expect(notice).toMatchObject({ kind: 'contribution-asked', to: { email: 'office@lorry.example', name: 'Lorry Ltd' } });
    expect(notice && wordsOf(notice)).not.toContain('/desk');
  });
});
