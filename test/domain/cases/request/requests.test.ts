import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { CaseState } from '../../../../functions/domain/cases/case.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import { openFollowUp } from '../../../../functions/domain/cases/conversation/asked.ts';
import { decide } from '../../../../functions/domain/cases/decide.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { evolve } from '../../../../functions/domain/cases/evolve.ts';
import { type OfficerCommand, officerCommands } from '../../../../functions/domain/cases/possible.ts';
import { clockActs } from '../../../../functions/domain/deadlines/clock-acts.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { complainantOf } from '../../../../functions/domain/notices/addressee.ts';
import { aContact, asha, at, ben, caseOf, given, moment, received, rules, suggestsStageOne } from '../../../support/case-story.ts';
import { type Step, walks, wellFormed, whoMay } from '../case-walk.ts';

// Policy section 2: "A resident tells us their bin has not been collected. We treat this as a request for service and notify the resident their
// bin will be collected within three working days. Four working days later …" Monday 2 November 2026 is the day they told us.

const machine = { kind: 'system' } as const;
const day = (date: WrittenDate) => writtenDate(date);
const recorded = (changes: { readonly ombudsman?: 'HOS' } = {}): EventData => ({
  type: 'service-request-recorded',
  service: 'waste',
  promisedBy: day('2026-11-05'),
  whatWeWillDo: 'We will empty the bin.',
  suggested: 'service-request',
  ...changes,
});
const asked: EventData = { type: 'asked-whether-fixed', on: day('2026-11-05') };
const answeredOn = (on: WrittenDate): EventData => ({ type: 'service-request-answered', on: day(on), answer: 'The crew went.' });
const notFixed = (on: WrittenDate): EventData => ({ type: 'fixed-answer-recorded', fixed: 'no', on: day(on), note: 'She rang.' });
const says = (text: string, time: string): Command => ({ type: 'add-correspondence', contact: aContact(time, { text }), flags: [] });

const request = [received('2026-11-02T09:00:00Z'), at('2026-11-02T15:00:00Z', recorded())];
const tenants = [
  received('2026-11-02T09:00:00Z'),
  at('2026-11-02T15:00:00Z', recorded({ ombudsman: 'HOS' }), { type: 'choice-offered', on: day('2026-11-02') }),
];
const accept: Command = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' };
const complaint: EventData = {
  type: 'accepted-at-stage-one',
  service: 'waste',
  ombudsman: 'LGSCO',
  suggested: 'stage-one',
  expressedOn: day('2026-11-06'),
  requestGoesOn: true,
};

const questions = (...events: readonly (readonly CaseEvent[])[]) =>
  clockActs(caseOf(...events), rules).filter(({ command }) => command.type === 'ask-whether-fixed');
const dates = (...events: readonly (readonly CaseEvent[])[]) =>
  Object.fromEntries(deadlinesOf(caseOf(...events), rules).map(({ kind, due, met }) => [kind, met ? `met ${met}` : due]));

async function always(check: (step: Step) => void): Promise<void> {
  await fc.assert(
    fc.property(walks(), ({ steps }) => {
      for (const step of steps) check(step);
    }),
    { numRuns: 100 },
  );
}

/** Requests as they stand at some point of their life, and the moment of it. */
const livesWithRequest = fc.record({
  state: fc
    .constantFrom<readonly (readonly CaseEvent[])[]>(
      request,
      tenants,
      [...request, at('2026-11-03T09:00:00Z', answeredOn('2026-11-03'))],
      [...request, at('2026-11-05T16:00:00Z', asked)],
      [...tenants, at('2026-11-05T16:00:00Z', asked), at('2026-11-06T09:00:00Z', notFixed('2026-11-06'))],
    )
    .map((events) => caseOf(...events)),
  now: fc.constantFrom(moment('2026-11-06T10:00:00Z'), moment('2026-11-30T10:00:00Z')),
});

/** The case after an officer asked for this, or as it was where that is refused. */
function act(state: CaseState, type: OfficerCommand, now: Instant): CaseState {
  const decision = decide(rules, state, wellFormed(type, state, now), { commandId: 'asked', by: whoMay(state), at: now });
  return 'events' in decision ? decision.events.reduce<CaseState>(evolve, state) : state;
}

