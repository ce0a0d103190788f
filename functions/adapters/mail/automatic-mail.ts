import type { Email } from 'postal-mime';
import type { AutomaticMail } from '../../domain/intake/contact.ts';

/** Names our own mail among whatever comes back: `LBC-2026-004217/0003-acknowledgement`. */
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
  if (header(noticeHeader.toLowerCase()) || ourAddresses.some((address) => address.toLowerCase() === from)) return 'our-own';

  const type = header('content-type')?.toLowerCase() ?? '';
  const reportType = type.startsWith('multipart/report')
    ? (/report-type\s*=\s*"?([\w-]+)/.exec(type)?.[1] ?? 'delivery-status')
    : undefined;
  // The receiving server writes the envelope's sender at the top: `<>` means that no answer is wanted (RFC 5321, section 4.5.5).
  const noSender = header('return-path') === '<>';
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
