import { describe, expect, it } from 'vitest';
import { faultInShift, ladderFrom, onCall, type Rota, withoutShift, withShift } from '../../../functions/domain/registers/rota.ts';
import { asha, ben, carol, moment } from '../../support/case-story.ts';

const week = (officer: typeof asha, from: string, until: string) => ({ officer, from: moment(from), until: moment(until) });
const rota: Rota = [
  week(asha, '2026-12-11T17:00:00Z', '2026-12-18T17:00:00Z'),
  week(ben, '2026-12-14T09:00:00Z', '2026-12-18T17:00:00Z'),
  week(carol, '2026-12-25T17:00:00Z', '2027-01-01T17:00:00Z'),
];
const names = (rungs: readonly (typeof asha | string)[]) => rungs.map((rung) => (typeof rung === 'string' ? rung : rung.name));

describe('who is on call', () => {
  it('is whoever has an entry for that moment, from its first until before its last', () => {
    expect(names(onCall(rota, moment('2026-12-14T08:59:59Z')))).toEqual(['Asha Example']);
    expect(names(onCall(rota, moment('2026-12-18T16:59:59Z')))).toEqual(['Asha Example', 'Ben Example']);
    expect(onCall(rota, moment('2026-12-18T17:00:00Z'))).toEqual([]);
  });
});

describe('the ladder of possible harm', () => {
  it('goes from whoever is on call to the next on the rota, the Head and the out-of-hours contact', () => {
    expect(names(ladderFrom(rota, moment('2026-12-15T22:00:00Z')))).toEqual([
      'Asha Example',
      'Ben Example',
      'Carol Example',
      'head',
      'out-of-hours',
    ]);
  });

  it('begins with the out-of-hours contact where nobody is on call, and always reaches the Head', () => {
    expect(names(ladderFrom(rota, moment('2026-12-20T22:00:00Z')))).toEqual(['out-of-hours', 'Carol Example', 'head']);
    expect(ladderFrom([], moment('2026-12-20T22:00:00Z'))).toEqual(['out-of-hours', 'head']);
  });

  it('names nobody twice', () => {
    const twice = [week(asha, '2026-12-11T17:00:00Z', '2026-12-18T17:00:00Z'), week(asha, '2026-12-18T17:00:00Z', '2026-12-25T17:00:00Z')];
    expect(names(ladderFrom(twice, moment('2026-12-15T22:00:00Z')))).toEqual(['Asha Example', 'head', 'out-of-hours']);
  });

  it('has whoever is on call first where they are, also when they are on call again next', () => {
    const again = [...rota.slice(0, 2), week(asha, '2026-12-18T17:00:00Z', '2026-12-25T17:00:00Z')];
    expect(names(ladderFrom(again, moment('2026-12-15T22:00:00Z')))).toEqual(['Asha Example', 'Ben Example', 'head', 'out-of-hours']);
  });
});

describe('an entry', () => {
  const now = moment('2026-12-20T09:00:00Z');
  const entry = week(asha, '2026-12-18T17:00:00Z', '2026-12-24T17:00:00Z');

  it('goes in where it begins, and what is over leaves the rota with it', () => {
    expect(names(withShift(rota, entry, now).map(({ officer }) => officer))).toEqual(['Asha Example', 'Carol Example']);
    expect(withoutShift([entry], { officer: asha.subject, from: entry.from }, now)).toEqual([]);
  });

  it.each([
    ['ends after it begins', { ...entry, until: entry.from }, 'The end must be later than the beginning.'],
    [
      'ends in the future',
      { ...entry, until: moment('2026-12-19T17:00:00Z') },
      'Enter an end that is still to come: Sat 19 Dec 2026 at 17:00 has gone.',
    ],
    ['stands there once', rota[2]!, 'This stands on the rota already.'],
  ])('%s', (_, shift, refused) => {
    expect(faultInShift({ rota, now }, shift)).toEqual({ refused });
    expect(faultInShift({ rota, now }, entry)).toBeUndefined();
  });
});
