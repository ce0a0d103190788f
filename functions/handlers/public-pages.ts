import { luton } from '../../council/luton.ts';
import { createFormTokens } from '../adapters/identity/form-tokens.ts';
import { createSealedCookie } from '../adapters/identity/sealed-cookie.ts';
import { createReplyAddresses } from '../adapters/mail/reply-addresses.ts';
import { connectOriginals } from '../adapters/originals/connect.ts';
import { connectSecrets } from '../adapters/secrets/connect.ts';
import { connectStore } from '../adapters/table/connect.ts';
import { takeIn } from '../app/take-in.ts';
import { sentNote } from '../web/complaint/sent-note.ts';
import { publicRoutes } from '../web/public-routes.ts';
import { environmentOf } from './frame/environment.ts';
import { onRequest } from './frame/on-request.ts';
import { once } from './frame/once.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('public-pages');
const world = worldAt(environment.PUBLIC_URL);
const secrets = connectSecrets(environment.SECRET_ARN);
const originals = connectOriginals(environment.ORIGINALS_BUCKET);
const sealing = { keys: () => secrets.keysFor('form-tokens'), clock: world.now, secure: environment.PUBLIC_URL.startsWith('https:') };
const sentNotes = createSealedCookie({ ...sealing, name: 'sent', schema: sentNote, seconds: 30 * 60 });

const intake = once(async () => ({
  ...world,
  store: connectStore(environment.TABLE_NAME, await secrets.keysFor('person-keys')),
  replyAddresses: createReplyAddresses(await secrets.keysFor('reply-addresses'), environment.MAIL_DOMAIN),
}));

const routes = publicRoutes({
  council: luton,
  policy: world.rules.policy,
  takeIn: async (contact) => takeIn(await intake(), contact),
  keepOriginal: originals.keep,
  newToken: world.newId,
  formTokens: createFormTokens(sealing),
  sentNotes,
});

/** The resident's pages. */
export const handler = onRequest(routes, 'public', environment.PUBLIC_URL);
