import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { replay } from '../../../functions/domain/cases/evolve.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import type { Block } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { accepted, at, ben, received, rules } from '../../support/case-story.ts';

/** The words of the letter that the last of these events causes, paragraph by paragraph. */
function letterOf(...given: readonly (readonly CaseEvent[])[]): readonly string[] {
  const events = given.flat();
  const [last, state] = [events.at(-1), replay(events)];
  if (!last || !state) throw new Error('no case');
  const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules) };
  const [notice] = noticesFor(last, events.length, state, context as never);
  const words = (block: Block): readonly string[] =>
    'heading' in block ? [block.heading] : 'paragraph' in block ? [block.paragraph] : 'list' in block ? block.list : [];
  return notice ? [notice.letter.subject, ...notice.letter.blocks.flatMap(words)] : [];
}

const day = writtenDate;
const request = (ombudsman?: 'HOS') => [
  received('2026-11-02T09:00:00Z'),
  at('2026-11-02T15:00:00Z', {
    type: 'service-request-recorded',
    service: 'waste',
    promisedBy: day('2026-11-05'),
    whatWeWillDo: 'We will empty the bin.',
    ombudsman,
    suggested: 'service-request',
  }),
];
const asked = (on: Parameters<typeof day>[0]) => at('2026-11-05T16:00:00Z', { type: 'asked-whether-fixed', on: day(on) });
const answer: EventData = { type: 'service-request-answered', on: day('2026-11-05'), answer: 'The crew emptied it.', asks: true };
const choice = 'you can choose to make a complaint at any time';

describe('“Is it fixed?”', () => {
  test('asks one question on the promised day, names the day, and says what “no” does', () => {
    const words = letterOf(...request(), asked('2026-11-05'));
    expect(words).toContain('We told you that we would put things right by today, Thursday 5 November 2026. Is it fixed?');
    expect(words.join(' ').match(/\?/g)).toHaveLength(2);
    expect(words.join(' ')).toContain('“no” is enough. We will treat that as a complaint from the day you tell us');
  });

  test('does not call a day today that has gone, and says nothing of what they asked for', () => {
    const words = letterOf(...request(), asked('2026-11-06')).join(' ');
    expect(words).toContain('by Thursday 5 November 2026. Is it fixed?');
    expect(words).not.toMatch(/today|bin|waste/i);
  });

  test('is asked by the answer itself where that leaves on the day', () => {
    expect(letterOf(...request(), at('2026-11-05T11:00:00Z', answer))).toContain('Is it fixed?');
  });
});

test('a council tenant is offered the choice to complain in every letter about their request, and nobody else is confused by it', () => {
  const answered = at('2026-11-05T11:00:00Z', answer);
  for (const story of [request('HOS'), [...request('HOS'), asked('2026-11-05')], [...request('HOS'), answered]])
    expect(letterOf(...story).join(' ')).toContain(choice);
  expect(letterOf(...request()).join(' ')).not.toContain(choice);
  expect(letterOf(...request()).join(' ')).toContain('tell us and we will record a complaint');
});

const complaint = [
  ...request(),
  at('2026-11-06T13:00:00Z', {
    ...accepted,
    expressedOn: day('2026-11-06'),
    requestGoesOn: true,
  } as EventData),
];
const acknowledged = [
  ...complaint,
  at('2026-11-06T14:00:00Z', { type: 'allocated', allocation: { service: 'waste', officer: ben, on: day('2026-11-06') } }),
  at('2026-11-06T15:00:00Z', {
    type: 'acknowledged',
    acknowledgement: {
      on: day('2026-11-06'),
      due: day('2026-11-13'),
      definition: 'The bin was missed twice.',
      outcomesSought: 'A bin.',
      noticeId: '0005-acknowledgement',
    },
    responseDue: day('2026-11-20'),
  }),
];

test('the answer to a request beside a complaint says that the complaint goes on, and until when', () => {
  const words = letterOf(...acknowledged, at('2026-11-09T11:00:00Z', { ...answer, on: day('2026-11-09') } as EventData)).join(' ');
  expect(words).toContain('The crew emptied it.');
  expect(words).toContain('We are still looking into your complaint. You will have our answer to it by Friday 20 November 2026.');
  expect(words).not.toContain('Is it fixed?');
});

