import { luton } from '../../council/luton.ts';
import { createSessions } from '../adapters/identity/sessions.ts';
import { createSignIn } from '../adapters/identity/sign-in.ts';
import { connectSecrets } from '../adapters/secrets/connect.ts';
import { connectStore } from '../adapters/table/connect.ts';
import { releaseHeld, setAsideHeld } from '../app/held-contacts.ts';
import { listQueue } from '../app/list-queue.ts';
import { runCommand } from '../app/run-command.ts';
import { showCase } from '../app/show-case.ts';
import { deskRoutes } from '../web/desk-routes.ts';
import { paths } from '../web/paths.ts';
import { environmentOf } from './frame/environment.ts';
import { onRequest } from './frame/on-request.ts';
import { once } from './frame/once.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('desk-pages');
const world = worldAt(environment.PUBLIC_URL);
const secrets = connectSecrets(environment.SECRET_ARN);
const sealing = { keys: () => secrets.keysFor('sessions'), clock: world.now, secure: environment.PUBLIC_URL.startsWith('https:') };
const deps = once(async () => ({ ...world, store: connectStore(environment.TABLE_NAME, await secrets.keysFor('person-keys')) }));

const routes = deskRoutes({
  council: luton,
  policy: world.rules.policy,
  sessions: createSessions(sealing),
  signIn: createSignIn({
    ...sealing,
    issuer: environment.SIGN_IN_ISSUER,
    clientId: environment.SIGN_IN_CLIENT_ID,
    redirectUri: `${environment.PUBLIC_URL}${paths.signedIn}`,
  }),
  newToken: world.newId,
  listQueue: async () => listQueue(await deps()),
  showCase: async (reference) => showCase(await deps(), reference),
  runCommand: async (request) => runCommand(await deps(), request),
  staff: async () => (await deps()).store.staff(),
  rememberOfficer: async (officer) => (await deps()).store.rememberOfficer(officer),
  releaseHeld: async (key, by) => releaseHeld(await deps(), key, by),
  setAsideHeld: async (key, by, reason) => setAsideHeld(await deps(), key, by, reason),
});

/** The officers' pages. */
export const handler = onRequest(routes, 'desk', environment.PUBLIC_URL);
