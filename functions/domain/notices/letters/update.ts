import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import { toldDate } from '../../deadlines/next.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, paragraphs, whoAnswersFor } from '../parts.ts';

type Sent = Extract<EventData, { readonly type: 'update-sent' }>;

/** How far we have come, and when we write next, to somebody who waits longer than they should (duty D22; Housing Code 5.9). */
export function update(state: CaseState, sent: Sent, context: LetterContext): Letter {
  const { t } = context.words;
  const { reference } = state;
  return {
    subject: t('shared.whereItStands', { reference }),
    blocks: [
      greeting(state, context),
      ...paragraphs(sent.words),
      { heading: t('shared.next') },
      { paragraph: whatComes(sent, context) },
      ...howToAdd(context, reference, directLineOf(state, context.staff)),
      { paragraph: whoAnswersFor(state, context) },
    ],
  };
}

function whatComes({ updates }: Sent, { deadlines, words: { t, date } }: LetterContext): string {
  const answer = deadlines.find(({ kind, met, ended }) => !met && !ended && (kind === 'respond' || kind === 'respond-stage-two'));
  const due = answer && toldDate(answer);
  const weWrite = t('update.weWriteBy', { date: date(updates.next) });
  return due && due > updates.from ? `${t('update.answerBy', { date: date(due) })} ${weWrite}` : weWrite;
}
