import { officerAction } from '../../../contracts/desk-forms.ts';
import { withoutWordTraces } from '../../../contracts/pasted-text.ts';
import { wordsOf } from '../../../domain/desk/draft.ts';
import { notFound } from '../../errors/error-pages.ts';
import { drawAction } from '../act.ts';
import type { DeskPageDeps } from '../desk-deps.ts';
import { findCase } from '../find-case.ts';
import { type OfficerPage, signedInAgain } from '../for-officers.ts';
import { partsOfLetter, takesWordLetter } from './letter-parts.ts';

/**
 * POST /desk/cases/{reference}/do/{action}/word-letter: reads an uploaded Word letter into the form by its headings. Nothing leaves but what the form then
 * says. The file itself is not kept: its words are, as this officer's draft.
 */
export function readWordLetterInto(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const action = officerAction.safeParse(request.params['action']);
    const shown = await findCase(deps, request, session);
    if (!shown || !action.success || !takesWordLetter(action.data)) return notFound(deps.render, 'desk', session);
    const { form } = request;
    const attempt = { action: action.data, form, errors: [] };
    const again = (text: string, status: 400 | 403, field = '') =>
      drawAction(deps, request, session, shown, action.data, { status, attempt: { ...attempt, errors: [{ field, text }] } });
    if (!genuine) return again(signedInAgain, 403);
    const file = request.files?.find(({ field, bytes }) => field === 'letter' && bytes.length > 0);
    if (!file) return again('Choose a Word letter', 400, 'letter');
    const paragraphs = await deps.readWordLetter(file.bytes);
    if (!paragraphs) return again('This is no Word letter (.docx) that can be read, or it is larger than 4 MB', 400, 'letter');
    const read = partsOfLetter(paragraphs.map(withoutWordTraces), action.data);
    // What stood in a field that the letter says nothing for stays.
    const filled = new URLSearchParams(form);
    for (const [name, words] of Object.entries(read.fields)) filled.set(name, words);
    await deps.drafts.keep({ reference: shown.state.reference, action: action.data, by: session.officer }, wordsOf(filled, action.data));
    return drawAction(deps, request, session, shown, action.data, {
      status: 200,
      attempt: { ...attempt, form: filled },
      beside: { wordLetter: read },
    });
  };
}
