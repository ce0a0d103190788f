import { describe, expect, it } from 'vitest';
import { type WrittenDate, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Acknowledgement } from '../../../functions/domain/cases/case.ts';
import type { Command } from '../../../functions/domain/cases/command.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { offered } from '../../../functions/domain/cases/in-touch/in-touch.ts';
import { complainantOf } from '../../../functions/domain/notices/addressee.ts';
import { noticeIdOf } from '../../../functions/domain/notices/notice-id.ts';
import {
  aContact,
  accepted,
  asha,
  at,
  ben,
  caseOf,
  given,
  received,
  reference,
  spoke,
  suggestsStageOne,
} from '../../support/case-story.ts';

const opened = received('2026-12-14T09:00:00Z');
const acceptedNextDay = at('2026-12-15T10:00:00Z', accepted);
const allocatedToBen = at('2026-12-15T11:00:00Z', allocation('2026-12-15'));
const acknowledgement: Acknowledgement = {
  on: writtenDate('2026-12-16'),
  due: writtenDate('2026-12-21'),
  definition: 'The bin was missed three times.',
  outcomesSought: 'An apology',
  noticeId: '0004-acknowledgement',
};
const acknowledged = at('2026-12-16T10:00:00Z', { type: 'acknowledged', acknowledgement, responseDue: writtenDate('2027-01-04') });
const respond = {
  type: 'respond',
  decision: 'Upheld.',
  answers: [{ outcome: 'upheld', reasons: ' The round was missed. ' }],
  remedy: ' ',
  affectedOthers: 'Nobody: the round was missed once.',
} as const;
const untilAcknowledged = [opened, acceptedNextDay, allocatedToBen, acknowledged];
const inContact = at('2026-12-16T10:30:00Z', spoke('2026-12-16'));
const responded = at('2026-12-30T10:00:00Z', isResponded('2026-12-30', '2027-01-04'));
const promised = at('2026-12-14T12:00:00Z', {
  type: 'service-request-recorded',
  service: 'waste',
  promisedBy: writtenDate('2026-12-17'),
  whatWeWillDo: 'Empty the bin.',
  suggested: 'stage-one',
});
const sentAnotherWay = at('2026-12-14T12:00:00Z', {
  type: 'sent-another-way',
  route: 'school',
  reasons: 'The governing body runs the school.',
  whatToDoInstead: 'Write to the governors.',
  suggested: 'stage-one',
});
const closed = at('2027-01-05T10:00:00Z', { type: 'closed', on: writtenDate('2027-01-05'), reason: 'Nothing is left to do.' });

const accept: Command = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' };
const acknowledge = { type: 'acknowledge', definition: ' The bin was missed three times. ', outcomesSought: 'An apology' } as const;
const extend = (workingDays: number, exceptionalReason?: string): Command => ({
  type: 'extend',
  workingDays,
  reason: 'The crew is on leave.',
  exceptionalReason,
});

function allocation(on: WrittenDate, officer = ben): EventData {
  return { type: 'allocated', allocation: { service: 'waste', officer, on: writtenDate(on) } };
}

function extended(
  previousDue: WrittenDate,
  due: WrittenDate,
  { on = '2026-12-30', exceptionalReason }: { on?: WrittenDate; exceptionalReason?: string } = {},
): EventData {
  const dates = { on: writtenDate(on), previousDue: writtenDate(previousDue), due: writtenDate(due) };
  return { type: 'extended', extension: { ...dates, reason: 'The crew is on leave.' }, exceptionalReason };
}

function isResponded(on: WrittenDate, due: WrittenDate): EventData {
  const words = acknowledgement.definition;
  return {
    type: 'responded',
    response: { on: writtenDate(on), due: writtenDate(due), outcome: 'upheld' },
    definition: words,
    decision: respond.decision,
    affectedOthers: respond.affectedOthers,
    answers: [{ words, ombudsman: 'LGSCO', outcome: 'upheld', reasons: 'The round was missed.' }],
    // Asha answered what Ben looked into.
    decidedBy: [asha],
  };
}

