import { describe, expect, it } from 'vitest';
import { type WrittenDate, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import type { Command } from '../../../functions/domain/cases/command.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { outcomeOf } from '../../../functions/domain/cases/points.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { aContact, accepted, asha, at, ben, carol, caseOf, given, moment, received, rules, spoke } from '../../support/case-story.ts';

// Stage two is the same procedure with other periods and another investigator (ADR 11). Dates: deadlines.md section 7, S2-1.

const allocated = (officer: typeof ben, on: WrittenDate): EventData => ({
  type: 'allocated',
  allocation: { service: 'waste', officer, on: writtenDate(on) },
});
const acknowledgement = (on: WrittenDate, due: WrittenDate, noticeId: string): EventData => ({
  type: 'acknowledged',
  acknowledgement: { on: writtenDate(on), due: writtenDate(due), definition: 'The bin was missed.', outcomesSought: 'A bin.', noticeId },
});
const responded = (on: WrittenDate, due: WrittenDate): Extract<EventData, { readonly type: 'responded' }> => ({
  type: 'responded',
  response: { on: writtenDate(on), due: writtenDate(due), outcome: 'not-upheld' },
  definition: 'The bin was missed.',
  decision: 'We do not agree.',
  answers: [],
});

const dora: typeof ben = { kind: 'officer', subject: 'officer-dora', name: 'Dora Example', email: 'dora@council.example' };
const by = (officer: typeof ben, events: readonly CaseEvent[]) => events.map((event) => ({ ...event, by: officer }));

const answered: readonly (readonly CaseEvent[])[] = [
  received('2026-11-02T09:00:00Z'),
  at('2026-11-03T09:00:00Z', accepted, allocated(ben, '2026-11-03')),
  at('2026-11-04T09:00:00Z', acknowledgement('2026-11-04', '2026-11-09', '0004-acknowledgement')),
  by(ben, at('2026-11-18T09:00:00Z', responded('2026-11-18', '2026-11-18'))),
];
const closed = at('2026-11-20T09:00:00Z', { type: 'closed', on: writtenDate('2026-11-20'), reason: 'Done.' });
const atStageTwo = [...answered, at('2026-12-01T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') })];
const withCarol = [...atStageTwo, at('2026-12-01T10:00:00Z', allocated(carol, '2026-12-01'))];
const acknowledgedOnTheLastDay = at('2026-12-07T09:00:00Z', acknowledgement('2026-12-07', '2026-12-07', '0007-acknowledgement'));
const finalResponse: Extract<Command, { readonly type: 'respond' }> = {
  type: 'respond',
  decision: 'We got it wrong.',
  answers: [{ outcome: 'upheld', reasons: 'The log.' }],
  affectedOthers: 'Nobody.',
};
const proposal: EventData = { type: 'proposed', command: finalResponse, because: 'It is our final response (policy section 6).' };

const accept = (askedOn: WrittenDate): Command => ({ type: 'accept-at-stage-two', askedOn: writtenDate(askedOn) });
const dates = (...events: readonly (readonly CaseEvent[])[]) =>
  Object.fromEntries(deadlinesOf(caseOf(...events), rules).map(({ kind, due, met }) => [kind, met ? `met ${met}` : due]));

