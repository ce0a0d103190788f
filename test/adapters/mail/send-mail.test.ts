import { MessageRejected, SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { composeMail } from '../../../functions/adapters/mail/compose-mail.ts';
import { createReplyAddresses } from '../../../functions/adapters/mail/reply-addresses.ts';
import { createSendMail } from '../../../functions/adapters/mail/send-mail.ts';
import type { NoticeKind } from '../../../functions/domain/notices/notice.ts';
import { notice, outgoing, read, reference } from './messages.ts';

const replyAddresses = createReplyAddresses({ current: new Uint8Array(32).fill(7) }, 'reply.luton.example');
const settings = { from: 'complaints@luton.gov.uk', council: luton, replyAddresses, region: 'eu-west-2' };
const parse = (raw: Uint8Array) => PostalMime.parse(raw);
const headerOf = (mail: Awaited<ReturnType<typeof parse>>, name: string) =>
  mail.headers.filter(({ key }) => key === name).map(({ value }) => value);

describe('a composed notice', () => {
  test('comes from the council, goes to one person, and its reply joins the case', async () => {
    const mail = await parse(await composeMail(outgoing(), settings));
    expect(mail.from).toEqual({ name: 'Luton Council Complaints Team', address: 'complaints@luton.gov.uk' });
    expect(mail.to).toEqual([{ name: 'Ann Example', address: 'ann@mailbox.example' }]);
    expect(mail.replyTo).toEqual([{ name: '', address: replyAddresses.addressOf(reference) }]);
    expect(mail.subject).toBe('We have your message: LBC-2026-004217');
    expect(mail.text).toContain('We will write to you by Tuesday 17 March 2026');
    expect(mail.html).toContain('<html lang="en-GB">');
    expect(mail.attachments).toEqual([]);
  });

  test('in two languages has both in its subject, and says which they are', async () => {
    const translation = { language: { tag: 'pl', direction: 'ltr' }, note: '', subject: 'Mamy Państwa wiadomość', blocks: [] } as const;
    const mail = await parse(await composeMail(outgoing({ notice: { ...notice, letter: { ...notice.letter, translation } } }), settings));
    expect(mail.subject).toBe('Mamy Państwa wiadomość / We have your message: LBC-2026-004217');
    expect(headerOf(mail, 'content-language')).toEqual(['pl, en-GB']);
  });

  test("an officer's notice carries no reply address of the case", async () => {
    const mail = await parse(await composeMail(outgoing({ repliesJoin: undefined }), settings));
    expect(mail.replyTo).toBeUndefined();
  });

  test.each([
    ['receipt', ['auto-generated']],
    ['alert', ['auto-generated']],
    ['possible-harm', ['auto-generated']],
    ['acknowledgement', []],
    ['response', []],
  ] satisfies [NoticeKind, string[]][])('%s: automatic %j, and always marked as ours', async (kind, automatic) => {
    const mail = await parse(await composeMail(outgoing({ notice: { ...notice, kind } }), settings));
    expect(headerOf(mail, 'auto-submitted')).toEqual(automatic);
    expect(headerOf(mail, 'x-complaints-notice')).toEqual(['LBC-2026-004217/0001-receipt']);
    expect(headerOf(mail, 'x-auto-response-suppress')).toEqual(['OOF, AutoReply']);
  });

  test('answers the thread it belongs to', async () => {
    const mail = await parse(
      await composeMail(outgoing({ earlier: [{ messageId: '<one@mailbox.example>' }, { sesMessageId: '0102-two' }] }), settings),
    );
    expect(mail.references).toBe('<one@mailbox.example> <0102-two@eu-west-2.amazonses.com>');
    expect(mail.inReplyTo).toBe('<0102-two@eu-west-2.amazonses.com>');
  });

  test('come back to us, it is recognised as our own', async () => {
    const { contact } = await read(await composeMail(outgoing(), { ...settings, from: 'forwarder@elsewhere.example' }));
    expect(contact).toMatchObject({ automatic: 'our-own', subject: 'We have your message: LBC-2026-004217' });
  });

  test('no name, subject or id can begin a header or a second recipient', async () => {
    const usual = (await parse(await composeMail(outgoing({ earlier: [{ messageId: '<a@b.example>' }] }), settings))).headers
      .map(({ key }) => key)
      .sort();
    const hostile = fc.string({
      unit: fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        'Bcc: eve@evil.example',
        '\r\n\r\n',
        ':',
        '<',
        '>',
        ',',
        ';',
        '"',
        '(',
        '@',
        'é',
        '😡',
        ' ',
        'x',
        '\0',
        '\u2028',
      ),
    });
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, subject, id) => {
        const mail = await parse(
          await composeMail(
            outgoing({
              toName: name,
              notice: { ...notice, letter: { ...notice.letter, subject: `s${subject}` } },
              earlier: [{ messageId: id }, { messageId: '<a@b.example>' }],
            }),
            settings,
          ),
        );
        expect(mail.headers.map(({ key }) => key).sort()).toEqual(usual);
        expect(mail.to?.map(({ address }) => address)).toEqual(['ann@mailbox.example']);
        expect(mail.text).toContain('Dear Ann Example');
      }),
      { numRuns: 200 },
    );
  });
});

