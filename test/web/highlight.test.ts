import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../../functions/domain/triage/suggestion.ts';
import { highlight } from '../../functions/web/desk/highlight.ts';

const evidence = (text: string, start: number, end: number): Evidence => ({
  about: 'stage-one',
  in: 'text',
  quote: text.slice(start, end),
  start,
  end,
  policy: 'section 2',
});

test('marks the words that led to the suggestion', () => {
  const text = 'My bin was missed again';
  expect(highlight(text, [evidence(text, 18, 23), evidence(text, 3, 6)])).toEqual([
    { text: 'My ', marked: false },
    { text: 'bin', marked: true },
    { text: ' was missed ', marked: false },
    { text: 'again', marked: true },
  ]);
});

test('leaves out evidence whose offsets do not give its quote', () => {
  const wrong = { ...evidence('My bin', 3, 6), quote: 'tin' };
  expect(highlight('My bin', [wrong])).toEqual([{ text: 'My bin', marked: false }]);
});

test('the parts are the text, whatever overlaps, and every quote is marked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (text, ranges) => {
      const found = ranges.map(([start, length]) => evidence(text, start, start + length));
      const parts = highlight(text, found);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      const marked = parts.map((part) => (part.marked ? '#' : '.').repeat(part.text.length)).join('');
      const whole = found.filter(({ start, end }) => start < end && end <= text.length);
      expect(whole.filter(({ start, end }) => marked.slice(start, end).includes('.'))).toEqual([]);
      expect(marked.includes('#')).toBe(whole.length > 0);
    }),
  );
});
