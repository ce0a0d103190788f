import type { AttachedFile } from '../../domain/intake/uploads.ts';
import { type FilesInHand, filesView, withAdded } from '../evidence/evidence.ts';
import { type PageProblem, problemView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { OpenedAnswers, PublicPageDeps } from '../public-deps.ts';
import { frameOf, keptUntil, notSaved, openUnsent } from './in-hand.ts';
import { isFromCheck } from './leaving.ts';
import { answersGone } from './question.ts';
import { firstQuestion, placeOf, questionOf } from './questions.ts';

const name = 'evidence';

/** GET /complaint/evidence: the files so far, and a form by which the browser sends one more straight to S3. */
export function showEvidence(deps: PublicPageDeps): Page {
  return async (request) => {
    const opened = await openUnsent(deps, request);
    return opened ? draw(deps, request, opened, []) : seeOther(answersGone(firstQuestion));
  };
}

/** GET /complaint/evidence/added: S3 sends the browser here with the file's key. */
export function addEvidence(deps: PublicPageDeps): Page {
  return async (request) => {
    const opened = await openUnsent(deps, request);
    if (!opened) return seeOther(answersGone(firstQuestion));
    const added = await withAdded(deps.uploads, inHand(opened), request.query.get('key') ?? '');
    if ('errors' in added) return draw(deps, request, opened, added.errors);
    return seeOther(here(request), [await keepFiles(deps, request, opened, added.files)]);
  };
}

/** POST /complaint/evidence/remove: the file is no longer part of the complaint, and nobody sees it; it is deleted with what was never sent. */
export function removeEvidence(deps: PublicPageDeps): Page {
  return async (request) => {
    const [ours, opened] = await Promise.all([
      deps.formTokens.check(request.cookies, request.form.get('csrf') ?? ''),
      openUnsent(deps, request),
    ]);
    if (!opened) return seeOther(answersGone(firstQuestion));
    if (!ours) return draw(deps, request, opened, [notSaved]);
    const files = opened.value.files.filter(({ key }) => key !== request.form.get('key'));
    return seeOther(here(request), [await keepFiles(deps, request, opened, files)]);
  };
}

/** Other answers are another complaint, and have a token of their own. */
function keepFiles(deps: PublicPageDeps, request: PageRequest, opened: OpenedAnswers, files: readonly AttachedFile[]): Promise<string> {
  const isSame = files.length === opened.value.files.length;
  const value = { ...opened.value, files, token: isSame ? opened.value.token : deps.newToken() };
  return deps.answers.keep(opened, value, keptUntil(value, request.now));
}

function inHand({ token, value }: OpenedAnswers): FilesInHand {
  return { token, files: value.files };
}

const here = (request: PageRequest) => paths.question(name, isFromCheck(request));

async function draw(
  deps: PublicPageDeps,
  request: PageRequest,
  opened: OpenedAnswers,
  errors: readonly PageProblem[],
): Promise<PageResponse> {
  const back = isFromCheck(request);
  const [{ view, cookies }, files] = await Promise.all([
    frameOf(deps, request, name, opened),
    filesView(deps.words, deps.uploads, inHand(opened), new URL(paths.evidenceAdded(back), request.url).href),
  ]);
  const question = questionOf(name);
  const { before, ...place } = question ? placeOf(question) : {};
  const html = deps.render('complaint/evidence.njk', {
    ...view,
    ...files.view,
    back: back ? paths.check : before === undefined ? paths.start : paths.question(before),
    place: back ? undefined : place,
    fromCheck: back,
    action: paths.question(name),
    remove: paths.removeEvidence,
    errors: problemView(deps.words, errors),
  });
  return { status: errors.length === 0 ? 200 : 400, html, cookies, uploadsTo: files.uploadsTo };
}
