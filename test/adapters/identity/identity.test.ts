import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createFormTokens } from '../../../functions/adapters/identity/form-tokens.ts';
import { createPersonKey } from '../../../functions/adapters/identity/person-keys.ts';
import { createSealedCookie } from '../../../functions/adapters/identity/sealed-cookie.ts';
import { createSessions } from '../../../functions/adapters/identity/sessions.ts';
import { addMinutes, type Instant, instant } from '../../../functions/domain/calendar/local-date.ts';
import type { Officer } from '../../../functions/domain/cases/actor.ts';

const officer: Officer = { kind: 'officer', subject: 'sub-1', name: 'Amina Yusuf', email: 'amina.yusuf@luton.example' };
const key = (byte: number) => new Uint8Array(32).fill(byte);
const keys = async () => ({ current: key(1) });
const start = instant('2026-12-18T09:00:00Z')!;

/** What a browser sends back of a `Set-Cookie` value. */
const sent = (setCookie: string) => [setCookie.split(';')[0]!];

function clockFrom(begin: Instant) {
  let now = begin;
  return { clock: () => now, pass: (minutes: number) => (now = addMinutes(now, minutes)) };
}

describe('a session', () => {
  test('gives back the officer and the token of their forms', async () => {
    const sessions = createSessions({ keys, clock: () => start, secure: true });
    const cookie = await sessions.seal(officer);
    const session = await sessions.open(['other=1', ...sent(cookie)]);
    expect(session).toMatchObject({ officer, renewal: undefined });
    expect(session?.csrf).toMatch(/^[\w-]{24}$/);
  });

  test('is kept from scripts, other sites and plain HTTP, and says nothing', async () => {
    const cookie = await createSessions({ keys, clock: () => start, secure: true }).seal(officer);
    expect(cookie).toMatch(/^__Host-officer=[\w.-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/);
    expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toContain('amina');
    expect(await createSessions({ keys, clock: () => start, secure: false }).seal(officer)).toMatch(
      /^officer=[\w.-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax$/,
    );
  });

  test('sleeps after an hour without a request, and is kept awake by requests', async () => {
    const { clock, pass } = clockFrom(start);
    const sessions = createSessions({ keys, clock, secure: true });
    const first = await sessions.seal(officer);
    pass(59);
    const { renewal, csrf } = (await sessions.open(sent(first)))!;
    expect(renewal).toBeDefined();
    pass(59);
    expect(await sessions.open(sent(first))).toBeUndefined();
    expect(await sessions.open(sent(renewal!))).toMatchObject({ officer, csrf });
  });

  test('ends after eight hours however busy it is', async () => {
    const { clock, pass } = clockFrom(start);
    const sessions = createSessions({ keys, clock, secure: true });
    let cookie = await sessions.seal(officer);
    for (let minutes = 50; minutes < 480; minutes += 50) {
      pass(50);
      cookie = (await sessions.open(sent(cookie)))?.renewal ?? cookie;
      expect(await sessions.open(sent(cookie))).toBeDefined();
    }
    pass(30);
    expect(await sessions.open(sent(cookie))).toBeUndefined();
  });

  test('survives one rotation of the secret and not two', async () => {
    const at = { clock: () => start, secure: true };
    const cookie = await createSessions({ ...at, keys }).seal(officer);
    expect(await createSessions({ ...at, keys: async () => ({ current: key(2), previous: key(1) }) }).open(sent(cookie))).toMatchObject({
      officer,
    });
    expect(await createSessions({ ...at, keys: async () => ({ current: key(3), previous: key(2) }) }).open(sent(cookie))).toBeUndefined();
  });

  test('cannot be made or changed by anybody else, and nothing a browser sends is a fault', async () => {
    const sessions = createSessions({ keys, clock: () => start, secure: true });
    const [cookie] = sent(await sessions.seal(officer));
    await fc.assert(
      // All but the last letter, whose lowest bits base64 does not use.
      fc.asyncProperty(fc.nat(cookie!.length - 2), fc.stringMatching(/^[\w.-]{0,3}$/), async (at, other) => {
        const changed = cookie!.slice(0, at) + other + cookie!.slice(at + 1);
        fc.pre(changed !== cookie);
        expect(await sessions.open([changed])).toBeUndefined();
      }),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string()), async (cookies) => {
        expect(await sessions.open(cookies)).toBeUndefined();
      }),
    );
  });

  test('signing out takes the cookie away', () => {
    expect(createSessions({ keys, clock: () => start, secure: true }).clear()).toMatch(/^__Host-officer=; Path=\/; Max-Age=0;/);
  });
});

describe('a sealed cookie', () => {
  const settings = { keys, clock: () => start, secure: false, schema: z.object({ reference: z.string() }), seconds: 60 };

  test('is never taken for one of another name, even with the same key', async () => {
    const one = createSealedCookie({ ...settings, name: 'one' });
    const other = createSealedCookie({ ...settings, name: 'other' });
    const token = (await one.set({ reference: 'LBC-2026-004217' })).replace(/^one=/, '');
    expect(await one.read([`one=${token.split(';')[0]}`])).toEqual({ reference: 'LBC-2026-004217' });
    expect(await other.read([`other=${token.split(';')[0]}`])).toBeUndefined();
  });

  test("of yesterday's shape is as good as none", async () => {
    const old = createSealedCookie({ ...settings, name: 'sent', schema: z.object({ ref: z.string() }) });
    expect(await createSealedCookie({ ...settings, name: 'sent' }).read(sent(await old.set({ ref: 'x' })))).toBeUndefined();
  });
});

describe('form tokens', () => {
  const tokens = createFormTokens({ keys, secure: true });

  test('a token belongs to the browser it was given to', async () => {
    const [one, other] = [await tokens.issue([]), await tokens.issue([])];
    expect(one.cookie).toMatch(/^__Host-form=[\w-]{24}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/);
    expect(await tokens.check(sent(one.cookie!), one.token)).toBe(true);
    expect(await tokens.check(sent(one.cookie!), other.token)).toBe(false);
    expect(await tokens.check([], one.token)).toBe(false);
  });

  test('a browser with two forms open keeps one cookie', async () => {
    const first = await tokens.issue([]);
    const second = await tokens.issue(sent(first.cookie!));
    expect(second).toEqual({ token: first.token });
  });

  test('a cookie that another site planted gets a fresh one', async () => {
    const issued = await tokens.issue(['__Host-form=<script>']);
    expect(issued.cookie).toBeDefined();
    expect(await tokens.check(['__Host-form=<script>'], issued.token)).toBe(false);
  });
});

describe('person keys', () => {
  const personKey = createPersonKey({ current: key(1) });

  test('name a person the same way each time, without saying who, and never two alike', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.emailAddress(), (one, other) => {
        expect(personKey('email', one)).toBe(personKey('email', one));
        expect(personKey('email', one)).toMatch(/^[0-9a-f]{64}$/);
        expect(personKey('email', one)).not.toBe(personKey('telephone', one));
        expect(personKey('email', one) === personKey('email', other)).toBe(one === other);
      }),
    );
  });
});
