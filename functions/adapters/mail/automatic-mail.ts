import type { Email } from 'postal-mime';
import type { AutomaticMail, TakesNoAnswer } from '../../domain/intake/contact.ts';
import { emailsIn } from './mailboxes.ts';

/** Names our own mail among whatever comes back: `LBC-2026-004217/0003-acknowledgement`, `2026-12-21/held-waiting`. */
export const noticeHeader = 'X-Complaints-Notice';

/** Said by programs in an automatic reply's subject. Counts only beside Outlook's header: people write such subjects too. */
const automaticSubject = /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|autoreply|out of (?:the )?office)\b/i;

/**
 * What kind of mail no person wrote, or undefined: then a person did, and it opens or joins a case.
 * In doubt a person wrote it. Outlook puts `X-Auto-Response-Suppress` on people's ordinary mail, and an association's mailing list
 * says `Precedence: list` on a neighbour's own words: neither alone is proof of a machine.
 */
export function automaticMail(mail: Email, sender: string | undefined, ourAddresses: readonly string[]): AutomaticMail | undefined {
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value.trim();
  const from = sender?.toLowerCase();
  const ours = new Set(ourAddresses.map((address) => address.toLowerCase()));
  // Our own mailbox without our own header is a colleague who passes on what somebody told them (duty D1).
  if (header(noticeHeader.toLowerCase())) return 'our-own';

  const type = header('content-type')?.toLowerCase() ?? '';
  const reportType = type.startsWith('multipart/report')
    ? (/report-type\s*=\s*"?([\w-]+)/.exec(type)?.[1] ?? 'delivery-status')
    : undefined;
  // The receiving server writes the envelope's sender at the top: `<>` means that no answer is wanted (RFC 5321, section 4.5.5).
  // Exchange says so too of what a rule of a mailbox of ours redirects: that is the word of the rule, not of who wrote the message.
  const redirected = emailsIn(header('resent-from') ?? '').some((address) => ours.has(address.toLowerCase()));
  const noSender = header('return-path') === '<>' && !redirected;
  const mailer = from?.split('@')[0];
  if (reportType === 'delivery-status' || mailer === 'mailer-daemon' || (mailer === 'postmaster' && noSender)) return 'bounce';

  const autoSubmitted = header('auto-submitted')?.toLowerCase();
  const precedence = header('precedence')?.toLowerCase() ?? '';
  const automatic =
    reportType !== undefined ||
    noSender ||
    (autoSubmitted !== undefined && autoSubmitted !== '' && !/^no\b/.test(autoSubmitted)) ||
    /^(?:bulk|junk|auto[_-]reply)$/.test(precedence) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => /^(?!no$)./i.test(header(name) ?? '')) ||
    (header('x-auto-response-suppress') !== undefined && automaticSubject.test(mail.subject ?? ''));
  return automatic ? 'auto-reply' : undefined;
}

const noReply = /^(?:no|do[-_.]?not)[-_.]?(?:reply|respond|answer)\b/i;

/**
 * Why nothing is sent to an address that a person's words came from, or undefined where they can be answered: it says so itself, or it is a mailing
 * list's own, where an answer would go to everybody on it, or it is ours, where an answer would go round. Somebody who writes through a list in
 * their own name is answered like anybody else.
 */
export function whyNoAnswer(sender: string, mail: Email, ourAddresses: readonly string[]): TakesNoAnswer | undefined {
  if (ourAddresses.some((address) => address.toLowerCase() === sender.toLowerCase())) return 'our-mailbox';
  if (noReply.test(sender)) return 'no-reply';
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value.toLowerCase() ?? '';
  const [local = '', domain = ''] = sender.toLowerCase().split('@');
  const posts = /<mailto:([^>?]+)/.exec(header('list-post'))?.[1] === sender.toLowerCase();
  return posts || header('list-id').includes(`<${local}.${domain}>`) ? 'list' : undefined;
}
