import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luton } from '../../../../council/luton.ts';
import { type LocalDate, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import { decide } from '../../../../functions/domain/cases/decide.ts';
import type { CaseEvent, EventData } from '../../../../functions/domain/cases/event.ts';
import { replay } from '../../../../functions/domain/cases/evolve.ts';
import {
  answeredRepresentative,
  mayBeForAnother,
  nobodyMayRead,
  whoWroteForThem,
} from '../../../../functions/domain/cases/people/answered.ts';
import { waitsToTell } from '../../../../functions/domain/cases/turning-away/turning-away.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import type { Contact } from '../../../../functions/domain/intake/contact.ts';
import { writersOf } from '../../../../functions/domain/intake/writers.ts';
import { complainantOf } from '../../../../functions/domain/notices/addressee.ts';
import { isForResident } from '../../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../../functions/domain/notices/notices-for.ts';
import {
  aContact,
  accepted,
  asha,
  at,
  ben,
  caseOf,
  given,
  moment,
  received,
  reference,
  rules,
  suggestsStageOne,
  trained,
} from '../../../support/case-story.ts';
import { walks } from '../case-walk.ts';

const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: [] };

/** What Dana wrote for Rosa by the form. */
const forRosa: Contact = aContact('2026-12-14T09:00:00Z', {
  from: { name: 'Dana Fox', email: 'dana@advice.example' },
  onBehalfOf: { name: 'Rosa Example', relationship: 'friend' },
});

function opened(contact: Contact): readonly CaseEvent[] {
  const command = { type: 'receive', reference, contact, suggestion: suggestsStageOne } as const;
  const decision = decide(rules, undefined, command, { commandId: 'opened', by: { kind: 'system' }, at: contact.receivedAt });
  if ('refused' in decision) throw new Error(decision.refused);
  return decision.events;
}

const record: Extract<Command, { type: 'record-representative' }> = {
  type: 'record-representative',
  representative: { name: 'Dana Fox', kind: 'friend-or-family', email: 'dana@advice.example', reachBy: ['email'] },
  person: { name: 'Rosa Example', address: '8 Nunnery Lane, Luton', reachBy: ['post'] },
};
const recorded = (changes: Partial<typeof record> = {}, asked = false, first: { wroteFirst?: true } = {}): EventData => {
  const { representative, person } = { ...record, ...changes };
  return { type: 'representative-recorded', representative, person, asked, ...first };
};
const verified: EventData = {
  type: 'authority-verified',
  basis: 'signed-authority',
  seenOn: writtenDate('2026-12-16'),
  answerTo: 'representative',
};
const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-12-15') } };
const acknowledge: Command = { type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: '' };

const noon16 = '2026-12-16T12:00:00Z';
const decided = (events: readonly (readonly CaseEvent[])[], command: Command) => {
  const decision = decide(rules, caseOf(...events), command, { commandId: 'asked', by: asha, at: moment('2026-12-16T14:00:00Z') });
  if ('refused' in decision) throw new Error(decision.refused);
  return decision.events;
};

const noticesOf = (events: readonly (readonly CaseEvent[])[]) => {
  const all = events.flat();
  const last = all.at(-1);
  return last ? noticesFor(last, all.length, caseOf(...events), context).filter(({ kind }) => isForResident(kind)) : [];
};

