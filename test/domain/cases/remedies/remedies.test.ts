import { describe, expect, it } from 'vitest';
import { type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import { decide } from '../../../../functions/domain/cases/decide.ts';
import type { CommandOf } from '../../../../functions/domain/cases/decision.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { replay } from '../../../../functions/domain/cases/evolve.ts';
import { isOver } from '../../../../functions/domain/cases/over.ts';
import { looksLikeBankDetails } from '../../../../functions/domain/cases/remedies/bank-details.ts';
import { inPounds } from '../../../../functions/domain/cases/remedies/money.ts';
import type { RemedyOffer } from '../../../../functions/domain/cases/remedies/remedy.ts';
import { clockActs } from '../../../../functions/domain/deadlines/clock-acts.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { alertsDue } from '../../../../functions/domain/deadlines/next.ts';
import { lessonsChanged } from '../../../../functions/domain/registers/lesson.ts';
import type { StaffMember } from '../../../../functions/domain/staff/staff-member.ts';
import { aContact, accepted, asha, at, ben, carol, caseOf, given, moment, received, rules } from '../../../support/case-story.ts';

// What we do to put things right (policy section 7; both Codes 7; duties D27, D31, D32). Wednesday 18 November 2026: the response.

const day = (text: WrittenDate) => writtenDate(text);

const bin: RemedyOffer = {
  type: 'action-after-delay',
  what: 'Empty the bin.',
  impact: 'The rubbish stood for three weeks.',
  owner: ben,
  due: day('2026-11-27'),
};
const money: RemedyOffer = {
  ...bin,
  type: 'financial',
  what: 'Pay for the trips to the tip.',
  amountPence: 25_000,
  due: day('2026-12-04'),
};
const training: RemedyOffer = { type: 'training', what: 'Train the crew on assisted collections.', owner: carol, due: day('2027-02-01') };

const smallBins: RemedyOffer = { ...bin, what: 'Bring two small bins.', due: day('2026-12-11') };
/** Remedy 1 of one cannot be done. */
const replacedBy = (instead: RemedyOffer): EventData => ({
  type: 'remedy-undeliverable',
  number: 1,
  on: day('2026-11-25'),
  why: 'No such bin is made.',
  alternative: instead.what,
  instead: { ...instead, number: 2 },
});

const untilAcknowledged: readonly (readonly CaseEvent[])[] = [
  received('2026-11-02T09:00:00Z'),
  at('2026-11-03T09:00:00Z', accepted, { type: 'allocated', allocation: { service: 'waste', officer: ben, on: day('2026-11-03') } }),
  at('2026-11-04T09:00:00Z', {
    type: 'acknowledged',
    acknowledgement: {
      on: day('2026-11-04'),
      due: day('2026-11-09'),
      definition: 'The bin was missed.',
      outcomesSought: 'A bin.',
      noticeId: '0004-acknowledgement',
    },
  }),
  at('2026-11-05T09:00:00Z', {
    type: 'contact-recorded',
    on: day('2026-11-05'),
    how: 'telephone',
    outcome: 'spoke',
    note: 'She told us more.',
  }),
];
const answeredWith = (...offers: readonly RemedyOffer[]): readonly (readonly CaseEvent[])[] => [
  ...untilAcknowledged,
  at('2026-11-18T09:00:00Z', {
    type: 'responded',
    response: { on: day('2026-11-18'), due: day('2026-11-18'), outcome: 'upheld' },
    definition: 'The bin was missed.',
    decision: 'We got it wrong.',
    answers: [],
    remedies: offers.map((offer, index) => ({ ...offer, number: index + 1 })),
    affectedOthers: 'Nobody.',
  }),
];
const done = (number: number, on: WrittenDate): EventData => ({ type: 'remedy-done', number, on: day(on), evidence: 'Job 4711.' });
const asked = (on: WrittenDate, ...numbers: readonly number[]): EventData => ({ type: 'asked-whether-done', numbers, on: day(on) });
const system = { kind: 'system' } as const;
const close: Command = { type: 'close', reason: 'Nothing is left to do.' };

/** Asha may offer £100 alone, Ben £250, Carol £1,000. */
const staff: readonly StaffMember[] = [
  { ...asha, remedyLimit: 10_000 },
  { ...ben, remedyLimit: 25_000 },
  { ...carol, remedyLimit: 100_000 },
];
function asks(events: readonly (readonly CaseEvent[])[], command: Command, time: string, by = asha) {
  const decision = decide(rules, replay(events.flat()), command, { commandId: 'asked', by, at: moment(time), staff });
  return 'refused' in decision ? decision.refused : decision.events.map(({ type }) => type);
}

describe('promising a remedy', () => {
  const promise = (changes: Partial<RemedyOffer> = {}): Command => ({ type: 'promise-remedy', remedy: { ...bin, ...changes } });

  it('is possible at every stage, also without a response and after the case is closed', () => {
    const closed = at('2026-11-20T09:00:00Z', { type: 'closed', on: day('2026-11-20'), reason: 'Done.' });
    for (const events of [[received('2026-11-02T09:00:00Z')], untilAcknowledged, answeredWith(), [...answeredWith(), closed]])
      given(...events)
        .when(promise(), '2026-11-20T10:00:00Z')
        .yields({ type: 'remedy-promised', on: day('2026-11-20'), remedy: { ...bin, number: 1 } });
  });

  it('is numbered on from what the case promised before', () => {
    expect(caseOf(...answeredWith(bin, training)).remedies?.map(({ number, due }) => [number, due])).toEqual([
      [1, '2026-11-27'],
      [2, '2027-02-01'],
    ]);
    given(...answeredWith(bin, training))
      .when(promise({ what: ' Replace the bin. ' }), '2026-11-20T10:00:00Z')
      .yields({ type: 'remedy-promised', on: day('2026-11-20'), remedy: { ...bin, what: 'Replace the bin.', number: 3 } });
  });

  it.each<[string, Partial<RemedyOffer>, RegExp]>([
    ['what we will do', { what: ' ' }, /^Say what we will do/],
    ['the harm before any amount', { type: 'financial', amountPence: 5_000, impact: ' ' }, /^Say first how the fault affected/],
    ['the harm also where no money is offered', { impact: undefined }, /^Say first how the fault affected/],
    ['an amount of money for a financial remedy', { type: 'financial' }, /^Enter the amount/],
    ['no amount for anything else', { amountPence: 5_000 }, /^Only a financial remedy has an amount/],
    ['a day that is still to come', { due: day('2026-11-19') }, /^Promise a day that is still to come/],
    ['no bank details', { what: 'Pay into 12-34-56 12345678.' }, /^This looks like a sort code/],
  ])('needs %s', (_, changes, why) => {
    given(...untilAcknowledged)
      .when(promise(changes), '2026-11-20T10:00:00Z')
      .refused(why);
  });

  it('needs no harm to the person where it mends the service', () => {
    given(...untilAcknowledged)
      .when({ type: 'promise-remedy', remedy: training }, '2026-11-20T10:00:00Z')
      .yields({ type: 'remedy-promised', on: day('2026-11-20'), remedy: { ...training, number: 1 } });
  });

  it('takes nothing off a debt but by agreement, and never what an Ombudsman asked for', () => {
    const owed = { type: 'financial', amountPence: 5_000, takenOffDebt: 'She agreed by telephone on 19 November.' } as const;
    expect(asks(untilAcknowledged, promise(owed), '2026-11-20T10:00:00Z')).toEqual(['remedy-promised']);
    expect(asks(untilAcknowledged, promise({ ...owed, forOmbudsman: true }), '2026-11-20T10:00:00Z')).toMatch(/never taken off a debt/);
    expect(asks(untilAcknowledged, promise({ takenOffDebt: 'She agreed.' }), '2026-11-20T10:00:00Z')).toMatch(/^Only a financial remedy/);
  });
});

describe('money', () => {
  const respond = (...remedies: readonly RemedyOffer[]): Command => ({
    type: 'respond',
    decision: 'We got it wrong.',
    answers: [{ outcome: 'upheld', reasons: 'The log.' }],
    remedies,
    affectedOthers: 'Nobody.',
  });

  it.each([
    ['We will pay you £200.', 'The words name £200, and the amount is £250.'],
    ['Pay £250, and £50 more.', 'The words name £50, and the amount is £250.'],
    ['Pay 12.50 pounds', 'The words name £12.50, and the amount is £250.'],
  ])('of the words is never another sum than the amount: %s', (what, why) => {
    const said = asks(untilAcknowledged, { type: 'promise-remedy', remedy: { ...money, what } }, '2026-11-20T10:00:00Z', ben);
    expect(said).toMatch(new RegExp(`^${why} Leave the sum out of the words`));
  });

  it('may be named in the words where it is the amount', () => {
    for (const what of ['Pay you £250.', 'Pay you 250 pounds', 'Pay you £250.00 for the trips.'])
      expect(asks(untilAcknowledged, { type: 'promise-remedy', remedy: { ...money, what } }, '2026-11-20T10:00:00Z', ben)).toEqual([
        'remedy-promised',
      ]);
  });

  it('is given as a credit, taken off a debt, or paid: one of them, and money alone', () => {
    const promise = (changes: Partial<RemedyOffer>): Command => ({ type: 'promise-remedy', remedy: { ...money, ...changes } });
    const asCredit = 'as a credit on your rent account';
    expect(asks(untilAcknowledged, promise({ asCredit }), '2026-11-20T10:00:00Z', ben)).toEqual(['remedy-promised']);
    expect(asks(untilAcknowledged, promise({ asCredit, takenOffDebt: 'She agreed.' }), '2026-11-20T10:00:00Z', ben)).toMatch(
      /say one of them/,
    );
    expect(asks(untilAcknowledged, { type: 'promise-remedy', remedy: { ...bin, asCredit } }, '2026-11-20T10:00:00Z', ben)).toMatch(
      /^Only a financial remedy can be given as a credit/,
    );
  });

  it('inside the limit of whoever responds needs nobody else', () => {
    expect(asks(untilAcknowledged, respond(money, training), '2026-11-18T10:00:00Z', ben)).toEqual(['responded']);
  });

  it('above it waits for a second person, all sums of the case together', () => {
    expect(asks(untilAcknowledged, respond(money), '2026-11-18T10:00:00Z', asha)).toEqual(['proposed']);
    expect(
      asks(answeredWith(money), { type: 'promise-remedy', remedy: { ...money, amountPence: 1 } }, '2026-11-20T10:00:00Z', ben),
    ).toEqual(['proposed']);
    expect(
      asks(
        [
          ...answeredWith(money),
          at('2026-11-19T09:00:00Z', { type: 'remedy-undeliverable', number: 1, on: day('2026-11-19'), why: 'x', alternative: 'y' }),
        ],
        { type: 'promise-remedy', remedy: money },
        '2026-11-20T10:00:00Z',
        ben,
      ),
    ).toEqual(['remedy-promised']);
  });

  it('is approved only by somebody whose own limit covers it', () => {
    const command = { type: 'promise-remedy', remedy: { ...money, amountPence: 30_000 } } as const;
    const waiting = [...untilAcknowledged, at('2026-11-18T10:00:00Z', { type: 'proposed', command, because: 'It offers £300.' })];
    const approve: Command = { type: 'approve', number: 6, proposed: command };
    expect(asks(waiting, approve, '2026-11-18T11:00:00Z', ben)).toBe(
      'It offers £300 in this case. Somebody who may offer that much must approve it: you may offer £250.',
    );
    expect(asks(waiting, approve, '2026-11-18T11:00:00Z', carol)).toEqual(['approved', 'remedy-promised']);
  });

  it.each([
    [25_000, '£250'],
    [1_250, '£12.50'],
    [123_456_00, '£123,456'],
  ])('%d pence are %s', (pence, words) => {
    expect(inPounds(pence)).toBe(words);
  });
});

describe('what looks like bank details', () => {
  it.each(['12-34-56 and 12345678', 'sort code 123456, account 12345678', '12345678 at 12 34 56', 'sc 12–34–56 acc 00012345'])(
    'is seen: %s',
    (text) => {
      expect(looksLikeBankDetails(text)).toBe(true);
    },
  );

  it.each(['Ring 01632 960123.', 'Paid on 04-12-2026, job 12345678.', 'Reference LBC-2026-004217', 'Payment 12345678', '£123456'])(
    'is not: %s',
    (text) => {
      expect(looksLikeBankDetails(text)).toBe(false);
    },
  );
});

describe('a response that upholds anything', () => {
  const respond = (outcome: 'upheld' | 'partly-upheld' | 'not-upheld', affectedOthers?: string): Command => ({
    type: 'respond',
    decision: 'This is our answer.',
    answers: [{ outcome, reasons: 'The log.' }],
    affectedOthers,
  });

  it('says who else is affected (duty D32)', () => {
    for (const outcome of ['upheld', 'partly-upheld'] as const)
      given(...untilAcknowledged)
        .when(respond(outcome), '2026-11-18T10:00:00Z', ben)
        .refused(/^Say what we do for others who are affected/);
    expect(asks(untilAcknowledged, respond('upheld', 'The whole street: the round is checked.'), '2026-11-18T10:00:00Z', ben)).toEqual([
      'responded',
    ]);
    expect(asks(untilAcknowledged, respond('not-upheld'), '2026-11-18T10:00:00Z', ben)).toEqual(['responded']);
  });
});

describe('what is done for others whom the same fault affects', () => {
  const others: RemedyOffer = { type: 'for-others', what: 'Empty the bins of numbers 7 and 9.', owner: carol, due: day('2026-11-27') };
  const answered = answeredWith(bin, others);

  it('D32: is promised with an owner and a day in the answer, in place of the words that nobody is', () => {
    const respond: Command = {
      type: 'respond',
      decision: 'This is our answer.',
      answers: [{ outcome: 'upheld', reasons: 'The log.' }],
      remedies: [others],
    };
    expect(asks(untilAcknowledged, respond, '2026-11-18T10:00:00Z', ben)).toEqual(['responded']);
    expect(asks(untilAcknowledged, { ...respond, remedies: [bin] }, '2026-11-18T10:00:00Z', ben)).toMatch(/^Say what we do for others/);
  });

  it('D32: is chased by its day until somebody records what was done, also when the case is closed, and holds it not', () => {
    const mine = [
      ...answered,
      at('2026-11-20T09:00:00Z', done(1, '2026-11-20'), { type: 'confirmed-done', number: 1, on: day('2026-11-20'), note: 'x' }),
    ];
    expect(asks(mine, { type: 'close', reason: 'Done.' }, '2026-11-20T10:00:00Z')).toEqual(['closed']);
    const closed = caseOf(...mine, at('2026-11-20T10:00:00Z', { type: 'closed', on: day('2026-11-20'), reason: 'Done.' }));
    expect(isOver(closed)).toBe(false);
    expect(alertsDue(deadlinesOf(closed, rules), moment('2026-11-27T09:01:00Z'), [])).toMatchObject([
      { deadline: { kind: 'remedy', about: 2, keeper: carol }, alert: { kind: 'due' } },
    ]);
    expect(lessonsChanged(undefined, closed)).toMatchObject([
      { number: 2, type: 'for-others', what: others.what, state: { is: 'promised' } },
    ]);
    expect(
      isOver(caseOf(...mine, at('2026-11-27T10:00:00Z', { type: 'closed', on: day('2026-11-27'), reason: 'x' }, done(2, '2026-11-27')))),
    ).toBe(true);
  });

  it('D32: is told to nobody else: whoever complained is neither asked about it nor written to', () => {
    const state = caseOf(...answered);
    expect(clockActs(state, rules)).toMatchObject([{ name: 'ask-whether-done-2026-11-27' }]);
    given(...answered)
      .when({ type: 'ask-whether-done' }, '2026-11-30T10:00:00Z', system)
      .yields(asked('2026-11-30', 1));
    given(...answered)
      .when({ type: 'change-remedy-date', number: 2, due: day('2026-12-04'), reason: 'The lorry.' }, '2026-11-25T10:00:00Z')
      .yields({
        type: 'remedy-date-changed',
        number: 2,
        previousDue: day('2026-11-27'),
        due: day('2026-12-04'),
        firstDue: day('2026-11-27'),
        reason: 'The lorry.',
        forOthers: true,
      });
    expect(
      asks(answered, { type: 'record-remedy-undeliverable', number: 2, why: 'x', instead: smallBins }, '2026-11-25T10:00:00Z'),
    ).toMatch(/^It is for others who are affected/);
  });
});

/** Remedy 1 cannot be done; that much is paid instead. */
const takeBack = (amountPence: number): CommandOf<'record-remedy-undeliverable'> => ({
  type: 'record-remedy-undeliverable',
  number: 1,
  why: 'The account is closed.',
  instead: { ...money, amountPence },
});

describe('following it through', () => {
  it('is a deadline of its own for each remedy, told to its owner', () => {
    const state = caseOf(...answeredWith(bin, { ...bin, owner: carol }, training));
    const deadlines = deadlinesOf(state, rules).filter(({ kind }) => kind === 'remedy');
    expect(deadlines.map(({ about, due, keeper }) => [about, due, keeper?.name])).toEqual([
      [1, '2026-11-27', 'Ben Example'],
      [2, '2026-11-27', 'Carol Example'],
      [3, '2027-02-01', 'Carol Example'],
    ]);
    const morning = alertsDue(deadlines, moment('2026-11-27T09:01:00Z'), []);
    expect(morning.map(({ deadline: { about }, alert: { kind } }) => [about, kind])).toEqual([
      [1, 'due'],
      [2, 'due'],
    ]);
    const spoken = [{ deadline: 'remedy', about: 1, kind: 'due', on: day('2026-11-27') }] as const;
    expect(alertsDue(deadlines, moment('2026-11-27T09:01:00Z'), spoken).map(({ deadline: { about } }) => about)).toEqual([2]);
  });

  it('says when a new day was promised, and which came first', () => {
    const later = (time: string, previousDue: WrittenDate, due: WrittenDate) =>
      at(time, {
        type: 'remedy-date-changed',
        number: 1,
        previousDue: day(previousDue),
        due: day(due),
        firstDue: day('2026-11-27'),
        reason: 'The lorry.',
      });
    const once = [...answeredWith(bin), later('2026-11-25T09:00:00Z', '2026-11-27', '2026-12-04')];
    const twice = [...once, later('2026-12-02T09:00:00Z', '2026-12-04', '2026-12-11')];
    const why = (events: readonly (readonly CaseEvent[])[]) =>
      deadlinesOf(caseOf(...events), rules).find(({ kind }) => kind === 'remedy')?.explanation;
    const promised = 'On Wed 18 Nov 2026 we promised that it would be done';
    expect(why(answeredWith(bin))).toBe(`${promised} by Fri 27 Nov 2026`);
    expect(why(once)).toBe(`${promised}, first by Fri 27 Nov 2026; on Wed 25 Nov 2026 we moved that to Fri 4 Dec 2026`);
    expect(why(twice)).toBe(`${promised}, first by Fri 27 Nov 2026; on Wed 2 Dec 2026 we moved that to Fri 11 Dec 2026`);
    given(...once)
      .when({ type: 'change-remedy-date', number: 1, due: day('2026-12-11'), reason: 'The lorry.' }, '2026-12-02T09:00:00Z')
      .yields(...later('2026-12-02T09:00:00Z', '2026-12-04', '2026-12-11').map(({ v, at: _, by, commandId, ...fact }) => fact));
  });

  it('is done with evidence, in time or late', () => {
    const record: Command = { type: 'record-remedy-done', number: 1, on: day('2026-12-01'), evidence: ' Job 4711. ' };
    given(...answeredWith(bin))
      .when(record, '2026-12-01T10:00:00Z')
      .yields(done(1, '2026-12-01'));
    given(...answeredWith(bin))
      .when({ ...record, evidence: ' ' }, '2026-12-01T10:00:00Z')
      .refused(/^Say how we know/);
    given(...answeredWith(bin))
      .when({ ...record, on: day('2026-12-02') }, '2026-12-01T10:00:00Z')
      .refused(/is still to come/);
    given(...answeredWith(bin))
      .when({ ...record, on: day('2026-11-17') }, '2026-12-01T10:00:00Z')
      .refused(/^We promised it on Wednesday 18 November 2026/);
    given(...answeredWith(bin))
      .when({ ...record, number: 2 }, '2026-12-01T10:00:00Z')
      .refused(/^Choose one of the remedies/);
    expect(deadlinesOf(caseOf(...answeredWith(bin), at('2026-12-01T10:00:00Z', done(1, '2026-12-01'))), rules)).toContainEqual(
      expect.objectContaining({ kind: 'remedy', about: 1, met: '2026-12-01', missed: true }),
    );
  });

  it.each(['We pay you £40.', 'We pay you £ 40.', 'A refund of 40 pounds.', 'You get 1,200 GBP back.'])(
    'D28, D31: names no sum of money outside a financial remedy: %s',
    (words) => {
      const why = /^This names a sum of money/;
      given(...answeredWith(bin))
        .when(
          { type: 'record-remedy-undeliverable', number: 1, why: 'No such bin is made.', instead: { ...smallBins, what: words } },
          '2026-11-25T10:00:00Z',
        )
        .refused(why);
      given(...answeredWith())
        .when({ type: 'promise-remedy', remedy: { ...bin, what: words } }, '2026-11-20T10:00:00Z')
        .refused(why);
      const answer = {
        type: 'respond',
        decision: 'Yes.',
        answers: [{ outcome: 'upheld', reasons: 'The log.' }],
        affectedOthers: 'Nobody.',
      } as const;
      for (const more of [{ remedy: words }, { actions: words }])
        given(...untilAcknowledged)
          .when({ ...answer, ...more }, '2026-11-18T10:00:00Z')
          .refused(why);
    },
  );

  it('that cannot be done says why and what instead, and then nobody waits for it', () => {
    const record: Command = { type: 'record-remedy-undeliverable', number: 1, why: 'No such bin is made.', instead: smallBins };
    const told = replacedBy(smallBins);
    given(...answeredWith(bin))
      .when(record, '2026-11-25T10:00:00Z')
      .yields(told);
    given(...answeredWith(bin))
      .when({ ...record, instead: { ...smallBins, what: '' } }, '2026-11-25T10:00:00Z')
      .refused(/^Say what we offer instead/);
    const state = caseOf(...answeredWith(bin), at('2026-11-25T10:00:00Z', told));
    expect(deadlinesOf(state, rules)).toContainEqual(
      expect.objectContaining({ kind: 'remedy', ended: '2026-11-25', missed: false, alerts: [] }),
    );
    expect(clockActs(state, rules).map(({ name }) => name)).toEqual(['ask-whether-done-2026-12-11']);
  });

  it('D31: what is offered instead is promised by itself, with an owner and a day, in the same letter', () => {
    const state = caseOf(...answeredWith(bin), at('2026-11-25T10:00:00Z', replacedBy(smallBins)));
    expect(deadlinesOf(state, rules)).toContainEqual(
      expect.objectContaining({ kind: 'remedy', about: 2, due: '2026-12-11', keeper: ben, missed: false }),
    );
    const cannot: Command = { type: 'record-remedy-undeliverable', number: 1, why: 'No such bin is made.', instead: smallBins };
    for (const [changes, why] of [
      [{ impact: ' ' }, /^Say first how the fault affected/],
      [{ due: day('2026-11-24') }, /^Promise a day that is still to come/],
      [{ type: 'for-others' }, /^Offer the person something instead/],
    ] as const)
      given(...answeredWith(bin))
        .when({ ...cannot, instead: { ...smallBins, ...changes } }, '2026-11-25T10:00:00Z')
        .refused(why);
  });

  it('D28, D31: money instead, above the limit, waits for a second person; the sum that it replaces counts no more', () => {
    expect(asks(answeredWith(bin), takeBack(25_000), '2026-11-20T10:00:00Z', ben)).toEqual(['remedy-undeliverable']);
    expect(asks(answeredWith(bin), takeBack(25_001), '2026-11-20T10:00:00Z', ben)).toEqual(['proposed']);
    const waiting = [...answeredWith(money), at('2026-11-20T10:00:00Z', { type: 'proposed', command: takeBack(25_000), because: 'x' })];
    const approve: Command = { type: 'approve', number: 7, proposed: takeBack(25_000) };
    expect(asks(waiting, approve, '2026-11-20T11:00:00Z', ben)).toEqual(['approved', 'remedy-undeliverable']);
  });

  it('D28, D31: money that we promised is taken back by two people, whatever comes instead', () => {
    for (const instead of [smallBins, { ...money, amountPence: 30_000 }])
      expect(
        asks(
          answeredWith(money),
          { type: 'record-remedy-undeliverable', number: 1, why: 'The account is closed.', instead },
          '2026-11-20T10:00:00Z',
          carol,
        ),
      ).toEqual(['proposed']);
    const { proposal } = caseOf(
      ...answeredWith(money),
      at('2026-11-20T10:00:00Z', {
        type: 'proposed',
        command: takeBack(100),
        because: 'It takes back the £250 that we promised (policy section 5).',
      }),
    );
    expect(proposal?.because).toBe('It takes back the £250 that we promised (policy section 5).');
  });

  it.each([
    'We take it off your rent arrears.',
    'It is set off against your council tax.',
    'We put it towards what you owe us.',
    'We credit it to your arrears',
  ])('D31: sets nothing off in words alone: %s', (words) => {
    const unsaid = /^These words take money off what they owe us/;
    for (const instead of [
      { ...smallBins, what: words },
      { ...money, what: words },
    ])
      expect(asks(answeredWith(bin), { ...takeBack(0), instead }, '2026-11-20T10:00:00Z', ben)).toMatch(unsaid);
    expect(asks(answeredWith(bin), { ...takeBack(25_000), why: words }, '2026-11-20T10:00:00Z', ben)).toMatch(unsaid);
    const answer: Command = {
      type: 'respond',
      decision: 'Yes.',
      answers: [{ outcome: 'upheld', reasons: 'The log.' }],
      affectedOthers: 'Nobody.',
    };
    expect(asks(untilAcknowledged, { ...answer, actions: words }, '2026-11-18T10:00:00Z', ben)).toMatch(unsaid);
    const agreed = { ...money, what: words, takenOffDebt: 'On the telephone on 19 November.' };
    expect(asks(answeredWith(bin), { ...takeBack(0), instead: agreed }, '2026-11-20T10:00:00Z', ben)).toEqual(['remedy-undeliverable']);
  });

  it.each([
    'We do not take it off what you owe us.',
    'Correct the record of your rent arrears.',
    'Take the court notice about arrears back.',
  ])('D31: takes other words of a debt for no set-off: %s', (what) => {
    expect(asks(answeredWith(), { type: 'promise-remedy', remedy: { ...bin, what } }, '2026-11-20T10:00:00Z', ben)).toEqual([
      'remedy-promised',
    ]);
  });

  it('can be replaced however many there are', () => {
    const full = answeredWith(...Array.from({ length: 20 }, () => bin));
    expect(asks(full, { type: 'promise-remedy', remedy: bin }, '2026-11-20T10:00:00Z')).toMatch(/^A case keeps at most 20/);
    expect(
      asks(full, { type: 'record-remedy-undeliverable', number: 1, why: 'No such bin.', instead: smallBins }, '2026-11-20T10:00:00Z'),
    ).toEqual(['remedy-undeliverable']);
  });

  it('is put off only to a later day, with a reason', () => {
    const record: Command = { type: 'change-remedy-date', number: 1, due: day('2026-12-04'), reason: 'The lorry is broken.' };
    given(...answeredWith(bin))
      .when(record, '2026-11-25T10:00:00Z')
      .yields({
        type: 'remedy-date-changed',
        number: 1,
        previousDue: day('2026-11-27'),
        due: day('2026-12-04'),
        firstDue: day('2026-11-27'),
        reason: 'The lorry is broken.',
      });
    given(...answeredWith(bin))
      .when({ ...record, due: day('2026-11-26') }, '2026-11-25T10:00:00Z')
      .refused(/^The new date must be later than Friday 27 November 2026/);
    given(...answeredWith(bin))
      .when({ ...record, reason: '' }, '2026-11-25T10:00:00Z')
      .refused(/^Say why it takes longer/);
  });
});

describe('"Did we do it?"', () => {
  const ask: Command = { type: 'ask-whether-done' };

  it('is asked by the clock at ten on the working day after each promised day, once for all that was due', () => {
    const state = caseOf(...answeredWith(bin, { ...bin, what: 'Say sorry.' }, money, training));
    expect(clockActs(state, rules)).toEqual([
      { name: 'ask-whether-done-2026-11-27', at: moment('2026-11-30T10:00:00Z'), command: ask },
      { name: 'ask-whether-done-2026-12-04', at: moment('2026-12-07T10:00:00Z'), command: ask },
    ]);
    given(...answeredWith(bin, { ...bin, what: 'Say sorry.' }, money, training))
      .when(ask, '2026-11-30T10:00:00Z', system)
      .yields(asked('2026-11-30', 1, 2));
  });

  it('is asked once, not before the day has gone, also of what we say is done', () => {
    given(...answeredWith(bin))
      .when(ask, '2026-11-27T23:00:00Z', system)
      .refused(/nothing to ask/);
    given(...answeredWith(bin), at('2026-11-20T10:00:00Z', done(1, '2026-11-20')))
      .when(ask, '2026-11-30T10:00:00Z', system)
      .yields(asked('2026-11-30', 1));
    given(...answeredWith(bin), at('2026-11-30T10:00:00Z', asked('2026-11-30', 1)))
      .when(ask, '2026-12-01T10:00:00Z', system)
      .refused(/nothing to ask/);
  });

  it('stays findable by the daily sweep where it was done early', () => {
    const early = caseOf(...answeredWith(bin), at('2026-11-20T10:00:00Z', done(1, '2026-11-20')));
    const waiting = deadlinesOf(early, rules).find(({ kind }) => kind === 'ask-whether-done');
    expect([waiting?.due, waiting?.alerts[0]]).toEqual(['2026-11-30', expect.objectContaining({ kind: 'overdue', on: '2026-12-01' })]);
  });

  const questioned = [...answeredWith(bin), at('2026-11-30T10:00:00Z', asked('2026-11-30', 1))];

  it('answered with "yes" is done, also where we had not recorded it', () => {
    const yes: EventData = { type: 'confirmed-done', number: 1, on: day('2026-12-01'), note: 'She rang.' };
    given(...questioned)
      .when({ type: 'record-answer-to-done', number: 1, done: true, note: ' She rang. ' }, '2026-12-01T10:00:00Z')
      .yields(yes);
    const { channel, id: contactId, receivedAt } = aContact('2026-12-01T09:00:00Z');
    given(...questioned, at('2026-12-01T09:00:00Z', { type: 'correspondence-added', channel, contactId, receivedAt, flags: [] }))
      .when({ type: 'record-answer-to-done', number: 1, done: true, note: 'She wrote.', hasRead: true }, '2026-12-01T10:00:00Z')
      .yields({ ...yes, note: 'She wrote.' }, { type: 'correspondence-read' });
    expect(caseOf(...questioned, at('2026-12-01T10:00:00Z', yes)).remedies).toMatchObject([
      { state: { is: 'done', on: '2026-12-01' }, confirmedOn: '2026-12-01' },
    ]);
  });

  it('answered with "no" opens it again by a new day, after which it is asked again', () => {
    const no: EventData = {
      type: 'remedy-reopened',
      number: 1,
      on: day('2026-12-01'),
      previousDue: day('2026-11-27'),
      due: day('2026-12-08'),
      firstDue: day('2026-11-27'),
      note: 'She rang.',
    };
    const record: Command = { type: 'record-answer-to-done', number: 1, done: false, note: 'She rang.', due: day('2026-12-08') };
    given(...questioned)
      .when({ ...record, due: undefined }, '2026-12-01T10:00:00Z')
      .refused(/^Say by when it will now be done/);
    given(...questioned)
      .when(record, '2026-12-01T10:00:00Z')
      .yields(no);
    const again = caseOf(...questioned, at('2026-12-01T10:00:00Z', no));
    expect(again.remedies).toMatchObject([{ due: '2026-12-08', state: { is: 'promised' }, asked: undefined }]);
    expect(clockActs(again, rules)).toMatchObject([{ name: 'ask-whether-done-2026-12-08', at: moment('2026-12-09T10:00:00Z') }]);
  });
});

describe('closing', () => {
  it('waits for what we promised this person, then for the question, then ten working days for their answer', () => {
    given(...answeredWith(bin))
      .when(close, '2026-11-20T10:00:00Z')
      .refused(/^We promised something by Friday 27 November 2026 that is not done/);
    const finished = [...answeredWith(bin), at('2026-11-20T10:00:00Z', done(1, '2026-11-20'))];
    given(...finished)
      .when(close, '2026-11-20T11:00:00Z')
      .refused(/^They are asked whether it was done/);
    const questioned = [...finished, at('2026-11-30T10:00:00Z', asked('2026-11-30', 1))];
    given(...questioned)
      .when(close, '2026-12-14T11:00:00Z')
      .refused('We asked whether it was done. Record their answer, or wait until Monday 14 December 2026.');
    expect(asks(questioned, close, '2026-12-15T10:00:00Z')).toEqual(['closed']);
    const confirmed = at('2026-12-01T10:00:00Z', { type: 'confirmed-done', number: 1, on: day('2026-12-01'), note: 'She rang.' });
    expect(asks([...questioned, confirmed], close, '2026-12-01T11:00:00Z')).toEqual(['closed']);
  });

  it('does not wait for what the service learns, which goes on after it', () => {
    const events = answeredWith(training);
    expect(asks(events, close, '2026-11-20T10:00:00Z')).toEqual(['closed']);
    const closed = [...events, at('2026-11-20T10:00:00Z', { type: 'closed', on: day('2026-11-20'), reason: 'Done.' })];
    expect(deadlinesOf(caseOf(...closed), rules)).toContainEqual(
      expect.objectContaining({ kind: 'remedy', about: 1, due: '2027-02-01', alerts: expect.arrayContaining([expect.anything()]) }),
    );
    expect(
      asks(closed, { type: 'record-remedy-done', number: 1, on: day('2027-01-20'), evidence: 'The list.' }, '2027-01-20T10:00:00Z'),
    ).toEqual(['remedy-done']);
  });

  it('by a withdrawal leaves every promise standing (duty D26)', () => {
    const withdrawn = at('2026-11-20T10:00:00Z', { type: 'withdrawn', on: day('2026-11-20'), howWeKnow: 'She rang.' });
    const state = caseOf(...answeredWith(bin), withdrawn);
    expect(deadlinesOf(state, rules)).toContainEqual(
      expect.objectContaining({ kind: 'remedy', due: '2026-11-27', missed: false, alerts: expect.arrayContaining([expect.anything()]) }),
    );
    expect(clockActs(state, rules)).toHaveLength(1);
  });
});
