import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { maybe, needed, readAnswers, typedText } from '../../functions/contracts/form-fields.ts';

describe('what nobody can see', () => {
  test.each(['\u200b\u200b', '\u2060 \ufeff\n', '\u3164', '\u2800\u00ad', '\ufe0f'])('counts as nothing: %j', (text) => {
    expect(typedText(new URLSearchParams({ words: text }), 'words')).toBe('');
  });

  test.each(['می‌خواهم', '👩‍👧', 'bin\u200b'])('stays where it stands among letters: %j', (text) => {
    expect(typedText(new URLSearchParams({ words: text }), 'words')).toBe(text);
  });
});

test('an answer that is missing from a hand-made post is asked for in words', () => {
  const form = z.object({
    kind: z.enum(['one', 'two'], 'Choose the kind'),
    words: needed('Say what happened'),
    also: maybe,
    plain: z.string(),
  });
  expect(readAnswers(form, {})).toEqual({
    errors: [
      { field: 'kind', text: 'Choose the kind' },
      { field: 'words', text: 'Say what happened' },
      { field: 'plain', text: 'Answer this question: it was missing from what was sent' },
    ],
  });
  expect(readAnswers(z.object({ roles: z.array(z.enum(['a'])) }), { roles: ['b'] })).toEqual({
    errors: [{ field: 'roles', text: 'Choose from the answers that the page offers' }],
  });
});
