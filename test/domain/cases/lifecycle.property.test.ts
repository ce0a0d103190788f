import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { londonDateOf, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CaseState } from '../../../functions/domain/cases/case.ts';
import { decide } from '../../../functions/domain/cases/decide.ts';
import { evolve, replay } from '../../../functions/domain/cases/evolve.ts';
import { possibleCommands } from '../../../functions/domain/cases/possible.ts';
import { aContact, accepted, at, caseOf, moment, received, rules } from '../../support/case-story.ts';
import { type Step, staffOfLives, walks, wellFormed, whoAsks } from './case-walk.ts';

const runs = { numRuns: 150 };

/** Checks every step of many lives. */
async function always(check: (step: Step) => void, lives = walks(), numRuns = 150): Promise<void> {
  await fc.assert(
    fc.property(lives, ({ steps }) => {
      for (const step of steps) check(step);
    }),
    { numRuns },
  );
}

function stageInWords(state: CaseState): string {
  if (state.stage === 'closed') return `closed ${stageInWords(state.was)}`;
  return 'stageTwo' in state && state.stageTwo ? `${state.stage} at stage two` : state.stage;
}

/** All that whoever looked into stage one may still do at stage two: its papers, and what they promised themselves. */
const theirs: ReadonlySet<string> = new Set([
  'correspondence-added',
  'point-added',
  'asked-while-overdue',
  'transcript-checked',
  'audio-deleted',
  'correspondence-read',
  'discrimination-raised',
  'letter-posted',
  'deadline-missed',
  'conflict-recorded',
  'remedy-done',
  'remedy-undeliverable',
  'remedy-date-changed',
  'confirmed-done',
  'remedy-reopened',
]);

