import { describe, expect, it } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { type WrittenDate, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CaseState } from '../../../functions/domain/cases/case.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { evolve } from '../../../functions/domain/cases/evolve.ts';
import type { RemedyOffer } from '../../../functions/domain/cases/remedies/remedy.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { letterCausedBy } from '../../../functions/domain/notices/letter-caused-by.ts';
import { alertLetter } from '../../../functions/domain/notices/letters/to-officers.ts';
import type { Block, Letter } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { accepted, at, ben, carol, moment, received, rules } from '../../support/case-story.ts';

// What the person reads of what we put right (policy section 7; both Codes 7; duties D6, D31).

const day = (text: WrittenDate) => writtenDate(text);
const bin: RemedyOffer = {
  type: 'action-after-delay',
  what: 'Empty the bin behind the house',
  impact: 'The rubbish stood for three weeks.',
  owner: ben,
  due: day('2026-11-27'),
};
const money: RemedyOffer = { ...bin, type: 'financial', what: 'Pay for the trips to the tip.', amountPence: 25_000, owner: carol };
const points = [
  { words: 'The bin was missed.', ombudsman: 'LGSCO' },
  { words: 'The lift is broken.', ombudsman: 'HOS' },
] as const;

const before: readonly (readonly CaseEvent[])[] = [
  received('2026-11-02T09:00:00Z'),
  at('2026-11-03T09:00:00Z', accepted, { type: 'allocated', allocation: { service: 'waste', officer: ben, on: day('2026-11-03') } }),
  at('2026-11-04T09:00:00Z', {
    type: 'acknowledged',
    acknowledgement: {
      on: day('2026-11-04'),
      due: day('2026-11-09'),
      definition: 'Two things.',
      points,
      outcomesSought: 'A bin.',
      noticeId: '0004-acknowledgement',
    },
  }),
];
const responded = (outcome: 'upheld' | 'not-upheld', ...offers: readonly RemedyOffer[]): EventData => ({
  type: 'responded',
  response: { on: day('2026-11-18'), due: day('2026-11-18'), outcome },
  definition: 'Two things.',
  decision: 'This is our decision.',
  answers: points.map((point) => ({ ...point, outcome, reasons: 'The log.' })),
  remedies: offers.map((offer, index) => ({ ...offer, number: index + 1 })),
  affectedOthers: 'The neighbours at number 9, whom we have written to.',
});

/** The letter that the last of these events causes, with its kind. */
function letterOf(time: string, ...facts: readonly EventData[]): { kind: string; subject: string; words: string } {
  const events = [...before, ...facts.map((fact, index) => at(index === facts.length - 1 ? time : '2026-11-18T09:00:00Z', fact))].flat();
  const state = events.reduce<CaseState | undefined>(evolve, undefined);
  const last = events.at(-1);
  if (!state || !last) throw new Error('no case');
  const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules) };
  const [notice] = noticesFor(last, events.length, state, context);
  if (!notice) throw new Error('no letter');
  return { kind: notice.kind, subject: notice.letter.subject, words: wordsOf(notice.letter) };
}

function wordsOf({ blocks }: Letter): string {
  return blocks.map(lineOf).join('\n');
}

function lineOf(block: Block): string {
  if ('heading' in block) return `# ${block.heading}`;
  if ('paragraph' in block) return block.paragraph;
  if ('list' in block) return block.list.join('\n');
  return block.terms.map(({ term, detail }) => `${term}: ${detail}`).join('\n');
}

/** The part of a letter under one of its headings. */
function under(heading: string, words: string): string {
  return words.split('\n# ').find((part) => part.startsWith(heading)) ?? '';
}

