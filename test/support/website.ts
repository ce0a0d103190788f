import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod/mini';
import type { CouncilFacts } from '../../council/facts.ts';
import { luton } from '../../council/luton.ts';
import { createChosenLanguage } from '../../functions/adapters/identity/chosen-language.ts';
import { createFormTokens } from '../../functions/adapters/identity/form-tokens.ts';
import { createKeptAnswers } from '../../functions/adapters/identity/kept-answers.ts';
import { linkTokens } from '../../functions/adapters/identity/link-tokens.ts';
import { createOpeningStamps } from '../../functions/adapters/identity/opening-stamps.ts';
import { createSessions } from '../../functions/adapters/identity/sessions.ts';
import { createStatusSessions } from '../../functions/adapters/identity/status-sessions.ts';
import { telephoneNumber } from '../../functions/adapters/table/telephone-number.ts';
import { readWordLetter } from '../../functions/adapters/word/read-word-letter.ts';
import { advise } from '../../functions/app/advise.ts';
import { answerByLink, openAnswerLink } from '../../functions/app/answer-by-link.ts';
import { judgeBankHoliday, listBankHolidays, proposeBankHoliday } from '../../functions/app/bank-holidays.ts';
import { chooseMail } from '../../functions/app/choose-mail.ts';
import { countReleases } from '../../functions/app/count-releases.ts';
import { countSuggestions } from '../../functions/app/count-suggestions.ts';
import { atTheDesk } from '../../functions/app/desk-authority.ts';
import { clearDraft, findDraft, keepDraft, settleDraft } from '../../functions/app/drafts.ts';
import { findOutsideCases } from '../../functions/app/find-contact.ts';
import { askForCopy, recordCopyPosted, recordSignpost, showFrontDesk } from '../../functions/app/front-desk.ts';
import { holdAutomatic, releaseHeld, setAsideHeld } from '../../functions/app/held-contacts.ts';
import { keepWords } from '../../functions/app/keep-words.ts';
import { knownAlready } from '../../functions/app/known-already.ts';
import { listLessons } from '../../functions/app/list-lessons.ts';
import { listAutomatic, listQueue, listWorkloads, nextInQueue } from '../../functions/app/list-queue.ts';
import { logContact, passOn } from '../../functions/app/log-contact.ts';
import { mergeCases } from '../../functions/app/merge-cases.ts';
import { moveContact } from '../../functions/app/move-contact.ts';
import { documentFor } from '../../functions/app/open-document.ts';
import { recordingFor } from '../../functions/app/play-recording.ts';
import type { CaseStore } from '../../functions/app/ports.ts';
import { previewLetter, proposedLetter } from '../../functions/app/preview-letter.ts';
import { casesToReallocate, reallocate } from '../../functions/app/reallocate.ts';
import { recordOwnAbsence } from '../../functions/app/record-own-absence.ts';
import { recordStaff } from '../../functions/app/record-staff.ts';
import { changeRota, showRota } from '../../functions/app/rota.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { searchCases } from '../../functions/app/search-cases.ts';
import { sendComplaint } from '../../functions/app/send-complaint.ts';
import { showCase } from '../../functions/app/show-case.ts';
import { staffEntry } from '../../functions/app/staff-entry.ts';
import { askForStatusLink, openStatusLink, sayOnStatusPage, showStatus, showStatusLetter } from '../../functions/app/status-page.ts';
import { takeBack } from '../../functions/app/take-back.ts';
import { whoLooked, whoReadMessage } from '../../functions/app/who-looked.ts';
import { changeWording, showWording } from '../../functions/app/wording.ts';
import type { World } from '../../functions/app/world.ts';
import { additionInHand } from '../../functions/contracts/addition-in-hand.ts';
import { answersInHand } from '../../functions/contracts/answers-in-hand.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Officer, Reference } from '../../functions/domain/cases/actor.ts';
import type { StaffRole } from '../../functions/domain/staff/staff-member.ts';
import { pack } from '../../functions/handlers/frame/packed.ts';
import { headersFor } from '../../functions/handlers/frame/security-headers.ts';
import type { DeskDeps } from '../../functions/web/desk/desk-deps.ts';
import { createDeskRender } from '../../functions/web/desk-render.ts';
import { deskRoutes } from '../../functions/web/desk-routes.ts';
import { notFound, somethingWentWrong } from '../../functions/web/errors/error-pages.ts';
import { formIn } from '../../functions/web/form-in.ts';
import type { Page, PageRequest, PageResponse } from '../../functions/web/page.ts';
import type { PublicDeps } from '../../functions/web/public-deps.ts';
import { publicRoutes } from '../../functions/web/public-routes.ts';
import { staticFile } from '../../functions/web/static-files.ts';
import type { StatusDeps } from '../../functions/web/status/status-deps.ts';
import { statusRoutes } from '../../functions/web/status-routes.ts';
import { offeredLanguages } from '../../functions/web/words/languages.ts';
import { draftIn } from '../../gallery/drafts.ts';
import { asha, ben, moment, rules } from './case-story.ts';
import { memoryAnswerItems } from './memory-answer-items.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryDoorCounts } from './memory-door-counts.ts';
import { memoryUploads, uploadPath } from './memory-uploads.ts';
import { memoryWordIndex } from './memory-word-index.ts';

