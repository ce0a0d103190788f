import { describe, expect, test } from 'vitest';
import { stories } from '../../demo/stories/stories.ts';
import { daysIn } from '../../demo/story.ts';

const words = JSON.stringify(stories);

describe('the stories of the fortnight', () => {
  test('are of invented people: hosts that cannot exist, and telephone numbers that nobody has', () => {
    const hosts = [...words.matchAll(/[\w.+-]+@([\w.-]+\w)/g)].map(([, host]) => host);
    expect(hosts.length).toBeGreaterThan(20);
    expect(hosts.filter((host) => !host?.endsWith('.example'))).toEqual([]);
    const numbers = [...words.matchAll(/\b0\d{3,4} ?\d{6}\b/g)].map(([number]) => number);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.filter((number) => !/^(01632 960\d{3}|07700 900\d{3})$/.test(number))).toEqual([]);
  });

  test('come by every channel, and nothing happens in one before it began or out of order', () => {
    expect(new Set(stories.map(({ arrives }) => arrives.by))).toEqual(new Set(['form', 'email', 'call', 'desk', 'colleague']));
    for (const { on, steps = [] } of stories) {
      const days = [on, ...steps.map((step) => step.on)].map(daysIn);
      expect(days).toEqual(days.toSorted((one, other) => one - other));
    }
  });
});
