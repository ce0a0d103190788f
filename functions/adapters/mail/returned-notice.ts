import type { Email } from 'postal-mime';
import type { ReturnedNotice } from '../../app/record-returned.ts';
import { referenceOf } from '../../domain/intake/references-in.ts';
import { noticeHeader } from './automatic-mail.ts';
import { bytesOf } from './kept-parts.ts';
import { emailOf } from './mailboxes.ts';

const mostCharacters = 64 * 1024;

/**
 * The letter of ours that a bounce brings back, by the headers that come with it and its delivery report (RFC 3464); undefined where it is no
 * such bounce, or does not say that delivery failed. Anybody can write one: it is a claim, which `recordReturned` holds against what we sent.
 */
export function returnedNoticeIn({ attachments }: Email): ReturnedNotice | undefined {
  const textOf = (...types: readonly string[]) => {
    const part = attachments.find(({ mimeType }) => types.includes(mimeType));
    return part && new TextDecoder().decode(bytesOf(part).subarray(0, mostCharacters)).replace(/\r?\n[ \t]+/g, ' ');
  };
  const headers = textOf('text/rfc822-headers', 'message/rfc822')?.split(/\r?\n\r?\n/)[0];
  const report = textOf('message/delivery-status');
  if (headers === undefined || report === undefined) return undefined;
  const [, named = '', noticeId] =
    new RegExp(`^${noticeHeader}:[ \\t]*([A-Z0-9-]{1,40})/([a-z0-9-]{1,100})[ \\t]*$`, 'im').exec(headers) ?? [];
  const reference = referenceOf(named);
  const sesMessageId = /^Message-ID:[ \t]*<([\w-]{8,200})@[a-z0-9.-]{1,60}\.amazonses\.com>[ \t]*$/im.exec(headers)?.[1];
  const failure = report.split(/\r?\n\r?\n/).find((recipient) => /^Action:[ \t]*failed\b/im.test(recipient));
  const status = failure && /^Status:[ \t]*([245]\.\d{1,3}\.\d{1,3})\b/im.exec(failure)?.[1];
  if (!reference || !noticeId || !sesMessageId || !status) return undefined;
  return { reference, noticeId, sesMessageId, status, recipient: emailOf(/^Final-Recipient:[^;]*;(.*)$/im.exec(failure)?.[1] ?? '') };
}