describe('coming in', () => {
  const contact = aContact('2026-12-14T09:00:00Z', { adjustments: 'Large print', onBehalfOf: { name: 'Ida Example' } });
  const receive: Command = { type: 'receive', reference, contact, suggestion: suggestsStageOne };

  it('opens a case with what its first contact says, by the time it reached us', () => {
    given()
      .when(receive, '2026-12-14T09:00:05Z', { kind: 'system' })
      .yields({
        type: 'complaint-received',
        reference,
        policyVersion: 'luton-2024-10',
        channel: 'email',
        contactId: 'message-2026-12-14T09:00:00Z',
        receivedAt: contact.receivedAt,
        complainant: contact.from,
        reachBy: ['email'],
        onBehalfOf: { name: 'Ida Example' },
        adjustments: 'Large print',
        suggestion: suggestsStageOne,
      });
  });

  it('never opens a case twice', () => {
    given(opened).when(receive, '2026-12-14T09:00:05Z').refused('A case already stands under this reference.');
  });

  it('can do nothing else before there is a case', () => {
    given().when(accept, '2026-12-14T10:00:00Z').refused('No case stands under this reference.');
  });

  it('takes in what people write about a case, in every stage', () => {
    const more = aContact('2027-01-06T09:00:00Z');
    for (const story of [[opened], untilAcknowledged, [opened, sentAnotherWay, closed]])
      given(...story)
        .when({ type: 'add-correspondence', contact: more, flags: ['urgent'] }, '2027-01-06T09:01:00Z', { kind: 'system' })
        .yields({
          type: 'correspondence-added',
          channel: 'email',
          contactId: more.id,
          receivedAt: more.receivedAt,
          flags: ['urgent'],
          newFlags: ['urgent'],
          mayMeanHarm: true,
        });
  });

  it('is marked as read only when something is unread', () => {
    const written = at('2026-12-15T09:00:00Z', {
      type: 'correspondence-added',
      channel: 'email',
      contactId: 'message-2',
      receivedAt: aContact('2026-12-15T09:00:00Z').receivedAt,
      flags: [],
    });
    given(opened, written).when({ type: 'mark-read' }, '2026-12-15T10:00:00Z').yields({ type: 'correspondence-read' });
    given(opened).when({ type: 'mark-read' }, '2026-12-15T10:00:00Z').refused('Every message about this case has been read.');
  });
});

describe('deciding the route', () => {
  it('is never done by a machine', () => {
    given(opened).when(accept, '2026-12-15T10:00:00Z', { kind: 'system' }).refused('Only a person decides this.');
  });

  it('accepts at stage one in one step, keeping what was suggested', () => {
    given(opened).when(accept, '2026-12-15T10:00:00Z').yields(accepted);
  });

  it('names the lead service', () => {
    given(opened)
      .when({ ...accept, service: 'none' }, '2026-12-15T10:00:00Z')
      .refused('Choose the lead service: it co-ordinates the answer (policy section 5).');
  });

  it('records a service request with the day we promise', () => {
    const request = {
      type: 'record-service-request',
      service: 'waste',
      promisedBy: writtenDate('2026-12-17'),
      whatWeWillDo: 'Empty the bin.',
    } as const;
    given(opened)
      .when(request, '2026-12-14T12:00:00Z')
      .yields({ ...request, type: 'service-request-recorded', suggested: 'stage-one' });
    given(opened)
      .when(request, '2026-12-17T12:00:00Z')
      .yields({ ...request, type: 'service-request-recorded', suggested: 'stage-one' });
    given(opened).when(request, '2026-12-18T12:00:00Z').refused('Promise today or a later day: Thursday 17 December 2026 has gone.');
    given(opened)
      .when({ ...request, promisedBy: writtenDate('2029-01-02') }, '2026-12-14T12:00:00Z')
      .refused(/^Promise a day up to Sunday 31 December 2028/);
    given(opened)
      .when({ ...request, whatWeWillDo: ' ' }, '2026-12-14T12:00:00Z')
      .refused(/^Say what we will do/);
  });

  it('never turns a complaint back into a service request', () => {
    given(opened, acceptedNextDay)
      .when(
        { type: 'record-service-request', service: 'waste', promisedBy: writtenDate('2026-12-17'), whatWeWillDo: 'Empty it.' },
        '2026-12-15T12:00:00Z',
      )
      .refused(
        'A service request is recorded when a case first comes in. This complaint has been accepted at stage one and not yet acknowledged.',
      );
  });

  it('makes a complaint of a service request that did not put things right, or of a case sent another way', () => {
    given(opened, promised)
      .when(accept, '2026-12-18T10:00:00Z')
      .yields({ ...accepted, requestGoesOn: true } as EventData);
    given(opened, sentAnotherWay).when(accept, '2026-12-18T10:00:00Z').yields(accepted);
    given(opened, acceptedNextDay).when(accept, '2026-12-18T10:00:00Z').refused('This complaint has already been accepted at stage one.');
  });
});

