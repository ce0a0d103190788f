import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AwsAnswer, AwsRequest, AwsService, BusEvent, Busy, Clock, Need } from '../cloud.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import { type Outbox, openOutbox, type SentMail } from './outbox.ts';
import { addressesIn, headerOf, replaceHeaders, splitRawMail } from './raw-mail.ts';
import { feedbackOf } from './ses-feedback.ts';
import { element } from './xml.ts';

export type Ses = AwsService & Busy & { outbox: Outbox };

const maximumBytes = 10 * 1024 * 1024;
const maximumRecipients = 50;
/** SES speaks of a delivery only after the sender has long had its answer. */
const feedbackDelayMilliseconds = 150;

const destinationShape = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.strictObject({ EventBusArn: z.string() }).optional(),
  }),
});

/**
 * SES version 1, `SendRawEmail` only: what is sent lands in an outbox, and delivery, bounces and complaints follow on the bus where the
 * configuration set says so. An address whose local part contains `bounce` does not exist, `full` has no room, `complain` reports spam.
 */
export async function createSes(parts: {
  template: Template;
  clock: Clock;
  publish: (event: BusEvent) => void;
  folder?: string;
}): Promise<Ses> {
  const { template, clock } = parts;
  const identities = template.ofType('AWS::SES::EmailIdentity').map(({ name }) => name.toLowerCase());
  const configurationSets = template.ofType('AWS::SES::ConfigurationSet').map(({ name }) => name);
  const destinations = template
    .ofType('AWS::SES::ConfigurationSetEventDestination')
    .map((resource) => propertiesOf(resource, destinationShape));
  const outbox = await openOutbox(parts.folder);
  const inHand = new Set<Promise<void>>();

  const identityOf = (address: string) => {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    return identities.find((identity) => identity === address) ?? identities.find((identity) => identity === domain);
  };

  function needs(request: AwsRequest): Need[] {
    const sending = readSending(request);
    const action = `ses:${operation(request)}`;
    if (!sending) return [{ action, resource: '*' }];
    const context = { 'ses:FromAddress': sending.from, 'ses:Recipients': sending.recipients };
    const identity = identityOf(sending.from) ?? sending.from.slice(sending.from.lastIndexOf('@') + 1);
    const set = sending.configurationSet;
    return [
      { action, resource: template.arn('ses', `identity/${identity}`), context },
      ...(set === undefined ? [] : [{ action, resource: template.arn('ses', `configuration-set/${set}`), context }]),
    ];
  }

  async function send(sending: Sending): Promise<AwsAnswer> {
    const refused = refusalOf(sending);
    if (refused) return error(refused.code, refused.message, 400);
    const messageId = `010b${randomBytes(6).toString('hex')}${randomBytes(3).toString('hex')}-${randomUUID()}-000000`;
    const sentAt = clock.now();
    const raw = replaceHeaders(
      sending.raw,
      ['Message-ID', 'Date', 'Bcc'],
      [`Message-ID: <${messageId}@${template.region}.amazonses.com>`, `Date: ${sentAt.toUTCString().replace('GMT', '+0000')}`],
    );
    const { source, recipients, configurationSet, tags } = sending;
    await outbox.add({ messageId, sentAt: sentAt.toISOString(), source, destinations: recipients, configurationSet, tags }, raw);
    const sent = outbox.all().find((mail) => mail.messageId === messageId);
    if (sent) speakOf(sent);
    return xml(
      200,
      `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>${element('MessageId', messageId)}</SendRawEmailResult>${metadata()}</SendRawEmailResponse>`,
    );
  }

  function refusalOf({ from, source, recipients, raw, configurationSet, tags }: Sending): { code: string; message: string } | undefined {
    const unverified = [...new Set([from, source])].filter((address) => !identityOf(address));
    if (unverified.length > 0) {
      const region = template.region.toUpperCase();
      return {
        code: 'MessageRejected',
        message: `Email address is not verified. The following identities failed the check in region ${region}: ${unverified.join(', ')}`,
      };
    }
    if (recipients.length === 0) return { code: 'InvalidParameterValue', message: "Missing required header 'To'." };
    if (recipients.length > maximumRecipients)
      return { code: 'InvalidParameterValue', message: `Recipient count exceeds ${maximumRecipients}.` };
    const bad = recipients.find((address) => !/^[\x21-\x7e]+@[a-z0-9.-]+$/i.test(address));
    if (bad !== undefined)
      return { code: 'InvalidParameterValue', message: 'Local address or domain contains control or whitespace, or is missing' };
    if (raw.length > maximumBytes)
      return { code: 'InvalidParameterValue', message: `Message length is more than ${maximumBytes} bytes long: '${raw.length}'.` };
    if (configurationSet !== undefined && !configurationSets.includes(configurationSet)) {
      return { code: 'ConfigurationSetDoesNotExist', message: `Configuration set <${configurationSet}> does not exist.` };
    }
    if (Object.entries(tags).some((pair) => pair.some((part) => !/^[A-Za-z0-9_-]{1,256}$/.test(part)))) {
      return { code: 'InvalidParameterValue', message: 'Email tags may hold only letters, digits, _ and -.' };
    }
    return undefined;
  }

  /** What SES says of the message on the bus: sent at once, the rest a moment later. */
  function speakOf(mail: SentMail): void {
    const wanted = new Set(
      destinations
        .filter(
          (one) =>
            one.ConfigurationSetName === mail.configurationSet &&
            one.EventDestination.Enabled &&
            one.EventDestination.EventBridgeDestination,
        )
        .flatMap((one) => one.EventDestination.MatchingEventTypes.map((type) => type.toLowerCase())),
    );
    const told = feedbackOf(mail, template, () => clock.now()).filter(({ type }) => wanted.has(type));
    if (told.length === 0) return;
    const telling = new Promise<void>((resolve) => setTimeout(resolve, feedbackDelayMilliseconds)).then(() => {
      for (const { event } of told) parts.publish(event());
      inHand.delete(telling);
    });
    inHand.add(telling);
  }

  return {
    name: 'ses',
    operation,
    needs,
    async answer(request) {
      const sending = readSending(request);
      if (!sending) return error('InvalidAction', `The local SES knows SendRawEmail only, not ${operation(request)}.`, 501);
      return send(sending);
    },
    error,
    outbox,
    isIdle: () => inHand.size === 0,
    idle: async () => {
      while (inHand.size > 0) await Promise.all(inHand);
    },
  };
}

