import fc from 'fast-check';
import { expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { htmlToText } from '../../../functions/adapters/mail/html-to-text.ts';
import { letterAsHtml, letterAsText } from '../../../functions/adapters/mail/render-letter.ts';
import type { Block, Letter } from '../../../functions/domain/notices/notice.ts';
import { notice } from './messages.ts';

test('plain text is laid out in 76 columns with headings, lists and terms', () => {
  expect(letterAsText(notice.letter, luton)).toBe(`Luton Council

Dear Ann Example

What happens next
-----------------

We will write to you by Tuesday 17 March 2026 to say who is looking into it
and when you will have an answer.

- telephone 01582 546398
- visit the Customer Service Centre, Town Hall, Upper George Street, Luton,
  LU1 2BQ, on a working day

Reference:
  LBC-2026-004217

Complaints Team, Luton Council
`);
});

test('HTML says its language, has one main heading, and loads nothing', () => {
  const html = letterAsHtml(notice.letter, luton);
  expect(html).toContain('<html lang="en-GB">');
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toMatch(/<h2[^>]*>What happens next<\/h2>/);
  expect(html).not.toMatch(/<img|<link|<script|src=|url\(|@import/i);
});

test('a translation stands before the English, each in its own language and direction', () => {
  const translation = {
    language: { tag: 'ur', direction: 'rtl' },
    note: 'یہ ترجمہ ہے',
    subject: 'ہمیں آپ کا پیغام مل گیا ہے',
    blocks: [{ paragraph: 'آداب' }, { paragraph: 'The bin was missed.' }],
  } as const;
  const html = letterAsHtml({ ...notice.letter, translation }, luton);
  expect(html).toMatch(
    /<div lang="ur" dir="rtl">\n<h1[^>]*>ہمیں آپ کا پیغام مل گیا ہے<\/h1>\n<p style[^>]*>یہ ترجمہ ہے<\/p>\n<p style[^>]*>آداب<\/p>\n<p dir="ltr"[^>]*>The bin was missed.<\/p>\n<\/div>\n<hr[^>]*>\n<h1/,
  );
  const text = letterAsText({ ...notice.letter, translation }, luton);
  expect(text).toMatch(/^Luton Council\n\nیہ ترجمہ ہے\n\nآداب\n\nThe bin was missed.\n\n={76}\n\nDear Ann Example\n/);
});

test('only an address that stands alone becomes a link: a name that looks like one does not', () => {
  const html = letterAsHtml(
    {
      subject: 'x',
      blocks: [{ paragraph: 'Dear https://evil.example' }, { paragraph: 'https://complaints.example/desk/cases/LBC-2026-004217' }],
    },
    luton,
  );
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('<a href="https://complaints.example/desk/cases/LBC-2026-004217"');
});

const words = fc.string({
  unit: fc.constantFrom('a', 'é', '<', '>', '"', "'", '&', ' ', '\n', '<script>', '</p>', '&amp;', 'javascript:', '12'),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((heading) => ({ heading })),
  words.map((paragraph) => ({ paragraph })),
  fc.array(words, { maxLength: 4 }).map((list) => ({ list })),
  fc.array(fc.record({ term: words, detail: words }), { maxLength: 3 }).map((terms) => ({ terms })),
);
const letters: fc.Arbitrary<Letter> = fc.record({ subject: words, blocks: fc.array(block, { maxLength: 8 }) });

test('no words of a letter can become marks, and none are lost', () => {
  const wordsIn = (text: string) => (text.match(/[aé12]+/g) ?? []).join('');
  fc.assert(
    fc.property(letters, (letter) => {
      const html = letterAsHtml(letter, luton);
      const marks = new Set(html.match(/<\/?[a-z0-9!]+/gi) ?? []);
      for (const mark of marks) {
        expect([
          '<!doctype',
          '<html',
          '</html',
          '<head',
          '</head',
          '<meta',
          '<title',
          '</title',
          '<body',
          '</body',
          '<div',
          '</div',
          '<h1',
          '</h1',
          '<h2',
          '</h2',
          '<p',
          '</p',
          '<br',
          '<ul',
          '</ul',
          '<li',
          '</li',
          '<dl',
          '</dl',
          '<dt',
          '</dt',
          '<dd',
          '</dd',
        ]).toContain(mark);
      }
      const plain: Letter = { ...letter, blocks: [{ paragraph: letter.subject }, ...letter.blocks] };
      expect(wordsIn(htmlToText(html, 1_000_000).text.replace(luton.name, ''))).toBe(
        wordsIn(letterAsText(plain, luton).replace(luton.name, '')),
      );
    }),
  );
});

test('no line of plain text is longer than 76 columns unless one word is', () => {
  const prose = fc.string({ unit: fc.constantFrom('word ', 'longer-word ', 'a ', '\n') });
  fc.assert(
    fc.property(fc.array(prose, { maxLength: 6 }), (texts) => {
      const letter: Letter = { subject: '', blocks: [{ list: texts }, ...texts.map((paragraph) => ({ paragraph }))] };
      for (const line of letterAsText(letter, luton).split('\n')) expect(line.length).toBeLessThanOrEqual(76);
    }),
  );
});
