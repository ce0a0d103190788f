import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luton } from '../../../../council/luton.ts';
import { type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import type { EventData } from '../../../../functions/domain/cases/event.ts';
import { groundsNotToAccept } from '../../../../functions/domain/cases/turning-away/turning-away.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { noticesFor } from '../../../../functions/domain/notices/notices-for.ts';
import { otherBodies, signposts } from '../../../../functions/domain/policy/other-bodies.ts';
import { receivingTeams, theirProcedures } from '../../../../functions/domain/policy/receiving-teams.ts';
import { waysOut } from '../../../../functions/domain/policy/ways-out.ts';
import { aContact, accepted, asha, at, ben, caseOf, given, received, rules } from '../../../support/case-story.ts';
import { walks } from '../case-walk.ts';
import { declined } from './turning-away-walk.ts';

const opened = received('2026-12-14T09:00:00Z');
const date = (text: WrittenDate) => writtenDate(text);

const handOver = {
  type: 'hand-over',
  to: 'housing-benefit-appeal',
  receivedOn: date('2026-12-14'),
  reasons: 'It is an appeal.',
  told: 'Wren Example in appeals writes to you this week.',
} as const;
const handedOver: EventData = { ...handOver, type: 'handed-over', suggested: 'stage-one', keeper: asha };
const promised: EventData = {
  type: 'service-request-recorded',
  service: 'housing',
  promisedBy: date('2026-12-18'),
  whatWeWillDo: 'Mend the door.',
  suggested: 'service-request',
  ombudsman: 'HOS',
};
const notFixed: EventData = { type: 'fixed-answer-recorded', fixed: 'no', on: date('2026-12-14'), note: 'She rang.' };
const notTaken = { type: 'hand-over-returned', to: 'housing-benefit-appeal', because: 'No appeal.' } as const;
const part = 'The appeal against the overpayment.';
const partHandedOver: EventData = { ...handOver, type: 'handed-over', part, suggested: 'stage-one', keeper: asha };
const noon = '2026-12-14T12:00:00Z';

describe('handing over what this council decides itself', () => {
  it('D12: happens at once, with the date on which it reached us, and the case waits until the other team has it', () => {
    given(opened).when(handOver, noon).yields(handedOver);
    const state = caseOf(opened, at(noon, handedOver));
    expect(state).toMatchObject({
      stage: 'another-route',
      route: 'statutory-appeal',
      way: 'hand-over',
      handOvers: [{ number: 2, on: '2026-12-14' }],
    });
    expect(deadlinesOf(state, rules)).toMatchObject([{ kind: 'hand-over', from: '2026-12-14', due: '2026-12-15' }]);
    given(opened, at(noon, handedOver))
      .when({ type: 'close', reason: 'Done.' }, '2026-12-15T09:00:00Z')
      .refused(/^Record first that the other team has/);
  });

  it('is over when somebody there says that they have it', () => {
    const confirm = { type: 'confirm-hand-over', number: 2, by: ' Wren Example ', on: date('2026-12-15') } as const;
    const confirmed: EventData = {
      type: 'hand-over-confirmed',
      number: 2,
      to: 'housing-benefit-appeal',
      confirmedBy: 'Wren Example',
      on: date('2026-12-15'),
    };
    given(opened, at(noon, handedOver)).when(confirm, '2026-12-15T09:00:00Z').yields(confirmed);
    const state = caseOf(opened, at(noon, handedOver), at('2026-12-15T09:00:00Z', confirmed));
    expect(deadlinesOf(state, rules)).toMatchObject([{ kind: 'hand-over', met: '2026-12-15', missed: false }]);
    given(opened, at(noon, handedOver), at('2026-12-15T09:00:00Z', confirmed))
      .when(confirm, '2026-12-15T10:00:00Z')
      .refused('No hand-over of this case waits to be confirmed.');
  });

  it.each([
    [{ number: 3 }, /^That hand-over does not wait/],
    [{ by: ' ' }, /^Give the name/],
    [{ on: date('2026-12-13') }, /^Enter the day on which they confirmed/],
    [{ on: date('2026-12-16') }, /^Enter the day on which they confirmed/],
  ])('is not confirmed with %j', (wrong, why) => {
    const confirm: Command = { type: 'confirm-hand-over', number: 2, by: 'Wren', on: date('2026-12-15'), ...wrong };
    given(opened, at(noon, handedOver)).when(confirm, '2026-12-15T09:00:00Z').refused(why);
  });

  it('that the other team does not take waits for a person again, with its own date', () => {
    const back: EventData = { type: 'hand-over-returned', number: 2, to: 'housing-benefit-appeal', because: 'No appeal.' };
    given(opened, at(noon, handedOver))
      .when({ type: 'return-hand-over', number: 2, because: ' No appeal. ' }, '2026-12-15T09:00:00Z')
      .yields(back);
    given(opened, at(noon, handedOver))
      .when({ type: 'accept-at-stage-one', service: 'benefits', ombudsman: 'LGSCO' }, '2026-12-15T09:00:00Z')
      .refused(/^Another team was given this case/);
    const state = caseOf(opened, at(noon, handedOver), at('2026-12-15T09:00:00Z', back));
    expect(state).toMatchObject({ stage: 'received', receivedOn: '2026-12-14' });
    expect(state.handOvers).toBeUndefined();
  });

  it.each([
    [{ reasons: '' }, /^Give the reasons/],
    [{ told: ' ' }, /^Say who deals with it there/],
    [{ receivedOn: date('2026-12-13') }, /^Their first message reached us on Monday 14 December 2026/],
    [{ receivedOn: date('2026-12-16') }, /is still to come/],
    [{ receivedOn: date('2026-12-15') }, /^The case was received on Monday 14 December 2026, and so it is for the other team/],
  ])('needs what the letter says and a true date: %j', (wrong, why) => {
    given(opened)
      .when({ ...handOver, ...wrong }, '2026-12-15T12:00:00Z')
      .refused(why);
  });
});

describe('a mixed message', () => {
  const allocated: EventData = { type: 'allocated', allocation: { service: 'benefits', officer: ben, on: date('2026-12-14') } };

  it('goes on here with what we can answer, while the other part is with another team', () => {
    given(opened)
      .when({ ...handOver, part }, noon)
      .yields(partHandedOver);
    const state = caseOf(opened, at(noon, partHandedOver, accepted, allocated));
    expect(state).toMatchObject({ stage: 'accepted', handOvers: [{ part }] });
    expect(deadlinesOf(state, rules).map(({ kind }) => kind)).toEqual(['acknowledge', 'hand-over']);
  });

  it('is split at any later step too, but the whole is not turned away once we look into it', () => {
    const acknowledged = at('2026-12-15T09:00:00Z', {
      type: 'acknowledged',
      acknowledgement: {
        on: date('2026-12-15'),
        due: date('2026-12-21'),
        definition: 'Two things.',
        outcomesSought: 'Sorry.',
        noticeId: '0004-acknowledgement',
      },
    });
    const story = [opened, at(noon, accepted, allocated), acknowledged];
    given(...story)
      .when({ ...handOver, part }, '2026-12-16T09:00:00Z')
      .yields(partHandedOver);
    given(...story)
      .when(handOver, '2026-12-16T09:00:00Z')
      .refused(/Say which part of it goes to them\.$/);
  });

  it('keeps the part that another team does not take, and everything else as it was', () => {
    const back: EventData = { type: 'hand-over-returned', number: 2, to: 'housing-benefit-appeal', because: 'Not ours.' };
    const state = caseOf(opened, at(noon, partHandedOver, accepted), at('2026-12-15T09:00:00Z', back));
    expect(state).toMatchObject({ stage: 'accepted' });
    expect(state.handOvers).toBeUndefined();
  });

  it('stays in the record until confirmed, also when the person withdraws the rest', () => {
    const withdrawn = at('2026-12-15T09:00:00Z', { type: 'withdrawn', on: date('2026-12-15'), howWeKnow: 'She rang.' });
    const state = caseOf(opened, at(noon, partHandedOver, accepted), withdrawn);
    expect(deadlinesOf(state, rules).filter(({ met, ended }) => !met && !ended)).toMatchObject([{ kind: 'hand-over', due: '2026-12-15' }]);
  });

  it('can be about ten things and no more, so that the case stays small', () => {
    const ten = at(noon, ...Array.from({ length: 10 }, () => partHandedOver));
    given(opened, ten)
      .when({ ...handOver, part }, noon)
      .refused(/^10 parts of this case/);
  });
});

describe('saying that another body decides', () => {
  const sent = { type: 'signpost', to: 'parking-tribunal', reasons: 'Only they can.', howToReach: 'www.tribunal.example' } as const;

  it('D14: always says how to reach it: from details that were checked, or as the officer looked them up', () => {
    given(opened)
      .when(sent, noon)
      .yields({ ...sent, type: 'signposted', suggested: 'stage-one' });
    given(opened)
      .when({ ...sent, howToReach: ' ' }, noon)
      .refused('Look up how to reach them and write it down: we hold no checked telephone number, postal address, website for them.');
    expect(caseOf(opened, at(noon, { ...sent, type: 'signposted', suggested: 'stage-one' }))).toMatchObject({
      stage: 'another-route',
      way: 'signpost',
    });
  });

  it('D13: takes a last day only from a decision letter, and only one that can be', () => {
    const decisionLetter = { dated: date('2026-12-01'), lastDay: date('2026-12-28') };
    given(opened)
      .when({ ...sent, decisionLetter }, noon)
      .yields({ ...sent, type: 'signposted', decisionLetter, suggested: 'stage-one' });
    given(opened)
      .when({ ...sent, decisionLetter: { ...decisionLetter, dated: date('2026-12-15') } }, noon)
      .refused(/^Enter the date on the decision letter/);
    given(opened)
      .when({ ...sent, decisionLetter: { ...decisionLetter, lastDay: date('2026-11-30') } }, noon)
      .refused(/^Enter the last day that the letter gives/);
  });

  it('leaves nothing to wait for', () => {
    expect(deadlinesOf(caseOf(opened, at(noon, { ...sent, type: 'signposted', suggested: 'stage-one' })), rules)).toEqual([]);
  });
});

describe('not accepting a complaint', () => {
  const decline = {
    type: 'decline',
    ground: 'already-considered',
    facts: 'It was LBC-2025-000001.',
    discretion: 'She has been ill.',
    alternative: 'Ask the Ombudsman.',
    ombudsmen: ['LGSCO'],
  } as const;
  const known = (knownOn: WrittenDate, goesOn = false): Command => ({
    ...decline,
    ground: 'out-of-time',
    outOfTime: { knownOn: date(knownOn), goesOn },
  });
  const waits = (command: Command): EventData =>
    ({ type: 'proposed', command, because: 'It keeps a complaint from being looked into (policy section 3).' }) as EventData;

  it('D3, D28: waits for a second person, whatever the ground, and is carried out as it stands', () => {
    given(opened).when(decline, noon).yields(waits(decline));
    const proposed = at(noon, waits(decline));
    given(opened, proposed)
      .when({ type: 'approve', number: 2, proposed: decline }, '2026-12-15T09:00:00Z')
      .refused(/^You proposed this yourself/);
    given(opened, proposed)
      .when({ type: 'approve', number: 2, proposed: decline }, '2026-12-15T09:00:00Z', ben)
      .yields({ type: 'approved', number: 2 }, { ...decline, type: 'declined', suggested: 'stage-one', writtenBy: asha });
  });

  it.each([
    [{ facts: '' }, /^Give the facts/],
    [{ discretion: ' ' }, /^Say what speaks for accepting/],
    [{ alternative: '' }, /^Say what the person can do instead/],
    [{ ombudsmen: [] }, /^Name the Ombudsman/],
  ])('needs everything that its letter says: %j', (wrong, why) => {
    given(opened)
      .when({ ...decline, ...wrong }, noon)
      .refused(why);
  });

  // deadlines.md C9 and M5, moved to this case's receipt: the corresponding day itself is in time.
  it('counts twelve months from the day it had happened and was known, the corresponding day included', () => {
    given(opened)
      .when(known('2025-12-14'), noon)
      .refused(/^It is in time: twelve months from Sunday 14 December 2025 end on Monday 14 December 2026/);
    given(opened)
      .when(known('2025-12-13'), noon)
      .yields(waits(known('2025-12-13')));
  });

  it('knows no time limit for a problem that goes on, nor without the date', () => {
    given(opened)
      .when(known('2020-01-01', true), noon)
      .refused(/^Something of it still goes on/);
    given(opened)
      .when({ ...decline, ground: 'out-of-time' }, noon)
      .refused(/^Enter the day from which the twelve months run/);
  });

  it('is possible until we have told the person that we look into it', () => {
    const acknowledged: EventData = {
      type: 'acknowledged',
      acknowledgement: {
        on: date('2026-12-15'),
        due: date('2026-12-21'),
        definition: 'A bin.',
        outcomesSought: 'Sorry.',
        noticeId: '0004-acknowledgement',
      },
    };
    const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: date('2026-12-14') } };
    given(opened, at(noon, accepted, allocated, acknowledged))
      .when(decline, '2026-12-16T09:00:00Z')
      .refused(/^A case can be sent another way until/);
  });
});