describe('the answer to a complaint beside which the work on a request goes on', () => {
  const responded = (on: Parameters<typeof day>[0]): EventData => ({
    type: 'responded',
    response: { on: day(on), due: day('2026-11-20'), outcome: 'not-upheld' },
    definition: 'The bin was missed twice.',
    decision: 'The crew came twice.',
    answers: [{ words: 'The bin was missed twice.', ombudsman: 'LGSCO', outcome: 'not-upheld', reasons: 'The log.' }],
  });
  const answered = (...before: readonly (readonly CaseEvent[])[]) =>
    letterOf(...acknowledged, ...before, at('2026-11-09T12:00:00Z', responded('2026-11-09'))).join(' ');

  test('names the work and its day, and does not say that nothing is outstanding', () => {
    expect(answered()).toContain(
      'We promised to do the work that you first asked us for by Thursday 5 November 2026. We have not finished it',
    );
    expect(answered()).not.toMatch(/Nothing is outstanding|not found anything that we need/);
    expect(letterOf(...acknowledged, at('2026-11-06T16:00:00Z', responded('2026-11-05'))).join(' ')).toContain(
      'We still have to do the work that you first asked us for. We promised it by Thursday 5 November 2026.',
    );
  });

  test('says that nothing is outstanding once the request was answered, too', () => {
    expect(answered(at('2026-11-09T11:00:00Z', { ...answer, on: day('2026-11-09') } as EventData))).toContain('Nothing is outstanding.');
  });
});

describe('an answer that comes late', () => {
  const answer = (on: Parameters<typeof day>[0], due: Parameters<typeof day>[0]): EventData => ({
    type: 'responded',
    response: { on: day(on), due: day(due), outcome: 'not-upheld' },
    definition: 'The bin was missed twice.',
    decision: 'The crew came twice.',
    answers: [{ words: 'The bin was missed twice.', ombudsman: 'LGSCO', outcome: 'not-upheld', reasons: 'The log.' }],
  });
  const sorry = 'We are sorry that this answer is late: you should have had it by Friday 20 November 2026.';

  test('says once that we are sorry, and names the day that was missed', () => {
    expect(letterOf(...acknowledged, at('2026-11-23T12:00:00Z', answer('2026-11-23', '2026-11-20')))).toContain(sorry);
    expect(letterOf(...acknowledged, at('2026-11-20T12:00:00Z', answer('2026-11-20', '2026-11-20'))).join(' ')).not.toContain('is late');
  });

  test('also where it comes by a later day that was set when the first had gone by', () => {
    const apologised = at('2026-11-23T10:00:00Z', {
      type: 'apologised',
      deadline: 'respond',
      due: day('2026-11-20'),
      updates: { every: 10, from: day('2026-11-23'), next: day('2026-12-07') },
    });
    const extension = { on: day('2026-11-24'), previousDue: day('2026-11-20'), due: day('2026-11-27'), reason: 'The log is missing.' };
    const later = [...acknowledged, apologised, at('2026-11-24T10:00:00Z', { type: 'extended', extension })];
    expect(letterOf(...later, at('2026-11-26T12:00:00Z', answer('2026-11-26', '2026-11-27')))).toContain(sorry);
  });
});

test('a new issue that joins a complaint is told in our words, with the date that stays', () => {
  const words = letterOf(
    ...acknowledged,
    at('2026-11-09T11:00:00Z', { type: 'issue-joined', words: 'The lid is broken too.', ombudsman: 'LGSCO' }),
  ).join(' ');
  expect(words).toContain('The lid is broken too.');
  expect(words).toContain('Ben Example');
  expect(words).toContain('You will still have our full answer by Friday 20 November 2026.');
});

describe('a withdrawal', () => {
  const withdrawn = at('2026-11-09T11:00:00Z', { type: 'withdrawn', on: day('2026-11-09'), howWeKnow: 'She rang.' });

  test('is confirmed: it can be undone, and ends neither a promise nor care for somebody’s safety', () => {
    const words = letterOf(...acknowledged, withdrawn).join(' ');
    expect(words).toContain('tell us and we will carry on from where we were, with the same dates');
    expect(words).toContain('What we have already promised to do for you, we will still do.');
    expect(words).toContain('That includes what you first asked us to put right, which we promised by Thursday 5 November 2026.');
    expect(words).toContain('somebody’s safety');
    expect(words).not.toMatch(/harm/);
  });

  test('undone gives the date that holds, which is the one from before', () => {
    const undone = at('2026-11-12T11:00:00Z', { type: 'withdrawal-undone', on: day('2026-11-12'), howWeKnow: 'She rang.' });
    expect(letterOf(...acknowledged, withdrawn, undone)).toContain(
      'The date of our full answer is the same as before: Friday 20 November 2026.',
    );
    expect(letterOf(...complaint, withdrawn, undone).join(' ')).toContain('the same as before: Friday 13 November 2026');
  });
});
