import { randomUUID } from 'node:crypto';
import type { BusEvent } from '../cloud.ts';
import type { Template } from '../template/template.ts';
import type { SentMail } from './outbox.ts';

type Outcome = 'delivered' | 'bounced' | 'mailbox-full' | 'complained';

/** What becomes of mail to this address: its local part says so. */
function outcomeOf(address: string): Outcome {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  if (local.includes('bounce')) return 'bounced';
  if (local.includes('full')) return 'mailbox-full';
  // Not `complaints@…`: councils have such mailboxes themselves.
  return /complain(?!t)/.test(local) ? 'complained' : 'delivered';
}

/** An event of SES's sending, made when it is told so that its stamps are of that moment. `type` is the event destination's name for it. */
type Feedback = { type: 'send' | 'delivery' | 'bounce' | 'complaint'; event: () => BusEvent };

/** What SES tells of one message, in order: sent, then what became of it for each recipient. */
export function feedbackOf(mail: SentMail, template: Template, now: () => Date): Feedback[] {
  const of = (...wanted: Outcome[]) => mail.destinations.filter((address) => wanted.includes(outcomeOf(address)));
  const tell = (type: Feedback['type'], detailType: string, eventType: string, part: (at: string) => object): Feedback => ({
    type,
    event: () => ({
      source: 'aws.ses',
      'detail-type': detailType,
      resources: [template.arn('ses', `configuration-set/${mail.configurationSet}`)],
      time: now(),
      detail: { eventType, mail: describe(mail, template), ...part(now().toISOString()) },
    }),
  });
  const bounce = (addresses: readonly string[], permanent: boolean) =>
    tell('bounce', 'Email Bounced', 'Bounce', (at) => ({
      bounce: {
        feedbackId: randomUUID(),
        bounceType: permanent ? 'Permanent' : 'Transient',
        bounceSubType: permanent ? 'General' : 'MailboxFull',
        bouncedRecipients: addresses.map((emailAddress) => ({
          emailAddress,
          action: 'failed',
          status: permanent ? '5.1.1' : '5.2.2',
          diagnosticCode: permanent ? 'smtp; 550 5.1.1 user unknown' : 'smtp; 552 5.2.2 mailbox full',
        })),
        timestamp: at,
        reportingMTA: `dsn; a8-50.smtp-out.${template.region}.amazonses.com`,
      },
    }));

  const reached = of('delivered', 'complained');
  const gone = of('bounced');
  const full = of('mailbox-full');
  const complained = of('complained');
  return [
    tell('send', 'Email Sent', 'Send', () => ({ send: {} })),
    ...(reached.length === 0
      ? []
      : [
          tell('delivery', 'Email Delivered', 'Delivery', (at) => ({
            delivery: {
              timestamp: at,
              processingTimeMillis: 150,
              recipients: reached,
              smtpResponse: '250 2.0.0 OK',
              reportingMTA: `a8-50.smtp-out.${template.region}.amazonses.com`,
            },
          })),
        ]),
    ...(gone.length === 0 ? [] : [bounce(gone, true)]),
    ...(full.length === 0 ? [] : [bounce(full, false)]),
    ...(complained.length === 0
      ? []
      : [
          tell('complaint', 'Email Complaint Received', 'Complaint', (at) => ({
            complaint: {
              feedbackId: randomUUID(),
              complainedRecipients: complained.map((emailAddress) => ({ emailAddress })),
              complaintFeedbackType: 'abuse',
              timestamp: at,
            },
          })),
        ]),
  ];
}

function describe(mail: SentMail, template: Template): object {
  const { messageId, sentAt, source, destinations, headers } = mail;
  return {
    timestamp: sentAt,
    source,
    sourceArn: template.arn('ses', `identity/${source.slice(source.lastIndexOf('@') + 1)}`),
    sendingAccountId: template.account,
    messageId,
    destination: destinations,
    headersTruncated: false,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    commonHeaders: { from: [headers['from'] ?? ''], to: mail.to, messageId, subject: mail.subject },
    tags: {
      'ses:configuration-set': [mail.configurationSet],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [source.slice(source.lastIndexOf('@') + 1)],
      'ses:caller-identity': ['local'],
      ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  };
}