describe('sending', () => {
  const ses = mockClient(SESClient);
  const sendMail = createSendMail({ ...settings, ses: new SESClient({ region: 'eu-west-2' }), configurationSet: 'complaints' });
  beforeEach(() => ses.reset());
  afterAll(() => ses.restore());

  test('hands SES one recipient, the configuration set and the tags of case and notice', async () => {
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'ses-1' });
    expect(await sendMail(outgoing())).toEqual({ sesMessageId: 'ses-1' });
    expect(ses.commandCalls(SendRawEmailCommand)[0]!.args[0].input).toMatchObject({
      Source: 'complaints@luton.gov.uk',
      Destinations: ['ann@mailbox.example'],
      ConfigurationSetName: 'complaints',
      Tags: [
        { Name: 'case', Value: 'LBC-2026-004217' },
        { Name: 'notice', Value: '0001-receipt' },
      ],
    });
  });

  test.each([
    ['MessageRejected', new MessageRejected({ message: 'Address ann@mailbox.example is blocked', $metadata: {} })],
    [
      'InvalidParameterValue',
      new SESServiceException({ name: 'InvalidParameterValue', message: 'Missing final @domain', $fault: 'client', $metadata: {} }),
    ],
  ])('%s is final, and its reason names nobody', async (code, fault) => {
    ses.on(SendRawEmailCommand).rejects(fault);
    const result = await sendMail(outgoing());
    expect(result).toEqual({ refused: `SES refused the message (${code}).` });
  });

  test.each([
    'ThrottlingException',
    'ServiceUnavailable',
    'AccountSendingPausedException',
    'MailFromDomainNotVerifiedException',
    'ConfigurationSetDoesNotExist',
  ])('%s is worth another try', async (name) => {
    ses.on(SendRawEmailCommand).rejects(new SESServiceException({ name, message: 'x', $fault: 'server', $metadata: {} }));
    await expect(sendMail(outgoing())).rejects.toMatchObject({ name });
  });

  test('a lost connection is worth another try', async () => {
    ses.on(SendRawEmailCommand).rejects(new Error('socket hang up'));
    await expect(sendMail(outgoing())).rejects.toThrow('socket hang up');
  });

  test.each([
    '',
    'ann',
    'ann@',
    'ann@mailbox',
    'ann@mailbox.example, eve@evil.example',
    'ann@mailbox.example\r\nBcc: eve@evil.example',
    'Ann <ann@mailbox.example>',
    'zoë@mailbox.example',
  ])('%j is not sent anywhere', async (to) => {
    expect(await sendMail(outgoing({ to }))).toEqual({ refused: 'The e-mail address cannot be right.' });
    expect(ses.calls()).toHaveLength(0);
  });

  test.each(['ann@mailbox.example', "o'brien+bins@mail.luton.example", 'a.b_c-d@xn--bcher-kva.example'])(
    '%s can be sent to',
    async (to) => {
      ses.on(SendRawEmailCommand).resolves({ MessageId: 'ses-2' });
      expect(await sendMail(outgoing({ to }))).toEqual({ sesMessageId: 'ses-2' });
    },
  );
});