it('thanks for praise, refuses nothing, and takes it as a complaint from its own day if it was one', () => {
  const thanked: EventData = { type: 'feedback-recorded', thanks: 'We told the crew.', suggested: 'stage-one' };
  given(opened).when({ type: 'thank-for-feedback', thanks: ' We told the crew. ' }, noon).yields(thanked);
  expect(caseOf(opened, at(noon, thanked), at('2026-12-16T09:00:00Z', accepted))).toMatchObject({
    stage: 'accepted',
    receivedOn: '2026-12-14',
  });
});

it('D3: thanks nobody for feedback whom we took for a complainant, or promised something, or who is not satisfied', () => {
  const thank: Command = { type: 'thank-for-feedback', thanks: 'We told the crew.' };
  given(opened, at(noon, accepted))
    .when(thank, '2026-12-15T09:00:00Z')
    .refused(/^Thanks for feedback are sent when a case first comes in/);
  given(opened, at(noon, promised))
    .when(thank, '2026-12-15T09:00:00Z')
    .refused(/^Thanks for feedback are sent when a case first comes in/);
  given(opened, at(noon, promised, notFixed, handedOver, { ...notTaken, number: 4 }))
    .when(thank, '2026-12-15T09:00:00Z')
    .refused(/^They are not satisfied with what we did/);
});

