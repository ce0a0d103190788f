import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../../functions/domain/cases/actor.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import type { Arrival } from '../../../../functions/domain/cases/conversation/conversation.ts';
import { asksOnlyForNews } from '../../../../functions/domain/cases/conversation/following-up.ts';
import { takenAs } from '../../../../functions/domain/cases/conversation/ready.ts';
import { decide } from '../../../../functions/domain/cases/decide.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { possibleCommands } from '../../../../functions/domain/cases/possible.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import type { FollowUpKind } from '../../../../functions/domain/triage/follow-up-kinds.ts';
import { aContact, accepted, at, ben, caseOf, given, moment, received, rules } from '../../../support/case-story.ts';

const opened = received('2026-12-14T09:00:00Z');
const machine = { kind: 'system' } as const;
const does = (...kinds: readonly FollowUpKind[]): Arrival => ({ followUps: kinds.map((kind) => ({ kind, why: [] })) });
const contact = { channel: 'email', id: 'reply' } as const;

/** What follows in a case when somebody asks for something. */
function eventsOf(before: readonly CaseEvent[], command: Command, time: string): readonly CaseEvent[] {
  const decision = decide(rules, caseOf(before), command, { commandId: 'asked', by: machine, at: moment(time) });
  return 'events' in decision ? decision.events : [];
}

/** A message that came, at that time. */
function came(time: string, arrival: Arrival = {}, id = 'reply') {
  const { channel, receivedAt } = aContact(time);
  return at(time, { type: 'correspondence-added', channel, contactId: id, receivedAt, flags: [], ...arrival });
}

