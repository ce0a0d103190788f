import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { isForResident } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import type { StaffMember } from '../../../functions/domain/staff/staff-member.ts';
import { rules } from '../../support/case-story.ts';
import { type Walk, walks } from '../cases/case-walk.ts';
import { wordsOf } from './words-of.ts';

/** Everybody who acts in these lives, each with a number of their own. */
function numbered(lives: readonly Walk[]): readonly StaffMember[] {
  const acting = lives
    .flatMap(({ steps }) => steps)
    .flatMap(({ decision, after }) => [
      ...('refused' in decision ? [] : decision.events.map(({ by }) => by)),
      ...(after && 'allocation' in after && after.allocation ? [after.allocation.officer] : []),
    ])
    .flatMap((actor) => (actor.kind === 'officer' ? [actor] : []));
  const everybody = [...new Map(acting.map((officer) => [officer.subject, officer])).values()];
  return everybody.map((officer, index) => ({ ...officer, telephone: `01632 960 ${101 + index}` }));
}

function lettersIn({ steps }: Walk, staff?: readonly StaffMember[]) {
  return steps.flatMap(({ decision, after: state }) => {
    if (!state || 'refused' in decision) return [];
    const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules), staff };
    const first = state.eventCount - decision.events.length + 1;
    return decision.events.flatMap((event, place) =>
      noticesFor(event, first + place, state, context).filter(({ kind }) => isForResident(kind)),
    );
  });
}

/** Who signs it: the name that its last words begin with. */
function signedBy(words: string, staff: readonly StaffMember[]): StaffMember | undefined {
  const last = words.trim().split('\n').at(-1) ?? '';
  return staff.find(({ name }) => last.startsWith(`${name},`));
}

describe('a letter that names somebody to speak to', () => {
  const lives = fc.sample(walks('2026-01-01', '2027-06-30', ['extend', 'approve']), 60);
  const staff = numbered(lives);

  test('D33: gives their direct number, whatever it is about', () => {
    const signed = lives.flatMap((life) => lettersIn(life, staff)).map((notice) => ({ kind: notice.kind, words: wordsOf(notice) }));
    const kinds = new Set<string>();
    for (const { kind, words } of signed) {
      const who = signedBy(words, staff);
      if (!who) continue;
      kinds.add(kind);
      expect(words, kind).toContain(`ring ${who.name} on ${who.telephone}`);
      expect(words, kind).toContain(luton.complaints.telephone);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['acknowledgement', 'extension', 'response', 'handed-over']));
  });

  test('gives the number of the complaints team where the directory has none of theirs', () => {
    const letters = lives.flatMap((life) => lettersIn(life, [])).map(wordsOf);
    expect(letters.filter((words) => words.includes(`ring ${luton.complaints.telephone}`)).length).toBeGreaterThan(50);
    for (const words of letters) expect(words).not.toMatch(/ring \w+ \w+ on /);
  });
});
