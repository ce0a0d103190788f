import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reading, readMessage } from '../../../functions/domain/intake/reading.ts';

function said(reading: Reading, voice: keyof Reading): string {
  return reading[voice]
    .map((range) => range.text)
    .join('')
    .trim();
}

const message = (...lines: string[]) => lines.join('\r\n');

describe('what a sender says themselves', () => {
  it('is everything where nothing is quoted and nothing is signed', () => {
    const text = 'The bin was missed again.\n\nThat is the third time.';
    expect(readMessage(text)).toEqual({ own: [{ start: 0, end: text.length, text }], quoted: [], signature: [] });
  });

  it('stops at quoted lines and the words above them that name their author', () => {
    const reading = readMessage(
      message(
        'You have got it wrong.',
        '',
        'On Tue, 20 Oct 2026 at 10:42, Complaints <complaints@council.example> wrote:',
        '',
        '> Dear Priya',
        '>',
        '> Your light is out.',
      ),
    );
    expect(said(reading, 'own')).toBe('You have got it wrong.');
    expect(said(reading, 'quoted')).toMatch(/^On Tue.*\r\n\r\n> Dear Priya/);
  });

  it('stops there also where the mail program wrapped the words over two lines', () => {
    const reading = readMessage(
      message(
        'Still not fixed.',
        '',
        'On Tue, 20 Oct 2026 at 10:42, Luton Council Complaints <complaints@council.example',
        '> wrote:',
        '> We will look at it.',
      ),
    );
    expect(said(reading, 'own')).toBe('Still not fixed.');
  });

  it('takes up again under a quotation that is answered line by line', () => {
    const reading = readMessage(message('> Was it outside your gate?', 'No, it was in the road.', '> Was it blue?', 'It was black.'));
    expect(said(reading, 'own')).toBe('No, it was in the road.\r\nIt was black.');
  });

  it('keeps "On 3 March your officer wrote:" when it is the sender who tells it', () => {
    const text = message('On 3 March your officer wrote:', 'we will come on Friday.', 'Nobody came.');
    expect(said(readMessage(text), 'own')).toBe(text);
  });

  it("stops at Outlook's heading of an earlier message, with the line above it", () => {
    const reading = readMessage(
      message(
        'I want this looked at again.',
        '',
        '________________________________',
        'From: Complaints',
        'Sent: 12 October 2026 09:00',
        'To: Nell',
        'Subject: Stage one response',
        '',
        'We do not uphold it.',
      ),
    );
    expect(said(reading, 'own')).toBe('I want this looked at again.');
    expect(said(reading, 'quoted')).toMatch(/We do not uphold it\.$/);
  });

  it('stops at "Original Message"', () => {
    expect(said(readMessage(message('Any news?', '', '-----Original Message-----', 'Dear Mr Obi')), 'own')).toBe('Any news?');
  });

  it('stops at an attribution with an address even where the quotation is not marked', () => {
    expect(
      said(
        readMessage(message('No thanks.', '', 'On 2 Mar 2026, at 09:10, Complaints <c@council.example> wrote:', '', 'Will you take £50?')),
        'own',
      ),
    ).toBe('No thanks.');
  });

  it('does not take "From: my window" for a heading', () => {
    const text = message('From: my window I can see it all.', 'Nobody sweeps.');
    expect(said(readMessage(text), 'own')).toBe(text);
  });
});

describe('what is forwarded is the matter itself', () => {
  it("keeps a constituent's words under an MP's cover", () => {
    const text = message(
      'Please reply to the constituent direct.',
      '',
      '---------- Forwarded message ---------',
      'From: A. Constituent <a@mail.example>',
      'Subject: damp',
      '',
      '> nobody came',
    );
    expect(said(readMessage(text), 'own')).toBe(text);
  });

  it('keeps what stands under an Outlook heading when the cover says that it is passed on', () => {
    const text = message(
      'I am forwarding this from my constituent.',
      '',
      'From: A. Constituent',
      'Sent: 12 October 2026',
      'To: P. Member',
      'Subject: damp',
      '',
      'The wall is wet.',
    );
    expect(said(readMessage(text), 'own')).toContain('The wall is wet.');
  });

  it.each(['', 'See below.', 'As below please, resending this'])('reads the quotation when the sender only says %j', (cover) => {
    const text = message(cover, '', '> My bin was missed on Monday.', '> It was missed on Tuesday.');
    expect(said(readMessage(text), 'own')).toContain('My bin was missed on Monday.');
  });

  it('does not read our own letter as theirs when they only say thank you', () => {
    expect(said(readMessage(message('Thanks, Yes please.', '', '> We understand your complaint to be about bins.')), 'own')).toBe(
      'Thanks, Yes please.',
    );
  });
});

