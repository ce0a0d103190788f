import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luton } from '../../../../council/luton.ts';
import { readGroup } from '../../../../functions/contracts/people-forms.ts';
import { writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../../functions/domain/cases/actor.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { replay } from '../../../../functions/domain/cases/evolve.ts';
import { mayBeForAnother } from '../../../../functions/domain/cases/people/answered.ts';
import type { GroupMember } from '../../../../functions/domain/cases/people/people.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { writersOf } from '../../../../functions/domain/intake/writers.ts';
import { wayOf } from '../../../../functions/domain/notices/group-copies.ts';
import type { NoticeKind, PlannedNotice } from '../../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../../functions/domain/notices/notices-for.ts';
import { aContact, accepted, at, ben, caseOf, given, received, rules, suggestsStageOne } from '../../../support/case-story.ts';
import { walks } from '../case-walk.ts';

// People who complain together: one investigation, and each keeps their own rights (duty D19).

const ken: GroupMember = { name: 'Ken Obi', email: 'ken@resident.example' };
const mary: GroupMember = { name: 'Mary Lane', address: '9 Nunnery Lane, Luton' };
const idris: GroupMember = { name: 'Idris Example' };
const together: EventData = { type: 'group-recorded', members: [ken, mary, idris] };
const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-12-15') } };
const acknowledged: EventData = {
  type: 'acknowledged',
  acknowledgement: {
    on: writtenDate('2026-12-15'),
    due: writtenDate('2026-12-21'),
    definition: 'The bins were missed.',
    outcomesSought: '',
    noticeId: '0005-acknowledgement',
  },
};
const open = [received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', accepted, allocated, together)];
const answered: EventData = {
  type: 'responded',
  response: { on: writtenDate('2026-12-18'), due: writtenDate('2026-12-31'), outcome: 'upheld' },
  definition: 'The bins were missed.',
  decision: 'We are sorry.',
  answers: [],
};

function noticesOf(...events: readonly (readonly CaseEvent[])[]): readonly PlannedNotice[] {
  const state = caseOf(...events);
  const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules) };
  const last = events.flat().at(-1);
  return last ? noticesFor(last, state.eventCount, state, context) : [];
}

/** The kinds that decide something, written out: what each member is owed. */
const owedToEach: readonly NoticeKind[] = [
  'acknowledgement',
  'extension',
  'apology',
  'response',
  'stage-two-declined',
  'handed-over',
  'signposted',
  'not-accepted',
  'withdrawal-confirmed',
  'withdrawal-undone',
];