describe('allocating', () => {
  const allocate: Command = { type: 'allocate', service: 'waste', officer: ben };

  it('comes after the route', () => {
    given(opened)
      .when(allocate, '2026-12-15T11:00:00Z')
      .refused(/^Decide the route first/);
    given(opened, acceptedNextDay).when(allocate, '2026-12-15T11:00:00Z').yields(allocation('2026-12-15'));
  });

  it('can be done again while the case is open, and moves the lead service with it', () => {
    given(...untilAcknowledged)
      .when({ ...allocate, officer: asha }, '2026-12-17T11:00:00Z')
      .yields(allocation('2026-12-17', asha));
    const moved = at('2026-12-17T11:00:00Z', {
      type: 'allocated',
      allocation: { service: 'highways', officer: asha, on: writtenDate('2026-12-17') },
    });
    expect(caseOf(...untilAcknowledged, moved)).toMatchObject({
      stage: 'acknowledged',
      service: 'highways',
      allocation: { officer: asha },
    });
  });

  it('ends with the case', () => {
    given(...untilAcknowledged, responded, closed)
      .when(allocate, '2027-01-06T11:00:00Z')
      .refused('This case was closed on Tuesday 5 January 2027.');
  });
});

describe('acknowledging', () => {
  it('says that the complaint is logged and allocated, so it must be', () => {
    given(opened, acceptedNextDay)
      .when(acknowledge, '2026-12-16T10:00:00Z')
      .refused('Allocate the complaint first: the acknowledgement tells the person who is looking into it (policy section 6).');
  });

  it('starts the response clock on its own day and names its letter', () => {
    given(opened, acceptedNextDay, allocatedToBen)
      .when(acknowledge, '2026-12-16T10:00:00Z')
      .yields({ type: 'acknowledged', acknowledgement, responseDue: writtenDate('2027-01-04'), offered });
  });

  it('says what we understand the complaint to be', () => {
    given(opened, acceptedNextDay, allocatedToBen)
      .when({ ...acknowledge, definition: '  ' }, '2026-12-16T10:00:00Z')
      .refused(/^Say what the complaint is as we understand it/);
    given(opened, acceptedNextDay, allocatedToBen)
      .when({ ...acknowledge, definition: 'x'.repeat(4_001) }, '2026-12-16T10:00:00Z')
      .refused('Make the text shorter: at most 4,000 characters in each box. This one has 4,001.');
  });

  it('is in time until the last minute of the day it is due, in London', () => {
    const letter = { ...acknowledgement, on: writtenDate('2026-12-21') };
    given(opened, acceptedNextDay, allocatedToBen)
      .when(acknowledge, '2026-12-21T23:59:59Z')
      .yields({ type: 'acknowledged', acknowledgement: letter, responseDue: writtenDate('2027-01-07'), offered });
  });

  it('records the breach when it is late, and starts the clock all the same', () => {
    given(opened, acceptedNextDay, allocatedToBen)
      .when(acknowledge, '2026-12-23T10:00:00Z')
      .yields(
        {
          type: 'acknowledged',
          acknowledgement: { ...acknowledgement, on: writtenDate('2026-12-23') },
          responseDue: writtenDate('2027-01-11'),
          offered,
        },
        { type: 'deadline-missed', deadline: 'acknowledge', due: writtenDate('2026-12-21'), metOn: writtenDate('2026-12-23') },
      );
  });

  it('happens once', () => {
    given(...untilAcknowledged)
      .when(acknowledge, '2026-12-17T10:00:00Z')
      .refused('There is no acknowledgement to make. This complaint was acknowledged at stage one on Wednesday 16 December 2026.');
  });

  it('waits for bank holidays that are not known', () => {
    const late = received('2028-12-29T09:00:00Z');
    given(late, at('2028-12-29T10:00:00Z', accepted, allocation('2028-12-29')))
      .when(acknowledge, '2028-12-29T11:00:00Z')
      .refused(
        'The date cannot be worked out: the bank holidays after Sunday 31 December 2028 are not known yet. Ask for the calendar to be brought up to date.',
      );
  });
});

