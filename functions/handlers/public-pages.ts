import { luton } from '../../council/luton.ts';
import { createFormTokens } from '../adapters/identity/form-tokens.ts';
import { createSealedCookie } from '../adapters/identity/sealed-cookie.ts';
import { sentNote } from '../web/complaint/sent-note.ts';
import { publicRoutes } from '../web/public-routes.ts';
import { environmentOf } from './frame/environment.ts';
import { intake } from './frame/intake.ts';
import { onRequest } from './frame/on-request.ts';
import { once } from './frame/once.ts';
import { secretsAtFirstUse } from './frame/secrets.ts';
import { policy, worldAt } from './frame/world.ts';

const environment = environmentOf('public-pages');
const world = worldAt(environment.PUBLIC_URL);
const secrets = secretsAtFirstUse(environment.SECRET_ARN);
const sealing = { keys: () => secrets.keysFor('form-tokens'), clock: world.now, secure: environment.PUBLIC_URL.startsWith('https:') };
const sentNotes = createSealedCookie({ ...sealing, name: 'sent', schema: sentNote, seconds: 30 * 60 });

// Whoever comes reads and writes long before anything is sent: S3, the table and the triage are loaded for the first complaint that is.
const originals = once(async () => (await import('../adapters/originals/connect.ts')).connectOriginals(environment.ORIGINALS_BUCKET));
const contacts = intake(environment, secrets);

const routes = publicRoutes({
  council: luton,
  policy,
  keepOriginal: async (key, body, contentType) => (await originals()).keep(key, body, contentType),
  takeIn: async (contact) => {
    const [deps, { takeIn }] = await Promise.all([contacts(), import('../app/take-in.ts')]);
    return takeIn(deps, contact);
  },
  newToken: world.newId,
  formTokens: createFormTokens(sealing),
  sentNotes,
});

/** The resident's pages. */
export const handler = onRequest(routes, 'public', environment.PUBLIC_URL);