describe('every life of a case', () => {
  it('is among those that reach every stage, so that these properties speak of all of them', () => {
    const lives = fc.sample(walks(), { numRuns: 600, seed: 20_261_218 });
    const seen = new Set(lives.flatMap(({ steps }) => steps.flatMap(({ after }) => (after ? [stageInWords(after)] : []))));
    expect([...seen].sort()).toEqual([
      'accepted',
      'accepted at stage two',
      'acknowledged',
      'acknowledged at stage two',
      'another-route',
      'answered',
      'answered at stage two',
      'closed accepted',
      'closed accepted at stage two',
      'closed acknowledged',
      'closed acknowledged at stage two',
      'closed another-route',
      'closed answered',
      'closed answered at stage two',
      'closed received',
      'closed service-request',
      'received',
      'service-request',
    ]);
  });

  it('is told by its events: replaying them makes the same case', async () => {
    await fc.assert(
      fc.property(walks(), ({ events, state }) => {
        expect(replay(events)).toEqual(state);
        expect(state?.eventCount).toBe(events.length);
      }),
      runs,
    );
  });

  it('decides for events or a reason in words, never for silence', async () => {
    await always(({ decision }) => {
      if ('refused' in decision) expect(decision.refused).toMatch(/^\p{Lu}.*\.$/u);
      else expect(decision.events.length).toBeGreaterThan(0);
    });
  });

  it('has no event that could not happen: each changes the case, or records a breach or an allocation', async () => {
    await always(({ before, decision }) => {
      let state = before;
      for (const event of 'events' in decision ? decision.events : []) {
        const next = evolve(state, event);
        // A copy of a message says nothing new, and one that is read and of which nothing is asked leaves nothing behind.
        const silent = event.type === 'contact-moved-out' || (event.type === 'correspondence-added' && event.duplicateOf !== undefined);
        // Notes of what leaves the case as it is: a receipt by e-mail, deleted audio, a second try to ring on the same day, a request declined.
        const note = [
          'receipt-written',
          'audio-deleted',
          'called-back',
          'stage-two-declined',
          'signposted',
          'clarification-asked',
          'contact-recorded',
          'offer-answered',
          'updates-set',
          'update-sent',
          'apology-worded',
          'allocation-refused',
          // For the same few again, with another reason.
          'restricted',
        ].includes(event.type);
        if (state && !silent && !note && event.type !== 'deadline-missed' && event.type !== 'allocated')
          expect(next).not.toEqual({ ...state, eventCount: next?.eventCount });
        state = next;
      }
    });
  });

  it('answers nothing that was not acknowledged first', async () => {
    await fc.assert(
      fc.property(walks(), ({ events }) => {
        const types = events.map(({ type }) => type);
        const answered = types.indexOf('responded');
        expect(answered < 0 || types.slice(0, answered).includes('acknowledged')).toBe(true);
      }),
      runs,
    );
  });

  it('is decided by people only', async () => {
    await always(({ by, command, decision }) => {
      if (by.kind === 'system' && 'events' in decision)
        expect([
          'receive',
          'add-correspondence',
          'record-undelivered',
          'record-called-spam',
          'record-audio-deleted',
          'ask-whether-fixed',
          'ask-whether-done',
          'apologise-for-missing',
          'record-discrimination-reported',
        ]).toContain(command.type);
    });
  });

  it('stays closed, until somebody who is not satisfied asks for stage two, or who withdrew wants it looked into after all', async () => {
    await always(({ before, after, decision }) => {
      const reopened = 'events' in decision && decision.events.some(({ type }) => type === 'accepted-at-stage-two');
      const resumed = 'events' in decision && decision.events.some(({ type }) => type === 'withdrawal-undone');
      if (before?.stage === 'closed' && resumed) expect(after?.stage).toBe(before.was.stage);
      else if (before?.stage === 'closed' && reopened) expect(after).toMatchObject({ stage: 'accepted', stageTwo: {} });
      else if (before?.stage === 'closed') expect(after).toMatchObject({ stage: 'closed', closedOn: before.closedOn, was: before.was });
    });
  });

  it('keeps when it was received and under which policy', async () => {
    await always(({ before, after, decision }) => {
      if (!before) return;
      expect([after?.reference, after?.receivedAt, after?.policyVersion]).toEqual([
        before.reference,
        before.receivedAt,
        before.policyVersion,
      ]);
      const [event] = 'events' in decision ? decision.events : [];
      const since = event?.type === 'accepted-at-stage-one' ? event.expressedOn : undefined;
      expect(after?.receivedOn).toBe(since ?? before.receivedOn);
    });
  });

  it('records every late acknowledgement and response as missed, and no timely one; on paper by the day of posting', async () => {
    await always(({ decision, after }) => {
      const events = 'events' in decision ? decision.events : [];
      const missed = (act: 'acknowledge' | 'respond') =>
        events.some((event) => event.type === 'deadline-missed' && event.deadline.startsWith(act));
      for (const event of events) {
        if (event.type !== 'acknowledged' && event.type !== 'responded') continue;
        const { on, due } = event.type === 'acknowledged' ? event.acknowledgement : event.response;
        const onPaper = after?.toPost?.some(({ noticeId }) =>
          event.type === 'acknowledged' ? noticeId === event.acknowledgement.noticeId : noticeId.endsWith('-response'),
        );
        expect(missed(event.type === 'acknowledged' ? 'acknowledge' : 'respond')).toBe(on > due && !onPaper);
      }
      for (const event of events) {
        if (event.type !== 'letter-posted' || after?.stage !== 'answered' || !event.noticeId.endsWith('-response')) continue;
        expect([after.response.on, missed('respond')]).toEqual([event.on, event.on > after.response.due]);
      }
    });
  });

  it('never answers or closes while the letter before it waits to be posted', async () => {
    await always(({ command, decision, before }) => {
      if (!('events' in decision)) return;
      if (command.type === 'close') expect(before?.toPost).toBeUndefined();
      if (command.type === 'respond' && before?.stage === 'acknowledged')
        expect(before.toPost?.map(({ noticeId }) => noticeId) ?? []).not.toContain(before.acknowledgement.noticeId);
    });
  });

  it('D28, D29: closes no door and finishes nothing at stage two by one person, nor by whoever looked into stage one', async () => {
    await always(({ before, by, decision }) => {
      const events = 'events' in decision ? decision.events : [];
      const final = events.find(
        (event) =>
          event.type === 'stage-two-declined' ||
          event.type === 'responded' ||
          (event.type === 'follow-up-set-aside' && event.followUp === 'dissatisfaction'),
      );
      const atStageTwo = before !== undefined && 'stageTwo' in before ? before.stageTwo : undefined;
      const was = before?.stage === 'closed' ? before.was : before;
      if (final && final.type !== 'responded' && was?.stage === 'answered')
        expect(by).not.toMatchObject({ subject: was.allocation.officer.subject });
      if (final && (final.type !== 'responded' || atStageTwo)) {
        expect(['approved', 'released']).toContain(events[0]?.type);
        expect(by).not.toMatchObject({ subject: before?.proposal?.by.subject });
      }
      const { subject } = atStageTwo?.stageOne.allocation.officer ?? {};
      if (subject !== undefined) for (const { type } of events) if (!theirs.has(type)) expect(by).not.toMatchObject({ subject });
    });
  });

  it('can be told any event at all without falling over', async () => {
    await fc.assert(
      fc.property(walks(), walks(), (one, other) => {
        for (const event of other.events) {
          expect(evolve(undefined, event) === undefined).toBe(event.type !== 'complaint-received');
          if (one.state) expect(evolve(one.state, event).eventCount).toBe(one.state.eventCount + 1);
        }
      }),
      runs,
    );
  });
});

