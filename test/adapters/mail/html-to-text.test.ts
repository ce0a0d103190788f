import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../../functions/adapters/mail/html-to-text.ts';

const text = (html: string) => htmlToText(html, 100_000).text;

describe('HTML is read as its reader sees it', () => {
  test.each([
    ['<p>Dear all,</p><p>Two  bins\n missed.</p>', 'Dear all,\n\nTwo bins missed.'],
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    ['one<br>two<br><br>three', 'one\ntwo\n\nthree'],
    ['<ul><li>first</li><li>second</li></ul>', '* first\n* second'],
    ['<table><tr><td>Flat</td><td>12</td></tr><tr><td>Floor</td><td>3</td></tr></table>', 'Flat 12\nFloor 3'],
    [
      'My words<blockquote>Your words<blockquote><p>older</p></blockquote></blockquote>mine again',
      'My words\n\n> Your words\n>\n> > older\n\nmine again',
    ],
    ['<head><title>no</title><style>p { color: red }</style></head><body>yes<script>no()</script></body>', 'yes'],
    ['a<!-- hidden <b> -->b<!--[if mso]>no<![endif]-->c', 'abc'],
    ['&pound;5 &amp; &eacute;&#233;&#xE9; &ldquo;x&rdquo; &nosuch; &lt;b&gt; &#0; &#x110000;', '£5 & ééé “x” &nosuch; <b> \ufffd \ufffd'],
    ['3 < 5 and 7<8', '3 < 5 and 7<8'],
    ['the end <is not closed', 'the end <is not closed'],
    ['<style>never closed', 'never closed'],
    ['<head>never closed<body><header>Dear all</header>', 'never closed\nDear all'],
    ['<p>&nbsp;</p><p>only this</p><p>&nbsp;</p>', 'only this'],
  ])('%s', (html, words) => {
    expect(text(html)).toBe(words);
  });
});

test('words between marks are never lost, whatever the marks are', () => {
  const mark = fc.constantFrom(
    '<p>',
    '</div>',
    '<td class="x">',
    '<b>',
    '</blockquote>',
    '<!-- note -->',
    '<br/>',
    '<o:p>',
    '<![if x]>',
    '<?xml?>',
    '<H1>',
    '<li>',
    '</ul>',
  );
  const word = fc.stringMatching(/^[a-z]{3,8}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(mark, word), { maxLength: 30 }), (pieces) => {
      const words = text(pieces.map(([one, other]) => one + other).join('')).match(/[a-z]+/g) ?? [];
      expect(words.join('')).toBe(pieces.map(([, other]) => other).join(''));
    }),
  );
});

describe('the time is bounded by the length', () => {
  const megabytes = 10;
  test.each(['<div>', '<!--', '<style>', '<li>', '<blockquote>a', '<', '&#x', '</', '<a "', '<![', 'a<br>', '<title>x</'])(
    '10 MB of %s',
    (piece) => {
      const html = piece.repeat((megabytes * 1_000_000) / piece.length);
      const before = process.threadCpuUsage();
      htmlToText(html, 32_000);
      const { user } = process.threadCpuUsage(before);
      expect(user / 1_000).toBeLessThan(2_000);
    },
  );

  test('what is left out is said', () => {
    expect(htmlToText('<p>word</p>'.repeat(100), 40)).toMatchObject({ complete: false });
    expect(htmlToText('<p>word</p>', 40)).toEqual({ text: 'word', complete: true });
  });
});