describe('on the promised day', () => {
  it('they are asked whether it is fixed, by the clock, at 16:00 in London', () => {
    expect(questions(...request)).toEqual([
      { name: 'ask-whether-fixed-2026-11-05', at: '2026-11-05T16:00:00.000Z', command: { type: 'ask-whether-fixed' } },
    ]);
    given(...request)
      .when({ type: 'ask-whether-fixed' }, '2026-11-05T16:00:00Z', machine)
      .yields(asked);
    given(...request)
      .when({ type: 'ask-whether-fixed' }, '2026-11-04T16:00:00Z', machine)
      .refused(/^They are asked on Thursday 5 November 2026/);
  });

  it('they are asked once', () => {
    const after = [...request, at('2026-11-05T16:00:00Z', asked)];
    expect(questions(...after)).toEqual([]);
    given(...after)
      .when({ type: 'ask-whether-fixed' }, '2026-11-06T09:00:00Z', machine)
      .refused(/need not be asked/);
  });

  it('they are asked also where we answered before it, and not by a second letter where the answer leaves on the day or later', () => {
    expect(questions(...request, at('2026-11-03T09:00:00Z', answeredOn('2026-11-03')))).toHaveLength(1);
    given(...request)
      .when({ type: 'answer-service-request', answer: 'The crew went.' }, '2026-11-05T11:00:00Z')
      .yields({ ...answeredOn('2026-11-05'), asks: true } as EventData);
    const answered = at('2026-11-05T11:00:00Z', { ...answeredOn('2026-11-05'), asks: true } as EventData);
    expect(questions(...request, answered)).toEqual([]);
  });

  it('nobody is asked who has told us, or to whom we cannot write', () => {
    expect(questions(...request, at('2026-11-04T09:00:00Z', notFixed('2026-11-04')))).toEqual([]);
    const [first, second] = request;
    const silent = first?.map((event) => ({ ...event, reachBy: [] })) ?? [];
    expect(questions(silent, second ?? [])).toEqual([]);
  });
});

describe('“no” makes the complaint, received on the day they said so', () => {
  it.each(['No', 'No.', 'no it is still there', 'My bin has still not been collected.', 'Nobody came!', 'It hasn’t been emptied yet.'])(
    'written as %j the day after the question',
    (words) => {
      const story = [...request, at('2026-11-05T16:00:00Z', asked)];
      given(...story)
        .when(says(words, '2026-11-06T08:10:00Z'), '2026-11-06T08:10:00Z', machine)
        .yields({
          type: 'correspondence-added',
          channel: 'email',
          contactId: 'message-2026-11-06T08:10:00Z',
          receivedAt: aContact('2026-11-06T08:10:00Z').receivedAt,
          flags: [],
          followUps: [{ kind: 'dissatisfaction', why: expect.any(Array) }],
        });
    },
  );

  it.each([
    'Yes, thank you.',
    'It has been collected, thanks. No need to do anything.',
    'Now it is done.',
    'No thanks, all is well now.',
    'No, thank you. No problems.',
  ])('and %j does not', (words) => {
    const story = [...request, at('2026-11-05T16:00:00Z', asked)];
    given(...story)
      .when(says(words, '2026-11-06T08:10:00Z'), '2026-11-06T08:10:00Z', machine)
      .yields({
        type: 'correspondence-added',
        channel: 'email',
        contactId: 'message-2026-11-06T08:10:00Z',
        receivedAt: aContact('2026-11-06T08:10:00Z').receivedAt,
        flags: [],
      });
  });

  it('and the same words before the promised day are no more than news', () => {
    given(...request)
      .when(says('My bin has still not been collected.', '2026-11-03T08:10:00Z'), '2026-11-03T08:10:00Z', machine)
      .yields({
        type: 'correspondence-added',
        channel: 'email',
        contactId: 'message-2026-11-03T08:10:00Z',
        receivedAt: aContact('2026-11-03T08:10:00Z').receivedAt,
        flags: [],
      });
  });

  it('told to an officer, by the day on which they were told', () => {
    const told = [...request, at('2026-11-06T12:00:00Z', notFixed('2026-11-06'))];
    expect(dates(...told)).toMatchObject({ 'acknowledge-complaint': '2026-11-13' });
    given(...told)
      .when(accept, '2026-11-09T09:00:00Z')
      .yields(complaint);
    given(...request)
      .when({ type: 'record-fixed-answer', fixed: 'no', on: day('2026-11-07'), note: 'She rang.' }, '2026-11-06T12:00:00Z')
      .refused(/cannot be still to come/);
  });
});