/** All pages over the real use cases and a store in memory, served on this machine. */
export function createWebsite(
  changes: {
    /** Whose facts residents' pages show; Luton's where it is left out. */
    readonly council?: CouncilFacts;
    readonly now?: string;
    /** What the sign-in gives the officer who signs in; else they are of the complaints team. */
    readonly roles?: readonly StaffRole[];
    readonly publicDeps?: Partial<PublicDeps>;
    readonly deskDeps?: Partial<DeskDeps>;
    readonly store?: CaseStore;
    /** What the site serves beside its own files. */
    readonly files?: readonly {
      readonly path: string;
      readonly contentType: string;
      readonly body: string | Uint8Array;
      readonly cacheControl: string;
      readonly encoding?: 'gzip';
    }[];
  } = {},
) {
  const council = changes.council ?? luton;
  let now = moment(changes.now ?? '2026-12-18T09:00:00Z');
  let tokens = 0;
  const newId = () => `token-${String(++tokens).padStart(12, '0')}`;
  const store = changes.store ?? memoryCaseStore();
  const words = memoryWordIndex();
  const originals = new Map<string, string>();
  const world: World = {
    rules,
    council: luton,
    publicUrl: 'https://complaints.example',
    // As their drafts stand: these councils' translators are invented.
    letterCatalogues: Object.fromEntries(offeredLanguages(council).map(({ tag }) => [tag, draftIn(tag)])),
    now: () => now,
    newId,
    log: () => {},
  };
  const taking = { ...world, store, replyAddresses: { caseOf: () => undefined } };
  const answerItems = memoryAnswerItems();
  const keepOriginal = async (key: string, body: Uint8Array) => {
    if (!originals.has(key)) originals.set(key, new TextDecoder().decode(body));
  };
  const logging = { ...taking, originals: { keep: keepOriginal } };
  const keys = async () => ({ current: new Uint8Array(32).fill(7) });
  const door = memoryDoorCounts();
  const sealing = { keys, clock: () => now, secure: false };
  const sessions = createSessions(sealing);

  const bucket = memoryUploads(() => base());

  const publicDeps: PublicDeps = {
    council,
    policy: rules.policy,
    send: (complaint) => sendComplaint({ ...logging, door }, complaint),
    advise: async (answers, at) => advise(answers, at),
    openAnswerLink: (token) => openAnswerLink({ ...world, store, linkTokens }, token),
    answerByLink: (token, answer) => answerByLink({ ...world, store, linkTokens }, token, answer),
    newToken: newId,
    formTokens: createFormTokens(sealing),
    openings: createOpeningStamps(sealing),
    answers: createKeptAnswers({ ...sealing, of: 'form', items: async () => answerItems, schema: answersInHand }),
    uploads: bucket.uploads,
    language: createChosenLanguage(sealing),
    log: world.log,
    ...changes.publicDeps,
  };
  const deskDeps: DeskDeps = {
    council: luton,
    policy: rules.policy,
    log: world.log,
    sessions,
    signIn: {
      begin: async (returnTo = '') => ({ location: `/desk/signed-in?code=granted&to=${returnTo}`, cookie: 'sign-in=begun; Path=/' }),
      finish: async (url) => {
        const { searchParams } = new URL(url);
        return searchParams.has('code')
          ? { officer: asha, roles: changes.roles ?? (['complaints-team'] as const), returnTo: searchParams.get('to') || undefined }
          : { failed: 'not-granted' };
      },
      clear: () => 'sign-in=; Path=/; Max-Age=0',
    },
    newToken: newId,
    listQueue: (by, asked) => listQueue({ ...world, store }, by, asked),
    nextInQueue: (by, from) => nextInQueue({ ...world, store }, by, from),
    searchCases: (by, typed) => searchCases({ ...world, store, words }, by, typed),
    findContact: (by, key) => findOutsideCases({ ...world, store }, by, key),
    listAutomatic: (by) => listAutomatic({ ...world, store }, by),
    moveContact: (request) => moveContact({ ...world, store }, request),
    showCase: (reference, by, staff) => showCase({ ...world, store }, reference, by, staff),
    whoLooked: (reference, by) => whoLooked({ ...world, store }, reference, by),
    whoReadMessage: (key, by) => whoReadMessage({ ...world, store }, key, by),
    atTheDesk: (by) => atTheDesk({ ...world, store }, by),
    knownAlready: (by, contact) => knownAlready(logging, by, contact),
    takeBack: (request) => takeBack({ ...world, store }, request),
    proposedLetter: async (shown) => proposedLetter(world, shown),
    previewLetter: (request) => previewLetter({ ...world, store }, request),
    drafts: {
      find: (form, events) => findDraft({ ...world, store }, form, events),
      keep: (form, fields, keeping) => keepDraft({ ...world, store }, form, fields, keeping),
      clear: (form) => clearDraft({ ...world, store }, form),
      settle: (form, fields, sentAs) => settleDraft({ ...world, store }, form, fields, sentAs),
    },
    readWordLetter,
    mergeCases: (request) => mergeCases({ ...world, store }, request),
    casesToReallocate: (by, whose) => casesToReallocate({ ...world, store }, by, whose),
    reallocate: (by, asked) => reallocate({ ...world, store }, by, asked),
    frontDesk: (by) => showFrontDesk({ ...world, store }, by),
    recordSignpost: (by, signpost) => recordSignpost({ ...world, store }, by, signpost),
    askForCopy: (by, asked) => askForCopy({ ...world, store }, by, asked),
    recordCopyPosted: (by, id, on) => recordCopyPosted({ ...world, store }, by, id, on),
    logContact: (by, toLog) => logContact(logging, by, toLog),
    passOn: (by, toLog) => passOn(logging, by, toLog),
    runCommand: (request) => runCommand({ ...world, store }, request),
    countSuggestions: (by, months) => countSuggestions({ ...world, store }, by, months),
    countReleases: (by, months) => countReleases({ ...world, store }, by, months),
    lessons: (by) => listLessons({ ...world, store }, by),
    bankHolidays: () => listBankHolidays({ ...world, store }),
    proposeBankHoliday: (by, proposal) => proposeBankHoliday({ ...world, store }, by, proposal),
    judgeBankHoliday: (by, date, verdict) => judgeBankHoliday({ ...world, store }, by, date, verdict),
    wording: () => showWording({ store }),
    changeWording: (by, request) => changeWording({ ...world, store }, by, request),
    rota: (by) => showRota({ ...world, store }, by),
    changeRota: (by, request) => changeRota({ ...world, store }, by, request),
    chooseMail: (by, off) => chooseMail({ ...world, store }, by, off),
    staff: () => store.staff(),
    rememberOfficer: (officer, roles) => store.rememberOfficer(officer, roles),
    staffEntry: (by, subject) => staffEntry({ ...world, store }, by, subject),
    recordOwnAbsence: (by, change) => recordOwnAbsence({ ...world, store }, by, change),
    listWorkloads: (by) => listWorkloads({ ...world, store }, by),
    recordStaff: (by, change) => recordStaff({ ...world, store }, by, change),
    recordingLink: async (id, by) => {
      const found = await recordingFor({ ...world, store }, id, by);
      return found && 'original' in found ? { link: `https://recordings.example/${id}` } : found;
    },
    documentLink: async (asked, by) => {
      const file = await documentFor({ ...world, store }, asked, by);
      return file && `https://documents.example/${file.name}`;
    },
    recordingsOrigin: async () => 'https://recordings.example',
    releaseHeld: (key, by, heard) =>
      releaseHeld({ ...taking, originals: { read: async () => undefined }, recordings: { keep: async () => {} } }, key, by, heard),
    holdAutomatic: (key, by) => holdAutomatic(taking, key, by),
    setAsideHeld: (key, by, reason) => setAsideHeld(taking, key, by, reason),
    ...changes.deskDeps,
  };
  const statusDeps: StatusDeps = {
    council,
    policy: rules.policy,
    askForLink: (asking) => askForStatusLink({ ...world, store, telephoneNumber: async (typed) => telephoneNumber(typed) }, asking),
    openLink: (token) => openStatusLink({ ...world, store, linkTokens }, token),
    show: (session) => showStatus({ ...world, store }, session),
    letter: (session, id) => showStatusLetter({ ...world, store }, session, id),
    say: (session, said) => sayOnStatusPage({ ...logging, linkTokens }, session, said),
    newToken: newId,
    formTokens: createFormTokens(sealing),
    sessions: createStatusSessions(sealing),
    language: createChosenLanguage(sealing),
    uploads: bucket.uploads,
    additions: createKeptAnswers({ ...sealing, of: 'status-page', items: async () => answerItems, schema: additionInHand }),
  };
  const routes: Readonly<Record<string, Page>> = { ...publicRoutes(publicDeps), ...statusRoutes(statusDeps), ...deskRoutes(deskDeps) };

  /** One request, as API Gateway would route it. */
  async function answer(
    method: 'GET' | 'POST',
    url: URL,
    sent: Pick<PageRequest, 'form' | 'files'>,
    cookies: readonly string[],
  ): Promise<PageResponse> {
    const found = match(routes, method, url.pathname);
    if (!found) return notFound(createDeskRender(luton), whereIs(url.pathname));
    const { route, params, page } = found;
    return page({
      method,
      route,
      params,
      url: url.href,
      query: url.searchParams,
      ...sent,
      cookies,
      now,
      network: '192.0.2.0/24',
      incident: 'I-1',
    });
  }

  const server = createServer((request, response) => void reply(request, response));
  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', base());
    const added = changes.files?.find(({ path }) => path === url.pathname);
    if (added?.encoding) response.setHeader('content-encoding', added.encoding);
    const file = added ?? (url.pathname.startsWith('/assets/') ? staticFile(url.pathname.slice('/assets/'.length)) : undefined);
    if (file) return void response.writeHead(200, { 'content-type': file.contentType, 'cache-control': file.cacheControl }).end(file.body);
    if (url.pathname === uploadPath) return bucket.receive(request, response);
    const sent = await formIn(await buffer(request), request.headers['content-type']);
    const cookies = (request.headers.cookie ?? '').split('; ').filter(Boolean);
    try {
      const page = await answer(request.method === 'POST' ? 'POST' : 'GET', url, sent, cookies);
      response.setHeader('set-cookie', [...(page.cookies ?? [])]);
      response.setHeader('cache-control', 'no-store');
      response.setHeader('content-security-policy', headersFor(page)['content-security-policy'] ?? '');
      if ('location' in page) return void response.writeHead(303, { location: page.location }).end();
      response.writeHead(page.status, {
        'content-type': 'text/html; charset=utf-8',
        ...(page.nothingSecret && { 'content-encoding': 'gzip' }),
      });
      response.end(page.nothingSecret ? Buffer.from(pack(page.html), 'base64') : page.html);
    } catch {
      const method = request.method === 'POST' ? 'POST' : 'GET';
      const where = whereIs(url.pathname);
      const page = somethingWentWrong(createDeskRender(luton), { method, incident: 'I-1', where, path: url.pathname });
      response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8' }).end('html' in page ? page.html : '');
    }
  }
  const base = () => `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;

  return {
    store,
    originals,
    /** Files that browsers sent, by their keys. */
    uploaded: bucket.uploaded,
    /** What stands in the table of answers that were not sent. */
    answerItems,
    taking,
    /** What follows the table in the service: lets a case be found by its words. */
    keepWords: async (reference: Reference) => {
      const file = await store.loadFile(reference);
      if (file) await keepWords(words, reference, file);
    },
    /** One request of an officer who has signed in, without the way over HTTP. */
    ask: async (
      by: Officer,
      method: 'GET' | 'POST',
      path: string,
      fields: Readonly<Record<string, string>> = {},
      files?: PageRequest['files'],
    ) => {
      const [cookie = ''] = (await sessions.seal(by)).split(';');
      const session = await sessions.open([cookie]);
      const form = new URLSearchParams({ ...fields, csrf: session?.csrf ?? '' });
      return answer(method, new URL(path, 'https://complaints.example'), { form, files }, [cookie]);
    },
    base,
    /** Two officers of the complaints team have signed in before, and both are trained. */
    start: async () => {
      for (const officer of [asha, ben]) {
        await store.rememberOfficer(officer, ['complaints-team']);
        await store.recordStaff(officer.subject, { at: now, by: ben, record: { trainedOn: writtenDate('2026-03-03') } }, 0);
      }
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
    setTime: (text: string) => {
      now = moment(text);
    },
    runAs: (request: Parameters<typeof runCommand>[1]) => runCommand({ ...world, store }, request),
  };
}

/** Whose function answers there. */
const whereIs = (path: string) => (path === '/desk' || path.startsWith('/desk/') ? 'desk' : 'public');

export type Website = ReturnType<typeof createWebsite>;

function match(routes: Readonly<Record<string, Page>>, method: string, path: string) {
  // As API Gateway has it, the most exact route wins: of those that fit, the one with the fewest variables.
  const variables = (route: string) => route.split('{').length;
  for (const [route, page] of Object.entries(routes).toSorted(([one], [other]) => variables(one) - variables(other))) {
    const names: string[] = [];
    const pattern = route.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    const found = new RegExp(`^${pattern}$`).exec(`${method} ${path}`);
    if (found)
      return { route, page, params: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')])) };
  }
  return undefined;
}
