import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { isForResident, type PlannedNotice } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { translationsInto } from '../../../functions/domain/notices/words/letter-words.ts';
import { gallery } from '../../../gallery/samples.ts';
import { at, caseOf, received, rules } from '../../support/case-story.ts';

const englishCatalogue: Record<string, Record<string, string>> = JSON.parse(readFileSync('functions/domain/notices/words/en.json', 'utf8'));

/** Every sentence of ours between brackets, so that whatever stands outside them came from no catalogue. */
const bracketed = Object.fromEntries(
  Object.entries(englishCatalogue).map(([section, words]) => [
    section,
    Object.fromEntries(Object.entries(words).map(([name, text]) => [name, `⟦${text}⟧`])),
  ]),
);
const inBrackets = { language: 'pl', translations: translationsInto(luton.translations, { pl: bracketed }) };

const letters = [...gallery(inBrackets)].filter(([, { kind }]) => isForResident(kind));
const translated = letters.filter(([, { letter }]) => letter.translation);
const texts = ({ letter }: PlannedNotice) =>
  (letter.translation?.blocks ?? []).flatMap((block) => {
    if ('heading' in block) return [block.heading];
    if ('paragraph' in block) return [block.paragraph];
    return 'list' in block ? block.list : block.terms.flatMap(({ term, detail }) => [term, detail]);
  });

/** What the stories' people said, and the council's facts: officers' own words, names and addresses. */
const told = [...['samples.ts', 'telling.ts'].map((name) => readFileSync(`gallery/${name}`, 'utf8')), JSON.stringify(luton)].join('\n');

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
  const representative: EventData = {
    type: 'representative-recorded',
    representative: { name: 'Sol Reed', kind: 'solicitor', email: 'sol@law.example', reachBy: ['email'] },
    person: { name: 'Rosa Example', email: 'rosa@resident.example', reachBy: ['email'] },
    asked: true,
    wroteFirst: true,
  };
  const events = [
    ...received('2026-12-14T09:00:00Z').map((event) => ({ ...event, language: 'pl' })),
    ...at('2026-12-15T09:00:00Z', representative, { type: 'withdrawn', on: writtenDate('2026-12-15'), howWeKnow: 'She rang.' }),
  ];
  const languagesOf = (event: CaseEvent, after: readonly CaseEvent[]) => {
    const state = caseOf(after);
    const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules), ...inBrackets };
    return noticesFor(event, state.eventCount, state, context).map(({ kind, letter }) => [kind, letter.translation?.language.tag]);
  };

  test('is that of the form for whoever filled it in, and English alone for somebody for whom they did', () => {
    const told = events.flatMap((event, index) => languagesOf(event, events.slice(0, index + 1)));
    expect(told).toEqual([
      ['receipt', 'pl'],
      ['authority-needed', 'pl'],
      ['withdrawal-confirmed', undefined],
    ]);
  });

  test('is English alone where theirs is not offered', () => {
    const swahili = received('2026-12-14T09:00:00Z').map((event) => ({ ...event, language: 'sw' }));
    expect(swahili.flatMap((event) => languagesOf(event, swahili))).toEqual([['receipt', undefined]]);
  });
});
