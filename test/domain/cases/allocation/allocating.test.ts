import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { ByLink, Officer } from '../../../../functions/domain/cases/actor.ts';
import { allocationWarnings } from '../../../../functions/domain/cases/allocation/allocating.ts';
import { mayNotTakePart } from '../../../../functions/domain/cases/allocation/taking-part.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { possibleCommands } from '../../../../functions/domain/cases/possible.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import type { StaffMember, StaffRole } from '../../../../functions/domain/staff/staff-member.ts';
import { accepted, asha, at, ben, carol, caseOf, given, received, rules, trained } from '../../../support/case-story.ts';
import { walks } from '../case-walk.ts';

// Who may look into a case, judged by who they are (policy section 5; duty D29).

const noon = '2026-12-15T12:00:00Z';
const open = [received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', accepted)];
const allocated = (officer: Officer, more: Partial<Extract<EventData, { type: 'allocated' }>['allocation']> = {}): EventData => ({
  type: 'allocated',
  allocation: { service: 'waste', officer, on: writtenDate('2026-12-15'), ...more },
});
const toBen: Command = { type: 'allocate', service: 'waste', officer: ben };
const refused = (because: string): EventData => ({ type: 'allocation-refused', service: 'waste', officer: ben, because });
const conflict = (officer: Officer, kind: 'named' | 'declared', ofTheTeam?: true): EventData => ({
  type: 'conflict-recorded',
  conflict: {
    kind,
    subject: officer.subject,
    name: officer.name,
    because: 'A reason.',
    on: writtenDate('2026-12-15'),
    ...(ofTheTeam && { ofTheTeam }),
  },
});
const staffWith = (officer: Officer, changes: Partial<StaffMember>): readonly StaffMember[] =>
  trained.map((member) => (member.subject === officer.subject ? { ...member, ...changes } : member));
const withRole = (officer: Officer, role: StaffRole) => staffWith(officer, { roles: [role] });
const acknowledgement = {
  on: writtenDate('2026-12-15'),
  due: writtenDate('2026-12-21'),
  definition: 'The bin.',
  outcomesSought: '',
  noticeId: '0004-acknowledgement',
};
const response = { on: writtenDate('2026-12-16'), due: writtenDate('2026-12-31'), outcome: 'not-upheld' as const };
const acknowledge: Command = { type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: '' };

describe('an allocation', () => {
  it('goes to a trained officer who is there', () => {
    given(...open)
      .when(toBen, noon)
      .yields(allocated(ben));
  });

  it('is refused in the record, with the reason, to whoever the complaint is about or who has a conflict', () => {
    given(...open, at(noon, conflict(ben, 'named')))
      .when(toBen, noon)
      .yields(refused('The complaint is about Ben Example, who takes no part in it (policy section 5).'));
    given(...open, at(noon, conflict(ben, 'declared')))
      .when(toBen, noon)
      .yields(refused('Ben Example has a conflict of interest in this case and takes no part in it (policy section 5).'));
    expect(caseOf(...open, at(noon, refused('No.')))).toEqual({ ...caseOf(...open), eventCount: 3 });
  });

  it.each([
    [[carol.subject], undefined, 'Their deputy is Carol Example.'],
    [[carol.subject, asha.subject], writtenDate('2026-12-15'), 'Their deputy is Asha Example.'],
    [[], undefined, 'They have no deputy who could take it.'],
  ])('is refused to somebody who is away, with the deputy who may have it: %j', (deputies, carolAwayUntil, deputy) => {
    const staff = trained.map((member) =>
      member.subject === ben.subject
        ? { ...member, deputies, awayUntil: writtenDate('2026-12-15') }
        : { ...member, awayUntil: member.subject === carol.subject ? carolAwayUntil : undefined },
    );
    given(...open)
      .when(toBen, noon, asha, staff)
      .yields(refused(`Ben Example is away until Tuesday 15 December 2026. ${deputy}`));
    given(...open)
      .when(toBen, '2026-12-16T09:00:00Z', asha, staff)
      .yields(allocated(ben, { on: writtenDate('2026-12-16') }));
  });

  it('needs a reason where no training is on record, and keeps it', () => {
    const staff = staffWith(ben, { trainedOn: undefined });
    given(...open)
      .when(toBen, noon, asha, staff)
      .yields(
        refused(
          'No training in complaint handling is on record for Ben Example (policy section 5). Say why they have the case all the same, or ask for the training to be recorded.',
        ),
      );
    given(...open)
      .when({ ...toBen, reason: ' Carol sits beside him. ' } as Command, noon, asha, staff)
      .yields(allocated(ben, { reason: 'Carol sits beside him.' }));
  });

  it('of a complaint about the complaints team or its Head goes to a director alone', () => {
    const about = [...open, at(noon, conflict(carol, 'named', true))];
    given(...about)
      .when(toBen, noon)
      .yields(refused('The complaint is about the complaints team or its Head, so a director who is not named in it must look into it.'));
    given(...about)
      .when(toBen, noon, asha, withRole(ben, 'director'))
      .yields(allocated(ben, { director: true }));
  });

  it('to somebody outside the council needs reasons, which the person is told', () => {
    const external = { name: 'Erin Outside', organisation: 'Outside Ltd', reasons: 'Nobody here is free of it.' };
    given(...open)
      .when({ ...toBen, external: { ...external, reasons: ' ' } } as Command, noon)
      .refused(/^Give the reasons for an external investigator/);
    given(...open)
      .when({ ...toBen, external } as Command, noon)
      .yields(allocated(ben, { external }));
    // Entered by mistake, they go when the case is given again without them.
    given(...open, at(noon, allocated(ben, { external })))
      .when(toBen, noon)
      .yields(allocated(ben));
  });

  it('needs a reason where the officer works for another service; where one is missing, it can be given later and changes nothing else', () => {
    const staff = staffWith(ben, { services: ['parking'] });
    given(...open)
      .when(toBen, noon, asha, staff)
      .yields(
        refused(
          'Ben Example does not work for the lead service. Say why they have the case all the same, or choose somebody who does (policy section 5).',
        ),
      );
    const before = [...open, at(noon, allocated(ben))];
    const warnings = (...events: readonly (readonly CaseEvent[])[]) =>
      allocationWarnings(caseOf(...events), staff, writtenDate('2026-12-17'));
    expect(warnings(...before)).toEqual([
      'Ben Example does not work for the lead service, and no reason was given. Allocate it to them once more, with the reason.',
    ]);
    const withReason = allocated(ben, { reason: 'He knows the street.' });
    given(...before)
      .when({ ...toBen, reason: 'He knows the street.' } as Command, '2026-12-17T09:00:00Z', asha, staff)
      .yields(withReason);
    expect(warnings(...before, at('2026-12-17T09:00:00Z', withReason))).toEqual([]);
  });
});

describe('somebody who takes no part', () => {
  const inConflict = [...open, at(noon, allocated(asha), conflict(ben, 'declared'))];

  it('asks for nothing in the case, and cannot let themselves in again', () => {
    const kept = /^Ben Example has a conflict of interest.*a colleague can remove the conflict\.$/;
    given(...inConflict)
      .when(acknowledge, noon, ben)
      .refused(kept);
    given(...inConflict)
      .when({ type: 'withdraw', howWeKnow: 'She rang.' }, noon, ben)
      .refused(kept);
    given(...inConflict)
      .when({ type: 'remove-conflict', subject: ben.subject, because: 'I say so.' }, noon, ben)
      .refused(kept);
    given(...inConflict)
      .when({ type: 'remove-conflict', subject: ben.subject, because: 'Another Ben.' }, noon, carol)
      .yields({ type: 'conflict-removed', subject: ben.subject, name: ben.name, because: 'Another Ben.' });
  });

  it('is named by anybody, also by themselves, with a reason', () => {
    const record: Command = { type: 'record-conflict', officer: ben, kind: 'declared', because: ' His sister complains. ' };
    given(...open)
      .when(record, noon, ben)
      .yields({
        type: 'conflict-recorded',
        conflict: {
          kind: 'declared',
          subject: ben.subject,
          name: ben.name,
          because: 'His sister complains.',
          on: writtenDate('2026-12-15'),
        },
      });
    given(...open)
      .when({ ...record, because: ' ' } as Command, noon)
      .refused('Say in a few words what the conflict is.');
    given(...inConflict)
      .when(record, noon)
      .refused('It is recorded already that Ben Example takes no part.');
  });

  it('is remembered as of the team where the complaint is about one of its people, by their role', () => {
    const record: Command = { type: 'record-conflict', officer: carol, kind: 'named', because: 'She lost the letter.' };
    given(...open)
      .when(record, noon, asha, withRole(carol, 'head-of-complaints'))
      .yields({
        type: 'conflict-recorded',
        conflict: {
          kind: 'named',
          subject: carol.subject,
          name: carol.name,
          because: 'She lost the letter.',
          on: writtenDate('2026-12-15'),
          ofTheTeam: true,
        },
      });
  });

  it('loses the case at once: its letters wait until somebody else has it', () => {
    const theirs = [...open, at(noon, allocated(ben), conflict(ben, 'named'))];
    given(...theirs)
      .when(acknowledge, noon)
      .refused('Allocate it to somebody else first. The complaint is about Ben Example, who takes no part in it (policy section 5).');
    expect(allocationWarnings(caseOf(...theirs), trained, writtenDate('2026-12-15'))).toEqual([
      'Allocate it to somebody else. The complaint is about Ben Example, who takes no part in it (policy section 5).',
    ]);
  });

  it('is no deputy either', () => {
    const staff = staffWith(asha, { awayUntil: writtenDate('2026-12-20'), deputies: [ben.subject] });
    expect(allocationWarnings(caseOf(...inConflict), staff, writtenDate('2026-12-15'))).toEqual([
      'Asha Example is away until Sunday 20 December 2026. They have no deputy who could take it.',
    ]);
  });

  it('does not decide that their own answer is not looked at again', () => {
    const answered = [
      ...open,
      at(
        noon,
        allocated(ben),
        { type: 'acknowledged', acknowledgement },
        { type: 'responded', response, definition: 'The bin.', decision: 'No.', answers: [] },
      ),
    ];
    const decline: Command = {
      type: 'decline-stage-two',
      askedOn: writtenDate('2026-12-18'),
      ground: 'already-considered',
      facts: 'Twice.',
      discretion: 'Weighed.',
    };
    given(...answered)
      .when(decline, '2026-12-18T09:00:00Z', ben)
      .refused(/^Ben Example looked into this complaint at stage one/);
    const proposed: EventData = { type: 'proposed', command: decline, because: 'It closes a door.' };
    given(...answered, at('2026-12-18T09:00:00Z', proposed))
      .when({ type: 'approve', number: 6, proposed: decline }, '2026-12-18T10:00:00Z', ben)
      .refused(/^Ben Example looked into this complaint at stage one/);
  });

  it('D29: has no part in the answer of stage two where they decided that of stage one, and still runs the desk', () => {
    const owner = { kind: 'officer', subject: 'officer-dora', name: 'Dora Example', email: 'dora@council.example' } as const;
    const contribution = {
      number: 1,
      service: 'parking' as const,
      question: 'Was the lane blocked?',
      due: writtenDate('2026-12-22'),
      askedOn: writtenDate('2026-12-18'),
    };
    const remedy = { number: 1, type: 'apology' as const, what: 'Say sorry.', owner, due: writtenDate('2026-12-30') };
    const atStageTwo = [
      ...open,
      at(noon, allocated(ben), { type: 'acknowledged', acknowledgement }),
      at(noon, { type: 'responded', response, definition: 'The bin.', decision: 'No.', answers: [], decidedBy: [carol] }),
      at('2026-12-18T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-12-18') }, allocated(asha)),
      at(
        '2026-12-18T10:00:00Z',
        { type: 'contribution-asked', contribution },
        { type: 'remedy-promised', on: writtenDate('2026-12-18'), remedy },
      ),
    ];
    const { number: _, ...offer } = { ...remedy, impact: 'Weeks.' };
    for (const command of [
      { type: 'promise-remedy', remedy: offer },
      { type: 'record-remedy-undeliverable', number: 1, why: 'She left.', instead: offer },
      { type: 'ask-contribution', service: 'housing', question: 'Who?', due: writtenDate('2026-12-22') },
      { type: 'record-contribution', number: 1, answer: 'It was free.' },
      {
        type: 'decline',
        ground: 'legal-proceedings',
        facts: 'A claim.',
        discretion: 'Weighed.',
        alternative: 'The court.',
        ombudsmen: ['LGSCO'],
      },
    ] satisfies readonly Command[])
      given(...atStageTwo)
        .when(command, '2026-12-18T11:00:00Z', carol)
        .refused(/^Carol Example wrote or approved the answer at stage one/);
    given(...atStageTwo)
      .when(
        { type: 'record-remedy-done', number: 1, on: writtenDate('2026-12-18'), evidence: 'Her letter.' },
        '2026-12-18T11:00:00Z',
        carol,
      )
      .yields({ type: 'remedy-done', number: 1, on: writtenDate('2026-12-18'), evidence: 'Her letter.' });
  });

  it('is everybody who looked into stage one, also where somebody else finished it', () => {
    const atStageTwo = [
      ...open,
      at(noon, allocated(ben), { type: 'acknowledged', acknowledgement }, allocated(asha), allocated(carol)),
      at(noon, { type: 'responded', response, definition: 'The bin.', decision: 'No.', answers: [] }, allocated(asha)),
      at('2026-12-18T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-12-18') }),
    ];
    const state = caseOf(...atStageTwo);
    for (const officer of [asha, ben, carol])
      expect(mayNotTakePart(state, officer.subject)).toContain(`${officer.name} looked into this complaint`);
    expect(mayNotTakePart(state, 'somebody-else')).toBeUndefined();
  });

  it('D29: does nothing in any life of a case but record a conflict, and is given none', async () => {
    await fc.assert(
      fc.property(walks(), ({ steps }) => {
        for (const { before, by, command, decision } of steps) {
          if (!before || !('events' in decision)) continue;
          const conflicted = before.conflicts?.map(({ subject }) => subject) ?? [];
          if (by.kind === 'officer' && conflicted.includes(by.subject)) expect(command.type).toBe('record-conflict');
          for (const event of decision.events)
            if (event.type === 'allocated') expect(mayNotTakePart(before, event.allocation.officer.subject)).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('D29: in every life, whoever wrote, proposed or approved the answer at stage one neither gets stage two nor answers it', async () => {
    let answersOfStageTwo = 0;
    await fc.assert(
      fc.property(walks(), ({ steps }) => {
        const deciders = new Set<string>();
        for (const { before, by, decision } of steps) {
          const atStageTwo = before !== undefined && 'stageTwo' in before && before.stageTwo !== undefined;
          for (const event of 'events' in decision ? decision.events : []) {
            const answers = event.type === 'responded' || (event.type === 'proposed' && event.command.type === 'respond');
            if (event.type === 'responded' && !atStageTwo && by.kind === 'officer') deciders.add(by.subject);
            if ((event.type === 'approved' || event.type === 'released') && !atStageTwo && before?.proposal?.what === 'respond')
              deciders.add(before.proposal.by.subject);
            if (!atStageTwo) continue;
            if (event.type === 'allocated') expect([...deciders]).not.toContain(event.allocation.officer.subject);
            if (by.kind !== 'officer' || !(answers || event.type === 'acknowledged' || event.type === 'approved')) continue;
            expect([...deciders]).not.toContain(by.subject);
            answersOfStageTwo += 1;
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(answersOfStageTwo).toBeGreaterThan(0);
  });

  it('D29: signs no letter that starts, moves or ends a clock', async () => {
    await fc.assert(
      fc.property(walks(), ({ steps }) => {
        for (const { before, decision } of steps) {
          const letter =
            'events' in decision && decision.events.some(({ type }) => ['acknowledged', 'extended', 'responded'].includes(type));
          if (!letter || !before || !('allocation' in before) || !before.allocation) continue;
          expect(mayNotTakePart(before, before.allocation.officer.subject)).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what they proposed before', () => {
  it('can only be returned, so that somebody else writes it', () => {
    const waiting = [
      ...open,
      at(
        noon,
        allocated(asha),
        { type: 'proposed', command: { type: 'respond', decision: 'Yes.', answers: [] }, because: 'It binds.' },
        conflict(asha, 'declared'),
      ),
    ];
    const day = { rules, today: writtenDate('2026-12-15') };
    expect(possibleCommands(caseOf(...waiting), day)).toContainEqual({
      type: 'approve',
      possible: false,
      because:
        'Return it, so that somebody else writes it. Asha Example has a conflict of interest in this case and takes no part in it (policy section 5).',
    });
    given(...waiting)
      .when({ type: 'return-proposal', comments: 'Carol writes it.' }, noon, carol)
      .yields({ type: 'proposal-returned', number: 4, comments: 'Carol writes it.', to: asha });
  });
});

describe('another service’s part of an answer', () => {
  const theirs = [...open, at(noon, allocated(ben))];
  const ask = (due: WrittenDate, service: 'parking' | 'waste' = 'parking'): Extract<Command, { type: 'ask-contribution' }> => ({
    type: 'ask-contribution',
    service,
    question: 'Was the lane blocked?',
    due: writtenDate(due),
  });
  const asked = (number: number, due: WrittenDate): Extract<EventData, { type: 'contribution-asked' }> => ({
    type: 'contribution-asked',
    contribution: {
      number,
      service: 'parking',
      question: 'Was the lane blocked?',
      due: writtenDate(due),
      askedOn: writtenDate('2026-12-15'),
    },
  });

  it('is asked for by a day before the response is due, of a service that does not lead', () => {
    // Acknowledged on 15 December, the response is due on 31 December: 25 and 28 December are bank holidays.
    given(...theirs)
      .when(ask('2026-12-30'), noon)
      .yields(asked(1, '2026-12-30'));
    given(...theirs)
      .when(ask('2026-12-31'), noon)
      .refused('Ask for it by Wednesday 30 December 2026: our answer needs it before the response is due.');
    given(...theirs)
      .when(ask('2026-12-14'), noon)
      .refused(/has gone\.$/);
    given(...theirs)
      .when(ask('2026-12-30', 'waste'), noon)
      .refused(/^That service leads the answer/);
    given(...open)
      .when(ask('2026-12-30'), noon)
      .refused(/^Allocate the complaint first/);
  });

  it('is a deadline of its own for the investigator, until it is there', () => {
    const both = [...theirs, at(noon, asked(1, '2026-12-22'), asked(2, '2026-12-18'))];
    const owed = (...more: readonly (readonly CaseEvent[])[]) =>
      deadlinesOf(caseOf(...both, ...more), rules).flatMap(({ kind, about, due, alerts }) =>
        kind === 'contribution' ? [[about, due, alerts[0]?.kind, alerts[0]?.on]] : [],
      );
    expect(owed()).toEqual([
      [1, '2026-12-22', 'warning', '2026-12-18'],
      [2, '2026-12-18', 'warning', '2026-12-16'],
    ]);
    const recorded: EventData = { type: 'contribution-recorded', number: 2, on: writtenDate('2026-12-17'), answer: 'It was free.' };
    given(...both)
      .when({ type: 'record-contribution', number: 2, answer: ' It was free. ' }, '2026-12-17T09:00:00Z')
      .yields(recorded);
    expect(owed(at('2026-12-17T09:00:00Z', recorded)).map(([about]) => about)).toEqual([1]);
    given(...both, at('2026-12-17T09:00:00Z', recorded))
      .when({ type: 'record-contribution', number: 2, answer: 'Again.' }, '2026-12-17T10:00:00Z')
      .refused('That part is not waited for.');
  });

  it('comes by the link that was sent to that service, on record as such, and a link does nothing else', () => {
    const both = [...theirs, at(noon, asked(1, '2026-12-22'))];
    const byParking: ByLink = { kind: 'by-link', service: 'parking' };
    const answer: Command = { type: 'record-contribution', number: 1, answer: 'It was free.' };
    given(...both)
      .when(answer, '2026-12-17T09:00:00Z', byParking)
      .yields({ type: 'contribution-recorded', number: 1, on: writtenDate('2026-12-17'), answer: 'It was free.' });
    given(...both)
      .when(answer, '2026-12-17T09:00:00Z', { kind: 'by-link', service: 'housing' })
      .refused('That part is not waited for.');
    given(...both)
      .when({ type: 'withdraw', howWeKnow: 'They rang.' }, '2026-12-17T09:00:00Z', byParking)
      .refused('A link that we sent answers what was asked, and nothing else.');
  });

  it('may be asked of somebody outside who works for that service, with what the officer chose to show them until they answer', () => {
    const contractor = { name: ' Lorry Ltd ', email: ' office@lorry.example' };
    given(...theirs)
      .when({ ...ask('2026-12-22'), contractor, excerpt: ' A bin in Nunnery Lane. ' }, noon)
      .yields({
        type: 'contribution-asked',
        contribution: {
          ...asked(1, '2026-12-22').contribution,
          contractor: { name: 'Lorry Ltd', email: 'office@lorry.example' },
          excerpt: 'A bin in Nunnery Lane.',
        },
      });
    given(...theirs)
      .when({ ...ask('2026-12-22'), contractor: { name: 'Lorry Ltd', email: 'lorry' } }, noon)
      .refused(/^Enter the contractor’s email address/);
    const shown = { ...asked(1, '2026-12-22').contribution, excerpt: 'A bin in Nunnery Lane.' };
    const state = caseOf(
      ...theirs,
      at(noon, { type: 'contribution-asked', contribution: shown }),
      at(noon, { type: 'contribution-recorded', number: 1, on: writtenDate('2026-12-15'), answer: 'It was free.' }),
    );
    expect(JSON.stringify(state)).not.toContain('Nunnery');
  });
});
