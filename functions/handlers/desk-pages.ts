import { luton } from '../../council/luton.ts';
import { createSessions } from '../adapters/identity/sessions.ts';
import { createSignIn } from '../adapters/identity/sign-in.ts';
import { countReleases } from '../app/count-releases.ts';
import { countSuggestions } from '../app/count-suggestions.ts';
import { atTheDesk } from '../app/desk-authority.ts';
import { clearDraft, findDraft, keepDraft, settleDraft } from '../app/drafts.ts';
import { listAutomatic, listQueue, listWorkloads, nextInQueue } from '../app/list-queue.ts';
import { showCase } from '../app/show-case.ts';
import { createDeskRender } from '../web/desk-render.ts';
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
const frontDesk = () => import('../app/front-desk.ts');
const logging = () => import('../app/log-contact.ts');
const holidays = () => import('../app/bank-holidays.ts');
const wording = () => import('../app/wording.ts');
const rota = () => import('../app/rota.ts');
// A held e-mail may hold a call: its audio becomes a recording.
const bucket = once(async () => {
  const [{ connectOriginals }, { connectRecordings }] = await Promise.all([
    import('../adapters/originals/connect.ts'),
    import('../adapters/recordings/connect.ts'),
  ]);
  return { originals: connectOriginals(environment.ORIGINALS_BUCKET), recordings: connectRecordings(environment.ORIGINALS_BUCKET) };
});
// S3 and its signatures are for recorded calls and files alone.
const recordings = once(async () => (await import('../adapters/recordings/links.ts')).connectRecordingLinks(environment.ORIGINALS_BUCKET));
const documents = once(async () => (await import('../adapters/originals/links.ts')).connectDocumentLinks(environment.ORIGINALS_BUCKET));

const words = once(async () => {
  const [{ connectWordIndex }, keys] = await Promise.all([import('../adapters/table/connect.ts'), secrets.keysFor('search-words')]);
  return connectWordIndex(environment.TABLE_NAME, keys);
});

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
  listQueue: async (by, asked) => listQueue(await deps(), by, asked),
  nextInQueue: async (by, from) => nextInQueue(await deps(), by, from),
  searchCases: async (by, typed) => {
    const [known, { searchCases }, index] = await Promise.all([deps(), import('../app/search-cases.ts'), words()]);
    return searchCases({ ...known, words: index }, by, typed);
  },
  findContact: async (by, key) => (await import('../app/find-contact.ts')).findOutsideCases(await deps(), by, key),
  listAutomatic: async (by) => listAutomatic(await deps(), by),
  moveContact: async (request) => (await import('../app/move-contact.ts')).moveContact(await deps(), request),
  showCase: async (reference, by, staff) => showCase(await deps(), reference, by, staff),
  whoLooked: async (reference, by) => (await import('../app/who-looked.ts')).whoLooked(await deps(), reference, by),
  whoReadMessage: async (key, by) => (await import('../app/who-looked.ts')).whoReadMessage(await deps(), key, by),
  atTheDesk: async (by) => atTheDesk(await deps(), by),
  knownAlready: async (by, contact) => (await import('../app/known-already.ts')).knownAlready(await deps(), by, contact),
  mergeCases: async (request) => (await import('../app/merge-cases.ts')).mergeCases(await deps(), request),
  casesToReallocate: async (by, whose) => (await import('../app/reallocate.ts')).casesToReallocate(await deps(), by, whose),
  reallocate: async (by, asked) => (await import('../app/reallocate.ts')).reallocate(await deps(), by, asked),
  frontDesk: async (by) => (await frontDesk()).showFrontDesk(await deps(), by),
  recordSignpost: async (by, signpost) => (await frontDesk()).recordSignpost(await deps(), by, signpost),
  askForCopy: async (by, asked) => (await frontDesk()).askForCopy(await deps(), by, asked),
  recordCopyPosted: async (by, id, on) => (await frontDesk()).recordCopyPosted(await deps(), by, id, on),
  logContact: async (by, toLog) => (await logging()).logContact({ ...(await deps()), ...(await bucket()) }, by, toLog),
  passOn: async (by, toLog) => (await logging()).passOn({ ...(await deps()), ...(await bucket()) }, by, toLog),
  runCommand: async (request) => (await import('../app/run-command.ts')).runCommand(await deps(), request),
  takeBack: async (request) => (await import('../app/take-back.ts')).takeBack(await deps(), request),
  proposedLetter: async (shown) => (await import('../app/preview-letter.ts')).proposedLetter(await deps(), shown),
  previewLetter: async (request) => (await import('../app/preview-letter.ts')).previewLetter(await deps(), request),
  drafts: {
    find: async (form, events) => findDraft(await deps(), form, events),
    keep: async (form, fields, keeping) => keepDraft(await deps(), form, fields, keeping),
    clear: async (form) => clearDraft(await deps(), form),
    settle: async (form, fields, sentAs) => settleDraft(await deps(), form, fields, sentAs),
  },
  readWordLetter: async (file) => (await import('../adapters/word/read-word-letter.ts')).readWordLetter(file),
  countSuggestions: async (by, months) => countSuggestions(await deps(), by, months),
  countReleases: async (by, months) => countReleases(await deps(), by, months),
  lessons: async (by) => (await import('../app/list-lessons.ts')).listLessons(await deps(), by),
  bankHolidays: async () => (await holidays()).listBankHolidays(await deps()),
  proposeBankHoliday: async (by, proposal) => (await holidays()).proposeBankHoliday(await deps(), by, proposal),
  judgeBankHoliday: async (by, date, verdict) => (await holidays()).judgeBankHoliday(await deps(), by, date, verdict),
  wording: async () => (await wording()).showWording(await deps()),
  changeWording: async (by, request) => (await wording()).changeWording(await deps(), by, request),
  rota: async (by) => (await rota()).showRota(await deps(), by),
  changeRota: async (by, request) => (await rota()).changeRota(await deps(), by, request),
  chooseMail: async (by, off) => (await import('../app/choose-mail.ts')).chooseMail(await deps(), by, off),
  staff: async () => (await deps()).store.staff(),
  rememberOfficer: async (officer, roles) => (await deps()).store.rememberOfficer(officer, roles),
  staffEntry: async (by, subject) => (await import('../app/staff-entry.ts')).staffEntry(await deps(), by, subject),
  recordOwnAbsence: async (by, change) => (await import('../app/record-own-absence.ts')).recordOwnAbsence(await deps(), by, change),
  listWorkloads: async (by) => listWorkloads(await deps(), by),
  recordStaff: async (by, change) => (await import('../app/record-staff.ts')).recordStaff(await deps(), by, change),
  recordingLink: async (id, by) => {
    const found = await (await import('../app/play-recording.ts')).recordingFor(await deps(), id, by);
    return found && 'original' in found ? { link: await (await recordings()).linkTo(found.original) } : found;
  },
  documentLink: async (asked, by) => {
    const file = await (await import('../app/open-document.ts')).documentFor(await deps(), asked, by);
    return file && (await documents()).linkTo(file);
  },
  recordingsOrigin: async () => (await recordings()).origin(),
  releaseHeld: async (key, by, heardWords) => (await held()).releaseHeld({ ...(await deps()), ...(await bucket()) }, key, by, heardWords),
  holdAutomatic: async (key, by) => (await held()).holdAutomatic(await deps(), key, by),
  setAsideHeld: async (key, by, reason) => (await held()).setAsideHeld(await deps(), key, by, reason),
});

/** The officers' pages. */
export const handler = onRequest(routes, environment.PUBLIC_URL, createDeskRender(luton));
