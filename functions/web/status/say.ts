import * as z from 'zod/mini';
import type { Said } from '../../app/status-page.ts';
import { type FieldError, type Read, typedFields } from '../../contracts/form-fields.ts';
import { readCall, readNeededWords, readWhether, readWords } from '../../contracts/status-form.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { CaseStatus } from '../../domain/status/case-status.ts';
import { notFound } from '../errors/error-pages.ts';
import { errorView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import { inSession } from './in-session.ts';
import type { StatusPageDeps } from './status-deps.ts';

// What somebody tells us on the page of their case. It joins the case as a message (ADR 16), under the words of the button that they pressed.

type ToSay = Omit<Said, 'token'>;

/** One page: how it is drawn, and what its answers say. */
type Asking = {
  readonly title: string;
  readonly hints: readonly string[];
  readonly words: string;
  readonly needed?: true;
  readonly button: string;
  readonly whether?: { readonly yes: string; readonly no: string };
  readonly telephone?: true;
  readonly read: (form: URLSearchParams) => Read<ToSay>;
};

/** GET /status/say/{what} */
export function showSay(deps: StatusPageDeps): Page {
  return inSession(deps, async (request, session) => {
    const status = await deps.show(session);
    const asking = status && askingOf(request.params['what'] ?? '', status);
    if (!status) return undefined;
    return asking ? draw(deps, request, asking, []) : notFound(deps.render, 'public');
  });
}

/** POST /status/say/{what}: the same press twice is one message. */
export function say(deps: StatusPageDeps): Page {
  return inSession(deps, async (request, session) => {
    const status = await deps.show(session);
    const asking = status && askingOf(request.params['what'] ?? '', status);
    if (!status) return undefined;
    if (!asking) return notFound(deps.render, 'public');
    const read = asking.read(request.form);
    if ('errors' in read) return draw(deps, request, asking, read.errors);
    const token = pageToken.safeParse(request.form.get('token'));
    const ours = await deps.formTokens.check(request.cookies, request.form.get('csrf') ?? '');
    if (!ours || !token.success) return draw(deps, request, asking, [sendAgain]);
    const taken = await deps.say(session, { ...read.answers, token: token.data });
    return taken && seeOther(paths.statusSaid);
  });
}

/** GET /status/said */
export function showSaid(deps: StatusPageDeps): Page {
  return inSession(deps, async () => {
    const { workingDays } = deps.policy.readCorrespondence;
    const view = { days: workingDays === 1 ? '1 working day' : `${workingDays} working days`, back: paths.statusCase };
    return { status: 200, html: deps.render('status/said.njk', view) };
  });
}

/** As short as the use case wants it. */
const pageToken = z.string().check(z.regex(/^[\w-]{16,40}$/));

const sendAgain = {
  field: '',
  text: 'This has not been sent yet. Press the button again. If this happens twice, your browser may be blocking cookies: you can email or ring us instead',
};

async function draw(deps: StatusPageDeps, request: PageRequest, asking: Asking, errors: readonly FieldError[]): Promise<PageResponse> {
  const { token: csrf, cookie } = await deps.formTokens.issue(request.cookies);
  const view = {
    csrf,
    token: deps.newToken(),
    href: paths.statusSay(request.params['what'] ?? ''),
    back: paths.statusCase,
    asking,
    typed: typedFields(request.form, 'words', 'whether', 'telephone'),
    errors: errorView(errors),
  };
  return {
    status: errors.length > 0 ? 400 : 200,
    html: deps.render('status/say.njk', view),
    cookies: cookie === undefined ? [] : [cookie],
  };
}

/** Undefined for what cannot be said of this case, or not now. */
function askingOf(what: string, status: CaseStatus): Asking | undefined {
  const { may, lettersOnly } = status;
  const promise = status.promises.find(({ number, asks }) => asks && what === `done-${number}`);
  if (promise && !lettersOnly) return whetherDone(promise.number, promise.what, inWords(promise.due));
  switch (what) {
    case 'add':
      return addSomething;
    case 'not-satisfied':
      return notSatisfied(status);
    case 'call':
      return askForCall;
    case 'fixed':
      return may.sayWhetherFixed && !lettersOnly ? whetherFixed : undefined;
    case 'withdraw':
      return may.withdraw && !lettersOnly ? withdraw : undefined;
    default:
      return undefined;
  }
}

const addSomething: Asking = {
  title: 'Add something',
  hints: ['Tell us anything that is new, that we got wrong, or that you want to ask.'],
  words: 'What would you like to tell us?',
  needed: true,
  button: 'Send',
  read: (form) => said(readNeededWords(form, 'Write what you would like to tell us'), ({ words }) => ({ says: 'adds', text: words })),
};

function notSatisfied({ may }: CaseStatus): Asking {
  return {
    title: may.notSatisfied === 'stage-two' ? 'Ask us to look at it again' : 'Tell us that you are not satisfied',
    hints: [
      may.notSatisfied === 'stage-two'
        ? 'You do not have to give a reason. Somebody who has not dealt with it before looks at it again, and we write to you to say who. This is stage two.'
        : 'You do not have to give a reason. A person reads it, and it becomes part of your case.',
      ...(may.ombudsman ? ['We have given our final response. You can also ask the Ombudsman: our letter says how.'] : []),
    ],
    words: 'Is there anything you want us to know? (optional)',
    button: may.notSatisfied === 'stage-two' ? 'Ask you to look again' : 'Send',
    read: (form) => said(readWords(form), ({ words }) => ({ says: 'not-satisfied', text: lines('I am not satisfied.', words) })),
  };
}

const withdraw: Asking = {
  title: 'Withdraw your complaint',
  hints: [
    'A person reads this and confirms it to you in writing. Until then we go on.',
    'You can change your mind later. What we promised you still gets done, and if somebody may come to harm we still act.',
  ],
  words: 'Is there anything you want us to know? (optional)',
  button: 'Ask to withdraw it',
  read: (form) => said(readWords(form), ({ words }) => ({ says: 'withdraws', text: lines('I want to withdraw this.', words) })),
};

const whetherFixed: Asking = {
  title: 'Is it fixed?',
  hints: ['If it is not, we treat that as a complaint from today, and go on with the work.'],
  whether: { yes: 'Yes, it is fixed', no: 'No, it is not fixed' },
  words: 'Is there anything you want us to know? (optional)',
  button: 'Send your answer',
  read: (form) =>
    said(readWhether(form, 'Select yes if it is fixed'), ({ whether, words }) =>
      whether === 'yes'
        ? { says: 'fixed', text: lines('Yes, it is fixed.', words) }
        : { says: 'not-fixed', text: lines('No, it is not fixed.', words) },
    ),
};

function whetherDone(promise: number, what: string, by: string): Asking {
  const which = `what you promised for ${by} (promise ${promise})`;
  return {
    title: 'Did we do it?',
    hints: [`We promised by ${by}: ${what}`],
    whether: { yes: 'Yes, you did it', no: 'No, you have not done it' },
    words: 'Is there anything you want us to know? (optional)',
    button: 'Send your answer',
    read: (form) =>
      said(readWhether(form, 'Select yes if we did it'), ({ whether, words }) =>
        whether === 'yes'
          ? { says: 'done', promise, text: lines(`Yes, you did ${which}.`, words) }
          : { says: 'not-done', promise, text: lines(`No, you did not do ${which}.`, words) },
      ),
  };
}

const askForCall: Asking = {
  title: 'Ask us to ring you',
  hints: ['Give a number on which it is safe to ring you. We ring on working days.'],
  telephone: true,
  words: 'When is a good time, and is it safe to leave a message? (optional)',
  button: 'Ask for a call',
  read: (form) => said(readCall(form), ({ telephone, words }) => ({ says: 'call', text: lines(`Please ring me on ${telephone}.`, words) })),
};

function said<Answers>(read: Read<Answers>, make: (answers: Answers) => ToSay): Read<ToSay> {
  return 'errors' in read ? read : { answers: make(read.answers) };
}

/** The button’s words stand first, as if they had written them. */
function lines(chosen: string, words: string | undefined): string {
  return words === undefined ? chosen : `${chosen}\n\n${words}`;
}
