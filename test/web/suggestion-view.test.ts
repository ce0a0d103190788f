import { expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { suggestionView } from '../../functions/web/desk/suggestion-view.ts';
import { suggestsStageOne } from '../support/case-story.ts';

test.each([
  [0.99, 'About 1 in 100 suggestions like this one are wrong: the service is sure of it.'],
  [0.98, 'About 2 in 100 suggestions like this one are wrong: the service is sure of it.'],
  [0.9, 'About 10 in 100 suggestions like this one are wrong.'],
])('a suggestion that is right in %s of all is called sure only where hardly any is wrong', (confidence, words) => {
  expect(suggestionView(luton, { ...suggestsStageOne, confidence, sure: true }, undefined).certainty).toBe(words);
});