describe('an accepted complaint that goes to another team as a whole', () => {
  const whole: EventData = {
    ...handOver,
    type: 'handed-over',
    keeper: asha,
    suggested: 'stage-one',
    wasAccepted: { acceptedOn: date('2026-12-14'), service: 'waste', ombudsman: 'LGSCO' },
  };
  const again = [opened, at(noon, accepted, whole), at('2026-12-15T09:00:00Z', { ...notTaken, number: 3 })];

  it('D3, D28: is that complaint again where they do not take it, and no one person turns it away', () => {
    given(opened, at(noon, accepted)).when(handOver, noon).yields(whole);
    expect(caseOf(...again)).toMatchObject({ stage: 'accepted', acceptedOn: '2026-12-14', service: 'waste', receivedOn: '2026-12-14' });
    expect(deadlinesOf(caseOf(...again), rules)).toContainEqual(expect.objectContaining({ kind: 'acknowledge', due: '2026-12-21' }));
    given(...again)
      .when({ type: 'thank-for-feedback', thanks: 'We told the crew.' }, '2026-12-15T10:00:00Z')
      .refused(/^Thanks for feedback are sent when a case first comes in/);
    given(...again)
      .when({ type: 'record-service-request', service: 'waste', promisedBy: date('2026-12-18'), whatWeWillDo: 'x' }, '2026-12-15T10:00:00Z')
      .refused(/^A service request is recorded when a case first comes in/);
  });

  it('D3, D28: in no life is a complaint that was accepted thanked for as feedback, or made a request', async () => {
    await fc.assert(
      fc.property(walks(undefined, undefined, ['hand-over', 'return-hand-over', 'thank-for-feedback']), ({ steps }) => {
        const happened = steps.flatMap(({ decision }) => ('events' in decision ? decision.events : [])).map(({ type }) => type);
        const since = happened.indexOf('accepted-at-stage-one');
        const after = since === -1 ? [] : happened.slice(since);
        expect(after).not.toContain('feedback-recorded');
        expect(after).not.toContain('service-request-recorded');
      }),
      { numRuns: 100 },
    );
  });
});