describe('what is possible', () => {
  // Far enough from the calendar's end that no date is uncountable.
  // After the days that messages of chance bear: nothing was said tomorrow.
  const countable = walks('2027-01-01', '2027-06-30');

  it('is what deciding allows, and what is not possible is refused in the same words', async () => {
    await always(
      ({ after, at: now }) => {
        if (after === undefined) return;
        for (const { type, possible, because } of possibleCommands(after, { rules, today: londonDateOf(now) })) {
          const decision = decide(rules, after, wellFormed(type, after, now), {
            commandId: 'asked',
            by: whoAsks(type, after),
            at: now,
            staff: staffOfLives,
          });
          expect({ type, decision }).toEqual({ type, decision: possible ? { events: expect.any(Array) } : { refused: because } });
        }
      },
      countable,
      40,
    );
  });

  it('names what must come first', () => {
    const unallocated = caseOf(received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', accepted));
    const day = { rules, today: writtenDate('2026-12-15') };
    expect(possibleCommands(unallocated, day)).toContainEqual({
      type: 'acknowledge',
      possible: false,
      because: 'Allocate the complaint first: the acknowledgement tells the person who is looking into it (policy section 6).',
    });
    expect(
      possibleCommands(unallocated, day)
        .filter(({ possible }) => possible)
        .map(({ type }) => type),
    ).toEqual([
      'correct-email',
      'hand-over',
      'signpost',
      'decline',
      'allocate',
      'record-conflict',
      'ask-clarification',
      'word-apology',
      'promise-remedy',
      'record-representative',
      'correct-person',
      'record-adjustments',
      'record-group',
      'record-bereavement',
      'raise-discrimination',
      'record-crm-reference',
      'withdraw',
      'restrict',
    ]);
  });
});

describe('the snapshot', () => {
  const size = (state: CaseState | undefined) => Buffer.byteLength(JSON.stringify(state));

  it('stays under 50 KB through every life', async () => {
    await always(({ after }) => expect(size(after)).toBeLessThan(50_000));
  });

  it('does not grow with what people write', () => {
    const [first] = at('2026-12-15T09:00:00Z', {
      type: 'correspondence-added',
      channel: 'email',
      contactId: 'message',
      receivedAt: aContact('2026-12-15T09:00:00Z').receivedAt,
      flags: [],
    });
    if (first === undefined) throw new Error('no message');
    const messages = Array.from({ length: 500 }, (_, number) => ({
      ...first,
      contactId: `message-${number}`,
      at: moment('2026-12-15T09:00:00Z'),
    }));
    const state = replay(messages, caseOf(received('2026-12-14T09:00:00Z')));
    expect(state).toMatchObject({ unread: { count: 500 }, eventCount: 501 });
    expect(size(state)).toBeLessThan(2_000);
  });
});
