import PostalMime, { type Address } from 'postal-mime';
import * as z from 'zod';
import { keepFiles } from '../kept.ts';

const envelopeShape = z.strictObject({
  messageId: z.string(),
  sentAt: z.string(),
  source: z.string(),
  destinations: z.array(z.string()),
  configurationSet: z.string().optional(),
  tags: z.record(z.string(), z.string()),
});
export type Envelope = z.infer<typeof envelopeShape>;

export type SentMail = Awaited<ReturnType<typeof readSent>>;
export type Outbox = Awaited<ReturnType<typeof openOutbox>>;

/** Sent mail, oldest first, kept in a folder. */
export async function openOutbox(folder?: string) {
  const kept = keepFiles(folder, envelopeShape);
  const sent = await Promise.all(kept.all().map(({ described, body }) => readSent(described, body)));
  sent.sort((one, other) => one.sentAt.localeCompare(other.sentAt));
  return {
    async add(envelope: Envelope, raw: Buffer) {
      const mail = await readSent(envelope, raw);
      kept.put(envelope.messageId, envelope, raw);
      sent.push(mail);
      return mail;
    },
    all: (): readonly SentMail[] => sent,
    clear(): void {
      kept.clear();
      sent.length = 0;
    },
  };
}

/** A sent message as the console shows it. Addresses are plain; `destinations` is the envelope. */
async function readSent(envelope: Envelope, raw: Buffer) {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const headers: Record<string, string> = {};
  for (const { key, value } of mail.headers) headers[key] = headers[key] === undefined ? value : `${headers[key]}\n${value}`;
  return {
    ...envelope,
    from: mail.from?.address ?? '',
    to: plain(mail.to),
    cc: plain(mail.cc),
    replyTo: plain(mail.replyTo),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    /** Lower-case names; a repeated header's values one under the other. */
    headers,
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? '',
      contentType: mimeType,
      size: Buffer.byteLength(content),
    })),
  };
}

function plain(addresses: readonly Address[] | undefined): string[] {
  return (addresses ?? []).flatMap((one) => (one.group ? plain(one.group) : [one.address ?? ''])).filter((address) => address !== '');
}
