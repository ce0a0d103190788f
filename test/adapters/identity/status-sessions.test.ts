import { expect, test } from 'vitest';
import { createStatusSessions } from '../../../functions/adapters/identity/status-sessions.ts';
import { addMinutes } from '../../../functions/domain/calendar/local-date.ts';
import { statusSession } from '../../../functions/domain/policy/status-page.ts';
import { moment, reference } from '../../support/case-story.ts';

// The session of one case's status page, in the browser alone.

const session = { reference, notice: 'status-link-1' };

function sessions() {
  let now = moment('2026-12-18T09:00:00Z');
  const keys = async () => ({ current: new Uint8Array(32).fill(7) });
  return {
    ...createStatusSessions({ keys, clock: () => now, secure: true }),
    later: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
  };
}

const pair = (cookie: string) => cookie.split(';').slice(0, 1);

test('is over half an hour after the last page, and says neither name nor case to whoever reads the cookie', async () => {
  const { begin, open, later } = sessions();
  const cookie = await begin(session);
  expect(cookie).toMatch(/^__Host-status=.*HttpOnly; SameSite=Lax; Secure$/);
  expect(cookie).not.toContain(reference);
  later(statusSession.idleMinutes - 1);
  const opened = await open(pair(cookie));
  expect(opened?.session).toEqual(session);
  later(2);
  expect(await open(pair(cookie))).toBeUndefined();
  expect((await open(pair(opened?.renewal ?? '')))?.session).toEqual(session);
});

test('is over after some hours, however often a page is opened', async () => {
  const { begin, open, later } = sessions();
  let cookie = await begin(session);
  for (let minutes = 0; minutes < statusSession.longestMinutes - 20; minutes += 20) {
    later(20);
    cookie = (await open(pair(cookie)))?.renewal ?? '';
    expect(cookie).not.toBe('');
  }
  later(20);
  expect(await open(pair(cookie))).toBeUndefined();
});

test('says until when it stays open: half an hour from now, never past its end, and may be kept open ten times and more (WCAG 2.2.1)', async () => {
  const { begin, open, later } = sessions();
  let cookie = await begin(session);
  expect((await open(pair(cookie)))?.until).toBe('2026-12-18T09:30:00.000Z');
  for (let times = 0; times < 11; times += 1) {
    later(statusSession.idleMinutes - 1);
    cookie = (await open(pair(cookie)))?.renewal ?? '';
  }
  later(statusSession.idleMinutes - 1);
  expect((await open(pair(cookie)))?.until).toBe('2026-12-18T15:00:00.000Z');
});
