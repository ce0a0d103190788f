import { randomUUID } from 'node:crypto';
import type { Template } from '../template/template.ts';
import type { BusEvent } from './events.ts';
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

/** What SES tells of one message, in order: what became of it for each recipient. `wanted` are event types as an event destination names them. */
export function feedbackOf(mail: SentMail, template: Template, time: Date, wanted: readonly string[]): readonly BusEvent[] {
  const timestamp = time.toISOString();
  const tell = (type: string, detailType: string, addresses: readonly string[], part: object): BusEvent[] => {
    if (!wanted.includes(type.toLowerCase()) || addresses.length === 0) return [];
    return [
      {
        source: 'aws.ses',
        'detail-type': detailType,
        resources: [template.arn('ses', `configuration-set/${mail.configurationSet}`)],
        time,
        detail: { eventType: type, mail: describe(mail, template), [type.toLowerCase()]: { timestamp, ...part } },
      },
    ];
  };
  const to = (...outcomes: Outcome[]) => mail.destinations.filter((address) => outcomes.includes(outcomeOf(address)));
  const bounce = (addresses: readonly string[], bounceType: string, bounceSubType: string, status: string, diagnosticCode: string) =>
    tell('Bounce', 'Email Bounced', addresses, {
      feedbackId: randomUUID(),
      bounceType,
      bounceSubType,
      bouncedRecipients: addresses.map((emailAddress) => ({ emailAddress, action: 'failed', status, diagnosticCode })),
    });

  const reached = to('delivered', 'complained');
  const complained = to('complained');
  return [
    ...tell('Delivery', 'Email Delivered', reached, {
      processingTimeMillis: 150,
      recipients: reached,
      smtpResponse: '250 2.0.0 OK',
    }),
    ...bounce(to('bounced'), 'Permanent', 'General', '5.1.1', 'smtp; 550 5.1.1 user unknown'),
    ...bounce(to('mailbox-full'), 'Transient', 'MailboxFull', '5.2.2', 'smtp; 552 5.2.2 mailbox full'),
    ...tell('Complaint', 'Email Complaint Received', complained, {
      feedbackId: randomUUID(),
      complainedRecipients: complained.map((emailAddress) => ({ emailAddress })),
      complaintFeedbackType: 'abuse',
    }),
  ];
}

function describe({ messageId, sentAt, source, destinations, headers, to, subject, configurationSet, tags }: SentMail, template: Template) {
  return {
    timestamp: sentAt,
    source,
    sendingAccountId: template.account,
    messageId,
    destination: destinations,
    headersTruncated: false,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    commonHeaders: { from: [headers['from'] ?? ''], to, messageId, subject },
    tags: {
      'ses:configuration-set': [configurationSet],
      ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    },
  };
}
