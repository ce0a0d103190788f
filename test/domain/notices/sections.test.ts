import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { addDays, inWords, type LocalDate, localDate, londonDateOf, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CaseState } from '../../../functions/domain/cases/case.ts';
import type { CaseEvent } from '../../../functions/domain/cases/event.ts';
import type { Deadline } from '../../../functions/domain/deadlines/deadline.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { toldDate } from '../../../functions/domain/deadlines/next.ts';
import { isForResident, type NoticeKind, type PlannedNotice } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { letterOf, missingSections, section } from '../../../functions/domain/notices/sections.ts';
import { otherBodies } from '../../../functions/domain/policy/other-bodies.ts';
import { lastDayInTime } from '../../../functions/domain/policy/twelve-months.ts';
import { gallery } from '../../../gallery/samples.ts';
import { rules } from '../../support/case-story.ts';
import { type Walk, walks } from '../cases/case-walk.ts';
import { wordsOf } from './words-of.ts';

type Sent = {
  readonly notice: PlannedNotice;
  readonly event: CaseEvent;
  readonly state: CaseState;
  readonly deadlines: readonly Deadline[];
};

/** Every letter to a resident in the life of a case, with what caused it. */
function lettersIn({ steps }: Walk): readonly Sent[] {
  return steps.flatMap(({ decision, after: state }) => {
    if (!state || 'refused' in decision) return [];
    const deadlines = deadlinesOf(state, rules);
    const context = { council: luton, publicUrl: 'https://complaints.example', deadlines };
    const first = state.eventCount - decision.events.length + 1;
    return decision.events.flatMap((event, place) =>
      noticesFor(event, first + place, state, context)
        .filter(({ kind }) => isForResident(kind))
        .map((notice) => ({ notice, event, state, deadlines })),
    );
  });
}

/** Lives are long to tell, so these are told once for all the rules below. */
const letters = fc.sample(walks('2026-01-01', '2027-06-30', ['extend', 'approve', 'promise-remedy']), 120).flatMap(lettersIn);
/** What happens seldom stands in the gallery. */
const notices = [...letters.map(({ notice }) => notice), ...[...gallery().values()].filter(({ kind }) => isForResident(kind))];

const dateInWords = /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+ \d{4}/g;

const promiseOfAnswer = /[Yy]ou will (?:still )?have (?:our (?:full|final) (?:response|answer)|it) by ([^.]*)\./g;

const promiseOfADay =
  /(?:(?:[Yy]ou will (?:still )?have|[Ww]e will write to you|is the same as before:|[Ww]e will do what we promised)[^.]*?) ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+ \d{4})/g;

const firstDay = writtenDate('2025-12-01');
const datesOfTheYears = new Map(Array.from({ length: 1_100 }, (_, index) => addDays(firstDay, index)).map((day) => [inWords(day), day]));

/** Every date that stands anywhere in these, and the London dates of every moment. */
function datesIn(...things: readonly unknown[]): readonly LocalDate[] {
  return [...JSON.stringify(things).matchAll(/"(\d{4}-\d\d-\d\d)(T[^"]*Z)?"/g)].flatMap(([, day = '', time]) => {
    const date = time ? londonDateOf(`${day}${time}` as CaseEvent['at']) : localDate(day);
    return date ? [date] : [];
  });
}