describe('a letter that did not arrive', () => {
  const undelivered = { type: 'record-undelivered', noticeId: '0004-acknowledgement', why: 'No such mailbox.' } as const;
  const bounced = at('2026-12-17T10:00:00Z', { ...undelivered, type: 'notice-undelivered' });

  it('is recorded by the service itself, in every stage', () => {
    for (const story of [[opened], untilAcknowledged, [opened, sentAnotherWay, closed]])
      given(...story)
        .when(undelivered, '2027-01-06T10:00:00Z', { kind: 'system' })
        .yields({
          ...undelivered,
          type: 'notice-undelivered',
          ...(story === untilAcknowledged && { responseDue: writtenDate('2027-01-04') }),
        });
    given(...untilAcknowledged, bounced)
      .when(undelivered, '2026-12-17T10:05:00Z', { kind: 'system' })
      .refused('We already know that this letter did not arrive.');
  });

  it('un-makes the acknowledgement that it carried', () => {
    expect(caseOf(...untilAcknowledged, bounced)).toMatchObject({
      stage: 'accepted',
      allocation: { officer: ben },
      undelivered: { since: '2026-12-17' },
    });
    expect(caseOf(...untilAcknowledged, bounced)).not.toHaveProperty('acknowledgement');
    given(...untilAcknowledged, bounced)
      .when(respond, '2026-12-18T10:00:00Z')
      .refused(/^Acknowledge the complaint first/);
  });

  it('leaves an acknowledgement that another letter carried, and an answer that was given', () => {
    const other = at('2026-12-17T10:00:00Z', { type: 'notice-undelivered', noticeId: '0001-receipt', why: 'No such mailbox.' });
    expect(caseOf(...untilAcknowledged, other)).toMatchObject({ stage: 'acknowledged', undelivered: { noticeId: '0001-receipt' } });
    expect(caseOf(...untilAcknowledged, responded, bounced)).toMatchObject({ stage: 'answered', undelivered: { since: '2026-12-17' } });
  });

  it('is settled by an officer who says how the person was told', () => {
    const reached: Command = { type: 'reached-another-way', how: 'By telephone on 17 December.' };
    given(...untilAcknowledged, bounced)
      .when(reached, '2026-12-17T14:00:00Z')
      .yields({ type: 'reached-another-way', how: 'By telephone on 17 December.' });
    given(...untilAcknowledged, bounced)
      .when({ ...reached, how: '' }, '2026-12-17T14:00:00Z')
      .refused(/^Say how the person was told/);
    given(...untilAcknowledged)
      .when(reached, '2026-12-17T14:00:00Z')
      .refused('No letter about this case is known not to have arrived.');
    expect(caseOf(...untilAcknowledged, bounced, at('2026-12-17T14:00:00Z', reached)).undelivered).toBeUndefined();
  });
});

