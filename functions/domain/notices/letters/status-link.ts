import type { CaseState } from '../../cases/case.ts';
import { statusLink } from '../../policy/status-page.ts';
import type { Reader } from '../../status/readers.ts';
import type { Letter } from '../notice.ts';
import { howToAdd, type NoticeContext, signedByTeam } from '../parts.ts';

/**
 * Whoever reads this mailbox may be somebody else: nothing of the complaint, and no service (duty D6). Its sender adds the address of the page, which
 * nobody keeps (ADR 15).
 */
export function statusLinkMail(
  { reference }: CaseState,
  { name }: Reader,
  { council, publicUrl }: Pick<NoticeContext, 'council' | 'publicUrl'>,
): Letter {
  return {
    subject: `The link you asked for: ${reference}`,
    blocks: [
      { paragraph: name ? `Dear ${name}` : 'Hello' },
      { paragraph: `Somebody asked on our website to see where ${reference} stands. If it was you, open the link below.` },
      {
        paragraph: `It works once, and only within ${statusLink.minutes} minutes of your asking. Do not pass it on: whoever opens it can read our letters to you.`,
      },
      { paragraph: 'If you did not ask for it, you do not have to do anything. Only this email has the link.' },
      ...howToAdd({ council, publicUrl, goesBy: 'email' }, reference),
      signedByTeam(council),
    ],
  };
}