describe('asking for stage two', () => {
  it('needs nothing but that they are not satisfied, also months later and after the case was closed', () => {
    const since: EventData = { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') };
    given(...answered)
      .when(accept('2026-11-30'), '2026-12-01T09:00:00Z')
      .yields(since);
    given(...answered, closed)
      .when(accept('2026-11-30'), '2026-12-01T09:00:00Z')
      .yields(since);
    given(...answered, closed)
      .when(accept('2027-11-30'), '2027-12-01T09:00:00Z')
      .yields({ type: 'accepted-at-stage-two', askedOn: writtenDate('2027-11-30') });
  });

  it('opens a closed case again, with what stage one came to', () => {
    expect(
      caseOf(...answered, closed, at('2026-12-01T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') })),
    ).toMatchObject({
      stage: 'accepted',
      stageTwo: { askedOn: '2026-11-30', stageOne: { allocation: { officer: ben }, response: { outcome: 'not-upheld' } } },
    });
  });

  it('follows a response, and comes once', () => {
    given(...answered.slice(0, 3))
      .when(accept('2026-11-10'), '2026-11-10T09:00:00Z')
      .refused(/^Stage two follows the stage one response/);
    const final = [...withCarol, acknowledgedOnTheLastDay, at('2026-12-09T09:00:00Z', responded('2026-12-09', '2027-01-07'))];
    given(...final)
      .when(accept('2026-12-10'), '2026-12-10T09:00:00Z')
      .refused(/^This complaint has had its final response/);
  });

  it('was on a day that has come, after we answered at stage one', () => {
    given(...answered)
      .when(accept('2026-12-02'), '2026-12-01T09:00:00Z')
      .refused(/is still to come/);
    given(...answered)
      .when(accept('2026-11-17'), '2026-12-01T09:00:00Z')
      .refused(/^We answered at stage one on Wednesday 18 November 2026/);
    const declined = { ground: 'already-considered', facts: 'It is the same.', discretion: 'Nothing.' } as const;
    given(...answered)
      .when({ type: 'decline-stage-two', askedOn: writtenDate('2026-11-17'), ...declined }, '2026-12-01T09:00:00Z')
      .refused(/^We answered at stage one on Wednesday 18 November 2026/);
  });
});

describe('a message that asks for stage two', () => {
  const message = (time: string, kind?: 'dissatisfaction'): readonly CaseEvent[] => {
    const { channel, id: contactId, receivedAt } = aContact(time);
    const followUps = kind && { followUps: [{ kind, why: [] }] };
    return at(time, { type: 'correspondence-added', channel, contactId, receivedAt, flags: [], ...followUps });
  };
  const taken = at('2026-12-01T10:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') });

  it('is read by whoever accepts stage two on it, and no other message is', () => {
    const unhappy = message('2026-11-30T09:00:00Z', 'dissatisfaction');
    expect(caseOf(...answered, unhappy).unread).toMatchObject({ count: 1 });
    expect(caseOf(...answered, unhappy, taken).unread).toBeUndefined();
    const two = [...answered, unhappy, message('2026-12-01T09:00:00Z')];
    expect(caseOf(...two, taken).unread).toMatchObject({ count: 1 });
    expect(caseOf(...two, taken, at('2026-12-01T11:00:00Z', { type: 'correspondence-read' })).unread).toBeUndefined();
    // What is left is to be read from its own day, in whatever order they were recorded.
    const late = message('2026-12-03T09:00:00Z');
    const takenLate = at('2026-12-04T10:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') });
    for (const both of [
      [unhappy, late],
      [late, unhappy],
    ])
      expect(caseOf(...answered, ...both, takenLate).unread).toMatchObject({ since: '2026-12-03', count: 1 });
    // Read before it was accepted, it is not counted off what came since.
    const read = at('2026-11-30T10:00:00Z', { type: 'correspondence-read' });
    expect(caseOf(...answered, unhappy, read, message('2026-12-01T09:00:00Z'), taken).unread).toMatchObject({ count: 1 });
  });
});

