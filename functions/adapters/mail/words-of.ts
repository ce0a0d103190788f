import type { Email } from 'postal-mime';
import { longestText } from '../../domain/intake/contact.ts';
import { cleanBody } from './clean-text.ts';
import { htmlToText } from './html-to-text.ts';
import { invitationInWords } from './invitation.ts';
import { bytesOf } from './kept-parts.ts';

/** `complete` is false where there was more than could be read. */
export type Words = { readonly text: string; readonly complete: boolean };

/** The plain text, or the HTML's words where there is no plain text to speak of, or those of an invitation where there is neither. */
export function wordsOf(mail: Email): Words {
  const plain = cleanBody(mail.text ?? '');
  if (plain !== '') return { text: plain, complete: true };
  const { text, complete } = htmlToText(mail.html ?? '', longestText + 1);
  const shown = cleanBody(text);
  return shown === '' ? { text: cleanBody(invitation(mail) ?? ''), complete: true } : { text: shown, complete };
}

function invitation(mail: Email): string | undefined {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  return part && invitationInWords(new TextDecoder().decode(bytesOf(part)));
}
