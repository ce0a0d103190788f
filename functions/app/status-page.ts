import { type AnsweredFile, originalKeyOf } from '../contracts/stored-form.ts';
import { contactOfStatusMessage, type OriginalStatusMessage } from '../contracts/stored-status-message.ts';
import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import { replay } from '../domain/cases/evolve.ts';
import { memberInId } from '../domain/notices/notice-id.ts';
import { statusLinkNotice } from '../domain/notices/status-link.ts';
import { statusAsks } from '../domain/policy/status-page.ts';
import { type CaseStatus, caseStatus } from '../domain/status/case-status.ts';
import { lettersTo } from '../domain/status/letters.ts';
import { isSame, type Reader, readerAt, readersOf } from '../domain/status/readers.ts';
import type { SaidOnStatusPage } from '../domain/status/said.ts';
import { toldSoFar } from '../domain/status/told.ts';
import { letterWordsIn } from '../domain/words/letter-words.ts';
import type { CaseFile, CaseStore, LinkTokens, NoticeRecord, Originals, StoredCase } from './ports.ts';
import { type TakeInDeps, type TakenIn, takeIn } from './take-in.ts';
import type { World } from './world.ts';

// Where is my complaint (ADR 16): a link to an address that the case knows, a page that says what our letters said, and what the person tells us there.

export type AskDeps = World & {
  readonly store: Pick<CaseStore, 'load' | 'statusPage'>;
  /** A telephone number in the one way of writing it; undefined for what is none. */
  readonly telephoneNumber: (typed: string) => Promise<string | undefined>;
};

export type Asking = {
  readonly reference: Reference;
  readonly email?: string;
  readonly telephone?: string;
  /** The network that it came from. */
  readonly network: string;
  /** Of the page on which they asked, a tag of BCP 47; absent for English. */
  readonly language?: string;
};

/**
 * Plans the mail with the link, where what was typed belongs to the case. Says nothing of it: the answer is the same for everybody, and so is the work,
 * four writes and one read, so that nobody learns from either whether there is such a case (decision 33).
 */
export async function askForStatusLink(deps: AskDeps, asking: Asking): Promise<void> {
  const at = deps.now();
  const [stored, withinLimits] = await Promise.all([deps.store.load(asking.reference), countAsking(deps, asking)]);
  const reader = await whoAsked(deps, asking, stored);
  if (!stored || !reader || !withinLimits) {
    await deps.store.statusPage.countUnanswered(londonDateOf(at));
    deps.log('status-link-not-planned', { withinLimits });
    return;
  }
  const context = { ...deps, letterWords: letterWordsIn(deps.council.translations, deps.letterCatalogues) };
  await deps.store.statusPage.planLink(asking.reference, statusLinkNotice(stored.state, reader, at, context, asking.language), at);
  deps.log('status-link-planned', { reference: asking.reference });
}

async function countAsking({ store, now }: AskDeps, { reference, email, telephone, network }: Asking): Promise<boolean> {
  const at = now();
  const { perPersonAndHour, perCaseAndHour, perNetworkAndHour } = statusAsks;
  const person = email === undefined ? { by: 'telephone' as const, value: telephone ?? '' } : { by: 'email' as const, value: email };
  const counted = await Promise.all([
    store.statusPage.countAsk({ ...person, at }, perPersonAndHour),
    store.statusPage.countAsk({ by: 'case', value: reference, at }, perCaseAndHour),
    store.statusPage.countAsk({ by: 'network', value: network, at }, perNetworkAndHour),
  ]);
  return counted.every((count) => count === 'counted');
}

/** The mail goes to the address that the case has, whatever was typed: a telephone number only shows that they are no stranger. */
async function whoAsked(
  { telephoneNumber }: AskDeps,
  { email, telephone }: Asking,
  stored: StoredCase | undefined,
): Promise<Reader | undefined> {
  const readers = stored ? readersOf(stored.state) : [];
  if (email !== undefined) return readers.find((reader) => isSame(reader.email, email));
  const typed = await telephoneNumber(telephone ?? '');
  for (const reader of readers) {
    if (typed !== undefined && reader.telephone && (await telephoneNumber(reader.telephone)) === typed) return reader;
  }
  return undefined;
}