describe('a request for service that goes another way as a whole', () => {
  it('D17: is still owed what we promised, by its day', () => {
    const signposted: EventData = { type: 'signposted', to: 'school', reasons: 'Governors.', suggested: 'stage-one' };
    for (const away of [handedOver, signposted]) {
      const state = caseOf(opened, at(noon, promised), at('2026-12-15T09:00:00Z', away));
      expect(deadlinesOf(state, rules)).toContainEqual(expect.objectContaining({ kind: 'service-request', due: '2026-12-18' }));
      given(opened, at(noon, promised), at('2026-12-15T09:00:00Z', away))
        .when({ type: 'close', reason: 'Gone.' }, '2026-12-16T09:00:00Z')
        .refused(/first: then the case can be closed\.$|^Record first that the other team has/);
    }
  });

  it('is that request again where the other team does not take it, and a complaint where somebody was not satisfied', () => {
    const back = at('2026-12-16T09:00:00Z', { ...notTaken, number: 3 });
    const again = caseOf(opened, at(noon, promised), at('2026-12-15T09:00:00Z', handedOver), back);
    expect(again).toMatchObject({ stage: 'service-request', promisedBy: '2026-12-18', ombudsman: 'HOS' });
    expect(again.request).toBeUndefined();
    const unhappy = at('2026-12-16T09:00:00Z', { ...notTaken, number: 4 });
    expect(caseOf(opened, at(noon, promised, notFixed), at('2026-12-15T09:00:00Z', handedOver), unhappy)).toMatchObject({
      stage: 'received',
      request: { promisedBy: '2026-12-18' },
    });
  });
});

