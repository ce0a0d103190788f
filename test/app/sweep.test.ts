import { expect, test } from 'vitest';
import { sweep } from '../../functions/app/sweep.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { aContact } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';
import { memoryAnswerItems } from '../support/memory-answer-items.ts';

test('letters leave before anything is cleared, and whatever fails holds up nothing else', async () => {
  const { deps, sent } = deskWorld('2026-12-18T09:00:00Z');
  await takeIn(deps, aContact('2026-12-18T09:00:00Z'));
  const answers = memoryAnswerItems();
  await answers.keep('over', { sealed: 'one', until: deps.now() });
  let sentBefore = 0;
  const over = async () => {
    sentBefore = sent.length;
    throw new Error('a fault');
  };
  const broken = { ...deps, answers, store: { ...deps.store, drafts: { ...deps.store.drafts, over } } };
  await expect(sweep(broken)).rejects.toThrow(AggregateError);
  expect(sentBefore).toBe(1);
  expect(answers.kept.size).toBe(0);
});
