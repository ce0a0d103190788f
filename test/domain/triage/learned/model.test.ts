import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowOf, rowsFrom } from '../../../../functions/domain/triage/learned/model.ts';

const anyNumber = fc.integer({ min: 0, max: 0xffffffff });

describe('the row of a feature', () => {
  it('is found where it stands, and no other is', async () => {
    await fc.assert(
      fc.property(fc.uniqueArray(anyNumber, { maxLength: 200 }), anyNumber, (numbers, other) => {
        const ids = Uint32Array.from(numbers.toSorted((one, next) => one - next));
        const rows = rowsFrom(ids, new Uint8Array(ids.length));
        for (const [row, id] of ids.entries()) expect(rowOf(rows, id)).toBe(row);
        expect(rowOf(rows, other)).toBe(ids.indexOf(other));
      }),
    );
  });
});
