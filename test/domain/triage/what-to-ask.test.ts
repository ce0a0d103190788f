import { expect, test } from 'vitest';
import type { Suggestion } from '../../../functions/domain/triage/suggestion.ts';
import { whatToAsk } from '../../../functions/domain/triage/what-to-ask.ts';
import { suggestsStageOne } from '../../support/case-story.ts';

const asked = (changes: Partial<Suggestion>) => whatToAsk({ ...suggestsStageOne, sure: false, ...changes });

test('nothing is asked where triage is sure', () => {
  expect(asked({ sure: true, also: ['school'] })).toEqual([]);
});

test('each route that stands beside another has the question that tells them apart', () => {
  expect(asked({ primary: 'stage-one', also: ['school'] })).toEqual(['Who did it: the school, or the council?']);
  expect(asked({ primary: 'stage-two', also: ['stage-one'] })).toEqual([
    'Have they had our answer to a complaint, and are they not satisfied with it?',
  ]);
});

test('a complaint that nothing else stands beside may still be a first request', () => {
  expect(asked({})).toEqual(['Have they told us of it before, and what did we do then?']);
});

test('another language comes first, and three questions are enough', () => {
  const questions = asked({ otherLanguage: true, primary: 'other', also: ['school', 'feedback', 'employment'] });
  expect(questions).toHaveLength(3);
  expect(questions[0]).toContain('interpreter');
});
