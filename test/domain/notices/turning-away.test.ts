import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { alertNotices } from '../../../functions/domain/notices/alert-notices.ts';
import { contactsToCheckNotices, oldDetailsOn } from '../../../functions/domain/notices/contacts-to-check.ts';
import type { Block, PlannedNotice } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import type { StaffMember } from '../../../functions/domain/staff/staff-member.ts';
import { accepted, asha, at, ben, carol, caseOf, moment, received, rules, suggestsStageOne } from '../../support/case-story.ts';

const opened = received('2026-12-14T09:00:00Z');
const noon = '2026-12-14T12:00:00Z';
const head: StaffMember = { ...carol, roles: ['head-of-complaints'] };
const publicUrl = 'https://complaints.example';

/** What one event causes to be sent, after those before it. */
function sent(fact: EventData, before: readonly (readonly CaseEvent[])[] = [opened]): readonly PlannedNotice[] {
  const events = [...before, at(noon, fact)];
  const state = caseOf(...events);
  const event = events.flat().at(-1);
  return event
    ? noticesFor(event, state.eventCount, state, { council: luton, publicUrl, deadlines: deadlinesOf(state, rules), staff: [] })
    : [];
}

function words(notice: PlannedNotice | undefined): string {
  const said = (block: Block): string =>
    'heading' in block
      ? block.heading
      : 'paragraph' in block
        ? block.paragraph
        : 'list' in block
          ? block.list.join('\n')
          : block.terms.map(({ term, detail }) => `${term}: ${detail}`).join('\n');
  return notice ? [notice.letter.subject, ...notice.letter.blocks.map(said)].join('\n') : '';
}

const letter = (fact: EventData, before?: readonly (readonly CaseEvent[])[]) => words(sent(fact, before)[0]);

const handedOver: EventData = {
  type: 'handed-over',
  to: 'housing-benefit-appeal',
  receivedOn: writtenDate('2026-12-14'),
  reasons: 'You ask for the decision to be changed.',
  told: 'Wren Example writes to you this week.',
  suggested: 'stage-one',
};

