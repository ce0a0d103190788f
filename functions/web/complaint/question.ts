import { type AnswersInHand, noAnswers } from '../../contracts/answers-in-hand.ts';
import { asMeant, fieldsOf } from '../../contracts/complaint-fields.ts';
import { authorities, readComplaint, type TypedComplaint, typedComplaint } from '../../contracts/complaint-form.ts';
import { type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import { longestAnswer } from '../../domain/policy/the-door.ts';
import { notFound } from '../errors/error-pages.ts';
import { type PageProblem, problemView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { OpenedAnswers, PublicPageDeps } from '../public-deps.ts';
import { frameOf, keptUntil, notSaved, openUnsent } from './in-hand.ts';
import { isFromCheck, leavesFor } from './leaving.ts';
import { firstQuestion, placeOf, type Question, questionOf } from './questions.ts';

/** GET /complaint: the form begins with its first question. */
export const startForm: Page = async () => seeOther(paths.question(firstQuestion));

/** GET /complaint/{page}: one question, with what was answered to it before. */
export function showQuestion(deps: PublicPageDeps): Page {
  return async (request) => {
    const question = questionOf(request.params['page']);
    if (!question) return notFound(deps.render, 'public');
    const isFirst = question.name === firstQuestion;
    const opened = await deps.answers.open(request.cookies);
    if (opened?.value.sent && !isFirst) return seeOther(paths.sent);
    if (!opened && !isFirst) return seeOther(answersGone(firstQuestion));
    const unsent = opened?.value.sent ? undefined : opened;
    const typed = unsent?.value.typed ?? typedComplaint(new URLSearchParams());
    const errors = request.query.has('wrong') ? errorsOn(question, typed, londonDateOf(request.now)) : [];
    return draw(deps, request, { question, typed, errors, opened: unsent });
  };
}

/**
 * POST /complaint/{page}: keeps what was typed, right or wrong, and goes where the button leads: on, or back to what is wrong, so that no page is the
 * answer to a POST and the browser's Back always works. Where the earlier answers are gone, this one is kept all the same, and the page says so before
 * anything else is asked. What is not ours, or longer than we can keep, stands on the page again.
 */
export function answerQuestion(deps: PublicPageDeps): Page {
  return async (request) => {
    const question = questionOf(request.params['page']);
    if (!question) return notFound(deps.render, 'public');
    const [ours, opened, openedAt] = await Promise.all([
      deps.formTokens.check(request.cookies, request.form.get('csrf') ?? ''),
      openUnsent(deps, request),
      deps.openings.read(request.form.get('opened') ?? ''),
    ]);
    const begun = opened?.value ?? noAnswers(deps.newToken(), openedAt);
    const before = { ...begun, openedAt: begun.openedAt ?? openedAt };
    const written = { ...before.typed, ...only(question, typedComplaint(request.form)) };
    const typed = { ...written, ...only(question, asMeant(written, before.typed)) };
    const today = londonDateOf(request.now);
    if (!ours || !mayBeKept(typed)) {
      const errors = ours ? wrongIn(typed, today) : [notSaved];
      return draw(deps, request, { question, typed, errors, opened, refused: !ours });
    }
    const errors = errorsOn(question, typed, today);

    const leaves = leavesFor(question, request);
    const isLost = !opened && question.name !== firstQuestion;
    const onward =
      leaves ??
      (errors.length > 0 ? withErrors(question, request, isLost) : isLost ? answersGone(question.name) : nextAfter(question, request));
    // Whoever answered nothing has nothing to keep, and needs no cookie.
    if (!opened && fieldsOf(typed).length === 0) return seeOther(onward);
    return seeOther(onward, [await deps.answers.keep(opened, answered(deps, request, before, typed), keptUntil(before, request.now))]);
  };
}

/** Whether it has room where answers wait. */
export function mayBeKept(typed: TypedComplaint): boolean {
  return fieldsOf(typed).reduce((all, { value }) => all + value.length, 0) <= longestAnswer.kept;
}

/** The same page, which says what is wrong with it. */
function withErrors({ name }: Question, request: PageRequest, isLost: boolean): string {
  const query = new URLSearchParams({ ...(isFromCheck(request) && { from: 'check' }), ...(isLost && { gone: 'yes' }), wrong: 'yes' });
  return `${paths.question(name)}?${query}`;
}

/** Another state of the answers has another token; the same one keeps it, so that a complaint whose sending broke off is sent once. */
function answered(deps: PublicPageDeps, request: PageRequest, before: AnswersInHand, typed: TypedComplaint): AnswersInHand {
  const isSame = JSON.stringify(typed) === JSON.stringify(before.typed);
  const trapped = before.trapped === true || (request.form.get('also') ?? '') !== '';
  return { ...before, typed, token: isSame ? before.token : deps.newToken(), ...(trapped && { trapped }) };
}

function nextAfter(question: Question, request: PageRequest): string {
  const { after } = placeOf(question);
  return isFromCheck(request) || after === undefined ? paths.check : paths.question(after);
}

/** Their time was over, or they were cleared in another window. */
export function answersGone(name: string): string {
  return `${paths.question(name)}?gone=yes`;
}

function only({ fields }: Question, typed: TypedComplaint): Partial<TypedComplaint> {
  return Object.fromEntries(fields.map((field) => [field, typed[field]]));
}

/** What is wrong with the answers of one page alone. */
function errorsOn({ fields }: Question, typed: TypedComplaint, today: LocalDate): readonly PageProblem[] {
  return wrongIn(typed, today).filter(({ field }) => fields.some((one) => one === field));
}

function wrongIn(typed: TypedComplaint, today: LocalDate): readonly PageProblem[] {
  const read = readComplaint(typed, today);
  return 'errors' in read ? read.errors : [];
}

type Drawn = {
  readonly question: Question;
  readonly typed: TypedComplaint;
  readonly errors: readonly PageProblem[];
  readonly opened: OpenedAnswers | undefined;
  /** The form's token was not ours. */
  readonly refused?: boolean;
};

async function draw(
  deps: PublicPageDeps,
  request: PageRequest,
  { question, typed, errors, opened, refused }: Drawn,
): Promise<PageResponse> {
  const fromCheck = isFromCheck(request);
  const { number, of } = placeOf(question);
  const wrongParts = wrongPartsOf(errors);
  const { view, cookies } = await frameOf(deps, request, question.name, opened);
  const html = deps.render(`complaint/questions/${question.name}.njk`, {
    ...view,
    title: deps.words.t(`questions.${question.name}`),
    action: paths.question(question.name),
    keepsFirst: true,
    place: fromCheck ? undefined : { number, of },
    fromCheck,
    gone: request.query.has('gone'),
    isFirst: question.name === firstQuestion,
    typed,
    authorities: authorities.map((value) => ({ value, text: deps.words.t(`authority.${value}`) })),
    wrongParts,
    errors: problemView(deps.words, errors, (field) => (field === 'firstKnown' ? `firstKnown-${wrongParts[0]}` : field)),
  });
  return { status: errors.length === 0 ? 200 : refused ? 403 : 400, html, cookies };
}

/** Which inputs of a date are wrong: what is missing, or all of them. */
function wrongPartsOf(errors: readonly PageProblem[]): readonly string[] {
  const problem = errors.find(({ field }) => field === 'firstKnown')?.problem;
  if (problem === undefined) return [];
  const parts = ['Day', 'Month', 'Year'].filter((part) => problem.includes(part));
  return (parts.length > 0 ? parts : ['Day', 'Month', 'Year']).map((part) => part.toLowerCase());
}