describe('the response', () => {
  it('lists what we will do, by when and who sees to it', () => {
    const right = under('How we are putting things right', letterOf('2026-11-18T09:00:00Z', responded('upheld', bin, money)).words);
    expect(right).toContain('We apologise for what went wrong.');
    expect(right).toContain('By Friday 27 November 2026: Empty the bin behind the house. Ben Example will see to it.');
    expect(right).toContain('Pay for the trips to the tip. The amount is £250. Carol Example will see to it.');
    expect(right).toContain('After each of these days we will ask you whether we did what we promised.');
  });

  it('says that money is paid, not set off, and asks for no bank details by email', () => {
    const right = under('How we are putting things right', letterOf('2026-11-18T09:00:00Z', responded('upheld', money)).words);
    expect(right).toContain('We will not take it off money that you owe us, unless you agree.');
    expect(right).toContain('Please do not put bank details into an email.');
    const agreed = letterOf('2026-11-18T09:00:00Z', responded('upheld', { ...money, takenOffDebt: 'She agreed on the telephone.' })).words;
    expect(agreed).toContain('You agreed that we take the £250 off what you owe us.');
    expect(agreed).not.toContain('She agreed on the telephone.');
  });

  it('asks nobody how to pay what is a credit, and says a sum once', () => {
    const credit = { ...money, what: 'give you £250 back', asCredit: 'as a credit on your rent account.' };
    const right = under('How we are putting things right', letterOf('2026-11-18T09:00:00Z', responded('upheld', credit)).words);
    expect(right).toContain('Give you £250 back. Carol Example will see to it.');
    expect(right).toContain('You will get the £250 as a credit on your rent account. We do not need your bank details for it.');
    expect(right).not.toMatch(/how to pay you|The amount is/);
  });

  it('never says that nothing is to be put right, or outstanding, where something is promised', () => {
    const { words } = letterOf('2026-11-18T09:00:00Z', responded('not-upheld', bin));
    expect(words).not.toContain('We have not found anything that we need to put right.');
    expect(under('What is still to be done', words)).toContain('We still have to do what we promise above, each by its day.');
    expect(letterOf('2026-11-18T09:00:00Z', responded('not-upheld')).words).toContain('Nothing is outstanding.');
  });

  it('says what was promised before and is still to be done, and nothing of what is done', () => {
    const promise: EventData = { type: 'remedy-promised', on: day('2026-11-18'), remedy: { ...bin, number: 1 } };
    const { words } = letterOf('2026-11-18T10:00:00Z', promise, responded('not-upheld'));
    expect(words).not.toContain('Nothing is outstanding.');
    expect(words).not.toContain('We have not found anything that we need to put right.');
    expect(under('What is still to be done', words)).toContain(
      'We have promised this before, and still have to do it:\nBy Friday 27 November 2026: Empty the bin behind the house. Ben Example will see to it.',
    );
    const done: EventData = { type: 'remedy-done', number: 1, on: day('2026-11-18'), evidence: 'Job 4711.' };
    expect(letterOf('2026-11-18T10:00:00Z', promise, done, responded('not-upheld')).words).toContain('Nothing is outstanding.');
  });

  it('D15: names two Ombudsmen, and says once that our stage two answer is our final one', () => {
    const { words } = letterOf('2026-11-18T09:00:00Z', responded('upheld', bin));
    expect(words.match(/Our stage two answer is our final one/g)).toHaveLength(1);
    for (const ombudsman of ['LGSCO', 'HOS'] as const) expect(words).toContain(`The ${luton.ombudsmen[ombudsman].name}:\nwebsite: `);
  });

  it('keeps to itself what we do for others', () => {
    expect(letterOf('2026-11-18T09:00:00Z', responded('upheld', bin)).words).not.toContain('number 9');
  });
});

describe('a remedy by itself', () => {
  it('is promised in a letter that takes no right away', () => {
    const letter = letterOf('2026-11-20T09:00:00Z', { type: 'remedy-promised', on: day('2026-11-20'), remedy: { ...bin, number: 1 } });
    expect(letter).toMatchObject({ kind: 'remedy-promised' });
    expect(letter.words).toContain('By Friday 27 November 2026: Empty the bin behind the house. Ben Example will see to it.');
    expect(letter.words).toContain('You do not lose any right by this.');
  });
});

