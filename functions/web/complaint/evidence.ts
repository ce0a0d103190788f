import type { FieldError } from '../../contracts/form-fields.ts';
import { fileKinds } from '../../domain/intake/file-kinds.ts';
import { type AttachedFile, accepts, type WhyNotTaken, withUpload } from '../../domain/intake/uploads.ts';
import { evidenceLimits } from '../../domain/policy/evidence.ts';
import { sizeInWords } from '../file-size.ts';
import { errorView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { OpenedAnswers, PublicPageDeps } from '../public-deps.ts';
import { frameOf, keptUntil, notSaved, openUnsent } from './in-hand.ts';
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

/**
 * GET /complaint/evidence/added: S3 sends the browser here with the file's key. Adds what stands there, if it belongs to these answers and is a kind of
 * file that we take; the same key twice is one file.
 */
export function addEvidence(deps: PublicPageDeps): Page {
  return async (request) => {
    const opened = await openUnsent(deps, request);
    if (!opened) return seeOther(answersGone(firstQuestion));
    const stored = await deps.uploads.find(opened.token, request.query.get('key') ?? '');
    if (!stored) return draw(deps, request, opened, [notCome]);
    const added = withUpload(opened.value.files, stored);
    if ('refused' in added) return draw(deps, request, opened, [{ field, text: notTaken(added.refused, stored.name) }]);
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

const field = 'file';

const notCome: FieldError = { field, text: 'That file did not reach us. Choose it again and press “Add this file”' };

function notTaken(why: WhyNotTaken, given: string | undefined): string {
  if (why === 'too-many')
    return `You can add up to ${evidenceLimits.files} files. Remove one first, or email the rest to us when you have your reference`;
  return `${given ?? 'That file'} is not a kind of file that we can take. Choose a photo, a PDF, a Word, Excel or text document, a video or a sound recording`;
}

function fromCheck({ form, query }: PageRequest): boolean {
  return (form.get('from') ?? query.get('from')) === 'check';
}

const here = (request: PageRequest) => paths.question(name, fromCheck(request));

async function draw(
  deps: PublicPageDeps,
  request: PageRequest,
  opened: OpenedAnswers,
  errors: readonly FieldError[],
): Promise<PageResponse> {
  const back = fromCheck(request);
  const { files } = opened.value;
  const isFull = files.length >= evidenceLimits.files;
  const onTo = new URL(paths.evidenceAdded(back), request.url).href;
  const [{ view, cookies }, upload] = await Promise.all([
    frameOf(deps, request, name, opened),
    isFull ? undefined : deps.uploads.open(opened.token, onTo),
  ]);
  const question = questionOf(name);
  const { before, ...place } = question ? placeOf(question) : {};
  const html = deps.render('complaint/evidence.njk', {
    ...view,
    back: back ? paths.check : before === undefined ? paths.start : paths.question(before),
    place: back ? undefined : place,
    fromCheck: back,
    action: paths.question(name),
    remove: paths.removeEvidence,
    files: files.map((file) => ({ ...file, size: sizeInWords(file.size) })),
    upload: upload && {
      url: upload.byBrowser.url,
      fields: Object.entries(upload.byBrowser.fields).map(([field, value]) => ({ name: field, value })),
      nameField: upload.nameField,
      // The script's own form of the same key: it reads the answer instead of being led on.
      forScript: JSON.stringify(upload.byScript.fields),
      added: `${onTo}${onTo.includes('?') ? '&' : '?'}key=${encodeURIComponent(upload.key)}`,
      left: evidenceLimits.files - files.length,
      bytesEach: evidenceLimits.bytesEach,
      accepts: accepts(fileKinds),
    },
    most: evidenceLimits.files,
    errors: errorView(errors),
  });
  const uploadsTo = upload && new URL(upload.byBrowser.url).origin;
  return { status: errors.length === 0 ? 200 : 400, html, cookies, uploadsTo };
}
