import { randomBytes } from 'node:crypto';
import type { FunctionHost } from '../cloud.ts';
import type { Ground } from '../ground.ts';
import { createDeliveries } from './deliveries.ts';
import { addressesIn, headerOf, type RawMail, splitRawMail } from './raw-mail.ts';
import { accepts, readReceiptRule } from './receipt-rule.ts';
import { type Verdicts, verdictNames, verdictsOf } from './receipt-verdicts.ts';
import type { S3 } from './s3.ts';

export type IncomingMail = {
  raw: Buffer;
  /** MAIL FROM of the envelope; empty for `<>`. The message's Return-Path or From where not given. */
  from?: string | undefined;
  /** RCPT TO of the envelope. Those of To and Cc that the rule takes, else its first recipient, where not given. */
  to?: readonly string[] | undefined;
  verdicts?: Partial<Verdicts> | undefined;
  /** When it came; now where not given. */
  at?: Date | undefined;
};

export type SesReceiving = ReturnType<typeof createSesReceiving>;

/** What SES knows of a message that it takes. */
type Received = { source: string; recipients: readonly string[]; messageId: string; verdicts: Verdicts; at: Date };

/**
 * SES receiving by the template's receipt rule. With the fault `stopped` mail is stored and nobody is told; with `duplicate` they are told twice.
 * It trusts what the deployed service would not: verdicts come from the message or the caller (see receipt-verdicts.ts), senders are not
 * looked up, and nothing is delayed or refused for the sender's reputation.
 */
export function createSesReceiving(ground: Ground, s3: S3, host: FunctionHost) {
  const { template, clock, faults } = ground;
  const rule = readReceiptRule(template);
  const deliver = createDeliveries('ses-receiving', ground, host);
  const takes = (address: string) => accepts(rule, address);

  function envelopeTo(mail: RawMail): readonly string[] {
    const named = [...addressesIn(headerOf(mail, 'To')), ...addressesIn(headerOf(mail, 'Cc'))].filter(takes);
    return named.length > 0 ? named : rule.recipients.slice(0, 1);
  }

  return {
    takes,
    /** As if SES had received it: stored before this resolves, its function invoked after. Undefined where the rule does not take it. */
    receive({ raw, from, to, verdicts: given, at = clock.now() }: IncomingMail): { messageId: string } | undefined {
      const mail = splitRawMail(raw);
      const recipients = to ?? envelopeTo(mail);
      const matched = recipients.filter(takes);
      if (matched.length === 0) return undefined;
      const messageId = randomBytes(20).toString('hex');
      const source = from ?? addressesIn(headerOf(mail, 'Return-Path') ?? headerOf(mail, 'From'))[0] ?? '';
      const received: Received = { source, recipients, messageId, verdicts: verdictsOf(mail, raw, given), at };
      const stored = Buffer.concat([Buffer.from(receivingHeaders(received, template.region)), raw]);
      s3.keep(rule.bucket, `${rule.prefix}${messageId}`, stored, { at });
      if (!faults.isSet('stopped', 'ses-receiving')) {
        const event = receiptEvent(received, stored, matched, rule.functionArn);
        void deliver({ functionArn: rule.functionArn, event, by: { principal: 'ses.amazonaws.com', sourceArn: rule.arn } });
      }
      return { messageId };
    },
  };
}

/** What SES puts on top of a message; the topmost of a name is its own, whatever the sender wrote below. */
function receivingHeaders({ source, recipients, messageId, verdicts, at }: Received, region: string): string {
  const domain = source.split('@')[1] ?? 'localhost';
  const word = { PASS: 'pass', FAIL: 'fail', GRAY: 'none', PROCESSING_FAILED: 'temperror' } as const;
  const client = `client-ip=192.0.2.1; envelope-from=${source || `postmaster@${domain}`}; helo=${domain};`;
  const lines = [
    `Return-Path: <${source}>`,
    `Received: from ${domain} (${domain} [192.0.2.1])\r\n by inbound-smtp.${region}.amazonaws.com with SMTP id ${messageId}\r\n for ${recipients[0]};\r\n ${at.toUTCString().replace('GMT', '+0000 (UTC)')}`,
    `X-SES-Spam-Verdict: ${verdicts.spam}`,
    `X-SES-Virus-Verdict: ${verdicts.virus}`,
    `Received-SPF: ${word[verdicts.spf]} (spfCheck: local stand-in) ${client}`,
    `Authentication-Results: amazonses.com;\r\n spf=${word[verdicts.spf]} (spfCheck: local stand-in) ${client}\r\n dkim=${word[verdicts.dkim]} header.i=@${domain};\r\n dmarc=${word[verdicts.dmarc]} header.from=${domain};`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** The event of a Lambda action: headers and verdicts, never the body, and no word of where the message is stored. */
function receiptEvent(received: Received, stored: Buffer, matched: readonly string[], functionArn: string): object {
  const { source, recipients, messageId, verdicts, at } = received;
  const mail = splitRawMail(stored);
  const one = (header: string) => headerOf(mail, header);
  const many = (header: string) => (one(header) === undefined ? undefined : [one(header)]);
  return {
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: {
            timestamp: at.toISOString(),
            source,
            messageId,
            destination: recipients,
            headersTruncated: false,
            headers: mail.headers,
            commonHeaders: {
              returnPath: one('Return-Path'),
              from: many('From'),
              date: one('Date'),
              to: many('To'),
              cc: many('Cc'),
              replyTo: many('Reply-To'),
              messageId: one('Message-ID'),
              subject: one('Subject'),
            },
          },
          receipt: {
            timestamp: at.toISOString(),
            processingTimeMillis: 250,
            recipients: matched,
            ...Object.fromEntries(verdictNames.map((name) => [`${name}Verdict`, { status: verdicts[name] }])),
            ...(verdicts.dmarc === 'FAIL' ? { dmarcPolicy: 'none' } : {}),
            action: { type: 'Lambda', functionArn, invocationType: 'Event' },
          },
        },
      },
    ],
  };
}
