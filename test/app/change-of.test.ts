import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { changeOf, queueEntryOf } from '../../functions/app/change-of.ts';
import type { World } from '../../functions/app/world.ts';
import { londonDateOf, writtenDate } from '../../functions/domain/calendar/local-date.ts';
import { isOver } from '../../functions/domain/cases/over.ts';
import { deadlinesOf } from '../../functions/domain/deadlines/deadlines-of.ts';
import { casesOf, queueNames } from '../../functions/domain/desk/queues.ts';
import { walks } from '../domain/cases/case-walk.ts';
import { accepted, asha, at, caseOf, moment, received, rules, spoke, trained } from '../support/case-story.ts';

const now = moment('2026-12-18T09:00:00Z');
const world: World = { rules, council: luton, publicUrl: 'https://complaints.example', now: () => now, newId: () => 'id', log: () => {} };

function answer(definition: string) {
  const acknowledgement = {
    on: writtenDate('2026-12-15'),
    due: writtenDate('2026-12-21'),
    definition,
    outcomesSought: '',
    noticeId: '0004-acknowledgement',
  };
  const state = caseOf(
    received('2026-12-14T09:00:00Z'),
    at('2026-12-15T09:00:00Z', accepted),
    at('2026-12-15T10:00:00Z', { type: 'allocated', allocation: { service: 'waste', officer: asha, on: writtenDate('2026-12-15') } }),
    at('2026-12-15T11:00:00Z', { type: 'acknowledged', acknowledgement }, spoke('2026-12-16')),
  );
  const respond = {
    type: 'respond',
    decision: 'We were wrong.',
    answers: [{ outcome: 'upheld', reasons: 'The log shows it.' }],
    affectedOthers: 'Nobody.',
  } as const;
  return changeOf(world, { version: 1, state }, respond, { commandId: 'answer', by: asha, at: now, staff: trained });
}

test('D27: in every life, a case stands in a queue or has a date that is watched, until it is closed and over', async () => {
  const team = { subject: 'somebody', name: 'Somebody', roles: ['complaints-team'] } as const;
  let notAccepted = 0;
  await fc.assert(
    fc.property(walks('2027-01-01', '2027-06-30', ['decline', 'approve', 'hand-over', 'confirm-hand-over', 'signpost']), ({ steps }) => {
      for (const { after, at: asked } of steps) {
        if (!after || isOver(after)) continue;
        const entry = queueEntryOf(after, deadlinesOf(after, rules));
        if (after.stage === 'another-route' && after.way === 'decline') notAccepted += 1;
        if (entry?.nextDue) continue;
        const queues = queueNames.filter((queue) => queue !== 'all' && queue !== 'service' && queue !== 'harm');
        const readers = [team, ...(entry?.officerSubject ? [{ subject: entry.officerSubject, name: '' }] : [])];
        const stands = readers.some((reader) =>
          queues.some((queue) => casesOf(entry ? [entry] : [], { queue }, reader, londonDateOf(asked)).length > 0),
        );
        expect({ stage: after.stage, stands }).toEqual({ stage: after.stage, stands: true });
      }
    }),
    { numRuns: 40 },
  );
  expect(notAccepted).toBeGreaterThan(0);
});

test('D33: a letter that lacks something it must say keeps everything from happening, and the officer reads what it is', () => {
  expect(answer(' ')).toEqual({ refused: 'The letter cannot leave. It does not say what we understand the complaint to be.' });
  expect(answer('The bin was missed.')).toMatchObject({ notices: [{ kind: 'response' }] });
});
