import { describe, expect, it } from 'vitest';
import { londonDateOf, type WrittenDate, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { withHolidays, workingDaysFrom } from '../../../functions/domain/calendar/working-days.ts';
import type { CaseState, Extension } from '../../../functions/domain/cases/case.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import type { Deadline, DeadlineKind } from '../../../functions/domain/deadlines/deadline.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { dateOf } from '../../../functions/domain/deadlines/stage-clock.ts';
import { aContact, accepted, at, ben, caseOf, moment, received, rules, suggestsStageOne } from '../../support/case-story.ts';

// deadlines.md section 7: receipt, acknowledgement due, acknowledged on, response due, extended to at most.
const workedExamples: readonly [
  row: string,
  receivedAt: string,
  due: WrittenDate,
  on: WrittenDate,
  response: WrittenDate,
  furthest: WrittenDate,
][] = [
  ['1 plain week', '2026-03-02T10:00:00Z', '2026-03-09', '2026-03-09', '2026-03-23', '2026-04-08'],
  ['2 acknowledged early', '2026-03-02T10:00:00Z', '2026-03-09', '2026-03-03', '2026-03-17', '2026-03-31'],
  ['3 Friday late afternoon', '2026-03-06T16:59:00Z', '2026-03-13', '2026-03-13', '2026-03-27', '2026-04-14'],
  ['4 Saturday', '2026-03-07T11:00:00Z', '2026-03-13', '2026-03-13', '2026-03-27', '2026-04-14'],
  ['5 Sunday evening', '2026-03-08T22:00:00Z', '2026-03-13', '2026-03-13', '2026-03-27', '2026-04-14'],
  ['6 23:30 in winter', '2026-03-09T23:30:00Z', '2026-03-16', '2026-03-16', '2026-03-30', '2026-04-15'],
  ['7 23:30 in summer', '2026-06-30T22:30:00Z', '2026-07-07', '2026-07-07', '2026-07-21', '2026-08-04'],
  ['8 00:30 in summer', '2026-06-30T23:30:00Z', '2026-07-08', '2026-07-08', '2026-07-22', '2026-08-05'],
  ['9 before clocks go forward, Easter inside', '2026-03-29T00:30:00Z', '2026-04-07', '2026-04-07', '2026-04-21', '2026-05-06'],
  ['10 first Monday of summer time', '2026-03-30T09:00:00Z', '2026-04-08', '2026-04-08', '2026-04-22', '2026-05-07'],
  ['11 Good Friday', '2026-04-03T09:00:00Z', '2026-04-13', '2026-04-13', '2026-04-27', '2026-05-12'],
  ['12 night the clocks go back', '2026-10-24T23:30:00Z', '2026-10-30', '2026-10-30', '2026-11-13', '2026-11-27'],
  ['13 same night, the second 01:30', '2026-10-25T01:30:00Z', '2026-10-30', '2026-10-30', '2026-11-13', '2026-11-27'],
  ['14 Christmas 2026', '2026-12-18T09:00:00Z', '2026-12-29', '2026-12-29', '2027-01-13', '2027-01-27'],
  ['15 Christmas Eve', '2026-12-24T15:00:00Z', '2027-01-05', '2027-01-05', '2027-01-19', '2027-02-02'],
  ['16 Christmas Day', '2026-12-25T12:00:00Z', '2027-01-05', '2027-01-05', '2027-01-19', '2027-02-02'],
  ['17 Christmas 2027', '2027-12-22T09:00:00Z', '2027-12-31', '2027-12-31', '2028-01-17', '2028-01-31'],
  ['18 State Funeral', '2022-09-12T09:00:00Z', '2022-09-20', '2022-09-20', '2022-10-04', '2022-10-18'],
  ['19 Jubilee', '2022-05-27T09:00:00Z', '2022-06-07', '2022-06-07', '2022-06-21', '2022-07-05'],
  ['20 Coronation', '2023-04-28T09:00:00Z', '2023-05-09', '2023-05-09', '2023-05-23', '2023-06-07'],
  ['21 VE Day 2020', '2020-04-27T09:00:00Z', '2020-05-04', '2020-05-04', '2020-05-19', '2020-06-03'],
  ['22 August bank holiday', '2026-08-28T09:00:00Z', '2026-09-07', '2026-09-07', '2026-09-21', '2026-10-05'],
  ['23 leap year', '2024-02-26T09:00:00Z', '2024-03-04', '2024-03-04', '2024-03-18', '2024-04-03'],
  ['24 late acknowledgement', '2026-12-14T09:00:00Z', '2026-12-21', '2026-12-23', '2027-01-11', '2027-01-25'],
  ['25 acknowledged on a Saturday', '2026-11-21T18:00:00Z', '2026-11-27', '2026-11-21', '2026-12-04', '2026-12-18'],
];

const noon = (date: string) => `${date}T12:00:00Z`;

/** Received, accepted and allocated on the spot, and acknowledged on that day, due by that. */
function acknowledgedCase(receivedAt: string, on: WrittenDate, due: WrittenDate, ...later: readonly (readonly CaseEvent[])[]): CaseState {
  const allocation = { service: 'waste', officer: ben, on: londonDateOf(moment(receivedAt)) } as const;
  return caseOf(
    received(receivedAt),
    at(receivedAt, accepted, { type: 'allocated', allocation }),
    at(noon(on), acknowledgedOn(on, due)),
    ...later,
  );
}

function acknowledgedOn(on: WrittenDate, due: WrittenDate, noticeId = '0004-acknowledgement', responseDue?: WrittenDate): EventData {
  const acknowledgement = { on: writtenDate(on), due: writtenDate(due), definition: 'Bins.', outcomesSought: '', noticeId };
  return { type: 'acknowledged', acknowledgement, ...(responseDue && { responseDue: writtenDate(responseDue) }) };
}

function extended(on: WrittenDate, previousDue: WrittenDate, due: WrittenDate): readonly CaseEvent[] {
  const extension: Extension = { on: writtenDate(on), previousDue: writtenDate(previousDue), due: writtenDate(due), reason: 'Leave.' };
  return at(noon(on), { type: 'extended', extension });
}

function answered(on: WrittenDate, due: WrittenDate): readonly CaseEvent[] {
  const response = { on: writtenDate(on), due: writtenDate(due), outcome: 'upheld' } as const;
  return at(noon(on), { type: 'responded', response, definition: 'Bins.', decision: 'Upheld.', reasons: 'Missed.' });
}

function deadline(kind: DeadlineKind, state: CaseState): Deadline | undefined {
  return deadlinesOf(state, rules).find((one) => one.kind === kind);
}

function alertsOf(kind: DeadlineKind, state: CaseState): readonly string[] {
  return deadline(kind, state)?.alerts.map((alert) => `${alert.kind} ${alert.on}`) ?? [];
}

function kindsOf(state: CaseState): readonly string[] {
  return deadlinesOf(state, rules).map(({ kind }) => kind);
}

describe('stage one, by the worked examples', () => {
  it.each(workedExamples)('%s', (_, receivedAt, due, on, response, furthest) => {
    expect(deadline('acknowledge', caseOf(received(receivedAt)))?.due).toBe(due);

    const acknowledged = acknowledgedCase(receivedAt, on, due);
    expect(deadline('acknowledge', acknowledged)).toMatchObject({ due, met: on, missed: on > due, alerts: [] });
    expect(deadline('respond', acknowledged)).toMatchObject({ due: response, from: on, missed: false });

    expect(dateOf(workingDaysFrom(rules.calendar, writtenDate(response), rules.policy.stageOne.extend.workingDays))).toBe(furthest);
    const longer = acknowledgedCase(receivedAt, on, due, extended(on, response, furthest));
    expect(deadline('respond', longer)).toMatchObject({ due: furthest, from: response });
    expect(deadline('respond', longer)?.explanation).toMatch(/^extended on .+: 10 working days from /);
  });
});

describe('a complaint received on Friday 18 December 2026', () => {
  const complaint = caseOf(received('2026-12-18T09:00:00Z'));

  it('is acknowledged by Tuesday 29 December, and says why', () => {
    expect(deadline('acknowledge', complaint)).toMatchObject({
      due: '2026-12-29',
      from: '2026-12-18',
      explanation: '5 working days from Fri 18 Dec 2026: Mon 21, Tue 22, Wed 23, Thu 24, Tue 29; 25 and 28 Dec are bank holidays',
      source: 'policy section 6; both Complaint Handling Codes 6.2',
    });
  });

  it('warns two working days before, speaks on the day, and then on ten working days, at half past eight in London', () => {
    expect(alertsOf('acknowledge', complaint)).toEqual([
      'warning 2026-12-23',
      'due 2026-12-29',
      'overdue 2026-12-30',
      'overdue 2026-12-31',
      'overdue 2027-01-04',
      'overdue 2027-01-05',
      'overdue 2027-01-06',
      'overdue 2027-01-07',
      'overdue 2027-01-08',
      'overdue 2027-01-11',
      'overdue 2027-01-12',
      'overdue 2027-01-13',
    ]);
    expect(
      deadline('acknowledge', complaint)
        ?.alerts.slice(0, 2)
        .map((alert) => alert.at),
    ).toEqual(['2026-12-23T08:30:00.000Z', '2026-12-29T08:30:00.000Z']);
  });

  it('speaks at half past eight on a London clock in summer too', () => {
    expect(deadline('acknowledge', caseOf(received('2026-06-30T22:30:00Z')))?.alerts[0]?.at).toBe('2026-07-03T07:30:00.000Z');
  });

  it('has its route decided by the next working day, without a warning first', () => {
    expect(deadline('triage', complaint)).toMatchObject({ due: '2026-12-21', explanation: '1 working day from Fri 18 Dec 2026: Mon 21' });
    expect(alertsOf('triage', complaint).slice(0, 2)).toEqual(['due 2026-12-21', 'overdue 2026-12-22']);
  });

  it('is later when a bank holiday is proclaimed', () => {
    const proclaimed = [{ date: writtenDate('2026-12-22'), name: 'Proclaimed' }];
    const calendar = withHolidays(rules.calendar, proclaimed, 'with 22 December');
    expect(deadlinesOf(complaint, { ...rules, calendar }).map(({ due }) => due)).toEqual(['2026-12-21', '2026-12-30']);
  });
});

describe('before a person has decided the route', () => {
  it.each([
    ['it may be adult social care', { ...suggestsStageOne, also: ['adult-social-care'] as const }, 'adult social care complaints'],
    ['it is most likely adult social care', { ...suggestsStageOne, primary: 'adult-social-care' as const }, 'adult social care complaints'],
    ['the procedure is the statutory one', { ...suggestsStageOne, procedure: 'adult-statutory' as const }, 'adult social care complaints'],
    ['it may be public health', { ...suggestsStageOne, procedure: 'public-health' as const }, 'public health complaints'],
  ])('three working days beat five where %s', (_, suggestion, words) => {
    const state = caseOf(received('2026-12-22T09:00:00Z', suggestion));
    expect(deadline('acknowledge', state)?.due).toBe('2026-12-29');
    expect(deadline('acknowledge', state)?.explanation).toBe(
      `3 working days from Tue 22 Dec 2026: Wed 23, Thu 24, Tue 29; 25 and 28 Dec are bank holidays; the limit for ${words}, which this may be, is sooner than the 5 working days of the corporate procedure`,
    );
    expect(deadline('acknowledge', caseOf(received('2026-12-22T09:00:00Z', suggestion), at('2026-12-22T10:00:00Z', accepted)))?.due).toBe(
      '2026-12-31',
    );
  });
});

describe('a late acknowledgement', () => {
  const late = acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-23', '2026-12-21');

  it('moves the lawful date, while alerts run to the date it would have been', () => {
    expect(deadline('respond', late)).toMatchObject({ due: '2027-01-11', performanceDue: '2027-01-07' });
    expect(deadline('respond', late)?.explanation).toMatch(/; the acknowledgement was late, so the date to work to is Thu 7 Jan 2027$/);
    expect(alertsOf('respond', late).slice(0, 4)).toEqual([
      'warning 2027-01-05',
      'due 2027-01-07',
      'overdue 2027-01-08',
      'overdue 2027-01-11',
    ]);
    expect(alertsOf('respond', late).at(-1)).toBe('overdue 2027-01-25');
  });

  it('keeps the earlier date to work to when the response is extended', () => {
    const longer = acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-23', '2026-12-21', extended('2027-01-08', '2027-01-11', '2027-01-18'));
    expect(deadline('respond', longer)).toMatchObject({ due: '2027-01-18', performanceDue: '2027-01-14' });
  });

  it('is still told of after the lawful date when it came very late', () => {
    const veryLate = acknowledgedCase('2026-03-02T10:00:00Z', '2026-05-11', '2026-03-09');
    expect(deadline('respond', veryLate)).toMatchObject({ due: '2026-05-26', performanceDue: '2026-03-23' });
    expect(alertsOf('respond', veryLate)[0]).toBe('overdue 2026-05-12');
    expect(alertsOf('respond', veryLate)).toContain('overdue 2026-05-27');
  });

  it('is no matter for one that was in time', () => {
    expect(deadline('respond', acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-21', '2026-12-21'))?.performanceDue).toBeUndefined();
  });
});

describe('an acknowledgement that did not arrive', () => {
  const bounced: EventData = {
    type: 'notice-undelivered',
    noticeId: '0004-acknowledgement',
    why: 'No such mailbox.',
    responseDue: writtenDate('2027-01-04'),
  };
  const again = (on: WrittenDate, ...later: readonly (readonly CaseEvent[])[]) =>
    caseOf(
      received('2026-12-14T09:00:00Z'),
      at(noon('2026-12-15'), accepted, {
        type: 'allocated',
        allocation: { service: 'waste', officer: ben, on: writtenDate('2026-12-15') },
      }),
      at(noon('2026-12-16'), acknowledgedOn('2026-12-16', '2026-12-21', '0004-acknowledgement', '2027-01-04')),
      at(noon('2026-12-17'), bounced),
      at(noon(on), acknowledgedOn(on, '2026-12-21', '0006-acknowledgement')),
      ...later,
    );

  it('D24: leaves the response measured by the date that it set, when it is made again', () => {
    expect(deadline('respond', again('2026-12-18'))).toMatchObject({ due: '2027-01-06', performanceDue: '2027-01-04' });
    expect(deadline('respond', again('2026-12-18'))?.explanation).toMatch(
      /; the first acknowledgement did not arrive, so the date to work to is Mon 4 Jan 2027$/,
    );
    expect(alertsOf('respond', again('2026-12-18'))[0]).toBe('warning 2026-12-30');
    expect(deadline('respond', again('2026-12-23'))?.performanceDue).toBe('2027-01-04');
  });

  it('is extended from both dates alike, and gone once the case is at stage two', () => {
    const longer = again('2026-12-18', extended('2027-01-05', '2027-01-06', '2027-01-08'));
    expect(deadline('respond', longer)).toMatchObject({ due: '2027-01-08', performanceDue: '2027-01-06' });
    const escalated = again(
      '2026-12-18',
      answered('2027-01-05', '2027-01-06'),
      at(noon('2027-01-11'), { type: 'accepted-at-stage-two', askedOn: writtenDate('2027-01-11') }),
    );
    expect(deadline('respond', escalated)).toMatchObject({ met: '2027-01-05', performanceDue: '2027-01-04' });
    expect(deadline('respond-stage-two', escalated)?.performanceDue).toBeUndefined();
  });

  it('sets no earlier date when it is made again on the same day', () => {
    expect(deadline('respond', again('2026-12-16'))?.performanceDue).toBeUndefined();
  });
});

describe('extensions', () => {
  const once = extended('2026-12-30', '2027-01-04', '2027-01-06');

  it('count one after another, each from the date before it', () => {
    const twice = acknowledgedCase(
      '2026-12-14T09:00:00Z',
      '2026-12-16',
      '2026-12-21',
      once,
      extended('2027-01-05', '2027-01-06', '2027-01-11'),
    );
    expect(deadline('respond', twice)).toMatchObject({
      due: '2027-01-11',
      from: '2027-01-06',
      explanation: 'extended on Tue 5 Jan 2027: 3 working days from Wed 6 Jan 2027: Thu 7, Fri 8, Mon 11',
      source: 'policy section 6; both Complaint Handling Codes 6.4',
    });
  });

  it('are not told of on days before they were decided', () => {
    const decidedLate = acknowledgedCase(
      '2026-12-14T09:00:00Z',
      '2026-12-16',
      '2026-12-21',
      extended('2027-01-08', '2027-01-04', '2027-01-11'),
    );
    expect(alertsOf('respond', decidedLate).slice(0, 2)).toEqual(['due 2027-01-11', 'overdue 2027-01-12']);
  });

  it('decided after the date had gone leave it missed, also once the answer comes by the longer one', () => {
    const decidedLate = [extended('2027-01-08', '2027-01-04', '2027-01-11')];
    const running = acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-16', '2026-12-21', ...decidedLate);
    expect(deadline('respond', running)).toMatchObject({ due: '2027-01-11', missedBefore: '2027-01-04', missed: false });
    expect(deadline('respond', running)?.explanation).toContain('Mon 4 Jan 2027 had gone by before it was extended');
    const over = acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-16', '2026-12-21', ...decidedLate, answered('2027-01-11', '2027-01-11'));
    expect(deadline('respond', over)).toMatchObject({ met: '2027-01-11', missed: true, missedBefore: '2027-01-04' });
    const inTime = acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-16', '2026-12-21', extended('2027-01-04', '2027-01-04', '2027-01-11'));
    expect(deadline('respond', inTime)?.missedBefore).toBeUndefined();
  });

  it('keep the promised date when a bank holiday is proclaimed', () => {
    const calendar = withHolidays(rules.calendar, [{ date: writtenDate('2027-01-05'), name: 'Proclaimed' }], 'with 5 January');
    const state = acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-16', '2026-12-21', once);
    expect(deadlinesOf(state, { ...rules, calendar })[1]?.due).toBe('2027-01-06');
  });
});

describe('an answered complaint', () => {
  it('keeps both dates, met or missed, and nobody is told again', () => {
    const inTime = acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-16', '2026-12-21', answered('2027-01-04', '2027-01-04'));
    expect(kindsOf(inTime)).toEqual(['acknowledge', 'respond']);
    expect(deadline('respond', inTime)).toMatchObject({ due: '2027-01-04', met: '2027-01-04', missed: false, alerts: [] });
    const late = acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-16', '2026-12-21', answered('2027-01-05', '2027-01-04'));
    expect(deadline('respond', late)).toMatchObject({ met: '2027-01-05', missed: true });
  });

  it('is not judged again by a later list of holidays', () => {
    const calendar = withHolidays(rules.calendar, [{ date: writtenDate('2026-12-22'), name: 'Proclaimed' }], 'with 22 December');
    const state = acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-16', '2026-12-21', answered('2027-01-05', '2027-01-04'));
    expect(deadlinesOf(state, { ...rules, calendar })[1]).toMatchObject({
      due: '2027-01-04',
      missed: true,
      explanation: 'due by Mon 4 Jan 2027, as counted at the time',
    });
  });
});

describe('service requests, hand-overs, messages and letters', () => {
  const opened = received('2026-12-14T09:00:00Z');
  const promised = (by: WrittenDate): EventData => ({
    type: 'service-request-recorded',
    service: 'waste',
    promisedBy: writtenDate(by),
    whatWeWillDo: 'Empty it.',
    suggested: 'stage-one',
  });
  const elsewhere: EventData = {
    type: 'sent-another-way',
    route: 'school',
    reasons: 'Governors.',
    whatToDoInstead: 'Write.',
    suggested: 'school',
  };

  it('watch the day we promised, until it is answered', () => {
    const request = caseOf(opened, at(noon('2026-12-14'), promised('2026-12-17')));
    expect(deadline('service-request', request)).toMatchObject({
      due: '2026-12-17',
      from: '2026-12-14',
      explanation: 'on Mon 14 Dec 2026 we promised that it would be done by Thu 17 Dec 2026',
    });
    expect(alertsOf('service-request', request).slice(0, 3)).toEqual(['warning 2026-12-15', 'due 2026-12-17', 'overdue 2026-12-18']);
    const done = caseOf(
      opened,
      at(noon('2026-12-14'), promised('2026-12-17'), { type: 'service-request-answered', on: writtenDate('2026-12-18'), answer: 'Done.' }),
    );
    expect(deadline('service-request', done)).toMatchObject({ met: '2026-12-18', missed: true, alerts: [] });
  });

  it('speak on the last working day before a promised Sunday', () => {
    const request = caseOf(opened, at(noon('2026-12-14'), promised('2026-12-20')));
    expect(alertsOf('service-request', request).slice(0, 3)).toEqual(['warning 2026-12-17', 'due 2026-12-18', 'overdue 2026-12-21']);
  });

  it('confirm a hand-over by the next working day; closing it confirms', () => {
    const sent = at(noon('2026-12-24'), elsewhere);
    expect(deadline('hand-over', caseOf(opened, sent))).toMatchObject({ due: '2026-12-29', from: '2026-12-24' });
    const closed = at(noon('2026-12-30'), { type: 'closed', on: writtenDate('2026-12-30'), reason: 'They have it.' });
    expect(deadline('hand-over', caseOf(opened, sent, closed))).toMatchObject({ met: '2026-12-30', missed: true, alerts: [] });
    const withdrawn = at(noon('2026-12-30'), { type: 'withdrawn', on: writtenDate('2026-12-30'), howWeKnow: 'She rang.' });
    expect(deadline('hand-over', caseOf(opened, sent, withdrawn))).toMatchObject({ ended: '2026-12-30', missed: true });
  });

  it('have what came in read by the next working day, also in a closed case', () => {
    const written = (day: WrittenDate) =>
      at(noon(day), {
        type: 'correspondence-added',
        channel: 'email',
        contactId: day,
        receivedAt: aContact(noon(day)).receivedAt,
        flags: [],
      });
    const closed = at(noon('2026-12-15'), { type: 'withdrawn', on: writtenDate('2026-12-15'), howWeKnow: 'She rang.' });
    const state = caseOf(opened, closed, written('2026-12-18'), written('2026-12-19'));
    expect(deadline('read-correspondence', state)).toMatchObject({ due: '2026-12-21', from: '2026-12-18' });
    expect(alertsOf('read-correspondence', state)[0]).toBe('due 2026-12-21');
    expect(kindsOf(caseOf(opened, closed, written('2026-12-18'), at(noon('2026-12-18'), { type: 'correspondence-read' })))).not.toContain(
      'read-correspondence',
    );
  });

  it('find another way by the next working day after a letter did not arrive', () => {
    const bounced = at(noon('2026-12-18'), { type: 'notice-undelivered', noticeId: '0001-receipt', why: 'No such mailbox.' });
    const bouncedAgain = at(noon('2026-12-21'), { type: 'notice-undelivered', noticeId: '0004-extension', why: 'No such mailbox.' });
    for (const state of [caseOf(opened, bounced), caseOf(opened, bounced, bouncedAgain)])
      expect(deadline('reach-another-way', state)).toMatchObject({ due: '2026-12-21', from: '2026-12-18' });
  });

  it('put an unsent acknowledgement back to its original date', () => {
    const unmade = at(noon('2026-12-17'), { type: 'notice-undelivered', noticeId: '0004-acknowledgement', why: 'No such mailbox.' });
    const state = acknowledgedCase('2026-12-14T09:00:00Z', '2026-12-16', '2026-12-21', unmade);
    expect(kindsOf(state)).toEqual(['acknowledge', 'reach-another-way']);
    expect(deadline('acknowledge', state)).toMatchObject({ due: '2026-12-21', missed: false });
    expect(deadline('acknowledge', state)?.met).toBeUndefined();
    expect(alertsOf('acknowledge', state)).toContain('due 2026-12-21');
  });
});

describe('letters on paper', () => {
  const byPost = received('2026-12-14T09:00:00Z').map(
    (event): CaseEvent => (event.type === 'complaint-received' ? { ...event, reachBy: ['post'] } : event),
  );
  const receiptPosted = at(noon('2026-12-14'), {
    type: 'letter-posted',
    noticeId: '0001-receipt',
    kind: 'receipt',
    on: writtenDate('2026-12-14'),
  });
  const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-12-14') } };
  const written = at(noon('2026-12-16'), {
    type: 'acknowledged',
    acknowledgement: {
      on: writtenDate('2026-12-16'),
      due: writtenDate('2026-12-21'),
      definition: 'Bins.',
      outcomesSought: '',
      noticeId: '0005-acknowledgement',
    },
    responseDue: writtenDate('2027-01-04'),
  });
  const untilWritten = [byPost, receiptPosted, at(noon('2026-12-14'), accepted, allocated), written];
  const posted = (on: WrittenDate) =>
    at(noon(on), { type: 'letter-posted', noticeId: '0005-acknowledgement', kind: 'acknowledgement', on: writtenDate(on) });

  it('are posted by the next working day, and the acknowledgement stays owed until its letter is', () => {
    const waiting = caseOf(...untilWritten);
    expect(kindsOf(waiting)).toEqual(['acknowledge', 'respond', 'post-letter']);
    expect(deadline('post-letter', waiting)).toMatchObject({ due: '2026-12-17', from: '2026-12-16' });
    expect(deadline('acknowledge', waiting)).toMatchObject({ due: '2026-12-21', missed: false });
    expect(deadline('acknowledge', waiting)?.met).toBeUndefined();
    expect(alertsOf('acknowledge', waiting)).toContain('due 2026-12-21');
  });

  it('count from their posting, while officers work to the date that the letter bears', () => {
    const state = caseOf(...untilWritten, posted('2026-12-18'));
    expect(kindsOf(state)).toEqual(['acknowledge', 'respond']);
    expect(deadline('acknowledge', state)).toMatchObject({ met: '2026-12-18', missed: false });
    expect(deadline('respond', state)).toMatchObject({ due: '2027-01-06', from: '2026-12-18', promised: '2027-01-04' });
    expect(deadline('respond', state)?.explanation).toMatch(/; our letter says Mon 4 Jan 2027$/);
    expect(alertsOf('respond', state).slice(0, 3)).toEqual(['warning 2026-12-30', 'due 2027-01-04', 'overdue 2027-01-05']);
  });

  it('D24: posted long before that was recorded, move what is owed, and not the day that was missed by then', () => {
    const apologised = at('2027-01-05T10:00:00Z', {
      type: 'apologised',
      deadline: 'respond',
      due: writtenDate('2027-01-04'),
      updates: { every: 10, from: writtenDate('2027-01-05'), next: writtenDate('2027-01-19') },
    });
    const recorded = at(noon('2027-01-05'), {
      type: 'letter-posted',
      noticeId: '0005-acknowledgement',
      kind: 'acknowledgement',
      on: writtenDate('2026-12-18'),
    });
    const story = [...untilWritten, apologised, recorded];
    expect(deadline('respond', caseOf(...story))).toMatchObject({ due: '2027-01-06', missedBefore: '2027-01-04', missed: false });
    expect(deadline('respond', caseOf(...story))?.explanation).toContain('Mon 4 Jan 2027 had gone by before the day moved');
    const response = { noticeId: '0008-response', kind: 'response', on: writtenDate('2027-01-06') } as const;
    const over = caseOf(...story, answered('2027-01-06', '2027-01-06'), at(noon('2027-01-06'), { type: 'letter-posted', ...response }));
    expect(deadline('respond', over)).toMatchObject({ met: '2027-01-06', missed: true });
    const longer = caseOf(...story, extended('2027-01-06', '2027-01-06', '2027-01-08'));
    expect(deadline('respond', longer)).toMatchObject({ due: '2027-01-08', missedBefore: '2027-01-04' });
  });

  it('are late by their posting', () => {
    expect(deadline('acknowledge', caseOf(...untilWritten, posted('2026-12-22')))).toMatchObject({ met: '2026-12-22', missed: true });
  });

  it('are owed also in a closed case: the letter may be the one that closed it', () => {
    const withdrawn = at(noon('2026-12-17'), { type: 'withdrawn', on: writtenDate('2026-12-17'), howWeKnow: 'She rang.' });
    expect(deadline('post-letter', caseOf(...untilWritten, withdrawn))).toMatchObject({ due: '2026-12-18', from: '2026-12-17' });
  });

  it('that said an earlier date than is counted now keep officers to it, also when a bank holiday moved the count', () => {
    const calendar = withHolidays(rules.calendar, [{ date: writtenDate('2026-12-30'), name: 'Proclaimed' }], 'with 30 December');
    const state = caseOf(...untilWritten, posted('2026-12-16'));
    expect(deadlinesOf(state, { ...rules, calendar }).find(({ kind }) => kind === 'respond')).toMatchObject({
      due: '2027-01-05',
      promised: '2027-01-04',
    });
  });
});

describe('a withdrawn complaint', () => {
  const opened = received('2026-12-14T09:00:00Z');
  const withdrawn = (on: WrittenDate) => at(noon(on), { type: 'withdrawn', on: writtenDate(on), howWeKnow: 'She rang.' });

  it('ends what was still owed: missed only if its day had gone', () => {
    const inTime = deadline('acknowledge', caseOf(opened, withdrawn('2026-12-21')));
    expect(inTime).toMatchObject({ ended: '2026-12-21', missed: false, alerts: [] });
    expect(inTime?.met).toBeUndefined();
    expect(inTime?.explanation).toMatch(/; it ended when the case was closed on Mon 21 Dec 2026$/);
    expect(deadline('acknowledge', caseOf(opened, withdrawn('2026-12-22')))).toMatchObject({ ended: '2026-12-22', missed: true });
  });
});

describe('where the bank holidays are not known', () => {
  it('there is no date and no alert, and the explanation says so', () => {
    const [, acknowledge] = deadlinesOf(caseOf(received('2028-12-28T09:00:00Z')), rules);
    expect(acknowledge).toMatchObject({
      due: undefined,
      alerts: [],
      explanation: 'cannot be counted: the bank holidays after 31 Dec 2028 are not known yet',
    });
  });

  it('tells as often as can be counted', () => {
    expect(alertsOf('triage', caseOf(received('2028-12-27T09:00:00Z')))).toEqual(['due 2028-12-28', 'overdue 2028-12-29']);
  });
});
