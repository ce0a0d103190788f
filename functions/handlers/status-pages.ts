import { luton } from '../../council/luton.ts';
import { createChosenLanguage } from '../adapters/identity/chosen-language.ts';
import { createFormTokens } from '../adapters/identity/form-tokens.ts';
import { linkTokens } from '../adapters/identity/link-tokens.ts';
import { createStatusSessions } from '../adapters/identity/status-sessions.ts';
import { statusRoutes } from '../web/status-routes.ts';
import { environmentOf } from './frame/environment.ts';
import { intake } from './frame/intake.ts';
import { onRequest } from './frame/on-request.ts';
import { once } from './frame/once.ts';
import { secretsAtFirstUse } from './frame/secrets.ts';
import { policy, worldAt } from './frame/world.ts';

const environment = environmentOf('status-pages');
const world = worldAt(environment.PUBLIC_URL);
const secrets = secretsAtFirstUse(environment.SECRET_ARN);
const sealing = { keys: () => secrets.keysFor('form-tokens'), clock: world.now, secure: environment.PUBLIC_URL.startsWith('https:') };

// The page on which somebody asks needs neither the table nor the case's own words: they come with the first that does.
const originals = once(async () => (await import('../adapters/originals/connect.ts')).connectOriginals(environment.ORIGINALS_BUCKET));
const contacts = intake(environment, secrets);
// For whoever adds something, and S3's signatures and the reader of first bytes for whoever adds photos and documents.
const additions = once(async () => {
  const [{ createKeptAnswers }, { additionInHand }] = await Promise.all([
    import('../adapters/identity/kept-answers.ts'),
    import('../contracts/addition-in-hand.ts'),
  ]);
  const items = once(async () => (await import('../adapters/table/answers.ts')).connectAnswers(environment.TABLE_NAME));
  return createKeptAnswers({ ...sealing, of: 'status-page', items, schema: additionInHand });
});
const uploads = once(async () => (await import('../adapters/files/uploads.ts')).connectUploads(environment.ORIGINALS_BUCKET));
const statusPage = () => import('../app/status-page.ts');

const routes = statusRoutes({
  council: luton,
  policy,
  askForLink: async (asking) => {
    const [deps, { askForStatusLink }, { telephoneNumber }] = await Promise.all([
      contacts(),
      statusPage(),
      import('../adapters/table/telephone-number.ts'),
    ]);
    await askForStatusLink({ ...deps, telephoneNumber: async (typed) => telephoneNumber(typed) }, asking);
  },
  openLink: async (token) => (await statusPage()).openStatusLink({ ...(await contacts()), linkTokens }, token),
  show: async (session) => (await statusPage()).showStatus(await contacts(), session),
  letter: async (session, id) => (await statusPage()).showStatusLetter(await contacts(), session, id),
  say: async (session, said) =>
    (await statusPage()).sayOnStatusPage({ ...(await contacts()), originals: await originals(), linkTokens }, session, said),
  newToken: world.newId,
  formTokens: createFormTokens(sealing),
  sessions: createStatusSessions(sealing),
  language: createChosenLanguage(sealing),
  uploads: {
    open: async (token, onTo) => (await uploads()).open(token, onTo),
    find: async (token, key) => (await uploads()).find(token, key),
  },
  additions: {
    open: async (cookies) => (await additions()).open(cookies),
    keep: async (opened, value, until) => (await additions()).keep(opened, value, until),
    clear: async (cookies) => (await additions()).clear(cookies),
  },
});

/** The pages on which somebody sees where their own complaint stands, and tells us something about it. */
export const handler = onRequest(routes, environment.PUBLIC_URL);
