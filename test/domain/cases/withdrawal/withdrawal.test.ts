import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { flagsOf } from '../../../../functions/domain/cases/flags.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { mayMeanHarm } from '../../../../functions/domain/notices/possible-harm.ts';
import {
  aContact,
  accepted,
  asha,
  at,
  ben,
  caseOf,
  given,
  moment,
  received,
  rules,
  suggestsStageOne,
} from '../../../support/case-story.ts';
import { type Step, walks } from '../case-walk.ts';

const day = (date: WrittenDate) => writtenDate(date);
const withdrawn: EventData = { type: 'withdrawn', on: day('2026-11-06'), howWeKnow: 'She rang.' };
const undo: Command = { type: 'undo-withdrawal', howWeKnow: ' She rang again. ' };
const undone: EventData = { type: 'withdrawal-undone', on: day('2026-11-20'), howWeKnow: 'She rang again.' };
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
const gone = [...open, at('2026-11-06T09:00:00Z', withdrawn)];

async function always(check: (step: Step) => void): Promise<void> {
  await fc.assert(
    fc.property(walks(), ({ steps }) => {
      for (const step of steps) check(step);
    }),
    { numRuns: 100 },
  );
}

it('D26: of a case in which a later message spoke of harm says what was done about it', () => {
  const harm: EventData = {
    type: 'correspondence-added',
    channel: 'email',
    contactId: 'later',
    receivedAt: moment('2026-11-05T09:00:00Z'),
    flags: ['safeguarding'],
    newFlags: ['safeguarding'],
  };
  const withHarm = [...open, at('2026-11-05T09:00:00Z', harm, { type: 'correspondence-read' })];
  given(...withHarm)
    .when({ type: 'withdraw', howWeKnow: 'She rang.' }, '2026-11-06T09:00:00Z')
    .refused(/^Say what was done about the possible harm/);
  given(...open, at('2026-11-05T09:00:00Z', { ...harm, newFlags: undefined, duplicateOf: 'before' }))
    .when({ type: 'withdraw', howWeKnow: 'She rang.' }, '2026-11-06T09:00:00Z')
    .yields({ ...withdrawn });
});

describe('undoing a withdrawal', () => {
  it('needs how we know, and only a withdrawal can be undone', () => {
    given(...gone)
      .when(undo, '2026-11-20T09:00:00Z')
      .yields(undone);
    given(...gone)
      .when({ ...undo, howWeKnow: '' } as Command, '2026-11-20T09:00:00Z')
      .refused(/^Say how we know/);
    given(...open)
      .when(undo, '2026-11-20T09:00:00Z')
      .refused('Nobody has withdrawn this case.');
  });

  it('makes the case what it was, with its original dates', () => {
    const again = caseOf(...gone, at('2026-11-20T09:00:00Z', undone));
    expect({ ...again, eventCount: 0 }).toEqual({ ...caseOf(...open), eventCount: 0 });
    expect(deadlinesOf(again, rules)).toEqual(deadlinesOf(caseOf(...open), rules));
  });

  it('keeps what came in meanwhile, and what waited before', () => {
    const message = (time: string, kind: 'chaser' | 'withdrawal'): EventData => ({
      type: 'correspondence-added',
      channel: 'email',
      contactId: `message-${kind}`,
      receivedAt: aContact(time).receivedAt,
      flags: [],
      followUps: [{ kind, why: [] }],
    });
    const story = [
      ...open,
      at('2026-11-05T09:00:00Z', message('2026-11-05T09:00:00Z', 'chaser'), message('2026-11-05T10:00:00Z', 'withdrawal')),
      at('2026-11-06T09:00:00Z', withdrawn),
      at('2026-11-18T09:00:00Z', { ...message('2026-11-18T09:00:00Z', 'chaser'), contactId: 'message-later' } as EventData),
    ];
    expect(caseOf(...story, at('2026-11-20T09:00:00Z', undone))).toMatchObject({
      stage: 'acknowledged',
      unread: { count: 3 },
      followUps: [
        { kind: 'chaser', contactId: 'message-chaser' },
        { kind: 'chaser', contactId: 'message-later' },
      ],
    });
  });

  it('brings back no proposal that nobody can approve any more', () => {
    const proposal: EventData = {
      type: 'proposed',
      command: { type: 'respond', decision: 'Yes.', answers: [] },
      because: 'It is our final response.',
    };
    const story = [...open, at('2026-11-05T09:00:00Z', proposal), at('2026-11-06T09:00:00Z', withdrawn)];
    const stored = JSON.parse(JSON.stringify(caseOf(...story)));
    expect(stored.was.proposal).toBeDefined();
    expect(caseOf(...story, at('2026-11-20T09:00:00Z', undone)).proposal).toBeUndefined();
  });

  it('D26: gives back the dates of every case, wherever it stood', async () => {
    await always(({ before, after, decision }) => {
      if (before?.stage !== 'closed' || !('events' in decision) || decision.events[0]?.type !== 'withdrawal-undone') return;
      expect(before.because).toBe('withdrawn');
      expect(after).toMatchObject({ stage: before.was.stage, receivedOn: before.was.receivedOn });
      for (const date of ['acceptedOn', 'acknowledgement', 'extensions', 'promised', 'promisedBy', 'decidedOn', 'stageTwo'])
        expect(after && Reflect.get(after, date)).toEqual(Reflect.get(before.was, date));
    });
  });
});

describe('withdrawing', () => {
  const danger = { ...suggestsStageOne, flags: ['safeguarding'] } as const;

  it('asks what was done about possible harm, which it never ends', () => {
    const withdraw: Command = { type: 'withdraw', howWeKnow: 'She rang.' };
    given(received('2026-11-02T09:00:00Z', danger))
      .when(withdraw, '2026-11-03T09:00:00Z')
      .refused(/^Say what was done about the possible harm/);
    given(received('2026-11-02T09:00:00Z', danger))
      .when({ ...withdraw, harmDealtWith: ' The duty social worker went there. ' } as Command, '2026-11-03T09:00:00Z')
      .yields({
        type: 'withdrawn',
        on: day('2026-11-03'),
        howWeKnow: 'She rang.',
        harmDealtWith: 'The duty social worker went there.',
      });
    given(received('2026-11-02T09:00:00Z'))
      .when(withdraw, '2026-11-03T09:00:00Z', asha)
      .yields({ type: 'withdrawn', on: day('2026-11-03'), howWeKnow: 'She rang.' });
  });

  it('D26: closes no case that may speak of harm without saying what was done about it', async () => {
    await always(({ before, decision }) => {
      const event = 'events' in decision ? decision.events.find(({ type }) => type === 'withdrawn') : undefined;
      if (event?.type === 'withdrawn' && before && mayMeanHarm(flagsOf(before))) expect(event.harmDealtWith).toMatch(/\S/);
    });
  });
});
