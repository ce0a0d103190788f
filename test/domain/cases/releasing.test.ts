import { describe, expect, it } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { changeOf } from '../../../functions/app/change-of.ts';
import { type WrittenDate, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Command, ProposedCommand } from '../../../functions/domain/cases/command.ts';
import type { EventData } from '../../../functions/domain/cases/event.ts';
import { possibleCommands } from '../../../functions/domain/cases/possible.ts';
import type { StaffMember } from '../../../functions/domain/staff/staff-member.ts';
import { accepted, asha, at, ben, carol, caseOf, given, moment, received, rules, spoke, trained } from '../../support/case-story.ts';

// A response may leave on its day although it lacks something that is not absolute: the Head releases it, and never their own (duties D28 and D33).

const allocated = (officer: typeof ben, on: WrittenDate): EventData => ({
  type: 'allocated',
  allocation: { service: 'waste', officer, on: writtenDate(on) },
});
const acknowledged = (on: WrittenDate, noticeId: string): EventData => ({
  type: 'acknowledged',
  acknowledgement: { on: writtenDate(on), due: writtenDate(on), definition: 'The bin was missed.', outcomesSought: 'A bin.', noticeId },
});
/** Acknowledged on 4 November: the response is due on 18 November. */
const looking = [
  received('2026-11-02T09:00:00Z'),
  at('2026-11-03T09:00:00Z', accepted, allocated(ben, '2026-11-03')),
  at('2026-11-04T09:00:00Z', acknowledged('2026-11-04', '0004-acknowledgement')),
];
const [before, due, after] = ['2026-11-17T15:00:00Z', '2026-11-18T15:00:00Z', '2026-11-20T09:00:00Z'];
const answer = { type: 'respond', decision: 'We got it wrong.', answers: [{ outcome: 'upheld', reasons: 'The log.' }] } as const;
const asks = { ...answer, forRelease: true } as const satisfies ProposedCommand;
const lacksBoth =
  'Nobody has spoken with the person, or tried twice. It does not say who else is affected. Only the Head releases it like that, on the day it is due or later.';
const waiting = [...looking, at('2026-11-18T09:00:00Z', { type: 'proposed', command: asks, because: lacksBoth })];
const release: Command = { type: 'release', number: 5, proposed: asks, reason: 'She is abroad, and the answer is due.' };
const staff = trained.map((officer) =>
  officer.subject === carol.subject ? { ...officer, roles: ['head-of-complaints' as const] } : officer,
);
const decided = (command: Command, time: string, by = carol, events = waiting, directory: readonly StaffMember[] = staff) =>
  changeOf(
    { rules, council: luton, publicUrl: 'https://complaints.example', now: () => moment(time) } as never,
    { state: caseOf(...events), version: 5 },
    command,
    {
      commandId: 'asked',
      by,
      at: moment(time),
      staff: directory,
    },
  );

