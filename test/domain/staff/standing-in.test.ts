import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { StaffMember } from '../../../functions/domain/staff/staff-member.ts';
import { standIns, standsInFor } from '../../../functions/domain/staff/standing-in.ts';

const today = writtenDate('2026-12-18');
const awayUntil = writtenDate('2026-12-31');

function member(subject: string, changes: Partial<StaffMember> = {}): StaffMember {
  return { kind: 'officer', subject, name: subject, email: `${subject}@council.example`, ...changes };
}
const names = (members: readonly StaffMember[]) => members.map(({ subject }) => subject);

describe('who stands in for somebody', () => {
  const ann = member('ann', { awayUntil, deputies: ['bob', 'cat'] });

  test('their own deputies in their order', () => {
    expect(names(standIns(ann, [ann, member('cat'), member('bob')], today))).toEqual(['bob', 'cat']);
  });

  test('the deputies of a deputy who is away as well, after their own second choice', () => {
    const staff = [ann, member('bob', { awayUntil, deputies: ['dan'] }), member('cat'), member('dan')];
    expect(names(standIns(ann, staff, today))).toEqual(['cat', 'dan']);
    expect(names(standsInFor('dan', staff, today))).toEqual(['ann', 'bob']);
  });

  test('nobody, where two are away who stand in for each other', () => {
    const bob = member('bob', { awayUntil, deputies: ['ann'] });
    expect(standIns({ ...ann, deputies: ['bob'] }, [ann, bob], today)).toEqual([]);
  });

  test('never whoever may not, nor anybody whom they would choose', () => {
    const staff = [ann, member('bob', { awayUntil, deputies: ['dan'] }), member('cat'), member('dan')];
    expect(names(standIns(ann, staff, today, ({ subject }) => subject !== 'bob'))).toEqual(['cat']);
  });

  test('only from the first day of an absence to its last', () => {
    const later = member('ann', { deputies: ['bob'], awayFrom: writtenDate('2026-12-19'), awayUntil });
    const staff = [later, member('bob')];
    expect(standsInFor('bob', staff, today)).toEqual([]);
    expect(names(standsInFor('bob', staff, writtenDate('2026-12-19')))).toEqual(['ann']);
    expect(names(standsInFor('bob', staff, awayUntil))).toEqual(['ann']);
    expect(standsInFor('bob', staff, writtenDate('2027-01-01'))).toEqual([]);
  });
});

test('however deputies name each other, whoever stands in is there, is somebody else and stands there once; and nobody is left out whom a chain reaches', () => {
  const subjects = ['a', 'b', 'c', 'd', 'e'];
  const person = fc.record({ away: fc.boolean(), deputies: fc.subarray(subjects) });
  fc.assert(
    fc.property(fc.array(person, { minLength: 5, maxLength: 5 }), (people) => {
      const staff = people.map(({ away, deputies }, index) =>
        member(subjects[index] ?? '', { deputies, awayUntil: away ? awayUntil : undefined }),
      );
      for (const absent of staff) {
        const found = names(standIns(absent, staff, today));
        expect(new Set(found).size).toBe(found.length);
        expect(found).not.toContain(absent.subject);
        const reached = new Set<string>(absent.deputies);
        for (const subject of reached)
          for (const next of people[subjects.indexOf(subject)]?.away ? (staff.find((one) => one.subject === subject)?.deputies ?? []) : [])
            reached.add(next);
        const there = [...reached].filter((subject) => subject !== absent.subject && !people[subjects.indexOf(subject)]?.away);
        expect([...found].sort()).toEqual(there.sort());
      }
    }),
    { numRuns: 60 },
  );
});
