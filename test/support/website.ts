import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { luton } from '../../council/luton.ts';
import { createFormTokens } from '../../functions/adapters/identity/form-tokens.ts';
import { createSealedCookie } from '../../functions/adapters/identity/sealed-cookie.ts';
import { createSessions } from '../../functions/adapters/identity/sessions.ts';
import { judgeBankHoliday, listBankHolidays, proposeBankHoliday } from '../../functions/app/bank-holidays.ts';
import { countSuggestions } from '../../functions/app/count-suggestions.ts';
import { holdAutomatic, releaseHeld, setAsideHeld } from '../../functions/app/held-contacts.ts';
import { listAutomatic, listQueue } from '../../functions/app/list-queue.ts';
import { moveContact } from '../../functions/app/move-contact.ts';
import { recordStaff } from '../../functions/app/record-staff.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { showCase } from '../../functions/app/show-case.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { changeWording, showWording } from '../../functions/app/wording.ts';
import type { World } from '../../functions/app/world.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import { sentNote } from '../../functions/web/complaint/sent-note.ts';
import type { DeskDeps } from '../../functions/web/desk/desk-deps.ts';
import { deskRoutes } from '../../functions/web/desk-routes.ts';
import { notFound, somethingWentWrong } from '../../functions/web/errors/error-pages.ts';
import type { Page, PageResponse } from '../../functions/web/page.ts';
import type { PublicDeps } from '../../functions/web/public-deps.ts';
import { publicRoutes } from '../../functions/web/public-routes.ts';
import { createRender } from '../../functions/web/render.ts';
import { staticFile } from '../../functions/web/static-files.ts';
import { asha, ben, moment, rules } from './case-story.ts';
import { memoryCaseStore } from './memory-case-store.ts';

/** All pages over the real use cases and a store in memory, served on this machine. */
export function createWebsite(
  changes: { readonly now?: string; readonly publicDeps?: Partial<PublicDeps>; readonly deskDeps?: Partial<DeskDeps> } = {},
) {
  let now = moment(changes.now ?? '2026-12-18T09:00:00Z');
  let tokens = 0;
  const newId = () => `token-${String(++tokens).padStart(12, '0')}`;
  const store = memoryCaseStore();
  const originals = new Map<string, string>();
  const world: World = { rules, council: luton, publicUrl: 'https://complaints.example', now: () => now, newId, log: () => {} };
  const taking = { ...world, store, replyAddresses: { caseOf: () => undefined } };
  const keys = async () => ({ current: new Uint8Array(32).fill(7) });
  const sealing = { keys, clock: () => now, secure: false };
  const sessions = createSessions(sealing);

  const publicDeps: PublicDeps = {
    council: luton,
    policy: rules.policy,
    takeIn: (contact) => takeIn(taking, contact),
    keepOriginal: async (key, body) => {
      if (!originals.has(key)) originals.set(key, new TextDecoder().decode(body));
    },
    newToken: newId,
    formTokens: createFormTokens(sealing),
    sentNotes: createSealedCookie({ ...sealing, name: 'sent', schema: sentNote, seconds: 1800 }),
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
        return searchParams.has('code') ? { officer: asha, returnTo: searchParams.get('to') || undefined } : { failed: 'not-granted' };
      },
      clear: () => 'sign-in=; Path=/; Max-Age=0',
    },
    newToken: newId,
    listQueue: () => listQueue({ store }),
    findContact: (key) => store.findContact(key),
    listAutomatic: () => listAutomatic({ store }),
    moveContact: (request) => moveContact({ ...world, store }, request),
    showCase: (reference) => showCase({ ...world, store }, reference),
    runCommand: (request) => runCommand({ ...world, store }, request),
    countSuggestions: (months) => countSuggestions({ store }, months),
    lessons: () => store.lessons(),
    bankHolidays: () => listBankHolidays({ ...world, store }),
    proposeBankHoliday: (by, proposal) => proposeBankHoliday({ ...world, store }, by, proposal),
    judgeBankHoliday: (by, date, verdict) => judgeBankHoliday({ ...world, store }, by, date, verdict),
    wording: () => showWording({ store }),
    changeWording: (by, request) => changeWording({ ...world, store }, by, request),
    staff: () => store.staff(),
    rememberOfficer: (officer, roles) => store.rememberOfficer(officer, roles),
    staffEntry: (subject) => store.staffEntry(subject),
    recordStaff: (by, change) => recordStaff({ ...world, store }, by, change),
    recordingLink: async (id) => `https://recordings.example/${id}`,
    recordingsOrigin: async () => 'https://recordings.example',
    releaseHeld: (key, by, heard) =>
      releaseHeld({ ...taking, originals: { read: async () => undefined }, recordings: { keep: async () => {} } }, key, by, heard),
    holdAutomatic: (key, by) => holdAutomatic(taking, key, by),
    setAsideHeld: (key, by, reason) => setAsideHeld(taking, key, by, reason),
    ...changes.deskDeps,
  };
  const routes: Readonly<Record<string, Page>> = { ...publicRoutes(publicDeps), ...deskRoutes(deskDeps) };

  /** One request, as API Gateway would route it. */
  async function answer(method: 'GET' | 'POST', url: URL, form: URLSearchParams, cookies: readonly string[]): Promise<PageResponse> {
    const found = match(routes, method, url.pathname);
    if (!found) return notFound(createRender(luton), 'public');
    const { route, params, page } = found;
    return page({ method, route, params, url: url.href, query: url.searchParams, form, cookies, now, incident: 'I-1' });
  }

  const server = createServer((request, response) => void reply(request, response));
  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', base());
    const file = url.pathname.startsWith('/assets/') ? staticFile(url.pathname.slice('/assets/'.length)) : undefined;
    if (file) return void response.writeHead(200, { 'content-type': file.contentType }).end(file.body);
    let body = '';
    for await (const chunk of request) body += chunk;
    const cookies = (request.headers.cookie ?? '').split('; ').filter(Boolean);
    try {
      const page = await answer(request.method === 'POST' ? 'POST' : 'GET', url, new URLSearchParams(body), cookies);
      response.setHeader('set-cookie', [...(page.cookies ?? [])]);
      // The policy that the handlers send: no inline script or style, nothing from elsewhere.
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'${page.playsFrom ? `; media-src 'self' ${page.playsFrom}` : ''}`,
      );
      if ('location' in page) response.writeHead(303, { location: page.location }).end();
      else response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8' }).end(page.html);
    } catch {
      const page = somethingWentWrong(createRender(luton), { method: request.method === 'POST' ? 'POST' : 'GET', incident: 'I-1' });
      response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8' }).end('html' in page ? page.html : '');
    }
  }
  const base = () => `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;

  return {
    store,
    originals,
    taking,
    base,
    /** Two officers have signed in before, and both are trained. */
    start: async () => {
      for (const officer of [asha, ben]) {
        await store.rememberOfficer(officer);
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

export type Website = ReturnType<typeof createWebsite>;

function match(routes: Readonly<Record<string, Page>>, method: string, path: string) {
  for (const [route, page] of Object.entries(routes)) {
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
