import { describe, expect, test } from 'vitest';
import { callInMail } from '../../../functions/adapters/mail/call-in-mail.ts';
import { parseMail } from '../../../functions/adapters/mail/parse-mail.ts';

/** A message as a telephone system writes it: headers, then its text. */
const callIn = async (headers: readonly string[], text = 'A recording is attached.') =>
  callInMail((await parseMail(Buffer.from(`${headers.join('\r\n')}\r\n\r\n${text}\r\n`))).mail).caller;

describe('who rang, in the mail of telephone systems', () => {
  test.each([
    [
      'Microsoft',
      ['From: Voicemail <noreply@pbx.example>', 'Subject: Voice Mail (16 seconds)', 'X-CallingTelephoneNumber: +441632960123'],
      '+441632960123',
    ],
    ['Teams', ['From: noreply@pbx.example', 'Subject: Voicemail from 01632 960123'], '01632960123'],
    ['3CX', ['From: 3CX <noreply@pbx.example>', 'Subject: New Voicemail from Rosa Example (07700900123), 20261218 085931'], '07700900123'],
    ['Cisco Unity', ['From: "01632960123" <unity@pbx.example>', 'Subject: Message from Unknown Sender'], '01632960123'],
    ['BT', ['From: no-reply@pbx.example', 'Subject: You have a new voicemail from +44 1632 960123'], '+441632960123'],
  ] as const)('%s', async (_, headers, caller) => {
    expect(await callIn(headers)).toBe(caller);
  });

  test('in the text, beside its label', async () => {
    expect(await callIn(['From: pbx@pbx.example', 'Subject: New message 3'], 'Caller: 01632 960123\r\nLength: 0:12')).toBe('01632960123');
  });

  test.each([
    ['a withheld number', ['Subject: Voicemail from Anonymous (12 seconds)', 'X-CallingTelephoneNumber: anonymous']],
    ['a date and a length', ['Subject: Voicemail 20261218085931 (000012345 ms)']],
    ['a number in the middle of a longer one', ['Subject: id 99901632960123999']],
  ])('nobody, from %s', async (_, headers) => {
    expect(await callIn(headers)).toBeUndefined();
  });
});
