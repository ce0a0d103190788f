import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { createClock } from '../../local/clock.ts';
import { mustBeFree } from '../../local/listen.ts';
import { startSignIn } from '../../local/sign-in.ts';

const publicUrl = 'http://localhost:3999';
const verifier = 'a-verifier-that-is-long-enough-to-be-accepted-by-the-provider';
const stops: (() => unknown)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function start() {
  const clock = createClock({ startAt: new Date('2027-03-01T09:00:00Z') });
  const port = await mustBeFree(0);
  const signIn = await startSignIn({ port, publicUrl, clock });
  stops.push(signIn.stop);
  const issuer = `http://localhost:${port}`;
  const jar = new Map<string, string>();
  /** As a browser: keeps cookies, follows redirects until they leave the provider. */
  const visit = async (url: string, form?: Record<string, string>): Promise<{ url: string; page: string }> => {
    if (!url.startsWith(issuer)) return { url, page: '' };
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    return location === null ? { url, page: await response.text() } : visit(new URL(location, url).href);
  };
  return { clock, issuer, visit };
}

const authorization = (issuer: string) =>
  `${issuer}/auth?${new URLSearchParams({
    client_id: 'complaints-desk',
    response_type: 'code',
    scope: 'openid profile email',
    redirect_uri: `${publicUrl}/desk/signed-in`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'st',
    nonce: 'no',
  })}`;

async function exchange(issuer: string, code: string, code_verifier = verifier) {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: 'complaints-desk',
    redirect_uri: `${publicUrl}/desk/signed-in`,
    code,
    code_verifier,
  });
  return fetch(`${issuer}/token`, { method: 'POST', body });
}

test('tells when it has ended, so that npm start can end too', async () => {
  const signIn = await startSignIn({
    port: await mustBeFree(0),
    publicUrl,
    clock: createClock({ startAt: new Date('2027-03-01T09:00:00Z') }),
  });
  signIn.stop();
  expect(await signIn.ended).toBeUndefined();
});

const claimsIn = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8'));

describe('the sign-in provider', () => {
  test('signs in the officer whose button is pressed, by the clock of the stack', async () => {
    const { clock, issuer, visit } = await start();
    const choice = await visit(authorization(issuer));
    expect(choice.page).toContain('Who is signing in?');
    expect(choice.page.match(/<button[^>]*>[^<]+/g)).toHaveLength(14);

    const back = new URL((await visit(choice.url, { officer: 'daniel.price' })).url);
    expect(back.href).toContain(`${publicUrl}/desk/signed-in?`);
    expect(back.searchParams.get('state')).toBe('st');

    const answer = await exchange(issuer, back.searchParams.get('code')!);
    const claims = claimsIn(((await answer.json()) as { id_token: string }).id_token);
    expect(claims).toMatchObject({
      iss: issuer,
      sub: 'daniel.price',
      name: 'Daniel Price',
      email: 'daniel.price@luton.example',
      nonce: 'no',
      roles: ['complaints-officer'],
    });
    expect(Math.abs(claims.iat * 1000 - clock.now().getTime())).toBeLessThan(10_000);
  });

  test('follows the clock when it is moved, and gives the roles of the staff directory that an officer has', async () => {
    const { clock, issuer, visit } = await start();
    await clock.set(new Date('2027-06-01T09:00:00Z'));
    const back = await visit((await visit(authorization(issuer))).url, { officer: 'amina.yusuf' });
    const answer = await exchange(issuer, new URL(back.url).searchParams.get('code')!);
    const { iat, roles } = claimsIn(((await answer.json()) as { id_token: string }).id_token);
    expect(new Date(iat * 1000).toISOString().slice(0, 10)).toBe('2027-06-01');
    expect(roles).toEqual(['complaints-officer', 'complaints-team']);
  });

  test('refuses a wrong verifier and an unknown officer', async () => {
    const { issuer, visit } = await start();
    const choice = await visit(authorization(issuer));
    expect((await visit(choice.url, { officer: 'nobody' })).page).toContain('Who is signing in?');
    const back = await visit(choice.url, { officer: 'amina.yusuf' });
    expect((await exchange(issuer, new URL(back.url).searchParams.get('code')!, 'x'.repeat(50))).status).toBe(400);
  });

  test('says in one sentence that its port is taken', async () => {
    const { issuer } = await start();
    const again = startSignIn({ port: Number(new URL(issuer).port), publicUrl, clock: createClock() });
    await expect(again).rejects.toThrow('another program may have it.');
  });
});
