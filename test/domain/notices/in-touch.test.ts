import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { type WrittenDate, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { alertNotices } from '../../../functions/domain/notices/alert-notices.ts';
import type { Block } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { at, caseOf, given, rules, spoke } from '../../support/case-story.ts';
import { head } from '../cases/case-walk.ts';
import { acknowledged, acknowledgedOn, atStageTwo, opened, withBen } from '../cases/in-touch/story.ts';

const publicUrl = 'https://complaints.example';

/** The letter that the last of these facts causes, as words. */
function letter(story: readonly (readonly CaseEvent[])[], time: string, ...facts: readonly EventData[]): string {
  const events = [...story, at(time, ...facts)].flat();
  const state = caseOf(events);
  const last = events.at(-1);
  if (!last) throw new Error('no event');
  const [notice, ...more] = noticesFor(last, events.length, state, { council: luton, publicUrl, deadlines: deadlinesOf(state, rules) });
  expect(more).toEqual([]);
  if (!notice) throw new Error(`${last.type} causes no letter`);
  const said = (block: Block): string =>
    'heading' in block
      ? block.heading
      : 'paragraph' in block
        ? block.paragraph
        : 'list' in block
          ? block.list.join('\n')
          : block.terms.map(({ term, detail }) => `${term}: ${detail}`).join('\n');
  return [notice.letter.subject, ...notice.letter.blocks.map(said)].join('\n');
}

const apologised = (deadline: 'acknowledge' | 'respond', due: WrittenDate, words?: string): EventData => ({
  type: 'apologised',
  deadline,
  due: writtenDate(due),
  words,
  updates: { from: writtenDate('2027-01-14'), next: writtenDate('2027-01-21') },
});

describe('the apology for a day that we missed', () => {
  test('says sorry first, then who is responsible, when we write next, and how to reach the Ombudsman', () => {
    const words = letter(acknowledged, '2027-01-14T10:00:00Z', apologised('respond', '2027-01-13'));
    const order = [
      'We should have written to you by Wednesday 13 January 2027 to send you our answer to your complaint. We did not, and we are sorry.',
      `Who is responsible\nBen Example, ${luton.name}.`,
      'We will write to you by Thursday 21 January 2027, or sooner.',
      luton.ombudsmen.LGSCO.telephone,
      luton.complaints.telephone,
    ].map((part) => words.indexOf(part));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
  });

  test('D6: names no service: somebody else may read what goes out by itself', () => {
    const words = letter(acknowledged, '2027-01-14T10:00:00Z', apologised('respond', '2027-01-13'));
    expect(words).not.toContain(luton.services['waste']?.name);
    expect(words).not.toContain('The bin was missed');
  });

  test('names the team while nobody has the complaint, and never what the person wrote', () => {
    const words = letter([opened], '2026-12-30T10:00:00Z', apologised('acknowledge', '2026-12-29'));
    expect(words).toContain(`Who is responsible\n${luton.complaints.teamName}`);
    expect(words).toContain('to tell you who is looking into your complaint');
    expect(words).not.toMatch(/bin/i);
  });

  test('carries what the Head added, and nothing that always stands there is missing for it', () => {
    const plain = letter(acknowledged, '2027-01-14T10:00:00Z', apologised('respond', '2027-01-13'));
    const worded = letter(acknowledged, '2027-01-14T10:00:00Z', apologised('respond', '2027-01-13', 'The crew leader is ill.'));
    expect(worded).toContain('The crew leader is ill.');
    expect(worded.replace('The crew leader is ill.\n', '')).toBe(plain);
  });
});

test('a question to the person says that nothing waits for their answer, and by when we write all the same', () => {
  const words = letter(withBen, '2026-12-22T10:00:00Z', {
    type: 'clarification-asked',
    question: 'Which bin is it?',
    acknowledgeBy: writtenDate('2026-12-29'),
  });
  expect(words).toContain('Our question\nWhich bin is it?');
  expect(words).toContain('You do not have to, and your complaint does not wait for it. We will write to you by Tuesday 29 December 2026');
});

test('a corrected definition says why, what we now understand, and that the date stays', () => {
  const words = letter(acknowledged, '2026-12-30T10:00:00Z', {
    type: 'definition-amended',
    before: { definition: 'The bin was missed.', outcomesSought: 'An apology.' },
    after: { definition: 'The bin and the lid.', outcomesSought: 'A new lid.', notResponsibleFor: 'The hedge.' },
    because: 'You told us on the telephone.',
  });
  expect(words).toContain('The date of our answer stays the same: you will have it by Wednesday 13 January 2027.');
  for (const part of ['You told us on the telephone.', 'The bin and the lid.', 'A new lid.', 'The hedge.']) expect(words).toContain(part);
});

test('an update says how far we have come and when we write again, and promises no date that has gone', () => {
  const update = (from: WrittenDate, next: WrittenDate): EventData => ({
    type: 'update-sent',
    words: 'We wait for the log.',
    updates: { from: writtenDate(from), next: writtenDate(next) },
  });
  const inTime = letter(acknowledged, '2027-01-05T10:00:00Z', update('2027-01-05', '2027-01-12'));
  expect(inTime).toContain('We wait for the log.');
  expect(inTime).toContain(
    'We expect to send you our answer by Wednesday 13 January 2027. We will write to you again by Tuesday 12 January 2027',
  );
  const late = letter(acknowledged, '2027-01-21T10:00:00Z', update('2027-01-21', '2027-01-28'));
  expect(late).not.toContain('13 January');
  expect(late).toContain('We will write to you again by Thursday 28 January 2027');
});

test('an extension past the cap says when we write before then', () => {
  const extension = {
    on: writtenDate('2027-01-13'),
    previousDue: writtenDate('2027-01-13'),
    due: writtenDate('2027-02-03'),
    reason: 'The log.',
  };
  const promised: EventData = {
    type: 'updates-set',
    updates: { from: writtenDate('2027-01-13'), next: writtenDate('2027-01-20') },
    agreed: false,
  };
  const words = letter([...acknowledged, at('2027-01-13T09:00:00Z', promised)], '2027-01-13T09:00:00Z', { type: 'extended', extension });
  expect(words).toContain('Until then we will keep you informed. We will write to you by Wednesday 20 January 2027.');
});

test('an extension of a complaint whose points belong to different Ombudsmen names both, with how to reach them', () => {
  const points = [
    { words: 'The bin.', ombudsman: 'LGSCO' },
    { words: 'The stairs.', ombudsman: 'HOS' },
  ] as const;
  const amended: EventData = {
    type: 'definition-amended',
    before: { definition: 'The bin was missed.', outcomesSought: 'An apology.' },
    after: { definition: 'Two things.', points, outcomesSought: 'An apology.' },
    because: 'You told us.',
  };
  const extension = {
    on: writtenDate('2027-01-12'),
    previousDue: writtenDate('2027-01-13'),
    due: writtenDate('2027-01-20'),
    reason: 'The log.',
  };
  const words = letter([...acknowledged, at('2026-12-30T09:00:00Z', amended)], '2027-01-12T09:00:00Z', { type: 'extended', extension });
  for (const { name, telephone } of [luton.ombudsmen.LGSCO, luton.ombudsmen.HOS]) {
    expect(words).toContain(`you can contact the ${name}`);
    expect(words).toContain(telephone);
  }
});

describe('a complaint whose points belong to two Ombudsmen (D15)', () => {
  const points = [
    { words: 'The bin.', ombudsman: 'LGSCO' },
    { words: 'The stairs.', ombudsman: 'HOS' },
    { words: 'The bin store.', ombudsman: 'LGSCO' },
  ] as const;
  const { acknowledgement, ...rest } = acknowledgedOn('2026-11-04', '2026-11-09', 4) as Extract<EventData, { type: 'acknowledged' }>;
  const inPoints: EventData = { ...rest, acknowledgement: { ...acknowledgement, points } };
  const [first = [], second = [], , response = [], ...stageTwo] = atStageTwo;
  const answers = points.map((point) => ({ ...point, outcome: 'not-upheld', reasons: 'The log.' }) as const);
  const answer = (...which: typeof answers): EventData => ({
    type: 'responded',
    response: { on: writtenDate('2026-12-08'), due: writtenDate('2027-01-07'), outcome: 'not-upheld' },
    definition: 'The bin was missed.',
    decision: 'No.',
    answers: which,
  });

  test('tells a tenant in its acknowledgement that the Housing Ombudsman can be asked at any time', () => {
    expect(letter([first, second], '2026-11-04T09:00:00Z', inPoints)).toContain(
      `you can contact the ${luton.ombudsmen.HOS.name} for advice at any time`,
    );
    expect(letter([first, second], '2026-11-04T09:00:00Z', acknowledgedOn('2026-11-04', '2026-11-09', 4))).not.toContain(
      luton.ombudsmen.HOS.name,
    );
  });

  test('says in its answer which point is for which of them', () => {
    const words = letter([first, second, at('2026-11-04T09:00:00Z', inPoints)], '2026-11-18T09:00:00Z', answer(...answers));
    expect(words).toContain(`for points 1 and 3, the ${luton.ombudsmen.LGSCO.name}\nfor point 2, the ${luton.ombudsmen.HOS.name}`);
    const [bin, , store] = answers;
    if (!bin || !store) throw new Error('no points');
    const one = letter([first, second, at('2026-11-04T09:00:00Z', inPoints)], '2026-11-18T09:00:00Z', answer(bin, store));
    expect(one).not.toContain('There are two Ombudsmen');
  });

  test('has both to go to at stage two as well, though that was not put into points', () => {
    const asked = { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') } as const;
    const both = ['LGSCO', 'HOS'] as const;
    given(first, second, at('2026-11-04T09:00:00Z', inPoints), response)
      .when({ ...asked, type: 'accept-at-stage-two' }, '2026-12-01T09:00:00Z')
      .yields({ ...asked, ombudsmen: both, points: answers.map(({ words, ombudsman }) => ({ words, ombudsman })) });
    const accepting = stageTwo.map((events) => events.map((event) => (event.type === asked.type ? { ...event, ombudsmen: both } : event)));
    const before = [first, second, at('2026-11-04T09:00:00Z', inPoints), response, ...accepting];
    const [bin] = answers;
    if (!bin) throw new Error('no point');
    for (const words of [
      letter(before, '2026-12-08T09:00:00Z', answer(bin)),
      letter(before.slice(0, -1), '2026-12-07T09:00:00Z', acknowledgedOn('2026-12-07', '2026-12-07', 8)),
      letter(before.slice(0, -1), '2026-12-08T09:00:00Z', {
        ...apologised('acknowledge', '2026-12-07'),
        deadline: 'acknowledge-stage-two',
      } as EventData),
    ])
      expect(words).toContain(luton.ombudsmen.HOS.telephone);
    expect(letter(atStageTwo, '2026-12-08T09:00:00Z', answer(bin))).not.toContain(luton.ombudsmen.HOS.telephone);
  });
});

test('no letter promises a day that has gone: it says nothing of it, or that we still owe a letter', () => {
  const late = '2027-01-14T10:00:00Z';
  const amended: EventData = {
    type: 'definition-amended',
    before: { definition: 'The bin was missed.', outcomesSought: 'An apology.' },
    after: { definition: 'The bin and the lid.', outcomesSought: 'An apology.' },
    because: 'You told us.',
  };
  const withdrawn: EventData = { type: 'withdrawn', on: writtenDate('2027-01-13'), howWeKnow: 'She rang.' };
  const again: EventData = { type: 'withdrawal-undone', on: writtenDate('2027-01-14'), howWeKnow: 'She rang.' };
  const news: EventData = { type: 'chaser-answered', answer: 'The crew is asked.' };
  for (const words of [
    letter(acknowledged, late, news),
    letter(acknowledged, late, amended),
    letter(acknowledged, late, { type: 'issue-joined', words: 'The lid.', ombudsman: 'LGSCO' }),
    letter([...acknowledged, at('2027-01-13T10:00:00Z', withdrawn)], late, again),
  ])
    expect(words).not.toContain('13 January');
  expect(letter([...acknowledged, at('2027-01-13T10:00:00Z', withdrawn)], late, again)).toContain('We still owe you a letter about it.');
  expect(letter(acknowledged, '2027-01-13T10:00:00Z', news)).toContain('You will have our full answer by Wednesday 13 January 2027.');
});

test('one letter that acknowledges and answers says both, with every part that either must have', () => {
  const acknowledgement = {
    on: writtenDate('2026-12-22'),
    due: writtenDate('2026-12-29'),
    definition: 'The bin was missed.',
    outcomesSought: 'A bin that is emptied.',
    notResponsibleFor: 'The hedge.',
    noticeId: '0005-response',
    alsoAnswers: true,
  } as const;
  const made: EventData = { type: 'acknowledged', acknowledgement, offered: ['advocacy', 'accompaniment'] };
  const words = letter([...withBen, at('2026-12-22T09:00:00Z', made)], '2026-12-22T09:00:00Z', {
    type: 'responded',
    response: { on: writtenDate('2026-12-22'), due: writtenDate('2027-01-08'), outcome: 'upheld' },
    definition: 'The bin was missed.',
    decision: 'The crew missed your bin.',
    answers: [{ words: 'The bin was missed.', ombudsman: 'LGSCO', outcome: 'upheld', reasons: 'The log shows it.' }],
  });
  for (const part of [
    'This letter acknowledges your complaint, and it is our full response at stage one of our complaints policy.',
    'The crew missed your bin.',
    'The log shows it.',
    'A bin that is emptied.',
    'The hedge.',
    'complaining will not affect the service you receive from us',
    'we can help you find an independent advocate',
    'looked at again at stage two',
    'Ben Example',
  ])
    expect(words).toContain(part);
  expect(words).not.toContain('informal');
});

test('stage two without an answer at stage one says so, and speaks of no answer', () => {
  const escalated: EventData = { type: 'escalated-unanswered', askedOn: writtenDate('2027-01-14'), reason: 'The log is lost.' };
  const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: head, on: writtenDate('2027-01-15') } };
  const story = [...acknowledged, at('2027-01-15T09:00:00Z', escalated, allocated)];
  const words = letter(story, '2027-01-18T09:00:00Z', acknowledgedOn('2027-01-18', '2027-01-21', 7));
  expect(words).toContain(
    'You asked us about your complaint on Thursday 14 January 2027. We had not answered it in time, and we are sorry.',
  );
  expect(words).not.toContain('not satisfied with our answer');
  const final = letter(
    [...story, at('2027-01-18T09:00:00Z', acknowledgedOn('2027-01-18', '2027-01-21', 7), spoke('2027-01-18'))],
    '2027-01-20T09:00:00Z',
    {
      type: 'responded',
      response: { on: writtenDate('2027-01-20'), due: writtenDate('2027-02-15'), outcome: 'upheld' },
      definition: 'The bin.',
      decision: 'Yes.',
      answers: [],
    },
  );
  expect(final).toContain('We did not answer your complaint at stage one, so we have looked into it at stage two.');
});

