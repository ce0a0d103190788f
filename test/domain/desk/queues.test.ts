import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import type { QueueEntry } from '../../../functions/domain/desk/queue-entry.ts';
import {
  casesOf,
  countsOf,
  firstQueueOf,
  placeAfter,
  type QueueName,
  type QueueReader,
  queueNames,
} from '../../../functions/domain/desk/queues.ts';
import { services } from '../../../functions/domain/triage/suggestion.ts';
import { asha, ben } from '../../support/case-story.ts';

// Wednesday.
const today = writtenDate('2026-12-16');

function entry(changes: Partial<QueueEntry> = {}): QueueEntry {
  return {
    reference: 'LBC-2026-000001' as Reference,
    stage: 'acknowledged',
    suggested: 'stage-one',
    flags: [],
    service: 'waste',
    receivedOn: writtenDate('2026-12-01'),
    officer: ben.name,
    officerSubject: ben.subject,
    unread: 0,
    nextDue: { kind: 'respond', on: writtenDate('2027-01-08') },
    ...changes,
  };
}

const due = (on: `${number}-${number}-${number}`) => ({ nextDue: { kind: 'respond', on: writtenDate(on) } }) as const;

/** The queues in which one case stands for somebody, all of them but the list of everything. */
function queuesOf(changes: Partial<QueueEntry>, reader: QueueReader = asha): readonly QueueName[] {
  return queueNames.filter((queue) => queue !== 'all' && casesOf([entry(changes)], { queue }, reader, today).length === 1);
}

describe('a case stands', () => {
  it.each<[string, Partial<QueueEntry>, readonly QueueName[]]>([
    ['nowhere while somebody else looks into it and nothing presses', {}, []],
    [
      'with the team and in triage until a person decides its route',
      { stage: 'received', officer: undefined, officerSubject: undefined },
      ['team', 'triage'],
    ],
    [
      'with the team and with nobody until it is given to somebody',
      { stage: 'accepted', officer: undefined, officerSubject: undefined },
      ['team', 'unassigned'],
    ],
    ['among possible harm also after its route was decided', { flags: ['safeguarding'] }, ['harm']],
    ['with whoever may approve what somebody else proposed', { proposedBy: ben.subject }, ['approval']],
    ['with whoever wrote what a second person returned', { cameBack: { to: asha.subject, by: ben.name } }, ['mine']],
    ['with the team while a message is to be placed', { question: { kind: 'same-or-new', since: today } }, ['team', 'unmatched']],
    ['with the team while a letter did not arrive', { undelivered: true }, ['team', 'undelivered']],
    ['with the team while a letter is to be posted', { toPost: true }, ['team', 'to-post']],
    ['with the team while a hand-over is not confirmed', { handOver: true }, ['team', 'hand-overs']],
    ['among call-backs, and left to whoever has it', { callBack: true }, ['call-backs']],
    ['overdue on the day after its date', due('2026-12-15'), ['overdue']],
    ['due today, which is this week', due('2026-12-16'), ['today', 'week']],
    ['due this week until Sunday', due('2026-12-20'), ['week']],
    ['no more this week on Monday', due('2026-12-21'), []],
    ['with its officer to close once it is answered and nothing is due', { stage: 'answered', nextDue: undefined }, ['to-close']],
    [
      'with the team to close once it was not accepted, or its hand-over was confirmed',
      { stage: 'another-route', way: 'decline', officer: undefined, officerSubject: undefined, nextDue: undefined },
      ['team', 'to-close'],
    ],
    ['in no queue of dates without a date', { nextDue: undefined }, []],
  ])('%s', (_, changes, queues) => {
    expect(queuesOf(changes)).toEqual(queues);
  });

  it('with its officer by their sign-in, whatever they are called', () => {
    expect(queuesOf({}, ben)).toEqual(['mine']);
    expect(queuesOf({}, { ...asha, name: ben.name })).toEqual([]);
  });

  it('with its officer by name where an earlier release stored it, until it changes', () => {
    expect(queuesOf({ officerSubject: undefined }, ben)).toEqual(['mine']);
    expect(queuesOf({ officer: undefined, officerSubject: undefined }, ben)).toEqual([]);
  });

  it('with the people of its service', () => {
    expect(queuesOf({}, { ...asha, services: ['housing', 'waste'] })).toEqual(['service']);
    expect(queuesOf({}, { ...asha, services: ['housing'] })).toEqual([]);
  });

  it('never for approval with whoever proposed it (D28)', () => {
    expect(queuesOf({ proposedBy: asha.subject })).toEqual([]);
  });
});