describe('a promise that is not kept', () => {
  const promised = responded('upheld', bin);

  it('late: they hear the new day, why, and of each Ombudsman', () => {
    const letter = letterOf('2026-11-25T09:00:00Z', promised, {
      type: 'remedy-date-changed',
      number: 1,
      previousDue: day('2026-11-27'),
      due: day('2026-12-04'),
      reason: 'The lorry is broken.',
    });
    expect(letter).toMatchObject({ kind: 'remedy-late', subject: 'LBC-2026-004217: a new date for what we promised' });
    expect(letter.words).toContain(
      'We promised to do something by Friday 27 November 2026. We are sorry: it will take until Friday 4 December 2026.',
    );
    expect(letter.words).toContain('The lorry is broken.');
    for (const ombudsman of ['LGSCO', 'HOS'] as const) expect(letter.words).toContain(luton.ombudsmen[ombudsman].name);
  });

  it('that cannot be kept: why, what instead, and each Ombudsman (LGSCO Code 7.4)', () => {
    const letter = letterOf('2026-11-25T09:00:00Z', promised, {
      type: 'remedy-undeliverable',
      number: 1,
      on: day('2026-11-25'),
      why: 'No lorry fits the lane.',
      alternative: 'We will carry it to the road.',
    });
    expect(letter).toMatchObject({ kind: 'remedy-undeliverable' });
    expect(under('What we promised', letter.words)).toContain('Empty the bin behind the house.');
    expect(under('Why we cannot do it', letter.words)).toContain('No lorry fits the lane.');
    expect(under('What we offer instead', letter.words)).toContain('We will carry it to the road.');
    for (const ombudsman of ['LGSCO', 'HOS'] as const)
      expect(under('If you do not agree', letter.words)).toContain(luton.ombudsmen[ombudsman].name);
  });

  it('D31: names the sum that we promised and cannot pay', () => {
    const { words } = letterOf('2026-11-25T09:00:00Z', responded('upheld', money), {
      type: 'remedy-undeliverable',
      number: 1,
      on: day('2026-11-25'),
      why: 'The tip has paid you already.',
      alternative: bin.what,
      instead: { ...bin, number: 2 },
    });
    expect(under('What we promised', words)).toContain('Pay for the trips to the tip. The amount is £250.');
    expect(under('What we offer instead', words)).toContain('Empty the bin behind the house.');
  });

  it('D31: says of what we do instead by when, by whom, and that we will ask', () => {
    const { words } = letterOf('2026-11-25T09:00:00Z', promised, {
      type: 'remedy-undeliverable',
      number: 1,
      on: day('2026-11-25'),
      why: 'No lorry fits the lane.',
      alternative: 'Carry it to the road.',
      instead: { ...bin, what: 'Carry it to the road.', number: 2, due: day('2026-12-04') },
    });
    expect(under('What we offer instead', words)).toContain('By Friday 4 December 2026: Carry it to the road. Ben Example will see to it.');
    expect(words).toContain('After each of these days we will ask you whether we did what we promised.');
  });

  it('D32: and nothing of what we do for others, promised, still owed or put off', () => {
    const others: RemedyOffer = { type: 'for-others', what: 'Empty the bin of number 9.', owner: carol, due: day('2026-11-27') };
    expect(letterOf('2026-11-18T09:00:00Z', responded('upheld', bin, others)).words).not.toContain('number 9');
    expect(letterOf('2026-11-18T09:00:00Z', responded('upheld', others)).words).toContain('Nothing is outstanding.');
    for (const event of [
      { type: 'remedy-promised', on: day('2026-11-20'), remedy: { ...others, number: 1 } },
      { type: 'remedy-date-changed', number: 1, previousDue: day('2026-11-27'), due: day('2026-12-04'), reason: 'x', forOthers: true },
    ] as const)
      expect(letterCausedBy({ ...event, v: 1, at: moment('2026-11-20T09:00:00Z'), by: ben, commandId: 'x' })).toBeUndefined();
  });

  it('that they say is not kept: thanks, sorry, and the new day', () => {
    const { words } = letterOf('2026-12-01T09:00:00Z', promised, {
      type: 'remedy-reopened',
      number: 1,
      on: day('2026-12-01'),
      previousDue: day('2026-11-27'),
      due: day('2026-12-08'),
      note: 'She rang.',
    });
    expect(words).toContain('You told us that we have not done what we promised by Friday 27 November 2026.');
    expect(words).toContain('We will do it by Tuesday 8 December 2026.');
    expect(words).not.toContain('She rang.');
  });
});

