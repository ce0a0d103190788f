import { expect, test } from 'vitest';
import { abandonedAfter } from '../../../functions/domain/policy/evidence.ts';
import { answersKept } from '../../../functions/domain/policy/the-door.ts';
import { keptUntil } from '../../../functions/web/complaint/in-hand.ts';
import { moment } from '../../support/case-story.ts';

test('answers are kept for days again with every page, but never until their files are deleted', () => {
  const answers = { keptForDays: true, openedAt: moment('2026-12-01T09:00:00Z') } as const;
  expect(keptUntil(answers, moment('2026-12-10T09:00:00Z'))).toBe(moment('2026-12-17T09:00:00Z'));
  expect(keptUntil(answers, moment('2026-12-20T09:00:00Z'))).toBe(moment('2026-12-22T09:00:00Z'));
  expect(keptUntil({ openedAt: answers.openedAt }, moment('2026-12-22T08:30:00Z'))).toBe(moment('2026-12-22T09:00:00Z'));
  expect(answersKept.longestDays).toBeLessThan(abandonedAfter.days);
});
