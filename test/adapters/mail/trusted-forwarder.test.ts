import { generateKeyPairSync } from 'node:crypto';
import { sealMessage } from 'mailauth';
import { describe, expect, test, vi } from 'vitest';
import type { TrustedForwarder } from '../../../council/facts.ts';
import type { ReadMailReceipt } from '../../../functions/adapters/mail/read-mail.ts';
import type { LookUpText } from '../../../functions/adapters/mail/sealed-verdicts.ts';
import { sendNotices } from '../../../functions/app/send-notices.ts';
import { takeIn } from '../../../functions/app/take-in.ts';
import { deskWorld } from '../../support/desk-world.ts';
import { allPass, message, read } from './messages.ts';

const forwarder: TrustedForwarder = {
  name: 'The council’s own mail system',
  envelopeDomains: ['council.example'],
  sealer: 'mailsystem.example',
  authservId: 'mx.mailsystem.example',
  mailboxes: ['complaints@council.example'],
};

const pair = (type: 'theirs' | 'another') => ({ type, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) });
const theirs = pair('theirs');
const another = pair('another');
const recordOf = ({ publicKey }: typeof theirs) =>
  `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const dns: LookUpText = async (name) => {
  const key = { 'seal._domainkey.mailsystem.example': theirs, 'seal._domainkey.stranger.example': another }[name];
  if (!key) throw new Error('ENOTFOUND');
  return [[recordOf(key)]];
};

const said = (from: string, { spf = 'pass', dkim = 'pass', dmarc = 'pass', to = 'council.example', envelope = from, about = from } = {}) =>
  `mx.mailsystem.example 1; spf=${spf} (sender ip is 192.0.2.1) smtp.rcpttodomain=${to} smtp.mailfrom=${envelope};` +
  ` dmarc=${dmarc} (p=none sp=none pct=100) action=none header.from=${about}; dkim=${dkim} (signature was verified) header.d=${from}; arc=none (0)`;

type Seal = { signer?: typeof theirs; domain?: string; cv?: 'none' | 'pass' | 'fail'; i?: number };

/** The message with a seal of its own on top. */
async function sealed(raw: string, authResults: string, { signer = theirs, domain = 'mailsystem.example', cv = 'none', i = 1 }: Seal = {}) {
  const seal = {
    signingDomain: domain,
    selector: 'seal',
    privateKey: signer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    authResults,
    cv,
    i,
  };
  const headers = await sealMessage(raw, seal);
  expect(headers.length).toBeGreaterThan(0);
  return `${headers}${raw}`;
}

/** As SES stores what the forwarder handed over: its own headers on top. */
const handedOver = (raw: string, envelope = 'bounces+SRS=ab1cd=2e@council.example') => `Return-Path: <${envelope}>\r\n${raw}`;

/** Redirected: SPF holds for the forwarder alone, and what it added to the words has broken the sender's DKIM. */
const receipt: Partial<ReadMailReceipt> = {
  verdicts: { ...allPass, dkim: 'FAIL', dmarc: 'FAIL' },
  trustedForwarders: [forwarder],
  lookUpText: dns,
};
const redirected = message({ To: 'complaints@council.example', 'Message-ID': '<1@mailbox.example>' });
const forwardedBy = (raw: string, changes: Partial<ReadMailReceipt> = {}) => read(handedOver(raw), { ...receipt, ...changes });

describe('a message that the council’s mail system redirects', () => {
  test('is its sender’s, with the verdicts that the mail system sealed', async () => {
    const { contact } = await forwardedBy(await sealed(redirected, said('mailbox.example')));
    expect(contact).toMatchObject({ from: { email: 'ann@mailbox.example' }, reachBy: ['email'], authenticated: true });
    expect(contact.automatic).toBeUndefined();
  });

  test('counts SPF and DKIM where the sender’s domain has no policy, and only for the envelope’s own domain', async () => {
    const withoutPolicy = { dmarc: 'none' };
    const own = await forwardedBy(await sealed(redirected, said('mailbox.example', withoutPolicy)));
    expect(own.contact.authenticated).toBe(true);
    const another = said('mailbox.example', { ...withoutPolicy, envelope: 'stranger.example' });
    expect((await forwardedBy(await sealed(redirected, another))).contact.authenticated).toBe(false);
  });

  test('counts nothing that was sealed earlier on the way, only the forwarder’s own seal, which is the last', async () => {
    const earlier = await sealed(redirected, 'mx.stranger.example; dmarc=fail header.from=mailbox.example', {
      signer: another,
      domain: 'stranger.example',
    });
    const chain = await sealed(earlier, said('mailbox.example'), { i: 2, cv: 'pass' });
    expect((await forwardedBy(chain)).contact.authenticated).toBe(true);
  });

  test('with an empty envelope is still a person’s: Exchange says so of what a rule sends on', async () => {
    const raw = message({ 'Resent-From': 'complaints@luton.gov.uk' });
    const { contact } = await read(`Return-Path: <>\r\n${raw}`, receipt);
    expect(contact).toMatchObject({ from: { email: 'ann@mailbox.example' }, authenticated: false });
    expect(contact.automatic).toBeUndefined();
  });

  test.each<[string, () => Promise<string>, Partial<ReadMailReceipt>]>([
    ['its words were changed under the seal', async () => `${await sealed(redirected, said('mailbox.example'))} And more.`, {}],
    [
      'its sender was changed under the seal',
      async () => (await sealed(redirected, said('mailbox.example'))).replace('ann@mailbox.example', 'eve@mailbox.example'),
      {},
    ],
    [
      'the verdicts were changed under the seal',
      async () => (await sealed(redirected, said('mailbox.example', { dmarc: 'fail' }))).replace('dmarc=fail', 'dmarc=pass'),
      {},
    ],
    [
      'the seal is another domain’s',
      () => sealed(redirected, said('mailbox.example'), { signer: another, domain: 'stranger.example' }),
      {},
    ],
    ['the seal says it is theirs and is made with another key', () => sealed(redirected, said('mailbox.example'), { signer: another }), {}],
    [
      'a stranger sealed after them',
      async () =>
        sealed(await sealed(redirected, said('mailbox.example')), said('mailbox.example'), {
          signer: another,
          domain: 'stranger.example',
          cv: 'pass',
          i: 2,
        }),
      {},
    ],
    ['the seal says that the chain was broken', () => sealed(redirected, said('mailbox.example'), { cv: 'fail' }), {}],
    ['it was sealed for another customer of theirs', () => sealed(redirected, said('mailbox.example', { to: 'stranger.example' })), {}],
    [
      'another server speaks under the seal',
      async () => sealed(redirected, said('mailbox.example').replace('mx.mailsystem', 'mx.other')),
      {},
    ],
    ['they found that it was forged', () => sealed(redirected, said('mailbox.example', { dmarc: 'fail' })), {}],
    ['their verdict is of another sender', () => sealed(redirected, said('mailbox.example', { about: 'stranger.example' })), {}],
    [
      'SPF fails for the envelope',
      () => sealed(redirected, said('mailbox.example')),
      { verdicts: { ...allPass, spf: 'FAIL', dmarc: 'FAIL' } },
    ],
    [
      'it was swept and its receipt is lost',
      () => sealed(redirected, said('mailbox.example')),
      {
        verdicts: { spam: 'unknown', virus: 'unknown', spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' },
      },
    ],
    ['DNS fails', () => sealed(redirected, said('mailbox.example')), { lookUpText: () => Promise.reject(new Error('ETIMEOUT')) }],
    ['no forwarder is trusted', () => sealed(redirected, said('mailbox.example')), { trustedForwarders: [] }],
  ])('is taken in and proves nothing where %s', async (_, raw, changes) => {
    const { contact } = await forwardedBy(await raw(), changes);
    expect(contact.authenticated).toBe(false);
    expect(contact.hold).toBeUndefined();
    expect(contact.text).toContain('The bins were missed again.');
  });

  test('waits three seconds for a DNS that never answers, and no longer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const reading = forwardedBy(await sealed(redirected, said('mailbox.example')), { lookUpText: () => new Promise(() => {}) });
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
      vi.advanceTimersByTime(3_000);
      expect((await reading).contact).toMatchObject({ authenticated: false, text: 'The bins were missed again.' });
    } finally {
      vi.useRealTimers();
    }
  });

  test('DNS is not asked about mail of anybody else, nor more than twenty times about one message', async () => {
    const asked: string[] = [];
    const lookUpText: LookUpText = async (name) => {
      asked.push(name);
      return dns(name);
    };
    const raw = await sealed(redirected, said('mailbox.example'));
    await read(handedOver(raw, 'eve@stranger.example'), { ...receipt, lookUpText });
    expect(asked).toEqual([]);
    const signature = (number: number) =>
      `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=d${number}.example; s=s; h=from; bh=AA==; b=AA==\r\n`;
    await forwardedBy(Array.from({ length: 200 }, (__, number) => signature(number)).join('') + raw, { lookUpText });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(20);
  });
});

describe('a message that a rule of a mailbox forwards in the mailbox’s own name', () => {
  const own = { From: 'Complaints <Complaints@council.example>', Subject: 'FW: Bins', 'Auto-Submitted': 'auto-generated' };
  const block =
    'From: Ann Example <ann@mailbox.example<mailto:ann@mailbox.example>>\nSent: 10 March 2026 08:15\nTo: Complaints <complaints@council.example>\nSubject: Bins\n\nThe bins were missed again.';

  test('with the original attached: it is the original’s sender who is answered, in the original’s thread', async () => {
    const original = message({ 'Message-ID': '<1@mailbox.example>', References: '<0@eu-west-2.amazonses.com>' });
    const { contact } = await read(
      message({ ...own, 'Content-Type': 'multipart/mixed; boundary=b' }, `--b\r\nContent-Type: message/rfc822\r\n\r\n${original}\r\n--b--`),
      { ...receipt, verdicts: allPass },
    );
    expect(contact).toMatchObject({
      from: { name: 'Ann Example', email: 'ann@mailbox.example' },
      reachBy: ['email'],
      subject: 'Bins',
      // The mailbox’s own proofs say nothing of who wrote the original.
      authenticated: false,
      email: { messageId: '<1@mailbox.example>', references: ['<0@eu-west-2.amazonses.com>'] },
    });
    expect(contact.automatic).toBeUndefined();
    expect(contact.text).toContain('The bins were missed again.');
  });

  test.each([
    ['Outlook’s', block],
    ['with a warning above', `CAUTION: this e-mail came from outside.\n\n________________________________\n${block}`],
    ['an older Outlook’s', block.replace('<ann@mailbox.example<mailto:ann@mailbox.example>>', '[mailto:ann@mailbox.example]')],
    ['in bold', block.replace(/^(From|Sent|To|Subject):/gm, '*$1:*')],
    ['with a forward of the resident’s own below', `${block}\n\nFrom: Eve <eve@stranger.example>\nSent: 9 March\nSubject: Re: Bins\n\nNo.`],
  ])('with the original in the words, %s: its sender is answered, unproven', async (_, body) => {
    const { contact } = await read(message({ ...own, 'Content-Type': 'text/plain; charset=utf-8' }, body), {
      ...receipt,
      verdicts: allPass,
    });
    expect(contact).toMatchObject({ from: { email: 'ann@mailbox.example' }, subject: 'Bins', authenticated: false });
    expect(contact.automatic).toBeUndefined();
    expect(contact.text).toContain('The bins were missed again.');
  });

  test('an out-of-office note inside stays one, and a letter of ours come back stays ours', async () => {
    const attach = (original: string) =>
      read(
        message(
          { ...own, 'Content-Type': 'multipart/mixed; boundary=b' },
          `--b\r\nContent-Type: message/rfc822\r\n\r\n${original}\r\n--b--`,
        ),
        receipt,
      );
    expect((await attach(message({ 'Auto-Submitted': 'auto-replied' }))).contact.automatic).toBe('auto-reply');
    const ourBlock = block.replace('Ann Example <ann@mailbox.example', 'Complaints <complaints@luton.gov.uk');
    const ours = await read(message(own, ourBlock), receipt);
    expect(ours.contact.automatic).toBe('our-own');
    const withWords = await read(message({ From: own.From, Subject: 'FW: your letter' }, `She rang: this is wrong.\n${ourBlock}`), receipt);
    expect(withWords.contact).toMatchObject({ takesNoAnswer: 'our-mailbox', reachBy: [] });
    expect(withWords.contact.automatic).toBeUndefined();
    const letter = await read(message({ ...own, 'X-Complaints-Notice': 'LBC-2026-004217/0001-receipt' }, block), receipt);
    expect(letter.contact.automatic).toBe('our-own');
  });

  test('opens a case whose receipt goes to the resident, and nothing goes back to the mailbox', async () => {
    const { deps, sent } = deskWorld('2026-03-10T08:20:00Z');
    const { contact } = await read(message(own, block), { ...receipt, verdicts: allPass });
    const taken = await takeIn(deps, contact);
    if (taken.kind !== 'opened') throw new Error(`the forward was ${taken.kind}`);
    await sendNotices(deps, taken.reference);
    expect(sent.map(({ to, notice }) => [to, notice.kind])).toEqual([['ann@mailbox.example', 'receipt']]);
  });

  test('a colleague’s answer from the mailbox, with the resident quoted below, is nobody’s complaint in the resident’s name', async () => {
    const { contact } = await read(message({ ...own, 'Auto-Submitted': 'no', Subject: 'Re: Bins' }, `It is sorted.\n\n${block}`), receipt);
    expect(contact.from.email).toBe('Complaints@council.example');
  });

  test('a stranger’s forward is the stranger’s own message', async () => {
    const { contact } = await read(message({ Subject: 'FW: Bins' }, block.replaceAll('ann@', 'eve@')), receipt);
    expect(contact.from.email).toBe('ann@mailbox.example');
  });
});
