import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reasonsToShow } from '../../../functions/domain/triage/reasons-to-show.ts';
import type { Evidence } from '../../../functions/domain/triage/suggestion.ts';

const text =
  'I am writing for my mother. The heating has been off for three weeks, and it has not been repaired. Her MP knows. I’ve rung again and again since that.';

function reason(about: string, quote: string, from = 0): Evidence {
  const start = text.indexOf(quote, from);
  return { about, in: 'text', quote, start, end: start + quote.length, policy: 'section 2' };
}

const shown = (...why: readonly Evidence[]) => reasonsToShow(why).map(({ quote }) => quote);

test('words that say nothing by themselves are not shown', () => {
  expect(
    shown(
      reason('stage-one', 'since that'),
      reason('stage-one', 'three weeks'),
      reason('stage-one', 'has not been'),
      reason('stage-one', 'I’ve'),
      reason('member-enquiry', 'MP'),
    ),
  ).toEqual(['three weeks', 'MP']);
});

test('of reasons that quote the same words the weightiest is shown, for each part of the suggestion', () => {
  expect(
    shown(
      reason('representative', 'writing for my mother'),
      reason('representative', 'my mother'),
      reason('stage-one', 'my mother'),
      reason('stage-one', 'mother'),
    ),
  ).toEqual(['writing for my mother', 'my mother']);
});

test('what alone speaks for a part is shown, however little it weighs', () => {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const many = words.map((word) => reason('stage-one', word));
  const quotes = shown(...many, reason('safeguarding', 'three weeks'));
  expect(quotes).toHaveLength(8);
  expect(quotes.at(-1)).toBe('three weeks');
});

test('whatever triage found, what is shown is some of it in its order, and no two of one part overlap', () => {
  const place = fc.tuple(fc.constantFrom('stage-one', 'waste', 'urgent'), fc.nat(text.length - 1), fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(fc.array(place), (places) => {
      const why = places.map(([about, start, length]): Evidence => {
        const quote = text.slice(start, start + length);
        return { about, in: 'text', quote, start, end: start + quote.length, policy: 'section 2' };
      });
      const some = reasonsToShow(why);
      expect(why.filter((one) => some.includes(one))).toEqual(some);
      expect(some.length).toBeLessThanOrEqual(8);
      const twice = some.filter((one, at) =>
        some.slice(0, at).some((other) => other.about === one.about && other.start < one.end && one.start < other.end),
      );
      expect(twice).toEqual([]);
    }),
  );
});