describe('an address that takes nothing from us', () => {
  const failedEmail = 'rosa@resident.example';
  const bounced = at('2026-12-17T10:00:00Z', {
    type: 'notice-undelivered',
    noticeId: '0001-receipt',
    why: 'No such mailbox.',
    failedEmail,
  });
  const correct: Command = { type: 'correct-email', email: ' rosa.example@resident.example ' };

  it('is written to no more, also when the person was reached another way', () => {
    const reached = at('2026-12-17T14:00:00Z', { type: 'reached-another-way', how: 'By telephone.' });
    expect(complainantOf(caseOf(opened))).toMatchObject({ by: 'email' });
    expect(complainantOf(caseOf(opened, bounced, reached))).toMatchObject({ by: 'post' });
  });

  it('is corrected by an officer, in every stage, and the person is still to be reached', () => {
    for (const story of [[opened, bounced], untilAcknowledged, [opened, sentAnotherWay, closed]])
      given(...story)
        .when(correct, '2027-01-06T10:00:00Z')
        .yields({ type: 'email-corrected', email: 'rosa.example@resident.example', previous: failedEmail });
    const corrected = caseOf(opened, bounced, at('2026-12-18T10:00:00Z', { type: 'email-corrected', email: 'rosa@new.example' }));
    expect(complainantOf(corrected)).toMatchObject({ by: 'email', email: 'rosa@new.example' });
    expect(corrected.undelivered).toMatchObject({ noticeId: '0001-receipt' });
  });

  it('is the one that we have: late news of one that was put right gives up no other, and saves none', () => {
    const corrected = at('2026-12-17T15:00:00Z', { type: 'email-corrected', email: 'rosa@new.example' });
    const late = (email: string, noticeId: string) =>
      at('2026-12-18T10:00:00Z', { type: 'notice-undelivered', noticeId, why: 'No such mailbox.', failedEmail: email });
    const still = caseOf(opened, corrected, late(failedEmail, '0001-receipt'));
    expect(complainantOf(still)).toMatchObject({ by: 'email', email: 'rosa@new.example' });
    const bothFailed = caseOf(opened, corrected, late('rosa@new.example', '0004-acknowledgement'), late(failedEmail, '0001-receipt'));
    expect(complainantOf(bothFailed)).toMatchObject({ by: 'post' });
  });

  it('may turn out to be right after all', () => {
    given(opened, bounced).when({ type: 'correct-email', email: failedEmail }, '2026-12-18T10:00:00Z').yields({
      type: 'email-corrected',
      email: failedEmail,
      previous: failedEmail,
    });
    given(opened).when({ type: 'correct-email', email: failedEmail }, '2026-12-18T10:00:00Z').refused('This is the address that we have.');
  });

  it.each(['', 'rosa', 'rosa@home', 'a b@resident.example', `${'x'.repeat(250)}@a.example`])('is not corrected to %j', (email) => {
    given(opened)
      .when({ type: 'correct-email', email }, '2026-12-18T10:00:00Z')
      .refused(/^Enter an email address in the correct format/);
  });

  it('is not written to where e-mail was never called safe', () => {
    const [receipt] = opened;
    if (receipt?.type !== 'complaint-received') throw new Error('no receipt');
    given([{ ...receipt, reachBy: ['post'] }])
      .when(correct, '2026-12-18T10:00:00Z')
      .refused('The person did not say that email is a safe way to reach them.');
  });

  it('may be one at which our letter was called spam: the letter counts, and a person finds another way', () => {
    const spam = { type: 'record-called-spam', noticeId: '0004-acknowledgement', failedEmail } as const;
    given(...untilAcknowledged)
      .when(spam, '2026-12-17T10:00:00Z', { kind: 'system' })
      .yields({ ...spam, type: 'notice-called-spam' });
    const state = caseOf(...untilAcknowledged, at('2026-12-17T10:00:00Z', { ...spam, type: 'notice-called-spam' }));
    expect(state).toMatchObject({ stage: 'acknowledged', undelivered: { since: '2026-12-17' } });
    expect(complainantOf(state)).toMatchObject({ by: 'post' });
  });
});

