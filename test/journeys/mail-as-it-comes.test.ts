import { setTimeout } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalService, message, startService } from '../support/local-service.ts';

// Far more mail at once than a council ever has, by SMTP. Nobody else notices, and none of it is lost or taken in twice.
const atOnce = 40;
/** This machine's own two processors take in the mail, draw the pages and run the database; a resident of the deployed service shares none of them. */
const patience = 10_000;

let service: LocalService;
beforeAll(async () => {
  service = await startService('2026-03-02T10:00:00Z');
});
afterAll(async () => {
  await service?.stop();
});

test('a bounce that comes as an e-mail puts the letter that it brings back down as not arrived; a forged one is only filed', async () => {
  const reference = await service.complain({
    whatHappened: 'The lift is broken again.',
    reachBy: ['email'],
    email: 'gone@mailbox.example',
  });
  await service.settle();
  const [receipt] = await service.mails('gone@mailbox.example');
  const bounce = (sesMessageId: string) =>
    message(
      'MAILER-DAEMON@mx.mailbox.example',
      'Undelivered Mail Returned to Sender',
      [
        '--b\r\n\r\nIt could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.mailbox.example\r\n',
        'Final-Recipient: rfc822; gone@mailbox.example\r\nAction: failed\r\nStatus: 5.1.1\r\n--b\r\nContent-Type: text/rfc822-headers\r\n',
        `Message-ID: <${sesMessageId}@eu-west-2.amazonses.com>\r\nX-Complaints-Notice: ${reference}/0001-receipt\r\n--b--`,
      ].join('\r\n'),
      { 'Return-Path': '<>', 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' },
    );
  await service.email(bounce(`${receipt?.messageId}0`));
  await service.settle();
  expect((await service.case(reference)).notices).toMatchObject([{ state: 'delivered' }]);

  await service.email(bounce(receipt?.messageId ?? ''));
  expect((await service.settle()).failed).toEqual([]);
  const { notices, timeline, contacts } = await service.case(reference);
  expect(notices).toMatchObject([{ state: 'bounced' }]);
  expect(timeline.map(({ type }) => type)).toContain('notice-undelivered');
  expect(contacts.map(({ channel }) => channel)).toEqual(['web', 'email']);
  expect(await service.denied()).toEqual([]);
});

test('what a rule of the council’s mailbox forwards in its own name opens a case for the resident, and the receipt goes to them alone', async () => {
  const original =
    'From: Dee Example <dee@mailbox.example>\r\nSent: 2 March 2026 09:58\r\nTo: Complaints\r\nSubject: Damp\r\n\r\nMy wall is wet, and nobody came.';
  await service.email(
    message('complaints@luton.gov.uk', 'FW: Damp', original, { 'Auto-Submitted': 'auto-generated', 'Return-Path': '<>' }),
  );
  await service.settle();
  expect(await service.mails('dee@mailbox.example')).toHaveLength(1);
  expect(await service.mails('complaints@luton.gov.uk')).toEqual([]);
});

test(`${atOnce} e-mails at once, and more behind them, delay neither a resident's form nor an officer's page, and each opens one case`, async () => {
  const officer = await service.officer();
  await service.complain({
    whatHappened: 'The street light is out, and I reported it twice.',
    reachBy: ['email'],
    email: 'before@mailbox.example',
  });

  const smtp = createTransport({
    host: '127.0.0.1',
    port: service.smtpPort,
    ignoreTLS: true,
    pool: true,
    maxConnections: 5,
    maxMessages: 1_000,
  });
  // The clock waits for all that is in hand, so it is moved before the flood: nobody fills in a form at once.
  await service.fillIn(service.visitor(), { whatHappened: 'Never sent.' });
  let messages = 0;
  const send = () => {
    const number = messages++;
    return smtp.sendMail({
      from: `Resident ${number} <resident-${number}@mailbox.example>`,
      to: 'complaints@luton.gov.uk',
      subject: 'Missed bin',
      text: `My bin was missed again, and nobody answers me. Case ${number} of many.`,
    });
  };
  const flood = Promise.all(Array.from({ length: atOnce }, send));
  // However quick the machine, mail comes until everybody below was served.
  let served = false;
  const trickle = (async () => {
    while (!served) {
      await send();
      await setTimeout(250);
    }
  })();

  const took: number[] = [];
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  };
  for (let time = 1; time <= 2; time += 1) {
    await timed(() =>
      service.complain({
        whatHappened: `The grass was not cut, number ${time}.`,
        reachBy: ['email'],
        email: `during-${time}@mailbox.example`,
      }),
    );
    await timed(() => officer.open('/desk'));
  }
  expect(officer.heading()).toBe('The complaints team’s work');
  expect(Math.max(...took)).toBeLessThan(patience);

  served = true;
  await Promise.all([flood, trickle]);
  smtp.close();
  expect((await service.settle()).failed).toEqual([]);
  const references = (await service.cases()).map(({ reference }) => reference);
  const contacts = (await Promise.all(references.map(service.case))).map((one) => one.contacts);
  const mailed = contacts.filter(([first]) => first?.subject === 'Missed bin');
  expect(mailed).toHaveLength(messages);
  expect(mailed.every((all) => all.length === 1)).toBe(true);
  expect(new Set(mailed.map(([first]) => first?.text)).size).toBe(messages);
  expect(await service.denied()).toEqual([]);
});