describe('somebody who writes for another', () => {
  it('hears at once that we have it and what shows their authority, and nothing else', () => {
    const [receipt, ...others] = noticesOf([opened(forRosa)]);
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ kind: 'receipt', to: { by: 'email', email: 'dana@advice.example' } });
    expect(JSON.stringify(receipt?.letter)).toContain('lasting power of attorney');
    expect(JSON.stringify(receipt?.letter)).not.toMatch(/Rosa|bin/);
  });

  it('starts the clock and the investigation: only the letter waits until we know who may read it', () => {
    const events = [opened(forRosa), at('2026-12-15T09:00:00Z', accepted, allocated)];
    given(...events)
      .when(acknowledge, '2026-12-15T10:00:00Z')
      .refused(/^Record who speaks for whom first/);
    expect(deadlinesOf(caseOf(...events), rules).map(({ kind, due }) => [kind, due])).toEqual([
      ['acknowledge', '2026-12-21'],
      ['verify-authority', '2026-12-16'],
    ]);
  });

  it('is asked about by an officer where only their words say so: no letter leaves before a person has looked', () => {
    const flagged = { ...suggestsStageOne, flags: ['representative' as const] };
    const events = [received('2026-12-14T09:00:00Z', flagged), at('2026-12-15T09:00:00Z', accepted, allocated)];
    given(...events)
      .when(acknowledge, '2026-12-15T10:00:00Z')
      .refused(/^Record who speaks for whom first, or that they complain for themselves/);
    expect(deadlinesOf(caseOf(...events), rules).map(({ kind }) => kind)).toContain('verify-authority');
  });

  it('D18: is told nothing personal, and withdraws nothing, while only their words say that they write for another', () => {
    const flagged = { ...suggestsStageOne, flags: ['representative' as const] };
    const open = received('2026-12-14T09:00:00Z', flagged);
    const chased: EventData = {
      type: 'correspondence-added',
      channel: 'email',
      contactId: 'chaser',
      receivedAt: moment('2026-12-15T09:00:00Z'),
      flags: [],
      followUps: [{ kind: 'chaser', why: [] }],
    };
    const remedy = {
      type: 'apology',
      what: 'Say sorry.',
      impact: 'Weeks of rubbish.',
      owner: ben,
      due: writtenDate('2026-12-20'),
    } as const;
    for (const command of [
      { type: 'withdraw', howWeKnow: 'Dana wrote.' },
      { type: 'ask-clarification', question: 'Which bin is it?' },
      { type: 'promise-remedy', remedy },
      { type: 'answer-chaser', answer: 'Soon.' },
    ] satisfies readonly Command[])
      given(open, at('2026-12-15T09:00:00Z', chased))
        .when(command, '2026-12-15T10:00:00Z')
        .refused(/^Record who speaks for whom first/);
    expect(complainantOf(caseOf(open))).toBeUndefined();
    const herself: EventData = {
      type: 'person-corrected',
      person: { name: 'Rosa Example', email: 'rosa@resident.example', reachBy: ['email'] },
      inOwnRight: true,
      because: 'She rang.',
    };
    expect(complainantOf(caseOf(open, at('2026-12-15T09:00:00Z', herself)))).toMatchObject({ email: 'rosa@resident.example' });
  });

  it('stays theirs when somebody else speaks for the person: nobody says of the next one that they wrote it', () => {
    const first = [opened(forRosa), at('2026-12-15T10:00:00Z', recorded({}, false, { wroteFirst: true }))];
    const sol = { name: 'Sol Reed', kind: 'solicitor', email: 'sol@law.example', reachBy: ['email'] } as const;
    const replaced = recorded({ representative: sol }, true);
    given(...first)
      .when({ ...record, representative: sol }, noon16)
      .yields(replaced);
    const after = [...first, at(noon16, replaced)];
    expect(whoWroteForThem(caseOf(...after))).toBe('Dana Fox');
    const anotherAddress = { representative: { ...record.representative, email: 'dana@new.example' } };
    given(...first)
      .when({ ...record, ...anotherAddress }, noon16)
      .yields(recorded(anotherAddress, true, { wroteFirst: true }));
    given(...after)
      .when(record, noon16)
      .yields(recorded({}, true, { wroteFirst: true }));
    expect(caseOf(...after, at(noon16, recorded({}, true, { wroteFirst: true }))).people).not.toHaveProperty('firstWriter');
  });

  describe('of a hand-over that nobody could be told of', () => {
    const handOver = {
      type: 'hand-over',
      to: 'parking-representations',
      receivedOn: writtenDate('2026-12-14'),
      reasons: 'A parking fine.',
      told: 'They write within 56 days.',
    } as const;
    const { type: _, ...words } = handOver;
    const handedOver: EventData = { type: 'handed-over', ...words, suggested: 'stage-one', tellLater: true, keeper: asha };
    const told: EventData = { type: 'hand-over-told', number: 2, ...words, decidedBy: asha };
    const sent = [opened(forRosa), at('2026-12-15T09:00:00Z', handedOver)];
    const unreachable = { person: { name: 'Rosa Example', reachBy: [] } };
    const tell: Command = { type: 'reached-another-way', how: 'By telephone.' };
    const waiting = (...events: readonly (readonly CaseEvent[])[]) => deadlinesOf(caseOf(...events), rules).map(({ kind }) => kind);

    it('D12, D18: hears once we know who may be told; until then the case asks for it', () => {
      given(opened(forRosa)).when(handOver, '2026-12-15T09:00:00Z').yields(handedOver);
      expect(noticesOf(sent)).toEqual([]);
      expect(waiting(...sent)).toEqual(expect.arrayContaining(['hand-over', 'verify-authority', 'reach-another-way']));
      given(...sent)
        .when(tell, '2026-12-15T10:00:00Z')
        .refused(/^Record who speaks for whom first/);
      given(...sent)
        .when(record, '2026-12-15T11:00:00Z')
        .yields(recorded({}, false, { wroteFirst: true }), told);
    });

    it('D12, D18: is written to once, in the words that were decided, by whoever decided it', () => {
      const settled = [...sent, at('2026-12-15T11:00:00Z', recorded()), at('2026-12-15T11:00:00Z', told)];
      const [letter, ...others] = noticesOf(settled);
      expect(others).toEqual([]);
      expect(letter).toMatchObject({ id: '0004-handed-over', to: { by: 'post', name: 'Rosa Example' } });
      expect(JSON.stringify(letter?.letter)).toMatch(/They write within 56 days\..*Asha Example, /);
      expect(caseOf(...settled)).toMatchObject({ undelivered: undefined, toPost: [{ noticeId: '0004-handed-over' }] });
      expect(waiting(...settled)).not.toContain('reach-another-way');
      given(...settled)
        .when(
          { type: 'verify-authority', basis: 'signed-authority', seenOn: writtenDate('2026-12-16'), answerTo: 'representative' },
          noon16,
        )
        .yields(verified);
      given(...settled)
        .when(
          { type: 'verify-authority', basis: 'signed-authority', seenOn: writtenDate('2026-12-13'), answerTo: 'representative' },
          noon16,
        )
        .refused(/^The complaint came on Monday 14 December 2026\. A document may be older/);
    });

    it.each([
      ['verified, and who is answered: they hear', verified, { by: 'email', email: 'dana@advice.example' }],
      [
        'verified, while the person is answered whom nothing safe reaches: nobody hears yet',
        { ...verified, answerTo: 'person' } as EventData,
        undefined,
      ],
    ])('D12, D18: whose representative’s authority is %s', (_, event, to) => {
      const awaited = [...sent, at('2026-12-15T11:00:00Z', recorded(unreachable))];
      expect(noticesOf(awaited)).toEqual([]);
      if (event.type !== 'authority-verified') throw new Error('another event');
      const command: Command = { type: 'verify-authority', basis: event.basis, seenOn: event.seenOn, answerTo: event.answerTo };
      given(...awaited)
        .when(command, noon16)
        .yields(event, ...(to ? [told] : []));
      const [letter] = noticesOf([...awaited, at(noon16, event), at(noon16, told)]);
      if (to) expect(letter).toMatchObject({ to });
    });

    it('D12, D18: is told by a person where their authority is refused and there is no safe way to write, and never twice', () => {
      const refused: EventData = { type: 'authority-refused', on: writtenDate('2026-12-16'), reason: 'Not signed.' };
      const alone = [...sent, at('2026-12-15T11:00:00Z', recorded(unreachable))];
      given(...alone)
        .when({ type: 'refuse-authority', reason: 'Not signed.' }, noon16)
        .yields(refused);
      const byHand = [...alone, at(noon16, refused), at('2026-12-16T13:00:00Z', { type: 'reached-another-way', how: 'By telephone.' })];
      expect(waiting(...byHand)).toEqual(['hand-over']);
      const found: Command = {
        type: 'correct-person',
        person: { name: 'Rosa Example', email: 'rosa@resident.example', reachBy: ['email'] },
        because: 'She rang.',
      };
      expect(decided(byHand, found).map(({ type }) => type)).toEqual(['person-corrected']);
      expect(decided([...alone, at(noon16, refused)], found).map(({ type }) => type)).toEqual(['person-corrected', 'hand-over-told']);
    });

    it('is told nothing where the other team does not take it', () => {
      const returned: EventData = { type: 'hand-over-returned', number: 2, to: handOver.to, because: 'Not a fine.' };
      const back = [...sent, at('2026-12-15T10:00:00Z', returned)];
      expect(caseOf(...back)).toMatchObject({ stage: 'received', undelivered: undefined });
      given(...back)
        .when(record, '2026-12-15T11:00:00Z')
        .yields(recorded({}, false, { wroteFirst: true }));
    });

    it('keeps a letter before it that did not arrive as what is to be put right', () => {
      const bounced: EventData = { type: 'notice-undelivered', noticeId: '0001-receipt', why: 'Unknown.' };
      const settled = [
        opened(forRosa),
        at('2026-12-14T10:00:00Z', bounced),
        at('2026-12-15T09:00:00Z', handedOver),
        at('2026-12-15T11:00:00Z', recorded()),
        at('2026-12-15T11:00:00Z', { ...told, number: 3 }),
      ];
      expect(caseOf(...settled).undelivered).toMatchObject({ noticeId: '0001-receipt', why: 'Unknown.' });
    });

    it('has its letter kept for it, so it cannot be of any length', () => {
      given(opened(forRosa))
        .when({ ...handOver, told: 'x'.repeat(12_000) }, '2026-12-15T09:00:00Z')
        .refused(/^Make the texts shorter/);
    });
  });

  it('is answered only once an officer has seen their authority; until then the person is', () => {
    const before = [opened(forRosa), at('2026-12-15T09:00:00Z', accepted, allocated), at('2026-12-15T10:00:00Z', recorded())];
    expect(complainantOf(caseOf(...before))).toEqual({ by: 'post', name: 'Rosa Example', address: '8 Nunnery Lane, Luton' });
    const after = [...before, at('2026-12-16T10:00:00Z', verified)];
    expect(complainantOf(caseOf(...after))).toEqual({ by: 'email', email: 'dana@advice.example', name: 'Dana Fox' });
    const [letter] = noticesOf([...after, at('2026-12-17T10:00:00Z', acknowledgedOn('2026-12-17'))]);
    expect(letter?.letter.blocks[0]).toEqual({ paragraph: 'Dear Dana Fox, for Rosa Example' });
  });

  it('is not waited for where their authority cannot be accepted: it goes on without them', () => {
    const unreachable = { person: { name: 'Rosa Example', reachBy: [] } };
    const awaited = [opened(forRosa), at('2026-12-15T09:00:00Z', accepted, allocated), at('2026-12-15T10:00:00Z', recorded(unreachable))];
    given(...awaited)
      .when(acknowledge, '2026-12-16T10:00:00Z')
      .refused(/^Verify the representative’s authority/);
    const refused = [
      ...awaited,
      at('2026-12-17T10:00:00Z', { type: 'authority-refused', on: writtenDate('2026-12-17'), reason: 'Not signed.' }),
    ];
    const [letter] = noticesOf(refused);
    expect(letter).toMatchObject({ kind: 'authority-refused', to: { email: 'dana@advice.example' } });
    expect(JSON.stringify(letter?.letter)).not.toContain('Rosa');
    given(...refused)
      .when(acknowledge, '2026-12-17T11:00:00Z')
      .yields({
        ...acknowledgedOn('2026-12-17', '0006-acknowledgement'),
        responseDue: writtenDate('2027-01-05'),
        offered: ['advocacy', 'accompaniment'],
      });
    expect(noticesOf([...refused, at('2026-12-17T11:00:00Z', acknowledgedOn('2026-12-17', '0006-acknowledgement'))])).toEqual([]);
  });

  it('may turn out to complain for themselves', () => {
    const correction: Command = {
      type: 'correct-person',
      person: { name: 'Dana Fox', email: 'dana@advice.example', reachBy: ['email'] },
      inOwnRight: true,
      because: 'She rang: it is her bin too.',
    };
    const events = [opened(forRosa), at('2026-12-15T09:00:00Z', accepted, allocated)];
    const { type: _, ...said } = correction;
    given(...events)
      .when(correction, '2026-12-15T10:00:00Z')
      .yields({ type: 'person-corrected', ...said });
    const state = caseOf(...events, at('2026-12-15T10:00:00Z', { type: 'person-corrected', ...said }));
    expect(complainantOf(state)).toMatchObject({ email: 'dana@advice.example' });
    expect(deadlinesOf(state, rules).map(({ kind }) => kind)).toEqual(['acknowledge']);
  });

  it('who turns up later is asked for their authority, and may write into the case', () => {
    const solicitor = {
      representative: { name: 'Sol Reed', kind: 'solicitor' as const, email: 'sol@law.example', reachBy: ['email' as const] },
    };
    const person = { name: 'Rosa Example', email: 'rosa@resident.example', reachBy: ['email' as const] };
    given(received('2026-12-14T09:00:00Z'))
      .when({ ...record, ...solicitor, person }, '2026-12-15T09:00:00Z')
      .yields(recorded({ ...solicitor, person }, true));
    const events = [received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', recorded({ ...solicitor, person }, true))];
    expect(noticesOf(events)).toMatchObject([{ kind: 'authority-needed', to: { email: 'sol@law.example' } }]);
    expect(writersOf(caseOf(...events))).toEqual(['rosa@resident.example', 'sol@law.example']);
    expect(complainantOf(caseOf(...events))).toMatchObject({ email: 'rosa@resident.example' });
  });

  it('needs no signature as an MP or a councillor, and nobody else goes by that', () => {
    const act = (kind: 'mp' | 'friend-or-family') => [
      received('2026-12-14T09:00:00Z'),
      at('2026-12-15T09:00:00Z', recorded({ representative: { ...record.representative, kind } })),
    ];
    const byOffice: Command = {
      type: 'verify-authority',
      basis: 'elected-representative',
      seenOn: writtenDate('2026-12-14'),
      answerTo: 'representative',
    };
    given(...act('mp'))
      .when(byOffice, '2026-12-15T10:00:00Z')
      .yields({ ...byOffice, type: 'authority-verified' });
    given(...act('friend-or-family'))
      .when(byOffice, '2026-12-15T10:00:00Z')
      .refused(/^Only an MP or a councillor/);
    given(received('2026-12-14T09:00:00Z'))
      .when({ ...record, representative: { ...record.representative, kind: 'mp' } }, '2026-12-15T09:00:00Z')
      .yields(recorded({ representative: { ...record.representative, kind: 'mp' } }, false));
  });

  it('whose address fails is asked for another one, and the person’s stays as it is', () => {
    const events = [
      opened(forRosa),
      at('2026-12-15T10:00:00Z', recorded()),
      at('2026-12-16T10:00:00Z', verified),
      at('2026-12-16T11:00:00Z', { type: 'notice-undelivered', noticeId: '0009-update', why: '550', failedEmail: 'dana@advice.example' }),
    ];
    expect(complainantOf(caseOf(...events))).toMatchObject({ by: 'post', name: 'Dana Fox' });
    given(...events)
      .when({ type: 'correct-email', email: 'dana@new.example' }, '2026-12-17T10:00:00Z')
      .yields({ type: 'email-corrected', email: 'dana@new.example', previous: 'dana@advice.example' });
    const state = caseOf(...events, at('2026-12-17T10:00:00Z', { type: 'email-corrected', email: 'dana@new.example' }));
    expect(complainantOf(state)).toMatchObject({ by: 'email', email: 'dana@new.example' });
    expect(state.complainant).toEqual({ name: 'Rosa Example', address: '8 Nunnery Lane, Luton' });
  });
});