describe('a complaint that came out of a request', () => {
  const story = [...request, at('2026-11-06T12:00:00Z', notFixed('2026-11-06')), at('2026-11-06T13:00:00Z', complaint)];

  it('runs from the day they were not satisfied, and the request goes on with its own date', () => {
    expect(caseOf(...story)).toMatchObject({ stage: 'accepted', receivedOn: '2026-11-06', request: { promisedBy: '2026-11-05' } });
    expect(dates(...story)).toMatchObject({ acknowledge: '2026-11-13', 'service-request': '2026-11-05' });
  });

  it('leaves the request with whoever does it', () => {
    const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: day('2026-11-03') } };
    const state = caseOf(...request, at('2026-11-03T09:00:00Z', allocated), ...story.slice(2));
    expect(state).toMatchObject({ request: { officer: { name: 'Ben Example' } } });
    expect(deadlinesOf(state, rules).find(({ kind }) => kind === 'service-request')?.keeper?.name).toBe('Ben Example');
  });

  it('has its request answered beside it, late where it is late', () => {
    given(...story)
      .when({ type: 'answer-service-request', answer: 'Emptied this morning.' }, '2026-11-09T09:00:00Z')
      .yields(
        { type: 'service-request-answered', on: day('2026-11-09'), answer: 'Emptied this morning.', asks: true },
        { type: 'deadline-missed', deadline: 'service-request', due: day('2026-11-05'), metOn: day('2026-11-09') },
      );
    const after = [...story, at('2026-11-09T09:00:00Z', answeredOn('2026-11-09'))];
    expect(dates(...after)).toMatchObject({ acknowledge: '2026-11-13', 'service-request': 'met 2026-11-09' });
  });

  it('may be withdrawn, and what we promised is still owed', () => {
    const withdrawn = at('2026-11-09T09:00:00Z', { type: 'withdrawn', on: day('2026-11-09'), howWeKnow: 'She rang.' });
    expect(dates(...story, withdrawn)).toMatchObject({ 'service-request': '2026-11-05' });
    given(...story, withdrawn)
      .when({ type: 'answer-service-request', answer: 'Emptied.' }, '2026-11-10T09:00:00Z')
      .yields(
        { type: 'service-request-answered', on: day('2026-11-10'), answer: 'Emptied.', asks: true },
        { type: 'deadline-missed', deadline: 'service-request', due: day('2026-11-05'), metOn: day('2026-11-10') },
      );
  });

  it('D17: is received on the day they were not satisfied, and keeps the request, its date and what is owed, whatever officers do next', async () => {
    await fc.assert(
      fc.property(livesWithRequest, fc.shuffledSubarray([...officerCommands], { minLength: 30 }), ({ state: before, now }, commands) => {
        if (before.stage !== 'service-request') throw new Error('no request');
        const told = openFollowUp(before, 'dissatisfaction')?.since;
        let state = act(before, 'accept-at-stage-one', now);
        expect(state).toMatchObject({ stage: 'accepted', receivedOn: told ?? before.receivedOn });
        for (const type of [...officerCommands, ...commands]) {
          const was = state;
          state = act(was, type, now);
          const { decidedOn, promisedBy } = before;
          expect(state.request).toMatchObject({ decidedOn, promisedBy });
          expect(deadlinesOf(state, rules).find(({ kind }) => kind === 'service-request')?.met).toBe(state.request?.answeredOn);
          if (was.stage !== 'closed' && state.stage === 'closed' && state.because === 'concluded')
            expect(state.request?.answeredOn).toBeDefined();
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('closing a request', () => {
  const close: Command = { type: 'close', reason: 'Done.' };
  const answered = [...request, at('2026-11-03T09:00:00Z', answeredOn('2026-11-03'))];

  it('waits until they were asked, or have told us', () => {
    given(...answered)
      .when(close, '2026-11-04T09:00:00Z')
      .refused(/^They are asked on Thursday 5 November 2026 whether it is fixed/);
    const closed: EventData = { type: 'closed', on: day('2026-11-06'), reason: 'Done.' };
    given(...answered, at('2026-11-05T16:00:00Z', asked))
      .when(close, '2026-11-06T09:00:00Z')
      .yields(closed);
    const yes: EventData = { type: 'fixed-answer-recorded', fixed: 'yes', on: day('2026-11-04'), note: 'She rang.' };
    given(...answered, at('2026-11-04T09:00:00Z', yes))
      .when(close, '2026-11-06T09:00:00Z')
      .yields(closed);
  });

  it('D17: never happens before its promise was answered, nor while nobody who can be asked was asked or has told us', async () => {
    await always(({ after, at: now }) => {
      if (after?.stage !== 'service-request') return;
      const decision = decide(rules, after, close, { commandId: 'asked', by: asha, at: now });
      if ('refused' in decision) return expect(decision.refused).toMatch(/\.$/);
      expect(after.answeredOn).toBeDefined();
      expect(after.askedOn ?? after.fixed ?? complainantOf(after) === undefined).toBeTruthy();
    });
  });
});

describe('a council tenant', () => {
  const unhappy = at('2026-11-04T09:00:00Z', {
    type: 'correspondence-added',
    channel: 'email',
    contactId: 'message-2',
    receivedAt: aContact('2026-11-04T09:00:00Z').receivedAt,
    flags: [],
    followUps: [{ kind: 'dissatisfaction', why: [] }],
  });
  const choose = (complain: boolean): Command => ({ type: 'record-choice', complain, on: day('2026-11-05') });

  it('is offered the choice to complain in the first letter about their request', () => {
    given(received('2026-11-02T09:00:00Z'))
      .when(
        {
          type: 'record-service-request',
          service: 'waste',
          promisedBy: day('2026-11-05'),
          whatWeWillDo: 'We will empty the bin.',
          ombudsman: 'HOS',
        },
        '2026-11-02T15:00:00Z',
      )
      .yields({ ...recorded({ ombudsman: 'HOS' }), suggested: 'stage-one' } as EventData, {
        type: 'choice-offered',
        on: day('2026-11-02'),
      });
  });

  it('who is not satisfied is asked what they choose; nobody else says that nothing is to be done', () => {
    const setAside: Command = { type: 'set-aside-follow-up', followUp: 'dissatisfaction', reason: 'She is always cross.' };
    given(...tenants, unhappy)
      .when(setAside, '2026-11-05T09:00:00Z')
      .refused(/can always choose to complain/);
    given(...request, unhappy)
      .when(setAside, '2026-11-05T09:00:00Z')
      .yields({
        type: 'proposed',
        command: setAside,
        because: 'It says that somebody who is not satisfied asks nothing of us (policy section 3).',
      } as EventData);
    given(...tenants, unhappy)
      .when(choose(false), '2026-11-05T09:00:00Z')
      .yields({ type: 'choice-recorded', complain: false, on: day('2026-11-05') });
  });

  it('D28: nobody sets aside a plain “no”', () => {
    const setAside: Command = { type: 'set-aside-follow-up', followUp: 'dissatisfaction', reason: 'She is always cross.' };
    given(...request, at('2026-11-06T09:00:00Z', notFixed('2026-11-06')))
      .when(setAside, '2026-11-06T10:00:00Z')
      .refused(/^They told us that it is not fixed, which makes a complaint/);
  });

  it('is one by what triage suggests, where no officer has said otherwise', () => {
    const housing = received('2026-11-02T09:00:00Z', { ...suggestsStageOne, ombudsman: 'HOS' });
    const setAside: Command = { type: 'set-aside-follow-up', followUp: 'dissatisfaction', reason: 'She is always cross.' };
    given(housing, at('2026-11-02T15:00:00Z', recorded()), unhappy)
      .when(setAside, '2026-11-05T09:00:00Z')
      .refused(/can always choose to complain/);
  });

  it('who leaves it as a request has said all that they wanted to, until they say more', () => {
    const stays = at('2026-11-05T09:00:00Z', { type: 'choice-recorded', complain: false, on: day('2026-11-05') });
    expect(openFollowUp(caseOf(...tenants, unhappy, stays), 'dissatisfaction')).toBeUndefined();
    const later = unhappy.map((event) => ({ ...event, receivedAt: aContact('2026-11-06T09:00:00Z').receivedAt })) as CaseEvent[];
    expect(openFollowUp(caseOf(...tenants, stays, later), 'dissatisfaction')).toMatchObject({ since: '2026-11-06' });
  });

  it('who chooses to complain has done so on that day', () => {
    const complains = at('2026-11-05T09:00:00Z', { type: 'choice-recorded', complain: true, on: day('2026-11-05') });
    given(...tenants, complains)
      .when({ ...accept, ombudsman: 'HOS' } as Command, '2026-11-06T09:00:00Z')
      .yields({ ...complaint, ombudsman: 'HOS', expressedOn: day('2026-11-05') } as EventData);
  });

  it('Housing Code 1.3: no tenant’s dissatisfaction ends but by their own choice, a complaint, a withdrawal, or two people who decline it', async () => {
    const theirs = ['record-choice', 'accept-at-stage-one', 'withdraw'];
    await fc.assert(
      fc.property(livesWithRequest, ({ state: before, now }) => {
        if (before.stage !== 'service-request') throw new Error('no request');
        const state = unhappy.reduce<CaseState>(evolve, { ...before, ombudsman: 'HOS' });
        expect(openFollowUp(state, 'dissatisfaction')).toBeDefined();
        for (const type of officerCommands) {
          const after = act(state, type, now);
          if (openFollowUp(after, 'dissatisfaction')) continue;
          if (type === 'approve') expect([state.proposal?.what, after.stage]).toEqual(['decline', 'another-route']);
          else expect(theirs).toContain(type);
        }
      }),
      { numRuns: 25 },
    );
  });
});
