import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient, SendEmailCommand, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { afterEach, describe, expect, test } from 'vitest';
import { createSes } from '../../../local/services/ses.ts';
import { groundOf, rememberingBus, serve, templateOf } from './stage.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const template = templateOf(
  { id: 'Identity', type: 'AWS::SES::EmailIdentity', name: 'luton.gov.uk' },
  { id: 'Set', type: 'AWS::SES::ConfigurationSet', name: 'complaints' },
  {
    id: 'Destination',
    type: 'AWS::SES::ConfigurationSetEventDestination',
    properties: {
      ConfigurationSetName: 'complaints',
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['delivery', 'bounce', 'complaint'],
        EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-west-2:111122223333:event-bus/default' },
      },
    },
  },
);

async function start(folder?: string) {
  const bus = rememberingBus();
  const ground = groundOf(template);
  const ses = await createSes(ground, bus.publish, folder);
  const served = await serve(ses);
  stops.push(served.stop);
  return { ses, bus, work: ground.work, needs: served.needs, client: new SESClient(served.client) };
}

const message = (to: string) =>
  `From: "Luton Council, complaints" <complaints@luton.gov.uk>\r\nTo: ${to}\r\nReply-To: r.x@luton.gov.uk\r\nSubject: =?utf-8?Q?Your_complaint_=E2=9C=93?=\r\n` +
  'Message-ID: <own@example>\r\nDate: Tue, 1 Jan 2019 00:00:00 +0000\r\nX-Complaints-Notice: LBC-2026-000001/0001-receipt\r\n' +
  'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nDear resident,\r\n\r\nMessage-ID: not a header\r\n';

const send = (to: string, more: Partial<SendRawEmailCommandInput> = {}) =>
  new SendRawEmailCommand({
    Source: 'complaints@luton.gov.uk',
    Destinations: [to],
    RawMessage: { Data: Buffer.from(message(to)) },
    ConfigurationSetName: 'complaints',
    Tags: [
      { Name: 'case', Value: 'LBC-2026-000001' },
      { Name: 'notice', Value: '0001-receipt' },
    ],
    ...more,
  });

