import { randomUUID } from 'node:crypto';
import type { Template } from '../template/template.ts';
import type { BusEvent } from './events.ts';
import type { SentMail } from './outbox.ts';

type Outcome = 'delivered' | 'bounced' | 'mailbox-full' | 'complained' | 'nothing';

/**
 * The address list: what becomes of mail to an address, by a word in its local part; of the first message where that is something else. The first line
 * that fits counts; all other mail is delivered.
 */
export const addressList: readonly { word: string; meaning: string; outcome: Outcome; first?: Outcome }[] = [
  { word: 'bounce', meaning: 'does not exist: a permanent bounce', outcome: 'bounced' },
  {
    word: 'full-once',
    meaning: 'is full when the first message comes, a temporary bounce, and takes the later ones',
    outcome: 'delivered',
    first: 'mailbox-full',
  },
  { word: 'full', meaning: 'is always full: a temporary bounce', outcome: 'mailbox-full' },
  { word: 'complain', meaning: 'takes the message and calls it spam', outcome: 'complained' },
  { word: 'silent', meaning: 'is never heard of again: neither delivered nor bounced', outcome: 'nothing' },
];

function outcomeOf(address: string, isFirst: boolean): Outcome {
  // Not `complaints@…`: councils have such mailboxes themselves.
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase().replaceAll('complaint', '-');
  const { outcome = 'delivered', first = outcome } = addressList.find(({ word }) => local.includes(word)) ?? {};
  return isFirst ? first : outcome;
}

/**
 * What SES tells of one message, in order: what became of it for each recipient. `wanted` are event types as an event destination names them.
 * `isFirst`: whether nothing was sent to that address before.
 */
export function feedbackOf(
  mail: SentMail,
  template: Template,
  time: Date,
  wanted: readonly string[],
  isFirst: (address: string) => boolean,
): readonly BusEvent[] {
  const timestamp = time.toISOString();
  const told: BusEvent[] = [];
  const tell = (type: string, detailType: string, addresses: readonly string[], part: object): void => {
    if (!wanted.includes(type.toLowerCase()) || addresses.length === 0) return;
    const resources = [template.arn('ses', `configuration-set/${mail.configurationSet}`)];
    const detail = { eventType: type, mail: describe(mail, template), [type.toLowerCase()]: { timestamp, ...part } };
    told.push({ source: 'aws.ses', 'detail-type': detailType, resources, time, detail });
  };
  const to = (...outcomes: Outcome[]) => mail.destinations.filter((address) => outcomes.includes(outcomeOf(address, isFirst(address))));
  const bounce = (addresses: readonly string[], bounceType: string, bounceSubType: string, status: string, diagnosticCode: string) =>
    tell('Bounce', 'Email Bounced', addresses, {
      feedbackId: randomUUID(),
      bounceType,
      bounceSubType,
      bouncedRecipients: addresses.map((emailAddress) => ({ emailAddress, action: 'failed', status, diagnosticCode })),
    });

  const reached = to('delivered', 'complained');
  const complained = to('complained');
  tell('Delivery', 'Email Delivered', reached, { processingTimeMillis: 150, recipients: reached, smtpResponse: '250 2.0.0 OK' });
  bounce(to('bounced'), 'Permanent', 'General', '5.1.1', 'smtp; 550 5.1.1 user unknown');
  bounce(to('mailbox-full'), 'Transient', 'MailboxFull', '5.2.2', 'smtp; 552 5.2.2 mailbox full');
  tell('Complaint', 'Email Complaint Received', complained, {
    feedbackId: randomUUID(),
    complainedRecipients: complained.map((emailAddress) => ({ emailAddress })),
    complaintFeedbackType: 'abuse',
  });
  return told;
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
