import type { Email } from 'postal-mime';
import type { TrustedForwarder } from '../../../council/facts.ts';
import type { MailVerdicts } from '../../app/ports.ts';
import type { MailReceipt } from '../../app/receive-mail.ts';
import type { CallInMail } from '../../app/receive-voicemail-mail.ts';
import type { ReturnedNotice } from '../../app/record-returned.ts';
import { type Attachment, type AutomaticMail, type Contact, type HoldReason, longestText } from '../../domain/intake/contact.ts';
import { saysReply } from '../../domain/intake/subjects.ts';
import { automaticMail, noticeHeader, whyNoAnswer } from './automatic-mail.ts';
import { callInMail } from './call-in-mail.ts';
import { cleanLine, cut } from './clean-text.ts';
import { isEncrypted } from './encrypted.ts';
import { forwardedIn } from './forwarded.ts';
import { isOutlookPackage, keptPart } from './kept-parts.ts';
import { addressesIn, domainOf, emailOf, emailsIn, envelopeOf } from './mailboxes.ts';
import { mostParts } from './outline.ts';
import { parseMail } from './parse-mail.ts';
import { type PassedOn, passedOnIn } from './passed-on.ts';
import { returnedNoticeIn } from './returned-notice.ts';
import type { LookUpText } from './sealed-verdicts.ts';
import { wordsOf } from './words-of.ts';

export type ReadMailReceipt = MailReceipt & {
  /** What comes from these is our own mail come back. */
  readonly ourAddresses: readonly string[];
  /** Whose word about a sender is taken, under their seal. */
  readonly trustedForwarders: readonly TrustedForwarder[];
  /** Where the keys of seals are found: DNS. Asked only about mail of a trusted forwarder. */
  readonly lookUpText: LookUpText;
};

export type ReadMailResult = {
  readonly contact: Contact;
  /** The attachments' bytes, to be kept under these keys before the contact is stored. */
  readonly parts: readonly { readonly key: string; readonly contentType: string; readonly body: Uint8Array }[];
  /** The letter of ours that a bounce claims to bring back. */
  readonly returned?: ReturnedNotice;
  readonly call: CallInMail;
};

const longestSubject = 1_000;
/** The first message of a thread and the latest ones are enough to find its case. */
const mostReferences = 30;
const mostRecipients = 50;

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
  const outside = senders.length === 1 ? mailboxes[0] : undefined;
  const seemsAutomatic = automaticMail(mail, outside?.email, receipt.ourAddresses);

  const infected = verdicts.virus === 'FAIL';
  const mayPassOn = passesOn(mail, outside?.email, receipt.trustedForwarders);
  const forwarded = whole && !infected && (mayPassOn || !seemsAutomatic) ? await forwardedIn(mail) : [];
  const body = wordsOf(mail);
  const passedOn = mayPassOn ? passedOnIn(forwarded, body.text) : undefined;
  const automatic = passedOn ? automaticInside(passedOn, seemsAutomatic, receipt.ourAddresses) : seemsAutomatic;
  const sender = passedOn?.sender ?? outside;
  const said = [body, ...forwarded].filter(({ text }) => text !== '');
  const text = said.map((part) => part.text).join('\n\n');
  // The verdict is per message: all that came with it stays inside the original (decision 23).
  const found = infected ? [] : [...mail.attachments, ...forwarded.flatMap(({ parts }) => parts)].slice(0, mostParts);
  const kept = found.map((part, index) => keptPart(part, index + 1, receipt.messageId, verdicts.virus === 'PASS'));
  const subject = cleanLine(passedOn?.mail.subject ?? mail.subject ?? '', longestSubject);
  const thread = passedOn?.mail.headers.length ? passedOn.mail : mail;

  const takesNoAnswer = sender?.email === undefined ? undefined : whyNoAnswer(sender.email, thread, receipt.ourAddresses);
  const returned = whole && !infected && automatic === 'bounce' ? returnedNoticeIn(mail) : undefined;

  const contact: Contact = {
    channel: 'email',
    id: receipt.messageId,
    receivedAt: receipt.receivedAt,
    loggedAt: receipt.loggedAt,
    original: receipt.original,
    from: { name: sender?.name, email: sender?.email },
    reachBy: sender?.email && !takesNoAnswer ? ['email'] : [],
    ...(takesNoAnswer && { takesNoAnswer }),
    subject: subject === '' ? undefined : subject,
    text: cut(text, longestText),
    textComplete: whole && said.every(({ complete }) => complete) && text.length <= longestText,
    attachments: kept.map(({ attachment }) => attachment),
    authenticated:
      sender?.email !== undefined &&
      mailboxes.length === 1 &&
      passedOn === undefined &&
      (await isAuthenticated(raw, mail, sender.email, receipt)),
    email: {
      messageId: idsIn(thread, 'message-id')[0],
      references: shortened([...new Set([...idsIn(thread, 'references'), ...idsIn(thread, 'in-reply-to')])]),
      to: recipientsOf(mail, receipt.recipients),
    },
    hold: holdReason(raw, verdicts, whole && senders.length <= 1, mail, { text, subject, kept: kept.map(({ attachment }) => attachment) }),
    automatic,
  };
  return {
    contact,
    parts: kept.map(({ attachment, body }) => ({ key: attachment.key, contentType: attachment.contentType, body })),
    ...(returned && { returned }),
    call: callInMail(mail),
  };
}

