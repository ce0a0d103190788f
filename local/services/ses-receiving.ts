import { randomBytes } from 'node:crypto';
import type { Clock, Faults, FunctionHost } from '../cloud.ts';
import type { Template } from '../template/template.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import { addressesIn, headerOf, type RawMail, splitRawMail } from './raw-mail.ts';
import { accepts, readReceiptRules } from './receipt-rules.ts';
import { type Verdicts, verdictNames, verdictsOf } from './receipt-verdicts.ts';
import type { S3 } from './s3.ts';

export type IncomingMail = {
  raw: Buffer;
  /** MAIL FROM of the envelope; empty for `<>`. The message's Return-Path or From where not given. */
  from?: string;
  /** RCPT TO of the envelope. Those of To and Cc that a rule takes, else the first rule's own address, where not given. */
  to?: readonly string[];
  verdicts?: Partial<Verdicts>;
  /** When it came; now where not given. */
  at?: Date;
};

export type SesReceiving = Omit<Deliveries, 'deliver'> & {
  takes(address: string): boolean;
  /** As if SES had received it: stored before this resolves, its function invoked after. Undefined where no rule takes it. */
  receive(mail: IncomingMail): Promise<{ messageId: string } | undefined>;
};

/**
 * SES receiving by the template's receipt rules. With the fault `stopped` mail is stored and nobody is told; with `duplicate` they are told twice.
 */
export function createSesReceiving(parts: { template: Template; clock: Clock; s3: S3; host: FunctionHost; faults: Faults }): SesReceiving {
  const { template, clock, s3, host, faults } = parts;
  const rules = readReceiptRules(template);
  const deliveries = createDeliveries('ses-receiving', host);
  const takes = (address: string) => rules.some((rule) => accepts(rule, address));

  function envelopeTo(mail: RawMail): string[] {
    const named = [...addressesIn(headerOf(mail, 'To')), ...addressesIn(headerOf(mail, 'Cc'))].filter(takes);
    const [first] = rules[0]?.recipients ?? [];
    if (named.length > 0 || first === undefined) return named;
    return [first.includes('@') ? first : `complaints@${first}`];
  }

  async function receive({ raw, from, to, verdicts: given, at = clock.now() }: IncomingMail): Promise<{ messageId: string } | undefined> {
    const mail = splitRawMail(raw);
    const source = from ?? addressesIn(headerOf(mail, 'Return-Path') ?? headerOf(mail, 'From'))[0] ?? '';
    const recipients = to ?? envelopeTo(mail);
    const messageId = randomBytes(20).toString('hex');
    const verdicts = verdictsOf(mail, raw, given);
    const stored = Buffer.concat([
      Buffer.from(receivingHeaders({ source, recipients, messageId, verdicts, at, region: template.region })),
      raw,
    ]);
    let taken = false;
    for (const rule of rules) {
      const matched = recipients.filter((address) => accepts(rule, address));
      if (matched.length === 0) continue;
      taken = true;
      for (const action of rule.actions) {
        if ('bucket' in action) {
          s3.keep(action.bucket, `${action.prefix}${messageId}`, stored, { contentType: 'application/octet-stream', at });
          continue;
        }
        if (faults.isSet('stopped', 'ses-receiving')) continue;
        const event = receiptEvent({ stored, source, recipients, matched, messageId, verdicts, at, functionArn: action.functionArn });
        const { functionArn } = action;
        const twice = faults.isSet('duplicate', 'ses-receiving');
        void deliveries.deliver({ functionArn, event, by: { principal: 'ses.amazonaws.com', sourceArn: rule.arn }, twice });
      }
    }
    return taken ? { messageId } : undefined;
  }

  return { ...deliveries, takes, receive };
}

/** What SES puts on top of a message; the topmost of a name is its own, whatever the sender wrote below. */
function receivingHeaders(about: {
  source: string;
  recipients: readonly string[];
  messageId: string;
  verdicts: Verdicts;
  at: Date;
  region: string;
}): string {
  const { source, recipients, messageId, verdicts, at, region } = about;
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
function receiptEvent(about: {
  stored: Buffer;
  source: string;
  recipients: readonly string[];
  matched: readonly string[];
  messageId: string;
  verdicts: Verdicts;
  at: Date;
  functionArn: string;
}): object {
  const { stored, source, recipients, matched, messageId, verdicts, at, functionArn } = about;
  const mail = splitRawMail(stored);
  const common = (name: string, header: string) => {
    const value = headerOf(mail, header);
    return value === undefined ? {} : { [name]: value };
  };
  const commonList = (name: string, header: string) => {
    const value = headerOf(mail, header);
    return value === undefined ? {} : { [name]: [value] };
  };
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
              ...common('returnPath', 'Return-Path'),
              ...commonList('from', 'From'),
              ...common('date', 'Date'),
              ...commonList('to', 'To'),
              ...commonList('cc', 'Cc'),
              ...commonList('replyTo', 'Reply-To'),
              ...common('messageId', 'Message-ID'),
              ...common('subject', 'Subject'),
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
