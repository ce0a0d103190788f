import { describe, expect, it } from 'vitest';
import { readLookedFor } from '../../../functions/domain/desk/looked-for.ts';

const look = (typed: string) => readLookedFor(typed, 'LBC', 2027);

describe('what an officer typed', () => {
  it.each([
    ['LBC-2026-004217', ['LBC-2026-004217']],
    [' lbc 2026 004217 ', ['LBC-2026-004217']],
    ['It is lbc-2026-004217, she says', ['LBC-2026-004217']],
    ['2026-004217', ['LBC-2026-004217']],
    ['2026 4217', ['LBC-2026-004217']],
    ['lbc-2026-4217', ['LBC-2026-004217']],
    ['4217', ['LBC-2027-004217', 'LBC-2026-004217', 'LBC-2025-004217']],
    ['004217', ['LBC-2027-004217', 'LBC-2026-004217', 'LBC-2025-004217']],
    ['Rosa Example', []],
    ['01632 960123', []],
  ])('%j may mean the cases %j', (typed, references) => {
    expect(look(typed).references).toEqual(references);
  });

  it.each([
    ['rosa@resident.example', 'email'],
    [' 01632 960123', 'telephone'],
    ['+44 (0)1632 960-123', 'telephone'],
    ['CAS-88121', 'crmReference'],
  ] as const)('%j is looked for as %s', (typed, as) => {
    expect(look(typed)[as]).toBe(typed.trim());
  });

  it('is words also where it is something else, and at most six of them', () => {
    expect(look('rosa@resident.example').words).toEqual(['rosa', 'resident', 'example']);
    expect(look('missed bins').email).toBeUndefined();
    expect(look('one two three four five six seven eight').words).toHaveLength(6);
  });

  it('may be nothing', () => {
    expect(look(' ?! ')).toEqual({ references: [], words: [] });
  });
});
