import { describe, expect, it } from 'vitest';
import { type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../../functions/domain/cases/actor.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { mostPoints, pointsOf } from '../../../../functions/domain/cases/points.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { aContact, accepted, at, ben, caseOf, given, received, rules } from '../../../support/case-story.ts';

// Both Codes 6.8: a related issue joins the stage one that is open; any other, or one after the response, is a new complaint.

const day = (date: WrittenDate) => writtenDate(date);
const acknowledged: EventData = {
  type: 'acknowledged',
  acknowledgement: {
    on: day('2026-11-04'),
    due: day('2026-11-09'),
    definition: 'The bin was missed.',
    outcomesSought: 'A bin.',
    noticeId: '0004-acknowledgement',
  },
};
const open: readonly (readonly CaseEvent[])[] = [
  received('2026-11-02T09:00:00Z'),
  at('2026-11-03T09:00:00Z', accepted, { type: 'allocated', allocation: { service: 'waste', officer: ben, on: day('2026-11-03') } }),
  at('2026-11-04T09:00:00Z', acknowledged),
];
const lid: Command = { type: 'add-point', words: ' The lid is broken too. ', ombudsman: 'HOS' };
const joined: EventData = { type: 'issue-joined', words: 'The lid is broken too.', ombudsman: 'HOS' };
const answered: EventData = {
  type: 'responded',
  response: { on: day('2026-11-10'), due: day('2026-11-18'), outcome: 'upheld' },
  definition: 'The bin was missed.',
  decision: 'Yes.',
  answers: [],
};

describe('a related issue', () => {
  it('joins the open stage one as a point with its own Ombudsman, and the date of the response stays', () => {
    given(...open)
      .when(lid, '2026-11-06T09:00:00Z')
      .yields(joined);
    const state = caseOf(...open, at('2026-11-06T09:00:00Z', joined));
    const before = deadlinesOf(caseOf(...open), rules).find(({ kind }) => kind === 'respond')?.due;
    expect(deadlinesOf(state, rules).find(({ kind }) => kind === 'respond')?.due).toBe(before);
    expect(state.stage === 'acknowledged' && pointsOf(state)).toEqual([
      { words: 'The bin was missed.', ombudsman: 'LGSCO' },
      { words: 'The lid is broken too.', ombudsman: 'HOS' },
    ]);
  });

  it('is answered by the response like every point', () => {
    const answer = { outcome: 'not-upheld', reasons: 'The log.' } as const;
    const spoke: EventData = {
      type: 'contact-recorded',
      on: day('2026-11-06'),
      how: 'telephone',
      outcome: 'spoke',
      note: 'We spoke.',
    } as EventData;
    given(...open, at('2026-11-06T08:00:00Z', spoke), at('2026-11-06T09:00:00Z', joined))
      .when({ type: 'respond', decision: 'No.', answers: [answer] }, '2026-11-10T09:00:00Z')
      .refused(/^Decide every point/);
  });

  it('stays with the complaint when the letter of the acknowledgement does not arrive', () => {
    const bounced: EventData = { type: 'notice-undelivered', noticeId: '0004-acknowledgement', why: 'No such address.' };
    expect(caseOf(...open, at('2026-11-06T09:00:00Z', joined), at('2026-11-06T10:00:00Z', bounced))).toMatchObject({
      stage: 'accepted',
      joined: [{ words: 'The lid is broken too.' }],
    });
  });

  it('does not join before the acknowledgement, after the response or at stage two, and the officer is told what to do instead', () => {
    const instead = /make their message a complaint of its own, linked with this one/;
    given(...open.slice(0, 2))
      .when(lid, '2026-11-03T10:00:00Z')
      .refused(instead);
    given(...open, at('2026-11-10T09:00:00Z', answered))
      .when(lid, '2026-11-11T10:00:00Z')
      .refused(instead);
    const again = at('2026-11-20T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: day('2026-11-20') });
    given(...open, at('2026-11-10T09:00:00Z', answered), again)
      .when(lid, '2026-11-23T10:00:00Z')
      .refused(instead);
  });

  it('leaves room: a definition put right has no more points than one response can answer together with it', () => {
    const points = (many: number) =>
      Array.from({ length: many }, (_, index) => ({ words: `Point ${index}.`, ombudsman: 'LGSCO' as const }));
    const amend = (many: number): Command => ({
      type: 'amend-definition',
      definition: 'The bin and more.',
      points: points(many),
      outcomesSought: 'A bin.',
      because: 'She rang.',
    });
    const withOne = [...open, at('2026-11-06T09:00:00Z', joined)];
    given(...withOne)
      .when(amend(mostPoints), '2026-11-06T10:00:00Z')
      .refused(/^Put the complaint into at most 11 points: 1 more joined it/);
    const before = { definition: 'The bin was missed.', outcomesSought: 'A bin.' };
    const after = { definition: 'The bin and more.', outcomesSought: 'A bin.', points: points(mostPoints - 1) };
    given(...withOne)
      .when(amend(mostPoints - 1), '2026-11-06T10:00:00Z')
      .yields({ type: 'definition-amended', before, after, because: 'She rang.' });
  });

  it('is said in words, and there is an end to how many one response can answer', () => {
    given(...open)
      .when({ ...lid, words: ' ' } as Command, '2026-11-06T09:00:00Z')
      .refused(/^Say what the new issue is/);
    const many = Array.from({ length: mostPoints - 1 }, (_, index) => ({ ...joined, words: `Issue ${index}.` }) as EventData);
    given(...open, at('2026-11-06T09:00:00Z', ...many))
      .when(lid, '2026-11-06T10:00:00Z')
      .refused(/^One response answers at most 12 points/);
  });
});

describe('a new issue of its own', () => {
  const other = 'LBC-2026-000009' as Reference;

  it('is linked both ways', () => {
    const away: EventData = {
      type: 'contact-moved-out',
      channel: 'email',
      contactId: 'message-2',
      to: other,
      opened: false,
      unread: false,
      newIssue: true,
      on: day('2026-11-06'),
    };
    expect(caseOf(...open, at('2026-11-06T09:00:00Z', away)).links).toEqual([{ reference: other, as: 'has-new-issue' }]);
    const [first] = received('2026-11-05T09:00:00Z');
    const own = first ? [{ ...first, movedFrom: other, newIssue: true as const } as CaseEvent] : [];
    expect(caseOf(own).links).toEqual([{ reference: other, as: 'new-issue-of' }]);
  });

  it('and a message that was only put right is linked with nothing', () => {
    given(...open)
      .when(
        {
          type: 'move-out',
          contact: { channel: 'email', id: aContact('2026-11-05T09:00:00Z').id },
          to: other,
          toReceivedOn: day('2026-11-05'),
          takenAs: 'message',
          opened: false,
          unread: false,
        },
        '2026-11-06T09:00:00Z',
      )
      .yields({
        type: 'contact-moved-out',
        channel: 'email',
        contactId: 'message-2026-11-05T09:00:00Z',
        to: other,
        opened: false,
        unread: false,
        on: day('2026-11-06'),
      });
  });
});
