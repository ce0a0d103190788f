import { expect, test } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { monthOf } from '../../../functions/domain/calendar/month.ts';
import { countedReleases, releasesOf } from '../../../functions/domain/reporting/counted-release.ts';
import { at } from '../../support/case-story.ts';

const december = monthOf(writtenDate('2026-12-01'));

test('a release counts in the London month in which it went out, and nothing is kept of whose it was', () => {
  const events = at(
    '2026-11-30T23:30:00Z',
    { type: 'approved', number: 8 },
    { type: 'released', number: 8, without: ['contact'], reason: 'She is abroad.' },
  );
  const summer = at('2026-06-30T23:30:00Z', { type: 'released', number: 8, without: ['others'], reason: 'It is due.' });
  expect(countedReleases(events, 9)).toEqual([{ releasedIn: '2026-11', number: 10, without: ['contact'] }]);
  expect(countedReleases(summer, 9)).toEqual([{ releasedIn: '2026-07', number: 9, without: ['others'] }]);
});

test('what was lacking is counted for each thing, and a response that lacked two once in all', () => {
  expect(
    releasesOf([
      { releasedIn: december, number: 3, without: ['contact', 'others'] },
      { releasedIn: december, number: 5, without: ['contact'] },
    ]),
  ).toEqual({
    total: 2,
    without: [
      { what: 'contact', times: 2 },
      { what: 'others', times: 1 },
    ],
  });
  expect(releasesOf([])).toEqual({ total: 0, without: [] });
});
