import { describe, expect, test } from 'vitest';
import { writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import type { EventData } from '../../../../functions/domain/cases/event.ts';
import { inView } from '../../../../functions/domain/cases/in-view.ts';
import { restrictionHint } from '../../../../functions/domain/cases/restricted/hint.ts';
import type { RestrictionGround } from '../../../../functions/domain/cases/restricted/restricted.ts';
import type { Suggestion } from '../../../../functions/domain/triage/suggestion.ts';
import { accepted, at, caseOf, given, received, suggestsStageOne } from '../../../support/case-story.ts';

const opening = received('2026-12-18T09:00:00Z');
const on = writtenDate('2026-12-18');
const restrict: Extract<Command, { type: 'restrict' }> = {
  type: 'restrict',
  ground: 'whistleblowing',
  groups: ['head-of-complaints', 'monitoring-officer'],
  because: ' She works there. ',
};
const restricted: EventData = {
  type: 'restricted',
  on,
  ground: 'whistleblowing',
  groups: ['head-of-complaints', 'monitoring-officer'],
  because: 'She works there.',
};

describe('restricting a case', () => {
  test('keeps it to the groups that a person chose, with their reason', () => {
    given(opening).when(restrict, '2026-12-18T10:00:00Z').yields(restricted);
    expect(inView(caseOf(opening, at('2026-12-18T10:00:00Z', restricted))).restrictedTo).toEqual([
      'head-of-complaints',
      'monitoring-officer',
    ]);
  });

  test('needs somebody who may see it, and a reason', () => {
    given(opening)
      .when({ ...restrict, groups: [] }, '2026-12-18T10:00:00Z')
      .refused(/somebody must be able to deal with it/);
    given(opening)
      .when({ ...restrict, because: ' ' }, '2026-12-18T10:00:00Z')
      .refused('Say why only they may see the case.');
  });

  test('is never done by a machine', () => {
    given(opening).when(restrict, '2026-12-18T10:00:00Z', { kind: 'system' }).refused('Only a person decides this.');
  });

  test('lasts over every later step, until it is lifted with a reason', () => {
    const later = [opening, at('2026-12-18T10:00:00Z', restricted), at('2026-12-18T11:00:00Z', accepted)];
    expect(caseOf(...later).restricted).toEqual({
      since: on,
      ground: 'whistleblowing',
      groups: ['head-of-complaints', 'monitoring-officer'],
    });
    const lifted: EventData = { type: 'restriction-lifted', on, because: 'She asked for it.' };
    given(...later)
      .when({ type: 'lift-restriction', because: 'She asked for it.' }, '2026-12-18T12:00:00Z')
      .yields(lifted);
    expect(caseOf(...later, at('2026-12-18T12:00:00Z', lifted)).restricted).toBeUndefined();
    given(opening)
      .when({ type: 'lift-restriction', because: 'She asked for it.' }, '2026-12-18T12:00:00Z')
      .refused('Nobody has restricted this case.');
  });
});

describe('a hint that a case may have to be restricted', () => {
  const suggests = (changes: Partial<Suggestion>) => caseOf(received('2026-12-18T09:00:00Z', { ...suggestsStageOne, ...changes }));

  test.each<[RestrictionGround | undefined, Partial<Suggestion>, string]>([
    ['safeguarding', { flags: ['safeguarding'] }, 'She is not safe there.'],
    ['about-councillor', { also: ['councillor'] }, 'Councillor North shouted at me.'],
    ['staff-complainant', { primary: 'employment' }, 'I work in your depot.'],
    ['whistleblowing', {}, 'This is a whistle-blowing report.'],
    ['whistleblowing', {}, 'I make a protected disclosure.'],
    [undefined, {}, 'The referee blew his whistle on the football pitch.'],
  ])('%s', (ground, suggestion, words) => {
    expect(restrictionHint(suggests(suggestion), [words])).toBe(ground);
  });

  test('is not given of a case that is restricted already', () => {
    const state = caseOf(
      received('2026-12-18T09:00:00Z', { ...suggestsStageOne, flags: ['safeguarding'] }),
      at('2026-12-18T10:00:00Z', restricted),
    );
    expect(restrictionHint(state, [])).toBeUndefined();
  });
});
