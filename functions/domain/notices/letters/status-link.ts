import type { CaseState } from '../../cases/case.ts';
import { statusLink } from '../../policy/status-page.ts';
import type { Reader } from '../../status/readers.ts';
import type { Letter } from '../notice.ts';
import { dear, howToAdd, type LetterContext, signedByTeam } from '../parts.ts';

/**
 * Whoever reads this mailbox may be somebody else: nothing of the complaint, and no service (duty D6). Its sender adds the address of the page, which
 * nobody keeps (ADR 15).
 */
export function statusLinkMail(
  { reference }: CaseState,
  { name }: Reader,
  context: Pick<LetterContext, 'council' | 'publicUrl' | 'goesBy' | 'words'>,
): Letter {
  const { t } = context.words;
  return {
    subject: t('statusLink.subject', { reference }),
    blocks: [
      dear(name, context),
      { paragraph: t('statusLink.asked', { reference }) },
      { paragraph: t('statusLink.once', { count: statusLink.minutes }) },
      { paragraph: t('statusLink.notYou') },
      ...howToAdd(context, reference),
      signedByTeam(context.council),
    ],
  };
}