describe('the alert', () => {
  const alertOf = (story: readonly (readonly CaseEvent[])[], kind: string, which: 'warning' | 'due' | 'overdue', staff = [head]) => {
    const state = caseOf(...story);
    const deadlines = deadlinesOf(state, rules);
    const deadline = deadlines.find((one) => one.kind === kind);
    const alert = deadline?.alerts.find((one) => one.kind === which);
    if (!deadline || !alert) throw new Error(`no ${which} of ${kind}`);
    return alertNotices(state, deadline, alert, { council: luton, publicUrl, deadlines }, { staff, today: alert.on });
  };

  test('D22: two working days before says to respond or extend, and what follows by itself', () => {
    const [notice] = alertOf(acknowledged, 'respond', 'warning');
    expect(notice?.id).toBe('alert-respond-warning-2027-01-11-1');
    expect(JSON.stringify(notice?.letter)).toContain(
      'Respond or extend the time by Wednesday 13 January 2027. If that is not done, at 10:00 on the next working day the person gets an apology by itself.',
    );
    const [final] = alertOf(atStageTwo, 'respond-stage-two', 'warning');
    expect(JSON.stringify(final?.letter)).toContain('Respond or extend the time by Thursday 7 January 2027.');
  });

  test('D25: of a decision on a late stage one goes to the Head, or to the team where nobody is Head', () => {
    const overdue: EventData = { type: 'asked-while-overdue', on: writtenDate('2027-01-14'), due: writtenDate('2027-01-13') };
    const story = [...acknowledged, at('2027-01-14T12:00:00Z', overdue)];
    const addresses = (staff: readonly (typeof head)[]) =>
      alertOf(story, 'decide-overdue', 'due', [...staff]).map(({ to }) => (to.by === 'email' ? to.email : 'post'));
    expect(addresses([head])).toContain('hope@council.example');
    expect(addresses([])).toContain(luton.complaints.teamMailbox);
  });
});
