import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luton } from '../../../../council/luton.ts';
import { writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Officer } from '../../../../functions/domain/cases/actor.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import { decide } from '../../../../functions/domain/cases/decide.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { noticesFor } from '../../../../functions/domain/notices/notices-for.ts';
import type { StaffMember } from '../../../../functions/domain/staff/staff-member.ts';
import {
  accepted,
  asha,
  at,
  ben,
  carol,
  caseOf,
  given,
  moment,
  received,
  rules,
  spoke,
  suggestsStageOne,
} from '../../../support/case-story.ts';
import { walks } from '../case-walk.ts';

const erin: Officer = { kind: 'officer', subject: 'officer-erin', name: 'Erin Example', email: 'erin@council.example' };
const hope: Officer = { kind: 'officer', subject: 'officer-hope', name: 'Hope Example', email: 'hope@council.example' };
const dirk: Officer = { kind: 'officer', subject: 'officer-dirk', name: 'Dirk Example', email: 'dirk@council.example' };
const staff: readonly StaffMember[] = [
  asha,
  ben,
  { ...carol, remedyLimit: 0 },
  { ...erin, roles: ['equality-co-ordinator'], deputies: [carol.subject] },
  { ...hope, roles: ['head-of-complaints'] },
  { ...dirk, roles: ['director'], services: ['waste'] },
];

const raised: EventData = { type: 'discrimination-raised', source: 'investigation', because: 'Only their street is left out.' };
const advised: EventData = { type: 'equality-advice-given', advice: 'Compare the rounds of both streets.' };
const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-11-03') } };
const acknowledged: EventData = {
  type: 'acknowledged',
  acknowledgement: {
    on: writtenDate('2026-11-04'),
    due: writtenDate('2026-11-09'),
    definition: 'The bin was missed.',
    outcomesSought: '',
    noticeId: '0004-acknowledgement',
  },
};
const lookedInto: readonly (readonly CaseEvent[])[] = [
  received('2026-11-02T09:00:00Z'),
  at('2026-11-03T09:00:00Z', accepted, allocated),
  at('2026-11-04T09:00:00Z', acknowledged, spoke('2026-11-04')),
];
const withRaised = [...lookedInto, at('2026-11-05T09:00:00Z', raised)];
const byErin = (...facts: readonly EventData[]) => at('2026-11-06T09:00:00Z', ...facts).map((event) => ({ ...event, by: erin }));
const withAdvice = [...withRaised, byErin(advised)];

const advise: Command = { type: 'record-consultation', advice: 'Compare the rounds of both streets.' };
const respond = (discriminationFound?: boolean): Command => ({
  type: 'respond',
  decision: 'We left your street out.',
  answers: [{ outcome: 'upheld', reasons: 'The round sheets.', ...(discriminationFound !== undefined && { discriminationFound }) }],
  affectedOthers: 'The whole street. We have put all of it back on the round.',
});
const answeredOn = (discriminationFound: boolean): EventData => ({
  type: 'responded',
  response: { on: writtenDate('2026-11-18'), due: writtenDate('2026-11-18'), outcome: 'upheld' },
  definition: 'The bin was missed.',
  decision: 'We left your street out.',
  answers: [{ words: 'The bin was missed.', ombudsman: 'LGSCO', outcome: 'upheld', reasons: 'The round sheets.', discriminationFound }],
});

const mailsOf = (events: readonly (readonly CaseEvent[])[], ofStaff: readonly StaffMember[] = staff) => {
  const all = events.flat();
  const last = all.at(-1);
  const state = caseOf(...events);
  const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules), staff: ofStaff };
  return last
    ? noticesFor(last, all.length, state, context).filter(({ kind }) => kind.includes('discrimination') || kind.includes('equality'))
    : [];
};
const addressesOf = (events: readonly (readonly CaseEvent[])[], ofStaff?: readonly StaffMember[]) =>
  mailsOf(events, ofStaff).map(({ to }) => (to.by === 'email' ? to.email : ''));
const dueOf = (events: readonly (readonly CaseEvent[])[]) =>
  Object.fromEntries(deadlinesOf(caseOf(...events), rules).map(({ kind, due, met }) => [kind, met ? `met ${met}` : due]));

