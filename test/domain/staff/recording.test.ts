import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { faultInRecord, type StaffRecord, withRecord } from '../../../functions/domain/staff/recording.ts';
import { asha, ben, carol } from '../../support/case-story.ts';

const today = writtenDate('2026-12-15');
const staff = [withRecord(asha, {}, ['head-of-complaints']), withRecord(ben, {}), withRecord(carol, { roles: ['director'] })];
const fault = (record: StaffRecord, by = asha, subject = ben.subject) => faultInRecord({ staff, by, today }, subject, record)?.refused;

describe('what is recorded of a member of staff', () => {
  it('is the Head’s to say, of somebody who has signed in', () => {
    expect(
      fault({
        roles: ['director'],
        services: ['waste'],
        remedyLimit: 25_000,
        trainedOn: today,
        deputies: [carol.subject],
        awayUntil: today,
      }),
    ).toBeUndefined();
    expect(fault({}, carol)).toMatch(/^Only the Head/);
    expect(fault({}, ben, ben.subject)).toMatch(/^Only the Head/);
    expect(fault({}, asha, 'nobody')).toMatch(/^Nobody with this sign-in/);
  });

  it.each<[string, StaffRecord, RegExp]>([
    ['a deputy of oneself', { deputies: [ben.subject] }, /^Nobody stands in for themselves/],
    ['one deputy twice', { deputies: [carol.subject, carol.subject] }, /^Choose each deputy once/],
    ['a deputy who never signed in', { deputies: ['nobody'] }, /^Choose deputies who have signed in/],
    ['training to come', { trainedOn: writtenDate('2026-12-16') }, /is still to come\.$/],
    ['an absence that is over', { awayUntil: writtenDate('2026-12-14') }, /has gone\.$/],
    ['half a penny', { remedyLimit: 0.5 }, /^Enter a limit from £0 to £100,000/],
    ['a slip of the keyboard', { remedyLimit: 10_000_001 }, /^Enter a limit from £0 to £100,000/],
    ['a long story', { interests: 'x'.repeat(301) }, /^Make the note shorter/],
  ])('is not %s', (_, record, why) => {
    expect(fault(record)).toMatch(why);
  });

  it('stands beside the roles that the sign-in gives', () => {
    expect(withRecord(asha, { roles: ['director', 'complaints-team'] }, ['complaints-team']).roles).toEqual([
      'complaints-team',
      'director',
    ]);
    expect(withRecord(asha, {}).roles).toBeUndefined();
  });
});
