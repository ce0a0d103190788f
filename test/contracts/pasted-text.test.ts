import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formWithoutWordTraces, withoutWordTraces } from '../../functions/contracts/pasted-text.ts';

describe('text that was pasted from Word', () => {
  test.each([
    ['its round bullets', '·\tWe came late.\n·\tWe are sorry.', '- We came late.\n- We are sorry.'],
    ['bullets of its symbol font', '\uf0b7  We came late.', '- We came late.'],
    ['its hollow bullets', 'o\tWe came late.', '- We came late.'],
    ['bullets in a list of a list', '•\tFirst\n  o\tSecond', '- First\n- Second'],
    ['numbers of its lists', '1.\tFirst\n2)\tSecond\na.\tThird', '1. First\n2) Second\na. Third'],
    ['spaces that do not break', 'LU1\u00a02BQ on 3\u202fMarch', 'LU1 2BQ on 3 March'],
    ['hyphens that nobody sees', 'com\u00adplaint and\u200b answer', 'complaint and answer'],
    ['dashes of other widths', '9\u20135 \u2014 daily, e\u2011mail', '9-5 - daily, e-mail'],
    [
      'codes of fields',
      'Dear { MERGEFIELD Title } Example, see { HYPERLINK "https://council.example/x" }our page.',
      'Dear Example, see our page.',
    ],
    ['marked fields', 'See \u0013 HYPERLINK "https://council.example" \u0014our page\u0015.', 'See our page\u0015.'],
    ['fields whose target has gone', 'As in Error! Reference source not found. above.', 'As in above.'],
    ['breaks of lines within a paragraph', 'Town Hall\u000bLuton', 'Town Hall\nLuton'],
    ['more than one blank line', 'One.\r\n\r\n\r\n\r\nTwo.', 'One.\n\nTwo.'],
    ['tabs and blanks at the end of lines', 'Paid:\t\t£5  \nDone', 'Paid: £5\nDone'],
  ])('loses %s', (_, pasted, clean) => {
    expect(withoutWordTraces(pasted)).toBe(clean);
  });

  test.each([
    'We emptied it on 3 March - it was full.',
    '- one\n- two',
    'o dear, and “quoted” words, don’t change. £50 (50%).',
    'A letter\n\nof two paragraphs, to José and Łucja.',
    'Use {curly} brackets, or { not a field }.',
    'क्‍ष and می‌خواهم keep what joins their letters',
  ])('is left as somebody types it: %j', (typed) => {
    expect(withoutWordTraces(typed)).toBe(typed);
  });

  test('is cleaned once: doing it again changes nothing', async () => {
    const pieces = fc.constantFrom('·\t', 'o\t', '\u00a0', '\u00ad', '–', '\n\n\n', 'word', ' ', '1.\t', '{ PAGE }', '\t', '\r\n');
    await fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const once = withoutWordTraces(parts.join(''));
        expect(withoutWordTraces(once)).toBe(once);
      }),
    );
  });

  test('is cleaned in every answer of a form, however often a name comes', () => {
    const form = new URLSearchParams([
      ['reasons', 'A\u00a0b'],
      ['reachBy', 'email'],
      ['reachBy', 'post'],
    ]);
    expect([...formWithoutWordTraces(form)]).toEqual([
      ['reasons', 'A b'],
      ['reachBy', 'email'],
      ['reachBy', 'post'],
    ]);
  });
});
