import { expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { type WrittenDate, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { alertNotices } from '../../../functions/domain/notices/alert-notices.ts';
import type { Block, PlannedNotice } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import type { StaffMember } from '../../../functions/domain/staff/staff-member.ts';
import { accepted, asha, at, ben, carol, caseOf, received, rules, trained } from '../../support/case-story.ts';

const noon = '2026-12-15T12:00:00Z';
const open = [received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', accepted)];
const toBen: EventData = {
  type: 'allocated',
  allocation: {
    service: 'waste',
    officer: ben,
    on: writtenDate('2026-12-15'),
    external: { name: 'Erin Outside', organisation: 'Outside Ltd', reasons: 'Everybody who knows the rounds is named in your complaint.' },
  },
};
const acknowledged: EventData = {
  type: 'acknowledged',
  acknowledgement: {
    on: writtenDate('2026-12-15'),
    due: writtenDate('2026-12-21'),
    definition: 'The bin was missed.',
    outcomesSought: '',
    noticeId: '0004-acknowledgement',
  },
};
const asked: EventData = {
  type: 'contribution-asked',
  contribution: {
    number: 1,
    service: 'parking',
    question: 'Was Rosa’s lane blocked?',
    due: writtenDate('2026-12-22'),
    askedOn: writtenDate('2026-12-15'),
  },
};

function lastOf(...events: readonly (readonly CaseEvent[])[]): readonly PlannedNotice[] {
  const state = caseOf(...events);
  const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules) };
  return noticesFor(events.flat().at(-1)!, state.eventCount, state, context);
}

const words = ({ letter: { subject, blocks } }: PlannedNotice) =>
  [subject, ...blocks.map((block: Block) => JSON.stringify(block))].join('\n');

test('the acknowledgement names an external investigator, our reasons, and who answers for them at the council', () => {
  const [letter] = lastOf(...open, at(noon, toBen), at(noon, acknowledged));
  const said = words(letter!);
  expect(said).toContain('Erin Outside, Outside Ltd. They do not work for the council. They will contact you');
  expect(said).toContain('Everybody who knows the rounds is named in your complaint.');
  expect(said).toContain('Your contact at the council is Ben Example, Waste and recycling, Luton Council.');
});

test('a service that is asked for its part hears of it in its mailbox, and nothing of what was asked or who complains', () => {
  const notices = lastOf(...open, at(noon, toBen), at(noon, asked));
  expect(notices.map(({ kind, to }) => [kind, to])).toEqual([
    ['contribution-asked', { by: 'email', email: luton.services['parking']?.mailbox }],
  ]);
  const said = words(notices[0]!);
  for (const part of ['LBC-2026-004217', 'Parking', 'Waste and recycling', 'Tuesday 22 December 2026', '/desk/cases/LBC-2026-004217'])
    expect(said).toContain(part);
  expect(said).not.toMatch(/Rosa|lane|bin/);
  expect(notices[0]?.asksFor).toEqual({ contribution: 1 });
});

test.each<[string, Partial<StaffMember>, WrittenDate, readonly string[]]>([
  ['alone while they are there', {}, '2026-12-17', [ben.email]],
  ['or in their place to whoever stands in for them while they are away', { deputies: [carol.subject] }, '2026-12-17', [carol.email]],
  ['or in their place to the first deputy who may take part', { deputies: [asha.subject, carol.subject] }, '2026-12-17', [carol.email]],
  ['or in their place to the team where nobody stands in', { deputies: [] }, '2026-12-17', [luton.complaints.teamMailbox]],
  ['alone from the day after their absence', { deputies: [carol.subject] }, '2026-12-21', [ben.email]],
])('an alert goes to the officer %s', (_, recorded, today, mailboxes) => {
  const away = Object.keys(recorded).length > 0 ? { awayUntil: writtenDate('2026-12-20') } : {};
  const staff = trained.map((member) => (member.subject === ben.subject ? { ...member, ...recorded, ...away } : member));
  const conflict = {
    kind: 'declared',
    subject: asha.subject,
    name: asha.name,
    because: 'A neighbour.',
    on: writtenDate('2026-12-15'),
  } as const;
  const state = caseOf(...open, at(noon, toBen, { type: 'conflict-recorded', conflict }));
  const deadline = deadlinesOf(state, rules).find(({ kind }) => kind === 'acknowledge')!;
  const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: [deadline] };
  const told = alertNotices(state, deadline, deadline.alerts[0]!, context, { staff, today: writtenDate(today) });
  expect(told.map(({ to }) => to.by === 'email' && to.email)).toEqual(mailboxes);
});
