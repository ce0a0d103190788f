import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { isForResident, type PlannedNotice } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { withAfter } from '../../../functions/domain/notices/with-after.ts';
import { letterWordsIn } from '../../../functions/domain/words/letter-words.ts';
import { gallery } from '../../../gallery/samples.ts';
import { at, caseOf, received, rules } from '../../support/case-story.ts';

const englishCatalogue: Record<string, Record<string, string>> = JSON.parse(readFileSync('functions/domain/words/letters/en.json', 'utf8'));

/** Every sentence of ours between brackets, so that whatever stands outside them came from no catalogue. */
const bracketed = Object.fromEntries(
  Object.entries(englishCatalogue).map(([section, words]) => [
    section,
    Object.fromEntries(Object.entries(words).map(([name, text]) => [name, `⟦${text}⟧`])),
  ]),
);
const inBrackets = { language: 'pl', letterWords: letterWordsIn(luton.translations, { pl: bracketed }) };

const letters = [...gallery(inBrackets)].filter(([, { kind }]) => isForResident(kind));
const translated = letters.filter(([, { letter }]) => letter.translation);
const texts = ({ letter }: PlannedNotice) =>
  (letter.translation?.blocks ?? []).flatMap((block) => {
    if ('heading' in block) return [block.heading];
    if ('paragraph' in block) return [block.paragraph];
    return 'list' in block ? block.list : block.terms.flatMap(({ term, detail }) => [term, detail]);
  });

/** What the stories' people said, and the council's facts: officers' own words, names and addresses. */
const told = [
  ...['samples.ts', 'telling.ts'].flatMap((name) => readFileSync(`gallery/${name}`, 'utf8').match(/'[^'\n]*'|`[^`]*`|"[^"\n]*"/g) ?? []),
  JSON.stringify(luton),
].join('\n');

/** What is left of a text without our sentences, with whatever stood in them. */
function outside(text: string): readonly string[] {
  const less = text.replace(/⟦[^⟦⟧]*⟧/gs, '\n');
  return less === text
    ? text
        .split(/\n|, /)
        .map(bare)
        .filter((part) => part !== '')
    : outside(less);
}

/** A promise may be said with a full stop or without. */
function bare(text: string): string {
  return text.trim().replace(/\.$/, '');
}

describe('a letter to a resident', () => {
  test.each(translated)('has every word of ours from the catalogue: %s', (_name, notice) => {
    expect(texts(notice).length).toBeGreaterThan(4);
    expect(
      texts(notice)
        .flatMap(outside)
        .filter((part) => !told.includes(part)),
    ).toEqual([]);
  });

  test('goes in English alone to a member of a group: nobody asked which language they read', () => {
    expect(letters.filter(([, { letter }]) => !letter.translation).map(([name]) => name)).toEqual(['acknowledgement-to-a-member']);
  });

  test('of which the check would catch a sentence that stands in no catalogue', () => {
    expect(outside('⟦Dear ⟦Rosa⟧⟧ We are sorry.').filter((part) => !told.includes(part))).toEqual(['We are sorry']);
  });
});

describe('the language of a letter', () => {
  const recorded = (wroteFirst?: true): EventData => ({
    type: 'representative-recorded',
    representative: { name: 'Sol Reed', kind: 'solicitor', email: 'sol@law.example', reachBy: ['email'] },
    person: { name: 'Rosa Example', email: 'rosa@resident.example', reachBy: ['email'] },
    asked: true,
    ...(wroteFirst && { wroteFirst }),
  });
  const withdrawn: EventData = { type: 'withdrawn', on: writtenDate('2026-12-15'), howWeKnow: 'She rang.' };
  const agreedOn = (language: string): EventData => ({
    type: 'adjustments-agreed',
    format: 'standard',
    words: 'As she asked.',
    agreedOn: writtenDate('2026-12-15'),
    language,
  });

  /** Every letter of a case that began with a form in Polish. */
  function notices(...facts: readonly EventData[]) {
    const events: readonly CaseEvent[] = [
      ...received('2026-12-14T09:00:00Z').map((event) => ({ ...event, language: 'pl' })),
      ...at('2026-12-15T09:00:00Z', ...facts),
    ];
    return events.flatMap((event, index) => {
      const state = caseOf(events.slice(0, index + 1));
      const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules), ...inBrackets };
      return noticesFor(event, state.eventCount, state, context);
    });
  }
  const letters = (...facts: readonly EventData[]) => notices(...facts).map(({ kind, letter }) => [kind, letter.translation?.language.tag]);

  test('is that of the form for whoever filled it in, and English alone for somebody for whom they did', () => {
    expect(letters(recorded(true), withdrawn)).toEqual([
      ['receipt', 'pl'],
      ['authority-needed', 'pl'],
      ['withdrawal-confirmed', undefined],
    ]);
    const refused: EventData = { type: 'authority-refused', on: writtenDate('2026-12-15'), reason: 'Not signed' };
    expect(
      notices(recorded(true), refused)
        .flatMap(texts)
        .flatMap(outside)
        .filter((part) => !told.includes(part)),
    ).toEqual(['Not signed']);
  });

  test('tells a representative who filled in no form of ours nothing of what the person reads', () => {
    expect(
      letters(recorded(), agreedOn('pl'), { type: 'authority-refused', on: writtenDate('2026-12-15'), reason: 'Not signed.' }),
    ).toEqual([
      ['receipt', 'pl'],
      ['authority-needed', undefined],
      ['authority-refused', undefined],
    ]);
  });

  test('is as it was agreed, also where that is English alone', () => {
    expect(letters(recorded(true), agreedOn('pl'), withdrawn).at(-1)).toEqual(['withdrawal-confirmed', 'pl']);
    expect(letters(agreedOn('en-GB'), withdrawn).at(-1)).toEqual(['withdrawal-confirmed', undefined]);
  });

  test('is English alone where theirs is not offered', () => {
    expect(letters(agreedOn('sw'), withdrawn).at(-1)).toEqual(['withdrawal-confirmed', undefined]);
  });

  test('is English alone for an answer so long that both would not fit where it is kept', () => {
    const long = { type: 'update-sent', words: 'Long. '.repeat(11_000), updates: { every: 5, next: '2026-12-22', from: '2026-12-15' } };
    expect(letters(long as EventData).at(-1)).toEqual(['update', undefined]);
  });
});

test('what is added to a letter stands at the same place in both languages', () => {
  const linked = gallery(inBrackets).get('status-link')!.letter;
  const page = { paragraph: 'https://complaints.example/status/open/token' };
  const { blocks, translation } = withAfter(linked, 2, page, page);
  expect([blocks[2], translation?.blocks[2]]).toEqual([page, page]);
  expect(translation?.blocks[1]).toEqual({ paragraph: expect.stringContaining('open the link below') });
});