describe('what stands under every message', () => {
  it.each([
    ['a signature after its delimiter', ['', '-- ', 'H. Drewett', '07700 900846']],
    ['a sign-off and a name', ['', 'Kind regards,', 'Idris Kemp', 'Senior Caseworker']],
    ['yours faithfully', ['', 'Yours faithfully', '', 'Théo Marchant']],
    ['a telephone footer', ['', 'Sent from my iPhone']],
    ['a mail program footer', ['', 'Get Outlook for Android']],
    ['a legal disclaimer', ['', 'This e-mail is confidential to the intended recipient. If you have received it in error, delete it.']],
  ])('%s', (_, foot) => {
    const reading = readMessage(message('The drain is blocked.', ...foot));
    expect(said(reading, 'own')).toBe('The drain is blocked.');
    expect(said(reading, 'signature')).toBe(message(...foot).trim());
  });

  it('is a sign-off and a disclaimer together', () => {
    const reading = readMessage(
      message('Please see to it.', '', 'Regards', 'P. Hallworth', '', 'Disclaimer: this message is confidential.', 'It was scanned.'),
    );
    expect(said(reading, 'own')).toBe('Please see to it.');
  });

  it('stands above what is quoted', () => {
    const reading = readMessage(
      message('It is not done.', '', 'Regards', 'Nell', '', 'On 1 Mar 2026 at 09:00, C <c@council.example> wrote:', '> It is done.'),
    );
    expect([said(reading, 'own'), said(reading, 'signature')]).toEqual(['It is not done.', 'Regards\r\nNell']);
  });

  it.each([
    [
      'thanks that are followed by the matter',
      message('Thanks', '', 'The light outside my house has been on day and night since you changed it in September.'),
    ],
    ['an afterthought under the name', message('The light is on.', '', 'Regards', 'Nell', 'PS it is number 9')],
    ['a request for confidence', message('The man next door is on drugs.', '', 'Please keep this confidential.')],
    ['a message that is nothing but thanks', message('Thank you', 'Nell')],
  ])('is not %s', (_, text) => {
    expect(said(readMessage(text), 'own')).toBe(text);
  });
});

describe('any text at all', () => {
  const line = fc.constantFrom(
    '> quoted',
    'my words',
    '',
    '-- ',
    'On 1 Mar 2026, C <c@x.example> wrote:',
    '-----Original Message-----',
    '---------- Forwarded message ---------',
    'Regards',
    'From: A',
    'Sent: 1 May',
    'Subject: b',
    'see below',
    'Sent from my iPhone',
    'This email is confidential',
    '______________',
  );
  const mail = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r'))).map((lines) => lines.flat().join(''));

  it('is covered by its ranges once, each with its own words', async () => {
    await fc.assert(
      fc.property(fc.oneof(mail, fc.string({ unit: 'binary' })), (text) => {
        const { own, quoted, signature } = readMessage(text);
        const ranges = [...own, ...quoted, ...signature].sort((a, b) => a.start - b.start);
        expect(ranges.map((range) => range.text).join('')).toBe(text);
        for (const range of ranges) expect(text.slice(range.start, range.end)).toBe(range.text);
        for (const [index, range] of ranges.entries()) expect(range.start).toBe(ranges[index - 1]?.end ?? 0);
      }),
    );
  });

  it.each(['>', '\n', 'On 1 ', 'From: a\n', 'this email '])('is read quickly however often it repeats %j', (part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    // Processor time, best of three: what the work costs, not what else the machine was doing.
    const times = Array.from({ length: 3 }, () => {
      const before = process.threadCpuUsage();
      readMessage(text);
      return process.threadCpuUsage(before).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(250);
  });
});