describe('people who complain together', () => {
  it('each get the acknowledgement themselves, in a way they called safe, and with the same words', () => {
    const [lead, ...copies] = noticesOf(...open, at('2026-12-15T10:00:00Z', acknowledged));
    expect(lead).toMatchObject({ id: '0005-acknowledgement', to: { email: 'rosa@resident.example' } });
    expect(copies.map(({ id, to }) => [id, to])).toEqual([
      ['0005-acknowledgement-member-1', { by: 'email', email: 'ken@resident.example', name: 'Ken Obi' }],
      ['0005-acknowledgement-member-2', { by: 'post', address: '9 Nunnery Lane, Luton', name: 'Mary Lane' }],
    ]);
    const [greeting, who, ...rest] = copies[0]?.letter.blocks ?? [];
    expect([greeting, who]).toEqual([
      { paragraph: 'Dear Ken Obi' },
      { paragraph: expect.stringContaining('You complained together with other people.') },
    ]);
    expect(rest).toEqual(lead?.letter.blocks.slice(1));
    expect(copies[0]?.letter.sections).toEqual(lead?.letter.sections);
    expect(JSON.stringify(copies)).not.toContain('Rosa');
  });

  it('D19: each get every letter that decides something, to themselves and once, and nobody without a safe way does', async () => {
    await fc.assert(
      fc.property(walks(undefined, undefined, ['record-group']), ({ steps }) => {
        for (const { decision, after } of steps) {
          if (!('events' in decision) || !after?.people?.group || mayBeForAnother(after)) continue;
          const first = after.eventCount - decision.events.length + 1;
          const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(after, rules) };
          for (const [place, event] of decision.events.entries()) {
            const notices = noticesFor(event, first + place, after, context).filter(({ kind }) => owedToEach.includes(kind));
            const copies = notices.filter(({ id }) => id.includes('-member-'));
            if (notices.length > 0) expect(copies.map(({ to }) => to)).toEqual(after.people.group.flatMap((one) => wayOf(one) ?? []));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('may write into the case, each from the address that they gave', () => {
    expect(writersOf(caseOf(...open))).toEqual(['rosa@resident.example', 'ken@resident.example']);
  });

  it('D19: may each ask for stage two, for all of them', () => {
    const after = [...open, at('2026-12-15T10:00:00Z', acknowledged), at('2026-12-18T10:00:00Z', answered)];
    const contact = aContact('2026-12-19T09:00:00Z', { from: { name: 'Ken Obi', email: 'ken@resident.example' } });
    const asks = { type: 'add-correspondence' as const, contact, flags: [], followUps: [{ kind: 'dissatisfaction' as const, why: [] }] };
    const added: EventData = {
      type: 'correspondence-added',
      channel: 'email',
      contactId: contact.id,
      receivedAt: contact.receivedAt,
      flags: [],
      followUps: asks.followUps,
    };
    given(...after)
      .when(asks, '2026-12-19T09:00:00Z', { kind: 'system' })
      .yields(added);
    const asked = [...after, at('2026-12-19T09:00:00Z', added)];
    expect(deadlinesOf(caseOf(...asked), rules).map(({ kind }) => kind)).toContain('acknowledge-stage-two');
    given(...asked)
      .when({ type: 'accept-at-stage-two', askedOn: writtenDate('2026-12-19') }, '2026-12-21T09:00:00Z')
      .yields({ type: 'accepted-at-stage-two', askedOn: writtenDate('2026-12-19') });
  });

  it('of whom one address fails are reached another way, and what the letter did for the case stands', () => {
    const undelivered: EventData = {
      type: 'notice-undelivered',
      noticeId: '0005-acknowledgement-member-1',
      why: 'No such mailbox.',
      failedEmail: 'ken@resident.example',
    };
    const state = caseOf(...open, at('2026-12-15T10:00:00Z', acknowledged), at('2026-12-15T11:00:00Z', undelivered));
    expect(state).toMatchObject({ stage: 'acknowledged', undelivered: { noticeId: '0005-acknowledgement-member-1' } });
    expect(state.failedEmail).toBeUndefined();
    const later = noticesOf(
      ...open,
      at('2026-12-15T10:00:00Z', acknowledged),
      at('2026-12-15T11:00:00Z', undelivered),
      at('2026-12-18T10:00:00Z', answered),
    );
    expect(later.map(({ to }) => to.name)).toEqual(['Rosa Example', 'Mary Lane']);
  });

  it('wait for a copy on paper to be posted, and its posting moves no date of the case', () => {
    const events = [...open, at('2026-12-15T10:00:00Z', acknowledged), at('2026-12-18T10:00:00Z', answered)];
    const state = caseOf(...events);
    expect(state.toPost).toEqual([
      { noticeId: '0005-acknowledgement-member-2', kind: 'acknowledgement', since: '2026-12-15', member: 'Mary Lane' },
      { noticeId: '0006-response-member-2', kind: 'response', since: '2026-12-18', member: 'Mary Lane' },
    ]);
    const on = writtenDate('2027-01-04');
    given(...events)
      .when({ type: 'record-posted', noticeId: '0006-response-member-2', on }, '2027-01-04T10:00:00Z')
      .yields({ type: 'letter-posted', noticeId: '0006-response-member-2', kind: 'response', on });
    const posted: EventData = { type: 'letter-posted', noticeId: '0006-response-member-2', kind: 'response', on };
    expect(replay(at('2027-01-04T10:00:00Z', posted), state)).toMatchObject({ response: { on: '2026-12-18' } });
  });

  it('get nothing before it is settled whose complaint it is', () => {
    const suggestion = { ...suggestsStageOne, flags: ['representative' as const] };
    const withdrawn: EventData = { type: 'withdrawn', on: writtenDate('2026-12-15'), howWeKnow: 'They rang.' };
    expect(
      noticesOf(received('2026-12-14T09:00:00Z', suggestion), at('2026-12-15T09:00:00Z', together), at('2026-12-15T10:00:00Z', withdrawn)),
    ).toEqual([]);
  });

  it('are recorded with an address that can be one, and at most twenty with letters of their own', () => {
    const record = (...members: readonly GroupMember[]) => given(...open).when({ type: 'record-group', members }, '2026-12-16T09:00:00Z');
    record({ name: 'Ken Obi', email: 'ken' }).refused('Enter an email address for Ken Obi in the correct format, like name@example.com.');
    record(...Array.from({ length: 21 }, (_, number) => ({ ...mary, name: `Mary ${number}` }))).refused(/^At most 20 of them/);
    record(...Array.from({ length: 21 }, (_, number) => ({ name: `Mary ${number}` }))).yields({
      type: 'group-recorded',
      members: Array.from({ length: 21 }, (_, number) => ({ name: `Mary ${number}` })),
    });
  });
});

describe('the form of a group', () => {
  const read = (members: string) => readGroup(new URLSearchParams({ members }));

  it('reads one person from each line, with what stands after the name', () => {
    expect(read('Ken Obi, ken@resident.example\nMary Lane, lbc-2026-000002, post: 9 Nunnery Lane, Luton\n\nIdris Example')).toEqual({
      answers: {
        type: 'record-group',
        members: [ken, { ...mary, reference: 'LBC-2026-000002' as Reference }, idris],
      },
    });
  });

  it.each([
    ['Obi, Ken', 'After Obi, write only an email address, a reference, or “post:” and an address: “Ken” is none of these'],
    [', ken@resident.example', 'Begin every line with a name'],
    ['Ken Obi, ken@', 'After Ken Obi, write only an email address, a reference, or “post:” and an address: “ken@” is none of these'],
  ])('says what it cannot read in %s', (line, text) => {
    expect(read(line)).toEqual({ errors: [{ field: 'members', text }] });
  });
});
