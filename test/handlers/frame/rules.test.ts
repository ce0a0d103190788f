import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Addition } from '../../../functions/domain/calendar/working-days.ts';
import type { Wording } from '../../../functions/domain/notices/wording/open-pieces.ts';
import { underTheRules } from '../../../functions/handlers/frame/rules.ts';
import { date } from '../../adapters/table/examples.ts';
import { moment } from '../../support/case-story.ts';

// A function reads the list of bank holidays when it first runs, and again once a minute has gone by (ADR 12).

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-12-18T09:00:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

function aFunction() {
  const list: Addition[] = [];
  let reads = 0;
  let broken = false;
  let wording: Wording = {};
  const inForce = async () => {
    reads += 1;
    if (broken) throw new Error('no answer');
    return { additions: [...list], wording, rota: [] };
  };
  const known = underTheRules({ store: { inForce } });
  return {
    approve: (on: string) => list.push({ date: date(on), name: 'Proclaimed', number: list.length + 1, at: moment('2026-12-18T09:00:00Z') }),
    reads: () => reads,
    breaks: (is: boolean) => {
      broken = is;
    },
    reword: (words: string) => {
      wording = { 'news-opening': words };
    },
    words: async () => (await known()).wording['news-opening'],
    holidays: async () => (await known()).rules.calendar.additions?.map((addition) => addition.date) ?? [],
  };
}

test('a day that was approved counts a minute later at most, and the list is not read for every run', async () => {
  const { approve, holidays, reads } = aFunction();
  expect(await holidays()).toEqual([]);
  approve('2026-12-22');
  expect([await holidays(), reads()]).toEqual([[], 1]);
  vi.setSystemTime(new Date('2026-12-18T09:01:00Z'));
  expect([await holidays(), reads()]).toEqual([['2026-12-22'], 2]);
});

test('wording that was changed stands in letters a minute later at most', async () => {
  const { reword, words } = aFunction();
  expect(await words()).toBeUndefined();
  reword('You asked for news.');
  expect(await words()).toBeUndefined();
  vi.setSystemTime(new Date('2026-12-18T09:01:00Z'));
  expect(await words()).toBe('You asked for news.');
});

test('a list that cannot be read is a fault, and is read at the next run', async () => {
  const { breaks, holidays } = aFunction();
  breaks(true);
  await expect(holidays()).rejects.toThrow('no answer');
  breaks(false);
  expect(await holidays()).toEqual([]);
});
