import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Adapter, type AdapterPayload, Provider } from 'oidc-provider';
import { listen } from './listen.ts';
import { page } from './page.ts';
import { escapeXml } from './services/xml.ts';

// Runs as a process of its own, started by sign-in.ts: port, then the address of the service.
// It trusts what the council's sign-in would not: whoever presses an officer's button is that officer, without a password or a second factor.
const [port = '0', publicUrl = ''] = process.argv.slice(2);

/** Invented people, one of each role at least. `given`: what the council's sign-in gives beside the desk's own role; without it, not even that. */
const officers: readonly { sub: string; name: string; role: string; given?: readonly string[] }[] = [
  { sub: 'amina.yusuf', name: 'Amina Yusuf', role: 'Complaints team', given: ['complaints-team'] },
  { sub: 'tom.ferris', name: 'Tom Ferris', role: 'Complaints team', given: ['complaints-team'] },
  { sub: 'grace.okoro', name: 'Grace Okoro', role: 'Head of Customer Service and Complaints', given: ['head-of-complaints'] },
  { sub: 'daniel.price', name: 'Daniel Price', role: 'Investigating officer, waste', given: [] },
  { sub: 'ruth.adeyemi', name: 'Ruth Adeyemi', role: 'Investigating officer, housing', given: [] },
  { sub: 'helen.marsh', name: 'Helen Marsh', role: 'Service Director', given: ['director'] },
  { sub: 'imran.shah', name: 'Imran Shah', role: 'Equality co-ordinator', given: ['equality-co-ordinator'] },
  { sub: 'maria.silva', name: 'Maria Silva', role: 'Service lead, waste', given: ['service-lead'] },
  { sub: 'owen.hughes', name: 'Owen Hughes', role: 'Monitoring officer', given: ['monitoring-officer'] },
  { sub: 'nadia.karim', name: 'Nadia Karim', role: 'Complaints manager, children’s social care', given: ['complaints-manager-children'] },
  { sub: 'colin.dunn', name: 'Colin Dunn', role: 'Complaints manager, adults’ social care', given: ['complaints-manager-adults'] },
  { sub: 'aisha.khan', name: 'Aisha Khan', role: 'Auditor', given: ['auditor'] },
  { sub: 'peter.novak', name: 'Peter Novak', role: 'Administrator', given: ['administrator'] },
  { sub: 'joe.bennett', name: 'Joe Bennett', role: 'Works in the library, without a role at the desk' },
];

const listening = await listen(
  (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
      response.end(didNotWork(error instanceof Error ? error.message : String(error)));
    });
  },
  Number(port),
  ['127.0.0.1', '::1'],
  // The process that started this one says so.
).catch(() => process.exit(1));

const kept = new Map<string, AdapterPayload>();
/** What the provider remembers, by kind and id: nobody needs to stay signed in over a restart. */
function inMemory(model: string): Adapter {
  const find = (id: string) => {
    const found = kept.get(`${model} ${id}`);
    return (found?.exp ?? 0) * 1000 > Date.now() ? found : undefined;
  };
  return {
    find: async (id) => find(id),
    findByUid: async (uid) => [...kept].find(([key, one]) => key.startsWith(`${model} `) && one.uid === uid)?.[1],
    findByUserCode: async () => undefined,
    upsert: async (id, payload) => void kept.set(`${model} ${id}`, payload),
    consume: async (id) => void Object.assign(find(id) ?? {}, { consumed: Math.floor(Date.now() / 1000) }),
    destroy: async (id) => void kept.delete(`${model} ${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, one] of kept) if (one.grantId === grantId) kept.delete(key);
    },
  };
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const provider = new Provider(`http://localhost:${listening.port}`, {
  clients: [
    {
      client_id: 'complaints-desk',
      token_endpoint_auth_method: 'none',
      redirect_uris: [`${publicUrl}/desk/signed-in`],
      post_logout_redirect_uris: [`${publicUrl}/desk`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'local', use: 'sig', alg: 'RS256' }] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  claims: { openid: ['sub'], profile: ['name', 'roles'], email: ['email'] },
  // The desk reads name and e-mail from the ID token and asks for nothing more.
  conformIdTokenClaims: false,
  adapter: inMemory,
  clientBasedCORS: () => false,
  renderError: (context, { error, error_description: why }) => {
    context.type = 'html';
    context.body = didNotWork([error, why].filter(Boolean).join(': '));
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: async (context, form) => {
        context.body = page('Sign out', `${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`);
      },
    },
  },
  interactions: { url: (_context, interaction) => `/officers/${interaction.uid}` },
  findAccount: (_context, subject) => {
    const officer = officers.find(({ sub }) => sub === subject);
    if (!officer) return undefined;
    const { sub, name, given } = officer;
    const claims = { sub, name, email: `${sub}@luton.example`, roles: given ? ['complaints-officer', ...given] : [] };
    return { accountId: subject, claims: async () => claims };
  },
  // There is nothing to consent to: the council's desk is the only client.
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client?.clientId, accountId: context.oidc.session?.accountId });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
  ttl: { AccessToken: 3600, AuthorizationCode: 60, Grant: 28_800, IdToken: 3600, Interaction: 3600, Session: 28_800 },
});
const answer = provider.callback();

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!request.url?.startsWith('/officers/')) return answer(request, response);
  await provider.interactionDetails(request, response);
  const chosen = request.method === 'POST' ? new URLSearchParams(await text(request)).get('officer') : null;
  const officer = officers.find(({ sub }) => sub === chosen);
  if (officer) return provider.interactionFinished(request, response, { login: { accountId: officer.sub } });
  const buttons = officers.map(
    ({ sub, name, role }) => `<li><button name="officer" value="${escapeXml(sub)}">${escapeXml(name)}</button> ${escapeXml(role)}</li>`,
  );
  const body = `<p>This is the stand-in for the council’s sign-in on this machine. There are no passwords.</p><form method="post"><ul>${buttons.join('')}</ul></form>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(page('Who is signing in?', body));
}

function didNotWork(why: string): string {
  return page('Sign-in did not work', `<p>Go back to the desk and sign in again.</p><p>${escapeXml(why)}</p>`);
}

process.send?.('ready');
