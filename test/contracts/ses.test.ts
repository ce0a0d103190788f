import { describe, expect, test } from 'vitest';
import { readSesEvent } from '../../functions/contracts/ses-event.ts';
import { receiptOf, sesReceiptEvent } from '../../functions/contracts/ses-receipt.ts';

const received = {
  Records: [
    {
      eventSource: 'aws:ses',
      eventVersion: '1.0',
      ses: {
        mail: {
          timestamp: '2026-03-10T08:17:22.405Z',
          messageId: 'o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1',
          source: 'ann@mailbox.example',
          headersTruncated: false,
          headers: [],
        },
        receipt: {
          timestamp: '2026-03-10T08:17:22.405Z',
          processingTimeMillis: 574,
          recipients: ['complaints@luton.gov.uk'],
          spamVerdict: { status: 'PASS' },
          virusVerdict: { status: 'PASS' },
          spfVerdict: { status: 'GRAY' },
          dkimVerdict: { status: 'PROCESSING_FAILED' },
          dmarcVerdict: { status: 'FAIL' },
          dmarcPolicy: 'reject',
          action: { type: 'Lambda', functionArn: 'arn:aws:lambda:eu-west-2:111122223333:function:receive-mail', invocationType: 'Event' },
        },
      },
    },
  ],
};

const withReceipt = (changes: object) => ({
  Records: [{ ses: { ...received.Records[0]!.ses, receipt: { ...received.Records[0]!.ses.receipt, ...changes } } }],
});
const withMail = (changes: object) => ({
  Records: [{ ses: { ...received.Records[0]!.ses, mail: { ...received.Records[0]!.ses.mail, ...changes } } }],
});

describe('the receipt event', () => {
  test('says what we need and nothing else', () => {
    expect(sesReceiptEvent.parse(received).Records.map(receiptOf)).toEqual([
      {
        messageId: 'o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1',
        receivedAt: '2026-03-10T08:17:22.405Z',
        recipients: ['complaints@luton.gov.uk'],
        verdicts: { spam: 'PASS', virus: 'PASS', spf: 'GRAY', dkim: 'PROCESSING_FAILED', dmarc: 'FAIL' },
      },
    ]);
  });

  test('a verdict that SES has not invented yet is "not sure"', () => {
    const [record] = sesReceiptEvent.parse(withReceipt({ spamVerdict: { status: 'DISABLED' } })).Records;
    expect(receiptOf(record!).verdicts.spam).toBe('GRAY');
  });

  test.each([
    ['an id that would be a path', withMail({ messageId: '../x' })],
    ['a moment without its zone', withMail({ timestamp: '2026-03-10T08:17:22' })],
    ['no records', { Records: [] }],
    ['something else', { detail: {} }],
  ])('%s is a fault', (_, event) => {
    expect(() => sesReceiptEvent.parse(event)).toThrow();
  });
});

const mail = {
  messageId: 'ses-1',
  timestamp: '2026-03-10T08:18:59.000Z',
  destination: ['ann@mailbox.example'],
  tags: { 'ses:configuration-set': ['complaints'], case: ['LBC-2026-004217'], notice: ['0003-acknowledgement'] },
};
const event = (detail: object) => ({
  version: '0',
  'detail-type': 'Email',
  source: 'aws.ses',
  time: '2026-03-10T08:20:00Z',
  detail: { mail, ...detail },
});
const about = { owner: 'LBC-2026-004217', noticeId: '0003-acknowledgement' };
const message = { sesMessageId: 'ses-1', acceptedAt: '2026-03-10T08:18:59.000Z' };

describe('what SES says of a notice', () => {
  test('delivered', () => {
    expect(
      readSesEvent(
        event({ eventType: 'Delivery', delivery: { timestamp: '2026-03-10T08:19:00.5Z', recipients: ['ann@mailbox.example'] } }),
      ),
    ).toEqual({ ...about, news: { kind: 'delivered', ...message, at: '2026-03-10T08:19:00.500Z' } });
  });

  test('of the mail of a day, which belongs to no case', () => {
    const ofDay = { ...mail, tags: { day: ['2026-03-09'], notice: ['held-waiting'] } };
    const said = readSesEvent(event({ eventType: 'Delivery', mail: ofDay, delivery: { timestamp: '2026-03-10T08:19:00Z' } }));
    expect(said).toMatchObject({ owner: '2026-03-09', noticeId: 'held-waiting', news: { kind: 'delivered' } });
  });

  test.each([
    ['Permanent', true],
    ['Transient', false],
    ['Undetermined', false],
  ])('bounced: %s, without the address that the diagnostic names', (bounceType, permanent) => {
    const bounce = {
      bounceType,
      bounceSubType: 'General',
      timestamp: '2026-03-10T08:19:00.000Z',
      bouncedRecipients: [
        {
          emailAddress: 'ann@mailbox.example',
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: 'smtp; 550 5.1.1 <ann@mailbox.example>: user unknown',
        },
      ],
    };
    expect(readSesEvent(event({ eventType: 'Bounce', bounce }))).toEqual({
      ...about,
      news: { kind: 'bounced', ...message, permanent, why: `${bounceType} General 5.1.1`, at: '2026-03-10T08:19:00.000Z' },
    });
  });

  test('a bounce whose status is prose is still a bounce', () => {
    const bounce = {
      bounceType: 'Permanent',
      bounceSubType: 'Suppressed',
      timestamp: '2026-03-10T08:19:00Z',
      bouncedRecipients: [{ status: 'no such person, ann@mailbox.example' }],
    };
    expect(readSesEvent(event({ eventType: 'Bounce', bounce }))).toMatchObject({
      news: { kind: 'bounced', why: 'Permanent Suppressed unknown' },
    });
  });

  test('called spam by the person', () => {
    expect(readSesEvent(event({ eventType: 'Complaint', complaint: { timestamp: '2026-03-10T08:19:00Z' } }))).toEqual({
      ...about,
      news: 'called-spam',
    });
  });

  test('rejected after all: it never left', () => {
    expect(readSesEvent(event({ eventType: 'Reject', reject: { reason: 'Bad content' } }))).toMatchObject({
      news: { kind: 'bounced', permanent: true, at: '2026-03-10T08:20:00.000Z', faultIsOurs: true },
    });
  });

  test.each(['Send', 'Open', 'Click', 'DeliveryDelay', 'Rendering Failure'])('%s changes nothing', (eventType) => {
    expect(readSesEvent(event({ eventType }))).toBeUndefined();
  });

  test.each([
    ['without our tags', event({ eventType: 'Delivery', mail: { ...mail, tags: {} }, delivery: { timestamp: '2026-03-10T08:19:00Z' } })],
    ['of another shape', event({ eventType: 'Delivery' })],
    ['that is none', {}],
  ])('an event %s is a fault', (_, wrong) => {
    expect(() => readSesEvent(wrong)).toThrow();
  });
});
