import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { exactly } from '../../../functions/contracts/stored/exactly.ts';

type Letter = { readonly subject: string; readonly copies?: number; readonly tags: readonly ('urgent' | 'late')[] };
const tags = z.array(z.enum(['urgent', 'late']));

describe('a schema of exactly one type', () => {
  test('compiles where it says the same, and is that schema', () => {
    const schema = z.object({ subject: z.string(), copies: z.optional(z.number()), tags });
    expect(exactly<Letter>()(schema)).toBe(schema);
  });

  // The assertion of each line below is its `@ts-expect-error`: the type check fails where the mistake would compile.
  test('does not compile where it forgets, adds, loosens or tightens anything', () => {
    const letter = exactly<Letter>();
    const mistakes = [
      // @ts-expect-error an optional field is forgotten: it would be lost on reading
      letter(z.object({ subject: z.string(), tags })),
      // @ts-expect-error a field that the type does not have
      letter(z.object({ subject: z.string(), copies: z.optional(z.number()), tags, colour: z.string() })),
      // @ts-expect-error optional became required
      letter(z.object({ subject: z.string(), copies: z.number(), tags })),
      // @ts-expect-error a word that the type does not know
      letter(z.object({ subject: z.string(), copies: z.optional(z.number()), tags: z.array(z.enum(['urgent', 'late', 'other'])) })),
      // @ts-expect-error a word that the type has is forgotten
      letter(z.object({ subject: z.string(), copies: z.optional(z.number()), tags: z.array(z.enum(['urgent'])) })),
    ];
    expect(mistakes).toHaveLength(5);
  });
});