describe('somebody who has died', () => {
  it('is never written to, and whoever complains about it is answered in their own name', () => {
    const bereaved: EventData = { type: 'bereavement-recorded', deceased: 'Rosa Example' };
    const state = caseOf(opened(forRosa), at('2026-12-15T09:00:00Z', bereaved));
    expect(complainantOf(state)).toEqual({ by: 'email', email: 'dana@advice.example', name: 'Dana Fox' });
  });

  it('as the complainant leaves the answer to whoever acts for their estate', () => {
    const died: EventData = { type: 'bereavement-recorded', deceased: 'Rosa Example', complainantDied: true };
    const executor = recorded({
      representative: { ...record.representative, kind: 'executor' },
      person: { name: 'Rosa Example', reachBy: ['email'], email: 'rosa@resident.example' },
    });
    const alone = [received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', died)];
    expect(complainantOf(caseOf(...alone))).toBeUndefined();
    expect(complainantOf(caseOf(...alone, at('2026-12-16T09:00:00Z', executor)))).toBeUndefined();
    expect(complainantOf(caseOf(...alone, at('2026-12-16T09:00:00Z', executor), at('2026-12-16T10:00:00Z', verified)))).toMatchObject({
      email: 'dana@advice.example',
    });
  });
});

it('people who complain together are listed whole, each by name, and the list is not given twice', () => {
  const members = [{ name: 'Ken Obi' }, { name: 'Mary Lane', reference }];
  given(received('2026-12-14T09:00:00Z'))
    .when({ type: 'record-group', members: [...members, { name: '  ' }] }, '2026-12-15T09:00:00Z')
    .yields({ type: 'group-recorded', members });
  given(received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', { type: 'group-recorded', members }))
    .when({ type: 'record-group', members }, '2026-12-15T09:00:00Z')
    .refused(/^This is the list/);
});

describe('what was agreed with them', () => {
  const agreedUntil = (reviewOn?: LocalDate): EventData => ({
    type: 'adjustments-agreed',
    format: 'standard',
    words: 'Ring before 11.',
    agreedOn: writtenDate('2026-12-15'),
    ...(reviewOn && { reviewOn }),
  });
  const agreed = [received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', agreedUntil(writtenDate('2027-01-12')))];
  const reviewOf = (...events: readonly (readonly CaseEvent[])[]) =>
    deadlinesOf(caseOf(...events), rules).find(({ kind }) => kind === 'review-adjustments');

  it('D7: is looked at again on its day: somebody is told, until it was recorded anew', () => {
    const review = reviewOf(...agreed);
    expect(review).toMatchObject({ from: '2026-12-15', due: '2027-01-12', missed: false });
    expect(review?.explanation).toBe('on Tue 15 Dec 2026 we agreed to look at it again on Tue 12 Jan 2027');
    expect(review?.alerts.map(({ kind, on }) => `${kind} ${on}`).slice(0, 3)).toEqual([
      'warning 2027-01-08',
      'due 2027-01-12',
      'overdue 2027-01-13',
    ]);
    given(...agreed)
      .when({ type: 'record-adjustments', format: 'standard', words: 'Ring before 11.' }, '2027-01-12T09:00:00Z')
      .yields({ ...agreedUntil(), agreedOn: writtenDate('2027-01-12') } as EventData);
    expect(reviewOf(...agreed, at('2027-01-12T09:00:00Z', agreedUntil()))).toBeUndefined();
    expect(reviewOf(...agreed, at('2027-01-12T09:00:00Z', agreedUntil(writtenDate('2027-06-01'))))).toMatchObject({ due: '2027-06-01' });
  });

  it('waits for nobody once the case is closed', () => {
    const withdrawn: EventData = { type: 'withdrawn', on: writtenDate('2026-12-16'), howWeKnow: 'She rang.' };
    expect(reviewOf(...agreed, at('2026-12-16T09:00:00Z', withdrawn))).toBeUndefined();
  });
});

describe('an agreed format', () => {
  const agreed = (format: 'large-print' | 'standard'): EventData => ({
    type: 'adjustments-agreed',
    format,
    words: 'At least 18 points.',
    agreedOn: writtenDate('2026-12-15'),
  });
  const acknowledgedIn = (format: 'large-print' | 'standard') => [
    received('2026-12-14T09:00:00Z'),
    at('2026-12-15T09:00:00Z', accepted, allocated, agreed(format)),
    at('2026-12-15T10:00:00Z', acknowledgedOn('2026-12-15', '0005-acknowledgement')),
  ];

  it('that no e-mail carries holds the letter for a person, as a task of the same day', () => {
    expect(noticesOf(acknowledgedIn('large-print'))).toMatchObject([
      { kind: 'acknowledgement', to: { by: 'post', name: 'Rosa Example', format: 'large-print' } },
    ]);
    const state = caseOf(...acknowledgedIn('large-print'));
    expect(state.toPost).toMatchObject([{ noticeId: '0005-acknowledgement', format: 'large-print' }]);
    expect(deadlinesOf(state, rules).find(({ kind }) => kind === 'post-letter')).toMatchObject({ due: '2026-12-15' });
  });

  it('that is the standard one changes nothing', () => {
    expect(noticesOf(acknowledgedIn('standard'))).toMatchObject([{ to: { by: 'email' } }]);
  });
});

it('D8: an anonymous complaint goes from receipt to a recorded answer, and nobody is written to', () => {
  const contact = aContact('2026-12-14T09:00:00Z', { from: {}, reachBy: [], channel: 'web', onBehalfOf: undefined });
  const commands: readonly Command[] = [
    { type: 'receive', reference, contact, suggestion: suggestsStageOne },
    { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' },
    { type: 'allocate', service: 'waste', officer: ben },
    acknowledge,
    {
      type: 'respond',
      decision: 'We missed it.',
      answers: [{ outcome: 'upheld', reasons: 'The log.' }],
      affectedOthers: 'The whole street.',
    },
  ];
  const events: CaseEvent[] = [];
  for (const [index, command] of commands.entries()) {
    const by = index === 0 ? ({ kind: 'system' } as const) : asha;
    const asked = { commandId: `c${index}`, by, at: moment('2026-12-15T09:00:00Z'), staff: trained };
    const decision = decide(rules, replay(events), command, asked);
    if ('refused' in decision) throw new Error(`${command.type}: ${decision.refused}`);
    events.push(...decision.events);
    const state = caseOf(events);
    for (const [place, event] of decision.events.entries())
      expect(
        noticesFor(event, state.eventCount - decision.events.length + 1 + place, state, context).filter(({ kind }) => isForResident(kind)),
      ).toEqual([]);
  }
  expect(caseOf(events)).toMatchObject({ stage: 'answered', response: { outcome: 'upheld' } });
  expect(caseOf(events).toPost).toBeUndefined();
});

describe('every life of a case', () => {
  const impersonal = ['receipt', 'authority-needed', 'authority-refused'];

  it('D18: tells nobody who speaks for another anything personal before their authority is verified', async () => {
    await fc.assert(
      fc.property(walks(), ({ steps }) => {
        for (const { decision, after } of steps) {
          if (!('events' in decision) || !after) continue;
          const first = after.eventCount - decision.events.length + 1;
          const letters = decision.events
            .flatMap((event, place) => noticesFor(event, first + place, after, context))
            .filter(({ kind }) => isForResident(kind) && !impersonal.includes(kind));
          if (mayBeForAnother(after)) expect(letters).toEqual([]);
          // The letter of a hand-over waits no longer than until somebody may read it.
          expect(waitsToTell(after.handOvers) && nobodyMayRead(after) === undefined && complainantOf(after) !== undefined).toBe(false);
          const theirs = after.people?.representative?.email;
          for (const { to } of letters)
            if (to.by === 'email' && to.email === theirs && theirs !== after.complainant.email)
              expect(answeredRepresentative(after)).toBeDefined();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('D7, D19: writes by e-mail to nobody with whom another format was agreed, and to nobody who has died', async () => {
    await fc.assert(
      fc.property(walks(undefined, undefined, ['record-adjustments', 'record-bereavement']), ({ steps }) => {
        for (const { after } of steps) {
          if (!after || answeredRepresentative(after)) continue;
          const { agreed, bereavement } = after.people ?? {};
          if (bereavement?.complainantDied) expect(complainantOf(after)).toBeUndefined();
          if (agreed && agreed.format !== 'standard') expect(complainantOf(after)?.by).not.toBe('email');
        }
      }),
      { numRuns: 100 },
    );
  });
});

function acknowledgedOn(on: '2026-12-15' | '2026-12-17', noticeId = '0007-acknowledgement'): Extract<EventData, { type: 'acknowledged' }> {
  const acknowledgement = {
    on: writtenDate(on),
    due: writtenDate('2026-12-21'),
    definition: 'The bin was missed.',
    outcomesSought: '',
    noticeId,
  };
  return { type: 'acknowledged', acknowledgement };
}
