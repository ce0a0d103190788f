import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { longOverdueNotices } from '../../../functions/domain/notices/of-the-day.ts';
import { asha, ben, reference, rules } from '../../support/case-story.ts';

const context = { council: luton, publicUrl: 'https://complaints.example' };
const thursday = writtenDate('2027-01-14');
const overdue = { reference, service: 'waste', what: 'respond', due: writtenDate('2026-12-29') } as const;

describe('the daily list of what is long overdue', () => {
  test('has every line, the oldest first, in as many notices as it takes', () => {
    const many = Array.from({ length: 401 }, (_, index) => ({ ...overdue, due: writtenDate(index === 400 ? '2026-11-02' : '2026-12-29') }));
    const [team = []] = longOverdueNotices(many, thursday, rules, context);
    expect(team.map(({ id, letter }) => [id, letter.subject])).toEqual([
      ['long-overdue-team-1', '401 things are long overdue (part 1 of 3)'],
      ['long-overdue-team-2', '401 things are long overdue (part 2 of 3)'],
      ['long-overdue-team-3', '401 things are long overdue (part 3 of 3)'],
    ]);
    const details = team.flatMap(({ letter }) => letter.blocks.flatMap((block) => ('terms' in block ? block.terms : [])));
    expect(details).toHaveLength(401);
    expect(details[0]?.detail).toContain('Monday 2 November 2026');
  });

  test('gives each officer only what is theirs', () => {
    const lists = longOverdueNotices([{ ...overdue, keeper: asha }, { ...overdue, keeper: ben }, overdue], thursday, rules, context);
    expect(lists.flat().map(({ id, letter }) => [id, letter.subject])).toEqual([
      ['long-overdue-team-1', '3 things are long overdue'],
      ['long-overdue-officer-officer-asha-1', '1 thing is long overdue'],
      ['long-overdue-officer-officer-ben-1', '1 thing is long overdue'],
    ]);
  });
});