describe('a letter', () => {
  test.each(['acknowledgement', 'response', 'extension', 'stage-two-declined', 'not-accepted', 'apology'] as const)(
    'D33: never leaves without what it must say (%s)',
    (kind) => {
      const ofKind = notices.filter((notice) => notice.kind === kind);
      expect(ofKind.length).toBeGreaterThan(0);
      for (const notice of ofKind) {
        expect(notice.letter.sections).toContain(kind === 'acknowledgement' ? 'stage' : 'ombudsman');
        expect(missingSections(notice)).toEqual([]);
      }
    },
  );

  test('D33: says “this is our final response” at stage two, and there alone', () => {
    for (const { notice, state } of letters) {
      const atStageTwo = 'stageTwo' in state && state.stageTwo !== undefined && notice.kind === 'response';
      expect(wordsOf(notice).includes('This is our final response')).toBe(atStageTwo);
    }
    const final = notices.filter((notice) => wordsOf(notice).includes('This is our final response'));
    expect(final.length).toBeGreaterThan(0);
    for (const notice of final) expect(wordsOf(notice)).not.toContain('stage one');
  });

  test('D15: has an Ombudsman and how to reach it wherever we extend, decline, are late or have finished', () => {
    const kinds: readonly NoticeKind[] = ['extension', 'stage-two-declined', 'not-accepted', 'apology', 'response'];
    for (const notice of notices.filter(({ kind }) => kinds.includes(kind))) {
      const words = wordsOf(notice);
      const named = [luton.ombudsmen.LGSCO, luton.ombudsmen.HOS].filter(({ name }) => words.includes(name));
      expect(named.length).toBeGreaterThan(0);
      for (const { website, telephone } of named) {
        expect(words).toContain(website);
        expect(words).toContain(telephone);
      }
    }
  });

  test('has no date but those of its case', () => {
    let dates = 0;
    for (const { notice, event, state, deadlines } of letters) {
      const counted = deadlines.flatMap(({ due, promised }) => [due, promised]).filter((date) => date !== undefined);
      const ended = event.type === 'declined' && event.outOfTime ? [lastDayInTime(event.outOfTime.knownOn)] : [];
      const { details } = event.type === 'signposted' ? otherBodies[event.to] : {};
      const known = new Set([...datesIn(event, state, details), ...counted, ...ended].map(inWords));
      const said = [...wordsOf(notice).matchAll(dateInWords)].map(([date]) => date);
      dates += said.length;
      expect(said.filter((date) => !known.has(date))).toEqual([]);
    }
    expect(dates).toBeGreaterThan(100);
  });

  test('promises our answer for the very date that the domain counts', () => {
    let promises = 0;
    for (const { notice, state, deadlines } of letters) {
      if (state.stage !== 'acknowledged') continue;
      const kind = state.stageTwo ? 'respond-stage-two' : 'respond';
      const deadline = deadlines.find((one) => one.kind === kind);
      const told = deadline && toldDate(deadline);
      for (const [, date] of wordsOf(notice).matchAll(promiseOfAnswer)) {
        promises += 1;
        expect(date).toBe(told && inWords(told));
      }
    }
    expect(promises).toBeGreaterThan(15);
  });

  test('promises no day that has gone, whenever it is written', () => {
    let promises = 0;
    for (const { notice, event } of letters) {
      const today = londonDateOf(event.at);
      const words = wordsOf(notice);
      for (const [, date] of words.matchAll(promiseOfADay)) {
        const day = datesOfTheYears.get(date ?? '');
        promises += 1;
        expect(day !== undefined && day >= today, `${notice.kind} of ${today}: ${date}`).toBe(true);
      }
    }
    expect(promises).toBeGreaterThan(50);
  });
});

describe('a section', () => {
  const said = { paragraph: 'The log shows it.' };

  test('that is a heading alone says nothing, and the letter cannot leave', () => {
    const parts = [
      section('new-date', { paragraph: 'Until Monday.' }),
      section('reasons', { heading: 'Why' }),
      section('ombudsman', { list: ['www'] }),
    ];
    expect(missingSections({ kind: 'extension', letter: letterOf('More time', parts) })).toEqual(['the reasons']);
  });

  test('is missing where one of several with its name says nothing: each point has its reasons', () => {
    const { sections } = letterOf('Our answer', [section('reasons', said), section('reasons', { paragraph: ' ' })]);
    expect(sections).toEqual([]);
  });

  test('is wanted of no letter that has none by nature', () => {
    expect(missingSections({ kind: 'receipt', letter: { subject: 'We have it', blocks: [said] } })).toEqual([]);
  });
});
