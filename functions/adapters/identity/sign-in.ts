import type * as openIdClient from 'openid-client';
import * as z from 'zod/mini';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { Officer } from '../../domain/cases/actor.ts';
import { signingIn } from '../../domain/policy/cookies.ts';
import { type StaffRole, staffRoles } from '../../domain/staff/staff-member.ts';
import type { Keys } from '../secrets/secrets.ts';
import { createSealedCookie } from './sealed-cookie.ts';

export type SignInSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly keys: () => Promise<Keys>;
  readonly clock: () => Instant;
  readonly secure: boolean;
};

/** `lost`: the browser came back without what it took along (too late, or another browser). The others say what the provider's answer lacked. */
export type SignInFailure = 'lost' | 'not-granted' | 'no-name-or-email';

export type SignIn = {
  /** Where to send the browser, and the `Set-Cookie` value it must bring back. `returnTo`: a path of ours where the officer was going. */
  begin(returnTo?: string): Promise<{ location: string; cookie: string }>;
  /** `colleague`: they have no role at the desk. `url`: the full address at which the browser came back. A provider that cannot be reached is thrown. */
  finish(
    url: string,
    cookies: readonly string[],
  ): Promise<{ officer: Officer; roles: readonly StaffRole[]; colleague?: true; returnTo?: string } | { failed: SignInFailure }>;
  clear(): string;
};

const attempt = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.optional(z.string()) });

/**
 * The provider's word that somebody is one of the council's complaints officers: an app role or a group, by this name, in the `roles` claim.
 * The same claim may give the roles of the staff directory: so there is a first Head of Customer Service and Complaints (decision 31).
 */
const officerRole = 'complaints-officer';

const identity = z.object({
  sub: z.string().check(z.minLength(1), z.maxLength(255)),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  email: z.string().check(z.minLength(3), z.maxLength(254)),
  roles: z.catch(z.array(z.string()), []),
  /** Where a Cognito user pool says the same. */
  'cognito:groups': z.catch(z.array(z.string()), []),
});

/** Less than the page has: an officer is told that signing in does not work just now, not left with a gateway's time-out. */
const providerSeconds = 6;

/** Loaded by whoever signs in: nearly every page is drawn for somebody who has. */
const loadClient = () => import('openid-client');

/** OpenID Connect by authorisation code with PKCE, as a public client: there is no client secret to leak. */
export function createSignIn({ issuer, clientId, redirectUri, ...sealing }: SignInSettings): SignIn {
  const cookie = createSealedCookie({ ...sealing, name: 'sign-in', schema: attempt, seconds: signingIn.minutes * 60 });
  let discovering: Promise<openIdClient.Configuration> | undefined;

  /** Read once per environment; a failure is not kept. */
  function provider(client: typeof openIdClient): Promise<openIdClient.Configuration> {
    const url = new URL(issuer);
    const execute = url.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    discovering ??= client
      .discovery(url, clientId, undefined, client.None(), { execute, timeout: providerSeconds })
      .catch((fault: unknown) => {
        discovering = undefined;
        throw fault;
      });
    return discovering;
  }

  return {
    async begin(returnTo) {
      const client = await loadClient();
      const configuration = await provider(client);
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const location = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { location: location.href, cookie: await cookie.set({ state, nonce, verifier, returnTo }) };
    },

    async finish(url, cookies) {
      const begun = await cookie.read(cookies);
      if (!begun) return { failed: 'lost' };
      const client = await loadClient();
      const configuration = await provider(client);
      try {
        const tokens = await client.authorizationCodeGrant(configuration, new URL(url), {
          pkceCodeVerifier: begun.verifier,
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          idTokenExpected: true,
        });
        const claims = identity.safeParse(tokens.claims());
        if (!claims.success) return { failed: 'no-name-or-email' };
        const { sub, name, email } = claims.data;
        const roles = [...claims.data.roles, ...claims.data['cognito:groups']];
        // Whoever else works for the council may pass on what they were told, and nothing more (duty D1).
        if (!roles.includes(officerRole))
          return { officer: { kind: 'officer', subject: sub, name, email }, roles: [], colleague: true, returnTo: begun.returnTo };
        const given = staffRoles.filter((role) => roles.includes(role));
        return { officer: { kind: 'officer', subject: sub, name, email }, roles: given, returnTo: begun.returnTo };
      } catch (fault) {
        if (isAnswer(client, fault)) return { failed: 'not-granted' };
        throw fault;
      }
    },

    clear: cookie.clear,
  };
}

/** Said by the library of an answer that is not the one we asked for: another state or nonce, an ID token that is late or not for us. */
const wrongAnswer = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
]);

/** The provider, or whoever wrote the address, answered: it is a no, and not a fault of ours or of the network. */
function isAnswer(client: typeof openIdClient, fault: unknown): boolean {
  if (fault instanceof client.AuthorizationResponseError) return true;
  if (fault instanceof client.ResponseBodyError) return fault.status < 500;
  return fault instanceof client.ClientError && wrongAnswer.has(fault.code ?? '');
}
