import { type AnswersInHand, noAnswers } from '../../contracts/answers-in-hand.ts';
import { authorities, readComplaint, type TypedComplaint, typedComplaint } from '../../contracts/complaint-form.ts';
import { type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import { notFound } from '../errors/error-pages.ts';
import { type PageProblem, problemView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { OpenedAnswers, PublicPageDeps } from '../public-deps.ts';
import { frameOf, keptUntil, notSaved, openUnsent } from './in-hand.ts';
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
 * POST /complaint/{page}: keeps the answer and goes on. Whatever is wrong, what was typed stands on the page again. Where the earlier answers are gone,
 * this one is kept all the same, and the page says so before anything else is asked.
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
    const typed = { ...before.typed, ...only(question, typedComplaint(request.form)) };
    const errors = errorsOn(question, typed, londonDateOf(request.now));
    if (!ours || errors.length > 0)
      return draw(deps, request, { question, typed, errors: ours ? errors : [notSaved], opened, refused: !ours });

    const cookie = await deps.answers.keep(opened, answered(deps, request, before, typed), keptUntil(before, request.now));
    const isLost = !opened && question.name !== firstQuestion;
    return seeOther(isLost ? answersGone(question.name) : nextAfter(question, request), [cookie]);
  };
}

/** Another state of the answers has another token; the same one keeps it, so that a complaint whose sending broke off is sent once. */
function answered(deps: PublicPageDeps, request: PageRequest, before: AnswersInHand, typed: TypedComplaint): AnswersInHand {
  const isSame = JSON.stringify(typed) === JSON.stringify(before.typed);
  const trapped = before.trapped === true || (request.form.get('also') ?? '') !== '';
  return { ...before, typed, token: isSame ? before.token : deps.newToken(), ...(trapped && { trapped }) };
}

function nextAfter(question: Question, { form }: PageRequest): string {
  const { after } = placeOf(question);
  return form.get('from') === 'check' || after === undefined ? paths.check : paths.question(after);
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
  const read = readComplaint(typed, today);
  return 'errors' in read ? read.errors.filter(({ field }) => fields.some((one) => one === field)) : [];
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
  const fromCheck = (request.form.get('from') ?? request.query.get('from')) === 'check';
  const { before, ...place } = placeOf(question);
  const { view, cookies } = await frameOf(deps, request, question.name, opened);
  const html = deps.render(`complaint/questions/${question.name}.njk`, {
    ...view,
    title: deps.words.t(`questions.${question.name}`),
    action: paths.question(question.name),
    back: fromCheck ? paths.check : before === undefined ? paths.start : paths.question(before),
    place: fromCheck ? undefined : place,
    fromCheck,
    gone: request.query.has('gone'),
    isFirst: question.name === firstQuestion,
    typed,
    authorities: authorities.map((value) => ({ value, text: deps.words.t(`authority.${value}`) })),
    errors: problemView(deps.words, errors, idOf),
  });
  return { status: errors.length === 0 ? 200 : refused ? 403 : 400, html, cookies };
}

/** The first input of a date takes the focus. */
function idOf(field: string): string {
  return field === 'firstKnown' ? 'firstKnown-day' : field;
}
