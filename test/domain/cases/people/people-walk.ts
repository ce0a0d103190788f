import * as fc from 'fast-check';
import { addDays, type Instant, londonDateOf, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { CaseState } from '../../../../functions/domain/cases/case.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import {
  answeredParties,
  authorityBases,
  letterFormats,
  type Party,
  representativeKinds,
} from '../../../../functions/domain/cases/people/people.ts';
import type { OfficerCommand } from '../../../../functions/domain/cases/possible.ts';
import type { WayToReach } from '../../../../functions/domain/intake/contact.ts';
import type { StaffMember } from '../../../../functions/domain/staff/staff-member.ts';

// What random lives do about the people of a case, and about discrimination.

export const coordinator: StaffMember = {
  kind: 'officer',
  subject: 'officer-erin',
  name: 'Erin Example',
  email: 'erin@council.example',
  roles: ['equality-co-ordinator'],
};

const day = fc.constantFrom(writtenDate('2018-01-02'), writtenDate('2026-12-20'), writtenDate('2030-01-01'));
const party: fc.Arbitrary<Party> = fc.record({
  name: fc.constantFrom(undefined, 'Rosa Example', 'Dana Fox'),
  email: fc.constantFrom(undefined, 'rosa@resident.example', 'dana@advice.example'),
  address: fc.constantFrom(undefined, '8 Nunnery Lane, Luton'),
  reachBy: fc.subarray<WayToReach>(['email', 'telephone', 'post']),
});

export function wildPeople(text: fc.Arbitrary<string>): fc.Arbitrary<Command> {
  return fc.oneof(
    fc.record({
      type: fc.constant('record-representative' as const),
      representative: fc.tuple(party, fc.constantFrom(...representativeKinds)).map(([details, kind]) => ({ ...details, kind })),
      person: party,
    }),
    fc.record({
      type: fc.constant('verify-authority' as const),
      basis: fc.constantFrom(...authorityBases),
      seenOn: day,
      answerTo: fc.constantFrom(...answeredParties),
    }),
    fc.record({ type: fc.constant('refuse-authority' as const), reason: text }),
    fc.record({ type: fc.constant('correct-person' as const), person: party, inOwnRight: fc.constantFrom(undefined, true), because: text }),
    fc.record({
      type: fc.constant('record-group' as const),
      members: fc.array(
        fc.record({
          name: text,
          email: fc.constantFrom(undefined, 'ken@resident.example', 'ken'),
          address: fc.constantFrom(undefined, '9 Nunnery Lane, Luton'),
        }),
        { maxLength: 2 },
      ),
    }),
    fc.record({ type: fc.constant('record-bereavement' as const), deceased: text, complainantDied: fc.constantFrom(undefined, true) }),
    fc.record({
      type: fc.constant('record-adjustments' as const),
      format: fc.constantFrom(...letterFormats),
      words: text,
      reviewOn: fc.option(day, { nil: undefined }),
      language: fc.constantFrom(undefined, 'pl'),
    }),
    fc.record({ type: fc.constant('raise-discrimination' as const), because: text }),
    fc.record({ type: fc.constant('record-consultation' as const), advice: text, serious: fc.constantFrom(undefined, true) }),
    fc.record({ type: fc.constant('rule-out-discrimination' as const), because: text }),
    fc.record({ type: fc.constant('record-discrimination-reported' as const), how: text }),
  );
}

/** These are possible in every life at every time: one in five of them is enough. */
export const seldom: readonly OfficerCommand[] = [
  'record-representative',
  'correct-person',
  'record-group',
  'record-bereavement',
  'record-adjustments',
  'raise-discrimination',
];

/** A command of that type with which nothing is wrong on that day; undefined for the types of others. */
export function wellFormedPeople(type: OfficerCommand, state: CaseState, now: Instant): Command | undefined {
  const today = londonDateOf(now);
  const odd = state.eventCount % 2 === 1;
  switch (type) {
    case 'record-representative':
      return {
        type,
        representative: {
          name: `Dana Fox ${state.eventCount}`,
          kind: odd ? 'mp' : 'advice',
          email: 'dana@advice.example',
          reachBy: ['email'],
        },
        person: { name: 'Rosa Example', address: '8 Nunnery Lane, Luton', reachBy: odd ? ['post'] : [] },
      };
    case 'verify-authority':
      return { type, basis: 'signed-authority', seenOn: today, answerTo: odd ? 'representative' : 'person' };
    case 'refuse-authority':
      return { type, reason: 'It is not signed.' };
    case 'correct-person':
      return {
        type,
        person: { name: `Rosa Example ${state.eventCount}`, email: 'rosa@resident.example', reachBy: ['email'] },
        because: 'She rang.',
      };
    case 'record-group':
      return {
        type,
        members: [
          { name: `A neighbour, ${state.eventCount}` },
          { name: 'Ken Obi', ...(odd ? { email: 'ken@resident.example' } : { address: '9 Nunnery Lane, Luton' }) },
        ],
      };
    case 'record-bereavement':
      return { type, deceased: `Her mother, ${state.eventCount}` };
    case 'record-adjustments':
      return { type, format: odd ? 'large-print' : 'standard', words: `Message ${state.eventCount}.`, reviewOn: addDays(today, 30) };
    case 'raise-discrimination':
      return { type, because: 'She was told to learn English first.' };
    case 'record-consultation':
      return { type, advice: 'Compare how others were dealt with.', ...(odd && { serious: true as const }) };
    case 'rule-out-discrimination':
      return { type, because: 'They wrote about the colour of a bin.' };
    case 'record-discrimination-reported':
      return { type, how: 'By telephone.' };
    default:
      return undefined;
  }
}