const responded: readonly EventData[] = [
  accepted,
  { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-12-15') } },
  {
    type: 'acknowledged',
    acknowledgement: {
      on: writtenDate('2026-12-15'),
      due: writtenDate('2026-12-21'),
      definition: 'Bins.',
      outcomesSought: 'Bins.',
      noticeId: '0004-acknowledgement',
    },
  },
  {
    type: 'responded',
    response: { on: writtenDate('2026-12-16'), due: writtenDate('2026-12-31'), outcome: 'not-upheld' },
    definition: 'Bins.',
    decision: 'No.',
    reasons: 'The log.',
  },
];
const answered = at('2026-12-16T09:00:00Z', ...responded);

function due(...events: readonly (readonly CaseEvent[])[]) {
  return Object.fromEntries(
    deadlinesOf(caseOf(...events), rules)
      .filter(({ met, ended }) => met === undefined && ended === undefined)
      .map((deadline) => [deadline.kind, deadline.due]),
  );
}

describe('a message that joins a case', () => {
  it('is not joined by a machine for somebody who is no writer of it', () => {
    const stranger = aContact('2026-12-15T09:00:00Z', { from: { email: 'eve@elsewhere.example' } });
    const command = { type: 'add-correspondence', contact: stranger, flags: [], joinedBy: 'reply-address' } as const;
    given(opened).when(command, '2026-12-15T09:00:00Z', machine).refused('Only a person joins a stranger to a case.');
  });

  it('may be a stranger’s where an officer joins it, and then so may the next', () => {
    const state = caseOf(opened, came('2026-12-15T09:00:00Z', { joinedBy: 'officer', writer: 'eve@elsewhere.example' }));
    expect(state.writers).toEqual(['eve@elsewhere.example']);
  });

  it('is due to be read, and keeps what it asks when it has been', () => {
    const asks = came('2026-12-15T09:00:00Z', {
      ...does('chaser', 'withdrawal', 'new-evidence'),
      question: { kind: 'same-or-new', because: 'new-matter' },
    });
    const asked = { 'answer-chaser': '2026-12-16', 'confirm-withdrawal': '2026-12-16', 'same-or-new': '2026-12-16' };
    expect(due(opened, asks)).toMatchObject({ 'read-correspondence': '2026-12-16', ...asked });
    const read = at('2026-12-15T12:00:00Z', { type: 'correspondence-read' });
    expect(due(opened, asks, read)).toMatchObject(asked);
    expect(due(opened, asks, read)).not.toHaveProperty('read-correspondence');
  });

  it('that is a copy changes no date', () => {
    expect(due(opened, came('2026-12-15T09:00:00Z', { duplicateOf: 'first', ...does('chaser') }))).toEqual(due(opened));
  });

  it('asks for stage two only after the response, within five working days', () => {
    expect(due(opened, came('2026-12-17T09:00:00Z', does('dissatisfaction')))).not.toHaveProperty('acknowledge-stage-two');
    expect(due(opened, answered, came('2026-12-17T09:00:00Z', does('dissatisfaction')))).toMatchObject({
      'acknowledge-stage-two': '2026-12-24',
    });
  });

  it('asks for it also when the case is closed, which then comes back into the queue', () => {
    const closed = at('2026-12-17T09:00:00Z', { type: 'closed', on: writtenDate('2026-12-17'), reason: 'Answered.' });
    const state = caseOf(opened, answered, closed, came('2026-12-18T09:00:00Z', does('dissatisfaction', 'withdrawal')));
    expect(state.followUps).toEqual([{ kind: 'dissatisfaction', since: '2026-12-18', contactId: 'reply' }]);
  });
});

describe('somebody who is not satisfied where nothing was looked into as a complaint', () => {
  const request = at('2026-12-15T09:00:00Z', {
    type: 'service-request-recorded',
    service: 'waste',
    promisedBy: writtenDate('2026-12-16'),
    whatWeWillDo: 'Empty it.',
    suggested: 'service-request',
  });
  const done = at('2026-12-16T09:00:00Z', { type: 'service-request-answered', on: writtenDate('2026-12-16'), answer: 'Done.', asks: true });
  const elsewhere = at('2026-12-15T09:00:00Z', {
    type: 'sent-another-way',
    route: 'school',
    reasons: 'Governors.',
    whatToDoInstead: 'Write to them.',
    suggested: 'school',
  });
  const unhappy = came('2026-12-17T09:00:00Z', does('dissatisfaction'));
  const read = at('2026-12-17T12:00:00Z', { type: 'correspondence-read' });
  const accept = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' } as const;
  const acceptedSince: EventData = {
    ...accept,
    type: 'accepted-at-stage-one',
    suggested: 'stage-one',
    expressedOn: writtenDate('2026-12-17'),
  };
  const friday = '2026-12-18T09:00:00Z';
  const goesOn = { requestGoesOn: true } as const;
  const cases: readonly [string, readonly (readonly CaseEvent[])[], typeof goesOn | undefined][] = [
    ['the answer to a request', [opened, request, done], goesOn],
    ['how a request goes on', [opened, request], goesOn],
    ['another route', [opened, elsewhere], undefined],
  ];

  it.each(cases)('with %s has five working days from that message, and reading it ends nothing', (_, events) => {
    expect(due(...events, unhappy, read)).toMatchObject({ 'acknowledge-complaint': '2026-12-24' });
    expect(due(...events, unhappy)).not.toHaveProperty('acknowledge-stage-two');
  });

  it.each(cases)('with %s makes a complaint received on the day they said so', (_, events, beside) => {
    given(...events, unhappy)
      .when(accept, friday)
      .yields({ ...acceptedSince, ...beside });
    const expressed = at(friday, acceptedSince);
    expect(caseOf(...events, unhappy, expressed)).toMatchObject({ receivedOn: '2026-12-17', followUps: undefined });
    expect(due(...events, unhappy, expressed)).toMatchObject({ acknowledge: '2026-12-24' });
  });

  it('keeps the first day where it was a complaint all along', () => {
    given(opened, request, unhappy)
      .when({ ...accept, alwaysAComplaint: true }, friday)
      .yields({ ...accepted, ...goesOn } as EventData);
    given(opened, request)
      .when(accept, friday)
      .yields({ ...accepted, ...goesOn } as EventData);
    expect(caseOf(opened, request, unhappy, at(friday, accepted))).toMatchObject({ receivedOn: '2026-12-14', followUps: undefined });
  });

  it('is not closed away: it is a complaint, or an officer says why not', () => {
    const close = { type: 'close', reason: 'Done.' } as const;
    given(opened, request, done, unhappy)
      .when(close, friday)
      .refused(/^They are not satisfied, which makes a complaint/);
    given(opened, request, done, unhappy)
      .when({ type: 'accept-at-stage-two', askedOn: writtenDate('2026-12-17') }, friday)
      .refused(/no stage one response.* Accept it/);
    const aside = at(friday, { type: 'follow-up-set-aside', followUp: 'dissatisfaction', reason: 'She thanked us.' });
    given(opened, request, done, unhappy, aside)
      .when(close, friday)
      .refused(/^There is a message that nobody has read/);
    given(opened, request, done, unhappy, aside, at(friday, { type: 'correspondence-read' }))
      .when(close, friday)
      .yields({ type: 'closed', on: writtenDate('2026-12-18'), reason: 'Done.' });
  });

  it('is answered by the decision to send it another way, and may be unhappy with that in turn', () => {
    expect(due(opened, request, unhappy, elsewhere)).not.toHaveProperty('acknowledge-complaint');
    const again = came(friday, does('dissatisfaction'), 'again');
    expect(due(opened, request, unhappy, elsewhere, again)).toMatchObject({ 'acknowledge-complaint': '2026-12-29' });
  });

  it('with a case that is closed gets a case of their own from that message', () => {
    const closed = at('2026-12-16T12:00:00Z', { type: 'closed', on: writtenDate('2026-12-16'), reason: 'Done.' });
    expect(due(opened, request, done, closed, unhappy)).toMatchObject({ 'acknowledge-complaint': '2026-12-24' });
    given(opened, request, done, closed, unhappy)
      .when(accept, friday)
      .refused(/closed on .* a complaint of its own/);
  });
});

describe('the message that opened a complaint', () => {
  const out = (changes: Partial<Extract<Command, { type: 'move-out' }>>): Command => ({
    type: 'move-out',
    contact: { channel: 'email', id: aContact('2026-12-14T09:00:00Z').id },
    to: 'LBC-2026-000009' as Reference,
    toReceivedOn: writtenDate('2026-12-01'),
    takenAs: 'complaint',
    opened: true,
    unread: false,
    ...changes,
  });
  const time = '2026-12-15T09:00:00Z';
  const complaint = [opened, at('2026-12-14T10:00:00Z', accepted)];

  it('D3: does not go where nobody would answer it', () => {
    given(opened)
      .when(out({ takenAs: 'message' }), time)
      .refused(/^Nobody would answer this complaint/);
    given(...complaint)
      .when(out({ takenAs: 'message' }), time)
      .refused(/^Nobody would answer this complaint/);
    given(...complaint)
      .when(out({ takenAs: 'task' }), time)
      .refused(/^Nobody would answer this complaint/);
    const moved: EventData = {
      type: 'contact-moved-out',
      channel: 'email',
      contactId: aContact('2026-12-14T09:00:00Z').id,
      to: 'LBC-2026-000009' as Reference,
      opened: true,
      unread: false,
      on: writtenDate('2026-12-15'),
    };
    given(...complaint)
      .when(out({}), time)
      .yields(moved);
    given(opened)
      .when(out({ takenAs: 'task' }), time)
      .yields(moved);
  });

  it('is answered as a part of its person’s complaint, and asks something of us where it is a follow-up to an answer', () => {
    const sent = { id: 'reply', from: { email: 'rosa@resident.example' } };
    expect(takenAs(caseOf(opened), sent)).toBe('complaint');
    expect(takenAs(caseOf(opened), { ...sent, from: { email: 'ken@elsewhere.example' } })).toBe('task');
    expect(takenAs(caseOf(opened, answered, came(time)), sent)).toBe('message');
    expect(takenAs(caseOf(opened, answered, came('2026-12-17T09:00:00Z', does('dissatisfaction'))), sent)).toBe('task');
  });
});

describe('a case', () => {
  it.each(['chaser', 'withdrawal'] as const)('D2: is not closed while a %s waits for somebody', (kind) => {
    given(opened, answered, came('2026-12-17T09:00:00Z', does(kind)), at('2026-12-17T10:00:00Z', { type: 'correspondence-read' }))
      .when({ type: 'close', reason: 'Answered.' }, '2026-12-18T09:00:00Z')
      .refused(/Then the case can be closed\.$/);
  });
});

describe('somebody who chases', () => {
  const chaser = (time: string) => ({ type: 'add-correspondence', contact: aContact(time), flags: [], ...does('chaser') }) as const;
  it.each([
    ['before the date', '2026-12-21T09:00:00Z', undefined],
    ['after it', '2026-12-22T09:00:00Z', [{ point: 'complaint-handling', deadline: 'acknowledge', due: '2026-12-21' }]],
  ])('%s makes complaint handling a point of it, or does not', (_, time, points) => {
    const state = caseOf(opened, eventsOf(opened, chaser(time), time));
    expect(state.points).toEqual(points);
  });

  it('twice after it adds it once', () => {
    const first = eventsOf(opened, chaser('2026-12-22T09:00:00Z'), '2026-12-22T09:00:00Z');
    const second = eventsOf([...opened, ...first], chaser('2026-12-23T09:00:00Z'), '2026-12-23T09:00:00Z');
    expect(second.map(({ type }) => type)).toEqual(['correspondence-added']);
  });

  it.each<[string, EventData]>([
    ['an answer', { type: 'chaser-answered', answer: 'On Friday.' }],
    ['the reason why none is needed', { type: 'follow-up-set-aside', followUp: 'chaser', reason: 'I rang her.' }],
  ])('is answered by %s', (_, event) => {
    expect(due(opened, came('2026-12-15T09:00:00Z', does('chaser')), at('2026-12-15T10:00:00Z', event))).not.toHaveProperty(
      'answer-chaser',
    );
  });

  it('twice waits from the first, and from the second where the first belongs to another case', () => {
    const both = [opened, came('2026-12-16T09:00:00Z', does('chaser'), 'second'), came('2026-12-15T09:00:00Z', does('chaser'), 'first')];
    expect(due(...both)).toMatchObject({ 'answer-chaser': '2026-12-16' });
    const moved = at('2026-12-16T10:00:00Z', {
      type: 'contact-moved-out',
      channel: 'email',
      contactId: 'first',
      to: 'LBC-2026-000009' as Reference,
      opened: false,
      unread: true,
      on: writtenDate('2026-12-16'),
    });
    expect(due(...both, moved)).toMatchObject({ 'answer-chaser': '2026-12-17' });
  });

  it('is read by whoever answers it, where they say that they have read what is new', () => {
    const chased = [opened, came('2026-12-15T09:00:00Z', does('chaser'))];
    given(...chased)
      .when({ type: 'answer-chaser', answer: 'On Friday.', hasRead: true }, '2026-12-15T10:00:00Z')
      .yields({ type: 'chaser-answered', answer: 'On Friday.' }, { type: 'correspondence-read' });
    given(...chased)
      .when({ type: 'answer-chaser', answer: 'On Friday.' }, '2026-12-15T10:00:00Z')
      .yields({ type: 'chaser-answered', answer: 'On Friday.' });
  });

  it('is read by its answer alone while no other message is new', () => {
    const chased = [...opened, ...came('2026-12-15T09:00:00Z', does('chaser'))];
    const more = [...chased, ...came('2026-12-15T09:30:00Z', {}, 'more')];
    expect([asksOnlyForNews(chased), asksOnlyForNews(more)]).toEqual([true, false]);
    expect(asksOnlyForNews([...more, ...at('2026-12-15T10:00:00Z', { type: 'correspondence-read' })])).toBe(true);
  });

  it('is answered by the response itself', () => {
    expect(due(opened, came('2026-12-15T09:00:00Z', does('chaser')), answered)).not.toHaveProperty('answer-chaser');
  });
});

describe('what an officer can do about it', () => {
  const can = (...events: readonly (readonly CaseEvent[])[]) =>
    possibleCommands(caseOf(...events), { rules, today: writtenDate('2027-01-20') })
      .filter(({ possible }) => possible)
      .map(({ type }) => type);

  it('is offered while it waits', () => {
    expect(can(opened)).not.toContain('answer-chaser');
    const waits = can(opened, answered, came('2026-12-17T09:00:00Z', does('chaser', 'dissatisfaction')));
    expect(waits).toEqual(expect.arrayContaining(['answer-chaser', 'accept-at-stage-two', 'set-aside-follow-up']));
    expect(waits).not.toContain('close');
  });

  it('is refused without words', () => {
    const waits = came('2026-12-17T09:00:00Z', does('chaser', 'dissatisfaction'));
    given(opened, answered, waits)
      .when({ type: 'answer-chaser', answer: ' ' }, '2026-12-17T10:00:00Z')
      .refused(/^Say where/);
  });

  it('is no letter to nobody: who left no safe way is told another way', () => {
    const unreachable = opened.map((event) => (event.type === 'complaint-received' ? { ...event, reachBy: [] } : event));
    const waits = came('2026-12-17T09:00:00Z', does('chaser'));
    given(unreachable, waits)
      .when({ type: 'answer-chaser', answer: 'On Friday.' }, '2026-12-17T10:00:00Z')
      .refused(/no safe way/);
    expect(can(unreachable, waits)).toContain('set-aside-follow-up');
  });

  it('is nothing for a machine', () => {
    given(opened).when({ type: 'answer-question', contact }, '2026-12-17T10:00:00Z', machine).refused('Only a person decides this.');
    const to = { to: 'LBC-2026-000009' as Reference, toReceivedOn: writtenDate('2026-12-14') };
    const out = { type: 'move-out', contact, ...to, takenAs: 'message', opened: false, unread: false } as const;
    given(opened).when(out, '2026-12-17T10:00:00Z', machine).refused('Only a person decides this.');
  });

  it('is over when the message has moved away', () => {
    const asks = came('2026-12-15T09:00:00Z', {
      ...does('chaser'),
      question: { kind: 'same-or-new', because: 'new-matter' },
      writer: 'eve@elsewhere.example',
    });
    const moved = at('2026-12-15T10:00:00Z', {
      type: 'contact-moved-out',
      channel: 'email',
      contactId: 'reply',
      to: 'LBC-2026-000009' as Reference,
      opened: false,
      unread: true,
      writerLeaves: 'eve@elsewhere.example',
      on: writtenDate('2026-12-15'),
    });
    const { eventCount: _, ...left } = caseOf(opened, asks, moved);
    const { eventCount: __, ...before } = caseOf(opened);
    expect(left).toEqual({ ...before, unread: undefined, questions: undefined, followUps: undefined, writers: undefined });
  });

  it('keeps a case small, however many messages ask', () => {
    const question = { kind: 'same-or-new', because: 'several-cases', mayBelongTo: 'LBC-2026-000009' as Reference } as const;
    const flood = Array.from({ length: 500 }, (_, index) =>
      came(
        '2026-12-15T09:00:00Z',
        { ...does('chaser', 'dissatisfaction', 'withdrawal'), question, writer: `${'x'.repeat(60)}${index}@${'y'.repeat(180)}.example` },
        `reply-${index}`,
      ),
    );
    const closed = at('2026-12-17T09:00:00Z', { type: 'closed', on: writtenDate('2026-12-17'), reason: 'Answered.' });
    expect(JSON.stringify(caseOf(opened, answered, ...flood, closed)).length).toBeLessThan(50_000);
  });
});
