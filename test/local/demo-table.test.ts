import { describe, expect, test } from 'vitest';
import { formatTable } from '../../local/demo-table.ts';

describe('the table of the demonstration', () => {
  test('wraps between words inside each column and parts rows by rules', () => {
    const table = formatTable(
      ['Case', 'Words'],
      [6, 12],
      [
        [['LBC-1'], ['one two three four', 'five']],
        [[], ['six']],
      ],
    );
    expect(table.split('\n')).toEqual([
      '────────────────────',
      'Case    Words',
      '────────────────────',
      'LBC-1   one two',
      '         three four',
      '        five',
      '────────────────────',
      '        six',
      '────────────────────',
    ]);
  });

  test('never grows wider than its columns, whatever the words', () => {
    const table = formatTable(['A', 'B'], [10, 20], [[['x'.repeat(35)], ['https://example.org/a/very/long/address/that/has/no/space']]]);
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(32);
  });
});
