import { addressParser, type Email, type Attachment as MailPart } from 'postal-mime';
import type { MailVerdicts } from '../../app/ports.ts';
import type { MailReceipt } from '../../app/receive-mail.ts';
import { type Attachment, type Contact, type HoldReason, longestText } from '../../domain/intake/contact.ts';
import { automaticMail } from './automatic-mail.ts';
import { cleanBody, cleanFileName, cleanLine, cut, extensionOf } from './clean-text.ts';
import { htmlToText } from './html-to-text.ts';
import { mostParts, mostPlainLines } from './outline.ts';
import { parseMail } from './parse-mail.ts';

export type ReadMailReceipt = MailReceipt & {
  /** What comes from these is our own mail come back. */
  readonly ourAddresses: readonly string[];
};

export type ReadMailResult = {
  readonly contact: Contact;
  /** The attachments' bytes, to be kept under these keys before the contact is stored. */
  readonly parts: readonly { readonly key: string; readonly contentType: string; readonly body: Uint8Array }[];
  /** Where the sender asks for answers. A hint, often a fraud's: nothing is sent there unless a person says so. */
  readonly replyToAddresses: readonly string[];
};

const longestSubject = 1_000;
const longestName = 200;
/** RFC 5321: 254 characters are the most an address can have. */
const longestAddress = 254;
/** The first message of a thread and the latest ones are enough to find its case. */
const mostReferences = 30;
const mostRecipients = 50;
/** A forward of a forward of a forward; deeper ones stay in their attachment. */
const deepestForward = 3;
const mostForwards = 20;

/**
 * Makes a contact of any bytes at all, within bounded time and memory. Never throws for bad input: what cannot be read is held for a person
 * with whatever could be told of its sender, and no words are put in anybody's mouth. The original stays where it is, byte for byte.
 */
export async function readMail(raw: Uint8Array, receipt: ReadMailReceipt): Promise<ReadMailResult> {
  const { mail, whole } = await parseMail(raw);
  const verdicts = withWarnings(receipt.verdicts, mail);
  const senders = mail.headers.filter(({ key }) => key === 'from');
  const mailboxes = senders.flatMap(({ value }) => addressesIn(value));
  // With two From headers each reader believes a different one: neither is believed here.
  const sender = senders.length === 1 ? mailboxes[0] : undefined;
  const automatic = automaticMail(mail, sender?.email, receipt.ourAddresses);

  const infected = verdicts.virus === 'FAIL';
  const forwarded =
    whole && !infected && !automatic ? await forwardedIn(mail, { forwards: mostForwards, plainLines: mostPlainLines }, 1) : [];
  const body = bodyOf(mail);
  const said = [body, ...forwarded].filter(({ text }) => text !== '');
  const text = said.map((part) => part.text).join('\n\n');
  // The verdict is per message: all that came with it stays inside the original (decision 23).
  const found = infected ? [] : [...mail.attachments, ...forwarded.flatMap(({ parts }) => parts)].slice(0, mostParts);
  const kept = found.map((part, index) => keptPart(part, index + 1, receipt.messageId));
  const subject = mail.subject ? cleanLine(mail.subject, longestSubject) : '';
  const readable = whole && senders.length <= 1 && (text !== '' || subject !== '' || kept.length > 0);

  const contact: Contact = {
    channel: 'email',
    id: receipt.messageId,
    receivedAt: receipt.receivedAt,
    loggedAt: receipt.loggedAt,
    original: receipt.original,
    from: { name: sender?.name, email: sender?.email },
    reachBy: sender?.email ? ['email'] : [],
    subject: subject === '' ? undefined : subject,
    text: cut(text, longestText),
    textComplete: whole && said.every(({ complete }) => complete) && text.length <= longestText,
    attachments: kept.map(({ attachment }) => attachment),
    authenticated:
      sender?.email !== undefined && mailboxes.length === 1 && isAuthenticated(receipt.verdicts, sender.email, envelopeOf(mail)),
    email: {
      messageId: idsIn(mail, 'message-id')[0],
      references: shortened([...new Set([...idsIn(mail, 'references'), ...idsIn(mail, 'in-reply-to')])]),
      to: recipientsOf(mail, receipt.recipients),
    },
    hold: holdReason(verdicts, readable),
    automatic,
  };
  return {
    contact,
    parts: kept.map(({ attachment, body }) => ({ key: attachment.key, contentType: attachment.contentType, body })),
    replyToAddresses: mail.headers.filter(({ key }) => key === 'reply-to').flatMap(({ value }) => emailsIn(value)),
  };
}

/**
 * A swept message has lost its receipt, but SES wrote what it found above the sender's own headers. That may warn of the message and never
 * speaks for it: a sender who forges it is only held for a person.
 */
function withWarnings(verdicts: MailVerdicts, mail: Email): MailVerdicts {
  const warns = (name: string) => /^\s*fail\b/i.test(mail.headers.find(({ key }) => key === name)?.value ?? '');
  return {
    ...verdicts,
    spam: verdicts.spam === 'unknown' && warns('x-ses-spam-verdict') ? 'FAIL' : verdicts.spam,
    virus: verdicts.virus === 'unknown' && warns('x-ses-virus-verdict') ? 'FAIL' : verdicts.virus,
  };
}

function holdReason(verdicts: MailVerdicts, readable: boolean): HoldReason | undefined {
  if (verdicts.virus === 'FAIL') return 'virus-found';
  if (!readable) return 'unreadable';
  return verdicts.spam === 'FAIL' ? 'spam-suspected' : undefined;
}

