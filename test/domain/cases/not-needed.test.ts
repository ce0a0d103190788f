import { describe, expect, it } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CommandOf } from '../../../functions/domain/cases/decision.ts';
import type { EventData } from '../../../functions/domain/cases/event.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { missingSections } from '../../../functions/domain/notices/sections.ts';
import { accepted, at, ben, caseOf, given, received, spoke } from '../../support/case-story.ts';
import { wordsOf } from '../notices/words-of.ts';

const looking = [
  received('2026-11-02T09:00:00Z'),
  at(
    '2026-11-03T09:00:00Z',
    accepted,
    { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-11-03') } },
    {
      type: 'acknowledged',
      acknowledgement: {
        on: writtenDate('2026-11-03'),
        due: writtenDate('2026-11-09'),
        definition: 'The bin was missed.',
        outcomesSought: 'A bin.',
        noticeId: '0004-acknowledgement',
      },
    },
    spoke('2026-11-03'),
  ),
];
const noon = '2026-11-09T12:00:00Z';
const remedy = { part: 'remedy', because: 'Nothing went wrong.' } as const;
const actions = { part: 'actions', because: 'Nothing is open.' } as const;
const answer = {
  type: 'respond',
  decision: 'We do not agree.',
  answers: [{ outcome: 'not-upheld', reasons: 'The crew came.' }],
  notNeeded: [remedy, actions],
} as const satisfies CommandOf<'respond'>;
const responded = (notNeeded?: readonly (typeof remedy | typeof actions)[]): EventData => ({
  type: 'responded',
  response: { on: writtenDate('2026-11-09'), due: writtenDate('2026-11-17'), outcome: 'not-upheld' },
  definition: 'The bin was missed.',
  decision: 'We do not agree.',
  answers: [{ words: 'The bin was missed.', ombudsman: 'LGSCO', outcome: 'not-upheld', reasons: 'The crew came.' }],
  ...(notNeeded && { notNeeded }),
});
const letterOf = (said: EventData) => {
  const events = [...looking, at(noon, said)];
  const event = events.flat().at(-1)!;
  const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: [] };
  return noticesFor(event, 6, caseOf(...events), context).find(({ kind }) => kind === 'response')!;
};
const headings = ['How we are putting things right', 'What is still to be done'];

describe('a section that a response need not have', () => {
  it('D33: is left out with a reason, which is kept and not printed', () => {
    given(...looking)
      .when(answer, noon, ben)
      .yields(responded([remedy, actions]));
    const said = wordsOf(letterOf(responded([remedy])));
    expect(headings.map((heading) => said.includes(heading))).toEqual([false, true]);
    expect(said).not.toContain(remedy.because);
    expect(headings.filter((heading) => wordsOf(letterOf(responded())).includes(heading))).toEqual(headings);
  });

  it('D33: lets the letter leave, and nothing absolute is left out with it', () => {
    const letter = letterOf(responded([remedy, actions]));
    expect(missingSections(letter)).toEqual([]);
    const { sections = [], leftOut } = letter.letter;
    expect(leftOut).toEqual(['remedy', 'actions']);
    for (const name of ['stage', 'definition', 'decision', 'reasons', 'next-step', 'ombudsman'] as const)
      expect(
        missingSections({
          kind: 'response',
          letter: { ...letter.letter, sections: sections.filter((one) => one !== name), leftOut: ['remedy', 'actions', name] },
        }),
      ).toHaveLength(1);
  });

  it.each(['upheld', 'partly-upheld'] as const)('D33: is absolute where something is %s', (outcome) => {
    given(...looking)
      .when({ ...answer, answers: [{ outcome, reasons: 'The log.' }], affectedOthers: 'Nobody.' }, noon, ben)
      .refused(/^Something is upheld/);
  });

  it('needs a reason, and nothing written or promised beside it', () => {
    const asking = (changes: Partial<typeof answer>) => given(...looking).when({ ...answer, ...(changes as object) }, noon, ben);
    asking({ notNeeded: [{ ...remedy, because: ' ' as never }, actions] }).refused(
      'Say why the letter need not say how we put things right.',
    );
    asking({ remedy: 'We came back.' } as object).refused(/^You wrote or promised how we put things right/);
    asking({ actions: 'A visit.' } as object).refused(/^You wrote or promised what is still to be done/);
    asking({ notNeeded: [remedy, remedy] as never }).refused('Leave each section out once.');
  });

  it('is said all the same where something was promised before', () => {
    const promised: EventData = {
      type: 'remedy-promised',
      on: writtenDate('2026-11-04'),
      remedy: { number: 1, type: 'apology', what: 'Say sorry.', impact: 'Weeks.', owner: ben, due: writtenDate('2026-11-20') },
    };
    given(...looking, at('2026-11-04T09:00:00Z', promised))
      .when(answer, noon, ben)
      .refused(/^You wrote or promised what is still to be done/);
  });
});