/**
 * Whether a message may be one that a mailbox of the council's forwards in its own name, by a rule or by hand. Our own letters never are, nor is an answer:
 * what a colleague says above a quotation is not the resident's.
 */
function passesOn(mail: Email, from: string | undefined, forwarders: readonly TrustedForwarder[]): boolean {
  const isOurLetter = mail.headers.some(({ key }) => key === noticeHeader.toLowerCase());
  return (
    !isOurLetter &&
    !saysReply(mail.subject) &&
    from !== undefined &&
    forwarders.some(({ mailboxes }) => mailboxes.includes(from.toLowerCase()))
  );
}

/**
 * What a rule forwarded is judged as it came to the council: that a program sent it on says nothing of who wrote it. A letter of our own, which lost its header
 * on the way, is ours where nobody put a word above it: else two mailboxes of ours would open cases about each other's letters without end.
 */
function automaticInside({ mail, sender, note }: PassedOn, seemsAutomatic: AutomaticMail | undefined, ourAddresses: readonly string[]) {
  const isOurs = ourAddresses.some((address) => address.toLowerCase() === sender.email?.toLowerCase());
  if (isOurs && (note === '' || seemsAutomatic)) return 'our-own';
  return automaticMail(mail, sender.email, ourAddresses);
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

type Readable = { readonly text: string; readonly subject: string; readonly kept: readonly Attachment[] };

function holdReason(
  raw: Uint8Array,
  verdicts: MailVerdicts,
  whole: boolean,
  mail: Email,
  { text, subject, kept }: Readable,
): HoldReason | undefined {
  if (verdicts.virus === 'FAIL') return 'virus-found';
  if (isEncrypted(mail, text)) return 'encrypted';
  const wordsInside = text === '' && kept.some(({ contentType, name }) => isOutlookPackage(contentType, name));
  const nothing = text === '' && kept.length === 0;
  if (!whole || wordsInside || (nothing && (subject === '' || losesWords(raw, mail)))) return 'unreadable';
  return verdicts.spam === 'FAIL' ? 'spam-suspected' : undefined;
}

/** Whether a message of which no words were found has something in its body all the same: not the mail of somebody who writes in the subject alone. */
function losesWords(raw: Uint8Array, mail: Email): boolean {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const [ends] = ['\r\n\r\n', '\n\n']
    .map((emptyLine) => bytes.indexOf(emptyLine))
    .filter((at) => at >= 0)
    .sort((one, other) => one - other);
  const bodyIsBlank = ends === undefined || !/\S/.test(bytes.toString('latin1', ends, ends + 64 * 1024));
  if (bodyIsBlank || mail.html) return false;
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  return mail.text === undefined || !/^\s*multipart\//i.test(type);
}

type Proofs = Pick<MailVerdicts, 'spf' | 'dkim' | 'dmarc'> & { readonly envelopeDomain: string | undefined };

/** By the receipt, or by what a trusted forwarder sealed: forwarding breaks SPF, and whatever touches the words breaks DKIM. */
async function isAuthenticated(raw: Uint8Array, mail: Email, sender: string, receipt: ReadMailReceipt): Promise<boolean> {
  const envelope = envelopeOf(mail);
  if (provesSender({ ...receipt.verdicts, envelopeDomain: envelope && domainOf(envelope) }, sender)) return true;
  const forwarder = forwarderOf(mail, envelope, receipt);
  if (!forwarder) return false;
  // A heavy library, for mail of a trusted forwarder alone.
  const { sealedVerdicts } = await import('./sealed-verdicts.ts');
  const sealed = await sealedVerdicts(raw, forwarder, receipt.lookUpText);
  if (!sealed || (sealed.dmarc === 'PASS' && sealed.fromDomain !== domainOf(sender))) return false;
  return provesSender(sealed, sender);
}

/** The trusted forwarder that handed a message to us: SES saw that the envelope is its own. */
function forwarderOf(mail: Email, envelope: string | undefined, { verdicts, trustedForwarders }: ReadMailReceipt) {
  if (verdicts.spf !== 'PASS' || envelope === undefined || !mail.headers.some(({ key }) => key === 'arc-seal')) return undefined;
  return trustedForwarders.find(({ envelopeDomains }) => envelopeDomains.includes(domainOf(envelope)));
}

/**
 * DMARC says that the From header's own domain sent it. Where that domain has no policy, both older proofs together do; but SPF speaks of the
 * envelope and DKIM of whoever signed, and a stranger's own domain passes both: so the envelope must be of the sender's domain.
 */
function provesSender({ dmarc, spf, dkim, envelopeDomain }: Proofs, sender: string): boolean {
  if (dmarc === 'PASS' || dmarc === 'FAIL') return dmarc === 'PASS';
  return spf === 'PASS' && dkim === 'PASS' && envelopeDomain === domainOf(sender);
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
