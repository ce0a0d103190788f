import { expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { changeOf } from '../../functions/app/change-of.ts';
import type { World } from '../../functions/app/world.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
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

test('D33: a letter that lacks something it must say keeps everything from happening, and the officer reads what it is', () => {
  expect(answer(' ')).toEqual({ refused: 'The letter cannot leave. It does not say what we understand the complaint to be.' });
  expect(answer('The bin was missed.')).toMatchObject({ notices: [{ kind: 'response' }] });
});