/**
 * DMARC says that the From header's own domain sent it. Where that domain has no policy, both older proofs together do; but SPF speaks of the
 * envelope and DKIM of whoever signed, and a stranger's own domain passes both: so the envelope must be of the sender's domain.
 */
function isAuthenticated({ dmarc, spf, dkim }: MailVerdicts, sender: string, envelope: string | undefined): boolean {
  if (dmarc === 'PASS' || dmarc === 'FAIL') return dmarc === 'PASS';
  return spf === 'PASS' && dkim === 'PASS' && envelope !== undefined && domainOf(envelope) === domainOf(sender);
}

/** The envelope's sender: SES writes it at the top, above whatever the sender wrote. */
function envelopeOf(mail: Email): string | undefined {
  return emailsIn(mail.headers.find(({ key }) => key === 'return-path')?.value ?? '')[0];
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

// ---------------------------------------------------------------------------------------------------------------------
// Words

type Words = { readonly text: string; readonly complete: boolean };

/** The plain text, or the HTML's words where there is no plain text to speak of. */
function bodyOf(mail: Email): Words {
  const plain = cleanBody(mail.text ?? '');
  if (plain !== '' || !mail.html) return { text: plain, complete: true };
  const { text, complete } = htmlToText(mail.html, longestText + 1);
  return { text: cleanBody(text), complete };
}

type Forwarded = Words & { readonly parts: readonly MailPart[] };

/** What is left to spend on messages inside the message: a few hundred small ones could otherwise cost minutes. */
type Allowance = { forwards: number; plainLines: number };

/** Messages attached to the message, as mail programs show a forward, with what is attached to them. What is too much stays an attachment. */
async function forwardedIn(mail: Email, allowance: Allowance, depth: number): Promise<readonly Forwarded[]> {
  const forwarded: Forwarded[] = [];
  for (const part of mail.attachments) {
    if (part.mimeType !== 'message/rfc822' || depth > deepestForward || allowance.forwards === 0) continue;
    const { mail: inner, whole, plainLines } = await parseMail(bytesOf(part), allowance.plainLines);
    allowance.forwards -= 1;
    allowance.plainLines = Math.max(0, allowance.plainLines - plainLines);
    if (!whole) continue;
    const deeper = await forwardedIn(inner, allowance, depth + 1);
    const heading = ['from', 'date', 'subject', 'to'].flatMap((name) => headingLine(inner, name));
    const body = bodyOf(inner);
    const text = ['---------- Forwarded message ----------', ...heading, '', body.text].join('\n').trimEnd();
    forwarded.push({
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
  return [`${name.charAt(0).toUpperCase()}${name.slice(1)}: ${cleanLine(shown, longestSubject)}`];
}

// ---------------------------------------------------------------------------------------------------------------------
// People

type Mailbox = { readonly name?: string; readonly email?: string };

function addressesIn(header: string): readonly Mailbox[] {
  return addressParser(header, { flatten: true }).flatMap(({ name, address = '' }) => {
    const email = emailOf(address);
    const shown = cleanLine(name, longestName);
    const mailbox = { name: shown === '' || shown.toLowerCase() === email?.toLowerCase() ? undefined : shown, email };
    return mailbox.name || mailbox.email ? [mailbox] : [];
  });
}

function emailsIn(header: string): readonly string[] {
  return addressesIn(header).flatMap(({ email }) => (email ? [email] : []));
}

function emailOf(address: string): string | undefined {
  const trimmed = cleanLine(address, longestAddress);
  return trimmed === address.trim() && /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\]+\.[^\s@<>()[\]",;:\\.]+$/.test(trimmed)
    ? trimmed
    : undefined;
}

function recipientsOf(mail: Email, envelope: readonly string[]): readonly string[] {
  const named = mail.headers.filter(({ key }) => key === 'to' || key === 'cc').flatMap(({ value }) => emailsIn(value));
  const all = [...envelope.flatMap((address) => emailOf(address) ?? []), ...named].map((address) => address.toLowerCase());
  return [...new Set(all)].slice(0, mostRecipients);
}

// ---------------------------------------------------------------------------------------------------------------------
// Threads

function idsIn(mail: Email, name: string): readonly string[] {
  const value = mail.headers.find(({ key }) => key === name)?.value ?? '';
  return value.match(/<[^<>\s]{1,250}>/g) ?? [];
}

function shortened(ids: readonly string[]): readonly string[] {
  return ids.length <= mostReferences ? ids : [...ids.slice(0, 1), ...ids.slice(1 - mostReferences)];
}

// ---------------------------------------------------------------------------------------------------------------------
// Attachments

/** The key holds a number and not the sender's file name, which may name a person: keys stand in access logs. */
function keptPart(part: MailPart, number: number, messageId: string): { attachment: Attachment; body: Uint8Array } {
  const body = bytesOf(part);
  const contentType = /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,80}$/.test(part.mimeType) ? part.mimeType : 'application/octet-stream';
  const unnamed = contentType === 'message/rfc822' ? 'forwarded-message.eml' : 'attachment';
  const name = (part.filename && cleanFileName(part.filename)) || unnamed;
  const key = `attachments/${messageId}/${number}${extensionOf(name).toLowerCase()}`;
  return { attachment: { name, contentType, size: body.byteLength, key }, body };
}

function bytesOf({ content }: MailPart): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
