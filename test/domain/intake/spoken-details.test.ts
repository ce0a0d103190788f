import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { detailsHeardIn, telephoneInGroups } from '../../../functions/domain/intake/spoken-details.ts';
import { digitRunsIn } from '../../../functions/domain/intake/spoken-digits.ts';

const words = [['zero', 'oh', 'nought'], ['one'], ['two'], ['three'], ['four'], ['five'], ['six'], ['seven'], ['eight'], ['nine']];

/** One of the ways in which somebody may read these digits aloud: word by word, "double", "triple", "hundred", groups in figures, with pauses. */
function spoken(digits: string, choices: readonly number[]): string {
  const said: string[] = [];
  let next = 0;
  const choose = (most: number) => (choices[next++ % choices.length] ?? 0) % most;
  for (let at = 0; at < digits.length; ) {
    const digit = Number(digits[at]);
    const word = words[digit]?.[choose(words[digit]?.length ?? 1)] ?? '';
    const same = /^(\d)\1*/.exec(digits.slice(at))?.[0].length ?? 1;
    const pause = ['', ',', ', um', ' er,'][choose(4)] ?? '';
    const [text, length] =
      same >= 3 && choose(2) === 0
        ? [`${choose(2) ? 'triple' : 'treble'} ${word}`, 3]
        : same >= 2 && choose(2) === 0
          ? [`double${choose(2) ? '-' : ' '}${word}`, 2]
          : digit > 0 && digits.slice(at + 1, at + 3) === '00' && choose(2) === 0
            ? [`${word} hundred`, 3]
            : choose(3) === 0
              ? [digits.slice(at, at + 3), Math.min(3, digits.length - at)]
              : [word, 1];
    said.push(`${text}${pause}`);
    at += length;
  }
  return said.join(' ');
}

const choices = fc.array(fc.nat(1_000), { minLength: 5, maxLength: 40 });
const telephone = fc
  .tuple(fc.constantFrom('01632960', '07700900', '02079460', '08081570'), fc.stringMatching(/^\d{3}$/))
  .map(([start, end]) => `${start}${end}`);

describe('numbers said in words', () => {
  it('come back as the digits that were read aloud', async () => {
    await fc.assert(
      fc.property(fc.stringMatching(/^\d{1,14}$/), choices, (digits, ways) => {
        const runs = digitRunsIn(`My number is ${spoken(digits, ways)}, thank you`);
        expect(runs.map((run) => run.map((word) => word.digits).join(''))).toEqual([digits]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are suggested as a telephone number, with the words that said it', async () => {
    await fc.assert(
      fc.property(telephone, choices, (number, ways) => {
        const text = `Please ring me on ${spoken(number, ways)}. Bye`;
        const heard = detailsHeardIn(text, 'LBC').telephone;
        expect(heard?.value).toBe(telephoneInGroups(number));
        expect(digitRunsIn(text.slice(heard?.start, heard?.end)).flatMap((run) => run.map((word) => word.digits))).toEqual(
          digitRunsIn(text).flatMap((run) => run.map((word) => word.digits)),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['oh seven seven double-oh nine hundred five eight three', '07700 900583'],
    ['plus forty four seven seven double oh nine hundred two six one', '07700 900261'],
    ['0044 7700 900261', '07700 900261'],
    ['oh one six three two, nine sixty, one two three', '01632 960123'],
    ['07700 900261. No, sorry, 07700 900262', '07700 900262'],
    ['07700 900261 07700 900261', '07700 900261'],
  ])('“%s” is %s', (said, number) => {
    expect(detailsHeardIn(said, 'LBC').telephone?.value).toBe(number);
  });

  test.each([
    'seven double oh nine hundred five sorry this is my stop',
    'on 999',
    'in 2026 and again in 2027',
    'a hundred and eleven times, one two three',
  ])('“%s” is no whole telephone number', (said) => {
    expect(detailsHeardIn(said, 'LBC').telephone).toBeUndefined();
  });
});

describe('what a caller says of themselves', () => {
  test.each([
    ["The number's LBC, um, 2026 00 3310.", 'reference', 'LBC-2026-003310', 'LBC, um, 2026 00 3310'],
    [
      'L B C twenty twenty-six double oh four two one seven',
      'reference',
      'LBC-2026-004217',
      'L B C twenty twenty-six double oh four two one seven',
    ],
    [
      'case two thousand and twenty six oh oh four two one seven',
      'reference',
      'LBC-2026-004217',
      'two thousand and twenty six oh oh four two one seven',
    ],
    ['my postcode is LU2 9AA', 'postcode', 'LU2 9AA', 'LU2 9AA'],
    ["it's L U two, nine A A, in Luton", 'postcode', 'LU2 9AA', 'L U two, nine A A'],
    ['ringing from number 52 Farmer Crescent.', 'address', '52 Farmer Crescent', '52 Farmer Crescent'],
    ['at flat 3, twenty two Ashcroft Road', 'address', 'Flat 3, 22 Ashcroft Road', 'flat 3, twenty two Ashcroft Road'],
    ['one hundred and four Old Bedford Road', 'address', '104 Old Bedford Road', 'one hundred and four Old Bedford Road'],
    ['my name is Hang Nguyen.', 'name', 'Hang Nguyen', 'Hang Nguyen'],
    ["it's Mrs Ormerod here", 'name', 'Mrs Ormerod', 'Mrs Ormerod'],
    ['this is Anne-Marie O’Neill', 'name', 'Anne-Marie O’Neill', 'Anne-Marie O’Neill'],
  ] as const)('“%s”: %s %s', (text, kind, value, quote) => {
    const heard = detailsHeardIn(text, 'LBC')[kind];
    expect([heard?.value, text.slice(heard?.start, heard?.end)]).toEqual([value, quote]);
  });

  test.each([
    ['She lives at 17 Sworder Close.', 'address'],
    ["It's Farmer Crescent again", 'name'],
    ['is this the machine', 'name'],
    ["I'm not gonna leave my name", 'name'],
    ["It's Monday Morning", 'name'],
    ['reference 2026 00 33', 'reference'],
    ['I was in A and E two nights', 'postcode'],
  ] as const)('“%s” suggests no %s', (text, kind) => {
    expect(detailsHeardIn(text, 'LBC')[kind]).toBeUndefined();
  });

  it('is quoted from the text, whatever is said', async () => {
    const pieces = [
      'my name is',
      'Rosa',
      'Example,',
      'this is',
      '07700',
      '900261',
      'oh',
      'LU2',
      '9AA',
      '52',
      'Farmer',
      'Road',
      'LBC',
      '2026',
      'um',
      '. ',
    ];
    await fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (said) => {
        const text = said.join(' ');
        const heard = Object.values(detailsHeardIn(text, 'LBC')).filter((detail) => detail !== undefined);
        expect(heard.filter(({ start, end }) => start >= end || end > text.length)).toEqual([]);
      }),
    );
  });

  it('takes no longer for a hostile transcript', () => {
    const began = performance.now();
    for (const text of [
      'double '.repeat(5_000),
      'A '.repeat(16_000),
      'nine hundred '.repeat(2_500),
      'my name is '.repeat(3_000),
      '1 Aa '.repeat(6_000),
    ])
      detailsHeardIn(text, 'LBC');
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test('somebody who counts for an hour is read in no time', () => {
  const started = performance.now();
  detailsHeardIn('1 '.repeat(16_000), 'LBC');
  expect(performance.now() - started).toBeLessThan(1_000);
});
