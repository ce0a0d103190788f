import { expect, test } from 'vitest';
import { answersInHand, noAnswers } from '../../functions/contracts/answers-in-hand.ts';

test('answers that an earlier release kept are read, with nothing where it did not ask', () => {
  const now = noAnswers('token-of-these-answers', undefined);
  const { theirAddress: _, theirTelephone: __, theirEmail: ___, ...asked } = now.typed;
  const before = { v: 1, typed: { ...asked, theirName: 'Maria' }, files: [], token: now.token };
  expect(answersInHand.parse(before)).toEqual({ ...before, typed: { ...now.typed, theirName: 'Maria' } });
});