describe('a letter on paper', () => {
  const byPost = opened.map((event): CaseEvent => (event.type === 'complaint-received' ? { ...event, reachBy: ['post'] } : event));
  const untilWritten = [byPost, acceptedNextDay, allocatedToBen, acknowledged];
  const posting = (on: WrittenDate, noticeId = '0004-acknowledgement') =>
    ({ type: 'record-posted', noticeId, on: writtenDate(on) }) satisfies Command;
  const posted = (on: WrittenDate) =>
    ({ type: 'letter-posted', noticeId: '0004-acknowledgement', kind: 'acknowledgement', on: writtenDate(on) }) satisfies EventData;

  it('waits to be posted from the day on which it is written', () => {
    expect(caseOf(...untilWritten).toPost).toEqual([
      { noticeId: '0001-receipt', kind: 'receipt', since: '2026-12-14' },
      { noticeId: '0004-acknowledgement', kind: 'acknowledgement', since: '2026-12-16' },
    ]);
    expect(caseOf(...untilAcknowledged).toPost).toBeUndefined();
  });

  it('is posted on a day from its writing to today, which an officer records', () => {
    given(...untilWritten)
      .when(posting('2026-12-18'), '2026-12-18T16:00:00Z')
      .yields(posted('2026-12-18'));
    given(...untilWritten)
      .when(posting('2026-12-19'), '2026-12-18T16:00:00Z')
      .refused('Record the posting when it has happened: Saturday 19 December 2026 is still to come.');
    given(...untilWritten)
      .when(posting('2026-12-15'), '2026-12-18T16:00:00Z')
      .refused('The letter was written on Wednesday 16 December 2026: it cannot have been posted before.');
    given(...untilWritten)
      .when(posting('2026-12-18', '0009-response'), '2026-12-18T16:00:00Z')
      .refused('Choose a letter that waits to be posted.');
    given(...untilAcknowledged)
      .when(posting('2026-12-18'), '2026-12-18T16:00:00Z')
      .refused('No letter about this case waits to be posted.');
  });

  it('makes the acknowledgement on the day of its posting, and keeps the date that it bears', () => {
    expect(caseOf(...untilWritten, at('2026-12-18T16:00:00Z', posted('2026-12-18')))).toMatchObject({
      stage: 'acknowledged',
      acknowledgement: { on: '2026-12-18' },
      promised: '2027-01-04',
      toPost: [{ noticeId: '0001-receipt' }],
    });
  });

  it('is late by the day of its posting, not by the day of its writing', () => {
    given(...untilWritten)
      .when(posting('2026-12-22'), '2026-12-22T16:00:00Z')
      .yields(posted('2026-12-22'), {
        type: 'deadline-missed',
        deadline: 'acknowledge',
        due: writtenDate('2026-12-21'),
        metOn: writtenDate('2026-12-22'),
      });
    given(byPost, acceptedNextDay, allocatedToBen)
      .when(acknowledge, '2026-12-23T10:00:00Z')
      .yields({
        type: 'acknowledged',
        acknowledgement: { ...acknowledgement, on: writtenDate('2026-12-23') },
        responseDue: writtenDate('2027-01-11'),
        offered,
      });
  });

  it('comes before the answer, and before the end', () => {
    given(...untilWritten)
      .when(respond, '2026-12-17T10:00:00Z')
      .refused('Post the acknowledgement first and record it: a response before any acknowledgement is not allowed (policy section 6).');
    const answered = [...untilWritten, at('2026-12-16T16:00:00Z', posted('2026-12-16')), responded];
    given(...answered)
      .when({ type: 'close', reason: 'Nothing is left to do.' }, '2027-01-05T10:00:00Z')
      .refused('Post the letters first and record it: then the case can be closed.');
  });

  it('gives the response on the day of its posting', () => {
    const answered = [...untilWritten, at('2026-12-16T16:00:00Z', posted('2026-12-16')), responded];
    const sent = { type: 'letter-posted', noticeId: '0006-response', kind: 'response', on: writtenDate('2027-01-05') } as const;
    given(...answered)
      .when(posting('2027-01-05', '0006-response'), '2027-01-05T16:00:00Z')
      .yields(sent, { type: 'deadline-missed', deadline: 'respond', due: writtenDate('2027-01-04'), metOn: writtenDate('2027-01-05') });
    expect(caseOf(...answered, at('2027-01-05T16:00:00Z', sent))).toMatchObject({ stage: 'answered', response: { on: '2027-01-05' } });
  });

  it('is not posted any more when the complaint was withdrawn: only the confirmation is', () => {
    const withdrawn = at('2026-12-17T10:00:00Z', { type: 'withdrawn', on: writtenDate('2026-12-17'), howWeKnow: 'She rang.' });
    expect(caseOf(...untilWritten, withdrawn).toPost).toEqual([
      { noticeId: '0005-withdrawal-confirmed', kind: 'withdrawal-confirmed', since: '2026-12-17' },
    ]);
  });
});

