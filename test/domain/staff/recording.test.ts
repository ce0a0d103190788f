import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { faultInRecord, type StaffRecord, withRecord } from '../../../functions/domain/staff/recording.ts';
import { asha, ben, carol } from '../../support/case-story.ts';

const today = writtenDate('2026-12-15');
const staff = [withRecord(asha, {}, ['head-of-complaints']), withRecord(ben, {}), withRecord(carol, { roles: ['director'] })];
const fault = (record: StaffRecord, by = asha, subject = ben.subject) =>
  faultInRecord({ staff, by, today, recorded: {} }, subject, record)?.refused;

describe('what is recorded of a member of staff', () => {
  it('is the Head’s to say, of somebody who has signed in', () => {
    expect(
      fault({
        roles: ['director'],
        telephone: '01632 960 123, mornings',
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
    ['a number that nobody outside can ring', { telephone: 'ext. 4217' }, /^Enter a telephone number/],
    ['a long story', { interests: 'x'.repeat(301) }, /^Make the note shorter/],
  ])('is not %s', (_, record, why) => {
    expect(fault(record)).toMatch(why);
  });

  it('is never the Head’s to say of their own authority: another Head says it, or an administrator', () => {
    const directory = [
      ...staff.slice(0, 2),
      withRecord(carol, { roles: ['administrator'] }),
      withRecord({ ...ben, subject: 'officer-dora' }, {}, ['head-of-complaints']),
    ];
    const recorded: StaffRecord = { services: ['waste'], remedyLimit: 25_000 };
    const ofAsha = (record: StaffRecord, by = asha) =>
      faultInRecord({ staff: directory, by, today, recorded }, asha.subject, { ...recorded, ...record })?.refused;
    for (const record of [{ remedyLimit: 50_000 }, { roles: ['director'] }, { services: ['waste', 'housing'] }] satisfies StaffRecord[]) {
      expect(ofAsha(record)).toMatch(/^Nobody changes their own roles, services or limit/);
      expect(ofAsha(record, carol)).toBeUndefined();
      expect(ofAsha(record, { ...ben, subject: 'officer-dora' })).toBeUndefined();
    }
    expect(ofAsha({ telephone: '01632 960 123', awayUntil: today, deputies: [ben.subject] })).toBeUndefined();
    const ofBen = faultInRecord({ staff: directory, by: carol, today, recorded: {} }, ben.subject, { remedyLimit: 50_000 });
    expect(ofBen?.refused).toMatch(/^Only the Head of Customer Service and Complaints changes what somebody may offer/);
  });

  it('lets an administrator give nobody the authority of somebody else', () => {
    const directory = [...staff.slice(0, 2), withRecord(carol, { roles: ['administrator'] })];
    const recorded: StaffRecord = { deputies: [ben.subject], awayUntil: writtenDate('2026-12-14') };
    const asCarol = (record: StaffRecord) => faultInRecord({ staff: directory, by: carol, today, recorded }, asha.subject, record)?.refused;
    expect(asCarol({ deputies: [carol.subject], awayUntil: today })).toMatch(/^An absence and its deputies/);
    expect(asCarol({ deputies: [ben.subject], awayUntil: today })).toMatch(/^An absence and its deputies/);
    expect(asCarol({ deputies: [carol.subject] })).toMatch(/^An absence and its deputies/);
    expect(asCarol({ deputies: [ben.subject], team: 'Complaints' })).toBeUndefined();
  });

  it('lets no administrator give somebody a limit by way of the role of Head', () => {
    const administrator = withRecord(carol, { roles: ['administrator'] });
    const asCarol = (recorded: StaffRecord, record: StaffRecord) =>
      faultInRecord({ staff: [withRecord(ben, recorded), administrator], by: carol, today, recorded }, ben.subject, record)?.refused;
    const head: StaffRecord = { roles: ['head-of-complaints'] };
    expect(asCarol({}, head)).toBeUndefined();
    expect(asCarol({}, { ...head, remedyLimit: 50_000 })).toMatch(/^Only the Head/);
    expect(asCarol(head, { ...head, remedyLimit: 50_000 })).toBeUndefined();
    expect(asCarol({ ...head, remedyLimit: 50_000 }, { remedyLimit: 50_000 })).toMatch(/^Take away what they may offer together with/);
    expect(asCarol(head, { remedyLimit: 50_000 })).toMatch(/^Take away what they may offer together with/);
    expect(asCarol({ ...head, remedyLimit: 50_000 }, {})).toBeUndefined();
  });

  it('lets whoever stands in for the Head change no roles or limits of theirs or of the Head', () => {
    const away = withRecord(asha, { deputies: [ben.subject], awayUntil: today }, ['head-of-complaints']);
    const directory = [away, withRecord(ben, {}), withRecord(carol, {})];
    const asBen = (subject: string, record: StaffRecord) =>
      faultInRecord({ staff: directory, by: ben, today, recorded: {} }, subject, record)?.refused;
    expect(asBen(ben.subject, { roles: ['head-of-complaints'] })).toMatch(/^Whoever stands in/);
    expect(asBen(ben.subject, { remedyLimit: 50_000 })).toMatch(/^Whoever stands in/);
    expect(asBen(asha.subject, { roles: ['director'] })).toMatch(/^Whoever stands in/);
    expect(asBen(ben.subject, { team: 'Complaints' })).toBeUndefined();
    expect(asBen(carol.subject, { roles: ['director'], remedyLimit: 50_000 })).toBeUndefined();
  });

  it('stands beside the roles that the sign-in gives', () => {
    expect(withRecord(asha, { roles: ['director', 'complaints-team'] }, ['complaints-team']).roles).toEqual([
      'complaints-team',
      'director',
    ]);
    expect(withRecord(asha, {}).roles).toBeUndefined();
  });
});
