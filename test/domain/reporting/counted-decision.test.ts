import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { replay } from '../../../functions/domain/cases/evolve.ts';
import { countedDecision } from '../../../functions/domain/reporting/counted-decision.ts';
import { accepted, at, caseOf, received, suggestsStageOne } from '../../support/case-story.ts';
import { walks } from '../cases/case-walk.ts';

const suggestion = { ...suggestsStageOne, primary: 'service-request', also: ['stage-one'], sure: false } as const;
// Half past eleven at night by UTC: in London it is already May.
const opened = received('2026-04-30T23:30:00Z', suggestion);

const recorded: EventData = {
  type: 'service-request-recorded',
  service: 'waste',
  promisedBy: caseOf(opened).receivedOn,
  whatWeWillDo: 'Empty it.',
  suggested: 'service-request',
};
const elsewhere: EventData = {
  type: 'sent-another-way',
  route: 'not-the-council',
  reasons: 'It is the water company’s.',
  whatToDoInstead: 'Ask them.',
  suggested: 'service-request',
};

/** What the last of these events counts. */
function countedOf(...events: readonly (readonly CaseEvent[])[]) {
  const all = events.flat();
  const last = all.at(-1);
  return last && countedDecision(replay(all.slice(0, -1)), last);
}

describe('a person’s decision about the route', () => {
  test('counts what was suggested and what was decided, in the London month of the receipt, and says nothing of anybody', () => {
    expect(countedOf(opened, at('2026-06-01T09:00:00Z', accepted))).toEqual({
      receivedIn: '2026-05',
      suggested: 'service-request',
      also: ['stage-one'],
      sure: false,
      needsPerson: false,
      decided: 'stage-one',
      decidedOn: '2026-06-01',
    });
  });

  test.each([
    ['a service request', recorded, 'service-request'],
    ['another route', elsewhere, 'not-the-council'],
  ])('counts as %s', (_, event, decided) => {
    expect(countedOf(opened, at('2026-05-01T09:00:00Z', event))).toMatchObject({ decided });
  });

  test('that is put right counts again, as it was put right', () => {
    const first = at('2026-05-01T09:00:00Z', recorded);
    expect(countedOf(opened, first, at('2026-06-02T09:00:00Z', accepted))).toMatchObject({ receivedIn: '2026-05', decided: 'stage-one' });
    expect(countedOf(opened, at('2026-05-01T09:00:00Z', accepted), at('2026-05-02T09:00:00Z', elsewhere))).toMatchObject({
      decided: 'not-the-council',
    });
  });
});

test('a complaint about what we did since is not a word against the suggestion', () => {
  const first = at('2026-05-01T09:00:00Z', recorded);
  const complaint = at('2026-05-20T09:00:00Z', { ...accepted, expressedOn: caseOf(opened, first).receivedOn } as EventData);
  expect(countedOf(opened, first, complaint)).toBeUndefined();
  const later = at('2026-05-20T09:00:00Z', { ...accepted, expressedOn: caseOf(received('2026-05-19T09:00:00Z')).receivedOn } as EventData);
  expect(countedOf(opened, first, later, at('2026-05-21T09:00:00Z', elsewhere))).toBeUndefined();
});

test('however a case goes, it counts in one month, by what was suggested when it came, and only where a person decided a route', () => {
  fc.assert(
    fc.property(walks(), ({ steps }) => {
      const counted = steps.flatMap(({ before, decision, by }) =>
        ('events' in decision ? decision.events : []).flatMap((event) => {
          const one = countedDecision(before, event);
          return one ? [{ one, by, before }] : [];
        }),
      );
      expect(new Set(counted.map(({ one }) => `${one.receivedIn} ${one.suggested}`)).size).toBeLessThan(2);
      for (const { by, one, before } of counted) {
        expect(by.kind).toBe('officer');
        expect(one.suggested).toBe(before?.suggestion.primary);
      }
    }),
    { numRuns: 60 },
  );
});