describe('the local SES', () => {
  test('puts what is sent into the outbox under its own Message-ID and Date', async () => {
    const { client, ses } = await start();
    const { MessageId } = await client.send(send('sam@resident.example'));
    const [mail] = ses.outbox.all();
    expect(mail).toMatchObject({
      messageId: MessageId,
      sentAt: '2026-12-18T09:00:00.000Z',
      from: 'complaints@luton.gov.uk',
      to: ['sam@resident.example'],
      replyTo: ['r.x@luton.gov.uk'],
      subject: 'Your complaint ✓',
      headers: {
        'message-id': `<${MessageId}@eu-west-2.amazonses.com>`,
        date: 'Fri, 18 Dec 2026 09:00:00 +0000',
        'x-complaints-notice': 'LBC-2026-000001/0001-receipt',
      },
    });
    expect(mail?.text).toContain('Message-ID: not a header');
    expect(JSON.stringify(mail)).not.toContain('own@example');
  });

  test('tells the bus what became of each message, in the shape of SES', async () => {
    const { client, bus, work } = await start();
    const { MessageId } = await client.send(send('sam@resident.example'));
    await work.idle();
    expect(bus.events).toMatchObject([
      {
        source: 'aws.ses',
        'detail-type': 'Email Delivered',
        resources: ['arn:aws:ses:eu-west-2:111122223333:configuration-set/complaints'],
        detail: {
          eventType: 'Delivery',
          mail: {
            messageId: MessageId,
            destination: ['sam@resident.example'],
            tags: { 'ses:configuration-set': ['complaints'], case: ['LBC-2026-000001'], notice: ['0001-receipt'] },
          },
          delivery: { timestamp: '2026-12-18T09:00:00.000Z', recipients: ['sam@resident.example'] },
        },
      },
    ]);
  });

  test.each([
    [
      'no-such-bounce@resident.example',
      ['Email Bounced'],
      { bounce: { bounceType: 'Permanent', bouncedRecipients: [{ status: '5.1.1' }] } },
    ],
    ['full@resident.example', ['Email Bounced'], { bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } }],
    ['silent@resident.example', [], undefined],
    ['complain@resident.example', ['Email Delivered', 'Email Complaint Received'], { eventType: 'Delivery' }],
    ['complaints-team@luton.example', ['Email Delivered'], { eventType: 'Delivery' }],
  ])('what becomes of mail to %s follows from its address', async (to, types, detail) => {
    const { client, bus, work } = await start();
    await client.send(send(to));
    await work.idle();
    expect(bus.events.map((event) => event['detail-type'])).toEqual(types);
    if (detail) expect(bus.events[0]?.detail).toMatchObject(detail);
  });

  test('a mailbox that was full once takes the next message', async () => {
    const { client, bus, work } = await start();
    for (let number = 1; number <= 2; number += 1) {
      await client.send(send('full-once@resident.example'));
      await work.idle();
    }
    expect(bus.events.map((event) => event['detail-type'])).toEqual(['Email Bounced', 'Email Delivered']);
  });

  test('says nothing on the bus of mail without a configuration set', async () => {
    const { client, bus, work } = await start();
    await client.send(send('sam@resident.example', { ConfigurationSetName: undefined }));
    await work.idle();
    expect(bus.events).toEqual([]);
  });

  test.each([
    ['a sender whose domain is not verified', { Source: 'x@other.example' }, 'MessageRejected'],
    [
      'no recipient',
      { Destinations: [], RawMessage: { Data: Buffer.from('From: complaints@luton.gov.uk\r\n\r\nx') } },
      'InvalidParameterValue',
    ],
    ['an impossible recipient', { Destinations: ['not an address'] }, 'InvalidParameterValue'],
    ['an unknown configuration set', { ConfigurationSetName: 'none' }, 'ConfigurationSetDoesNotExistException'],
    ['a tag with forbidden letters', { Tags: [{ Name: 'case', Value: 'LBC/1' }] }, 'InvalidParameterValue'],
    [
      'more than ten megabytes',
      { RawMessage: { Data: Buffer.concat([Buffer.from(message('a@b.example')), Buffer.alloc(10 * 1024 * 1024, 'x')]) } },
      'InvalidParameterValue',
    ],
  ])('refuses %s', async (_what, more, name) => {
    const { client, ses } = await start();
    await expect(client.send(send('sam@resident.example', more))).rejects.toMatchObject({ name });
    expect(ses.outbox.all()).toEqual([]);
  });

  test('answers other calls loudly instead of hanging', async () => {
    const { client } = await start();
    const other = new SendEmailCommand({
      Source: 'complaints@luton.gov.uk',
      Destination: { ToAddresses: ['a@b.example'] },
      Message: { Subject: { Data: 'x' }, Body: {} },
    });
    await expect(client.send(other)).rejects.toMatchObject({ name: 'InvalidAction' });
  });

  test('asks for the permission of the identity and of the configuration set, as sender', async () => {
    const { client, needs } = await start();
    await client.send(send('sam@resident.example'));
    const context = { 'ses:FromAddress': 'complaints@luton.gov.uk' };
    expect(needs).toEqual([
      [
        { action: 'ses:SendRawEmail', resource: 'arn:aws:ses:eu-west-2:111122223333:identity/luton.gov.uk', context },
        { action: 'ses:SendRawEmail', resource: 'arn:aws:ses:eu-west-2:111122223333:configuration-set/complaints', context },
      ],
    ]);
  });

  test('keeps the outbox over a restart until it is emptied', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outbox-'));
    const before = await start(folder);
    await before.client.send(send('sam@resident.example'));
    const after = await start(folder);
    expect(after.ses.outbox.all()).toEqual(before.ses.outbox.all());
    after.ses.outbox.clear();
    expect((await start(folder)).ses.outbox.all()).toEqual([]);
  });
});
