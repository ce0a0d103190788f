import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { EventData } from '../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { addresseeOf, complainantOf } from '../../../functions/domain/notices/addressee.ts';
import { alertNotices } from '../../../functions/domain/notices/alert-notices.ts';
import type { Block, Letter } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { accepted, at, ben, carol, caseOf, received, rules } from '../../support/case-story.ts';

const words = ({ subject, blocks }: Letter) => [subject, ...blocks.map(said)].join('\n');
const said = (block: Block): string =>
  'heading' in block
    ? block.heading
    : 'paragraph' in block
      ? block.paragraph
      : 'list' in block
        ? block.list.join('\n')
        : block.terms.map(({ term, detail }) => `${term}: ${detail}`).join('\n');

const recorded: EventData = {
  type: 'representative-recorded',
  representative: { name: 'Sol Reed', kind: 'solicitor', email: 'sol@law.example', reachBy: ['email'] },
  person: { name: 'Rosa Example', email: 'rosa@resident.example', reachBy: ['email'] },
  asked: true,
};

function letterAfter(...facts: readonly EventData[]): string {
  const events = [received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', ...facts)];
  const state = caseOf(...events);
  const last = events.flat().at(-1);
  const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules) };
  const [notice] = last ? noticesFor(last, state.eventCount, state, context) : [];
  return notice ? words(notice.letter) : '';
}

describe('to somebody who speaks for another', () => {
  test('we say what shows their authority and how to send it, that the work has begun, and nothing about the person', () => {
    const letter = letterAfter(recorded);
    for (const part of [
      'Dear Sol Reed',
      'We have started work on it',
      'a note that the person has signed',
      'complaints@luton.gov.uk',
      'Town Hall',
    ])
      expect(letter).toContain(part);
    expect(letter).not.toMatch(/Rosa|bin|waste/i);
  });

  test('we say why their authority cannot be accepted, and that it goes on', () => {
    const letter = letterAfter(recorded, { type: 'authority-refused', on: writtenDate('2026-12-15'), reason: 'The note is not signed.' });
    expect(letter).toContain('The note is not signed.');
    expect(letter).toContain('The complaint itself goes on');
    expect(letter).not.toMatch(/Rosa|bin/);
  });
});

