import type { Reference } from '../cases/actor.ts';
import type { Question, WayToJoin } from '../cases/conversation/conversation.ts';
import type { Contact } from './contact.ts';
import { readMessage } from './reading.ts';
import { referencesIn } from './references-in.ts';
import { bareSubject, saysForward, saysReply } from './subjects.ts';
import { isWriter, writerOf } from './writers.ts';

// Into which case a message goes, decided by a pure function (ADR 7): a proof of the case *and* one of its own writers as the sender. Everything else
// opens a case of its own, with its receipt and its clock: nothing waits, and one person's mail never lands in another's case by machine.

/** What a machine takes as a sign of a case, in the order of their strength. */
export type Proof = Extract<WayToJoin, 'status-page' | 'reply-address' | 'reference' | 'case-number'>;

/** A sign of a case in a message, and what is known of that case; `known` is undefined where there is none under that reference. */
export type Hint = { readonly by: Proof; readonly reference: Reference; readonly known?: CaseKnown };
export type CaseKnown = { readonly writers: readonly string[]; readonly subject?: string };

/** What decides besides the hints. */
export type Incoming = {
  readonly sender?: string;
  readonly authenticated: boolean;
  readonly subject?: string;
  readonly looksLikeReply: boolean;
  /** Its words speak of another matter. */
  readonly newMatter: boolean;
};

export type Joining =
  | { readonly kind: 'join'; readonly reference: Reference; readonly by: Proof; readonly question?: Question }
  | { readonly kind: 'open'; readonly question?: Question };

/** `hints` come strongest first. Total: every message joins one case or opens one. */
export function joining(incoming: Incoming, hints: readonly Hint[]): Joining {
  const own = hints.filter((hint) => mayJoin(incoming, hint));
  const [first] = own;
  if (first) return { kind: 'join', reference: first.reference, by: first.by, question: questionOfJoined(incoming, first, own) };
  const proven = hints.find(({ by, known }) => by !== 'case-number' && known !== undefined);
  if (proven) return { kind: 'open', question: { kind: 'same-or-new', because: 'stranger', mayBelongTo: proven.reference } };
  const named = hints.find(({ by, known }) => by === 'case-number' && known !== undefined) ?? hints[0];
  if (named) return { kind: 'open', question: { kind: 'unmatched', because: 'case-number', mayBelongTo: named.known && named.reference } };
  return incoming.looksLikeReply ? { kind: 'open', question: { kind: 'unmatched', because: 'reply-to-unknown' } } : { kind: 'open' };
}

/** A case number can be guessed or overheard, so it counts only where the sender's address was proved as well. */
function mayJoin({ sender, authenticated }: Incoming, { by, known }: Hint): boolean {
  return known !== undefined && isWriter(known.writers, sender) && (by !== 'case-number' || authenticated);
}

function questionOfJoined(incoming: Incoming, joined: Hint, own: readonly Hint[]): Question | undefined {
  const other = own.find(({ by, reference }) => by === joined.by && reference !== joined.reference);
  if (other) return { kind: 'same-or-new', because: 'several-cases', mayBelongTo: other.reference };
  if (incoming.newMatter) return { kind: 'same-or-new', because: 'new-matter' };
  return subjectChanged(incoming.subject, joined) ? { kind: 'same-or-new', because: 'changed-subject' } : undefined;
}

/** Every letter of ours names the case in its subject, so a reply to one does too. */
function subjectChanged(subject: string | undefined, { reference, known }: Hint): boolean {
  const bare = bareSubject(subject);
  return bare !== undefined && bare !== known?.subject && !referencesIn(bare).includes(reference);
}

// ---------------------------------------------------------------------------------------------------------------------

/** A message that SES sent: `<id@eu-west-2.amazonses.com>`, in Northern Virginia `<id@email.amazonses.com>`. */
const sentBySes = /^<([\w-]{1,200})@(?:email|[a-z]{2}(?:-[a-z]+)+-\d)\.amazonses\.com>$/i;

/** The ids under which SES may have sent the messages that this one refers to; whether for us is not known here. The latest first. */
export function sesIdsIn({ email }: Pick<Contact, 'email'>): readonly string[] {
  return [...new Set((email?.references ?? []).flatMap((id) => sentBySes.exec(id)?.[1] ?? []))].reverse();
}

/** The cases of ours that a message names in its subject or text, the subject's first, or that a caller spoke. A typed number of another body is none. */
export function casesNamedIn(
  { subject, text, voicemail }: Pick<Contact, 'subject' | 'text' | 'voicemail'>,
  prefix: string,
): readonly Reference[] {
  const said = voicemail?.heard.reference?.value ?? '';
  return referencesIn(`${subject ?? ''}\n${said}\n${text}`).filter((reference) => reference.startsWith(`${prefix}-`));
}

/**
 * It answers something: its mail program says so, or it is a "Re:" over an earlier message. A forward carries the thread it comes from and is
 * no reply to us.
 */
export function looksLikeReply({ channel, subject, text, email }: Pick<Contact, 'channel' | 'subject' | 'text' | 'email'>): boolean {
  if (channel !== 'email' || saysForward(subject)) return false;
  return (email?.references.length ?? 0) > 0 || (saysReply(subject) && readMessage(text).quoted.length > 0);
}

/** What a contact says of itself. Our own mailbox is nobody's address: what a colleague passes on from it is another person's matter each time. */
export function incomingOf(contact: Contact, ours: readonly string[], newMatter: boolean): Incoming {
  const sender = writerOf(contact.from.email);
  return {
    sender: sender !== undefined && ours.some((address) => writerOf(address) === sender) ? undefined : sender,
    authenticated: contact.authenticated,
    subject: contact.subject,
    looksLikeReply: looksLikeReply(contact),
    newMatter,
  };
}
