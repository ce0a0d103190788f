import { describe, expect, test } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { besideTheButton } from '../../../functions/domain/intake/beside-the-button.ts';
import { suggest } from '../../../functions/domain/triage/engine.ts';
import { routes, type Suggestion, services } from '../../../functions/domain/triage/suggestion.ts';

const suggestion = (text: string, changes: Partial<Suggestion> = {}): Suggestion => ({
  ...suggest({ channel: 'web', text, receivedOn: writtenDate('2026-12-18') }),
  ...changes,
});

describe('advice beside "Send my complaint"', () => {
  test('names the team that decides it again, where triage is sure of an appeal', () => {
    const fine = suggestion(
      'I got a penalty charge notice in Market Street and I want to appeal against it. The sign was hidden by a tree.',
      {
        sure: true,
      },
    );
    expect(besideTheButton(fine).ways).toEqual([{ kind: 'penalty-charge', team: 'parking-representations' }]);
  });

  test('is silent wherever triage is not sure, whatever it suggests', () => {
    for (const primary of routes) {
      for (const service of services) {
        const unsure = suggestion('A matter.', { primary, service, sure: false, flags: [] });
        expect(besideTheButton(unsure)).toEqual({ danger: false, ways: [] });
        expect(besideTheButton({ ...unsure, sure: true, needsPerson: true }).ways).toEqual([]);
      }
    }
  });

  test('never speaks of what would put somebody off', () => {
    const spoken = routes.filter(
      (primary) => besideTheButton(suggestion('A matter.', { primary, sure: true, needsPerson: false })).ways.length > 0,
    );
    expect(spoken).toEqual(['service-request', 'school', 'councillor', 'statutory-appeal']);
  });

  test('puts danger first, sure or not', () => {
    const harm = suggestion('My mother has dementia and the carer has not come for two days. She has no food and is alone and hurt.');
    expect(besideTheButton({ ...harm, sure: false }).danger).toBe(true);
    expect(besideTheButton(suggestion('The library closed at five.')).danger).toBe(false);
  });
});