describe('a message under another subject that asks for stage two', () => {
  const contact = aContact('2026-11-30T09:00:00Z', { subject: 'Not good enough' });
  const asks = (because: 'changed-subject' | 'new-matter', dissatisfied = true): EventData => ({
    type: 'correspondence-added',
    channel: 'email',
    contactId: contact.id,
    receivedAt: contact.receivedAt,
    flags: [],
    ...(dissatisfied && { followUps: [{ kind: 'dissatisfaction', why: [] }] }),
    question: { kind: 'same-or-new', because },
  });
  const onThatDay: EventData = { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') };
  const settled: EventData = { type: 'question-answered', channel: 'email', contactId: contact.id };

  it('is the same matter: accepting stage two on it settles where it belongs', () => {
    const events = [...answered, at('2026-11-30T09:00:00Z', asks('changed-subject'))];
    given(...events)
      .when(accept('2026-11-30'), '2026-12-01T09:00:00Z')
      .yields(onThatDay, settled);
    expect(caseOf(...events, at('2026-12-01T09:00:00Z', onThatDay, settled)).questions).toBeUndefined();
  });

  it('is still to be placed where it speaks of another matter too, or was not what asked for it', () => {
    given(...answered, at('2026-11-30T09:00:00Z', asks('new-matter')))
      .when(accept('2026-11-30'), '2026-12-01T09:00:00Z')
      .yields(onThatDay);
    given(...answered, at('2026-11-30T09:00:00Z', asks('changed-subject', false)))
      .when(accept('2026-11-30'), '2026-12-01T09:00:00Z')
      .yields(onThatDay);
  });
});

describe('the day on which they asked', () => {
  const wrote = (on: string) =>
    at(`${on}T09:00:00Z`, {
      type: 'correspondence-added',
      channel: 'email',
      contactId: 'unhappy',
      receivedAt: aContact(`${on}T09:00:00Z`).receivedAt,
      flags: [],
      followUps: [{ kind: 'dissatisfaction', why: [] }],
    });

  it('D25: is never later than that of their message', () => {
    const read = at('2026-11-30T10:00:00Z', { type: 'correspondence-read' });
    given(...answered, wrote('2026-11-30'), read)
      .when(accept('2026-12-01'), '2026-12-08T09:00:00Z')
      .refused(/^They told us on Monday 30 November 2026 that they are not satisfied/);
    const decline = { type: 'decline-stage-two', ground: 'already-considered', facts: 'Twice.', discretion: 'Weighed.' } as const;
    given(...answered, wrote('2026-11-30'), read)
      .when({ ...decline, askedOn: writtenDate('2026-12-01') }, '2026-12-08T09:00:00Z')
      .refused(/^They told us on Monday 30 November 2026 that they are not satisfied/);
    given(...answered, wrote('2026-11-30'), read)
      .when(accept('2026-11-30'), '2026-12-08T09:00:00Z')
      .yields({ type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') });
  });

  it('D28, D29: two people say that a message does not ask for it, and nobody who looked into stage one; nor do they move it away', () => {
    const setAside = { type: 'set-aside-follow-up', followUp: 'dissatisfaction', reason: 'They thanked us.' } as const;
    const unhappy = [...answered, wrote('2026-11-30')];
    const waits: EventData = {
      type: 'proposed',
      command: setAside,
      because: 'It says that somebody who is not satisfied asks nothing of us (policy section 3).',
    };
    const own = /^Ben Example looked into this complaint at stage one/;
    given(...unhappy)
      .when(setAside, '2026-12-01T09:00:00Z')
      .yields(waits);
    given(...unhappy)
      .when(setAside, '2026-12-01T09:00:00Z', ben)
      .refused(own);
    const proposed = [...unhappy, at('2026-12-01T09:00:00Z', waits)];
    const approve = { type: 'approve', number: 7, proposed: setAside } as const;
    given(...proposed)
      .when(approve, '2026-12-01T10:00:00Z', asha)
      .refused(/^You proposed this yourself/);
    given(...proposed)
      .when(approve, '2026-12-01T10:00:00Z', ben)
      .refused(own);
    given(...proposed)
      .when(approve, '2026-12-01T10:00:00Z', carol)
      .yields({ type: 'approved', number: 7 }, { type: 'follow-up-set-aside', followUp: 'dissatisfaction', reason: 'They thanked us.' });
    const away: Command = {
      type: 'move-out',
      contact: { channel: 'email', id: 'unhappy' },
      to: 'LBC-2026-000009' as Reference,
      toReceivedOn: writtenDate('2026-11-02'),
      takenAs: 'complaint',
      opened: false,
      unread: true,
    };
    given(...unhappy)
      .when(away, '2026-12-01T09:00:00Z', ben)
      .refused(own);
  });

  it('waits to be declined until everything they wrote has been read', () => {
    given(...answered, wrote('2026-11-30'))
      .when(
        {
          type: 'decline-stage-two',
          askedOn: writtenDate('2026-11-30'),
          ground: 'already-considered',
          facts: 'Twice.',
          discretion: 'Weighed.',
        },
        '2026-12-01T09:00:00Z',
      )
      .refused(/^There is a message that nobody has read/);
  });
});

describe('its clock', () => {
  it('runs 5 working days from the day they asked, then 20 from the acknowledgement, over Christmas', () => {
    expect(dates(...atStageTwo)).toMatchObject({ 'acknowledge-stage-two': '2026-12-07' });
    expect(dates(...withCarol, acknowledgedOnTheLastDay)).toMatchObject({
      'acknowledge-stage-two': 'met 2026-12-07',
      'respond-stage-two': '2027-01-07',
    });
  });

  it('is extended by at most 20 working days without an exceptional reason', () => {
    const extend = (workingDays: number): Command => ({ type: 'extend', workingDays, reason: 'The log is lost.' });
    given(...withCarol, acknowledgedOnTheLastDay)
      .when(extend(20), '2026-12-30T09:00:00Z', carol)
      .yields({
        type: 'extended',
        extension: {
          on: writtenDate('2026-12-30'),
          previousDue: writtenDate('2027-01-07'),
          due: writtenDate('2027-02-04'),
          reason: 'The log is lost.',
        },
      });
    given(...withCarol, acknowledgedOnTheLastDay)
      .when(extend(21), '2026-12-30T09:00:00Z', carol)
      .refused(/at most 20 working days in all/);
  });

  it('leaves the dates of stage one readable', () => {
    expect(dates(...withCarol, acknowledgedOnTheLastDay)).toMatchObject({ acknowledge: 'met 2026-11-04', respond: 'met 2026-11-18' });
  });

  it('records a late acknowledgement under the name of its stage', () => {
    given(...withCarol)
      .when({ type: 'acknowledge', definition: 'The bin.', outcomesSought: '' }, '2026-12-08T09:00:00Z', carol)
      .yields(
        {
          type: 'acknowledged',
          acknowledgement: {
            on: writtenDate('2026-12-08'),
            due: writtenDate('2026-12-07'),
            definition: 'The bin.',
            outcomesSought: '',
            noticeId: '0008-acknowledgement',
          },
          responseDue: writtenDate('2027-01-08'),
          offered: ['advocacy', 'accompaniment'],
        },
        { type: 'deadline-missed', deadline: 'acknowledge-stage-two', due: writtenDate('2026-12-07'), metOn: writtenDate('2026-12-08') },
      );
  });
});

describe('whoever looked into stage one', () => {
  const refused = /^Ben Example looked into this complaint at stage one/;

  it('is not given stage two, and neither acknowledges, extends nor answers it', () => {
    given(...atStageTwo)
      .when({ type: 'allocate', service: 'waste', officer: ben }, '2026-12-01T10:00:00Z')
      .yields({
        type: 'allocation-refused',
        service: 'waste',
        officer: ben,
        because: 'Ben Example looked into this complaint at stage one. Somebody else must deal with stage two (policy section 5).',
      });
    given(...withCarol)
      .when({ type: 'acknowledge', definition: 'The bin.', outcomesSought: '' }, '2026-12-02T10:00:00Z', ben)
      .refused(refused);
    const owed = [...withCarol, acknowledgedOnTheLastDay];
    given(...owed)
      .when({ type: 'extend', workingDays: 2, reason: 'Leave.' }, '2026-12-09T10:00:00Z', ben)
      .refused(refused);
    given(...owed)
      .when(finalResponse, '2026-12-09T10:00:00Z', ben)
      .refused(refused);
  });

  it('D25: advises and steers nothing of it, whatever the command', () => {
    const asked: EventData = {
      type: 'contribution-asked',
      contribution: {
        number: 1,
        service: 'parking',
        question: 'Who parks?',
        due: writtenDate('2026-12-08'),
        askedOn: writtenDate('2026-12-02'),
      },
    };
    const owed = [...withCarol, acknowledgedOnTheLastDay, at('2026-12-08T09:00:00Z', asked)];
    for (const command of [
      { type: 'record-contribution', number: 1, answer: 'Nobody.' },
      { type: 'allocate', service: 'waste', officer: carol },
      { type: 'record-contact', on: writtenDate('2026-12-08'), how: 'telephone', outcome: 'spoke', note: 'She told me.' },
      { type: 'withdraw', howWeKnow: 'She rang.' },
      { type: 'record-offer-answer', what: 'advocacy', answer: 'declined' },
      { type: 'correct-email', email: 'rosa@new.example' },
      { type: 'raise-discrimination', because: 'x' },
    ] satisfies readonly Command[])
      given(...owed)
        .when(command, '2026-12-08T10:00:00Z', ben)
        .refused(refused);
  });

  it('D25: keeps its papers in order and does what they promised at stage one, and what nobody else promised', () => {
    const remedy = (number: number, owner: typeof ben): EventData => ({
      type: 'remedy-promised',
      on: writtenDate('2026-11-19'),
      remedy: { number, type: 'apology', what: 'Say sorry.', impact: 'Weeks.', owner, due: writtenDate('2026-12-10') },
    });
    const promised = [...withCarol, at('2026-12-02T09:00:00Z', remedy(1, ben), remedy(2, carol))];
    const done = { type: 'record-remedy-done', number: 1, on: writtenDate('2026-12-02'), evidence: 'The visit.' } as const;
    given(...promised)
      .when(done, '2026-12-02T10:00:00Z', ben)
      .yields({ ...done, type: 'remedy-done' });
    given(...promised)
      .when({ ...done, number: 2 }, '2026-12-02T10:00:00Z', ben)
      .refused(refused);
    const message: EventData = {
      type: 'correspondence-added',
      channel: 'email',
      contactId: 'later',
      receivedAt: moment('2026-12-02T09:00:00Z'),
      flags: [],
    };
    given(...withCarol, at('2026-12-02T09:00:00Z', message))
      .when({ type: 'mark-read' }, '2026-12-02T10:00:00Z', ben)
      .yields({ type: 'correspondence-read' });
  });

  it('D29: stays so when their acknowledgement did not arrive and somebody else wrote the next', () => {
    const responseDue = writtenDate('2026-11-18');
    const bounced = at('2026-11-05T09:00:00Z', {
      type: 'notice-undelivered',
      noticeId: '0004-acknowledgement',
      why: 'Unknown.',
      responseDue,
    });
    const anew = [
      ...answered.slice(0, 3),
      bounced,
      at('2026-11-06T09:00:00Z', allocated(carol, '2026-11-06')),
      at('2026-11-06T10:00:00Z', acknowledgement('2026-11-06', '2026-11-09', '0007-acknowledgement')),
      at('2026-11-18T09:00:00Z', responded('2026-11-18', '2026-11-20')),
      at('2026-12-01T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') }),
    ];
    for (const officer of [ben, carol])
      given(...anew)
        .when({ type: 'acknowledge', definition: 'The bin.', outcomesSought: '' }, '2026-12-02T10:00:00Z', officer)
        .refused(/ looked into this complaint at stage one/);
  });

  it('D29: nor is it given to whoever wrote, proposed or approved their answer, and none of them answers it or approves the answer', () => {
    const theirs = responded('2026-11-18', '2026-11-18');
    const first: typeof finalResponse = { ...finalResponse, decision: 'We did what we could.' };
    const story = [
      ...answered.slice(0, 3),
      by(
        asha,
        at('2026-11-17T09:00:00Z', { type: 'proposed', command: first, because: 'It offers more than Asha Example may offer alone.' }),
      ),
      by(dora, at('2026-11-18T09:00:00Z', { type: 'approved', number: 5 }, { ...theirs, decidedBy: [asha, dora] })),
    ];
    given(...story.slice(0, 4), at('2026-11-17T10:00:00Z', spoke('2026-11-17')))
      .when({ type: 'approve', number: 5, proposed: first }, '2026-11-18T09:00:00Z', dora)
      .yields(
        { type: 'approved', number: 5 },
        {
          ...theirs,
          decision: 'We did what we could.',
          response: { on: writtenDate('2026-11-18'), due: writtenDate('2026-11-18'), outcome: 'upheld' },
          answers: [{ words: 'The bin was missed.', ombudsman: 'LGSCO', outcome: 'upheld', reasons: 'The log.' }],
          affectedOthers: 'Nobody.',
          decidedBy: [asha, dora],
        },
      );
    const asked = [...story, at('2026-12-01T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') })];
    for (const decider of [asha, dora]) {
      const because = `${decider.name} wrote or approved the answer at stage one. Somebody else must look into stage two and approve its response (policy section 5).`;
      given(...asked)
        .when({ type: 'allocate', service: 'waste', officer: decider }, '2026-12-01T10:00:00Z', carol)
        .yields({ type: 'allocation-refused', service: 'waste', officer: decider, because });
      const owed = [...asked, at('2026-12-01T10:00:00Z', allocated(carol, '2026-12-01')), acknowledgedOnTheLastDay];
      given(...owed)
        .when(finalResponse, '2026-12-09T10:00:00Z', decider)
        .refused(because);
      given(...owed, by(carol, at('2026-12-09T09:00:00Z', proposal)))
        .when({ type: 'approve', number: 10, proposed: finalResponse }, '2026-12-09T10:00:00Z', decider)
        .refused(because);
      // Whether stage two begins at all is not theirs to deny either; what the desk must do besides, they do.
      given(...story)
        .when(
          { type: 'set-aside-follow-up', followUp: 'dissatisfaction', reason: 'They did not mean it.' },
          '2026-12-01T10:00:00Z',
          decider,
        )
        .refused(/wrote or approved the answer at stage one\. Somebody else must decide what becomes of the request/);
      given(...asked)
        .when({ type: 'allocate', service: 'waste', officer: carol }, '2026-12-01T10:00:00Z', decider)
        .yields({ type: 'allocated', allocation: { service: 'waste', officer: carol, on: writtenDate('2026-12-01') } });
    }
  });

  it('does not approve it', () => {
    given(...withCarol, acknowledgedOnTheLastDay, at('2026-12-09T09:00:00Z', proposal))
      .when({ type: 'approve', number: 9, proposed: finalResponse }, '2026-12-10T09:00:00Z', ben)
      .refused(refused);
  });
});

