import type { Attachment as MailPart } from 'postal-mime';
import type { Attachment, AttachmentCare } from '../../domain/intake/contact.ts';
import { cleanFileName, extensionOf } from './clean-text.ts';

export type KeptPart = { readonly attachment: Attachment; readonly body: Uint8Array };

/**
 * One attachment under its key. The key holds a number and not the sender's file name, which may name a person: keys stand in access logs.
 * `scanned`: the whole message was looked at for viruses, and none was found.
 */
export function keptPart(part: MailPart, number: number, messageId: string, scanned: boolean): KeptPart {
  const body = bytesOf(part);
  const contentType = /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,80}$/.test(part.mimeType) ? part.mimeType : 'application/octet-stream';
  const unnamed = contentType === 'message/rfc822' ? 'forwarded-message.eml' : 'attachment';
  const name = (part.filename && cleanFileName(part.filename)) || unnamed;
  const key = `attachments/${messageId}/${number}${extensionOf(name).toLowerCase()}`;
  return { attachment: { name, contentType, size: body.byteLength, key, ...careOf(contentType, name, scanned) }, body };
}

function careOf(contentType: string, name: string, scanned: boolean): { readonly care?: AttachmentCare } {
  if (isOutlookPackage(contentType, name)) return { care: 'outlook-package' };
  return scanned ? {} : { care: 'not-scanned' };
}

/** `winmail.dat`: what Outlook makes of a message in rich text. Whatever was attached to it, and sometimes its words, are inside. */
export function isOutlookPackage(contentType: string, name: string): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(contentType) || name.toLowerCase() === 'winmail.dat';
}

export function bytesOf({ content }: MailPart): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