describe('declining', () => {
  it('waits until everything they wrote has been read', () => {
    const { channel, receivedAt } = aContact(noon);
    const more = at(noon, { type: 'correspondence-added', channel, contactId: 'more', receivedAt, flags: [] });
    given(opened, more)
      .when(declined, '2026-12-15T09:00:00Z')
      .refused(/^There is a message that nobody has read/);
    given(opened, at(noon, { type: 'proposed', command: declined, because: 'It keeps a complaint out.' }), more)
      .when({ type: 'approve', number: 2, proposed: declined }, '2026-12-15T09:00:00Z', ben)
      .refused(/^There is a message that nobody has read/);
  });
});

describe('every life of a case', () => {
  it('D3: turns nobody away by a machine or by one person, nor without facts, what was weighed, an alternative and an Ombudsman', async () => {
    await fc.assert(
      fc.property(walks(), ({ steps }) => {
        for (const { by, before, decision } of steps) {
          if (!('events' in decision)) continue;
          for (const event of decision.events) {
            if (event.type === 'handed-over' || event.type === 'signposted' || event.type === 'feedback-recorded')
              expect(by.kind).toBe('officer');
            if (event.type === 'feedback-recorded') expect(before).toMatchObject({ stage: 'received' });
            if (event.type !== 'declined') continue;
            expect(decision.events[0]?.type).toBe('approved');
            expect(by).not.toMatchObject({ subject: before?.proposal?.by.subject });
            for (const words of [event.facts, event.discretion, event.alternative]) expect(words.trim()).not.toBe('');
            expect(event.ombudsmen.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('D12: forgets no hand-over: each waits with a deadline until it is confirmed, or is ours again', async () => {
    await fc.assert(
      fc.property(walks('2018-01-01', '2027-06-01'), ({ events, state }) => {
        const over = events.flatMap((event) =>
          event.type === 'hand-over-confirmed' || event.type === 'hand-over-returned' ? [event.number] : [],
        );
        const waiting = events.flatMap((event, index) => (event.type === 'handed-over' && !over.includes(index + 1) ? [index + 1] : []));
        const kept = state?.handOvers?.filter(({ confirmedOn }) => !confirmedOn).map(({ number }) => number) ?? [];
        expect(kept).toEqual(waiting);
        const open = state ? deadlinesOf(state, rules).filter(({ kind, met }) => kind === 'hand-over' && !met) : [];
        expect(open.map(({ about }) => about)).toEqual(waiting);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the ways out', () => {
  const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: [], staff: [] };

  it('lead where the policy says, and no route is left without one', () => {
    for (const team of receivingTeams) expect(waysOut[theirProcedures[team].route].ways).toContain('hand-over');
    for (const key of signposts) expect(waysOut[otherBodies[key].route].ways).toContain('signpost');
    for (const ground of groundsNotToAccept) expect(waysOut[ground].ways).toContain('decline');
    for (const { ways } of Object.values(waysOut)) expect(ways.length).toBeGreaterThan(0);
  });

  it('lead to teams that the council names, each with a mailbox', () => {
    for (const team of receivingTeams)
      expect(luton.receivingTeams[team]).toMatchObject({ mailbox: expect.stringMatching(/@.*\.example$/) });
  });

  it('tell the other team at once, with the date that counts and nothing of what was said', () => {
    const [event] = at(noon, handedOver).slice(-1);
    const state = caseOf(opened, at(noon, handedOver));
    const notices = event ? noticesFor(event, 2, state, context) : [];
    const toTeam = notices.find(({ kind }) => kind === 'to-receiving-team');
    expect(toTeam?.to).toMatchObject({ email: 'benefits-appeals@luton.example' });
    expect(JSON.stringify(toTeam?.letter)).toContain('Monday 14 December 2026');
    expect(JSON.stringify(toTeam?.letter)).not.toMatch(/bin|Rosa/);
  });
});
