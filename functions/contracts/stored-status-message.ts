import * as z from 'zod/mini';
import type { Instant } from '../domain/calendar/local-date.ts';
import { type Contact, longestText } from '../domain/intake/contact.ts';
import type { SaidOnStatusPage } from '../domain/status/said.ts';
import { storedSaid } from './stored/contact.ts';
import { exactly } from './stored/exactly.ts';
import { storedInstant } from './stored/values.ts';
import { type AnsweredFile, answeredFile, attachmentOf, formToken, originalKeyOf, parseJson } from './stored-form.ts';

/** The original of what somebody said on their status page, `web/<token>.json`: all that is needed to take it in again. */
export type OriginalStatusMessage = {
  readonly v: 1;
  readonly token: string;
  readonly receivedAt: Instant;
  readonly said: SaidOnStatusPage;
  /** Whose page it was, and the address by which they opened it. */
  readonly from: { readonly name?: string; readonly email: string };
  readonly text: string;
  readonly files?: readonly AnsweredFile[];
  readonly language?: string;
};

const originalStatusMessage = exactly<OriginalStatusMessage>()(
  z.object({
    v: z.literal(1),
    token: formToken,
    receivedAt: storedInstant,
    said: storedSaid,
    from: z.object({ name: z.optional(z.string()), email: z.string() }),
    text: z.string(),
    files: z.optional(z.array(answeredFile)),
    language: z.optional(z.string()),
  }),
);

/** The contact that a kept original stands for. Its writer opened a link that went to their address: that proves it as a reply would. */
export function contactOfStatusMessage(original: OriginalStatusMessage, loggedAt: Instant): Contact {
  const { token, receivedAt, said, from, text, files = [], language } = original;
  return {
    channel: 'web',
    id: token,
    receivedAt,
    loggedAt,
    original: originalKeyOf(token),
    from,
    reachBy: ['email'],
    text: text.slice(0, longestText),
    textComplete: text.length <= longestText,
    attachments: files.map(attachmentOf),
    authenticated: true,
    statusPage: said,
    language,
  };
}

/** The contact that a stored original's bytes are; undefined where nobody said it on a status page. */
export function contactOfStoredStatusMessage(stored: Uint8Array, loggedAt: Instant): Contact | undefined {
  const read = originalStatusMessage.safeParse(parseJson(new TextDecoder().decode(stored)));
  return read.success ? contactOfStatusMessage(read.data, loggedAt) : undefined;
}
