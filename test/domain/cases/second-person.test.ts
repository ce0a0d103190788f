import { describe, expect, it } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { changeOf } from '../../../functions/app/change-of.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../../functions/domain/cases/command.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { possibleCommands } from '../../../functions/domain/cases/possible.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { alertsDue } from '../../../functions/domain/deadlines/next.ts';
import { alertNotices } from '../../../functions/domain/notices/alert-notices.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import type { StaffMember } from '../../../functions/domain/staff/staff-member.ts';
import { accepted, asha, at, ben, carol, caseOf, given, moment, received, rules } from '../../support/case-story.ts';
import { head } from './case-walk.ts';

// What waits for a second person (duty D28): who hears of it, and that nothing else takes its place.

const publicUrl = 'https://complaints.example';
const decline: Command = {
  type: 'decline',
  ground: 'legal-proceedings',
  facts: 'The claim was issued.',
  discretion: 'The delay is ours.',
  alternative: 'The court decides.',
  ombudsmen: ['LGSCO'],
};
const declining: EventData = {
  type: 'proposed',
  command: decline,
  because: 'It keeps a complaint from being looked into (policy section 3).',
};
const open: readonly (readonly CaseEvent[])[] = [
  received('2026-12-14T09:00:00Z'),
  at('2026-12-15T09:00:00Z', accepted, {
    type: 'allocated',
    allocation: { service: 'waste', officer: asha, on: writtenDate('2026-12-15') },
  }),
];
const waiting = [...open, at('2026-12-15T10:00:00Z', declining)];
const money: Command = {
  type: 'promise-remedy',
  remedy: {
    type: 'financial',
    what: 'Pay for the tip.',
    impact: 'She drove there each week.',
    amountPence: 20_000,
    owner: ben,
    due: writtenDate('2026-12-31'),
  },
};

describe('something that waits for a second person', () => {
  it('D28: is approved or returned before anything else can wait in its place', () => {
    given(...waiting)
      .when(money, '2026-12-15T11:00:00Z')
      .refused('Something else in this case waits for a second person. Approve it or return it first.');
    expect(
      possibleCommands(caseOf(...open, at('2026-12-15T10:00:00Z', { type: 'proposed', command: money, because: 'x' } as EventData)), {
        rules,
        today: writtenDate('2026-12-15'),
      }),
    ).toContainEqual({
      type: 'decline',
      possible: false,
      because: 'Something else in this case waits for a second person. Approve it or return it first.',
    });
  });

  it('D28: is changed by proposing it anew', () => {
    const changed = { ...decline, facts: 'The claim was issued in May.' } as typeof decline;
    given(...waiting)
      .when(changed, '2026-12-15T11:00:00Z')
      .yields({ ...declining, command: changed } as EventData);
  });

  it('D28: is told at once to the team and the Head, and never only to whoever proposed it', () => {
    const last = waiting.flat().at(-1);
    const state = caseOf(...waiting);
    const told = (staff: readonly StaffMember[]) =>
      last
        ? noticesFor(last, state.eventCount, state, { council: luton, publicUrl, deadlines: deadlinesOf(state, rules), staff }).map(
            ({ kind, to }) => [kind, to.by === 'email' ? to.email : ''],
          )
        : [];
    const team = ['alert', luton.complaints.teamMailbox];
    expect(told([head, asha, ben])).toEqual([team, ['alert', head.email]]);
    // The Head proposed it.
    expect(told([{ ...asha, roles: ['head-of-complaints'] }])).toEqual([team]);
    expect(told([{ ...head, awayUntil: writtenDate('2026-12-20'), deputies: [carol.subject] }, carol])).toEqual([
      team,
      ['alert', carol.email],
    ]);
  });

  it('D28: alerts the team and the Head while it waits, not the officer of the case who proposed it', () => {
    const state = caseOf(...waiting);
    const deadlines = deadlinesOf(state, rules).filter(({ kind }) => kind === 'second-person');
    const said = alertsDue(deadlines, moment('2026-12-17T09:30:00Z'), []).flatMap(({ deadline, alert }) =>
      alertNotices(
        state,
        deadline,
        alert,
        { council: luton, publicUrl, deadlines },
        { staff: [head, asha], today: writtenDate('2026-12-17') },
      ),
    );
    expect(said.map(({ to }) => (to.by === 'email' ? to.email : ''))).toEqual([luton.complaints.teamMailbox, head.email]);
  });

  it('comes back, when somebody else returns it, to whoever wrote it, until it is proposed anew or the case has gone on', () => {
    const back = { ...at('2026-12-16T09:00:00Z', { type: 'proposal-returned', number: 4, comments: 'Say sorry.', to: asha })[0], by: ben };
    const state = caseOf(...waiting, [back as CaseEvent]);
    expect(state.cameBack).toEqual({ what: 'decline', to: asha, by: ben.name, on: '2026-12-16', number: 5 });
    const world = { rules, council: luton, publicUrl, now: () => moment('2026-12-16T10:00:00Z'), newId: () => 'id', log: () => {} };
    const asked = { commandId: 'asked', by: asha, at: world.now() };
    const read = changeOf(world, { version: 1, state }, { type: 'record-crm-reference', crmReference: '7' }, asked);
    expect(read).toMatchObject({ queue: { cameBack: { to: asha.subject, by: ben.name } } });
    expect(caseOf(...waiting, [back as CaseEvent], at('2026-12-16T11:00:00Z', declining)).cameBack).toBeUndefined();
    const withdrawn = at('2026-12-16T11:00:00Z', { type: 'withdrawn', on: writtenDate('2026-12-16'), howWeKnow: 'She rang.' });
    expect(caseOf(...waiting, [back as CaseEvent], withdrawn).cameBack).toBeUndefined();
    const byThemselves = at('2026-12-16T09:00:00Z', { type: 'proposal-returned', number: 4, comments: 'Wait.' });
    expect(caseOf(...waiting, byThemselves).cameBack).toBeUndefined();
  });

  it('D28: keeps a closed case in the queue', () => {
    const closed = at('2026-12-16T09:00:00Z', { type: 'withdrawn', on: writtenDate('2026-12-16'), howWeKnow: 'She rang.' });
    const world = { rules, council: luton, publicUrl, now: () => moment('2026-12-17T09:00:00Z'), newId: () => 'id', log: () => {} };
    const asked = { commandId: 'asked', by: asha, at: world.now() };
    expect(changeOf(world, { version: 1, state: caseOf(...open, closed) }, money, asked)).toMatchObject({
      events: [{ type: 'proposed' }],
      queue: { stage: 'closed', nextDue: { kind: 'second-person' } },
    });
  });
});
