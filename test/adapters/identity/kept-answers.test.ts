import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createKeptAnswers } from '../../../functions/adapters/identity/kept-answers.ts';
import { createOpeningStamps } from '../../../functions/adapters/identity/opening-stamps.ts';
import { addMinutes } from '../../../functions/domain/calendar/local-date.ts';
import { moment } from '../../support/case-story.ts';
import { memoryAnswerItems } from '../../support/memory-answer-items.ts';

const start = moment('2026-12-18T09:00:00Z');
const later = (minutes: number) => addMinutes(start, minutes);

function world(secure = true) {
  let now = start;
  const items = memoryAnswerItems();
  const schema = z.object({ said: z.string() });
  const answers = createKeptAnswers({ of: 'form', items: async () => items, clock: () => now, secure, schema });
  return { items, answers, setTime: (minutes: number) => (now = later(minutes)) };
}
const pairOf = (line: string) => [line.split(';')[0] ?? ''];

describe('answers under a cookie', () => {
  test('open for the browser that has the cookie, and for no other', async () => {
    const { answers } = world();
    const line = await answers.keep(undefined, { said: 'bins' }, later(120));
    expect(line).toMatch(/^__Host-answers=[\w-]{43}; Path=\/; Max-Age=7200; HttpOnly; SameSite=Lax; Secure$/);
    expect(await answers.open(pairOf(line))).toMatchObject({ value: { said: 'bins' }, until: later(120) });
    for (const cookies of [[], ['__Host-answers='], ['__Host-answers=short'], [`__Host-answers=${'x'.repeat(43)}`]])
      expect(await answers.open(cookies)).toBeUndefined();
  });

  test('keep their cookie while they are open, and get another afterwards', async () => {
    const { answers, items } = world();
    const first = await answers.keep(undefined, { said: 'bins' }, later(120));
    const opened = await answers.open(pairOf(first));
    const second = await answers.keep(opened, { said: 'bins and noise' }, later(180));
    expect(pairOf(second)).toEqual(pairOf(first));
    expect(items.kept.size).toBe(1);
    const other = await answers.keep(undefined, { said: 'new' }, later(180));
    expect(pairOf(other)).not.toEqual(pairOf(first));
  });

  test('are over at their time, also where nobody has swept them yet', async () => {
    const { answers, setTime } = world();
    const cookies = pairOf(await answers.keep(undefined, { said: 'bins' }, later(120)));
    setTime(119);
    expect(await answers.open(cookies)).toBeDefined();
    setTime(120);
    expect(await answers.open(cookies)).toBeUndefined();
  });

  test('of a shape that this release does not know open as nothing', async () => {
    const { answers, items } = world();
    const cookies = pairOf(await answers.keep(undefined, { said: 'bins' }, later(120)));
    const changed = createKeptAnswers({
      of: 'form',
      items: async () => items,
      clock: () => start,
      secure: true,
      schema: z.object({ told: z.string() }),
    });
    expect(await changed.open(cookies)).toBeUndefined();
  });

  test('leave nothing in the table and in the browser when they are cleared', async () => {
    const { answers, items } = world(false);
    const cookies = pairOf(await answers.keep(undefined, { said: 'bins' }, later(120)));
    expect(await answers.clear(cookies)).toMatch(/^answers=; .*Max-Age=0/);
    expect(items.kept.size).toBe(0);
    expect(await answers.open(cookies)).toBeUndefined();
  });
});

describe('the stamp of a page', () => {
  const stamps = createOpeningStamps({ keys: async () => ({ current: new Uint8Array(32).fill(1) }) });

  test('says when the page was drawn, also after the secret was rotated', async () => {
    const stamp = await stamps.stamp(start);
    expect(await stamps.read(stamp)).toBe(start);
    const rotated = { current: new Uint8Array(32).fill(2), previous: new Uint8Array(32).fill(1) };
    expect(await createOpeningStamps({ keys: async () => rotated }).read(stamp)).toBe(start);
  });

  test('cannot be made by anybody else, nor moved', async () => {
    const stamp = await stamps.stamp(start);
    for (const forged of ['', 'x', stamp.replace('09:00', '08:00'), `${stamp}x`, stamp.slice(0, -2)])
      expect(await stamps.read(forged)).toBeUndefined();
  });
});