/** Whose page is open in a browser: the mail by which it was opened says who reads. */
export type StatusSession = { readonly reference: Reference; readonly notice: string };

type OpenDeps = Pick<World, 'now' | 'log'> & {
  readonly store: Pick<CaseStore, 'statusPage'>;
  readonly linkTokens: Pick<LinkTokens, 'hashOf'>;
};

/** Spends the link; undefined where it was used, is too old or never was. */
export async function openStatusLink({ store, linkTokens, now, log }: OpenDeps, token: string): Promise<StatusSession | undefined> {
  const link = await store.statusPage.spendLink(linkTokens.hashOf(token), now());
  if (!link) return undefined;
  log('status-page-opened', { reference: link.reference });
  return { reference: link.reference, notice: link.notice };
}

export type StatusDeps = World & { readonly store: Pick<CaseStore, 'loadFile' | 'staff' | 'files'> };
type Opened = { readonly file: CaseFile; readonly reader: Reader };

/** Asked again for every page: an address may have failed meanwhile, or somebody's authority been refused (duty D18). */
async function opened(
  { store }: { readonly store: Pick<CaseStore, 'loadFile'> },
  { reference, notice }: StatusSession,
): Promise<Opened | undefined> {
  const file = await store.loadFile(reference);
  const mail = file?.notices.find(({ id, kind }) => id === notice && kind === 'status-link');
  const reader = file && mail?.to.by === 'email' ? readerAt(file.state, mail.to.email, memberInId(mail.id)) : undefined;
  return file && reader && { file, reader };
}

/** Where the case stands for whoever opened the page; undefined where they may not see it any more. */
export async function showStatus(deps: StatusDeps, session: StatusSession): Promise<CaseStatus | undefined> {
  const [page, staff] = await Promise.all([opened(deps, session), deps.store.staff()]);
  if (!page) return undefined;
  const checks = await deps.store.files.checks(page.file.contacts.flatMap(({ attachments }) => attachments.map(({ key }) => key)));
  return caseStatus({ ...page.file, checks }, page.reader, { rules: deps.rules, staff, today: londonDateOf(deps.now()) });
}

/** A letter that they were sent. */
export async function showStatusLetter(deps: StatusDeps, session: StatusSession, id: string): Promise<NoticeRecord | undefined> {
  const page = await opened(deps, session);
  const state = page && replay(toldSoFar(page.file.events, page.file.notices));
  return page && state && lettersTo(page.reader, page.file.notices, state).find((letter) => letter.id === id);
}

export type SayDeps = TakeInDeps & { readonly originals: Pick<Originals, 'keep'>; readonly linkTokens: Pick<LinkTokens, 'hashOf'> };
/** `token`: of the page as it was drawn, at most 40 letters, digits, `-` or `_`. */
export type Said = {
  readonly token: string;
  readonly text: string;
  readonly files?: readonly AnsweredFile[];
  /** Of the page, a tag of BCP 47; absent for English. */
  readonly language?: string;
} & Pick<SaidOnStatusPage, 'says' | 'promise'>;

/**
 * Takes in what they tell us, like any message: the original is kept first, so that the sweep finds whatever fails after it. The same words of the same
 * page twice are one message; words or files that were changed after the first press are another. Undefined where the page may not be theirs any more.
 */
export async function sayOnStatusPage(
  deps: SayDeps,
  session: StatusSession,
  { token, text, files = [], language, says, promise }: Said,
): Promise<TakenIn | undefined> {
  const page = await opened(deps, session);
  if (!page) return undefined;
  const { name, email } = page.reader;
  const said = { reference: session.reference, says, promise };
  const message = JSON.stringify([says, promise, text, ...files.map(({ key }) => key)]);
  const id = `${token}-${deps.linkTokens.hashOf(message).slice(0, 16)}`;
  const original: OriginalStatusMessage = {
    v: 1,
    token: id,
    receivedAt: deps.now(),
    said,
    from: { name, email },
    text,
    ...(files.length > 0 && { files }),
    ...(language && { language }),
  };
  await deps.originals.keep(originalKeyOf(id), new TextEncoder().encode(JSON.stringify(original)), 'application/json');
  return takeIn(deps, contactOfStatusMessage(original, original.receivedAt));
}
