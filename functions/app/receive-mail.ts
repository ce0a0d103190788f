import type { Instant } from '../domain/calendar/local-date.ts';
import type { Contact } from '../domain/intake/contact.ts';
import { recordingIn } from '../domain/intake/recording-in-mail.ts';
import type { MailPart, MailVerdicts, Originals, Recordings } from './ports.ts';
import { type CallInMail, receiveVoicemailMail } from './receive-voicemail-mail.ts';
import type { ReturnedNotice } from './record-returned.ts';
import { type TakeInDeps, type TakenIn, takeIn } from './take-in.ts';

/** What the receipt said, or what the sweep could find out. */
export type MailReceipt = {
  readonly messageId: string;
  readonly receivedAt: Instant;
  readonly loggedAt: Instant;
  readonly verdicts: MailVerdicts;
  readonly original: string;
  /** Envelope recipients, where known: they may differ from the To header. */
  readonly recipients: readonly string[];
};

/** Makes a contact of any bytes at all: what cannot be read is held for a person. */
export type ReadMail = (
  raw: Uint8Array,
  receipt: MailReceipt,
) => Promise<{
  contact: Contact;
  parts: readonly MailPart[];
  /** What it says of a call, where a telephone system sent it. */
  call?: CallInMail;
  /** The letter of ours that it claims to bring back. */
  returned?: ReturnedNotice;
}>;

export type ReceiveMailDeps = TakeInDeps & {
  readonly originals: Originals;
  readonly recordings: Pick<Recordings, 'keep'>;
  readonly readMail: ReadMail;
};

export const mailPrefix = 'mail/';

/** Takes in one e-mail whose original SES has stored. `receivedAt` undefined: the sweep found it, and the object's date is the receipt. */
export async function receiveMail(
  deps: ReceiveMailDeps,
  message: Omit<MailReceipt, 'original' | 'loggedAt' | 'receivedAt'> & { readonly receivedAt?: Instant },
): Promise<TakenIn> {
  const original = `${mailPrefix}${message.messageId}`;
  const stored = await deps.originals.read(original);
  if (!stored) throw new Error('an e-mail was announced and its original is not there');
  const receipt = { ...message, original, receivedAt: message.receivedAt ?? stored.storedAt, loggedAt: deps.now() };
  const { contact, parts, returned, call = {} } = await deps.readMail(stored.body, receipt);
  const audio = recordingIn({ contact, parts }, deps.council.voicemail);
  const recording = audio?.bySystem ? audio : undefined;
  for (const part of parts) if (part !== recording?.part) await deps.originals.keep(part.key, part.body, part.contentType);
  if (recording) return receiveVoicemailMail(deps, contact, recording, call);
  // Perhaps a call after all, by a telephone system that nobody has named to us: a person decides, and it is not filed unheard.
  if (audio && contact.automatic === 'auto-reply') return takeIn(deps, { ...contact, hold: 'seems-automatic', automatic: undefined });
  if (!returned) return takeIn(deps, contact);
  // Rare, and not for every start of the function.
  const { caseOfReturned, recordReturned } = await import('./record-returned.ts');
  const returnedTo = await caseOfReturned(deps, returned);
  const taken = await takeIn(deps, contact, returnedTo);
  if (returnedTo) await recordReturned(deps, returned, receipt.receivedAt);
  return taken;
}
