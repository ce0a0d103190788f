import { describe, expect, test } from 'vitest';
import { type AdditionInHand, additionInHand } from '../../../functions/contracts/addition-in-hand.ts';
import { longestWords } from '../../../functions/contracts/status-form.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import { withTyped } from '../../../functions/web/status/addition.ts';
import { moment } from '../../support/case-story.ts';

const nothing: AdditionInHand = {
  v: 1,
  reference: 'LBC-2026-000001' as Reference,
  words: '',
  files: [],
  token: 'token-of-this-page-1',
  begunAt: moment('2026-12-14T09:00:00Z'),
};

describe('what somebody typed on the pages of their case and did not send', () => {
  test('is kept by page, the latest in the place of what was there', () => {
    const first = withTyped(withTyped(nothing, 'call', { telephone: '01632' }), 'withdraw', { words: 'Done.' });
    expect(withTyped(first, 'call', { telephone: '01632 960123' }).others).toEqual([
      { what: 'call', telephone: '01632 960123' },
      { what: 'withdraw', words: 'Done.' },
    ]);
    expect(withTyped(withTyped(first, 'call'), 'withdraw', { words: undefined })).toEqual(nothing);
  });

  test('is as long as one message: the oldest goes first', () => {
    const long = 'x'.repeat(longestWords);
    const kept = withTyped(withTyped(withTyped(nothing, 'withdraw', { words: 'Done.' }), 'call', { words: long }), 'fixed', {
      whether: 'no',
    });
    expect(kept.others?.map(({ what }) => what)).toEqual(['fixed', 'call']);
    expect(additionInHand.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });
});
