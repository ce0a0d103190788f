import * as z from 'zod/mini';
import type { Said } from '../../app/status-page.ts';
import { type ReadNamed, typedFields } from '../../contracts/form-fields.ts';
import { readCall, readNeededWords, readToKeep, readWhether, readWords, type StatusProblem } from '../../contracts/status-form.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import { promiseNamed } from '../../domain/cases/remedies/in-words.ts';
import type { CaseStatus, PromiseTold } from '../../domain/status/case-status.ts';
import { notFound } from '../errors/error-pages.ts';
import { sizeInWords } from '../file-size.ts';
import { type PageProblem, problemView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import { languagePressed } from '../words/language-button.ts';
import { tagUnlessEnglish, type Words } from '../words/words.ts';
import { additionOf, keepAddition, newAddition, type OpenedAddition, typedOn, unsent, withTyped } from './addition.ts';
import { statusView } from './case-view.ts';
import { type Frame, inSession } from './in-session.ts';
import type { StatusPageDeps } from './status-deps.ts';

// What somebody tells us on the page of their case. It joins the case as a message (ADR 16), under the words of the button that they pressed.

type ToSay = Omit<Said, 'token' | 'files'>;
type Read<Answers> = ReadNamed<Answers, StatusProblem>;

/** One page: how it is drawn, and what its answers say. */
type Asking = {
  readonly title: string;
  readonly hints: readonly string[];
  readonly words: string;
  readonly needed?: true;
  readonly button: string;
  readonly whether?: { readonly yes: string; readonly no: string };
  readonly telephone?: true;
  /** Photos and documents may go with it. */
  readonly takesFiles?: true;
  /** `files`: how many go with it. */
  readonly read: (form: URLSearchParams, files: number) => Read<ToSay>;
};

/** GET /status/say/{what} */
export function showSay(deps: StatusPageDeps): Page {
  return inSession(deps, async (request, session, frame) => {
    const status = await deps.show(session);
    const asking = status && askingOf(deps.words, request.params['what'] ?? '', status);
    if (!status) return undefined;
    if (!asking) return notFound(deps.render, 'public');
    return draw(deps, request, { asking, frame, begun: await additionOf(deps, request, session), errors: [] });
  });
}

/** POST /status/say/{what}: the same press twice is one message. With the other buttons what they typed is kept, while they choose files or go back. */
export function say(deps: StatusPageDeps): Page {
  return inSession(deps, async (request, session, frame) => {
    const what = request.params['what'] ?? '';
    const status = await deps.show(session);
    const asking = status && askingOf(deps.words, what, status);
    if (!status) return undefined;
    if (!asking) return notFound(deps.render, 'public');
    const begun = await additionOf(deps, request, session);
    const drawn = { asking, frame, begun };
    if (request.form.get('to') === 'carry-on') return draw(deps, request, { ...drawn, errors: [], carriedOn: true });
    const token = pageToken.safeParse(request.form.get('token'));
    if (languagePressed(request.form) !== undefined) return draw(deps, request, { ...drawn, errors: [] });
    const ours = await deps.formTokens.check(request.cookies, request.form.get('csrf') ?? '');
    const leaves = leavesTo(request.form, asking);
    if (leaves) {
      const typed = readToKeep(request.form);
      if ('errors' in typed) return draw(deps, request, { ...drawn, errors: typed.errors });
      if (!ours) return draw(deps, request, { ...drawn, errors: [sendAgain] });
      const { answers } = typed;
      const isEmpty = Object.values(answers).every((answer) => answer === undefined);
      const wasEmpty = asking.takesFiles ? !unsent(begun) : !typedOn(what, begun);
      if (leaves === paths.statusCase && isEmpty && wasEmpty) return seeOther(leaves);
      const fresh = newAddition(session, deps.newToken(), request);
      if (!asking.takesFiles)
        return seeOther(leaves, [await keepAddition(deps, request, begun, withTyped(begun?.value ?? fresh, what, answers))]);
      const before = unsent(begun)?.value ?? { ...fresh, others: begun?.value.others };
      return seeOther(leaves, [await keepAddition(deps, request, unsent(begun), { ...before, words: answers.words ?? '' })]);
    }
    // Files that were not on the page that was sent stay for another message.
    const sends = asking.takesFiles && begun?.value.token === token.data ? begun : undefined;
    const files = sends?.value.files ?? [];
    const read = asking.read(request.form, files.length);
    if ('errors' in read) return draw(deps, request, { ...drawn, errors: read.errors });
    if (!ours || !token.success) return draw(deps, request, { ...drawn, errors: [sendAgain] });
    const taken = await deps.say(session, { ...read.answers, token: token.data, files, language: tagUnlessEnglish(deps.words) });
    if (!taken) return undefined;
    const sent = sends ? { ...sends.value, sent: true as const } : begun && typedOn(what, begun) && withTyped(begun.value, what);
    return seeOther(paths.statusSaid, begun && sent && [await keepAddition(deps, request, begun, sent)]);
  });
}

/** Where a button leads that keeps the words for later. */
function leavesTo(form: URLSearchParams, { takesFiles }: Asking): string | undefined {
  if (takesFiles && form.get('to') === 'files') return paths.statusFiles;
  return form.get('then') === 'back' ? paths.statusCase : undefined;
}

/** GET /status/said: that we have it, and what comes of the case next, by which date. */
export function showSaid(deps: StatusPageDeps): Page {
  return inSession(deps, async (_, session, frame) => {
    const status = await deps.show(session);
    if (!status) return undefined;
    const { workingDays } = deps.policy.readCorrespondence;
    const view = { ...frame, ...statusView(deps.words, status, deps.council), days: workingDays, back: paths.statusCase };
    return { status: 200, html: deps.render('status/said.njk', view) };
  });
}

/** As short as the use case wants it. */
const pageToken = z.string().check(z.regex(/^[\w-]{16,40}$/));

const sendAgain: PageProblem = { field: '', problem: 'notSentSoFar' };

type Drawn = {
  readonly asking: Asking;
  readonly frame: Frame;
  readonly begun: OpenedAddition | undefined;
  readonly errors: readonly PageProblem[];
  /** The page had closed before it was sent, and they have a new link. */
  readonly carriedOn?: true;
};

async function draw(deps: StatusPageDeps, request: PageRequest, { asking, frame, begun, errors, carriedOn }: Drawn): Promise<PageResponse> {
  const { token: csrf, cookie } = await deps.formTokens.issue(request.cookies);
  const inHand = asking.takesFiles ? unsent(begun)?.value : undefined;
  const kept = asking.takesFiles ? inHand && { words: inHand.words } : typedOn(request.params['what'] ?? '', begun);
  const typed = typedFields(request.form, 'words', 'whether', 'telephone');
  const view = {
    ...frame,
    csrf,
    token: inHand?.token ?? deps.newToken(),
    keepsFirst: true,
    href: paths.statusSay(request.params['what'] ?? ''),
    asking,
    carriedOn,
    typed: request.method === 'GET' && kept ? kept : typed,
    files: inHand?.files.map(({ name, size }) => ({ name, size: sizeInWords(size) })) ?? [],
    errors: problemView(deps.words, errors),
  };
  return {
    status: errors.length > 0 ? 400 : 200,
    html: deps.render('status/say.njk', view),
    cookies: cookie === undefined ? [] : [cookie],
  };
}

/** Undefined for what cannot be said of this case, or not now. */
function askingOf(words: Words, what: string, status: CaseStatus): Asking | undefined {
  const { may, lettersOnly } = status;
  const promise = status.promises.find(({ number, asks }) => asks && what === `done-${number}`);
  if (promise && !lettersOnly) return whetherDone(words, promise);
  switch (what) {
    case 'add':
      return addSomething(words);
    case 'not-satisfied':
      return notSatisfied(words, status);
    case 'call':
      return askForCall(words);
    case 'fixed':
      return may.sayWhetherFixed && !lettersOnly ? whetherFixed(words) : undefined;
    case 'withdraw':
      // A second press of the same button is one message, and says so again.
      return (may.withdraw || status.stage.is === 'withdrawal-asked') && !lettersOnly ? withdraw(words) : undefined;
    default:
      return undefined;
  }
}

// What they press stands in their message in English, for those who read it.

const addSomething = ({ t }: Words): Asking => ({
  title: t('say.add'),
  hints: [t('say.addHint')],
  words: t('say.addWords'),
  needed: true,
  button: t('say.send'),
  takesFiles: true,
  read: (form, files) =>
    files > 0
      ? said(readWords(form), ({ words }) => ({
          says: 'adds',
          text: words ?? `I am sending ${files === 1 ? 'a file' : `${files} files`}.`,
        }))
      : said(readNeededWords(form), ({ words }) => ({ says: 'adds', text: words })),
});

function notSatisfied({ t }: Words, { may }: CaseStatus): Asking {
  const stageTwo = may.notSatisfied === 'stage-two';
  return {
    title: t(stageTwo ? 'say.askAgain' : 'say.notSatisfied'),
    hints: [t(stageTwo ? 'say.askAgainHint' : 'say.notSatisfiedHint'), ...(may.ombudsman ? [t('say.ombudsman')] : [])],
    words: t('say.anything'),
    button: t(stageTwo ? 'say.askAgainButton' : 'say.send'),
    read: (form) => said(readWords(form), ({ words }) => ({ says: 'not-satisfied', text: lines('I am not satisfied.', words) })),
  };
}

const withdraw = ({ t }: Words): Asking => ({
  title: t('say.withdraw'),
  hints: [t('say.withdrawConfirmed'), t('say.withdrawChange')],
  words: t('say.anything'),
  button: t('say.withdrawButton'),
  read: (form) => said(readWords(form), ({ words }) => ({ says: 'withdraws', text: lines('I want to withdraw this.', words) })),
});

const whetherFixed = ({ t }: Words): Asking => ({
  title: t('say.fixed'),
  hints: [t('say.fixedHint')],
  whether: { yes: t('say.fixedYes'), no: t('say.fixedNo') },
  words: t('say.anything'),
  button: t('say.sendAnswer'),
  read: (form) =>
    said(readWhether(form, 'fixedMissing'), ({ whether, words }) =>
      whether === 'yes'
        ? { says: 'fixed', text: lines('Yes, it is fixed.', words) }
        : { says: 'not-fixed', text: lines('No, it is not fixed.', words) },
    ),
});

function whetherDone({ t, date }: Words, { number: promise, what, amountPence, due, promisedOn }: PromiseTold): Asking {
  const which = `what you promised for ${inWords(due)} (promise ${promise})`;
  return {
    title: t('say.done'),
    hints: [t('say.doneHint', { on: date(promisedOn), by: date(due), what: promiseNamed({ what, amountPence }) })],
    whether: { yes: t('say.doneYes'), no: t('say.doneNo') },
    words: t('say.anything'),
    button: t('say.sendAnswer'),
    read: (form) =>
      said(readWhether(form, 'doneMissing'), ({ whether, words }) =>
        whether === 'yes'
          ? { says: 'done', promise, text: lines(`Yes, you did ${which}.`, words) }
          : { says: 'not-done', promise, text: lines(`No, you did not do ${which}.`, words) },
      ),
  };
}

const askForCall = ({ t }: Words): Asking => ({
  title: t('say.call'),
  hints: [t('say.callHint')],
  telephone: true,
  words: t('say.callWhen'),
  button: t('say.callButton'),
  read: (form) => said(readCall(form), ({ telephone, words }) => ({ says: 'call', text: lines(`Please ring me on ${telephone}.`, words) })),
});

function said<Answers>(read: Read<Answers>, make: (answers: Answers) => ToSay): Read<ToSay> {
  return 'errors' in read ? read : { answers: make(read.answers) };
}

/** The button’s words stand first, as if they had written them. */
function lines(chosen: string, words: string | undefined): string {
  return words === undefined ? chosen : `${chosen}\n\n${words}`;
}
