import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import type { NoticeRecord } from '../../functions/app/ports.ts';
import type { ShownCase } from '../../functions/app/show-case.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { type WrittenDate, writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Officer } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import type { CaseEvent, EventData } from '../../functions/domain/cases/event.ts';
import type { Suggestion } from '../../functions/domain/triage/suggestion.ts';
import { groupIn, groupsInOrder } from '../../functions/web/desk/action-groups.ts';
import { doneInWords } from '../../functions/web/desk/done-in-words.ts';
import { stepsOf, waysSuggested } from '../../functions/web/desk/next-step.ts';
import { timelineOf } from '../../functions/web/desk/timeline-view.ts';
import {
  aContact,
  accepted,
  asha,
  at,
  ben,
  carol,
  caseOf,
  type reference as given,
  moment,
  received,
  spoke,
  suggestsStageOne,
} from '../support/case-story.ts';
import { createWebsite, type Website } from '../support/website.ts';

const reference = 'LBC-2026-000001' as typeof given;
const erin: Officer = { kind: 'officer', subject: 'officer-erin', name: 'Erin Example', email: 'erin@council.example' };
const ada: Officer = { kind: 'officer', subject: 'officer-ada', name: 'Ada Example', email: 'ada@council.example' };

describe('the next step', () => {
  let site: Website;
  let asked = 0;
  /** Asha and Ben run the desk, Carol investigates, Erin advises, Ada audits. */
  beforeEach(async () => {
    site = createWebsite();
    for (const officer of [asha, ben]) await site.store.rememberOfficer(officer, ['complaints-team']);
    await site.store.rememberOfficer(carol, ['investigator']);
    await site.store.rememberOfficer(erin, ['equality-co-ordinator']);
    await site.store.rememberOfficer(ada, ['auditor']);
    await takeIn(
      site.taking,
      aContact('2026-12-18T09:00:00Z', { id: 'first', text: 'My bin was missed because I am Black. That is discrimination.' }),
    );
  });
  const does = async (by: Officer, command: Command) => {
    asked += 1;
    expect(await site.runAs({ reference, command, commandId: `asked-${asked}`, by })).toMatchObject({ kind: 'done' });
  };
  const stepFor = async (by: Officer) => {
    const answer = await site.ask(by, 'GET', `/desk/cases/${reference}`);
    const page = parse('html' in answer ? answer.html : '');
    return {
      heading: page.querySelector('#next-step')?.text,
      forms: page.querySelectorAll('.next-step form').map(({ id }) => id),
      links: page.querySelectorAll('.next-step a, .doings a').map((link) => link.getAttribute('href')?.split('/do/')[1]),
    };
  };
  const allocatedToCarol = async () => {
    await does(asha, { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await does(asha, { type: 'allocate', service: 'waste', officer: carol, reason: 'She knows the round.' } as Command);
  };

  test('of an investigation is for whoever looks into it; others read for whom it waits', async () => {
    await allocatedToCarol();
    expect(await stepFor(carol)).toMatchObject({ heading: 'Next step: Acknowledge', forms: ['form-acknowledge'] });
    expect(await stepFor(asha)).toMatchObject({ heading: 'Waits for Carol Example', forms: [] });
    expect((await stepFor(asha)).links).toContain('acknowledge');
    expect(await stepFor(ada)).toEqual({ heading: 'Waits for Carol Example', forms: [], links: [] });
  });

  test('never waits for whoever reads it: where something stands before their step, they read what', async () => {
    await allocatedToCarol();
    await does(carol, { type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: 'A bin.' });
    const spoken = {
      type: 'record-contact',
      on: writtenDate('2026-12-18'),
      how: 'telephone',
      outcome: 'spoke',
      note: 'She told me.',
    } as const;
    await does(carol, spoken);
    await does(erin, { type: 'record-consultation', advice: 'Ask who missed it.' } as Command);
    const email = { references: [], to: ['r.case@complaints.example'] };
    await takeIn(
      { ...site.taking, replyAddresses: { caseOf: () => reference } },
      aContact('2026-12-18T10:00:00Z', { id: 'more', text: 'The lid is broken as well.', email }),
    );
    expect((await stepFor(asha)).heading).toBe('Waits for Carol Example');
    expect((await stepFor(carol)).heading).toBe('What comes next: Respond');
  });

  test('is the part that a service was asked for, for whoever works for it', async () => {
    await allocatedToCarol();
    const dan = { ...erin, subject: 'officer-dan', name: 'Dan Example' };
    await site.store.rememberOfficer(dan, ['investigator']);
    await site.store.recordStaff(dan.subject, { at: moment('2026-12-18T09:00:00Z'), by: ben, record: { services: ['parking'] } }, 0);
    await does(carol, { type: 'ask-contribution', service: 'parking', question: 'Was the lane blocked?', due: writtenDate('2026-12-22') });
    expect(await stepFor(dan)).toMatchObject({
      heading: 'Next step: Record what another service answered',
      forms: ['form-record-contribution'],
    });
    expect((await stepFor(carol)).heading).toBe('Next step: Acknowledge');
  });

  test('is the advice for whoever gives it, and for nobody else a form', async () => {
    await allocatedToCarol();
    expect(await stepFor(erin)).toMatchObject({
      heading: 'Next step: Give advice as equality co-ordinator',
      forms: ['form-record-consultation'],
    });
    for (const officer of [asha, carol]) expect((await stepFor(officer)).links).not.toContain('record-consultation');
  });

  test('is to approve for whoever may, and never for whoever wrote it', async () => {
    await does(asha, {
      type: 'decline',
      ground: 'already-considered',
      facts: 'It was LBC-2025-000009.',
      discretion: 'She has been ill.',
      alternative: 'The Ombudsman.',
      ombudsmen: ['LGSCO'],
    } as Command);
    expect(await stepFor(ben)).toMatchObject({ heading: 'Next step: Approve what waits for a second person', forms: ['form-approve'] });
    const author = await stepFor(asha);
    expect(author).toMatchObject({ heading: 'Waits for Ben Example, since Friday 18 December 2026', forms: [] });
    expect(author.links).not.toContain('approve');
  });
});

const suggesting = (changes: Partial<Suggestion>) => caseOf(received('2026-12-18T09:00:00Z', { ...suggestsStageOne, ...changes }));

test('a case that is answered waits for the work that we promised before it was a complaint', () => {
  const complaint = [
    ...received('2026-11-02T09:00:00Z'),
    ...at('2026-11-02T15:00:00Z', {
      type: 'service-request-recorded',
      service: 'waste',
      promisedBy: writtenDate('2026-11-20'),
      whatWeWillDo: 'We will empty the bin.',
      suggested: 'service-request',
    }),
  ];
  const before = caseOf(complaint, at('2026-11-06T13:00:00Z', { ...accepted, requestGoesOn: true } as EventData));
  expect(stepsOf({ ...before, stage: 'answered' } as typeof before)).toEqual(['answer-service-request']);
});

describe('a new case', () => {
  test('opens at the form of what triage suggests, and a press away stand the others', () => {
    expect(stepsOf(suggesting({ primary: 'statutory-appeal' }))).toEqual(['hand-over']);
    expect(waysSuggested(suggesting({ primary: 'statutory-appeal' }))).toEqual(['hand-over', 'signpost']);
    expect(stepsOf(suggesting({ primary: 'feedback' }))).toEqual(['thank-for-feedback']);
    expect(stepsOf(suggesting({ primary: 'service-request' }))).toEqual(['record-service-request']);
  });

  test('D3: opens at the complaint where we may be those who should answer, or where the other way would be to turn it away', () => {
    expect(stepsOf(suggesting({ primary: 'statutory-appeal', also: ['stage-one'] }))).toEqual(['accept-at-stage-one']);
    expect(stepsOf(suggesting({ primary: 'statutory-appeal', needsPerson: true }))).toEqual(['accept-at-stage-one']);
    for (const primary of ['out-of-time', 'already-considered', 'legal-proceedings', 'other'] as const)
      expect([primary, stepsOf(suggesting({ primary }))]).toEqual([primary, ['accept-at-stage-one']]);
  });
});

const answered = caseOf(
  received('2026-11-02T09:00:00Z'),
  at(
    '2026-11-03T09:00:00Z',
    accepted,
    { type: 'allocated', allocation: { service: 'waste', officer: carol, on: writtenDate('2026-11-03') } },
    {
      type: 'acknowledged',
      acknowledgement: {
        on: writtenDate('2026-11-03'),
        due: writtenDate('2026-11-03'),
        definition: 'The bin was missed.',
        outcomesSought: 'A bin.',
        noticeId: '0004-acknowledgement',
      },
    },
    {
      type: 'responded',
      response: { on: writtenDate('2026-11-03'), due: writtenDate('2026-11-17'), outcome: 'upheld' },
      definition: 'The bin was missed.',
      decision: 'We got it wrong.',
    } as EventData,
  ),
);

test('after the answer, stage two that nobody asked for and what is long settled come last; where they ask, stage two comes first', () => {
  const order = groupsInOrder(answered);
  const place = (state: typeof answered, action: Parameters<typeof groupIn>[1]) => order.indexOf(groupIn(state, action));
  for (const action of ['accept-at-stage-two', 'decline-stage-two', 'hand-over', 'allocate'] as const)
    for (const likely of ['close', 'promise-remedy'] as const) expect(place(answered, action)).toBeGreaterThan(place(answered, likely));
  const unhappy = {
    ...answered,
    followUps: [{ kind: 'dissatisfaction', since: writtenDate('2026-11-05'), contactId: 'm' }],
  } as typeof answered;
  expect(groupIn(unhappy, 'accept-at-stage-two')).toBe('steps');
});

describe('what happened', () => {
  const alert = (day: number, standing: NoticeRecord['standing']) =>
    ({
      id: `alert-${day}`,
      kind: 'alert',
      to: { by: 'email', email: 'waste@council.example' },
      plannedAt: moment(`2026-12-${String(day).padStart(2, '0')}T08:30:00Z`),
      attempts: 1,
      standing,
    }) as NoticeRecord;

  test('has the reminders of an overdue case in one line, with a count, below what was done and what went to the person', () => {
    const sent = Array.from({ length: 20 }, (_, day) =>
      alert(day + 1, { kind: 'delivered', at: moment('2026-12-18T09:00:00Z') } as NoticeRecord['standing']),
    );
    const failed = alert(21, { kind: 'failed', why: 'refused', at: moment('2026-12-21T09:00:00Z') } as NoticeRecord['standing']);
    const events = received('2026-11-02T09:00:00Z');
    const shown = { state: caseOf(events), events, notices: [...sent, failed] } as unknown as ShownCase;
    const { latest, reminders, remindersInWords } = timelineOf(luton, shown, moment('2026-12-22T09:00:00Z'));
    expect(latest).toHaveLength(1);
    expect(reminders.map(({ letter }) => letter.href.split('/').at(-1)).slice(0, 2)).toEqual(['alert-21', 'alert-20']);
    expect(remindersInWords).toBe('21 reminders to officers, 1 of them not delivered');
  });
});

describe('what the page says after an act', () => {
  const act = (commandId: string) => at('2026-11-03T09:00:00Z', spoke('2026-11-03')).map((event) => ({ ...event, commandId }));
  const extend = act('extend');
  const pageAfter = (name: string, id: string | null, letters: readonly Partial<NoticeRecord>[], later: readonly CaseEvent[] = []) => {
    const events = [...received('2026-11-02T09:00:00Z'), ...extend];
    const notices = letters.map((letter) => ({ ...letter, id: `${String(events.length).padStart(4, '0')}-${letter.kind}` }));
    return doneInWords({ state: caseOf(events), events: [...events, ...later], notices } as unknown as ShownCase, { name, act: id });
  };
  const extended = (to?: NoticeRecord['to']) => pageAfter('extend', 'extend', to ? [{ kind: 'extension', to }] : []);

  test('is true of what goes out', () => {
    expect(extended({ by: 'email', email: 'rosa@resident.example' })).toBe('Extended. The person is being told');
    expect(extended({ by: 'post' })).toBe('Extended. Their letter is to be printed and posted');
    expect(extended()).toBe('Extended. No letter goes to the person');
    expect(pageAfter('refuse-authority', 'extend', [])).toBe('Recorded. No letter goes to the representative');
  });

  test('is of the act that its address names, and nothing once an officer has done another, or where it names none', () => {
    expect(pageAfter('extend', 'extend', [], act('another'))).toBeUndefined();
    expect([pageAfter('extend', null, []), pageAfter('extend', 'unheard-of', [])]).toEqual([undefined, undefined]);
  });

  test('tells of a promise for a day on which nobody works', () => {
    const promising = (promisedBy: WrittenDate) => {
      const recorded = { type: 'service-request-recorded', service: 'waste', promisedBy: writtenDate(promisedBy) } as EventData;
      const events = at('2026-12-18T09:00:00Z', recorded).map((event) => ({ ...event, commandId: 'promise' }));
      const shown = { state: caseOf(received('2026-12-18T08:00:00Z')), events, notices: [] } as unknown as ShownCase;
      return doneInWords(shown, { name: 'record-service-request', act: 'promise' });
    };
    expect(promising('2026-12-25')).toContain('You promised something by Friday 25 December 2026, which is no working day');
    expect(promising('2027-01-09')).toContain('Saturday 9 January 2027');
    expect(promising('2026-12-24')).not.toContain('no working day');
  });

  test('names who was given the case', () => {
    const shown = { state: answered, events: extend, notices: [] } as unknown as ShownCase;
    expect(doneInWords(shown, { name: 'allocate', act: 'extend' })).toBe('Allocated to Carol Example');
  });
});
