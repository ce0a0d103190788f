import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../local/faults.ts';
import { startMailIn } from '../../local/mail-in.ts';
import { createS3 } from '../../local/services/s3.ts';
import { createSesReceiving } from '../../local/services/ses-receiving.ts';
import { groundOf, rememberingHost, templateOf } from './services/stage.ts';

const functionArn = 'arn:aws:lambda:eu-west-2:111122223333:function:receive-mail';
const at = '2026-12-18T09:00:00.000Z';
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(...faults: Fault[]) {
  const template = templateOf(
    { id: 'Originals', type: 'AWS::S3::Bucket', name: 'originals' },
    { id: 'Rules', type: 'AWS::SES::ReceiptRuleSet', name: 'rules' },
    {
      id: 'Rule',
      type: 'AWS::SES::ReceiptRule',
      name: 'rule',
      properties: {
        RuleSetName: 'rules',
        Rule: {
          Name: 'mail',
          Enabled: true,
          Recipients: ['complaints@luton.gov.uk', 'reply.luton.gov.uk'],
          ScanEnabled: true,
          Actions: [
            { S3Action: { BucketName: 'originals', ObjectKeyPrefix: 'mail/' } },
            { LambdaAction: { FunctionArn: functionArn, InvocationType: 'Event' } },
          ],
        },
      },
    },
  );
  const stored: { key: string; body: string; at: string }[] = [];
  const ground = groundOf(template, { faults });
  const real = createS3(ground, () => {});
  const s3 = {
    ...real,
    keep: (...given: Parameters<typeof real.keep>) => {
      stored.push({ key: given[1], body: given[2].toString('utf8'), at: given[3].at.toISOString() });
      real.keep(...given);
    },
  };
  const host = rememberingHost();
  const receiving = createSesReceiving(ground, s3, host);
  const mailIn = await startMailIn(() => receiving, 0);
  const transport = createTransport({ host: '127.0.0.1', port: mailIn.port, ignoreTLS: true });
  stops.push(mailIn.stop, () => transport.close());
  const send = (raw: string, to = ['complaints@luton.gov.uk'], from = 'sam@resident.example') =>
    transport.sendMail({ envelope: { from, to }, raw });
  return { stored, host, receiving, work: ground.work, send };
}

const message = (headers = '', body = 'My bin was not collected.\r\n.\r\nA line with a dot above.\r\n') =>
  `From: Sam Reed <sam@resident.example>\r\nTo: complaints@luton.gov.uk\r\nSubject: Bins\r\n${headers}\r\n${body}`;
const receiptOf = (event: unknown) =>
  (event as { Records: { ses: { mail: Record<string, unknown>; receipt: Record<string, unknown> } }[] }).Records[0]!.ses;

describe('mail in', () => {
  test('stores the message byte for byte below the receiving headers, then tells the function', async () => {
    const { stored, host, work, send } = await start();
    await send(message());
    await work.idle();
    expect(stored).toHaveLength(1);
    expect(stored[0]?.body.startsWith('Return-Path: <sam@resident.example>\r\nReceived: from resident.example')).toBe(true);
    expect(stored[0]?.body.endsWith(message())).toBe(true);
    expect(host.invoked).toMatchObject([{ functionArn, by: { principal: 'ses.amazonaws.com' } }]);
    const { mail, receipt } = receiptOf(host.invoked[0]?.event);
    expect(stored[0]?.key).toBe(`mail/${mail['messageId']}`);
    expect(mail).toMatchObject({
      timestamp: at,
      source: 'sam@resident.example',
      destination: ['complaints@luton.gov.uk'],
      commonHeaders: { subject: 'Bins', from: ['Sam Reed <sam@resident.example>'], returnPath: '<sam@resident.example>' },
    });
    expect(receipt).toMatchObject({
      recipients: ['complaints@luton.gov.uk'],
      spamVerdict: { status: 'PASS' },
      virusVerdict: { status: 'PASS' },
      dmarcVerdict: { status: 'PASS' },
      action: { type: 'Lambda', functionArn, invocationType: 'Event' },
    });
    expect(JSON.stringify(host.invoked[0]?.event)).not.toContain('originals');
  });

  test('refuses a recipient that no rule takes, and takes a domain and a label', async () => {
    const { stored, send } = await start();
    await expect(send(message(), ['nobody@luton.gov.uk'])).rejects.toMatchObject({ responseCode: 550 });
    await send(message(), ['r.lbc-2026-000001.abc@reply.luton.gov.uk']);
    await send(message(), ['Complaints+bins@luton.gov.uk']);
    expect(stored).toHaveLength(2);
  });

  test('takes mail from nobody, as bounces are sent', async () => {
    const { host, work, send, stored } = await start();
    await send(message(), ['complaints@luton.gov.uk'], '');
    await work.idle();
    expect(stored[0]?.body.startsWith('Return-Path: <>\r\n')).toBe(true);
    expect(receiptOf(host.invoked[0]?.event).mail['source']).toBe('');
  });

  test('believes the verdicts that a sample carries, and finds the test virus', async () => {
    const { host, work, send } = await start();
    await send(
      message(
        'X-SES-Spam-Verdict: GRAY\r\nAuthentication-Results: amazonses.com;\r\n spf=softfail (x);\r\n dkim=none;\r\n dmarc=fail header.from=x;\r\n',
      ),
    );
    await send(message('', 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*\r\n'));
    await work.idle();
    expect(receiptOf(host.invoked[0]?.event).receipt).toMatchObject({
      spamVerdict: { status: 'GRAY' },
      spfVerdict: { status: 'FAIL' },
      dkimVerdict: { status: 'GRAY' },
      dmarcVerdict: { status: 'FAIL' },
      dmarcPolicy: 'none',
    });
    expect(receiptOf(host.invoked[1]?.event).receipt).toMatchObject({ virusVerdict: { status: 'FAIL' } });
  });

  test('stores and tells nobody while it is stopped, and tells twice when told to', async () => {
    const stopped = await start({ service: 'ses-receiving', stopped: true });
    await stopped.send(message());
    await stopped.work.idle();
    expect([stopped.stored.length, stopped.host.invoked.length]).toEqual([1, 0]);
    const twice = await start({ service: 'ses-receiving', duplicate: true });
    await twice.send(message());
    await twice.work.idle();
    expect([twice.stored.length, twice.host.invoked.length]).toEqual([1, 2]);
  });

  test('can be told when it came, from whom, and with which verdicts', async () => {
    const { host, receiving, work, stored } = await start();
    const given = { raw: Buffer.from(message()), at: new Date('2026-12-01T08:00:00Z'), verdicts: { spam: 'FAIL' } as const };
    const taken = receiving.receive(given);
    await work.idle();
    expect(stored[0]).toMatchObject({ key: `mail/${taken?.messageId}`, at: '2026-12-01T08:00:00.000Z' });
    const { mail, receipt } = receiptOf(host.invoked[0]?.event);
    expect(mail['timestamp']).toBe('2026-12-01T08:00:00.000Z');
    expect(receipt['spamVerdict']).toEqual({ status: 'FAIL' });
  });
});
