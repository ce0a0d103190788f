import type { WordingNow } from '../../app/wording.ts';
import { readWordingForm } from '../../contracts/wording-form.ts';
import { faultInWords } from '../../domain/notices/wording/changing.ts';
import { isOpenPiece, type OpenPiece, openPieces } from '../../domain/notices/wording/open-pieces.ts';
import { lockedPieces, wordsOf } from '../../domain/notices/wording/pieces.ts';
import { notFound } from '../errors/error-pages.ts';
import { errorView } from '../form-errors.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import { offeredLanguages } from '../words/languages.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { languageInWords } from './message-words.ts';
import { momentInWords } from './words.ts';

/** GET /desk/wording: every piece of wording that letters share, and those that nobody changes (duty D36). */
export function showAllWording(deps: DeskPageDeps): OfficerPage {
  return async (_request, session) => {
    const { wording } = await deps.wording();
    const open = Object.keys(openPieces)
      .filter(isOpenPiece)
      .map((piece) => ({
        href: paths.piece(piece),
        where: openPieces[piece],
        words: wordsOf(piece, wording),
        changed: wording[piece] !== undefined,
      }));
    const view = { session, mayChange: session.pages.includes('change-wording'), open, locked: lockedPieces() };
    return { status: 200, html: deps.render('desk/wording.njk', view) };
  };
}

/** GET /desk/wording/{piece}: the words, a form to change them, and who changed them before. `?done` after a change. */
export function showPiece(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const piece = request.params['piece'] ?? '';
    return isOpenPiece(piece) ? draw(deps, request, session, piece, { status: 200 }) : notFound(deps.render, 'desk', session);
  };
}

/** POST /desk/wording/{piece}: shows how it will read, saves it, or restores the words that came with the service. */
export function changePiece(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const piece = request.params['piece'] ?? '';
    const read = readWordingForm(request.form);
    if (!isOpenPiece(piece) || !read) return notFound(deps.render, 'desk', session);
    const { action, words, expected } = read;
    const again = (status: 400 | 403 | 409, error: string, field = 'words') =>
      draw(deps, request, session, piece, { status, typed: words, error: { field, text: error } });
    if (!genuine) return again(403, signedInAgain, '');
    if (action === 'preview') {
      const fault = faultInWords(piece, words, (await deps.wording()).wording);
      return fault ? again(400, fault.refused) : draw(deps, request, session, piece, { status: 200, typed: words, preview: true });
    }
    const result = await deps.changeWording(session.officer, { piece, words: action === 'save' ? words : undefined, expected });
    if (result.kind === 'changed') return seeOther(`${paths.piece(piece)}?done=${action}`);
    if (result.kind === 'refused') return again(400, result.why);
    return again(
      409,
      'Somebody changed the wording while you were typing. Look at the words that stand there now, then press the button once more',
      '',
    );
  };
}

type Drawing = {
  readonly status: 200 | 400 | 403 | 409;
  readonly typed?: string;
  readonly preview?: true;
  readonly error?: { readonly field: string; readonly text: string };
};

const done: Readonly<Record<string, string>> = {
  save: 'Saved. Letters have these words from the next minute on. Letters that we have written stay as they are.',
  restore: 'Restored. Letters have the words that came with the service from the next minute on.',
};

async function draw(deps: DeskPageDeps, request: PageRequest, session: Session, piece: OpenPiece, drawing: Drawing): Promise<PageResponse> {
  const now = await deps.wording();
  const { wording, number } = now;
  const { status, typed, preview, error } = drawing;
  const view = {
    session,
    action: paths.piece(piece),
    where: openPieces[piece],
    words: wordsOf(piece, wording),
    original: wordsOf(piece),
    changed: wording[piece] !== undefined,
    letterLanguages: offeredLanguages(deps.council).map(({ tag }) => languageInWords(tag)),
    mayChange: session.pages.includes('change-wording'),
    number,
    typed: typed ?? wordsOf(piece, wording),
    preview: preview && typed?.split(/\n\s*\n/),
    errors: errorView(error ? [error] : [], (field) => (field === '' ? 'form' : field)),
    done: done[request.query.get('done') ?? ''],
    history: historyOf(now, piece),
  };
  return { status, html: deps.render('desk/wording-piece.njk', view) };
}

/** The latest first. */
function historyOf({ changes }: WordingNow, piece: OpenPiece) {
  return changes
    .filter((change) => change.piece === piece)
    .map(({ words, by, at }) => ({ who: by.name, when: momentInWords(at), words: words ?? 'The words that came with the service' }));
}
