import PostalMime, { type Email } from 'postal-mime';
import { labelled, mostParts, mostPlainLines, outlineOf } from './outline.ts';

export type ParsedMail = {
  readonly mail: Email;
  /** False when the message was too large, too deep or too broken to read: `mail` then holds what its first headers say, at most. */
  readonly whole: boolean;
  /** Lines outside base64 parts: what reading it cost. */
  readonly plainLines: number;
};

const nothing: Email = { headers: [], headerLines: [], attachments: [] };

const options = {
  // An MP's caseworker forwards a constituent's e-mail as an attachment: it is the matter itself, and kept as such.
  forceRfc822Attachments: true,
  maxNestingDepth: 50,
  maxHeadersSize: 1024 * 1024,
};

/** Reads any bytes at all as an e-mail. Never throws, and takes a bounded time. */
export async function parseMail(raw: Uint8Array, plainLinesAllowed = mostPlainLines): Promise<ParsedMail> {
  const outline = outlineOf(raw, plainLinesAllowed);
  const { plainLines } = outline;
  if (!outline.tooMuch) {
    try {
      const mail = await parseText(raw, outline.doubtful);
      if (mail.attachments.length <= mostParts) return { mail, whole: true, plainLines };
    } catch {
      // The parser's own limits (nesting, headers): what the first headers say is still worth having.
    }
  }
  return { mail: await parseHead(outline.head), whole: false, plainLines };
}

/**
 * Text that names no character set, or wrongly plain ASCII, is UTF-8 where that makes sense and Windows-1252 where it does not:
 * the second is decided for the whole message, as one program wrote it.
 */
async function parseText(raw: Uint8Array, doubtful: ReturnType<typeof outlineOf>['doubtful']): Promise<Email> {
  if (doubtful.length === 0) return PostalMime.parse(raw, options);
  const mail = await PostalMime.parse(labelled(raw, doubtful, 'utf-8'), options);
  if (unreadableCharacters(mail) === 0) return mail;
  const other = await PostalMime.parse(labelled(raw, doubtful, 'windows-1252'), options);
  return unreadableCharacters(other) < unreadableCharacters(mail) ? other : mail;
}

function unreadableCharacters({ text = '', html = '' }: Email): number {
  return text.split('\ufffd').length + html.split('\ufffd').length - 2;
}

async function parseHead(head: Uint8Array): Promise<Email> {
  try {
    return { ...(await PostalMime.parse(head, options)), text: undefined, html: undefined, attachments: [] };
  } catch {
    return nothing;
  }
}
