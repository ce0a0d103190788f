import MailComposer from 'nodemailer/lib/mail-composer';
import type { CouncilFacts } from '../../../council/facts.ts';
import type { OutgoingMail, ReplyAddresses } from '../../app/ports.ts';
import type { NoticeKind } from '../../domain/notices/notice.ts';
import { noticeHeader } from './automatic-mail.ts';
import { cleanLine } from './clean-text.ts';
import { letterAsHtml, letterAsText } from './render-letter.ts';

export type MailSettings = {
  /** The address that our mail comes from; SES knows its domain as ours. */
  readonly from: string;
  readonly council: CouncilFacts;
  readonly replyAddresses: Pick<ReplyAddresses, 'addressOf'>;
  /** SES writes its own Message-ID, `<id@eu-west-2.amazonses.com>` (decision 23). */
  readonly region: string;
};

/** Enough for any mail program to find the conversation, and short enough for a header. */
const mostReferences = 30;

/** Sent by the service of its own accord; everything else is an officer's act. */
const automatic: ReadonlySet<NoticeKind> = new Set([
  'receipt',
  'alert',
  'possible-harm',
  'held-waiting',
  'long-overdue',
  'morning-message',
  'ombudsman-letter',
  'files-unchecked',
]);

/**
 * A notice as a MIME message: the same letter as text and HTML. SES writes Message-ID and Date anew (decision 23).
 * Nothing in a name or a subject can begin a header of its own: line ends are taken out here and headers are encoded by the composer.
 */
export async function composeMail(mail: OutgoingMail, { from, council, replyAddresses, region }: MailSettings): Promise<Uint8Array> {
  const { notice, owner } = mail;
  const references = mail.earlier
    .map((message) => ('messageId' in message ? message.messageId : `<${message.sesMessageId}@${region}.amazonses.com>`))
    .map((id) => cleanLine(id, 250))
    .filter((id) => /^<[!-;=?-~]+>$/.test(id))
    .slice(-mostReferences);
  return new MailComposer({
    from: { name: `${council.name} ${council.complaints.teamName}`, address: from },
    to: { name: cleanLine(mail.toName ?? '', 200), address: mail.to },
    replyTo: mail.repliesJoin ? { name: '', address: replyAddresses.addressOf(mail.repliesJoin) } : undefined,
    subject: cleanLine([notice.letter.translation?.subject, notice.letter.subject].filter(Boolean).join(' / '), 500),
    references: references.length > 0 ? references.join(' ') : undefined,
    inReplyTo: references.at(-1),
    headers: {
      'Content-Language': [notice.letter.translation?.language.tag, 'en-GB'].filter(Boolean).join(', '),
      [noticeHeader]: `${owner}/${notice.id}`,
      // Asks Exchange not to answer with out-of-office notes and other automatic replies.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...(automatic.has(notice.kind) ? { 'Auto-Submitted': 'auto-generated' } : {}),
    },
    text: letterAsText(notice.letter, council),
    html: letterAsHtml(notice.letter, council),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
