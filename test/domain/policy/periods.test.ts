import { describe, expect, it } from 'vitest';
import { luton202410, type Period } from '../../../functions/domain/policy/periods.ts';

describe('the policy of October 2024', () => {
  it('has the working days that it publishes', () => {
    const days = ({ acknowledge, respond, extend }: Record<'acknowledge' | 'respond' | 'extend', Period>) =>
      [acknowledge, respond, extend].map(({ workingDays }) => workingDays);
    expect(days(luton202410.stageOne)).toEqual([5, 10, 10]);
    expect(days(luton202410.stageTwo)).toEqual([5, 20, 20]);
  });

  it('is the version that cases are opened under', () => {
    expect(luton202410.version).toBe('luton-2024-10');
  });
});
