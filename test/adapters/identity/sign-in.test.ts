import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSignIn, type SignInSettings } from '../../../functions/adapters/identity/sign-in.ts';
import { type Instant, instantOf } from '../../../functions/domain/calendar/local-date.ts';

// A real OpenID provider on loopback, without pages: it signs in whoever `next` says.
let server: Server;
let issuer: string;
let next: { sub: string; claims: Record<string, string | string[]> } | 'refuses';
const redirectUri = 'http://127.0.0.1:9/desk/signed-in';

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'desk', token_endpoint_auth_method: 'none', redirect_uris: [redirectUri], application_type: 'native' }],
    claims: { openid: ['sub'], profile: ['name', 'roles', 'cognito:groups'], email: ['email'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/interaction' },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...(next === 'refuses' ? {} : next.claims) }) }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId: 'desk', accountId: context.oidc.session!.accountId! });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  server.on('request', async (request, response) => {
    if (request.url !== '/interaction') return callback(request, response);
    const answer = next === 'refuses' ? { error: 'access_denied' } : { login: { accountId: next.sub }, consent: {} };
    await provider.interactionFinished(request, response, answer);
  });
});

afterAll(() => void server.close());

const keys = async () => ({ current: new Uint8Array(32).fill(1) });
const now = () => instantOf(new Date());
const signIn = (changes: Partial<SignInSettings> = {}) =>
  createSignIn({ issuer, clientId: 'desk', redirectUri, keys, clock: now, secure: false, ...changes });
const sent = (setCookie: string) => [setCookie.split(';')[0]!];

/** Follows the provider's redirects with its cookies until it sends the browser back to us. */
async function browse(location: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = location;
  for (let steps = 0; steps < 10 && !url.startsWith(redirectUri); steps += 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name, ...value] = cookie.split(';')[0]!.split('=');
      jar.set(name!, value.join('='));
    }
    url = new URL(answer.headers.get('location') ?? expect.fail(`the provider answered ${answer.status}`), url).href;
  }
  return url;
}

const roles = ['complaints-officer', 'director', 'another-system-admin'];
const amina = { sub: 'amina', claims: { name: 'Amina Yusuf', email: 'amina.yusuf@luton.example', roles } };

describe('signing in', () => {
  test('leads to the officer by their subject, with the roles of the directory that the provider gives', async () => {
    next = amina;
    const desk = signIn();
    const { location, cookie } = await desk.begin();
    const asked = new URL(location).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', redirect_uri: redirectUri });
    expect(asked.get('state')).toBeTruthy();
    expect(asked.get('nonce')).toBeTruthy();
    expect(await desk.finish(await browse(location), sent(cookie))).toEqual({
      officer: { kind: 'officer', subject: 'amina', name: 'Amina Yusuf', email: 'amina.yusuf@luton.example' },
      roles: ['director'],
    });
  });

  test('a user pool says the same by its groups', async () => {
    const { roles: given, ...claims } = amina.claims;
    next = { sub: 'amina', claims: { ...claims, 'cognito:groups': given } };
    const desk = signIn();
    const { location, cookie } = await desk.begin();
    expect(await desk.finish(await browse(location), sent(cookie))).toMatchObject({ officer: { subject: 'amina' }, roles: ['director'] });
  });

  test('a code works once', async () => {
    next = amina;
    const desk = signIn();
    const { location, cookie } = await desk.begin();
    const back = await browse(location);
    await desk.finish(back, sent(cookie));
    expect(await desk.finish(back, sent(cookie))).toEqual({ failed: 'not-granted' });
  });

  test("an answer meant for another browser's attempt is refused", async () => {
    next = amina;
    const desk = signIn();
    const [one, other] = [await desk.begin(), await desk.begin()];
    expect(await desk.finish(await browse(one.location), sent(other.cookie))).toEqual({ failed: 'not-granted' });
  });

  test('without the cookie, or too late, the attempt is lost', async () => {
    next = amina;
    const { location, cookie } = await signIn().begin();
    const back = await browse(location);
    const later = (): Instant => instantOf(new Date(Date.now() + 16 * 60_000));
    expect(await signIn().finish(back, [])).toEqual({ failed: 'lost' });
    expect(await signIn({ clock: later }).finish(back, sent(cookie))).toEqual({ failed: 'lost' });
  });

  test('a person whom the provider turns away is told so', async () => {
    next = 'refuses';
    const desk = signIn();
    const { location, cookie } = await desk.begin();
    expect(await desk.finish(await browse(location), sent(cookie))).toEqual({ failed: 'not-granted' });
  });

  test('an account without an e-mail address cannot be an officer', async () => {
    next = { sub: 'nobody', claims: { name: 'No Mail' } };
    const desk = signIn();
    const { location, cookie } = await desk.begin();
    expect(await desk.finish(await browse(location), sent(cookie))).toEqual({ failed: 'no-name-or-email' });
  });

  test('somebody whom the council knows but has not made a complaints officer may only pass on what they were told', async () => {
    next = { sub: 'tom', claims: { ...amina.claims, roles: ['librarian'] } };
    const desk = signIn();
    const { location, cookie } = await desk.begin();
    expect(await desk.finish(await browse(location), sent(cookie))).toMatchObject({
      officer: { subject: 'tom' },
      roles: [],
      colleague: true,
    });
  });

  test('a provider that cannot be reached is a fault, and is asked again', async () => {
    const unreachable = signIn({ issuer: 'http://127.0.0.1:9' });
    await expect(unreachable.begin()).rejects.toThrow();
    await expect(unreachable.begin()).rejects.toThrow();
  });

  test('an https issuer is never asked over plain http', async () => {
    await expect(signIn({ issuer: issuer.replace('http:', 'https:') }).begin()).rejects.toThrow();
  });
});
