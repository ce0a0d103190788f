import type { Email } from 'postal-mime';
import type { Forwarded } from './forwarded.ts';
import { addressesIn, type Mailbox } from './mailboxes.ts';

/**
 * The message that a mailbox of the council forwarded: who wrote it, and what its headers said, as far as they came along. `note` is what stands above it:
 * a colleague's words, a warning that the mail is from outside, or nothing.
 */
export type PassedOn = { readonly sender: Mailbox; readonly mail: Email; readonly note: string };

/**
 * The original inside a message that a rule of the council's own mail system forwarded (Microsoft's "forward", which puts the mailbox itself
 * in From): the attached message, or the topmost block of "From: … Sent: … Subject: …" in the words. Nobody vouches for either.
 */
export function passedOnIn(forwarded: readonly Forwarded[], text: string): PassedOn | undefined {
  const attached = forwarded[0]?.mail;
  if (attached) {
    const senders = attached.headers.filter(({ key }) => key === 'from').flatMap(({ value }) => addressesIn(value));
    const [sender] = senders;
    return sender && senders.length === 1 ? { sender, mail: attached, note: text } : undefined;
  }
  const block = topmostBlock(text);
  const sender = block && addressesIn(block.from)[0];
  return sender && { sender, mail: { headers: [], headerLines: [], attachments: [], subject: block.subject }, note: block.above };
}

/** Of the lines that may stand before the block: a warning that the mail is from outside, a signature. */
const mostLinesBefore = 40;
const longestBlock = 10;
const longestLine = 1_000;
/** What mail programs draw between a note and the message under it. */
const divider = /^\s*(?:_{5,}|-{2,}\s*(?:original|forwarded) message\s*-*|begin forwarded message:)\s*$/i;
const heading = /^\s*\*?(from|sent|date|to|cc|subject):\*?[ \t]+(.*)$/i;

function topmostBlock(text: string): { readonly from: string; readonly subject: string | undefined; readonly above: string } | undefined {
  const lines = text.split('\n', mostLinesBefore + longestBlock).map((line) => line.slice(0, longestLine));
  const start = lines.slice(0, mostLinesBefore).findIndex((line) => heading.exec(line)?.[1]?.toLowerCase() === 'from');
  if (start < 0) return undefined;
  const found = new Map<string, string>();
  for (const line of lines.slice(start, start + longestBlock)) {
    const [, name = '', value = ''] = heading.exec(line) ?? [];
    if (name !== '' && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), value);
  }
  const from = found.get('from');
  if (from === undefined || !found.has('subject') || !(found.has('sent') || found.has('date'))) return undefined;
  // Outlook writes each address twice: `Ann <ann@mailbox.example<mailto:ann@mailbox.example>>`, or `[mailto:…]` in older ones.
  const written = from.replace(/<mailto:[^<>]*>/gi, '').replace(/\[mailto:([^\]\s]*)\]/gi, '<$1>');
  const above = lines
    .slice(0, start)
    .filter((line) => !divider.test(line))
    .join('\n')
    .trim();
  return { from: written, subject: found.get('subject'), above };
}