describe('the final response', () => {
  const owed = [...withCarol, acknowledgedOnTheLastDay, at('2026-12-08T09:00:00Z', spoke('2026-12-08'))];
  const waiting = [...owed, at('2026-12-09T09:00:00Z', proposal)];

  it('waits for a second person, and nobody has been told anything', () => {
    given(...owed)
      .when(finalResponse, '2026-12-09T09:00:00Z', carol)
      .yields(proposal);
    expect(caseOf(...waiting)).toMatchObject({ stage: 'acknowledged', proposal: { number: 10, what: 'respond', by: asha } });
    expect(dates(...waiting)).toMatchObject({ 'second-person': '2026-12-10', 'respond-stage-two': '2027-01-07' });
  });

  it('goes out as it stands when somebody else approves', () => {
    const answers = [{ words: 'The bin was missed.', ombudsman: 'LGSCO', outcome: 'upheld', reasons: 'The log.' }] as const;
    given(...waiting)
      .when({ type: 'approve', number: 10, proposed: finalResponse }, '2026-12-10T09:00:00Z', carol)
      .yields(
        { type: 'approved', number: 10 },
        {
          type: 'responded',
          response: { on: writtenDate('2026-12-10'), due: writtenDate('2027-01-07'), outcome: 'upheld' },
          definition: 'The bin was missed.',
          decision: 'We got it wrong.',
          answers,
          affectedOthers: 'Nobody.',
        },
      );
  });

  it('is not approved by whoever wrote it, nor under another number', () => {
    given(...waiting)
      .when({ type: 'approve', number: 10, proposed: finalResponse }, '2026-12-10T09:00:00Z', asha)
      .refused(/^You proposed this yourself/);
    given(...waiting)
      .when({ type: 'approve', number: 9, proposed: finalResponse }, '2026-12-10T09:00:00Z', carol)
      .refused(/^This was changed or dealt with since/);
  });

  it('with a word changed waits anew, and the words before it can be approved no more', () => {
    const changed = at('2026-12-09T10:00:00Z', {
      ...proposal,
      command: { ...finalResponse, decision: 'We got it wrong. Sorry.' },
    } as EventData);
    expect(caseOf(...waiting, changed)).toMatchObject({ proposal: { number: 11 } });
    given(...waiting, changed)
      .when({ type: 'approve', number: 10, proposed: finalResponse }, '2026-12-10T09:00:00Z', carol)
      .refused(/^This was changed/);
  });

  it('is returned with comments, and then waits no more', () => {
    const returned: EventData = { type: 'proposal-returned', number: 10, comments: 'Say sorry.', to: asha };
    given(...waiting)
      .when({ type: 'return-proposal', comments: ' Say sorry. ' }, '2026-12-10T09:00:00Z', carol)
      .yields(returned);
    given(...waiting)
      .when({ type: 'return-proposal', comments: ' ' }, '2026-12-10T09:00:00Z', carol)
      .refused(/^Say what should be changed/);
    expect(caseOf(...waiting, at('2026-12-10T09:00:00Z', returned)).proposal).toBeUndefined();
  });

  it('is not left behind when the person withdraws', () => {
    const withdrawn = at('2026-12-10T09:00:00Z', { type: 'withdrawn', on: writtenDate('2026-12-10'), howWeKnow: 'She rang.' });
    expect(caseOf(...waiting, withdrawn).proposal).toBeUndefined();
  });
});

