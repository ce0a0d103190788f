import { expect, test } from 'vitest';
import type { Suggestion } from '../../functions/domain/triage/suggestion.ts';
import { ombudsmanOfEachPoint, suggestedOmbudsman } from '../../functions/web/desk/suggested-ombudsman.ts';
import { aContact, accepted, at, caseOf, received, suggestsStageOne } from '../support/case-story.ts';

const housing: Suggestion = { ...suggestsStageOne, service: 'housing', ombudsman: 'HOS' };
const when = '2026-11-02T09:00:00Z';
const broken = aContact(when, { text: 'The lift is broken.' });
const tenant = aContact(when, { text: 'I am a council tenant. The lift is broken.' });

test('the Housing Ombudsman is suggested where their words say that they rent from us, and not because triage guessed housing', () => {
  const state = caseOf(received(when, housing));
  expect(suggestedOmbudsman({ state, contacts: [tenant] })).toBe('HOS');
  expect(suggestedOmbudsman({ state, contacts: [broken] })).toBeUndefined();
});

test('of another service it is the Local Government and Social Care Ombudsman', () => {
  expect(suggestedOmbudsman({ state: caseOf(received(when)), contacts: [tenant] })).toBe('LGSCO');
});

test('what an Ombudsman sent us, and what an officer decided, is theirs', () => {
  const referred = { ...broken, referral: { ombudsman: 'HOS' as const } };
  expect(suggestedOmbudsman({ state: caseOf(received(when, housing)), contacts: [referred] })).toBe('HOS');
  const decided = caseOf(received(when, housing), at('2026-11-03T09:00:00Z', accepted));
  expect(suggestedOmbudsman({ state: decided, contacts: [tenant] })).toBe('LGSCO');
  expect(ombudsmanOfEachPoint({ state: decided })).toMatchObject({ 'ombudsman-1': 'LGSCO', 'ombudsman-12': 'LGSCO' });
  expect(ombudsmanOfEachPoint({ state: caseOf(received(when, housing)) })).toEqual({});
});
