import type { Email, Attachment as MailPart } from 'postal-mime';
import { cleanLine } from './clean-text.ts';
import { bytesOf } from './kept-parts.ts';
import { addressesIn } from './mailboxes.ts';
import { mostPlainLines } from './outline.ts';
import { parseMail } from './parse-mail.ts';
import { type Words, wordsOf } from './words-of.ts';

/** A message inside the message, as mail programs show a forward. `parts` are what is attached to it, and to those inside it. */
export type Forwarded = Words & { readonly mail: Email; readonly parts: readonly MailPart[] };

/** A forward of a forward of a forward; deeper ones stay in their attachment. */
const deepestForward = 3;
const mostForwards = 20;
const longestHeading = 1_000;

/** What is left to spend on messages inside the message: a few hundred small ones could otherwise cost minutes. */
type Allowance = { forwards: number; plainLines: number };

/** The messages attached to a message. What is too much stays an attachment. */
export function forwardedIn(mail: Email): Promise<readonly Forwarded[]> {
  return inside(mail, { forwards: mostForwards, plainLines: mostPlainLines }, 1);
}

async function inside(mail: Email, allowance: Allowance, depth: number): Promise<readonly Forwarded[]> {
  const forwarded: Forwarded[] = [];
  for (const part of mail.attachments) {
    if (part.mimeType !== 'message/rfc822' || depth > deepestForward || allowance.forwards === 0) continue;
    const { mail: inner, whole, plainLines } = await parseMail(bytesOf(part), allowance.plainLines);
    allowance.forwards -= 1;
    allowance.plainLines = Math.max(0, allowance.plainLines - plainLines);
    if (!whole) continue;
    const deeper = await inside(inner, allowance, depth + 1);
    const heading = ['from', 'date', 'subject', 'to'].flatMap((name) => headingLine(inner, name));
    const body = wordsOf(inner);
    const text = ['---------- Forwarded message ----------', ...heading, '', body.text].join('\n').trimEnd();
    forwarded.push({
      mail: inner,
      text: [text, ...deeper.map((message) => message.text)].join('\n\n'),
      complete: body.complete && deeper.every(({ complete }) => complete),
      parts: [...inner.attachments, ...deeper.flatMap((message) => message.parts)],
    });
  }
  return forwarded;
}

function headingLine(mail: Email, name: string): readonly string[] {
  const value = name === 'subject' ? mail.subject : mail.headers.find(({ key }) => key === name)?.value;
  if (!value) return [];
  const shown =
    name === 'from' || name === 'to'
      ? addressesIn(value)
          .map((person) => (person.name ? `${person.name} <${person.email ?? ''}>` : (person.email ?? '')))
          .join(', ')
      : value;
  return [`${name.charAt(0).toUpperCase()}${name.slice(1)}: ${cleanLine(shown, longestHeading)}`];
}
