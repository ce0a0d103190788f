import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';
import { listen } from './listen.ts';
import { officers } from './officers.ts';
import { escapeXml } from './services/xml.ts';

// Runs as a process of its own, started by sign-in.ts: port, then the address of the service.
const [port = '0', publicUrl = ''] = process.argv.slice(2);

const listening = await listen(
  (request, response) => {
    handle(request, response).catch((error: unknown) => {
      const why = escapeXml(error instanceof Error ? error.message : String(error));
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page('Sign-in did not work', `<p>Go back to the desk and sign in again.</p><p>${why}</p>`));
    });
  },
  Number(port),
  ['127.0.0.1', '::1'],
);

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
  claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
  // The desk reads name and e-mail from the ID token and asks for nothing more.
  conformIdTokenClaims: false,
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
    return officer && { accountId: subject, claims: async () => ({ sub: officer.sub, name: officer.name, email: officer.email }) };
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
  if (!request.url?.startsWith('/officers/')) {
    await answer(request, response);
    return;
  }
  await provider.interactionDetails(request, response);
  if (request.method === 'POST') {
    const chosen = new URLSearchParams(await text(request)).get('officer');
    const officer = officers.find(({ sub }) => sub === chosen);
    if (officer) {
      await provider.interactionFinished(request, response, { login: { accountId: officer.sub } });
      return;
    }
  }
  const buttons = officers.map(
    ({ sub, name, role }) => `<li><button name="officer" value="${escapeXml(sub)}">${escapeXml(name)}</button> ${escapeXml(role)}</li>`,
  );
  const body = `<p>This is the stand-in for the council’s sign-in on this machine. There are no passwords.</p><form method="post"><ul>${buttons.join('')}</ul></form>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(page('Who is signing in?', body));
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 1.1875rem/1.5 Arial, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #0b0c0c; background: #fff }
ul { list-style: none; padding: 0 } li { margin: 0 0 1rem }
button { font: inherit; font-weight: bold; color: #fff; background: #00603a; border: 0; padding: .6rem 1rem; min-height: 2.75rem; cursor: pointer }
button:focus { outline: 3px solid #0b0c0c; outline-offset: 2px; background: #ffdd00; color: #0b0c0c }
</style>
</head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>`;
}

process.send?.({ listening: listening.port });