describe('to somebody for whom another wrote', () => {
  const theyWrote: EventData = { ...recorded, wroteFirst: true };
  const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-12-15') } };
  const acknowledged: EventData = {
    type: 'acknowledged',
    acknowledgement: {
      on: writtenDate('2026-12-15'),
      due: writtenDate('2026-12-21'),
      definition: 'The bin was missed.',
      outcomesSought: 'A bin.',
      noticeId: '0004-acknowledgement',
    },
  };
  const declined: EventData = {
    type: 'declined',
    ground: 'legal-proceedings',
    facts: 'A claim was issued.',
    discretion: 'We considered it.',
    alternative: 'Ask the court.',
    ombudsmen: ['LGSCO'],
    suggested: 'stage-one',
  };

  test('the letter says who wrote, and not that they did', () => {
    for (const facts of [[accepted, allocated, acknowledged], [declined]]) {
      const letter = letterAfter(theyWrote, ...facts);
      expect(letter).toContain('Dear Rosa Example\nSol Reed wrote to us for you');
      expect(letter).not.toMatch(/received your complaint|from you/);
    }
  });

  test('it names the same one where somebody else speaks for them now', () => {
    const replaced = {
      ...recorded,
      representative: { name: 'Tom Vale', kind: 'friend-or-family', reachBy: [] },
      asked: false,
    } as EventData;
    const letter = letterAfter(theyWrote, replaced, accepted, allocated, acknowledged);
    expect(letter).toContain('Dear Rosa Example\nSol Reed wrote to us for you');
    expect(letter).not.toContain('Tom Vale');
  });

  test('it answers a question of theirs as theirs, and one that others may have asked as nobody’s', () => {
    const asked: EventData = { type: 'chaser-answered', answer: 'We look into it.' };
    expect(letterAfter(accepted, allocated, acknowledged, asked)).toContain('\nYou asked where your complaint has got to.');
    expect(letterAfter(theyWrote, accepted, allocated, acknowledged, asked)).toContain('\nWe were asked where');
  });

  test('what was agreed about our letters holds for whoever gets them', () => {
    const verified: EventData = {
      type: 'authority-verified',
      basis: 'signed-authority',
      seenOn: writtenDate('2026-12-15'),
      answerTo: 'representative',
    };
    const agreed: EventData = {
      type: 'adjustments-agreed',
      format: 'large-print',
      words: 'Everything in large print.',
      agreedOn: writtenDate('2026-12-15'),
    };
    const state = caseOf(received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', recorded, verified, agreed));
    expect(complainantOf(state)).toEqual({ by: 'post', name: 'Sol Reed', address: undefined, format: 'large-print' });
    expect(addresseeOf(state, 'receipt')).toMatchObject({ by: 'post', format: 'large-print' });
  });

  test('it says so no more once our letters go to whoever wrote', () => {
    const verified: EventData = {
      type: 'authority-verified',
      basis: 'signed-authority',
      seenOn: writtenDate('2026-12-15'),
      answerTo: 'representative',
    };
    const letter = letterAfter(theyWrote, verified, accepted, allocated, acknowledged);
    expect(letter).toContain('Dear Sol Reed, for Rosa Example\nWe received your complaint');
  });

  test('where they wrote themselves, and somebody speaks for them since, it is their own', () => {
    expect(letterAfter(recorded, accepted, allocated, acknowledged)).toContain('We received your complaint on Monday 14 December 2026.');
  });
});

test('nobody is told that they are our tenant, and whoever is not has an Ombudsman too', () => {
  const allocated: EventData = { type: 'allocated', allocation: { service: 'housing', officer: ben, on: writtenDate('2026-12-15') } };
  const housing: EventData = { type: 'accepted-at-stage-one', service: 'housing', ombudsman: 'HOS', suggested: 'stage-one' };
  const acknowledgement = {
    on: writtenDate('2026-12-15'),
    due: writtenDate('2026-12-21'),
    definition: 'Your application.',
    outcomesSought: 'An answer.',
    noticeId: '0004-acknowledgement',
  };
  const acknowledged: EventData = { type: 'acknowledged', acknowledgement };
  const first = letterAfter(housing, allocated, acknowledged);
  expect(first).toContain('If you rent or lease your home from the council, you can contact the Housing Ombudsman Service');
  expect(first).not.toMatch(/our tenant/);
  const answers = [{ words: 'Your application.', ombudsman: 'HOS', outcome: 'not-upheld', reasons: 'It was in order.' }] as const;
  const responded: EventData = {
    type: 'responded',
    response: { on: writtenDate('2026-12-15'), due: writtenDate('2027-01-05'), outcome: 'not-upheld' },
    definition: 'Your application.',
    decision: 'It was in order.',
    answers,
  };
  expect(letterAfter(housing, allocated, acknowledged, responded)).toContain(
    `If you do not rent or lease your home from the council, it is the ${luton.ombudsmen.LGSCO.name} instead:`,
  );
});

test('no letter on paper asks for a reply to an email', () => {
  const thanks: EventData = { type: 'feedback-recorded', thanks: 'The team has read it.', suggested: 'stage-one' };
  const toPaper: EventData = {
    type: 'person-corrected',
    person: { name: 'Rosa Example', address: '1 Any Street', reachBy: ['post'] },
    because: 'She rang.',
  };
  expect(letterAfter(thanks)).toContain('You can reply to this email');
  expect(letterAfter(toPaper, thanks)).toContain('Please give us the reference LBC-2026-004217 when you:');
  expect(letterAfter(toPaper, thanks)).not.toMatch(/reply|by email/);
});

test('what an officer wrote stays as it is on paper, also where it begins like a sentence of ours', () => {
  const words = 'You can reply to this email. Or give us a ring.';
  const toPaper: EventData = {
    type: 'person-corrected',
    person: { name: 'Rosa Example', address: '1 Any Street', reachBy: ['post'] },
    because: 'She rang.',
  };
  expect(letterAfter(toPaper, { type: 'feedback-recorded', thanks: words, suggested: 'stage-one' })).toContain(words);
});

test('D30: when stage two begins, whoever advises on equality is asked again', () => {
  const raised: EventData = { type: 'discrimination-raised', source: 'investigation', because: 'Only their street.' };
  const coordinator = {
    kind: 'officer' as const,
    subject: 'erin',
    name: 'Erin Example',
    email: 'erin@council.example',
    roles: ['equality-co-ordinator' as const],
  };
  const told = (...facts: readonly EventData[]) => {
    const events = [received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', ...facts)];
    const state = caseOf(...events);
    const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules), staff: [coordinator] };
    const last = events.flat().at(-1);
    return last ? noticesFor(last, state.eventCount, state, context).map(({ kind, to }) => [kind, to.by === 'email' && to.email]) : [];
  };
  const askedOn = writtenDate('2026-12-15');
  const wanted = [['equality-advice-wanted', 'erin@council.example']];
  expect(told(accepted, raised)).toEqual(wanted);
  expect(told(accepted, raised, { type: 'accepted-at-stage-two', askedOn, advisedAnew: true })).toEqual(wanted);
  expect(told(accepted, raised, { type: 'escalated-unanswered', askedOn, reason: 'Late.', advisedAnew: true })).toEqual(wanted);
  expect(told(accepted, { type: 'accepted-at-stage-two', askedOn })).toEqual([]);
});

test('whoever is to advise hears of it on the day it is due, and their deputy once it is late', () => {
  const allocated: EventData = { type: 'allocated', allocation: { service: 'waste', officer: ben, on: writtenDate('2026-12-15') } };
  const raised: EventData = { type: 'discrimination-raised', source: 'investigation', because: 'Only their street.' };
  const state = caseOf(received('2026-12-14T09:00:00Z'), at('2026-12-15T09:00:00Z', accepted, allocated, raised));
  const deadlines = deadlinesOf(state, rules);
  const advice = deadlines.find(({ kind }) => kind === 'equality-advice');
  const erin = {
    ...carol,
    subject: 'officer-erin',
    email: 'erin@council.example',
    roles: ['equality-co-ordinator'] as const,
    deputies: [carol.subject],
  };
  const told = (on: string) => {
    const alert = advice?.alerts.find((one) => one.on === on);
    if (!advice || !alert) return undefined;
    const context = { council: luton, publicUrl: 'https://complaints.example', deadlines };
    const there = { staff: [ben, carol, erin], today: writtenDate('2026-12-17') };
    return alertNotices(state, advice, alert, context, there).map(({ to }) => (to.by === 'email' ? to.email : ''));
  };
  expect(told('2026-12-17')).toEqual(['ben@council.example', 'erin@council.example']);
  expect(told('2026-12-18')).toEqual([
    'ben@council.example',
    luton.complaints.teamMailbox,
    'erin@council.example',
    'carol@council.example',
  ]);
});