describe('a matter handed over to another team', () => {
  test('opens with what matters: who has it, that it need not be sent again, and the date that counts (D12)', () => {
    const text = letter(handedOver);
    expect(text).toContain(
      'Your message is now with another team of the council: the benefits appeals team. You do not need to send it again. We received it on Monday 14 December 2026, and that is the date that counts.',
    );
    for (const part of [
      'an appeal about housing benefit',
      'You ask for the decision',
      'Wren Example writes',
      '0300 061 0614',
      'Asha Example',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('rest of your message');
  });

  test('makes nobody our tenant because triage guessed it: both Ombudsmen are named, and for whom the second is', () => {
    const guessed = received('2026-12-14T09:00:00Z', { ...suggestsStageOne, service: 'housing', ombudsman: 'HOS' });
    const text = letter(handedOver, [guessed]);
    expect(text).toContain(luton.ombudsmen.LGSCO.name);
    expect(text).toContain(`If you rent or lease your home from the council, there is also the ${luton.ombudsmen.HOS.name}:`);
    expect(letter(handedOver)).not.toContain(luton.ombudsmen.HOS.name);
  });

  test('is followed up by whoever handed it over, and not by whoever looks into the rest', () => {
    const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-12-14') } };
    const state = caseOf(
      received('2026-12-14T09:00:00Z'),
      at('2026-12-14T10:00:00Z', accepted, allocated, { ...handedOver, part: 'The appeal.', keeper: asha }),
    );
    expect(deadlinesOf(state, rules).find(({ kind }) => kind === 'hand-over')?.keeper).toEqual(asha);
  });

  test('says which part it is, and that the rest goes on', () => {
    const text = letter({ ...handedOver, part: 'Your appeal about the overpayment.' });
    for (const part of ['Part of your message is now with', 'Your appeal about the overpayment.', 'We are still dealing with the rest'])
      expect(text).toContain(part);
  });

  test('is told to the Head when nobody confirms it in time, and not before', () => {
    const state = caseOf(opened, at(noon, handedOver));
    const [deadline] = deadlinesOf(state, rules);
    if (!deadline) throw new Error('no deadline');
    const context = { council: luton, publicUrl, deadlines: [], staff: [] };
    const toldOf = (kind: 'due' | 'overdue') =>
      alertNotices(state, deadline, { kind, on: writtenDate('2026-12-16'), at: moment('2026-12-16T09:00:00Z') }, context, {
        staff: [head],
        today: writtenDate('2026-12-16'),
      }).map(({ to }) => to);
    expect(toldOf('due')).not.toContainEqual(expect.objectContaining({ email: head.email }));
    expect(toldOf('overdue')).toContainEqual(expect.objectContaining({ email: head.email }));
  });
});

describe('the mail to the team that takes over', () => {
  const toTeam = (part?: string) =>
    words(sent({ ...handedOver, ...(part !== undefined && { part }) }).find(({ kind }) => kind === 'to-receiving-team'));
  const onItsPage = 'Which part it is stands on its page, under “Handed over”:';

  test('D12: says by which day they confirm, the day that we count, and that the Head hears otherwise', () => {
    const state = caseOf(opened, at(noon, handedOver));
    const due = deadlinesOf(state, rules).find(({ kind }) => kind === 'hand-over')?.due;
    expect(due).toBe('2026-12-15');
    const text = toTeam();
    expect(text).toMatch(/^LBC-2026-004217: handed over to you, please confirm by Tuesday 15 December 2026\n/);
    expect(text).toContain(
      `tell the Complaints Team at ${luton.complaints.teamMailbox} by Tuesday 15 December 2026 that you have it, or that it is not for you.`,
    );
    expect(text).toContain('the Head of Customer Service and Complaints hears of it on the next working day.');
    expect(text).not.toContain('today');
    expect(text).not.toContain(onItsPage);
  });

  test('D12: has the day of its own hand-over, where another part went before it', () => {
    const earlier = at('2026-12-14T10:00:00Z', { ...handedOver, part: 'Your council tax.', to: 'council-tax' });
    const later = at('2026-12-18T10:00:00Z', { ...handedOver, part: 'Your appeal.' });
    const state = caseOf(opened, earlier, later);
    const [event] = later.slice(-1);
    const context = { council: luton, publicUrl, deadlines: deadlinesOf(state, rules), staff: [] };
    const notices = event ? noticesFor(event, state.eventCount, state, context) : [];
    const text = words(notices.find(({ kind }) => kind === 'to-receiving-team'));
    expect(text).toContain('Please confirm by: Monday 21 December 2026');
  });

  test('asks for it soon where the day cannot be counted', () => {
    const state = caseOf(opened, at(noon, handedOver));
    const [event] = at(noon, handedOver);
    const context = { council: luton, publicUrl, deadlines: [], staff: [] };
    const notices = event ? noticesFor(event, state.eventCount, state, context) : [];
    const text = words(notices.find(({ kind }) => kind === 'to-receiving-team'));
    expect(text).toContain('as soon as you can that you have it');
    expect(text).not.toMatch(/Please confirm by|by then/);
  });

  test('D12: says that a part of it is theirs, and that its page says which: no words of the case are in it', () => {
    const part = 'Your appeal about the overpayment.';
    const text = toTeam(part);
    expect(text).toContain('Part of this case is for you');
    expect(text).toContain(onItsPage);
    expect(text).not.toContain(part);
  });
});

describe('a matter on which another body decides', () => {
  const signposted: EventData = {
    type: 'signposted',
    to: 'council-tax-tribunal',
    reasons: 'Only the tribunal can change it.',
    howToReach: 'Post: 1 Tribunal Street.',
    suggested: 'stage-one',
  };

  test('D13: has its time limit as a rule in words and no date, unless an officer has seen the decision letter', () => {
    const text = letter(signposted);
    expect(text).toContain('The time limit is: 2 months from our answer');
    expect(text).toContain('Check your letter; do not wait for us.');
    const withLetter = letter({ ...signposted, decisionLetter: { dated: writtenDate('2026-11-02'), lastDay: writtenDate('2027-01-02') } });
    expect(withLetter).toContain('The decision letter of Monday 2 November 2026 gives Saturday 2 January 2027 as the last day.');
    expect(withLetter).not.toContain('has gone by');
  });

  test('D13: has no time limit of which nobody is certain', () => {
    const text = letter({ ...signposted, to: 'housing-licence' });
    expect(text).toContain('There is a time limit.');
    expect(text).not.toMatch(/\d+ (days|months|weeks)/);
  });

  test('says when the last day has gone by, and that they should ask at once', () => {
    expect(letter({ ...signposted, decisionLetter: { dated: writtenDate('2026-09-01'), lastDay: writtenDate('2026-11-01') } })).toContain(
      'That day has gone by: ask them at once what you can still do.',
    );
  });

  test('says how to reach it, and when we checked that', () => {
    const text = letter(signposted);
    for (const part of ['0303 445 8100', 'We checked this on Saturday 21 November 2026.', 'Post: 1 Tribunal Street.', 'Ombudsman'])
      expect(text).toContain(part);
  });
});

describe('a complaint that is not accepted', () => {
  const declined: EventData = {
    type: 'declined',
    ground: 'out-of-time',
    facts: 'The works ended in 2024.',
    discretion: 'You were ill in spring.',
    alternative: 'You can ask the contractor.',
    ombudsmen: ['HOS'],
    outOfTime: { knownOn: writtenDate('2024-05-31'), goesOn: false },
    suggested: 'stage-one',
  };

  test('has the decision first, then the facts, what was weighed, what to do instead, and the right Ombudsman', () => {
    const text = letter(declined, [received('2026-12-14T09:00:00Z', { ...suggestsStageOne, ombudsman: 'HOS' })]);
    expect(text).toMatch(
      /^Your complaint .*\nDear Rosa Example\nWe received your complaint on Monday 14 December 2026. We have decided not to look into it/,
    );
    for (const part of [
      'The 12 months began on Friday 31 May 2024 and ended on Saturday 31 May 2025.',
      'The works ended in 2024.',
      'You were ill in spring.',
      'You can ask the contractor.',
      '0300 111 3000',
      'Asha Example',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('0300 061 0614');
  });

  test('D15: names both Ombudsmen where it may belong to either, and says nothing of what they can do', () => {
    const text = letter({ ...declined, ombudsmen: ['LGSCO', 'HOS'] });
    for (const number of ['0300 061 0614', '0300 111 3000']) expect(text).toContain(number);
    expect(text).not.toMatch(/Ombudsman (can|cannot|may|will)/);
  });
});

test('praise is thanked, and may still be a complaint from the day it came', () => {
  const text = letter({ type: 'feedback-recorded', thanks: 'We told the crew.', suggested: 'feedback' });
  for (const part of [
    'Thank you for your message.',
    'We told the crew.',
    'it is then a complaint from the day we had your message, Monday 14 December 2026',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/Ombudsman|not accept/);
});

test('D16: Repairs hear of a hazard at once, by reference and time alone, and of each of its clocks', () => {
  const started: EventData = {
    type: 'hazard-started',
    kind: 'emergency',
    awareAt: moment('2026-12-14T08:15:00Z'),
    on: writtenDate('2026-12-14'),
  };
  const before = [received('2026-12-14T09:00:00Z', { ...suggestsStageOne, service: 'housing', ombudsman: 'HOS' })];
  const [notice, ...others] = sent(started, before);
  expect(others).toEqual([]);
  expect(notice?.to).toMatchObject({ email: 'housing-complaints@luton.example' });
  expect(words(notice)).toContain('Monday 14 December 2026 at 08:15');
  expect(words(notice)).not.toMatch(/Rosa|bin/);
  const state = caseOf(...before, at(noon, started));
  const clock = deadlinesOf(state, rules).find(({ kind }) => kind === 'hazard-emergency');
  const [first] = clock?.alerts ?? [];
  if (!clock || !first) throw new Error('no clock');
  const context = { council: luton, publicUrl, deadlines: [], staff: [] };
  expect(alertNotices(state, clock, first, context, { staff: [], today: writtenDate('2026-12-14') }).map(({ to }) => to)).toContainEqual(
    expect.objectContaining({ email: 'housing-complaints@luton.example' }),
  );
});

describe('contact details that are printed', () => {
  // Checked on 21 November 2026: 90 days later is Friday 19 February 2027.
  const told = (day: ReturnType<typeof writtenDate>) => oldDetailsOn(day, rules, luton).map(({ name }) => name);

  test('D14: are put before the Head once they are over 90 days old, on the first working day of each week', () => {
    expect(told(writtenDate('2027-02-15'))).toEqual([]);
    expect(told(writtenDate('2027-02-19'))).toEqual([]);
    expect(told(writtenDate('2027-02-22'))).toContain('the Valuation Tribunal for England');
    expect(told(writtenDate('2027-02-22'))).toContain('Housing Ombudsman Service');
    expect(told(writtenDate('2027-02-23'))).toEqual([]);
    // Easter Monday: the first working day is Tuesday.
    expect(told(writtenDate('2027-03-29'))).toEqual([]);
    expect(told(writtenDate('2027-03-30')).length).toBeGreaterThan(0);
  });

  test('are the Head’s to have checked; the team’s while nobody is Head', () => {
    const to = (staff: readonly StaffMember[]) =>
      contactsToCheckNotices(writtenDate('2027-02-22'), rules, staff, { council: luton, publicUrl }).map((notice) => notice.to);
    expect(to([head])).toEqual([{ by: 'email', email: head.email, name: head.name }]);
    expect(to([])).toMatchObject([{ email: luton.complaints.teamMailbox }]);
  });
});
