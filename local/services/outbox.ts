import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';
import * as z from 'zod';

const envelopeShape = z.strictObject({
  messageId: z.string(),
  sentAt: z.string(),
  source: z.string(),
  destinations: z.array(z.string()),
  configurationSet: z.string().optional(),
  tags: z.record(z.string(), z.string()),
});
export type Envelope = z.infer<typeof envelopeShape>;

/** A sent message as the console shows it. Addresses are plain; `destinations` is the envelope. */
export type SentMail = Envelope & {
  from: string;
  fromName?: string;
  to: readonly string[];
  cc: readonly string[];
  replyTo: readonly string[];
  subject: string;
  text: string;
  html: string;
  /** Lower-case names; a repeated header's values one under the other. */
  headers: Record<string, string>;
  attachments: readonly { filename: string; contentType: string; size: number }[];
};

export type Outbox = { add(envelope: Envelope, raw: Buffer): Promise<void>; all(): readonly SentMail[]; clear(): void };

/** Sent mail, oldest first: `.eml` and envelope side by side in a folder, or in memory where there is none. */
export async function openOutbox(folder: string | undefined): Promise<Outbox> {
  let sent: SentMail[] = [];
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const envelope = envelopeShape.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      sent.push(await readSent(envelope, readFileSync(join(folder, `${envelope.messageId}.eml`))));
    }
    sent.sort((one, other) => one.sentAt.localeCompare(other.sentAt));
  }
  return {
    async add(envelope, raw) {
      sent.push(await readSent(envelope, raw));
      if (folder === undefined) return;
      writeFileSync(join(folder, `${envelope.messageId}.eml`), raw);
      writeFileSync(join(folder, `${envelope.messageId}.json`), JSON.stringify(envelope));
    },
    all: () => sent,
    clear() {
      for (const { messageId } of sent) {
        if (folder === undefined) break;
        for (const ending of ['eml', 'json']) rmSync(join(folder, `${messageId}.${ending}`), { force: true });
      }
      sent = [];
    },
  };
}

async function readSent(envelope: Envelope, raw: Buffer): Promise<SentMail> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const headers: Record<string, string> = {};
  for (const { key, value } of mail.headers) headers[key] = headers[key] === undefined ? value : `${headers[key]}\n${value}`;
  return {
    ...envelope,
    from: mail.from?.address ?? '',
    ...(mail.from?.name ? { fromName: mail.from.name } : {}),
    to: plain(mail.to),
    cc: plain(mail.cc),
    replyTo: plain(mail.replyTo),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers,
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? '',
      contentType: mimeType,
      size: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
    })),
  };
}

function plain(addresses: readonly Address[] | undefined): string[] {
  return (addresses ?? []).flatMap((one) => (one.group ? plain(one.group) : [one.address ?? ''])).filter((address) => address !== '');
}