describe('a response that lacks contact with the person, or who else is affected', () => {
  it('waits for the Head on the day it is due, whoever wrote it and at either stage; before that day it must have everything', () => {
    given(...looking)
      .when(answer, due, ben)
      .refused(/^Speak with the person first/);
    given(...looking, at('2026-11-05T09:00:00Z', spoke('2026-11-05')))
      .when(answer, due, ben)
      .refused(/others who are affected/);
    given(...looking)
      .when(asks, before, ben)
      .refused(/^Speak with the person first/);
    given(...looking, at('2026-11-05T09:00:00Z', spoke('2026-11-05')))
      .when(asks, before, ben)
      .refused('The Head can release a response on the day it is due, or later. Until then it needs everything.');
    given(...looking)
      .when(asks, due, ben)
      .yields({ type: 'proposed', command: asks, because: lacksBoth });
  });

  it('D33: is released by the Head alone, with a reason, on the day it is due or later', () => {
    const change = decided(release, due);
    if ('refused' in change) throw new Error(change.refused);
    expect(change.events.map(({ type }) => type)).toEqual(['released', 'responded']);
    expect(change.events[0]).toMatchObject({ by: carol, number: 5, without: ['contact', 'others'], reason: release.reason });
    expect(change.notices.map(({ kind }) => kind)).toEqual(['response']);
    expect(change.state).toMatchObject({ stage: 'answered' });
    const late = decided(release, after);
    expect(late).toMatchObject({ events: [{ type: 'released' }, { type: 'responded' }, { type: 'deadline-missed' }] });
    expect(decided({ ...release, reason: ' ' }, due)).toEqual({ refused: 'Give the reason for releasing it: it is recorded and counted.' });
    expect(decided(release, due, asha)).toEqual({
      refused: 'Only the Head of Customer Service and Complaints releases it, or their deputy while they cannot.',
    });
  });

  it('D33: is counted once, in the month in which it was released', () => {
    expect(decided(release, due)).toMatchObject({ releases: [{ releasedIn: '2026-11', number: 6, without: ['contact', 'others'] }] });
    expect(decided({ type: 'return-proposal', comments: 'Ring her.' }, due)).toMatchObject({ releases: [] });
  });

  it('D28: is released by no one who wrote it, and approved by nobody', () => {
    const byHead = [...looking, at('2026-11-18T09:00:00Z', { type: 'proposed', command: asks, because: lacksBoth })].map((events) =>
      events.map((event) => (event.type === 'proposed' ? { ...event, by: carol } : event)),
    );
    expect(decided(release, due, carol, byHead)).toEqual({
      refused: 'You wrote it yourself. Complete it and propose it anew: then a second person can approve it.',
    });
    for (const officer of [carol, ben])
      expect(decided({ type: 'approve', number: 5, proposed: asks }, due, officer)).toMatchObject({
        refused: expect.stringMatching(/Only the Head releases it like that/),
      });
  });

  it('D29: is released by no Head who looked into stage one: a deputy does', () => {
    const atStageTwo = [
      ...looking.slice(0, 1),
      at('2026-11-03T09:00:00Z', accepted, allocated(carol, '2026-11-03')),
      at('2026-11-04T09:00:00Z', acknowledged('2026-11-04', '0004-acknowledgement')),
      at('2026-11-18T09:00:00Z', {
        type: 'responded',
        response: { on: writtenDate('2026-11-18'), due: writtenDate('2026-11-18'), outcome: 'not-upheld' },
        definition: 'The bin was missed.',
        decision: 'We do not agree.',
        answers: [],
      }),
      at('2026-12-01T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') }, allocated(ben, '2026-12-01')),
      at('2026-12-02T09:00:00Z', acknowledged('2026-12-02', '0008-acknowledgement')),
      at('2027-01-05T09:00:00Z', { type: 'proposed', command: asks, because: lacksBoth }),
    ];
    const final = { ...release, number: 9 };
    expect(decided(final, '2027-01-05T10:00:00Z', carol, atStageTwo)).toMatchObject({
      refused: expect.stringMatching(/^Carol Example looked into this complaint at stage one/),
    });
    const deputies = staff.map((member) => (member.subject === carol.subject ? { ...member, deputies: [ben.subject] } : member));
    expect(decided(final, '2027-01-05T10:00:00Z', ben, atStageTwo, deputies)).toMatchObject({
      events: [{ type: 'released', number: 9, without: ['contact', 'others'] }, { type: 'responded' }, { type: 'deadline-missed' }],
    });
  });

  it('is approved, and not released, where nothing is missing any more', () => {
    const command = { ...asks, affectedOthers: 'Nobody.' };
    const written = [
      ...looking,
      at('2026-11-18T09:00:00Z', { type: 'proposed', command, because: 'It lacks contact.' }),
      at('2026-11-18T10:00:00Z', spoke('2026-11-18')),
    ];
    const change = decided({ ...release, proposed: command }, due, carol, written);
    expect(change).toMatchObject({ events: [{ type: 'approved', number: 5 }, { type: 'responded' }], releases: [] });
  });

  it('never goes without what is absolute, nor before a message was read', () => {
    const noReasons = { ...asks, answers: [{ outcome: 'upheld', reasons: ' ' }] } as const;
    expect(decided({ ...release, proposed: noReasons }, due)).toEqual({
      refused: 'Give the reasons for the decision on every point (policy section 6).',
    });
    const message: EventData = { type: 'correspondence-added', channel: 'email', contactId: 'later', receivedAt: moment(due), flags: [] };
    expect(decided(release, after, carol, [...waiting, at(due, message)])).toMatchObject({
      refused: expect.stringMatching(/^There is a message that nobody has read/),
    });
  });

  it('is offered to be written from the day it is due, and to be released', () => {
    const possible = (time: WrittenDate, events = looking) =>
      possibleCommands(caseOf(...events), { rules, today: writtenDate(time) }).flatMap((one) => (one.possible ? [one.type] : []));
    expect(possible('2026-11-17')).not.toContain('respond');
    expect(possible('2026-11-18')).toContain('respond');
    expect(possible('2026-11-18', waiting)).toEqual(expect.arrayContaining(['release', 'return-proposal']));
    expect(possible('2026-11-18', waiting)).not.toContain('approve');
  });
});