describe('discrimination', () => {
  it('D30: that a later message speaks of is raised when a person has read it, once, or when stage two begins', () => {
    const said: EventData = {
      type: 'correspondence-added',
      channel: 'email',
      contactId: 'later',
      receivedAt: moment('2026-11-05T09:00:00Z'),
      flags: ['discrimination'],
      newFlags: ['discrimination'],
    };
    const later = at('2026-11-05T09:00:00Z', said);
    const fromMessage: EventData = { type: 'discrimination-raised', source: 'message' };
    given(...lookedInto, later)
      .when({ type: 'mark-read' }, '2026-11-05T10:00:00Z')
      .yields({ type: 'correspondence-read' }, fromMessage);
    given(...withRaised, later)
      .when({ type: 'mark-read' }, '2026-11-05T10:00:00Z')
      .yields({ type: 'correspondence-read' });
    const { answers: _, ...plain } = answeredOn(false) as Extract<EventData, { type: 'responded' }>;
    const after = [...lookedInto, at('2026-11-18T09:00:00Z', plain), at('2026-11-20T09:00:00Z', said)];
    given(...after)
      .when({ type: 'mark-read' }, '2026-11-20T10:00:00Z')
      .yields({ type: 'correspondence-read' });
    given(...after)
      .when({ type: 'accept-at-stage-two', askedOn: writtenDate('2026-11-20') }, '2026-11-20T10:00:00Z')
      .yields({ type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-20') }, fromMessage);
  });

  it('that a message speaks of is raised when a person accepts the complaint', () => {
    given(received('2026-11-02T09:00:00Z', { ...suggestsStageOne, flags: ['discrimination'] }))
      .when({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' }, '2026-11-03T09:00:00Z')
      .yields(accepted, { type: 'discrimination-raised', source: 'message' });
  });

  it('can be raised while it is looked into, once, and the co-ordinators hear of it without a word of what was said', () => {
    given(...lookedInto)
      .when({ type: 'raise-discrimination', because: 'Only their street is left out.' }, '2026-11-05T09:00:00Z')
      .yields(raised);
    given(...withRaised)
      .when({ type: 'raise-discrimination', because: 'Again.' }, '2026-11-05T10:00:00Z')
      .refused(/raised already/);
    expect(addressesOf(withRaised)).toEqual(['erin@council.example']);
    expect(addressesOf(withRaised, [])).toEqual([luton.complaints.teamMailbox]);
    expect(JSON.stringify(mailsOf(withRaised))).not.toMatch(/street|Rosa|bin/);
  });

  it('waits two working days for advice, and the clock of the complaint runs on', () => {
    expect(dueOf(withRaised)).toMatchObject({ 'equality-advice': '2026-11-09', respond: '2026-11-18' });
    expect(dueOf(withAdvice)).toMatchObject({ 'equality-advice': 'met 2026-11-06', respond: '2026-11-18' });
  });

  it('is answered only after the advice, and then by two people', () => {
    given(...withRaised)
      .when(respond(true), '2026-11-18T09:00:00Z', ben, staff)
      .refused(/^Ask an equality co-ordinator first/);
    given(...withAdvice)
      .when(respond(true), '2026-11-18T09:00:00Z', ben, staff)
      .yields({
        type: 'proposed',
        command: respond(true) as Extract<Command, { type: 'respond' }>,
        because: 'It answers a complaint in which discrimination was raised (policy section 5).',
      });
  });

  it('must be answered for on every point', () => {
    given(...withAdvice)
      .when(respond(), '2026-11-18T09:00:00Z', ben, staff)
      .refused(/^Say for every point whether you found discrimination/);
  });

  it('is looked at anew at stage two', () => {
    const again = [
      ...withAdvice,
      at('2026-11-18T09:00:00Z', answeredOn(false)),
      at('2026-12-01T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') }),
    ];
    expect(caseOf(...again).discrimination).toMatchObject({ since: '2026-12-01', consulted: undefined });
    given(...again.slice(0, -1))
      .when({ type: 'accept-at-stage-two', askedOn: writtenDate('2026-11-30') }, '2026-12-01T09:00:00Z')
      .yields({ type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30'), advisedAnew: true });
  });
});

describe('the advice', () => {
  it('is given by an equality co-ordinator who does not look into the complaint', () => {
    given(...withRaised)
      .when(advise, '2026-11-06T09:00:00Z', erin, staff)
      .yields(advised);
    given(...withRaised)
      .when(advise, '2026-11-06T09:00:00Z', asha, staff)
      .refused(/^Only an equality co-ordinator gives this advice, or their deputy while they are away or after Monday 9 November 2026/);
    given(...withRaised)
      .when(advise, '2026-11-06T09:00:00Z', ben, [{ ...ben, roles: ['equality-co-ordinator'] }])
      .refused(/^You look into this complaint yourself/);
  });

  it('is never given by somebody with a conflict', () => {
    const conflict: EventData = {
      type: 'conflict-recorded',
      conflict: { kind: 'declared', subject: erin.subject, name: erin.name, because: 'A neighbour.', on: writtenDate('2026-11-05') },
    };
    given(...withRaised, at('2026-11-05T10:00:00Z', conflict))
      .when(advise, '2026-11-06T09:00:00Z', erin, staff)
      .refused(/conflict of interest/);
    expect(addressesOf([...lookedInto, at('2026-11-05T08:00:00Z', conflict), at('2026-11-05T09:00:00Z', raised)])).toEqual([
      luton.complaints.teamMailbox,
    ]);
  });

  it('comes from their deputy after two working days, or while they are away', () => {
    given(...withRaised)
      .when(advise, '2026-11-09T09:00:00Z', carol, staff)
      .refused(/^Only an equality co-ordinator/);
    given(...withRaised)
      .when(advise, '2026-11-10T09:00:00Z', carol, staff)
      .yields(advised);
    const away = staff.map((member) => (member.subject === erin.subject ? { ...member, awayUntil: writtenDate('2026-11-30') } : member));
    given(...withRaised)
      .when(advise, '2026-11-06T09:00:00Z', carol, away)
      .yields(advised);
  });
});

describe('a false alarm of triage', () => {
  const suspected: EventData = { type: 'discrimination-raised', source: 'message' };
  const flagged = { ...suggestsStageOne, flags: ['discrimination'] as const };
  const withSuspicion = [
    received('2026-11-02T09:00:00Z', flagged),
    at('2026-11-03T09:00:00Z', accepted, suspected, allocated),
    at('2026-11-04T09:00:00Z', acknowledged, spoke('2026-11-04')),
  ];
  const ruleOut: Command = { type: 'rule-out-discrimination', because: ' “Black” was the colour of the bin. ' };
  const ruledOut: EventData = {
    type: 'discrimination-ruled-out',
    on: writtenDate('2026-11-06'),
    because: '“Black” was the colour of the bin.',
  };
  const without = [...withSuspicion, byErin(ruledOut)];

  it('D30: is ended with a reason by a co-ordinator or the Head, and by nobody who looks into it', () => {
    for (const who of [erin, hope])
      given(...withSuspicion)
        .when(ruleOut, '2026-11-06T09:00:00Z', who, staff)
        .yields(ruledOut);
    given(...withSuspicion)
      .when(ruleOut, '2026-11-06T09:00:00Z', asha, staff)
      .refused(/^Only an equality co-ordinator/);
    for (const role of ['equality-co-ordinator', 'head-of-complaints'] as const)
      given(...withSuspicion)
        .when(ruleOut, '2026-11-06T09:00:00Z', ben, [{ ...ben, roles: [role] }])
        .refused(/^You look into this complaint yourself/);
    given(...withSuspicion)
      .when({ ...ruleOut, because: ' ' }, '2026-11-06T09:00:00Z', erin, staff)
      .refused(/^Say why there is no concern/);
  });

  it('D30: lets the answer go as any other, and its clock is over', () => {
    expect(dueOf(without)).toMatchObject({ 'equality-advice': 'met 2026-11-06' });
    const answer = decide(rules, caseOf(...without), respond(), {
      commandId: 'answer',
      by: ben,
      at: moment('2026-11-18T09:00:00Z'),
      staff,
    });
    expect('events' in answer && answer.events.map(({ type }) => type)).toEqual(['responded']);
  });

  it('D30: is raised again by whoever suspects it, and by a later message that speaks of it; not by one that does not', () => {
    given(...without)
      .when({ type: 'raise-discrimination', because: 'Only their street is left out.' }, '2026-11-07T09:00:00Z')
      .yields(raised);
    expect(caseOf(...without, at('2026-11-07T09:00:00Z', raised)).discriminationRuledOut).toBeUndefined();
    const message = (flags: readonly 'discrimination'[]): EventData => ({
      type: 'correspondence-added',
      channel: 'email',
      contactId: 'later',
      receivedAt: moment('2026-11-07T09:00:00Z'),
      flags,
    });
    given(...without, at('2026-11-07T09:00:00Z', message(['discrimination'])))
      .when({ type: 'mark-read' }, '2026-11-07T10:00:00Z')
      .yields({ type: 'correspondence-read' }, suspected);
    given(...without, at('2026-11-07T09:00:00Z', message([])))
      .when({ type: 'mark-read' }, '2026-11-07T10:00:00Z')
      .yields({ type: 'correspondence-read' });
  });

  it('D30: is never what a colleague raised, or what was found or reported before', () => {
    given(...withRaised)
      .when(ruleOut, '2026-11-06T09:00:00Z', erin, staff)
      .refused(/^A colleague raised it/);
    const again = [
      ...withSuspicion,
      byErin(advised),
      at('2026-11-18T09:00:00Z', answeredOn(true)),
      at('2026-12-01T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') }),
    ];
    given(...again)
      .when(ruleOut, '2026-12-01T10:00:00Z', erin, staff)
      .refused(/^It was found or reported in this case before/);
  });
});

describe('what is found', () => {
  const found = [...withAdvice, at('2026-11-18T09:00:00Z', answeredOn(true))];

  it('is reported on the same day to the Head, the director of the service and the Social Justice Unit, by reference only', () => {
    expect(addressesOf(found)).toEqual(['hope@council.example', 'dirk@council.example', luton.socialJusticeUnit.mailbox]);
    expect(JSON.stringify(mailsOf(found))).not.toMatch(/street|Rosa|bin|round/);
    expect(dueOf(found)).toMatchObject({ 'report-discrimination': '2026-11-18' });
  });

  it('is owed until the mail has left, by the machine or by an officer, and holds the case open', () => {
    given(...found)
      .when({ type: 'close', reason: 'Done.' }, '2026-11-19T09:00:00Z')
      .refused(/^Report discrimination/);
    const report: Command = { type: 'record-discrimination-reported', how: 'By email, from the service.' };
    const reported: EventData = { type: 'discrimination-reported', on: writtenDate('2026-11-18'), how: 'By email, from the service.' };
    given(...found)
      .when(report, '2026-11-18T09:01:00Z', { kind: 'system' })
      .yields(reported);
    const told = [...found, at('2026-11-18T09:01:00Z', reported)];
    expect(dueOf(told)).not.toHaveProperty('report-discrimination');
    given(...told)
      .when(report, '2026-11-18T09:02:00Z', { kind: 'system' })
      .refused(/nothing to report/);
  });

  it('may be a serious concern before there is an answer; where nobody has the roles, mailboxes hear of it', () => {
    const serious = [...withRaised, byErin({ ...advised, serious: true })];
    expect(addressesOf(serious)).toEqual(['hope@council.example', 'dirk@council.example']);
    expect(addressesOf(serious, [])).toEqual([luton.complaints.teamMailbox, luton.services['waste']?.mailbox]);
    expect(dueOf(serious)).toMatchObject({ 'report-discrimination': '2026-11-06' });
  });

  it('stands in the letter, found or not', () => {
    const letterOf = (discriminationFound: boolean) => {
      const events = [...withAdvice, at('2026-11-18T09:00:00Z', answeredOn(discriminationFound))];
      const state = caseOf(...events);
      const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: [] };
      const last = events.flat().at(-1);
      return last ? JSON.stringify(noticesFor(last, state.eventCount, state, context).find(({ kind }) => kind === 'response')?.letter) : '';
    };
    expect(letterOf(true)).toContain('We found discrimination');
    expect(letterOf(false)).toContain('We looked for discrimination and did not find it.');
  });
});

it('D30: no life answers such a complaint without advice or by one person, and none forgets a finding', async () => {
  await fc.assert(
    fc.property(walks(), ({ steps }) => {
      for (const { command, before, decision, after } of steps) {
        const responded = 'events' in decision ? decision.events.find((event) => event.type === 'responded') : undefined;
        if (!responded || !before?.discrimination) continue;
        expect(before.discrimination.consulted).toBeDefined();
        // By a second person, who may be the Head releasing it on its day (duty D33).
        expect(['approve', 'release']).toContain(command.type);
        if (responded.answers?.some(({ discriminationFound }) => discriminationFound))
          expect(after?.discrimination?.toReport).toBeDefined();
      }
    }),
    { numRuns: 300 },
  );
});
