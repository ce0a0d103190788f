import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { AwsAnswer, AwsRequest, Need } from '../cloud.ts';
import type { Ground } from '../ground.ts';
import { propertiesOf } from '../template/template.ts';
import type { BusEvent } from './events.ts';
import { openOutbox } from './outbox.ts';
import { addressesIn, headerOf, replaceHeaders, splitRawMail } from './raw-mail.ts';
import { feedbackOf } from './ses-feedback.ts';
import { elements } from './xml.ts';

const maximumBytes = 10 * 1024 * 1024;
/** SES speaks of a delivery only after the sender has long had its answer. */
const feedbackDelayMilliseconds = 150;

const destinationShape = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Enabled: z.literal(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.strictObject({ EventBusArn: z.string().endsWith(':event-bus/default') }),
  }),
});

/**
 * SES version 1, `SendRawEmail` only: what is sent lands in an outbox, and delivery, bounces and complaints follow on the bus where the
 * configuration set says so. What becomes of a message its address says: see the address list beside this file.
 */
export async function createSes(ground: Ground, publish: (event: BusEvent) => void, folder?: string) {
  const { template, clock, work } = ground;
  const identities = template.ofType('AWS::SES::EmailIdentity').map(({ name }) => name.toLowerCase());
  const configurationSets = template.ofType('AWS::SES::ConfigurationSet').map(({ name }) => name);
  const destinations = template
    .ofType('AWS::SES::ConfigurationSetEventDestination')
    .map((resource) => propertiesOf(resource, destinationShape));
  const outbox = await openOutbox(folder);

  const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
  const identityOf = (address: string) => identities.find((identity) => identity === address || identity === domainOf(address));

  function needs(request: AwsRequest): Need[] {
    const action = `ses:${operation(request)}`;
    if (action !== 'ses:SendRawEmail') return [{ action, resource: '*' }];
    const { from, envelope } = readSending(request);
    const { configurationSet: set } = envelope;
    const context = { 'ses:FromAddress': from };
    return [
      { action, resource: template.arn('ses', `identity/${identityOf(from) ?? domainOf(from)}`), context },
      ...(set === undefined ? [] : [{ action, resource: template.arn('ses', `configuration-set/${set}`), context }]),
    ];
  }

  async function send(sending: Sending): Promise<AwsAnswer> {
    const refused = refusalOf(sending);
    if (refused) return refused;
    const messageId = `010b${randomBytes(6).toString('hex')}${randomBytes(3).toString('hex')}-${randomUUID()}-000000`;
    const sentAt = clock.now();
    const raw = replaceHeaders(
      sending.raw,
      ['Message-ID', 'Date', 'Bcc'],
      [`Message-ID: <${messageId}@${template.region}.amazonses.com>`, `Date: ${sentAt.toUTCString().replace('GMT', '+0000')}`],
    );
    const mail = await outbox.add({ messageId, sentAt: sentAt.toISOString(), ...sending.envelope }, raw);
    const wanted = destinations
      .filter(({ ConfigurationSetName: name }) => name === mail.configurationSet)
      .flatMap(({ EventDestination: { MatchingEventTypes: types } }) => types.map((type) => type.toLowerCase()));
    const isFirst = (address: string) => outbox.all().find(({ destinations: to }) => to.includes(address)) === mail;
    const tell = () => {
      for (const event of feedbackOf(mail, template, clock.now(), wanted, isFirst)) publish(event);
    };
    void work.track(sleep(feedbackDelayMilliseconds).then(tell));
    const sent = { SendRawEmailResult: { MessageId: messageId }, ResponseMetadata: { RequestId: randomUUID() } };
    return xml(200, 'SendRawEmailResponse', sent);
  }

  function refusalOf({ from, raw, envelope }: Sending): AwsAnswer | undefined {
    const { source, destinations: recipients, configurationSet, tags } = envelope;
    const invalid = (message: string) => error('InvalidParameterValue', message, 400);
    const unverified = [from, source].filter((address) => !identityOf(address));
    if (unverified.length > 0) {
      const region = template.region.toUpperCase();
      const message = `Email address is not verified. The following identities failed the check in region ${region}: ${unverified.join(', ')}`;
      return error('MessageRejected', message, 400);
    }
    if (recipients.length === 0) return invalid("Missing required header 'To'.");
    if (recipients.some((address) => !/^[\x21-\x7e]+@[a-z0-9.-]+$/i.test(address)))
      return invalid('Local address or domain contains control or whitespace, or is missing');
    if (raw.length > maximumBytes) return invalid(`Message length is more than ${maximumBytes} bytes long: '${raw.length}'.`);
    if (configurationSet !== undefined && !configurationSets.includes(configurationSet))
      return error('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`, 400);
    if (Object.entries(tags).some((pair) => pair.some((part) => !/^[A-Za-z0-9_-]{1,256}$/.test(part))))
      return invalid('Email tags may hold only letters, digits, _ and -.');
    return undefined;
  }

  return {
    name: 'ses',
    operation,
    needs,
    async answer(request: AwsRequest): Promise<AwsAnswer> {
      if (operation(request) === 'SendRawEmail') return send(readSending(request));
      return error('InvalidAction', `The local SES knows SendRawEmail only, not ${operation(request)}.`, 501);
    },
    error,
    outbox,
  };
}

type Sending = ReturnType<typeof readSending>;

function readSending(request: AwsRequest) {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const from = addressesIn(headerOf(splitRawMail(raw), 'From'))[0] ?? '';
  const members = (name: string) => [...form].filter(([key]) => key.startsWith(`${name}.member.`));
  const named = members('Tags').filter(([key]) => key.endsWith('.Name'));
  return {
    /** Plain address of the message's From header, lower case. */
    from,
    raw,
    envelope: {
      source: addressesIn(form.get('Source') ?? undefined)[0] ?? from,
      destinations: members('Destinations').map(([, value]) => value),
      configurationSet: form.get('ConfigurationSetName') ?? undefined,
      tags: Object.fromEntries(named.map(([key, name]) => [name, form.get(key.replace(/Name$/, 'Value')) ?? ''])),
    },
  };
}

function operation(request: AwsRequest): string {
  return new URLSearchParams(request.body.toString('utf8')).get('Action') ?? 'unknown';
}

function xml(status: number, name: string, content: Parameters<typeof elements>[0]): AwsAnswer {
  const body = `<${name} xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${elements(content)}</${name}>`;
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

function error(code: string, message: string, status: number): AwsAnswer {
  const why = { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message };
  return xml(status, 'ErrorResponse', { Error: why, RequestId: randomUUID() });
}
