import { describe, expect, test } from 'vitest';
import { sample } from './messages.ts';

type Expected = {
  readonly from: { readonly name?: string; readonly email: string };
  readonly subject: RegExp;
  readonly begins: string;
  readonly contains?: readonly string[];
  readonly attachments?: readonly { readonly name: string; readonly contentType: string; readonly size: number }[];
  readonly automatic?: string;
};

const samples: Readonly<Record<string, Expected>> = {
  '01-plain-text-ses': {
    from: { name: 'Harriet Drewett', email: 'h.drewett@mailbox.example' },
    subject: /^Allotment water - Stopsley site - third spring running$/,
    begins: 'Hello,\n\nThe standpipes at the allotments off Butterfield Road have not been turned back on.',
    contains: ['\n-- \nH. Drewett'],
  },
  '02-html-only-windows-1252': {
    from: { name: 'Zeynep Karagöz', email: 'zeynep@cafe-zeynep.example' },
    subject: /^Bill for £1,318\.20 – shop CLOSED in January$/,
    begins: 'Dear Sir/Madam,\n\nYou’ve sent me a bill for £1,318.20 for commercial waste',
    contains: [
      '“all cancelled”',
      '\n* two reminders, one “final”\n',
      'Zeynep Karagöz\nformerly of Café Zeynep',
      '€uro-Catering trade member 4471™',
    ],
  },
  '03-alternative-reply-with-case-reference': {
    from: { name: 'Priyanka Deshmukh', email: 'p.deshmukh84@webmail.example' },
    subject: /^Re: We have received your complaint - LBC-2026-004217$/,
    begins: 'Hi Complaints,\n\nThanks for this but I’m replying because',
    contains: ['\n> Dear Priya Deshmukh'],
  },
  '04-photo-jpeg-attachment': {
    from: { name: 'Kev Attenborough', email: 'kev.attenborough@phonemail.example' },
    subject: /^Pothole or swimming pool$/,
    begins: 'This has been here since 11th Jan and I’ve reported it',
    contains: ['😡'],
    attachments: [{ name: 'IMG_4471.jpeg', contentType: 'image/jpeg', size: 1551 }],
  },
  '05-pdf-attachment-iso-8859-1': {
    from: { name: 'Théo Marchant', email: 't.marchant@marchant-obriain.example' },
    subject: /^Mrs B\. Nkemelu – 26 Saltdean Close – no heating since 27 November$/,
    begins: 'Dear Sirs,\n\nOur client: Mrs Béatrice Nkemelu',
    attachments: [{ name: 'Letter to LBC 12.01.26 (Nkemelu).pdf', contentType: 'application/pdf', size: 1473 }],
  },
  '06-forwarded-mp-letter-rfc822': {
    from: { name: 'KEMP, Idris', email: 'kempi@parliament.example' },
    subject: /^FW: holiday club - they dropped Cathal with 2 days notice \(Case Ref: PH\/26\/2240\)$/,
    begins: 'Good morning,\n\nPlease see the attached from Ms Ó Faoláin',
    contains: [
      '---------- Forwarded message ----------\nFrom: Róisín Ó Faoláin <roisin.of@webmail.example>',
      'paid the £85',
      'He’s got his bag packed by the door, bless him.',
    ],
    attachments: [{ name: 'forwarded-message.eml', contentType: 'message/rfc822', size: 1366 }],
  },
  '07-outlook-out-of-office': {
    from: { name: 'Annelise Koroma', email: 'annelise.koroma@thornbury-lettings.example' },
    subject: /^Automatic reply: /,
    begins: "Hello, thanks for your email. I'm on annual leave",
    automatic: 'auto-reply',
  },
  '08-bounce-delivery-status': {
    from: { name: 'Mail Delivery System', email: 'MAILER-DAEMON@mx2.mailbox.example' },
    subject: /^Undelivered Mail Returned to Sender$/,
    begins: 'This is the mail system at host mx2.mailbox.example.',
    attachments: [
      { name: 'attachment', contentType: 'message/delivery-status', size: 472 },
      { name: 'attachment', contentType: 'text/rfc822-headers', size: 357 },
    ],
    automatic: 'bounce',
  },
  '09-polish-utf8-base64': {
    from: { name: 'Wiesław Grzegżółka', email: 'wieslaw.g@poczta.example' },
    subject: /^Skarga – woda w łazience, brak światła \(mieszkanie 31 Penhill\)$/,
    begins: 'Dzień dobry,\n\npiszę po polsku',
  },
  '10-long-subject-encoded-words': {
    from: { name: 'Brannock, Nuala (Ní Bhranóg)', email: 'nuala@brannock.example' },
    subject:
      /^URGENT & IMPORTANT – 4th email .* by Easter 🐣, .* Mrs Żebrowska’s conservatory, please READ and don’t just send the automatic one again$/,
    begins: 'As above really.',
  },
  '11-spam-verdict-fail': {
    from: { name: 'Brightway Groundcare Ltd', email: 'accounts@brightway-groundcare.example' },
    subject: /^URGENT: change of bank detail/,
    begins: 'Dear Luton Council Account Payable,',
  },
  '12-inline-photo-related-ses-gray': {
    from: { email: 'roy.tombs@oldisp.example' },
    subject: /^rubbish$/,
    begins: "Morning\n\nA van's been and dumped these in the garages off Ivy Road",
    contains: ['£5 says', 'Señora Inés'],
    attachments: [{ name: 'image001.jpg', contentType: 'image/jpeg', size: 1336 }],
  },
};

describe('the sample e-mails are read as a person would read them', () => {
  test.each(Object.entries(samples))('%s', async (name, expected) => {
    const { contact, parts } = await sample(name);

    expect(contact.from).toEqual(expected.from);
    expect(contact.reachBy).toEqual(['email']);
    expect(contact.subject).toMatch(expected.subject);
    expect(contact.text.startsWith(expected.begins), contact.text.slice(0, 200)).toBe(true);
    for (const words of expected.contains ?? []) expect(contact.text).toContain(words);
    expect(contact.textComplete).toBe(true);
    expect(contact.attachments.map(({ name: file, contentType, size }) => ({ name: file, contentType, size }))).toEqual(
      expected.attachments ?? [],
    );
    expect(parts.map(({ key, contentType, body }) => ({ key, contentType, size: body.byteLength }))).toEqual(
      contact.attachments.map(({ key, contentType, size }) => ({ key, contentType, size })),
    );
    expect(contact.automatic).toBe(expected.automatic);
    expect(contact.hold).toBeUndefined();
  });

  test('a reply carries the ids of the thread', async () => {
    const { contact } = await sample('03-alternative-reply-with-case-reference');
    expect(contact.email).toEqual({
      messageId: '<CAJ7q0Kx+9wTnZ4HhF2L3mD8sVbQyRz1uPe6cGo5aXkNf@mail.webmail.example>',
      references: ['<0102019a2f3c-7f1d0b52-ack-004217@eu-west-2.amazonses.com>'],
      to: ['complaints@luton.gov.uk'],
    });
  });

  test('a photograph arrives byte for byte', async () => {
    const { parts } = await sample('04-photo-jpeg-attachment');
    expect(Buffer.from(parts[0]!.body.subarray(0, 3)).toString('hex')).toBe('ffd8ff');
    expect(Buffer.from(parts[0]!.body.subarray(-2)).toString('hex')).toBe('ffd9');
  });

  test('another address to reply to is not the sender', async () => {
    const { contact } = await sample('11-spam-verdict-fail');
    expect(contact.from.email).toBe('accounts@brightway-groundcare.example');
  });
});
