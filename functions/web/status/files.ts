import { type FilesInHand, filesView, withAdded } from '../evidence/evidence.ts';
import { type PageProblem, problemView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import { additionOf, keepAddition, type OpenedAddition, unsent } from './addition.ts';
import { type Frame, inSession } from './in-session.ts';
import type { StatusPageDeps } from './status-deps.ts';

// Photos and documents for what somebody is about to add to their case. They go with the words, when those are sent.

/** GET /status/files */
export function showFiles(deps: StatusPageDeps): Page {
  return inSession(deps, async (request, session, frame) => {
    const opened = unsent(await additionOf(deps, request, session));
    return opened ? draw(deps, request, frame, opened, []) : seeOther(addSomething);
  });
}

/**
 * GET /status/files/added: S3 sends the browser here with the file's key. The file is kept for the cookie that it was sent with, also where the page
 * has closed while a slow line carried it: it is there again with a new link.
 */
export function addFile(deps: StatusPageDeps): Page {
  return async (request) => {
    const begun = unsent(await deps.additions.open(request.cookies));
    const added = begun && (await withAdded(deps.uploads, inHand(begun), request.query.get('key') ?? ''));
    const cookies = begun && added && 'files' in added ? [await keepAddition(deps, request, begun, { ...begun.value, ...added })] : [];
    const page = await inSession(deps, async (_, session, frame) => {
      const opened = unsent(await additionOf(deps, request, session));
      return opened && added && 'errors' in added ? draw(deps, request, frame, opened, added.errors) : seeOther(paths.statusFiles);
    })(request);
    return { ...page, cookies: [...(page.cookies ?? []), ...cookies] };
  };
}

/** POST /status/files/remove: nobody sees it; it is deleted with what was never sent. */
export function removeFile(deps: StatusPageDeps): Page {
  return inSession(deps, async (request, session, frame) => {
    const [ours, begun] = await Promise.all([
      deps.formTokens.check(request.cookies, request.form.get('csrf') ?? ''),
      additionOf(deps, request, session),
    ]);
    const opened = unsent(begun);
    if (!opened) return seeOther(addSomething);
    if (!ours) return draw(deps, request, frame, opened, [notRemoved]);
    const files = opened.value.files.filter(({ key }) => key !== request.form.get('key'));
    return seeOther(paths.statusFiles, [await keepAddition(deps, request, opened, { ...opened.value, files })]);
  });
}

const addSomething = paths.statusSay('add');

const notRemoved: PageProblem = { field: '', problem: 'notRemoved' };

function inHand({ token, value }: OpenedAddition): FilesInHand {
  return { token, files: value.files };
}

async function draw(
  deps: StatusPageDeps,
  request: PageRequest,
  frame: Frame,
  opened: OpenedAddition,
  errors: readonly PageProblem[],
): Promise<PageResponse> {
  const [{ token: csrf, cookie }, files] = await Promise.all([
    deps.formTokens.issue(request.cookies),
    filesView(deps.words, deps.uploads, inHand(opened), new URL(paths.statusFileAdded, request.url).href),
  ]);
  const html = deps.render('status/files.njk', {
    ...frame,
    ...files.view,
    csrf,
    back: addSomething,
    remove: paths.removeStatusFile,
    errors: problemView(deps.words, errors),
  });
  return {
    status: errors.length === 0 ? 200 : 400,
    html,
    cookies: cookie === undefined ? [] : [cookie],
    uploadsTo: files.uploadsTo,
  };
}