describe('extending', () => {
  it('comes after the acknowledgement', () => {
    given(opened, acceptedNextDay, allocatedToBen)
      .when(extend(5), '2026-12-16T10:00:00Z')
      .refused(/^Acknowledge the complaint first/);
  });

  it('counts from the date before it, not from the day of asking', () => {
    given(...untilAcknowledged)
      .when(extend(5), '2026-12-30T10:00:00Z')
      .yields(extended('2027-01-04', '2027-01-11'));
  });

  it('comes to ten working days in all', () => {
    given(...untilAcknowledged)
      .when(extend(10), '2026-12-30T10:00:00Z')
      .yields(extended('2027-01-04', '2027-01-18'));
    given(...untilAcknowledged)
      .when(extend(11), '2026-12-30T10:00:00Z')
      .refused(/^Extensions come to at most 10 working days in all, until Monday 18 January 2027/);
    const once = at('2026-12-30T10:00:00Z', extended('2027-01-04', '2027-01-11'));
    given(...untilAcknowledged, once)
      .when(extend(6), '2026-12-30T11:00:00Z')
      .refused(/until Monday 18 January 2027/);
    given(...untilAcknowledged, once)
      .when(extend(5), '2026-12-30T11:00:00Z')
      .yields(extended('2027-01-11', '2027-01-18'));
  });

  it('goes further only for an exceptional reason', () => {
    given(...untilAcknowledged)
      .when(extend(11, 'The only witness is in hospital.'), '2026-12-30T10:00:00Z')
      .yields(extended('2027-01-04', '2027-01-19', { exceptionalReason: 'The only witness is in hospital.' }), {
        type: 'updates-set',
        updates: { from: writtenDate('2026-12-30'), next: writtenDate('2027-01-07') },
        agreed: false,
      });
    given(...untilAcknowledged)
      .when(extend(11, '  '), '2026-12-30T10:00:00Z')
      .refused(/^Extensions come to at most/);
  });

  it('always has a reason and a whole number of days', () => {
    given(...untilAcknowledged)
      .when({ type: 'extend', workingDays: 5, reason: ' ' }, '2026-12-30T10:00:00Z')
      .refused('Give the reason: the person is told it (policy section 6; both Codes 6.4).');
    for (const days of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      given(...untilAcknowledged)
        .when(extend(days), '2026-12-30T10:00:00Z')
        .refused('Say by how many working days: a whole number, 1 or more.');
  });

  it('is possible after the due date, to a day that has not gone, and the missed date stands in the record', () => {
    const late: EventData = {
      type: 'deadline-missed',
      deadline: 'respond',
      due: writtenDate('2027-01-04'),
      metOn: writtenDate('2027-01-06'),
      extended: true,
    };
    given(...untilAcknowledged)
      .when(extend(1), '2027-01-06T10:00:00Z')
      .refused('Extend by more working days: Tuesday 5 January 2027 has gone.');
    given(...untilAcknowledged)
      .when(extend(2), '2027-01-06T10:00:00Z')
      .yields(extended('2027-01-04', '2027-01-06', { on: '2027-01-06' }), late);
    given(...untilAcknowledged)
      .when(extend(5), '2027-01-06T10:00:00Z')
      .yields(extended('2027-01-04', '2027-01-11', { on: '2027-01-06' }), late);
  });
});

describe('responding', () => {
  it('is refused before any acknowledgement', () => {
    for (const story of [[opened], [opened, acceptedNextDay], [opened, acceptedNextDay, allocatedToBen]])
      given(...story)
        .when(respond, '2026-12-16T10:00:00Z')
        .refused('Acknowledge the complaint first: a response before any acknowledgement is not allowed (policy section 6).');
  });

  it('states the decision and its reasons, on every point and no other', () => {
    const two = [...respond.answers, ...respond.answers];
    for (const answers of [[], two])
      given(...untilAcknowledged, inContact)
        .when({ ...respond, answers }, '2026-12-30T10:00:00Z')
        .refused(/^Decide every point of the complaint, and only those/);
    given(...untilAcknowledged, inContact)
      .when({ ...respond, decision: '' }, '2026-12-30T10:00:00Z')
      .refused(/^State the decision/);
    given(...untilAcknowledged, inContact)
      .when({ ...respond, answers: [{ outcome: 'upheld', reasons: ' ' }] }, '2026-12-30T10:00:00Z')
      .refused(/^Give the reasons for the decision/);
  });

  it('answers the complaint; an empty box says nothing', () => {
    given(...untilAcknowledged, inContact)
      .when(respond, '2026-12-30T10:00:00Z')
      .yields(isResponded('2026-12-30', '2027-01-04'));
  });

  it('may come on the day of the acknowledgement', () => {
    given(...untilAcknowledged, inContact)
      .when({ ...respond, remedy: undefined }, '2026-12-16T11:00:00Z')
      .yields(isResponded('2026-12-16', '2027-01-04'));
  });

  it('records the breach when it is later than the extended date', () => {
    const once = at('2026-12-30T10:00:00Z', extended('2027-01-04', '2027-01-11'));
    given(...untilAcknowledged, inContact, once)
      .when(respond, '2027-01-12T10:00:00Z')
      .yields(isResponded('2027-01-12', '2027-01-11'), {
        type: 'deadline-missed',
        deadline: 'respond',
        due: writtenDate('2027-01-11'),
        metOn: writtenDate('2027-01-12'),
      });
  });
});

describe('service requests', () => {
  const answer: Command = { type: 'answer-service-request', answer: 'The bin was emptied.' };

  it('are answered once, by the promised day', () => {
    const answered: EventData = {
      type: 'service-request-answered',
      on: writtenDate('2026-12-17'),
      answer: 'The bin was emptied.',
      asks: true,
    };
    given(opened, promised).when(answer, '2026-12-17T17:00:00Z').yields(answered);
    given(opened, promised, at('2026-12-17T17:00:00Z', answered))
      .when(answer, '2026-12-18T09:00:00Z')
      .refused('The service request was answered on Thursday 17 December 2026.');
  });

  it('record a promise that was kept late', () => {
    given(opened, promised)
      .when(answer, '2026-12-18T09:00:00Z')
      .yields(
        { type: 'service-request-answered', on: writtenDate('2026-12-18'), answer: 'The bin was emptied.', asks: true },
        { type: 'deadline-missed', deadline: 'service-request', due: writtenDate('2026-12-17'), metOn: writtenDate('2026-12-18') },
      );
  });
});

describe('ending', () => {
  const close: Command = { type: 'close', reason: 'Nothing is left to do.' };
  const isClosed: EventData = { type: 'closed', on: writtenDate('2027-01-05'), reason: 'Nothing is left to do.' };

  it('closes what was answered or handed over, with a reason', () => {
    given(...untilAcknowledged, responded)
      .when(close, '2027-01-05T10:00:00Z')
      .yields(isClosed);
    given(opened, sentAnotherWay).when(close, '2027-01-05T10:00:00Z').yields(isClosed);
    given(opened, sentAnotherWay)
      .when({ ...close, reason: '' }, '2027-01-05T10:00:00Z')
      .refused('Say why the case can be closed.');
  });

  it('never closes what is still owed an answer', () => {
    given(...untilAcknowledged)
      .when(close, '2027-01-05T10:00:00Z')
      .refused(
        'A case is closed once it has been answered. This complaint was acknowledged at stage one on Wednesday 16 December 2026. If the person no longer wishes to complain, record that they withdrew.',
      );
    given(opened, promised).when(close, '2027-01-05T10:00:00Z').refused('Answer the service request first: then the case can be closed.');
  });

  it('lets the person withdraw from any open stage, and says how we know', () => {
    const withdraw: Command = { type: 'withdraw', howWeKnow: 'She rang Ben on 17 December.' };
    for (const story of [
      [opened],
      [opened, acceptedNextDay],
      untilAcknowledged,
      [opened, promised],
      [opened, sentAnotherWay],
      [...untilAcknowledged, responded],
    ])
      given(...story)
        .when(withdraw, '2027-01-05T10:00:00Z')
        .yields({ type: 'withdrawn', on: writtenDate('2027-01-05'), howWeKnow: 'She rang Ben on 17 December.' });
    given(opened)
      .when({ type: 'withdraw', howWeKnow: '' }, '2027-01-05T10:00:00Z')
      .refused(/^Say how we know/);
    given(opened, sentAnotherWay, closed).when(withdraw, '2027-01-06T10:00:00Z').refused('This case was closed on Tuesday 5 January 2027.');
  });

  it('keeps what the case was, and stays closed when somebody writes', () => {
    const written = at('2027-01-06T09:00:00Z', {
      type: 'correspondence-added',
      channel: 'email',
      contactId: 'message-2',
      receivedAt: aContact('2027-01-06T09:00:00Z').receivedAt,
      flags: [],
    });
    expect(caseOf(...untilAcknowledged, responded, closed, written)).toMatchObject({
      stage: 'closed',
      because: 'concluded',
      was: { stage: 'answered', response: { on: '2026-12-30' } },
      unread: { since: '2027-01-06', count: 1 },
    });
  });
});

it('names a notice after the event that causes it', () => {
  expect(noticeIdOf(3, 'acknowledgement')).toBe('0003-acknowledgement');
  expect(noticeIdOf(12_345, 'receipt')).toBe('12345-receipt');
});