type Sending = {
  /** Plain address of the message's From header, lower case. */
  from: string;
  source: string;
  recipients: string[];
  raw: Buffer;
  configurationSet?: string;
  tags: Record<string, string>;
};

function readSending(request: AwsRequest): Sending | undefined {
  const form = new URLSearchParams(request.body.toString('utf8'));
  if (form.get('Action') !== 'SendRawEmail') return undefined;
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const mail = splitRawMail(raw);
  const from = addressesIn(headerOf(mail, 'From'))[0] ?? '';
  const members = (name: string) => [...form].filter(([key]) => key.startsWith(`${name}.member.`));
  const given = members('Destinations').flatMap(([, value]) => (addressesIn(value).length > 0 ? addressesIn(value) : [value]));
  const named = members('Tags').filter(([key]) => key.endsWith('.Name'));
  return {
    from,
    source: addressesIn(form.get('Source') ?? undefined)[0] ?? from,
    recipients: given.length > 0 ? given : ['To', 'Cc', 'Bcc'].flatMap((name) => addressesIn(headerOf(mail, name))),
    raw,
    configurationSet: form.get('ConfigurationSetName') ?? headerOf(mail, 'X-SES-CONFIGURATION-SET'),
    tags: Object.fromEntries(named.map(([key, name]) => [name, form.get(key.replace(/Name$/, 'Value')) ?? ''])),
  };
}

function operation(request: AwsRequest): string {
  return new URLSearchParams(request.body.toString('utf8')).get('Action') ?? 'unknown';
}

function xml(status: number, body: string): AwsAnswer {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

function metadata(): string {
  return `<ResponseMetadata>${element('RequestId', randomUUID())}</ResponseMetadata>`;
}

function error(code: string, message: string, status: number): AwsAnswer {
  const type = status < 500 ? 'Sender' : 'Receiver';
  return xml(
    status,
    `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error>${element('Type', type)}${element('Code', code)}${element('Message', message)}</Error>${element('RequestId', randomUUID())}</ErrorResponse>`,
  );
}
