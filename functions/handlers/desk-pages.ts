import { luton } from '../../council/luton.ts';
import { createSessions } from '../adapters/identity/sessions.ts';
import { createSignIn } from '../adapters/identity/sign-in.ts';
import { countSuggestions } from '../app/count-suggestions.ts';
import { listAutomatic, listQueue } from '../app/list-queue.ts';
import { showCase } from '../app/show-case.ts';
import { deskRoutes } from '../web/desk-routes.ts';
import { paths } from '../web/paths.ts';
import { environmentOf } from './frame/environment.ts';
import { intake } from './frame/intake.ts';
import { onRequest } from './frame/on-request.ts';
import { once } from './frame/once.ts';
import { secretsAtFirstUse } from './frame/secrets.ts';
import { policy, worldAt } from './frame/world.ts';

const environment = environmentOf('desk-pages');
const world = worldAt(environment.PUBLIC_URL);
const secrets = secretsAtFirstUse(environment.SECRET_ARN);
const sealing = { keys: () => secrets.keysFor('sessions'), clock: world.now, secure: environment.PUBLIC_URL.startsWith('https:') };
const deps = intake(environment, secrets);
// Opening a case from a held contact needs the whole triage, and no other page does.
const held = () => import('../app/held-contacts.ts');
const holidays = () => import('../app/bank-holidays.ts');
const wording = () => import('../app/wording.ts');
// A held e-mail may hold a call: its audio becomes a recording.
const bucket = once(async () => {
  const [{ connectOriginals }, { connectRecordings }] = await Promise.all([
    import('../adapters/originals/connect.ts'),
    import('../adapters/recordings/connect.ts'),
  ]);
  return { originals: connectOriginals(environment.ORIGINALS_BUCKET), recordings: connectRecordings(environment.ORIGINALS_BUCKET) };
});
// S3 and its signatures are for recorded calls alone.
const recordings = once(async () => (await import('../adapters/recordings/links.ts')).connectRecordingLinks(environment.ORIGINALS_BUCKET));

const routes = deskRoutes({
  council: luton,
  policy,
  log: world.log,
  sessions: createSessions(sealing),
  signIn: createSignIn({
    ...sealing,
    issuer: environment.SIGN_IN_ISSUER,
    clientId: environment.SIGN_IN_CLIENT_ID,
    redirectUri: `${environment.PUBLIC_URL}${paths.signedIn}`,
  }),
  newToken: world.newId,
  listQueue: async () => listQueue(await deps()),
  findContact: async (key) => (await deps()).store.findContact(key),
  listAutomatic: async () => listAutomatic(await deps()),
  moveContact: async (request) => (await import('../app/move-contact.ts')).moveContact(await deps(), request),
  showCase: async (reference) => showCase(await deps(), reference),
  runCommand: async (request) => (await import('../app/run-command.ts')).runCommand(await deps(), request),
  countSuggestions: async (months) => countSuggestions(await deps(), months),
  lessons: async () => (await deps()).store.lessons(),
  bankHolidays: async () => (await holidays()).listBankHolidays(await deps()),
  proposeBankHoliday: async (by, proposal) => (await holidays()).proposeBankHoliday(await deps(), by, proposal),
  judgeBankHoliday: async (by, date, verdict) => (await holidays()).judgeBankHoliday(await deps(), by, date, verdict),
  wording: async () => (await wording()).showWording(await deps()),
  changeWording: async (by, request) => (await wording()).changeWording(await deps(), by, request),
  staff: async () => (await deps()).store.staff(),
  rememberOfficer: async (officer, roles) => (await deps()).store.rememberOfficer(officer, roles),
  staffEntry: async (subject) => (await deps()).store.staffEntry(subject),
  recordStaff: async (by, change) => (await import('../app/record-staff.ts')).recordStaff(await deps(), by, change),
  recordingLink: async (id) => {
    const known = await (await deps()).store.findContact({ channel: 'voicemail', id });
    return known && (await recordings()).linkTo(known.contact.original);
  },
  recordingsOrigin: async () => (await recordings()).origin(),
  releaseHeld: async (key, by, heardWords) => (await held()).releaseHeld({ ...(await deps()), ...(await bucket()) }, key, by, heardWords),
  holdAutomatic: async (key, by) => (await held()).holdAutomatic(await deps(), key, by),
  setAsideHeld: async (key, by, reason) => (await held()).setAsideHeld(await deps(), key, by, reason),
});

/** The officers' pages. */
export const handler = onRequest(routes, 'desk', environment.PUBLIC_URL);
