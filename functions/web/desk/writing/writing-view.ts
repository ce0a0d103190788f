import type { Preview } from '../../../app/preview-letter.ts';
import type { ShownCase } from '../../../app/show-case.ts';
import { inWords, londonDateOf } from '../../../domain/calendar/local-date.ts';
import { pointsOf } from '../../../domain/cases/points.ts';
import type { OfficerCommand } from '../../../domain/cases/possible.ts';
import type { Draft } from '../../../domain/desk/draft.ts';
import type { PageRequest } from '../../page.ts';
import { paths } from '../../paths.ts';
import { formView } from '../act-view.ts';
import { type Attempt, isWrittenIn } from '../case-forms.ts';
import type { DeskPageDeps, Session } from '../desk-deps.ts';
import { letterView } from '../letter.ts';
import { momentInWords } from '../words.ts';
import { checklistOf, writesLetter } from './composing.ts';
import { filledFields, type LetterParts, takesWordLetter } from './letter-parts.ts';

/** What stands beside a form because of what was just pressed. */
export type Beside = {
  readonly preview?: Preview;
  /** What was read in a Word letter. */
  readonly wordLetter?: LetterParts;
};

/** What `desk/writing/*.njk` draws. */
export type WritingView = ReturnType<typeof writingOf>;

/** A form with all that helps to write it: the draft of it that this officer began, its checklist, and the letter as it will be read. */
export async function writtenForm(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  shown: ShownCase,
  action: OfficerCommand,
  attempt?: Attempt,
  beside: Beside = {},
) {
  const { reference } = shown.state;
  const kept = await deps.drafts.find({ reference, action, by: session.officer }, shown.events);
  const draft = kept && isWrittenIn(shown, action, attemptOf(action, kept).form) ? kept : undefined;
  const form = formView(deps, request, session, shown, action, attempt ?? (draft && attemptOf(action, draft)));
  return { ...form, writing: writingOf(request, shown, action, form.form.values, { ...beside, draft, mayClear: attempt === undefined }) };
}

/** The form of a draft, as it was typed. */
export function attemptOf(action: OfficerCommand, { fields }: Draft): Attempt {
  return { action, form: new URLSearchParams(fields.map(([name, value]) => [name, value])), errors: [] };
}

function writingOf(
  request: PageRequest,
  shown: ShownCase,
  action: OfficerCommand,
  values: Readonly<Record<string, string>>,
  { draft, mayClear, preview, wordLetter }: Beside & { readonly draft?: Draft; readonly mayClear: boolean },
) {
  const { reference } = shown.state;
  return {
    draftHref: paths.draft(reference, action),
    draft: draft && {
      begun: momentInWords(draft.begunAt),
      saved: momentInWords(draft.savedAt),
      wasSent: draft.sentAs !== undefined,
      mayClear,
    },
    previewHref: writesLetter(action) ? paths.preview(reference, action) : undefined,
    checklist: checklistOf(action, values, 'acknowledgement' in shown.state ? pointsOf(shown.state).length : 1),
    preview: preview && previewView(preview, reference, request),
    wordLetter: takesWordLetter(action)
      ? { href: paths.wordLetter(reference, action), read: wordLetter, filled: wordLetter && filledFields(wordLetter) }
      : undefined,
  };
}

function previewView(preview: Preview, reference: string, { now }: PageRequest) {
  if (preview.kind !== 'letter')
    return {
      refused:
        preview.kind === 'refused'
          ? preview.why
          : 'This sends no letter to the person: there is no safe way to reach them, or it needs none.',
    };
  const { letter, proposed, waits } = preview;
  const byPost = letter.to.by === 'post';
  return {
    ...letterView(letter, reference, londonDateOf(now)),
    today: inWords(londonDateOf(now)),
    when: whenItLeaves(proposed, byPost, waits),
  };
}

function whenItLeaves(proposed: boolean, byPost: boolean, waits: boolean): string {
  if (proposed) return 'Nothing leaves until a second person approves it.';
  if (byPost) return 'It is to be printed and posted.';
  return waits
    ? 'It leaves ten minutes after you send it, and you can take it back until then.'
    : 'It leaves at once when you send it: it is due today, or may not wait.';
}