describe('a queue', () => {
  const entries = fc.array(
    fc.record({
      number: fc.integer({ min: 1, max: 999_999 }),
      stage: fc.constantFrom('received', 'accepted', 'acknowledged', 'answered', 'closed' as const),
      flags: fc.subarray(['urgent', 'safeguarding', 'discrimination'] as const),
      service: fc.constantFrom(...services),
      days: fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined }),
      given: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  const made = entries.map((all) =>
    all
      .map(({ number, stage, flags, service, days, given }) =>
        entry({
          reference: `LBC-2026-${String(number).padStart(6, '0')}` as Reference,
          stage,
          flags,
          service,
          officer: given ? ben.name : undefined,
          officerSubject: given ? ben.subject : undefined,
          nextDue: days === undefined ? undefined : { kind: 'respond', on: addDays(today, days) },
        }),
      )
      .toSorted((one, other) => ((one.nextDue?.on ?? '') < (other.nextDue?.on ?? '') ? -1 : 1)),
  );

  it('D5: shows undecided possible harm before everything else, both parts by what is due next, and last what only waits to be closed', async () => {
    await fc.assert(
      fc.property(made, fc.constantFrom(...queueNames), (all, queue) => {
        const shown = casesOf(all, { queue }, ben, today);
        const isHarm = (one: QueueEntry) => one.stage === 'received' && one.flags.some((flag) => flag !== 'discrimination');
        const firstOther = shown.findIndex((one) => !isHarm(one));
        const harm = firstOther === -1 ? shown : shown.slice(0, firstOther);
        expect(shown.slice(harm.length).some(isHarm)).toBe(false);
        for (const part of [harm, shown.slice(harm.length)]) {
          const dates = part.map(({ nextDue, stage }) => nextDue?.on ?? (stage === 'answered' ? 'closed next' : ''));
          expect(dates).toEqual(dates.toSorted());
        }
      }),
    );
  });

  it('has as many cases as its count says, and all together are what is open', async () => {
    await fc.assert(
      fc.property(made, (all) => {
        for (const { queue, count } of countsOf(all, ben, today)) expect(casesOf(all, { queue }, ben, today)).toHaveLength(count);
        expect(casesOf(all, { queue: 'all' }, ben, today)).toHaveLength(all.length);
      }),
    );
  });

  it('leaves nothing that is open without a queue of somebody: each case is the team’s, its officer’s, or over', async () => {
    await fc.assert(
      fc.property(made, (all) => {
        for (const one of all) {
          const seen = ['mine', 'team'].some((queue) => casesOf([one], { queue: queue as QueueName }, ben, today).length === 1);
          if (one.stage === 'received' || one.stage === 'accepted') expect(seen).toBe(true);
        }
      }),
    );
  });

  it('can be narrowed to one service', () => {
    const all = [entry({ service: 'waste' }), entry({ service: 'housing' })];
    expect(casesOf(all, { queue: 'mine', service: 'housing' }, ben, today)).toEqual([all[1]]);
  });
});

describe('going on in a queue', () => {
  const [first, second, third] = ['1', '2', '3'].map((number) => entry({ reference: `LBC-2026-00000${number}` as Reference }));
  const all = [first!, second!, third!];

  it('leads to what follows the case', () => {
    expect(placeAfter(all, 0, first!.reference)).toBe(1);
  });

  it('leads to what took its place where the case has left it', () => {
    expect(placeAfter([second!, third!], 0, first!.reference)).toBe(0);
    expect(placeAfter([second!, first!, third!], 0, first!.reference)).toBe(0);
  });

  it('ends at the end', () => {
    expect(placeAfter(all, 2, third!.reference)).toBeUndefined();
    expect(placeAfter([], 4, third!.reference)).toBeUndefined();
  });
});

describe('somebody’s day begins', () => {
  it.each([
    [['complaints-team'], 'team'],
    [['head-of-complaints', 'director'], 'team'],
    [['service-lead'], 'service'],
    [['director'], 'service'],
    [['equality-co-ordinator'], 'all'],
    [['auditor'], 'all'],
    [['investigator', 'equality-co-ordinator'], 'mine'],
    [[], 'mine'],
  ] as const)('as %j in “%s”', (roles, queue) => {
    expect(firstQueueOf({ ...asha, roles })).toBe(queue);
  });
});
