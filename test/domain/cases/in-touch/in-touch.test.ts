import { describe, expect, it } from 'vitest';
import { type WrittenDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import type { EventData } from '../../../../functions/domain/cases/event.ts';
import { aContact, asha, at, ben, carol, caseOf, given, received, spoke } from '../../../support/case-story.ts';
import { acknowledged, acknowledgedOn, atStageTwo, deadline, opened, withBen } from './story.ts';

const respond: Extract<Command, { type: 'respond' }> = {
  type: 'respond',
  decision: 'We got it wrong.',
  answers: [{ outcome: 'upheld', reasons: 'The log shows it.' }],
  affectedOthers: 'Nobody.',
};
const tried = (on: WrittenDate): EventData => ({
  type: 'contact-recorded',
  on: writtenDate(on),
  how: 'telephone',
  outcome: 'attempted',
  note: 'No answer.',
});

describe('asking what somebody means', () => {
  const ask: Command = { type: 'ask-clarification', question: ' Which bin is it? ' };
  const asked: EventData = { type: 'clarification-asked', question: 'Which bin is it?', acknowledgeBy: writtenDate('2026-12-29') };

  it('is done before the acknowledgement, until the day it is due, over Christmas', () => {
    given(opened).when(ask, '2026-12-21T09:00:00Z').yields(asked);
    given(...withBen)
      .when(ask, '2026-12-29T17:00:00Z')
      .yields(asked);
    given(...withBen)
      .when(ask, '2026-12-30T09:00:00Z')
      .refused(/^The acknowledgement was due on Tuesday 29 December 2026. Send it now/);
    given(...acknowledged)
      .when(ask, '2026-12-29T17:00:00Z')
      .refused(/^We ask what somebody means before we acknowledge/);
  });

  it('D20: never moves the date of the acknowledgement, and the date says so', () => {
    const before = deadline('acknowledge', ...withBen);
    const after = deadline('acknowledge', ...withBen, at('2026-12-22T09:00:00Z', asked));
    expect([before?.due, after?.due]).toEqual(['2026-12-29', '2026-12-29']);
    expect(after?.explanation).toBe(`${before?.explanation}; we asked them a question on Tue 22 Dec 2026, and that does not move the date`);
  });

  it('is asked of nobody who left no way to write to them', () => {
    const anonymous = caseOf(opened);
    expect(anonymous.reachBy).toEqual(['email']);
    const [first] = opened;
    given([{ ...first, reachBy: [] } as never])
      .when(ask, '2026-12-21T09:00:00Z')
      .refused('There is no safe way to write to them.');
  });
});

describe('correcting what we understand the complaint to be', () => {
  const amend = {
    type: 'amend-definition',
    definition: 'The bin and the lid.',
    outcomesSought: 'A new lid.',
    because: 'She told us on the telephone.',
  } as const;
  const amended: EventData = {
    type: 'definition-amended',
    before: { definition: 'The bin was missed.', outcomesSought: 'An apology.' },
    after: { definition: 'The bin and the lid.', outcomesSought: 'A new lid.' },
    because: 'She told us on the telephone.',
  };

  it('keeps what stood there before, and moves no date', () => {
    given(...acknowledged)
      .when(amend, '2026-12-30T09:00:00Z')
      .yields(amended);
    const after = [...acknowledged, at('2026-12-30T09:00:00Z', amended)];
    expect(caseOf(...after)).toMatchObject({
      acknowledgement: { on: '2026-12-29', due: '2026-12-29', definition: 'The bin and the lid.' },
    });
    expect(deadline('respond', ...after)).toEqual(deadline('respond', ...acknowledged));
  });

  it('is possible from the acknowledgement until the response, and only for a reason', () => {
    given(...withBen)
      .when(amend, '2026-12-22T09:00:00Z')
      .refused(/^The acknowledgement says what we understand/);
    given(...acknowledged)
      .when({ ...amend, because: ' ' }, '2026-12-30T09:00:00Z')
      .refused(/^Say what changed our understanding/);
    given(...acknowledged)
      .when({ ...amend, definition: 'The bin was missed.', outcomesSought: 'An apology.' }, '2026-12-30T09:00:00Z')
      .refused(/^This is what we understand already/);
    given(...atStageTwo.slice(0, 4))
      .when(amend, '2026-11-19T09:00:00Z')
      .refused(/until we have answered it/);
  });

  it('makes a final response that waits for approval be written anew: it answered the old points', () => {
    const proposal: EventData = { type: 'proposed', command: respond, because: 'It is our final response.' };
    const waiting = [...atStageTwo, at('2026-12-08T09:00:00Z', spoke('2026-12-08'), proposal)];
    expect(caseOf(...waiting).proposal).toBeDefined();
    expect(caseOf(...waiting, at('2026-12-09T09:00:00Z', amended)).proposal).toBeUndefined();
  });
});

describe('contact with the person', () => {
  const contact = { type: 'record-contact', on: writtenDate('2026-12-30'), how: 'telephone', outcome: 'spoke', note: ' Hello. ' } as const;

  it('is recorded with how and when, by telephone or in writing', () => {
    given(...acknowledged)
      .when(contact, '2026-12-30T09:00:00Z')
      .yields({ ...contact, type: 'contact-recorded', note: 'Hello.' });
    given(...acknowledged)
      .when({ ...contact, outcome: 'wrote' }, '2026-12-30T09:00:00Z')
      .refused(/^You cannot have written by telephone/);
    given(...acknowledged)
      .when({ ...contact, how: 'email' }, '2026-12-30T09:00:00Z')
      .refused(/^You cannot have spoken by email/);
    given(...acknowledged)
      .when(contact, '2026-12-29T09:00:00Z')
      .refused(/is still to come/);
    given(...acknowledged)
      .when({ ...contact, on: writtenDate('2026-12-17') }, '2026-12-30T09:00:00Z')
      .refused(/^They came to us on Friday 18 December 2026/);
  });

  const needed = /^Speak with the person first, or write to each other, and record it. Two tries on different days are enough/;

  it('D20: comes before a response, or two tries on different days do', () => {
    given(...acknowledged)
      .when(respond, '2026-12-31T09:00:00Z')
      .refused(needed);
    const once = at('2026-12-30T09:00:00Z', tried('2026-12-30'));
    given(...acknowledged, once, at('2026-12-30T16:00:00Z', tried('2026-12-30')))
      .when(respond, '2026-12-31T09:00:00Z')
      .refused(needed);
    const twice = caseOf(...acknowledged, once, at('2026-12-31T09:00:00Z', tried('2026-12-31')));
    expect(twice.inTouch?.contact).toEqual({ attempts: 2, lastTried: '2026-12-31' });
    given(...acknowledged, once, at('2026-12-31T09:00:00Z', tried('2026-12-31')))
      .when({ ...respond, decision: '' }, '2026-12-31T10:00:00Z')
      .refused(/^State the decision/);
  });

  it('is made anew at stage two, by whoever looks into it then', () => {
    const before = [...atStageTwo.slice(0, 3), at('2026-11-05T09:00:00Z', spoke('2026-11-05')), ...atStageTwo.slice(3)];
    given(...before)
      .when(respond, '2026-12-09T09:00:00Z', carol)
      .refused(needed);
  });
});

describe('a response', () => {
  const inContact = [...acknowledged, at('2026-12-30T09:00:00Z', spoke('2026-12-30'))];
  const message = aContact('2026-12-30T12:00:00Z');
  const arrives = (question?: { kind: 'same-or-new'; because: 'new-matter' }): EventData => ({
    type: 'correspondence-added',
    channel: message.channel,
    contactId: message.id,
    receivedAt: message.receivedAt,
    flags: [],
    ...(question && { question }),
  });

  it('does not leave while nobody has read their newest message, or it is open where one belongs', () => {
    given(...inContact, at('2026-12-30T12:00:00Z', arrives()))
      .when(respond, '2026-12-31T09:00:00Z')
      .refused(/^There is a message that nobody has read/);
    given(
      ...inContact,
      at('2026-12-30T12:00:00Z', arrives({ kind: 'same-or-new', because: 'new-matter' }), { type: 'correspondence-read' }),
    )
      .when(respond, '2026-12-31T09:00:00Z')
      .refused(/^There is a message that may belong to another case/);
  });

  it('that waits for a second person is not approved either while a message is unread', () => {
    const proposal: EventData = { type: 'proposed', command: respond, because: 'It is our final response.' };
    given(...atStageTwo, at('2026-12-08T09:00:00Z', spoke('2026-12-08'), proposal), at('2026-12-30T12:00:00Z', arrives()))
      .when({ type: 'approve', number: 10, proposed: respond }, '2026-12-31T09:00:00Z', { ...ben, subject: 'officer-erin' })
      .refused(/^There is a message that nobody has read/);
  });
});

describe('the help that we offer', () => {
  it('D10: is on record from the acknowledgement, with their answer and to whom we referred them', () => {
    const offers = caseOf(...acknowledged).inTouch?.offers;
    expect(offers).toEqual([
      { what: 'advocacy', on: '2026-12-29' },
      { what: 'accompaniment', on: '2026-12-29' },
    ]);
    const answer = { type: 'record-offer-answer', what: 'advocacy', answer: 'accepted' } as const;
    given(...acknowledged)
      .when(answer, '2026-12-30T09:00:00Z')
      .refused(/^Say to whom you referred them/);
    const answered: EventData = { type: 'offer-answered', what: 'advocacy', answer: 'accepted', referral: 'The advocacy service' };
    given(...acknowledged)
      .when({ ...answer, referral: ' The advocacy service ' }, '2026-12-30T09:00:00Z')
      .yields(answered);
    expect(caseOf(...acknowledged, at('2026-12-30T09:00:00Z', answered)).inTouch?.offers?.[0]).toMatchObject({ answer: 'accepted' });
  });

  it('D10: is offered again at stage two; what they took up stays', () => {
    const answered: EventData = { type: 'offer-answered', what: 'advocacy', answer: 'accepted', referral: 'The advocacy service' };
    const before = [...atStageTwo.slice(0, 3), at('2026-11-05T09:00:00Z', answered), ...atStageTwo.slice(3)];
    expect(caseOf(...before).inTouch?.offers).toEqual([
      { what: 'advocacy', on: '2026-11-04', answer: 'accepted', referral: 'The advocacy service' },
      { what: 'accompaniment', on: '2026-12-07' },
    ]);
  });

  it('has no answer before it was offered', () => {
    given(...withBen)
      .when({ type: 'record-offer-answer', what: 'advocacy', answer: 'declined' }, '2026-12-22T09:00:00Z')
      .refused(/has not gone out/);
  });
});

describe('one letter that acknowledges and answers', () => {
  const quick: Command = {
    type: 'acknowledge-and-respond',
    acknowledgement: { type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: 'A bin.' },
    response: respond,
    contactNotNeeded: 'The bin was emptied today.',
  };

  it('D21: meets both dates on its day, at stage one, and both events name the one letter', () => {
    const noticeId = '0006-response';
    const events: readonly EventData[] = [
      { type: 'contact-not-needed', because: 'The bin was emptied today.' },
      {
        type: 'acknowledged',
        acknowledgement: {
          on: writtenDate('2026-12-22'),
          due: writtenDate('2026-12-29'),
          definition: 'The bin was missed.',
          outcomesSought: 'A bin.',
          noticeId,
          alsoAnswers: true,
        },
        offered: ['advocacy', 'accompaniment'],
      },
      {
        type: 'responded',
        response: { on: writtenDate('2026-12-22'), due: writtenDate('2027-01-08'), outcome: 'upheld' },
        definition: 'The bin was missed.',
        decision: 'We got it wrong.',
        answers: [{ words: 'The bin was missed.', ombudsman: 'LGSCO', outcome: 'upheld', reasons: 'The log shows it.' }],
        affectedOthers: 'Nobody.',
        decidedBy: [asha],
      },
    ];
    given(...withBen)
      .when(quick, '2026-12-22T09:00:00Z')
      .yields(...events);
    const after = [...withBen, at('2026-12-22T09:00:00Z', ...events)];
    expect(caseOf(...after)).toMatchObject({ stage: 'answered', eventCount: 6 });
    expect(deadline('acknowledge', ...after)).toMatchObject({ met: '2026-12-22', missed: false });
    expect(deadline('respond', ...after)).toMatchObject({ met: '2026-12-22', missed: false });
  });

  it('needs contact, or the reason why not; a call that answered it is contact', () => {
    const bare: Command = { ...quick, contactNotNeeded: ' ' };
    given(...withBen)
      .when(bare, '2026-12-22T09:00:00Z')
      .refused(/^Speak with the person first and record it, or say why/);
    const called = caseOf(...withBen, at('2026-12-22T08:00:00Z', spoke('2026-12-22')));
    expect(called.inTouch?.contact?.reached).toBe('2026-12-22');
    given(...withBen, at('2026-12-22T08:00:00Z', spoke('2026-12-22')))
      .when({ ...bare, response: { ...respond, decision: '' } }, '2026-12-22T09:00:00Z')
      .refused(/^State the decision/);
  });

  it('on paper counts for both on the day it is posted', () => {
    const byPost = received('2026-12-18T09:00:00Z').map((event) => ({ ...event, reachBy: ['post'] }) as typeof event);
    const story = [
      byPost,
      ...withBen.slice(1),
      at(
        '2026-12-29T09:00:00Z',
        {
          ...acknowledgedOn('2026-12-29', '2026-12-29', 4),
          acknowledgement: {
            on: writtenDate('2026-12-29'),
            due: writtenDate('2026-12-29'),
            definition: 'The bin.',
            outcomesSought: '',
            noticeId: '0005-response',
            alsoAnswers: true,
          },
        } as EventData,
        {
          type: 'responded',
          response: { on: writtenDate('2026-12-29'), due: writtenDate('2027-01-13'), outcome: 'upheld' },
          definition: 'The bin.',
          decision: 'Yes.',
        },
      ),
    ];
    expect(caseOf(...story).toPost?.map(({ noticeId }) => noticeId)).toEqual(['0001-receipt', '0005-response']);
    expect(deadline('acknowledge', ...story)?.met).toBeUndefined();
    given(...story)
      .when({ type: 'record-posted', noticeId: '0005-response', on: writtenDate('2026-12-30') }, '2026-12-30T09:00:00Z')
      .yields(
        { type: 'letter-posted', noticeId: '0005-response', kind: 'response', on: writtenDate('2026-12-30') },
        { type: 'deadline-missed', deadline: 'acknowledge', due: writtenDate('2026-12-29'), metOn: writtenDate('2026-12-30') },
      );
    const posted = at('2026-12-30T09:00:00Z', {
      type: 'letter-posted',
      noticeId: '0005-response',
      kind: 'response',
      on: writtenDate('2026-12-30'),
    });
    expect(deadline('acknowledge', ...story, posted)).toMatchObject({ met: '2026-12-30', missed: true });
    expect(deadline('respond', ...story, posted)).toMatchObject({ met: '2026-12-30' });
  });

  it('that did not arrive acknowledged nothing, until they are reached another way', () => {
    const quickly = [
      ...withBen,
      at(
        '2026-12-22T09:00:00Z',
        {
          type: 'acknowledged',
          acknowledgement: {
            on: writtenDate('2026-12-22'),
            due: writtenDate('2026-12-29'),
            definition: 'The bin.',
            outcomesSought: '',
            noticeId: '0005-response',
            alsoAnswers: true,
          },
        },
        {
          type: 'responded',
          response: { on: writtenDate('2026-12-22'), due: writtenDate('2027-01-08'), outcome: 'upheld' },
          definition: 'The bin.',
          decision: 'Yes.',
        },
      ),
    ];
    const bounced = [...quickly, at('2026-12-22T10:00:00Z', { type: 'notice-undelivered', noticeId: '0005-response', why: 'Unknown.' })];
    expect(deadline('acknowledge', ...bounced)?.due).toBe('2026-12-29');
    expect(deadline('acknowledge', ...bounced)?.met).toBeUndefined();
    const reached = [...bounced, at('2026-12-23T10:00:00Z', { type: 'reached-another-way', how: 'I read it to her.' })];
    expect(deadline('acknowledge', ...reached)).toMatchObject({ met: '2026-12-22' });
  });

  it('is not for stage two, whose final response needs a second person', () => {
    given(...atStageTwo.slice(0, 5))
      .when(quick, '2026-12-02T09:00:00Z', carol)
      .refused(/^At stage two the acknowledgement and the final response are two letters/);
  });

  it('comes before any acknowledgement', () => {
    given(...acknowledged)
      .when(quick, '2026-12-30T09:00:00Z', asha)
      .refused(/^There is no acknowledgement to make/);
  });
});