describe('mail to officers about a promise', () => {
  const lines = (offer: RemedyOffer) => {
    const state = [...before.flat(), ...at('2026-11-18T09:00:00Z', responded('upheld', offer))].reduce<CaseState | undefined>(
      evolve,
      undefined,
    );
    const [deadline] = state ? deadlinesOf(state, rules).filter(({ kind }) => kind === 'remedy') : [];
    const [alert] = deadline?.alerts ?? [];
    if (!state || !deadline || !alert) throw new Error('no alert');
    return alertLetter(state, deadline, alert, { council: luton, publicUrl: 'https://complaints.example', deadlines: [] });
  };

  it('says that one is due, and nothing of what was promised (decision 32)', () => {
    const paid = lines(money);
    expect(paid.subject).toBe('LBC-2026-004217 due soon: something that we promised');
    expect(wordsOf(paid)).toContain('On Wed 18 Nov 2026 we promised that it would be done by Fri 27 Nov 2026');
    expect(wordsOf(paid)).not.toMatch(/£|250|payment|trips to the tip/);
  });
});

describe('"Did we do it?"', () => {
  const asked: EventData = { type: 'asked-whether-done', numbers: [1], on: day('2026-11-30') };

  it('says what was promised, by our own words and its day, and nothing of the complaint: it goes out by itself (duty D6)', () => {
    const letter = letterOf('2026-11-30T10:00:00Z', responded('upheld', bin), asked);
    expect(letter).toMatchObject({ kind: 'did-we-do-it', subject: 'LBC-2026-004217: did we do what we promised?' });
    expect(letter.words).toContain('Promised on Wednesday 18 November 2026, by Friday 27 November 2026: Empty the bin behind the house.');
    expect(letter.words).toContain('“Yes” or “no” is enough.');
    expect(letter.words).not.toMatch(/rubbish|three weeks|waste|Two things/i);
  });

  it('says sorry where we have not recorded it as done, and does not where we have', () => {
    const done: EventData = { type: 'remedy-done', number: 1, on: day('2026-11-26'), evidence: 'Job 4711.' };
    expect(letterOf('2026-11-30T10:00:00Z', responded('upheld', bin), asked).words).toContain('If we are late, we are sorry.');
    expect(letterOf('2026-11-30T10:00:00Z', responded('upheld', bin), done, asked).words).not.toContain('If we are late');
  });

  it('has a line for each promise, with its sum, to be answered one by one', () => {
    const both: EventData = { ...asked, numbers: [1, 2] };
    const { words } = letterOf('2026-11-30T10:00:00Z', responded('upheld', bin, money), both);
    expect(words.match(/^Promised on .*$/gm)).toEqual([
      'Promised on Wednesday 18 November 2026, by Friday 27 November 2026: Empty the bin behind the house.',
      'Promised on Wednesday 18 November 2026, by Friday 27 November 2026: Pay for the trips to the tip. The amount is £250.',
    ]);
    expect(words).toContain('If we have your email address, you can also answer each of them at https://complaints.example/status.');
  });

  it('of a promise that was moved says which day came first, and when it was moved', () => {
    const moved: EventData = {
      type: 'remedy-date-changed',
      number: 1,
      previousDue: day('2026-11-27'),
      due: day('2026-12-04'),
      firstDue: day('2026-11-27'),
      reason: 'The lorry.',
    };
    expect(letterOf('2026-12-07T10:00:00Z', responded('upheld', bin), moved, asked).words).toContain(
      'Promised on Wednesday 18 November 2026, first by Friday 27 November 2026, then moved on Wednesday 18 November 2026 to Friday 4 December 2026: Empty the bin behind the house.',
    );
  });
});
