import { luton } from '../../council/luton.ts';
import { createChosenLanguage } from '../adapters/identity/chosen-language.ts';
import { createFormTokens } from '../adapters/identity/form-tokens.ts';
import { createKeptAnswers } from '../adapters/identity/kept-answers.ts';
import { linkTokens } from '../adapters/identity/link-tokens.ts';
import { createOpeningStamps } from '../adapters/identity/opening-stamps.ts';
import { answersInHand } from '../contracts/answers-in-hand.ts';
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

// Whoever comes reads long before they write, and writes long before anything is sent: the table is loaded for the first answer that is kept, S3 and
// the triage for the first complaint.
const answerItems = once(async () => (await import('../adapters/table/answers.ts')).connectAnswers(environment.TABLE_NAME));
const door = once(async () => {
  const [keys, { connectDoorCounts }] = await Promise.all([secrets.keysFor('person-keys'), import('../adapters/table/at-the-door.ts')]);
  return connectDoorCounts(environment.TABLE_NAME, keys);
});
const originals = once(async () => (await import('../adapters/originals/connect.ts')).connectOriginals(environment.ORIGINALS_BUCKET));
const contacts = intake(environment, secrets);

// S3's signatures and the reader of first bytes: for whoever comes to the page of photos and documents.
const uploads = once(async () => (await import('../adapters/files/uploads.ts')).connectUploads(environment.ORIGINALS_BUCKET));

const routes = publicRoutes({
  council: luton,
  policy,
  log: world.log,
  send: async (complaint) => {
    const [deps, { sendComplaint }, kept, counts] = await Promise.all([
      contacts(),
      import('../app/send-complaint.ts'),
      originals(),
      door(),
    ]);
    return sendComplaint({ ...deps, originals: kept, door: counts }, complaint);
  },
  // The press on "Send" that follows needs the triage anyway.
  advise: async (answers, at) => (await import('../app/advise.ts')).advise(answers, at),
  openAnswerLink: async (token) => {
    const [deps, { openAnswerLink }] = await Promise.all([contacts(), import('../app/answer-by-link.ts')]);
    return openAnswerLink({ ...deps, linkTokens }, token);
  },
  answerByLink: async (token, answer) => {
    const [deps, { answerByLink }] = await Promise.all([contacts(), import('../app/answer-by-link.ts')]);
    return answerByLink({ ...deps, linkTokens }, token, answer);
  },
  newToken: world.newId,
  formTokens: createFormTokens(sealing),
  openings: createOpeningStamps(sealing),
  language: createChosenLanguage(sealing),
  uploads: {
    open: async (token, onTo) => (await uploads()).open(token, onTo),
    find: async (token, key) => (await uploads()).find(token, key),
  },
  answers: createKeptAnswers({ of: 'form', items: answerItems, clock: world.now, secure: sealing.secure, schema: answersInHand }),
});

/** The resident's pages, and the one on which somebody without an account answers what we asked them. */
export const handler = onRequest(routes, environment.PUBLIC_URL);