describe('declining stage two', () => {
  const decline = {
    type: 'decline-stage-two',
    askedOn: writtenDate('2026-11-30'),
    ground: 'legal-proceedings',
    facts: 'The claim was issued.',
    discretion: 'The delay is ours.',
  } as const;

  it('needs the facts, what speaks against it, and a second person', () => {
    given(...answered)
      .when({ ...decline, facts: '' }, '2026-12-01T09:00:00Z')
      .refused(/^Give the facts/);
    given(...answered)
      .when({ ...decline, discretion: ' ' }, '2026-12-01T09:00:00Z')
      .refused(/^Say what speaks for accepting/);
    given(...answered)
      .when(decline, '2026-12-01T09:00:00Z')
      .yields({
        type: 'proposed',
        command: decline,
        because: 'It keeps somebody from stage two (policy section 3; both Codes 5.7 and 5.11).',
      });
  });
});

describe('a response that did not arrive', () => {
  it('D24: starts no six months: stage two is not declined because they asked late', () => {
    const bounced = at('2026-11-18T10:00:00Z', { type: 'notice-undelivered', noticeId: '0005-response', why: 'Unknown.' });
    const decline = {
      type: 'decline-stage-two',
      askedOn: writtenDate('2027-06-01'),
      ground: 'long-after-the-response',
      facts: 'Half a year and more.',
      discretion: 'She was ill.',
    } as const;
    given(...answered, bounced)
      .when(decline, '2027-06-01T09:00:00Z')
      .refused(/^Our response did not arrive/);
    const later = at('2026-11-19T09:00:00Z', { type: 'notice-undelivered', noticeId: '0006-update', why: 'Unknown.' });
    given(...answered, bounced, later)
      .when(decline, '2027-06-01T09:00:00Z')
      .refused(/^Our response did not arrive/);
    given(...answered, bounced, at('2026-12-03T09:00:00Z', { type: 'reached-another-way', how: 'By post.' }))
      .when(decline, '2027-06-01T09:00:00Z')
      .refused(/^They asked in time: six months from our response end on Thursday 3 June 2027/);
    given(...answered, bounced, at('2026-11-20T09:00:00Z', { type: 'reached-another-way', how: 'By post.' }))
      .when(decline, '2027-06-01T09:00:00Z')
      .yields({
        type: 'proposed',
        command: decline,
        because: 'It keeps somebody from stage two (policy section 3; both Codes 5.7 and 5.11).',
      });
  });
});

describe('six months', () => {
  const decline = (askedOn: WrittenDate): Command => ({
    type: 'decline-stage-two',
    askedOn: writtenDate(askedOn),
    ground: 'long-after-the-response',
    facts: 'Long ago.',
    discretion: 'Weighed.',
  });
  const asked = (on: WrittenDate) => given(...answered).when(decline(on), '2027-07-01T09:00:00Z');

  it('are counted from the response: who asks on their last day has asked in time', () => {
    asked('2027-05-18').refused(/six months from our response end on Tuesday 18 May 2027/);
    asked('2027-05-19').yields({
      type: 'proposed',
      command: decline('2027-05-19'),
      because: 'It keeps somebody from stage two (policy section 3; both Codes 5.7 and 5.11).',
    } as EventData);
  });
});

describe('the points of a complaint', () => {
  it.each([
    [['upheld', 'upheld'], 'upheld'],
    [['not-upheld', 'not-upheld'], 'not-upheld'],
    [['upheld', 'not-upheld'], 'partly-upheld'],
    [['partly-upheld', 'partly-upheld'], 'partly-upheld'],
  ] as const)('decided %j are %s together', (outcomes, together) => {
    expect(outcomeOf(outcomes.map((outcome) => ({ outcome })))).toBe(together);
  });

  it('are each decided for themselves, also what joined by our own doing', () => {
    const points = [
      { words: 'The bin was missed.', ombudsman: 'LGSCO' },
      { words: 'The stairs are dark.', ombudsman: 'HOS' },
    ] as const;
    const story = [
      ...answered.slice(0, 2),
      at('2026-11-04T09:00:00Z', {
        type: 'acknowledged',
        acknowledgement: {
          on: writtenDate('2026-11-04'),
          due: writtenDate('2026-11-09'),
          definition: 'Two things.',
          points,
          outcomesSought: '',
          noticeId: '0004-acknowledgement',
        },
      }),
      at('2026-11-05T09:00:00Z', spoke('2026-11-05')),
      at('2026-11-19T09:00:00Z', { type: 'point-added', point: 'complaint-handling', deadline: 'respond', due: writtenDate('2026-11-18') }),
    ];
    const answer = { outcome: 'upheld', reasons: 'The log.' } as const;
    given(...story)
      .when({ type: 'respond', decision: 'Yes.', answers: [answer, answer] }, '2026-11-18T09:00:00Z')
      .refused(/^Decide every point/);
    given(...story)
      .when({ type: 'respond', decision: 'Yes.', answers: [answer, answer, answer], affectedOthers: 'Nobody.' }, '2026-11-18T09:00:00Z')
      .yields({
        type: 'responded',
        response: { on: writtenDate('2026-11-18'), due: writtenDate('2026-11-18'), outcome: 'upheld' },
        definition: 'Two things.',
        decision: 'Yes.',
        answers: [
          ...points.map((point) => ({ ...point, ...answer })),
          {
            words: 'How we handled the complaint: you asked for news after Wednesday 18 November 2026 had gone by.',
            ombudsman: 'LGSCO',
            ...answer,
          },
        ],
        affectedOthers: 'Nobody.',
        decidedBy: [asha],
      });
  });
});
